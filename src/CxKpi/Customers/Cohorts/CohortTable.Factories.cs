using NodaTime;

namespace CxKpi;

/// <summary>Creates cohort tables from logs of activity, subscriptions and orders, and tests whether cohorts differ.</summary>
public static partial class CohortTable
{
    // More than anybody turns over, and little enough for the squares of customers' sums to be kept.
    private const decimal MostSpent = 1e22m;

    /// <summary>Counts who of the customers that began in a period was active later, from a log of their activity.</summary>
    /// <typeparam name="T">The type of a row.</typeparam>
    /// <typeparam name="TKey">The type of the key that identifies a customer.</typeparam>
    /// <param name="activity">The rows, such as orders or visits, in any order; what is later than <paramref name="lastComplete"/> is ignored.</param>
    /// <param name="customer">The customer of a row.</param>
    /// <param name="day">The day of a row, in one time zone.</param>
    /// <param name="lastComplete">The last period that is over; cohorts and ages have its unit.</param>
    /// <param name="measure"><see cref="CohortMeasure.InPeriod"/> or <see cref="CohortMeasure.InPeriodOrLater"/>.</param>
    /// <param name="firstCohort">
    /// The first period whose newcomers are known to be new; customers who began before it are left out, and counted as
    /// <see cref="CohortTable{TKpi}.EarlierCustomers"/>. State it wherever the rows begin later than the customers did; all cohorts when left out.
    /// </param>
    /// <returns>The table. A customer begins in the period of the first row, so that the cells of age 0 are 1.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A row has no customer (the message names its position), a day is not of the ISO calendar, or the first cohort has
    /// another unit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The measure is another, or the first cohort is later than the last complete period.</exception>
    public static CohortTable<Retention> FromActivity<T, TKey>(
        IEnumerable<T> activity,
        Func<T, TKey> customer,
        Func<T, LocalDate> day,
        CalendarPeriod lastComplete,
        CohortMeasure measure = CohortMeasure.InPeriod,
        CalendarPeriod? firstCohort = null)
        where TKey : notnull
    {
        Guard.NotNull(customer);
        Guard.NotNull(day);
        bool orLater = IsOrLater(measure);
        CohortRows<TKey> rows = new(lastComplete, firstCohort);
        long position = 0;
        foreach (T row in Guard.NotNull(activity))
        {
            int period = rows.PeriodOf(day(row), nameof(activity), position);
            rows.See(rows.Began(LogKey.Known(customer(row), position++, nameof(activity), "a customer"), period), period);
        }

        return new(lastComplete, measure, rows.Retained(orLater), firstCohort, rows.Earlier);
    }

    /// <summary>Counts who of the customers that were acquired in a period was active later.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a customer.</typeparam>
    /// <param name="customers">Each customer once, with the day on which they were acquired.</param>
    /// <param name="activity">The customer and the day of each activity, in any order; what is later than <paramref name="lastComplete"/> is ignored.</param>
    /// <param name="lastComplete">The last period that is over; cohorts and ages have its unit.</param>
    /// <param name="measure"><see cref="CohortMeasure.InPeriod"/> or <see cref="CohortMeasure.InPeriodOrLater"/>.</param>
    /// <param name="firstCohort">
    /// The first period whose newcomers are known to be new; customers who began before it are left out, and counted as
    /// <see cref="CohortTable{TKpi}.EarlierCustomers"/>. State it wherever the rows begin later than the customers did; all cohorts when left out.
    /// </param>
    /// <returns>The table, which counts customers who were never active as well.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A customer is <see langword="null"/>, occurs twice, or is active without having been acquired; a day is not of
    /// the ISO calendar; or the first cohort has another unit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The measure is another, an activity lies in a period before that of its customer, or the first
    /// cohort is later than the last complete period.</exception>
    public static CohortTable<Retention> FromActivity<TKey>(
        IEnumerable<(TKey Customer, LocalDate Acquired)> customers,
        IEnumerable<(TKey Customer, LocalDate Day)> activity,
        CalendarPeriod lastComplete,
        CohortMeasure measure = CohortMeasure.InPeriod,
        CalendarPeriod? firstCohort = null)
        where TKey : notnull
    {
        bool orLater = IsOrLater(measure);
        CohortRows<TKey> rows = new(lastComplete, firstCohort);
        long position = 0;
        foreach ((TKey customer, LocalDate acquired) in Guard.NotNull(customers))
        {
            if (rows.Began(LogKey.Known(customer, position, nameof(customers), "a customer"), rows.PeriodOf(acquired, nameof(customers), position)) != position)
            {
                throw Misplaced("must have each customer once", position, customer, nameof(customers));
            }

            position++;
        }

        position = 0;
        foreach ((TKey customer, LocalDate day) in Guard.NotNull(activity))
        {
            int found = rows.Find(LogKey.Known(customer, position, nameof(activity), "a customer"))
                ?? throw Misplaced("must be of customers who were acquired", position, customer, nameof(activity));
            int period = rows.PeriodOf(day, nameof(activity), position);
            rows.CheckBegun(found, period, position++, nameof(activity));
            rows.See(found, period);
        }

        return new(lastComplete, measure, rows.Retained(orLater), firstCohort, rows.Earlier);
    }

