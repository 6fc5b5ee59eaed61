using CxKpi.Trends;

namespace CxKpi;

/// <content>A KPI over time.</content>
public static partial class Charts
{
    private const double PlotHeight = 200;

    /// <summary>Draws a KPI over time with a ribbon of its intervals.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="overlays">What to draw over the line, such as a target or seasonally adjusted figures; <see langword="null"/> for nothing.</param>
    /// <param name="options">Title, language, width and confidence; defaults when <see langword="null"/>.</param>
    /// <returns>The chart. Each period has its own interval, so the ribbon is not a band for the whole line.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An overlay has another calendar unit than the series.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The target lies outside the KPI's range, mostly because it was meant in another unit.</exception>
    public static Chart OverTime<TKpi>(KpiSeries<TKpi> series, SeriesOverlays? overlays = null, ChartOptions? options = null)
        where TKpi : struct, IKpi<TKpi>
    {
        KpiDefinition definition = TKpi.Definition;
        double?[] known = [.. Guard.NotNull(series).Select(point => Drawable(point.Value.Value))];
        int latest = Array.FindLastIndex(known, value => value is not null);
        ChartLayout layout = new(
            options,
            text => text.Named(text.Title(definition), definition, series.Select(point => point.Value)),
            text => latest < 0 ? "" : string.Join(" \u00B7 ", TimeFacts(text, series, latest)));
        SeriesOverlays over = overlays ?? new();
        SameUnit(over, series.Unit);
        if (latest < 0)
        {
            return layout.Empty();
        }

        if (over.Target is { } goal)
        {
            series[latest].Value.GoalRange.Require(goal, nameof(SeriesOverlays.Target), definition);
        }

        int[] open = [.. Enumerable.Range(0, series.Count).Where(i => series.IsIncompleteAt(i) && known[i] is not null)];
        CalendarPeriod[] periods = [.. Through(series[0].Key, series[^1].Key, over)];
        double?[] values = Aligned(periods, i => i < known.Length ? known[i] : null);
        Estimate?[] estimates = [.. series.Select(point => point.Value.Estimate(layout.Options.Confidence))];
        (double Lower, double Upper)?[] limits = Aligned(
            periods,
            i => i < estimates.Length && estimates[i] is { Lower: { } lower, Upper: { } upper } ? (lower, upper) : ((double, double)?)null);
        double?[] adjusted = On(periods, over.Adjusted);
        double?[] expected = On(periods, over.Expected);
        double?[] low = On(periods, over.ExpectedLower);
        double?[] high = On(periods, over.ExpectedUpper);
        int[] unusual = Positions(periods, over.Unusual, i => values[i] is not null), steps = Positions(periods, over.Steps, _ => true);

        bool hasLimits = limits.Any(limit => limit is not null);
        layout.Legend(OverTimeLegend(layout.Text, definition, layout.Options.Confidence, over, hasLimits, unusual.Length, steps.Length)
            .Concat(Incomplete(
                layout.Text,
                Array.Exists(open, i => i < series.IncompleteAtStart),
                Array.Exists(open, i => i >= series.Count - series.IncompleteAtEnd))));
        IEnumerable<double?> all =
        [
            .. values,
            .. limits.SelectMany(limit => (double?[])[limit?.Lower, limit?.Upper]),
            .. adjusted, .. expected, .. low, .. high, over.Target,
        ];
        NumberAxis axis = NumberAxis.Around(all.OfType<double>(), definition.Unit, layout.Text);
        TimePlot plot = new(layout, periods, axis, PlotHeight, Axes.LabelWidth(axis));
        plot.Ribbon(limits);
        IReadOnlyList<FlagLabel> labels = plot.Labels(unusual, values, i => layout.Text.ShortPeriod(periods[i]));
        plot.Line(low, ColourRole.Secondary, 1.5, Drawing.Dotted);
        plot.Line(high, ColourRole.Secondary, 1.5, Drawing.Dotted);
        plot.Line(expected, ColourRole.Secondary, 3, Drawing.Dense);
        if (over.Target is { } target)
        {
            plot.Level(target, ColourRole.Text, "10 3 2 3");
        }

        foreach (int step in steps)
        {
            plot.Boundary(step, ColourRole.Alert);
        }

        plot.Line(values, ColourRole.Primary, 2);
        plot.Line(adjusted, ColourRole.Secondary, 2, Drawing.Dashed);
        plot.Dots(values, i => $"{Named(layout.Text, series, i)}{layout.Text.Colon}{layout.Text.ValueOf(series[i].Value)}", open);
        plot.Flag(unusual, values, MarkerShape.OpenDiamond, labels, i => layout.Text.ShortPeriod(periods[i]));
        plot.TimeLabels();
        string[] said = [.. OverTimeWords(layout.Text, definition, series, periods, values, over, unusual, steps)];
        ChartData data = new(
            [
                ChartData.Words(layout.Text.PeriodLabel),
                .. ((string[])
                [
                    layout.Text.ValueLabel, layout.Text.LowerLimitLabel, layout.Text.UpperLimitLabel, layout.Text.ObservationsLabel,
                    layout.Text.SeasonallyAdjusted, layout.Text.ExpectedLabel, layout.Text.ExpectedLowerLabel, layout.Text.ExpectedUpperLabel,
                ]).Select(ChartData.Figures),
            ],
            [
                .. periods.Select((period, i) => (ChartCell[])
                [
                    new(layout.Text.ShortPeriod(period) + (i < series.Count && series.IsIncompleteAt(i) ? $", {layout.Text.Incomplete}" : "")),
                    Cell(values[i]), Cell(limits[i]?.Lower), Cell(limits[i]?.Upper),
                    i < series.Count ? ChartCell.Count(layout.Text, KpiBasis.Of(series[i].Value).Rows) : default,
                    Cell(adjusted[i]), Cell(expected[i]), Cell(low[i]), Cell(high[i]),
                ]),
            ]);
        return layout.Finish(data, said[0], layout.Text.Semicolon, said[1..], layout.Text.Semicolon);

        ChartCell Cell(double? value) => ChartCell.Value(layout.Text, definition, value, series[latest].Value.Currency);
    }

