using CxKpi.Engines.Tests.Servers;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CxKpi.Engines.Tests;

/// <summary>What an engine is asked: one SELECT that groups, and as few columns as can be.</summary>
public sealed class QueryTests
{
    private static readonly Lazy<Shop> Database = new(() => Shop.InSqlite([]));

    private static DbSet<Order> Orders => Database.Value.Orders;

    [Fact]
    public void Answers_AreGroupedAndCounted() => Assert.Equal(
        """
        SELECT "o"."Channel" AS "Item1", "o"."Score" AS "Item2", COUNT(*) AS "Item3"
        FROM "Orders" AS "o"
        GROUP BY "o"."Channel", "o"."Score"
        """,
        Sql(Orders.ToGroupedQuery(row => row.Channel, row => Nps.FromAnswer(row.Score))));

    [Fact]
    public void Periods_AreGroupedByDay() => Assert.Equal(
        """
        SELECT "o"."Day" AS "Item1", "o"."Score" AS "Item2", COUNT(*) AS "Item3"
        FROM "Orders" AS "o"
        GROUP BY "o"."Day", "o"."Score"
        """,
        Sql(Orders.ToGroupedQuery(CalendarUnit.Quarter, row => row.Day, row => Nps.FromAnswer(row.Score))));

    [Fact]
    public void Amounts_AreAddedUp() => Assert.Equal(
        """
        SELECT "o0"."Channel" AS "Item1", "o0"."Item2", COUNT(*) AS "Item3",
        COALESCE(ef_sum("o0"."Amount"), '0.0') AS "Item4",
        COALESCE(ef_sum(ef_multiply("o0"."Amount", "o0"."Amount")), '0.0') AS "Item5"
        FROM (
            SELECT "o"."Amount", "o"."Channel", ef_compare("o"."Amount", '0.0') < 0 AS "Item2"
            FROM "Orders" AS "o"
        ) AS "o0"
        GROUP BY "o0"."Channel", "o0"."Item2"
        """,
        Sql(Orders.ToGroupedQuery(row => row.Channel, row => new AverageOrderValue(row.Amount, 1, "EUR")))
            .Replace(", COALESCE", ",\nCOALESCE", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryCase_IsGroupedOnce(string name)
    {
        string sql = Sql(Queries.Single(query => query.Name == name).Query);

        Assert.Equal(1, Count(sql, "GROUP BY"));
        Assert.StartsWith("SELECT", sql, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Id\"", sql, StringComparison.Ordinal);
    }

    public static TheoryData<string> Names => [.. Queries.Select(query => query.Name)];

    private static IReadOnlyList<(string Name, IQueryable Query)> Queries =>
    [
        ("anonymous key", Orders.ToGroupedQuery(row => new { row.Channel, row.Country }, row => Nps.FromAnswer(row.Score))),
        ("condition", Orders.ToGroupedQuery(row => row.Channel, row => row.IsReturned ? default : new AverageOrderValue(row.Amount, 1))),
        ("whole table", Orders.ToGroupedQuery(row => Csat.FromAnswer(row.Satisfaction, TopBox.TwoOfFive))),
        ("times in a zone", Orders.ToGroupedQuery(
            CalendarUnit.Month, row => Dates.FromUtc(row.At), DateTimeZoneProviders.Tzdb["Europe/Paris"], row => Nps.FromAnswer(row.Score))),
    ];

    private static string Sql(IQueryable query) => ((IQueryable<object>)query).ToQueryString().Replace("\r", "", StringComparison.Ordinal);

    private static int Count(string text, string part) => (text.Length - text.Replace(part, "", StringComparison.Ordinal).Length) / part.Length;
}
