#:package CsvHelper
#:project ../src/CxKpi/CxKpi.csproj
#:property PublishAot=false

// Did it change? An airport's survey of passengers, year after year: with its weights, its drivers, and what it could have seen.
//   dotnet run samples/did-it-change.cs -- <folder of the survey>
// The folder has the responses.csv.gz that samples/verify-real-data.cs reads; it is not part of this repository.
// Exit code 0: printed; 1: the folder is missing or can't be read; 2: no folder was given.

using System.Globalization;
using System.IO.Compression;
using CsvHelper;
using CxKpi;
using CxKpi.Practices;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is not [string folder])
{
    Console.Error.WriteLine("usage: dotnet run samples/did-it-change.cs -- <folder of the survey>");
    return 2;
}

try
{
    Passenger[] passengers = Passenger.Read(folder);
    int first = passengers.Min(p => p.Year), last = passengers.Max(p => p.Year);
    Question[] questions =
    [
        Question.Of("Satisfied with the airport as a whole", passengers, p => Csat.FromAnswer(p.Overall, TopBox.TwoOfFive)),
        Question.Of("Easy to find one's way", passengers, p => EaseShare.FromAnswer(p.FindWay, TopBox.TwoOfFive)),
        Question.Of("Easy to pass security", passengers, p => EaseShare.FromAnswer(p.Security, TopBox.TwoOfFive)),
        Question.Of("Easy to get to the airport", passengers, p => EaseShare.FromAnswer(p.GettingThere, TopBox.TwoOfFive)),
    ];

    Console.WriteLine($"DID IT CHANGE? {passengers.Length:N0} passengers of an airport, asked each May from {first} to {last}");
    Console.WriteLine("A share is that of answers 4 and 5 of 5, in %, with its interval at 95 %. A change is in points from the year before; the last row");
    Console.WriteLine("compares the last year with the first. Weights make the answers stand for all passengers; the first that have any are those of 2013.");
    Console.WriteLine("Each p allows for all changes in its column on this page (Holm), as answered and weighted apart; better or worse stands only where it");
    Console.WriteLine("is below 0.05. Without the word there is no evidence of a change, which is not evidence of none.");
    Trends.Print(questions);
    Recommendation.Print(passengers);
    Drivers.Print([.. passengers.Where(p => p.Year == last)], last);
    Plan.Print(questions, last);
    return 0;
}
catch (Exception error) when (error is IOException
    or UnauthorizedAccessException
    or InvalidDataException
    or CsvHelperException
    or FormatException)
{
    Console.Error.WriteLine(error.Message.Split('\n')[0].TrimEnd());
    return 1;
}

/// <summary>One year of a question, or its whole span, as answered and weighted.</summary>
internal sealed record Step(
    string Label, string WeightedLabel, Estimate? Value, Change? Change, Estimate? Weighted, Change? WeightedChange, double? DesignEffect)
{
    /// <summary>The label of both, which names the years of each where they differ.</summary>
    public string Both => Label == WeightedLabel ? Label : $"{Label} (weighted: {WeightedLabel})";
}

/// <summary>A question with its years, whatever KPI counts its answers.</summary>
internal sealed record Question(string Title, Step[] Steps)
{
    public static Question Of<TKpi>(string title, Passenger[] passengers, Func<Passenger, TKpi> kpi)
        where TKpi : struct, IKpi<TKpi>
    {
        Segments<int, TKpi> plain = passengers.TallyBy(p => p.Year, kpi);
        Segments<int, Weighted<TKpi>> weighted = passengers.Where(p => p.Weight is not null).TallyBy(p => p.Year, kpi, weight: p => p.Weight!.Value);
        int[] years = [.. plain.Where(year => year.Value.Value is not null).Select(year => year.Key).Order()];
        if (years.Length < 2)
        {
            throw new InvalidDataException($"a change takes two years with answers: {title}");
        }

        int[] weighed = [.. years.Where(weighted.ContainsKey)];
        return new(title, [.. years.Select(year => Between(year - 1, year)), Between(years[0], years[^1])]);

        Step Between(int before, int now)
        {
            // The weighted span begins with the first year that has weights.
            int weightedBefore = now - before > 1 && weighed.Length > 0 ? weighed[0] : before;
            Weighted<TKpi> stands = weighted.GetValueOrDefault(now);
            bool isSpan = now - before > 1;
            return new(
                isSpan ? $"{before} to {now}" : $"{now}",
                isSpan ? $"{weightedBefore} to {now}" : $"{now}",
                isSpan ? null : plain[now].Estimate(),
                plain[now].ChangeFrom(plain.GetValueOrDefault(before)),
                isSpan ? null : stands.Estimate(),
                stands.ChangeFrom(weighted.GetValueOrDefault(weightedBefore)),
                stands.Weights.DesignEffect);
        }
    }
}

