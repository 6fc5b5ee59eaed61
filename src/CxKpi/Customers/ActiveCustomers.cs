using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>Active customers: how many customers had a running subscription on a day.</summary>
/// <remarks>
/// <code>active customers = customers with a running subscription on the day</code> The value is a count; <c>default</c> holds no data, which differs from 0
/// customers.
/// The day is part of the figure. The customers of several countries on one day add up; those of one country on several days do not, because they are the same
/// people. The count is complete and not a sample, so its limits are the value itself, and a change is shown without limits.
/// It can be created from a count, or by a <see cref="SubscriptionLedger{TKey}"/>. Records of different days neither combine nor compare by rule, but a series
/// shows their difference.
/// Source: a common definition of subscription businesses without a single author.
/// <para>Pitfalls: counting subscriptions and not customers; counting trials in one month and not in the next; adding up the months of a year; reading growth
/// as loyalty, since new customers hide those who left (see <see cref="CustomerFlow"/>).</para>
/// <example>Three customers, one of whom has two subscriptions and one of whom left yesterday: 2.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ActiveCustomers>))]
[TypeFormatterSource(typeof(KpiFormatters<ActiveCustomers>))]
public readonly record struct ActiveCustomers : IKpi<ActiveCustomers>, IJsonRecord<ActiveCustomers>
{
    /// <summary>Creates the record from a count.</summary>
    /// <param name="count">The number of customers; not negative.</param>
    /// <param name="asOf">The day, in the ISO calendar; <see langword="null"/> only when there is no data.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    /// <exception cref="ArgumentException">There are customers, but no day; or the day is not in the ISO calendar.</exception>
    public ActiveCustomers(long count, LocalDate? asOf)
    {
        Count = Guard.NotNegative(count);
        AsOf = CustomerLevels.Day(asOf, count > 0);
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Active customers",
        "Active customers",
        KpiUnit.Count,
        KpiDirection.HigherIsBetter,
        "customers with a running subscription on a day",
        "Common definition of subscription businesses; no single author");

    /// <summary>Always <see langword="true"/>: the customers of a year are those of its last day, not the sum of its months.</summary>
    public static bool IsLevel => true;

    /// <summary>The number of customers.</summary>
    public long Count { get; }

    /// <summary>The day of the count; <see langword="null"/> when there is no data.</summary>
    public LocalDate? AsOf { get; }

    /// <inheritdoc/>
    public double? Value => AsOf is null ? null : Count;

    /// <inheritdoc/>
    public long N => Count;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Customer;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(CustomerLevels.AsOf(AsOf));

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95)
    {
        Guard.Confidence(confidence);
        return Value is { } value ? FinitePopulation.Census(value, confidence, IntervalMethod.None, Count).In(Definition) : null;
    }

    /// <summary>Calculates the difference from a baseline, usually of an earlier day; it is exact and has no limits.</summary>
    /// <param name="baseline">The record to compare with; its day may differ.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded; it does not change the result and is only recorded in it.</param>
    /// <returns>The change in customers; <see langword="null"/> when either record is undefined.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public Change? ChangeFrom(ActiveCustomers baseline, double confidence = 0.95) =>
        CustomerLevels.Change(Value, baseline.Value, confidence)?.In(Definition, baseline.Value);

    /// <inheritdoc/>
    public ActiveCustomers Combine(ActiveCustomers other) => new(Guard.Add(Count, other.Count), SharedRule.Of(this, AsOf, other, other.AsOf, "day"));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    static ActiveCustomers IJsonRecord<ActiveCustomers>.Json(JsonMembers<ActiveCustomers> json) => new(
        json.Value(nameof(Count), x => x.Count),
        json.Optional(nameof(AsOf), x => x.AsOf));
}
