using System.Text.Json;
using System.Text.Json.Nodes;
using CxKpi.Practices;

namespace CxKpi.Tests.Practices;

public class MirrorSurveyTests
{
    private static MirrorSurvey Shop { get; } = MirrorSurvey.Of(
    [
        MirrorItem.Of("Welcome", new ShareTally(27, 30), new ShareTally(850, 1000), 0.8),
        MirrorItem.Of("Waiting", new ShareTally(26, 30), new ShareTally(520, 1000), 0.8),
        MirrorItem.Of("Prices", new ShareTally(12, 30), new ShareTally(830, 1000), 0.8),
        MirrorItem.Of("Website", new ShareTally(16, 30), new ShareTally(550, 1000), 0.8),
        MirrorItem.Of("Returns", new ShareTally(4, 4), new ShareTally(700, 1000), 0.8),
    ]);

    [Fact]
    public void Of_RecordsThatCountNoAnswers_HideAnEmployeeAlone()
    {
        MirrorSurvey survey = MirrorSurvey.Of(
            [MirrorItem.Of("Cost", new UnitCost(1000, 500, CostUnit.Contact), new UnitCost(900, 800, CostUnit.Contact), 3)]);

        Assert.True(survey[0].IsHidden);
        Assert.Null(survey[0].Predicted);
    }

    [Fact]
    public void Items_OfAShop_FallIntoTheFourCategories() => Assert.Equal(
        [
            MirrorCategory.PositiveAgreement, MirrorCategory.Overestimation, MirrorCategory.Underestimation, MirrorCategory.NegativeAgreement,
            MirrorCategory.Unknown,
        ],
        Shop.Select(gap => gap.Category));

    [Fact]
    public void ToString_SpeaksThreeLanguages()
    {
        Assert.Equal(
            "underestimation: Prices\noverestimation: Waiting\nnegative agreement: Website\npositive agreement: Welcome\nnot shown: Returns",
            Shop.ToString().ReplaceLineEndings("\n"));
        Assert.StartsWith("sous-estimation\u202F: Prices", Shop.ToString(ReportLanguage.French), StringComparison.Ordinal);
        Assert.Contains("accord positif", Shop.ToHtml(ReportLanguage.French), StringComparison.Ordinal);
        Assert.Contains("Gruppen von weniger als 5 Mitarbeitern werden nicht gezeigt", Shop.ToHtml(ReportLanguage.German), StringComparison.Ordinal);
        Assert.StartsWith("Waiting: +34.7 pp (p ", Shop[1].ToString(), StringComparison.Ordinal);
        Assert.Equal("Returns: - (p = -), not shown", Shop[4].ToString());
    }

    // Four employees could be told apart by whoever knows the department.
    [Fact]
    public void Figures_OfFewEmployees_AreNowhere()
    {
        MirrorGap few = Shop[4];

        Assert.True(few.IsHidden);
        Assert.Equal((null, null, null, null), (few.Predicted, few.Gap, few.AdjustedPValue, few.OwnGap));
        Assert.NotNull(few.Customers);
        Assert.Equal(4, Shop.RankAgreement.N);
        Assert.False(MirrorSurvey.Of([MirrorItem.Of("x", default(Nps), new Nps(5, 3, 2), 0)])[0].IsHidden);
    }

    [Fact]
    public void Categories_WhereLessIsBetter_AreTurnedRound()
    {
        // Employees believe that 5 % are dissatisfied; 30 % are.
        MirrorSurvey survey = MirrorSurvey.Of(
        [
            MirrorItem.Of("Delivery", new DissatisfiedShare(5, 100, BottomBox.TwoOfFive), new DissatisfiedShare(300, 1000, BottomBox.TwoOfFive), 0.1),
            MirrorItem.Of("Payment", new DissatisfiedShare(5, 100, BottomBox.TwoOfFive), new DissatisfiedShare(50, 1000, BottomBox.TwoOfFive), 0.1),
        ]);

        Assert.Equal(MirrorCategory.Overestimation, survey[0].Category);
        Assert.Equal(MirrorCategory.PositiveAgreement, survey[1].Category);
        Assert.Equal(["Delivery"], survey.In(MirrorCategory.Overestimation).Select(gap => gap.Item));
    }

