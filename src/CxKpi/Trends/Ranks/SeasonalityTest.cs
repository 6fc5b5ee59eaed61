using System.Globalization;

namespace CxKpi.Trends;

/// <summary>A test of whether the seasons differ.</summary>
/// <remarks>
/// It is created by <see cref="SeasonalityTests"/>, which describes each figure. All figures are <see langword="null"/> when there is too little data to test.
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record SeasonalityTest
{
    internal SeasonalityTest(double? statistic, double? degreesOfFreedom)
    {
        Statistic = statistic;
        DegreesOfFreedom = statistic is null ? null : degreesOfFreedom;
        PValue = statistic is { } figure ? ChiSquaredDistribution.UpperTail(Math.Max(0, figure), degreesOfFreedom!.Value) : null;
    }

    /// <summary>The chi-square statistic.</summary>
    public double? Statistic { get; }

    /// <summary>The degrees of freedom of the statistic.</summary>
    public double? DegreesOfFreedom { get; }

    /// <summary>The probability of a statistic as large without a season.</summary>
    public double? PValue { get; }

    /// <summary>For QS, the autocorrelation of the differences at one period; <see langword="null"/> for other tests.</summary>
    public double? AtOnePeriod { get; internal init; }

    /// <summary>
    /// For QS, the autocorrelation of the differences at two periods; <see langword="null"/> for other tests, and when the series is shorter.
    /// </summary>
    public double? AtTwoPeriods { get; internal init; }

    /// <summary>The statistic and its p-value as text.</summary>
    /// <returns>Text for display, such as <c>chi-square 24.16 (df 2), p = 0</c>.</returns>
    public override string ToString() => Statistic is null
        ? "too little to test"
        : string.Create(CultureInfo.InvariantCulture, $"chi-square {Statistic:0.##} (df {DegreesOfFreedom:0.##}), {KpiText.P(PValue)}");
}
