using System.Runtime.CompilerServices;
using NodaTime;

namespace CxKpi;

/// <content>The same doors for rows with days of the base class library.</content>
public static partial class CohortTable
{
    /// <inheritdoc cref="FromActivity{T, TKey}(IEnumerable{T}, Func{T, TKey}, Func{T, LocalDate}, CalendarPeriod, CohortMeasure, CalendarPeriod?)"/>
    [OverloadResolutionPriority(-1)]
    public static CohortTable<Retention> FromActivity<T, TKey>(
        IEnumerable<T> activity,
        Func<T, TKey> customer,
        Func<T, DateOnly> day,
        CalendarPeriod lastComplete,
        CohortMeasure measure = CohortMeasure.InPeriod,
        CalendarPeriod? firstCohort = null)
        where TKey : notnull => FromActivity(activity, customer, Dated(day), lastComplete, measure, firstCohort);

    /// <inheritdoc
    /// cref="FromActivity{TKey}(IEnumerable{ValueTuple{TKey, LocalDate}}, IEnumerable{ValueTuple{TKey, LocalDate}}, CalendarPeriod, CohortMeasure,
    /// CalendarPeriod?)"/>
    [OverloadResolutionPriority(-1)]
    public static CohortTable<Retention> FromActivity<TKey>(
        IEnumerable<(TKey Customer, DateOnly Acquired)> customers,
        IEnumerable<(TKey Customer, DateOnly Day)> activity,
        CalendarPeriod lastComplete,
        CohortMeasure measure = CohortMeasure.InPeriod,
        CalendarPeriod? firstCohort = null)
        where TKey : notnull => FromActivity(
            Guard.NotNull(customers).Select(row => (row.Customer, LocalDate.FromDateOnly(row.Acquired))),
            Guard.NotNull(activity).Select(row => (row.Customer, LocalDate.FromDateOnly(row.Day))),
            lastComplete,
            measure,
            firstCohort);

    /// <inheritdoc cref="FromSubscriptions{T, TKey}(IEnumerable{T}, Func{T, TKey}, Func{T, LocalDate}, Func{T, LocalDate?}, CalendarPeriod, CalendarPeriod?)"/>
    [OverloadResolutionPriority(-1)]
    public static CohortTable<Retention> FromSubscriptions<T, TKey>(
        IEnumerable<T> subscriptions,
        Func<T, TKey> customer,
        Func<T, DateOnly> start,
        Func<T, DateOnly?> end,
        CalendarPeriod lastComplete,
        CalendarPeriod? firstCohort = null)
        where TKey : notnull
    {
        Guard.NotNull(end);
        return FromSubscriptions(
            subscriptions,
            customer,
            Dated(start),
            row => end(row) is { } last ? LocalDate.FromDateOnly(last) : (LocalDate?)null,
            lastComplete,
            firstCohort);
    }

    /// <inheritdoc
    /// cref="FromOrders{T, TKey}(IEnumerable{T}, Func{T, TKey}, Func{T, LocalDate}, Func{T, decimal}, CalendarPeriod, CohortMeasure, string,
    /// CalendarPeriod?)"/>
    [OverloadResolutionPriority(-1)]
    public static CohortTable<HistoricalCustomerValue> FromOrders<T, TKey>(
        IEnumerable<T> orders,
        Func<T, TKey> customer,
        Func<T, DateOnly> day,
        Func<T, decimal> amount,
        CalendarPeriod lastComplete,
        CohortMeasure measure = CohortMeasure.UpToPeriodEnd,
        string? currency = null,
        CalendarPeriod? firstCohort = null)
        where TKey : notnull => FromOrders(orders, customer, Dated(day), amount, lastComplete, measure, currency, firstCohort);

    private static Func<T, LocalDate> Dated<T>(Func<T, DateOnly> day, [CallerArgumentExpression(nameof(day))] string name = "")
    {
        Guard.NotNull(day, name);
        return row => LocalDate.FromDateOnly(day(row));
    }
}
