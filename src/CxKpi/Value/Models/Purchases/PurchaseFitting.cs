namespace CxKpi.Value;

/// <summary>What fitting any purchase model has in common.</summary>
internal static class PurchaseFitting
{
    /// <summary>Why there can be no model; <see langword="null"/> when there can.</summary>
    internal static FitOutcome? Refusal(PurchaseTable table) =>
        table.Customers == 0 ? FitOutcome.NoCustomers : table.Purchases == 0 ? FitOutcome.NobodyReturned : null;

    /// <summary>With times t = c·u the density of each purchase is that by u over c.</summary>
    internal static double LogJacobian(PurchaseTable table) => table.Purchases * Math.Log(table.MeanAge);

    /// <summary>Limits of a gamma distribution of rates, whose shape and scale come first.</summary>
    internal static IEnumerable<ModelLimit> RateLimits(LikelihoodMaximum found) =>
        found.IsAtUpperEdge(0) || found.IsAtUpperEdge(1) ? [ModelLimit.EqualPurchaseRates]
        : found.IsAtLowerEdge(0) || found.IsAtLowerEdge(1) ? [ModelLimit.UnboundedPurchaseRates]
        : [];

    /// <summary>Checks the parameters of a model.</summary>
    internal static IReadOnlyList<double> Checked<TModel>(IReadOnlyList<double> parameters)
        where TModel : class, IValueModel<TModel>
    {
        Guard.NotNull(parameters);
        return parameters.Count == TModel.ParameterNames.Count
            ? parameters
            : throw new ArgumentException($"parameters must be {TModel.ParameterNames.Count}, but are {parameters.Count}", nameof(parameters));
    }

    internal static double Parameter(double value, string name) => Guard.Finite(Guard.Positive(value, name), name);
}
