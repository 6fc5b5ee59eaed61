namespace CxKpi;

/// <content>Models of customers' value: how a fit ended.</content>
internal sealed partial class English
{
    internal override string ModelFitCaption => "Fitted model";
    internal override string ParameterLabel => "parameter";
    internal override string FitConverged => "the fit converged";
    internal override string FitAtLimit => "the data push the model to its limit, where a simpler one says as much";
    internal override string FitNotIdentified => "the data do not identify the parameters: others explain them as well";
    internal override string FitNotConverged => "the fit did not converge";
    internal override string FitNoCustomers => "there are no customers to fit a model to";
    internal override string FitNobodyReturned => "nobody has bought again, so nothing is known of how often customers buy";
    internal override string FitNobodyLeft => "nobody has left, so nothing is known of leaving";
    internal override string FitEverybodyLeft => "all customers left in the first period, so nothing is known of staying";
    internal override string FitNoSpread => "all amounts are the same, so nothing is known of their spread";
    internal override string LimitEqualPurchaseRates => "no detectable difference between customers in how often they buy";
    internal override string LimitUnboundedPurchaseRates => "customers differ without bound in how often they buy";
    internal override string LimitEqualDropout => "no detectable difference between customers in how soon they leave";
    internal override string LimitNoDropout => "no detectable leaving";
    internal override string LimitDropoutAtOnceOrNever => "customers leave at once or never";
    internal override string LimitEqualAmountsOfACustomer => "no detectable difference between the amounts of one customer";
    internal override string LimitEqualSpending => "no detectable difference between customers in what they spend";
    internal override string LimitUnboundedSpending => "customers differ without bound in what they spend";
    internal override string RepeatPurchasesCaption => "Customers by repeat purchases";
    internal override string RepeatPurchasesLabel => "repeat purchases";
    internal override string HoldoutCaption => "Purchases in the holdout";
    internal override string ModelComparisonCaption => "Models compared";
    internal override string LogLikelihoodLabel => "log-likelihood";
    internal override string FitOutcomeLabel => "outcome";

    internal override string FitFigures(double logLikelihood, double aic, double bic, long customers) =>
        $"log-likelihood {Decimals(logLikelihood, "#,0.00")}, AIC {Decimals(aic, "#,0.00")}, BIC {Decimals(bic, "#,0.00")}, {Count(customers)} customers";
}
