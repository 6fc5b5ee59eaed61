namespace CxKpi.Value;

/// <summary>Models and how their fits ended in words.</summary>
internal static class FitWords
{
    /// <summary>A model with its parameters, four digits each.</summary>
    internal static string Named<TModel>(TModel model, CalendarUnit? unit = null)
        where TModel : class, IValueModel<TModel>
    {
        IEnumerable<string> parameters = TModel.ParameterNames.Zip(model.Parameters, (name, value) => $"{name} {Phrases.English.FourDigits(value)}");
        return $"{TModel.ModelName} {string.Join(", ", parameters)}{(unit is { } known ? $" ({known})" : "")}";
    }

    internal static string In(this FitOutcome outcome, Phrases words) => outcome switch
    {
        FitOutcome.Converged => words.FitConverged,
        FitOutcome.AtLimit => words.FitAtLimit,
        FitOutcome.NotIdentified => words.FitNotIdentified,
        FitOutcome.NotConverged => words.FitNotConverged,
        FitOutcome.NoCustomers => words.FitNoCustomers,
        FitOutcome.NobodyReturned => words.FitNobodyReturned,
        FitOutcome.NobodyLeft => words.FitNobodyLeft,
        FitOutcome.EverybodyLeft => words.FitEverybodyLeft,
        FitOutcome.NoSpread => words.FitNoSpread,
        FitOutcome.BeyondRange => words.FitBeyondRange,
    };

    internal static string In(this ModelLimit limit, Phrases words) => limit switch
    {
        ModelLimit.EqualPurchaseRates => words.LimitEqualPurchaseRates,
        ModelLimit.UnboundedPurchaseRates => words.LimitUnboundedPurchaseRates,
        ModelLimit.EqualDropout => words.LimitEqualDropout,
        ModelLimit.NoDropout => words.LimitNoDropout,
        ModelLimit.DropoutAtOnceOrNever => words.LimitDropoutAtOnceOrNever,
        ModelLimit.EqualAmountsOfACustomer => words.LimitEqualAmountsOfACustomer,
        ModelLimit.EqualSpending => words.LimitEqualSpending,
        ModelLimit.UnboundedSpending => words.LimitUnboundedSpending,
    };
}