    private static IEnumerable<string> TimeFacts<TKpi>(Phrases text, KpiSeries<TKpi> series, int latest)
        where TKpi : struct, IKpi<TKpi>
    {
        string first = text.ShortPeriod(series[0].Key), last = text.ShortPeriod(series[^1].Key);
        yield return series.Count == 1 ? first : text.Between(first, last);
        yield return $"{text.Symbol(TKpi.Definition)} {text.ValueOf(series[latest].Value)} ({Named(text, series, latest)})";
    }

    private static string Named<TKpi>(Phrases text, KpiSeries<TKpi> series, int index)
        where TKpi : struct, IKpi<TKpi> =>
        text.ShortPeriod(series[index].Key) + (series.IsIncompleteAt(index) ? $", {text.Incomplete}" : "");

    private static IEnumerable<LegendItem> OverTimeLegend(
        Phrases text,
        KpiDefinition definition,
        double confidence,
        SeriesOverlays over,
        bool limits,
        int unusual,
        int steps)
    {
        yield return LegendItem.Line(text.Symbol(definition), ColourRole.Primary, marker: MarkerShape.Dot);
        if (limits)
        {
            yield return LegendItem.Band(text.IntervalAt(confidence));
        }

        if (over.Adjusted is not null)
        {
            yield return LegendItem.Line(text.SeasonallyAdjusted, ColourRole.Secondary, dash: Drawing.Dashed);
        }

        if (over.Expected is not null)
        {
            yield return LegendItem.Line(text.ExpectedLabel, ColourRole.Secondary, 3, Drawing.Dense);
        }

        if (over.ExpectedLower is not null || over.ExpectedUpper is not null)
        {
            yield return LegendItem.Line(text.LimitsOfTheExpectation, ColourRole.Secondary, 1.5, Drawing.Dotted);
        }

        if (over.Target is { } target)
        {
            yield return LegendItem.Line(text.TargetOf(text.ValueInChart(definition, target)), ColourRole.Text, 1.5, "10 3 2 3");
        }

        if (unusual > 0)
        {
            yield return LegendItem.Marker(text.Unusual, MarkerShape.OpenDiamond, ColourRole.Alert);
        }

        if (steps > 0)
        {
            yield return LegendItem.Marker(text.NewLevel, MarkerShape.Down, ColourRole.Alert);
        }
    }

