using System.Text.Json;
using NodaTime;

namespace CxKpi.Tests.Evidence.Clusters;

public class ClusteredTests
{
    private static readonly LocalDate First = new(2026, 3, 1);

    // Eleven days with ten calls each, of which 2 to 9 were in time.
    private static readonly (LocalDate Day, bool InTime)[] Calls =
        [.. Enumerable.Range(0, 110).Select(i => (First.PlusDays(i / 10), i % 10 < 2 + i / 10 * 3 % 8))];

    private static Clustered<AnswerRate> ByDay => Calls.Tally(call => new AnswerRate(call.InTime ? 1 : 0, 1), cluster: call => call.Day);

    [Fact]
    public void Members_WorkedExample_AreThoseOfTheTotal()
    {
        AnswerRate total = Calls.Tally(call => new AnswerRate(call.InTime ? 1 : 0, 1));

        Assert.Equal(total, ByDay.Total);
        Assert.Equal(total.Value, ByDay.Value);
        Assert.Equal(AnswerRate.Definition, Clustered<AnswerRate>.Definition);
        Assert.Equal(11, ByDay.Clusters.Rows);
        Assert.Equal((ObservationKind.Contact, 110L, 110L), (ByDay.Observation, ByDay.N, ByDay.Rows));
        Assert.Equal(total.Totals!.Value.Value, ByDay.Totals!.Value.Value);
        Assert.False(ByDay.Totals!.Value.AreCounts);
    }

    [Fact]
    public void Estimate_OfAShare_IsWilsonOnTheEffectiveSampleSize()
    {
        Estimate linearised = ByDay.Clusters.Estimate()!.Value, estimate = ByDay.Estimate()!.Value;
        double share = estimate.Value, error = linearised.StandardError!.Value, size = share * (1 - share) / (error * error);
        (double lower, double upper) = ShareIntervals.Wilson(share * size, size, StudentTDistribution.CriticalValue(0.95, 10));

        Assert.Equal((IntervalMethod.Wilson, 110L, 11L, 10.0), (estimate.Method, estimate.N, estimate.Clusters, estimate.DegreesOfFreedom));
        Assert.Equal(size, estimate.EffectiveN!.Value, 9);
        Assert.True(size < 110);
        Assert.Equal(lower, estimate.Lower!.Value, 12);
        Assert.Equal(upper, estimate.Upper!.Value, 12);
        Assert.Equal(EstimateFlags.None, estimate.Flags);
        Assert.True(estimate.Upper - estimate.Lower > ByDay.Total.Estimate()!.Value.Upper - ByDay.Total.Estimate()!.Value.Lower);
    }

    [Fact]
    public void Estimate_OfOneRowACluster_IsThatOfTheRecord()
    {
        AverageOrderValue orders = AverageOrderValue.FromOrders([20m, 35m, 80m, 15m, 40m, 22m, 61m, 30m, 28m, 33m], "EUR");
        Clustered<AverageOrderValue> each = ((decimal[])[20m, 35m, 80m, 15m, 40m, 22m, 61m, 30m, 28m, 33m])
            .Tally(order => AverageOrderValue.FromOrders([order], "EUR"), cluster: order => order);

        Estimate expected = orders.Estimate()!.Value, estimate = each.Estimate()!.Value;
        Assert.Equal((expected.Value, expected.Lower, expected.Upper), (estimate.Value, estimate.Lower, estimate.Upper));
        Assert.Equal((expected.Method, expected.StandardError, expected.Flags), (estimate.Method, estimate.StandardError, estimate.Flags));
        Assert.Equal(orders.Evidence, each.Clusters);
    }

    [Fact]
    public void Estimate_OfMeansOnAScale_HasLimitsOnIt()
    {
        Clustered<MeanRating> customers = Enumerable.Range(0, 60)
            .Tally(i => MeanRating.FromAnswer(i % 15 == 0 ? 4 : 5, RatingScale.OneToFive), cluster: i => i / 5);
        Estimate estimate = customers.Estimate()!.Value;

        Assert.Equal(IntervalMethod.Wilson, estimate.Method);
        Assert.InRange(estimate.Upper!.Value, estimate.Value, 5);
        Assert.Equal(12, estimate.Clusters);
    }