    /// <summary>Counts who of the customers that subscribed in a period was one on the last day of each later one.</summary>
    /// <typeparam name="T">The type of a subscription.</typeparam>
    /// <typeparam name="TKey">The type of the key that identifies a customer.</typeparam>
    /// <param name="subscriptions">The subscriptions in any order; a customer may have several.</param>
    /// <param name="customer">The customer of a subscription.</param>
    /// <param name="start">The first day of a subscription.</param>
    /// <param name="end">The first day after it; <see langword="null"/> for one that runs on.</param>
    /// <param name="lastComplete">The last period that is over; cohorts and ages have its unit.</param>
    /// <param name="firstCohort">
    /// The first period whose newcomers are known to be new; customers who began before it are left out, and counted as
    /// <see cref="CohortTable{TKpi}.EarlierCustomers"/>. State it wherever the rows begin later than the customers did; all cohorts when left out.
    /// </param>
    /// <returns>The table. A customer begins with the first subscription, and may be none any more at the end of that period.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A subscription has no customer (the message names its position), a day is not of the ISO calendar, or the first
    /// cohort has another unit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A subscription ends before it starts (the message names its position), or the first cohort is later than
    /// the last complete period.</exception>
    public static CohortTable<Retention> FromSubscriptions<T, TKey>(
        IEnumerable<T> subscriptions,
        Func<T, TKey> customer,
        Func<T, LocalDate> start,
        Func<T, LocalDate?> end,
        CalendarPeriod lastComplete,
        CalendarPeriod? firstCohort = null)
        where TKey : notnull
    {
        Guard.NotNull(customer);
        Guard.NotNull(start);
        Guard.NotNull(end);
        CohortRows<TKey> rows = new(lastComplete, firstCohort);
        long position = 0;
        foreach (T subscription in Guard.NotNull(subscriptions))
        {
            LocalDate first = CalendarGuard.Iso(start(subscription), nameof(subscriptions), position);
            LocalDate? last = end(subscription) is { } stated ? CalendarGuard.Iso(stated, nameof(subscriptions), position) : null;
            int from = rows.PeriodOf(first, nameof(subscriptions), position);
            int who = rows.Began(LogKey.Known(customer(subscription), position, nameof(subscriptions), "a customer"), from);
            if (last < first)
            {
                throw Guard.OutsideAt(position, nameof(subscriptions), FormattableString.Invariant($"must not end before they start ({first})"), last, ", end");
            }

            // On the last day of the period in which it ended, a subscription was none any more.
            int until = last is { } ended ? Math.Min(0, rows.PeriodOf(ended, nameof(subscriptions), position) - 1) : 0;
            for (int period = from; period <= until; period++)
            {
                rows.See(who, period);
            }

            position++;
        }

        return new(lastComplete, CohortMeasure.AtPeriodEnd, rows.Retained(orLater: false), firstCohort, rows.Earlier);
    }

    /// <summary>Calculates what the customers that began in a period spent, each on average.</summary>
    /// <typeparam name="T">The type of an order.</typeparam>
    /// <typeparam name="TKey">The type of the key that identifies a customer.</typeparam>
    /// <param name="orders">The orders in any order; a return is a negative amount of its customer. What is later than <paramref name="lastComplete"/> is
    /// ignored.</param>
    /// <param name="customer">The customer of an order.</param>
    /// <param name="day">The day of an order, in one time zone.</param>
    /// <param name="amount">The amount of an order.</param>
    /// <param name="lastComplete">The last period that is over; cohorts and ages have its unit.</param>
    /// <param name="measure"><see cref="CohortMeasure.UpToPeriodEnd"/> for all that they spent so far, or <see cref="CohortMeasure.InPeriod"/>.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <param name="firstCohort">
    /// The first period whose newcomers are known to be new; customers who began before it are left out, and counted as
    /// <see cref="CohortTable{TKpi}.EarlierCustomers"/>. State it wherever the rows begin later than the customers did; all cohorts when left out.
    /// </param>
    /// <returns>The table of revenue per customer acquired, whether or not they ordered again.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An order has no customer (the message names its position), a day is not of the ISO calendar, the first cohort has
    /// another unit, or the currency is not a code of three capital letters.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The measure is another, the first cohort is later than the last complete period, or the amounts add up to
    /// more than 1e22 regardless of their signs (the message names the position at which they do).</exception>
    public static CohortTable<HistoricalCustomerValue> FromOrders<T, TKey>(
        IEnumerable<T> orders,
        Func<T, TKey> customer,
        Func<T, LocalDate> day,
        Func<T, decimal> amount,
        CalendarPeriod lastComplete,
        CohortMeasure measure = CohortMeasure.UpToPeriodEnd,
        string? currency = null,
        CalendarPeriod? firstCohort = null)
        where TKey : notnull
    {
        Guard.NotNull(customer);
        Guard.NotNull(day);
        Guard.NotNull(amount);
        if (measure is not (CohortMeasure.UpToPeriodEnd or CohortMeasure.InPeriod))
        {
            throw Guard.Outside(nameof(measure), $"must be {nameof(CohortMeasure.UpToPeriodEnd)} or {nameof(CohortMeasure.InPeriod)}", measure);
        }

        CohortRows<TKey> rows = new(lastComplete, firstCohort);
        List<(int Customer, int Period, decimal Amount)> spent = [];
        long position = 0;
        decimal room = MostSpent;
        foreach (T order in Guard.NotNull(orders))
        {
            (int period, decimal value) = (rows.PeriodOf(day(order), nameof(orders), position), amount(order));
            room = Math.Abs(value) <= room
                ? room - Math.Abs(value)
                : throw Guard.OutsideAt(position, nameof(orders), "must not add up to more than 1e22", value, ", amount");
            spent.Add((rows.Began(LogKey.Known(customer(order), position++, nameof(orders), "a customer"), period), period, value));
        }

        return new(lastComplete, measure, Spending(rows, spent, measure, currency), firstCohort, rows.Earlier);
    }

