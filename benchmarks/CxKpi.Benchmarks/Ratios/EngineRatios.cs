using System.Diagnostics.CodeAnalysis;
using DuckDB.NET.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CxKpi.Benchmarks.Ratios;

/// <summary>A tally that a database does against one of the columns that it sends, and DuckDB beside the tally of rows in memory.</summary>
internal static class EngineRatios
{
    private const int Answers = 2_000_000;

    public static IEnumerable<Ratio> Measure()
    {
        using SqliteConnection connection = new("Data Source=:memory:");
        connection.Open();
        using Survey survey = new(new DbContextOptionsBuilder().UseSqlite(connection).Options);
        Fill(survey);
        yield return new("queryable.pushed.vs_pull_columns", Race.MedianSpeedRatioOfLongWork(() => Pushed(survey), () => Pulled(survey)), Target: 1.5);

        survey.Database.ExecuteSqlRaw("CREATE INDEX ByChannel ON Answers (Channel, Score)");
        yield return new("queryable.pushed_indexed.vs_pull_columns", Race.MedianSpeedRatioOfLongWork(() => Pushed(survey), () => Pulled(survey)), Target: 8);

        using DuckDBConnection columns = new("Data Source=:memory:");
        columns.Open();
        using (DuckDBCommand make = columns.CreateCommand())
        {
            make.CommandText = """
                CREATE TABLE answers AS
                SELECT 'agent ' || (hash(i) % 50) AS agent, CAST(hash(i + 1) % 11 AS INTEGER) AS score FROM range(5000000) AS rows(i)
                """;
            make.ExecuteNonQuery();
        }

        (string Agent, int Score)[] rows = Rows(columns);
        yield return new(
            "tallyby.five_million.strings_vs_duckdb",
            Race.MedianSpeedRatioOfLongWork(() => InMemory(rows), () => InDuckDb(columns)),
            Target: null);
    }

    private static void Fill(Survey survey)
    {
        survey.Database.EnsureCreated();
        survey.Database.ExecuteSqlRaw($"""
            WITH RECURSIVE rows(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM rows WHERE i < {Answers})
            INSERT INTO Answers (Id, Channel, Score)
            SELECT i, 'channel ' || (i * 2654435761 % 4294967296 / 65536 % 6), i * 40503 % 65536 / 256 % 11 FROM rows
            """);
    }

    private static long Pushed(Survey survey) => survey.Answers.TallyBy(answer => answer.Channel, answer => Nps.FromAnswer(answer.Score)).Count;

    private static long Pulled(Survey survey) => survey.Answers.Select(answer => new { answer.Channel, answer.Score }).AsEnumerable()
        .TallyBy(answer => answer.Channel, answer => Nps.FromAnswer(answer.Score)).Count;

    private static long InMemory((string Agent, int Score)[] rows) => rows.TallyBy(row => row.Agent, row => Nps.FromAnswer(row.Score)).Count;

    private static long InDuckDb(DuckDBConnection connection)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = "SELECT agent, score, count(*) FROM answers GROUP BY ALL";
        using DuckDBDataReader reader = command.ExecuteReader();
        return Counts(reader).TallyBy(row => row.Agent, row => Nps.FromAnswer(row.Score), count: row => row.Count).Count;
    }

    private static IEnumerable<(string Agent, int Score, long Count)> Counts(DuckDBDataReader reader)
    {
        while (reader.Read())
        {
            yield return (reader.GetString(0), reader.GetInt32(1), reader.GetInt64(2));
        }
    }

    private static (string Agent, int Score)[] Rows(DuckDBConnection connection)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = "SELECT agent, score FROM answers";
        using DuckDBDataReader reader = command.ExecuteReader();
        List<(string, int)> rows = [];
        Dictionary<string, string> names = [];
        while (reader.Read())
        {
            string name = reader.GetString(0);
            rows.Add((names.TryGetValue(name, out string? known) ? known : names[name] = name, reader.GetInt32(1)));
        }

        return [.. rows];
    }

    [SuppressMessage("Performance", "CA1812", Justification = "Entity Framework Core makes them.")]
    private sealed class Answer
    {
        public int Id { get; set; }

        public string Channel { get; set; } = "";

        public int Score { get; set; }
    }

    private sealed class Survey(DbContextOptions options) : DbContext(options)
    {
        public DbSet<Answer> Answers => Set<Answer>();
    }
}