/// <summary>Each question's years below each other, judged among all of them.</summary>
internal static class Trends
{
    public static void Print(Question[] questions)
    {
        Step[] all = [.. questions.SelectMany(question => question.Steps)];
        Queue<double?> plain = new(Multiplicity.Adjust(all.Select(step => step.Change?.PValue)));
        Queue<double?> weighted = new(Multiplicity.Adjust(all.Select(step => step.WeightedChange?.PValue)));
        foreach (Question question in questions)
        {
            (Step Step, double? P, double? WeightedP)[] judged = [.. question.Steps.Select(step => (step, plain.Dequeue(), weighted.Dequeue()))];
            Text.Heading(question.Title);
            Console.WriteLine($"As answered: {Found(judged.Select(one => (one.Step.Label, Text.Word(one.Step.Change, one.P))))}. "
                + $"Weighted: {Found(judged.Select(one => (one.Step.WeightedLabel, Text.Word(one.Step.WeightedChange, one.WeightedP))))}.");
            Text.Table(
                ["Year", "Answers", "As answered", "Change", "p", "", "Weighted", "Change", "p", ""],
                judged.Select(one => (string[])
                [
                    one.Step.Both,
                    $"{one.Step.Value?.N:N0}",
                    Text.Of(one.Step.Value),
                    Text.Of(one.Step.Change),
                    Text.P(one.P),
                    Text.Word(one.Step.Change, one.P),
                    Text.Of(one.Step.Weighted),
                    Text.Of(one.Step.WeightedChange),
                    Text.P(one.WeightedP),
                    Text.Word(one.Step.WeightedChange, one.WeightedP),
                ]));
        }
    }

    private static string Found(IEnumerable<(string Label, string Word)> steps)
    {
        string[] found = [.. steps.Where(step => step.Word.Length > 0).Select(step => $"{step.Label} {step.Word}")];
        return found.Length == 0 ? "no evidence of a change" : string.Join(", ", found);
    }
}

/// <summary>The net promoter score of the one year that asked for it.</summary>
internal static class Recommendation
{
    public static void Print(Passenger[] passengers)
    {
        Text.Heading("Would recommend the airport (NPS, 0 to 10)");
        Passenger[] asked = [.. passengers.Where(p => p.Recommend is not null)];
        Nps plain = asked.Tally(p => Nps.FromAnswer(p.Recommend));
        Weighted<Nps> weighted = asked.Where(p => p.Weight is not null).Tally(p => Nps.FromAnswer(p.Recommend), weight: p => p.Weight!.Value);
        int[] years = [.. asked.Select(p => p.Year).Distinct().Order()];
        Text.Table(
            ["Year", "Answers", "As answered", "Weighted", "Promoters", "Passives", "Detractors"],
            [[string.Join(", ", years), $"{plain.N:N0}", Text.Of(plain.Estimate()), Text.Of(weighted.Estimate()), .. Groups(plain)]]);
        Console.WriteLine(years is [int only]
            ? $"The question was asked in {only} only: there is no change to show."
            : "The question was asked in several years, which are shown together.");
        if (PlanningValue.Of(plain.Evidence) is { } plan && DetectableChange.Of(plan, plain.N).Rise is { } rise)
        {
            Console.WriteLine($"Asked again of as many, a change of {rise:0.0} points would be seen with a probability of 80 %.");
        }
    }

    private static string[] Groups(Nps nps) => [$"{nps.Promoters:N0}", $"{nps.Passives:N0}", $"{nps.Detractors:N0}"];
}

/// <summary>What satisfaction hangs on.</summary>
internal static class Drivers
{
    private static readonly (string Name, Func<Passenger, double?> Figure)[] Items =
    [
        ("Feeling safe", p => p.Safe),
        ("Finding one's way", p => p.FindWay),
        ("Passing security", p => p.Security),
        ("Getting to the airport", p => p.GettingThere),
        ("No problem met", p => p.HadProblem is { } had ? had ? 0 : 1 : null),
    ];

    public static void Print(Passenger[] passengers, int year)
    {
        Text.Heading($"What goes with satisfaction ({year})");
        DriverAnalysis drivers = DriverAnalysis.Of(passengers, p => p.Overall, Items);
        if (drivers.Refusal is { } refusal)
        {
            Console.WriteLine(refusal.Message);
            return;
        }

        Text.Table(
            ["Item", "Share of what all explain", "Mean", "Correlation"],
            drivers.MostImportantFirst().Select(driver => (string[])
            [
                driver.Name,
                $"{100 * driver.Share:0} [{100 * driver.ShareLower:0}, {100 * driver.ShareUpper:0}]",
                $"{passengers.Average(Items.Single(item => item.Name == driver.Name).Figure):0.00}",
                $"{driver.Correlation:+0.00;−0.00}",
            ]));
        Console.WriteLine($"Shares in % by LMG (Shapley), limits from {drivers.Resamples:N0} resamples of {drivers.N:N0} passengers who answered all items;");
        Console.WriteLine($"together they explain {100 * drivers.RSquared:0} % of how satisfaction varies. Means are of 1 to 5; no problem is 1 or 0.");
        Console.WriteLine("What goes with satisfaction need not raise it; whether it does, a change and a comparison show.");
    }
}

