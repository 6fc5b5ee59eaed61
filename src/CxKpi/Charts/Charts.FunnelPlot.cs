namespace CxKpi;

/// <content>Segments against their sizes.</content>
public static partial class Charts
{
    /// <summary>Draws the value of every segment against its size, between the limits of chance around all together (funnel plot).</summary>
    /// <remarks>
    /// The smaller a segment, the further it lies from the others by chance alone. Full squares lie beyond the limits, which are judged among all segments;
    /// all others are rings, and their order says little.
    /// </remarks>
    /// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
    /// <param name="table">The league table, which holds the limits and their confidence level.</param>
    /// <param name="options">Title, language and width; defaults when <see langword="null"/>.</param>
    /// <returns>The chart. The names of the segments beyond the limits stand in it where there is room.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is <see langword="null"/>.</exception>
    public static Chart FunnelPlot<TKey>(LeagueTable<TKey> table, ChartOptions? options = null)
        where TKey : notnull
    {
        KpiDefinition definition = Guard.NotNull(table).Definition;
        LeagueEntry<TKey>[] beyond = [.. table.Where(entry => entry.Verdict != ChangeVerdict.NoEvidence)];
        ChartLayout layout = new(
            options,
            text => text.Title(definition),
            text => table.Count == 0 ? "" : text.FunnelPlotAxes(text.Percent(table.Confidence)),
            text => table.Total is null ? ""
                : beyond.Length == 0 ? text.CountOutsideLimits(0)
                : NamedInTitle(text, [.. beyond.Select(entry => $"{TextFit.Isolated(KeyText(entry.Key, text))} {text.Verdict(entry.Verdict)}")]));
        if (table.Total is not { } total)
        {
            return layout.Empty();
        }

        const double Height = 250;
        const int Steps = 80;
        Phrases text = layout.Text;
        long most = table.Max(entry => entry.N);
        (double N, double Lower, double Upper)[] limits =
        [
            .. Enumerable.Range(1, Steps).Select(i => Math.Max(1, most / Steps * i + most % Steps * i / Steps)).Distinct().Select(n =>
            {
                (double lower, double upper) = table.LimitsAt(n);
                return ((double)n, lower, upper);
            }),
        ];
        double least = table.Min(entry => entry.N);
        limits = [.. limits.Where(limit => limit.N >= Math.Min(least, most / 10.0))];
        NumberAxis up = NumberAxis.Around(
            [total, .. table.Select(entry => entry.Value), .. limits.SelectMany(limit => (double[])[limit.Lower, limit.Upper])], definition.Unit, text);
        double left = ChartLayout.Margin + Axes.LabelWidth(up), right = layout.Right - 6, top = layout.Top + 4, bottom = top + Height;
        NumberAxis across = NumberAxis.Across([0, .. table.Select(entry => (double)entry.N)], KpiUnit.Count, text, right - left);
        LinearScale x = across.Scale(left + 8, right - 8), y = up.Scale(bottom - 8, top + 8);
        Axes.Up(layout.Drawing, up, y, left, right);
        Axes.Across(layout, across, x, top, bottom);
        layout.Drawing.Line(left, y.At(total), right, y.At(total), ColourRole.Secondary, 1.5);
        layout.Drawing.Polyline(limits.Select(limit => ((double, double)?)(x.At(limit.N), y.At(limit.Lower))), ColourRole.Secondary, 1.5, Drawing.Dashed);
        layout.Drawing.Polyline(limits.Select(limit => ((double, double)?)(x.At(limit.N), y.At(limit.Upper))), ColourRole.Secondary, 1.5, Drawing.Dashed);
        NamesInPlot names = new(layout.Drawing, left, right, top, bottom, [.. table.Select(entry => (x.At(entry.N), y.At(entry.Value)))]);
        foreach (LeagueEntry<TKey> entry in table)
        {
            bool isBeyond = entry.Verdict != ChangeVerdict.NoEvidence;
            double atX = x.At(entry.N), atY = y.At(entry.Value);
            layout.Drawing.Marker(isBeyond ? MarkerShape.Square : MarkerShape.Ring, atX, atY, 5, isBeyond ? ColourRole.Alert : ColourRole.Primary, Said(entry));
            if (isBeyond)
            {
                names.Place(KeyText(entry.Key, text), atX, atY);
            }
        }

        layout.Top = bottom + 30;
        string facts = $"{text.Total} {text.Value(definition, total)}{text.Semicolon}{text.CountOutsideLimits(beyond.Length)}";
        ChartData data = new(
            [
                ChartData.Words(text.SegmentLabel), ChartData.Figures(text.ValueLabel), ChartData.Figures(text.LowerLimitLabel),
                ChartData.Figures(text.UpperLimitLabel), ChartData.Figures(text.ObservationsLabel), ChartData.Words(text.VerdictLabel),
            ],
            [
                .. table.Select(entry => (ChartCell[])
                [
                    new(KeyText(entry.Key, text)), ChartCell.Value(text, definition, entry.Value),
                    ChartCell.Value(text, definition, table.LimitsAt(entry.N).Lower), ChartCell.Value(text, definition, table.LimitsAt(entry.N).Upper),
                    ChartCell.Count(text, entry.N), new(text.Verdict(entry.Verdict)),
                ]),
            ]);
        return layout.Finish(data, facts, text.Colon, [.. beyond.Select(Said)], ", ");

        string Said(LeagueEntry<TKey> entry) =>
            $"{TextFit.Isolated(KeyText(entry.Key, text))} {entry.Shown(entry.Value, text)} (n = {text.Count(entry.N)}, {text.Verdict(entry.Verdict)})";
    }
}
