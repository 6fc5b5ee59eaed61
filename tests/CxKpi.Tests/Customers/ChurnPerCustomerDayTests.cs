using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Customers;

public class ChurnPerCustomerDayTests
{
    [Fact]
    public void Value_ReferenceFigures_AreMet()
    {
        ChurnPerCustomerDay churn = new(lost: 31, customerDays: 15_330);
        Estimate daily = churn.Estimate()!.Value, monthly = churn.EstimateOver(30)!.Value;

        Assert.Equal(0.0020221787345075016, churn.Value!.Value, 15);
        Assert.Equal(0.001373972340452828, daily.Lower!.Value, 12);
        Assert.Equal(0.0028703212983202057, daily.Upper!.Value, 12);
        Assert.Equal(0.060665362035225046, churn.PerAverageCustomer(30)!.Value, 15);
        Assert.Equal(0.058861872366041186, monthly.Value, 15);
        Assert.Equal(0.040381212956325095, monthly.Lower!.Value, 11);
        Assert.Equal(0.08250636733266407, monthly.Upper!.Value, 11);
        Assert.Equal(494.51612903225805, churn.MeanLifetimeDays!.Value, 10);
        Assert.Equal("Churn per day 2.02 per thousand (31 lost customers)", churn.ToString());
    }

    [Fact]
    public void EstimateOver_NobodyLost_HasAnUpperLimit()
    {
        ChurnPerCustomerDay churn = new(0, 1_200);

        Assert.Equal(0, churn.EstimateOver(30)!.Value.Lower);
        Assert.Equal(0.08809730287880237, churn.EstimateOver(30)!.Value.Upper!.Value, 12);
        Assert.Null(churn.MeanLifetimeDays);
    }

    [Fact]
    public void PerAverageCustomer_HeavyLosses_ExceedsOneAndTheProbabilityDoesNot()
    {
        ChurnPerCustomerDay churn = new(13, 200);

        Assert.Equal(2.015, churn.PerAverageCustomer(31)!.Value, 14);
        Assert.Equal(0.8666795966340506, churn.EstimateOver(31)!.Value.Value, 14);
    }

    [Fact]
    public void FromDailyCounts_SumsTheDays() =>
        Assert.Equal(new ChurnPerCustomerDay(3, 301), ChurnPerCustomerDay.FromDailyCounts(3, [100, 102, 99]));

    [Fact]
    public void Value_NoCustomerDays_IsUndefined()
    {
        Assert.Null(new ChurnPerCustomerDay(0, 0).Value);
        Assert.Null(default(ChurnPerCustomerDay).EstimateOver(30));
        Assert.Null(default(ChurnPerCustomerDay).PerAverageCustomer(30));
    }

    [Fact]
    public void New_ImpossibleTotals_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>("lost", () => new ChurnPerCustomerDay(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("customerDays", () => new ChurnPerCustomerDay(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>("customerDays", () => new ChurnPerCustomerDay(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("customersPerDay", () => ChurnPerCustomerDay.FromDailyCounts(1, [5, -1]));
        Assert.Throws<ArgumentNullException>("customersPerDay", () => ChurnPerCustomerDay.FromDailyCounts(1, null!));
        Assert.Throws<ArgumentOutOfRangeException>("customersPerDay", () => ChurnPerCustomerDay.FromDailyCounts(1, [0, 0]));
        Assert.Throws<ArgumentOutOfRangeException>("lost", () => ChurnPerCustomerDay.FromDailyCounts(-1, []));
    }

    [Fact]
    public void PerAverageCustomer_LossesBeyondDouble_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("days", () => new ChurnPerCustomerDay(20, 1).PerAverageCustomer(double.MaxValue));
        Assert.Equal(1, new ChurnPerCustomerDay(20, 1).EstimateOver(double.MaxValue)!.Value.Value);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void EstimateOver_ImpossibleDays_Throws(double days)
    {
        Assert.Throws<ArgumentOutOfRangeException>(nameof(days), () => new ChurnPerCustomerDay(1, 10).EstimateOver(days));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(days), () => new ChurnPerCustomerDay(1, 10).PerAverageCustomer(days));
    }
}

public class ChurnPerCustomerDayLaws : KpiLaws<ChurnPerCustomerDay>
{
    protected override Gen<ChurnPerCustomerDay> Any => Some.Rate.Select(x => new ChurnPerCustomerDay(x.Events, x.Exposure));

    [Property]
    public Property OverAnyPeriodItIsAProbabilityBelowTheLossesPerAverageCustomer() =>
        Law.ForAll(Any.Zip(Gen.Choose(1, 400)), x => x.Item1.EstimateOver(x.Item2) is { Value: var p, Lower: var low, Upper: var high }
            && p is >= 0 and <= 1 && low >= 0 && high <= 1 && low <= p && p <= high && p <= x.Item1.PerAverageCustomer(x.Item2));
}
