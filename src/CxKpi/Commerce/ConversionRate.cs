using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Conversion rate: the share of units (sessions, users, clicks or leads) in which the wanted action happened at least once.</summary>
/// <remarks>
/// <code>conversion rate = converted units / units</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// The unit is part of the figure: three visits of one customer with one purchase convert 33 % of sessions and 100 % of users.
/// It can be created from counts, one unit, or an event log. Records with different units neither combine nor compare.
/// Source: Google, Analytics Help (session and user key event rate), 2024; Web Analytics Association, "Web Analytics Definitions", 2007.
/// <para>Pitfalls: dividing actions by visitors, which exceeds 1 when one visitor acts twice and is a mean rather than a rate;
/// comparing sessions with users; leaving bots in the base; calling the number of converted users the rate.</para>
/// <example>50 of 2,000 visits convert: 2.5 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ConversionRate>))]
[TypeFormatterSource(typeof(KpiFormatters<ConversionRate>))]
public readonly record struct ConversionRate : IKpi<ConversionRate>, IJsonRecord<ConversionRate>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="converted">The number of units with at least one conversion; not negative, not more than <paramref name="units"/>.</param>
    /// <param name="units">The number of all units, converted or not; not negative.</param>
    /// <param name="unit">What is counted; rates over different units do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value.</exception>
    public ConversionRate(long converted, long units, ConversionUnit unit = ConversionUnit.NotStated)
        : this(new ShareTally(Guard.Part(converted, units), units), unit)
    {
    }

    /// <inheritdoc cref="ConversionRate(long, long, ConversionUnit)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public ConversionRate(long converted, long units)
        : this(converted, units, ConversionUnit.NotStated)
    {
    }

    /// <summary>Creates the record from its evidence, such as a published percentage (<see cref="ShareTally.FromPublished"/>).</summary>
    /// <param name="evidence">The counts, or what was published of them.</param>
    /// <param name="unit">What is counted; rates of different units do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rule is not a possible value.</exception>
    public ConversionRate(ShareTally evidence, ConversionUnit unit = ConversionUnit.NotStated)
    {
        Evidence = evidence;
        Unit = Guard.Defined(unit);
    }

    /// <inheritdoc cref="ConversionRate(ShareTally, ConversionUnit)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public ConversionRate(ShareTally evidence)
        : this(evidence, ConversionUnit.NotStated)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Conversion rate",
        "CVR",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "converted units / units",
        "Google, Analytics Help: session and user key event rate, 2024");

    /// <summary>The number of units with at least one conversion.</summary>
    public long Converted => Evidence.Count;

    /// <summary>The number of all units, converted or not.</summary>
    public long Units => Evidence.N;

    /// <summary>What is counted.</summary>
    public ConversionUnit Unit { get; }

    /// <summary>The underlying counts, from which every interval for a share can be computed.</summary>
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => Unit.Observed(ObservationKind.Observation);

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(CommerceRules.Unit(Unit));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the rate from one unit.</summary>
    /// <param name="converted">Whether at least one conversion happened in it.</param>
    /// <param name="unit">What is counted.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value.</exception>
    public static ConversionRate FromUnit(bool converted, ConversionUnit unit = ConversionUnit.NotStated) => new(ShareTally.One(converted), unit);

    /// <inheritdoc cref="FromUnit(bool, ConversionUnit)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out.</remarks>
    public static ConversionRate FromUnit(bool converted) => FromUnit(converted, ConversionUnit.NotStated);

    /// <summary>Creates the rate from an event log, in which each distinct unit counts once however often it appears and converts.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a unit, such as a session or user number.</typeparam>
    /// <param name="events">The unit of each event, and whether the event is a conversion; in any order.</param>
    /// <param name="unit">What is counted.</param>
    /// <returns>The rate. Logs that share units must be read together, because combining their rates would count such a unit twice.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="events"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An event has no key; the message names its position.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value.</exception>
    public static ConversionRate FromEvents<TKey>(IEnumerable<(TKey Key, bool IsConversion)> events, ConversionUnit unit = ConversionUnit.NotStated)
        where TKey : notnull
    {
        Dictionary<TKey, bool> units = [];
        long position = 0;
        foreach ((TKey key, bool isConversion) in Guard.NotNull(events))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(units, LogKey.Known(key, position++, nameof(events)), out _) |= isConversion;
        }

        return new(ShareTally.FromHits(units.Values), unit);
    }

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(ConversionRate baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public ConversionRate Combine(ConversionRate other) => new(Evidence.Combine(other.Evidence), Shared(other));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private ConversionUnit Shared(ConversionRate other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Unit, other, other.Unit, "unit", name);

    static ConversionRate IJsonRecord<ConversionRate>.Json(JsonMembers<ConversionRate> json) => new(
        ShareJson.Of(json, nameof(Converted), nameof(Units), x => x.Evidence),
        json.Value(nameof(Unit), x => x.Unit));
}
