namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private static IEnumerable<Method> Quantiles =>
    [
        new("quantile_function.normal", x => Quantile(NormalDistribution.Quantile(x.Number("p")))),
        new("quantile_function.student_t", x => Quantile(StudentTDistribution.Quantile(x.Number("p"), x.Number("df")))),
        new("quantile_function.beta", x => Quantile(BetaDistribution.Quantile(x.Number("p"), x.Number("a"), x.Number("b")))),
        new("quantile_function.chi_square", x => Quantile(ChiSquaredDistribution.Quantile(x.Number("p"), x.Number("df")))),
    ];

    private static Figures Quantile(double value) => new() { ["q"] = value };
}
