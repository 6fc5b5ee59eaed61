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
IEnumerable<string[]> lines = File.ReadLines(Path.Combine(Path.GetDirectoryName(SourceFile())!, "data", "answers.csv")).Skip(1).Select(line => line.Split(','));
Answer[] answers = [.. lines.Select(cells => new Answer(LocalDate.FromDateOnly(DateOnly.Parse(cells[0])), Given(cells[2]), Given(cells[3])))];
Scorecard scorecard = Scorecard.Titled("The shop", asOf: answers.Max(a => a.Date))
    .Add("NPS", answers.TallyBy(CalendarUnit.Month, a => a.Date, a => Nps.FromAnswer(a.Recommend)), Target.AtLeast(30))
    .Add("CSAT", answers.TallyBy(CalendarUnit.Month, a => a.Date, a => Csat.FromAnswer(a.Satisfaction, TopBox.TwoOfFive)), Target.AtLeast(0.8))
    .Build();

JsonObject card = new()
{
    ["type"] = "AdaptiveCard",
    ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
    ["version"] = "1.5",
    ["fallbackText"] = scorecard.ToText(),
    ["body"] = new JsonArray([Text(scorecard.Title, "Large", "Bolder"), .. scorecard.ToPoints().Select(Line)]),
    ["msteams"] = new JsonObject { ["width"] = "Full" },
};
File.WriteAllText(made, card.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));

JsonNode read = JsonNode.Parse(File.ReadAllText(made))!;
Console.WriteLine($"{read["type"]} {read["version"]}"); // AdaptiveCard 1.5
Console.WriteLine(read["body"]![1]!["items"]![0]!["text"]); // NPS: −14.7 (423 answers)
Console.WriteLine(read["body"]![1]!["style"]); // warning

// A container of the line's figure and of what it means; the colour repeats what the word says.
static JsonNode Line(KpiPoint point) => new JsonObject
{
    ["type"] = "Container",
    ["separator"] = true,
    ["style"] = point.Verdict switch
    {
        LatestVerdict.Worse => "attention",
        LatestVerdict.Better => "good",
        LatestVerdict.MovedUp or LatestVerdict.MovedDown => "warning",
        _ => "default",
    },
    ["items"] = new JsonArray(Text($"{point}", "Default", "Bolder"), Text($"{Word(point.Verdict)}: {point.Reason}", "Small", "Default")),
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

static int? Given(string cell) => cell.Length == 0 ? null : int.Parse(cell);

static string SourceFile([CallerFilePath] string path = "") => path;

internal sealed record Answer(LocalDate Date, int? Recommend, int? Satisfaction);
