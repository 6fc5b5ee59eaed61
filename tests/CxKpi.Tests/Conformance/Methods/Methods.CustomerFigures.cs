using NodaTime;

namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    /// <summary>Churn, revenue, orders and what customers are worth, by the records that hold them.</summary>
    /// <remarks>
    /// What vectors state as information the library leaves out on purpose: variants that are no rate of anybody, rates multiplied by months, and limits of
    /// the normal distribution or a linear formula where the records use Student's or the limits of the rate itself.
    /// </remarks>
    private static IEnumerable<Method> CustomerFigures =>
    [
        new("descriptive.churn_variants", ChurnVariants) { Information = ["all_losses_over_start"] },
        new("descriptive.churn_interval", ChurnLimits),
        new("descriptive.exposure_churn", ChurnPerDay),
        new("descriptive.convert_churn", Converted) { Information = ["naive_multiplication", "continuous_hazard_per_year"] },
        new("descriptive.revenue_retention", RevenueKept) { Information = ["nrr_ci_normal", "grr_ci_normal"] },
        new("descriptive.order_metrics", Orders) { Information = ["aov_ci_normal", "purchase_frequency_ci"] },
        new("descriptive.clv_margin", ValueOfMargins) { Information = ["d_gupta_lehmann_d_r"] },
        new("descriptive.unit_economics", UnitEconomics),
        new("descriptive.clv_historical", HistoricalValue),
        new("descriptive.clv_interval", ValueLimits) { Information = ["se_delta", "ci_delta"] },
        new("descriptive.cohort_table", Cohorts),
    ];

    private static double?[] Ends(Estimate? estimate) => [estimate?.Lower, estimate?.Upper];

    private static Figures ChurnVariants(Inputs inputs)
    {
        long start = inputs.Count("start"), acquired = inputs.Count("new"), lost = inputs.Count("lost_of_start"), lostNew = inputs.Count("lost_of_new");
        CustomerFlow flow = new(start, start - lost, acquired - lostNew, reactivated: 0);
        return new()
        {
            ["end"] = flow.AtEnd,
            ["start_denominator"] = flow.ToChurn().Value,
            ["average_denominator"] = new AverageBaseChurn(lost + lostNew, start, flow.AtEnd).Value,
            ["at_risk_denominator"] = new AtRiskChurn(lost + lostNew, start, acquired).Value,
            ["retention_start"] = flow.ToRetention().Value,
            ["retention_standard_formula"] = Retention.FromCounts(start, flow.AtEnd, flow.Acquired).Value,
        };
    }

    private static Figures ChurnLimits(Inputs inputs)
    {
        Churn churn = new(inputs.Count("lost"), inputs.Count("start"));
        return new()
        {
            ["wilson"] = Ends(churn.Estimate(inputs.Confidence)),
            ["clopper_pearson"] = Ends(churn.Evidence.Estimate(inputs.Confidence, ShareInterval.ClopperPearson)),
        };
    }

    private static Figures ChurnPerDay(Inputs inputs)
    {
        ChurnPerCustomerDay churn = new(inputs.Count("events"), inputs.Decimal("customer_days"));
        double days = inputs.Number("period_days");
        Estimate? over = churn.EstimateOver(days, inputs.Confidence);
        return new()
        {
            ["hazard_per_day"] = churn.Value,
            ["period_rate"] = churn.PerAverageCustomer(days),
            ["period_probability"] = over?.Value,
            ["hazard_ci_garwood"] = Ends(churn.Estimate(inputs.Confidence)),
            ["period_probability_ci"] = Ends(over),
            ["expected_lifetime_days"] = churn.MeanLifetimeDays,
        };
    }

    private static Figures Converted(Inputs inputs)
    {
        double rate = inputs.Number("rate");
        return new()
        {
            ["rate"] = PeriodRate.ConvertChurn(rate, inputs.Number("from_periods_per_year") / inputs.Number("to_periods_per_year")),
            ["expected_lifetime_periods_geometric"] = PeriodRate.MeanLifetime(rate),
        };
    }

    /// <summary>Totals that no record states follow from two that do: what is kept without expansion, and what those who stayed paid before.</summary>
    private static Figures RevenueKept(Inputs inputs)
    {
        (decimal Start, decimal End)[] accounts = [.. inputs.Decimals("start_mrr").Zip(inputs.Decimals("end_mrr"))];
        NetRevenueRetention net = NetRevenueRetention.FromAccounts(accounts);
        GrossRevenueRetention gross = GrossRevenueRetention.FromAccounts(accounts), stayed = GrossRevenueRetention.FromAccounts(accounts.Where(x => x.End > 0));
        int[] customers = [.. Enumerable.Range(0, accounts.Length)];
        return new()
        {
            ["start_total"] = net.Evidence.Denominator,
            ["churned"] = net.Evidence.Denominator - stayed.Evidence.Denominator,
            ["contraction"] = stayed.Evidence.Denominator - stayed.Evidence.Numerator,
            ["expansion"] = net.Evidence.Numerator - gross.Evidence.Numerator,
            ["gross_revenue_churn"] = GrossRevenueChurn.FromAccounts(accounts).Value,
            ["net_revenue_churn"] = NetRevenueChurn.FromAccounts(accounts).Value,
            ["grr"] = gross.Value,
            ["nrr"] = net.Value,
            ["quick_ratio"] = QuickRatio.FromAccounts([.. accounts, (0, inputs.Decimal("new_mrr")), (0, inputs.Decimal("reactivation_mrr"))]).Value,
            ["nrr_se"] = net.Evidence.Estimate(inputs.Confidence)?.StandardError,
            ["nrr_ci_t"] = Ends(net.Evidence.Estimate(inputs.Confidence)),
            ["grr_se"] = gross.Evidence.Estimate(inputs.Confidence)?.StandardError,
            ["grr_ci_t"] = Ends(gross.Evidence.Estimate(inputs.Confidence)),
            ["customer_churn"] = Churn.FromCustomers(customers, customers.Where(i => accounts[i].End > 0)).Value,
        };
    }

    private static Figures Orders(Inputs inputs)
    {
        (string Customer, decimal Value)[] orders = inputs.Pairs("orders");
        IEnumerable<string> customers = orders.Select(order => order.Customer);
        Clustered<AverageOrderValue> value = orders.Tally(order => new AverageOrderValue(order.Value, 1), cluster: order => order.Customer);
        PurchaseFrequency frequency = PurchaseFrequency.FromOrders(customers);
        RepeatPurchaseRate repeat = RepeatPurchaseRate.FromOrders(customers);
        RevenuePerBuyer revenue = RevenuePerBuyer.FromOrders(orders);
        return new()
        {
            ["customers"] = frequency.N,
            ["order_count"] = value.N,
            ["revenue"] = value.Total.Evidence.Numerator,
            ["aov"] = value.Value,
            ["aov_se_clustered"] = value.Estimate(inputs.Confidence)?.StandardError,
            ["purchase_frequency"] = frequency.Value,
            ["purchase_frequency_se"] = frequency.Evidence.Estimate()?.StandardError,
            ["repeat_purchase_rate"] = repeat.Value,
            ["repeat_purchase_ci_wilson"] = Ends(repeat.Estimate(inputs.Confidence)),
            ["revenue_per_customer"] = revenue.Value,
            ["revenue_per_customer_se"] = revenue.Evidence.Estimate()?.StandardError,
            ["identity_aov_times_frequency"] = value.Value * frequency.Value,
        };
    }

    private static Figures ValueOfMargins(Inputs inputs)
    {
        decimal margin = inputs.Decimal("margin_per_period");
        double growth = inputs.Number("growth");
        int horizon = (int)inputs.Count("horizon");
        return new()
        {
            ["gupta_lehmann"] = Worth(inputs, margin, MarginTiming.EndOfPeriod),
            ["margin_multiple"] = Worth(inputs, 1, MarginTiming.EndOfPeriod),
            ["with_immediate_margin"] = Worth(inputs, margin, MarginTiming.StartOfPeriod),
            ["gupta_lehmann_growth"] = Worth(inputs, margin, MarginTiming.EndOfPeriod, growth),
            ["finite_immediate"] = Worth(inputs, margin, MarginTiming.StartOfPeriod, periods: horizon),
            ["finite_end_of_period"] = Worth(inputs, margin, MarginTiming.EndOfPeriod, periods: horizon),
            ["expected_lifetime_periods"] = PeriodRate.MeanLifetime(1 - inputs.Number("retention")),
        };
    }

    private static decimal? Worth(Inputs inputs, decimal margin, MarginTiming timing, double growth = 0, int? periods = null) =>
        CustomerLifetimeValue.MarginAndRetention(margin, inputs.Number("retention"), inputs.Number("discount_per_period"), timing, growth, periods);

    /// <summary>The limits of the cost are those of the customers won per unit of money, upside down.</summary>
    private static Figures UnitEconomics(Inputs inputs)
    {
        double margin = inputs.Number("gross_margin"), churn = inputs.Number("churn");
        decimal arpa = inputs.Decimal("arpa"), cost = inputs.Decimal("cac"), spend = inputs.Decimal("spend"), earned = arpa * (decimal)margin;
        long acquired = inputs.Count("new_customers");
        decimal? value = CustomerLifetimeValue.Subscription(arpa, margin, churn);
        double? payments = Payback.WithRetention(cost, earned, 1 - churn, MarginTiming.StartOfPeriod);
        Estimate? perMoney = new RateTally(acquired, spend).Estimate(inputs.Confidence);
        return new()
        {
            ["ltv_simple"] = value,
            ["ltv_to_cac"] = LifetimeValueToCost.Ratio(value!.Value, cost),
            ["payback_simple_periods"] = Payback.Simple(cost, earned),
            ["payback_churn_adjusted_payments"] = payments is { } count ? Math.Ceiling(count) : null,
            ["payback_churn_adjusted_continuous"] = payments,
            ["cac"] = new CustomerAcquisitionCost(spend, acquired).PerCustomer,
            ["cac_ci_poisson"] = new double?[] { 1 / perMoney?.Upper, 1 / perMoney?.Lower },
        };
    }

    private static Figures HistoricalValue(Inputs inputs)
    {
        decimal Simple(decimal share) =>
            CustomerLifetimeValue.Simple(inputs.Decimal("aov"), inputs.Decimal("purchases_per_period"), inputs.Decimal("lifespan_periods"), share);

        return new() { ["revenue"] = Simple(1), ["margin"] = Simple(inputs.Decimal("gross_margin")) };
    }

    private static Figures ValueLimits(Inputs inputs)
    {
        Estimate churn = new Churn(inputs.Count("churned"), inputs.Count("start")).Estimate(inputs.Confidence)!.Value;
        decimal margin = inputs.Decimal("margin");
        double discount = inputs.Number("discount");
        decimal? Of(double lost) => CustomerLifetimeValue.MarginAndRetention(margin, 1 - lost, discount, MarginTiming.EndOfPeriod);

        return new() { ["clv"] = Of(churn.Value), ["ci_transformed_wilson"] = new[] { Of(churn.Upper!.Value), Of(churn.Lower!.Value) } };
    }

    /// <summary>The periods are numbers, which stand for months here.</summary>
    private static Figures Cohorts(Inputs inputs)
    {
        CalendarPeriod first = CalendarPeriod.Month(2025, 1);
        (string, LocalDate)[] customers = [.. inputs.Named("acquisition").Select(x => (x.Key, first.Plus(x.Value).Start))];
        (string, LocalDate)[] activity = [.. inputs.Pairs("activity").Select(x => (x.Name, first.Plus((int)x.Number).Start))];
        CalendarPeriod last = first.Plus((int)inputs.Count("last_complete_period"));
        CohortTable<Retention> table = CohortTable.FromActivity(customers, activity, last);
        CohortTable<Retention> rolling = CohortTable.FromActivity(customers, activity, last, CohortMeasure.InPeriodOrLater);
        return new()
        {
            ["cohorts"] = table.Cohorts.Select(cohort => (long)PeriodCount.Between(first, cohort.Period)),
            ["size"] = table.Cohorts.Select(cohort => cohort.Size),
            ["active"] = Rows(table, cell => cell.Retained),
            ["retention"] = Rows(table, cell => cell.Value),
            ["rolling_retention"] = Rows(rolling, cell => cell.Value),
            ["pooled_by_age"] = table.Pooled.Select((cell, age) => new Figures
            {
                ["age"] = age,
                ["active"] = cell.Retained,
                ["eligible"] = cell.AtStart,
                ["rate"] = cell.Value,
                ["wilson"] = Ends(cell.Estimate(inputs.Confidence)),
            }),
        };

        static IEnumerable<IEnumerable<object?>> Rows(CohortTable<Retention> table, Func<Retention, object?> figure) => table.Cohorts.Select(cohort =>
            Enumerable.Range(0, table.Ages).Select(age => table[cohort.Period, age] is { } cell ? figure(cell) : null));
    }
}
