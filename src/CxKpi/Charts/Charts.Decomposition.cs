using System.Runtime.CompilerServices;
using CxKpi.Trends;

namespace CxKpi;

/// <content>Decompositions.</content>
public static partial class Charts
{
    /// <summary>Draws a KPI over time and its components, one panel each: observed = trend + season + remainder.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="options">Title, language, width and confidence; defaults when <see langword="null"/>.</param>
    /// <returns>The chart. Each panel has its own scale, and at its right edge a bar of one common length by which the scales can be compared.</returns>
    /// <remarks>Where the rule of the records changes, the chart begins with the latest rule.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    public static Chart Decomposition<TKpi>(KpiSeries<TKpi> series, ChartOptions? options = null)
        where TKpi : struct, IKpi<TKpi> =>
        Decomposition(Guard.NotNull(series).OfLatestRule.SeasonallyAdjust(confidence: (options ?? new()).Confidence), TKpi.Definition, options);

    /// <summary>Draws the components of a seasonal adjustment, one panel each: observed = trend + season + remainder.</summary>
    /// <param name="adjustment">The adjustment.</param>
    /// <param name="definition">The definition of the figures; <see langword="null"/> for figures alone.</param>
    /// <param name="options">Title, language and width; the confidence is that of the adjustment. Defaults when <see langword="null"/>.</param>
    /// <returns>The chart, with the trend's limits. When the adjustment was refused it is a frame that gives the reason.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="adjustment"/> is <see langword="null"/>.</exception>
    public static Chart Decomposition(SeasonalAdjustment adjustment, KpiDefinition? definition = null, ChartOptions? options = null)
    {
        IReadOnlyList<AdjustedPeriod> periods = Guard.NotNull(adjustment).Periods;
        if (adjustment.Refusal is { } refusal && periods.Any(period => period.Observed is not null))
        {
            ChartLayout layout = new(options, text => PartsTitle(text, definition), text => refusal.In(text.Language));
            return layout.Empty(layout.Text.NoDecomposition, refusal.In(layout.Text.Language));
        }

        return Decomposition(
            [.. periods.Select(period => period.Period)],
            text =>
            [
                new(text.ObservedLabel, Column(period => period.Observed)),
                new(text.TrendLabel, Column(period => period.Trend))
                {
                    Limits = [.. periods.Select(period =>
                        period is { TrendLower: { } lower, TrendUpper: { } upper } ? (lower, upper) : ((double, double)?)null)],
                },
                new(text.SeasonLabel, Column(period => period.Seasonal), IsDifference: true),
                new(text.RemainderLabel, Column(period => period.Remainder), IsDifference: true, IsSticks: true),
            ],
            definition,
            definition ?? PlainDefinitions.Figure,
            options);

        double?[] Column(Func<AdjustedPeriod, double?> part) => [.. periods.Select(period => Drawable(part(period)))];
    }

    /// <summary>Draws a series and its components, one panel each: observed = trend + season + remainder.</summary>
    /// <param name="observed">The figures.</param>
    /// <param name="trend">The trend.</param>
    /// <param name="seasonal">The seasonal component.</param>
    /// <param name="remainder">The remainder.</param>
    /// <param name="definition">The definition of the figures; <see langword="null"/> for figures alone.</param>
    /// <param name="options">Title, language and width; defaults when <see langword="null"/>.</param>
    /// <returns>The chart. Each panel has its own scale, and at its right edge a bar of one common length by which the scales can be compared.</returns>
    /// <remarks>Where the rule of the records changes, the chart begins with the latest rule.</remarks>
    /// <exception cref="ArgumentNullException">A series is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A component has other periods than the observed series.</exception>
    public static Chart Decomposition(
        PeriodSeries observed,
        PeriodSeries trend,
        PeriodSeries seasonal,
        PeriodSeries remainder,
        KpiDefinition? definition = null,
        ChartOptions? options = null)
    {
        double?[] whole = Figures(Guard.NotNull(observed));
        double?[] slow = Figures(Same(observed, trend));
        double?[] season = Figures(Same(observed, seasonal));
        double?[] rest = Figures(Same(observed, remainder));
        return Decomposition(
            [.. observed.Select(point => point.Key)],
            text =>
            [
                new(text.ObservedLabel, whole),
                new(text.TrendLabel, slow),
                new(text.SeasonLabel, season, IsDifference: true),
                new(text.RemainderLabel, rest, IsDifference: true, IsSticks: true),
            ],
            definition,
            definition ?? (observed.IsShare ? PlainDefinitions.Share : PlainDefinitions.Figure),
            options);
    }

