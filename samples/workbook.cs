#:package MiniExcel
#:project ../src/CxKpi/CxKpi.csproj
#:property PublishAot=false

// An Excel workbook by MiniExcel: the scorecard and the months behind it, as numbers that Excel calculates with. docs/points.md explains it.
//   dotnet run samples/workbook.cs [-- <folder>]
// Writes scorecard.xlsx into the folder, which is the current one unless another is given.

using System.Runtime.CompilerServices;
using CxKpi;
using MiniExcelLibs;
using NodaTime;

string made = Path.Combine(args.Length > 0 ? args[0] : ".", "scorecard.xlsx");
IEnumerable<string[]> lines = File.ReadLines(Path.Combine(Path.GetDirectoryName(SourceFile())!, "data", "answers.csv")).Skip(1).Select(line => line.Split(','));
Answer[] answers = [.. lines.Select(cells => new Answer(LocalDate.FromDateOnly(DateOnly.Parse(cells[0])), Given(cells[2]), Given(cells[3])))];
KpiSeries<Nps> nps = answers.TallyBy(CalendarUnit.Month, a => a.Date, a => Nps.FromAnswer(a.Recommend));
KpiSeries<Csat> csat = answers.TallyBy(CalendarUnit.Month, a => a.Date, a => Csat.FromAnswer(a.Satisfaction, TopBox.TwoOfFive));
Scorecard card = Scorecard.Titled("The shop").Add("NPS", nps, Target.AtLeast(30)).Add("CSAT", csat, Target.AtLeast(0.8)).Build();

// A sheet for the scorecard, and one for the months of each KPI. Names and texts become text cells, whatever they begin with.
Dictionary<string, object> sheets = new()
{
    ["Scorecard"] = card.ToPoints().Select(Row),
    ["NPS"] = nps.ToPoints().Select(Row),
    ["CSAT"] = csat.ToPoints().Select(Row),
};
MiniExcel.SaveAs(made, sheets, overwriteFile: true);

// Read back: what lies in the cells are numbers, unrounded.
IDictionary<string, object>[] read = [.. MiniExcel.Query(made, useHeaderRow: true, sheetName: "Scorecard").Cast<IDictionary<string, object>>()];
Console.WriteLine(string.Join(", ", MiniExcel.GetSheetNames(made))); // Scorecard, NPS, CSAT
Console.WriteLine($"{read[0]["Label"]} {read[0]["Value"]:0.000} of {read[0]["N"]}, {read[0]["Verdict"]}"); // NPS -14.419 of 430, MovedDown
Console.WriteLine($"{read[1]["Label"]} {read[1]["Value"]:0.000} of {read[1]["N"]}, {read[1]["Verdict"]}"); // CSAT 0.562 of 436, AsExpected
Console.WriteLine(MiniExcel.Query(made, useHeaderRow: true, sheetName: "NPS").Count()); // 12

static Row Row(KpiPoint point) => new(
    point.Group, point.Label, point.Kpi, point.Value, point.Lower, point.Upper, point.N, point.Previous, point.Change, point.Verdict?.ToString(), point.Reason);

static int? Given(string cell) => cell.Length == 0 ? null : int.Parse(cell);

static string SourceFile([CallerFilePath] string path = "") => path;

internal sealed record Answer(LocalDate Date, int? Recommend, int? Satisfaction);

internal sealed record Row(
    string? Group,
    string Label,
    string? Kpi,
    double? Value,
    double? Lower,
    double? Upper,
    long? N,
    double? Previous,
    double? Change,
    string? Verdict,
    string? Reason);
