using System.Runtime.CompilerServices;
using NodaTime;

namespace CxKpi.Value;

/// <content>The same doors for rows with days of the base class library.</content>
public static partial class PurchaseLog
{
    /// <inheritdoc
    /// cref="Summarise{TRow, TKey}(IEnumerable{TRow}, Func{TRow, TKey}, Func{TRow, LocalDate}, Func{TRow, decimal}, CalendarUnit, LocalDate, LocalDate?,
    /// RefundPolicy)"/>
    [OverloadResolutionPriority(-1)]
    public static PurchaseHistories<TKey> Summarise<TRow, TKey>(
        IEnumerable<TRow> rows,
        Func<TRow, TKey> customer,
        Func<TRow, DateOnly> day,
        Func<TRow, decimal> amount,
        CalendarUnit unit,
        DateOnly calibrationEnd,
        DateOnly? holdoutEnd = null,
        RefundPolicy refunds = RefundPolicy.Net)
        where TKey : notnull =>
        Summarise(rows, customer, Dated(day), amount, unit, LocalDate.FromDateOnly(calibrationEnd), Dated(holdoutEnd), refunds);

    /// <inheritdoc
    /// cref="SummariseOpportunities{TRow, TKey}(IEnumerable{TRow}, Func{TRow, TKey}, Func{TRow, LocalDate}, Func{TRow, decimal}, CalendarUnit, LocalDate,
    /// LocalDate?, RefundPolicy)"/>
    [OverloadResolutionPriority(-1)]
    public static PurchaseHistories<TKey> SummariseOpportunities<TRow, TKey>(
        IEnumerable<TRow> rows,
        Func<TRow, TKey> customer,
        Func<TRow, DateOnly> day,
        Func<TRow, decimal> amount,
        CalendarUnit unit,
        DateOnly calibrationEnd,
        DateOnly? holdoutEnd = null,
        RefundPolicy refunds = RefundPolicy.Net)
        where TKey : notnull =>
        SummariseOpportunities(rows, customer, Dated(day), amount, unit, LocalDate.FromDateOnly(calibrationEnd), Dated(holdoutEnd), refunds);

    private static LocalDate? Dated(DateOnly? day) => day is { } known ? LocalDate.FromDateOnly(known) : null;

    private static Func<TRow, LocalDate> Dated<TRow>(Func<TRow, DateOnly> day)
    {
        Guard.NotNull(day);
        return row => LocalDate.FromDateOnly(day(row));
    }
}
