using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Churn among everybody who could be lost during a period: the customers at the start and those who joined.</summary>
/// <remarks>
/// <code>at-risk churn = all customers lost / (customers at start + acquired)</code> The value is a fraction in [0, 1] per period;
/// <c>default</c> holds no data.
/// The variant for firms that lose many customers in the very period in which they win them: both sides of the fraction hold the newcomers.
/// Source: the number at risk as a base, N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, "Marketing Metrics", 2020; why definitions differ: S.
/// Noble, "Defining Churn Rate", Shopify, 2011.
/// <para>Pitfalls: newcomers were at risk for a part of the period only, so that the rate looks the better the more join late:
/// <see cref="ChurnPerCustomerDay"/> counts them for as long as they were there; all losses over the customers at the start,
/// a common mixture, is neither this nor <see cref="Churn"/> and can exceed 100 %.</para>
/// <example>10,000 at the start, 5,000 new, 500 old and 125 new ones lost: 625 of 15,000, 4.17 %. <see cref="Churn"/> says 500 of 10,000, 5 %;
/// the mixture 6.25 %.</example>
/// </remarks>
[TypeFormatterSource(typeof(KpiFormatters<AtRiskChurn>))]
public readonly record struct AtRiskChurn : IKpi<AtRiskChurn>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="lost">Customers lost during the period, newcomers included; not negative, not more than there were at the start and joined.</param>
    /// <param name="atStart">Customers present at the start; not negative.</param>
    /// <param name="acquired">Customers who joined during the period, whether they stayed or not; not negative.</param>
    /// <param name="period">The length of the period, or <see langword="null"/>; rates over different lengths do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, more were lost than there were, or the period is not a named value.</exception>
    /// <exception cref="OverflowException">The customers at risk would exceed <see cref="long.MaxValue"/>.</exception>
    [JsonConstructor]
    public AtRiskChurn(long lost, long atStart, long acquired, CalendarUnit? period = null)
        : this(new ShareTally(Guard.Part(lost, Guard.NotNegative(atStart) + Guard.NotNegative(acquired), wholeName: "atStart + acquired"), atStart + acquired), acquired, period)
    {
    }

    private AtRiskChurn(ShareTally evidence, long acquired, CalendarUnit? period)
    {
        Evidence = evidence;
        Acquired = acquired;
        Period = period is { } unit ? Guard.Defined(unit, nameof(period)) : null;
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "At-risk churn rate",
        "At-risk churn",
        KpiUnit.Share,
        KpiDirection.LowerIsBetter,
        "customers lost, new ones included / (customers at the start + acquired)",
        "N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, Marketing Metrics, 2020");

    /// <summary>Customers lost during the period, newcomers included.</summary>
    public long Lost => Evidence.Count;

    /// <summary>Customers present at the start.</summary>
    public long AtStart => Evidence.Total - Acquired;

    /// <summary>Customers who joined during the period, whether they stayed or not.</summary>
    public long Acquired { get; }

    /// <summary>The length of the period; <see langword="null"/> when it is not stated.</summary>
    public CalendarUnit? Period { get; }

    /// <summary>Lost over everybody at risk, with every interval that a share can have.</summary>
    [JsonIgnore]
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    [JsonIgnore]
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    [JsonIgnore]
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence);

    /// <inheritdoc/>
    public Change? ChangeFrom(AtRiskChurn baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.Towards(Definition.Direction);
    }

    /// <inheritdoc/>
    public AtRiskChurn Combine(AtRiskChurn other) => new(Evidence.Combine(other.Evidence), Acquired + other.Acquired, Shared(other));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiText.Format(Definition, Value, Evidence.Total, format, formatProvider);

    private CalendarUnit? Shared(AtRiskChurn other) => SharedRule.Of(this, Period, other, other.Period, "period length");
}
