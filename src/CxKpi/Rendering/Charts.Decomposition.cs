using CxKpi.Trends;

namespace CxKpi;

/// <content>Decompositions.</content>
public static partial class Charts
{
    /// <summary>A series and its parts, one panel each: observed = trend + season + remainder.</summary>
    /// <param name="observed">The figures.</param>
    /// <param name="trend">The slow part.</param>
    /// <param name="seasonal">The part that returns with the calendar.</param>
    /// <param name="remainder">What is left.</param>
    /// <param name="definition">What the figures mean; <see langword="null"/> for figures alone.</param>
    /// <param name="options">Words and width; defaults when <see langword="null"/>.</param>
    /// <returns>The chart. Each panel has its own scale, and a bar of one common length at its right edge to compare them.</returns>
    /// <exception cref="ArgumentNullException">A series is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A part has other periods than the observed series.</exception>
    public static Chart Decomposition(PeriodSeries observed, PeriodSeries trend, PeriodSeries seasonal, PeriodSeries remainder, KpiDefinition? definition = null, ChartOptions? options = null)
    {
        CalendarPeriod[] periods = [.. Guard.NotNull(observed).Select(point => point.Key)];
        KpiDefinition meaning = definition ?? (observed.IsShare ? Plainly.Share : Plainly.Figure);
        Page page = new(
            options,
            text => definition is null ? text.Say("Trend and season", "Tendance et saison") : $"{text.Name(meaning)}{text.Say(": trend and season", " : tendance et saison")}",
            text => observed.Any(point => point.Value is not null) ? text.Say("each panel has its own scale; the bars on the right have one length", "chaque panneau a son échelle ; les barres à droite ont une même longueur") : "");
        Panel[] panels =
        [
            new(page.Text.Say("observed", "observé"), Values(observed)),
            new(page.Text.Say("trend", "tendance"), Values(Same(observed, trend))),
            new(page.Text.Say("season", "saison"), Values(Same(observed, seasonal)), IsDifference: true),
            new(page.Text.Say("remainder", "reste"), Values(Same(observed, remainder)), IsDifference: true, IsSticks: true),
        ];
        if (panels[0].Values.All(value => value is null))
        {
            return page.Empty();
        }

        const double Height = 72, Bar = 10;
        NumberAxis[] axes = [.. panels.Select(panel => NumberAxis.Around(panel.OnAxis(), meaning.Unit, page.Text, 4))];
        double labels = axes.Max(Axes.LabelWidth), common = axes.Min(axis => axis.Highest - axis.Lowest) * 0.8;
        for (int i = 0; i < panels.Length; i++)
        {
            page.Sketch.Text(Page.Margin, page.Top + 12, panels[i].Name, Sketch.Small, bold: true);
            page.Top += 14;
            TimePlot plot = new(page, periods, axes[i], Height, labels, Bar + 4);
            panels[i].Draw(page, plot, common, Bar);
            if (i == panels.Length - 1)
            {
                plot.TimeLabels();
            }

            page.Top += 6;
        }

        return page.Finish(string.Join("; ", panels.Select(panel => panel.Said(page.Text, meaning))) + ".");
    }

    private static double?[] Values(PeriodSeries series) => [.. series.Select(point => Drawable(point.Value))];

    private static PeriodSeries Same(PeriodSeries observed, PeriodSeries part, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(part))] string name = "") =>
        Guard.NotNull(part, name).Count == observed.Count && part.First == observed.First
            ? part
            : throw new ArgumentException($"{name} must have the periods of the observed series ({observed.Count} from {observed.First}), but has {part.Count} from {part.First}", name);

    private sealed record Panel(string Name, double?[] Values, bool IsDifference = false, bool IsSticks = false)
    {
        internal IEnumerable<double> OnAxis() => Values.OfType<double>().Concat(IsDifference ? [0] : []);

        internal void Draw(Page page, TimePlot plot, double common, double bar)
        {
            if (IsSticks)
            {
                plot.Sticks(Values, Ink.Secondary);
            }
            else
            {
                plot.Line(Values, IsDifference ? Ink.Secondary : Ink.Primary, 2);
                plot.Dots(Values, _ => Name, all: false);
            }

            // As long as the same difference in every panel.
            double length = plot.Length(common);
            page.Sketch.Rect(page.Right - bar + 2, (plot.PlotTop + plot.Bottom - length) / 2, bar - 4, length, Ink.Neutral);
        }

        internal string Said(ChartText text, KpiDefinition definition)
        {
            double[] known = [.. Values.OfType<double>()];
            return known.Length == 0 ? $"{Name}{text.Say(":", " :")} {text.NoData}" : $"{Name} {text.Say("from", "de")} {Shown(known.Min())} {text.Say("to", "à")} {Shown(known.Max())}";

            string Shown(double value) => IsDifference ? text.Change(definition, value) : text.Value(definition, value);
        }
    }
}
