using System.Text.Json;
using NodaTime;

namespace CxKpi.Tests.Evidence.Weights;

public class WeightedTests
{
    private static readonly LocalDate First = new(2026, 3, 1);

    // Forty answers of two plans, of which the smaller one answered more readily and less kindly.
    private static readonly (LocalDate Day, int Score, decimal Weight)[] Answers =
        [.. Enumerable.Range(0, 40).Select(i => (First.PlusDays(i), i % 4 == 0 ? 10 : i % 11, i % 4 == 0 ? 2.5m : 0.5m))];

    private static Weighted<Nps> Score => Answers.Tally(answer => Nps.FromAnswer(answer.Score), weight: answer => answer.Weight);

    [Fact]
    public void Members_WorkedExample_AreThoseOfBothTotals()
    {
        Nps plain = Answers.Tally(answer => Nps.FromAnswer(answer.Score));

        Assert.Equal(plain, Score.Total);
        Assert.Equal(Nps.Definition, Weighted<Nps>.Definition);
        Assert.Equal((40L, ObservationKind.Answer, 40m), (Score.N, Score.Observation, Score.Weights.Weights));
        Assert.True(Score.Value > plain.Value + 20);
        Assert.False(Score.Totals!.Value.AreCounts);
        Assert.Equal(Score.Value, Score.Totals.Value.Value);
    }

    [Fact]
    public void Estimate_OfANetScore_IsTheScoreIntervalOfTheTally()
    {
        Estimate expected = Score.Weights.EstimateNet()!.Value, estimate = Score.Estimate()!.Value;

        Assert.Equal(
            (expected.Value, expected.Lower, expected.Upper, IntervalMethod.Score),
            (estimate.Value, estimate.Lower, estimate.Upper, estimate.Method));
        Assert.Equal((expected.EffectiveN, expected.DegreesOfFreedom, KpiUnit.NetPoints), (estimate.EffectiveN, estimate.DegreesOfFreedom, estimate.Unit));
    }

    [Fact]
    public void Estimate_OfAShare_IsWilsonOfTheTally()
    {
        Weighted<AnswerRate> share = Answers.Tally(answer => new AnswerRate(answer.Score > 8 ? 1 : 0, 1), weight: answer => answer.Weight);
        Estimate expected = share.Weights.EstimateShare()!.Value, estimate = share.Estimate()!.Value;

        Assert.Equal(IntervalMethod.Wilson, estimate.Method);
        Assert.Equal(expected.Lower!.Value, estimate.Lower!.Value, 12);
        Assert.Equal(expected.Upper!.Value, estimate.Upper!.Value, 12);
        Assert.Equal(expected.EffectiveN!.Value, estimate.EffectiveN!.Value, 9);
    }

    [Fact]
    public void Estimate_OfMeansOnAScale_HasLimitsOnIt()
    {
        Weighted<MeanRating> mean = Enumerable.Range(0, 30)
            .Tally(i => MeanRating.FromAnswer(i % 10 == 0 ? 4 : 5, RatingScale.OneToFive), weight: i => 1 + i % 3);

        Assert.InRange(mean.Estimate()!.Value.Upper!.Value, mean.Value!.Value, 5);
        Assert.Equal(mean.Weights.StandardError!.Value, mean.Estimate()!.Value.StandardError!.Value, 12);
    }

    [Fact]
    public void Estimate_OfAmounts_IsPositive()
    {
        Weighted<AverageOrderValue> orders = ((decimal[])[1, 2, 900, 4, 12])
            .Tally(order => AverageOrderValue.FromOrders([order], "EUR"), weight: order => order > 10 ? 2 : 1);

        Assert.Equal((IntervalMethod.LogMean, "EUR"), (orders.Estimate()!.Value.Method, orders.Estimate()!.Value.Currency));
        Assert.True(orders.Estimate()!.Value.Lower > 0);
        Assert.Equal((1 + 2 + 1800 + 4 + 24) / 7.0, orders.Value!.Value, 9);
    }

