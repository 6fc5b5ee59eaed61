namespace CxKpi.Value;

/// <summary>The outcome of a fit in words.</summary>
internal static class FitWords
{
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
