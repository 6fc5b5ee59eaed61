using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Customers.Subscriptions;

public class SubscriptionLedgerLaws
{
    private static readonly LocalDate Last = SomeSubscriptions.Last;

    private static Gen<(Subscription<int>[] Rows, SubscriptionRules Rules)> Any => SomeSubscriptions.Rows.Zip(SomeSubscriptions.Rules);

    // The slow model looks at all days before for each period: days are seldom asked.
    private static Gen<CalendarUnit> Unit => Gen.Frequency(
        (1, Gen.Constant(CalendarUnit.Day)),
        (9, Gen.Elements(CalendarUnit.Week, CalendarUnit.Month, CalendarUnit.Quarter)));

    [Property]
    public Property EveryPeriodIsThatOfTheModelThatCountsEachDay() =>
        Law.ForAll(Any.Zip(Unit), x =>
        {
            ((Subscription<int>[] rows, SubscriptionRules rules), CalendarUnit unit) = x;
            LocalDate before = SomeSubscriptions.First.PlusDays(-10);
            SlowSubscriptions slow = new(rows, rules, before, Last);
            SubscriptionLedger<int> ledger = SubscriptionLedger.Of(rows, rules);
            SubscriptionMovements movements = ledger.Movements(CalendarPeriod.Containing(unit, SomeSubscriptions.First), Last);
            foreach (SubscriptionPeriod period in movements.Periods)
            {
                LocalDate opening = period.Period.Start.PlusDays(-1), closing = LocalDate.Min(period.Period.End, Last);
                (decimal, decimal)[] accounts = [.. slow.Accounts(opening, closing).Select(account => (account.Start, account.End))];

                Assert.Equal(slow.Flow(opening, closing), period.Customers);
                Assert.Equal(slow.Revenue(opening, closing), period.Revenue);
                Assert.Equal(GrossRevenueRetention.FromAccounts(accounts, null, unit).Value, period.GrossRevenueRetention.Value);
                Assert.Equal(NetRevenueRetention.FromAccounts(accounts, null, unit).Value, period.NetRevenueRetention.Value);
                Assert.Equal(QuickRatio.FromAccounts(accounts, null, unit), period.QuickRatio);
                Assert.Equal(new ActiveCustomers(slow.On(closing).Count, closing), ledger.ActiveCustomersAt(closing));
                Assert.Equal(
                    new RecurringRevenue(slow.On(closing).Values.Sum(), slow.On(closing).Values.Count(level => level > 0), closing),
                    ledger.RecurringRevenueAt(closing));
            }
        });

    [Property]
    public Property MovementsLeadExactlyFromTheLevelOfOneDayToThatOfAnother() =>
        Law.ForAll(Any.Zip(Unit), x =>
        {
            SubscriptionLedger<int> ledger = SubscriptionLedger.Of(x.Item1.Rows, x.Item1.Rules);
            CalendarPeriod first = CalendarPeriod.Containing(x.Item2, SomeSubscriptions.First);
            KpiSeries<RecurringRevenue> revenue = ledger.RecurringRevenue(first, Last);
            KpiSeries<ActiveCustomers> customers = ledger.ActiveCustomers(first, Last);
            SubscriptionMovements movements = ledger.Movements(first, Last);
            return movements.Periods.Count == revenue.Count
                && movements.IsLastIncomplete == revenue.IsLastIncomplete
                && movements.Churn.IsLastIncomplete == customers.IsLastIncomplete
                && movements.Periods.All(period => period.Revenue is var moved
                    && moved.Opening + moved.Acquired + moved.Reactivated + moved.Expansion - moved.Contraction - moved.Churned == moved.Closing
                    && moved.Opening == ledger.RecurringRevenueAt(period.Period.Start.PlusDays(-1)).Amount
                    && moved.Closing == revenue[period.Period].Amount
                    && period.Customers.AtStart == ledger.ActiveCustomersAt(period.Period.Start.PlusDays(-1)).Count
                    && period.Customers.AtEnd == customers[period.Period].Count);
        });

    [Property]
    public Property SegmentsAddUpToTheWhole() =>
        Law.ForAll(Any, x =>
        {
            SubscriptionLedger<int> ledger = SubscriptionLedger.Of(x.Rows, x.Rules);
            SubscriptionMovements[] segments = [.. ledger.MovementsBy(row => row.Plan, SomeSubscriptions.January, Last).Values];
            return segments.Length == 0
                ? ledger.Customers == 0
                : segments.Aggregate((one, other) => one.Combine(other)).ToCsv() == ledger.Movements(SomeSubscriptions.January, Last).ToCsv();
        });

