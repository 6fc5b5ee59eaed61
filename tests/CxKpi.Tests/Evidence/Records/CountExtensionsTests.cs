namespace CxKpi.Tests.Evidence.Records;

public sealed class CountExtensionsTests
{
    [Fact]
    public void Times_NoTime_HoldsNoData() => Assert.Equal(default, Nps.FromAnswer(9).Times(0));

    [Fact]
    public void Times_NegativeCount_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>("count", () => Nps.FromAnswer(9).Times(-1));

    [Fact]
    public void Times_AsOftenAsALongCounts_DoesNotOverflowBeforeItMust() => Assert.Equal(long.MaxValue, Nps.FromAnswer(9).Times(long.MaxValue).N);

    [Fact]
    public void Times_BeyondALong_Overflows() => Assert.Throws<OverflowException>(() => Nps.FromAnswer(9).Times(2).Times(long.MaxValue));

    [Fact]
    public void TallyBy_CountedRows_IsThatOfSingleRows()
    {
        (string Channel, DateOnly Day, int Answer, int Count)[] counted =
            [("web", new(2024, 1, 3), 9, 3), ("shop", new(2024, 2, 3), 2, 0), ("web", new(2024, 3, 3), 6, 2), ("shop", new(2024, 4, 3), 10, 1)];
        var single = counted.SelectMany(row => Enumerable.Repeat(row, row.Count)).ToArray();

        Assert.Equal(single.Tally(row => Nps.FromAnswer(row.Answer)), counted.Tally(row => Nps.FromAnswer(row.Answer), count: row => row.Count));
        Assert.Equal(
            single.TallyBy(row => row.Channel, row => Nps.FromAnswer(row.Answer)),
            counted.TallyBy(row => row.Channel, row => Nps.FromAnswer(row.Answer), count: row => row.Count));
        Assert.Equal(
            single.TallyBy(CalendarUnit.Month, row => row.Day, row => Nps.FromAnswer(row.Answer)),
            counted.TallyBy(CalendarUnit.Month, row => row.Day, row => Nps.FromAnswer(row.Answer), count: row => row.Count));
    }

    [Fact]
    public void TallyBy_NegativeCount_NamesItsPosition()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
            () => new[] { 1, -1 }.TallyBy(row => row, row => Nps.FromAnswer(9), count: row => row));

        Assert.Contains("(at position 1, count)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TallyBy_ThirdFunctionWithoutAName_IsTheCluster() =>
        Assert.IsType<Segments<string, Clustered<Nps>>>(new[] { 1L, 2 }.TallyBy(_ => "all", row => Nps.FromAnswer(9), row => row));
}

/// <summary>What holds for every record, tried with records of several kinds of evidence.</summary>
public sealed class CountExtensionsLaws
{
    [Property]
    public bool TimesIsRepeatedCombination(byte count) =>
        Enumerable.Repeat(Nps.FromAnswer(7), count).Tally(record => record) == Nps.FromAnswer(7).Times(count);

    [Property]
    public bool TimesOfMoneyIsRepeatedCombination(byte count, int cents) =>
        Enumerable.Repeat(new AverageOrderValue(cents / 100m, 1, "EUR"), count).Tally(record => record)
            == new AverageOrderValue(cents / 100m, 1, "EUR").Times(count);

    [Property]
    public bool TimesAddsUp(ushort a, ushort b) => Nps.FromAnswer(10).Times(a).Combine(Nps.FromAnswer(10).Times(b)) == Nps.FromAnswer(10).Times(a + b);
}
