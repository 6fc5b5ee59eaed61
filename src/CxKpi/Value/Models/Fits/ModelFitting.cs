namespace CxKpi.Value;

/// <summary>Makes a fit of the place where the likelihood has its maximum.</summary>
internal static class ModelFitting
{
    /// <summary>A fit without a model.</summary>
    internal static FittedModel<TModel> Refused<TModel>(FitOutcome outcome, long customers)
        where TModel : class, IValueModel<TModel> => new(outcome, null, customers);

    /// <summary>The fit of a maximum.</summary>
    /// <param name="found">The maximum, on the scale of the search.</param>
    /// <param name="model">Creates the model from its parameters on the scale of the data.</param>
    /// <param name="customers">How many customers the likelihood rests on.</param>
    /// <param name="scales">By what each parameter is multiplied to stand on the scale of the data.</param>
    /// <param name="logJacobian">What the scale of the data takes from the log-likelihood.</param>
    /// <param name="limits">The simpler models at whose limit the maximum lies.</param>
    internal static FittedModel<TModel> Of<TModel>(
        LikelihoodMaximum found,
        Func<double[], TModel> model,
        long customers,
        ReadOnlySpan<double> scales,
        double logJacobian,
        IEnumerable<ModelLimit> limits)
        where TModel : class, IValueModel<TModel>
    {
        if (!double.IsFinite(found.Value))
        {
            return Refused<TModel>(FitOutcome.NotConverged, customers);
        }

        int size = scales.Length;
        double[] parameters = [.. found.Parameters];
        for (int i = 0; i < size; i++)
        {
            parameters[i] *= scales[i];
        }

        TModel fitted;
        try
        {
            fitted = model(parameters);
        }
        catch (ArgumentOutOfRangeException)
        {
            return Refused<TModel>(FitOutcome.BeyondRange, customers);
        }

        double?[]? logs = found.LogCovariance();
        double?[] covariance = [.. (logs ?? []).Select((figure, i) => figure * parameters[i / size] * parameters[i % size])];
        bool atEdge = Enumerable.Range(0, size).Any(found.IsAtEdge);
        return new(
            !found.Converged ? FitOutcome.NotConverged : atEdge ? FitOutcome.AtLimit : logs is null ? FitOutcome.NotIdentified : FitOutcome.Converged,
            fitted,
            customers,
            found.LogLikelihood - logJacobian)
        {
            Parameters =
            [
                .. TModel.ParameterNames.Select((name, i) => new FittedParameter(
                    name,
                    parameters[i],
                    logs is null || logs[i * size + i] is not { } variance ? null : parameters[i] * Math.Sqrt(variance),
                    found.IsAtEdge(i))),
            ],
            Covariance = covariance,
            Limits = [.. limits],
            Iterations = found.Iterations,
            GradientNorm = found.GradientNorm,
        };
    }
}
