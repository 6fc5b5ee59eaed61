using CxKpi.Practices;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Practices;

public class MirrorSurveyLaws
{
    private static Gen<Nps> Score { get; } =
        from promoters in Gen.Choose(0, 60)
        from passives in Gen.Choose(0, 60)
        from detractors in Gen.Choose(0, 60)
        select new Nps(promoters, passives, detractors);

    private static Gen<(Nps Predicted, Nps Customers)[]> Items { get; } =
        from size in Gen.Choose(0, 6)
        from items in (from predicted in Score from customers in Score select (predicted, customers)).ArrayOf(size)
        select items;

    [Property]
    public Property HolmIsAppliedOverTheItemsThatAreTold() => Law.ForAll(Items, items =>
    {
        MirrorSurvey survey = Of(items);
        MirrorGap[] told = [.. survey.Where(gap => gap.AdjustedPValue is not null)];
        Assert.Equal(Multiplicity.Holm(told.Select(gap => gap.Gap!.Value.PValue!.Value)), told.Select(gap => gap.AdjustedPValue!.Value));
        Assert.All(survey, gap => Assert.Equal(gap.AdjustedPValue is null, gap.Category == MirrorCategory.Unknown));
        Assert.All(survey, gap => Assert.Equal(
            gap.AdjustedPValue < 0.05,
            gap.Category is MirrorCategory.Overestimation or MirrorCategory.Underestimation));
    });

    [Property]
    public Property SwappingTheSidesTurnsTheGap() => Law.ForAll(Items, items =>
    {
        MirrorSurvey one = Of(items), other = Of([.. items.Select(item => (item.Customers, item.Predicted))]);
        Assert.All(one.Zip(other).Where(pair => pair is { First.Gap: not null, Second.Gap: not null }), pair =>
            Assert.Equal(pair.First.Gap!.Value.Difference, -pair.Second.Gap!.Value.Difference, 10));
    });

    [Property]
    public Property TheOrderOfTheItemsMeansNothing() => Law.ForAll(Items, items => Assert.Equal(
        Of(items).Select(gap => (gap.Category, gap.AdjustedPValue)),
        Of([.. items.Reverse()]).Reverse().Select(gap => (gap.Category, gap.AdjustedPValue))));

    private static MirrorSurvey Of((Nps Predicted, Nps Customers)[] items) =>
        MirrorSurvey.Of(items.Select((item, i) => MirrorItem.Of($"{i}", item.Predicted, item.Customers, 0)));
}
