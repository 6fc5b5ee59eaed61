using CxKpi.Practices;
using NodaTime;

namespace CxKpi;

/// <summary>Divides KPIs by how often customers had been asked before.</summary>
public static class SolicitationExtensions
{
    /// <summary>A KPI of invitations, such as the response rate or the NPS, by the number of invitations that the same customer had shortly before.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TCustomer">The type of the key that identifies a customer.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows of the contact log; leave reminders out where they are not to count.</param>
    /// <param name="invitation">The invitation of a row.</param>
    /// <param name="days">How many days to look back, at least 1.</param>
    /// <param name="kpi">The KPI of a row; <c>default</c> where it has none, such as a score that was not given.</param>
    /// <returns>The segments by the number of earlier invitations within so many days, the smallest number first.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A row has no customer, or records were gathered under different rules.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is below 1 or above 36,525, a hundred years.</exception>
    /// <remarks>
    /// Customers who are asked often differ from others in more than that: they buy more and complain more. A lower rate among them does not prove that the
    /// asking lowered it.
    /// </remarks>
    public static Segments<int, TKpi> TallyByRecentInvitations<TRow, TCustomer, TKpi>(
        this IEnumerable<TRow> rows,
        Func<TRow, Invitation<TCustomer>> invitation,
        int days,
        Func<TRow, TKpi> kpi)
        where TCustomer : notnull
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(rows);
        Guard.NotNull(invitation);
        Guard.NotNull(kpi);
        Duration window = Duration.FromDays(CalendarGuard.Days(days));
        TRow[] given = [.. rows];
        Dictionary<TCustomer, List<(Instant At, int Row)>> byCustomer = [];
        for (int i = 0; i < given.Length; i++)
        {
            Invitation<TCustomer> sent = invitation(given[i]);
            TCustomer key = LogKey.Known(sent.Customer, i, nameof(rows), "a customer");
            if (!byCustomer.TryGetValue(key, out List<(Instant At, int Row)>? own))
            {
                byCustomer.Add(key, own = []);
            }

            own.Add((sent.At, i));
        }

        SortedDictionary<int, TKpi> records = [];
        foreach (List<(Instant At, int Row)> own in byCustomer.Values)
        {
            own.Sort();
            int oldest = 0, same = 0;
            for (int i = 0; i < own.Count; i++)
            {
                // Those of the very same instant were not sent before each other.
                same = own[same].At == own[i].At ? same : i;
                for (; own[i].At - own[oldest].At >= window; oldest++)
                {
                }

                int recent = Math.Max(0, same - oldest);
                records[recent] = records.GetValueOrDefault(recent).Combine(kpi(given[own[i].Row]));
            }
        }

        return new(new Dictionary<int, TKpi>(records));
    }
}
