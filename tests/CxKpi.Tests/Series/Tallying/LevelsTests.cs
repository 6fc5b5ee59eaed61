using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Series.Tallying;

/// <summary>A backlog is a level: what was open on the days of a month does not add up to what is open in it.</summary>
public class LevelsTests
{
    private static readonly LocalDate Start = new(2026, 1, 1);

    private static readonly KpiSeries<Backlog> Daily = KpiSeries.From(
        CalendarUnit.Day, Enumerable.Range(0, 90).Select(i => (CalendarPeriod.Containing(CalendarUnit.Day, Day(i)), Open(i, 10 + i))));

    [Fact]
    public void Resample_OfALevel_TakesTheLastOfEachPeriod()
    {
        KpiSeries<Backlog> monthly = Daily.Resample(CalendarUnit.Month);

        Assert.Equal([Open(30, 40), Open(58, 68), Open(89, 99)], monthly.Select(month => month.Value));
        Assert.Equal(Open(89, 99), monthly.Resample(CalendarUnit.Quarter)[0].Value);
        Assert.Equal((Open(89, 99), Open(89, 99)), (Daily.Total, monthly.Total));
        Assert.Equal(28, monthly.Changes()[0].Value!.Value.Difference);
    }

    [Fact]
    public void Resample_LastDaysWithoutCount_TakesTheLastThatWasCounted() =>
        Assert.Equal(
            Open(9, 19),
            KpiSeries.From(CalendarUnit.Day, Daily.Take(10).Select(day => (day.Key, day.Value)).Append((Daily[12].Key, default)))
                .Resample(CalendarUnit.Month)[0].Value);

    [Fact]
    public void Rolling_OfALevel_HoldsTheLastOfEachWindow() => Assert.Equal(Open(2, 12), Daily.Rolling(3)[0].Value);

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(89)]
    public void Rolling_OfALevelNotCountedEveryDay_HoldsTheLastThatWas(int width)
    {
        KpiSeries<Backlog> seldom = KpiSeries.From(
            CalendarUnit.Day, Daily.Select((day, i) => (day.Key, i % 5 == 0 || i == 89 ? day.Value : default)));

        Assert.All(
            Enumerable.Range(0, 91 - width),
            i =>
            {
                int last = Enumerable.Range(i, width).LastOrDefault(day => day % 5 == 0 || day == 89, -1);
                Assert.Equal(last < 0 ? default : Open(last, 10 + last), seldom.Rolling(width)[i].Value);
            });
    }

    [Fact]
    public void TallyBy_CountsOfSeveralDays_TakesTheLastDayInAnyOrder()
    {
        int[] days = [3, 40, 30, 7, 30, 12];
        KpiSeries<Backlog> monthly = days.TallyBy(CalendarUnit.Month, Day, day => Open(day, 10));

        Assert.Equal([Open(30, 10).Combine(Open(30, 10)), Open(40, 10)], monthly.Select(month => month.Value));
    }

    [Fact]
    public void ToTable_OfALevel_DoesNotThrow() =>
        Assert.Contains("99", Daily.Resample(CalendarUnit.Month).ToTable().ToText(), StringComparison.Ordinal);

    [Fact]
    public void IsLevel_OfAllKpis_IsThatOfWhatIsCountedAtATime() =>
        Assert.Equal([typeof(ActiveCustomers), typeof(Backlog), typeof(RecurringRevenue)], Kpis.Where(kpi => (bool)typeof(LevelsTests)
            .GetMethod(nameof(IsLevel), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(kpi).Invoke(null, null)!).OrderBy(kpi => kpi.Name, StringComparer.Ordinal));

    private static IEnumerable<Type> Kpis => typeof(Nps).Assembly.GetExportedTypes()
        .Where(type => type is { IsValueType: true, IsGenericType: false } && type.GetInterfaces().Any(contract => contract.Name == "IKpi`1"));

    private static bool IsLevel<TKpi>()
        where TKpi : struct, IKpi<TKpi> => TKpi.IsLevel;

    private static LocalDate Day(int day) => Start.PlusDays(day);

    private static Backlog Open(int day, int tickets) =>
        new(DurationTally.FromTotal(Duration.FromDays(tickets), tickets), null, Day(day).AtMidnight().InUtc().ToInstant());
}

public class LevelsLaws
{
    [Property]
    public Property AFlowOfAPeriodIsTheSumAndALevelTheLast() =>
        Law.ForAll(Gen.Choose(0, 30).NonEmptyListOf().Where(days => days.Distinct().Count() == days.Count), days =>
        {
            LocalDate start = new(2026, 3, 1);
            KpiSeries<Backlog> levels = days.TallyBy(CalendarUnit.Month, start.PlusDays, At);
            KpiSeries<ContactVolume> flows = days.TallyBy(CalendarUnit.Month, start.PlusDays, day => new ContactVolume(day, day));
            return levels[0].Value == At(days.Max()) && flows[0].Value.Value == days.Sum();
        });

    private static Backlog At(int day) => new(default, null, Instant.FromUtc(2026, 3, 1, 0, 0) + Duration.FromDays(day));
}
