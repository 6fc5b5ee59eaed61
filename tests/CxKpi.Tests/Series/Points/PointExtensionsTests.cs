using CxKpi.Trends;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Series.Points;

public class PointExtensionsTests
{
    private static readonly CalendarPeriod September = CalendarPeriod.Parse("2026-09");

    private static KpiSeries<Churn> Autumn => KpiSeries
        .From(CalendarUnit.Month, [(September, new Churn(12, 400)), (September.Next(), new Churn(30, 400)), (September.Plus(2), new Churn(4, 400))])
        .Through(new LocalDate(2026, 11, 20));

    [Fact]
    public void Series_OfMonths_HasIsoKeysReadableLabelsAndDays()
    {
        KpiPoint october = Autumn.ToPoints(ReportLanguage.German)[1];

        Assert.Equal(("2026-10", "Oktober 2026"), (october.Key, october.Label));
        Assert.Equal((new LocalDate(2026, 10, 1), new LocalDate(2026, 10, 31)), (october.Start, october.End));
        Assert.Equal((0.03, LatestVerdict.Worse, 1.5), (october.Previous, october.Verdict, Math.Round(october.RelativeChange!.Value, 12)));
    }

    [Fact]
    public void Series_UnfinishedPeriod_IsMarkedAndNotCompared()
    {
        KpiPoint november = Autumn.ToPoints()[^1];

        Assert.Equal((true, 0.01, 0.075, null, null), (november.IsIncomplete, november.Value, november.Previous, november.Change, november.Verdict));
        Assert.Equal("November 2026: 1.0% (400 customers) (incomplete)", november.ToString());
    }

    [Fact]
    public void Series_OverAWindow_HasAPointForEachPeriod()
    {
        IReadOnlyList<KpiPoint> year = Autumn.Over(CalendarPeriod.Parse("2026-01"), CalendarPeriod.Parse("2026-12")).ToPoints();

        Assert.Equal(12, year.Count);
        Assert.Equal((null, 0L, false), (year[0].Value, year[0].N, year[0].IsIncomplete));
        Assert.Equal((null, true), (year[11].Value, year[11].IsIncomplete));
    }

    [Fact]
    public void Series_OfVolumes_ComparesPerDay()
    {
        KpiPoint march = KpiSeries
            .From(
                CalendarUnit.Month,
                [(CalendarPeriod.Parse("2026-02"), new ContactVolume(280, 280, 28)), (CalendarPeriod.Parse("2026-03"), new ContactVolume(310, 310, 31))])
            .ToPoints()[1];

        Assert.Equal((310.0, 280.0, 0.0, 0.0), (march.Value, march.Previous, march.Change, march.RelativeChange));
        Assert.True(march.ChangeFlags.HasFlag(EstimateFlags.UnequalPeriods));
    }

    [Fact]
    public void Series_OfDifferentRules_IsNotCompared()
    {
        KpiSeries<Csat> series = KpiSeries.From(
            CalendarUnit.Month,
            [(September, new Csat(80, 100, TopBox.TwoOfFive)), (September.Next(), new Csat(60, 100, TopBox.ThreeOfTen))]);

        Assert.Equal((0.8, null, null), (series.ToPoints()[1].Previous, series.ToPoints()[1].Change, series.ToPoints()[1].Verdict));
    }

    [Fact]
    public void Rolling_Windows_BeginWithTheirFirstPeriodAndCompareWithoutOverlap()
    {
        RollingSeries<Nps> rolling = Examples.Months.Rolling(3);
        IReadOnlyList<KpiPoint> points = rolling.ToPoints();

        Assert.Equal(rolling.Count, points.Count);
        Assert.Equal((new LocalDate(2024, 1, 1), new LocalDate(2024, 3, 31)), (points[0].Start, points[0].End));
        Assert.Null(points[2].Change);
        Assert.Equal((rolling[0].Value.Value, rolling.Changes()[0].Value!.Value.Difference), (points[3].Previous, points[3].Change));
    }

    [Fact]
    public void Figures_Alone_HaveNeitherUnitNorNumber()
    {
        IReadOnlyList<KpiPoint> points = PeriodSeries.FromValues(September, [2.5, null, 4, 5]).Through(new LocalDate(2026, 12, 3)).ToPoints();

        Assert.Equal([2.5, null, 4, 5], points.Select(point => point.Value));
        Assert.Equal([null, null, null, null], points.Select(point => point.Change));
        Assert.Equal((null, null, null, true), (points[3].Kpi, points[3].Unit, points[3].N, points[3].IsIncomplete));
        Assert.Equal(1.5, PeriodSeries.FromValues(September, [2.5, 4]).ToPoints()[1].Change);
        Assert.Equal("October 2026: 4", PeriodSeries.FromValues(September, [2.5, 4]).ToPoints()[1].ToString());
    }

