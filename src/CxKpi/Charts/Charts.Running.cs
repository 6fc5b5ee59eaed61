using CxKpi.Practices;
using CxKpi.Trends;

namespace CxKpi;

/// <content>Running averages and sums of deviations.</content>
public static partial class Charts
{
    /// <summary>Draws a running average with its limits (EWMA), which shows small lasting changes, over the figures that it follows.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series, without season or trend.</param>
    /// <param name="baseline">How many periods from the first on say what the figures should be and how they vary, from 2; 60 or more is advisable.</param>
    /// <param name="options">Title, language and width; defaults when <see langword="null"/>.</param>
    /// <param name="weight">The weight of the newest figure, greater than 0 and at most 1.</param>
    /// <param name="width">The distance of the limits in standard deviations, greater than 0.</param>
    /// <returns>The chart of what <c>series.Ewma(baseline, weight, width)</c> gives. Where the rule of the records changes, it begins with the latest
    /// rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting lies outside its range.</exception>
    public static Chart EwmaChart<TKpi>(KpiSeries<TKpi> series, int baseline, ChartOptions? options = null, double weight = 0.2, double width = 3)
        where TKpi : struct, IKpi<TKpi>
    {
        KpiSeries<TKpi> alike = Guard.NotNull(series).OfLatestRule;
        return EwmaChart(alike.ToPeriodSeries(), TKpi.Definition, alike.CommonBasis, baseline, options, weight, width);
    }

    /// <summary>Draws a running average of figures alone with its limits (EWMA).</summary>
    /// <param name="series">The series, without season or trend.</param>
    /// <param name="baseline">How many periods from the first on say what the figures should be and how they vary, from 2; 60 or more is advisable.</param>
    /// <param name="options">Title, language and width; defaults when <see langword="null"/>.</param>
    /// <param name="weight">The weight of the newest figure, greater than 0 and at most 1.</param>
    /// <param name="width">The distance of the limits in standard deviations, greater than 0.</param>
    /// <returns>The chart of what <c>series.Ewma(baseline, weight, width)</c> gives.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting lies outside its range.</exception>
    public static Chart EwmaChart(PeriodSeries series, int baseline, ChartOptions? options = null, double weight = 0.2, double width = 3) =>
        EwmaChart(Guard.NotNull(series), PlainOf(series), null, baseline, options, weight, width);

    /// <summary>Draws the sums of deviations upwards and downwards with their limit (CUSUM), which show a lasting change soonest.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series, without season or trend.</param>
    /// <param name="baseline">How many periods from the first on say what the figures should be and how they vary, from 2; 60 or more is advisable.</param>
    /// <param name="options">Title, language and width; defaults when <see langword="null"/>.</param>
    /// <param name="allowance">What each deviation is reduced by, in standard deviations, not negative: half the change to be found.</param>
    /// <param name="limit">The limit of the sums, in standard deviations, greater than 0.</param>
    /// <returns>The chart of what <c>series.Cusum(baseline, allowance, limit)</c> gives. Where the rule of the records changes, it begins with the latest
    /// rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting lies outside its range.</exception>
    public static Chart CusumChart<TKpi>(KpiSeries<TKpi> series, int baseline, ChartOptions? options = null, double allowance = 0.5, double limit = 5)
        where TKpi : struct, IKpi<TKpi>
    {
        KpiSeries<TKpi> alike = Guard.NotNull(series).OfLatestRule;
        return CusumChart(alike.ToPeriodSeries(), TKpi.Definition, alike.CommonBasis, baseline, options, allowance, limit);
    }

