using CxKpi.Value;

namespace CxKpi.Tests.Value;

public class PurchaseHistoryTests
{
    [Theory]
    [InlineData(-1, 0, 5, "frequency")]
    [InlineData(1, 6, 5, "recency")]
    [InlineData(1, 0, 5, "recency")]
    [InlineData(0, 2, 5, "recency")]
    [InlineData(1, -2, 5, "recency")]
    [InlineData(1, 2, double.NaN, "age")]
    [InlineData(1, 2, double.PositiveInfinity, "age")]
    public void New_OfWhatCannotBe_NamesTheArgument(int frequency, double recency, double age, string argument) =>
        Assert.Throws<ArgumentOutOfRangeException>(argument, () => new PurchaseHistory(frequency, recency, age));

    [Fact]
    public void New_OfACustomer_SaysItAndComesBackFromJson()
    {
        PurchaseHistory history = new(2, 30.43, 38.86);

        Assert.Equal("2 repeat purchases, the last at age 30.43 of 38.86", history.ToString());
        Assert.Equal(8.43, history.SinceLast, 12);
        Assert.All(JsonKinds.ForEveryType, options => Assert.Equal(history, JsonKinds.Again(history, options)));
    }

    [Fact]
    public void Models_OfKnownParameters_ComeBackFromJson()
    {
        BgNbd bg = new(0.243, 4.414, 0.793, 2.426, CalendarUnit.Week);
        ParetoNbd pareto = new(0.553, 10.578, 0.606, 11.669, CalendarUnit.Week);
        BgBb discrete = new(1.204, 0.75, 0.657, 2.783, CalendarUnit.Year);
        Assert.All(JsonKinds.ForEveryType, options =>
        {
            Assert.Equal(bg, JsonKinds.Again(bg, options));
            Assert.Equal(pareto, JsonKinds.Again(pareto, options));
            Assert.Equal(discrete, JsonKinds.Again(discrete, options));
        });
        Assert.Equal("BG/NBD r 0.243, α 4.414, a 0.793, b 2.426 (Week)", bg.ToString());
    }

    [Fact]
    public void Models_OfImpossibleParameters_NameThem()
    {
        Assert.Throws<ArgumentOutOfRangeException>("alpha", () => new BgNbd(1, 0, 1, 1, CalendarUnit.Week));
        Assert.Throws<ArgumentOutOfRangeException>("b", () => new MbgNbd(1, 1, 1, double.NaN, CalendarUnit.Week));
        Assert.Throws<ArgumentOutOfRangeException>("beta", () => new ParetoNbd(1, 1, 1, double.PositiveInfinity, CalendarUnit.Week));
        Assert.Throws<ArgumentException>("parameters", () => new BgNbd(1, 1, 1, 1, CalendarUnit.Week).WithParameters([1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>("annualDiscountRate", () => new BgNbd(1, 1, 1, 1, CalendarUnit.Week).DiscountedPurchases(default, 10));
    }

    // The hand-worked values of the literature.
    [Fact]
    public void ExpectedPurchases_OfPublishedParameters_ArePublished()
    {
        Assert.Equal(1.226, new BgNbd(0.243, 4.414, 0.793, 2.426, CalendarUnit.Week).ExpectedPurchases(new PurchaseHistory(2, 30.43, 38.86), 39), 3);
        ParetoNbd pareto = new(0.553, 10.578, 0.606, 11.669, CalendarUnit.Week);
        Assert.Equal(25.46, pareto.ExpectedPurchases(new PurchaseHistory(26, 30.86, 31), 52), 2);
        Assert.Equal(0.9979, pareto.ProbabilityAlive(new PurchaseHistory(26, 30.86, 31)), 4);
    }
}
