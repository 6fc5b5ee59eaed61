namespace CxKpi;

/// <content>What moved recurring revenue.</content>
public static partial class Charts
{
    /// <summary>
    /// Draws how recurring revenue went from the opening of a period to its closing: each part as a bar that begins where the one before it ended.
    /// </summary>
    /// <remarks>All bars are measured from 0. Gains are full and have a plus sign, losses are hatched and have a minus sign.</remarks>
    /// <param name="movements">The movements, such as those of a <see cref="SubscriptionPeriod"/>.</param>
    /// <param name="options">Title, language and width; defaults when <see langword="null"/>.</param>
    /// <returns>The chart.</returns>
    public static Chart RevenueWaterfall(RevenueMovements movements, ChartOptions? options = null)
    {
        const double RowHeight = 30, Bar = 18;
        KpiDefinition definition = RecurringRevenue.Definition;
        bool isEmpty = movements.Opening == 0 && movements.Closing == 0;
        ChartLayout layout = new(
            options,
            text => text.Title(definition),
            text => isEmpty ? "" : Amount(text, movements.Closing - movements.Opening, isChange: true, movements.Currency),
            text => isEmpty ? "" : $"{Amount(text, movements.Opening)} \u2192 {Amount(text, movements.Closing, currency: movements.Currency)}");
        if (isEmpty)
        {
            return layout.Empty();
        }

        Phrases text = layout.Text;
        WaterfallRow[] rows = [.. Waterfall(movements, text)];
        double names = Math.Min(layout.Inner * 0.3, rows.Max(row => TextFit.Width(row.Name, Drawing.Normal)) + 4);
        double figures = Math.Min(layout.Inner * 0.36, rows.Max(row => TextFit.Width(row.Figure, Drawing.Normal) * 1.08) + 4);
        double left = ChartLayout.Margin + names + 8, right = layout.Right - figures - 12, top = layout.Top + 4, bottom = top + rows.Length * RowHeight;

        // Every bar has its figure, so no axis needs room for round numbers.
        LinearScale scale = new(0, rows.Max(row => row.To), left, right);
        layout.Drawing.Line(left, top, left, bottom, ColourRole.Axis);
        for (int i = 0; i < rows.Length; i++)
        {
            (string name, string figure, WaterfallKind kind, double from, double to) = rows[i];
            double y = top + i * RowHeight + (RowHeight - Bar) / 2, low = scale.At(Math.Min(from, to)), high = scale.At(Math.Max(from, to));
            double width = from == to ? 0 : Math.Max(1, high - low);
            string tip = $"{name}{text.Colon}{figure}";
            layout.Drawing.Text(ChartLayout.Margin, y + 14, name, bold: kind == WaterfallKind.Balance, room: names);
            layout.Drawing.Text(layout.Right, y + 14, figure, anchor: TextAnchor.Right, room: figures, bold: kind == WaterfallKind.Balance);
            switch (kind)
            {
                case WaterfallKind.Balance:
                    layout.Drawing.Rect(low, y, width, Bar, ColourRole.Primary, tip: tip);
                    break;
                case WaterfallKind.Gain:
                    layout.Drawing.Rect(low, y, width, Bar, ColourRole.Favourable, ColourRole.Favourable, tip: tip);
                    break;
                case WaterfallKind.Loss:
                    layout.Drawing.Rect(low, y, width, Bar, ColourRole.Background, ColourRole.Unfavourable, tip: tip);
                    layout.Drawing.Hatch(low, y, width, Bar, ColourRole.Unfavourable);
                    break;
            }

            if (i > 0)
            {
                double x = scale.At(i == rows.Length - 1 ? to : from);
                layout.Drawing.Line(x, y - (RowHeight - Bar), x, y, ColourRole.Axis, 1, Drawing.Dotted);
            }
        }

        layout.Top = bottom + 4;
        ChartData data = new(
            [ChartData.Words(text.NameLabel), ChartData.Figures(text.ValueColumn)],
            [
                .. SubscriptionWords.Parts(movements, text).Select(part => (ChartCell[])
                    [new(Phrases.Capitalised(part.Label)), ChartCell.Value(text, definition, (double)part.Amount, movements.Currency)]),
            ]);
        string[] said = [.. rows.Select(row => $"{row.Name} {row.Figure}")];
        return layout.Finish(data, said[0], ", ", said[1..], ", ");
    }

    private static IEnumerable<WaterfallRow> Waterfall(RevenueMovements movements, Phrases text)
    {
        (string Label, decimal Amount)[] parts = SubscriptionWords.Parts(movements, text);
        decimal level = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            (string label, decimal amount) = parts[i];
            WaterfallKind kind = i == 0 || i == parts.Length - 1 ? WaterfallKind.Balance : i <= 3 ? WaterfallKind.Gain : WaterfallKind.Loss;
            decimal from = kind == WaterfallKind.Balance ? 0 : level, to = kind == WaterfallKind.Loss ? level - amount : from + amount;
            string figure = Amount(text, kind == WaterfallKind.Loss ? -amount : amount, isChange: kind != WaterfallKind.Balance);
            yield return new(Phrases.Capitalised(label), figure, kind, (double)from, (double)to);
            level = to;
        }
    }

    private static string Amount(Phrases text, decimal amount, bool isChange = false, string? currency = null) => isChange
        ? text.Change(RecurringRevenue.Definition, (double)amount, currency)
        : text.Value(RecurringRevenue.Definition, (double)amount, currency);

    private enum WaterfallKind
    {
        Balance,
        Gain,
        Loss,
    }

    private sealed record WaterfallRow(string Name, string Figure, WaterfallKind Kind, double From, double To);
}
