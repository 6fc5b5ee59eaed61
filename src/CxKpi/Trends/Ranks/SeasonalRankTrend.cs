namespace CxKpi.Trends;

/// <summary>What the ranks of a series say about its trend, each season compared with itself only: the seasonal Mann-Kendall test, per calendar year.</summary>
/// <remarks>
/// The figures are those of <see cref="SeasonalMannKendallTest"/> over all periods but an incomplete last one; seasons and cycles come from the calendar.
/// Week 53 counts to week 52, weighed by what each rests on. From 10 cycles on limits, like p, allow for correlated seasons.
/// Days are compared by weekday, and the slope per week is turned into one per year.
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record SeasonalRankTrend : ILocalizedFace
{
    /// <summary>Why there is no test; <see langword="null"/> when there is one.</summary>
    public Notice? Refusal { get; internal init; }

    /// <summary>Warnings that a reader should know before using the result.</summary>
    public IReadOnlyList<Notice> Warnings { get; internal init; } = [];

    /// <summary>Rising or falling when p lies below 1 less the confidence.</summary>
    public TrendVerdict Verdict { get; internal init; }

    /// <summary>The test, its slope per cycle; <see langword="null"/> when refused.</summary>
    public SeasonalMannKendallTest? Test { get; internal init; }

    /// <summary>The test of each season, its slope per cycle; in the order of the calendar, and empty when refused.</summary>
    public IReadOnlyList<KeyValuePair<Season, MannKendallTest>> Seasons { get; internal init; } = [];

    /// <summary>The seasonal Sen slope per year, in the figures' unit; <see langword="null"/> when refused.</summary>
    public double? SlopePerYear { get; internal init; }

    /// <summary>The lower limit of the slope per year; <see langword="null"/> when refused, and when there are too few slopes for one.</summary>
    public double? Lower { get; internal init; }

    /// <summary>The upper limit of the slope per year; <see langword="null"/> when refused, and when there are too few slopes for one.</summary>
    public double? Upper { get; internal init; }

    /// <summary>The two-sided p-value: with the correlation of seasons from 10 cycles on, without it below; <see langword="null"/> when refused.</summary>
    public double? PValue => Test?.CorrelatedPValue ?? Test?.PValue;

    /// <summary>The slope per year with its limits, p and the verdict; or why there is none.</summary>
    /// <returns>Text for display, such as <c>+2 per year [+1.3333, +2] (p &lt; 0.0001, Rising)</c>.</returns>
    public override string ToString() => RankText.Of(Refusal, SlopePerYear, Lower, Upper, PValue, Verdict);

    string ILocalizedFace.ToHtml(Phrases words) => RankText.Face(words, Verdict, SlopePerYear, Lower, Upper, PValue).ToHtml(words, Refusal, Warnings);
}
