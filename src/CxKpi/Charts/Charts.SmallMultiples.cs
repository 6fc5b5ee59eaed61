namespace CxKpi;

/// <content>Segments over time.</content>
public static partial class Charts
{
    /// <summary>Draws one KPI over time for every segment, each in a small panel of its own on one common scale (small multiples).</summary>
    /// <remarks>
    /// A dashed line in every panel is that of all segments together, where their records can be combined. A last period that is covered only in part ends in
    /// a ring and a dotted line. There are no intervals in so little room; <see cref="OverTime"/> draws those of one segment.
    /// </remarks>
    /// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series of each segment, all of one calendar unit.</param>
    /// <param name="options">Title, language and width; defaults when <see langword="null"/>.</param>
    /// <returns>The chart, with the panels in the order of the segments.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/>, or one of its series, is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The series have different calendar units.</exception>
    public static Chart SmallMultiples<TKey, TKpi>(IReadOnlyDictionary<TKey, KpiSeries<TKpi>> series, ChartOptions? options = null)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
    {
        KpiDefinition definition = TKpi.Definition;
        KeyValuePair<TKey, KpiSeries<TKpi>>[] segments = [.. Guard.NotNull(series)];
        foreach (KpiSeries<TKpi> one in segments.Select(segment => Guard.NotNull(segment.Value, nameof(series))))
        {
            if (one.Unit != segments[0].Value.Unit)
            {
                throw new ArgumentException($"{nameof(series)} must have one calendar unit, but have {segments[0].Value.Unit} and {one.Unit}", nameof(series));
            }
        }

        CalendarPeriod[] ends = [.. segments.Where(segment => segment.Value.Count > 0).SelectMany(segment => (CalendarPeriod[])
            [segment.Value[0].Key, segment.Value[^1].Key])];
        CalendarPeriod[] periods = ends.Length == 0 ? [] : [.. Through(ends.Min(), ends.Max(), new())];
        Phrases words = Phrases.For((options ?? new()).Language);
        SmallPanel[] panels = [.. segments.Select(segment => Small(KeyText(segment.Key, words), segment.Value, periods))];
        bool empty = panels.All(panel => panel.Latest < 0);
        ChartLayout layout = new(
            options,
            text => text.BySegmentTitle(
                text.Named(text.Title(definition), definition, segments.SelectMany(segment => segment.Value).Select(point => point.Value))),
            text => empty ? "" : string.Join(" \u00B7 ", SmallFacts(text, periods, Together(segments, periods) is not null)));
        if (empty)
        {
            return layout.Empty();
        }

        Phrases text = layout.Text;
        NumberAxis axis = NumberAxis.Around(
            panels.SelectMany(panel => panel.Values).Concat(Together(segments, periods) ?? []).OfType<double>(), definition.Unit, text, 4);
        new SmallGrid(layout, axis, periods).Draw(panels, Together(segments, periods), value => text.ValueInChart(definition, value));
        ChartData data = new(
            [
                ChartData.Words(text.SegmentLabel), ChartData.Words(text.PeriodLabel), ChartData.Figures(text.ValueLabel),
                ChartData.Figures(text.ObservationsLabel),
            ],
            [
                .. panels.SelectMany((panel, s) => segments[s].Value.Select((point, i) => (ChartCell[])
                [
                    new(panel.Name), new(Named(text, segments[s].Value, i)),
                    ChartCell.Value(text, definition, point.Value.Value, point.Value.Currency), ChartCell.Count(text, KpiBasis.Of(point.Value).Rows),
                ])),
            ]);
        return layout.Finish(
            data,
            $"{text.Symbol(definition)}, {SmallFacts(text, periods, false).First()}",
            text.Semicolon,
            [.. panels.Select(panel => $"{TextFit.Isolated(panel.Name)} {panel.Said(text, value => text.ValueInChart(definition, value))}")],
            text.Semicolon);
    }

    private static IEnumerable<string> SmallFacts(Phrases text, CalendarPeriod[] periods, bool together)
    {
        yield return periods.Length == 1 ? text.ShortPeriod(periods[0]) : text.Between(text.ShortPeriod(periods[0]), text.ShortPeriod(periods[^1]));
        yield return text.OneScaleForAll;
        if (together)
        {
            yield return text.DashedTogether;
        }
    }

    private static SmallPanel Small<TKpi>(string name, KpiSeries<TKpi> series, CalendarPeriod[] periods)
        where TKpi : struct, IKpi<TKpi>
    {
        Dictionary<CalendarPeriod, double?> known = series.ToDictionary(point => point.Key, point => Drawable(point.Value.Value));
        double?[] values = [.. periods.Select(period => known.GetValueOrDefault(period))];
        int latest = Array.FindLastIndex(values, value => value is not null);
        return new(name, values, latest, latest >= 0 && series.IsLastIncomplete && periods[latest].CompareTo(series[^series.IncompleteAtEnd].Key) >= 0);
    }

    // Records of different rules have no whole.
    private static double?[]? Together<TKey, TKpi>(KeyValuePair<TKey, KpiSeries<TKpi>>[] segments, CalendarPeriod[] periods)
        where TKpi : struct, IKpi<TKpi>
    {
        if (segments.Length < 2)
        {
            return null;
        }

        try
        {
            ILookup<CalendarPeriod, TKpi> records = segments.SelectMany(segment => segment.Value).ToLookup(point => point.Key, point => point.Value);
            return [.. periods.Select(period => Drawable(records[period].Tally(record => record).Value))];
        }
        catch (Exception error) when (error is ArgumentException or OverflowException)
        {
            return null;
        }
    }
}