/// <summary>What a comparison of two years like the last one sees.</summary>
internal static class Plan
{
    public static void Print(Question[] questions, int last)
    {
        Text.Heading($"What the sample could have seen ({last - 1} and {last}, with a probability of 80 %, before allowing for many changes)");
        Text.Table(
            ["Question", "Rise", "Fall", "Weighted: rise", "fall", "Answers a year to see 1 point, weighted"],
            questions.Select(question =>
            {
                Step now = question.Steps[^2], before = question.Steps[^3];
                PlanningValue plan = PlanningValue.Share(before.Value!.Value.Value);
                double effect = Math.Max(now.DesignEffect ?? 1, before.DesignEffect ?? 1);
                DetectableChange plain = DetectableChange.Of(plan, now.Value!.Value.N, before.Value!.Value.N);
                DetectableChange weighted = DetectableChange.Of(plan, now.Value!.Value.N, before.Value!.Value.N, designEffect: effect);
                return (string[])
                [
                    question.Title,
                    $"+{100 * plain.Rise:0.0}",
                    $"−{100 * plain.Fall:0.0}",
                    $"+{100 * weighted.Rise:0.0}",
                    $"−{100 * weighted.Fall:0.0}",
                    $"{SampleSizes.ForDifference(plan, 0.01, designEffect: effect).N:N0}",
                ];
            }));
    }
}

/// <summary>Figures and tables as text.</summary>
internal static class Text
{
    public static void Heading(string heading) => Console.WriteLine($"\n{heading}\n{new string('-', heading.Length)}");

    /// <summary>Columns as wide as their widest cell: the first one to the left, the others to the right, words to the left again.</summary>
    public static void Table(string[] head, IEnumerable<string[]> rows)
    {
        string[][] lines = [head, .. rows];
        int[] widths = [.. head.Select((_, i) => lines.Max(line => line[i].Length))];
        foreach (string[] line in lines)
        {
            Console.WriteLine(string.Join("  ", line.Select((cell, i) =>
                i == 0 || head[i].Length == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).TrimEnd());
        }
    }

    public static string Of(Estimate? estimate) => estimate is not { } known ? ""
        : known.Unit == KpiUnit.Share ? $"{100 * known.Value:0.0} [{100 * known.Lower:0.0}, {100 * known.Upper:0.0}]"
        : $"{Signed(known.Value)} [{Signed(known.Lower)}, {Signed(known.Upper)}]";

    public static string Of(Change? change) => change is { } known
        ? $"{Signed(100 * known.Difference)} [{Signed(100 * known.Lower)}, {Signed(100 * known.Upper)}]"
        : "";

    public static string P(double? p) => p switch { null => "", < 0.0001 => "<0.0001", _ => $"{p:0.0000}" };

    public static string Word(Change? change, double? p) => change is { } known && p < 0.05 ? known.Difference > 0 ? "better" : "worse" : "";

    private static string Signed(double? value) => $"{value:+0.0;−0.0;0.0}";
}

/// <summary>The answers of one passenger; <see langword="null"/> where there is none.</summary>
internal sealed record Passenger(
    int Year, int? Overall, int? FindWay, int? Security, int? Safe, int? GettingThere, bool? HadProblem, int? Recommend, decimal? Weight)
{
    public static Passenger[] Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new InvalidDataException($"there is no folder {folder}; the survey is not part of this repository");
        }

        using StreamReader text = new(new GZipStream(File.OpenRead(Path.Combine(folder, "responses.csv.gz")), CompressionMode.Decompress));
        using CsvReader csv = new(text, CultureInfo.InvariantCulture);
        List<Passenger> passengers = [];
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            passengers.Add(new(
                csv.GetField<int>("survey_year"),
                Code("overall", 1, 5),
                Code("find_way", 1, 5),
                Code("security", 1, 5),
                Code("safe", 1, 5),
                Code("getting_to_airport", 1, 5),
                Code("problem", 1, 2) is { } problem ? problem == 1 : null,
                Code("netpro", 0, 10),
                csv.GetField<decimal?>("weight")));
        }

        return passengers.Count > 0 ? [.. passengers] : throw new InvalidDataException("responses.csv.gz has no rows");

        // Blanks, "not applicable" and "do not know" have codes outside the scale; a blank counted as an 11 would be a promoter.
        int? Code(string column, int lowest, int highest) =>
            int.TryParse(csv.GetField(column), NumberStyles.None, CultureInfo.InvariantCulture, out int code) && code >= lowest && code <= highest
                ? code
                : null;
    }
}
