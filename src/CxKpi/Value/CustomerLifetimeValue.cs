namespace CxKpi;

/// <summary>Calculates the customer lifetime value (CLV) from averages: what a customer is worth over the whole relationship, by the formulas in use.</summary>
/// <remarks>
/// <code>
/// simple               = average order value * orders per period * lifespan in periods * margin share
/// margin and retention = M * r / (1 + i - r)         first margin at the end of the first period
///                      = M * (1 + i) / (1 + i - r)   first margin at once; with a margin that grows, r * (1 + g) in place of the r that is taken off
///                      = the same * (1 - (r * (1 + g) / (1 + i))^n)   over n periods alone
/// subscription         = revenue per period * gross margin / churn
/// </code>
/// The value is an amount of money per customer. All periods (of orders, margin, retention, churn, discount and lifespan) must have the same length.
/// Sources: S. Gupta, D. Lehmann, J. Stuart, "Valuing Customers", Journal of Marketing Research, 2004; N. Bendle, P. Farris, P. Pfeifer,
/// D. Reibstein, "Marketing Metrics", 2020.
/// <para>Pitfalls: multiplying by the number of customers instead of their lifespan; using revenue instead of margin;
/// combining a monthly margin with a yearly churn, see <see cref="PeriodRate"/>;
/// using a churn measured over few customers or near 0, which makes the value explode; taking the product of averages for the average of the products:
/// in a teaching case on Starbucks, five customers spend 5.90 a visit and come 4.20 times a week, which is 24.78 by the product, while they really spend 24.30
/// a week. Over 20 years of 52 weeks that is 25,771 instead of 25,272, so use each customer's own total where it is known.
/// Using one churn for all customers is another pitfall: where customers differ, those who stay are worth more than these formulas say
/// (Fader and Hardie, 2010).</para>
/// <para>There is no interval, since the inputs are averages. The value rises with retention, so the limits of a retention rate give limits of the
/// value.</para>
/// <example>500 a month with a gross margin of 70 % and a churn of 2 % a month: 17,500.</example>
/// </remarks>
public static class CustomerLifetimeValue
{
    /// <summary>Calculates the value as order value times frequency times lifespan.</summary>
    /// <param name="averageOrderValue">What a customer spends per order, or per period when <paramref name="ordersPerPeriod"/> is 1.</param>
    /// <param name="ordersPerPeriod">How often a customer orders in a period; not negative.</param>
    /// <param name="lifespanPeriods">How many periods a customer stays; not negative.</param>
    /// <param name="marginShare">The share of revenue that is margin, in [0, 1]; 1 gives the value in revenue.</param>
    /// <returns>The value in revenue or margin, not discounted.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The frequency or the lifespan is negative, or the margin share does not lie between 0 and 1.</exception>
    /// <exception cref="OverflowException">The value exceeds the range of <see cref="decimal"/>.</exception>
    public static decimal Simple(decimal averageOrderValue, decimal ordersPerPeriod, decimal lifespanPeriods, decimal marginShare = 1) =>
        DecimalSums.Within(
            "the value",
            () => averageOrderValue * Guard.NotNegative(ordersPerPeriod) * Guard.NotNegative(lifespanPeriods) * Guard.Share(marginShare));

    /// <summary>Calculates the value of a steady margin, discounted, from customers who stay with a steady retention rate.</summary>
    /// <param name="marginPerPeriod">The margin of a customer who is there, per period; may be negative.</param>
    /// <param name="retention">The retention rate per period, in [0, 1]; it is used to 15 digits.</param>
    /// <param name="discount">The discount rate per period, such as 0.1; 0 or between 1E-13 and 1. A rate above 1 was meant in percent.</param>
    /// <param name="timing">Whether the first margin comes at the end of the first period or at once.</param>
    /// <param name="growth">By how much the margin grows from one period to the next, such as 0.02; above -1 and not above 1.</param>
    /// <param name="periods">The number of margins that count; <see langword="null"/> for all that ever come. Greater than zero.</param>
    /// <returns>The value in margin; <see langword="null"/> when it has no limit, as where the retention is 1 and the discount 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The retention does not lie between 0 and 1, the discount is neither 0 nor between 1E-13 and 1, the
    /// timing is not a named value, the growth is not above -1 and up to 1, or the number of periods is not greater than zero.</exception>
    /// <exception cref="OverflowException">The value exceeds the range of <see cref="decimal"/>.</exception>
    public static decimal? MarginAndRetention(
        decimal marginPerPeriod,
        double retention,
        double discount,
        MarginTiming timing,
        double growth = 0,
        int? periods = null) =>
        DecimalSums.Within("the value", () => Discounted(marginPerPeriod, retention, discount, timing, growth, periods));

    private static decimal? Discounted(decimal marginPerPeriod, double retention, double discount, MarginTiming timing, double growth, int? periods)
    {
        // In decimal, 1 + i - r is exact for rates as people write them.
        decimal stay = (decimal)Guard.Probability(retention);
        decimal interest = 1 + Rate(Discount(discount), nameof(discount));
        decimal kept = stay * (1 + Growth(growth));
        decimal factor = marginPerPeriod * (Guard.Defined(timing) == MarginTiming.StartOfPeriod ? interest : stay);
        if (periods is { } count)
        {
            decimal ratio = kept / interest;
            Guard.Positive(count, nameof(periods));
            return factor / interest * (ratio == 1 ? count : (1 - Power(ratio, count)) / (1 - ratio));
        }

        return kept >= interest ? null : factor / (interest - kept);
    }

    /// <summary>Calculates the margin of a subscription until it is cancelled, not discounted.</summary>
    /// <param name="revenuePerPeriod">The revenue per account and period.</param>
    /// <param name="grossMargin">The share of revenue that is margin, in [0, 1].</param>
    /// <param name="churn">The churn rate per period, in [0, 1]; 0 or at least 1E-13.</param>
    /// <returns>The value in margin, including that of the first period; <see langword="null"/> when the churn is 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The margin or the churn does not lie between 0 and 1, or the churn is not 0 but below 1E-13.</exception>
    /// <exception cref="OverflowException">The value exceeds the range of <see cref="decimal"/>.</exception>
    public static decimal? Subscription(decimal revenuePerPeriod, double grossMargin, double churn)
    {
        decimal margin = revenuePerPeriod * (decimal)Guard.Probability(grossMargin), loss = Rate(Guard.Probability(churn), nameof(churn));
        return loss == 0 ? null : DecimalSums.Within("the value", () => margin / loss);
    }

    // At 1, what comes a period later counts half; nobody discounts more, but many write 10 for 10 %.
    private static double Discount(double discount) =>
        discount > 1 ? throw Guard.Outside(nameof(discount), "must not be above 1, which is 100 %", discount, Guard.Fraction(discount)) : discount;

    private static decimal Growth(double growth) =>
        growth is > -1 and <= 1 ? (decimal)growth : throw Guard.Outside(nameof(growth), "must be above -1 and not above 1, which is 100 %", growth);

    private static decimal Power(decimal value, int exponent)
    {
        decimal power = 1;
        for (decimal square = value; exponent > 0; square = exponent > 1 ? square * square : 1, exponent /= 2)
        {
            power *= exponent % 2 == 0 ? 1 : square;
        }

        return power;
    }

    /// <summary>Converts the rate to decimal, which would read a smaller rate as 0.</summary>
    private static decimal Rate(double rate, string name) => rate is 0 or (>= 1e-13 and <= 1)
        ? (decimal)rate
        : throw Guard.Outside(name, "must be 0 or between 1E-13 and 1", rate);
}
