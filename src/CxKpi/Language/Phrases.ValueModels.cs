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
    internal abstract string FitBeyondRange { get; }
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

    internal abstract string CustomerLabel { get; }
    internal abstract string FirstPurchaseLabel { get; }
    internal abstract string LastPurchaseLabel { get; }
    internal abstract string RecencyLabel { get; }
    internal abstract string AgeLabel { get; }
    internal abstract string MeanAmountLabel { get; }
    internal abstract string HoldoutPurchasesLabel { get; }
    internal abstract string HoldoutAmountLabel { get; }
    internal abstract string ProbabilityAliveLabel { get; }
    internal abstract string DiscountedPurchasesLabel { get; }
    internal abstract string HistoriesCaption { get; }
    internal abstract string CustomerValuesCaption { get; }
    internal abstract string TrackingCaption { get; }
    internal abstract string PredictionCaption { get; }
    internal abstract string AtItsLimit { get; }
    internal abstract string LimitsOfParameters { get; }
    internal abstract string TopIsPartlyLuck { get; }
    internal abstract string ByMaximumLikelihood { get; }
    internal abstract string RefundsAreNet { get; }
    internal abstract string RefundsAreIgnored { get; }
    internal abstract string RefundedPurchasesAreNone { get; }
    internal abstract string WithoutEnd { get; }
    internal abstract string AtEndOfMonth { get; }
    internal abstract string AtMiddleOfMonth { get; }
    internal abstract string LogCountsCaption { get; }
    internal abstract string LogRowsLabel { get; }
    internal abstract string LogPurchasesLabel { get; }
    internal abstract string SameDayLabel { get; }
    internal abstract string SameOpportunityLabel { get; }
    internal abstract string ZeroAmountsLabel { get; }
    internal abstract string RefundsLabel { get; }
    internal abstract string IgnoredRefundsLabel { get; }
    internal abstract string RefundsWithoutPurchaseLabel { get; }
    internal abstract string ExcessRefundsLabel { get; }
    internal abstract string RefundedPurchasesLabel { get; }
    internal abstract string AfterTheEndLabel { get; }
    internal abstract string OfNewCustomersLabel { get; }
    internal abstract string FirstInHoldoutLabel { get; }
    internal abstract string CustomersWithoutPurchaseLabel { get; }
    internal abstract string CustomersAfterTheEndLabel { get; }
    internal abstract string OneOpportunity(CalendarUnit unit);
    internal abstract string CalibrationUntil(string day);
    internal abstract string HoldoutUntil(string day);
    internal abstract string HoldoutOf(string length);
    internal abstract string OverMonths(int months);
    internal abstract string DiscountedByTheYear(string rate);
    internal abstract string MarginOf(string share);
    internal abstract string CustomersLeftOut(long customers);
    internal abstract string HoldoutErrors(string bias, string absolute, string squared);

    /// <summary>Why a prediction has no limits.</summary>
    internal abstract string NoLimits(string reason);

    /// <summary>How well a model fits.</summary>
    internal abstract string FitFigures(double logLikelihood, double aic, double bic, long customers);

    /// <summary>A number of purchases, or that number and all larger ones.</summary>
    internal string Frequency(int purchases, bool isOpen) => isOpen ? Count(purchases) + "+" : Count(purchases);

    /// <summary>An amount of money whose currency stands elsewhere.</summary>
    internal string Amount(double amount) => Decimals(amount, "#,0.00");

    // A double of this size has no decimals left to show.
    private const double Beyond = 1e15;

    /// <summary>A figure up to the place of the second digit of its standard error, with two digits at least however large that is.</summary>
    internal string UpTo(double error, double figure)
    {
        int decimals = Math.Max(SecondPlace(error), SecondPlace(figure));
        return Math.Max(Math.Abs(error), Math.Abs(figure)) < Beyond
            ? figure.ToString("#,0." + new string('0', decimals), Numbers)
            : KpiText.Plain(figure, Numbers, 4);
    }

    /// <summary>The decimals that two digits of a figure need, once it is rounded to them.</summary>
    private static int SecondPlace(double figure)
    {
        const int Most = 20;
        return figure == 0 || Math.Abs(figure) >= Beyond ? 0 : Math.Clamp(1 - (int)Math.Floor(Math.Log10(Math.Abs(figure) / 0.995)), 0, Most);
    }
}
