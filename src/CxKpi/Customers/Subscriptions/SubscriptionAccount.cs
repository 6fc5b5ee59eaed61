using NodaTime;

namespace CxKpi;

/// <summary>One customer over time: the steps that all their subscriptions together make.</summary>
internal sealed class SubscriptionAccount<TKey>
    where TKey : notnull
{
    private readonly SubscriptionStep[] steps;

    internal SubscriptionAccount(Subscription<TKey> first, IEnumerable<SubscriptionRun> runs, int longestGap)
    {
        First = first;
        steps = [.. Steps(runs, longestGap)];
        PaidSince = steps.Where(step => step.Level > 0).Select(step => (LocalDate?)step.From).FirstOrDefault();
    }

    /// <summary>The row with which the customer began.</summary>
    internal Subscription<TKey> First { get; }

    /// <summary>The first day with a subscription.</summary>
    internal LocalDate Since => steps[0].From;

    /// <summary>The first day on which something was paid; <see langword="null"/> when it never was.</summary>
    internal LocalDate? PaidSince { get; }

    internal SubscriptionStep At(LocalDate day)
    {
        int low = 0, high = steps.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = steps[middle].From <= day ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? default : steps[low - 1];
    }

    /// <summary>How long the customer was one without interruption from the beginning, as a window of days sees it.</summary>
    internal Tenure? Tenure(LocalDate windowStart, LocalDate windowEnd) => CxKpi.Tenure.FromSubscription(
        Since,
        steps.Where(step => !step.IsActive).Select(step => (LocalDate?)step.From).FirstOrDefault(),
        windowStart,
        windowEnd);

    /// <summary>Whether a subscription had held by the end of a day.</summary>
    internal bool WasActiveBy(LocalDate day) => Since <= day;

    /// <summary>Whether something had been paid by the end of a day.</summary>
    internal bool HadPaidBy(LocalDate day) => PaidSince <= day;

    private static IEnumerable<SubscriptionStep> Steps(IEnumerable<SubscriptionRun> runs, int longestGap)
    {
        List<(LocalDate Day, int Change, decimal Amount)> changes = [];
        foreach (SubscriptionRun run in runs)
        {
            changes.Add((run.From, 1, run.Amount));
            if (run.Until is { } until)
            {
                changes.Add((until, -1, -run.Amount));
            }
        }

        changes.Sort((one, other) => one.Day.CompareTo(other.Day));
        int running = 0, next = 0;
        decimal amount = 0;
        while (next < changes.Count)
        {
            LocalDate day = changes[next].Day;
            for (; next < changes.Count && changes[next].Day == day; next++)
            {
                running += changes[next].Change;
                amount += changes[next].Amount;
            }

            // What long fractions of exchange rates leave behind is nothing, and so is a zero below 0.
            amount = running > 0 && amount > 0 ? amount : 0;

            // After a gap that is no churn it goes on as if it had never been interrupted.
            if (running > 0 || next == changes.Count || PeriodCount.Days(day, changes[next].Day) > longestGap)
            {
                yield return new(day, running > 0, SubscriptionRun.PerMonth(amount));
            }
        }
    }
}
