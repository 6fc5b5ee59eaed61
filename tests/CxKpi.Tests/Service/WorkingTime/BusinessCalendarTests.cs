using NodaTime;

namespace CxKpi.Tests.Service;

public class BusinessCalendarTests
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    private static readonly BusinessCalendar NineToFive = BusinessCalendar.Weekdays(Paris, new(9, 0), new(17, 0), [new(2026, 5, 1)]);

    [Fact]
    public void WorkingTime_OverAWeekend_CountsOpenHours()
    {
        Assert.Equal(Duration.FromHours(2), NineToFive.WorkingTime(At(2026, 3, 6, 16), At(2026, 3, 9, 10)));
        Assert.Equal(Duration.Zero, NineToFive.WorkingTime(At(2026, 3, 7, 10), At(2026, 3, 8, 10)));
        Assert.Equal(Duration.Zero, NineToFive.WorkingTime(At(2026, 3, 6, 10), At(2026, 3, 6, 10)));
    }

    // 1 May 2026 is a Friday.
    [Fact]
    public void WorkingTime_Holiday_DoesNotCount() =>
        Assert.Equal(Duration.FromHours(2), NineToFive.WorkingTime(At(2026, 4, 30, 16), At(2026, 5, 4, 10)));

    [Fact]
    public void WorkingTime_Pauses_StopTheClockOnce()
    {
        Interval morning = new(At(2026, 3, 9, 8), At(2026, 3, 9, 11)), late = new(At(2026, 3, 9, 10), At(2026, 3, 9, 12));
        Interval open = new(At(2026, 3, 10, 16), null);

        Assert.Equal(Duration.FromHours(8 - 3), NineToFive.WorkingTime(At(2026, 3, 9, 9), At(2026, 3, 9, 17), [late, morning]));
        Assert.Equal(Duration.FromHours(16 - 3 - 1), NineToFive.WorkingTime(At(2026, 3, 9, 9), At(2026, 3, 11, 9), [late, open, morning]));
    }

    // Clocks go from 2 to 3 on 29 March 2026, and from 3 to 2 on 25 October.
    [Fact]
    public void WorkingTime_ClocksChange_CountsWhatPasses()
    {
        BusinessCalendar always = new(Paris, Enumerable.Range(1, 7).Select(day => new OpeningHours((IsoDayOfWeek)day, LocalTime.Midnight, LocalTime.Midnight)));

        Assert.Equal(Duration.FromHours(23), always.WorkingTime(At(2026, 3, 29, 0), At(2026, 3, 30, 0)));
        Assert.Equal(Duration.FromHours(25), always.WorkingTime(At(2026, 10, 25, 0), At(2026, 10, 26, 0)));
        BusinessCalendar night = new(Paris, [new(IsoDayOfWeek.Saturday, new(22, 0), new(6, 0))]);
        Assert.Equal(Duration.FromHours(7), night.WorkingTime(At(2026, 3, 28, 0), At(2026, 3, 30, 0)));
        Assert.Equal(Duration.FromHours(9), night.WorkingTime(At(2026, 10, 24, 0), At(2026, 10, 26, 0)));
    }

    [Fact]
    public void WorkingTime_ClocksPutForwardIntoTheNextHours_CountsOnce()
    {
        BusinessCalendar split = new(Paris, [new(IsoDayOfWeek.Sunday, new(0, 0), new(2, 30)), new(IsoDayOfWeek.Sunday, new(3, 0), new(6, 0))]);
        Instant one = Instant.FromUtc(2026, 3, 29, 1, 0);

        Assert.Equal(Duration.FromMinutes(30), split.WorkingTime(one, one + Duration.FromMinutes(30)));
        Assert.Equal(one + Duration.FromMinutes(30), split.Due(one, Duration.FromMinutes(30)));
    }

    // Friday 30 December 2011 was left out in Samoa.
    [Fact]
    public void WorkingTime_DayThatNeverWas_HasNone()
    {
        DateTimeZone apia = DateTimeZoneProviders.Tzdb["Pacific/Apia"];
        BusinessCalendar weekdays = BusinessCalendar.Weekdays(apia, new(9, 0), new(17, 0));
        Instant saturday = apia.AtStrictly(new(2011, 12, 31, 12, 0)).ToInstant();

        Assert.False(weekdays.IsOpen(saturday));
        Assert.Equal(Duration.Zero, weekdays.WorkingTime(saturday - Duration.FromHours(12), saturday));
    }

    [Fact]
    public void Due_WorkingTime_IsReachedThen()
    {
        Assert.Equal(At(2026, 3, 9, 10), NineToFive.Due(At(2026, 3, 6, 16), Duration.FromHours(2)));
        Assert.Equal(At(2026, 3, 6, 17), NineToFive.Due(At(2026, 3, 6, 16), Duration.FromHours(1)));
        Assert.Equal(At(2026, 3, 9, 10), NineToFive.Due(At(2026, 3, 7, 3), Duration.FromHours(1)));
        Assert.Equal(At(2026, 3, 7, 3), NineToFive.Due(At(2026, 3, 7, 3), Duration.Zero));
    }

    [Fact]
    public void IsOpen_OpensAndCloses()
    {
        Assert.True(NineToFive.IsOpen(At(2026, 3, 6, 9)));
        Assert.False(NineToFive.IsOpen(At(2026, 3, 6, 17)));
        Assert.False(NineToFive.IsOpen(At(2026, 3, 7, 12)));
        Assert.True(new BusinessCalendar(Paris, [new(IsoDayOfWeek.Friday, new(22, 0), new(6, 0))]).IsOpen(At(2026, 3, 7, 5)));
    }

    [Fact]
    public void New_HoursThatCannotBe_Throws()
    {
        OpeningHours night = new(IsoDayOfWeek.Sunday, new(22, 0), new(6, 0));
        Assert.Throws<ArgumentException>("hours", () => new BusinessCalendar(Paris, []));
        Assert.Throws<ArgumentException>("hours", () => new BusinessCalendar(Paris, [default]));
        Assert.Contains(
            "Sunday 22:00-06:00 and Monday 05:00-09:00",
            Assert.Throws<ArgumentException>("hours", () => new BusinessCalendar(Paris, [new(IsoDayOfWeek.Monday, new(5, 0), new(9, 0)), night])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("zone", () => BusinessCalendar.Weekdays(null!, new(9, 0), new(17, 0)));
        Assert.Throws<ArgumentOutOfRangeException>("to", () => NineToFive.WorkingTime(At(2026, 3, 6, 9), At(2026, 3, 5, 9)));
        Assert.Throws<ArgumentOutOfRangeException>("working", () => NineToFive.Due(At(2026, 3, 6, 9), Duration.FromHours(-1)));
        Assert.Throws<ArgumentOutOfRangeException>("working", () => NineToFive.Due(At(2026, 3, 6, 9), Duration.FromDays(4000)));
        Assert.Throws<ArgumentNullException>("pauses", () => NineToFive.WorkingTime(At(2026, 3, 6, 9), At(2026, 3, 6, 10), null!));
    }

    [Fact]
    public void WorkingTime_AtTheBordersOfTheCalendar_IsDefined()
    {
        Assert.False(NineToFive.IsOpen(Instant.MinValue));
        Assert.False(NineToFive.IsOpen(Instant.MaxValue));
        Assert.Equal(Duration.FromHours(24), NineToFive.WorkingTime(Instant.MinValue, Instant.MinValue + Duration.FromDays(5)));
        Assert.Equal(Duration.Zero, NineToFive.WorkingTime(Instant.MaxValue - Duration.FromDays(1), Instant.MaxValue));
        Assert.Contains(
            "before the calendar ends",
            Assert.Throws<ArgumentOutOfRangeException>("working", () => NineToFive.Due(Instant.MaxValue, Duration.FromHours(1))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void OpeningHours_WithSeconds_ShowThem() =>
        Assert.Equal("Monday 09:00-17:30:15", new OpeningHours(IsoDayOfWeek.Monday, new(9, 0), new(17, 30, 15)).ToString());

    private static Instant At(int year, int month, int day, int hour) => Paris.AtLeniently(new(year, month, day, hour, 0)).ToInstant();
}
