using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Customers;

public class RetentionTests
{
    [Fact]
    public void FromCounts_WorkedExample_GivesNinetyPercent()
    {
        Retention retention = Retention.FromCounts(atStart: 200, atEnd: 220, acquired: 40);

        Assert.Equal(0.9, retention.Value);
        Assert.Equal("Retention 90.0% (200 customers)", retention.ToString());
    }

    [Fact]
    public void FromCounts_ServedMinusNewOverStart_IsNotTheRate()
    {
        long served = 200 + 40;

        Assert.NotEqual((served - 40) / 200.0, Retention.FromCounts(200, 220, 40).Value);
    }

    [Fact]
    public void FromCounts_NobodyAtTheStart_IsUndefined() => Assert.Null(Retention.FromCounts(0, 30, 30).Value);

    [Theory]
    [InlineData(100, 20, 21)]
    [InlineData(100, 130, 29)]
    [InlineData(100, 100, -1)]
    public void FromCounts_ImpossibleAcquired_Throws(long atStart, long atEnd, long acquired) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(acquired), () => Retention.FromCounts(atStart, atEnd, acquired));

    [Fact]
    public void FromCounts_NegativeCustomers_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("atStart", () => Retention.FromCounts(-1, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("atEnd", () => Retention.FromCounts(1, -1, 0));
    }

    [Fact]
    public void FromCustomers_SameCustomersLess_GivesNinetyPercent() =>
        Assert.Equal(0.9, Retention.FromCustomers(Enumerable.Range(0, 1000), Enumerable.Range(0, 900)).Value);

    [Fact]
    public void FromCustomers_OneBackForOneLost_SeesTheLossThatCountsHide() =>
        Assert.Equal(new Retention(2, 3), Retention.FromCustomers([1, 2, 3], [2, 3, 4]));

    [Fact]
    public void New_MoreRetainedThanThere_Throws() => Assert.Throws<ArgumentOutOfRangeException>("retained", () => new Retention(3, 2));

    [Fact]
    public void ChangeFrom_MonthWithYear_Throws() =>
        Assert.Throws<ArgumentException>("baseline", () => new Retention(1, 2, CalendarUnit.Month).ChangeFrom(new(1, 2, CalendarUnit.Year)));
}

public class RetentionLaws : KpiLaws<Retention>
{
    protected override Gen<Retention> Any => Some.PartOfWhole.Select(x => new Retention(x.Part, x.Whole, CalendarUnit.Month));

    [Property]
    public Property IdentityAndCountsAgree() =>
        Law.ForAll(Gen.Choose(0, 40).ListOf().Two(), x => Retention.FromCustomers(x.Item1, x.Item2)
            == Retention.FromCounts(x.Item1.Distinct().Count(), x.Item2.Distinct().Count(), x.Item2.Distinct().Count(k => !x.Item1.Contains(k))));
}
