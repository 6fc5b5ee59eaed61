using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Customers;

public class SurvivalTallyLaws
{
    private static readonly SurvivalLimits[] EveryLimits = Enum.GetValues<SurvivalLimits>();

    private static Gen<Tenure> FromTheBeginning =>
        from exit in Gen.Choose(0, 12)
        from ended in Gen.Elements(true, false)
        from count in Gen.Choose(1, 4)
        select new Tenure(exit / 2.0, ended, 0, count);

    private static Gen<Tenure> Late =>
        from entry in Gen.Choose(1, 10)
        from length in Gen.Choose(1, 8)
        from ended in Gen.Elements(true, false)
        from count in Gen.Choose(1, 4)
        select new Tenure((entry + length) / 2.0, ended, entry / 2.0, count);

    private static Gen<Tenure[]> Some => Gen.Frequency((3, FromTheBeginning), (1, Late)).ListOf().Select(x => x.ToArray());

    private static Gen<Tenure[]> Complete => FromTheBeginning.Select(x => new Tenure(x.Exit, true, 0, x.Count)).NonEmptyListOf().Select(x => x.ToArray());

    [Property]
    public Property TheCurveIsThatOfTheSlowModel() => Law.ForAll(Some, tenures =>
    {
        Tenure[] singles = SlowSurvival.Singles(tenures);
        SurvivalTally tally = SurvivalTally.FromTenures(tenures);
        Assert.All(tally.Curve().Points, point =>
        {
            Assert.Equal(SlowSurvival.Survival(singles, point.Time), point.Survival, 1e-12);
            Assert.Equal(singles.Count(x => SlowSurvival.IsAtRisk(x, point.Time)), point.AtRisk);
        });
        Assert.All(tally.Hazard(), point => Assert.Equal(SlowSurvival.Hazard(singles, point.Time), point.Value, 1e-12));
        Assert.Equal(singles.Select(x => x.Exit).Distinct().Count(), tally.Curve().Points.Count);
    });

    [Property]
    public Property WithoutOpenCustomersTheCurveIsTheShareStillThere() => Law.ForAll(Complete, tenures =>
    {
        Tenure[] singles = SlowSurvival.Singles(tenures);
        SurvivalCurve curve = SurvivalTally.FromTenures(tenures).Curve();
        Assert.All(curve.Points, point => Assert.Equal((double)singles.Count(x => x.Exit > point.Time) / singles.Length, point.Survival, 1e-12));
        Assert.Equal(singles.Average(x => x.Exit), curve.RestrictedMean()!.Value.Value, 1e-10);
    });

    [Property]
    public Property CountsAreRepetitions() => Law.ForAll(
        Some,
        tenures => SurvivalTally.FromTenures(tenures).Equals(SurvivalTally.FromTenures(SlowSurvival.Singles(tenures))));

    [Property]
    public Property TheOrderOfCustomersDoesNotMatter() => Law.ForAll(
        Some.SelectMany(tenures => Gen.Shuffle(tenures).Select(shuffled => (tenures, shuffled))),
        x => SurvivalTally.FromTenures(x.tenures).Equals(SurvivalTally.FromTenures(x.shuffled)));

    [Property]
    public Property TalliesAddUp() => Law.ForAll(
        Some.Two(),
        x => SurvivalTally.FromTenures(x.Item1).Combine(SurvivalTally.FromTenures(x.Item2)).Equals(SurvivalTally.FromTenures([.. x.Item1, .. x.Item2])));

    [Property]
    public Property TheEmptyTallyAddsNothing() => Law.ForAll(
        Some,
        tenures => SurvivalTally.FromTenures(tenures) is var tally
            && tally.Combine(SurvivalTally.Empty).Equals(tally)
            && SurvivalTally.Empty.Combine(tally).Equals(tally));

    [Property]
    public Property WhoEntersAfterEverythingChangesNothingBefore() => Law.ForAll(Some, tenures =>
    {
        SurvivalCurve curve = SurvivalTally.FromTenures(tenures).Curve(), more = SurvivalTally.FromTenures([.. tenures, new(30, true, 20)]).Curve();
        Assert.Equal(curve.Points, more.Points.Take(curve.Points.Count));
    });

