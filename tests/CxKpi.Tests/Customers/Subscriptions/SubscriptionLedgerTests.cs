using System.Text.Json;
using NodaTime;

namespace CxKpi.Tests.Customers.Subscriptions;

public class SubscriptionLedgerTests
{
    private static readonly CalendarPeriod January = CalendarPeriod.Month(2026, 1);

    private static LocalDate Day(int month, int day) => new(2026, month, day);

    private static Subscription<string> Row(string customer, LocalDate start, LocalDate? end = null, decimal amount = 10) => new(customer, start, end, amount);

    private static SubscriptionPeriod Of(SubscriptionRules rules, params Subscription<string>[] rows) =>
        SubscriptionLedger.Of(rows, rules).Movements(CalendarPeriod.Month(2026, 2), Day(2, 28)).Periods[0];

    private static SubscriptionPeriod February(params Subscription<string>[] rows) => Of(default, rows);

    [Fact]
    public void Movements_EachKindOfCustomer_IsToldApart()
    {
        SubscriptionPeriod month = February(
            Row("stays", Day(1, 5), amount: 100),
            Row("grows", Day(1, 5), Day(2, 10), 50), Row("grows", Day(2, 10), null, 80),
            Row("shrinks", Day(1, 5), null, 40), Row("shrinks", Day(1, 5), Day(2, 20), 25),
            Row("leaves", Day(1, 5), Day(2, 3), 30),
            Row("comes back", Day(1, 5), Day(1, 20), 15), Row("comes back", Day(2, 28), null, 12),
            Row("is new", Day(2, 1), null, 200),
            Row("comes and goes", Day(2, 2), Day(2, 9), 500),
            Row("is gone", Day(1, 1), Day(1, 2), 999));

        Assert.Equal(new CustomerFlow(atStart: 4, retained: 3, acquired: 1, reactivated: 1), month.Customers);
        Assert.Equal(new RevenueMovements(245, acquired: 200, reactivated: 12, expansion: 30, contraction: 25, churned: 30), month.Revenue);
        Assert.Equal(432, month.Revenue.Closing);
        Assert.Equal(new Churn(1, 4, CalendarUnit.Month), month.Churn);
        Assert.Equal(190 / 245.0, month.GrossRevenueRetention.Value!.Value, 15);
        Assert.Equal(220 / 245.0, month.NetRevenueRetention.Value!.Value, 15);
        Assert.Equal(242 / 55.0, month.QuickRatio.Value!.Value, 15);
        Assert.Equal(4, month.NetRevenueRetention.N);
    }

    // The last paid day of a month is still one of the month: the loss is that of the next.
    [Theory]
    [InlineData(SubscriptionEnd.LastPaidDay, 31, 1)]
    [InlineData(SubscriptionEnd.LastPaidDay, 30, 0)]
    [InlineData(SubscriptionEnd.FirstDayGone, 31, 0)]
    public void Movements_AnEndAtTheTurnOfAMonth_CountsAsTheRulesSay(SubscriptionEnd end, int day, int atStart) =>
        Assert.Equal(atStart, Of(new() { End = end }, Row("a", Day(1, 5), Day(1, day))).Customers.AtStart);

    [Fact]
    public void Movements_FirstDayOfAMonthAsFirstDayGone_IsLostInThatMonth() =>
        Assert.Equal(new CustomerFlow(1, 0, 0, 0), February(Row("a", Day(1, 1), Day(2, 1))).Customers);

    // A row a month, as billing systems export them.
    [Fact]
    public void Movements_RowsThatFollowEachOther_AreOneCustomerWhoStays()
    {
        SubscriptionPeriod month = February(Row("a", Day(1, 1), Day(2, 1)), Row("a", Day(2, 1), Day(3, 1)), Row("a", Day(3, 1)));

        Assert.Equal(new CustomerFlow(1, 1, 0, 0), month.Customers);
        Assert.Equal(1, month.NetRevenueRetention.Value);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(4, 0, 0)]
    [InlineData(5, 1, 10)]
    public void Movements_AGapAcrossTheClose_IsNoChurnUpToItsLength(int longestGap, int retained, int level)
    {
        SubscriptionRules rules = new() { LongestGap = longestGap };
        SubscriptionPeriod month = Of(rules, Row("a", Day(1, 1), Day(2, 26)), Row("a", Day(3, 3), null, 99));

        Assert.Equal((retained, level), (month.Customers.Retained, month.Revenue.Closing));
    }

