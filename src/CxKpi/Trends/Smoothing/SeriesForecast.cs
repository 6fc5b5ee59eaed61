namespace CxKpi.Trends;

/// <summary>The forecast of the next figures, or the reason why there is none.</summary>
/// <remarks>
/// The forecast uses the series alone and answers the question where it leads if it continues as before. Whether a figure is unusual is decided by the
/// seasonal model, which knows sampling variances and the calendar.
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

    /// <summary>The method of the forecast.</summary>
    public ForecastMethod Method { get; }

    /// <summary>The form of least AICc; <see langword="null"/> for methods without forms, and when the forecast is refused.</summary>
    public ExponentialSmoothingForm? Form { get; internal init; }

    /// <summary>
    /// Whether logarithms were smoothed, so that seasons and errors multiply: for figures above 0, where Akaike's criterion prefers it; otherwise the figures.
    /// </summary>
    public bool IsLogarithmic { get; internal init; }

    /// <summary>The confidence level of the limits.</summary>
    public double Confidence { get; }

    /// <summary>The reason why there is no forecast; <see langword="null"/> when there is one.</summary>
    public Notice? Refusal { get; }

    /// <summary>Warnings that a reader should know before using the result; empty when there are none.</summary>
    public IReadOnlyList<Notice> Warnings => Array.AsReadOnly(warnings);

    /// <summary>The periods after the last complete one, in order; empty when the forecast is refused.</summary>
    public IReadOnlyList<PeriodForecast> Periods => Array.AsReadOnly(ahead);

    /// <summary>The forecast of a period; <see langword="null"/> for a period outside the forecast.</summary>
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

    /// <summary>The forecast as text, one line per period, or the reason why there is none.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => Refusal?.ToString() ?? string.Join(Environment.NewLine, ahead);
}
