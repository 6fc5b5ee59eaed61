using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests;

/// <summary>Generators that the laws share, named and ranged.</summary>
internal static class Some
{
    /// <summary>Counts as small samples and large operations have them, zero included.</summary>
    public static Gen<long> Count => Gen.Frequency(
        (1, Gen.Constant(0L)),
        (4, Gen.Choose(0, 30).Select(x => (long)x)),
        (3, Gen.Choose(0, 10_000).Select(x => (long)x)),
        (1, Gen.Choose(0, 2_000_000).Select(x => (long)x)));

    /// <summary>Confidence levels in use.</summary>
    public static Gen<double> Confidence => Gen.Elements(0.5, 0.8, 0.9, 0.95, 0.99, 0.999);

    /// <summary>A part and the whole that holds it.</summary>
    public static Gen<(long Part, long Whole)> PartOfWhole =>
        from part in Count
        from rest in Count
        select (part, part + rest);

    public static Gen<ShareTally> Share => PartOfWhole.Select(x => new ShareTally(x.Part, x.Whole));

    public static Gen<NetTally> Net =>
        from positive in Count
        from neutral in Count
        from negative in Count
        select new NetTally(positive, neutral, negative);

    /// <summary>Amounts with cents, refunds included.</summary>
    public static Gen<decimal> Money => Gen.Choose(-50_000, 1_000_000).Select(cents => cents / 100m);

    public static Gen<decimal> PositiveMoney => Gen.Choose(0, 1_000_000).Select(cents => cents / 100m);

    /// <summary>Up to two hours, to the millisecond.</summary>
    public static Gen<Duration> Duration => Gen.Choose(0, 7_200_000).Select(milliseconds => NodaTime.Duration.FromMilliseconds(milliseconds));

    public static Gen<DurationTally> Durations => Duration.ListOf().Select(DurationTally.FromDurations);

    /// <summary>Rows of money over small counts.</summary>
    public static Gen<RatioTally> Ratio =>
        (from numerator in Money
         from denominator in Gen.Choose(1, 50)
         select (numerator, (decimal)denominator)).ListOf().Select(RatioTally.FromRows);

    /// <summary>Amounts of one each.</summary>
    public static Gen<RatioTally> Amounts => PositiveMoney.ListOf().Select(RatioTally.FromValues);

    public static Gen<MeanTally> Mean => Gen.Choose(-100, 100).Select(x => x / 4m).ListOf().Select(MeanTally.FromValues);

    public static Gen<RateTally> Rate =>
        from events in Gen.Choose(0, 500)
        from exposure in Gen.Choose(1, 100_000)
        select new RateTally(events, exposure / 10m);

    public static Gen<ExcludedAnswers> Excluded =>
        from missing in Gen.Choose(0, 50)
        from invalid in Gen.Choose(0, 5)
        select new ExcludedAnswers(missing, invalid);

    /// <summary>Answers on a scale, tallied.</summary>
    public static Gen<RatingTally> Ratings(RatingScale scale) =>
        from counts in Count.ArrayOf(scale.Points)
        from excluded in Excluded
        select new RatingTally(scale, counts, excluded.Missing, excluded.Invalid);
}
