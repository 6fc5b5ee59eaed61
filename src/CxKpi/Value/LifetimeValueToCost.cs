namespace CxKpi;

/// <summary>Lifetime value to acquisition cost, LTV:CAC: what a customer brings per unit of money that winning them costs.</summary>
/// <remarks>
/// <code>LTV:CAC = customer lifetime value / customer acquisition cost</code> The value is a ratio, negative with the value.
/// Source: D. Skok, "SaaS Metrics 2.0", forEntrepreneurs.
/// <para>Pitfalls: a value in revenue over a cost that margin has to pay for; a paid-campaign cost over a value of all customers, or the other way round;
/// a value that rests on a churn measured over few customers: the ratio inherits all of its uncertainty;
/// the "at least 3" of the textbooks is a rule of thumb.</para>
/// <example>A value of 500 and a cost of 50: 10.</example>
/// </remarks>
public static class LifetimeValueToCost
{
    /// <summary>The ratio of the two.</summary>
    /// <param name="lifetimeValue">What a customer is worth, in margin, before the cost of winning them; may be negative.</param>
    /// <param name="acquisitionCost">What winning a customer costs, in the same currency; not negative.</param>
    /// <returns>The ratio; <see langword="null"/> when there is no cost.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The cost is negative.</exception>
    /// <exception cref="OverflowException">The ratio exceeds the range of <see cref="decimal"/>.</exception>
    public static decimal? Ratio(decimal lifetimeValue, decimal acquisitionCost) =>
        Guard.NotNegative(acquisitionCost) == 0 ? null : lifetimeValue / acquisitionCost;
}
