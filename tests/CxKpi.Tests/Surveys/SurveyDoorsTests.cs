namespace CxKpi.Tests.Surveys;

/// <summary>Arrays, lists and sequences with missing answers enter through doors of one name and give the same record.</summary>
public class SurveyDoorsTests
{
    private const string Advice = ": RatingTally.FromAnswerTolerant counts such an answer as invalid";

    private static readonly int[] Array = [1, 5, 3, 4, 5, 2];
    private static readonly List<int> List = [.. Array];
    private static readonly int?[] Nullable = [.. Array.Select(answer => (int?)answer)];

    [Fact]
    public void FromAnswers_ArrayListAndNullable_Agree()
    {
        Same(Csat.FromAnswers(Array, TopBox.TwoOfFive), Csat.FromAnswers(List, TopBox.TwoOfFive), Csat.FromAnswers(Nullable, TopBox.TwoOfFive));
        Same(
            DissatisfiedShare.FromAnswers(Array, BottomBox.TwoOfFive),
            DissatisfiedShare.FromAnswers(List, BottomBox.TwoOfFive),
            DissatisfiedShare.FromAnswers(Nullable, BottomBox.TwoOfFive));
        Same(
            EaseShare.FromAnswers(Array, TopBox.ThreeOfSeven),
            EaseShare.FromAnswers(List, TopBox.ThreeOfSeven),
            EaseShare.FromAnswers(Nullable, TopBox.ThreeOfSeven));
        Same(CustomerEaseScore.FromAnswers(Array), CustomerEaseScore.FromAnswers(List), CustomerEaseScore.FromAnswers(Nullable));
        Same(CustomerEffortScore.FromAnswers(Array), CustomerEffortScore.FromAnswers(List), CustomerEffortScore.FromAnswers(Nullable));
        Same(
            MeanRating.FromAnswers(Array, RatingScale.OneToFive),
            MeanRating.FromAnswers(List, RatingScale.OneToFive),
            MeanRating.FromAnswers(Nullable, RatingScale.OneToFive));
        Same(
            NetSatisfaction.FromAnswers(Array, NetBounds.OneToFive),
            NetSatisfaction.FromAnswers(List, NetBounds.OneToFive),
            NetSatisfaction.FromAnswers(Nullable, NetBounds.OneToFive));
        Same(
            NetEase.FromAnswers(Array, NetBounds.OneToSeven),
            NetEase.FromAnswers(List, NetBounds.OneToSeven),
            NetEase.FromAnswers(Nullable, NetBounds.OneToSeven));
        Same(
            NetLowEffort.FromAnswers(Array, NetBounds.Effort),
            NetLowEffort.FromAnswers(List, NetBounds.Effort),
            NetLowEffort.FromAnswers(Nullable, NetBounds.Effort));
        Same(
            HighEffortShare.FromAnswers(Array, EffortThreshold.TwoOfFive),
            HighEffortShare.FromAnswers(List, EffortThreshold.TwoOfFive),
            HighEffortShare.FromAnswers(Nullable, EffortThreshold.TwoOfFive));
        Same(PurchaseProbability.FromAnswers(Array), PurchaseProbability.FromAnswers(List), PurchaseProbability.FromAnswers(Nullable));
        Same(Nps.FromAnswers(Array, NpsMapping.OneToFive), Nps.FromAnswers(List, NpsMapping.OneToFive), Nps.FromAnswers(Nullable, NpsMapping.OneToFive));
        Same(Nps.FromAnswers(Array), Nps.FromAnswers(List), Nps.FromAnswers(Nullable));
    }

