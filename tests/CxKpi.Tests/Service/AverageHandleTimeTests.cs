using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Service;

public class AverageHandleTimeTests
{
    [Fact]
    public void New_WorkedExample_GivesSevenMinutes()
    {
        AverageHandleTime aht = new(1, Duration.FromMinutes(4), Duration.Zero, Duration.FromMinutes(3));

        Assert.Equal(Duration.FromMinutes(7), aht.Average);
        Assert.Equal("AHT 7 min 00 s (n = 1)", aht.ToString());
    }

    [Fact]
    public void New_NegativeTime_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("hold", () => new AverageHandleTime(1, Duration.Zero, Duration.FromSeconds(-1), Duration.Zero));

    [Fact]
    public void New_TimeWithoutContacts_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new AverageHandleTime(0, Duration.FromSeconds(1), Duration.Zero, Duration.Zero));
}

public class AverageHandleTimeLaws : KpiLaws<AverageHandleTime>
{
    protected override Gen<AverageHandleTime> Any => Some.Durations.Select(x => new AverageHandleTime(x));
}
