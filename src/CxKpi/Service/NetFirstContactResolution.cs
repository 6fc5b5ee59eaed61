using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Net first-contact resolution (net FCR): of the contacts that the first level can resolve, the share that it resolved at once.</summary>
/// <remarks>
/// <code>net FCR = contacts resolved at first / (contacts - contacts not resolvable at first)</code> The value is a fraction in [0, 1];
/// <c>default</c> holds no data.
/// It can be created from counts, one survey answer, one outcome of a <see cref="ContactLog"/>, or a gross <see cref="FirstContactResolution"/>.
/// Records with different rules neither combine nor compare.
/// Source: MetricNet, gross and net first contact resolution rates, published by CustomerThink.
/// <para>Pitfalls: comparing it with a gross figure, which it is never below; deciding "not resolvable" after the fact, so that every failure can be explained
/// away (read the count together with the share).</para>
/// <example>60 of 100 contacts are resolved at first and 20 are not resolvable there: 75 %, against 60 % gross.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<NetFirstContactResolution>))]
[TypeFormatterSource(typeof(KpiFormatters<NetFirstContactResolution>))]
public readonly record struct NetFirstContactResolution : IKpi<NetFirstContactResolution>, IJsonRecord<NetFirstContactResolution>
{
    /// <summary>Creates the share from counts.</summary>
    /// <param name="resolvedAtFirst">The number of contacts that resolved the issue at once; not negative, not more than the resolvable contacts.</param>
    /// <param name="contacts">The number of all contacts that can be judged; not negative.</param>
    /// <param name="notResolvableAtFirst">The number of contacts that the first level cannot resolve, such as a repair on site;
    /// not negative, not more than <paramref name="contacts"/>.</param>
    /// <param name="rule">How resolution is known; <c>default</c> when it is not stated.</param>
    /// <param name="pending">The number of contacts that cannot be judged yet, which are left out of the base; not negative.</param>
    /// <param name="excluded">Survey questions without a valid answer, which are left out of the base.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or a part is larger than its whole.</exception>
    public NetFirstContactResolution(
        long resolvedAtFirst,
        long contacts,
        long notResolvableAtFirst,
        FirstContactRule rule = default,
        long pending = 0,
        ExcludedAnswers excluded = default)
    {
        long resolvable = Guard.NotNegative(contacts) - Guard.Part(notResolvableAtFirst, contacts);
        Evidence = new(Guard.Part(resolvedAtFirst, resolvable, wholeName: "contacts - notResolvableAtFirst"), resolvable);
        NotResolvableAtFirst = notResolvableAtFirst;
        Rule = rule;
        Pending = Guard.NotNegative(pending);
        Excluded = excluded;
    }

    /// <inheritdoc cref="NetFirstContactResolution(long, long, long, FirstContactRule, long, ExcludedAnswers)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public NetFirstContactResolution(long resolvedAtFirst, long contacts, long notResolvableAtFirst)
        : this(resolvedAtFirst, contacts, notResolvableAtFirst, default, 0, default)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Net first-contact resolution",
        "Net FCR",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "contacts resolved at first / (contacts - contacts not resolvable at first)",
        "MetricNet, gross and net first contact resolution rates, via CustomerThink");

    /// <summary>The number of contacts that resolved the issue at once.</summary>
    public long ResolvedAtFirst => Evidence.Count;

    /// <summary>The number of all contacts that can be judged.</summary>
    public long Contacts => Evidence.N + NotResolvableAtFirst;

    /// <summary>The number of contacts that the first level cannot resolve.</summary>
    public long NotResolvableAtFirst { get; }

    /// <summary>How resolution is known.</summary>
    public FirstContactRule Rule { get; }

    /// <summary>The number of contacts that cannot be judged yet, which are left out of the base.</summary>
    public long Pending { get; }

    /// <summary>Survey questions without a valid answer, which are left out of the base.</summary>
    public ExcludedAnswers Excluded { get; }

    /// <summary>The counts over the resolvable contacts, from which every interval for a share can be computed.</summary>
    public ShareTally Evidence { get; }

    /// <summary>The gross share of the same contacts, with all of them in the base.</summary>
    public FirstContactResolution Gross => new(ResolvedAtFirst, Contacts, Rule, Pending, Excluded);

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Contact;

    /// <inheritdoc/>
    public IReadOnlyList<LeftOutCount> LeftOut => LeftOutCount.Of(
        (LeftOutKind.NotResolvableAtFirst, NotResolvableAtFirst),
        (LeftOutKind.Pending, Pending),
        (LeftOutKind.Missing, Excluded.Missing),
        (LeftOutKind.Invalid, Excluded.Invalid));

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(ServiceRules.FirstContact(Rule));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the net share from a gross one, with its rule and its excluded and pending contacts.</summary>
    /// <param name="gross">The gross share; its resolved contacts must not include any that the first level cannot resolve.</param>
    /// <param name="notResolvableAtFirst">The number of its contacts that the first level cannot resolve; not negative, not more than it left
    /// unresolved.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="notResolvableAtFirst"/> is negative, or larger than the number of contacts not resolved at
    /// first.</exception>
    public static NetFirstContactResolution FromGross(FirstContactResolution gross, long notResolvableAtFirst)
    {
        Guard.InRange(notResolvableAtFirst, 0, gross.Contacts - gross.ResolvedAtFirst);
        return new(gross.ResolvedAtFirst, gross.Contacts, notResolvableAtFirst, gross.Rule, gross.Pending, gross.Excluded);
    }

    /// <summary>Creates the share by survey from one answer to "Was your issue resolved by this contact?".</summary>
    /// <param name="resolved">The answer; <see langword="null"/> when it was not given.</param>
    /// <param name="resolvableAtFirst">Whether the first level can resolve such an issue. When it cannot, the answer does not matter.</param>
    /// <returns>The share.</returns>
    public static NetFirstContactResolution FromAnswer(bool? resolved, bool resolvableAtFirst) =>
        Of(FirstContactResolution.FromAnswer(resolved), resolvableAtFirst);

    /// <summary>Creates the share by time window from one contact.</summary>
    /// <param name="outcome">What became of the contact, from <see cref="ContactLog.Outcomes"/>.</param>
    /// <param name="window">The window with which the outcomes were determined.</param>
    /// <param name="resolvableAtFirst">Whether the first level can resolve such an issue. When it cannot, the outcome does not matter:
    /// a customer who did not come back was helped elsewhere.</param>
    /// <returns>The share; a contact that is not judged adds nothing.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="outcome"/> is not a named value.</exception>
    /// <exception cref="ArgumentException">The window is the default value, which states no length.</exception>
    public static NetFirstContactResolution FromOutcome(RepeatOutcome outcome, RepeatWindow window, bool resolvableAtFirst) =>
        Of(FirstContactResolution.FromOutcome(outcome, window), resolvableAtFirst);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(NetFirstContactResolution baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public NetFirstContactResolution Combine(NetFirstContactResolution other) =>
        new(
            Guard.Add(ResolvedAtFirst, other.ResolvedAtFirst),
            Guard.Add(Contacts, other.Contacts),
            Guard.Add(NotResolvableAtFirst, other.NotResolvableAtFirst),
            Shared(other),
            Guard.Add(Pending, other.Pending),
            Excluded.Combine(other.Excluded));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    // For a contact that is not resolvable at first it only matters that it was judged.
    private static NetFirstContactResolution Of(FirstContactResolution contact, bool resolvableAtFirst) => resolvableAtFirst
        ? FromGross(contact, 0)
        : new(0, contact.Contacts, contact.Contacts, contact.Rule, contact.Pending, contact.Excluded);

    private FirstContactRule Shared(NetFirstContactResolution other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        CxKpi.SharedRule.Of(this, Rule, other, other.Rule, "rule", name);

    static NetFirstContactResolution IJsonRecord<NetFirstContactResolution>.Json(JsonMembers<NetFirstContactResolution> json) => new(
        json.Value(nameof(ResolvedAtFirst), x => x.ResolvedAtFirst),
        json.Value(nameof(Contacts), x => x.Contacts),
        json.Value(nameof(NotResolvableAtFirst), x => x.NotResolvableAtFirst),
        json.Record(nameof(Rule), x => x.Rule),
        json.Value(nameof(Pending), x => x.Pending),
        json.Record(nameof(Excluded), x => x.Excluded));
}
