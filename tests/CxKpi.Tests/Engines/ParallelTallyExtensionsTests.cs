using NodaTime;

namespace CxKpi.Tests.Engines;

public sealed class ParallelTallyExtensionsTests
{
    private static readonly (string Channel, LocalDate Day, int Answer)[] Rows =
    [
        .. Enumerable.Range(0, 20_000).Select(i => ($"{i % 7}", new LocalDate(2024, 1, 1).PlusDays(i % 500), i * 31 % 11)),
    ];

    private static ParallelQuery<(string Channel, LocalDate Day, int Answer)> Several => Rows.AsParallel().WithDegreeOfParallelism(4);

    [Fact]
    public void Tally_OnSeveralCores_IsThatOfOne() =>
        Assert.Equal(Rows.Tally(row => Nps.FromAnswer(row.Answer)), Rows.AsParallel().Tally(row => Nps.FromAnswer(row.Answer)));

    [Fact]
    public void TallyBy_Key_IsThatOfOneCore()
    {
        Segments<string, Nps> one = Rows.TallyBy(row => row.Channel, row => Nps.FromAnswer(row.Answer));
        Segments<string, Nps> several = Rows.AsParallel().WithDegreeOfParallelism(4).TallyBy(row => row.Channel, row => Nps.FromAnswer(row.Answer));

        Assert.Equal(one.OrderBy(x => x.Key), several.OrderBy(x => x.Key));
    }

    [Theory]
    [InlineData(CalendarUnit.Day)]
    [InlineData(CalendarUnit.Week)]
    [InlineData(CalendarUnit.Month)]
    public void TallyBy_Unit_IsThatOfOneCore(CalendarUnit unit)
    {
        KpiSeries<Nps> one = Rows.TallyBy(unit, row => row.Day, row => Nps.FromAnswer(row.Answer));
        KpiSeries<Nps> several = Rows.AsParallel().WithDegreeOfParallelism(4).TallyBy(unit, row => row.Day, row => Nps.FromAnswer(row.Answer));

        Assert.Equal(one, several);
        Assert.Equal(one.IsLastIncomplete, several.IsLastIncomplete);
    }

    [Fact]
    public void TallyBy_Levels_KeepTheLatestDayInEveryOrder()
    {
        KpiSeries<RecurringRevenue> one = Rows.TallyBy(CalendarUnit.Month, row => row.Day, row => new RecurringRevenue(row.Answer, 1, row.Day));
        KpiSeries<RecurringRevenue> several = Rows.Reverse().AsParallel().WithDegreeOfParallelism(4)
            .TallyBy(CalendarUnit.Month, row => row.Day, row => new RecurringRevenue(row.Answer, 1, row.Day));

        Assert.Equal(one, several);
    }

    [Fact]
    public void TallyBy_MissingKey_IsRefused()
    {
        AggregateException error = Assert.Throws<AggregateException>(
            () => new string?[] { "a", null }.AsParallel().TallyBy(key => key!, _ => Nps.FromAnswer(9)));

        Assert.Contains(error.Flatten().InnerExceptions, inner => inner is ArgumentNullException { ParamName: "key" });
    }

    [Fact]
    public void Tally_NoRows_HoldsNoData() => Assert.Equal(default, Array.Empty<int>().AsParallel().Tally(row => Nps.FromAnswer(row)));

    [Fact]
    public void Clusters_OnSeveralCores_AreThoseOfOne()
    {
        Assert.Equal(
            Rows.Tally(row => Nps.FromAnswer(row.Answer), row => row.Day),
            Several.Tally(row => Nps.FromAnswer(row.Answer), row => row.Day));
        Assert.Equal(
            Rows.TallyBy(row => row.Channel, row => Nps.FromAnswer(row.Answer), row => row.Day).OrderBy(own => own.Key),
            Several.TallyBy(row => row.Channel, row => Nps.FromAnswer(row.Answer), row => row.Day).OrderBy(own => own.Key));
    }

    [Fact]
    public void Weights_OnSeveralCores_AreThoseOfOne()
    {
        Assert.Equal(
            Rows.Tally(row => Nps.FromAnswer(row.Answer), row => row.Answer / 4m),
            Several.Tally(row => Nps.FromAnswer(row.Answer), row => row.Answer / 4m));
        Assert.Equal(
            Rows.TallyBy(row => row.Channel, row => Nps.FromAnswer(row.Answer), row => row.Answer / 4m).OrderBy(own => own.Key),
            Several.TallyBy(row => row.Channel, row => Nps.FromAnswer(row.Answer), row => row.Answer / 4m).OrderBy(own => own.Key));
    }

    [Fact]
    public void Counts_OnSeveralCores_AreThoseOfOne()
    {
        Assert.Equal(
            Rows.Tally(row => Nps.FromAnswer(row.Answer), count: row => row.Answer),
            Several.Tally(row => Nps.FromAnswer(row.Answer), count: row => row.Answer));
        Assert.Equal(
            Rows.TallyBy(row => row.Channel, row => Nps.FromAnswer(row.Answer), count: row => row.Answer).OrderBy(own => own.Key),
            Several.TallyBy(row => row.Channel, row => Nps.FromAnswer(row.Answer), count: row => row.Answer).OrderBy(own => own.Key));
    }

    [Fact]
    public void Counts_OfZero_AreLeftOut()
    {
        // As on one core, where the answer of such a row is not even looked at.
        (string Channel, int Answer, long Count)[] rows = [("web", 9, 2), ("shop", 99, 0)];

        Assert.Equal(["web"], rows.AsParallel().TallyBy(row => row.Channel, row => Nps.FromAnswer(row.Answer), count: row => row.Count).Keys);
    }

    [Fact]
    public void Clusters_ThatAreMissing_AndCountsAndWeightsBelowZero_AreRefused()
    {
        ParallelQuery<int> rows = Enumerable.Range(0, 3).AsParallel();

        Assert.IsType<ArgumentNullException>(Refused(() => rows.Tally(row => Nps.FromAnswer(row), _ => (string)null!)));
        Assert.IsType<ArgumentNullException>(Refused(() => rows.TallyBy(row => row, row => Nps.FromAnswer(row), _ => (string)null!)));
        Assert.IsType<ArgumentOutOfRangeException>(Refused(() => rows.Tally(row => Nps.FromAnswer(row), count: row => row - 1)));
        Assert.IsType<ArgumentOutOfRangeException>(Refused(() => rows.Tally(row => Nps.FromAnswer(row), row => row - 1m)));

        static Exception Refused(Func<object> tally) => Assert.Throws<AggregateException>(tally).InnerExceptions[0];
    }
}