    private static List<string> OverTimeWords<TKpi>(
        Phrases text,
        KpiDefinition definition,
        KpiSeries<TKpi> series,
        CalendarPeriod[] periods,
        double?[] values,
        SeriesOverlays over,
        int[] unusual,
        int[] steps)
        where TKpi : struct, IKpi<TKpi>
    {
        int first = Array.FindIndex(values, value => value is not null), last = Array.FindLastIndex(values, value => value is not null);
        int lowest = Array.IndexOf(values, values.Min()), highest = Array.IndexOf(values, values.Max());
        List<string> words =
        [
            $"{text.Symbol(definition)}, {text.Between(text.ShortPeriod(series[0].Key), text.ShortPeriod(series[^1].Key))}",
            $"{text.First} {At(first)}",
            $"{text.Latest} {At(last)}",
            $"{text.Lowest} {At(lowest)}",
            $"{text.Highest} {At(highest)}",
        ];
        if (over.Target is { } target)
        {
            words.Add(text.TargetOf(text.ValueInChart(definition, target)));
        }

        if (unusual.Length > 0)
        {
            words.Add($"{text.Unusual}{text.Colon}{string.Join(", ", unusual.Select(At))}");
        }

        if (steps.Length > 0)
        {
            words.Add(text.NewLevelFrom(string.Join(", ", steps.Select(i => text.ShortPeriod(periods[i])))));
        }

        return words;

        string At(int i) => $"{text.ValueOf(series[i].Value)} ({Named(text, series, i)})";
    }

    private static IEnumerable<CalendarPeriod> Through(CalendarPeriod first, CalendarPeriod last, SeriesOverlays over)
    {
        foreach (PeriodSeries ahead in ((PeriodSeries?[])[over.Expected, over.ExpectedLower, over.ExpectedUpper])
            .OfType<PeriodSeries>()
            .Where(ahead => ahead.Count > 0))
        {
            CalendarPeriod end = ahead[^1].Key;
            last = end.CompareTo(last) > 0 ? end : last;
        }

        // The calendar may end with the last period, which then has no next one.
        for (CalendarPeriod period = first; period.CompareTo(last) < 0; period = period.Next())
        {
            yield return period;
        }

        yield return last;
    }

    private static void SameUnit(SeriesOverlays overlays, CalendarUnit unit)
    {
        IEnumerable<CalendarUnit> units =
        [
            .. ((PeriodSeries?[])[overlays.Adjusted, overlays.Expected, overlays.ExpectedLower, overlays.ExpectedUpper])
                .OfType<PeriodSeries>()
                .Select(overlay => overlay.Unit),
            .. overlays.Unusual.Concat(overlays.Steps).Select(period => period.Unit),
        ];
        foreach (CalendarUnit other in units.Where(other => other != unit))
        {
            throw new ArgumentException($"{nameof(overlays)} must have the series' unit {unit}, but one has {other}", nameof(overlays));
        }
    }

    private static T[] Aligned<T>(CalendarPeriod[] periods, Func<int, T> at) => [.. Enumerable.Range(0, periods.Length).Select(at)];

    private static double?[] On(CalendarPeriod[] periods, PeriodSeries? overlay)
    {
        Dictionary<CalendarPeriod, double?> figures = overlay is null ? [] : new(overlay);
        return [.. periods.Select(period => Drawable(figures.GetValueOrDefault(period)))];
    }

    private static int[] Positions(CalendarPeriod[] periods, IReadOnlyCollection<CalendarPeriod> marked, Func<int, bool> shown)
    {
        HashSet<CalendarPeriod> set = [.. marked];
        return [.. Enumerable.Range(0, periods.Length).Where(i => set.Contains(periods[i]) && shown(i))];
    }
}
