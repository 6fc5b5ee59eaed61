namespace CxKpi.Practices;

/// <summary>An exponentially weighted moving average with its limits: it finds small lasting changes sooner than a control chart of single periods.</summary>
/// <remarks>
/// <code>
/// average(t) = λ·x(t) + (1 - λ)·average(t - 1), average(0) = centre
/// limits(t)  = centre ± L·σ·sqrt(λ/(2 - λ)·(1 - (1 - λ)^(2t)))
/// </code>
/// <para>
/// With λ = 0.2 and L = 3 independent normal figures of known centre and deviation give a false signal about every 560 periods: 100 periods hold one with
/// a probability of .17. A baseline that estimates both costs: for the 100 periods after one of 20, 30, 60 or 100 periods it is .42, .37, .29 or .25, and with
/// L = 3.5 .24, .18, .10 or .08. Figures that resemble their neighbours give more.
/// </para>
/// <para>A missing figure leaves the average as it is.</para>
/// Sources: S. W. Roberts, "Control chart tests based on geometric moving averages", 1959; D. C. Montgomery, Introduction to Statistical Quality Control,
/// 2013.
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record Ewma : ILocalizedFace
{
    internal Ewma()
    {
    }

    /// <summary>What the figures should be; <see langword="null"/> when no baseline tells.</summary>
    public double? Centre { get; internal init; }

    /// <summary>The standard deviation of a single figure; <see langword="null"/> when no baseline tells.</summary>
    public double? Deviation { get; internal init; }

    /// <summary>The weight of the newest figure, λ.</summary>
    public double Weight { get; internal init; }

    /// <summary>The distance of the limits in standard deviations, L.</summary>
    public double Width { get; internal init; }

    /// <summary>The periods in order, each with the average as the statistic that is judged.</summary>
    public IReadOnlyList<ControlPoint> Points { get; internal init => field = ValueList.Of(value); } = ValueList<ControlPoint>.Empty;

    /// <summary>The periods whose average passed a limit.</summary>
    public IReadOnlyList<ControlPoint> Signals => [.. Points.Where(point => point.Signal != ControlSignal.None)];

    /// <summary>Follows figures with a known centre and standard deviation.</summary>
    /// <param name="values">The figures in order, finite; NaN where one is missing.</param>
    /// <param name="centre">What the figures should be.</param>
    /// <param name="deviation">The standard deviation of a single figure, greater than 0.</param>
    /// <param name="weight">The weight of the newest figure, greater than 0 and at most 1: the smaller it is, the smaller and slower the changes it
    /// finds.</param>
    /// <param name="width">The distance of the limits in standard deviations, greater than 0.</param>
    /// <returns>The averages with their limits.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A figure is infinite, or a setting lies outside its range.</exception>
    public static Ewma Of(ReadOnlySpan<double> values, double centre, double deviation, double weight = 0.2, double width = 3)
    {
        double[] figures = MonitoredFigures.Checked(values);
        return RunningModel.Average(
            new() { Shown = figures, Tested = figures },
            Guard.Finite(centre),
            Guard.Finite(Guard.Positive(deviation), nameof(deviation)),
            weight,
            width);
    }

    /// <summary>The periods whose average passed a limit, in English.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => ToString(ReportLanguage.English);

    /// <summary>The periods whose average passed a limit.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>Text for display.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToString(ReportLanguage language)
    {
        Phrases words = Phrases.For(language);
        return Deviation is null
            ? words.TooFewFiguresForLimits
            : MonitoringWords.Signals([.. Points.Select(point => (point.Name(words), point.Signal))], words);
    }

    /// <summary>An HTML table of the periods, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of the periods, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words) =>
        MonitoringWords.Table(words.EwmaCaption, words.RunningAverageLabel, Points, words, ToString(words.Language));
}
