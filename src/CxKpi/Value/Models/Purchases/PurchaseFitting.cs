namespace CxKpi.Value;

/// <summary>What fitting any purchase model has in common.</summary>
internal static class PurchaseFitting
{
    /// <summary>What leaves with a smaller chance than this, per purchase or mean age, counts as staying.</summary>
    private const double SmallShare = 1e-3;

    // Beyond these limits a model differs from one at them in no figure that data tell, and its integrals have no end.
    private const double Least = 1e-18, Most = 1e12;

    /// <summary>Why there can be no model; <see langword="null"/> when there can.</summary>
    internal static FitOutcome? Refusal(PurchaseTable table) =>
        table.Customers == 0 ? FitOutcome.NoCustomers : table.Purchases == 0 ? FitOutcome.NobodyReturned : null;

    /// <summary>With times t = c·u the density of each purchase is that by u over c.</summary>
    internal static double LogJacobian(PurchaseTable table) => table.Purchases * Math.Log(table.MeanAge);

    /// <summary>Limits of four parameters: two of how often customers buy, two of how soon they leave, the first of them the weight of leaving.</summary>
    /// <param name="found">The maximum.</param>
    /// <param name="isShare">Whether leaving is a share between customers, a / (a + b), which both weights may approach 0 without changing.</param>
    internal static IEnumerable<ModelLimit> Limits(LikelihoodMaximum found, bool isShare = true)
    {
        if (IsAtUpperEdge(found, 0))
        {
            yield return ModelLimit.EqualPurchaseRates;
        }
        else if (IsAtLowerEdge(found, 0))
        {
            yield return ModelLimit.UnboundedPurchaseRates;
        }

        bool isSmall = found.Parameters[2] < SmallShare * found.Parameters[3];
        bool neverLeft = found.IsAtLowerEdge(2) && (isSmall || !isShare), neverStayed = found.IsAtLowerEdge(3) || (found.IsAtLowerEdge(2) && !neverLeft);
        if (neverStayed)
        {
            yield return ModelLimit.DropoutAtOnceOrNever;
        }
        else if (neverLeft || (IsAtUpperEdge(found, 2) && isSmall))
        {
            yield return ModelLimit.NoDropout;
        }
        else if (IsAtUpperEdge(found, 2))
        {
            yield return ModelLimit.EqualDropout;
        }
    }

    /// <summary>Checks the parameters of a model, of which the last may have limits of its own.</summary>
    internal static IReadOnlyList<double> Checked<TModel>(IReadOnlyList<double> parameters, double lastLeast = Least, double lastMost = Most)
        where TModel : class, IValueModel<TModel>
    {
        Guard.NotNull(parameters);
        _ = parameters.Count == TModel.ParameterNames.Count
            ? parameters
            : throw new ArgumentException($"parameters must be {TModel.ParameterNames.Count}, but are {parameters.Count}", nameof(parameters));
        for (int i = 0; i < parameters.Count; i++)
        {
            (double least, double most) = i == parameters.Count - 1 ? (lastLeast, lastMost) : (Least, Most);
            if (!(parameters[i] >= least && parameters[i] <= most))
            {
                throw Guard.OutsideAt(
                    i, nameof(parameters), FormattableString.Invariant($"must be between {least} and {most}"), parameters[i], $", {TModel.ParameterNames[i]}");
            }
        }

        return parameters;
    }

    internal static double Parameter(double value, string name) => Guard.InRange(value, Least, Most, name);

    private static bool IsAtUpperEdge(LikelihoodMaximum found, int pair) => found.IsAtUpperEdge(pair) || found.IsAtUpperEdge(pair + 1);

    private static bool IsAtLowerEdge(LikelihoodMaximum found, int pair) => found.IsAtLowerEdge(pair) || found.IsAtLowerEdge(pair + 1);
}
