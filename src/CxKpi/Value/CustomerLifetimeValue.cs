namespace CxKpi;

/// <summary>Customer lifetime value from averages: what a customer is worth over the whole relation, by the formulas in use.</summary>
/// <remarks>
/// <code>
/// simple               = average order value * orders per period * lifespan in periods * margin share
/// margin and retention = M * r / (1 + i - r)         first margin at the end of the first period
///                      = M * (1 + i) / (1 + i - r)   first margin at once
/// subscription         = revenue per period * gross margin / churn
/// </code>
/// Money per customer. All periods - of orders, margin, retention, churn, discount and lifespan - must have the same length.
/// Sources: S. Gupta, D. Lehmann, J. Stuart, "Valuing Customers", Journal of Marketing Research, 2004; N. Bendle, P. Farris, P. Pfeifer, D.
/// Reibstein, "Marketing Metrics", 2020.
/// <para>Pitfalls: the number of customers as a factor instead of their lifespan; revenue instead of margin;
/// a monthly margin with a yearly churn, see <see cref="PeriodRate"/>;
/// churn of a few customers or near 0, which makes the value explode; the product of averages, which is not the average of the products:
/// in a teaching case on Starbucks customers five customers spend 5.90 a visit and come 4.20 times a week, 24.78 by the product, while they really spend 24.30
/// a week -
/// over 20 years of 52 weeks 25,771 instead of 25,272, so take each customer's own total where it is known; and one churn for all customers:
/// where customers differ, those who stay are worth more than these formulas say (Fader and Hardie, 2010).</para>
/// <para>There is no interval, since the inputs are averages; the formulas rise with retention, so that the limits of a retention rate give limits of the
/// value.</para>
/// <example>500 a month, 70 % gross margin, 2 % churn a month: 17,500.</example>
/// </remarks>
public static class CustomerLifetimeValue
{
    /// <summary>Order value times frequency times lifespan.</summary>
    /// <param name="averageOrderValue">What a customer spends per order; or per period, with 1 order per period.</param>
    /// <param name="ordersPerPeriod">How often a customer orders in a period; not negative.</param>
    /// <param name="lifespanPeriods">How many such periods a customer stays; not negative.</param>
    /// <param name="marginShare">The share of revenue that is margin, in [0, 1]; 1 gives the value in revenue.</param>
    /// <returns>The value in revenue or margin, not discounted.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The frequency or the lifespan is negative, or the margin share does not lie between 0 and 1.</exception>
    /// <exception cref="OverflowException">The value exceeds the range of <see cref="decimal"/>.</exception>
    public static decimal Simple(decimal averageOrderValue, decimal ordersPerPeriod, decimal lifespanPeriods, decimal marginShare = 1) =>
        averageOrderValue * Guard.NotNegative(ordersPerPeriod) * Guard.NotNegative(lifespanPeriods) * Guard.InRange(marginShare, 0, 1);

    /// <summary>A steady margin, discounted, from customers who stay with a steady retention rate.</summary>
    /// <param name="marginPerPeriod">The margin of a customer who is there, per period; may be negative.</param>
    /// <param name="retention">The retention rate per period, in [0, 1], read to 15 digits.</param>
    /// <param name="discount">The discount rate per period, such as 0.1; 0 or between 1E-13 and 1E+13.</param>
    /// <param name="timing">Whether the first margin comes at the end of the first period or at once.</param>
    /// <returns>The value in margin; <see langword="null"/> when it has no limit: nobody is ever lost and nothing discounted.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The retention does not lie between 0 and 1, the discount is neither 0 nor between 1E-13 and 1E+13, or the
    /// timing is not a named value.</exception>
    /// <exception cref="OverflowException">The value exceeds the range of <see cref="decimal"/>.</exception>
    public static decimal? MarginAndRetention(decimal marginPerPeriod, double retention, double discount, MarginTiming timing)
    {
        // In decimal, 1 + i - r is exact for rates as people write them.
        decimal stay = (decimal)Guard.Probability(retention);
        decimal growth = 1 + Rate(discount, nameof(discount));
        decimal factor = Guard.Defined(timing) == MarginTiming.StartOfPeriod ? growth : stay;
        return growth == stay ? null : marginPerPeriod * factor / (growth - stay);
    }

    /// <summary>The margin of a subscription until it is cancelled, not discounted.</summary>
    /// <param name="revenuePerPeriod">Revenue per account and period.</param>
    /// <param name="grossMargin">The share of revenue that is margin, in [0, 1].</param>
    /// <param name="churn">The churn rate per period, in [0, 1]; 0 or at least 1E-13.</param>
    /// <returns>The value in margin, the first period's included; <see langword="null"/> when nobody is lost.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The margin or the churn does not lie between 0 and 1, or the churn is not 0 but below 1E-13.</exception>
    /// <exception cref="OverflowException">The value exceeds the range of <see cref="decimal"/>.</exception>
    public static decimal? Subscription(decimal revenuePerPeriod, double grossMargin, double churn)
    {
        decimal margin = revenuePerPeriod * (decimal)Guard.Probability(grossMargin), loss = Rate(Guard.Probability(churn), nameof(churn));
        return loss == 0 ? null : margin / loss;
    }

    /// <summary>The rate in decimal, which would take one nearer to 0 for 0 and cannot hold a larger one.</summary>
    private static decimal Rate(double rate, string name) => rate is 0 or (>= 1e-13 and <= 1e13)
        ? (decimal)rate
        : throw Guard.Outside(name, "must be 0 or between 1E-13 and 1E+13", rate);
}
