using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Service;

public class QualityScoreTests
{
    [Fact]
    public void FromEvaluation_WorkedExample_GivesSixtyPercent()
    {
        QualityScore all = QualityScore.FromEvaluation([new(18, 20)])
            .Combine(QualityScore.FromEvaluation([new(10, 10), new(5, 5), QualityItem.NotApplicable]))
            .Combine(QualityScore.FromEvaluation([new(15, 15), QualityItem.FatalError(5)]));

        Assert.Equal(0.6, all.Value);
        Assert.Equal("Quality 60.0% (3 evaluations)", all.ToString());
    }

    [Fact]
    public void FromEvaluation_NotApplicable_IsOnNeitherSide() =>
        Assert.Equal(1, QualityScore.FromEvaluation([new(5, 5), QualityItem.NotApplicable]).Value);

    [Fact]
    public void FromEvaluation_NothingApplies_IsNoData() =>
        Assert.Equal(default, QualityScore.FromEvaluation([QualityItem.NotApplicable, default]));

    [Fact]
    public void FromEvaluation_FatalError_KeepsThePossiblePoints()
    {
        QualityItem[] items = [new(15, 15), QualityItem.FatalError(5)];

        Assert.Equal(new QualityScore(0, 20), QualityScore.FromEvaluation(items));
        Assert.Equal(new QualityScore(0, 20), QualityScore.FromEvaluation(items.AsEnumerable()));
    }

    [Fact]
    public void FromEvaluation_Null_Throws() =>
        Assert.Throws<ArgumentNullException>("items", () => QualityScore.FromEvaluation((IEnumerable<QualityItem>)null!));

    [Fact]
    public void New_MorePointsThanPossible_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("points", () => new QualityScore(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>("points", () => new QualityItem(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>("possible", () => QualityItem.FatalError(-1));
    }
}

public class QualityScoreLaws : KpiLaws<QualityScore>
{
    private static Gen<QualityItem> Item => Gen.Frequency(
        (8, from points in Gen.Choose(0, 10)
            from rest in Gen.Choose(0, 10)
            select new QualityItem(points, points + rest)),
        (1, Gen.Constant(QualityItem.NotApplicable)),
        (1, Gen.Constant(QualityItem.FatalError(5))));

    protected override Gen<QualityScore> Any => Item.ArrayOf().ListOf().Select(evaluations => evaluations.Tally(x => QualityScore.FromEvaluation(x)));

    [Property]
    public Property AnItemThatDoesNotApplyChangesNothing() =>
        Law.ForAll(Item.ArrayOf(), x => QualityScore.FromEvaluation(x) == QualityScore.FromEvaluation([.. x, QualityItem.NotApplicable]));

    [Property]
    public Property AFatalErrorLeavesNoPoints() =>
        Law.ForAll(Item.ArrayOf(), x => QualityScore.FromEvaluation([.. x, QualityItem.FatalError(1)]).Value == 0);
}
