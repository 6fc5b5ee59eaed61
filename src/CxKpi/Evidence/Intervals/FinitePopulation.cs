using System.Globalization;

namespace CxKpi;

/// <summary>Sampling without replacement from a finite population, which removes part of the uncertainty and, after a census, all of it.</summary>
internal static class FinitePopulation
{
    /// <summary>The factor on the sampling variance: 1 - n/N; it is 1 when the population is unknown and 0 for a census.</summary>
    internal static double VarianceFactor(long sample, long? population)
    {
        if (population is not { } size)
        {
            return 1;
        }

        return size >= sample
            ? (double)(size - sample) / size
            : throw Guard.Outside(nameof(population), string.Create(CultureInfo.InvariantCulture, $"must not be smaller than the sample ({sample})"), size);
    }

    /// <summary>The estimate of a census, which has no sampling error: the limits are the value.</summary>
    internal static Estimate Census(double value, double confidence, IntervalMethod method, long n) => new()
    {
        Value = value,
        Lower = value,
        Upper = value,
        Confidence = confidence,
        Method = method,
        N = n,
        StandardError = 0,
        Flags = EstimateFlags.Census,
    };
}
