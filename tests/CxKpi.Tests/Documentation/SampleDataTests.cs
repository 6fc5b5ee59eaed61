using CxKpi.Practices;
using NodaTime;
using NodaTime.Text;

namespace CxKpi.Tests.Documentation;

/// <summary>What samples/generate-data.cs plants in the invented shop, the library finds.</summary>
public class SampleDataTests
{
    private static readonly LocalDate December = new(2025, 12, 1);

    [Fact]
    public void Invitations_Audited_HaveThePlantedBreachesAndNoOthers()
    {
        SolicitationAudit<string> audit = SolicitationAudit.Of(
            Rows("invitations.csv").Select(cells => new Invitation<string>(cells[1], Day(cells[0]), cells[2], cells[3])),
            SolicitationRule.AtMost(2, 30),
            SolicitationRule.Apart(7));

        Assert.Equal((25, 25), (audit.Rules[0].Invitations.Count, audit.Rules[0].Customers.Count));
        Assert.Equal((15, 15), (audit.Rules[1].Invitations.Count, audit.Rules[1].Customers.Count));
        Assert.Equal(audit.Invitations.Count, audit.BySurvey()["annual"].Count);
        Assert.All(audit.Breaches, breach => Assert.Equal(new LocalDate(2025, 12, 10), breach.At.InUtc().Date));
    }

    [Fact]
    public void Answers_BesideInvitations_LeanToThePlusPlanAndToTheShop()
    {
        Dictionary<string, string> plans = Rows("customers.csv").ToDictionary(cells => cells[0], cells => cells[1]);
        string[][] answers = [.. Rows("answers.csv").Where(cells => Day(cells[0]) >= December)];
        string[][] invited = [.. Rows("invitations.csv").Where(cells => Day(cells[0]) >= December && cells[2] == "contact")];
        Representativeness report = Representativeness.Of(
            answers.Select(cells => Nps.FromAnswer(Rating(cells[2]))),
            [
                PopulationMargin.Of("plan", answers.Select(cells => cells[5]), Sizes(invited.Select(cells => plans[cells[1]]))),
                PopulationMargin.Of("channel", answers.Select(cells => cells[1]), Sizes(invited.Select(cells => cells[3]))),
            ],
            populationWasInvited: true);

        Assert.True(report.Margins[0].Differs);
        Assert.True(report.Margins[1].Differs);
        Assert.True(report.Margins[1].Strata.Single(stratum => stratum.Name == "shop").StandardizedResidual > 2);
        Assert.True(report.Margins[1].Strata.Single(stratum => stratum.Name == "e-mail").StandardizedResidual < -2);

        // The pleased answer more often, so the score of those who answered is too good.
        Assert.True(report.Weighted!.Value.Value < report.Raw!.Value.Value - 2);
        ChangeRatio twice = Answered("plus").RatioTo(Answered("basic"))!.Value;
        Assert.InRange(2, twice.Lower!.Value, twice.Upper!.Value);

        ShareTally Answered(string plan) => new(answers.Count(cells => cells[5] == plan), invited.Count(cells => plans[cells[1]] == plan));
    }

    [Fact]
    public void Drivers_OfSatisfaction_HaveThePlantedOrder()
    {
        DriverAnalysis drivers = DriverAnalysis.Of(
            Rows("answers.csv"),
            cells => Rating(cells[3]),
            [
                ("delivery", cells => Rating(cells[6])), ("price", cells => Rating(cells[7])),
                ("website", cells => Rating(cells[8])), ("support", cells => Rating(cells[9])),
            ]);

        Assert.Equal(["delivery", "support", "price", "website"], drivers.MostImportantFirst().Select(driver => driver.Name));
        Driver[] ranked = [.. drivers.MostImportantFirst()];
        Assert.All(ranked.Zip(ranked.Skip(1)), pair => Assert.True(pair.First.ShareLower > pair.Second.ShareUpper));
    }

    internal static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(Repository.Root, "samples", "data", file)).Skip(1).Select(line => line.Split(','));

    private static Dictionary<string, decimal> Sizes(IEnumerable<string> categories) =>
        categories.GroupBy(category => category, StringComparer.Ordinal).ToDictionary(group => group.Key, group => (decimal)group.Count());

    private static LocalDate Day(string cell) => LocalDatePattern.Iso.Parse(cell).Value;

    internal static int? Rating(string cell) => cell.Length == 0 ? null : int.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);
}
