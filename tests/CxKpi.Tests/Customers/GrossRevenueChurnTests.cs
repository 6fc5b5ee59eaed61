using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Customers;

public class GrossRevenueChurnTests
{
    [Fact]
    public void New_WorkedExample_GivesTwentyPercent() =>
        Assert.Equal("Gross revenue churn 20.0% (1 account)", new GrossRevenueChurn(start: 100, churned: 10, contraction: 10).ToString());

    [Fact]
    public void FromAccounts_ReferenceFigures_AreMet()
    {
        GrossRevenueChurn churn = GrossRevenueChurn.FromAccounts(RevenueRows.Ten);

        Assert.Equal(0.15217391304347827, churn.Value!.Value, 15);
        Assert.Equal(new GrossRevenueChurn(920, 80, 60).Value, churn.Value);
    }

    [Fact]
    public void New_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("contraction", () => new GrossRevenueChurn(10, 6, 5));
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new GrossRevenueChurn(RatioTally.Row(-1, 1)));
        Assert.Throws<ArgumentException>("currency", () => new GrossRevenueChurn(10, 1, 1, "EURO"));
    }

    [Fact]
    public void Currency_IsKeptAndCompared()
    {
        GrossRevenueChurn euros = new(100, 5, 5, "EUR", CalendarUnit.Month), more = GrossRevenueChurn.FromAccounts([(100, 90)], "EUR", CalendarUnit.Month);
        GrossRevenueChurn dollars = new(RatioTally.FromRows([(10, 100), (0, 50)]), "USD");

        Assert.Equal(("EUR", CalendarUnit.Month), (euros.Combine(more).Currency, euros.Combine(more).Period));
        Assert.Equal(("EUR", CalendarUnit.Month), (more.Currency, more.Period));
        Assert.Equal("EUR", euros.Combine(default).Currency);
        Assert.Equal("EUR", default(GrossRevenueChurn).Combine(euros).Currency);
        Assert.Equal(("USD", null), (dollars.Currency, dollars.Period));
        Assert.Null(new GrossRevenueChurn(100, 5, 5).Currency);
        Assert.Contains("currency", Assert.Throws<ArgumentException>(() => euros.ChangeFrom(dollars)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "period length",
            Assert.Throws<ArgumentException>(() => euros.Combine(new(100, 5, 5, "EUR", CalendarUnit.Year))).Message,
            StringComparison.Ordinal);
        Assert.NotNull(euros.Combine(more).ChangeFrom(euros.Combine(euros)));
    }

    [Fact]
    public void Combine_OtherCurrency_Throws() =>
        Assert.Contains(
            "EUR and USD",
            Assert.Throws<ArgumentException>(() => new GrossRevenueChurn(1, 1, 0, "EUR").Combine(new(1, 1, 0, "USD"))).Message,
            StringComparison.Ordinal);
}

public class GrossRevenueChurnLaws : KpiLaws<GrossRevenueChurn>
{
    protected override Gen<GrossRevenueChurn> Any => RevenueRows.Any.Select(x => GrossRevenueChurn.FromAccounts(x, "EUR", CalendarUnit.Month));

    [Property]
    public Property RetentionIsWhatItLeavesWithTheSameError() =>
        Law.ForAll(RevenueRows.Any, x =>
        {
            Estimate? churn = GrossRevenueChurn.FromAccounts(x).Estimate(), retention = GrossRevenueRetention.FromAccounts(x).Estimate();
            return churn is null ? retention is null
                : Math.Abs(churn.Value.Value + retention!.Value.Value - 1) < 1e-12
                    && Math.Abs((churn.Value.StandardError - retention.Value.StandardError) ?? 0) < 1e-9;
        });
}
