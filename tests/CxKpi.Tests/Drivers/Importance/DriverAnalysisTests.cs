using CxKpi.Practices;
using CxKpi.Trends;

namespace CxKpi.Tests.Drivers;

public class DriverAnalysisTests
{
    internal sealed record Answer(double? Overall, double? Speed, double? Price, double? Staff);

    private static readonly (string, Func<Answer, double?>)[] Parts = [("Speed", a => a.Speed), ("Price", a => a.Price), ("Staff", a => a.Staff)];

    [Fact]
    public void Of_AnswersDrivenBySpeed_NamesIt()
    {
        DriverAnalysis found = DriverAnalysis.Of(Answers(300), a => a.Overall, Parts);

        Assert.Equal(["Speed", "Staff", "Price"], found.MostImportantFirst().Select(driver => driver.Name));
        Assert.Equal((300, 0, DriverMethod.Shapley, 1000), (found.N, found.Missing, found.Method, found.Resamples));
        Assert.True(found.PValue < 1e-6);
        Assert.All(found.Drivers, driver => Assert.True(driver.ShareLower < driver.Share && driver.Share < driver.ShareUpper));
        Assert.StartsWith("R\u00B2 = 0.", found.ToString(), StringComparison.Ordinal);
        Assert.Contains("steigt mit dem Ergebnis", found.ToString(ReportLanguage.German), StringComparison.Ordinal);
        Assert.Contains("augmente avec le résultat", found.ToHtml(ReportLanguage.French), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_RowsWithGaps_LeavesThemOut()
    {
        Answer[] answers = [.. Answers(60), new(5, null, 3, 4), new(null, 1, 2, 3)];

        Assert.Equal((60, 2), (DriverAnalysis.Of(answers, a => a.Overall, Parts).N, DriverAnalysis.Of(answers, a => a.Overall, Parts).Missing));
    }

    [Fact]
    public void Sign_OfADriverThatHurts_StandsApart()
    {
        DriverAnalysis found = DriverAnalysis.Of(Answers(200), a => 10 - a.Overall, Parts, new() { Resamples = 0 });

        Assert.True(found.Drivers[0].Importance > 0 && found.Drivers[0].Correlation < 0);
        Assert.EndsWith("falls as the outcome rises", found.Drivers[0].ToString(), StringComparison.Ordinal);
        Assert.Null(found.Drivers[0].ShareLower);
    }

    [Fact]
    public void Limits_OfASeed_AreRepeatable()
    {
        DriverAnalysis Of(long seed) => DriverAnalysis.Of(Answers(80), a => a.Overall, Parts, new() { Seed = seed, Resamples = 200 });

        Assert.Equal(Of(5), Of(5));
        Assert.NotEqual(Of(5), Of(6));
    }

    // Percentiles of so low a confidence lie close together, and seldom about what all rows say.
    [Theory]
    [InlineData(DriverMethod.Shapley)]
    [InlineData(DriverMethod.RelativeWeights)]
    public void Limits_OfAnyConfidence_HoldTheShare(DriverMethod method)
    {
        DriverAnalysis found = DriverAnalysis.Of(
            Answers(80), a => a.Overall, Parts, new() { Method = method, Resamples = 20, Confidence = 0.01 });

        Assert.NotEmpty(found.Drivers);
        Assert.All(found.Drivers, driver => Assert.InRange(driver.Share!.Value, driver.ShareLower!.Value, driver.ShareUpper!.Value));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(19)]
    public void Options_TooFewResamplesForLimits_Throw(int resamples) =>
        Assert.Throws<ArgumentOutOfRangeException>("Resamples", () => new DriverOptions { Resamples = resamples });

    [Fact]
    public void Refusals_OfTooLittle_AreNamed()
    {
        Assert.Equal("at least 5 complete rows are needed; there are 0", Refusal([]));
        Assert.Equal("at least 5 complete rows are needed; there are 1", Refusal(Answers(1)));
        Assert.Equal("at least 5 complete rows are needed; there are 4", Refusal(Answers(4)));
        Assert.Equal("the outcome does not vary: there is nothing to explain", Refusal(Answers(20).Select(a => a with { Overall = 7 })));
        Assert.Equal("Price, Staff: the figures do not vary, leave them out", Refusal(Answers(20).Select(a => a with { Price = 0.1, Staff = 3 })));
    }

    [Fact]
    public void Refusal_OfDriversThatRepeatEachOther_NamesThem()
    {
        Assert.Equal("Speed, Staff repeat each other: leave one of them out", Refusal(Answers(50).Select(a => a with { Staff = 11 - 2 * a.Speed })));
        Assert.Equal("Speed, Price, Staff repeat each other: leave one of them out", Refusal(Answers(50).Select(a => a with { Staff = a.Speed + a.Price })));
        DriverAnalysis found = DriverAnalysis.OfCorrelations(["a", "b", "c"], [[1, 0.5, 0.4, 0.5], [0.5, 1, 0.2, 1], [0.4, 0.2, 1, 0.2], [0.5, 1, 0.2, 1]]);
        Assert.Equal(NoticeKind.CollinearDrivers, found.Refusal!.Kind);
        Assert.Equal("a, c se répètent\u202F: écartez l'un d'eux", found.ToString(ReportLanguage.French));
        Assert.Null(found.RSquared);
    }

    [Fact]
    public void Warnings_OfWeakAnalyses_AreGiven()
    {
        RepeatableRandom random = new(3);
        double[] noise = [.. Enumerable.Range(0, 40).Select(_ => random.NextNormal())], other = [.. noise.Select(_ => random.NextNormal())];
        double[] twin = [.. noise.Select(x => x + 0.05 * random.NextNormal())];
        DriverAnalysis chance = DriverAnalysis.OfColumns(other, [("noise", noise)]);
        DriverAnalysis alike = DriverAnalysis.OfColumns([.. noise.Zip(other, (a, b) => a + b)], [("one", noise), ("twin", twin)]);

        Assert.Equal(NoticeKind.NothingExplained, Assert.Single(chance.Warnings).Kind);
        Assert.Equal("one, twin are so alike that how they share their importance is barely known", Assert.Single(alike.Warnings).Message);
    }

    // One respondent in thirty is of another kind: many resamples miss that one.
    [Fact]
    public void Warnings_OfResamplesWithoutSpread_AreCounted()
    {
        double[] rare = [.. Enumerable.Range(0, 30).Select(i => i == 4 ? 1.0 : 0)], outcome = [.. Enumerable.Range(0, 30).Select(i => i * 7 % 11 + rare[i])];
        DriverAnalysis found = DriverAnalysis.OfColumns(outcome, [("rare", rare), ("x", [.. outcome.Select((y, i) => y + i % 3)])]);

        Assert.Contains(found.Warnings, warning => warning.Kind == NoticeKind.ResamplesLeftOut);
        Assert.InRange(found.Resamples, 500, 800);
        Assert.NotNull(found.Drivers[0].ShareLower);
    }

    [Fact]
    public void Method_ByTheNumberOfDrivers_IsChosen()
    {
        Assert.Equal(DriverMethod.Shapley, Noise(12, null).Method);
        Assert.Equal(DriverMethod.RelativeWeights, Noise(13, null).Method);
        Assert.Equal(16, Noise(16, DriverMethod.Shapley).Drivers.Count);
        Assert.Equal(
            "drivers must be 16 at most for the Shapley value; got 17: leave some out, or take relative weights (Parameter 'drivers')",
            Assert.Throws<ArgumentOutOfRangeException>(() => Noise(17, DriverMethod.Shapley)).Message);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(100_001)]
    [InlineData(int.MaxValue)]
    public void Resamples_WithoutEnd_AreRefused(int resamples) => Assert.StartsWith(
        FormattableString.Invariant($"Resamples must be between 20 and 100000; got {resamples}"),
        Assert.Throws<ArgumentOutOfRangeException>("Resamples", () => new DriverOptions { Resamples = resamples }).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Arguments_ThatAreNone_AreRefused()
    {
        Assert.Equal(
            "drivers must hold at least one driver (Parameter 'drivers')",
            Assert.Throws<ArgumentException>(() => DriverAnalysis.OfColumns([1, 2], [])).Message);
        Assert.Equal(
            "drivers must have names of their own, but two are called a (Parameter 'drivers')",
            Assert.Throws<ArgumentException>(() => DriverAnalysis.OfColumns([1], [("a", [1]), ("a", [2])])).Message);
        Assert.Equal(
            "drivers must hold finite numbers (at position 0, Speed); got NaN (Parameter 'drivers')",
            Assert.Throws<ArgumentOutOfRangeException>(() => DriverAnalysis.OfColumns([1], [("Speed", [double.NaN])])).Message);
        Assert.Equal(
            "correlations[0][1] must equal correlations[1][0] (0.4); got 0.5 (Parameter 'correlations[0][1]')",
            Assert.Throws<ArgumentOutOfRangeException>(() => DriverAnalysis.OfCorrelations(["a"], [[1, 0.5], [0.4, 1]])).Message);
        Assert.StartsWith(
            "correlations must be such as data can have, but their least eigenvalue is -0.",
            Assert.Throws<ArgumentException>(() => DriverAnalysis.OfCorrelations(["a", "b"], [[1, 0.9, 0.9], [0.9, 1, -0.9], [0.9, -0.9, 1]])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void OfCorrelations_WithoutAny_HasNoShares()
    {
        DriverAnalysis found = DriverAnalysis.OfCorrelations(["a", "b"], [[1, 0, 0], [0, 1, 0], [0, 0, 1]], rows: 50);

        Assert.Equal((0, 1), (found.RSquared, found.PValue));
        Assert.All(found.Drivers, driver => Assert.Null(driver.Share));
        Assert.Contains("a undefined, unrelated to the outcome", found.ToString(), StringComparison.Ordinal);
    }

    internal static IEnumerable<Answer> Answers(int count)
    {
        RepeatableRandom random = new(7);
        for (int i = 0; i < count; i++)
        {
            double mood = random.NextNormal(), speed = mood + random.NextNormal(), price = mood + random.NextNormal(), staff = mood + random.NextNormal();
            yield return new(1.5 * speed + 0.5 * staff + random.NextNormal(), speed, price, staff);
        }
    }

    private static string Refusal(IEnumerable<Answer> answers) => DriverAnalysis.Of(answers, a => a.Overall, Parts).ToString();

    private static DriverAnalysis Noise(int drivers, DriverMethod? method)
    {
        RepeatableRandom random = new(9);
        double[] Column() => [.. Enumerable.Range(0, 60).Select(_ => random.NextNormal())];
        double[] outcome = Column();
        (string, IReadOnlyList<double>)[] columns = [.. Enumerable.Range(0, drivers).Select(j => ($"x{j}", (IReadOnlyList<double>)Column()))];
        return DriverAnalysis.OfColumns(outcome, columns, new() { Method = method, Resamples = 0 });
    }
}
