namespace CxKpi.Value;

/// <summary>Carries the uncertainty of parameters over to what is computed from them.</summary>
internal static class DeltaMethod
{
    private const double Step = 1e-3;

    // What a probability computed from others may be off.
    private const double Rounding = 1e-9;

    /// <summary>The derivatives of a figure by the logarithms of the parameters; <see langword="null"/> where the figure has no value nearby.</summary>
    /// <remarks>Differences at two distances, of which the fourth power of the step is left as error.</remarks>
    internal static double[]? LogGradient<TModel>(TModel model, Func<TModel, double?> figure)
        where TModel : class, IValueModel<TModel>
    {
        double[] parameters = [.. model.Parameters], gradient = new double[parameters.Length];
        for (int i = 0; i < parameters.Length; i++)
        {
            double value = parameters[i];
            double? At(double distance)
            {
                parameters[i] = value * Math.Exp(distance);
                return Nearby(model, parameters) is { } moved ? figure(moved) : null;
            }

            double? derivative = (8 * (At(Step) - At(-Step)) - (At(2 * Step) - At(-2 * Step))) / (12 * Step);
            if (derivative is not { } known || !double.IsFinite(known))
            {
                return null;
            }

            (parameters[i], gradient[i]) = (value, known);
        }

        return gradient;
    }

    /// <summary>The model with other parameters; <see langword="null"/> where a churn passes 1 or a parameter the range of a double.</summary>
    private static TModel? Nearby<TModel>(TModel model, double[] parameters)
        where TModel : class, IValueModel<TModel>
    {
        try
        {
            return model.WithParameters(parameters);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>The variance of a figure; <see langword="null"/> where it depends on a parameter of which nobody knows how near it is.</summary>
    internal static double? Variance<TModel>(TModel model, Func<TModel, double?> figure, IReadOnlyList<double?> logCovariance)
        where TModel : class, IValueModel<TModel>
    {
        int size = model.Parameters.Count;
        if (logCovariance.Count == 0
            || Enumerable.Range(0, size).Any(i => logCovariance[i * size + i] is null && DependsOn(model, figure, i))
            || LogGradient(model, figure) is not { } gradient)
        {
            return null;
        }

        double variance = 0;
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                variance += gradient[i] * gradient[j] * (logCovariance[i * size + j] ?? 0);
            }
        }

        return Math.Max(variance, 0);
    }

    /// <summary>Whether a figure changes with a parameter, looked at far from its edges: there the figure can be level although it depends on it.</summary>
    private static bool DependsOn<TModel>(TModel model, Func<TModel, double?> figure, int parameter)
        where TModel : class, IValueModel<TModel>
    {
        double? At(double value) =>
            Nearby(model, [.. model.Parameters.Select((known, i) => i == parameter ? value : known)]) is { } moved ? figure(moved) : null;

        return At(0.5) is not { } low || At(2) != low;
    }

    /// <summary>A figure that is a probability, but for rounding.</summary>
    internal static double? Probable(double? value, string name) => value is not { } known ? null
        : known is >= -Rounding and <= 1 + Rounding ? Math.Clamp(known, 0, 1)
        : Guard.Probability(known, name);

    /// <summary>A variance that has a place in the range of a double, or none.</summary>
    internal static double? Known(double? variance, string name) => variance is null or (>= 0 and <= double.MaxValue)
        ? variance
        : throw Guard.Outside(name, "must be so small that its variance is finite", variance);

    /// <summary>Limits of a figure above 0.</summary>
    internal static ModelPrediction Amount(double? value, double? variance, double confidence, FitOutcome outcome)
    {
        double z = NormalDistribution.CriticalValue(confidence);
        if (value is not { } known || variance is not { } squared)
        {
            return new(value, null, null, null, confidence) { Reason = Reason(outcome) };
        }

        double error = Math.Sqrt(squared), factor = known > 0 ? Math.Exp(z * error / known) : double.PositiveInfinity;
        return double.IsFinite(known * factor) ? new(known, error, known / factor, known * factor, confidence) : new(known, error, null, null, confidence);
    }

    /// <summary>Limits of a figure between 0 and 1.</summary>
    internal static ModelPrediction Probability(double? value, double? variance, double confidence, FitOutcome outcome)
    {
        double z = NormalDistribution.CriticalValue(confidence);
        if (value is not { } known || variance is not { } squared)
        {
            return new(value, null, null, null, confidence) { Reason = Reason(outcome) };
        }

        double error = Math.Sqrt(squared), spread = known * (1 - known);
        if (!(spread > 0))
        {
            return new(known, error, known, known, confidence);
        }

        // Odds times or over a factor: whatever that is, the limits stay inside.
        double factor = Math.Exp(z * error / spread), odds = known / (1 - known);
        return new(known, error, odds / (odds + factor), 1 - 1 / (1 + odds * factor), confidence);
    }

    /// <summary>The outcome of a fit as a reason against limits; <see langword="null"/> for one that speaks for them.</summary>
    internal static FitOutcome? Reason(FitOutcome outcome) => outcome == FitOutcome.Converged ? null : outcome;
}