    [Fact]
    public void Estimate_OfOneCluster_HasNoLimits()
    {
        Estimate estimate = Clustered.FromCluster(new Nps(5, 3, 2)).Estimate()!.Value;

        Assert.Equal((30, null, null), (estimate.Value, estimate.Lower, estimate.Upper));
        Assert.Equal(EstimateFlags.SingleObservation | EstimateFlags.FewClusters, estimate.Flags);
    }

    [Fact]
    public void Estimate_FewClusters_IsFlagged() =>
        Assert.Equal(EstimateFlags.FewClusters, Clustered.FromClusters([new Nps(5, 3, 2), new Nps(4, 3, 3)]).Estimate()!.Value.Flags);

    // Each day could have shown a call that was not in time: 21 days say less than 2,100 calls, and more than nothing.
    [Fact]
    public void Estimate_AllCountsAtOneEnd_GoesByTheNumberOfClusters()
    {
        Estimate estimate = Clustered.FromClusters(Enumerable.Repeat(new AnswerRate(100, 100), 21)).Estimate()!.Value;

        Assert.Equal(EstimateFlags.Boundary, estimate.Flags);
        Assert.Equal((1.0, 21.0), (estimate.Upper, estimate.EffectiveN));
        Assert.InRange(estimate.Lower!.Value, 0.8, 0.9);
    }

    [Fact]
    public void Estimate_NoEventInAnyCluster_GoesByTheEvents()
    {
        ComplaintRate none = new(0, 1000, new(ComplaintExposure.Contacts));
        Estimate estimate = Clustered.FromClusters(Enumerable.Repeat(none, 12)).Estimate()!.Value;

        Assert.Equal((0, new ComplaintRate(0, 12_000, new(ComplaintExposure.Contacts)).Estimate()!.Value.Upper), (estimate.Lower, estimate.Upper));
        Assert.True(estimate.Flags.HasFlag(EstimateFlags.ZeroVariance));
    }

    [Fact]
    public void ChangeFrom_ClustersThatVary_IsNotCalledAChange()
    {
        Clustered<Nps> one = Clustered.FromClusters(Enumerable.Range(0, 12).Select(i => i % 2 == 0 ? new Nps(40, 0, 0) : new Nps(0, 0, 40)));
        Clustered<Nps> other = Clustered.FromClusters(Enumerable.Range(0, 12).Select(i => i % 3 == 0 ? new Nps(40, 0, 0) : new Nps(0, 0, 40)));

        Assert.Equal(ChangeVerdict.Worse, other.Total.ChangeFrom(one.Total)!.Value.Verdict);
        Assert.Equal(ChangeVerdict.NoEvidence, other.ChangeFrom(one)!.Value.Verdict);
        Assert.Equal(other.Total.ChangeFrom(one.Total)!.Value.Difference, other.ChangeFrom(one)!.Value.Difference, 9);
        Assert.Equal(0, other.ChangeFrom(one)!.Value.Baseline);
    }

    [Fact]
    public void ChangeFrom_OtherRules_Throws() =>
        Assert.Throws<ArgumentException>(() => Clustered.FromCluster(new Churn(1, 9, CalendarUnit.Month)).ChangeFrom(
            Clustered.FromCluster(new Churn(1, 9, CalendarUnit.Year))));

    [Fact]
    public void Text_OfClusters_NamesThem()
    {
        Clustered<Nps> nps = Clustered.FromClusters(Enumerable.Repeat(new Nps(5, 3, 2), 20));

        Assert.Equal("NPS +30.0 (200 answers, 20 clusters)", nps.ToString());
        Assert.Contains("n = 200 in 20 clusters", nps.Estimate().ToString(), StringComparison.Ordinal);
        Assert.NotEqual(nps.Total.ToString(), nps.ToString());
        Assert.Equal("NPS +30.0 (10 answers, 1 cluster)", Clustered.FromCluster(new Nps(5, 3, 2)).ToString());
    }

