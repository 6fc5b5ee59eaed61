namespace CxKpi.Trends;

/// <summary>The trend of a series by its ranks: Mann and Kendall's test with Sen's slope per calendar year.</summary>
/// <remarks>
/// The results are those of <see cref="MannKendallTest"/> over all periods except an incomplete last one.
/// A year has 12 months, 4 quarters, 365.2425 days, and a seventh of that in weeks.
/// The test assumes independent figures without a season; <see cref="RankExtensions.SeasonalMannKendall(PeriodSeries, double)"/> compares each season only
/// with itself.
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record RankTrend : ILocalizedFace
{
    internal RankTrend()
    {
    }

    /// <summary>The reason why there is no test; <see langword="null"/> when there is one.</summary>
    public Notice? Refusal { get; internal init; }

    /// <summary>Warnings that a reader should know before using the result.</summary>
    public IReadOnlyList<Notice> Warnings { get; internal init; } = [];

    /// <summary>The verdict, which is rising or falling when p lies below 1 minus the confidence.</summary>
    public TrendVerdict Verdict { get; internal init; }

    /// <summary>The test with its slope per period; <see langword="null"/> when it is refused.</summary>
    public MannKendallTest? Test { get; internal init; }

    /// <summary>Sen's slope per year, in the figures' unit; <see langword="null"/> when the test is refused.</summary>
    public double? SlopePerYear { get; internal init; }

    /// <summary>The lower limit of the slope per year; <see langword="null"/> when the test is refused, or when there are too few slopes for a limit.</summary>
    public double? Lower { get; internal init; }

    /// <summary>The upper limit of the slope per year; <see langword="null"/> when the test is refused, or when there are too few slopes for a limit.</summary>
    public double? Upper { get; internal init; }

    /// <summary>The two-sided p-value; <see langword="null"/> when the test is refused.</summary>
    public double? PValue => Test?.PValue;

    /// <summary>The slope per year with its limits, p and the verdict, or the reason why there is none.</summary>
    /// <returns>Text for display, such as <c>+1.57 per year [+1.06, +2.15] (p &lt; 0.0001, Rising)</c>.</returns>
    public override string ToString() => RankText.Of(Refusal, SlopePerYear, Lower, Upper, PValue, Verdict);

    string ILocalizedFace.ToHtml(Phrases words) => RankText.Face(words, Verdict, SlopePerYear, Lower, Upper, PValue).ToHtml(words, Refusal, Warnings);
}
