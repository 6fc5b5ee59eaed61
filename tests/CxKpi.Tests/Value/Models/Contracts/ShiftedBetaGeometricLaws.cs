using CxKpi.Value;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Value;

public class ShiftedBetaGeometricLaws
{
    private static Gen<ShiftedBetaGeometric> Model => Gen.OneOf(
        from alpha in SomePurchases.Between(0.1, 6) from beta in SomePurchases.Between(0.1, 20) select new ShiftedBetaGeometric(alpha, beta),
        SomePurchases.Between(0.01, 0.9).Select(ShiftedBetaGeometric.Geometric));

    private static Gen<RenewalCohort[]> Cohorts =>
        (from start in Gen.Choose(50, 5000)
         from stay in Gen.Choose(50, 95).ArrayOf(5)
         from seen in Gen.Choose(2, 5)
         select new RenewalCohort(start, Survivors(start, stay, seen))).ArrayOf(3);

    [Property]
    public Property RetentionNeverFalls() => Law.ForAll(Model, model =>
    {
        double[] rates = [.. Enumerable.Range(1, 30).Select(model.RetentionRate)];
        Assert.All(rates.Zip(rates.Skip(1)), pair => Assert.True(pair.First <= pair.Second));
    });

    [Property]
    public Property WhoHasNotLeftSurvives() => Law.ForAll(Model, model =>
    {
        double left = Enumerable.Range(1, 25).Sum(model.ChurnProbability);
        Assert.Equal(1, left + model.Survival(25), 1e-12);
    });

    [Property]
    public Property LongProductsAreGammaFunctions() => Law.ForAll(Model.Where(model => !model.IsGeometric), model =>
        Assert.True(Law.IsClose(1, model.Survival(1001) / (model.Survival(1000) * model.RetentionRate(1001)), 1e-10)));

    [Property(MaxTest = 40 * Law.Rounds)]
    public Property LifetimesAreTheirSums() => Law.ForAll(
        from model in Model from periods in Gen.Choose(1, 6) select (model, periods),
        x =>
        {
            Func<int, double> survival = x.model.Survival;
            double all = Enumerable.Range(0, 400).Sum(t => survival(t) * Math.Pow(1.1, -t));
            double left = Enumerable.Range(x.periods, 400).Sum(t => survival(t) / survival(x.periods - 1) * Math.Pow(1.1, x.periods - t));

            Assert.Equal(all, x.model.DiscountedLifetime(0.1), 1e-9);
            Assert.Equal(left, x.model.DiscountedResidualLifetime(0.1, x.periods), 1e-9);
        });

    [Property]
    public Property AlikeCustomersAreTheLimitOfManyAlmostAlike() => Law.ForAll(SomePurchases.Between(0.05, 0.6), churn =>
    {
        ShiftedBetaGeometric almost = new(churn * 1e9, (1 - churn) * 1e9), alike = ShiftedBetaGeometric.Geometric(churn);

        Assert.True(Law.IsClose(alike.Survival(12), almost.Survival(12), 1e-6));
        Assert.True(Law.IsClose(alike.DiscountedLifetime(0.1), almost.DiscountedLifetime(0.1), 1e-6));
        Assert.True(Law.IsClose(alike.ExpectedLifetime!.Value, almost.ExpectedLifetime!.Value, 1e-6));
    });

    [Property(MaxTest = 60 * Law.Rounds)]
    public Property CohortsInAnyOrderAndInPartsAreTheSame() => Law.ForAll(Cohorts, cohorts =>
    {
        FittedModel<ShiftedBetaGeometric> fit = ShiftedBetaGeometric.Fit(cohorts);

        Assert.Equal(fit, ShiftedBetaGeometric.Fit(cohorts.Reverse()));
        FittedModel<ShiftedBetaGeometric> doubled = ShiftedBetaGeometric.Fit(
            cohorts.Select(x => new RenewalCohort(2 * x.Start, [.. x.Survivors.Select(n => 2 * n)])));
        FittedModel<ShiftedBetaGeometric> twice = ShiftedBetaGeometric.Fit([.. cohorts, .. cohorts]);
        Assert.Equal(doubled, twice);
        Assert.True(Law.IsClose(2 * fit.LogLikelihood!.Value, twice.LogLikelihood!.Value, 1e-9));
        Assert.All(JsonKinds.ForEveryType, options => Assert.Equal(fit, JsonKinds.Again(fit, options)));
    });

    [Property(MaxTest = 60 * Law.Rounds)]
    public Property TheFitIsAtLeastAsLikelyAsOneChurnForAll() => Law.ForAll(Cohorts, cohorts =>
    {
        FittedModel<ShiftedBetaGeometric> fit = ShiftedBetaGeometric.Fit(cohorts);
        double asked = 0, left = 0;
        foreach (RenewalCohort cohort in cohorts)
        {
            asked += cohort.Start + cohort.Survivors.SkipLast(1).Sum();
            left += cohort.Start - cohort.Survivors[^1];
        }

        Assert.True(fit.LogLikelihood >= left * Math.Log(left / asked) + (asked - left) * Math.Log(1 - left / asked) - 1e-6);
    });

    private static long[] Survivors(int start, int[] stay, int seen)
    {
        List<long> survivors = [];
        for (int t = 0; t < seen; t++)
        {
            survivors.Add((survivors.Count == 0 ? start : survivors[^1]) * stay[t] / 100);
        }

        return [.. survivors];
    }
}
