using CxKpi.Value;

namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private static IEnumerable<Method> CustomerModels =>
    [
        .. PurchaseModel("clv.bgnbd", OfBgNbd, (model, history, delta) => model.ContinuouslyDiscounted(history, delta), BetaGeometric(0)),
        .. PurchaseModel("clv.mbgnbd", OfMbgNbd, (model, history, delta) => model.ContinuouslyDiscounted(history, delta), BetaGeometric(1)),
        .. PurchaseModel(
            "clv.pareto_nbd",
            x => new ParetoNbd(x.Number("r"), x.Number("alpha"), x.Number("s"), x.Number("beta"), CalendarUnit.Week),
            (model, history, delta) => model.ContinuouslyDiscounted(history, delta),
            table => new ParetoLikelihood(table, threads: 0)),
        new("clv.pareto_nbd.fit", x => Fitted(x, ParetoNbd.Fit, ["r", "alpha", "s", "beta"])) { Information = ["params_20_digits"] },
        new("clv.bgnbd.fit", x => Fitted(x, BgNbd.Fit, ["r", "alpha", "a", "b"])) { Information = ["params_20_digits"] },
        new("clv.mbgnbd.fit", x => Fitted(x, MbgNbd.Fit, ["r", "alpha", "a", "b"])) { Information = ["params_20_digits"] },
    ];

    private static BgNbd OfBgNbd(Inputs x) => new(x.Number("r"), x.Number("alpha"), x.Number("a"), x.Number("b"), CalendarUnit.Week);

    private static MbgNbd OfMbgNbd(Inputs x) => new(x.Number("r"), x.Number("alpha"), x.Number("a"), x.Number("b"), CalendarUnit.Week);

    private static Func<PurchaseTable, ILikelihood> BetaGeometric(int early) => table => new BetaGeometricLikelihood(table, early, threads: 0);

    /// <summary>Point figures of a model that is given by its parameters.</summary>
    private static IEnumerable<Method> PurchaseModel<TModel>(
        string name,
        Func<Inputs, TModel> model,
        Func<TModel, PurchaseHistory, double, double> discounted,
        Func<PurchaseTable, ILikelihood> likelihood)
        where TModel : class, IPurchaseModel, IValueModel<TModel> =>
    [
        new($"{name}.log_likelihood", x => model(x).LogLikelihood([History(x)])),
        new($"{name}.log_likelihood_gradient", x =>
        {
            double[] gradient = new double[4];
            likelihood(PurchaseTable.Of([History(x)])).At([.. model(x).Parameters], gradient);
            return gradient;
        }),
        new($"{name}.p_alive", x => model(x).ProbabilityAlive(History(x))),
        new($"{name}.p_alive_after", x => model(x).ProbabilityAlive(History(x), x.Number("t"))),
        new($"{name}.conditional_expected_transactions", x => model(x).ExpectedPurchases(History(x), x.Number("t"))),
        new($"{name}.expected_transactions", x => model(x).ExpectedPurchases(x.Number("t"))),
        new($"{name}.pmf", x => x.Counts("n").Select(n => model(x).PurchaseProbability((int)n, x.Number("t"))).ToArray()),
        new($"{name}.discounted_expected_residual_transactions", x => discounted(model(x), History(x), x.Number("continuous_discount_rate"))),
    ];

    private static PurchaseHistory History(Inputs inputs) => new((int)inputs.Count("x"), inputs.Number("t_x"), inputs.Number("T"));

    private static Figures Fitted<TModel>(
        Inputs inputs, Func<IEnumerable<PurchaseHistory>, CalendarUnit, FittedModel<TModel>> fit, string[] names)
        where TModel : class, IValueModel<TModel> => Fitted(
        fit(inputs.Has("calibration_end") ? LogOf(inputs).Histories : CustomerData.Histories(inputs.Text("data")), CalendarUnit.Week), names);

    private static PurchaseHistories<string> LogOf(Inputs inputs)
    {
        Agree(7, (int)inputs.Count("unit_days"));
        return CustomerData.Log(inputs.Text("data"), Day(inputs, "calibration_end"));
    }

    private static Figures Fitted<TModel>(FittedModel<TModel> fit, string[] names)
        where TModel : class, IValueModel<TModel>
    {
        Agree(FitOutcome.Converged, fit.Outcome);
        int size = names.Length;
        double?[][] Rows(IEnumerable<double?> figures) => [.. figures.Chunk(size)];
        Figures Named(Func<FittedParameter, double?> figure)
        {
            Figures named = [];
            for (int i = 0; i < size; i++)
            {
                named[names[i]] = figure(fit.Parameters[i]);
            }

            return named;
        }

        return new()
        {
            ["params"] = Named(parameter => parameter.Value),
            ["se"] = Named(parameter => parameter.StandardError),
            ["log_likelihood"] = fit.LogLikelihood,
            ["covariance"] = Rows(fit.Covariance),
            ["covariance_log_params"] = Rows(fit.LogCovariance),
            ["customers"] = fit.Customers,
        };
    }
}
