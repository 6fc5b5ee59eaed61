#:package DuckDB.NET.Data.Full
#:package Sep
#:project ../src/CxKpi/CxKpi.csproj
#:property PublishAot=false

// Files that outgrow memory: ten million answers to NPS by channel, from CSV as a stream, from Parquet by DuckDB, and, to compare, from rows in memory.
//   dotnet run -c Release samples/from-files.cs -- <folder> [csv | parquet | memory] [rows]
// The files are made in the folder when they are not there: 10,000,000 rows unless another number is given. Without a way to read them, all are taken in turn.
// The peak printed after each is that of the process so far, so give one way alone to see its own.
// Exit code 0: done; 1: two ways differ; 2: the arguments are not understood.

using System.Diagnostics;
using System.Globalization;
using CxKpi;
using DuckDB.NET.Data;
using nietras.SeparatedValues;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string[] ways = ["csv", "parquet", "memory"], chosen = [.. args.Skip(1).Where(ways.Contains)];
long rows = 10_000_000;
if (args.Length == 0 || args.Skip(1).Except(ways).Any(text => !long.TryParse(text, NumberStyles.None, null, out rows) || rows < 1))
{
    Console.Error.WriteLine("usage: dotnet run -c Release samples/from-files.cs -- <folder> [csv | parquet | memory] [rows]");
    return 2;
}

Directory.CreateDirectory(args[0]);
string csv = Path.Combine(args[0], $"answers-{rows}.csv"), parquet = Path.ChangeExtension(csv, ".parquet");
using DuckDBConnection duckDb = new("Data Source=:memory:");
duckDb.Open();
if (!File.Exists(parquet))
{
    Make();
}

List<Segments<string, Nps>> results = [];
foreach (string way in chosen.Length > 0 ? chosen : ways)
{
    Stopwatch watch = Stopwatch.StartNew();
    Segments<string, Nps> byChannel = way switch
    {
        "csv" => await FromStream(),
        "parquet" => FromCounts(),
        _ => FromMemory(),
    };
    Console.WriteLine($"{way}: {watch.Elapsed.TotalSeconds:0.0} s, peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");
    foreach ((string channel, Nps nps) in byChannel.OrderBy(segment => segment.Key))
    {
        Console.WriteLine($"  {channel}: {nps}, {nps.Estimate()}");
    }

    results.Add(byChannel);
}

return results.All(result => result.OrderBy(segment => segment.Key).SequenceEqual(results[0].OrderBy(segment => segment.Key))) ? 0 : 1;

// A stream: a row is read, tallied and forgotten.
async Task<Segments<string, Nps>> FromStream()
{
    using SepReader reader = Sep.Reader(options => options with { CreateToString = SepToString.PoolPerCol() }).FromFile(csv);
    Progress<long> progress = new(read => Console.Error.Write($"\r{read:#,0} rows"));
    Segments<string, Nps> byChannel = await Answers(reader).ToAsyncEnumerable()
        .TallyByAsync(answer => answer.Channel, answer => Nps.FromAnswer(answer.Score), progress);
    Console.Error.WriteLine();
    return byChannel;
}

// Counts: the engine groups, and each of its rows stands for many.
Segments<string, Nps> FromCounts()
{
    using DuckDBCommand command = duckDb.CreateCommand();
    command.CommandText = $"SELECT channel, score, count(*) FROM read_parquet('{parquet}') GROUP BY ALL";
    using DuckDBDataReader reader = command.ExecuteReader();
    return Counts(reader).TallyBy(row => row.Channel, row => Nps.FromAnswer(row.Score), count: row => row.Count);
}

// All rows at once, which is what the other two spare.
Segments<string, Nps> FromMemory()
{
    using SepReader reader = Sep.Reader(options => options with { CreateToString = SepToString.PoolPerCol() }).FromFile(csv);
    return Answers(reader).ToList().TallyBy(answer => answer.Channel, answer => Nps.FromAnswer(answer.Score));
}

static IEnumerable<Answer> Answers(SepReader reader) => reader.Enumerate(row => new Answer(
    row["channel"].ToString(),
    row["score"].Span.Length == 0 ? null : row["score"].Parse<int>()));

static IEnumerable<(string Channel, int? Score, long Count)> Counts(DuckDBDataReader reader)
{
    while (reader.Read())
    {
        yield return (reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetInt32(1), reader.GetInt64(2));
    }
}

// Invented answers without chance, so that every run makes the same files; one in eleven is missing.
void Make()
{
    using DuckDBCommand command = duckDb.CreateCommand();
    string answers = $"""
        SELECT ['web', 'app', 'shop', 'telephone'][CAST(1 + hash(i) % 4 AS BIGINT)] AS channel,
               CASE WHEN hash(i + 1) % 11 = 0 THEN NULL ELSE 10 - CAST(hash(i + 2) % 11 * (1 + hash(i) % 4) // 4 AS INTEGER) END AS score
        FROM range({rows}) AS numbers(i)
        """;
    command.CommandText = $"COPY ({answers}) TO '{csv}' (HEADER); COPY ({answers}) TO '{parquet}' (FORMAT parquet);";
    command.ExecuteNonQuery();
}

internal readonly record struct Answer(string Channel, int? Score);
