using System.Globalization;
using System.Text.Json;

namespace CxKpi.Tests.Surveys;

/// <summary>The small rule structs of surveys: scales, cuts, bounds, mappings, and the pair of excluded counts.</summary>
public class RatingRulesTests
{
    public static TheoryData<object> Rules =>
    [
        default(RatingScale), RatingScale.ZeroToTen, RatingScale.Effort, new RatingScale(-3, 3),
        default(TopBox), TopBox.TwoOfFive, TopBox.ThreeOfSeven, TopBox.ThreeOfTen, TopBox.Yes,
        default(BottomBox), BottomBox.TwoOfFive, BottomBox.Of(RatingScale.ZeroToTen, 1),
        default(NetBounds), NetBounds.OneToFive, NetBounds.OneToSeven, NetBounds.Effort,
        default(EffortThreshold), EffortThreshold.TwoOfFive,
        NpsMapping.OneToFive, NpsMapping.OneToSeven, NpsMapping.OneToTen,
        default(ExcludedAnswers), new ExcludedAnswers(3, 1),
    ];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Json_BringsTheRuleBack(object rule) =>
        Assert.Equal(rule, JsonSerializer.Deserialize(JsonSerializer.Serialize(rule), rule.GetType()));

    [Theory]
    [InlineData(0, 10, 11)]
    [InlineData(1, 2, 2)]
    [InlineData(-5, 5, 11)]
    public void RatingScale_Ends_GivePoints(int lowest, int highest, int points) => Assert.Equal(points, new RatingScale(lowest, highest).Points);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 1)]
    [InlineData(0, 11)]
    [InlineData(int.MinValue, int.MaxValue)]
    public void RatingScale_TooShortTooLongOrReversed_Throws(int from, int to) =>
        Assert.Throws<ArgumentOutOfRangeException>("highest", () => new RatingScale(from, to));

    [Fact]
    public void RatingScale_UnknownDirection_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("direction", () => new RatingScale(1, 5, (ScaleDirection)7));

    [Fact]
    public void RatingScale_Contains_IsTrueBetweenTheEnds()
    {
        Assert.True(RatingScale.OneToFive.Contains(1));
        Assert.True(RatingScale.OneToFive.Contains(5));
        Assert.False(RatingScale.OneToFive.Contains(0));
        Assert.False(default(RatingScale).Contains(0));
        Assert.Equal(0, default(RatingScale).Points);
    }

    [Fact]
    public void TopBox_OffTheScale_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("from", () => new TopBox(RatingScale.OneToFive, 1));
        Assert.Throws<ArgumentOutOfRangeException>("from", () => new TopBox(RatingScale.OneToFive, 6));
        Assert.Throws<ArgumentOutOfRangeException>("from", () => new TopBox(default, 4));
        Assert.Throws<ArgumentOutOfRangeException>("boxes", () => TopBox.Of(RatingScale.OneToFive, 0));
        Assert.Throws<ArgumentOutOfRangeException>("boxes", () => TopBox.Of(RatingScale.OneToFive, 5));
    }

    [Fact]
    public void TopBox_EffortScale_Throws() => Assert.Throws<ArgumentException>("scale", () => new TopBox(RatingScale.Effort, 4));

    [Fact]
    public void TopBox_Of_CountsFromTheTop()
    {
        Assert.Equal(TopBox.TwoOfFive, TopBox.Of(RatingScale.OneToFive, 2));
        Assert.Equal(TopBox.ThreeOfTen, TopBox.Of(RatingScale.OneToTen, 3));
        Assert.Equal(5, TopBox.ThreeOfSeven.From);
        Assert.Equal("4-5 on 1 to 5", TopBox.TwoOfFive.ToString());
    }

    [Fact]
    public void BottomBox_OffTheScale_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("to", () => new BottomBox(RatingScale.OneToFive, 0));
        Assert.Throws<ArgumentOutOfRangeException>("to", () => new BottomBox(RatingScale.OneToFive, 5));
        Assert.Throws<ArgumentOutOfRangeException>("boxes", () => BottomBox.Of(RatingScale.OneToFive, 5));
        Assert.Throws<ArgumentException>("scale", () => new BottomBox(RatingScale.Effort, 2));
    }

    [Fact]
    public void BottomBox_Of_CountsFromTheBottom()
    {
        Assert.Equal(BottomBox.TwoOfFive, BottomBox.Of(RatingScale.OneToFive, 2));
        Assert.Equal(0, BottomBox.Of(RatingScale.ZeroToTen, 1).To);
        Assert.Equal("0-0 on 0 to 10", BottomBox.Of(RatingScale.ZeroToTen, 1).ToString());
        Assert.Equal("1-2 on 1 to 5", BottomBox.TwoOfFive.ToString());
    }

    [Fact]
    public void NetBounds_OffTheScaleOrOverlapping_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("highFrom", () => new NetBounds(RatingScale.OneToFive, 6, 2));
        Assert.Throws<ArgumentOutOfRangeException>("highFrom", () => new NetBounds(RatingScale.OneToFive, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("lowTo", () => new NetBounds(RatingScale.OneToFive, 4, 0));
        Assert.Throws<ArgumentOutOfRangeException>("lowTo", () => new NetBounds(RatingScale.OneToFive, 4, 4));
        Assert.Equal("4-5 against 1-2 on 1 to 5", NetBounds.OneToFive.ToString());
    }

    [Fact]
    public void NpsMapping_OutOfOrder_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("promoterFrom", () => new NpsMapping(RatingScale.OneToFive, 4, 6));
        Assert.Throws<ArgumentOutOfRangeException>("passiveFrom", () => new NpsMapping(RatingScale.OneToFive, 5, 4));
        Assert.Throws<ArgumentOutOfRangeException>("passiveFrom", () => new NpsMapping(RatingScale.OneToFive, 1, 4));
        Assert.Throws<ArgumentException>("scale", () => new NpsMapping(RatingScale.Effort, 4, 5));
    }

    [Fact]
    public void Rules_ScaleNotStated_SaySo()
    {
        SaysStated(() => new NpsMapping(default, 1, 1));
        SaysStated(() => TopBox.Of(default, 1));
        SaysStated(() => BottomBox.Of(default, 1));
    }

    [Fact]
    public void NpsMapping_NoPassives_IsAllowed()
    {
        Nps nps = Nps.FromTally(RatingTally.FromAnswers([1, 2, 3, 4], new RatingScale(1, 4)), new NpsMapping(new RatingScale(1, 4), 3, 3));

        Assert.Equal((2, 0, 2), (nps.Promoters, nps.Passives, nps.Detractors));
    }

    [Fact]
    public void NpsMapping_OneToSeven_ReadsTheBands()
    {
        Nps nps = Nps.FromTally(RatingTally.FromCounts([1, 1, 1, 1, 1, 1, 1], RatingScale.OneToSeven), NpsMapping.OneToSeven);

        Assert.Equal((1, 2, 4), (nps.Promoters, nps.Passives, nps.Detractors));
        Assert.Equal(0, Nps.FromTally(default, NpsMapping.OneToSeven).Evidence.N);
        Assert.Throws<ArgumentException>("answers", () => Nps.FromTally(RatingTally.FromAnswers([1], RatingScale.OneToFive), NpsMapping.OneToSeven));
    }

    [Fact]
    public void ExcludedAnswers_Combine_AddsAndChecks()
    {
        Assert.Equal(new ExcludedAnswers(4, 6), new ExcludedAnswers(1, 2).Combine(new ExcludedAnswers(3, 4)));
        Assert.Equal("4 missing, 6 invalid", new ExcludedAnswers(4, 6).ToString());
        Assert.Throws<ArgumentOutOfRangeException>("missing", () => new ExcludedAnswers(-1));
        Assert.Throws<ArgumentOutOfRangeException>("invalid", () => new ExcludedAnswers(0, -1));
        Assert.Throws<OverflowException>(() => new ExcludedAnswers(long.MaxValue).Combine(new ExcludedAnswers(1)));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void ToString_AnyCulture_IsTheSame(object rule)
    {
        string invariant = rule.ToString()!;
        Thread thread = Thread.CurrentThread;
        CultureInfo before = thread.CurrentCulture;
        try
        {
            thread.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
            Assert.Equal(invariant, rule.ToString());
        }
        finally
        {
            thread.CurrentCulture = before;
        }
    }

    private static void SaysStated(Func<object> rule) =>
        Assert.Contains("scale must be stated", Assert.Throws<ArgumentException>("scale", () => { rule(); }).Message, StringComparison.Ordinal);
}
