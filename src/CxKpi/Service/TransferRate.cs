using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Transfer rate: the share of handled contacts that were passed on at least once to another agent or queue.</summary>
/// <remarks>
/// <code>transfer rate = contacts transferred at least once / contacts handled</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// A contact counts once, however often it moves: <see cref="TransfersPerContact"/> counts the moves.
/// It can be created from counts, or one contact.
/// Source: a common definition of contact-centre reporting without a single author.
/// <para>Pitfalls: dividing transfers by contacts, which may exceed 1; counting each leg of a transferred contact as a contact of its own;
/// mixing blind and announced transfers, or consultations that return to the first agent, without saying so.</para>
/// <example>150 of 1000 contacts are transferred: 15 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<TransferRate>))]
[TypeFormatterSource(typeof(KpiFormatters<TransferRate>))]
public readonly record struct TransferRate : IKpi<TransferRate>, IJsonRecord<TransferRate>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="transferred">The number of handled contacts that were passed on at least once; not negative, not more than
    /// <paramref name="handled"/>.</param>
    /// <param name="handled">The number of contacts handled; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    public TransferRate(long transferred, long handled)
        : this(new ShareTally(Guard.Part(transferred, handled), handled))
    {
    }

    /// <summary>Creates the record from its evidence, such as a published percentage (<see cref="ShareTally.FromPublished"/>).</summary>
    /// <param name="evidence">The counts, or what was published of them.</param>
    public TransferRate(ShareTally evidence) => Evidence = evidence;

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Transfer rate",
        "Transfer rate",
        KpiUnit.Share,
        KpiDirection.LowerIsBetter,
        "contacts transferred at least once / contacts handled",
        "Common definition of contact-centre reporting; no single author");

    /// <summary>The number of handled contacts that were passed on at least once.</summary>
    public long Transferred => Evidence.Count;

    /// <summary>The number of contacts handled.</summary>
    public long Handled => Evidence.N;

    /// <summary>The underlying counts, from which every interval for a share can be computed.</summary>
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Contact;

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the rate from one handled contact.</summary>
    /// <param name="transfers">How often the contact was passed on; not negative.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static TransferRate FromContact(int transfers) => new(ShareTally.One(Guard.NotNegative(transfers) > 0));

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(TransferRate baseline, double confidence = 0.95) =>
        Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);

    /// <inheritdoc/>
    public TransferRate Combine(TransferRate other) => new(Evidence.Combine(other.Evidence));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    static TransferRate IJsonRecord<TransferRate>.Json(JsonMembers<TransferRate> json) => new(
        ShareJson.Of(json, nameof(Transferred), nameof(Handled), x => x.Evidence));
}