    /// <summary>Draws the sums of deviations of figures alone with their limit (CUSUM).</summary>
    /// <param name="series">The series, without season or trend.</param>
    /// <param name="baseline">How many periods from the first on say what the figures should be and how they vary, from 2; 60 or more is advisable.</param>
    /// <param name="options">Title, language and width; defaults when <see langword="null"/>.</param>
    /// <param name="allowance">What each deviation is reduced by, in standard deviations, not negative: half the change to be found.</param>
    /// <param name="limit">The limit of the sums, in standard deviations, greater than 0.</param>
    /// <returns>The chart of what <c>series.Cusum(baseline, allowance, limit)</c> gives.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting lies outside its range.</exception>
    public static Chart CusumChart(PeriodSeries series, int baseline, ChartOptions? options = null, double allowance = 0.5, double limit = 5) =>
        CusumChart(Guard.NotNull(series), PlainOf(series), null, baseline, options, allowance, limit);

    private static Chart EwmaChart(
        PeriodSeries series, KpiDefinition definition, KpiBasis? basis, int baseline, ChartOptions? options, double weight, double width)
    {
        Ewma average = series.Ewma(baseline, weight, width);
        return Watched(series, definition, basis, options, average.Centre is not null, new(
            text => text.EwmaCaption,
            text => $"{text.Centre} {text.ValueInChart(definition, average.Centre!.Value)}",
            definition.Unit,
            [new(text => text.RunningAverageLabel, [.. average.Points.Select(point => Drawable(point.Statistic))], ColourRole.Primary, null)],
            [.. average.Points.Select(point => Drawable(point.Value))],
            [.. average.Points.Select(point => Drawable(point.Lower))],
            [.. average.Points.Select(point => Drawable(point.Upper))],
            average.Centre,
            width,
            [.. average.Signals.Select(point => point.Position)]));
    }

    private static Chart CusumChart(
        PeriodSeries series, KpiDefinition definition, KpiBasis? basis, int baseline, ChartOptions? options, double allowance, double limit)
    {
        Cusum sums = series.Cusum(baseline, allowance, limit);
        return Watched(series, definition, basis, options, sums.Deviation is not null, new(
            text => text.CusumCaption,
            text => $"{text.StandardDeviationLabel} {text.ValueInChart(definition, sums.Deviation!.Value)}",
            null,
            [
                new(text => text.SumUpLabel, [.. sums.Points.Select(point => Drawable(point.Up))], ColourRole.Primary, null),
                new(text => text.SumDownLabel, [.. sums.Points.Select(point => Drawable(point.Down))], ColourRole.Primary, Drawing.Dense),
            ],
            [],
            [],
            [.. sums.Points.Select(_ => (double?)limit)],
            null,
            limit,
            [.. sums.Signals.Select(point => point.Position)]));
    }

