using CxKpi.Trends;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Series;

public class KpiSeriesPartsTests
{
    [Theory]
    [InlineData(CalendarUnit.Month, CalendarUnit.Week, "unit must be coarser than Month, because evidence does not come apart; got Week (Parameter 'unit')")]
    [InlineData(CalendarUnit.Week, CalendarUnit.Day, "unit must be coarser than Week, because evidence does not come apart; got Day (Parameter 'unit')")]
    [InlineData(
        CalendarUnit.Week,
        CalendarUnit.Year,
        "unit must be one that weeks lie within, but a Year can begin or end inside a week: tally the rows by it (Parameter 'unit')")]
    public void Resample_WherePeriodsDoNotNest_Throws(CalendarUnit from, CalendarUnit to, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => KpiSeries.From<Churn>(from, []).Resample(to)).Message);

    [Fact]
    public void Resample_MonthsThatDoNotFillTheLastQuarter_MarksIt()
    {
        Assert.True(Months("2025-01", 8).Resample(CalendarUnit.Quarter).IsLastIncomplete);
        Assert.True(Months("2024-01", 20).Resample(CalendarUnit.Quarter).IsLastIncomplete);
        Assert.False(Months("2024-01", 21).Resample(CalendarUnit.Quarter).IsLastIncomplete);
        Assert.False(Months("2025-01", 3).Resample(CalendarUnit.Quarter).IsLastIncomplete);
        Assert.True(Months("2025-01", 3).Through(new LocalDate(2025, 3, 30)).Resample(CalendarUnit.Quarter).IsLastIncomplete);
    }

    [Fact]
    public void Resample_NothingAtTheEnd_KeepsTheEmptyPeriods()
    {
        KpiSeries<Churn> series = KpiSeries.From(
            CalendarUnit.Month,
            [(CalendarPeriod.Parse("2025-01"), new Churn(1, 2)), (CalendarPeriod.Parse("2025-07"), default)]);
        Assert.Equal(3, series.Resample(CalendarUnit.Quarter).Count);
    }

    [Fact]
    public void Rolling_WorkedExample_SaysThatWindowsOverlap()
    {
        var rolling = KpiSeries.From(CalendarUnit.Month, Enumerable.Range(0, 7).Select(i => (CalendarPeriod.Parse("2025-01").Plus(i), new Churn(i, 10))))
            .Through(new LocalDate(2025, 7, 3))
            .Rolling(3);

        Assert.Equal((3, 5, true, true), (rolling.Width, rolling.Count, rolling.Overlaps, rolling.IsLastIncomplete));
        Assert.Equal(CalendarPeriod.Parse("2025-03"), rolling[0].Key);
        Assert.Equal([0.1, 0.2, 0.3, 0.4, 0.5], rolling.Values);
        Assert.Equal([CalendarPeriod.Parse("2025-06"), CalendarPeriod.Parse("2025-07")], rolling.Changes().Select(change => change.Key));
        Assert.Equal(new Churn(12, 30).ChangeFrom(new Churn(3, 30)), rolling.Changes()[0].Value);
        Assert.StartsWith("2025-01 to 2025-03: ", rolling.ToString(), StringComparison.Ordinal);
        Assert.Equal(5, ((System.Collections.IEnumerable)rolling).Cast<object>().Count());
    }

    [Fact]
    public void Rolling_WiderThanTheSeries_IsEmpty()
    {
        Assert.Empty(Months("2025-01", 3).Rolling(4));
        Assert.False(Months("2025-01", 3).Through(new LocalDate(2025, 3, 3)).Rolling(4).IsLastIncomplete);
        Assert.Throws<ArgumentOutOfRangeException>(() => Months("2025-01", 3).Rolling(0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(300)]
    [InlineData(500)]
    [InlineData(999)]
    public void Rolling_AnyWidth_CombinesAFewTimesARecord(int width)
    {
        CalendarPeriod first = CalendarPeriod.Parse("2020-01-01");
        int steps = 0;
        KpiSeries<CountedKpi> series = KpiSeries.From(
            CalendarUnit.Day, Enumerable.Range(0, 1000).Select(i => (first.Plus(i), new CountedKpi(1L << i % 40, 1, () => steps++))));

        RollingSeries<CountedKpi> windows = series.Rolling(width);

        Assert.InRange(steps, 0, 4 * series.Count);
        Assert.Equal(1001 - width, windows.Count);
        Assert.All(
            Enumerable.Range(0, windows.Count).Where(i => i % 50 == 0 || i == windows.Count - 1),
            i => Assert.Equal(Enumerable.Range(i, width).Sum(t => 1L << t % 40), windows[i].Value.Hits));
    }

    [Fact]
    public void Slice_ByDays_KeepsWholePeriodsOnly()
    {
        KpiSeries<Churn> series = Months("2025-01", 12).Through(new LocalDate(2025, 12, 3));
        KpiSeries<Churn> part = series.Slice(new LocalDate(2025, 2, 2), new LocalDate(2025, 5, 30));
        Assert.Equal([CalendarPeriod.Parse("2025-03"), CalendarPeriod.Parse("2025-04")], part.Select(point => point.Key));
        Assert.False(part.IsLastIncomplete);
        Assert.True(series.Slice(new LocalDate(2025, 2, 1), new LocalDate(2026, 5, 30)).IsLastIncomplete);
        Assert.Empty(series.Slice(new LocalDate(2025, 2, 2), new LocalDate(2025, 2, 27)));
        Assert.Empty(series.Slice(new LocalDate(2026, 2, 2), new LocalDate(2026, 2, 27)));
        Assert.Empty(series.Slice(new LocalDate(1990, 2, 2), new LocalDate(1990, 2, 27)));
        Assert.Empty(KpiSeries.From<Churn>(CalendarUnit.Month, []).Slice(new LocalDate(1990, 2, 2), new LocalDate(1990, 2, 27)));
    }

    [Fact]
    public void Slice_MalformedEnds_Throws()
    {
        KpiSeries<Churn> series = Months("2025-01", 12);
        Assert.StartsWith(
            "from must not lie after to (2025-02); got 2025-03",
            Assert.Throws<ArgumentException>(() => series.Slice(CalendarPeriod.Parse("2025-03"), CalendarPeriod.Parse("2025-02"))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("to", () => series.Slice(CalendarPeriod.Parse("2025-03"), CalendarPeriod.Parse("2025-W12")));
        Assert.Throws<ArgumentException>("from", () => series.Slice(new LocalDate(2025, 3, 2), new LocalDate(2025, 3, 1)));
    }

    [Fact]
    public void From_SamePeriodTwice_Combines()
    {
        CalendarPeriod may = CalendarPeriod.Parse("2025-05");
        Assert.Equal(new Churn(3, 30), KpiSeries.From(CalendarUnit.Month, [(may, new Churn(1, 10)), (may, new Churn(2, 20))])[may]);
        Assert.Throws<ArgumentException>("records", () => KpiSeries.From(CalendarUnit.Week, [(may, new Churn(1, 10))]));
        Assert.Throws<ArgumentNullException>("records", () => KpiSeries.From<Churn>(CalendarUnit.Week, null!));
        Assert.Throws<ArgumentOutOfRangeException>("unit", () => KpiSeries.From<Churn>((CalendarUnit)9, []));
    }

    private static KpiSeries<Churn> Months(string first, int count) =>
        KpiSeries.From(CalendarUnit.Month, Enumerable.Range(0, count).Select(i => (CalendarPeriod.Parse(first).Plus(i), new Churn(1, 10))));
}

public class KpiSeriesPartsLaws
{
    [Property]
    public Property ResamplingEqualsTallyingAtTheLongerUnit() => Law.ForAll(
        from rows in Calendars.Rows
        from units in Gen.Elements(
            (CalendarUnit.Day, CalendarUnit.Week),
            (CalendarUnit.Day, CalendarUnit.Month),
            (CalendarUnit.Day, CalendarUnit.Quarter),
            (CalendarUnit.Day, CalendarUnit.Year),
            (CalendarUnit.Month, CalendarUnit.Quarter),
            (CalendarUnit.Month, CalendarUnit.Year),
            (CalendarUnit.Quarter, CalendarUnit.Year),
            (CalendarUnit.Week, CalendarUnit.Week))
        select (rows, units.Item1, units.Item2),
        x => Calendars.Tallied(x.rows, x.Item2).Resample(x.Item3).SequenceEqual(Calendars.Tallied(x.rows, x.Item3)));

    [Property]
    public Property RollingOfWidthOneIsTheSeries() =>
        Law.ForAll(Calendars.Series, series => series.Rolling(1).SequenceEqual(series) && !series.Rolling(1).Overlaps);

    [Property]
    public Property RollingOfTheWholeWidthIsTheTotal() => Law.ForAll(Calendars.Series.Where(series => series.Count > 0), series =>
        series.Rolling(series.Count) is [var only] && only.Value == series.Total && only.Key == series[^1].Key);

    [Property]
    public Property EveryWindowIsTheTallyOfItsPeriods() => Law.ForAll(
        from series in Calendars.Series.Where(series => series.Count is > 2 and < 400)
        from width in Gen.Choose(1, 14)
        select (series, width),
        x => x.series.Rolling(x.width).All(window => window.Value == x.series.Slice(window.Key.Plus(1 - x.width), window.Key).Total));

    [Property]
    public Property ASliceOfTheWholeSpanIsTheSeries() => Law.ForAll(Calendars.Series.Where(series => series.Count > 0), series =>
        series.Slice(series[0].Key, series[^1].Key).SequenceEqual(series) && series.Slice(series[0].Key.Start, series[^1].Key.End).SequenceEqual(series));

    [Property]
    public Property SlicesAtAnyPeriodPartTheEvidence() => Law.ForAll(
        from series in Calendars.Series.Where(series => series.Count > 1)
        from at in Gen.Choose(0, series.Count - 2)
        select (series, at),
        x =>
        {
            CalendarPeriod first = x.series[0].Key, cut = x.series[x.at].Key;
            return x.series.Slice(first.Plus(-5), cut).Concat(x.series.Slice(cut.Next(), x.series[^1].Key.Plus(5))).SequenceEqual(x.series);
        });

    [Property]
    public Property ASeriesFromItsOwnRecordsIsTheSame() => Law.ForAll(Calendars.Series, series =>
        KpiSeries.From(series.Unit, series.Reverse().Select(point => (point.Key, point.Value))).SequenceEqual(series));
}

/// <summary>A KPI that tells how often its evidence is combined.</summary>
internal readonly record struct CountedKpi(long Hits, long N, Action? Combined) : IKpi<CountedKpi>
{
    public static KpiDefinition Definition { get; } = new("Counted", "CNT", KpiUnit.Count, KpiDirection.HigherIsBetter, "sum", "test");

    public double? Value => Hits;

    public EvidenceTotals? Totals => null;

    public Estimate? Estimate(double confidence = 0.95) => null;

    public Change? ChangeFrom(CountedKpi baseline, double confidence = 0.95) => null;

    public CountedKpi Combine(CountedKpi other)
    {
        Combined?.Invoke();
        return new(Hits + other.Hits, N + other.N, Combined ?? other.Combined);
    }

    public override string ToString() => ToString(null, null);

    public string ToString(string? format, IFormatProvider? formatProvider) => "";
}
