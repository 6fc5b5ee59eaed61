using CxKpi.Practices;
using CxKpi.Trends;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Planning;

public class PlanningExtensionsTests
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2020-01");

    [Fact]
    public void PeriodsToSee_LargerChanges_AreSeenSooner()
    {
        KpiSeries<Nps> series = Months(48, 300);
        DetectionTime small = series.PeriodsToSee(6), large = series.PeriodsToSee(12);

        Assert.Null(small.Refusal);
        Assert.True(large.Periods < small.Periods || small.Periods is null, $"{large}, {small}");
        Assert.True(series.PeriodsToSee(12, power: 0.95).Periods >= large.Periods);
        Assert.True(series.PeriodsToSee(12, size: 3000).Periods <= large.Periods);
        Assert.InRange(large.SmallestInTheEnd!.Value, 0, 12);
        Assert.Equal(CalendarUnit.Month, large.Unit);
    }

    [Fact]
    public void PeriodsToSee_Fall_IsLikeARise() =>
        Assert.Equal(Months(48, 300).PeriodsToSee(9).Periods, Months(48, 300).PeriodsToSee(-9).Periods);

    /// <summary>The smallest step that Effect says it would have found after as many periods is the one that was planned for.</summary>
    [Fact]
    public void PeriodsToSee_AfterThatLong_EffectSeesIt()
    {
        PeriodSeries history = PeriodSeries.FromValues(January, Noise(48));
        DetectionTime time = history.PeriodsToSee(2.2);
        int periods = time.Periods!.Value;
        PeriodSeries later = PeriodSeries.FromValues(January, Noise(48 + periods));
        EffectEstimate effect = later.Effect(January.Plus(48).Start);

        Assert.InRange(effect.SmallestDetectable!.Value, 0.5 * 2.2, 1.6 * 2.2);
    }

    [Fact]
    public void PeriodsToSee_TooSmall_IsNotSeen()
    {
        DetectionTime never = Months(48, 300).PeriodsToSee(0.01);

        Assert.Contains("+0.01<", ((ILocalizedFace)never).ToHtml(Phrases.English), StringComparison.Ordinal);
        Assert.Null(never.Periods);
        Assert.Equal(120, never.Limit);
        Assert.True(never.SmallestInTheEnd > 0.01);
        Assert.StartsWith("+0.01 is not seen within 120 periods (Month, 95%, power 80%)", never.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void PeriodsToSee_ShortHistory_IsRefused()
    {
        DetectionTime refused = Months(5, 300).PeriodsToSee(5);

        Assert.NotNull(refused.Refusal);
        Assert.Null(refused.Periods);
        Assert.Equal(NoticeKind.ExactFit, PeriodSeries.FromValues(January, Enumerable.Repeat<double?>(3, 48)).PeriodsToSee(1).Refusal!.Kind);
    }

    [Fact]
    public void PeriodsToSee_BadInput_Throws()
    {
        KpiSeries<Nps> series = Months(48, 300);
        Assert.Throws<ArgumentOutOfRangeException>("change", () => series.PeriodsToSee(0));
        Assert.Throws<ArgumentOutOfRangeException>("power", () => series.PeriodsToSee(5, power: 1));
        Assert.Throws<ArgumentOutOfRangeException>("size", () => series.PeriodsToSee(5, size: 0));
        Assert.Throws<ArgumentException>("size", () => PeriodSeries.FromValues(January, Noise(48)).PeriodsToSee(5, size: 10));
        KpiSeries<Churn> shares = Enumerable.Range(0, 48).TallyBy(CalendarUnit.Month, i => January.Plus(i).Start, i => new Churn(20 + i * 7 % 11, 400));
        Assert.NotNull(shares.PeriodsToSee(0.03).Periods);
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>("change", () => shares.PeriodsToSee(3));
        Assert.Contains("must leave the share, which is expected at 0.06", error.Message, StringComparison.Ordinal);
    }

    private static KpiSeries<Nps> Months(int count, int answers) => Enumerable.Range(0, count).TallyBy(
        CalendarUnit.Month,
        i => January.Plus(i).Start,
        i => new Nps(answers / 2 + 3 * (i % 12) + i * 37 % 17, answers / 4, answers / 4 + i * 53 % 13));

    private static IEnumerable<double?> Noise(int count)
    {
        RepeatableRandom random = new(7);
        return [.. Enumerable.Range(0, count).Select(i => (double?)(50 + 3 * Math.Sin(i * Math.PI / 6) + random.NextNormal()))];
    }
}

public class PlanningExtensionsLaws
{
    [Property(MaxTest = 20 * Law.Rounds)]
    public Property LargerChangesAreNeverSeenLater() => Law.ForAll(
        from seed in Gen.Choose(1, 1000) from change in Gen.Choose(5, 40) select (seed, change / 10.0),
        x =>
        {
            RepeatableRandom random = new((ulong)x.seed);
            double?[] figures = [.. Enumerable.Range(0, 40).Select(i => (double?)(50 + random.NextNormal()))];
            PeriodSeries series = PeriodSeries.FromValues(CalendarPeriod.Parse("2020-01"), figures);
            DetectionTime one = series.PeriodsToSee(x.Item2), twice = series.PeriodsToSee(2 * x.Item2);
            return one.Refusal is not null || (twice.Periods ?? int.MaxValue) <= (one.Periods ?? int.MaxValue);
        });
}
