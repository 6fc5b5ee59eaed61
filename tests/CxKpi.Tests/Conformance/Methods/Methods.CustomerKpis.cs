namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private static IEnumerable<Method> CustomerKpis =>
    [
        new("kpi.churn", x => Value(new Churn(x.Count("lost"), x.Count("at_start")).Value)),
        new("kpi.retention", x => Value(Retention.FromCounts(x.Count("at_start"), x.Count("at_end"), x.Count("new")).Value)),
        new("kpi.cac", x => Money(new CustomerAcquisitionCost(x.Decimal("spend"), x.Count("new_customers")).PerCustomer)),
        new(
            "kpi.clv.simple",
            x => Money(CustomerLifetimeValue.Simple(x.Decimal("average_order_value"), x.Decimal("orders_per_period"), x.Decimal("lifespan_periods")))),
        new(
            "kpi.clv.retention",
            x => Money(CustomerLifetimeValue.MarginAndRetention(
                x.Decimal("margin_per_period"),
                x.Number("retention"),
                x.Number("discount"),
                MarginTiming.EndOfPeriod))),
        new(
            "kpi.clv.subscription",
            x => Money(CustomerLifetimeValue.Subscription(x.Decimal("revenue_per_period"), x.Number("gross_margin"), x.Number("churn")))),
        new("kpi.ltv_to_cac", x => Money(LifetimeValueToCost.Ratio(x.Decimal("clv"), x.Decimal("cac")))),
        new("kpi.payback", x => Money(Payback.Simple(x.Decimal("cac"), x.Decimal("margin_per_month")))),
    ];

    private static Figures Money(decimal? amount) => new() { ["value"] = amount };
}