    [Fact]
    public void Faces_OfClusters_NameThem()
    {
        KpiSeries<Clustered<AnswerRate>> weeks = Calls.TallyBy(
            CalendarUnit.Week, call => call.Day, call => new AnswerRate(call.InTime ? 1 : 0, 1), cluster: call => call.Day);
        Segments<bool, Clustered<AnswerRate>> segments = Calls.TallyBy(
            call => call.Day.Day % 2 == 0, call => new AnswerRate(call.InTime ? 1 : 0, 1), cluster: call => call.Day);
        Scorecard card = Scorecard.Titled("Queue").Add("By day", ByDay).Add("By week", weeks).Build();

        Assert.All(
            [
                weeks.ToTable().ToText(), weeks.ToTable().ToMarkdown(), weeks.ToHtml(), segments.ToTable().ToText(), segments.ToHtml(),
                card.ToText(), card.ToMarkdown(), card.ToHtml(), card.ToHtmlPage(), ByDay.ToString(), Faces.Html(ByDay), Faces.Html(ByDay.Estimate()!.Value),
                KpiPoint.Of("By day", ByDay).ToString(),
            ],
            text => Assert.Contains("clusters", text, StringComparison.Ordinal));
        Assert.Equal(11, KpiPoint.Of("By day", ByDay).Clusters);
        Assert.Contains(",110,11,", card.ToCsv(), StringComparison.Ordinal);
    }

    [Fact]
    public void Scorecard_WithClusters_ComesBackFromJson()
    {
        Scorecard card = Scorecard.Titled("Queue").Add("By day", ByDay, target: Target.AtLeast(0.4)).Add("Plain", ByDay.Total).Build();
        Scorecard again = Scorecard.FromJson(card.ToJson());

        Assert.Equal(ByDay, again.Lines[0].Evidence);
        Assert.Equal(ByDay.Total, again.Lines[1].Evidence);
        Assert.Equal(11, again.Lines[0].Basis!.Clusters);
        Assert.Null(again.Lines[1].Basis!.Clusters);
        Assert.Equal(card.ToJson(), again.ToJson());
        Assert.Throws<JsonException>(() => Scorecard.FromJson(card.ToJson().Replace("\"clusters\": 11", "\"clusters\": 12", StringComparison.Ordinal)));
    }

    [Fact]
    public void Series_OfClusters_HasTheVarianceOfClusters()
    {
        KpiSeries<Clustered<AnswerRate>> months = Enumerable.Range(0, 600).TallyBy(
            CalendarUnit.Month, i => First.PlusDays(i / 10), i => new AnswerRate(i / 10 % 2, 1), cluster: i => First.PlusDays(i / 10));
        KpiSeries<AnswerRate> plain = Enumerable.Range(0, 600).TallyBy(CalendarUnit.Month, i => First.PlusDays(i / 10), i => new AnswerRate(i / 10 % 2, 1));

        Assert.Equal(plain.Values, months.Values);
        Assert.InRange(months.SamplingVariances[0]!.Value / plain.SamplingVariances[0]!.Value, 9, 12);
        Assert.Equal(60, months.Total.Clusters.Rows);
        Assert.Equal(plain.IsLastIncomplete, months.IsLastIncomplete);
    }

