namespace CxKpi;

/// <content>The comparison of two periods.</content>
public static partial class Charts
{
    /// <summary>Draws several KPIs before and after, each on its own scale, with intervals and the verdict on the change, by sampling error only.</summary>
    /// <param name="comparisons">The KPIs, in the order in which they are drawn.</param>
    /// <param name="before">The name of the earlier period.</param>
    /// <param name="after">The name of the later period.</param>
    /// <param name="options">Title, language and width; the confidence is that of the comparisons. Defaults when <see langword="null"/>.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentNullException">An argument, or one of the comparisons, is <see langword="null"/>.</exception>
    public static Chart Comparison(IEnumerable<KpiComparison> comparisons, string before, string after, ChartOptions? options = null)
    {
        KpiComparison[] rows = [.. Guard.NotNull(comparisons).Select(row => Guard.NotNull(row, nameof(comparisons)))];
        string earlier = TextFit.Clean(Guard.NotNull(before)), later = TextFit.Clean(Guard.NotNull(after));
        ChartLayout layout = new(options, text => text.BeforeAndAfter, text => rows.Length == 0 ? "" : text.EachLineHasItsOwnScale);
        if (rows.Length == 0)
        {
            return layout.Empty();
        }

        layout.Legend(
        [
            LegendItem.Marker(earlier, MarkerShape.Ring, ColourRole.Secondary),
            LegendItem.Marker(later, MarkerShape.Dot, ColourRole.Primary),
        ]);
        List<string> said = [];
        foreach (KpiComparison row in rows)
        {
            string figures = Figures(layout.Text, row), verdict = ComparisonVerdict(layout.Text, row);
            double taken = TextFit.Width(figures, Drawing.Normal);
            string title = layout.Text.Named(layout.Text.Title(row.Definition), row.Definition, row.Basis);
            string name = taken + TextFit.Width(title, Drawing.Normal) * 1.08 + 16 <= layout.Inner
                ? title
                : layout.Text.Named(layout.Text.Symbol(row.Definition), row.Definition, row.Basis);

            // The figures are what the line is for: a name is shortened first, down to a few letters.
            double room = Math.Min(taken, layout.Inner * 0.8);
            layout.Top += 8;
            layout.Drawing.Text(ChartLayout.Margin, layout.Top + 14, name, bold: true, room: layout.Inner - room - 16);
            layout.Drawing.Text(layout.Right, layout.Top + 14, figures, anchor: TextAnchor.Right, room: room);
            layout.Top += 24;
            Dumbbell(layout, row);
            foreach (string line in TextFit.Wrapped(verdict, Drawing.Small, layout.Inner))
            {
                layout.Drawing.Text(ChartLayout.Margin, layout.Top + 12, line, Drawing.Small, ColourRole.Muted);
                layout.Top += 16;
            }

            layout.Top += 6;
            layout.Drawing.Line(ChartLayout.Margin, layout.Top, layout.Right, layout.Top, ColourRole.Grid);
            said.Add($"{title} {figures}, {verdict}");
        }

        ChartData data = new(
            [
                ChartData.Words(layout.Text.NameLabel), ChartData.Figures(earlier), ChartData.Figures(later), ChartData.Figures(layout.Text.ChangeLabel),
                ChartData.Figures(layout.Text.LowerLimitLabel), ChartData.Figures(layout.Text.UpperLimitLabel), ChartData.Words(layout.Text.VerdictLabel),
            ],
            [.. rows.Select(row => ComparisonCells(layout.Text, row))]);
        return layout.Finish(data, $"{TextFit.Isolated(earlier)} \u2192 {TextFit.Isolated(later)}", layout.Text.Colon, said, layout.Text.Semicolon);
    }

    private static ChartCell[] ComparisonCells(Phrases text, KpiComparison row) =>
    [
        new(text.Named(text.Title(row.Definition), row.Definition, row.Basis)),
        ChartCell.Value(text, row.Definition, row.Before?.Value, row.Currency),
        ChartCell.Value(text, row.Definition, row.After?.Value, row.Currency),
        ChartCell.Change(text, row.Definition, row.Change?.Difference),
        ChartCell.Change(text, row.Definition, row.Change?.Lower),
        ChartCell.Change(text, row.Definition, row.Change?.Upper),
        new(row.Change is { } change && change.Verdict != ChangeVerdict.Unknown ? text.VerdictOfPair(change.Verdict) : ""),
    ];

    private static void Dumbbell(ChartLayout layout, KpiComparison row)
    {
        double[] drawn = [.. ((double?[])[row.Before?.Value, row.Before?.Lower, row.Before?.Upper, row.After?.Value, row.After?.Lower, row.After?.Upper])
            .OfType<double>()];
        if (drawn.Length == 0)
        {
            return;
        }

        NumberAxis axis = NumberAxis.Around(drawn, row.Definition.Unit, layout.Text, 10);
        LinearScale scale = axis.Scale(ChartLayout.Margin + 8, layout.Right - 8);
        double upper = layout.Top + 6, lower = layout.Top + 24;
        if (row.Before is { } before && row.After is { } after)
        {
            layout.Drawing.Line(scale.At(before.Value), upper, scale.At(after.Value), lower, ColourRole.Axis, 1, Drawing.Dotted);
        }

        One(row.Before, upper, MarkerShape.Ring, ColourRole.Secondary);
        One(row.After, lower, MarkerShape.Dot, ColourRole.Primary);
        layout.Top += 32;

        void One(Estimate? estimate, double y, MarkerShape shape, ColourRole colour)
        {
            if (estimate is { } known)
            {
                layout.Drawing.Line(scale.Start, y, scale.End, y, ColourRole.Grid);
                Axes.Whisker(layout.Drawing, scale, known, y, colour);
                string tip = $"{layout.Text.ValueInChart(row.Definition, known.Value)}, {layout.Text.IntervalOf(row.Definition, known)}";
                layout.Drawing.Marker(shape, scale.At(known.Value), y, 6, colour, tip);
            }
        }
    }

    private static string Figures(Phrases text, KpiComparison row)
    {
        return row.Before is null && row.After is null ? text.NoData : $"{Shown(row.Before)} \u2192 {Shown(row.After)}";

        string Shown(Estimate? estimate) => estimate is { } known ? text.ValueInChart(row.Definition, known.Value) : text.NoData;
    }

    private static string ComparisonVerdict(Phrases text, KpiComparison row)
    {
        if (row.Change is not { } change)
        {
            return text.NoComparison;
        }

        string shape = change.Verdict switch
        {
            ChangeVerdict.Better => "\u2713 ",
            ChangeVerdict.Worse => "! ",
            ChangeVerdict.NoEvidence or ChangeVerdict.Higher or ChangeVerdict.Lower or ChangeVerdict.Unknown => "",
        };
        string limits = "";
        if (change is { Lower: { } lower, Upper: { } upper })
        {
            string range = text.Between(text.ChangeInChart(row.Definition, lower), text.ChangeInChart(row.Definition, upper));
            limits = $" ({text.IntervalWithLimits(text.IntervalAt(change.Confidence), range)})";
        }

        string verdict = change.Verdict == ChangeVerdict.Unknown ? text.NoVerdictWithoutSpread : text.VerdictOfPair(change.Verdict);
        return $"{shape}{verdict}{text.Colon}{text.ChangeInChart(row.Definition, change.Difference)}{limits}";
    }
}
