namespace CxKpi.Tests;

public class SeriesOverlaysTests
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2024-01");

    [Fact]
    public void Periods_OfAListThatIsChangedLater_StayAsTheyWere()
    {
        List<CalendarPeriod> periods = [January];
        SeriesOverlays overlays = new() { Unusual = periods, Steps = periods };
        periods.Add(January.Plus(1));

        Assert.Equal([January], overlays.Unusual);
        Assert.Equal([January], overlays.Steps);
    }

    [Fact]
    public void Periods_Null_AreRefusedByName()
    {
        Assert.Equal("Unusual", Assert.Throws<ArgumentNullException>(() => new SeriesOverlays { Unusual = null! }).ParamName);
        Assert.Equal("Steps", Assert.Throws<ArgumentNullException>(() => new SeriesOverlays { Steps = null! }).ParamName);
    }
}
