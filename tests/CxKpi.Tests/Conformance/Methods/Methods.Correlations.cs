using CxKpi.Practices;

namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private static IEnumerable<Method> Correlations =>
    [
        new("correlation.pearson", PearsonsR),
        new("correlation.spearman", SpearmansRho),

        // DescTools multiplies by delta1 where Brown and Benedetti divide by it: CorrelationLaws holds the error against the derivatives of tau.
        new("correlation.kendall", KendallsTau) { Information = ["ase_lower", "ase_upper"] },
        new("correlation.lagged", Lagged),
    ];

    private static Figures PearsonsR(Inputs inputs)
    {
        Correlation found = Correlation.Pearson(inputs.Numbers("x"), inputs.Numbers("y"), inputs.Confidence);
        return new()
        {
            ["r"] = found.Value,
            ["lower"] = found.Lower,
            ["upper"] = found.Upper,
            ["t"] = found.TestStatistic,
            ["df"] = found.TestDegreesOfFreedom,
            ["p_value"] = found.TestPValue,
        };
    }

    private static Figures SpearmansRho(Inputs inputs)
    {
        Correlation Of(CorrelationLimits limits) => Correlation.Spearman(inputs.Numbers("x"), inputs.Numbers("y"), inputs.Confidence, limits);
        Correlation wright = Of(CorrelationLimits.BonettWright), fieller = Of(CorrelationLimits.Fieller), fisher = Of(CorrelationLimits.FisherZ);
        return new()
        {
            ["rho"] = wright.Value,
            ["bonett_wright_lower"] = wright.Lower,
            ["bonett_wright_upper"] = wright.Upper,
            ["fieller_lower"] = fieller.Lower,
            ["fieller_upper"] = fieller.Upper,
            ["fisher_lower"] = fisher.Lower,
            ["fisher_upper"] = fisher.Upper,
            ["p_value_t"] = wright.TestPValue,
        };
    }

    private static Figures KendallsTau(Inputs inputs)
    {
        Correlation Of(CorrelationLimits limits) => Correlation.Kendall(inputs.Numbers("x"), inputs.Numbers("y"), inputs.Confidence, limits);
        Correlation fieller = Of(CorrelationLimits.Fieller), asymptotic = Of(CorrelationLimits.AsymptoticError);
        return new()
        {
            ["tau_b"] = fieller.Value,
            ["ase_lower"] = asymptotic.Lower,
            ["ase_upper"] = asymptotic.Upper,
            ["fieller_lower"] = fieller.Lower,
            ["fieller_upper"] = fieller.Upper,
            ["z"] = fieller.TestStatistic,
            ["p_value"] = fieller.TestPValue,
        };
    }

    /// <summary>The vectors count lags as R does: x leads at negative ones.</summary>
    private static Figures Lagged(Inputs inputs)
    {
        double[] x = inputs.Numbers("x"), y = inputs.Numbers("y");
        LaggedCorrelation found = LaggedCorrelation.Of(x, y, (int)inputs.Count("max_lag"));
        LagCorrelation[] lags = [.. found.Lags.Reverse()];
        return new()
        {
            ["lags"] = lags.Select(lag => (double)-lag.LeadsBy).ToArray(),
            ["ccf"] = lags.Select(lag => lag.Plain).ToArray(),
            ["r1_x"] = found.FirstMemory,
            ["r1_y"] = found.SecondMemory,
            ["effective_n_ar1"] = found.EffectiveN,
            ["prewhiten_phi"] = found.FirstMemory,
            ["prewhitened_ccf"] = lags.Select(lag => lag.Value).ToArray(),
            ["white_noise_bound"] = NormalDistribution.CriticalValue(found.Confidence) / Math.Sqrt(found.Count),
        };
    }
}
