using CxKpi.Practices;
using CxKpi.Trends;
using NodaTime;

namespace CxKpi.Tests.Drivers;

public class LaggedCorrelationTests
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2020-01");

    [Fact]
    public void Leading_ASeriesThatRunsTwoAhead_IsFound()
    {
        double[] news = Noise(62, 5), x = news[2..], y = [.. news[..60].Zip(Noise(60, 8), (shock, own) => 3 * shock + own)];
        LaggedCorrelation found = LaggedCorrelation.Of(x, y, 6);

        Assert.Equal(2, found.Leading!.Value.LeadsBy);
        Assert.StartsWith("the first leads the second by 2 periods: 0.", found.ToString(), StringComparison.Ordinal);
        Assert.StartsWith(
            "die zweite läuft der ersten um 2 Perioden voraus: 0,",
            LaggedCorrelation.Of(y, x, 6).ToString(ReportLanguage.German),
            StringComparison.Ordinal);
        Assert.Empty(found.Warnings);
    }

    [Fact]
    public void ToString_NoRelation_SaysSo() => Assert.StartsWith(
        "none of 9 lags stands out (least p = ",
        LaggedCorrelation.Of(Noise(60, 11), Noise(60, 12), 4).ToString(),
        StringComparison.Ordinal);

    // Two walks of their own: without prewhitening some lag nearly always looks large.
    [Fact]
    public void Leading_TwoWalks_IsSeldomClaimed()
    {
        int claimed = 0, plain = 0;
        for (ulong seed = 1; seed <= 200; seed++)
        {
            LaggedCorrelation found = LaggedCorrelation.Of(Walk(60, seed), Walk(60, seed + 5000), 6);
            claimed += found.Leading is null ? 0 : 1;
            plain += found.Lags.Any(lag => Math.Abs(lag.Plain) > 1.96 / Math.Sqrt(60)) ? 1 : 0;
        }

        Assert.InRange(claimed, 0, 16);
        Assert.InRange(plain, 140, 200);
    }

    [Fact]
    public void With_SeriesOfKpis_PairsTheirCommonPeriods()
    {
        KpiSeries<Nps> score = Enumerable.Range(0, 40).TallyBy(CalendarUnit.Month, i => January.Plus(i).Start, i => new Nps(50 + i * 7 % 13, 20, 30));
        KpiSeries<Churn> churn = Enumerable.Range(5, 45).TallyBy(CalendarUnit.Month, i => January.Plus(i).Start, i => new Churn(10 + i * 5 % 11, 400));
        LaggedCorrelation found = score.LaggedCorrelationWith(churn, 4);

        Assert.Equal((35, 9), (found.Count, found.Lags.Count));
        Assert.Equal(
            "other must have the unit of the series (Month), but has Week (Parameter 'other')",
            Assert.Throws<ArgumentException>(() => Figures(40).LaggedCorrelationWith(
                PeriodSeries.FromValues(CalendarPeriod.Parse("2020-W01"), [1, 2]), 1)).Message);
    }

    [Fact]
    public void Refusals_OfNoDataOrSpread_AreNamed()
    {
        Assert.Equal("at least 7 periods are needed for lags this far; there are 0", LaggedCorrelation.Of([], [], 2).ToString());
        Assert.Equal("at least 5 periods are needed for lags this far; there are 1", LaggedCorrelation.Of([1], [2], 0).ToString());
        Assert.Equal(
            "a series does not vary: nothing can be said about what moves with it",
            LaggedCorrelation.Of(Noise(20, 1), Enumerable.Repeat(3.0, 20).ToArray(), 2).ToString());
        Assert.Equal(
            "lags need every figure of both series; 1 are missing",
            Figures(40).LaggedCorrelationWith(PeriodSeries.FromValues(January, Noise(40, 2).Select((x, i) => i == 7 ? null : (double?)x)), 2).ToString());
        Assert.Equal(
            "maxLag must not be negative; got -1 (Parameter 'maxLag')",
            Assert.Throws<ArgumentOutOfRangeException>(() => LaggedCorrelation.Of([1], [1], -1)).Message);
    }

    private static PeriodSeries Figures(int count) => PeriodSeries.FromValues(January, Noise(count, 3).Select(x => (double?)x));

    private static double[] Noise(int count, ulong seed)
    {
        RepeatableRandom random = new(seed);
        double[] noise = new double[count];
        for (int i = 0; i < count; i++)
        {
            noise[i] = random.NextNormal();
        }

        return noise;
    }

    private static double[] Walk(int count, ulong seed)
    {
        double[] walk = Noise(count, seed);
        for (int i = 1; i < count; i++)
        {
            walk[i] += walk[i - 1];
        }

        return walk;
    }
}