    private static Chart Watched(PeriodSeries series, KpiDefinition definition, KpiBasis? basis, ChartOptions? options, bool isTold, WatchedFigures watched)
    {
        CalendarPeriod[] periods = [.. series.Select(point => point.Key)];
        ChartLayout layout = new(
            options,
            text => text.Named(text.Title(definition), definition, basis) + (isTold ? "" : text.Colon + watched.Caption(text)),
            text => isTold ? string.Join(" \u00B7 ", Facts(text).SkipLast(1).Prepend(watched.Caption(text))) : "",
            text => isTold ? text.CountOutsideLimits(watched.Signals.Length) : "");
        if (periods.Length == 0 || !isTold)
        {
            return layout.Empty(periods.Length == 0 ? null : layout.Text.TooFewFiguresForLimits);
        }

        Phrases text = layout.Text;
        layout.Legend(
        [
            .. watched.Raw.Length == 0 ? Array.Empty<LegendItem>() : [LegendItem.Marker(text.Symbol(definition), MarkerShape.Ring, ColourRole.Secondary)],
            .. watched.Lines.Select(line => LegendItem.Line(line.Name(text), line.Colour, 2, line.Dash)),
            LegendItem.Line(text.LimitsInSigma(text.Number(watched.Width)), ColourRole.Secondary, 1.5, Drawing.Dashed),
            .. watched.Signals.Length == 0 ? Array.Empty<LegendItem>() : [LegendItem.Marker(text.OutsideLimits, MarkerShape.Diamond, ColourRole.Alert)],
        ]);
        NumberAxis axis = NumberAxis.Around(
            [
                .. watched.Lines.SelectMany(line => line.Values).Concat(watched.Raw).Concat(watched.Lower).Concat(watched.Upper).OfType<double>(),
                watched.Centre ?? 0,
            ],
            watched.Unit,
            text);
        TimePlot plot = new(layout, periods, axis, PlotHeight, Axes.LabelWidth(axis));

        // Where several lines run, the one that passed the limit is the highest.
        double?[] judged = [.. Enumerable.Range(0, periods.Length).Select(i => watched.Lines.Max(line => line.Values[i]))];
        IReadOnlyList<FlagLabel> labels = plot.Labels(watched.Signals.Take(1).ToArray(), judged, i => text.ShortPeriod(periods[i]));
        if (watched.Centre is { } centre)
        {
            plot.Level(centre, ColourRole.Secondary, null);
        }

        for (int i = 0; i < watched.Raw.Length; i++)
        {
            if (watched.Raw[i] is { } figure)
            {
                layout.Drawing.Marker(MarkerShape.Ring, plot.X(i), plot.Y(figure), 2, ColourRole.Secondary);
            }
        }

        plot.Steps(watched.Upper, ColourRole.Secondary, Drawing.Dashed);
        plot.Steps(watched.Lower, ColourRole.Secondary, Drawing.Dashed);
        foreach (WatchedLine line in watched.Lines)
        {
            plot.Line(line.Values, line.Colour, 2, line.Dash);
        }

        plot.Flag(watched.Signals, judged, MarkerShape.Diamond, labels, i => text.ShortPeriod(periods[i]));
        plot.TimeLabels();
        ChartData data = new(
            [
                ChartData.Words(text.PeriodLabel), ChartData.Figures(text.ValueLabel), .. watched.Lines.Select(line => ChartData.Figures(line.Name(text))),
                ChartData.Figures(text.LowerLimitLabel), ChartData.Figures(text.UpperLimitLabel), ChartData.Words(text.VerdictLabel),
            ],
            [
                .. periods.Select((period, i) => (ChartCell[])
                [
                    new(text.ShortPeriod(period)), Cell(watched.Raw, i), .. watched.Lines.Select(line => Cell(line.Values, i)), Cell(watched.Lower, i),
                    Cell(watched.Upper, i), watched.Signals.Contains(i) ? new(text.OutsideLimits) : default,
                ]),
            ]);
        return layout.Finish(
            data, string.Join(text.Semicolon, Facts(text)), text.Colon, [.. watched.Signals.Select(i => text.ShortPeriod(periods[i]))], ", ");

        // Sums of deviations are in standard deviations, which have no unit.
        ChartCell Cell(double?[] values, int i) =>
            i < values.Length ? ChartCell.Value(text, watched.Unit is null ? PlainDefinitions.Figure : definition, values[i]) : default;

        IEnumerable<string> Facts(Phrases words) =>
        [
            periods.Length == 1 ? words.ShortPeriod(periods[0]) : words.Between(words.ShortPeriod(periods[0]), words.ShortPeriod(periods[^1])),
            watched.Fact(words),
            words.CountOutsideLimits(watched.Signals.Length),
        ];
    }

    private static KpiDefinition PlainOf(PeriodSeries series) => series.IsShare ? PlainDefinitions.Share : PlainDefinitions.Figure;

    private sealed record WatchedLine(Func<Phrases, string> Name, double?[] Values, ColourRole Colour, string? Dash);

    private sealed record WatchedFigures(
        Func<Phrases, string> Caption,
        Func<Phrases, string> Fact,
        KpiUnit? Unit,
        WatchedLine[] Lines,
        double?[] Raw,
        double?[] Lower,
        double?[] Upper,
        double? Centre,
        double Width,
        int[] Signals);
}
