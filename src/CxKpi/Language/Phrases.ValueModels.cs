namespace CxKpi;

/// <content>Models of customers' value: how a fit ended.</content>
internal abstract partial class Phrases
{
    internal abstract string ModelFitCaption { get; }
    internal abstract string ParameterLabel { get; }
    internal abstract string FitConverged { get; }
    internal abstract string FitAtLimit { get; }
    internal abstract string FitNotIdentified { get; }
    internal abstract string FitNotConverged { get; }
    internal abstract string FitNoCustomers { get; }
    internal abstract string FitNobodyReturned { get; }
    internal abstract string FitNobodyLeft { get; }
    internal abstract string FitEverybodyLeft { get; }
    internal abstract string FitNoSpread { get; }
    internal abstract string LimitEqualPurchaseRates { get; }
    internal abstract string LimitUnboundedPurchaseRates { get; }
    internal abstract string LimitEqualDropout { get; }
    internal abstract string LimitNoDropout { get; }
    internal abstract string LimitDropoutAtOnceOrNever { get; }
    internal abstract string LimitEqualAmountsOfACustomer { get; }
    internal abstract string LimitEqualSpending { get; }
    internal abstract string LimitUnboundedSpending { get; }
    internal abstract string RepeatPurchasesCaption { get; }
    internal abstract string RepeatPurchasesLabel { get; }
    internal abstract string HoldoutCaption { get; }
    internal abstract string ObservedAmountLabel { get; }
    internal abstract string ExpectedAmountLabel { get; }
    internal abstract string LargestExpectedLabel { get; }
    internal abstract string ModelComparisonCaption { get; }
    internal abstract string LogLikelihoodLabel { get; }
    internal abstract string FitOutcomeLabel { get; }

    /// <summary>Why a prediction has no limits.</summary>
    internal abstract string NoLimits(string reason);

    /// <summary>How well a model fits.</summary>
    internal abstract string FitFigures(double logLikelihood, double aic, double bic, long customers);

    /// <summary>A number of purchases, or that number and all larger ones.</summary>
    internal string Frequency(int purchases, bool isOpen) => isOpen ? Count(purchases) + "+" : Count(purchases);
}
