using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Value;

public class ShareOfWalletTests
{
    private static readonly (decimal Spent, decimal Category)[] Customers = [(60m, 100m), (20m, 300m), (0m, 0m)];

    [Fact]
    public void FromCustomers_WorkedExample_DiffersByItsBasis()
    {
        Assert.Equal("Share of wallet 20.0% (2 rows)", ShareOfWallet.FromCustomers(Customers).ToString());
        Assert.Equal(
            "Share of wallet (mean of customers, EUR) 33.3% (2 rows)",
            ShareOfWallet.FromCustomers(Customers, WalletBasis.CustomerMean, "EUR").ToString());
    }

    [Fact]
    public void FromCustomers_OneByOne_AddsUp() => Assert.Equal(
        ShareOfWallet.FromCustomers(Customers, WalletBasis.CustomerMean),
        Customers.Tally(customer => new ShareOfWallet(customer.Spent, customer.Category, WalletBasis.CustomerMean)));

    [Fact]
    public void Value_NothingSpent_IsUndefined() => Assert.Null(new ShareOfWallet(0m, 0m).Value);

    [Fact]
    public void New_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("spent", () => new ShareOfWallet(2m, 1m));
        Assert.Throws<ArgumentOutOfRangeException>("spent", () => new ShareOfWallet(-1m, 1m));
        Assert.Throws<ArgumentOutOfRangeException>("category", () => new ShareOfWallet(0m, -1m));
        Assert.Throws<ArgumentOutOfRangeException>("basis", () => new ShareOfWallet(1m, 2m, (WalletBasis)9));
        Assert.Throws<ArgumentException>("currency", () => new ShareOfWallet(1m, 2m, WalletBasis.Spending, "euro"));
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new ShareOfWallet(RatioTally.Row(2, 1)));
        Assert.Contains(
            "at position 1",
            Assert.Throws<ArgumentOutOfRangeException>("customers", () => ShareOfWallet.FromCustomers([(1m, 2m), (3m, 2m)])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("other", () => new ShareOfWallet(1m, 2m).Combine(new(1m, 2m, WalletBasis.CustomerMean)));
    }
}

public class ShareOfWalletLaws : KpiLaws<ShareOfWallet>
{
    protected override Gen<ShareOfWallet> Any =>
        (from spent in Some.PositiveMoney
         from elsewhere in Some.PositiveMoney
         select (spent, spent + elsewhere)).ListOf().Select(rows => ShareOfWallet.FromCustomers(rows, WalletBasis.CustomerMean));

    [Property]
    public Property CustomersOfEqualWalletsGiveOneShareOnEitherBasis() => Law.ForAll(
        Gen.Choose(0, 100).Select(x => (decimal)x).ListOf(),
        x =>
        {
            (decimal, decimal)[] rows = [.. x.Select(spent => (spent, 100m))];
            double? spending = ShareOfWallet.FromCustomers(rows).Value, mean = ShareOfWallet.FromCustomers(rows, WalletBasis.CustomerMean).Value;
            return spending is null ? mean is null : Math.Abs(spending.Value - mean!.Value) < 1e-12;
        });
}
