namespace CxKpi;

/// <summary>Calculates the revenue at risk: what a firm stands to lose because dissatisfied customers leave more often than satisfied ones.</summary>
/// <remarks>
/// <code>revenue at risk = dissatisfied customers * (churn of the dissatisfied - churn of the satisfied) * value of a customer</code>
/// The result is an amount of money with limits, which are those of the difference of the two rates: the number of customers and their value are taken as
/// known. Lower is better; a negative amount says that the dissatisfied left less often.
/// Source: J. Goodman, "Strategic Customer Service", 2009 (the market damage model).
/// <para>Pitfalls: all losses of the dissatisfied in the place of those beyond the satisfied ones' (the latter leave too); the answers of a sample taken for
/// the number of dissatisfied customers without bringing them to the base; a churn of the month with a value of the year; what would be saved taken for it,
/// since contented customers differ in more than their answers.</para>
/// <example>1,200 dissatisfied customers, of whom 18 % leave in a year and not 8 % as of the satisfied, at 500 a year: 60,000.</example>
/// </remarks>
public static class RevenueAtRisk
{
    /// <summary>Calculates the revenue at risk from the losses of two groups.</summary>
    /// <param name="lostOfDissatisfied">The dissatisfied customers who were observed, and those of them who were lost.</param>
    /// <param name="lostOfSatisfied">The satisfied customers who were observed over the same period, and those of them who were lost.</param>
    /// <param name="dissatisfied">The number of dissatisfied customers in the base; not negative.</param>
    /// <param name="valuePerCustomer">What a customer brings over the time that is meant, such as a year; not negative.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The amount with its limits, without a p-value when nothing is at stake; <see langword="null"/> when one of the groups is empty.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or the confidence does not lie between 0 and 1.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    public static Change? Of(
        ShareTally lostOfDissatisfied,
        ShareTally lostOfSatisfied,
        decimal dissatisfied,
        decimal valuePerCustomer,
        string? currency = null,
        double confidence = 0.95)
    {
        Guard.NotNegative(dissatisfied);
        Guard.NotNegative(valuePerCustomer);
        Guard.Currency(currency);
        return lostOfDissatisfied.ChangeFrom(lostOfSatisfied, confidence)?.InMoney(valuePerCustomer, dissatisfied, currency) is { } money
            ? money with { Direction = KpiDirection.LowerIsBetter }
            : null;
    }
}
