using NodaTime;

namespace CxKpi.Engines.Tests;

/// <summary>What every engine must do as memory does, beyond a tally of a table: missing keys, missing answers, no rows, and groups of groups.</summary>
internal static class Checks
{
    internal static IReadOnlyList<(string Name, Action<IQueryable<Order>> Check)> All { get; } =
    [
        ("a missing text as a key throws", rows =>
        {
            Assert.Throws<ArgumentNullException>("key", () => Order.All.TallyBy(row => row.Campaign!, row => Nps.FromAnswer(row.Score)));
            ArgumentNullException error = Assert.Throws<ArgumentNullException>(
                "key", () => rows.TallyBy(row => row.Campaign!, row => Nps.FromAnswer(row.Score)));
            Assert.Contains("leave such rows out, or give them a key of their own", error.Message, StringComparison.Ordinal);
        }),
        ("a missing enum as a key throws", rows =>
        {
            Assert.Throws<InvalidOperationException>(() => Order.All.TallyBy(row => row.Referrer!.Value, row => Nps.FromAnswer(row.Score)));
            Assert.Throws<InvalidOperationException>(() => rows.TallyBy(row => row.Referrer!.Value, row => Nps.FromAnswer(row.Score)));
        }),
        ("a missing cluster throws", rows =>
        {
            Assert.Throws<ArgumentNullException>("cluster", () => Order.All.Tally(row => Nps.FromAnswer(row.Score), row => row.Campaign!));
            Assert.Throws<ArgumentNullException>("cluster", () => rows.Tally(row => Nps.FromAnswer(row.Score), row => row.Campaign!));
        }),
        ("rows without the missing are tallied", rows => Same.As(
            Order.All.Where(row => row.Referrer != null && row.Campaign != null)
                .TallyBy(row => (row.Referrer!.Value, row.Campaign!), row => Nps.FromAnswer(row.Score)),
            rows.Where(row => row.Referrer != null && row.Campaign != null)
                .TallyBy(row => ValueTuple.Create(row.Referrer!.Value, row.Campaign!), row => Nps.FromAnswer(row.Score)))),
        ("nothing but missing answers", rows =>
        {
            Order[] own = [.. Order.All.Where(row => row.Score == null)];
            IQueryable<Order> missing = rows.Where(row => row.Score == null);
            Assert.Equal(own.Length, own.Tally(row => Nps.FromAnswer(row.Score)).Excluded.Missing);
            Same.As(own.Tally(row => Nps.FromAnswer(row.Score)), missing.Tally(row => Nps.FromAnswer(row.Score)));
            Same.As(
                own.TallyBy(row => row.Channel, row => PurchaseProbability.FromAnswer(row.Score)),
                missing.TallyBy(row => row.Channel, row => PurchaseProbability.FromAnswer(row.Score)));
            Same.As(
                own.TallyBy(CalendarUnit.Month, row => row.Day, row => Nps.FromAnswer(row.Score)),
                missing.TallyBy(CalendarUnit.Month, row => row.Day, row => Nps.FromAnswer(row.Score)));
        }),
        ("no rows", rows =>
        {
            IQueryable<Order> none = rows.Where(row => row.Id < 0);
            Assert.Equal(default, none.Tally(row => Nps.FromAnswer(row.Score)));
            Assert.Equal(default, none.Tally(row => new Revenue(row.Amount, "EUR")));
            Assert.Equal(default, none.Tally(row => new AverageOrderValue(row.Amount, 1)));
            Assert.Equal(default, none.Tally(row => new MeanRating(MeanTally.One(row.Satisfaction), RatingScale.OneToFive)));
            Assert.Empty(none.TallyBy(row => row.Channel, row => Nps.FromAnswer(row.Score)));
            Assert.Empty(none.TallyBy(CalendarUnit.Month, row => row.Day, row => new Revenue(row.Amount, "EUR")));
        }),
        ("how often customers bought", rows => Same.As(
            Order.All.GroupBy(row => row.Customer).Tally(own => new RepeatPurchaseRate(own.Count() > 1 ? 1 : 0, 1)),
            rows.GroupBy(row => row.Customer).Select(own => new { Orders = own.Count() }).Tally(own => new RepeatPurchaseRate(own.Orders > 1 ? 1 : 0, 1)))),
        ("how often customers of each channel bought", rows => Same.As(
            Order.All.GroupBy(row => (row.Customer, row.Channel)).TallyBy(own => own.Key.Channel, own => new PurchaseFrequency(own.Count(), 1)),
            rows.GroupBy(row => new { row.Customer, row.Channel }).Select(own => new { own.Key.Channel, Orders = own.Count() })
                .TallyBy(own => own.Channel, own => new PurchaseFrequency(own.Orders, 1)))),
        ("what customers of each channel are worth", rows => Same.As(
            Order.All.GroupBy(row => (row.Customer, row.Channel))
                .TallyBy(own => own.Key.Channel, own => new HistoricalCustomerValue(own.Sum(row => row.Amount), 1)),
            rows.GroupBy(row => new { row.Customer, row.Channel }).Select(own => new { own.Key.Channel, Total = own.Sum(row => row.Amount) })
                .TallyBy(own => own.Channel, own => new HistoricalCustomerValue(own.Total, 1)))),
        ("times with an offset, by the column itself", rows => Same.As(
            Order.All.TallyBy(
                CalendarUnit.Week, row => row.Sent, DateTimeZoneProviders.Tzdb["Asia/Kolkata"], row => Nps.FromAnswer(row.Score)),
            rows.TallyBy(
                CalendarUnit.Week,
                row => Instant.FromDateTimeOffset(row.Sent),
                DateTimeZoneProviders.Tzdb["Asia/Kolkata"],
                row => Nps.FromAnswer(row.Score)))),
        ("amounts that memory refuses", rows =>
        {
            Refused(rows, row => new UnitCost(row.Amount, 1, CostUnit.Order));
            Refused(rows, row => new QualityScore(row.Items, 7));
            Refused(rows, row => new Revenue(row.Amount, row.IsReturned ? 0 : 1));
            Refused(rows, row => new ContactRate(row.Items, row.IsReturned ? 0 : 1));
            Refused(rows, row => new ComplaintRate(1 - row.Items, 1));
            Refused(rows, row => new ShareOfWallet(row.Fee, 190));
            Refused(rows, row => new Occupancy(RatioTally.Row(row.Items, 7)));
            Refused(rows, row => new MeanRating(MeanTally.One(row.Items), RatingScale.OneToSeven));
            Refused(rows, row => new RecurringRevenue(row.Fee, row.IsReturned ? 0 : 1, new LocalDate(2025, 1, 1)));
            Refused(rows, row => new GrossRevenueChurn(row.Fee + 1, row.Weight, row.Weight));
            Refused(rows, row => new GrossRevenueRetention(row.Fee + 1, row.Weight, row.Weight));
            Refused(rows, row => new NetRevenueChurn(row.Fee + 1, row.Weight, row.Weight, 200));
            Refused(rows, row => new NetRevenueRetention(row.Fee + 1, row.Weight, row.Weight, 200));
            Refused(rows, row => new NetRevenueRetention(row.Fee, 0, 0, row.Items));
            Refused(rows, row => new NetRevenueRetention(row.Fee + 100, row.Weight - 1, 0, 0));
            Refused(rows, row => new QuickRatio(row.Fee, row.Weight - 1, 0, 0));
        }),
    ];

    private static void Refused<TKpi>(IQueryable<Order> rows, System.Linq.Expressions.Expression<Func<Order, TKpi>> kpi)
        where TKpi : struct, IKpi<TKpi>
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Order.All.Tally(kpi.Compile()));
        Assert.Throws<ArgumentOutOfRangeException>(() => rows.Tally(kpi));
    }
}
