using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Customers;

public class SurvivalTestsLaws
{
    private static Gen<Tenure> Customer =>
        from entry in Gen.Choose(0, 3)
        from length in Gen.Choose(1, 9)
        from ended in Gen.Elements(true, true, false)
        select new Tenure(entry + length, ended, entry);

    private static Gen<Tenure[]> Group => Customer.ListOf().Select(x => x.ToArray());

    [Property]
    public Property TwoGroupsAreComparedAsByTheSlowModel() => Law.ForAll(Group.Two(), x =>
    {
        double? slow = SlowSurvival.LogRank(x.Item1, x.Item2), statistic = SurvivalTests.LogRank([Tally(x.Item1), Tally(x.Item2)])?.Statistic;
        Assert.Equal(slow is null, statistic is null);
        Assert.True(slow is null || Law.IsClose(slow.Value, statistic!.Value, 1e-9));
    });

    [Property]
    public Property TheOrderOfGroupsDoesNotMatter() => Law.ForAll(Group.Three(), x => Assert.All(Enum.GetValues<LogRankWeights>(), weights =>
    {
        SignificanceTest? test = SurvivalTests.LogRank([Tally(x.Item1), Tally(x.Item2), Tally(x.Item3)], weights);
        SignificanceTest? other = SurvivalTests.LogRank([Tally(x.Item3), Tally(x.Item1), Tally(x.Item2)], weights);
        Assert.Equal(test?.DegreesOfFreedom, other?.DegreesOfFreedom);
        Assert.True(test is null || Law.IsClose(test.Value.Statistic!.Value, other!.Value.Statistic!.Value, 1e-8));
    }));

    [Property]
    public Property AGroupAndItselfDoNotDiffer() => Law.ForAll(
        Group,
        group => SurvivalTests.LogRank([Tally(group), Tally(group)]) is not { } test || test is { Statistic: < 1e-20, PValue: > 0.999999 });

    [Property]
    public Property AStratumWithoutCustomersChangesNothing() => Law.ForAll(Group.Two(), x => Assert.Equal(
        SurvivalTests.LogRank([Tally(x.Item1), Tally(x.Item2)]),
        SurvivalTests.StratifiedLogRank([[Tally(x.Item1), Tally(x.Item2)], [SurvivalTally.Empty, SurvivalTally.Empty]])));

    private static SurvivalTally Tally(Tenure[] group) => SurvivalTally.FromTenures(group);
}
