using CxKpi.Practices;
using NodaTime;

namespace CxKpi.Tests.Monitoring;

public class ConfidenceSequenceTests
{
    private static readonly LocalDate Start = new(2025, 3, 1);

    // Limits by lgamma and bisection of another program.
    [Fact]
    public void Points_OfDays_AddUp()
    {
        ConfidenceSequence found = Days(40, i => new Csat(12 + i % 3, 20, TopBox.TwoOfFive)).ConfidenceSequence(800, target: 0.9);

        Assert.Equal(800, found.Points[^1].N);
        Assert.Equal(CalendarPeriod.Parse("2025-03-02"), found.FirstExcluded);
        Assert.Equal((0.276444246, 0.888158713), (Math.Round(found.Points[1].Lower!.Value, 9), Math.Round(found.Points[1].Upper!.Value, 9)));
        Assert.Equal((0.596611447, 0.698854819), (Math.Round(found.Points[39].Lower!.Value, 9), Math.Round(found.Points[39].Upper!.Value, 9)));
        Assert.StartsWith("64.9% [", found.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("(95%, n = 800); the target lies outside the limits from 2 March 2025 on", found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Points_WithoutSpread_HaveNoLimits()
    {
        ConfidenceSequence found = Days(9, _ => new Nps(20, 0, 0)).ConfidenceSequence(100, target: 50);

        Assert.All(found.Points, point => Assert.Equal((null, null), (point.Lower, point.Upper)));
        Assert.Null(found.FirstExcluded);
        Assert.Equal("no data", Days(0, _ => default(Csat)).ConfidenceSequence(100).ToString());
        Assert.Equal("no data", Days(2, _ => default(Csat)).ConfidenceSequence(100).ToString());
    }

    // With 95 % promoters and 5 % passives the variance is 0.011875 squared ranges: 12.5 / 0.011875 = 1,053 answers.
    [Fact]
    public void Limits_NearAnEnd_BeginLater()
    {
        ConfidenceSequence net = Days(20, _ => new Nps(95, 5, 0)).ConfidenceSequence(1000);
        ConfidenceSequence middle = Days(20, _ => new Nps(5, 0, 5)).ConfidenceSequence(1000);

        Assert.Equal(1100, net.Points.First(point => point.Lower is not null).N);
        Assert.Equal(50, middle.Points.First(point => point.Lower is not null).N);
    }

    [Fact]
    public void Limits_OfClustersAndSkewedAmounts_BeginWhereTheyCanBeTrusted()
    {
        ConfidenceSequence clusters = Days(60, i => Clustered.FromCluster(new Csat(100 + i % 9 * 5, 200, TopBox.TwoOfFive))).ConfidenceSequence(9000);
        ConfidenceSequence amounts = Days(60, i => new AverageOrderValue(RatioTally.Row(i % 10 == 0 ? 5000 : 10 + i % 3, 1))).ConfidenceSequence(60);

        Assert.Equal(50, clusters.Points.TakeWhile(point => point.Lower is null).Count() + 1);
        Assert.All(amounts.Points, point => Assert.Null(point.Lower));
    }

    [Fact]
    public void Limits_OfSharesOfCounts_BeginWithTheFirstAnswer()
    {
        ConfidenceSequence found = Days(9, _ => new Csat(20, 20, TopBox.TwoOfFive)).ConfidenceSequence(100, target: 0.5);

        Assert.Equal(1, found.Points[0].Upper);
        Assert.InRange(found.Points[0].Lower!.Value, 0.6, 0.9);
        Assert.True(found.Points[^1].Lower > found.Points[0].Lower);
        Assert.Equal(CalendarPeriod.Parse("2025-03-01"), found.FirstExcluded);
    }

    // Limits by the normal distribution from 50 answers on exclude these in 9 to 12 % of cases.
    [Theory]
    [InlineData(0.95)]
    [InlineData(0.97)]
    [InlineData(0.99)]
    public void Limits_OfHighShares_HoldOnAllDaysTogether(double share)
    {
        int excluded = 0;
        for (ulong seed = 1; seed <= 400; seed++)
        {
            RepeatableRandom random = new(seed);
            Csat[] days = new Csat[100];
            for (int day = 0; day < days.Length; day++)
            {
                long hits = 0;
                for (int answer = 0; answer < 10; answer++)
                {
                    hits += random.NextUnit() < share ? 1 : 0;
                }

                days[day] = new(hits, 10, TopBox.TwoOfFive);
            }

            excluded += Days(100, i => days[i]).ConfidenceSequence(1000, target: share).FirstExcluded is null ? 0 : 1;
        }

        Assert.InRange(excluded, 0, 20);
    }

    // Looked at every day for 200 days: an ordinary interval excludes the truth on some day in about half of all cases.
    [Fact]
    public void Limits_LookedAtEveryDay_HoldOnAllDaysTogether()
    {
        int sequence = 0, ordinary = 0;
        for (ulong seed = 1; seed <= 200; seed++)
        {
            RepeatableRandom random = new(seed);
            (Nps soFar, bool left, bool ordinaryLeft) = (default, false, false);
            List<Nps> days = [];
            for (int day = 0; day < 200; day++)
            {
                long promoters = 0, detractors = 0;
                for (int answer = 0; answer < 30; answer++)
                {
                    double draw = random.NextUnit();
                    promoters += draw < 0.5 ? 1 : 0;
                    detractors += draw >= 0.8 ? 1 : 0;
                }

                days.Add(new(promoters, 30 - promoters - detractors, detractors));
                soFar = soFar.Combine(days[^1]);
                ordinaryLeft |= soFar.Estimate()!.Value is { Lower: > 30 } or { Upper: < 30 };
            }

            left = Days(200, i => days[i]).ConfidenceSequence(3000, target: 30).FirstExcluded is not null;
            sequence += left ? 1 : 0;
            ordinary += ordinaryLeft ? 1 : 0;
        }

        Assert.InRange(sequence, 0, 16);
        Assert.InRange(ordinary, 50, 200);
    }

    [Fact]
    public void Arguments_OutsideTheirRange_AreRefused()
    {
        KpiSeries<Csat> days = Days(3, _ => new Csat(12, 20, TopBox.TwoOfFive));

        Assert.Equal(
            "expectedN must be greater than zero; got 0 (Parameter 'expectedN')",
            Assert.Throws<ArgumentOutOfRangeException>(() => days.ConfidenceSequence(0)).Message);
        Assert.StartsWith(
            "target must lie between 0 and 1",
            Assert.Throws<ArgumentOutOfRangeException>(() => days.ConfidenceSequence(9, target: 90)).Message,
            StringComparison.Ordinal);
    }

    private static KpiSeries<TKpi> Days<TKpi>(int count, Func<int, TKpi> record)
        where TKpi : struct, IKpi<TKpi> =>
        Enumerable.Range(0, count).TallyBy(CalendarUnit.Day, i => Start.PlusDays(i), record);
}
