using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace CxKpi.Tests.Scorecards;

/// <summary>An assessment that was written down agrees with its target when it is read.</summary>
public class TargetAssessmentTests
{
    private static readonly TargetAssessment Met = Target.AtLeast(20).Assess(new Nps(80, 40, 20));
    private static readonly TargetAssessment Missed = Target.AtLeast(20).Assess(new Nps(20, 40, 80));
    private static readonly TargetAssessment Undecided = Target.AtLeast(25).Assess(new Nps(11, 6, 3));
    private static readonly TargetAssessment Few = Target.AtMost(0.05).Assess(new Churn(20, 1000));
    private static readonly TargetAssessment Many = Target.AtMost(0.05).Assess(new Churn(90, 1000));
    private static readonly TargetAssessment Nothing = Target.AtLeast(20).Assess(default(Nps));
    private static readonly TargetAssessment Counted = (Target.AtLeast(0.8) with { IsCensus = true }).Assess(new SlaCompliance(812, 188));
    private static readonly TargetAssessment CountedMiss = (Target.AtLeast(0.8) with { IsCensus = true }).Assess(new SlaCompliance(788, 212));
    private static readonly TargetAssessment All = Target.AllWithin(Duration.FromMinutes(1)).Assess(new SlaCompliance(100, 0));
    private static readonly TargetAssessment NotAll = Target.AllWithin(Duration.FromMinutes(1)).Assess(new SlaCompliance(100, 1));

    [Fact]
    public void Json_OfEveryStatus_ComesBack()
    {
        TargetAssessment[] all = [Met, Missed, Undecided, Few, Many, Nothing, Counted, CountedMiss, All, NotAll];

        Assert.Equal(
            [
                TargetStatus.Met, TargetStatus.Missed, TargetStatus.Undecided, TargetStatus.Met, TargetStatus.Missed, TargetStatus.NoData,
                TargetStatus.Met, TargetStatus.Missed, TargetStatus.Met, TargetStatus.Missed,
            ],
            all.Select(x => x.Status));
        Assert.All(all, x => Assert.Equal(x, JsonSerializer.Deserialize<TargetAssessment>(JsonSerializer.Serialize(x))));
    }

    [Fact]
    public void Json_OfAStatusThatTheLimitsDeny_IsRefused()
    {
        Assert.All([Missed, Undecided, Many, CountedMiss, NotAll, Nothing], x => Refused(x, Met));
        Assert.All([Met, Undecided, Few, Counted, Nothing], x => Refused(x, Missed));
        Assert.All([Met, Missed, Undecided, Few, Many, Counted, All], x => Refused(x, Nothing));
        Refused(Nothing, Undecided);

        // On the one side by the value, and on the other by a limit.
        TargetAssessment below = Target.AtLeast(45).Assess(new Nps(11, 6, 3)), fewer = Target.AtMost(0.05).Assess(new Churn(45, 1000));
        Assert.All([below, fewer], x => Refused(x, Met));
        Assert.All([below, fewer], x => Refused(x, Missed));

        // What flags leave undecided may lie wholly on one side.
        Assert.Equal(TargetStatus.Undecided, Read(Met, Undecided).Status);
        Assert.Equal(TargetStatus.Undecided, Read(Many, Undecided).Status);
    }

    // Figures that were rounded on their way are still at the goal, those further off are not.
    [Theory]
    [InlineData(0.8 - 4e-7, true)]
    [InlineData(0.8 - 4e-6, false)]
    public void Json_OfARoundedValue_IsStillAtItsGoal(double value, bool agrees)
    {
        JsonNode json = JsonSerializer.SerializeToNode(Counted)!;
        json["Value"] = value;

        Assert.Equal(agrees, Record.Exception(() => json.Deserialize<TargetAssessment>()) is null);

        JsonNode points = JsonSerializer.SerializeToNode((Target.AtLeast(20) with { IsCensus = true }).Assess(new Nps(6, 0, 4)))!;
        points["Value"] = 25 * value;
        Assert.Equal(agrees, Record.Exception(() => points.Deserialize<TargetAssessment>()) is null);
    }

    [Fact]
    public void Json_OfAGoalOfZero_ComesBack()
    {
        TargetAssessment even = (Target.AtLeast(0) with { IsCensus = true }).Assess(new Nps(3, 2, 3));

        Assert.Equal(TargetStatus.Met, even.Status);
        Assert.Equal(even, JsonSerializer.Deserialize<TargetAssessment>(JsonSerializer.Serialize(even)));
    }

