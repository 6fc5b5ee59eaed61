using CxKpi.Trends;

namespace CxKpi.Practices;

/// <summary>Whether one series runs ahead of another, over all distances up to a largest one.</summary>
/// <remarks>
/// <code>
/// plain(k)    = Σ (x(t) - x̄)(y(t + k) - ȳ) / sqrt(Σ(x - x̄)² · Σ(y - ȳ)²), x leads y by k
/// effective n = n(1 - a·b)/(1 + a·b), a and b the correlations of x and of y with their own previous figures, and n at most
/// value(k)    = plain(k) of x(t) - a·x(t - 1) and y(t) - a·y(t - 1), deviations from the means (prewhitening)
/// limits      = tanh(artanh value ± z/sqrt(pairs - 3)); p by their inversion; adjusted by Holm over all 2K + 1 distances
/// </code>
/// <para>
/// Two series that wander are correlated by chance far more often than their number of periods suggests, at some distance nearly always. The claim therefore
/// rests on prewhitened series, and on p-values that allow for every distance tried. Take season and trend out first, for example with
/// <c>SeasonallyAdjust</c>: a common season leads and follows itself.
/// </para>
/// <para>What leads does not therefore cause: both may follow a third. Other tools count the other way round: in R's <c>ccf(x, y)</c> a negative lag means
/// that x leads.</para>
/// Sources: M. S. Bartlett, "Some aspects of the time-correlation problem", 1935; G. E. P. Box, G. M. Jenkins and G. C. Reinsel, Time Series Analysis, 1994,
/// chapter 11.
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record LaggedCorrelation : ILocalizedFace
{
    internal LaggedCorrelation()
    {
    }

    /// <summary>The reason why nothing can be said; <see langword="null"/> when there is a result.</summary>
    public Notice? Refusal { get; internal init; }

    /// <summary>Warnings that a reader should know before using the result.</summary>
    public IReadOnlyList<Notice> Warnings { get; internal init => field = ValueList.Of(value); } = ValueList<Notice>.Empty;

    /// <summary>The number of periods.</summary>
    public int Count { get; internal init; }

    /// <summary>How much the first series resembles its own previous figure, in [-1, 1]; it is what prewhitening takes out of both.</summary>
    public double FirstMemory { get; internal init; }

    /// <summary>How much the second series resembles its own previous figure, in [-1, 1].</summary>
    public double SecondMemory { get; internal init; }

    /// <summary>The number of independent periods that the plain correlations are worth.</summary>
    public double EffectiveN { get; internal init; }

    /// <summary>The confidence level of the limits and of <see cref="Leading"/>.</summary>
    public double Confidence { get; internal init; }

    /// <summary>The distances from the one at which the second series leads most to the one at which the first does.</summary>
    public IReadOnlyList<LagCorrelation> Lags { get; internal init => field = ValueList.Of(value); } = ValueList<LagCorrelation>.Empty;

    /// <summary>The distance that stands out most after all that were tried have been allowed for; <see langword="null"/> when none does.</summary>
    public LagCorrelation? Leading
    {
        get
        {
            LagCorrelation? best = null;
            foreach (LagCorrelation lag in Lags)
            {
                best = lag.AdjustedPValue < 1 - Confidence && !(best is { } other && Math.Abs(other.Value) >= Math.Abs(lag.Value)) ? lag : best;
            }

            return best;
        }
    }

    /// <summary>Compares two lists of equally spaced figures.</summary>
    /// <param name="x">The first series, finite figures in order of time.</param>
    /// <param name="y">The second series over the same periods.</param>
    /// <param name="maxLag">The largest distance in periods, from 0; at most a quarter of the periods is advisable.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The correlations at all distances; refused with too few periods, or where a series does not vary.</returns>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is not finite, the largest distance is negative, or the confidence does not lie between 0 and
    /// 1.</exception>
    public static LaggedCorrelation Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int maxLag, double confidence = 0.95) =>
        LagScan.Of(x, y, maxLag, confidence);

    /// <summary>What leads by how much, in English.</summary>
    /// <returns>Text for display, such as <c>the first leads the second by 2 periods: 0.58 [0.29, 0.77], p = 0.0061 with 13 lags allowed for</c>.</returns>
    public override string ToString() => ToString(ReportLanguage.English);

    /// <summary>What leads by how much.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>Text for display.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToString(ReportLanguage language) => TerminalText.Clean(Finding(Phrases.For(language)));

    /// <summary>An HTML table of all distances, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of all distances, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words)
    {
        NotebookTable table = new(
            words.LaggedCaption,
            words.LeadsByLabel,
            words.PlainCorrelationLabel,
            words.PrewhitenedLabel,
            words.IntervalAt(Confidence),
            words.AdjustedPValueLabel);
        foreach (LagCorrelation lag in Lags)
        {
            table.Row(
                words.Whole(lag.LeadsBy),
                words.Coefficient(lag.Plain),
                words.Coefficient(lag.Value),
                words.Range(words.Coefficient(lag.Lower), words.Coefficient(lag.Upper)),
                words.PValue(lag.AdjustedPValue)!);
        }

        table.Note(Finding(words));
        foreach (Notice warning in Warnings)
        {
            table.Note(warning.In(words.Language));
        }

        return table.Note(words.CorrelationIsNoCause).ToHtml();
    }

    private string Finding(Phrases words)
    {
        if (Refusal is { } refusal)
        {
            return refusal.In(words.Language);
        }

        if (Leading is not { } lag)
        {
            return words.NoLagStandsOut(Lags.Count, Lags.Min(other => other.AdjustedPValue));
        }

        string lead = lag.LeadsBy switch
        {
            > 0 => words.FirstLeadsBy(lag.LeadsBy),
            < 0 => words.SecondLeadsBy(-lag.LeadsBy),
            _ => words.MoveInTheSamePeriod,
        };
        string limits = $"{words.Coefficient(lag.Value)} [{words.Coefficient(lag.Lower)}, {words.Coefficient(lag.Upper)}]";
        return $"{lead}{words.Colon}{limits}, {words.WithLagsAllowedFor(words.P(lag.AdjustedPValue), Lags.Count)}";
    }
}
