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
    /// <exception cref="ArgumentException">An overlay has another calendar unit than the series, or an expectation ends more than 20,000 periods or 1,000 years
    /// after the series begins.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The target lies outside the KPI's range, mostly because it was meant in another unit.</exception>
    public static Chart OverTime<TKpi>(KpiSeries<TKpi> series, SeriesOverlays? overlays = null, ChartOptions? options = null)
        where TKpi : struct, IKpi<TKpi>
    {
        KpiDefinition definition = TKpi.Definition;
        SeriesOverlays over = overlays ?? new();
        double?[] known = [.. Guard.NotNull(series).Select(point => Drawable(point.Value.Value))];
        int latest = Array.FindLastIndex(known, value => value is not null);
        ChartLayout layout = new(
            options,
            text => text.Named(text.Title(definition), definition, series.Select(point => point.Value)),
            text => latest < 0 ? "" : Span(text, series),
            text => latest < 0 ? "" : OverTimeFinding(text, series, known, over));
        SameUnit(over, series.Unit);
        if (latest < 0)
        {
            return layout.Empty();
        }

        if (over.Target is { } goal)
        {
            series[latest].Value.GoalRange.Require(goal, nameof(SeriesOverlays.Target), definition);
        }

        Phrases text = layout.Text;
        string? currency = series[latest].Value.Currency;
        CalendarPeriod[] periods = [.. Through(series[0].Key, series[^1].Key, over)];
        double?[] values = Aligned(periods, i => i < known.Length ? known[i] : null);
        CoveredFigures covered = CoveredFigures.Of(series, values);
        (HashSet<int> open, double?[] complete) = (covered.Open, covered.Complete);
        Estimate?[] estimates = [.. series.Select(point => point.Value.Estimate(layout.Options.Confidence))];
        (double Lower, double Upper)?[] limits = Aligned(
            periods,
            i => i < estimates.Length && estimates[i] is { Lower: { } lower, Upper: { } upper } ? (lower, upper) : ((double, double)?)null);
        double?[] adjusted = On(periods, over.Adjusted);
        Ahead ahead = Ahead.Of(On(periods, over.Expected), On(periods, over.ExpectedLower), On(periods, over.ExpectedUpper), complete);
        int[] unusual = Positions(periods, over.Unusual, i => values[i] is not null), steps = Positions(periods, over.Steps, _ => true);
        (int At, double Lower, double Upper)? judged = over.Latest is { Expected: { Lower: { } least, Upper: { } most } } one
            && Array.FindIndex(periods, period => period == one.Period) is >= 0 and var at
            && values[at] == one.Value
            ? (at, least, most)
            : null;

        NumberAxis axis = NumberAxis.Around(
            ((IEnumerable<double?>)
            [
                .. covered.Scaled,
                .. limits.Where((_, i) => covered.Scaled[i] is not null).SelectMany(limit => (double?[])[limit?.Lower, limit?.Upper]),
                .. adjusted, .. ahead.Drawn, over.Target, judged?.Lower, judged?.Upper,
            ]).OfType<double>(),
            definition.Unit,
            text);
        EndLabels ends = new(layout.Inner * 0.3);
        List<LegendItem> legend = [];
        Label(values, text.Symbol(definition), ColourRole.Primary, 2, null, MarkerShape.Dot, text.ValueOf(series[latest].Value), isBold: true);
        if (limits.Any(limit => limit is not null))
        {
            legend.Add(LegendItem.Band(text.IntervalAt(layout.Options.Confidence)));
        }

        Label(adjusted, text.SeasonallyAdjusted, ColourRole.Secondary, 2, Drawing.Dashed);
        Label(ahead.Values, text.ExpectedLabel, ColourRole.Secondary, 3, Drawing.Dense);
        if (over.Target is { } aim)
        {
            ends.Add(text.TargetOf(text.ValueInChart(definition, aim, currency)), aim, ColourRole.Text);
        }

        legend.AddRange(Marks(text, ahead.HasLimits || judged is not null, unusual.Length > 0, steps.Length > 0));
        legend.AddRange(Incomplete(
            text,
            open.Any(i => i < series.IncompleteAtStart),
            open.Any(i => i >= series.Count - series.IncompleteAtEnd)));
        layout.Legend(legend);

        TimePlot plot = new(layout, periods, axis, PlotHeight, Axes.LabelWidth(axis), ends.Width);
        plot.Ribbon([.. limits.Select((limit, i) => complete[i] is null ? null : limit)]);
        plot.Ribbon(ahead.Limits, ColourRole.Fan, ColourRole.Secondary);
        IReadOnlyList<FlagLabel> labels = plot.Labels(unusual, values, i => text.ShortPeriod(periods[i]));
        foreach (double?[] side in ahead.SidesAlone)
        {
            plot.Line(side, ColourRole.Secondary, 1);
        }

        plot.Line(ahead.Joined, ColourRole.Secondary, 3, Drawing.Dense);
        if (over.Target is { } target)
        {
            plot.Level(target, ColourRole.Text, "10 3 2 3");
        }

        foreach (int step in steps)
        {
            plot.Boundary(step, ColourRole.Alert);
        }

        foreach (int i in open.Where(i => limits[i] is not null))
        {
            plot.Bar(i, limits[i]!.Value.Lower, limits[i]!.Value.Upper, ColourRole.BandEdge);
        }

        if (judged is { } range)
        {
            plot.Bar(range.At, range.Lower, range.Upper, ColourRole.Secondary, 3.5);
        }

        plot.Line(complete, ColourRole.Primary, 2);
        plot.Line(covered.Broken, ColourRole.Primary, 2, Drawing.Dotted);
        plot.Line(adjusted, ColourRole.Secondary, 2, Drawing.Dashed);
        plot.Dots(values, i => $"{Named(text, series, i)}{text.Colon}{text.ValueOf(series[i].Value)}", open);
        plot.Flag(unusual, values, MarkerShape.OpenDiamond, labels, i => text.ShortPeriod(periods[i]));
        ends.Draw(layout.Drawing, plot);
        plot.TimeLabels();
        string[] said = [.. OverTimeWords(text, definition, series, periods, values, over, unusual, steps)];
        ChartData data = new(
            [
                ChartData.Words(text.PeriodLabel),
                .. ((string[])
                [
                    text.ValueLabel, text.LowerLimitLabel, text.UpperLimitLabel, text.ObservationsLabel,
                    text.SeasonallyAdjusted, text.ExpectedLabel, text.ExpectedLowerLabel, text.ExpectedUpperLabel,
                ]).Select(ChartData.Figures),
            ],
            [
                .. periods.Select((period, i) => (ChartCell[])
                [
                    new(text.ShortPeriod(period) + (i < series.Count && series.IsIncompleteAt(i) ? $", {text.Incomplete}" : "")),
                    Cell(values[i]), Cell(limits[i]?.Lower), Cell(limits[i]?.Upper),
                    i < series.Count ? ChartCell.Count(text, KpiBasis.Of(series[i].Value).Rows) : default,
                    Cell(adjusted[i]), Cell(ahead.Values[i]), Cell(ahead.Lower[i]), Cell(ahead.Upper[i]),
                ]),
            ]);
        return layout.Finish(data, said[0], text.Semicolon, said[1..], text.Semicolon);

        // A line that goes on to the right end is named there, any other in the legend.
        void Label(
            double?[] line,
            string name,
            ColourRole colour,
            double thickness,
            string? dash,
            MarkerShape? marker = null,
            string? atEnd = null,
            bool isBold = false)
        {
            int last = Array.FindLastIndex(line, value => value is not null);
            if (last >= 0 && last >= periods.Length - 1 - open.Count(i => i > last))
            {
                ends.Add(atEnd ?? name, line[last]!.Value, colour, isBold);
            }
            else if (last >= 0)
            {
                legend.Add(LegendItem.Line(name, colour, thickness, dash, marker));
            }
        }

        ChartCell Cell(double? value) => ChartCell.Value(text, definition, value, currency);
    }

    private static string Named<TKpi>(Phrases text, KpiSeries<TKpi> series, int index)
        where TKpi : struct, IKpi<TKpi> =>
        text.ShortPeriod(series[index].Key) + (series.IsIncompleteAt(index) ? $", {text.Incomplete}" : "");

    private static string Span<TKpi>(Phrases text, KpiSeries<TKpi> series)
        where TKpi : struct, IKpi<TKpi>
    {
        string first = text.ShortPeriod(series[0].Key), last = text.ShortPeriod(series[^1].Key);
        return series.Count == 1 ? first : text.Between(first, last);
    }

    // The latest complete figure with the verdict on it, and the new levels: what the overlays were told, and nothing more.
    private static string OverTimeFinding<TKpi>(Phrases text, KpiSeries<TKpi> series, double?[] known, SeriesOverlays over)
        where TKpi : struct, IKpi<TKpi>
    {
        int latest = LatestComplete(series, known);
        bool isJudged = over.Latest is { Verdict: not LatestVerdict.Unknown } judged && judged.Period == series[latest].Key && judged.Value == known[latest];
        string verdict = isJudged ? text.Verdict(over.Latest!.Verdict) : "";
        if (isJudged && over.Latest!.Basis == LatestBasis.SamplingError)
        {
            verdict = $"{verdict} ({text.BySamplingErrorOnly})";
        }

        CalendarPeriod[] levels = [.. over.Steps.Where(step => step.CompareTo(series[0].Key) >= 0 && step.CompareTo(series[^1].Key) <= 0).Order()];
        return Phrases.JoinNotEmpty(
            text.Semicolon,
            Phrases.JoinNotEmpty(", ", $"{text.ValueOf(series[latest].Value)} ({Named(text, series, latest)})", verdict),
            levels.Length > 0 ? text.NewLevelFrom(string.Join(", ", levels.Select(text.ShortPeriod))) : "");
    }

    /// <summary>The position of the latest figure whose period is covered in full, or of the latest at all.</summary>
    private static int LatestComplete<TKpi>(KpiSeries<TKpi> series, double?[] known)
        where TKpi : struct, IKpi<TKpi>
    {
        int complete = Enumerable.Range(0, known.Length).Reverse().FirstOrDefault(i => known[i] is not null && !series.IsIncompleteAt(i), -1);
        return complete >= 0 ? complete : Array.FindLastIndex(known, value => value is not null);
    }

    private static IEnumerable<LegendItem> Marks(Phrases text, bool expected, bool unusual, bool steps)
    {
        if (expected)
        {
            yield return LegendItem.Area(text.LimitsOfTheExpectation, ColourRole.Fan, ColourRole.Secondary);
        }

        if (unusual)
        {
            yield return LegendItem.Marker(text.Unusual, MarkerShape.OpenDiamond, ColourRole.Alert);
        }

        if (steps)
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
            $"{text.Symbol(definition)}, {Span(text, series)}",
            $"{text.First} {At(first)}",
            $"{text.Latest} {At(last)}",
            $"{text.Lowest} {At(lowest)}",
            $"{text.Highest} {At(highest)}",
        ];
        if (over.Target is { } target)
        {
            words.Add(text.TargetOf(text.ValueInChart(definition, target, series[last].Value.Currency)));
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
            if (end.CompareTo(last) > 0)
            {
                _ = PeriodCount.WithoutGaps(first, end, "overlays");
                last = end;
            }
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

    /// <summary>Figures by whether the rows cover their periods in full.</summary>
    /// <param name="Open">The positions of figures whose periods are covered only in part.</param>
    /// <param name="Complete">The other figures.</param>
    /// <param name="Broken">The figures in <paramref name="Open"/> with those beside them, which lead there.</param>
    /// <param name="Scaled">
    /// The figures that set the scale: a period that is covered only in part has too few observations, or too small a sum, for that.
    /// </param>
    private sealed record CoveredFigures(HashSet<int> Open, double?[] Complete, double?[] Broken, double?[] Scaled)
    {
        internal static CoveredFigures Of<TKpi>(KpiSeries<TKpi> series, double?[] values)
            where TKpi : struct, IKpi<TKpi>
        {
            HashSet<int> open = [.. Enumerable.Range(0, series.Count).Where(i => series.IsIncompleteAt(i) && values[i] is not null)];
            double?[] complete = [.. values.Select((value, i) => open.Contains(i) ? null : value)];
            return new(
                open,
                complete,
                [.. values.Select((value, i) => open.Contains(i - 1) || open.Contains(i) || open.Contains(i + 1) ? value : null)],
                complete.Any(value => value is not null) ? complete : values);
        }
    }

    /// <summary>What is expected, with its limits, and joined to the last figure where it goes on from there.</summary>
    private sealed record Ahead(double?[] Values, double?[] Lower, double?[] Upper, (int At, double Value)? Joint)
    {
        internal static Ahead Of(double?[] values, double?[] lower, double?[] upper, double?[] complete)
        {
            int first = Array.FindIndex(values, value => value is not null), last = Array.FindLastIndex(complete, value => value is not null);
            return new(values, lower, upper, first > 0 && last == first - 1 ? (last, complete[last]!.Value) : null);
        }

        internal bool HasLimits => Lower.Concat(Upper).Any(limit => limit is not null);

        internal IEnumerable<double?> Drawn => [.. Values, .. Lower, .. Upper];

        /// <summary>Limits on one side only, which enclose nothing.</summary>
        internal IEnumerable<double?[]> SidesAlone =>
        [
            [.. Lower.Select((limit, i) => Upper[i] is null ? limit : null)],
            [.. Upper.Select((limit, i) => Lower[i] is null ? limit : null)],
        ];

        internal IReadOnlyList<double?> Joined => [.. Values.Select((value, i) => Joint?.At == i ? Joint.Value.Value : value)];

        internal IReadOnlyList<(double Lower, double Upper)?> Limits =>
        [
            .. Values.Select((_, i) => Joint?.At == i ? (Joint.Value.Value, Joint.Value.Value)
                : Lower[i] is { } low && Upper[i] is { } high ? (low, high)
                : ((double, double)?)null),
        ];
    }
}
