using CxKpi.Trends;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Series;

public class SeriesWindowTests
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2026-01");

    private static KpiSeries<Churn> MarchToMay => KpiSeries.From(CalendarUnit.Month, Enumerable.Range(2, 3).Select(i => (January.Plus(i), new Churn(i, 100))));

    [Fact]
    public void Over_WiderWindow_HasEmptyPeriods()
    {
        KpiSeries<Churn> year = MarchToMay.Over(January, January.Plus(11));

        Assert.Equal(12, year.Count);
        Assert.Equal([January, January.Plus(11)], [year[0].Key, year[^1].Key]);
        Assert.Equal(MarchToMay, year.Where(period => period.Value != default));
        Assert.Equal(MarchToMay.Total, year.Total);
        Assert.False(year.IsFirstIncomplete || year.IsLastIncomplete);
    }

    [Fact]
    public void Over_WindowBesideTheSeries_IsEmptyPeriodsAlone()
    {
        Assert.Equal([default, default], MarchToMay.Over(January, January.Next()).Select(period => period.Value));
        Assert.Equal(3, KpiSeries.From<Churn>(CalendarUnit.Month, []).Over(January, January.Plus(2)).Count);
    }

    [Fact]
    public void Over_BeyondUnfinishedEnds_MarksAllUpToThem()
    {
        KpiSeries<Churn> year = MarchToMay.Since(new LocalDate(2026, 3, 10)).Through(new LocalDate(2026, 5, 20)).Over(January, January.Plus(6));

        Assert.Equal([true, true, true, false, true, true, true], Enumerable.Range(0, 7).Select(year.IsIncompleteAt));
        Assert.Equal(year.ToTable().Rows.Select(row => row.IsIncomplete), year.ToPoints().Select(point => point.IsIncomplete));
        Assert.All(year.Changes(), change => Assert.Null(change.Value));
        Assert.Equal(year.Select((_, i) => year.IsIncompleteAt(i)), year.ToPeriodSeries().Select((_, i) => year.ToPeriodSeries().IsIncompleteAt(i)));
        Assert.Equal(
            [.. MarchToMay.Since(new LocalDate(2026, 3, 10)).Through(new LocalDate(2026, 5, 20)).Select((_, i) => i != 1)],
            year.Over(January.Plus(2), January.Plus(4)).Select((_, i) => year.Over(January.Plus(2), January.Plus(4)).IsIncompleteAt(i)));
    }

    [Fact]
    public void Through_DayInsideTheWindow_DecidesForEachPeriod()
    {
        KpiSeries<Churn> year = MarchToMay.Over(January, January.Plus(7)).Through(new LocalDate(2026, 6, 15));

        Assert.Equal([5, 6, 7], Enumerable.Range(0, 8).Where(year.IsIncompleteAt));
        Assert.NotNull(year.Changes()[3].Value);
    }

    [Fact]
    public void Trend_OfAWindow_DoesNotFitTheUnfinishedPeriods()
    {
        KpiSeries<Nps> months = KpiSeries
            .From(CalendarUnit.Month, Enumerable.Range(0, 36).Select(i => (January.Plus(i), new Nps(50 + i % 7, 30, i == 35 ? 400 : 20))))
            .Through(January.Plus(35).Start);

        Assert.Equal(months.Trend().ToString(), months.Over(January, January.Plus(47)).Trend().ToString());
    }

    [Fact]
    public void Resample_OfAWindow_MarksWhatItHolds()
    {
        KpiSeries<Churn> quarters = MarchToMay.Through(new LocalDate(2026, 5, 20)).Over(January, January.Plus(11)).Resample(CalendarUnit.Quarter);

        Assert.Equal([1, 2, 3], Enumerable.Range(0, 4).Where(quarters.IsIncompleteAt));
    }

    [Fact]
    public void Rolling_OfAWindow_MarksWindowsWithUnfinishedPeriods()
    {
        RollingSeries<Churn> rolling = MarchToMay.Through(new LocalDate(2026, 5, 20)).Over(January, January.Plus(6)).Rolling(2);

        Assert.Equal([3, 4, 5], Enumerable.Range(0, 6).Where(rolling.IsIncompleteAt));
    }

    [Fact]
    public void Json_OfAWindow_KeepsItsMarks() => Assert.All(JsonKinds.ForCollections, options =>
    {
        KpiSeries<Churn> year = MarchToMay.Since(new LocalDate(2026, 3, 10)).Through(new LocalDate(2026, 5, 20)).Over(January, January.Plus(11));
        KpiSeries<Churn> again = JsonKinds.Again(year, options);
        PeriodSeries figures = JsonKinds.Again(year.ToPeriodSeries(), options);

        Assert.Equal(year.ToString(), again.ToString());
        Assert.Equal(year.ToPeriodSeries().ToString(), figures.ToString());
        Assert.Equal(year.ToPeriodSeries().SamplingVariances, figures.SamplingVariances);
    });

    [Theory]
    [InlineData("13")]
    [InlineData("1")]
    [InlineData("-2")]
    public void Json_NumberOfUnfinishedPeriodsThatCannotBe_Throws(string number)
    {
        string json = System.Text.Json.JsonSerializer.Serialize(MarchToMay.Through(new LocalDate(2026, 5, 20)).Over(January, January.Plus(11)));

        Assert.Contains("\"IncompleteAtEnd\":8", json, StringComparison.Ordinal);
        Assert.Throws<System.Text.Json.JsonException>(() => System.Text.Json.JsonSerializer.Deserialize<KpiSeries<Churn>>(
            json.Replace("\"IncompleteAtEnd\":8", $"\"IncompleteAtEnd\":{number}", StringComparison.Ordinal)));
    }

    [Fact]
    public void Over_OtherUnitOrUpsideDown_Throws()
    {
        Assert.Throws<ArgumentException>(() => MarchToMay.Over(CalendarPeriod.Parse("2026"), CalendarPeriod.Parse("2027")));
        Assert.Throws<ArgumentException>(() => MarchToMay.Over(January.Next(), January));
        Assert.Throws<ArgumentException>(() => MarchToMay.ToPeriodSeries().Over(January.Next(), January));
    }

    [Fact]
    public void PeriodSeries_Over_HasNoFigureOutside()
    {
        PeriodSeries year = PeriodSeries.FromValues(January.Next(), [1, null, 3], [0.1, 0.1, 0.1]).Over(January, January.Plus(4));

        Assert.Equal([null, 1, null, 3, null], year.Values);
        Assert.Equal([null, 0.1, null, 0.1, null], year.SamplingVariances);
        Assert.Equal(2, PeriodSeries.FromValues(January, []).Over(January, January.Next()).Count);
    }
}

