#:project ../src/CxKpi/CxKpi.csproj
#:property PublishAot=false

// A scorecard as an Adaptive Card (schema 1.5), which Teams and Outlook show. docs/points.md explains it.
//   dotnet run samples/teams-card.cs [-- <folder>]
// Writes card.json into the folder, which is the current one unless another is given. A workflow of Teams takes the card as the content of an attachment
// of the type application/vnd.microsoft.card.adaptive.

using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using CxKpi;
using NodaTime;

string made = Path.Combine(args.Length > 0 ? args[0] : ".", "card.json");
string data = Path.Combine(Path.GetDirectoryName(SourceFile())!, "data");
Answer[] answers = [.. Cells("answers.csv").Select(cells => new Answer(LocalDate.FromDateOnly(DateOnly.Parse(cells[0])), Given(cells[2]), Given(cells[3])))];

// The years before, counted already: without them nobody knows what a December brings.
IEnumerable<(CalendarPeriod, Nps)> earlier = Cells("nps-history.csv").Select(cells =>
    (CalendarPeriod.Parse(cells[0]), new Nps(int.Parse(cells[1]), int.Parse(cells[2]), int.Parse(cells[3]))));
Scorecard scorecard = Scorecard.Titled("The shop", asOf: answers.Max(a => a.Date))
    .Add("NPS", KpiSeries.From(CalendarUnit.Month, [.. earlier, .. answers.Select(a => (Month(a.Date), Nps.FromAnswer(a.Recommend)))]), Target.AtLeast(30))
    .Add("CSAT", answers.TallyBy(CalendarUnit.Month, a => a.Date, a => Csat.FromAnswer(a.Satisfaction, TopBox.TwoOfFive)), Target.AtLeast(0.8))
    .Build();

JsonObject card = new()
{
    ["type"] = "AdaptiveCard",
    ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
    ["version"] = "1.5",
    ["fallbackText"] = scorecard.ToText(),
    ["body"] = new JsonArray(
    [
        Text(scorecard.Headline(), "Large", "Bolder"), Text(scorecard.Lead(), "Default", "Default"),
        .. scorecard.ToPoints().Zip(scorecard.Lines, (point, line) => Line(point, line.Target?.Status)),
    ]),
    ["msteams"] = new JsonObject { ["width"] = "Full" },
};
File.WriteAllText(made, card.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));

JsonNode read = JsonNode.Parse(File.ReadAllText(made))!;
Console.WriteLine($"{read["type"]} {read["version"]}"); // AdaptiveCard 1.5
Console.WriteLine(read["body"]![0]!["text"]); // Both targets are missed. The fall in NPS is usual for December.
Console.WriteLine(read["body"]![2]!["items"]![0]!["text"]); // NPS: −14.4 (430 answers) ✕ target missed
Console.WriteLine(read["body"]![2]!["style"]); // attention

// A container of the line's figure and of what it means; the colour repeats what the word says.
static JsonNode Line(KpiPoint point, TargetStatus? target) => new JsonObject
{
    ["type"] = "Container",
    ["separator"] = true,
    ["style"] = point.Verdict switch
    {
        _ when target == TargetStatus.Missed => "attention",
        LatestVerdict.Worse => "attention",
        LatestVerdict.Better => "good",
        LatestVerdict.MovedUp or LatestVerdict.MovedDown => "warning",
        _ => "default",
    },
    ["items"] = new JsonArray(
        Text(point + (target == TargetStatus.Missed ? " ✕ target missed" : ""), "Default", "Bolder"),
        Text($"{Word(point.Verdict)}: {point.Reason}", "Small", "Default")),
};

static string Word(LatestVerdict? verdict) => verdict switch
{
    LatestVerdict.Better => "Better",
    LatestVerdict.Worse => "Worse",
    LatestVerdict.Higher => "Higher",
    LatestVerdict.Lower => "Lower",
    LatestVerdict.MovedUp => "Above its usual level",
    LatestVerdict.MovedDown => "Below its usual level",
    LatestVerdict.AsExpected => "As expected",
    LatestVerdict.NoEvidence => "No evidence of a change",
    _ => "Not judged",
};

// Adaptive Cards read a little Markdown: a text stands as it is where its signs are escaped.
static JsonNode Text(string text, string size, string weight) => new JsonObject
{
    ["type"] = "TextBlock",
    ["text"] = string.Concat(text.Select(c => @"\*_[]`~#".Contains(c) ? $"\\{c}" : $"{c}")),
    ["size"] = size,
    ["weight"] = weight,
    ["wrap"] = true,
};

IEnumerable<string[]> Cells(string file) => File.ReadLines(Path.Combine(data, file)).Skip(1).Select(line => line.Split(','));

static CalendarPeriod Month(LocalDate date) => CalendarPeriod.Containing(CalendarUnit.Month, date);

static int? Given(string cell) => cell.Length == 0 ? null : int.Parse(cell);

static string SourceFile([CallerFilePath] string path = "") => path;

internal sealed record Answer(LocalDate Date, int? Recommend, int? Satisfaction);
