using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>First-contact resolution (FCR), gross: the share of all contacts that resolved the issue at once.</summary>
/// <remarks>
/// <code>FCR = contacts resolved at first / contacts</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// Gross means that every contact counts; <see cref="NetFirstContactResolution"/> leaves out those that the first level cannot resolve.
/// It can be created from counts, survey answers, a <see cref="ContactLog"/>, or one outcome of it. Records with different rules neither combine nor compare.
/// Source: MetricNet, gross and net first contact resolution rates, published by CustomerThink; for the survey and for 30 days without a repeat,
/// SQM Group, on first call resolution, sqmgroup.com.
/// <para>Pitfalls: giving a figure without its <see cref="FirstContactRule"/>; comparing a resolution recorded by the agent with one that the customer states;
/// counting contacts whose time window has not elapsed as resolved (here they are <see cref="Pending"/>);
/// reading it as a substitute for handle time, although resolving at once may take longer.</para>
/// <para>Another convention: ICMI (2018) does not count a contact as resolved that was escalated or had to be called back, and counts an e-mail that was
/// answered within one business hour.</para>
/// <example>60 of 100 contacts are resolved at first: 60 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<FirstContactResolution>))]
[TypeFormatterSource(typeof(KpiFormatters<FirstContactResolution>))]
public readonly record struct FirstContactResolution : IKpi<FirstContactResolution>, IJsonRecord<FirstContactResolution>
{
    /// <summary>Creates the share from counts.</summary>
    /// <param name="resolvedAtFirst">The number of contacts that resolved the issue at once; not negative, not more than <paramref name="contacts"/>.</param>
    /// <param name="contacts">The number of all contacts that can be judged; not negative.</param>
    /// <param name="rule">How resolution is known; <c>default</c> when it is not stated.</param>
    /// <param name="pending">The number of contacts that cannot be judged yet, which are left out of the base; not negative.</param>
    /// <param name="excluded">Survey questions without a valid answer, which are left out of the base.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    public FirstContactResolution(long resolvedAtFirst, long contacts, FirstContactRule rule = default, long pending = 0, ExcludedAnswers excluded = default)
        : this(new ShareTally(Guard.Part(resolvedAtFirst, contacts), contacts), rule, pending, excluded)
    {
    }

    /// <inheritdoc cref="FirstContactResolution(long, long, FirstContactRule, long, ExcludedAnswers)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public FirstContactResolution(long resolvedAtFirst, long contacts)
        : this(resolvedAtFirst, contacts, default, 0, default)
    {
    }

    private FirstContactResolution(ShareTally evidence, FirstContactRule rule, long pending, ExcludedAnswers excluded)
    {
        Evidence = evidence;
        Rule = rule;
        Pending = Guard.NotNegative(pending);
        Excluded = excluded;
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "First-contact resolution",
        "FCR",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "contacts resolved at first / contacts",
        "MetricNet, gross and net first contact resolution rates, via CustomerThink");

    /// <summary>The number of contacts that resolved the issue at once.</summary>
    public long ResolvedAtFirst => Evidence.Count;

    /// <summary>The number of all contacts that can be judged.</summary>
    public long Contacts => Evidence.N;

    /// <summary>How resolution is known.</summary>
    public FirstContactRule Rule { get; }

    /// <summary>The number of contacts that cannot be judged yet, which are left out of the base.</summary>
    public long Pending { get; }

    /// <summary>Survey questions without a valid answer, which are left out of the base.</summary>
    public ExcludedAnswers Excluded { get; }

    /// <summary>
    /// The underlying counts, from which every interval for a share can be computed. Customers who call often make it too narrow; in that case use
    /// <see cref="Clustered{TKpi}"/>.
    /// </summary>
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Contact;

    /// <inheritdoc/>
    public IReadOnlyList<LeftOutCount> LeftOut =>
        LeftOutCount.Of((LeftOutKind.Pending, Pending), (LeftOutKind.Missing, Excluded.Missing), (LeftOutKind.Invalid, Excluded.Invalid));

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(ServiceRules.FirstContact(Rule));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the share by survey from one answer to "Was your issue resolved by this contact?".</summary>
    /// <param name="resolved">The answer; <see langword="null"/> when it was not given.</param>
    /// <returns>The share.</returns>
    public static FirstContactResolution FromAnswer(bool? resolved) => resolved is { } answer
        ? new(answer ? 1 : 0, 1, FirstContactRule.Survey)
        : new(0, 0, FirstContactRule.Survey, excluded: new(missing: 1));

    /// <summary>Creates the share by survey from many answers to "Was your issue resolved by this contact?".</summary>
    /// <param name="resolved">The answers; <see langword="null"/> for one that was not given.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="resolved"/> is <see langword="null"/>.</exception>
    public static FirstContactResolution FromAnswers(IEnumerable<bool?> resolved) =>
        Guard.NotNull(resolved).Aggregate(default(FirstContactResolution), (total, answer) => total.Combine(FromAnswer(answer)));

    /// <summary>Creates the share by time window from one contact.</summary>
    /// <param name="outcome">What became of the contact, from <see cref="ContactLog.Outcomes"/>.</param>
    /// <param name="window">The window with which the outcomes were determined.</param>
    /// <returns>The share; a contact that is not judged adds nothing.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="outcome"/> is not a named value.</exception>
    /// <exception cref="ArgumentException">The window is the default value, which states no length.</exception>
    public static FirstContactResolution FromOutcome(RepeatOutcome outcome, RepeatWindow window) => Of(RepeatContactRate.FromOutcome(outcome, window));

    /// <summary>Creates the share by time window from a log: a contact counts when no other of the same customer follows within the window.</summary>
    /// <param name="log">The contacts.</param>
    /// <param name="window">The time window, and which contacts are judged; <see cref="ContactScope.IssueStarts"/> is closest to the word "first".</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="log"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The window is the default value, which states no length.</exception>
    public static FirstContactResolution FromLog(ContactLog log, RepeatWindow window) => Of(RepeatContactRate.FromLog(log, window));

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(FirstContactResolution baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public FirstContactResolution Combine(FirstContactResolution other) =>
        new(Evidence.Combine(other.Evidence), Shared(other), Guard.Add(Pending, other.Pending), Excluded.Combine(other.Excluded));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    // A contact is resolved at first when it has no repeat: one reading of the log serves both figures.
    private static FirstContactResolution Of(RepeatContactRate repeats) =>
        new(repeats.Evidence.Complement(), FirstContactRule.NoRepeat(repeats.Window), repeats.Pending, default);

    private FirstContactRule Shared(FirstContactResolution other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        CxKpi.SharedRule.Of(this, Rule, other, other.Rule, "rule", name);

    static FirstContactResolution IJsonRecord<FirstContactResolution>.Json(JsonMembers<FirstContactResolution> json) => new(
        json.Value(nameof(ResolvedAtFirst), x => x.ResolvedAtFirst),
        json.Value(nameof(Contacts), x => x.Contacts),
        json.Record(nameof(Rule), x => x.Rule),
        json.Value(nameof(Pending), x => x.Pending),
        json.Record(nameof(Excluded), x => x.Excluded));
}
