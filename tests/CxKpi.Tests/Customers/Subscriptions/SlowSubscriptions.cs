using NodaTime;

namespace CxKpi.Tests.Customers.Subscriptions;

/// <summary>Subscriptions day by day: who is a customer on each, and what they bring in a month.</summary>
internal sealed class SlowSubscriptions
{
    private readonly SubscriptionRules rules;
    private readonly SortedDictionary<LocalDate, Dictionary<int, decimal>> days = [];

    internal SlowSubscriptions(IReadOnlyCollection<Subscription<int>> rows, SubscriptionRules rules, LocalDate first, LocalDate last)
    {
        this.rules = rules;
        for (LocalDate day = first; day <= last; day = day.PlusDays(1))
        {
            days[day] = rows.Where(row => Holds(row, day))
                .GroupBy(row => row.Customer)
                .ToDictionary(customer => customer.Key, customer => Math.Round(customer.Sum(PerMonth), 4));
        }

        foreach (int customer in rows.Select(row => row.Customer).Distinct())
        {
            FillGaps(customer);
        }
    }

    internal Dictionary<int, decimal> On(LocalDate day) => days[day];

    internal CustomerFlow Flow(LocalDate opening, LocalDate closing) =>
        CustomerFlow.Between(On(opening).Keys, On(closing).Keys, Until(opening).SelectMany(day => day.Value.Keys));

    internal RevenueMovements Revenue(LocalDate opening, LocalDate closing)
    {
        HashSet<int> hadPaid = [.. Until(opening).SelectMany(day => day.Value.Where(level => level.Value > 0).Select(level => level.Key))];
        (int Customer, decimal Start, decimal End)[] levels = [.. Accounts(opening, closing)];
        return new(
            levels.Sum(level => level.Start),
            levels.Where(level => level.Start == 0 && !hadPaid.Contains(level.Customer)).Sum(level => level.End),
            levels.Where(level => level.Start == 0 && hadPaid.Contains(level.Customer)).Sum(level => level.End),
            levels.Where(level => level.Start > 0 && level.End > level.Start).Sum(level => level.End - level.Start),
            levels.Where(level => level.End > 0 && level.End < level.Start).Sum(level => level.Start - level.End),
            levels.Where(level => level.End == 0).Sum(level => level.Start));
    }

    internal IEnumerable<(int Customer, decimal Start, decimal End)> Accounts(LocalDate opening, LocalDate closing) => On(opening).Keys
        .Union(On(closing).Keys)
        .Select(customer => (customer, On(opening).GetValueOrDefault(customer), On(closing).GetValueOrDefault(customer)));

    private IEnumerable<KeyValuePair<LocalDate, Dictionary<int, decimal>>> Until(LocalDate day) => days.TakeWhile(each => each.Key <= day);

    private bool Holds(Subscription<int> row, LocalDate day) =>
        (!row.IsTrial || rules.TrialsAreCustomers)
        && row.Start <= day
        && (row.End is not { } end || (rules.End == SubscriptionEnd.LastPaidDay ? day <= end : day < end));

    private static decimal PerMonth(Subscription<int> row) => row.Per switch
    {
        CalendarUnit.Month => row.Amount,
        CalendarUnit.Quarter => row.Amount / 3,
        CalendarUnit.Year => row.Amount / 12,
        _ => throw new ArgumentOutOfRangeException(nameof(row), row.Per, "a month has no whole number of these"),
    };

    private void FillGaps(int customer)
    {
        LocalDate[] active = [.. days.Where(day => day.Value.ContainsKey(customer)).Select(day => day.Key)];
        foreach ((LocalDate last, LocalDate next) in active.Zip(active.Skip(1)))
        {
            if (Period.DaysBetween(last, next) - 1 <= rules.LongestGap)
            {
                for (LocalDate day = last.PlusDays(1); day < next; day = day.PlusDays(1))
                {
                    days[day][customer] = days[last][customer];
                }
            }
        }
    }
}
