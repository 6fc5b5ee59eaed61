namespace CxKpi.Trends;

/// <summary>The limits within which the next figures lie if the series continues as before, by the model that also judges trends.</summary>
/// <remarks>
/// <code>
/// expected h periods ahead = season + trend + calendar + φ̂^h · what is left of the last figures
/// variance                 = of the coefficients + τ²(1 − φ̂^2h) + of the last figures' rest + sampling at the expected size
/// </code>
/// Shares of counts are expected as log odds and shown as shares, amounts perhaps as logarithms (<see cref="ModelOptions.Scale"/>), which makes the figure
/// a median. The last ten cycles are fitted, and a level that wanders is followed where it is the likelier explanation. The limits are
/// those of Student's distribution, for shares of counts those of binomial counts mixed over it, and stay in the range of the KPI. They are for one figure at a
/// time: of twenty figures one lies outside 95 % limits by chance.
/// The expectation reaches at most two cycles ahead, because farther ahead only the trend would count, and nobody knows whether it continues.
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record Expectation : ILocalizedFace
{
    internal Expectation()
    {
    }

    /// <summary>The periods ahead; empty when the expectation is refused.</summary>
    public IReadOnlyList<ExpectedPeriod> Periods { get; internal init; } = [];

    /// <summary>The confidence level of the limits, between 0 and 1.</summary>
    public double Confidence { get; internal init; }

    /// <summary>The noise that the model estimated; <see langword="null"/> when the expectation is refused.</summary>
    public ModelFit? Fit { get; internal init; }

    /// <summary>The reason why there is no expectation; <see langword="null"/> when there is one.</summary>
    public Notice? Refusal { get; internal init; }

    /// <summary>Warnings that a reader should know before using the result.</summary>
    public IReadOnlyList<Notice> Warnings { get; internal init; } = [];

    /// <summary>An HTML table of the expected periods, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of the expected periods, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words) => FaceOfResults
        .Ahead(words, words.ExpectationCaption, Confidence, Periods.Select(x => (x.Period, x.Value, x.Lower, x.Upper)))
        .Note(Fit.Stated(words) is { } scale ? words.OnScale(scale) : null)
        .ToHtml(words, Refusal, Warnings);

    /// <summary>The periods as text, one line per period.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => Refusal is { } reason ? $"no expectation: {reason}" : string.Join(Environment.NewLine, Periods);
}
