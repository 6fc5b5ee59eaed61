using CxKpi.Practices;
using CxKpi.Trends;
using NodaTime;

namespace CxKpi.Tests.Monitoring;

public class ControlLimitsTests
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2025-01");

    // Worked by hand: 10 % of 100 and 20 % of 300 are 70 of 400; 3 sqrt(0.175 * 0.825 / n).
    // The sum of two largest numbers is none.
    [Theory]
    [InlineData(ControlMethod.Individuals)]
    [InlineData(ControlMethod.Laney)]
    public void Figures_AtTheEndOfTheRange_StayWithinIt(ControlMethod method)
    {
        double?[] figures = [0.3, 1.7e308, 1.7e308, -1.7e308, 1.7e308, -1.7e308, 0.1];
        PeriodSeries series = PeriodSeries.FromValues(CalendarPeriod.Month(2025, 1), figures, [.. figures.Select(_ => 1e300)]);
        ControlLimits control = series.ControlLimits(method);
        Assert.Equal(1.7e308 / 7, control.Centre!.Value, 1e293);
        Assert.All(control.Points, point => Assert.True(double.IsFinite(point.Lower!.Value) && double.IsFinite(point.Upper!.Value)));
        Assert.All(series.Ewma(4).Points, point => Assert.True(double.IsFinite(point.Lower!.Value) && double.IsFinite(point.Upper!.Value)));
        Assert.All(series.Cusum(4, limit: 1).Points, point => Assert.True(double.IsFinite(point.Up!.Value) && double.IsFinite(point.Down!.Value)));
    }

    [Fact]
    public void OfShares_TwoPeriods_HaveLimitsByTheirOwnN()
    {
        ControlLimits limits = ControlLimits.OfShares([new(10, 100), default, new(60, 300)], ControlMethod.Binomial);

        Assert.Equal(0.175, limits.Centre!.Value, 12);
        Assert.Equal(0.175 - 3 * Math.Sqrt(0.175 * 0.825 / 100), limits.Points[0].Lower!.Value, 12);
        Assert.Equal(0.175 + 3 * Math.Sqrt(0.175 * 0.825 / 300), limits.Points[2].Upper!.Value, 12);
        Assert.Null(limits.Points[1].Upper);
        Assert.Null(limits.Points[1].Value);
    }

    // Moving ranges 2, 1 and 3: mean 2, times 2.66.
    [Fact]
    public void OfFigures_Four_HaveLimitsByTheMovingRange()
    {
        ControlLimits limits = ControlLimits.OfFigures([10, 12, 11, 14]);

        Assert.Equal(11.75, limits.Centre);
        Assert.Equal(11.75 + 2.6586807763582737 * 2, limits.Points[0].Upper!.Value, 10);
        Assert.Equal(11.75 - 2.6586807763582737 * 2, limits.Points[3].Lower!.Value, 10);
        Assert.Equal("centre 11.75, limits by the moving range: no signal in 4 periods", limits.ToString());
    }

    [Fact]
    public void OfFigures_GapsBetweenAll_HaveNoLimits()
    {
        ControlLimits limits = ControlLimits.OfFigures([1, double.NaN, 3]);

        Assert.Equal(2, limits.Centre);
        Assert.All(limits.Points, point => Assert.Equal((null, null, ControlSignal.None), (point.Lower, point.Upper, point.Signal)));
    }

    [Fact]
    public void OfFigures_Constant_HaveNoSignal() => Assert.Empty(ControlLimits.OfFigures(Enumerable.Repeat(0.1, 30).ToArray()).Signals);

    [Fact]
    public void OfShares_OneOrAllAlike_FallBackToSamplingErrorAlone()
    {
        ControlLimits one = ControlLimits.OfShares([new(3, 10)]), alike = ControlLimits.OfShares([new(3, 10), new(6, 20), new(9, 30)]);

        Assert.All((ControlLimits[])[one, alike], limits => Assert.Equal((ControlMethod.Binomial, null), (limits.Method, limits.Dispersion)));
        Assert.Equal("no data", ControlLimits.OfShares([]).ToString());
        Assert.Equal("no data", ControlLimits.OfShares([default, default]).ToString());
    }

    // Thousands of calls a day: sampling error alone flags most ordinary days.
    [Fact]
    public void ControlLimits_OfManyCalls_AllowForDaysThatDiffer()
    {
        KpiSeries<Csat> days = Enumerable.Range(0, 60).TallyBy(
            CalendarUnit.Day,
            i => new LocalDate(2025, 1, 1).PlusDays(i),
            i => new Csat(4000 + (i * 37 % 17 - 8) * 30, 6000, TopBox.TwoOfFive));

        Assert.True(days.ControlLimits(ControlMethod.Binomial).Signals.Count > 20);
        Assert.Empty(days.ControlLimits().Signals);
        Assert.Equal(ControlMethod.Laney, days.ControlLimits().Method);
        Assert.InRange(days.ControlLimits().Dispersion!.Value, 3, 6);
    }

    [Fact]
    public void ControlLimits_OfANetScore_MayBeLaneys()
    {
        KpiSeries<Nps> months = Enumerable.Range(0, 24)
            .TallyBy(CalendarUnit.Month, i => January.Plus(i).Start, i => new Nps(50 + i * 7 % 5, 20, i == 9 ? 90 : 30));
        ControlLimits limits = months.ControlLimits(ControlMethod.Laney);

        Assert.Equal([9], limits.Signals.Select(point => point.Position));
        Assert.Equal(ControlSignal.Below, limits.Points[9].Signal);
        Assert.EndsWith("Laney's limits: below at October 2025", limits.ToString(), StringComparison.Ordinal);
        Assert.Equal(ControlMethod.Individuals, months.ControlLimits().Method);
    }

    [Fact]
    public void ControlLimits_PeriodNotEnded_IsShownAndNotJudged()
    {
        PeriodSeries series = PeriodSeries.FromValues(January, [5, 6, 5, 6, 900]).Through(new LocalDate(2025, 5, 3));

        Assert.Empty(series.ControlLimits().Signals);
        Assert.Equal(900, series.ControlLimits().Points[4].Value);
    }

    [Fact]
    public void ControlLimits_MethodThatDoesNotSuit_IsRefused()
    {
        PeriodSeries series = PeriodSeries.FromValues(January, [5, 6, 5]);

        Assert.Equal(
            "method must suit the series, which is none of shares of counts; got Binomial (Parameter 'method')",
            Assert.Throws<ArgumentOutOfRangeException>(() => series.ControlLimits(ControlMethod.Binomial)).Message);
        Assert.Equal(
            "method must suit the series, whose sampling variances are unknown; got Laney (Parameter 'method')",
            Assert.Throws<ArgumentOutOfRangeException>(() => series.ControlLimits(ControlMethod.Laney)).Message);
        Assert.Equal(
            "values must be finite, or NaN where missing (at position 1); got Infinity (Parameter 'values')",
            Assert.Throws<ArgumentOutOfRangeException>(() => ControlLimits.OfFigures([1, double.PositiveInfinity])).Message);
    }
}
