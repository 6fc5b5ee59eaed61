namespace CxKpi.Trends;

/// <summary>The verdict on the latest complete period of a series: whether it lies where its history leads one to expect it.</summary>
/// <remarks>
/// Two full cycles of earlier periods or more: the figure against the model's expectation - season, trend and what is left of the last figures, or a level
/// that wanders where that is likelier - made without it.
/// Eight earlier periods or more, fewer than two cycles: against the level of the earlier ones. Nobody can tell a first December from a fall then, so a figure
/// beyond its usual range has moved, which is neither better nor worse, unless the same period of last year exists and differs too, with the variance between
/// periods in the difference, or <see cref="ModelOptions.IsSeasonal"/> states that there is no season. Fewer: the change from the period before, by sampling
/// error only, which calls too many changes real where months differ for reasons of their own.
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record LatestPeriod : ILocalizedFace
{
    internal LatestPeriod()
    {
    }

    /// <summary>The latest complete period that has a figure; <see langword="null"/> when there is none.</summary>
    public CalendarPeriod? Period { get; internal init; }

    /// <summary>Its figure, in the KPI's unit; <see langword="null"/> when there is none.</summary>
    public double? Value { get; internal init; }

    /// <summary>What was expected of it, with limits; <see langword="null"/> without a history.</summary>
    public ExpectedPeriod? Expected { get; internal init; }

    /// <summary>The confidence level of the limits, between 0 and 1.</summary>
    public double Confidence { get; internal init; }

    /// <summary>What the verdict rests on.</summary>
    public LatestBasis Basis { get; internal init; }

    /// <summary>The verdict.</summary>
    public LatestVerdict Verdict { get; internal init; }

    /// <summary>
    /// The two-sided p-value of "as the earlier periods lead one to expect", in [0, 1]: below 1 minus the confidence exactly where the figure lies outside;
    /// <see langword="null"/> without a history.
    /// </summary>
    public double? PValue { get; internal init; }

    /// <summary>The reason for the verdict in words.</summary>
    public required Notice Reason { get; init => field = Guard.NotNull(value, nameof(Reason)); }

    /// <summary>
    /// What the model learned of the noise, also where the expectation follows a level that wanders; <see langword="null"/> without a history.
    /// </summary>
    public ModelFit? Fit { get; internal init; }

    /// <summary>Warnings that a reader should know before using the verdict.</summary>
    public IReadOnlyList<Notice> Warnings { get; internal init; } = [];

    /// <summary>An HTML table of the verdict and its reason, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of the verdict and its reason, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    /// <summary>The period, the verdict and its reason as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => $"{(Period is { } period ? period + ": " : "")}{Verdict} ({TerminalText.Clean(Reason.Message)})";

    string ILocalizedFace.ToHtml(Phrases words) => new NotebookTable(words.LatestCaption)
        .Fact(words.PeriodColumn, Period is { } period ? words.Period(period) : null)
        .Fact(words.ValueLabel, words.Limit(Value))
        .Fact(words.VerdictLabel, words.Verdict(Verdict))
        .Fact(words.ModelScaleLabel, Fit.Stated(words))
        .Note(Reason.In(words.Language))
        .ToHtml(words, null, Warnings);
}
