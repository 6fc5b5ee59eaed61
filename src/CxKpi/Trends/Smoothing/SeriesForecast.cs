namespace CxKpi.Trends;

/// <summary>The figures to come, or the reason why none are foretold.</summary>
/// <remarks>
/// Made from the series alone. It answers "where does this lead, if it goes on?";
/// whether a figure is out of the ordinary is decided by the model behind the verdicts,
/// which knows sampling variances and the calendar.
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record SeriesForecast : ILocalizedFace
{
    private readonly PeriodForecast[] ahead;
    private readonly Notice[] warnings;

    internal SeriesForecast(ForecastMethod method, double confidence, PeriodForecast[] ahead, Notice? refusal, Notice[] warnings)
    {
        Method = method;
        Confidence = confidence;
        this.ahead = ahead;
        Refusal = refusal;
        this.warnings = warnings;
    }

    /// <summary>How the figures are foretold.</summary>
    public ForecastMethod Method { get; }

    /// <summary>The form of least AICc; <see langword="null"/> for methods without forms, and when refused.</summary>
    public ExponentialSmoothingForm? Form { get; internal init; }

    /// <summary>The confidence level of the limits.</summary>
    public double Confidence { get; }

    /// <summary>Why nothing is foretold; <see langword="null"/> when something is.</summary>
    public Notice? Refusal { get; }

    /// <summary>Warnings that a reader should know before using the result; empty when there are none.</summary>
    public IReadOnlyList<Notice> Warnings => Array.AsReadOnly(warnings);

    /// <summary>The periods after the last complete one, in order; empty when refused.</summary>
    public IReadOnlyList<PeriodForecast> Periods => Array.AsReadOnly(ahead);

    /// <summary>What is foretold for a period; <see langword="null"/> outside the forecast.</summary>
    /// <param name="period">The period.</param>
    /// <returns>The figure and its limits.</returns>
    public PeriodForecast? this[CalendarPeriod period] => Array.FindIndex(ahead, x => x.Period == period) is >= 0 and int index ? ahead[index] : null;

    /// <summary>An HTML table of the forecast, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of the forecast, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words) => FaceOfResults
        .Ahead(words, words.ForecastCaption, Confidence, Periods.Select(x => (x.Period, (double?)x.Value, (double?)x.Lower, (double?)x.Upper)))
        .ToHtml(words, Refusal, Warnings);

    /// <summary>A line per period, or the reason why there is none.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => Refusal?.ToString() ?? string.Join(Environment.NewLine, ahead);
}
