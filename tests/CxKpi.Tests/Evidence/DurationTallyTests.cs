using System.Text.Json;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Evidence;

public class DurationTallyTests
{
    [Fact]
    public void Members_WorkedExample_Agree()
    {
        DurationTally tally = DurationTally.FromDurations([Duration.FromSeconds(30), Duration.FromSeconds(15), Duration.FromSeconds(45)]);

        Assert.Equal(3, tally.N);
        Assert.Equal(30, tally.Value);
        Assert.Equal(Duration.FromSeconds(30), tally.Average);
        Assert.Equal(Duration.FromSeconds(90), tally.Total);
        Assert.Equal("90 s over 3", tally.ToString());
    }

    [Fact]
    public void Average_NotAWholeNanosecond_IsRounded() =>
        Assert.Equal(Duration.FromNanoseconds(333_333_333), DurationTally.FromTotal(Duration.FromSeconds(1), 3).Average);

    [Fact]
    public void Default_IsNoData()
    {
        Assert.Null(default(DurationTally).Value);
        Assert.Null(default(DurationTally).Average);
        Assert.Equal(Duration.Zero, default(DurationTally).Total);
        Assert.Null(default(DurationTally).Estimate());
        Assert.Null(default(DurationTally).ChangeFrom(DurationTally.One(Duration.Zero)));
        Assert.Equal(default, DurationTally.FromDurations(ReadOnlySpan<Duration>.Empty));
        Assert.Equal(default, DurationTally.FromTotal(Duration.Zero, 0));
    }

    [Fact]
    public void Doors_BadInput_Throw()
    {
        Duration negative = Duration.FromNanoseconds(-1);

        Assert.Throws<ArgumentOutOfRangeException>("duration", () => DurationTally.One(negative));
        Assert.Throws<ArgumentOutOfRangeException>("total", () => DurationTally.FromTotal(negative, 3));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => DurationTally.FromTotal(Duration.FromSeconds(1), -3));
        Assert.Throws<ArgumentOutOfRangeException>("total", () => DurationTally.FromTotal(Duration.FromSeconds(1), 0));
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => DurationTally.FromDurations([Duration.Zero, negative]));
        Assert.Throws<ArgumentNullException>("durations", () => DurationTally.FromDurations((IEnumerable<Duration>)null!));
        Assert.Throws<ArgumentOutOfRangeException>("seconds", () => new DurationTally(RatioTally.Row(-1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("seconds", () => new DurationTally(RatioTally.Row(1, 0.5m)));
    }

    [Fact]
    public void Sums_BeyondTheirTypes_SayOfWhat()
    {
        DurationTally longest = DurationTally.One(Duration.MaxValue), most = DurationTally.FromTotal(Duration.Zero, long.MaxValue);
        const string Time = "the total time in seconds would exceed 1449551462399.999999999";

        Assert.Equal(Time, Assert.Throws<OverflowException>(() => longest.Combine(longest)).Message);
        Assert.Equal(Time, Assert.Throws<OverflowException>(() => DurationTally.FromDurations([Duration.MaxValue, Duration.MaxValue])).Message);
        Assert.Equal("the number of durations would exceed 9223372036854775807", Assert.Throws<OverflowException>(() => most.Combine(most)).Message);
        Assert.Equal(Duration.MaxValue, longest.Combine(DurationTally.FromTotal(Duration.Zero, long.MaxValue - 1)).Total);
    }

    [Fact]
    public void Combine_Totals_IsNoAverageOfAverages()
    {
        DurationTally all = DurationTally.FromTotal(Duration.FromSeconds(9000), 300)
            .Combine(DurationTally.FromTotal(Duration.FromSeconds(20_000), 500))
            .Combine(DurationTally.FromTotal(Duration.FromSeconds(5000), 200));

        Assert.Equal(34, all.Value);
        Assert.Equal(1000, all.N);
        Assert.NotNull(all.Estimate()!.Value.Lower);
    }
}

public class DurationTallyLaws
{
    [Property]
    public bool CombiningTalliesIsTallyingAllDurations(Duration[] a, Duration[] b) =>
        DurationTally.FromDurations(a).Combine(DurationTally.FromDurations(b)) == DurationTally.FromDurations(a.Concat(b));

    [Property]
    public bool TheTotalIsTheSum(Duration[] x) =>
        DurationTally.FromDurations(x).Total == x.Aggregate(Duration.Zero, (sum, duration) => sum + duration);

    [Property]
    public bool JsonBringsTheTallyBack(DurationTally x) => JsonSerializer.Deserialize<DurationTally>(JsonSerializer.Serialize(x)) == x;
}
