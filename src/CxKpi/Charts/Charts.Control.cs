using CxKpi.Practices;
using CxKpi.Trends;

namespace CxKpi;

/// <content>Control charts.</content>
public static partial class Charts
{
    /// <summary>Draws a control chart: a centre line, and limits within which figures stay that vary only by chance.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="options">Title, language and width; defaults when <see langword="null"/>.</param>
    /// <param name="method">The method of the limits; <see langword="null"/>, the default, takes Laney's for shares of counts and the moving range for
    /// others.</param>
    /// <returns>The chart of the figures that <c>series.ControlLimits(method)</c> gives.</returns>
    /// <remarks>
    /// Where the rule of the records changes, the chart begins with the latest rule. A first or last period that is covered only in part is shown and not
    /// judged. The limits are valid for figures without season or trend, so adjust the series first.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The method is not a named value, or does not suit the series.</exception>
    public static Chart ControlChart<TKpi>(KpiSeries<TKpi> series, ChartOptions? options = null, ControlMethod? method = null)
        where TKpi : struct, IKpi<TKpi>
    {
        KpiSeries<TKpi> alike = Guard.NotNull(series).OfLatestRule;
        return ControlChart(alike.ToPeriodSeries(), TKpi.Definition, alike.CommonBasis, options, method);
    }

    /// <summary>Draws a control chart of figures alone.</summary>
    /// <param name="series">The series.</param>
    /// <param name="options">Title, language and width; defaults when <see langword="null"/>.</param>
    /// <param name="method">The method of the limits; <see langword="null"/>, the default, takes Laney's for shares of counts and the moving range for
    /// others.</param>
    /// <returns>The chart of the figures that <c>series.ControlLimits(method)</c> gives.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The method is not a named value, or does not suit the series.</exception>
    public static Chart ControlChart(PeriodSeries series, ChartOptions? options = null, ControlMethod? method = null) =>
        ControlChart(Guard.NotNull(series), PlainOf(series), null, options, method);

    private static Chart ControlChart(PeriodSeries series, KpiDefinition definition, KpiBasis? basis, ChartOptions? options, ControlMethod? method)
    {
        ControlLimits limits = series.ControlLimits(method);
        CalendarPeriod[] periods = [.. series.Select(point => point.Key)];
        double[] values = series.Shown.ToArray();
        double?[] lower = [.. limits.Points.Select(point => point.Lower)], upper = [.. limits.Points.Select(point => point.Upper)];
        int[] open = [.. Enumerable.Range(0, values.Length).Where(series.IsIncompleteAt)];
        int[] outside = [.. limits.Signals.Select(point => point.Position)];
        bool hasLimits = lower.Any(limit => limit is not null);
        ChartLayout layout = new(
            options,
            text => text.Named(hasLimits ? text.Title(definition) : text.ControlChartOf(text.Title(definition)), definition, basis),
            text => limits.Centre is null ? ""
                : string.Join(" \u00B7 ", hasLimits ? [text.ControlChartOf(text.Symbol(definition)), .. ControlFacts(text).SkipLast(1)] : ControlFacts(text)),
            text => hasLimits ? text.CountOutsideLimits(outside.Length) : "");
        if (limits.Centre is not { } centre)
        {
            return layout.Empty();
        }

        Phrases text = layout.Text;
        layout.Legend(ControlLegend());
        double?[] known = [.. values.Select(value => Drawable(value))];
        NumberAxis axis = NumberAxis.Around([.. values, .. lower.Concat(upper).OfType<double>(), centre], definition.Unit, text);
        TimePlot plot = new(layout, periods, axis, PlotHeight, Axes.LabelWidth(axis));
        IReadOnlyList<FlagLabel> labels = plot.Labels(outside, known, i => text.ShortPeriod(periods[i]));
        plot.Level(centre, ColourRole.Secondary, null);
        plot.Steps(upper, ColourRole.Secondary, Drawing.Dashed);
        plot.Steps(lower, ColourRole.Secondary, Drawing.Dashed);
        plot.Line(known, ColourRole.Primary, 1.5);
        plot.Dots(known, At, open);
        plot.Flag(outside, known, MarkerShape.Diamond, labels, At);
        plot.TimeLabels();
        ChartData data = new(
            [
                ChartData.Words(text.PeriodLabel), ChartData.Figures(text.ValueLabel), ChartData.Figures(text.LowerLimitLabel),
                ChartData.Figures(text.UpperLimitLabel), ChartData.Words(text.VerdictLabel),
            ],
            [
                .. periods.Select((period, i) => (ChartCell[])
                [
                    new(text.ShortPeriod(period) + (series.IsIncompleteAt(i) ? $", {text.Incomplete}" : "")), ChartCell.Value(text, definition, values[i]),
                    ChartCell.Value(text, definition, lower[i]), ChartCell.Value(text, definition, upper[i]),
                    outside.Contains(i) ? new(text.OutsideLimits) : default,
                ]),
            ]);
        return layout.Finish(data, string.Join(text.Semicolon, ControlFacts(text)), text.Colon, [.. outside.Select(At)], ", ");

        string At(int i) => $"{text.ShortPeriod(periods[i])} {text.ValueInChart(definition, values[i])}";

        IEnumerable<string> ControlFacts(Phrases words)
        {
            yield return periods.Length == 1 ? words.ShortPeriod(periods[0]) : words.Between(words.ShortPeriod(periods[0]), words.ShortPeriod(periods[^1]));
            yield return $"{words.Centre} {words.ValueInChart(definition, limits.Centre!.Value)}";
            yield return hasLimits
                ? words.CountOutsideLimits(outside.Length)
                : words.TooFewFiguresForLimits;
        }

        IEnumerable<LegendItem> ControlLegend()
        {
            yield return LegendItem.Line(text.Symbol(definition), ColourRole.Primary, 1.5, marker: MarkerShape.Dot);
            yield return LegendItem.Line(text.Centre, ColourRole.Secondary, 1.5);
            if (hasLimits)
            {
                yield return LegendItem.Line(text.LimitsInSigma("3"), ColourRole.Secondary, 1.5, Drawing.Dashed);
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
}