    [Property]
    public Property ALaterStartIsTheCurveGivenThatOneIsStillThere() => Law.ForAll(
        Some.SelectMany(tenures => Gen.Choose(0, 12).Select(start => (Tenures: tenures, Start: start / 2.0))),
        x =>
        {
            Tenure[] singles = SlowSurvival.Singles(x.Tenures);
            double before = SlowSurvival.Survival(singles, x.Start);
            SurvivalTally after = SurvivalTally.FromTenures(x.Tenures).After(x.Start);
            Assert.Equal(singles.Count(customer => customer.Exit > x.Start), after.N);
            if (before > 0)
            {
                Assert.All(after.Curve().Points, point => Assert.Equal(SlowSurvival.Survival(singles, point.Time) / before, point.Survival, 1e-10));
            }
        });

    [Property]
    public Property LimitsLieAroundTheShareAndWithinTheRange() => Law.ForAll(
        Some.SelectMany(tenures => Tests.Some.Confidence.Select(level => (Tenures: tenures, Level: level))),
        x => Assert.All(EveryLimits, limits => Assert.All(SurvivalTally.FromTenures(x.Tenures).Curve(x.Level, limits).Points, point =>
        {
            Assert.Equal(point.Survival is > 0 and < 1, point.Lower is not null && point.Upper is not null);
            Assert.True(point.Lower is null || (point.Lower >= 0 && point.Lower <= point.Survival && point.Survival <= point.Upper && point.Upper <= 1));
        })));

    [Property]
    public Property TheUnitOfTimeScalesTheCurve() => Law.ForAll(Some, tenures =>
    {
        SurvivalCurve curve = SurvivalTally.FromTenures(tenures).Curve();
        SurvivalCurve days = SurvivalTally.FromTenures(tenures.Select(x => new Tenure(30 * x.Exit, x.HasEnded, 30 * x.Entry, x.Count))).Curve();
        Assert.Equal(curve.Points.Select(point => (30 * point.Time, point.Survival)), days.Points.Select(point => (point.Time, point.Survival)));
        Assert.Equal(30 * curve.Median.Time, days.Median.Time);
        Assert.True(curve.RestrictedMean() is not { } mean || Law.IsClose(30 * mean.Value, days.RestrictedMean()!.Value.Value, 1e-12));
    });

    [Property]
    public Property ByAQuantileItsShareHasLeftAndBeforeItFewer() => Law.ForAll(
        Some.SelectMany(tenures => Gen.Choose(1, 99).Select(percent => (Tenures: tenures, Share: percent / 100.0))),
        x =>
        {
            SurvivalCurve curve = SurvivalTally.FromTenures(x.Tenures).Curve();
            SurvivalQuantile quantile = curve.Quantile(x.Share);
            Assert.All(curve.Points, point => Assert.Equal(point.Time >= quantile.Time, point.Survival <= 1 - x.Share + 1e-12));
            Assert.True(quantile.Lower is null || quantile.Time is null || quantile.Lower <= quantile.Time);
            Assert.True(quantile.Upper is null || quantile.Time <= quantile.Upper);
        });

    [Property]
    public Property TheCurveComesBackFromJson() => Law.ForAll(Some, tenures =>
    {
        SurvivalCurve curve = SurvivalTally.FromTenures(tenures, CalendarUnit.Week).Curve(0.9, SurvivalLimits.Logit);
        Assert.All(JsonKinds.ForEveryType, options => Assert.Equal(curve, JsonKinds.Again(curve, options)));
    });

    [Property]
    public Property TheFlemingHarringtonHazardIsNotBelowNelsonAndAalens() => Law.ForAll(Some, tenures =>
    {
        SurvivalTally tally = SurvivalTally.FromTenures(tenures);
        Assert.All(
            tally.Hazard(estimator: HazardEstimator.FlemingHarrington).Zip(tally.Hazard()),
            pair => Assert.True(pair.First.Value >= pair.Second.Value * (1 - 1e-12)));
    });
}
