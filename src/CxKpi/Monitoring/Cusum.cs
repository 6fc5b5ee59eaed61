namespace CxKpi.Practices;

/// <summary>Sums of deviations from a centre, upwards and downwards (tabular CUSUM): the quickest to find a lasting change of known size.</summary>
/// <remarks>
/// <code>
/// up(t)   = max(0, up(t - 1) + z(t) - k)       z = (x - centre)/σ
/// down(t) = max(0, down(t - 1) - z(t) - k)     a sum above h is a signal
/// </code>
/// <para>
/// k is half the change to be found, in standard deviations. With k = 0.5 and h = 5 independent normal figures of known centre and deviation give a false
/// signal about every 470 periods: 100 periods hold one with a probability of .18. A baseline that estimates both costs: for the 100 periods after one
/// of 20, 30, 60 or 100 periods it is .46, .41, .33 or .29, and with h = 7 .26, .19, .11 or .07.
/// </para>
/// <para>The sums go on after a signal. A missing figure leaves them as they are.</para>
/// Sources: E. S. Page, "Continuous inspection schemes", 1954; D. C. Montgomery, Introduction to Statistical Quality Control, 2013.
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record Cusum : ILocalizedFace
{
    internal Cusum()
    {
    }

    /// <summary>What the figures should be; <see langword="null"/> when no baseline tells.</summary>
    public double? Centre { get; internal init; }

    /// <summary>The standard deviation of a single figure; <see langword="null"/> when no baseline tells.</summary>
    public double? Deviation { get; internal init; }

    /// <summary>What each deviation is reduced by, k, in standard deviations.</summary>
    public double Allowance { get; internal init; }

    /// <summary>The limit of both sums, h, in standard deviations.</summary>
    public double Limit { get; internal init; }

    /// <summary>The periods in order.</summary>
    public IReadOnlyList<CusumPoint> Points { get; internal init => field = ValueList.Of(value); } = ValueList<CusumPoint>.Empty;

    /// <summary>The periods at which a sum is greater than the limit.</summary>
    public IReadOnlyList<CusumPoint> Signals => [.. Points.Where(point => point.Signal != ControlSignal.None)];

    /// <summary>Follows figures with a known centre and standard deviation.</summary>
    /// <param name="values">The figures in order, finite; NaN where one is missing.</param>
    /// <param name="centre">What the figures should be.</param>
    /// <param name="deviation">The standard deviation of a single figure, greater than 0.</param>
    /// <param name="allowance">What each deviation is reduced by, in standard deviations, not negative: half the change to be found.</param>
    /// <param name="limit">The limit of the sums, in standard deviations, greater than 0.</param>
    /// <returns>The sums.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A figure is infinite, or a setting lies outside its range.</exception>
    public static Cusum Of(ReadOnlySpan<double> values, double centre, double deviation, double allowance = 0.5, double limit = 5)
    {
        double[] figures = MonitoredFigures.Checked(values);
        return RunningModel.Sums(
            new() { Shown = figures, Tested = figures },
            Guard.Finite(centre),
            Guard.Finite(Guard.Positive(deviation), nameof(deviation)),
            allowance,
            limit);
    }

    /// <summary>The periods at which a sum is greater than the limit, in English.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => ToString(ReportLanguage.English);

    /// <summary>The periods at which a sum is greater than the limit.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>Text for display.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToString(ReportLanguage language)
    {
        Phrases words = Phrases.For(language);
        return Deviation is null
            ? words.TooFewFiguresForLimits
            : MonitoringWords.Signals([.. Points.Select(point => (MonitoringWords.Place(point.Period, point.Position, words), point.Signal))], words);
    }

    /// <summary>An HTML table of the periods, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of the periods, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words)
    {
        NotebookTable table = new(words.CusumCaption, words.PeriodLabel, words.FigureLabel, words.SumUpLabel, words.SumDownLabel, words.SignalLabel);
        foreach (CusumPoint point in Points)
        {
            table.Row(
                MonitoringWords.Place(point.Period, point.Position, words),
                words.Cell(point.Value),
                words.Cell(point.Up),
                words.Cell(point.Down),
                point.Signal == ControlSignal.None ? "" : point.Signal.In(words));
        }

        return table.Note(ToString(words.Language)).ToHtml();
    }
}
