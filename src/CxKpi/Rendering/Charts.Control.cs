using CxKpi.Trends;

namespace CxKpi;

/// <content>Control charts.</content>
public static partial class Charts
{
    /// <summary>A control chart of single figures: mean, and limits from the moving range (XmR chart).</summary>
    /// <typeparam name="TKpi">The KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="options">Words and width; defaults when <see langword="null"/>.</param>
    /// <returns>The chart. Shares of counts have better limits by the overload that is told their evidence.</returns>
    /// <remarks>Limits hold for figures without season or trend: adjust first, or read the chart with the decomposition beside it.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    public static Chart ControlChart<TKpi>(KpiSeries<TKpi> series, ChartOptions? options = null)
        where TKpi : struct, IKpi<TKpi>
    {
        CalendarPeriod[] periods = [.. Guard.NotNull(series).Select(point => point.Key)];
        double[] values = [.. series.Select(point => Drawable(point.Value.Value) ?? double.NaN)];
        return ControlChart(periods, values, Individuals(values, TKpi.Definition.Unit), TKpi.Definition, options);
    }

    /// <summary>A control chart of shares: pooled share, and limits by each period's own number of observations (p-chart).</summary>
    /// <typeparam name="TKpi">The KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="evidence">The counts behind a record, such as <c>csat => csat.Evidence</c>.</param>
    /// <param name="options">Words and width; defaults when <see langword="null"/>.</param>
    /// <returns>The chart. With very many observations per period the limits are so narrow that ordinary variation passes them; then use the chart of single figures.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> or <paramref name="evidence"/> is <see langword="null"/>.</exception>
    public static Chart ControlChart<TKpi>(KpiSeries<TKpi> series, Func<TKpi, ShareTally> evidence, ChartOptions? options = null)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(evidence);
        CalendarPeriod[] periods = [.. Guard.NotNull(series).Select(point => point.Key)];
        ShareTally[] tallies = [.. series.Select(point => evidence(point.Value))];
        double[] values = [.. tallies.Select(tally => tally.Value ?? double.NaN)];
        return ControlChart(periods, values, ControlLimits.OfShares(values, [.. tallies.Select(tally => (double)tally.Total)]), TKpi.Definition, options);
    }

    /// <summary>A control chart of figures alone: by their own numbers of observations when they are shares of counts, by the moving range otherwise.</summary>
    /// <param name="series">The series.</param>
    /// <param name="options">Words and width; defaults when <see langword="null"/>.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    public static Chart ControlChart(PeriodSeries series, ChartOptions? options = null)
    {
        CalendarPeriod[] periods = [.. Guard.NotNull(series).Select(point => point.Key)];
        double[] values = series.Figures.ToArray();
        ControlLimits limits = series.IsShare && series.Sizes.Length > 0 ? ControlLimits.OfShares(values, series.Sizes) : ControlLimits.OfIndividuals(values);
        return ControlChart(periods, values, limits, series.IsShare ? Plainly.Share : Plainly.Figure, options);
    }

    private static Chart ControlChart(CalendarPeriod[] periods, double[] values, ControlLimits limits, KpiDefinition definition, ChartOptions? options)
    {
        int[] outside = [.. Enumerable.Range(0, values.Length).Where(i => limits.IsOutside(i, values[i]))];
        Page page = new(options, text => $"{text.Name(definition)}{text.Say(": control chart", " : carte de contrôle")}", text => limits.Centre is null ? "" : string.Join(" \u00B7 ", ControlFacts(text)));
        if (limits.Centre is not { } centre)
        {
            return page.Empty();
        }

        ChartText text = page.Text;
        page.Legend(ControlLegend());
        double?[] known = [.. values.Select(value => Drawable(value))];
        NumberAxis axis = NumberAxis.Around([.. values, .. limits.Lower.Concat(limits.Upper).OfType<double>(), centre], definition.Unit, text);
        TimePlot plot = new(page, periods, axis, PlotHeight, Axes.LabelWidth(axis));
        plot.Level(centre, Ink.Secondary, null);
        plot.Steps(limits.Upper, Ink.Secondary, Sketch.Dashed);
        plot.Steps(limits.Lower, Ink.Secondary, Sketch.Dashed);
        plot.Line(known, Ink.Primary, 1.5);
        plot.Dots(known, At);
        plot.Flag(outside, known, MarkerShape.Diamond, i => text.Period(periods[i]));
        plot.TimeLabels();
        return page.Finish(string.Join("; ", ControlFacts(text)) + (outside.Length == 0 ? "." : $": {string.Join(", ", outside.Select(At))}."));

        string At(int i) => $"{text.Period(periods[i])} {text.Value(definition, values[i])}";

        IEnumerable<string> ControlFacts(ChartText words)
        {
            yield return periods.Length == 1 ? words.Period(periods[0]) : $"{words.Period(periods[0])} {words.Say("to", "à")} {words.Period(periods[^1])}";
            yield return $"{words.Say("centre", "centre")} {words.Value(definition, limits.Centre!.Value)}";
            yield return limits.Lower.Any(limit => limit is not null)
                ? words.Say($"{outside.Length} outside the limits", $"{outside.Length} hors limites")
                : words.Say("too few figures for limits", "trop peu de chiffres pour des limites");
        }

        IEnumerable<LegendItem> ControlLegend()
        {
            yield return LegendItem.Line(definition.Symbol, Ink.Primary, 1.5, marker: MarkerShape.Dot);
            yield return LegendItem.Line(text.Say("centre", "centre"), Ink.Secondary, 1.5);
            if (limits.Lower.Any(limit => limit is not null))
            {
                yield return LegendItem.Line(text.Say("limits (3 sigma)", "limites (3 sigmas)"), Ink.Secondary, 1.5, Sketch.Dashed);
            }

            if (outside.Length > 0)
            {
                yield return LegendItem.Marker(text.Say("outside", "hors limites"), MarkerShape.Diamond, Ink.Alert);
            }
        }
    }

    private static ControlLimits Individuals(double[] values, KpiUnit unit) => unit switch
    {
        KpiUnit.Share => ControlLimits.OfIndividuals(values, 0, 1),
        KpiUnit.NetPoints => ControlLimits.OfIndividuals(values, -100, 100),
        KpiUnit.Seconds or KpiUnit.Rate or KpiUnit.Count => ControlLimits.OfIndividuals(values, Math.Min(0, values.Where(double.IsFinite).DefaultIfEmpty(0).Min())),
        _ => ControlLimits.OfIndividuals(values),
    };
}
