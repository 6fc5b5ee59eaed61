using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Contact rate: contacts received per customer, so that the volumes of a growing customer base can be compared.</summary>
/// <remarks>
/// <code>contact rate = contacts / customers</code> The value is in contacts per customer in the period, not bounded by 1; <c>default</c> holds no data.
/// It can be created from counts.
/// Source: B. Price and D. Jaffe, "The Best Service Is No Service", 2008.
/// In French it is the taux de sollicitation, or contacts par client; "taux de contact" is the share of the people called who were reached.
/// <para>Pitfalls: comparing periods of different length; dividing the contacts of one date by the customers of another;
/// taking a low rate for good when contact details are hard to find. The interval treats contacts as independent: several by one customer about one problem
/// make it too narrow.</para>
/// <example>450 contacts of 10 000 customers: 0.045 per customer, which is 45 per thousand.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ContactRate>))]
[TypeFormatterSource(typeof(KpiFormatters<ContactRate>))]
public readonly record struct ContactRate : IKpi<ContactRate>, IJsonRecord<ContactRate>
{
    /// <summary>Creates the rate from contacts and customers.</summary>
    /// <param name="contacts">The number of contacts received; not negative, and 0 when there are no customers.</param>
    /// <param name="customers">The number of customers who could have made contact, as an average over the period or in customer-months; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, or there are contacts without customers.</exception>
    [RowSums]
    public ContactRate(long contacts, decimal customers)
        : this(new RateTally(Guard.NotNegative(contacts), Exposure(contacts, customers)))
    {
    }

    private ContactRate(RateTally evidence) => Evidence = evidence;

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Contact rate",
        "Contact rate",
        KpiUnit.Rate,
        KpiDirection.LowerIsBetter,
        "contacts / customers",
        "B. Price, D. Jaffe, The Best Service Is No Service, 2008");

    /// <summary>The number of contacts received.</summary>
    public long Contacts => Evidence.Events;

    /// <summary>The number of customers who could have made contact.</summary>
    public decimal Customers => Evidence.Exposure;

    /// <summary>The contacts over the customers, from which every interval for a rate can be computed.</summary>
    public RateTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Contacts;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Contact;

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>The number of contacts per thousand customers; <see langword="null"/> when there are no customers.</summary>
    public double? PerThousand => 1000 * Value;

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(ContactRate baseline, double confidence = 0.95) =>
        Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);

    /// <inheritdoc/>
    public ContactRate Combine(ContactRate other) => new(Evidence.Combine(other.Evidence));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private static decimal Exposure(long contacts, decimal customers) => contacts > 0 ? Guard.Positive(customers) : Guard.NotNegative(customers);

    static ContactRate IJsonRecord<ContactRate>.Json(JsonMembers<ContactRate> json) => new(
        json.Value(nameof(Contacts), x => x.Contacts),
        json.Value(nameof(Customers), x => x.Customers));
}
