using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Evidence;

/// <summary>Percentages and means that were published without the counts behind them.</summary>
public class PublishedTests
{
    [Fact]
    public void FromPublished_WholePercentages_AllowForEveryCountThatIsRoundedToThem()
    {
        ShareTally published = ShareTally.FromPublished(0.61m, 41_000);
        Estimate estimate = published.Estimate()!.Value;

        Assert.Equal((25_010, 41_000, 205), (published.Count, published.N, published.RoundedBy));
        Assert.Equal(0.61, estimate.Value);
        Assert.Equal(new ShareTally(24_805, 41_000).Estimate()!.Value.Lower, estimate.Lower);
        Assert.Equal(new ShareTally(25_215, 41_000).Estimate()!.Value.Upper, estimate.Upper);
        Assert.Equal(EstimateFlags.RoundedFigures, estimate.Flags);
        Assert.Equal(41_000, estimate.N);
    }

    [Fact]
    public void FromPublished_CountThatIsCertain_IsAsGoodAsCounted()
    {
        Assert.Equal(new ShareTally(61, 100), ShareTally.FromPublished(0.61m, 100));
        Assert.Equal(new ShareTally(613, 1000), ShareTally.FromPublished(0.613m, 1000, decimals: 1));
        Assert.Equal(new ShareTally(4, 7), ShareTally.FromPublished(0.57m, 7));
        Assert.Equal(0, ShareTally.FromPublished(0, 30).Count);
        Assert.Equal(30, ShareTally.FromPublished(1, 30).Count);
    }

