using NodaTime;

namespace CxKpi.Value;

/// <summary>Turns a log of transactions into purchase histories, in one pass and with memory for each customer, not for each row.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>Rows of one customer and day are one purchase, whose amounts add up; by opportunities, rows of one customer and calendar unit are.</item>
/// <item>The first purchase is no repeat purchase. The last day of the calibration belongs to it, as that of the holdout belongs to the holdout.</item>
/// <item>A row of amount 0 is a purchase; a negative amount is a refund (<see cref="RefundPolicy"/>).</item>
/// <item>A refund in the holdout never changes the calibration, which must not know the future.</item>
/// <item>The rows of a customer come in the order of their days; customers may come in any order, one after the other or mixed.</item>
/// </list>
/// What was left out is counted by its reason in <see cref="PurchaseHistories{TKey}.Counts"/>.
/// </remarks>
public static partial class PurchaseLog
{
    /// <summary>Summarises the rows of a log by days, for models of customers who can buy on any day.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKey">The type of the key that identifies a customer.</typeparam>
    /// <param name="rows">The rows; those of one customer in the order of days.</param>
    /// <param name="customer">The customer of a row.</param>
    /// <param name="day">The day of a row, in the time zone of the shop.</param>
    /// <param name="amount">The amount of a row; negative for a refund.</param>
    /// <param name="unit">The unit of the histories' times.</param>
    /// <param name="calibrationEnd">The last day of the calibration, up to which the histories go.</param>
    /// <param name="holdoutEnd">The last day of the holdout after it, or <see langword="null"/> for none.</param>
    /// <param name="refunds">What refunds mean.</param>
    /// <returns>The histories.</returns>
    /// <exception cref="ArgumentNullException">The rows or a function is <see langword="null"/>, or a customer is.</exception>
    /// <exception cref="ArgumentException">A row lies before an earlier row of the same customer; the message names its position. Or a day is not of the ISO
    /// calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The unit or the policy is not a named value, or the holdout ends before it begins.</exception>
    /// <exception cref="OverflowException">An amount adds up to more than a <see cref="decimal"/> holds.</exception>
    public static PurchaseHistories<TKey> Summarise<TRow, TKey>(
        IEnumerable<TRow> rows,
        Func<TRow, TKey> customer,
        Func<TRow, LocalDate> day,
        Func<TRow, decimal> amount,
        CalendarUnit unit,
        LocalDate calibrationEnd,
        LocalDate? holdoutEnd = null,
        RefundPolicy refunds = RefundPolicy.Net)
        where TKey : notnull =>
        Summarised(rows, customer, day, amount, new(Guard.Defined(unit), PurchaseTiming.AnyDay), calibrationEnd, holdoutEnd, refunds);

    /// <summary>Summarises the rows of a log by opportunities, one a calendar unit, for models of customers who can buy once in each.</summary>
    /// <remarks>
    /// The calendar unit of a customer's first purchase is where times begin; each one after it, up to the end of the calibration, is an opportunity. However
    /// often a customer buys in one is one purchase of the total amount. <see cref="BgBb"/> takes such histories.
    /// </remarks>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKey">The type of the key that identifies a customer.</typeparam>
    /// <param name="rows">The rows; those of one customer in the order of days.</param>
    /// <param name="customer">The customer of a row.</param>
    /// <param name="day">The day of a row, in the time zone of the shop.</param>
    /// <param name="amount">The amount of a row; negative for a refund.</param>
    /// <param name="unit">The calendar unit that has one opportunity.</param>
    /// <param name="calibrationEnd">The last day of the calibration, which is the last day of a unit.</param>
    /// <param name="holdoutEnd">The last day of the holdout after it, which is the last day of a unit, or <see langword="null"/> for none.</param>
    /// <param name="refunds">What refunds mean.</param>
    /// <returns>The histories, whose times are whole.</returns>
    /// <exception cref="ArgumentNullException">The rows or a function is <see langword="null"/>, or a customer is.</exception>
    /// <exception cref="ArgumentException">A row lies before an earlier row of the same customer; the message names its position. Or a day is not of the ISO
    /// calendar, or lies before the first week of the calendar where weeks are asked for.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The unit or the policy is not a named value, an end is not the last day of a unit, or the holdout ends
    /// before it begins.</exception>
    /// <exception cref="OverflowException">An amount adds up to more than a <see cref="decimal"/> holds.</exception>
    public static PurchaseHistories<TKey> SummariseOpportunities<TRow, TKey>(
        IEnumerable<TRow> rows,
        Func<TRow, TKey> customer,
        Func<TRow, LocalDate> day,
        Func<TRow, decimal> amount,
        CalendarUnit unit,
        LocalDate calibrationEnd,
        LocalDate? holdoutEnd = null,
        RefundPolicy refunds = RefundPolicy.Net)
        where TKey : notnull =>
        Summarised(rows, customer, day, amount, new(Guard.Defined(unit), PurchaseTiming.Opportunities), calibrationEnd, holdoutEnd, refunds);

    private static PurchaseHistories<TKey> Summarised<TRow, TKey>(
        IEnumerable<TRow> rows,
        Func<TRow, TKey> customer,
        Func<TRow, LocalDate> day,
        Func<TRow, decimal> amount,
        HistoryClock clock,
        LocalDate calibrationEnd,
        LocalDate? holdoutEnd,
        RefundPolicy refunds)
        where TKey : notnull
    {
        Guard.NotNull(customer);
        Guard.NotNull(day);
        Guard.NotNull(amount);
        clock.End(calibrationEnd, nameof(calibrationEnd));
        if (holdoutEnd is { } end && clock.End(end, nameof(holdoutEnd)) <= calibrationEnd)
        {
            throw Guard.Outside(
                nameof(holdoutEnd),
                FormattableString.Invariant($"must lie after calibrationEnd ({calibrationEnd:uuuu-MM-dd})"),
                FormattableString.Invariant($"{end:uuuu-MM-dd}"));
        }

        PurchaseLogTally<TKey> tally = new(clock, calibrationEnd, holdoutEnd, Guard.Defined(refunds));
        long position = 0;
        foreach (TRow row in Guard.NotNull(rows))
        {
            tally.Add(customer(row), clock.Counts(day(row), nameof(day), position++), amount(row));
        }

        return tally.Histories();
    }
}
