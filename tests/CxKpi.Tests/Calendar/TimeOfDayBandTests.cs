using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Calendar;

public class TimeOfDayBandTests
{
    private static readonly DateTimeZone Zurich = DateTimeZoneProviders.Tzdb["Europe/Zurich"];

    [Theory]
    [InlineData(0, 0, "00:00–00:30")]
    [InlineData(9, 29, "09:00–09:30")]
    [InlineData(9, 30, "09:30–10:00")]
    [InlineData(23, 59, "23:30–24:00")]
    public void HalfHour_OfATime_ContainsItsStartAndNotItsEnd(int hour, int minute, string text) =>
        Assert.Equal(text, TimeOfDayBand.Of(new LocalTime(hour, minute), 30).ToString());

    [Fact]
    public void HalfHour_OfAnInstant_IsThatOfTheZone()
    {
        Instant at = Instant.FromUtc(2026, 7, 1, 7, 45);

        Assert.Equal("09:30–10:00", TimeOfDayBand.HalfHour(at, Zurich).ToString());
        Assert.Equal("09:00–10:00", TimeOfDayBand.Hour(at, Zurich).ToString());
        Assert.Equal(new LocalTime(9, 30), TimeOfDayBand.HalfHour(at, Zurich).Start);
        Assert.Equal(TimeOfDayBand.Of(new TimeOnly(9, 45), 15), TimeOfDayBand.Of(at, Zurich, 15));
    }

    [Fact]
    public void Hour_ThatOccursTwice_IsOneBand()
    {
        Instant first = Instant.FromUtc(2026, 10, 25, 0, 30), second = first + Duration.FromHours(1);

        Assert.Equal(TimeOfDayBand.Hour(first, Zurich), TimeOfDayBand.Hour(second, Zurich));
    }

    [Fact]
    public void Tally_ByDayAndHalfHour_IsAKeyOfTwoParts()
    {
        Instant[] contacts = [Instant.FromUtc(2026, 7, 1, 7, 45), Instant.FromUtc(2026, 7, 1, 7, 50), Instant.FromUtc(2026, 7, 1, 8, 5)];

        Segments<TimeOfDayBand, ContactVolume> halves = contacts.TallyBy(at => TimeOfDayBand.HalfHour(at, Zurich), _ => new ContactVolume(1, 1));
        Assert.Equal(2, halves[TimeOfDayBand.Of(new LocalTime(9, 30), 30)].Received);
        Assert.Contains("09:30–10:00", halves.ToTable().ToText(), StringComparison.Ordinal);
        Assert.Equal(halves, JsonSerializer.Deserialize<Segments<TimeOfDayBand, ContactVolume>>(JsonSerializer.Serialize(halves)));
    }

    [Fact]
    public void Keys_OfATally_HaveAnOrder()
    {
        Segments<TimeOfDayBand, ContactVolume> halves = new[] { 600, 0, 570 }.TallyBy(minute => new TimeOfDayBand(minute, 30), _ => new ContactVolume(1, 1));

        Assert.Equal(["00:00–00:30", "09:30–10:00", "10:00–10:30"], halves.OrderBy(x => x.Key).Select(x => x.Key.ToString()));
        Assert.True(new TimeOfDayBand(600, 30).CompareTo(new(600, 60)) < 0);
    }

    [Fact]
    public void New_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("minutes", () => new TimeOfDayBand(0, 7));
        Assert.Throws<ArgumentOutOfRangeException>("minutes", () => TimeOfDayBand.Of(LocalTime.Noon, 0));
        Assert.Throws<ArgumentOutOfRangeException>("startMinute", () => new TimeOfDayBand(15, 30));
        Assert.Throws<ArgumentOutOfRangeException>("startMinute", () => new TimeOfDayBand(1440, 30));
        Assert.Throws<ArgumentNullException>("zone", () => TimeOfDayBand.Hour(default, null!));
        Assert.Equal("–", default(TimeOfDayBand).ToString());
    }
}

public class TimeOfDayBandLaws
{
    [Property]
    public Property EveryTimeLiesInItsBand() => Law.ForAll(
        Gen.Choose(0, 1439).Zip(Gen.Elements(5, 15, 30, 60, 240, 1440)),
        x => TimeOfDayBand.Of(LocalTime.FromMinutesSinceMidnight(x.Item1), x.Item2) is var band
            && band.StartMinute <= x.Item1 && x.Item1 < band.StartMinute + band.Minutes && band.Minutes == x.Item2);
}
