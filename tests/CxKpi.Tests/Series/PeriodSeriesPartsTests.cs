using CxKpi.Trends;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Series;

public class PeriodSeriesPartsTests
{
    private static readonly CalendarPeriod First = CalendarPeriod.Parse("2024-01");

    [Fact]
    public void Values_AndVariances_AreNullWhereMissing()
    {
        PeriodSeries series = PeriodSeries.FromValues(First, [1, null, 3], [0.1, 0.2, 0.3]);
        Assert.Equal([1, null, 3], series.Values);
        Assert.Equal([0.1, null, 0.3], series.SamplingVariances);
        Assert.Equal([null, null], PeriodSeries.FromValues(First, [1, 2]).SamplingVariances);
    }

    [Fact]
    public void Indexer_ByPeriod_IsNullOutside()
    {
        PeriodSeries series = PeriodSeries.FromValues(First, [1, null, 3]);
        Assert.Equal(3, series[First.Plus(2)]);
        Assert.Null(series[First.Plus(1)]);
        Assert.Null(series[First.Plus(3)]);
        Assert.Null(series[First.Plus(-1)]);
        Assert.Throws<ArgumentException>("period", () => series[CalendarPeriod.Parse("2024-Q1")]);
    }

    [Fact]
    public void FromPoints_AnyOrder_FillsGaps()
    {
        PeriodSeries series = PeriodSeries.FromPoints([(First.Plus(3), 4), (First, 1), (First.Plus(1), null)]);
        Assert.Equal([1, null, null, 4], series.Values);
        Assert.Equal(First, series.First);
    }

    [Fact]
    public void FromPoints_Malformed_Throws()
    {
        Assert.Throws<ArgumentNullException>("points", () => PeriodSeries.FromPoints(null!));
        Assert.StartsWith("points must not be empty", Assert.Throws<ArgumentException>(() => PeriodSeries.FromPoints([])).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "points must not name a period twice, but 2024-01 is",
            Assert.Throws<ArgumentException>(() => PeriodSeries.FromPoints([(First, 1), (First, 1)])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("points", () => PeriodSeries.FromPoints([(First, 1), (CalendarPeriod.Parse("2024-Q1"), 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PeriodSeries.FromPoints([(First, double.NaN)]));
    }

    [Fact]
    public void Slice_ByDays_KeepsWholePeriodsAndTheMark()
    {
        PeriodSeries series = PeriodSeries.FromValues(First, [1, 2, 3, 4]).Through(new LocalDate(2024, 4, 20));
        PeriodSeries end = series.Slice(new LocalDate(2024, 2, 2), new LocalDate(2024, 12, 1));
        Assert.Equal([3, 4], end.Values);
        Assert.True(end.IsLastIncomplete);
        Assert.False(series.Slice(First, First.Plus(2)).IsLastIncomplete);
        Assert.Empty(series.Slice(new LocalDate(2024, 2, 2), new LocalDate(2024, 2, 3)));
    }
}

public class PeriodSeriesPartsLaws
{
    private static readonly CalendarPeriod First = CalendarPeriod.Parse("2024-01");

    private static Gen<PeriodSeries> Shares => Some.Share.ListOf(24).Select(shares => PeriodSeries.FromShares(First, shares));

    [Property]
    public Property ASeriesFromItsOwnPointsHasTheSameFigures() => Law.ForAll(Shares, series =>
        PeriodSeries.FromPoints(series.Reverse().Select(point => (point.Key, point.Value))).Values.SequenceEqual(series.Values));

    [Property]
    public Property SlicesAtAnyPeriodPartTheSeries() => Law.ForAll(
        from series in Shares
        from at in Gen.Choose(-3, 27)
        select (series, at),
        x =>
        {
            PeriodSeries before = x.series.Slice(First.Plus(-9), First.Plus(x.at)), after = x.series.Slice(First.Plus(x.at + 1), First.Plus(99));
            return before.Concat(after).SequenceEqual(x.series)
                && after.SamplingVariances.SequenceEqual(PeriodSeries.FromShares(First.Plus(x.series.Count - after.Count), Counts(after)).SamplingVariances)
                && before.Sizes.ToArray().Concat(after.Sizes.ToArray()).SequenceEqual(x.series.Sizes.ToArray())
                && before.IsShare;
        });

    private static IEnumerable<ShareTally> Counts(PeriodSeries series) =>
        Enumerable.Range(0, series.Count)
            .Select(i => new ShareTally((long)Math.Round(series.Sizes[i] == 0 ? 0 : series.Figures[i] * series.Sizes[i]), (long)series.Sizes[i]));
}
