using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Order volume: how many orders came in.</summary>
/// <remarks>
/// <code>order volume = orders</code> The value is a count; <c>default</c> holds no data, which is not the same as a counted zero.
/// It can be created from a count.
/// Source: N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, "Marketing Metrics", 2020.
/// <para>The interval treats the count as one draw of independent orders (Poisson) and shows which underlying volumes it is compatible with.
/// A comparison asks whether two periods differ by more than that, in a series per day where they differ in length. Orders usually vary more than this:
/// where one campaign brings many, both are too narrow.</para>
/// <para>Pitfalls: counting parts of one order, cancelled orders or drafts; comparing months of different season; more orders taken for happier customers,
/// when there may only be more customers (see <see cref="ConversionRate"/> and the orders per customer).</para>
/// <example>A month with 380 orders has an order volume of 380, and may well be one of a business with 343 to 420 a month.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<OrderVolume>))]
[TypeFormatterSource(typeof(KpiFormatters<OrderVolume>))]
public readonly record struct OrderVolume : IKpi<OrderVolume>, IJsonRecord<OrderVolume>
{
    /// <summary>Creates the volume of one period from its count; of a single order with 1.</summary>
    /// <param name="orders">The number of orders, 0 when none came in; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public OrderVolume(long orders)
        : this(orders, entries: 1)
    {
    }

    /// <summary>Creates the volume from counts that were added up before.</summary>
    /// <param name="orders">The number of orders; not negative.</param>
    /// <param name="entries">How many counts were added up to it; 0 only when there is no data.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or there are orders without an entry.</exception>
    public OrderVolume(long orders, long entries)
    {
        Orders = Guard.NotNegative(orders);
        Entries = orders > 0 ? Guard.Positive(entries) : Guard.NotNegative(entries);
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Order volume",
        "Orders",
        KpiUnit.Count,
        KpiDirection.HigherIsBetter,
        "orders",
        "N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, Marketing Metrics, 2020");

    /// <summary>The number of orders.</summary>
    public long Orders { get; }

    /// <summary>How many counts were added up; it tells a period without orders from one in which nobody counted.</summary>
    public long Entries { get; }

    /// <summary>The orders, as events of one observation.</summary>
    public RateTally Evidence => Volume.Evidence;

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Orders;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Order;

    private VolumeTally Volume => new(Orders, Entries);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <summary>Calculates the difference from a baseline.</summary>
    /// <param name="baseline">The volume to compare with; independent of this one.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The change; <see langword="null"/> when either volume is undefined, or when they were added up from unequal numbers of entries, which do not
    /// say how long either took. A series compares by the days of its periods.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public Change? ChangeFrom(OrderVolume baseline, double confidence = 0.95) => Volume.ChangeFrom(baseline.Volume, Definition, confidence);

    Change? IKpi<OrderVolume>.ChangeOverDays(OrderVolume baseline, int days, int baselineDays, double confidence) =>
        Volume.ChangeOverDays(baseline.Volume, days, baselineDays, Definition, confidence);

    /// <inheritdoc/>
    public OrderVolume Combine(OrderVolume other) => new(Guard.Add(Orders, other.Orders), Guard.Add(Entries, other.Entries));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    static OrderVolume IJsonRecord<OrderVolume>.Json(JsonMembers<OrderVolume> json) => new(
        json.Value(nameof(Orders), x => x.Orders),
        json.Value(nameof(Entries), x => x.Entries));
}
