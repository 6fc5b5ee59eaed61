using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Complaints;

public class ComplaintHandlingTimeTests
{
    private static readonly Instant Start = Instant.FromUtc(2025, 3, 1, 0, 0);

    [Fact]
    public void FromLog_WorkedExample_GivesThreeDaysAndOneOpen()
    {
        ComplaintHandlingTime time = ComplaintHandlingTime.FromLog([(Start, Day(2)), (Day(1), Day(5)), (Day(3), null)], asOf: Day(9));

        Assert.Equal(Duration.FromDays(3), time.Average);
        Assert.Equal(1, time.Open);
        Assert.Equal("Complaint time 3.0 d (2 complaints; open items left out: 1)", time.ToString());
    }

    [Fact]
    public void FromLog_OnlyOpen_IsUndefined() => Assert.Null(ComplaintHandlingTime.FromLog([(Start, null)], Day(9)).Value);

    [Fact]
    public void FromComplaint_DatesInTheWrongOrder_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("resolved", () => ComplaintHandlingTime.FromComplaint(Day(2), Day(1), Day(9)));
        Assert.Throws<ArgumentOutOfRangeException>("resolved", () => ComplaintHandlingTime.FromComplaint(Day(2), Day(10), Day(9)));
        Assert.Throws<ArgumentOutOfRangeException>("received", () => ComplaintHandlingTime.FromComplaint(Day(10), null, Day(9)));
    }

    [Fact]
    public void New_NegativeOpen_Throws() => Assert.Throws<ArgumentOutOfRangeException>("open", () => new ComplaintHandlingTime(default, -1));

    [Fact]
    public void Estimate_OpenOnes_AreFlagged()
    {
        ComplaintHandlingTime open = ComplaintHandlingTime.FromDurations([Duration.FromDays(2), Duration.FromDays(4)], open: 1);
        ComplaintHandlingTime closed = ComplaintHandlingTime.FromDurations([Duration.FromDays(2), Duration.FromDays(4)]);

        Assert.Equal(new ShareTally(1, 3), open.StillOpen);
        Assert.True(open.Estimate()!.Value.Flags.HasFlag(EstimateFlags.OpenItemsLeftOut));
        Assert.False(closed.Estimate()!.Value.Flags.HasFlag(EstimateFlags.OpenItemsLeftOut));
        Assert.True(closed.ChangeFrom(open)!.Value.Flags.HasFlag(EstimateFlags.OpenItemsLeftOut));
        Assert.True(open.ChangeFrom(closed)!.Value.Flags.HasFlag(EstimateFlags.OpenItemsLeftOut));
        Assert.False(closed.ChangeFrom(closed)!.Value.Flags.HasFlag(EstimateFlags.OpenItemsLeftOut));
    }

    [Fact]
    public void SampleOf_GivesTheMedianOfTheSameLog()
    {
        DurationSample sample = ComplaintHandlingTime.SampleOf([(Start, Day(2)), (Day(1), Day(5)), (Day(3), null)], asOf: Day(9));

        Assert.Equal((Duration.FromDays(3), 2, 1L), (sample.Median, sample.Count, sample.Open));
    }

    [Fact]
    public void FromLog_DatesInTheWrongOrder_ThrowsWithPosition()
    {
        (Instant Received, Instant? Resolved)[] log = [(Start, null), (Day(2), Day(1))];

        Assert.Contains(
            "at position 1, resolved",
            Assert.Throws<ArgumentOutOfRangeException>("complaints", () => ComplaintHandlingTime.FromLog(log, Day(9))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "at position 1, received",
            Assert.Throws<ArgumentOutOfRangeException>("complaints", () => ComplaintHandlingTime.SampleOf(log, Day(1))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void New_TooManyOpen_Overflows() =>
        Assert.Throws<OverflowException>(() => new ComplaintHandlingTime(DurationTally.One(Duration.Zero), long.MaxValue));

    [Fact]
    public void FromLog_Null_Throws() => Assert.Throws<ArgumentNullException>("complaints", () => ComplaintHandlingTime.FromLog(null!, Start));

    [Fact]
    public void FromLogTolerant_DatesInTheWrongOrder_AreInvalidAndInNoBase()
    {
        (Instant Received, Instant? Resolved)[] log = [(Start, Day(2)), (Day(2), Day(1)), (Day(10), null), (Day(3), null)];

        ComplaintHandlingTime time = ComplaintHandlingTime.FromLogTolerant(log, Day(9));

        Assert.Equal(new ComplaintHandlingTime(DurationTally.One(Duration.FromDays(2)), open: 1, invalid: 2), time);
        Assert.Equal(time, log.Tally(c => ComplaintHandlingTime.FromComplaintTolerant(c.Received, c.Resolved, Day(9))));
        Assert.Equal(new ShareTally(1, 2), time.StillOpen);
        Assert.Throws<ArgumentOutOfRangeException>("invalid", () => new ComplaintHandlingTime(default, invalid: -1));
    }

    private static Instant Day(int day) => Start + Duration.FromDays(day);
}

public class ComplaintHandlingTimeLaws : KpiLaws<ComplaintHandlingTime>
{
    protected override Gen<ComplaintHandlingTime> Any =>
        from durations in Some.Durations
        from open in Some.Count
        from invalid in Some.Count
        select new ComplaintHandlingTime(durations, open, invalid);
}
