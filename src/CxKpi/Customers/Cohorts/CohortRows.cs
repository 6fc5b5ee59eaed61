using System.Globalization;
using System.Runtime.InteropServices;
using NodaTime;

namespace CxKpi;

/// <summary>The customers of a log by the period in which they began, and in which periods they were seen.</summary>
/// <remarks>Periods are numbered backwards from the last complete one, which is 0; what is later than it is above 0.</remarks>
internal sealed class CohortRows<TKey>(CalendarPeriod lastComplete, CalendarPeriod? firstCohort)
    where TKey : notnull
{
    private readonly int? since = firstCohort is { } first ? PeriodCount.Between(lastComplete, CohortTable.Since(first, lastComplete)) : null;
    private readonly Dictionary<TKey, int> positions = [];
    private readonly List<int> firsts = [];
    private readonly List<(int Customer, int Period)> seen = [];

    internal IReadOnlyList<int> Firsts => firsts;

    /// <summary>The customers who began before the first cohort.</summary>
    internal long Earlier => firsts.LongCount(first => first < since);

    internal List<(int Customer, int Period)> Seen => seen;

    internal int PeriodOf(LocalDate day, string rows, long position) =>
        1 - PeriodCount.WithoutGaps(CalendarPeriod.Containing(lastComplete.Unit, day, rows, position), lastComplete, rows);

    /// <summary>The position of a customer, who began in a period or earlier.</summary>
    internal int Began(TKey customer, int period)
    {
        ref int position = ref CollectionsMarshal.GetValueRefOrAddDefault(positions, customer, out bool known);
        if (!known)
        {
            position = firsts.Count;
            firsts.Add(period);
        }
        else if (period < firsts[position])
        {
            firsts[position] = period;
        }

        return position;
    }

    /// <summary>The position of a customer who has begun; <see langword="null"/> for another.</summary>
    internal int? Find(TKey customer) => positions.TryGetValue(customer, out int position) ? position : null;

    internal void See(int customer, int period)
    {
        if (period <= 0)
        {
            seen.Add((customer, period));
        }
    }

    /// <summary>The cohorts of which a period at least is complete, in order of time.</summary>
    internal IEnumerable<(CalendarPeriod Period, int First, int[] Customers)> Cohorts() => firsts.Select((first, customer) => (first, customer))
        .Where(begun => begun.first <= 0 && !(begun.first < since))
        .GroupBy(begun => begun.first, begun => begun.customer)
        .OrderBy(cohort => cohort.Key)
        .Select(cohort => (lastComplete.Plus(cohort.Key), cohort.Key, cohort.ToArray()));

    /// <summary>Counts the customers of each cohort who were seen at each age.</summary>
    internal IEnumerable<Cohort<Retention>> Retained(bool orLater)
    {
        Dictionary<int, long[]> counts = Cohorts().ToDictionary(cohort => cohort.First, cohort => new long[1 - cohort.First]);
        seen.Sort();
        for (int i = 0; i < seen.Count; i++)
        {
            (int customer, int period) = seen[i];
            bool isLast = i + 1 == seen.Count || seen[i + 1].Customer != customer, isRepeated = !isLast && seen[i + 1].Period == period;
            if (isRepeated || (orLater && !isLast) || firsts[customer] < since)
            {
                continue;
            }

            long[] cells = counts[firsts[customer]];
            for (int age = orLater ? 0 : period - firsts[customer]; age <= period - firsts[customer]; age++)
            {
                cells[age]++;
            }
        }

        return Cohorts().Select(cohort => new Cohort<Retention>(
            cohort.Period,
            cohort.Customers.Length,
            counts[cohort.First].Select(count => new Retention(count, cohort.Customers.Length))));
    }

    /// <summary>The check that nobody is seen before they began.</summary>
    internal void CheckBegun(int customer, int period, long position, string rows)
    {
        if (period < firsts[customer])
        {
            string rule = string.Create(CultureInfo.InvariantCulture, $"must not lie before the customer's own period ({lastComplete.Plus(firsts[customer])})");
            throw Guard.OutsideAt(position, rows, rule, lastComplete.Plus(period));
        }
    }
}
