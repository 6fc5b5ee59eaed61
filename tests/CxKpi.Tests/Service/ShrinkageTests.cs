using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Service;

public class ShrinkageTests
{
    [Fact]
    public void New_WorkedExample_GivesTwelveAndAHalfPercent()
    {
        Shrinkage shrinkage = new(unavailable: Duration.FromHours(20), scheduled: Duration.FromHours(160));

        Assert.Equal(0.125, shrinkage.Value);
        Assert.Equal("Shrinkage 12.5% (1 row)", shrinkage.ToString());
        Assert.Null(shrinkage.Estimate()!.Value.Lower);
    }

    [Fact]
    public void New_MoreUnavailableThanScheduled_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("unavailable", () => new Shrinkage(Duration.FromHours(2), Duration.FromHours(1)));

    [Fact]
    public void Combine_Agents_WeighsByScheduledTime() =>
        Assert.Equal(0.2, new Shrinkage(Duration.Zero, Duration.FromHours(5)).Combine(new(Duration.FromHours(8), Duration.FromHours(35))).Value);
}

public class ShrinkageLaws : KpiLaws<Shrinkage>
{
    protected override Gen<Shrinkage> Any => Some.Duration.Two().ListOf().Select(rows => rows.Tally(x => new Shrinkage(x.Item1, x.Item1 + x.Item2)));
}
