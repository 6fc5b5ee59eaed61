using CxKpi.Practices;
using NodaTime;

namespace CxKpi.Tests.Monitoring;

public class ConfidenceSequenceTests
{
    private static readonly LocalDate Start = new(2025, 3, 1);

    [Fact]
    public void Points_OfDays_AddUp()
    {
        ConfidenceSequence found = Days(40, i => new Csat(12 + i % 3, 20, TopBox.TwoOfFive)).ConfidenceSequence(800, target: 0.9);

        Assert.Equal(800, found.Points[^1].N);
        Assert.Null(found.Points[1].Lower);
        Assert.NotNull(found.Points[2].Lower);
        Assert.Equal(CalendarPeriod.Parse("2025-03-04"), found.FirstExcluded);
        Assert.StartsWith("64.9% [", found.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("(95%, n = 800); the target lies outside the limits from 4 March 2025 on", found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Points_WithoutSpread_HaveNoLimits()
    {
        ConfidenceSequence found = Days(9, _ => new Csat(20, 20, TopBox.TwoOfFive)).ConfidenceSequence(100, target: 0.5);

        Assert.All(found.Points, point => Assert.Equal((null, null), (point.Lower, point.Upper)));
        Assert.Null(found.FirstExcluded);
        Assert.Equal("no data", Days(0, _ => default(Csat)).ConfidenceSequence(100).ToString());
        Assert.Equal("no data", Days(2, _ => default(Csat)).ConfidenceSequence(100).ToString());
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
