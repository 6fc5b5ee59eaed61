using System.Linq.Expressions;
using CxKpi.Engines.Tests.Servers;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CxKpi.Engines.Tests;

/// <summary>What is easily got wrong between memory and a database.</summary>
public sealed class PitfallTests
{
    [Fact]
    public void EmptyTable_HoldsNoData()
    {
        using Shop shop = Shop.InSqlite([]);

        Assert.Equal(default, shop.Orders.Tally(row => new AverageOrderValue(row.Amount, 1)));
        Assert.Empty(shop.Orders.TallyBy(row => row.Channel, row => Nps.FromAnswer(row.Score)));
        Assert.Empty(shop.Orders.TallyBy(CalendarUnit.Month, row => row.Day, row => Nps.FromAnswer(row.Score)));
        Assert.Empty(shop.Orders.TallyBy(
            CalendarUnit.Day, row => Dates.FromUtc(row.At), DateTimeZoneProviders.Tzdb["Europe/Paris"], row => Nps.FromAnswer(row.Score)));
    }

    [Fact]
    public void KpisOfCustomers_AreGroupedOverGroups()
    {
        using Shop shop = Shop.InSqlite(Order.All);

        RepeatPurchaseRate ofQuery = shop.Orders.GroupBy(row => row.Customer).Select(own => new { Orders = own.Count() })
            .Tally(own => new RepeatPurchaseRate(own.Orders > 1 ? 1 : 0, 1));

        Assert.Equal(RepeatPurchaseRate.FromOrders(Order.All.Select(row => row.Customer)), ofQuery);
    }

    [Fact]
    public void RowsOfADoor_AreReadInTheirOwnQuery()
    {
        using Shop shop = Shop.InSqlite(Order.All);

        Nps ofSql = shop.Orders.FromSql($"""SELECT * FROM "Orders" WHERE "Channel" = {(int)Channel.Web}""").Tally(row => Nps.FromAnswer(row.Score));

        Assert.Equal(Order.All.Where(row => row.Channel == Channel.Web).Tally(row => Nps.FromAnswer(row.Score)), ofSql);
    }

