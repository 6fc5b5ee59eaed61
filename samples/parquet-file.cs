#:package Parquet.Net
#:project ../src/CxKpi/CxKpi.csproj
#:property PublishAot=false

// Parquet files by Parquet.Net: rows into a KPI by segment, and points back into a file. docs/frames.md explains it.
//   dotnet run samples/parquet-file.cs

using System.Runtime.CompilerServices;
using CxKpi;
using Parquet.Serialization;

string folder = Directory.CreateTempSubdirectory().FullName, file = Path.Combine(folder, "answers.parquet"), made = Path.Combine(folder, "channels.parquet");
IEnumerable<string[]> lines = File.ReadLines(Path.Combine(Path.GetDirectoryName(SourceFile())!, "data", "answers.csv")).Skip(1).Select(line => line.Split(','));
await ParquetSerializer.SerializeAsync(lines.Select(cells => new Answer { Channel = cells[1], Recommend = Given(cells[2]) }), file);

// From the file to a KPI by segment.
IEnumerable<Answer> answers = (await ParquetSerializer.DeserializeAsync<Answer>(file)).Data;
Segments<string, Nps> byChannel = answers.TallyBy(answer => answer.Channel!, answer => Nps.FromAnswer(answer.Recommend));

// And back into a file.
await ParquetSerializer.SerializeAsync(byChannel.ToPoints().Select(point => new Row { Channel = point.Key, Value = point.Value, N = point.N }), made);

Console.WriteLine(byChannel["chat"]); // NPS +24.0 (745 answers)
Console.WriteLine(byChannel.WorstFirst()[0].Key); // e-mail
IEnumerable<Row> rows = (await ParquetSerializer.DeserializeAsync<Row>(made)).Data;
Console.WriteLine($"{rows.First().Channel}: {rows.First().Value:0.0} (n = {rows.First().N})"); // chat: 24.0 (n = 745)
Directory.Delete(folder, recursive: true);

static int? Given(string cell) => cell.Length == 0 ? null : int.Parse(cell);

static string SourceFile([CallerFilePath] string path = "") => path;

internal sealed class Answer
{
    public string? Channel { get; set; }

    public int? Recommend { get; set; }
}

internal sealed class Row
{
    public string? Channel { get; set; }

    public double? Value { get; set; }

    public long? N { get; set; }
}
