using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Revenue: the amount of money that all orders brought.</summary>
/// <remarks>
/// <code>revenue = sum of the values of all orders</code> The value is an amount of money, negative when more was returned than sold; <c>default</c> holds no
/// data, which is not the same as a counted zero.
/// It can be created from an amount: that of an order, a day, a shop or a period. Records with different currencies neither combine nor compare.
/// Source: N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, "Marketing Metrics", 2020.
/// <para>A revenue that is counted in full has no sampling error, and no interval: how much it varies from period to period is known by a series alone, whose
/// verdicts judge the latest against its history. What the orders behind it are worth, and how sure that is, says <see cref="AverageOrderValue"/>.</para>
/// <para>Pitfalls: with and without taxes in one series; orders dated by their payment in one period and by their delivery in another; comparing months of
/// different season; a rise that follows a satisfaction campaign taken for its effect (see a series with a control).</para>
/// <example>Orders of 20, 40 and 30: 90.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<Revenue>))]
[TypeFormatterSource(typeof(KpiFormatters<Revenue>))]
public readonly record struct Revenue : IKpi<Revenue>, IJsonRecord<Revenue>
{
    /// <summary>Creates the revenue from one amount.</summary>
    /// <param name="amount">The amount of money, 0 when nothing was sold; a return is negative.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    [RowSums]
    public Revenue(decimal amount, string? currency = null)
        : this(amount, entries: 1, currency)
    {
    }

    /// <inheritdoc cref="Revenue(decimal, string)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    [RowSums]
    public Revenue(decimal amount)
        : this(amount, 1, null)
    {
    }

    /// <summary>Creates the revenue from amounts that were added up before.</summary>
    /// <param name="amount">The amount of money; 0 when there is no entry.</param>
    /// <param name="entries">How many amounts were added up to it; 0 only when there is no data.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of entries is negative, or there is an amount without an entry.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    [RowSums]
    public Revenue(decimal amount, long entries, string? currency = null)
    {
        Amount = amount;
        Entries = amount == 0 ? Guard.NotNegative(entries) : Guard.Positive(entries);
        Currency = Guard.Currency(currency);
    }

    /// <inheritdoc cref="Revenue(decimal, long, string)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    [RowSums]
    public Revenue(decimal amount, long entries)
        : this(amount, entries, null)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Revenue",
        "Revenue",
        KpiUnit.Money,
        KpiDirection.HigherIsBetter,
        "sum of the values of all orders",
        "N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, Marketing Metrics, 2020");

    /// <summary>The amount of money.</summary>
    public decimal Amount { get; }

    /// <summary>How many amounts were added up; it tells a period without revenue from one in which nobody counted.</summary>
    public long Entries { get; }

    /// <summary>The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</summary>
    public string? Currency { get; }

    /// <inheritdoc/>
    public double? Value => Entries == 0 ? null : (double)Amount;

    /// <inheritdoc/>
    public long N => Entries;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Row;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(KpiRules.Currency(Currency));

    /// <summary>The value without limits: a total that is counted in full says nothing about how it varies.</summary>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The estimate; <see langword="null"/> when there is no data.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public Estimate? Estimate(double confidence = 0.95)
    {
        Guard.Confidence(confidence);
        return Value is { } value
            ? new Estimate
            {
                Value = value,
                Confidence = confidence,
                Method = IntervalMethod.None,
                N = Entries,
                Flags = EstimateFlags.SingleObservation,
            }.In(Definition, Currency)
            : null;
    }

    /// <summary>Calculates the difference from a baseline, without limits.</summary>
    /// <param name="baseline">The revenue to compare with; independent of this one.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The change; <see langword="null"/> when either revenue is undefined, or when they were added up from unequal numbers of amounts, which do not
    /// say how long either took. A series compares by the days of its periods.</returns>
    /// <exception cref="ArgumentException">The currencies differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public Change? ChangeFrom(Revenue baseline, double confidence = 0.95) =>
        Change(1, baseline, 1, confidence) is { } change && Entries == baseline.Entries ? change : null;

    Change? IKpi<Revenue>.ChangeOverDays(Revenue baseline, int days, int baselineDays, double confidence) =>
        Change(Guard.Positive(days), baseline, Guard.Positive(baselineDays), confidence);

    /// <inheritdoc/>
    public Revenue Combine(Revenue other) => new(Guard.Add(Amount, other.Amount), Guard.Add(Entries, other.Entries), Shared(other));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private Change? Change(int days, Revenue baseline, int baselineDays, double confidence)
    {
        Guard.Confidence(confidence);
        string? currency = Shared(baseline);
        if (Value is not { } value || baseline.Value is not { } other)
        {
            return null;
        }

        // The baseline is what it would be over the same days.
        double from = days == baselineDays ? other : other / baselineDays * days;
        return new Change
        {
            Difference = value - from,
            Confidence = confidence,
            Method = IntervalMethod.None,
            Flags = EstimateFlags.SingleObservation | (days == baselineDays ? EstimateFlags.None : EstimateFlags.UnequalPeriods),
        }.In(Definition, from, currency);
    }

    private string? Shared(Revenue other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Currency, other, other.Currency, "currency", name);

    static Revenue IJsonRecord<Revenue>.Json(JsonMembers<Revenue> json) => new(
        json.Value(nameof(Amount), x => x.Amount),
        json.Value(nameof(Entries), x => x.Entries),
        json.OptionalText(nameof(Currency), x => x.Currency));
}
