#:project ../src/CxKpi/CxKpi.csproj
#:property PublishAot=false

// What drives satisfaction with an invented shop, what its employees believe of it, which of its teams stand out, and on which days its answer rate was not
// like the others:
//   dotnet run samples/drivers-and-monitoring.cs [-- <folder>]
// Prints what was found and writes seven charts into the folder, which is the current one unless another is given.

using CxKpi;
using CxKpi.Practices;
using NodaTime;

string folder = args.Length > 0 ? args[0] : ".";
uint state = 2025;

// Each answer has a mood that colours all parts, as real questionnaires do; delivery and staff make the day.
Answer[] answers = [.. Enumerable.Range(0, 600).Select(_ =>
{
    double mood = Chance();
    double[] parts = [5.6 + Part(mood), 8.1 + Part(mood), 6.4 + Part(mood), 7.9 + Part(mood), 6.1 + Part(mood), 8.3 + Part(mood)];
    double overall = 2.1 + 0.38 * parts[0] + 0.26 * parts[1] + 0.12 * parts[2] + 0.04 * parts[3] + 2 * Chance() - 1;
    return new Answer(overall, parts);
})];

string[] names = ["Delivery time", "Staff", "Returns", "Packaging", "Prices", "Website"];
DriverAnalysis drivers = DriverAnalysis.Of(answers, a => a.Overall, names.Select((name, j) => (name, (Func<Answer, double?>)(a => a.Parts[j]))));
ImportancePerformance map = ImportancePerformance.Of(drivers, name => answers.Average(a => a.Parts[Array.IndexOf(names, name)]));
Console.WriteLine(drivers);
Console.WriteLine(map);

// Days differ by more than chance in who calls, and one day the lines were down.
KpiSeries<AnswerRate> days = Enumerable.Range(0, 60).TallyBy(
    CalendarUnit.Day,
    i => new LocalDate(2025, 9, 1).PlusDays(i),
    i =>
    {
        long offered = 900 + (long)(300 * Chance());
        long handled = (long)(offered * (0.78 + 0.08 * (Chance() + Chance() - 1) - (i == 43 ? 0.2 : 0)));
        return new AnswerRate(handled, offered);
    });
Console.WriteLine(days.ControlLimits());
Console.WriteLine(days.ControlLimits(ControlMethod.Binomial));

// What forty employees believed that customers would say of the same parts, where 7 and more of 10 counts as satisfied.
int[] believed = [27, 35, 17, 30, 8, 34];
MirrorSurvey mirror = MirrorSurvey.Of(names.Select((name, j) =>
    MirrorItem.Of(name, new ShareTally(believed[j], 40), ShareTally.FromHits(answers.Select(a => a.Parts[j] >= 6.5)), satisfiedFrom: 0.6)));
Console.WriteLine(mirror);

// Teams that solve alike, and one that does not; small ones lie furthest apart by chance.
LeagueTable<string> teams = Enumerable.Range(0, 14).TallyBy(
    i => $"Team {(char)('A' + i)}",
    i =>
    {
        long contacts = 25 + 45 * i;
        return new FirstContactResolution(Enumerable.Range(0, (int)contacts).LongCount(_ => Chance() < (i == 9 ? 0.66 : 0.78)), contacts);
    })
    .League();
Console.WriteLine(teams);

// Weeks in which a little less is solved from one of them on: no single week stands out, the running average does.
KpiSeries<FirstContactResolution> weeks = Enumerable.Range(0, 90).TallyBy(
    CalendarUnit.Week,
    i => new LocalDate(2024, 2, 5).PlusWeeks(i),
    i => new FirstContactResolution((long)(400 * ((i < 72 ? 0.78 : 0.75) + 0.05 * (Chance() + Chance() - 1))), 400));
Console.WriteLine(weeks.ControlLimits());
Console.WriteLine(weeks.Ewma(baseline: 60));

Chart matters = Charts.ImportancePerformance(map, new() { Title = "Delivery time matters most and is done worst" });
File.WriteAllText(Path.Combine(folder, "drivers.svg"), matters.ToSvg());
File.WriteAllText(Path.Combine(folder, "control-limits.svg"), Charts.ControlChart(days, new() { Width = 640 }).ToSvg());
Chart beliefs = Charts.MirrorSurvey(mirror, new() { Title = "Employees take delivery for better than it is", Width = 640 });
File.WriteAllText(Path.Combine(folder, "mirror-survey.svg"), beliefs.ToSvg());
Chart league = Charts.FunnelPlot(teams, new() { Title = "Of fourteen teams, one solves fewer at first contact", Width = 640 });
File.WriteAllText(Path.Combine(folder, "segments.svg"), league.ToSvg());
Chart slow = Charts.EwmaChart(weeks, baseline: 60, new() { Title = "No single week stands out; the running average fell", Width = 640 });
File.WriteAllText(Path.Combine(folder, "running-average.svg"), slow.ToSvg());
Chart sums = Charts.CusumChart(weeks, baseline: 60, new() { Width = 640 });
File.WriteAllText(Path.Combine(folder, "sums-of-deviations.svg"), sums.ToSvg());
Chart waves = Charts.Comparison(
    [
        KpiComparison.Of(new Nps(120, 60, 90), new Nps(180, 60, 50)),
        KpiComparison.Of(new Csat(280, 400, TopBox.TwoOfFive), new Csat(290, 400, TopBox.TwoOfFive)),
        KpiComparison.Of(new Churn(8, 400), new Churn(24, 410)),
    ],
    "2024",
    "2025");
File.WriteAllText(Path.Combine(folder, "before-and-after.svg"), waves.ToSvg());

// A generator written out, so that every machine draws the same answers.
double Chance()
{
    state = unchecked(state * 1664525u + 1013904223u);
    return (state >> 8) / (double)(1 << 24);
}

double Part(double mood) => 2 * (mood - 0.5) + 3 * (Chance() + Chance() - 1);

internal sealed record Answer(double Overall, double[] Parts);
