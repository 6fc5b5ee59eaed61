using System.Numerics;

namespace CxKpi;

/// <summary>Lets one record stand for many that are alike, which is how counted rows enter.</summary>
public static class CountExtensions
{
    /// <summary>The record as if its evidence had been observed that many times.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="record">The record, such as that of one answer.</param>
    /// <param name="count">How often it was observed; not negative.</param>
    /// <returns>The record combined with itself; without data when <paramref name="count"/> is 0.</returns>
    /// <remarks>
    /// Rows of an answer and its count come from every engine that groups: <c>Nps.FromAnswer(row.Answer).Times(row.Count)</c> is the record of such a row.
    /// The record is doubled, so a million costs twenty additions.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    /// <exception cref="OverflowException">A count or a sum would exceed the range of its type.</exception>
    public static TKpi Times<TKpi>(this TKpi record, long count)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNegative(count);
        if (count == 0)
        {
            return default;
        }

        TKpi total = record;
        for (int bit = BitOperations.Log2((ulong)count) - 1; bit >= 0; bit--)
        {
            total = total.Combine(total);
            if (((count >> bit) & 1) == 1)
            {
                total = total.Combine(record);
            }
        }

        return total;
    }
}
