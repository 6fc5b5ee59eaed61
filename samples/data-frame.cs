#:package Microsoft.Data.Analysis
#:project ../src/CxKpi/CxKpi.csproj
#:property PublishAot=false

// A data frame of Microsoft.Data.Analysis: from a file to segments and months, and back into a frame. docs/frames.md explains it.
//   dotnet run samples/data-frame.cs

using System.Runtime.CompilerServices;
using CxKpi;
using Microsoft.Data.Analysis;
using NodaTime;

string file = Path.Combine(Path.GetDirectoryName(SourceFile())!, "data", "answers.csv");

// From the file to a KPI by segment and by month.
DataFrame frame = DataFrame.LoadCsv(file);
Segments<string, Nps> byChannel = frame.Rows.TallyBy(row => (string)row["channel"], row => Nps.FromAnswer((float?)row["recommend_0_10"]));
KpiSeries<Nps> monthly = frame.Rows.TallyBy(
    CalendarUnit.Month, row => LocalDate.FromDateTime((DateTime)row["date"]), row => Nps.FromAnswer((float?)row["recommend_0_10"]));

// And back into a frame.
DataFrame months = DataFrame.LoadFrom(
    monthly.ToPoints().Select(point => (IList<object?>)[point.Key, point.Value, point.Lower, point.Upper, point.N]),
    [("month", typeof(string)), ("nps", typeof(double)), ("lower", typeof(double)), ("upper", typeof(double)), ("n", typeof(long))]);

Console.WriteLine(byChannel["chat"]); // NPS +24.0 (745 answers)
Console.WriteLine(byChannel.WorstFirst()[0].Key); // e-mail
Console.WriteLine(months.Rows.Count); // 12
Console.WriteLine($"{months["month"][11]}: {months["nps"][11]:0.0} (n = {months["n"][11]})"); // 2025-12: -14.4 (n = 430)
Console.WriteLine(months["n"].Sum()); // 3108

static string SourceFile([CallerFilePath] string path = "") => path;
