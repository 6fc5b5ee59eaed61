using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;

namespace CxKpi;

/// <summary>A table of subscriptions that was read: customers and recurring revenue on any day, and what moved them between days.</summary>
/// <typeparam name="TKey">The type of the key that identifies a customer.</typeparam>
/// <remarks>
/// <code>
/// a customer's level on a day = sum of the amounts of their subscriptions that hold on it, per month, rounded to 1/10,000
/// opening = level on the day before a period; closing = level on its last day
/// closing = opening + acquired + reactivated + expansion - contraction - churned
/// </code>
/// The months of a year, and so of all amounts, have 365.25 / 12 days: a week's amount counts 4.348 times. Levels are rounded once, so all sums are exact.
/// A subscription counts in full on each of its days, without proration. Leaving and returning on the same day is no churn, a change of plan is expansion or
/// contraction, and so is a discount that ends. What happens and is undone between the ends of a period is not seen in its movements.
/// <see cref="Cohorts"/> and <see cref="RevenueCohorts"/> follow the customers of a period instead, by the same rules.
/// It is created by <see cref="SubscriptionLedger.Of{TKey}"/>.
/// <para>A customer whose last paid day is the last of a month is a customer at its close, and lost in the next month.
/// <see cref="CustomerFlow.FromSubscriptions{TSubscription, TKey, TTime}"/>, which knows times as well as days, compares the instants at which periods meet and
/// counts the loss in the month that was paid last.</para>
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed partial class SubscriptionLedger<TKey>
    where TKey : notnull
{
    private readonly SubscriptionAccount<TKey>[] accounts;

    internal SubscriptionLedger(SubscriptionRules rules, string? currency, SubscriptionAccount<TKey>[] accounts, IReadOnlyList<LeftOutCount> leftOut)
    {
        Rules = rules;
        Currency = currency;
        this.accounts = accounts;
        LeftOut = leftOut;
    }

    /// <summary>How the rows were read.</summary>
    public SubscriptionRules Rules { get; }

    /// <summary>The ISO 4217 code of the currency of all amounts; <see langword="null"/> when it is not stated.</summary>
    public string? Currency { get; }

    /// <summary>The number of customers who ever had a subscription for a day at least.</summary>
    public int Customers => accounts.Length;

    /// <summary>
    /// How many rows were left out and why: trials, and rows that ended on the day on which they began and so never held, which make nobody a customer. It is
    /// empty when every row counts.
    /// </summary>
    public IReadOnlyList<LeftOutCount> LeftOut { get; }

    /// <summary>Counts the customers of a day.</summary>
    /// <param name="day">The day, in the ISO calendar.</param>
    /// <returns>The number of customers with a running subscription; 0 when there are none.</returns>
    /// <exception cref="ArgumentException">The day is not in the ISO calendar.</exception>
    public ActiveCustomers ActiveCustomersAt(LocalDate day)
    {
        CalendarGuard.Iso(day);
        return new(accounts.LongCount(account => account.At(day).IsActive), day);
    }

    /// <inheritdoc cref="ActiveCustomersAt(LocalDate)"/>
    [OverloadResolutionPriority(-1)]
    public ActiveCustomers ActiveCustomersAt(DateOnly day) => ActiveCustomersAt(LocalDate.FromDateOnly(day));

    /// <summary>Adds up the recurring revenue of a day.</summary>
    /// <param name="day">The day, in the ISO calendar.</param>
    /// <returns>The revenue per month; 0 when nobody pays.</returns>
    /// <exception cref="ArgumentException">The day is not in the ISO calendar.</exception>
    public RecurringRevenue RecurringRevenueAt(LocalDate day)
    {
        CalendarGuard.Iso(day);
        decimal[] levels = [.. accounts.Select(account => account.At(day).Level).Where(level => level > 0)];
        return new(levels.Sum(), levels.Length, day, Currency);
    }

    /// <inheritdoc cref="RecurringRevenueAt(LocalDate)"/>
    [OverloadResolutionPriority(-1)]
    public RecurringRevenue RecurringRevenueAt(DateOnly day) => RecurringRevenueAt(LocalDate.FromDateOnly(day));

    /// <summary>Counts the customers on the last day of each period.</summary>
    /// <param name="from">The first period.</param>
    /// <param name="through">The last day that the rows cover, such as yesterday; it lies in the last period, of which it is the day that is counted.</param>
    /// <returns>The series; its last period is incomplete when it ends after <paramref name="through"/>, or when a gap that is no churn still can.</returns>
    /// <exception cref="ArgumentException">The day is not in the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The first period begins after the day.</exception>
    public KpiSeries<ActiveCustomers> ActiveCustomers(CalendarPeriod from, LocalDate through) => Levels(from, through, ActiveCustomersAt);

    /// <inheritdoc cref="ActiveCustomers(CalendarPeriod, LocalDate)"/>
    [OverloadResolutionPriority(-1)]
    public KpiSeries<ActiveCustomers> ActiveCustomers(CalendarPeriod from, DateOnly through) => ActiveCustomers(from, LocalDate.FromDateOnly(through));

    /// <summary>Adds up the recurring revenue on the last day of each period.</summary>
    /// <inheritdoc cref="ActiveCustomers(CalendarPeriod, LocalDate)"/>
    public KpiSeries<RecurringRevenue> RecurringRevenue(CalendarPeriod from, LocalDate through) => Levels(from, through, RecurringRevenueAt);

    /// <inheritdoc cref="RecurringRevenue(CalendarPeriod, LocalDate)"/>
    [OverloadResolutionPriority(-1)]
    public KpiSeries<RecurringRevenue> RecurringRevenue(CalendarPeriod from, DateOnly through) => RecurringRevenue(from, LocalDate.FromDateOnly(through));

    /// <summary>Tells what moved customers and revenue in each period: who and what was new, came back, grew, shrank and left.</summary>
    /// <param name="from">The first period.</param>
    /// <param name="through">The last day that the rows cover, such as yesterday; it lies in the last period, which closes on it.</param>
    /// <returns>The movements of each period. Each opens as the one before it closed.</returns>
    /// <exception cref="ArgumentException">The day is not in the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The first period begins after the day.</exception>
    public SubscriptionMovements Movements(CalendarPeriod from, LocalDate through) => Between(accounts, from, through) with { LeftOut = LeftOut };

    /// <inheritdoc cref="Movements(CalendarPeriod, LocalDate)"/>
    [OverloadResolutionPriority(-1)]
    public SubscriptionMovements Movements(CalendarPeriod from, DateOnly through) => Movements(from, LocalDate.FromDateOnly(through));

    /// <summary>Tells what moved customers and revenue in each period, segment by segment; the segments add up to the whole.</summary>
    /// <typeparam name="TSegment">The type of the key that identifies a segment.</typeparam>
    /// <param name="segment">
    /// Returns the segment of a customer from the row with which they began: the plan that they started on, or their country by <c>row.Customer</c>. A customer
    /// stays in one segment, so that none is lost from one and new in another. Of rows that begin on one day it is the one with the largest amount.
    /// </param>
    /// <param name="from">The first period.</param>
    /// <param name="through">The last day that the rows cover, such as yesterday; it lies in the last period, which closes on it.</param>
    /// <returns>The movements of each segment that ever had a customer, in the order in which the segments were first seen. The rows that were left out are
    /// those of the whole table, <see cref="LeftOut"/>, and of no segment.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="segment"/> is, or returns, <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The day is not in the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The first period begins after the day.</exception>
    public IReadOnlyDictionary<TSegment, SubscriptionMovements> MovementsBy<TSegment>(
        Func<Subscription<TKey>, TSegment> segment,
        CalendarPeriod from,
        LocalDate through)
        where TSegment : notnull
    {
        Checked(from, through);
        return Segments(segment).ToDictionary(group => group.Key, group => Between(group, from, through));
    }

    /// <inheritdoc cref="MovementsBy{TSegment}(Func{Subscription{TKey}, TSegment}, CalendarPeriod, LocalDate)"/>
    [OverloadResolutionPriority(-1)]
    public IReadOnlyDictionary<TSegment, SubscriptionMovements> MovementsBy<TSegment>(
        Func<Subscription<TKey>, TSegment> segment,
        CalendarPeriod from,
        DateOnly through)
        where TSegment : notnull => MovementsBy(segment, from, LocalDate.FromDateOnly(through));

    /// <summary>How long customers stay, as a window of days sees it: one tenure a customer, however many rows they have.</summary>
    /// <remarks>
    /// A customer stays from the first day with a subscription to the first day without one, by the rules for ends and gaps: a change of plan ends nothing, and
    /// neither does a gap of up to <see cref="SubscriptionRules.LongestGap"/>. Since who is gone may come back within it, the window ends by as many days
    /// earlier. Who comes back after a longer gap does not count a second time.
    /// </remarks>
    /// <param name="windowStart">The first day on which customers were watched; who came before it enters late.</param>
    /// <param name="windowEnd">The first day on which they were not any more, such as the day after the last that the rows cover.</param>
    /// <returns>The tenures in days of the customers that the window sees, for <see cref="SurvivalTally.FromTenures"/>.</returns>
    /// <exception cref="ArgumentException">A day is not in the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The window has no day, or not more than the longest gap has.</exception>
    public IEnumerable<Tenure> Tenures(LocalDate windowStart, LocalDate windowEnd)
    {
        CalendarGuard.Iso(windowStart);
        LocalDate settled = PeriodCount.Before(CalendarGuard.Iso(windowEnd), Rules.LongestGap);
        if (settled <= windowStart)
        {
            string rule = FormattableString.Invariant($"must be later than windowStart ({windowStart}) by more than the longest gap ({Rules.LongestGap})");
            throw Guard.Outside(nameof(windowEnd), rule, windowEnd);
        }

        return [.. accounts.Select(account => account.Tenure(windowStart, settled)).OfType<Tenure>()];
    }

    /// <inheritdoc cref="Tenures(LocalDate, LocalDate)"/>
    [OverloadResolutionPriority(-1)]
    public IEnumerable<Tenure> Tenures(DateOnly windowStart, DateOnly windowEnd) =>
        Tenures(LocalDate.FromDateOnly(windowStart), LocalDate.FromDateOnly(windowEnd));

    /// <summary>What was read, in English.</summary>
    /// <returns>Text for display, such as <c>1,203 customers; an end is the first day gone; any gap is churn; trials are left out</c>.</returns>
    public override string ToString() =>
        Phrases.JoinNotEmpty(
            "; ",
            Phrases.English.Observations(ObservationKind.Customer, Customers),
            SubscriptionWords.In(Rules, Phrases.English),
            SubscriptionWords.LeftOut(LeftOut, Phrases.English));

    private IEnumerable<IGrouping<TSegment, SubscriptionAccount<TKey>>> Segments<TSegment>(Func<Subscription<TKey>, TSegment> segment)
        where TSegment : notnull
    {
        Guard.NotNull(segment);
        return accounts.GroupBy(
            account => segment(account.First) is { } key ? key : throw new ArgumentNullException(nameof(segment), "segment must not return null"));
    }

    private KpiSeries<TKpi> Levels<TKpi>(CalendarPeriod from, LocalDate through, Func<LocalDate, TKpi> at)
        where TKpi : struct, IKpi<TKpi> =>
        KpiSeries.From(from.Unit, Periods(from, through).Select(period => (period, at(Closing(period, through)))))
            .Through(PeriodCount.Before(through, Rules.LongestGap));

    private SubscriptionMovements Between(IEnumerable<SubscriptionAccount<TKey>> customers, CalendarPeriod from, LocalDate through)
    {
        SubscriptionAccount<TKey>[] all = [.. customers];
        List<SubscriptionPeriod> periods = [];
        LocalDate opening = Checked(from, through).Start.PlusDays(-1);
        foreach (CalendarPeriod period in Periods(from, through))
        {
            LocalDate closing = Closing(period, through);
            periods.Add(SubscriptionPeriod.Of(
                period,
                all.Select(account => new SubscriptionMove(
                    account.At(opening), account.At(closing), account.WasActiveBy(opening), account.HadPaidBy(opening))),
                Currency));
            opening = closing;
        }

        return new(Rules, through, periods);
    }

    private static LocalDate Closing(CalendarPeriod period, LocalDate through) => LocalDate.Min(period.End, through);

    private static IEnumerable<CalendarPeriod> Periods(CalendarPeriod from, LocalDate through) => Enumerable
        .Range(0, PeriodCount.WithoutGaps(Checked(from, through), CalendarPeriod.Containing(from.Unit, through), nameof(through)))
        .Select(from.Plus);

    private static CalendarPeriod Checked(CalendarPeriod from, LocalDate through) => CalendarGuard.Iso(through) >= from.Start
        ? from.Start > LocalDate.MinIsoValue ? from : throw Guard.Outside(nameof(from), "must not begin on the first day of the calendar", from)
        : throw Guard.Outside(nameof(from), string.Create(CultureInfo.InvariantCulture, $"must not begin after through ({through})"), from);
}
