using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Series.Tallying;

public class TallyExtensionsTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Fact]
    public void Tally_Rows_CombinesTheirRecords()
    {
        Assert.Equal(new Nps(2, 0, 1), new[] { 10, 9, 1 }.Tally(x => Nps.FromAnswers([x])));
        Assert.Equal(default, Array.Empty<int>().Tally(x => Nps.FromAnswers([x])));
    }

    [Fact]
    public void Verbs_NullArguments_Throw()
    {
        int[] rows = [1];
        int[]? none = null;

        Assert.Throws<ArgumentNullException>("rows", () => none!.Tally(_ => default(Nps)));
        Assert.Throws<ArgumentNullException>("kpi", () => rows.Tally((Func<int, Nps>)null!));
        Assert.Throws<ArgumentNullException>("rows", () => none!.TallyBy(x => x, _ => default(Nps)));
        Assert.Throws<ArgumentNullException>("key", () => rows.TallyBy((Func<int, int>)null!, _ => default(Nps)));
        Assert.Throws<ArgumentNullException>("kpi", () => rows.TallyBy(x => x, (Func<int, Nps>)null!));
        Assert.Throws<ArgumentNullException>("rows", () => none!.TallyBy(CalendarUnit.Day, _ => default(LocalDate), _ => default(Nps)));
        Assert.Throws<ArgumentNullException>("date", () => rows.TallyBy(CalendarUnit.Day, (Func<int, LocalDate>)null!, _ => default(Nps)));
        Assert.Throws<ArgumentNullException>("kpi", () => rows.TallyBy(CalendarUnit.Day, _ => default(LocalDate), (Func<int, Nps>)null!));
        Assert.Throws<ArgumentNullException>("rows", () => none!.TallyBy(CalendarUnit.Day, _ => default(Instant), Berlin, _ => default(Nps)));
        Assert.Throws<ArgumentNullException>("instant", () => rows.TallyBy(CalendarUnit.Day, null!, Berlin, _ => default(Nps)));
        Assert.Throws<ArgumentNullException>("zone", () => rows.TallyBy(CalendarUnit.Day, _ => default(Instant), null!, _ => default(Nps)));
        Assert.Throws<ArgumentNullException>("kpi", () => rows.TallyBy(CalendarUnit.Day, _ => default(Instant), Berlin, (Func<int, Nps>)null!));
    }

    [Fact]
    public void TallyBy_UnnamedUnit_ThrowsEvenWithoutRows() =>
        Assert.Throws<ArgumentOutOfRangeException>("unit", () => Array.Empty<int>().TallyBy((CalendarUnit)9, _ => default(LocalDate), _ => default(Nps)));

    [Fact]
    public void TallyBy_NullKey_Throws() =>
        Assert.ThrowsAny<ArgumentNullException>(() => new[] { 1 }.TallyBy(_ => (string)null!, _ => default(Nps)));

    [Fact]
    public void TallyBy_Midnight_PartsTheDaysOfTheZone()
    {
        Instant[] instants = [Instant.FromUtc(2026, 1, 31, 22, 59), Instant.FromUtc(2026, 1, 31, 23, 0)];

        Assert.Equal(["2026-01", "2026-02"], instants.TallyBy(CalendarUnit.Month, x => x, Berlin, _ => new Nps(1, 0, 0)).Select(x => x.Key.ToString()));
        Assert.Equal(["2026-01"], instants.TallyBy(CalendarUnit.Month, x => x, DateTimeZone.Utc, _ => new Nps(1, 0, 0)).Select(x => x.Key.ToString()));
    }

    // Clocks in Berlin go forward on 29 March 2026 (a day of 23 hours) and back on 25 October (one of 25).
    [Theory]
    [InlineData(3, 29, 23)]
    [InlineData(10, 25, 25)]
    [InlineData(6, 1, 24)]
    public void TallyBy_ClockChange_CountsTheHoursOfTheDay(int month, int day, int hours)
    {
        Instant start = new LocalDate(2026, month, day).PlusDays(-1).AtMidnight().InZoneStrictly(Berlin).ToInstant();
        Instant[] hourly = [.. Enumerable.Range(0, 72).Select(x => start + Duration.FromHours(x))];
        KpiSeries<Nps> days = hourly.TallyBy(CalendarUnit.Day, x => x, Berlin, _ => new Nps(1, 0, 0));

        Assert.Equal(hours, days[CalendarPeriod.Containing(CalendarUnit.Day, new LocalDate(2026, month, day))].Promoters);
    }

    [Fact]
    public void TallyBy_ArrayAndSequence_Agree()
    {
        int[] rows = [1, 2, 3, 4, 5];
        var array = rows.TallyBy(x => x % 2, x => new Churn(x, 10));
        var sequence = rows.Where(_ => true).TallyBy(x => x % 2, x => new Churn(x, 10));

        Assert.Equal(array, sequence);
    }

    private static readonly Dictionary<string, (string Name, Action Call)> Refusals = new()
    {
        ["weights"] = ("kpi", () => new[] { 1 }.Tally(_ => new Revenue(9), weight: _ => 1)),
        ["weights by key"] = ("kpi", () => new[] { 1 }.TallyBy(x => x, _ => new AverageOrderValue(9, 3), weight: _ => 1)),
        ["weights by date"] = ("kpi", () => new[] { 1 }.TallyBy(
            CalendarUnit.Day, _ => new LocalDate(2026, 1, 1), _ => new AverageOrderValue(-9, 1), weight: _ => 1)),
        ["tiny weight"] = ("weight", () => new[] { 1 }.Tally(_ => Nps.FromAnswer(9), weight: _ => 1e-20m)),
        ["clusters"] = ("kpi", () => new[] { 1 }.Tally(_ => new Revenue(9), cluster: x => x)),
        ["clusters by key"] = ("kpi", () => new[] { 1 }.TallyBy(x => x, _ => new Revenue(9), cluster: x => x)),
        ["clusters by date"] = ("kpi", () => new[] { 1 }.TallyBy(CalendarUnit.Day, _ => new LocalDate(2026, 1, 1), _ => new Revenue(9), cluster: x => x)),
    };

    public static TheoryData<string> RefusalsNames => [.. Refusals.Keys];

    [Theory]
    [MemberData(nameof(RefusalsNames))]
    public void Verbs_RecordRefusedWithin_NameTheFunction(string refusal)
    {
        (string name, Action call) = Refusals[refusal];

        Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(call).ParamName);
    }

    [Fact]
    public void Tally_WithWeightsOfSeveralInOne_NamesThePosition() => Assert.StartsWith(
        "kpi must hold one observation, because each has a weight of its own (at position 1); got 3",
        Assert.Throws<ArgumentException>(() => new[] { 1, 3 }.Tally(x => new AverageOrderValue(9, x), weight: _ => 1)).Message,
        StringComparison.Ordinal);
}

