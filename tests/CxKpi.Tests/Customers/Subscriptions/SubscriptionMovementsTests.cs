using NodaTime;

namespace CxKpi.Tests.Customers.Subscriptions;

public class SubscriptionMovementsTests
{
    private static readonly LocalDate Through = new(2026, 2, 20);

    private static readonly SubscriptionMovements Movements = SubscriptionLedger.Of(
        [
            new Subscription<string>("a", new(2025, 12, 1), new LocalDate(2026, 1, 20), 100) { Currency = "EUR" },
            new("b", new(2025, 12, 1), null, 50) { Currency = "EUR" },
            new("c", new(2026, 1, 10), null, 1200) { Currency = "EUR", Per = CalendarUnit.Year },
        ])
        .Movements(CalendarPeriod.Month(2026, 1), Through);

    [Fact]
    public void ToText_OfMovements_ShowsBalancesRatesAndRules()
    {
        string text = Movements.ToText();

        Assert.Equal(
            """
            Customer flow
            Period               At the start  Acquired  Back again  Lost  At the end  Churn  Churn per year  Expected lifetime
            -------------------------------------------------------------------------------------------------------------------
            Jan 2026                        2         1           0     1           2  50.0%         99.976%           2 months
            Feb 2026 incomplete             2         0           0     0           2   0.0%

            Monthly recurring revenue, EUR
            Period               Opening     New  Reactivated  Expansion  Contraction  Churned  Closing     GRR     NRR  Quick ratio
            ------------------------------------------------------------------------------------------------------------------------
            Jan 2026              150.00  100.00         0.00       0.00         0.00   100.00   150.00   33.3%   33.3%         1.00
            Feb 2026 incomplete   150.00    0.00         0.00       0.00         0.00     0.00   150.00  100.0%  100.0%    undefined

            An end is the first day gone; any gap is churn; trials are left out.
            What is undone before a period closes is not seen.

            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public void ToCsv_OfMovements_HasARowForEachPeriod()
    {
        string[] lines = Movements.ToCsv().Split("\r\n");

        Assert.StartsWith("period,customers_at_start,", lines[0], StringComparison.Ordinal);
        Assert.Equal("2026-01,2,1,1,0,2,150,100,0,0,0,100,150,EUR,0.5,0.5,0.3333333333333333,0.3333333333333333,1,false,0.999755859375,2", lines[1]);
        Assert.EndsWith(",true,,", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void ToTable_OfMovements_HasEachRateWithItsInterval()
    {
        KpiTable table = Movements.ToTable(ReportLanguage.French);

        Assert.Equal(10, table.Rows.Count);
        Assert.Equal(Movements.Periods[0].NetRevenueRetention.Estimate(), table.Rows[3].Estimate);
        Assert.Equal((false, true), (table.Rows[0].IsIncomplete, table.Rows[5].IsIncomplete));
        Assert.Contains("janvier 2026", table.ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void Faces_OfMovements_SayTheSameInEveryLanguage()
    {
        Assert.Contains("Abgewandert", Movements.ToText(ReportLanguage.German), StringComparison.Ordinal);
        Assert.Contains("Ouverture", Movements.ToMarkdown(ReportLanguage.French), StringComparison.Ordinal);
        Assert.Contains("Probezeiten zählen nicht", Movements.ToHtml(ReportLanguage.German), StringComparison.Ordinal);
        Assert.Contains("eine Lücke von bis zu 7 Tagen ist keine Abwanderung", SubscriptionWords.In(
            new SubscriptionRules { LongestGap = 7 }, Phrases.For(ReportLanguage.German)), StringComparison.Ordinal);
    }

    [Fact]
    public void Series_OfMovements_AreThoseOfThePeriods()
    {
        Assert.Equal(Movements.Periods.Select(period => period.Churn), Movements.Churn.Select(period => period.Value));
        Assert.Equal(Movements.Periods.Select(period => period.Retention), Movements.Retention.Select(period => period.Value));
        Assert.Equal(Movements.Periods.Select(period => period.QuickRatio), Movements.QuickRatio.Select(period => period.Value));
    }

    [Fact]
    public void New_PeriodsThatDoNotFollow_Throws()
    {
        SubscriptionPeriod[] periods = [.. Movements.Periods];

        Assert.Equal(Movements, new SubscriptionMovements(default, Through, periods));
        Assert.Throws<ArgumentException>("periods", () => new SubscriptionMovements(default, Through, []));
        Assert.Throws<ArgumentException>("periods", () => new SubscriptionMovements(default, Through, [periods[1], periods[0]]));
        Assert.Throws<ArgumentException>("periods", () => new SubscriptionMovements(default, Through, [periods[0], Of(periods[1].Period, 2, 149)]));
        Assert.Throws<ArgumentException>("periods", () => new SubscriptionMovements(default, Through, [periods[0], Of(periods[1].Period, 3, 150)]));
        Assert.Throws<ArgumentOutOfRangeException>("through", () => new SubscriptionMovements(default, Through, [periods[0]]));
        Assert.Throws<ArgumentNullException>("periods", () => new SubscriptionMovements(default, Through, [null!]));

        static SubscriptionPeriod Of(CalendarPeriod period, long customers, decimal revenue) => new(
            period,
            new(customers, customers, 0, 0),
            new(revenue, 0, 0, 0, 0, 0, "EUR"),
            new(RatioTally.Row(revenue, revenue), "EUR", CalendarUnit.Month),
            new(RatioTally.Row(revenue, revenue), "EUR", CalendarUnit.Month));
    }

    [Fact]
    public void NewPeriod_RatesOfOtherMovements_Throws()
    {
        CalendarPeriod month = CalendarPeriod.Month(2026, 1);
        RevenueMovements revenue = new(100, 0, 0, expansion: 30, contraction: 10, churned: 20);
        GrossRevenueRetention gross = new(RatioTally.Row(70, 100), null, CalendarUnit.Month);
        NetRevenueRetention net = new(RatioTally.Row(100, 100), null, CalendarUnit.Month);

        Assert.Equal(1, new SubscriptionPeriod(month, default, revenue, gross, net).NetRevenueRetention.Value);
        Assert.Throws<ArgumentException>("grossRevenueRetention", () => new SubscriptionPeriod(month, default, revenue, default, net));
        Assert.Throws<ArgumentException>(
            "netRevenueRetention", () => new SubscriptionPeriod(month, default, revenue, gross, new(RatioTally.Row(99, 100), null, CalendarUnit.Month)));
        Assert.Throws<ArgumentException>(
            "netRevenueRetention", () => new SubscriptionPeriod(month, default, revenue, gross, new(RatioTally.Row(100, 100), "EUR", CalendarUnit.Month)));
        Assert.Throws<ArgumentException>(
            "grossRevenueRetention", () => new SubscriptionPeriod(month, default, revenue, new(RatioTally.Row(70, 100), null, CalendarUnit.Year), net));
        Assert.Equal(new QuickRatio(0, 30, 20, 10, period: CalendarUnit.Month), new SubscriptionPeriod(month, default, revenue, gross, net).QuickRatio);
        Assert.Throws<ArgumentException>(
            "quickRatio", () => new SubscriptionPeriod(month, default, revenue, gross, net, new QuickRatio(0, 29, 20, 10, period: CalendarUnit.Month)));
    }

    [Fact]
    public void AnnualChurn_OfAPeriod_ConvertsValueAndLimits()
    {
        static SubscriptionPeriod Of(CalendarUnit unit, long retained) => new(
            CalendarPeriod.Containing(unit, Through),
            new(500, retained, 0, 0),
            default,
            new(default(RatioTally), null, unit),
            new(default(RatioTally), null, unit));
        Estimate churn = new Churn(25, 500).Estimate()!.Value;
        Estimate month = Of(CalendarUnit.Month, 475).AnnualChurn()!.Value;

        Assert.Equal(PeriodRate.ConvertChurn(churn, 12).Value, month.Value);
        Assert.Equal((PeriodRate.ConvertChurn(churn.Lower!.Value, 12), PeriodRate.ConvertChurn(churn.Upper!.Value, 12)), (month.Lower, month.Upper));
        Assert.Equal(PeriodRate.ConvertChurn(0.05, 365.25), Of(CalendarUnit.Day, 475).AnnualChurn()!.Value.Value);
        Assert.Equal(PeriodRate.ConvertChurn(0.05, 365.25 / 7), Of(CalendarUnit.Week, 475).AnnualChurn()!.Value.Value);
        Assert.Equal(PeriodRate.ConvertChurn(0.05, 4), Of(CalendarUnit.Quarter, 475).AnnualChurn()!.Value.Value);
        Assert.Equal(0.05, Of(CalendarUnit.Year, 475).AnnualChurn()!.Value.Value, 15);
        Assert.Equal(1, month.Confidence + Of(CalendarUnit.Month, 475).AnnualChurn(0.05)!.Value.Confidence, 15);

        Estimate lifetime = Of(CalendarUnit.Month, 475).ExpectedLifetime()!.Value;
        Assert.Equal((20, 1 / churn.Upper!.Value, 1 / churn.Lower!.Value), (lifetime.Value, lifetime.Lower!.Value, lifetime.Upper!.Value));
        Assert.Null(Of(CalendarUnit.Month, 500).ExpectedLifetime());
        Assert.Equal(0, Of(CalendarUnit.Month, 500).AnnualChurn()!.Value.Value);
    }

    [Fact]
    public void Combine_OtherPeriodsOrRules_Throws()
    {
        Assert.Equal(4, Movements.Combine(Movements).Periods[0].Customers.AtStart);
        Assert.Throws<ArgumentException>(
            "other", () => Movements.Combine(new(new() { LongestGap = 1 }, Through, Movements.Periods)));
        Assert.Throws<ArgumentException>("other", () => Movements.Combine(new(default, Through, [Movements.Periods[1]])));
        Assert.Throws<ArgumentException>("other", () => Movements.Periods[0].Combine(Movements.Periods[1]));
    }
}