public class SeriesWindowLaws
{
    private static readonly CalendarPeriod First = CalendarPeriod.Parse("2025-03");

    private static Gen<(int Length, int From, int Count, int Since, int Through)> Cases =>
        from length in Gen.Choose(0, 14)
        from start in Gen.Choose(-6, 16)
        from count in Gen.Choose(1, 20)
        from since in Gen.Choose(-2, 6)
        from through in Gen.Choose(-2, 6)
        select (length, start, count, since, through);

    private static KpiSeries<Churn> Series((int Length, int From, int Count, int Since, int Through) x) => KpiSeries
        .From(CalendarUnit.Month, Enumerable.Range(0, x.Length).Select(i => (First.Plus(i), new Churn(1 + i % 3, 40))))
        .Since(First.Start.PlusDays(20 * x.Since))
        .Through(First.Plus(x.Length).Start.PlusDays(-20 * x.Through));

    [Property]
    public Property AWindowHoldsEachOfItsPeriodsWithTheRecordOfTheSeries() => Law.ForAll(Cases, x =>
    {
        KpiSeries<Churn> series = Series(x), window = series.Over(First.Plus(x.From), First.Plus(x.From + x.Count - 1));

        Assert.Equal(Enumerable.Range(x.From, x.Count).Select(First.Plus), window.Select(point => point.Key));
        Assert.All(window, point => Assert.Equal(series[point.Key], point.Value));
    });

    [Property]
    public Property ThePartOfAWindowInsideTheSeriesIsMarkedAsTheSeriesIs() => Law.ForAll(Cases, x =>
    {
        KpiSeries<Churn> series = Series(x), window = series.Over(First.Plus(x.From), First.Plus(x.From + x.Count - 1));

        Assert.All(
            Enumerable.Range(0, x.Count).Where(i => x.From + i >= 0 && x.From + i < x.Length),
            i => Assert.Equal(series.IsIncompleteAt(x.From + i), window.IsIncompleteAt(i)));
    });

    [Property]
    public Property FiguresTakeTheWindowBeforeOrAfterTheEvidenceIsLeftBehind() => Law.ForAll(Cases.Where(x => x.Length > 0), x =>
    {
        (CalendarPeriod from, CalendarPeriod to) = (First.Plus(x.From), First.Plus(x.From + x.Count - 1));
        PeriodSeries late = Series(x).Over(from, to).ToPeriodSeries(), early = Series(x).ToPeriodSeries().Over(from, to);

        Assert.Equal(late.Values, early.Values);
        Assert.Equal(late.Select((_, i) => late.IsIncompleteAt(i)), early.Select((_, i) => early.IsIncompleteAt(i)));
    });
}