    [Property]
    public Property CohortsAreThoseOfTheRowsThatCount() =>
        Law.ForAll(SomeSubscriptions.Rows.Zip(Unit), x =>
        {
            CalendarPeriod last = CalendarPeriod.Containing(x.Item2, Last.PlusDays(-90));
            Subscription<int>[] rows = [.. x.Item1.Where(row => !row.IsTrial && row.End != row.Start)];
            Assert.Equal(
                CohortTable.FromSubscriptions(rows, row => row.Customer, row => row.Start, row => row.End, last), SubscriptionLedger.Of(x.Item1).Cohorts(last));
        });

    [Property]
    public Property CohortsOfSegmentsAddUpToTheWhole() =>
        Law.ForAll(Any.Zip(Unit), x =>
        {
            SubscriptionLedger<int> ledger = SubscriptionLedger.Of(x.Item1.Rows, x.Item1.Rules);
            CalendarPeriod last = CalendarPeriod.Containing(x.Item2, Last.PlusDays(-90));
            CohortTable<NetRevenueRetention> none = new(last, CohortMeasure.AtPeriodEnd, []);

            Assert.Equal(
                ledger.RevenueCohorts(last).ToCsv(),
                ledger.RevenueCohortsBy(row => row.Plan, last).Values.Aggregate(none, (one, other) => one.Combine(other)).ToCsv());
        });

    [Property]
    public Property TheOrderOfTheRowsChangesNothing() =>
        Law.ForAll(Any, x =>
        {
            SubscriptionLedger<int> one = SubscriptionLedger.Of(x.Rows, x.Rules), other = SubscriptionLedger.Of(x.Rows.Reverse(), x.Rules);
            IReadOnlyDictionary<string, SubscriptionMovements> plans = other.MovementsBy(row => row.Plan, SomeSubscriptions.January, Last);

            Assert.Equal(one.Movements(SomeSubscriptions.January, Last).ToCsv(), other.Movements(SomeSubscriptions.January, Last).ToCsv());
            Assert.All(
                one.MovementsBy(row => row.Plan, SomeSubscriptions.January, Last),
                plan => Assert.Equal(plan.Value.ToCsv(), plans[plan.Key].ToCsv()));
        });

    [Property]
    public Property GrossRetentionIsNeverAboveNetRetentionOrOne() =>
        Law.ForAll(Any, x => SubscriptionLedger.Of(x.Rows, x.Rules).Movements(SomeSubscriptions.January, Last).Periods.All(period =>
            period.GrossRevenueRetention.Value is not { } gross || (gross <= 1 && gross <= period.NetRevenueRetention.Value)));

    [Property]
    public Property ASubscriptionInTwoHalvesIsTheSame() =>
        Law.ForAll(Any, x =>
        {
            Subscription<int>[] halves = [.. x.Rows.SelectMany(row => Enumerable.Repeat(
                new Subscription<int>(row.Customer, row.Start, row.End, row.Amount / 2) { Per = row.Per, IsTrial = row.IsTrial }, 2))];

            // Twice as many rows are left out.
            return SubscriptionLedger.Of(x.Rows, x.Rules).Movements(SomeSubscriptions.January, Last) with { LeftOut = [] }
                == SubscriptionLedger.Of(halves, x.Rules).Movements(SomeSubscriptions.January, Last) with { LeftOut = [] };
        });

    [Property]
    public Property LeavingAndReturningOnOneDayIsNoChurn() =>
        Law.ForAll(Any.Zip(Gen.Choose(1, 100)), x =>
        {
            // Each row is cut into two on a day inside it; of a last paid day the next row begins on the day after it.
            (Subscription<int>[] rows, SubscriptionRules rules) = x.Item1;
            int gone = rules.End == SubscriptionEnd.LastPaidDay ? 1 : 0;
            Subscription<int>[] cut = [.. rows.SelectMany(row => row.Start.PlusDays(x.Item2) is var at && (row.End is null || at < row.End)
                ? (Subscription<int>[])[From(row, row.Start, at.PlusDays(-gone)), From(row, at, row.End)]
                : [row])];
            return SubscriptionLedger.Of(rows, rules).Movements(SomeSubscriptions.January, Last).ToCsv()
                == SubscriptionLedger.Of(cut, rules).Movements(SomeSubscriptions.January, Last).ToCsv();
        });

    [Property]
    public Property JsonBringsTheMovementsBack() =>
        Law.ForAll(Any, x =>
        {
            SubscriptionMovements movements = SubscriptionLedger.Of(x.Rows, x.Rules).Movements(SomeSubscriptions.January, Last);
            return JsonKinds.ForEveryType.All(options => JsonKinds.Again(movements, options) == movements
                && JsonKinds.Again(movements.Periods[^1], options) == movements.Periods[^1]
                && JsonKinds.Again(movements.Rules, options) == movements.Rules);
        });

    private static Subscription<int> From(Subscription<int> row, LocalDate start, LocalDate? end) =>
        new(row.Customer, start, end, row.Amount) { Per = row.Per, IsTrial = row.IsTrial, Plan = row.Plan };
}
