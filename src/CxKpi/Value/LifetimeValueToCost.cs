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
    /// <exception cref="ArgumentOutOfRangeException">The cost is negative.</exception>
    /// <exception cref="OverflowException">The ratio exceeds the range of <see cref="decimal"/>.</exception>
    public static decimal? Ratio(decimal lifetimeValue, decimal acquisitionCost) =>
        Guard.NotNegative(acquisitionCost) == 0 ? null : lifetimeValue / acquisitionCost;
}