    [Fact]
    public void FromAnswer_OffTheScale_NamesTheAnswerWithoutPosition()
    {
        OffScale($"answer must lie on the scale 1 to 5; got 11{Advice}", "answer", () => Csat.FromAnswer(11, TopBox.TwoOfFive));
        OffScale($"answer must lie on the scale 1 to 5; got 11{Advice}", "answer", () => DissatisfiedShare.FromAnswer(11, BottomBox.TwoOfFive));
        OffScale($"answer must lie on the scale 1 to 7; got 11{Advice}", "answer", () => EaseShare.FromAnswer(11, TopBox.ThreeOfSeven));
        OffScale($"answer must lie on the scale 1 to 5; got 11{Advice}", "answer", () => MeanRating.FromAnswer(11, RatingScale.OneToFive));
        OffScale($"answer must lie on the scale 1 to 7; got 11{Advice}", "answer", () => NetEase.FromAnswer(11, NetBounds.OneToSeven));
        OffScale($"answer must lie on the scale 1 to 5, lower is better; got 11{Advice}", "answer", () => NetLowEffort.FromAnswer(11, NetBounds.Effort));
        OffScale($"answer must lie on the scale 1 to 5; got 11{Advice}", "answer", () => NetSatisfaction.FromAnswer(11, NetBounds.OneToFive));
        OffScale($"answer must lie on the scale 1 to 4; got 11{Advice}", "answer", () => Nsat.FromAnswer(11));
        OffScale($"answer must lie on the scale 1 to 5; got 11{Advice}", "answer", () => RepurchaseIntention.FromAnswer(11, TopBox.TwoOfFive));
        OffScale($"answer must lie on the scale 0 to 10; got 11{Advice}", "answer", () => PurchaseProbability.FromAnswer(11));
        OffScale($"answer must lie on the scale 1 to 7; got 11{Advice}", "answer", () => CustomerEaseScore.FromAnswer(11));
        OffScale($"answer must lie on the scale 1 to 5, lower is better; got 11{Advice}", "answer", () => CustomerEffortScore.FromAnswer(11));
    }

    [Fact]
    public void FromRespondent_OffTheScale_NamesTheQuestion()
    {
        OffScale("needs must lie on the scale 1 to 5; got 6", "needs", () => CustomerExperienceIndex.FromRespondent(6, 5, 5, NetBounds.OneToFive));
        OffScale("ease must lie on the scale 1 to 5; got 6", "ease", () => CustomerExperienceIndex.FromRespondent(5, 6, 5, NetBounds.OneToFive));
        OffScale("enjoyment must lie on the scale 1 to 5; got 6", "enjoyment", () => CustomerExperienceIndex.FromRespondent(5, null, 6, NetBounds.OneToFive));
        OffScale(
            "overall must lie on the scale 1 to 5; got 6",
            "overall",
            () => SatisfactionIndex.FromRespondent(6, 5, 5, RatingScale.OneToFive, SatisfactionWeights.Equal));
        OffScale(
            "expectations must lie on the scale 1 to 5; got 6",
            "expectations",
            () => SatisfactionIndex.FromRespondent(5, 6, 5, RatingScale.OneToFive, SatisfactionWeights.Equal));
        OffScale(
            "ideal must lie on the scale 1 to 5; got 6",
            "ideal",
            () => SatisfactionIndex.FromRespondent(5, null, 6, RatingScale.OneToFive, SatisfactionWeights.Equal));
    }

    [Fact]
    public void Doors_RuleNotStated_NameTheParameter()
    {
        NotStated("cut", () => Csat.FromAnswers([5], default));
        NotStated("cut", () => Csat.FromAnswers(List, default));
        NotStated("cut", () => Csat.FromAnswers(Nullable, default));
        NotStated("cut", () => Csat.FromAnswer(5, default));
        NotStated("cut", () => DissatisfiedShare.FromAnswers([5], default));
        NotStated("cut", () => EaseShare.FromAnswers([5], default));
        NotStated("cut", () => RepurchaseIntention.FromAnswers([5], default));
        NotStated("bounds", () => NetEase.FromAnswers([5], default));
        NotStated("bounds", () => NetLowEffort.FromAnswers([5], default));
        NotStated("bounds", () => NetSatisfaction.FromAnswers([5], default));
        NotStated("bounds", () => CustomerExperienceIndex.FromRespondent(1, 2, 3, default));
        NotStated("scale", () => MeanRating.FromAnswers([5], default));
        NotStated("scale", () => CustomerEaseScore.FromAnswers([5], default(RatingScale)));
        NotStated("scale", () => SatisfactionIndex.FromRespondent(1, 2, 3, default, SatisfactionWeights.Equal));
    }

