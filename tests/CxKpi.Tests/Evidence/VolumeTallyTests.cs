namespace CxKpi.Tests.Evidence;

/// <summary>Volumes are rates over their entries' time, which only the caller knows.</summary>
public class VolumeTallyTests
{
    private static readonly KpiDefinition Orders = OrderVolume.Definition;

    [Fact]
    public void Evidence_IsACountOfOneTime()
    {
        Assert.Equal(new RateTally(30, 1), new VolumeTally(30, 4).Evidence);
        Assert.Equal(new RateTally(0, 1), new VolumeTally(0, 1).Evidence);
        Assert.Equal(default, default(VolumeTally).Evidence);
    }

    [Fact]
    public void ChangeFrom_IsOfAsManyEntriesOnly()
    {
        Change change = new VolumeTally(130, 2).ChangeFrom(new(100, 2), Orders, 0.9)!.Value;

        Assert.Equal(30, change.Difference, 9);
        Assert.Equal(0.3, change.Relative!.Value, 9);
        Assert.Equal(new RateTally(130, 1).ChangeFrom(new(100, 1), 0.9)!.Value.Lower, change.Lower);
        Assert.Null(new VolumeTally(130, 2).ChangeFrom(new(100, 1), Orders, 0.9));
        Assert.Null(new VolumeTally(130, 2).ChangeFrom(default, Orders, 0.9));
        Assert.Null(default(VolumeTally).ChangeFrom(new(100, 1), Orders, 0.9));
        Assert.Null(default(VolumeTally).ChangeFrom(default, Orders, 0.9));
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => default(VolumeTally).ChangeFrom(default, Orders, 1));
    }

    // 310 in 31 days against 280 in 28: the baseline would be 310 over 31 days, and nothing has changed.
    [Fact]
    public void ChangeOverDays_BringsTheBaselineToTheLengthOfTheLater()
    {
        Change same = new VolumeTally(310, 1).ChangeOverDays(new(280, 1), 31, 28, Orders, 0.95)!.Value;
        Change more = new VolumeTally(341, 3).ChangeOverDays(new(280, 1), 31, 28, Orders, 0.95)!.Value;

        Assert.Equal(0, same.Difference, 9);
        Assert.Equal(31, more.Difference, 9);
        Assert.Equal(0.1, more.Relative!.Value, 9);
        Assert.Equal(31 * new RateTally(341, 31).ChangeFrom(new(280, 28))!.Value.Lower!.Value, more.Lower!.Value, 9);
        Assert.True(more.Flags.HasFlag(EstimateFlags.UnequalPeriods));
        Assert.Equal(
            new VolumeTally(130, 1).ChangeFrom(new(100, 1), Orders, 0.95),
            new VolumeTally(130, 1).ChangeOverDays(new(100, 1), 30, 30, Orders, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>("days", () => new VolumeTally(1, 1).ChangeOverDays(new(1, 1), 0, 1, Orders, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>("baselineDays", () => new VolumeTally(1, 1).ChangeOverDays(new(1, 1), 1, 0, Orders, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => default(VolumeTally).ChangeOverDays(default, 1, 1, Orders, 0));
    }
}