    [Fact]
    public void Json_OfLimitsOutOfOrder_IsRefused()
    {
        JsonNode json = JsonSerializer.SerializeToNode(Undecided)!;
        (json["Lower"], json["Upper"]) = (json["Upper"]!.DeepClone(), json["Lower"]!.DeepClone());
        Assert.Throws<JsonException>(() => json.Deserialize<TargetAssessment>());

        JsonNode way = JsonSerializer.SerializeToNode(Target.AtLeast(25, baseline: 0).Assess(new Nps(11, 6, 3)))!;
        (way["AttainmentLower"], way["AttainmentUpper"]) = (way["AttainmentUpper"]!.DeepClone(), way["AttainmentLower"]!.DeepClone());
        Assert.Throws<JsonException>(() => way.Deserialize<TargetAssessment>());
    }

    // The value is 45 of the way from 20 to 60, with its limits on both sides.
    [Theory]
    [InlineData("Attainment", 0.7, "Attainment must be 0.625, which is how far 45 is from 20 to 60; got 0.7")]
    [InlineData("AttainmentLower", 0.1, "AttainmentLower must be ")]
    [InlineData("AttainmentUpper", 0.9, "AttainmentUpper must be ")]
    [InlineData("Value", 44, "Attainment must be 0.6, which is how far 44 is from 20 to 60; got 0.625")]
    [InlineData("Lower", null, "AttainmentLower must not be stated without a baseline and the figure that is on the way")]
    [InlineData("Value", null, "Status must be what the value and its limits are against the goal")]
    [InlineData("Target.Baseline", 30, "Attainment must be 0.5, which is how far 45 is from 30 to 60; got 0.625")]
    [InlineData("Target.Baseline", null, "Attainment must not be stated without a baseline")]
    [InlineData("Target.Baseline", 70, "Attainment must not be stated where the baseline already meets the goal; got 0.625")]
    [InlineData("Target.Goal", 50, "Attainment must be 0.8333333333333334, which is how far 45 is from 20 to 50; got 0.625")]
    [InlineData("Target.Deadline", null, "IsDue must not be stated without a deadline; got false")]
    [InlineData("Target.IsCensus", true, "Lower must not be stated for a full count, which has no sampling error")]
    public void Json_OfAWayThatTheFiguresDeny_IsRefused(string member, object? stated, string rule)
    {
        JsonNode json = JsonSerializer.SerializeToNode(OnTheWay())!, parent = member.Contains('.', StringComparison.Ordinal) ? json["Target"]! : json;
        parent[member.Split('.')[^1]] = JsonSerializer.SerializeToNode(stated);

        Assert.StartsWith(rule, Assert.Throws<JsonException>(() => json.Deserialize<TargetAssessment>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_OfAWayThatWasRoundedOrLeftOut_ComesBack()
    {
        JsonNode json = JsonSerializer.SerializeToNode(OnTheWay())!;
        json["Attainment"] = 0.625 + 4e-7;
        json["AttainmentLower"] = null;

        Assert.Equal(0.625, json.Deserialize<TargetAssessment>()!.Attainment!.Value, 6);

        // Next to the goal a digit of the baseline is much of the way.
        JsonNode near = JsonSerializer.SerializeToNode(Target.AtLeast(60, baseline: 60 - 1e-7).Assess(new Nps(11, 7, 2)))!;
        near["Target"]!["Baseline"] = 60;
        Assert.NotNull(near.Deserialize<TargetAssessment>()!.Attainment);
    }

    [Fact]
    public void Json_OfTheExtremesOfNumbers_ComesBack()
    {
        AverageHandleTime handled = AverageHandleTime.FromContacts([Duration.FromMinutes(4), Duration.FromMinutes(6)]);
        DurationSample waits = DurationSample.FromCounts([(Duration.FromSeconds(50), 1), (Duration.FromSeconds(90), 1)]);
        TargetAssessment[] all =
        [
            Target.AtMost(double.MaxValue, baseline: double.MaxValue).Assess(handled),
            Target.AtMost(0, baseline: double.MaxValue).Assess(handled),
            Target.AtMost(0, baseline: double.Epsilon).Assess(handled),
            Target.RelativeChange(-0.1, new Churn(80, 1000)).Assess(new Churn(60, 1000)),
            Target.AllWithin(Duration.FromSeconds(60), 0.8, baseline: 0.5).Assess(waits),
        ];

        Assert.All(all, x => Assert.Equal(x, JsonSerializer.Deserialize<TargetAssessment>(JsonSerializer.Serialize(x))));
    }

    [Fact]
    public void ToString_SaysStatusValueAndWay()
    {
        LocalDate end = new(2026, 12, 31), before = new(2026, 11, 30), after = new(2027, 1, 1);
        Target target = Target.AtMost(0.05, baseline: 0.1, deadline: end);

        Assert.StartsWith("Missed: 9.0% against", target.Assess(new Churn(90, 1000)).ToString(), StringComparison.Ordinal);
        Assert.StartsWith("Missed: 9.0% against", target.Assess(new Churn(90, 1000), after).ToString(), StringComparison.Ordinal);
        Assert.StartsWith("Not met yet: 9.0% against", target.Assess(new Churn(90, 1000), before).ToString(), StringComparison.Ordinal);
        Assert.StartsWith("Met: 2.0% against", target.Assess(new Churn(20, 1000), before).ToString(), StringComparison.Ordinal);
        Assert.EndsWith(" (attainment 160%)", target.Assess(new Churn(20, 1000), before).ToString(), StringComparison.Ordinal);
        Assert.StartsWith("No data: ", Nothing.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("attainment", Met.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void New_OfUnnamedStatusOrUnit_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Status", () => Met with { Status = (TargetStatus)9 });
        Assert.Throws<ArgumentOutOfRangeException>("Unit", () => Met with { Unit = (KpiUnit)99 });
        Assert.Null((Met with { Unit = null }).Unit);
    }

    [Theory]
    [InlineData(7996, "Missed: 79.96% against at least 80.00%, full count")]
    [InlineData(8000, "Met: 80.0% against at least 80.0%, full count")]
    [InlineData(8004, "Met: 80.04% against at least 80.00%, full count")]
    [InlineData(7000, "Missed: 70.0% against at least 80.0%, full count")]
    public void ToString_OfAValueThatReadsLikeTheGoal_KeepsThemApart(int resolved, string text) =>
        Assert.Equal(text, (Target.AtLeast(0.8) with { IsCensus = true }).Assess(new FirstContactResolution(resolved, 10_000)).ToString());

    [Theory]
    [InlineData(ReportLanguage.English, "79.96%", "80.00%")]
    [InlineData(ReportLanguage.French, "79,96\u202F%", "80,00\u202F%")]
    [InlineData(ReportLanguage.German, "79,96\u00A0%", "80,00\u00A0%")]
    public void Faces_OfAValueThatReadsLikeTheGoal_KeepThemApart(ReportLanguage language, string value, string goal)
    {
        TargetAssessment missed = (Target.AtLeast(0.8) with { IsCensus = true }).Assess(new FirstContactResolution(7996, 10_000));

        Assert.All([missed.ToText(language), missed.ToMarkdown(language), missed.ToHtml(language)], face =>
        {
            Assert.Contains(value, face, StringComparison.Ordinal);
            Assert.Contains(goal, face, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData(ReportLanguage.English, "79.96%", "80.00%", "5 min 00.4 s", "5 min 00.0 s")]
    [InlineData(ReportLanguage.French, "79,96\u202F%", "80,00\u202F%", "5\u202Fmin\u202F00,4\u202Fs", "5\u202Fmin\u202F00,0\u202Fs")]
    [InlineData(ReportLanguage.German, "79,96\u00A0%", "80,00\u00A0%", "5\u00A0min\u00A000,4\u00A0s", "5\u00A0min\u00A000,0\u00A0s")]
    public void Scorecard_OfValuesThatReadLikeTheirGoals_KeepsThemApart(ReportLanguage language, string share, string leastShare, string time, string mostTime)
    {
        Scorecard card = Scorecard.Titled("Service", asOf: new LocalDate(2026, 11, 30))
            .Add("FCR", new FirstContactResolution(7996, 10_000), target: Target.AtLeast(0.8) with { IsCensus = true })
            .Add(
                "AHT",
                new AverageHandleTime(DurationTally.FromTotal(Duration.FromSeconds(30_040), 100)),
                target: Target.AtMost(300) with { IsCensus = true })
            .Build();

        string[] figures = [share, leastShare, time, mostTime];
        Assert.All(
            [card.ToText(language), card.ToMarkdown(language), card.ToHtml(language), card.ToHtmlPage(language), card.ToEmailHtml(language)],
            face => Assert.All(figures, figure => Assert.Contains(figure, face, StringComparison.Ordinal)));
        Assert.All(figures, figure => Assert.Contains(figure, card.ToText(language).Split('\n')[4], StringComparison.Ordinal));
    }

    private static TargetAssessment OnTheWay() =>
        Target.AtLeast(60, baseline: 20, deadline: new LocalDate(2026, 12, 31)).Assess(new Nps(11, 7, 2), new LocalDate(2026, 6, 30));

    private static void Refused(TargetAssessment of, TargetAssessment status) => Assert.Throws<JsonException>(() => Read(of, status));

    private static TargetAssessment Read(TargetAssessment of, TargetAssessment status)
    {
        JsonNode json = JsonSerializer.SerializeToNode(of)!;
        json["Status"] = JsonSerializer.SerializeToNode(status)!["Status"]!.DeepClone();
        return json.Deserialize<TargetAssessment>()!;
    }
}