    /// <summary>Tests whether cohorts differ at an age, by Pearson's chi-square test.</summary>
    /// <param name="table">The table.</param>
    /// <param name="age">The number of periods since the cohort's own; not negative.</param>
    /// <returns>The test over the cohorts that are old enough; <see langword="null"/> when these are fewer than two.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="age"/> is negative.</exception>
    public static SignificanceTest? Equality(this CohortTable<Retention> table, int age) =>
        SampleTests.Equality(OldEnough(table, age).Select(cohort => cohort.Cells[age].Evidence));

    /// <summary>Tests whether later cohorts stay more or less often than earlier ones at an age, by the test of Cochran and Armitage.</summary>
    /// <param name="table">The table.</param>
    /// <param name="age">The number of periods since the cohort's own; not negative.</param>
    /// <returns>
    /// The test over the cohorts that are old enough, whose effect size is the change of the share from one period to the next; <see langword="null"/> when
    /// these are fewer than two.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="age"/> is negative.</exception>
    public static SignificanceTest? Trend(this CohortTable<Retention> table, int age)
    {
        Cohort<Retention>[] cohorts = OldEnough(table, age);
        return SampleTests.Trend(
            cohorts.Select(cohort => cohort.Cells[age].Evidence),
            cohorts.Select(cohort => (double)PeriodCount.Between(cohorts[0].Period, cohort.Period)));
    }

    private static Cohort<Retention>[] OldEnough(CohortTable<Retention> table, int age)
    {
        Guard.NotNegative(age);
        return [.. Guard.NotNull(table).Cohorts.Where(cohort => cohort.Cells.Count > age)];
    }

    private static ArgumentException Misplaced<TKey>(string rule, long position, TKey customer, string name)
        where TKey : notnull => new(FormattableString.Invariant($"{name} {rule} (at position {position}); got {TableLabel.OfKey(customer)}"), name);

    /// <summary>The first cohort, when the table can begin with it.</summary>
    internal static CalendarPeriod Since(CalendarPeriod firstCohort, CalendarPeriod lastComplete) =>
        CalendarGuard.OfUnit(firstCohort, lastComplete.Unit).CompareTo(lastComplete) <= 0
            ? firstCohort
            : throw Guard.Outside(nameof(firstCohort), FormattableString.Invariant($"must not be later than lastComplete ({lastComplete})"), firstCohort);

    private static bool IsOrLater(CohortMeasure measure) => measure switch
    {
        CohortMeasure.InPeriod => false,
        CohortMeasure.InPeriodOrLater => true,
        _ => throw Guard.Outside(nameof(measure), $"must be {nameof(CohortMeasure.InPeriod)} or {nameof(CohortMeasure.InPeriodOrLater)}", measure),
    };

    private static IEnumerable<Cohort<HistoricalCustomerValue>> Spending<TKey>(
        CohortRows<TKey> rows,
        List<(int Customer, int Period, decimal Amount)> spent,
        CohortMeasure measure,
        string? currency)
        where TKey : notnull
    {
        decimal[] totals = new decimal[rows.Firsts.Count];
        ILookup<(int First, int Period), (int Customer, decimal Amount)> orders = spent.ToLookup(
            order => (rows.Firsts[order.Customer], order.Period), order => (order.Customer, order.Amount));
        foreach ((CalendarPeriod period, int first, int[] customers) in rows.Cohorts())
        {
            List<HistoricalCustomerValue> cells = [];
            for (int now = first; now <= 0; now++)
            {
                if (measure == CohortMeasure.InPeriod)
                {
                    Array.ForEach(customers, customer => totals[customer] = 0);
                }

                foreach ((int customer, decimal amount) in orders[(first, now)])
                {
                    totals[customer] += amount;
                }

                RatioTally evidence = RatioTally.FromValues(customers.Select(customer => totals[customer]));
                cells.Add(new(evidence, currency, CustomerValueBasis.Revenue));
            }

            yield return new(period, customers.Length, cells);
        }
    }
}
