using NodaTime;

namespace CxKpi.Tests.Engines;

public sealed class ParallelTallyExtensionsTests
{
    private static readonly (string Channel, LocalDate Day, int Answer)[] Rows =
    [
        .. Enumerable.Range(0, 20_000).Select(i => ($"{i % 7}", new LocalDate(2024, 1, 1).PlusDays(i % 500), i * 31 % 11)),
    ];

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
}
