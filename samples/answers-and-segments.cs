#:project ../src/CxKpi/CxKpi.csproj
#:property PublishAot=false

// What answers and segments look like: groups over time, ratings beside each other, channels before and after, steps of a funnel,
// revenue from one balance to the next.
//   dotnet run samples/answers-and-segments.cs [-- <folder>]
// Reads samples/data, prints what each chart says and writes fifteen charts into the folder, which is the current one unless another is given.

using System.Globalization;
using System.Runtime.CompilerServices;
using CxKpi;
using NodaTime;

string folder = args.Length > 0 ? args[0] : ".";
string data = Path.Combine(Path.GetDirectoryName(SourceFile())!, "data");
Answer[] answers = [.. File.ReadLines(Path.Combine(data, "answers.csv")).Skip(1).Select(line => line.Split(',')).Select(cells => new Answer(
    LocalDate.FromDateOnly(DateOnly.Parse(cells[0], CultureInfo.InvariantCulture)), cells[1], Given(cells[2]), Given(cells[3])))];

// The months of four years, three of which are known by their counts.
KpiSeries<Nps> months = KpiSeries.From(CalendarUnit.Month,
[
    .. File.ReadLines(Path.Combine(data, "nps-history.csv")).Skip(1).Select(line => line.Split(',')).Select(cells => (
        CalendarPeriod.Parse(cells[0]), new Nps(Given(cells[1])!.Value, Given(cells[2])!.Value, Given(cells[3])!.Value))),
    .. answers.Select(a => (CalendarPeriod.Containing(CalendarUnit.Month, a.Date), Nps.FromAnswer(a.Recommend))),
]);
Draw("nps-over-time", Charts.OverTime(months, new SeriesOverlays { Target = 30 }.With(months.SeasonallyAdjust()).With(months.Unusual())));

Draw("nps-forecast", Charts.OverTime(months, new SeriesOverlays().With(months.Forecast(6))));
Draw("trend-and-season", Charts.Decomposition(months));
Draw("sparkline", Charts.Sparkline(months, target: 30));
Draw("against-the-target", Charts.Bullet(months[^1].Value, months[^2].Value, target: 30));
Draw("net-score", Charts.NetScore(months[^1].Value));

// How often each answer was given, and how the groups moved.
Draw("nps-distribution", Charts.NpsDistribution(RatingTally.FromAnswers(answers.Select(a => a.Recommend), RatingScale.ZeroToTen)));
Draw("nps-groups", Charts.NpsGroups(answers.TallyBy(CalendarUnit.Month, a => a.Date, a => Nps.FromAnswer(a.Recommend))));

// The same question, channel by channel.
Draw("satisfaction-by-channel", Charts.Likert(
    answers.GroupBy(a => a.Channel).Select(channel => (channel.Key, RatingTally.FromAnswers(channel.Select(a => a.Satisfaction), RatingScale.OneToFive))),
    new() { Title = "Satisfaction by channel" }));

// One KPI of every channel: over the months, and two quiet months beside two others. Halves of a year would compare seasons.
Draw("nps-by-channel", Charts.SmallMultiples(answers.GroupBy(a => a.Channel).ToDictionary(
    channel => channel.Key,
    channel => channel.TallyBy(CalendarUnit.Month, a => a.Date, a => Nps.FromAnswer(a.Recommend)))));
Draw("nps-before-and-after", Charts.Slope(Channels(a => a.Date.Month is 3 or 4), Channels(a => a.Date.Month is 7 or 8), "March and April", "July and August"));

Draw("channels", Charts.ForestPlot(Channels(_ => true)));

// Where visitors leave.
long[][] visits = [.. File.ReadLines(Path.Combine(data, "sessions.csv")).Skip(1).Select(line => line.Split(',')[2..].Select(long.Parse).ToArray())];
Draw("where-they-leave", Charts.Funnel(new Funnel(["sessions", "carts", "purchases"], [.. Enumerable.Range(0, 3).Select(i => visits.Sum(day => day[i]))])));
Draw("answers", Charts.Distribution(RatingTally.FromAnswers(answers.Select(a => a.Satisfaction), RatingScale.OneToFive), new() { Title = "Satisfaction" }));

// What moved the recurring revenue of a month.
RevenueMovements moved = new(opening: 84_000, acquired: 9_600, reactivated: 1_200, expansion: 5_400, contraction: 2_100, churned: 6_300, "EUR");
Draw("revenue-waterfall", Charts.RevenueWaterfall(moved));

Segments<string, Nps> Channels(Func<Answer, bool> isIn) => answers.Where(isIn).TallyBy(a => a.Channel, a => Nps.FromAnswer(a.Recommend));

void Draw(string name, Chart chart)
{
    File.WriteAllText(Path.Combine(folder, name + ".svg"), chart.ToSvg());
    Console.WriteLine(chart);
}

static int? Given(string cell) => cell.Length == 0 ? null : int.Parse(cell, CultureInfo.InvariantCulture);

static string SourceFile([CallerFilePath] string path = "") => path;

internal sealed record Answer(LocalDate Date, string Channel, int? Recommend, int? Satisfaction);