    private static Chart Decomposition(
        CalendarPeriod[] periods,
        Func<Phrases, Panel[]> make,
        KpiDefinition? named,
        KpiDefinition meaning,
        ChartOptions? options)
    {
        Panel[] panels = make(Phrases.For((options ?? new()).Language));
        bool empty = panels[0].Values.All(value => value is null);
        ChartLayout layout = new(
            options,
            text => PartsTitle(text, named),
            text => empty ? "" : text.EachPanelHasItsOwnScale);
        if (empty)
        {
            return layout.Empty();
        }

        const double Height = 72, Bar = 10;
        NumberAxis[] axes = [.. panels.Select(panel => NumberAxis.Around(panel.OnAxis(), meaning.Unit, layout.Text, 4))];
        double labels = axes.Max(Axes.LabelWidth), common = axes.Min(axis => axis.Highest - axis.Lowest) * 0.8;
        for (int i = 0; i < panels.Length; i++)
        {
            layout.Drawing.Text(ChartLayout.Margin, layout.Top + 12, panels[i].Name, Drawing.Small, bold: true);
            layout.Top += 14;
            TimePlot plot = new(layout, periods, axes[i], Height, labels, Bar + 4);
            panels[i].Draw(layout, plot, common, Bar);
            if (i == panels.Length - 1)
            {
                plot.TimeLabels();
            }

            layout.Top += 6;
        }

        string span = layout.Text.Between(layout.Text.ShortPeriod(periods[0]), layout.Text.ShortPeriod(periods[^1]));
        ChartData data = new(
            [ChartData.Words(layout.Text.PeriodLabel), .. panels.Select(panel => ChartData.Figures(panel.Name))],
            [
                .. periods.Select((period, i) => (ChartCell[])
                    [new(layout.Text.ShortPeriod(period)), .. panels.Select(panel => panel.Cell(layout.Text, meaning, i))]),
            ]);
        return layout.Finish(data, span, layout.Text.Semicolon, [.. panels.Select(panel => panel.Said(layout.Text, meaning))], layout.Text.Semicolon);
    }

    private static string PartsTitle(Phrases text, KpiDefinition? definition) => definition is null
        ? text.TrendAndSeason
        : text.TrendAndSeasonOf(text.Title(definition));

    private static double?[] Figures(PeriodSeries series) => [.. series.Select(point => Drawable(point.Value))];

    private static PeriodSeries Same(PeriodSeries observed, PeriodSeries part, [CallerArgumentExpression(nameof(part))] string name = "") =>
        Guard.NotNull(part, name).Count == observed.Count && part.First == observed.First
            ? part
            : throw new ArgumentException(
                $"{name} must have the periods of the observed series ({observed.Count} from {observed.First}), but has {part.Count} from {part.First}",
                name);

    private sealed record Panel(string Name, double?[] Values, bool IsDifference = false, bool IsSticks = false)
    {
        internal (double Lower, double Upper)?[] Limits { get; init; } = [];

        internal IEnumerable<double> OnAxis() =>
            [
                .. Values.OfType<double>(),
                .. Limits.OfType<(double Lower, double Upper)>().SelectMany(limit => (double[])[limit.Lower, limit.Upper]),
                .. IsDifference ? [0.0] : (double[])[],
            ];

        internal void Draw(ChartLayout layout, TimePlot plot, double common, double bar)
        {
            plot.Ribbon(Limits);
            if (IsSticks)
            {
                plot.Sticks(Values, ColourRole.Secondary);
            }
            else
            {
                plot.Line(Values, IsDifference ? ColourRole.Secondary : ColourRole.Primary, 2);
                plot.Dots(Values, _ => Name, all: false);
            }

            // As long as the same difference in every panel.
            double length = plot.Length(common);
            layout.Drawing.Rect(layout.Right - bar + 2, (plot.PlotTop + plot.Bottom - length) / 2, bar - 4, length, ColourRole.Neutral);
        }

        internal ChartCell Cell(Phrases text, KpiDefinition definition, int at) =>
            IsDifference ? ChartCell.Change(text, definition, Values[at]) : ChartCell.Value(text, definition, Values[at]);

        internal string Said(Phrases text, KpiDefinition definition)
        {
            double[] known = [.. Values.OfType<double>()];
            return known.Length == 0 ? $"{Name}{text.Colon}{text.NoData}" : text.PartFrom(Name, Shown(known.Min()), Shown(known.Max()));

            string Shown(double value) => IsDifference ? text.ChangeInChart(definition, value) : text.ValueInChart(definition, value);
        }
    }
}
