namespace CxKpi.Tests.Surveys;

/// <summary>Arrays, lists and sequences with missing answers enter through doors of one name and give the same record.</summary>
public class SurveyDoorsTests
{
    private static readonly int[] Array = [1, 5, 3, 4, 5, 2];
    private static readonly List<int> List = [.. Array];
    private static readonly int?[] Nullable = [.. Array.Select(answer => (int?)answer)];

    [Fact]
    public void FromAnswers_ArrayListAndNullable_Agree()
    {
        Same(Csat.FromAnswers(Array, TopBox.TwoOfFive), Csat.FromAnswers(List, TopBox.TwoOfFive), Csat.FromAnswers(Nullable, TopBox.TwoOfFive));
        Same(DissatisfiedShare.FromAnswers(Array, BottomBox.TwoOfFive), DissatisfiedShare.FromAnswers(List, BottomBox.TwoOfFive), DissatisfiedShare.FromAnswers(Nullable, BottomBox.TwoOfFive));
        Same(EaseShare.FromAnswers(Array, TopBox.ThreeOfSeven), EaseShare.FromAnswers(List, TopBox.ThreeOfSeven), EaseShare.FromAnswers(Nullable, TopBox.ThreeOfSeven));
        Same(CustomerEaseScore.FromAnswers(Array), CustomerEaseScore.FromAnswers(List), CustomerEaseScore.FromAnswers(Nullable));
        Same(CustomerEffortScore.FromAnswers(Array), CustomerEffortScore.FromAnswers(List), CustomerEffortScore.FromAnswers(Nullable));
        Same(MeanRating.FromAnswers(Array, RatingScale.OneToFive), MeanRating.FromAnswers(List, RatingScale.OneToFive), MeanRating.FromAnswers(Nullable, RatingScale.OneToFive));
        Same(NetSatisfaction.FromAnswers(Array, NetBounds.OneToFive), NetSatisfaction.FromAnswers(List, NetBounds.OneToFive), NetSatisfaction.FromAnswers(Nullable, NetBounds.OneToFive));
        Same(NetEase.FromAnswers(Array, NetBounds.OneToSeven), NetEase.FromAnswers(List, NetBounds.OneToSeven), NetEase.FromAnswers(Nullable, NetBounds.OneToSeven));
        Same(NetLowEffort.FromAnswers(Array, NetBounds.Effort), NetLowEffort.FromAnswers(List, NetBounds.Effort), NetLowEffort.FromAnswers(Nullable, NetBounds.Effort));
        Same(PurchaseProbability.FromAnswers(Array), PurchaseProbability.FromAnswers(List), PurchaseProbability.FromAnswers(Nullable));
        Same(Nps.FromAnswers(Array), Nps.FromAnswers(List), Nps.FromAnswers(Nullable));
    }

    private static void Same<TKpi>(TKpi fromArray, TKpi fromList, TKpi fromNullable)
        where TKpi : struct, IKpi<TKpi>
    {
        Assert.NotNull(fromArray.Value);
        Assert.Equal(fromArray, fromList);
        Assert.Equal(fromArray, fromNullable);
    }
}
