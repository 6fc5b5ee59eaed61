using CxKpi.Trends;

namespace CxKpi;

/// <content>Control charts.</content>
public static partial class Charts
{
    /// <summary>Draws a control chart: a centre line, and limits within which figures stay that vary only by chance.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="options">Title, language and width; defaults when <see langword="null"/>.</param>
    /// <returns>The chart. Shares of counts have limits by each period's own number of observations (p-chart), and other figures by the moving range (XmR
    /// chart).</returns>
    /// <remarks>
    /// Where the rule of the records changes, the chart begins with the latest rule. A first or last period that is covered only in part is shown and not
    /// tested. The limits are valid for figures without season or trend, so adjust the series first.
    /// With very many observations per period the limits of a p-chart are so narrow that ordinary variation passes them; in that case draw
    /// <see cref="PeriodSeries.FromValues"/> of the figures.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    public static Chart ControlChart<TKpi>(KpiSeries<TKpi> series, ChartOptions? options = null)
        where TKpi : struct, IKpi<TKpi>
    {
        KpiSeries<TKpi> alike = Guard.NotNull(series).OfLatestRule;
        return ControlChart(alike.ToPeriodSeries(), TKpi.Definition, alike.CommonBasis, options);
    }

    /// <summary>Draws a control chart of figures alone.</summary>
    /// <param name="series">The series.</param>
    /// <param name="options">Title, language and width; defaults when <see langword="null"/>.</param>
    /// <returns>The chart. Shares of counts have limits by each period's own number of observations (p-chart), and other figures by the moving range (XmR
    /// chart).</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    public static Chart ControlChart(PeriodSeries series, ChartOptions? options = null) =>
        ControlChart(Guard.NotNull(series), series.IsShare ? PlainDefinitions.Share : PlainDefinitions.Figure, null, options);

    private static Chart ControlChart(PeriodSeries series, KpiDefinition definition, KpiBasis? basis, ChartOptions? options)
    {
        CalendarPeriod[] periods = [.. series.Select(point => point.Key)];
        double[] values = series.Shown.ToArray(), tested = [.. values];
        int[] open = [.. Enumerable.Range(0, values.Length).Where(series.IsIncompleteAt)];
        foreach (int i in open)
        {
            tested[i] = double.NaN;
        }

        ControlLimits limits = series.IsShare && series.Sizes.Length > 0 ? ControlLimits.OfShares(tested, series.Sizes) : Individuals(tested, definition);
        int[] outside = [.. Enumerable.Range(0, values.Length).Where(i => !open.Contains(i) && limits.IsOutside(i, values[i]))];
        ChartLayout layout = new(
            options,
            text => text.Named(text.ControlChartOf(text.Title(definition)), definition, basis),
            text => limits.Centre is null ? "" : string.Join(" \u00B7 ", ControlFacts(text)));
        if (limits.Centre is not { } centre)
        {
            return layout.Empty();
        }

        Phrases text = layout.Text;
        layout.Legend(ControlLegend());
        double?[] known = [.. values.Select(value => Drawable(value))];
        NumberAxis axis = NumberAxis.Around([.. values, .. limits.Lower.Concat(limits.Upper).OfType<double>(), centre], definition.Unit, text);
        TimePlot plot = new(layout, periods, axis, PlotHeight, Axes.LabelWidth(axis));
        IReadOnlyList<FlagLabel> labels = plot.Labels(outside, known, i => text.ShortPeriod(periods[i]));
        plot.Level(centre, ColourRole.Secondary, null);
        plot.Steps(limits.Upper, ColourRole.Secondary, Drawing.Dashed);
        plot.Steps(limits.Lower, ColourRole.Secondary, Drawing.Dashed);
        plot.Line(known, ColourRole.Primary, 1.5);
        plot.Dots(known, At, open);
        plot.Flag(outside, known, MarkerShape.Diamond, labels, At);
        plot.TimeLabels();
        string listed = outside.Length == 0 ? "" : text.Colon + string.Join(", ", outside.Select(At));
        return layout.Finish($"{string.Join(text.Semicolon, ControlFacts(text))}{listed}.");

        string At(int i) => $"{text.ShortPeriod(periods[i])} {text.ValueInChart(definition, values[i])}";

        IEnumerable<string> ControlFacts(Phrases words)
        {
            yield return periods.Length == 1 ? words.ShortPeriod(periods[0]) : words.Between(words.ShortPeriod(periods[0]), words.ShortPeriod(periods[^1]));
            yield return $"{words.Centre} {words.ValueInChart(definition, limits.Centre!.Value)}";
            yield return limits.Lower.Any(limit => limit is not null)
                ? words.CountOutsideLimits(outside.Length)
                : words.TooFewFiguresForLimits;
        }

        IEnumerable<LegendItem> ControlLegend()
        {
            yield return LegendItem.Line(text.Symbol(definition), ColourRole.Primary, 1.5, marker: MarkerShape.Dot);
            yield return LegendItem.Line(text.Centre, ColourRole.Secondary, 1.5);
            if (limits.Lower.Any(limit => limit is not null))
            {
                yield return LegendItem.Line(text.LimitsOfThreeSigma, ColourRole.Secondary, 1.5, Drawing.Dashed);
            }

            foreach (LegendItem ring in Incomplete(text, series.IsFirstIncomplete, series.IsLastIncomplete))
            {
                yield return ring;
            }

            if (outside.Length > 0)
            {
                yield return LegendItem.Marker(text.OutsideLimits, MarkerShape.Diamond, ColourRole.Alert);
            }
        }
    }

    private static ControlLimits Individuals(double[] values, KpiDefinition definition) => definition.Unit switch
    {
        KpiUnit.Share => ControlLimits.OfIndividuals(values, 0, 1),
        KpiUnit.NetPoints => ControlLimits.OfIndividuals(values, -100, 100),
        KpiUnit.Seconds or KpiUnit.Rate or KpiUnit.Count when definition != PlainDefinitions.Figure => ControlLimits.OfIndividuals(values, 0),
        KpiUnit.Seconds or KpiUnit.Rate or KpiUnit.Count => ControlLimits.OfIndividuals(values),
        KpiUnit.ScalePoints or KpiUnit.Index or KpiUnit.Money or KpiUnit.Ratio or KpiUnit.Percentage => ControlLimits.OfIndividuals(values),
    };
}
