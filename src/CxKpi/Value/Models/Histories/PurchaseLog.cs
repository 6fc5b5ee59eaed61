using NodaTime;

namespace CxKpi.Value;

/// <summary>Turns a log of transactions into purchase histories, in one pass and with memory for each customer, not for each row.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>Rows of one customer and day are one purchase, whose amounts add up.</item>
/// <item>The first purchase is no repeat purchase. The last day of the calibration belongs to it, as that of the holdout belongs to the holdout.</item>
/// <item>A row of amount 0 is a purchase; a negative amount is a refund (<see cref="RefundPolicy"/>).</item>
/// <item>A refund in the holdout never changes the calibration, which must not know the future.</item>
/// <item>The rows of a customer come in the order of their days; customers may come in any order, one after the other or mixed.</item>
/// </list>
/// What was left out is counted by its reason in <see cref="PurchaseHistories{TKey}.Counts"/>.
/// </remarks>
public static class PurchaseLog
{
    /// <summary>Summarises the rows of a log.</summary>
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
    /// <exception cref="ArgumentException">A row lies before an earlier row of the same customer; the message names its position.</exception>
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
        where TKey : notnull
    {
        Guard.NotNull(customer);
        Guard.NotNull(day);
        Guard.NotNull(amount);
        Guard.Defined(unit);
        if (holdoutEnd <= calibrationEnd)
        {
            throw Guard.Outside(nameof(holdoutEnd), $"must lie after calibrationEnd ({calibrationEnd:uuuu-MM-dd})", $"{holdoutEnd:uuuu-MM-dd}");
        }

        PurchaseLogTally<TKey> tally = new(calibrationEnd, holdoutEnd, Guard.Defined(refunds));
        foreach (TRow row in Guard.NotNull(rows))
        {
            tally.Add(customer(row), day(row), amount(row));
        }

        return tally.Histories(unit);
    }
}
