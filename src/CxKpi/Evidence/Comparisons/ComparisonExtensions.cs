namespace CxKpi;

/// <summary>
/// Ratios and tests of shares and rates, beside the differences of <see cref="ShareTally.ChangeFrom"/> and <see cref="RateTally.ChangeFrom"/>.
/// </summary>
public static class ComparisonExtensions
{
    /// <summary>Calculates how many times a share is that of its baseline, by Koopman's score interval.</summary>
    /// <remarks>Source: P. Koopman, "Confidence intervals for the ratio of two binomial proportions", Biometrics 40, 1984.</remarks>
    /// <param name="share">The share.</param>
    /// <param name="baseline">The share to compare with; of other customers.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The ratio, whose p-value is that of the score test; <see langword="null"/> when either share is undefined.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public static ChangeRatio? RatioTo(this ShareTally share, ShareTally baseline, double confidence = 0.95) =>
        Ratios.Of(share, baseline, confidence) is not { } ratio ? null
        : share.RoundedBy + baseline.RoundedBy == 0 ? ratio
        : Ratios.Widest(
            ratio,
            Ratios.Of(share.Lowest, baseline.Highest, confidence)!.Value,
            Ratios.Of(share.Highest, baseline.Lowest, confidence)!.Value);

    /// <summary>Calculates how many times a rate is that of its baseline, by the exact interval given the number of all events.</summary>
    /// <remarks>Source: J. Przyborowski and H. Wilenski, "Homogeneity of results in testing samples from Poisson series", Biometrika 31, 1940.</remarks>
    /// <param name="rate">The rate.</param>
    /// <param name="baseline">The rate to compare with; of other events.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The ratio, whose p-value is twice the smaller tail; <see langword="null"/> when either rate is undefined.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public static ChangeRatio? RatioTo(this RateTally rate, RateTally baseline, double confidence = 0.95) => Ratios.Of(rate, baseline, confidence);

    /// <summary>Tests whether two shares of different customers are equal.</summary>
    /// <remarks>
    /// The p-value need not agree with the interval of <see cref="ShareTally.ChangeFrom"/>, which has a p-value of its own; show either.
    /// Source: I. Campbell, "Chi-squared and Fisher-Irwin tests of two-by-two tables with small sample recommendations", Statistics in Medicine 26, 2007.
    /// </remarks>
    /// <param name="share">The share.</param>
    /// <param name="baseline">The share to compare with.</param>
    /// <param name="method">The test.</param>
    /// <returns>The test; <see langword="null"/> when either share is undefined.</returns>
    /// <exception cref="ArgumentException">A share was published rounded.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The method is not a named value.</exception>
    public static SignificanceTest? TestAgainst(this ShareTally share, ShareTally baseline, ShareTest method = ShareTest.Recommended) =>
        TwoShareTests.Test(share, baseline, method);

    /// <summary>Tests whether two rates are equal, exactly, given the number of all events.</summary>
    /// <remarks>
    /// All divisions of the events that are at most as likely as the observed one count. The ratio's own p-value (<see cref="ChangeRatio.PValue"/>) agrees with
    /// its limits instead, and is seldom smaller.
    /// </remarks>
    /// <param name="rate">The rate.</param>
    /// <param name="baseline">The rate to compare with.</param>
    /// <returns>The test; <see langword="null"/> when either rate is undefined.</returns>
    public static SignificanceTest? TestAgainst(this RateTally rate, RateTally baseline) => RateTests.Test(rate, baseline);

    /// <summary>Tests whether a share can be a target that was set beforehand.</summary>
    /// <param name="share">The share.</param>
    /// <param name="target">The target as a fraction in [0, 1], such as 0.8 for 80 %.</param>
    /// <param name="method">The test.</param>
    /// <returns>The test; <see langword="null"/> when the share is undefined.</returns>
    /// <exception cref="ArgumentException">The share was published rounded.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The target does not lie between 0 and 1, or the method is not a named value.</exception>
    public static SignificanceTest? TestTarget(this ShareTally share, double target, TargetTest method = TargetTest.Exact) =>
        TwoShareTests.Target(share, target, method);
}
