using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests;

/// <summary>What a law is given for parameters of these types.</summary>
public static class Arbitraries
{
    public static Arbitrary<Duration> Duration() => Some.Duration.ToArbitrary();

    public static Arbitrary<DurationTally> DurationTally() => Some.Durations.ToArbitrary();

    public static Arbitrary<MeanTally> MeanTally() => Some.Mean.ToArbitrary();

    public static Arbitrary<NetTally> NetTally() => Some.Net.ToArbitrary();

    public static Arbitrary<RateTally> RateTally() => Some.Rate.ToArbitrary();

    public static Arbitrary<RatioTally> RatioTally() => Some.Ratio.ToArbitrary();

    public static Arbitrary<ShareTally> ShareTally() => Some.Share.ToArbitrary();
}
