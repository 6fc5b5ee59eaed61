using System.Globalization;

namespace CxKpi;

/// <summary>Calculates the payback: how many periods of margin it takes until a new customer has paid for being won, or a programme for itself.</summary>
/// <remarks>
/// <code>
/// simple         = CAC / M; of a programme: cost / benefit per period
/// with retention = the n at which M + M * r + ... = M * (1 - r^n) / (1 - r) reaches CAC
///                = ln(1 - CAC * (1 - r) / M) / ln r, or CAC / M when the first margin is enough
/// </code>
/// The result is a number of periods of the same length as those of the margin. With <see cref="MarginTiming.EndOfPeriod"/> the first margin is M * r,
/// because customers lost in the first period pay nothing. A part of the first margin counts as such, whatever the retention: half of it pays back in 0.5, even
/// when everybody leaves after it.
/// Source of the simple form: D. Skok, "SaaS Metrics 2.0", forEntrepreneurs. The other form is the sum of the geometric series.
/// <para>Pitfalls: using revenue instead of margin; multiplying by the margin share what should be divided by it (the form is CAC / (revenue * share));
/// using the simple form where many customers leave early: it says 10 months for a cost that customers with 20 % monthly churn never pay back.</para>
/// <example>A cost of 50 and a margin of 15 a month: 3.33 months.</example>
/// </remarks>
public static class Payback
{
    private const decimal CenturyOfDays = 36_525;

    /// <summary>Calculates the periods until the cost is paid back, if every customer stays.</summary>
    /// <param name="acquisitionCost">What winning a customer costs; not negative.</param>
    /// <param name="marginPerPeriod">The margin of a customer per period, in the same currency.</param>
    /// <returns>The number of periods; 0 when the cost is 0, and <see langword="null"/> when the margin is not positive.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The cost is negative, or more than 36,525 times the margin, which is a century of days: the two are not of
    /// one customer, or not in one currency.</exception>
    public static decimal? Simple(decimal acquisitionCost, decimal marginPerPeriod) =>
        Periods(Guard.NotNegative(acquisitionCost), marginPerPeriod) ?? (marginPerPeriod <= 0
            ? (decimal?)null
            : throw Guard.Outside(
                nameof(acquisitionCost),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"must not be more than {CenturyOfDays} times the margin per period ({marginPerPeriod}); check customer and currency of both"),
                acquisitionCost));

    /// <summary>Calculates the periods until a programme has paid for itself; of the limits of its benefit, the limits of the periods.</summary>
    /// <param name="cost">What the programme cost; not negative.</param>
    /// <param name="benefitPerPeriod">What the programme brings per period, in margin and in the same currency; negative when it does harm, as a lower limit
    /// may.</param>
    /// <returns>The number of periods; 0 when the cost is 0, and <see langword="null"/>, which is never, when the benefit is not positive or so small that it
    /// takes more than 36,525 periods, a century of days.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The cost is negative.</exception>
    public static decimal? OfProgramme(decimal cost, decimal benefitPerPeriod) => Periods(Guard.NotNegative(cost), benefitPerPeriod);

    /// <summary>Calculates the periods until the cost is paid back, when customers leave at a steady rate.</summary>
    /// <param name="acquisitionCost">What winning a customer costs; not negative.</param>
    /// <param name="marginPerPeriod">The margin per period of a customer who is there, in the same currency.</param>
    /// <param name="retention">The retention rate per period, in [0, 1].</param>
    /// <param name="timing">Whether the first margin comes at once from everybody, or at the end of the first period from those still there.</param>
    /// <returns>
    /// The number of margins it takes, with a fraction of the last one; rounded up, it is the first whole number that pays back. With the first margin at once,
    /// the n-th margin comes after n - 1 periods. The result is 0 when the cost is 0, and <see langword="null"/> when the margins never add up to it.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The cost is negative or more than 36,525 times the margin, the retention does not lie between 0 and 1, or
    /// the timing is not a named value.</exception>
    public static double? WithRetention(decimal acquisitionCost, decimal marginPerPeriod, double retention, MarginTiming timing)
    {
        decimal stay = (decimal)Guard.Probability(retention);
        decimal first = Guard.Defined(timing) == MarginTiming.StartOfPeriod ? marginPerPeriod : marginPerPeriod * stay;
        if (Simple(acquisitionCost, first) is not { } margins)
        {
            return null;
        }

        // Nobody leaves within the first margin, so that a part of it is a plain proportion; the series takes over from there, at 1.
        if (margins <= 1 || stay == 1)
        {
            return (double)margins;
        }

        decimal share = margins * (1 - stay);
        return share < 1 ? LogOfRest(share) / LogOfRest(1 - stay) : null;
    }

    // Divided before it is compared, so that no quotient leaves the range of a decimal.
    private static decimal? Periods(decimal cost, decimal amount) => cost == 0 ? 0
        : amount <= 0 || cost / CenturyOfDays > amount ? null
        : cost / amount;

    /// <summary>ln(1 - part), with the digits of a part near 0 and of one near 1.</summary>
    private static double LogOfRest(decimal part) => part < 0.5m ? AccurateMath.LogOnePlus(-(double)part) : Math.Log((double)(1 - part));
}
