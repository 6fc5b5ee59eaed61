using CxKpi.Value;

namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private static IEnumerable<Method> SpendModels =>
    [
        new("clv.gamma_gamma.log_likelihood", x => Spending(x).LogLikelihood([Spent(x)])),
        new("clv.gamma_gamma.log_likelihood_gradient", x =>
        {
            double[] gradient = new double[3];
            new GammaGammaLikelihood(SpendTable.Of([Spent(x)]), threads: 0).At([.. Spending(x).Parameters], gradient);
            return gradient;
        }),
        new("clv.gamma_gamma.conditional_expected_mean_value", x => Spending(x).ExpectedMeanAmount(Spent(x))),
        new("clv.gamma_gamma.fit", x => Fitted(
            GammaGamma.Fit(x.Has("calibration_end") ? LogOf(x).Spending : CustomerData.Spending(x.Text("data"))), ["p", "q", "v"]))
        {
            Information = ["params_20_digits"],
        },
    ];

    private static GammaGamma Spending(Inputs inputs) => new(inputs.Number("p"), inputs.Number("q"), inputs.Number("v"));

    private static SpendHistory Spent(Inputs inputs) => new((int)inputs.Count("x"), inputs.Number("mean_value"));
}
