using System.Globalization;
using NodaTime;

namespace CxKpi.Tests.Evidence;

/// <summary>Many amounts or durations at once, and small records one by one, against decimal arithmetic.</summary>
public class BulkSumsTests
{
    private static readonly Random Draw = new(14);

    public static TheoryData<string, decimal[]> Amounts => new()
    {
        { "none", [] },
        { "cents", Many(50_000, i => i % 9_973 / 100m) },
        { "negative", Many(1_000, i => (i % 7 - 3) * 12.5m) },
        { "finer and finer", [1, 2.5m, 0.25m, 1.125m, 3.0625m, 7] },
        { "coarser and coarser", [3.0625m, 1.125m, 0.25m, 2.5m, 1] },
        { "up to the largest square", Many(2_000, i => 189_999_999_999_999m - i) },
        { "beyond it and back", [1, 2.5m, 190_000_000_000_001m, 3, 1e20m, 0.5m] },
        { "many decimals", [0.12345678901234m, 0.123456789012345m, 1e-20m, 1] },
        { "zeros of many kinds", [0, 0.00m, -0.0m, 1.50m, 1.5m] },
    };

    public static TheoryData<string, Duration[]> Times => new()
    {
        { "none", [] },
        { "seconds", Many(20_000, i => Duration.FromSeconds(i % 911)) },
        { "milliseconds", Many(20_000, i => Duration.FromMilliseconds(i * 37L)) },
        { "nanoseconds", Many(1_000, i => Duration.FromNanoseconds(i * 1_234_567L)) },
        { "weeks", Many(5_000, i => Duration.FromDays(7 + i % 90) + Duration.FromMinutes(i)) },
        { "longer than a computer's life", [Duration.FromDays(13_343), Duration.FromDays(13_344), Duration.FromDays(1_000_000), Duration.FromSeconds(1)] },
    };

    [Theory]
    [MemberData(nameof(Amounts))]
    public void Mean_OfManyAmounts_IsDecimalArithmetic(string kind, decimal[] values)
    {
        Assert.NotNull(kind);
        MeanTally bulk = MeanTally.FromValues(values), one = default;
        foreach (decimal value in values)
        {
            one = one.Combine(MeanTally.One(value));
        }

        Assert.Equal(one, bulk);
        Assert.Equal(bulk, MeanTally.FromValues(values.Select(value => value)));
        Assert.Equal(values.Length, bulk.N);
        Assert.Equal(values.Sum(), bulk.Sum);
        Assert.Equal(values.Sum().ToString(CultureInfo.InvariantCulture), bulk.Sum.ToString(CultureInfo.InvariantCulture));
        if (bulk.SquareExponent == 0)
        {
            Assert.Equal(values.Sum(value => value * value), bulk.SumOfSquares);
        }
    }

    [Theory]
    [MemberData(nameof(Amounts))]
    public void Ratio_RowByRow_IsDecimalArithmetic(string kind, decimal[] values)
    {
        Assert.NotNull(kind);
        RatioTally one = default;
        foreach (decimal value in values)
        {
            one = one.Combine(RatioTally.Row(value, 2.5m));
        }

        Assert.Equal(values.Sum(), one.Numerator);
        Assert.Equal(values.Length * 2.5m, one.Denominator);
        Assert.Equal(values.Length, one.Rows);
        if (one.SquareExponent == 0)
        {
            Assert.Equal(values.Sum(value => value * value), one.SquaredNumerators);
            Assert.Equal(values.Sum(value => value * 2.5m), one.Products);
            Assert.Equal(values.Length * 6.25m, one.SquaredDenominators);
        }
    }

    [Theory]
    [MemberData(nameof(Times))]
    public void Durations_InBulkInAnyOrder_AreThoseOneByOne(string kind, Duration[] durations)
    {
        Assert.NotNull(kind);
        DurationTally bulk = DurationTally.FromDurations(durations), one = default;
        foreach (Duration duration in durations)
        {
            one = one.Combine(DurationTally.One(duration));
        }

        Assert.Equal(one, bulk);
        Assert.Equal(bulk, DurationTally.FromDurations(Enumerable.Reverse(durations)));
        Assert.Equal(durations.Aggregate(Duration.Zero, (sum, duration) => sum + duration), bulk.Total);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "0.000000001")]
    [InlineData(1_500_000_000, "1.5")]
    [InlineData(2_000_000_000, "2")]
    [InlineData(12_340_000_000, "12.34")]
    [InlineData(86_400_000_000_001, "86400.000000001")]
    [InlineData(-1_500_000_000, "-1.5")]
    [InlineData(-86_400_500_000_000, "-86400.5")]
    public void Seconds_OfADuration_HaveNoTrailingZeros(long nanoseconds, string seconds) =>
        Assert.Equal(seconds, DurationTally.ToSeconds(Duration.FromNanoseconds(nanoseconds)).ToString(CultureInfo.InvariantCulture));

    [Fact]
    public void Add_AnyAmounts_IsDecimalAddition()
    {
        decimal[] amounts =
        [
            0, 0.00m, 1, -1, 1.5m, -2.25m, ulong.MaxValue, decimal.MaxValue / 3, -decimal.MaxValue / 3, 1e-28m, 79228162514264.337593543950335m,
            .. Many(100, _ => new decimal(Draw.Next(), Draw.Next(), Draw.Next(1 << 20), Draw.Next(2) == 0, (byte)Draw.Next(29))),
        ];

        Assert.All(amounts, a => Assert.All(amounts, b => Assert.Equal(decimal.GetBits(a + b), decimal.GetBits(DecimalSums.Add(a, b)))));
        Assert.All(
            amounts.Where(DecimalSums.IsSmall),
            a => Assert.All(amounts.Where(DecimalSums.IsSmall), b => Assert.Equal(decimal.GetBits(a * b), decimal.GetBits(DecimalSums.SmallProduct(a, b)))));
    }

    private static T[] Many<T>(int count, Func<int, T> value) => [.. Enumerable.Range(0, count).Select(value)];
}
