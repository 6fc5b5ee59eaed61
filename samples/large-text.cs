#:package Sep
#:project ../src/CxKpi/CxKpi.csproj
#:property PublishAot=false

// Large text files by Sep, without a string for each cell: rows into a KPI by segment, and points back into a file. docs/frames.md explains it.
//   dotnet run samples/large-text.cs

using System.Runtime.CompilerServices;
using CxKpi;
using nietras.SeparatedValues;

string file = Path.Combine(Path.GetDirectoryName(SourceFile())!, "data", "answers.csv");
AnswerCodes codes = new(["99", "N/A"]);

// From the file to a KPI by segment.
using SepReader reader = Sep.Reader().FromFile(file);
Segments<string, Nps> byChannel = reader
    .Enumerate(row => (Channel: row["channel"].ToString(), Nps: Nps.FromTally(RatingTally.FromText(row["recommend_0_10"].Span, RatingScale.ZeroToTen, codes))))
    .TallyBy(row => row.Channel, row => row.Nps);

// And back into a file.
using SepWriter writer = Sep.New(',').Writer().ToText();
foreach (KpiPoint point in byChannel.ToPoints())
{
    using SepWriter.Row row = writer.NewRow();
    row["channel"].Set(point.Key);
    row["nps"].Set($"{point.Value}");
    row["n"].Set($"{point.N}");
}

Console.WriteLine(byChannel["chat"]); // NPS +24.0 (745 answers)
Console.WriteLine(byChannel.WorstFirst()[0].Key); // e-mail
Console.WriteLine(writer.ToString().Split('\n')[1].Trim()); // chat,24.026845637583893,745

static string SourceFile([CallerFilePath] string path = "") => path;
