namespace CxKpi.Practices;

/// <summary>How drivers are analysed.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record DriverOptions
{
    /// <summary>The method; <see langword="null"/>, the default, takes the Shapley value up to 12 drivers and relative weights above.</summary>
    public DriverMethod? Method { get; init => field = Guard.Defined(value, nameof(Method)); }

    /// <summary>The confidence level of the shares' limits, between 0 and 1, both excluded.</summary>
    public double Confidence { get; init => field = Guard.Confidence(value, nameof(Confidence)); } = 0.95;

    /// <summary>How many times the rows are drawn anew for the limits, from 20 to 100,000; 0 for no limits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is neither 0 nor lies between 20 and 100,000.</exception>
    public int Resamples { get; init => field = value == 0 ? 0 : Guard.InRange(value, 20, 100_000, nameof(Resamples)); } = 1000;

    /// <summary>The seed of the draws: the same rows and seed give the same limits on every machine.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The options as text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{Method?.ToString() ?? "method by the number of drivers"}, {Confidence * 100:0.##}%, {Resamples} resamples, seed {Seed}");
}
