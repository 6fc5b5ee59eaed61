using CxKpi.Practices;

namespace CxKpi.Tests.Drivers;

public class KanoTallyTests
{
    // Rows and columns from like to dislike.
    [Theory]
    [InlineData(KanoAnswer.Like, "QAAAO")]
    [InlineData(KanoAnswer.MustBe, "RIIIM")]
    [InlineData(KanoAnswer.Neutral, "RIIIM")]
    [InlineData(KanoAnswer.LiveWith, "RIIIM")]
    [InlineData(KanoAnswer.Dislike, "RRRRQ")]
    public void Classify_AllPairs_FollowTheTable(KanoAnswer there, string categories) => Assert.Equal(
        categories,
        string.Concat(Enum.GetValues<KanoAnswer>().Select(missing => KanoTally.Classify(there, missing).ToString()[0])));

    [Fact]
    public void ToString_AHundredRespondents_ReadsWell()
    {
        KanoTally tally = new(attractive: 40, oneDimensional: 25, mustBe: 15, indifferent: 18, reverse: 1, questionable: 1);

        Assert.Equal("attractive: better 0.663, worse \u22120.408 (n = 100)", tally.ToString());
        Assert.Equal("Begeisterungsmerkmal: besser 0,663, schlechter \u22120,408 (n = 100)", tally.ToString(ReportLanguage.German));
        Assert.Equal(KanoCategory.Attractive, tally.Category);
        Assert.InRange(tally.EstimateBetter()!.Value.Lower!.Value, 0.56, 0.57);
        Assert.Equal(tally.Worse, tally.EstimateWorse()!.Value.Value);
    }

    // In the order of what hurts most when it is missed.
    [Fact]
    public void Category_OfEqualOnes_IsTheGravest()
    {
        Assert.Equal(KanoCategory.MustBe, new KanoTally(12, 12, 12, 12).Category);
        Assert.Equal(KanoCategory.OneDimensional, new KanoTally(12, 12, 3, 12).Category);
        Assert.Equal(KanoCategory.Attractive, new KanoTally(12, 0, 3, 12).Category);
        Assert.True(new KanoTally(12, 12, 12, 12).IsMixed);
        Assert.StartsWith("mixed", new KanoTally(12, 12, 12, 12).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_WithoutAnswers_AreUndefined()
    {
        KanoTally none = default, unwanted = new(0, 0, 0, 0, reverse: 3);
        Assert.Equal((null, null, null, null), (none.Better, none.Worse, none.Category, none.TotalStrength));
        Assert.Equal("no data (n = 0)", none.ToString());
        Assert.Null(none.EstimateBetter());

        // Those who do not want it are in no base of the coefficients.
        Assert.Equal((null, null, KanoCategory.Reverse), (unwanted.Better, unwanted.Worse, unwanted.Category));
    }

    [Fact]
    public void Arguments_ThatAreNone_AreRefused()
    {
        Assert.Equal(
            "mustBe must not be negative; got -1 (Parameter 'mustBe')",
            Assert.Throws<ArgumentOutOfRangeException>(() => new KanoTally(1, 1, -1, 1)).Message);
        Assert.Throws<ArgumentOutOfRangeException>("ifThere", () => KanoTally.Classify((KanoAnswer)9, KanoAnswer.Like));
    }

    [Fact]
    public void Json_BringsTheTallyBack()
    {
        KanoTally tally = new(4, 3, 2, 1, 5, 6);

        Assert.Equal(tally, System.Text.Json.JsonSerializer.Deserialize<KanoTally>(System.Text.Json.JsonSerializer.Serialize(tally)));
    }

    [Theory]
    [InlineData((KanoAnswer)99, KanoAnswer.Like)]
    [InlineData(KanoAnswer.Like, (KanoAnswer)99)]
    public void FromAnswers_UnknownAnswer_NamesItsPosition(KanoAnswer ifThere, KanoAnswer ifMissing) => Assert.Contains(
        "(at position 1",
        Assert.Throws<ArgumentOutOfRangeException>(
            "answers", () => KanoTally.FromAnswers([(KanoAnswer.Like, KanoAnswer.Like), (ifThere, ifMissing)])).Message,
        StringComparison.Ordinal);
}
