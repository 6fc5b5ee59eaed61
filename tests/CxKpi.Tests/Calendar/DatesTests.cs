using NodaTime;

namespace CxKpi.Tests.Calendar;

public class DatesTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 2, 12, 0);
    private static readonly DateTime Unspecified = new(2026, 3, 2, 12, 0, 0);
    private static readonly DateTime Utc = DateTime.SpecifyKind(Unspecified, DateTimeKind.Utc);
    private static readonly DateTimeZone Zurich = DateTimeZoneProviders.Tzdb["Europe/Zurich"];

    [Fact]
    public void FromUtc_WithoutKind_IsTakenAsUtc()
    {
        Assert.Equal(Noon, Dates.FromUtc(Unspecified));
        Assert.Equal(Noon, Dates.FromUtc(Utc));
        Assert.Equal(Noon, Dates.FromUtc((DateTime?)Unspecified));
        Assert.Null(Dates.FromUtc(null));
        Assert.Contains(
            "time must be in UTC or without a kind, but its kind is local; got 2026-03-02T12:00:00",
            Assert.Throws<ArgumentOutOfRangeException>("time", () => Dates.FromUtc(DateTime.SpecifyKind(Unspecified, DateTimeKind.Local))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void From_WithoutKind_ThrowsAndNamesTheWay()
    {
        Assert.Equal(Noon, Dates.From(Utc));
        Assert.Equal(Noon, Dates.From(Noon.ToDateTimeUtc().ToLocalTime()));
        Assert.Equal(Noon, Dates.From(new DateTimeOffset(2026, 3, 2, 14, 0, 0, TimeSpan.FromHours(2))));
        Assert.Null(Dates.From((DateTime?)null));
        Assert.Null(Dates.From((DateTimeOffset?)null));
        Assert.Contains(
            "Dates.FromUtc(time)",
            Assert.Throws<ArgumentOutOfRangeException>("time", () => Dates.From(Unspecified)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-02T13:00:00", "2026-03-02T12:00:00Z")]
    [InlineData("2026-03-29T02:30:00", "2026-03-29T01:30:00Z")] // skipped: moved on by an hour
    [InlineData("2026-10-25T02:30:00", "2026-10-25T00:30:00Z")] // twice: the first
    public void FromLocal_ClockOnTheWall_KnowsDaylightSaving(string wall, string instant)
    {
        DateTime time = DateTime.Parse(wall, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(instant, Dates.FromLocal(time, Zurich).ToString());
        Assert.Equal(instant, Dates.FromLocal((DateTime?)time, Dates.Zone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich")))!.Value.ToString());
        Assert.Null(Dates.FromLocal(null, Zurich));
        Assert.Throws<ArgumentOutOfRangeException>("time", () => Dates.FromLocal(Utc, Zurich));
        Assert.Throws<ArgumentNullException>("zone", () => Dates.FromLocal(time, null!));
        Assert.Throws<ArgumentNullException>("zone", () => Dates.Zone(null!));
    }

    [Fact]
    public void Times_ThatStandForNone_AreRefusedWithTheirPosition()
    {
        DateTimeOffset[] times = [new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), DateTimeOffset.MaxValue];
        DateTimeZone zone = DateTimeZone.ForOffset(Offset.FromHours(2));

        Assert.Contains(
            "rows must not hold the first or the last time that there is, which mostly stands for none (at position 1)",
            Assert.Throws<ArgumentOutOfRangeException>(() => times.TallyBy(CalendarUnit.Month, time => time, zone, _ => new Nps(1, 0, 0))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Dates.FromLocal(DateTime.MaxValue, zone));
        Assert.False(times[..1].TallyBy(CalendarUnit.Month, time => time, zone, _ => new Nps(1, 0, 0), DateTimeOffset.MaxValue).IsLastIncomplete);
        Assert.True(times[..1].TallyBy(CalendarUnit.Month, time => time, zone, _ => new Nps(1, 0, 0), DateTimeOffset.MinValue).IsLastIncomplete);
    }
}
