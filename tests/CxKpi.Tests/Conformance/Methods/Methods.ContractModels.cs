using CxKpi.Value;

namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private static IEnumerable<Method> ContractModels =>
    [
        new("clv.sbg.churn_probability", x => x.Counts("t").Select(t => Contract(x).ChurnProbability((int)t)).ToArray()),
        new("clv.sbg.survival", x => x.Counts("t").Select(t => Contract(x).Survival((int)t)).ToArray()),
        new("clv.sbg.retention_rate", x => x.Counts("t").Select(t => Contract(x).RetentionRate((int)t)).ToArray()),
        new("clv.sbg.discounted_expected_lifetime", x => Contract(x).DiscountedLifetime(x.Number("d"))),
        new("clv.sbg.discounted_expected_residual_lifetime", x => Contract(x).DiscountedResidualLifetime(x.Number("d"), (int)x.Count("n"))),
        new("clv.sbg.expected_lifetime_undiscounted", x => Contract(x).ExpectedLifetime),
        new("clv.sbg.fit", FittedContract),
        new("clv.sbg.fit_boundary", x =>
        {
            FittedModel<ShiftedBetaGeometric> fit = ShiftedBetaGeometric.Fit(RenewalCohorts(x));
            return new Figures
            {
                ["boundary"] = fit.Outcome == FitOutcome.AtLimit,
                ["geometric_churn"] = fit.Model!.Churn,
                ["supremum_log_likelihood"] = fit.LogLikelihood,
            };
        }),
        new("clv.bgbb.log_likelihood", x => Opportunities(x).LogLikelihood([Chances(x)])),
        new("clv.bgbb.p_alive_at", x => Opportunities(x).ProbabilityAlive(Chances(x), x.Count("m"))),
        new("clv.bgbb.conditional_expected_transactions", x => Opportunities(x).ExpectedPurchases(Chances(x), x.Count("m"))),
        new("clv.bgbb.discounted_expected_residual_transactions", x => Opportunities(x).DiscountedPurchases(Chances(x), x.Number("d"))),
        new("clv.bgbb.fit", x => Fitted(BgBb.Fit(CustomerData.Opportunities(x.Text("data")), CalendarUnit.Year), ["alpha", "beta", "gamma", "delta"]))
        {
            Information = ["params_20_digits"],
        },
    ];

    private static ShiftedBetaGeometric Contract(Inputs inputs) => new(inputs.Number("alpha"), inputs.Number("beta"));

    private static IEnumerable<RenewalCohort> RenewalCohorts(Inputs inputs) =>
        inputs.Parts("cohorts").Select(cohort => new RenewalCohort(cohort.Count("start"), cohort.Counts("survivors")));

    private static Figures FittedContract(Inputs inputs)
    {
        FittedModel<ShiftedBetaGeometric> fit = ShiftedBetaGeometric.Fit(RenewalCohorts(inputs));
        Agree(FitOutcome.Converged, fit.Outcome);
        int renewals = inputs.Length("retention");
        return new()
        {
            ["alpha"] = fit.Parameters[0].Value,
            ["beta"] = fit.Parameters[1].Value,
            ["se_alpha"] = fit.Parameters[0].StandardError,
            ["se_beta"] = fit.Parameters[1].StandardError,
            ["log_likelihood"] = fit.LogLikelihood,
            ["covariance"] = fit.Covariance.Chunk(2).ToArray(),
            ["survival"] = Enumerable.Range(0, renewals + 1).Select(fit.Model!.Survival).ToArray(),
            ["retention"] = Enumerable.Range(1, renewals).Select(fit.Model!.RetentionRate).ToArray(),
        };
    }

    private static BgBb Opportunities(Inputs inputs) =>
        new(inputs.Number("alpha"), inputs.Number("beta"), inputs.Number("gamma"), inputs.Number("delta"), CalendarUnit.Year);

    private static PurchaseHistory Chances(Inputs inputs) => new((int)inputs.Count("x"), inputs.Number("t_x"), inputs.Number("n"));
}
