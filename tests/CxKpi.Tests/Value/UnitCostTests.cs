using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Value;

public class UnitCostTests
{
    [Fact]
    public void PerUnit_WorkedExample_IsExact()
    {
        Assert.Equal(4.20m, new UnitCost(cost: 42_000m, units: 10_000, CostUnit.Contact).PerUnit);
        Assert.Equal(6m, new UnitCost(cost: 42_000m, units: 7_000, CostUnit.Resolution).PerUnit);
    }

    [Theory]
    [InlineData(CostUnit.NotStated, "Cost 4.20 EUR (10 observations, 1 row)")]
    [InlineData(CostUnit.Contact, "Cost (per contact) 4.20 EUR (10 contacts, 1 row)")]
    [InlineData(CostUnit.Resolution, "Cost (per resolution) 4.20 EUR (10 resolutions, 1 row)")]
    [InlineData(CostUnit.Complaint, "Cost (per complaint) 4.20 EUR (10 complaints, 1 row)")]
    [InlineData(CostUnit.Lead, "Cost (per lead) 4.20 EUR (10 leads, 1 row)")]
    [InlineData(CostUnit.Order, "Cost (per order) 4.20 EUR (10 orders, 1 row)")]
    [InlineData(CostUnit.RetainedCustomer, "Cost (per retained customer) 4.20 EUR (10 customers, 1 row)")]
    public void ToString_OfEveryUnit_NamesWhatIsCounted(CostUnit unit, string text) => Assert.Equal(text, new UnitCost(42m, 10, unit, "EUR").ToString());

    [Fact]
    public void Value_NoUnit_IsUndefinedButTheCostStays()
    {
        UnitCost closed = new(900m, 0, CostUnit.Contact);

        Assert.Null(closed.Value);
        Assert.Null(closed.PerUnit);
        Assert.Equal(10m, closed.Combine(new(100m, 100, CostUnit.Contact)).PerUnit);
    }

    [Fact]
    public void Estimate_OneTotal_HasNoLimitsAndSeveralHave()
    {
        UnitCost january = new(42_000m, 10_000, CostUnit.Contact), february = new(39_000m, 9_100, CostUnit.Contact);

        Assert.Equal(EstimateFlags.SingleObservation, january.Estimate()!.Value.Flags);
        Estimate both = january.Combine(february).Estimate()!.Value;
        Assert.InRange(81_000 / 19_100.0, both.Lower!.Value, both.Upper!.Value);
    }

    [Fact]
    public void New_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("cost", () => new UnitCost(-1m, 1, CostUnit.Contact));
        Assert.Throws<ArgumentOutOfRangeException>("units", () => new UnitCost(1m, -1, CostUnit.Contact));
        Assert.Throws<ArgumentOutOfRangeException>("unit", () => new UnitCost(1m, 1, (CostUnit)99));
        Assert.Throws<ArgumentException>("currency", () => new UnitCost(1m, 1, CostUnit.Contact, "Eur"));
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new UnitCost(RatioTally.Row(-1, 1), CostUnit.Contact));
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new UnitCost(RatioTally.Row(1, 0.5m), CostUnit.Contact));
    }

    [Fact]
    public void Combine_OtherUnit_Throws() => Assert.Contains(
        "Contact and Resolution",
        Assert.Throws<ArgumentException>(() => new UnitCost(1m, 1, CostUnit.Contact).Combine(new(1m, 1, CostUnit.Resolution))).Message,
        StringComparison.Ordinal);
}

public class UnitCostLaws : KpiLaws<UnitCost>
{
    protected override Gen<UnitCost> Any =>
        from cost in Some.PositiveMoney
        from units in Gen.Choose(0, 5_000)
        select new UnitCost(cost, units, CostUnit.Contact, "EUR");

    [Property]
    public Property AllTeamsTogetherCostAllMoneyOverAllContacts() =>
        Law.ForAll(Any.ListOf(), teams =>
        {
            UnitCost centre = teams.Tally(x => x);
            return centre.Cost == teams.Sum(x => x.Cost) && centre.N == teams.Sum(x => x.N);
        });
}