    [Fact]
    public void FromTally_ScaleOfTheWrongDirection_NamesTheAnswers()
    {
        RatingTally effort = RatingTally.FromAnswers([1], RatingScale.Effort), five = RatingTally.FromAnswers([1], RatingScale.OneToFive);

        Assert.Throws<ArgumentException>("answers", () => CustomerEffortScore.FromTally(five));
        Assert.Throws<ArgumentException>("answers", () => CustomerEaseScore.FromTally(effort));
        Assert.Throws<ArgumentException>("answers", () => MeanRating.FromTally(effort));
        Assert.Throws<ArgumentException>("scale", () => MeanRating.FromAnswers([1], RatingScale.Effort));
        Assert.Throws<ArgumentException>("ideal", () => SatisfactionIndex.FromTallies(default, default, effort, SatisfactionWeights.Equal));
        Assert.Throws<ArgumentException>("scale", () => SatisfactionIndex.FromRespondent(1, 1, 1, RatingScale.Effort, SatisfactionWeights.Equal));
    }

    [Fact]
    public void FromTallies_AnotherScale_NamesTheQuestion()
    {
        RatingTally five = RatingTally.FromAnswers([1], RatingScale.OneToFive), ten = RatingTally.FromAnswers([1], RatingScale.OneToTen);

        Assert.Throws<ArgumentException>("expectations", () => SatisfactionIndex.FromTallies(five, ten, five, SatisfactionWeights.Equal));
        Assert.Throws<ArgumentException>("ideal", () => SatisfactionIndex.FromTallies(five, default, ten, SatisfactionWeights.Equal));
        Assert.Throws<ArgumentException>("ease", () => CustomerExperienceIndex.FromTallies(five, ten, five, NetBounds.OneToFive));
    }

    [Fact]
    public void FromAnswers_OtherScale_IsReadOnIt()
    {
        RatingScale effort = new(1, 7, ScaleDirection.LowerIsBetter);

        Same(CustomerEffortScore.FromAnswers(Array, effort), CustomerEffortScore.FromAnswers(List, effort), CustomerEffortScore.FromAnswers(Nullable, effort));
        Assert.Equal(effort, CustomerEffortScore.FromAnswer(7, effort).Scale);
        Assert.Equal(RatingScale.Effort, CustomerEffortScore.FromAnswer(5).Scale);
        Assert.Throws<ArgumentException>("scale", () => CustomerEffortScore.FromAnswer(5, RatingScale.OneToSeven));
        Assert.Throws<ArgumentException>("scale", () => CustomerEffortScore.FromAnswers(List, RatingScale.OneToSeven));

        Same(
            CustomerEaseScore.FromAnswers(Array, RatingScale.OneToFive),
            CustomerEaseScore.FromAnswers(List, RatingScale.OneToFive),
            CustomerEaseScore.FromAnswers(Nullable, RatingScale.OneToFive));
        Assert.Equal(RatingScale.OneToFive, CustomerEaseScore.FromAnswer(5, RatingScale.OneToFive).Scale);
        Assert.Equal(RatingScale.OneToSeven, CustomerEaseScore.FromAnswer(5).Scale);
        Assert.Throws<ArgumentException>("scale", () => CustomerEaseScore.FromAnswer(5, RatingScale.Effort));
        Assert.Throws<ArgumentException>("scale", () => CustomerEaseScore.FromAnswers(List, RatingScale.Effort));
    }

    private static void OffScale<TKpi>(string message, string name, Func<TKpi> door) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(name, () => { door(); }).Message, StringComparison.Ordinal);

    private static void NotStated<TKpi>(string name, Func<TKpi> door) =>
        Assert.StartsWith($"{name} must be stated", Assert.Throws<ArgumentException>(name, () => { door(); }).Message, StringComparison.Ordinal);

    private static void Same<TKpi>(TKpi fromArray, TKpi fromList, TKpi fromNullable)
        where TKpi : struct, IKpi<TKpi>
    {
        Assert.NotNull(fromArray.Value);
        Assert.Equal(fromArray, fromList);
        Assert.Equal(fromArray, fromNullable);
    }
}
