using System.Reflection;
using CsvHelper;
using CxKpi.Trends;
using NodaTime;

namespace CxKpi.Tests.Documentation;

/// <summary>The quickstart's report tells what samples/generate-data.cs planted in the invented shop, and nothing else.</summary>
public class QuickstartTests
{
    private static readonly string Samples = Path.Combine(Repository.Root, "samples");

    // Compiled once: the sample's own code, as it stands there.
    private static readonly Lazy<Func<ReportLanguage, Scorecard>> Sample = new(Compiled);

    public static TheoryData<ReportLanguage> Languages => [.. Enum.GetValues<ReportLanguage>()];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Verdicts_AreThePlantedChange_AndNoOther(ReportLanguage language)
    {
        Scorecard card = Sample.Value(language);

        ScorecardLine[] changed =
            [.. card.Lines.Where(line => line.Verdict is not (LatestVerdict.AsExpected or LatestVerdict.NoEvidence or LatestVerdict.Unknown))];

        // Payments that fail on telephones leave carts behind, and so take away from conversion.
        Assert.Equal([CartAbandonment.Definition, ConversionRate.Definition], changed.Select(line => line.Definition));
        Assert.All(changed, line => Assert.Equal((LatestVerdict.Worse, LatestBasis.Season), (line.Verdict, line.Latest!.Basis)));
        Assert.All(changed, line => Assert.Contains(line.Label, card.Headline(language), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Season_ExplainsTheFallOfDecember(ReportLanguage language)
    {
        Scorecard card = Sample.Value(language);
        ScorecardLine nps = card.Lines.First(line => line.Definition == CxKpi.Nps.Definition);

        Assert.Equal(ChangeVerdict.Worse, Nps("2025-12").ChangeFrom(Nps("2025-11"))!.Value.Verdict);
        Assert.Equal((LatestVerdict.AsExpected, LatestBasis.Season), (nps.Verdict, nps.Latest!.Basis));
        string december = new System.Globalization.CultureInfo(Culture(language)).DateTimeFormat.GetMonthName(12);
        Assert.Contains(december, card.Headline(language), StringComparison.Ordinal);

        static Nps Nps(string month) => SampleDataTests.Rows("answers.csv")
            .Where(cells => cells[0].StartsWith(month, StringComparison.Ordinal))
            .Tally(cells => CxKpi.Nps.FromAnswer(SampleDataTests.Rating(cells[2])));
    }

    [Fact]
    public void FalseAlarm_OfMonthsThatDifferByChance_IsNotReported()
    {
        ScorecardLine handled = Sample.Value(ReportLanguage.English).Lines.Single(line => line.Definition == AverageHandleTime.Definition);

        // Whoever compares two months alone calls it a change.
        Assert.True(Handled("2025-12").ChangeFrom(Handled("2025-11"))!.Value.PValue < 0.05);
        Assert.Equal(LatestVerdict.AsExpected, handled.Verdict);

        static AverageHandleTime Handled(string month) => SampleDataTests.Rows("calls.csv")
            .Where(cells => cells[0].StartsWith(month, StringComparison.Ordinal) && cells[3] == "answered")
            .Tally(cells => new AverageHandleTime(DurationTally.One(Duration.FromSeconds(SampleDataTests.Rating(cells[5])!.Value))));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void ThinChannel_IsShownWithItsN_AndNotJudged(ReportLanguage language)
    {
        Chart channels = Sample.Value(language).Charts[3];
        string[] letter = Assert.Single(channels.ToCsv().Split("\r\n"), row => row.StartsWith("letter,", StringComparison.Ordinal)).Split(',');

        Assert.Equal(("7", ""), (letter[4], letter[5]));
        Assert.DoesNotContain("letter", channels.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Retention_StandsBesideChurn_AndIsItsComplement()
    {
        IReadOnlyList<ScorecardLine> lines = Sample.Value(ReportLanguage.English).Lines;
        int churn = lines.ToList().FindIndex(line => line.Definition == Churn.Definition);

        Assert.Equal(Retention.Definition, lines[churn + 1].Definition);
        Assert.Equal(1, lines[churn].Value!.Value + lines[churn + 1].Value!.Value, 12);
    }

    private static Func<ReportLanguage, Scorecard> Compiled()
    {
        string code = File.ReadAllText(Path.Combine(Samples, "quickstart.cs"));
        (string[] findings, byte[] program) = ReaderProgram.Compile(code, [], beside: typeof(CsvHelperException));
        Assert.True(findings.Length == 0, string.Join("\n", findings));
        Assembly quickstart = Assembly.Load(program);
        object shop = Activator.CreateInstance(quickstart.GetType("Shop", throwOnError: true)!, Path.Combine(Samples, "data"))!;
        MethodInfo of = quickstart.GetType("Report", throwOnError: true)!.GetMethod("Of")!;
        IReadOnlyList<Benchmark> benchmarks = Benchmark.ListFromJson(File.ReadAllText(Path.Combine(Samples, "benchmarks.json")));
        return language => (Scorecard)of.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [shop, benchmarks, language], null)!;
    }

    private static string Culture(ReportLanguage language) => language switch
    {
        ReportLanguage.French => "fr",
        ReportLanguage.German => "de",
        _ => "en",
    };
}