    [Fact]
    public void Segments_ComparedWithThoseBefore_HaveChangesByKey()
    {
        (string Channel, long Lost)[] now = [("web", 30), ("shop", 10), ("phone", 1)], before = [("shop", 20), ("web", 30)];
        IReadOnlyList<KpiPoint> points = now.TallyBy(row => row.Channel, row => new Churn(row.Lost, 400))
            .ToPoints(before.TallyBy(row => row.Channel, row => new Churn(row.Lost, 400)));

        Assert.Equal(["web", "shop", "phone"], points.Select(point => point.Key));
        Assert.Equal([0.075, 0.05, null], points.Select(point => point.Previous));
        Assert.Equal([0, -0.5, null], points.Select(point => point.RelativeChange));
        Assert.All(points, point => Assert.Equal(1 / 3.0, point.Share));
    }

    [Fact]
    public void Segments_KeysOfAnyKind_HaveLabels()
    {
        Assert.Equal(("", "–"), Label(new[] { "" }.TallyBy(x => x, _ => new Nps(1, 0, 0))));
        Assert.Equal(("(FR, 2)", "(FR, 2)"), Label(new[] { ("FR", 2) }.TallyBy(x => x, _ => new Nps(1, 0, 0))));

        static (string, string) Label<TKey>(Segments<TKey, Nps> segments)
            where TKey : notnull => (segments.ToPoints()[0].Key, segments.ToPoints()[0].Label);
    }

    [Fact]
    public void Scorecard_Lines_ArePoints()
    {
        Scorecard card = Scorecard.Titled("November", new LocalDate(2026, 11, 30)).Group("Loyalty").Add(null, new Nps(50, 30, 20), new Nps(40, 30, 30))
            .Add("Churn of the shop", Autumn).Build();
        IReadOnlyList<KpiPoint> points = card.ToPoints(ReportLanguage.French);

        Assert.Equal(["NPS", "Churn of the shop"], points.Select(point => point.Label));
        Assert.Equal(["Loyalty", "Loyalty"], points.Select(point => point.Group));
        Assert.Equal((30.0, 10.0, 20.0), (points[0].Value, points[0].Previous, points[0].Change));
        Assert.Equal((new LocalDate(2026, 10, 1), 0.03, LatestVerdict.Worse), (points[1].Start, points[1].Previous, points[1].Verdict));
    }

    [Fact]
    public void ToPoints_WrongArguments_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Autumn.ToPoints(confidence: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Autumn.ToPoints((ReportLanguage)99));
        Assert.Throws<ArgumentOutOfRangeException>(() => Examples.Channels("a").ToPoints(confidence: 0));
        Assert.Throws<ArgumentNullException>(() => ((KpiSeries<Churn>)null!).ToPoints());
    }
}

public class PointExtensionsLaws
{
    private static Gen<KpiSeries<Nps>> Series => Some.Net.ListOf()
        .Select(months => KpiSeries.From(
            CalendarUnit.Month,
            months.Select((net, i) => (CalendarPeriod.Parse("2025-01").Plus(i), new Nps(net.Positive, net.Neutral, net.Negative)))));

    [Property]
    public Property PointsHoldWhatTheRecordsOfASeriesSay() => Law.ForAll(Series, series =>
    {
        IReadOnlyList<KpiPoint> points = series.ToPoints();
        IReadOnlyList<KeyValuePair<CalendarPeriod, Change?>> changes = series.Changes();

        Assert.Equal(series.Select(point => point.Key.ToString()), points.Select(point => point.Key));
        Assert.Equal(series.Values, points.Select(point => point.Value));
        Assert.Equal(changes.Select(change => change.Value?.Difference), points.Skip(1).Select(point => point.Change));
        Assert.Equal(changes.Select(change => change.Value?.Verdict.OfPeriod()), points.Skip(1).Select(point => point.Verdict));
    });

    [Property]
    public Property PointsComeBackFromJsonRoundedOrNot() => Law.ForAll(
        Series.Zip(Gen.Choose(0, 6)),
        x => x.Item1.ToPoints().All(point =>
            JsonKinds.Again(point, JsonKinds.Default) == point && JsonKinds.Again(point.Rounded(x.Item2), JsonKinds.Web) == point.Rounded(x.Item2)));

    [Property]
    public Property RoundingKeepsLimitsInOrderAndNear() => Law.ForAll(Series.Zip(Gen.Choose(0, 6)), x => Assert.All(x.Item1.ToPoints(), point =>
    {
        KpiPoint rounded = point.Rounded(x.Item2);

        Assert.False(rounded.Lower > rounded.Value || rounded.Value > rounded.Upper);
        Assert.True(point.Value is null || Math.Abs(rounded.Value!.Value - point.Value.Value) <= 0.51 * Math.Pow(10, -x.Item2));
    }));
}
