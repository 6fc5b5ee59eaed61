namespace CxKpi.Trends;

/// <summary>The trend of a series by its ranks, with each season compared only with itself: the seasonal Mann-Kendall test per calendar year.</summary>
/// <remarks>
/// The results are those of <see cref="SeasonalMannKendallTest"/> over all periods except an incomplete last one; seasons and cycles come from the calendar.
/// Week 53 is merged with week 52, each weighted by its observations. From 10 cycles on the limits, like p, allow for correlated seasons.
/// Days are compared by weekday, and the slope per week is converted to one per year.
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record SeasonalRankTrend : ILocalizedFace
{
    internal SeasonalRankTrend()
    {
    }

    /// <summary>The reason why there is no test; <see langword="null"/> when there is one.</summary>
    public Notice? Refusal { get; internal init; }

    /// <summary>Warnings that a reader should know before using the result.</summary>
    public IReadOnlyList<Notice> Warnings { get; internal init; } = [];

    /// <summary>The verdict, which is rising or falling when p lies below 1 minus the confidence.</summary>
    public TrendVerdict Verdict { get; internal init; }

    /// <summary>The test with its slope per cycle; <see langword="null"/> when it is refused.</summary>
    public SeasonalMannKendallTest? Test { get; internal init; }

    /// <summary>The test of each season with its slope per cycle, in the order of the calendar; empty when the test is refused.</summary>
    public IReadOnlyList<KeyValuePair<Season, MannKendallTest>> Seasons { get; internal init; } = [];

    /// <summary>The seasonal Sen slope per year, in the figures' unit; <see langword="null"/> when the test is refused.</summary>
    public double? SlopePerYear { get; internal init; }

    /// <summary>The lower limit of the slope per year; <see langword="null"/> when the test is refused, or when there are too few slopes for a limit.</summary>
    public double? Lower { get; internal init; }

    /// <summary>The upper limit of the slope per year; <see langword="null"/> when the test is refused, or when there are too few slopes for a limit.</summary>
    public double? Upper { get; internal init; }

    /// <summary>
    /// The two-sided p-value, which allows for the correlation of seasons from 10 cycles on; <see langword="null"/> when the test is refused.
    /// </summary>
    public double? PValue => Test?.CorrelatedPValue ?? Test?.PValue;

    /// <summary>The slope per year with its limits, p and the verdict, or the reason why there is none.</summary>
    /// <returns>Text for display, such as <c>+2 per year [+1.3333, +2] (p &lt; 0.0001, Rising)</c>.</returns>
    public override string ToString() => RankText.Of(Refusal, SlopePerYear, Lower, Upper, PValue, Verdict);

    string ILocalizedFace.ToHtml(Phrases words) => RankText.Face(words, Verdict, SlopePerYear, Lower, Upper, PValue).ToHtml(words, Refusal, Warnings);
}
