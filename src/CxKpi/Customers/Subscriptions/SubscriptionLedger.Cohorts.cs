using NodaTime;

namespace CxKpi;

/// <content>The customers who began in a period, followed by the rules of the ledger.</content>
public sealed partial class SubscriptionLedger<TKey>
{
    /// <summary>Counts who of the customers that began in a period was one on the last day of each later one.</summary>
    /// <remarks>
    /// As <see cref="CohortTable.FromSubscriptions{T, TKey}(IEnumerable{T}, Func{T, TKey}, Func{T, LocalDate}, Func{T, LocalDate?}, CalendarPeriod,
    /// CalendarPeriod?)"/>, but by the rules of the ledger for ends, gaps and trials. A customer begins with the first subscription that counts, belongs to
    /// that cohort for ever, and is there again when they come back.
    /// </remarks>
    /// <param name="lastComplete">The last period that is over; cohorts and ages have its unit. With a <see cref="SubscriptionRules.LongestGap"/> the rows must
    /// reach as many days further, since who is gone may still come back.</param>
    /// <param name="firstCohort">
    /// The first period whose newcomers are known to be new; customers who began before it are left out, and counted as
    /// <see cref="CohortTable{TKpi}.EarlierCustomers"/>. State it where the rows do not reach back to the beginning of all customers.
    /// </param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">The first cohort has another unit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The first cohort is later than the last complete period.</exception>
    public CohortTable<Retention> Cohorts(CalendarPeriod lastComplete, CalendarPeriod? firstCohort = null) =>
        Retained(accounts, lastComplete, firstCohort);

    /// <summary>Follows the recurring revenue of the customers that began to pay in a period: its net retention on the last day of each later one.</summary>
    /// <remarks>
    /// The base of a cohort is what each customer paid on their first paid day, so that who grows, shrinks, leaves or comes back in the first period already is
    /// seen at age 0. Who never paid is in no cohort.
    /// </remarks>
    /// <inheritdoc cref="Cohorts"/>
    public CohortTable<NetRevenueRetention> RevenueCohorts(CalendarPeriod lastComplete, CalendarPeriod? firstCohort = null) =>
        Paid(accounts, lastComplete, firstCohort);

    /// <summary>The cohorts of <see cref="Cohorts"/>, segment by segment; the segments add up to the whole.</summary>
    /// <typeparam name="TSegment">The type of the key that identifies a segment.</typeparam>
    /// <param name="segment">Returns the segment of a customer from the row with which they began, such as the plan that they started on. A customer stays in
    /// one segment. Of rows that begin on one day it is the one with the largest amount.</param>
    /// <param name="lastComplete">The last period that is over; cohorts and ages have its unit.</param>
    /// <param name="firstCohort">The first period whose newcomers are known to be new; all cohorts when left out.</param>
    /// <returns>The table of each segment that ever had a customer, in the order in which the segments were first seen.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="segment"/> is, or returns, <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The first cohort has another unit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The first cohort is later than the last complete period.</exception>
    public IReadOnlyDictionary<TSegment, CohortTable<Retention>> CohortsBy<TSegment>(
        Func<Subscription<TKey>, TSegment> segment,
        CalendarPeriod lastComplete,
        CalendarPeriod? firstCohort = null)
        where TSegment : notnull => Segments(segment).ToDictionary(group => group.Key, group => Retained(group, lastComplete, firstCohort));

    /// <summary>The cohorts of <see cref="RevenueCohorts"/>, segment by segment; the segments add up to the whole.</summary>
    /// <inheritdoc cref="CohortsBy"/>
    public IReadOnlyDictionary<TSegment, CohortTable<NetRevenueRetention>> RevenueCohortsBy<TSegment>(
        Func<Subscription<TKey>, TSegment> segment,
        CalendarPeriod lastComplete,
        CalendarPeriod? firstCohort = null)
        where TSegment : notnull => Segments(segment).ToDictionary(group => group.Key, group => Paid(group, lastComplete, firstCohort));

    private static CohortTable<Retention> Retained(
        IEnumerable<SubscriptionAccount<TKey>> customers,
        CalendarPeriod lastComplete,
        CalendarPeriod? firstCohort) => Followed(
            customers.Select(account => (account, account.Since)),
            lastComplete,
            firstCohort,
            (cohort, day) => new Retention(cohort.LongCount(customer => customer.Account.At(day).IsActive), cohort.Length));

    private CohortTable<NetRevenueRetention> Paid(
        IEnumerable<SubscriptionAccount<TKey>> customers,
        CalendarPeriod lastComplete,
        CalendarPeriod? firstCohort) => Followed(
            from account in customers where account.PaidSince is not null select (account, account.PaidSince!.Value),
            lastComplete,
            firstCohort,
            (cohort, day) => NetRevenueRetention.FromAccounts(
                cohort.Select(customer => (customer.Account.At(customer.Since).Level, customer.Account.At(day).Level)), Currency));

    private static CohortTable<TKpi> Followed<TKpi>(
        IEnumerable<(SubscriptionAccount<TKey> Account, LocalDate Since)> customers,
        CalendarPeriod lastComplete,
        CalendarPeriod? firstCohort,
        Func<(SubscriptionAccount<TKey> Account, LocalDate Since)[], LocalDate, TKpi> cell)
        where TKpi : struct, IKpi<TKpi>
    {
        CalendarPeriod? first = firstCohort is { } since ? CohortTable.Since(since, lastComplete) : null;
        (CalendarPeriod Period, (SubscriptionAccount<TKey> Account, LocalDate Since)[] Customers)[] begun =
        [
            .. customers.GroupBy(customer => CalendarPeriod.Containing(lastComplete.Unit, customer.Since, nameof(lastComplete)))
                .OrderBy(cohort => cohort.Key)
                .TakeWhile(cohort => cohort.Key.CompareTo(lastComplete) <= 0)
                .Select(cohort => (cohort.Key, cohort.ToArray())),
        ];
        return new(
            lastComplete,
            CohortMeasure.AtPeriodEnd,
            begun.SkipWhile(IsEarlier).Select(cohort => new Cohort<TKpi>(
                cohort.Period,
                cohort.Customers.Length,
                Enumerable.Range(0, PeriodCount.WithoutGaps(cohort.Period, lastComplete, nameof(lastComplete)))
                    .Select(age => cell(cohort.Customers, cohort.Period.Plus(age).End)))),
            first,
            begun.TakeWhile(IsEarlier).Sum(cohort => (long)cohort.Customers.Length));

        bool IsEarlier((CalendarPeriod Period, (SubscriptionAccount<TKey>, LocalDate)[] Customers) cohort) =>
            first is { } known && cohort.Period.CompareTo(known) < 0;
    }
}