public class TallyExtensionsLaws
{
    private static Gen<List<(LocalDate Date, int Score)>> Rows =>
        (from day in Gen.Choose(0, 400)
         from score in Gen.Choose(0, 10)
         select (new LocalDate(2025, 11, 1).PlusDays(day), score)).ListOf();

    private static Nps Record(int score) => Nps.FromAnswers([score]);

    [Property]
    public Property ASeriesIsWhatGroupingByPeriodGives() =>
        Law.ForAll(Rows.Zip(Gen.Elements(Enum.GetValues<CalendarUnit>())), x =>
        {
            KpiSeries<Nps> series = x.Item1.TallyBy(x.Item2, y => y.Date, y => Record(y.Score));
            var slow = x.Item1.GroupBy(y => CalendarPeriod.Containing(x.Item2, y.Date))
                .ToDictionary(y => y.Key, y => Nps.FromAnswers([.. y.Select(z => z.Score)]));
            return series.All(point => point.Value == slow.GetValueOrDefault(point.Key)) && slow.Keys.All(key => series[key] == slow[key])
                && series.Total == x.Item1.Tally(y => Record(y.Score));
        });

    [Property]
    public Property TheOrderOfRowsDoesNotMatter() =>
        Law.ForAll(Rows, x => x.TallyBy(CalendarUnit.Week, y => y.Date, y => Record(y.Score))
            .SequenceEqual(Enumerable.Reverse(x).TallyBy(CalendarUnit.Week, y => y.Date, y => Record(y.Score))));

    [Property]
    public Property PeriodsFollowEachOther() =>
        Law.ForAll(Rows, x =>
        {
            KpiSeries<Nps> series = x.TallyBy(CalendarUnit.Month, y => y.Date, y => Record(y.Score));
            return series.Skip(1).Zip(series, (later, earlier) => later.Key == earlier.Key.Next()).All(follows => follows);
        });
}
