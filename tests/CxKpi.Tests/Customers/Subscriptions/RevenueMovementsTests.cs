using System.Text.Json;

namespace CxKpi.Tests.Customers.Subscriptions;

public class RevenueMovementsTests
{
    private static readonly RevenueMovements Month = new(1000, acquired: 100, reactivated: 20, expansion: 50, contraction: 30, churned: 40, "EUR");

    [Fact]
    public void New_WorkedExample_AddsUp()
    {
        Assert.Equal(1100, Month.Closing);
        Assert.Equal("1000 + 100 new + 20 back + 50 more - 30 less - 40 lost = 1100 EUR", Month.ToString());
        Assert.Equal(170 / 70.0, Month.ToQuickRatio(CalendarUnit.Month).Value!.Value, 15);
    }

    [Fact]
    public void Combine_OtherCustomers_AddsEachPart()
    {
        Assert.Equal(new RevenueMovements(2000, 200, 40, 100, 60, 80, "EUR"), Month.Combine(Month));
        Assert.Equal(Month, Month.Combine(default));
        Assert.Throws<ArgumentException>("other", () => Month.Combine(new(1, 0, 0, 0, 0, 0, "USD")));
    }

    [Fact]
    public void New_PartsThatCannotBe_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("opening", () => new RevenueMovements(-1, 0, 0, 0, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("acquired", () => new RevenueMovements(0, -1, 0, 0, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("reactivated", () => new RevenueMovements(0, 0, -1, 0, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("expansion", () => new RevenueMovements(10, 0, 0, -1, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("expansion", () => new RevenueMovements(10, 0, 0, 5, 0, 10));
        Assert.Throws<ArgumentOutOfRangeException>("churned", () => new RevenueMovements(10, 0, 0, 0, 0, 11));
        Assert.Throws<ArgumentOutOfRangeException>("contraction", () => new RevenueMovements(10, 0, 0, 0, 6, 5));
        Assert.Throws<ArgumentException>("currency", () => new RevenueMovements(1, 0, 0, 0, 0, 0, "Eur"));
    }

    [Fact]
    public void Json_OfMovements_ComesBack()
    {
        Assert.All(JsonKinds.ForEveryType, options => Assert.Equal(Month, JsonKinds.Again(Month, options)));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<RevenueMovements>(
            JsonSerializer.Serialize(Month).Replace("\"Churned\":40", "\"Churned\":4000", StringComparison.Ordinal)));
    }
}