    [Theory]
    [InlineData("share", 0.613, 100, 0, "share must be a percentage with 0 decimals; got 0.613: state how many decimals were published")]
    [InlineData("share", 61, 100, 0, "share must lie between 0 and 1; got 61: did you mean 0.61?")]
    [InlineData("share", -0.1, 100, 0, "share must lie between 0 and 1; got -0.1")]
    [InlineData("share", 0.61, 10, 0, "share must be what some count out of n (10) is rounded to; got 0.61")]
    [InlineData("n", 0.61, 0, 0, "n must be the number of observations behind the published figure, at least 1; got 0: without its base")]
    [InlineData("decimals", 0.61, 100, 11, "decimals must be between 0 and 10; got 11")]
    public void FromPublished_WhatCannotBe_IsRefusedWithTheReason(string name, double share, long n, int decimals, string message) => Assert.StartsWith(
        message,
        Assert.Throws<ArgumentOutOfRangeException>(name, () => ShareTally.FromPublished((decimal)share, n, decimals)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Flag_OfRoundedFigures_SurvivesWhateverIsDoneWithTheRecord()
    {
        Churn published = new(ShareTally.FromPublished(0.02m, 41_000), CalendarUnit.Month), counted = new(900, 40_000, CalendarUnit.Month);
        Csat score = new(ShareTally.FromPublished(0.81m, 41_000), TopBox.TwoOfFive);
        Nps nps = Nps.FromPublished(0.61m, 0.12m, 41_000);

        Flagged(published.Estimate()!.Value.Flags);
        Flagged(published.Combine(counted).Estimate()!.Value.Flags);
        Flagged(counted.Combine(published).Estimate()!.Value.Flags);
        Flagged(published.ToRetention().Estimate()!.Value.Flags);
        Flagged(published.ChangeFrom(counted)!.Value.Flags);
        Flagged(counted.ChangeFrom(published)!.Value.Flags);
        Flagged(BroughtBack(published).Estimate()!.Value.Flags);
        Flagged(BroughtBack(score).Estimate()!.Value.Flags);
        Flagged(BroughtBack(nps).Combine(new Nps(1, 2, 3)).Estimate()!.Value.Flags);
        Flagged(nps.ChangeFrom(new Nps(1, 2, 3))!.Value.Flags);
        Flagged(nps.Evidence.PositiveShare().Estimate()!.Value.Flags);
        Assert.Equal("""{"Lost":820,"AtStart":41000,"RoundedBy":205,"Period":"Month"}""", JsonSerializer.Serialize(published));
        Assert.DoesNotContain("RoundedBy", JsonSerializer.Serialize(counted), StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Churn>("""{"Lost":820,"AtStart":41000,"RoundedBy":-1,"Period":null}"""));
    }

    [Theory]
    [InlineData(ReportLanguage.English, "from rounded figures")]
    [InlineData(ReportLanguage.French, "à partir de chiffres arrondis")]
    [InlineData(ReportLanguage.German, "aus gerundeten Zahlen")]
    public void Flag_OfRoundedFigures_HasWords(ReportLanguage language, string words) =>
        Assert.Equal(words, Phrases.For(language).Flags(EstimateFlags.RoundedFigures));

    [Fact]
    public void FromPublished_NetScore_TakesBothSidesAndTheirBase()
    {
        Nps published = Nps.FromPublished(0.61m, 0.12m, 41_000);
        Estimate estimate = published.Estimate()!.Value;

        Assert.Equal(49, published.Value!.Value, 9);
        Assert.InRange(estimate.Lower!.Value, 47, 48);
        Assert.InRange(estimate.Upper!.Value, 50, 51);
        Assert.Equal(new Nps(61, 27, 12), Nps.FromPublished(0.61m, 0.12m, 100));
        Assert.Equal(41_000, Nps.FromPublished(0.61m, 0.39m, 41_000).Evidence.N);
        Assert.Throws<ArgumentOutOfRangeException>("detractors", () => Nps.FromPublished(0.61m, 0.5m, 100));
        Assert.Throws<ArgumentOutOfRangeException>("n", () => Nps.FromPublished(0.61m, 0.12m, 0));
    }

    [Fact]
    public void FromPublished_Mean_HasAValueAndNoLimits()
    {
        MeanRating published = MeanRating.FromPublished(4.2m, 310, RatingScale.OneToFive), counted = MeanRating.FromAnswers([4, 5, 3], RatingScale.OneToFive);
        Estimate estimate = published.Estimate()!.Value;

        Assert.Equal(4.2, published.Value!.Value, 12);
        Assert.Equal((null, null, 310L, EstimateFlags.SingleObservation), (estimate.Lower, estimate.Upper, estimate.N, estimate.Flags));
        Assert.Null(published.Combine(counted).Estimate()!.Value.Lower);
        Assert.Null(counted.Combine(published).Estimate()!.Value.Lower);
        Assert.Equal(ChangeVerdict.Unknown, counted.ChangeFrom(published)!.Value.Verdict);
        Assert.Equal(published, BroughtBack(published));
        Assert.Null(published.Evidence.SumOfSquares);
        Assert.Null(published.Evidence.Variance);
        Assert.Null(MeanRating.FromPublished(4, 310, RatingScale.OneToFive).Estimate()!.Value.Upper);
        Assert.Throws<ArgumentOutOfRangeException>("mean", () => MeanRating.FromPublished(5.2m, 310, RatingScale.OneToFive));
        Assert.Throws<ArgumentOutOfRangeException>("n", () => MeanRating.FromPublished(4.2m, 0, RatingScale.OneToFive));
        Assert.Throws<ArgumentException>("scale", () => MeanRating.FromPublished(4.2m, 310, default));
    }

    private static void Flagged(EstimateFlags flags) => Assert.True(flags.HasFlag(EstimateFlags.RoundedFigures), flags.ToString());

    private static TKpi BroughtBack<TKpi>(TKpi record)
        where TKpi : struct
    {
        TKpi read = JsonSerializer.Deserialize<TKpi>(JsonSerializer.Serialize(record));
        Assert.Equal(record, read);
        return read;
    }
}

public class PublishedLaws
{
    // A count and its total, and the decimals to which its percentage is published.
    private static Gen<(long Count, long Total, int Decimals)> Counts =>
        from total in Gen.Choose(1, 100_000)
        from count in Gen.Choose(0, total)
        from decimals in Gen.Choose(0, 2)
        select ((long)count, (long)total, decimals);

    [Property]
    public Property TheTrueCountIsAmongThoseAllowedFor() => Law.ForAll(Counts, x =>
    {
        ShareTally published = OfPublished(x);
        return Math.Abs(published.Count - x.Count) <= published.RoundedBy;
    });

    [Property]
    public Property TheIntervalHoldsThatOfTheTrueCount() => Law.ForAll(Counts, x =>
    {
        Estimate published = OfPublished(x).Estimate()!.Value, counted = new ShareTally(x.Count, x.Total).Estimate()!.Value;
        return published.Lower <= counted.Lower && published.Upper >= counted.Upper;
    });

    [Property]
    public Property AChangeExcludesZeroExactlyWhenItsPValueIsSmall() => Law.ForAll(Counts.Two(), x =>
    {
        Change change = OfPublished(x.Item1).ChangeFrom(OfPublished(x.Item2))!.Value;
        return (change.Lower > 0 || change.Upper < 0) == change.PValue < 0.05;
    });

    [Property]
    public Property ANetScoreHoldsTheTrueOne() => Law.ForAll(Counts.Two(), x =>
    {
        long against = Math.Min(x.Item2.Count, x.Item1.Total - x.Item1.Count);
        NetTally counted = new(x.Item1.Count, x.Item1.Total - x.Item1.Count - against, against);
        int decimals = x.Item1.Decimals;
        decimal positive = Percentage(counted.Positive, counted.N, decimals), negative = Percentage(against, counted.N, decimals);
        NetTally published = NetTally.FromPublished(positive, negative, counted.N, decimals);
        return published.Lowest.Value <= counted.Value && counted.Value <= published.Highest.Value && published.N == counted.N;
    });

    private static ShareTally OfPublished((long Count, long Total, int Decimals) x) =>
        ShareTally.FromPublished(Percentage(x.Count, x.Total, x.Decimals), x.Total, x.Decimals);

    private static decimal Percentage(long count, long total, int decimals) =>
        decimal.Round(100m * count / total, decimals, MidpointRounding.AwayFromZero) / 100;
}
