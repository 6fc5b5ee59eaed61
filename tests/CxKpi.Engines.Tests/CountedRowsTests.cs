using System.Globalization;
using System.Numerics;
using CxKpi.Engines.Tests.Servers;
using Dapper;
using DuckDB.NET.Data;
using LinqToDB;

namespace CxKpi.Engines.Tests;

/// <summary>Rows of a key, an answer and a count, which every engine can give: here DuckDB over Parquet, read by Dapper.</summary>
public sealed class CountedRowsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cxkpi-counted-").FullName;

    [Fact]
    public void CountsOfDuckDb_AreThatOfMemory()
    {
        string file = Path.Combine(folder, "orders.parquet");
        Linq2Db.InParquet(file, Order.All).DataContext.Dispose();
        using DuckDBConnection connection = new("Data Source=:memory:");

        // DuckDB counts in BIGINT, and sums whole numbers in HUGEINT.
        Counted[] rows =
        [
            .. connection.Query($"""SELECT "Channel" AS channel, "Day" AS day, "Score" AS score, count(*) AS count FROM read_parquet('{file}') GROUP BY ALL""")
                .Select(row => (IDictionary<string, object?>)row)
                .Select(row => new Counted(
                    (Channel)Convert.ToInt32(row["channel"], CultureInfo.InvariantCulture),
                    row["day"] is DateOnly day ? day : DateOnly.FromDateTime((DateTime)row["day"]!),
                    row["score"] is null ? null : Convert.ToInt32(row["score"], CultureInfo.InvariantCulture),
                    Convert.ToInt64(row["count"], CultureInfo.InvariantCulture))),
        ];

        Same.As(
            Order.All.TallyBy(row => row.Channel, row => Nps.FromAnswer(row.Score)),
            rows.TallyBy(row => row.Channel, row => Nps.FromAnswer(row.Score), count: row => row.Count));
        Same.As(
            Order.All.TallyBy(CalendarUnit.Month, row => row.Day, row => Nps.FromAnswer(row.Score)),
            rows.TallyBy(CalendarUnit.Month, row => row.Day, row => Nps.FromAnswer(row.Score), count: row => row.Count));
    }

    [Fact]
    public void SumsOfDuckDb_AreBeyondSixtyFourBits()
    {
        using DuckDBConnection connection = new("Data Source=:memory:");

        // What was counted before is added up in HUGEINT, which is no type that Convert knows.
        (int Score, BigInteger Count)[] rows =
        [
            .. connection.Query("SELECT score, sum(count) AS count FROM (VALUES (9, 2000000000), (9, 2000000000), (3, 5)) AS own(score, count) GROUP BY score")
                .Select(row => (IDictionary<string, object?>)row)
                .Select(row => ((int)row["score"]!, (BigInteger)row["count"]!)),
        ];

        Nps all = rows.TallyBy(_ => "all", row => Nps.FromAnswer(row.Score), count: row => (long)row.Count)["all"];

        Assert.Equal(new Nps(4_000_000_000, 0, 5), all);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private sealed record Counted(Channel Channel, DateOnly Day, int? Score, long Count);
}