    // Ten answers with one weight say as much as each of them does.
    [Fact]
    public void FromObservation_ShareOfCounts_CountsEach()
    {
        Weighted<AnswerRate> once = Weighted.FromObservation(new AnswerRate(3, 10), 1.5m).Combine(Weighted.FromObservation(new AnswerRate(4, 5), 1));
        Weighted<AnswerRate> each = Enumerable.Range(0, 15)
            .Tally(i => new AnswerRate(i is < 3 or >= 11 ? 1 : 0, 1), weight: i => i < 10 ? 1.5m : 1);

        Assert.Equal(each, once);
    }

    [Fact]
    public void FromObservation_ThatCannotBeWeighted_IsRefused()
    {
        Refuses("observation must hold one observation", () => Weighted.FromObservation(new Nps(5, 3, 2), 1));
        Refuses(
            "Contact volume is no ratio of two totals, and only those of a ratio can be weighted",
            () => Weighted.FromObservation(new ContactVolume(9, 10), 1));
        Refuses("observation must not come in clusters", () => Weighted.FromObservation(Clustered.FromCluster(new Nps(1, 0, 0)), 1));
        Assert.Equal(default, Weighted.FromObservation(default(ContactVolume), 1));

        static void Refuses(string message, Func<object> create) =>
            Assert.StartsWith(message, Assert.Throws<ArgumentException>(create).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tally_NegativeWeight_NamesItsRow()
    {
        decimal[] weights = [1, -2];

        Names("weight", () => weights.Tally(_ => new Nps(1, 0, 0), weight: x => x));
        Names("weight", () => weights.TallyBy(_ => 1, _ => new Nps(1, 0, 0), weight: x => x));
        Names("weight", () => weights.TallyBy(CalendarUnit.Day, _ => First, _ => new Nps(1, 0, 0), weight: x => x));
        Names("observations", () => Weighted.FromObservations(weights.Select(x => (new Nps(1, 0, 0), x))));

        static void Names(string parameter, Func<object> tally) => Assert.Contains(
            "must not be negative (at position 1",
            Assert.Throws<ArgumentOutOfRangeException>(parameter, tally).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_SumsOfOtherObservations_Throws()
    {
        WeightedTally two = WeightedTally.FromValues([(1, 2), (0, 1)]);

        Fails("must be of as many observations as the total has, 3", () => new Weighted<AnswerRate>(new AnswerRate(1, 3), two));
        Fails("must have a mean between 0 and 1", () => new Weighted<AnswerRate>(new AnswerRate(1, 2), WeightedTally.FromValues([(3, 2), (0, 1)])));
        Fails(
            "must have the mean of the total, 0.5, where all weights are the same",
            () => new Weighted<AnswerRate>(new AnswerRate(1, 2), WeightedTally.FromValues([(1, 1), (1, 1)])));

        static void Fails(string rule, Func<object> create) =>
            Assert.StartsWith($"weights {rule}", Assert.Throws<ArgumentOutOfRangeException>("weights", create).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ChangeFrom_OtherRules_Throws() =>
        Assert.Throws<ArgumentException>(() => Weighted.FromObservation(new Churn(1, 1, CalendarUnit.Month), 2).ChangeFrom(
            Weighted.FromObservation(new Churn(1, 1, CalendarUnit.Year), 1)));

    [Fact]
    public void ChangeFrom_NetScores_IsRecoveredFromBothIntervals()
    {
        Weighted<Nps> later = Answers.Tally(answer => Nps.FromAnswer(answer.Score == 10 ? 8 : answer.Score), weight: answer => answer.Weight);
        Change change = later.ChangeFrom(Score)!.Value;

        Assert.Equal(later.Value - Score.Value, change.Difference);
        Assert.Equal((IntervalMethod.Mover, ChangeVerdict.Worse, Score.Value), (change.Method, change.Verdict, change.Baseline));
        Assert.True(change.Upper < 0 && change.PValue < 0.05);
    }

    // Student's quantile of two answers is beyond all bounds at the errors where a p-value is sought.
    [Fact]
    public void ChangeFrom_VeryFewAnswers_HasAPValueLikeItsInterval()
    {
        Weighted<Nps> two = Weighted.FromObservations([(new Nps(1, 0, 0), 0.209m), (new Nps(0, 0, 1), 0.437m)]);
        Weighted<Nps> three = Weighted.FromObservations([(new Nps(1, 0, 0), 0.5m), (new Nps(0, 1, 0), 0.5m), (new Nps(0, 0, 1), 0.5m)]);
        Change change = two.ChangeFrom(three, 0.999)!.Value;

        Assert.True(change.Lower < 0 && change.Upper > 0);
        Assert.InRange(change.PValue!.Value, 0.001, 1);
    }

    [Fact]
    public void Text_OfWeights_SaysSo()
    {
        Assert.Equal("NPS (weighted) +41.3 (40 answers)", Score.ToString());
        Assert.Contains("NPS (pondéré)", Score.ToString("G", Phrases.For(ReportLanguage.French)), StringComparison.Ordinal);
        Assert.Contains("NPS (gewichtet)", Score.ToString("G", Phrases.For(ReportLanguage.German)), StringComparison.Ordinal);
    }

    [Fact]
    public void Faces_OfWeights_SaySo()
    {
        KpiSeries<Weighted<Nps>> weeks = Answers.TallyBy(
            CalendarUnit.Week, answer => answer.Day, answer => Nps.FromAnswer(answer.Score), weight: answer => answer.Weight);
        Segments<bool, Weighted<Nps>> segments = Answers.TallyBy(
            answer => answer.Day.Day % 2 == 0, answer => Nps.FromAnswer(answer.Score), weight: answer => answer.Weight);
        Scorecard card = Scorecard.Titled("Survey").Add("All", Score).Add("By week", weeks).Build();

        Assert.All(
            [
                weeks.ToTable().ToText(), weeks.ToTable().ToMarkdown(), weeks.ToHtml(), segments.ToTable().ToText(), segments.ToHtml(),
                card.ToText(), card.ToMarkdown(), card.ToHtml(), card.ToHtmlPage(), card.ToCsv(), Faces.Html(Score),
            ],
            text => Assert.Contains("weighted", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Scorecard_WithWeights_ComesBackFromJson()
    {
        Scorecard card = Scorecard.Titled("Survey").Add("Weighted", Score, target: Target.AtLeast(30)).Add("Plain", Score.Total).Build();
        Scorecard again = Scorecard.FromJson(card.ToJson());

        Assert.Equal(Score, again.Lines[0].Evidence);
        Assert.Equal(Score.Total, again.Lines[1].Evidence);
        Assert.Equal(card.ToJson(), again.ToJson());
        string other = card.ToJson().Replace("\"weightedSum\": 16.5", "\"weightedSum\": 15.5", StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => Scorecard.FromJson(other));
    }

    // Answers of one customer, each with a weight: the customers are the units, and their answers weigh unequally.
    [Fact]
    public void Clusters_OfWeightedRecords_AreTallied()
    {
        Clustered<Weighted<Nps>> customers = Enumerable.Range(0, 60).Tally(
            i => Weighted.FromObservation(Nps.FromAnswer(i % 11), 1 + i % 2), cluster: i => i / 5);

        Assert.Equal(12, customers.Estimate()!.Value.Clusters);
        Assert.Equal(customers.Total.Value, customers.Value);
    }

    [Fact]
    public void TallyBy_OtherClocks_GiveTheSame()
    {
        Nps One((LocalDate Day, int Score, decimal Weight) answer) => Nps.FromAnswer(answer.Score);
        KpiSeries<Weighted<Nps>> series = Answers.TallyBy(CalendarUnit.Week, answer => answer.Day, One, weight: answer => answer.Weight);
        KpiSeries<Weighted<Nps>>[] others =
        [
            Answers.TallyBy(CalendarUnit.Week, answer => answer.Day.ToDateOnly(), One, weight: answer => answer.Weight),
            Answers.TallyBy(
                CalendarUnit.Week, answer => answer.Day.AtMidnight().InUtc().ToInstant(), DateTimeZone.Utc, One, weight: answer => answer.Weight),
            Answers.TallyBy(
                CalendarUnit.Week, answer => answer.Day.AtMidnight().InUtc().ToDateTimeOffset(), TimeZoneInfo.Utc, One, weight: answer => answer.Weight),
            Answers.TallyBy(
                CalendarUnit.Week, answer => answer.Day.AtMidnight().InUtc().ToDateTimeUtc(), TimeZoneInfo.Utc, One, weight: answer => answer.Weight),
        ];

        Assert.All(others, other => Assert.Equal(series, other));
    }

    // 1.425 / 0.285 is a digit above 5 as a double.
    [Fact]
    public void ChangeFrom_RowsThatAllGaveTheHighestAnswer_IsOneStatement()
    {
        Weighted<MeanRating> alike = Rated((5, 0.125m), (5, 0.160m)), mixed = Rated((5, 1.5m), (2, 2), (4, 1), (1, 2.5m), (3, 1));
        Change change = alike.ChangeFrom(mixed, 0.5)!.Value;

        Assert.InRange(change.PValue!.Value, 0.1, 0.49);
        Assert.True(change.Lower > 0);
        Assert.Equal(0, alike.ChangeFrom(mixed, 1 - change.PValue.Value)!.Value.Lower!.Value, 1e-9);

        static Weighted<MeanRating> Rated(params ReadOnlySpan<(int Answer, decimal Weight)> rows) => Weighted.FromObservations(
            [.. rows.ToArray().Select(row => (MeanRating.FromAnswer(row.Answer, RatingScale.OneToFive), row.Weight))]);
    }

    [Fact]
    public void Default_IsNoData()
    {
        Assert.Null(default(Weighted<Nps>).Value);
        Assert.Null(default(Weighted<Nps>).Estimate());
        Assert.Null(default(Weighted<Nps>).ChangeFrom(Score));
        Assert.Equal(default, Weighted.FromObservations<Nps>([]));
        Assert.Equal("NPS undefined (0 answers)", default(Weighted<Nps>).ToString());
    }

    private static readonly Dictionary<string, (string Name, Action Call)> Refusals = new()
    {
        ["no ratio"] = ("observation", () => Weighted.FromObservation(new Revenue(9), 1)),
        ["no ratio as a total"] = ("total", () => _ = new Weighted<Revenue>(new(9), default)),
        ["no ratio among several"] = ("observations", () => Weighted.FromObservations([(new Revenue(9), 1m)])),
        ["several in one"] = ("observations", () => Weighted.FromObservations([(new AverageOrderValue(9, 3), 1m)])),
        ["out of range"] = ("observation", () => Weighted.FromObservation(new AverageOrderValue(-9, 1), 1)),
        ["out of range among several"] = ("observations", () => Weighted.FromObservations([(new AverageOrderValue(-9, 1), 1m)])),
        ["another rule"] = ("observations", () => Weighted.FromObservations(
            [(new Churn(1, 1, CalendarUnit.Day), 1m), (new Churn(1, 1, CalendarUnit.Year), 1m)])),
        ["tiny weight"] = ("weight", () => Weighted.FromObservation(Nps.FromAnswer(9), 1e-20m)),
        ["tiny weight of several in one"] = ("weight", () => Weighted.FromObservation(new Churn(1, 9), 1e-20m)),
        ["tiny weight among several"] = ("observations", () => Weighted.FromObservations([(Nps.FromAnswer(9), 1e-20m)])),
        ["tiny weight of a value"] = ("weight", () => WeightedTally.One(1, 1e-20m)),
        ["tiny weight among values"] = ("values", () => WeightedTally.FromValues([(1, 1), (1, 1e-20m)])),
    };

    public static TheoryData<string> RefusalsNames => [.. Refusals.Keys];

    [Theory]
    [MemberData(nameof(RefusalsNames))]
    public void Observation_ThatCannotBeWeighted_NamesTheArgument(string refusal)
    {
        (string name, Action call) = Refusals[refusal];

        Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(call).ParamName);
    }

    [Fact]
    public void FromObservations_SeveralInOne_NamesThePosition() => Assert.Equal(
        "observations must hold one observation, because each has a weight of its own (at position 1); got 3 (Parameter 'observations')",
        Assert.Throws<ArgumentException>(() => Weighted.FromObservations([(new AverageOrderValue(9, 1), 1m), (new(9, 3), 1m)])).Message);
}
