using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Customers.Subscriptions;

/// <summary>Few customers with many subscriptions: they overlap, follow each other with and without gaps, and end on the day they begin.</summary>
internal static class SomeSubscriptions
{
    internal static readonly LocalDate First = new(2025, 1, 1), Last = new(2025, 9, 30);

    internal static readonly CalendarPeriod January = CalendarPeriod.Month(2025, 1);

    internal static Gen<SubscriptionRules> Rules =>
        from end in Gen.Elements(SubscriptionEnd.FirstDayGone, SubscriptionEnd.LastPaidDay)
        from gap in Gen.Elements(0, 0, 3, 40)
        from trials in Gen.Elements(true, false)
        select new SubscriptionRules { End = end, LongestGap = gap, TrialsAreCustomers = trials };

    internal static Gen<Subscription<int>[]> Rows => Row.ListOf().Select(rows => rows.ToArray());

    private static Gen<Subscription<int>> Row =>
        from customer in Gen.Choose(0, 4)
        from start in Gen.Choose(0, 150)
        from days in Gen.Frequency((1, Gen.Constant(-1)), (1, Gen.Constant(0)), (4, Gen.Choose(0, 90)))
        from amount in Gen.Elements(0m, 10m, 25.5m, 99.99m)
        from per in Gen.Elements(CalendarUnit.Month, CalendarUnit.Month, CalendarUnit.Quarter, CalendarUnit.Year)
        from plan in Gen.Elements("solo", "team")
        from isTrial in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new Subscription<int>(customer, First.PlusDays(start), days < 0 ? null : First.PlusDays(start + days), amount)
        {
            Per = per,
            Plan = plan,
            IsTrial = isTrial,
        };
}
