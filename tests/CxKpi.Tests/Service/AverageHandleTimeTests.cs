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
        Assert.Equal("AHT 7 min 00 s (1 contact)", aht.ToString());
    }

    [Fact]
    public void New_Outbound_AddsDialling() =>
        Assert.Equal(450, new AverageHandleTime(1, Duration.FromMinutes(4), Duration.Zero, Duration.FromMinutes(3), dialling: Duration.FromSeconds(30)).Value);

    [Fact]
    public void FromContacts_HandleTimes_GiveTheirMean()
    {
        Duration[] times = [Duration.FromMinutes(5), Duration.FromMinutes(9)];

        Assert.Equal(Duration.FromMinutes(7), AverageHandleTime.FromContacts(times).Average);
        Assert.Equal(Duration.FromMinutes(7), AverageHandleTime.FromContacts(times.AsEnumerable()).Average);
    }

    [Fact]
    public void FromContacts_NegativeTime_ThrowsWithPosition()
    {
        Duration[] times = [Duration.FromMinutes(5), Duration.FromMinutes(-9)];

        Assert.Contains(
            "position 1",
            Assert.Throws<ArgumentOutOfRangeException>("handleTimes", () => AverageHandleTime.FromContacts(times)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "position 1",
            Assert.Throws<ArgumentOutOfRangeException>("handleTimes", () => AverageHandleTime.FromContacts(times.AsEnumerable())).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void FromContacts_Null_Throws() =>
        Assert.Throws<ArgumentNullException>("handleTimes", () => AverageHandleTime.FromContacts((IEnumerable<Duration>)null!));

    [Fact]
    public void New_NegativeDialling_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(
            "dialling",
            () => new AverageHandleTime(1, Duration.Zero, Duration.Zero, Duration.Zero, Duration.FromSeconds(-1)));

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
