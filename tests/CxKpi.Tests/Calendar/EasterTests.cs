using NodaTime;

namespace CxKpi.Tests.Calendar;

public class EasterTests
{
    [Theory]
    [InlineData(-44)]
    [InlineData(-100)]
    [InlineData(-5000)]
    [InlineData(-9990)]
    [InlineData(0)]
    public void Sunday_BeforeTheYearOne_IsASundayInSpring(int year)
    {
        LocalDate easter = Easter.Sunday(year);

        Assert.Equal(IsoDayOfWeek.Sunday, easter.DayOfWeek);
        Assert.InRange(easter, new LocalDate(year, 3, 22), new LocalDate(year, 4, 25));
    }
}