    // Who has not come back is gone, however short the time is: the days that can still change are marked.
    [Fact]
    public void Movements_WithinTheGapOfTheLastDay_AreIncomplete()
    {
        SubscriptionLedger<string> ledger = SubscriptionLedger.Of([Row("a", Day(1, 1), Day(2, 26))], new() { LongestGap = 5 });

        Assert.True(ledger.Movements(January, Day(2, 28)).IsLastIncomplete);
        Assert.True(ledger.Movements(January, Day(2, 28)).Churn.IsLastIncomplete);
        Assert.Equal([false, true, true], Enumerable.Range(0, 3).Select(i => ledger.ActiveCustomers(January, Day(3, 4)).IsIncompleteAt(i)));
        Assert.Equal([false, false, true], Enumerable.Range(0, 3).Select(i => ledger.ActiveCustomers(January, Day(3, 5)).IsIncompleteAt(i)));
        Assert.False(SubscriptionLedger.Of([Row("a", Day(1, 1))]).Movements(January, Day(2, 28)).IsLastIncomplete);
    }

    [Fact]
    public void Movements_AMonthThatIsNotOver_ClosesOnTheLastDayThatIsCovered()
    {
        SubscriptionLedger<string> ledger = SubscriptionLedger.Of([Row("a", Day(1, 1)), Row("b", Day(2, 10)), Row("c", Day(2, 20))]);
        SubscriptionMovements movements = ledger.Movements(January, Day(2, 15));

        Assert.True(movements.IsLastIncomplete);
        Assert.Equal(2, movements.Periods[1].Customers.AtEnd);
        Assert.Equal(Day(2, 15), ledger.ActiveCustomers(January, Day(2, 15))[1].Value.AsOf);
        Assert.Contains("incomplete", movements.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Movements_Trials_CountOnlyWhereTheRulesSaySo()
    {
        Subscription<string>[] rows = [new("a", Day(2, 1), Day(2, 15)) { IsTrial = true }, Row("a", Day(2, 15)), new("b", Day(2, 20)) { IsTrial = true }];

        Assert.Equal(1, February(rows).Customers.Acquired);
        Assert.Equal(2, Of(new() { TrialsAreCustomers = true }, rows).Customers.Acquired);
        Assert.Equal([new(LeftOutKind.Trial, 2)], SubscriptionLedger.Of(rows).LeftOut);
    }

    // A customer who pays nothing is one, but brings no revenue: its first payment is new revenue and no expansion.
    [Fact]
    public void Movements_AFreePlan_IsACustomerWithoutRevenue()
    {
        SubscriptionPeriod month = February(
            Row("a", Day(1, 1), Day(2, 10), 0), Row("a", Day(2, 10), null, 20), Row("b", Day(1, 1), Day(2, 5)), Row("b", Day(2, 5), amount: 0));

        Assert.Equal(new CustomerFlow(2, 2, 0, 0), month.Customers);
        Assert.Equal(new RevenueMovements(10, acquired: 20, 0, 0, 0, churned: 10), month.Revenue);
    }

    [Theory]
    [InlineData(CalendarUnit.Day, 1, 30.4375)]
    [InlineData(CalendarUnit.Week, 1, 4.3482)]
    [InlineData(CalendarUnit.Month, 1, 1)]
    [InlineData(CalendarUnit.Quarter, 1, 0.3333)]
    [InlineData(CalendarUnit.Year, 120, 10)]
    public void RecurringRevenueAt_AmountsOfAnyUnit_ArePerMonth(CalendarUnit per, int amount, double month)
    {
        SubscriptionLedger<int> ledger = SubscriptionLedger.Of([new Subscription<int>(1, Day(1, 1), null, amount) { Per = per }]);

        Assert.Equal((decimal)month, ledger.RecurringRevenueAt(Day(1, 1)).Amount);
    }

    [Fact]
    public void Of_SeveralCurrencies_ConvertsAtTheDateOfEachRow()
    {
        Subscription<string>[] rows =
        [
            new("a", Day(1, 1), null, 100) { Currency = "EUR" },
            new("b", Day(1, 10), null, 100) { Currency = "USD" },
            new("c", Day(1, 10), null, 100) { Currency = "USD", CurrencyDate = Day(1, 20) },
        ];
        SubscriptionLedger<string> ledger = SubscriptionLedger.Of(rows, new() { Currency = "EUR" }, (_, day) => day.Day == 20 ? 0.8m : 0.9m);

        Assert.Equal(new RecurringRevenue(270, 3, Day(5, 31), "EUR"), ledger.RecurringRevenueAt(Day(5, 31)));

        // Rates move every day, and none of it is expansion.
        Assert.Equal(1, ledger.Movements(CalendarPeriod.Month(2026, 2), Day(2, 28)).Periods[0].NetRevenueRetention.Value);
        Assert.Contains("amounts in EUR at the rate of a row's own currency date or", ledger.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_RowsThatGoOnInACurrency_KeepTheFirstRate()
    {
        Subscription<string>[] rows =
        [
            new("a", Day(1, 5), Day(2, 10), 100) { Currency = "USD", Plan = "solo" }, new("a", Day(2, 10), null, 100) { Currency = "USD", Plan = "team" },
        ];
        RevenueMovements Moved(SubscriptionRules rules, params Subscription<string>[] table) =>
            SubscriptionLedger.Of(table, rules with { Currency = "EUR" }, (_, day) => day.Month == 1 ? 0.85m : 0.91m)
                .Movements(CalendarPeriod.Month(2026, 2), Day(2, 28)).Periods[0].Revenue;

        Assert.Equal(new RevenueMovements(85, 0, 0, 0, 0, 0, "EUR"), Moved(default, rows));
        Assert.Equal(new RevenueMovements(85, 0, 0, 0, 0, 0, "EUR"), Moved(default, rows[1], rows[0]));
        Assert.Equal(new RevenueMovements(85, 0, 0, 0, 0, 0, "EUR"), Moved(new() { End = SubscriptionEnd.LastPaidDay }, rows));

        // A stated date is that of the row, and a customer who comes back pays the rate of then.
        Subscription<string> later = new("a", Day(2, 12), null, 100) { Currency = "USD" };
        Assert.Equal(6, Moved(default, rows[0], new("a", Day(2, 10), null, 100) { Currency = "USD", CurrencyDate = Day(2, 10) }).Expansion);
        Assert.Equal(6, Moved(default, rows[0], later).Expansion);
        Assert.Equal(0, Moved(new() { LongestGap = 2 }, rows[0], later).Expansion);
    }

    [Fact]
    public void Tenures_PlanChangesAndGaps_AreThoseOfTheLedger()
    {
        Subscription<string>[] rows =
        [
            Row("changes", Day(1, 5), Day(2, 10)), Row("changes", Day(2, 10), null, 20),
            Row("pauses", Day(1, 5), Day(1, 20)), Row("pauses", Day(1, 25), Day(2, 4)),
            Row("returns", Day(1, 11), Day(1, 13)), Row("returns", Day(2, 20)),
            Row("is too late", Day(3, 1)), Row("is too early", new(2025, 1, 1), new(2025, 2, 1)), Row("enters late", new(2025, 12, 1), Day(2, 1)),
        ];

        Assert.Equal(
            [new Tenure(55, false), new(15, true), new(2, true), new(62, true, entry: 31)],
            SubscriptionLedger.Of(rows).Tenures(Day(1, 1), Day(3, 1)));

        // The last five days can still change, and are left out.
        Assert.Equal(
            [new Tenure(50, false), new(30, true), new(2, true), new(62, true, entry: 31)],
            SubscriptionLedger.Of(rows, new() { LongestGap = 5 }).Tenures(Day(1, 1), Day(3, 1)));
        Assert.Equal(SubscriptionLedger.Of(rows).Tenures(Day(1, 1), Day(3, 1)), SubscriptionLedger.Of(rows).Tenures(new DateOnly(2026, 1, 1), new(2026, 3, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(
            "windowEnd", () => SubscriptionLedger.Of(rows, new() { LongestGap = 5 }).Tenures(Day(1, 1), Day(1, 6)));
    }

    [Fact]
    public void Of_SeveralCurrenciesWithoutRates_Throws()
    {
        Subscription<string>[] rows = [new("a", Day(1, 1), null, 1) { Currency = "EUR" }, new("b", Day(1, 1), null, 1) { Currency = "USD" }];

        Assert.Equal(
            "rows must have one currency (EUR), but one has USD (at position 1): pass rates, and the currency of the rules into which they convert "
                + "(Parameter 'rows')",
            Assert.Throws<ArgumentException>("rows", () => SubscriptionLedger.Of(rows)).Message);
        Assert.Throws<ArgumentException>("rows", () => SubscriptionLedger.Of([rows[0], Row("b", Day(1, 1))]));
        Assert.Throws<ArgumentException>("rates", () => SubscriptionLedger.Of(rows, new() { Currency = "EUR" }));
        Assert.Throws<ArgumentException>("rates", () => SubscriptionLedger.Of(rows, default, (_, _) => 1));
        Assert.Throws<ArgumentException>("rows", () => SubscriptionLedger.Of([Row("b", Day(1, 1))], new() { Currency = "EUR" }, (_, _) => 1));
        Assert.Throws<ArgumentOutOfRangeException>("rates", () => SubscriptionLedger.Of(rows, new() { Currency = "EUR" }, (_, _) => 0));
    }

    // What brings no money needs no currency, and no rate is asked for it.
    [Fact]
    public void Of_RowsThatArePaidNothing_MayHaveAnyCurrency()
    {
        Subscription<string>[] rows =
        [
            new("trial", Day(1, 1), null, 5) { Currency = "USD", IsTrial = true },
            new("paid", Day(1, 1), null, 10) { Currency = "EUR" },
            new("free", Day(1, 1)), new("free", Day(1, 1)) { Currency = "GBP" },
            new("never", Day(1, 1), Day(1, 1), 7) { Currency = "CHF" },
        ];
        SubscriptionLedger<string> ledger = SubscriptionLedger.Of(rows);
        SubscriptionMovements movements = ledger.Movements(January, Day(1, 31));

        Assert.Equal(new RecurringRevenue(10, 1, Day(1, 31), "EUR"), ledger.RecurringRevenueAt(Day(1, 31)));
        Assert.Equal(2, ledger.ActiveCustomersAt(Day(1, 31)).Count);
        Assert.Equal([new(LeftOutKind.Trial, 1), new(LeftOutKind.WithoutADay, 1)], ledger.LeftOut);
        Assert.EndsWith("; left out: 1 trial, 1 row without a day", ledger.ToString(), StringComparison.Ordinal);
        Assert.Equal(ledger.LeftOut, movements.LeftOut);
        Assert.Contains("Left out: 1 trial, 1 row without a day.", movements.ToText(), StringComparison.Ordinal);
        Assert.Contains("Lignes écartées\u202F: 1 essai, 1 ligne sans un jour.", movements.ToMarkdown(ReportLanguage.French), StringComparison.Ordinal);
        Assert.Contains("Nicht gezählt: 1 Probezeit, 1 Zeile ohne einen Tag.", movements.ToText(ReportLanguage.German), StringComparison.Ordinal);
        Assert.Equal([new(LeftOutKind.Trial, 2), new(LeftOutKind.WithoutADay, 2)], movements.Combine(movements).LeftOut);
        Assert.Equal(
            9, SubscriptionLedger.Of(rows, new() { Currency = "USD" }, (from, _) => from == "EUR" ? 0.9m : throw new KeyNotFoundException(from))
                .RecurringRevenueAt(Day(1, 31)).Amount);
        Assert.Equal("GBP", SubscriptionLedger.Of([rows[2], rows[3]]).Currency);
        Assert.Null(SubscriptionLedger.Of([rows[3], new("free", Day(1, 1)) { Currency = "CHF" }]).Currency);
        Assert.Throws<ArgumentException>(
            "rows", () => SubscriptionLedger.Of([rows[0], rows[1]], new() { TrialsAreCustomers = true }));
    }

    // Who begins without paying pays the rate of the day on which they begin to.
    [Fact]
    public void Of_AFreeRowBeforeAPaidOne_DoesNotKeepItsRate() => Assert.Equal(
        91,
        SubscriptionLedger.Of(
            [new("a", Day(1, 5), Day(2, 10)) { Currency = "USD" }, new Subscription<string>("a", Day(2, 10), null, 100) { Currency = "USD" }],
            new() { Currency = "EUR" },
            (_, day) => day.Month == 1 ? 0.85m : 0.91m).RecurringRevenueAt(Day(2, 28)).Amount);

    [Fact]
    public void Of_ARateBeyondAllAmounts_Throws() => Assert.Throws<ArgumentOutOfRangeException>(
        "rates",
        () => SubscriptionLedger.Of([new Subscription<string>("a", Day(1, 1), null, 5) { Currency = "USD" }], new() { Currency = "EUR" }, (_, _) => 1e28m));

    [Fact]
    public void Of_ManyOfTheLargestAmounts_StillAddUp() => Assert.Equal(
        0.5,
        SubscriptionLedger.Of(
            Enumerable.Range(0, 300).SelectMany(i => (Subscription<int>[])[new(i, Day(1, 1), null, 1e20m), new(i, Day(1, 1), Day(2, 3), 1e20m)]))
            .Movements(CalendarPeriod.Month(2026, 2), Day(2, 28)).Periods[0].GrossRevenueRetention.Value);

    [Fact]
    public void Movements_AtTheEndsOfTheCalendar_AreCountedOrRefused()
    {
        SubscriptionLedger<string> ledger = SubscriptionLedger.Of([Row("a", Day(1, 1))], new() { LongestGap = 366 });
        LocalDate first = LocalDate.MinIsoValue, last = LocalDate.MaxIsoValue;

        Assert.Equal(1, ledger.Movements(CalendarPeriod.Containing(CalendarUnit.Month, last), last).Periods[0].Customers.Retained);
        Assert.Throws<ArgumentOutOfRangeException>("from", () => ledger.Movements(CalendarPeriod.Containing(CalendarUnit.Day, first), first));
        Assert.True(ledger.Movements(CalendarPeriod.Containing(CalendarUnit.Day, first.PlusDays(3)), first.PlusDays(4)).IsLastIncomplete);
        Assert.Throws<ArgumentOutOfRangeException>("windowEnd", () => ledger.Tenures(first, first.PlusDays(3)));
    }

    [Fact]
    public void Cohorts_OfALedger_FollowItsRulesForGapsEndsAndTrials()
    {
        Subscription<string>[] rows =
        [
            Row("stays", Day(1, 5), amount: 100), Row("grows", Day(1, 5), Day(2, 9), 50), Row("grows", Day(2, 10), null, 80),
            Row("pauses", Day(1, 5), Day(1, 29), 30), Row("pauses", Day(2, 3), null, 30), Row("leaves", Day(1, 20), Day(1, 25), 40),
            new("tries", Day(1, 1), null, 999) { IsTrial = true }, new("is free", Day(1, 1)), Row("is new", Day(2, 1), null, 20), Row("is later", Day(3, 1)),
        ];
        CalendarPeriod february = CalendarPeriod.Month(2026, 2);
        SubscriptionLedger<string> ledger = SubscriptionLedger.Of(rows, new() { End = SubscriptionEnd.LastPaidDay, LongestGap = 7 });
        CohortTable<Retention> customers = ledger.Cohorts(february);
        CohortTable<NetRevenueRetention> revenue = ledger.RevenueCohorts(february);

        Assert.Equal([new Retention(4, 5), new(4, 5)], customers.Cohorts[0].Cells);
        Assert.Equal((2, 6, CohortMeasure.AtPeriodEnd), (customers.Ages, customers.Customers, customers.Measure));
        Assert.Equal([180.0 / 220, 210.0 / 220], revenue.Cohorts[0].Cells.Select(cell => cell.Value!.Value));
        Assert.Equal([4, 1], revenue.Cohorts.Select(cohort => cohort.Size));
        Assert.Equal(new Retention(3, 5), SubscriptionLedger.Of(rows, new() { End = SubscriptionEnd.LastPaidDay }).Cohorts(february).Cohorts[0].Cells[0]);

        CohortTable<Retention> known = ledger.Cohorts(february, firstCohort: february);
        Assert.Equal((1, 5), (known.Cohorts.Count, known.EarlierCustomers));
        Assert.Throws<ArgumentOutOfRangeException>("firstCohort", () => ledger.Cohorts(february, february.Next()));
        Assert.Throws<ArgumentException>("firstCohort", () => ledger.RevenueCohorts(february, CalendarPeriod.Year(2025)));
        Assert.Throws<ArgumentOutOfRangeException>("lastComplete", () => SubscriptionLedger.Of([Row("a", LocalDate.MinIsoValue)])
            .Cohorts(CalendarPeriod.Containing(CalendarUnit.Week, Day(2, 1))));
        Assert.Empty(SubscriptionLedger.Of<string>([]).Cohorts(february).Cohorts);
        Assert.Contains("Net revenue retention by cohort, on the last day of the period", revenue.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void CohortsBy_Plans_KeepTheCustomerWhereTheyBegan()
    {
        SubscriptionLedger<string> ledger = SubscriptionLedger.Of(
        [
            new Subscription<string>("a", Day(1, 5), Day(2, 10), 10) { Plan = "solo" }, new("a", Day(2, 10), null, 30) { Plan = "team" },
            new("b", Day(1, 1), Day(2, 1), 30) { Plan = "team" },
        ]);
        CalendarPeriod february = CalendarPeriod.Month(2026, 2);

        Assert.Equal([1.0, 0.0], ledger.CohortsBy(row => row.Plan, february).Values.Select(plan => plan.Pooled[1].Value!.Value));
        Assert.Equal([3.0, 0.0], ledger.RevenueCohortsBy(row => row.Plan, february).Values.Select(plan => plan.Pooled[1].Value!.Value));
        Assert.Throws<ArgumentNullException>("segment", () => ledger.CohortsBy<string>(_ => null!, february));
        Assert.Throws<ArgumentNullException>("segment", () => ledger.RevenueCohortsBy<string>(null!, february));
    }

    [Fact]
    public void Of_RowsThatCannotBe_ThrowsWithPosition()
    {
        Subscription<string> good = Row("a", Day(1, 1));

        Assert.Equal(
            "rows must not be negative (at position 1, amount); got -5: a credit or a refund is no recurring revenue: leave it out, "
                + "or enter what the customer pays (Parameter 'rows')",
            Assert.Throws<ArgumentOutOfRangeException>("rows", () => SubscriptionLedger.Of([good, Row("b", Day(1, 1), amount: -5)])).Message);
        Refused("position 1", good, Row("b", Day(1, 2), Day(1, 1)));
        Refused("position 1", good, null!);
        Assert.Throws<ArgumentNullException>("rows", () => SubscriptionLedger.Of<string>(null!));
        Refused("more than 1e20 a month (at position 0, amount)", Row("a", Day(1, 1), amount: decimal.MaxValue));

        static void Refused(string position, params Subscription<string>[] rows) => Assert.Contains(
            position,
            Assert.ThrowsAny<ArgumentException>(() => SubscriptionLedger.Of(rows)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NoRows_IsZeroEverywhere()
    {
        SubscriptionLedger<string> nobody = SubscriptionLedger.Of<string>([]);
        SubscriptionPeriod month = Assert.Single(nobody.Movements(January, Day(1, 31)).Periods);

        Assert.Equal((0, 0), (nobody.ActiveCustomersAt(Day(1, 1)).Value, nobody.RecurringRevenueAt(Day(1, 1)).Value));
        Assert.Equal((default(CustomerFlow), default(RevenueMovements)), (month.Customers, month.Revenue));
        Assert.Null(month.Churn.Value);
        Assert.Null(month.NetRevenueRetention.Value);
        Assert.Null(month.QuickRatio.Value);
        Assert.Empty(nobody.MovementsBy(row => row.Plan, January, Day(1, 31)));
    }

    [Fact]
    public void Of_EverybodyLeaves_LosesAllOnce()
    {
        SubscriptionMovements movements = SubscriptionLedger.Of([Row("a", Day(1, 1), Day(2, 5)), Row("b", Day(1, 1), Day(2, 9))])
            .Movements(January, Day(3, 31));

        Assert.Equal([null, 1, null], movements.Churn.Select(month => month.Value.Value));
        Assert.Equal([null, 0, null], movements.GrossRevenueRetention.Select(month => month.Value.Value));
        Assert.Equal(0, movements.Periods[2].Revenue.Closing);
    }

    [Theory]
    [InlineData(SubscriptionEnd.FirstDayGone, 0)]
    [InlineData(SubscriptionEnd.LastPaidDay, 1)]
    public void Of_ARowThatEndsOnTheDayItBegins_HoldsAsTheRulesSay(SubscriptionEnd end, int customers)
    {
        SubscriptionLedger<string> ledger = SubscriptionLedger.Of([Row("a", Day(1, 31), Day(1, 31))], new() { End = end });

        Assert.Equal((customers, 1 - customers), (ledger.Customers, ledger.LeftOut.Sum(left => left.Count)));
        Assert.Equal(customers, ledger.Movements(January, Day(1, 31)).Periods[0].Customers.Acquired);
    }

    [Theory]
    [InlineData(SubscriptionEnd.FirstDayGone)]
    [InlineData(SubscriptionEnd.LastPaidDay)]
    public void Of_AnEndOnTheLastDayOfTheCalendar_IsNone(SubscriptionEnd end) => Assert.Equal(
        1, SubscriptionLedger.Of([Row("a", Day(1, 1), LocalDate.MaxIsoValue)], new() { End = end }).ActiveCustomersAt(LocalDate.MaxIsoValue).Count);

    [Fact]
    public void MovementsBy_APlanThatChanges_KeepsTheCustomerWhereTheyBegan()
    {
        SubscriptionLedger<string> ledger = SubscriptionLedger.Of(
        [
            new Subscription<string>("a", Day(1, 5), Day(2, 10), 10) { Plan = "solo" }, new("a", Day(2, 10), null, 30) { Plan = "team" },
            new("b", Day(2, 1), null, 30) { Plan = "team" }, new("b", Day(2, 1), null, 5) { Plan = "extra" },
        ]);
        IReadOnlyDictionary<string, SubscriptionMovements> plans = ledger.MovementsBy(first => first.Plan, CalendarPeriod.Month(2026, 2), Day(2, 28));

        Assert.Equal(["solo", "team"], plans.Keys);
        Assert.Equal(20, plans["solo"].Periods[0].Revenue.Expansion);
        Assert.Equal(35, plans["team"].Periods[0].Revenue.Acquired);
        Assert.Throws<ArgumentNullException>("segment", () => ledger.MovementsBy<string>(_ => null!, January, Day(2, 28)));
        Assert.Throws<ArgumentNullException>("segment", () => ledger.MovementsBy<string>(null!, January, Day(2, 28)));
    }

    [Fact]
    public void Levels_OfAYear_AreThoseOfItsLastDay()
    {
        SubscriptionLedger<string> ledger = SubscriptionLedger.Of([Row("a", Day(1, 1)), Row("b", Day(2, 1), Day(11, 30))]);

        Assert.Equal(1, ledger.ActiveCustomers(January, Day(12, 31)).Resample(CalendarUnit.Year)[0].Value.Count);
        Assert.Equal(ledger.RecurringRevenue(CalendarPeriod.Year(2026), Day(12, 31)).Total, ledger.RecurringRevenue(January, Day(12, 31)).Total);
    }

    [Fact]
    public void Doors_ForDaysOfTheBaseClassLibrary_AreTheSame()
    {
        SubscriptionLedger<string> ledger = SubscriptionLedger.Of([new Subscription<string>("a", new DateOnly(2026, 1, 5), new DateOnly(2026, 2, 5), 10m)]);
        DateOnly through = new(2026, 2, 28);

        Assert.Equal(Row("a", Day(1, 5), Day(2, 5)), new Subscription<string>("a", new DateOnly(2026, 1, 5), new DateOnly(2026, 2, 5), 10m));
        Assert.Equal(ledger.Movements(January, Day(2, 28)), ledger.Movements(January, through));
        Assert.Equal(ledger.MovementsBy(row => row.Plan, January, Day(2, 28)), ledger.MovementsBy(row => row.Plan, January, through));
        Assert.Equal(ledger.ActiveCustomersAt(Day(2, 28)), ledger.ActiveCustomersAt(through));
        Assert.Equal(ledger.RecurringRevenueAt(Day(2, 28)), ledger.RecurringRevenueAt(through));
        Assert.Equal(ledger.ActiveCustomers(January, Day(2, 28)).ToString(), ledger.ActiveCustomers(January, through).ToString());
        Assert.Equal(ledger.RecurringRevenue(January, Day(2, 28)).ToString(), ledger.RecurringRevenue(January, through).ToString());
    }

    [Fact]
    public void Movements_BadInput_Throws()
    {
        SubscriptionLedger<string> ledger = SubscriptionLedger.Of([Row("a", Day(1, 1))]);

        Assert.Throws<ArgumentOutOfRangeException>("from", () => ledger.Movements(CalendarPeriod.Month(2026, 3), Day(2, 28)));
        Assert.Throws<ArgumentOutOfRangeException>("from", () => ledger.ActiveCustomers(CalendarPeriod.Month(2026, 3), Day(2, 28)));
        Assert.Throws<ArgumentOutOfRangeException>("from", () => ledger.MovementsBy(row => row.Plan, CalendarPeriod.Month(2026, 3), Day(2, 28)));
        Assert.Throws<ArgumentException>("through", () => ledger.Movements(January, Day(2, 28).WithCalendar(CalendarSystem.Julian)));
        Assert.Throws<ArgumentException>("day", () => ledger.ActiveCustomersAt(Day(2, 28).WithCalendar(CalendarSystem.Julian)));
        Assert.Throws<ArgumentOutOfRangeException>("LongestGap", () => new SubscriptionRules { LongestGap = 367 });
        Assert.Throws<ArgumentOutOfRangeException>("End", () => new SubscriptionRules { End = (SubscriptionEnd)9 });
        Assert.Throws<ArgumentException>("Currency", () => new SubscriptionRules { Currency = "eur" });
        Assert.Throws<ArgumentException>("Currency", () => new Subscription<int>(1, Day(1, 1)) { Currency = "eur" });
        Assert.Throws<ArgumentOutOfRangeException>("Per", () => new Subscription<int>(1, Day(1, 1)) { Per = (CalendarUnit)9 });
    }

    [Fact]
    public void Row_InJson_ComesBack()
    {
        Subscription<string> row = new("a", Day(1, 5), Day(2, 5), 10.5m)
        {
            Per = CalendarUnit.Year,
            Plan = "team",
            Currency = "EUR",
            CurrencyDate = Day(1, 7),
            IsTrial = true,
        };
        string json = JsonSerializer.Serialize(row);

        Assert.Contains("\"Start\":\"2026-01-05\"", json, StringComparison.Ordinal);
        Assert.Equal(row, JsonSerializer.Deserialize<Subscription<string>>(json));
        Assert.Equal("a from 2026-01-05 to 2026-02-05: 10.5 EUR per year, team, trial", row.ToString());
    }
}
