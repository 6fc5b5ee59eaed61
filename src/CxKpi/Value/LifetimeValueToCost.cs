using System.Globalization;

namespace CxKpi;

/// <summary>Calculates the ratio of lifetime value to acquisition cost (LTV:CAC): what a customer brings per unit of money spent on winning them.</summary>
/// <remarks>
/// <code>LTV:CAC = customer lifetime value / customer acquisition cost</code> The result is a ratio, which is negative when the value is.
/// Source: D. Skok, "SaaS Metrics 2.0", forEntrepreneurs.
/// <para>Pitfalls: comparing a value in revenue with a cost that margin has to pay for;
/// comparing the cost of paid campaigns with the value of all customers, or the other way round; using a value that rests on a churn measured over few
/// customers, whose uncertainty the ratio inherits;
/// taking the "at least 3" of the textbooks for more than a rule of thumb.</para>
/// <example>A value of 500 and a cost of 50: 10.</example>
/// </remarks>
public static class LifetimeValueToCost
{
    /// <summary>Divides the lifetime value by the acquisition cost.</summary>
    /// <param name="lifetimeValue">What a customer is worth, in margin, before the cost of winning them; may be negative.</param>
    /// <param name="acquisitionCost">What winning a customer costs, in the same currency; not negative.</param>
    /// <returns>The ratio; <see langword="null"/> when the cost is 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The cost is negative, or the value is positive and a thousand times or less than a hundredth of the cost:
    /// the two are not in one currency, or not about one customer, or swapped.</exception>
    /// <exception cref="OverflowException">The ratio exceeds the range of <see cref="decimal"/>.</exception>
    public static decimal? Ratio(decimal lifetimeValue, decimal acquisitionCost) =>
        Guard.NotNegative(acquisitionCost) == 0
            ? null
            : Meant(DecimalSums.Within("the ratio", () => lifetimeValue / acquisitionCost), lifetimeValue, acquisitionCost);

    // Ten times what published ratios reach on either side, which lie between 0.1 and 100.
    private static decimal Meant(decimal ratio, decimal lifetimeValue, decimal acquisitionCost) => ratio is <= 0 or (>= 0.01m and < 1000)
        ? ratio
        : throw Guard.Outside(
            nameof(lifetimeValue),
            string.Create(
                CultureInfo.InvariantCulture,
                $"must be between a hundredth and a thousand times the acquisition cost ({acquisitionCost}); check currencies, and whether they are swapped"),
            lifetimeValue);
}
