namespace CxKpi;

/// <content>Segments.</content>
public static partial class Charts
{
    /// <summary>Segments with their intervals, from the best to the worst, beside the line of all segments together: a forest plot.</summary>
    /// <typeparam name="TKey">What tells segments apart.</typeparam>
    /// <typeparam name="TKpi">The KPI record.</typeparam>
    /// <param name="segments">The segments.</param>
    /// <param name="options">Words, width and confidence; defaults when <see langword="null"/>.</param>
    /// <returns>The chart. Intervals are those of single segments: the best of many is partly the luckiest.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="segments"/> is <see langword="null"/>.</exception>
    public static Chart ForestPlot<TKey, TKpi>(Segments<TKey, TKpi> segments, ChartOptions? options = null)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(segments);
        KpiDefinition definition = TKpi.Definition;
        Page page = new(options, text => text.Name(definition), text => segments.Count == 0 ? "" : ForestFacts(text, definition.Direction, (options ?? new()).Confidence));
        ChartText text = page.Text;
        ForestRow[] rows =
        [
            .. segments.BestFirst().Select(segment => Row(KeyText(segment.Key, text), segment.Value, whole: false)),
            Row(text.Say("all together", "ensemble"), segments.Total, whole: true),
        ];
        if (segments.Count == 0 || rows.All(row => row.Estimate is null))
        {
            return page.Empty();
        }

        const double RowHeight = 26;
        double names = Math.Min(page.Inner * 0.32, rows.Max(row => Label.Width(row.Name, Sketch.Normal)) + 10);
        double figures = Math.Min(page.Inner * 0.45, rows.Max(row => Label.Width(row.Shown, Sketch.Small) * (row.Whole ? 1.08 : 1)) + 2);
        double left = Page.Margin + names + 8, right = page.Right - figures - 8, top = page.Top + 2, bottom = top + rows.Length * RowHeight + 6;
        double[] drawn = [.. rows.SelectMany(row => (double?[])[row.Estimate?.Value, row.Estimate?.Lower, row.Estimate?.Upper]).OfType<double>()];
        NumberAxis axis = NumberAxis.Across(drawn, definition.Unit, text, right - left);
        LinearScale scale = axis.Scale(left, right);
        Axes.Across(page, axis, scale, top, bottom);
        if (rows[^1].Estimate is { } total)
        {
            page.Sketch.Line(scale.At(total.Value), top, scale.At(total.Value), bottom, Ink.Secondary, 1.5, Sketch.Dashed);
        }

        for (int i = 0; i < rows.Length; i++)
        {
            double y = top + (i + 0.5) * RowHeight + (rows[i].Whole ? 4 : 0);
            rows[i].Draw(page, scale, y, names, figures);
        }

        page.Sketch.Line(Page.Margin, bottom - RowHeight - 4, page.Right, bottom - RowHeight - 4, Ink.Axis);
        page.Top = bottom + 22;
        return page.Finish($"{ForestFacts(text, definition.Direction, page.Options.Confidence)}: {string.Join("; ", rows.Select(row => $"{Label.Isolated(row.Name)} {row.Said}"))}.");

        ForestRow Row(string name, TKpi record, bool whole)
        {
            Estimate? estimate = record.Estimate(page.Options.Confidence);
            string value = text.Value(record);
            string said = estimate is { } known ? $"{value} ({text.Interval(definition, known)}, n = {text.Count(known.N)})" : value;
            return new(name, value, said, estimate, whole);
        }
    }

    private static string ForestFacts(ChartText text, KpiDirection direction, double confidence)
    {
        string order = direction == KpiDirection.Neutral ? text.Say("Highest first", "Du plus haut au plus bas") : text.Say("Best first", "Du meilleur au moins bon");
        return order + text.Say(
            $", with {text.Confidence(confidence)} intervals; dashed: all together",
            $", intervalles à {text.Confidence(confidence)} ; en tirets : l'ensemble");
    }

    private static string KeyText<TKey>(TKey key, ChartText text)
        where TKey : notnull
    {
        string name = Label.Clean(key is CalendarPeriod period ? text.Period(period) : TableLabel.OfKey(key));
        return name.Length == 0 ? text.Say("(no name)", "(sans nom)") : name;
    }

    private sealed record ForestRow(string Name, string Shown, string Said, Estimate? Estimate, bool Whole)
    {
        internal void Draw(Page page, LinearScale scale, double y, double names, double figures)
        {
            // A name from right to left ends at the plot like the others begin at the margin.
            bool leftwards = Label.IsRightToLeft(Name);
            page.Sketch.Text(leftwards ? Page.Margin + names : Page.Margin, y + 5, Name, anchor: leftwards ? TextAnchor.Right : TextAnchor.Left, room: names, bold: Whole);
            page.Sketch.Text(page.Right, y + 4, Shown, Sketch.Small, Estimate is null ? Ink.Muted : Ink.Text, TextAnchor.Right, figures, Whole);
            if (Estimate is { } known)
            {
                Ink ink = Whole ? Ink.Secondary : Ink.Primary;
                Axes.Whisker(page.Sketch, scale, known, y, ink);
                page.Sketch.Marker(Whole ? MarkerShape.Diamond : MarkerShape.Square, scale.At(known.Value), y, Whole ? 7 : 5, ink, $"{Name}: {Said}");
            }
        }
    }
}