    [Fact]
    public void OwnAnswers_AreASecondGap()
    {
        MirrorGap gap = MirrorSurvey.Of([MirrorItem.Of("Welcome", new Nps(10, 5, 5), new Nps(50, 30, 20), 0, own: new Nps(2, 8, 20))])[0];

        Assert.Equal(new Nps(2, 8, 20).ChangeFrom(new Nps(50, 30, 20)), gap.OwnGap);
        Assert.True(gap.OwnAdjustedPValue < 0.01);
        Assert.Equal(MirrorCategory.PositiveAgreement, gap.Category);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void Employees_FromTheFewestOn_AreShown(long employees, bool hidden)
    {
        ShareTally many = new(8, 10), few = new(3, employees), customers = new(50, 100);
        MirrorGap predicted = MirrorSurvey.Of([MirrorItem.Of("x", few, customers, 0.5, own: many)])[0];
        MirrorGap own = MirrorSurvey.Of([MirrorItem.Of("x", many, customers, 0.5, own: few)])[0];

        Assert.Equal((hidden, hidden), (predicted.IsHidden, own.IsHidden));
        Assert.Equal((hidden, hidden), (predicted.Predicted is null, predicted.Gap is null));
        Assert.Equal((hidden, hidden, hidden), (own.Own is null, own.OwnGap is null, own.OwnAdjustedPValue is null));
        Assert.NotNull(predicted.OwnGap);
        Assert.NotNull(own.Gap);
    }

    [Fact]
    public void Employees_OfFewClusters_AreHidden()
    {
        Clustered<Csat> Days(int count) => Enumerable.Range(0, 20).Tally(i => new Csat(i % 3 == 0 ? 1 : 0, 1, TopBox.TwoOfFive), cluster: i => i % count);

        Assert.True(MirrorSurvey.Of([MirrorItem.Of("x", Days(4), Days(20), 0.5)])[0].IsHidden);
        Assert.False(MirrorSurvey.Of([MirrorItem.Of("x", Days(5), Days(20), 0.5)])[0].IsHidden);
    }

    [Fact]
    public void Customers_JustSatisfied_AreAPositiveAgreement() => Assert.Equal(
        [MirrorCategory.PositiveAgreement, MirrorCategory.NegativeAgreement, MirrorCategory.PositiveAgreement],
        MirrorSurvey.Of(
        [
            MirrorItem.Of("at", new ShareTally(7, 14), new ShareTally(50, 100), 0.5),
            MirrorItem.Of("above", new ShareTally(7, 14), new ShareTally(50, 100), 0.51),
            MirrorItem.Of("where less is better", new DissatisfiedShare(7, 14, BottomBox.TwoOfFive), new DissatisfiedShare(50, 100, BottomBox.TwoOfFive), 0.5),
        ]).Select(gap => gap.Category));

    [Fact]
    public void Own_OfSharesAndMeans_IsComparedAsThePredictionIs()
    {
        ShareTally share = new(3, 10), customers = new(50, 100);
        MeanTally mean = MeanTally.FromValues([4m, 5, 4, 5, 4, 3]), answers = MeanTally.FromValues([3m, 4, 2, 3, 5, 1, 3]);
        MirrorSurvey survey = MirrorSurvey.Of(
            [MirrorItem.Of("x", share, customers, 0.5, own: share), MirrorItem.Of("y", mean, answers, 4, own: mean)],
            confidence: 0.9);

        foreach (MirrorGap gap in survey)
        {
            Assert.Equal((gap.Predicted, gap.Gap), (gap.Own, gap.OwnGap));
            Assert.Equal((0.9, 0.9, 0.9), (gap.Customers!.Value.Confidence, gap.Own!.Value.Confidence, gap.OwnGap!.Value.Confidence));
        }

        Assert.Equal(KpiUnit.Share, survey[0].Customers!.Value.Unit);
        Assert.Equal(-0.2, survey[0].OwnGap!.Value.Difference, 12);
        Assert.Equal(0.3, survey[0].Own!.Value.Value, 12);
        Assert.Equal(25 / 6.0, survey[1].Own!.Value.Value, 12);
        Assert.Equal(3, survey[1].Customers!.Value.Value, 12);
        Assert.Equal((0.9, 5), (survey.Confidence, survey.LeastEmployees));
        Assert.Equal(0.9, survey.RankAgreement.Confidence);
    }

    [Fact]
    public void ToHtml_ShowsEachItemInARow()
    {
        MirrorSurvey survey = MirrorSurvey.Of(
        [
            MirrorItem.Of("Welcome", new Nps(10, 5, 5), new Nps(50, 30, 20), 0, own: new Nps(2, 8, 20)),
            MirrorItem.Of("Returns", new Nps(1, 0, 0), default, 0),
        ]);
        string[][] table = Faces.Table(survey);

        Assert.Equal(["Mirror survey"], table[0]);
        Assert.Equal(
            ["item", "customers", "prediction of employees", "own answer of employees", "gap", "p-value (Holm)", "category"], table[1]);
        Assert.Equal(["Welcome", "+30.0", "+25.0", "−60.0", "−5.0"], table[2][..5]);
        Assert.Equal("positive agreement", table[2][6]);
        Assert.Equal(["Returns", "", "", "", "", "", "not shown"], table[3]);
        Assert.Contains("fewer than 5 employees", survey.ToHtml(), StringComparison.Ordinal);
        Assert.DoesNotContain("fewer than", MirrorSurvey.Of([]).ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_HasAllMembers()
    {
        JsonNode json = JsonSerializer.SerializeToNode(MirrorSurvey.Of([MirrorItem.Of("x", new Nps(4, 3, 2), new Nps(5, 3, 2), 0)], 7, 0.9))!;

        Assert.Equal(["LeastEmployees", "Confidence", "RankAgreement", "Gaps"], json.AsObject().Select(member => member.Key));
        Assert.Equal((7, 0.9), ((int)json["LeastEmployees"]!, (double)json["Confidence"]!));
        Assert.Equal("x", (string)json["Gaps"]![0]!["Item"]!);
    }

    [Fact]
    public void Means_AreComparedByWelch()
    {
        MeanTally employees = MeanTally.FromValues([4m, 5, 4, 5, 4, 3]), customers = MeanTally.FromValues([3m, 4, 2, 3, 5, 1, 3]);

        Change gap = MirrorSurvey.Of([MirrorItem.Of("Welcome", employees, customers, 4)])[0].Gap!.Value;
        Assert.Equal(IntervalMethod.Welch, gap.Method);
        Assert.Equal(employees.ChangeFrom(customers)!.Value.PValue, gap.PValue);
        Assert.Equal(employees.ChangeFrom(customers)!.Value.Lower, gap.Lower);
    }

    // Answers that are all alike do not say how much they vary.
    [Fact]
    public void Answers_WithoutSpread_TellNoCategory() => Assert.Equal(
        MirrorCategory.Unknown,
        MirrorSurvey.Of([MirrorItem.Of("x", MeanTally.FromValues([4m, 4, 4, 4, 4]), MeanTally.FromValues([3m, 3, 3]), 4)])[0].Category);

    [Fact]
    public void Arguments_ThatAreNone_AreRefused()
    {
        Assert.Equal(
            "leastEmployees must be greater than zero; got 0 (Parameter 'leastEmployees')",
            Assert.Throws<ArgumentOutOfRangeException>(() => MirrorSurvey.Of([], 0)).Message);
        Assert.Equal(
            "name must not be blank (Parameter 'name')",
            Assert.Throws<ArgumentException>(() => MirrorItem.Of(" ", new Nps(1, 1, 1), default, 0)).Message);
        Assert.Throws<ArgumentOutOfRangeException>("satisfiedFrom", () => MirrorItem.Of("x", new Nps(1, 1, 1), default, double.NaN));
        Assert.Throws<ArgumentNullException>("items", () => MirrorSurvey.Of([null!]));
        Assert.Throws<ArgumentOutOfRangeException>("satisfiedFrom", () => MirrorItem.Of("x", new ShareTally(1, 2), default, 80));
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => MirrorSurvey.Of([], confidence: 1));
        Assert.Throws<ArgumentOutOfRangeException>("category", () => Shop.In((MirrorCategory)9));
        Assert.Throws<ArgumentOutOfRangeException>("index", () => Shop[5]);
        Assert.Equal("no data", MirrorSurvey.Of([]).ToString());
    }

    [Fact]
    public void Of_RecordsOfAnotherRule_NamesTheItem()
    {
        Churn month = new(1, 50, CalendarUnit.Month), year = new(1, 50, CalendarUnit.Year);
        MirrorItem[] predicted = [MirrorItem.Of("a", month, month, 0.5), MirrorItem.Of("b", month, year, 0.5)];
        MirrorItem[] own = [MirrorItem.Of("a", month, month, 0.5), MirrorItem.Of("b", year, year, 0.5, month)];

        Assert.All([predicted, own], list => Assert.EndsWith(
            "; they are at position 1 (Parameter 'items')",
            Assert.Throws<ArgumentException>("items", () => MirrorSurvey.Of(list, leastEmployees: 1)).Message,
            StringComparison.Ordinal));
    }
}