    [Fact]
    public void TallyBy_OtherClocks_GiveTheSame()
    {
        AnswerRate One((LocalDate Day, bool InTime) call) => new(call.InTime ? 1 : 0, 1);
        KpiSeries<Clustered<AnswerRate>> series = Calls.TallyBy(CalendarUnit.Week, call => call.Day, One, cluster: call => call.Day);
        KpiSeries<Clustered<AnswerRate>>[] others =
        [
            Calls.TallyBy(CalendarUnit.Week, call => call.Day.ToDateOnly(), One, cluster: call => call.Day),
            Calls.TallyBy(CalendarUnit.Week, call => call.Day.AtMidnight().InUtc().ToInstant(), DateTimeZone.Utc, One, cluster: call => call.Day),
            Calls.TallyBy(
                CalendarUnit.Week, call => call.Day.AtMidnight().InUtc().ToDateTimeOffset(), TimeZoneInfo.Utc, One, cluster: call => call.Day),
            Calls.TallyBy(CalendarUnit.Week, call => call.Day.AtMidnight().InUtc().ToDateTimeUtc(), TimeZoneInfo.Utc, One, cluster: call => call.Day),
        ];

        Assert.All(others, other => Assert.Equal(series, other));
    }

    [Fact]
    public void Tally_ClusterThatIsMissing_NamesItsRow()
    {
        string?[] customers = ["a", null];

        Names("cluster", () => customers.Tally(_ => new Nps(1, 0, 0), x => x!));
        Names("cluster", () => customers.TallyBy(_ => 1, _ => new Nps(1, 0, 0), x => x!));
        Names("key", () => customers.TallyBy(x => x!, _ => new Nps(1, 0, 0), _ => 1));
        Names("cluster", () => customers.TallyBy(CalendarUnit.Day, _ => First, _ => new Nps(1, 0, 0), x => x!));

        static void Names(string parameter, Func<object> tally) =>
            Assert.Contains("1", Assert.Throws<ArgumentNullException>(parameter, tally).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromCluster_NoRatioOfTotals_IsRefused()
    {
        Assert.StartsWith(
            "Contact volume is no ratio of two totals",
            Assert.Throws<ArgumentException>(() => Clustered.FromCluster(new ContactVolume(9, 10))).Message,
            StringComparison.Ordinal);
        Assert.Equal(default, Clustered.FromCluster(default(ContactVolume)));
    }

    [Fact]
    public void Constructor_ClustersThatDoNotAddUp_Throws() => Assert.StartsWith(
        "clusters must add up to the total, 30 / 100",
        Assert.Throws<ArgumentOutOfRangeException>("clusters", () => new Clustered<AnswerRate>(new AnswerRate(30, 100), RatioTally.Row(30, 99))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Default_IsNoData()
    {
        Assert.Null(default(Clustered<Nps>).Value);
        Assert.Null(default(Clustered<Nps>).Estimate());
        Assert.Null(default(Clustered<Nps>).ChangeFrom(Clustered.FromCluster(new Nps(5, 3, 2))));
        Assert.Equal(default, Clustered.FromClusters<Nps>([]));
        Assert.Equal("NPS undefined (0 answers)", default(Clustered<Nps>).ToString());
    }

    private static readonly Dictionary<string, (string Name, Action Call)> Refusals = new()
    {
        ["no ratio"] = ("cluster", () => Clustered.FromCluster(new Revenue(9))),
        ["no ratio as a total"] = ("total", () => _ = new Clustered<Revenue>(new(9), default)),
        ["no ratio among several"] = ("clusters", () => Clustered.FromClusters([new Revenue(9)])),
        ["another rule"] = ("clusters", () => Clustered.FromClusters([new Churn(1, 2, CalendarUnit.Day), new Churn(1, 2, CalendarUnit.Year)])),
    };

    public static TheoryData<string> RefusalsNames => [.. Refusals.Keys];

    [Theory]
    [MemberData(nameof(RefusalsNames))]
    public void Cluster_ThatIsRefused_NamesTheArgument(string refusal)
    {
        (string name, Action call) = Refusals[refusal];

        Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(call).ParamName);
    }

    [Fact]
    public void FromClusters_AnotherRule_NamesThePosition() => Assert.EndsWith(
        "; the second is at position 2 (Parameter 'clusters')",
        Assert.Throws<ArgumentException>(() => Clustered.FromClusters(
            [default, new Churn(1, 2, CalendarUnit.Day), new Churn(1, 2, CalendarUnit.Year)])).Message,
        StringComparison.Ordinal);
}