    [Fact]
    public void TodayUntilNow_IsNoticedFromFewDays()
    {
        // Three days with many rows, the last of which stops at six in the evening: whether that is early rests on the minutes of all rows.
        Order[] rows =
        [
            .. Enumerable.Range(0, 3 * 96).Select(i => (Order: i, At: new DateTime(2024, 3, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(15 * i)))
                .Where(own => own.At < new DateTime(2024, 3, 3, 18, 0, 0, DateTimeKind.Utc))
                .Select(own => new Order { Id = own.Order + 1, At = own.At, Score = own.Order % 11 }),
        ];
        using Shop shop = Shop.InSqlite(rows);
        DateTimeZone zone = DateTimeZone.Utc;

        KpiSeries<Nps> inMemory = rows.TallyBy(CalendarUnit.Day, row => Dates.FromUtc(row.At), zone, row => Nps.FromAnswer(row.Score));
        KpiSeries<Nps> ofQuery = shop.Orders.TallyBy(CalendarUnit.Day, row => Dates.FromUtc(row.At), zone, row => Nps.FromAnswer(row.Score));

        Assert.True(inMemory.IsLastIncomplete);
        Assert.Equal(inMemory, ofQuery);
        Assert.True(ofQuery.IsLastIncomplete);
    }

    [Fact]
    public void TimesBeforeTheZoneIsKnown_AreRefused()
    {
        using Shop shop = Shop.InSqlite([new() { Id = 1, At = new(1950, 1, 1, 0, 0, 0, DateTimeKind.Utc), Score = 9 }]);

        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>("rows", () => shop.Orders.TallyBy(
            CalendarUnit.Day, row => Dates.FromUtc(row.At), DateTimeZoneProviders.Tzdb["Europe/Paris"], row => Nps.FromAnswer(row.Score)));

        Assert.Contains("from February 1972 to 2069", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TimesThatDoNotSayThatTheyAreInUtc_AreRefusedAsInMemory()
    {
        // SQLite keeps no kind, so the rows that are read from it have none either.
        using Shop shop = Shop.InSqlite([new() { Id = 1, At = new(2024, 3, 1, 9, 0, 0, DateTimeKind.Utc), Score = 9 }]);
        DateTimeZone zone = DateTimeZone.Utc;

        foreach (Func<KpiSeries<Nps>> tally in (Func<KpiSeries<Nps>>[])
        [
            () => shop.Orders.AsEnumerable().TallyBy(CalendarUnit.Day, row => row.At, zone, row => Nps.FromAnswer(row.Score)),
            () => shop.Orders.TallyBy(CalendarUnit.Day, row => row.At, zone, row => Nps.FromAnswer(row.Score)),
            () => shop.Orders.TallyBy(CalendarUnit.Day, row => Dates.From(row.At), zone, row => Nps.FromAnswer(row.Score)),
        ])
        {
            Assert.Contains(
                "must say whether a time is in UTC: write Dates.FromUtc(time) if it is",
                Assert.Throws<ArgumentOutOfRangeException>(tally).Message,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void TextThatAFunctionReadsAsASpan_IsGroupedAsText()
    {
        using Shop shop = Shop.InSqlite([new() { Id = 1, Country = "9" }, new() { Id = 2, Country = "6.0" }, new() { Id = 3, Country = "" }]);

        Assert.Equal(
            Nps.FromTally(RatingTally.FromText(["9", "6.0", ""], RatingScale.ZeroToTen)),
            shop.Orders.Tally(row => Nps.FromTally(RatingTally.FromText(row.Country, RatingScale.ZeroToTen))));
    }

    [Fact]
    public void RowsThatAreRecords_AreAddedUp()
    {
        Churn[] shards = [new(12, 400), new(9, 200), new(9, 200)];

        Assert.Equal(new Churn(30, 800), shards.AsQueryable().Tally(shard => shard));
    }

    [Fact]
    public void ProductsOfWholeNumbers_AreWidenedFirst()
    {
        using Shop shop = Shop.InSqlite([new() { Id = 1, Items = 2_000_000_000, Seconds = 3 }, new() { Id = 2, Items = 2_000_000_000, Seconds = 3 }]);

        AverageOrderValue value = shop.Orders.Tally(row => new AverageOrderValue(row.Items * row.Seconds, 1));

        Assert.Equal(6_000_000_000m, value.PerOrder);
    }

    [Fact]
    public void ColumnsOfTheSameText_AreToldApart()
    {
        using Shop shop = Shop.InSqlite(Order.All);
        Expression<Func<Order, bool>> key = AtLeast(3), cluster = AtLeast(6);

        // Their texts name the captured variable, and not its value.
        Assert.Equal(key.ToString(), cluster.ToString());
        Same.As(
            Order.All.TallyBy(key.Compile(), row => Nps.FromAnswer(row.Score), cluster.Compile()),
            shop.Orders.TallyBy(key, row => Nps.FromAnswer(row.Score), cluster));

        static Expression<Func<Order, bool>> AtLeast(int limit) => row => row.Items >= limit;
    }

    [Fact]
    public void CollationThatIgnoresCase_MakesOneSegmentOfTwo()
    {
        using Shop shop = Shop.InSqlite([]);
        string[] countries = ["FR", "fr", "DE"];
        IQueryable<Order> orders = shop.Orders.FromSql(
            $"""SELECT value COLLATE NOCASE AS "Country", 9 AS "Score" FROM json_each('["FR", "fr", "DE"]')""");

        Assert.Equal(3, countries.TallyBy(country => country, _ => Nps.FromAnswer(9)).Count);
        Segments<string, Nps> merged = orders.TallyBy(row => row.Country, row => Nps.FromAnswer(row.Score));
        Assert.Equal(2, merged.Count);
        Assert.Equal(3, merged.Total.N);
    }

    [Fact]
    public void SumsBeyondDecimal_GiveNoFigure()
    {
        using Shop shop = Shop.InSqlite(Enumerable.Range(1, 20).Select(id => new Order { Id = id, Amount = 7e27m }));

        Assert.ThrowsAny<Exception>(() => shop.Orders.Tally(row => new Revenue(row.Amount)));
    }

    [Fact]
    public void AnswerOutsideOfItsScale_ThrowsAsInMemory()
    {
        using Shop shop = Shop.InSqlite([new() { Id = 1, Score = 11 }]);

        Assert.Throws<ArgumentOutOfRangeException>(() => shop.Orders.Tally(row => Nps.FromAnswer(row.Score)));
    }

    [Fact]
    public async Task CancelledQuery_GivesNothing()
    {
        using Shop shop = Shop.InSqlite(Order.All.Take(100));
        using CancellationTokenSource stop = new();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => shop.Orders.TallyByAsync(row => row.Channel, row => Nps.FromAnswer(row.Score), stop.Token));
    }

    [Fact]
    public void FormOfAnswers_IsThatOfFunctions()
    {
        using Shop shop = Shop.InSqlite(Order.All);

        Same.As(
            Order.All.TallyBy(row => row.Channel, row => Nps.FromAnswer(row.Score)),
            shop.Orders.TallyBy(row => row.Channel, row => row.Score, answer => Nps.FromAnswer(answer)));
        Same.As(
            Order.All.TallyBy(CalendarUnit.Week, row => row.Day, row => Csat.FromAnswer(row.Satisfaction, TopBox.TwoOfFive)),
            shop.Orders.TallyBy(CalendarUnit.Week, row => row.Day, row => row.Satisfaction, answer => Csat.FromAnswer(answer, TopBox.TwoOfFive)));
    }
}
