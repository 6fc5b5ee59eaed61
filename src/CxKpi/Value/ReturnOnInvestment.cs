namespace CxKpi;

/// <summary>Calculates the return on investment (ROI) of a programme: what it brought beyond its cost, per unit of money spent.</summary>
/// <remarks>
/// <code>ROI = (benefit - cost) / cost</code> The result is a ratio: 0.5 is 50 %, 0 pays exactly for itself, and -1 brought nothing.
/// The benefit with its limits comes from an effect and what one unit more is worth: <see cref="Change.InMoney"/>. The cost is taken as known, and so is
/// what one unit is worth.
/// When it pays back is <see cref="Payback.OfProgramme"/> of the cost and the benefit of a month; the benefit's limits give the limits of the months.
/// Source: N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, "Marketing Metrics", 2020.
/// <para>Pitfalls: revenue for the benefit in the place of margin; the whole change for the effect of the programme, although others changed too (compare with
/// a control); the benefits of years beside the cost of one; an effect that nothing proves, of which the estimate alone looks like a profit.</para>
/// <example>A programme of 20,000 that brings 30,000: 0.5.</example>
/// </remarks>
public static class ReturnOnInvestment
{
    /// <summary>Calculates the return of a benefit that is known.</summary>
    /// <param name="benefit">What the programme brought, in margin; negative when it did harm.</param>
    /// <param name="cost">What the programme cost, in the same currency; not negative.</param>
    /// <returns>The ratio; <see langword="null"/> when the cost is 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The cost is negative.</exception>
    /// <exception cref="OverflowException">The ratio exceeds the range of <see cref="decimal"/>.</exception>
    public static decimal? Of(decimal benefit, decimal cost) =>
        Guard.NotNegative(cost) == 0 ? null : DecimalSums.Within("the ratio", () => (benefit - cost) / cost);

    /// <summary>Calculates the return of a benefit with limits.</summary>
    /// <param name="benefit">What the programme brought, as a change in money (<see cref="Change.InMoney"/>).</param>
    /// <param name="cost">What the programme cost, in the same currency; not negative.</param>
    /// <returns>The return as a change against not investing, which is better when the whole interval lies above 0; without a p-value, since that of the
    /// benefit asks whether there is any. <see langword="null"/> when the cost is 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The cost is negative.</exception>
    /// <exception cref="ArgumentException">The benefit is not in money.</exception>
    public static Change? Of(Change benefit, decimal cost)
    {
        if (benefit.Unit != KpiUnit.Money)
        {
            throw new ArgumentException($"{nameof(benefit)} must be in money, but is in {benefit.Unit?.ToString() ?? "no unit"}", nameof(benefit));
        }

        return Guard.NotNegative(cost) == 0 ? null : benefit with
        {
            Difference = Share(benefit.Difference),
            Lower = benefit.Lower is { } lower ? Share(lower) : null,
            Upper = benefit.Upper is { } upper ? Share(upper) : null,
            StandardError = benefit.StandardError / (double)cost,
            Baseline = null,
            Unit = KpiUnit.Ratio,
            Currency = null,
            PValue = null,
            Direction = KpiDirection.HigherIsBetter,
        };

        double Share(double amount) => amount / (double)cost - 1;
    }
}
