using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Service level: the share of contacts that were answered within a given wait, by an explicit rule for those that were not answered.</summary>
/// <remarks>
/// <code>service level = answered within T / (answered + abandoned)</code> The value is a fraction in [0, 1]. The formula is that of the default rule; the
/// other rules are in <see cref="ServiceLevelRule"/>. "Within T" means a wait of T or less. <c>default</c> holds no data.
/// It can be created from queued contacts, or a <see cref="QueueTally"/>. Records with different rules or thresholds neither combine nor compare.
/// Source: ICMI, "Service Level Calculations", 2002; Genesys Cloud, "Configure the service level calculation".
/// <para>The strict rule is the default because it is the only one that customers who give up cannot improve: each abandon is a customer who was not
/// served.</para>
/// <para>Pitfalls: comparing figures by different rules or thresholds; averaging the percentages of half-hours; changing the rule and reading the old figures
/// by it. Read it together with abandonment and the longest waits, because beyond T it does not matter how long a customer waits.</para>
/// <example>1000 contacts are answered, 860 of them within 20 s, and 60 are abandoned, 20 of them within 20 s: 81.1 % over all offered,
/// 86.0 % over the answered, 83.0 % with abandons in time as met, and 82.7 % without them.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ServiceLevel>))]
[TypeFormatterSource(typeof(KpiFormatters<ServiceLevel>))]
public readonly record struct ServiceLevel : IKpi<ServiceLevel>, IJsonRecord<ServiceLevel>
{
    private readonly QueueTally evidence;

    /// <summary>Creates the service level from a queue's counts.</summary>
    /// <param name="evidence">The counts.</param>
    /// <param name="rule">What counts as met, and over which base.</param>
    /// <exception cref="ArgumentException">The rule needs short abandons or those in time, but the counts do not say them.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rule is not a named value.</exception>
    public ServiceLevel(QueueTally evidence, ServiceLevelRule rule = ServiceLevelRule.AnsweredOverOffered)
    {
        Rule = evidence.Supported(rule);
        this.evidence = evidence;
    }

    /// <inheritdoc cref="ServiceLevel(QueueTally, ServiceLevelRule)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public ServiceLevel(QueueTally evidence)
        : this(evidence, ServiceLevelRule.AnsweredOverOffered)
    {
    }

    // The same rule and thresholds: evidence that both support it supports it together.
    private ServiceLevel(in ServiceLevel a, in ServiceLevel b)
    {
        Rule = a.Rule;
        evidence = a.evidence.Combine(b.evidence);
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Service level",
        "SL",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "answered within T / (answered + abandoned), or by another rule",
        "ICMI, Service Level Calculations, 2002");

    /// <summary>The counts, from which the figure of every rule can be calculated.</summary>
    public QueueTally Evidence => evidence;

    /// <summary>What counts as met, and over which base.</summary>
    public ServiceLevelRule Rule { get; }

    /// <summary>The contacts that count as met over their base, from which every interval for a share can be computed.</summary>
    public ShareTally Share => Evidence.Share(Rule);

    /// <inheritdoc/>
    public double? Value => Share.Value;

    /// <inheritdoc/>
    public long N => Share.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Contact;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(
        ServiceRules.ServiceLevel(Rule),
        KpiRules.Within("Within", Evidence.Thresholds.Within),
        ServiceRules.ShortAbandons(Evidence.Thresholds.ShortUpTo));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Share.Totals;

    /// <summary>Creates the service level from one contact.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="thresholds">The time limits to count by; <see cref="QueueThresholds.Within"/> must be given.</param>
    /// <param name="rule">What counts as met, and over which base.</param>
    /// <returns>The service level.</returns>
    /// <exception cref="ArgumentException">The thresholds do not state what the rule needs.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rule is not a named value.</exception>
    public static ServiceLevel FromContact(QueuedContact contact, QueueThresholds thresholds, ServiceLevelRule rule = ServiceLevelRule.AnsweredOverOffered) =>
        new(QueueTally.One(contact, thresholds), rule);

    /// <inheritdoc cref="FromContact(QueuedContact, QueueThresholds, ServiceLevelRule)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out.</remarks>
    public static ServiceLevel FromContact(QueuedContact contact, QueueThresholds thresholds) =>
        new(QueueTally.One(contact, thresholds), ServiceLevelRule.AnsweredOverOffered);

    /// <summary>Creates the service level from a queue's log.</summary>
    /// <param name="contacts">The contacts.</param>
    /// <param name="thresholds">The time limits to count by; <see cref="QueueThresholds.Within"/> must be given.</param>
    /// <param name="rule">What counts as met, and over which base.</param>
    /// <returns>The service level.</returns>
    /// <exception cref="ArgumentException">The thresholds do not state what the rule needs.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rule is not a named value.</exception>
    public static ServiceLevel FromContacts(
        ReadOnlySpan<QueuedContact> contacts,
        QueueThresholds thresholds,
        ServiceLevelRule rule = ServiceLevelRule.AnsweredOverOffered) =>
        new(QueueTally.FromContacts(contacts, thresholds), rule);

    /// <inheritdoc cref="FromContacts(ReadOnlySpan{QueuedContact}, QueueThresholds, ServiceLevelRule)"/>
    /// <exception cref="ArgumentNullException"><paramref name="contacts"/> is <see langword="null"/>.</exception>
    public static ServiceLevel FromContacts(
        QueuedContact[] contacts,
        QueueThresholds thresholds,
        ServiceLevelRule rule = ServiceLevelRule.AnsweredOverOffered) =>
        new(QueueTally.FromContacts(contacts, thresholds), rule);

    /// <summary>Creates the service level from a queue's log.</summary>
    /// <param name="contacts">The contacts.</param>
    /// <param name="thresholds">The time limits to count by; <see cref="QueueThresholds.Within"/> must be given.</param>
    /// <param name="rule">What counts as met, and over which base.</param>
    /// <returns>The service level.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="contacts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The thresholds do not state what the rule needs.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rule is not a named value.</exception>
    public static ServiceLevel FromContacts(
        IEnumerable<QueuedContact> contacts,
        QueueThresholds thresholds,
        ServiceLevelRule rule = ServiceLevelRule.AnsweredOverOffered) =>
        new(QueueTally.FromContacts(contacts, thresholds), rule);

    /// <summary>Calculates the service level of the same counts by every rule, which shows how far it depends on who counts as served.</summary>
    /// <param name="evidence">The counts.</param>
    /// <returns>One service level per rule, in the order of the rules; rules that need short abandons or those in time are included only
    /// when the counts have them.</returns>
    public static IReadOnlyList<ServiceLevel> UnderEveryRule(QueueTally evidence) =>
        [.. Enum.GetValues<ServiceLevelRule>().Where(evidence.Supports).Select(rule => new ServiceLevel(evidence, rule))];

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Share.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(ServiceLevel baseline, double confidence = 0.95)
    {
        Shared(baseline);
        Evidence.Shared(baseline.Evidence, nameof(baseline));
        return Share.ChangeFrom(baseline.Share, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public ServiceLevel Combine(ServiceLevel other)
    {
        if (Rule == other.Rule && evidence.HasThresholdsOf(in other.evidence))
        {
            return new(in this, in other);
        }

        ServiceLevelRule rule = Shared(other);
        return new(Evidence.Combine(other.Evidence), rule);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IKpi<ServiceLevel>.Accumulate(ref ServiceLevel total, in ServiceLevel record)
    {
        if (total.Rule == record.Rule && total.evidence.HasThresholdsOf(in record.evidence))
        {
            QueueTally.Accumulate(ref Unsafe.AsRef(in total.evidence), in record.evidence);
        }
        else
        {
            total = total.Combine(record);
        }
    }

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private ServiceLevelRule Shared(ServiceLevel other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        CxKpi.SharedRule.Of(this, Rule, other, other.Rule, "rule", name);

    static ServiceLevel IJsonRecord<ServiceLevel>.Json(JsonMembers<ServiceLevel> json) => new(
        json.Record(nameof(Evidence), x => x.Evidence),
        json.Value(nameof(Rule), x => x.Rule));
}
