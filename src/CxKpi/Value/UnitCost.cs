using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Unit cost: what one contact, resolution, complaint, lead, order or retained customer costs.</summary>
/// <remarks>
/// <code>unit cost = cost / units</code> The value is an amount of money per unit, not negative; it is undefined without a unit, and <c>default</c> holds no
/// data. What is counted is part of the figure: with <see cref="CostUnit.Contact"/> it is the cost per contact, with <see cref="CostUnit.Resolution"/> the
/// cost per resolution, with <see cref="CostUnit.Lead"/> the cost per lead, and with <see cref="CostUnit.RetainedCustomer"/> the customer retention cost.
/// What a new customer costs is <see cref="CustomerAcquisitionCost"/>.
/// Interval: each record is one row, so several months, teams or channels combined have an interval and a single total has none.
/// It can be created from totals, or a <see cref="RatioTally"/>. Records with different units or currencies neither combine nor compare.
/// Source: B. Cleveland, "Call Center Management on Fast Forward", 2012 (cost per contact);
/// N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, "Marketing Metrics", 2020 (cost per lead, order and retained customer).
/// <para>Pitfalls: leaving out premises, systems and supervision on one side of a comparison; praising a low cost per contact where customers have to make
/// contact again (read the cost per resolution, and first-contact resolution beside it); averaging the costs of teams (combine the records instead);
/// counting customers who would have stayed anyway as the fruit of the spending.</para>
/// <example>42,000 for 10,000 contacts: 4.20 per contact. Of them 7,000 resolved an issue: 6.00 per resolution.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<UnitCost>))]
[TypeFormatterSource(typeof(KpiFormatters<UnitCost>))]
public readonly record struct UnitCost : IKpi<UnitCost>, IJsonRecord<UnitCost>
{
    /// <summary>Creates the cost from its evidence.</summary>
    /// <param name="evidence">The cost over the units, with one row per period, team or channel; not negative. The number of units must be whole.</param>
    /// <param name="unit">What is counted; costs of different units do not combine.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of units is not whole, the cost is negative, or the unit is not a named value.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    public UnitCost(RatioTally evidence, CostUnit unit, string? currency = null)
    {
        Guard.NotNegative(evidence.Numerator, nameof(evidence));
        Evidence = WholeCount.Of(evidence, nameof(evidence));
        Unit = Guard.Defined(unit);
        Currency = Guard.Currency(currency);
    }

    /// <inheritdoc cref="UnitCost(RatioTally, CostUnit, string)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public UnitCost(RatioTally evidence, CostUnit unit)
        : this(evidence, unit, null)
    {
    }

    /// <summary>Creates the cost from the totals of a period, team or channel; several such records together have an interval.</summary>
    /// <param name="cost">The whole cost; not negative.</param>
    /// <param name="units">The number of units that it was spent on; not negative.</param>
    /// <param name="unit">What is counted; costs of different units do not combine.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, or the unit is not a named value.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    [RowSums]
    public UnitCost(decimal cost, long units, CostUnit unit, string? currency = null)
        : this(RatioTally.FromTotals(Guard.NotNegative(cost), Guard.NotNegative(units)), unit, currency)
    {
    }

    /// <inheritdoc cref="UnitCost(decimal, long, CostUnit, string)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    [RowSums]
    public UnitCost(decimal cost, long units, CostUnit unit)
        : this(cost, units, unit, null)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Unit cost",
        "Cost",
        KpiUnit.Money,
        KpiDirection.LowerIsBetter,
        "cost / units",
        "B. Cleveland, Call Center Management on Fast Forward, ICMI Press, 2012");

    /// <summary>The cost over the units.</summary>
    public RatioTally Evidence { get; }

    /// <summary>What is counted.</summary>
    public CostUnit Unit { get; }

    /// <summary>The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</summary>
    public string? Currency { get; }

    /// <summary>The whole cost, whether or not there was a unit.</summary>
    public decimal Cost => Evidence.Numerator;

    /// <summary>The cost of one unit as an amount of money; <see langword="null"/> when there is no unit.</summary>
    public decimal? PerUnit => Evidence.DecimalValue;

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => (long)Evidence.Denominator;

    /// <inheritdoc/>
    public long Rows => Evidence.Rows;

    /// <inheritdoc/>
    public ObservationKind Observation => Unit.Observed();

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(ValueRules.Unit(Unit), KpiRules.Currency(Currency));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    KpiRange IKpi<UnitCost>.GoalRange => new(0, null);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => PositiveAmount.Estimate(Evidence, confidence)?.In(Definition, Currency);

    /// <inheritdoc/>
    public Change? ChangeFrom(UnitCost baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return PositiveAmount.Change(Evidence, baseline.Evidence, confidence)?.In(Definition, baseline.Value, Currency);
    }

    /// <inheritdoc/>
    public UnitCost Combine(UnitCost other)
    {
        (CostUnit unit, string? currency) = Shared(other);
        return new(Evidence.Combine(other.Evidence), unit, currency);
    }

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private (CostUnit Unit, string? Currency) Shared(UnitCost other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        (SharedRule.Of(this, Unit, other, other.Unit, "unit", name), SharedRule.Of(this, Currency, other, other.Currency, "currency", name));

    static UnitCost IJsonRecord<UnitCost>.Json(JsonMembers<UnitCost> json) => new(
        json.Record(nameof(Evidence), x => x.Evidence),
        json.Value(nameof(Unit), x => x.Unit),
        json.OptionalText(nameof(Currency), x => x.Currency));
}
