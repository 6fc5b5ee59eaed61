using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi.Practices;

/// <summary>Who was asked more often than the rules allow, when and how often, and who may be asked again.</summary>
/// <typeparam name="TCustomer">The type of the key that identifies a customer.</typeparam>
/// <remarks>
/// <code>
/// share in breach = invitations that broke any rule / invitations in the log
/// askable from    = latest, over the rules, of (the invitation that is the k-th last + days)
/// </code>
/// <para>
/// The intervals of the shares take customers for a sample of those who might have been in the log; the counts themselves are all that happened.
/// Invitations of one customer go together, so the share of customers is the sounder of the two.
/// </para>
/// <para>
/// Audits of other customers add up (<see cref="Combine"/>). A log that grows is audited piece by piece (<see cref="Continue"/>): the audit keeps of each
/// customer what the longest window still sees.
/// </para>
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed class SolicitationAudit<TCustomer> : ILocalizedFace
    where TCustomer : notnull
{
    private readonly SolicitationRule[] rules;
    private readonly long[] counted;
    private readonly Dictionary<TCustomer, Standing> customers;
    private readonly Dictionary<(string Survey, string Channel, string Segment), ShareTally> groups;
    private readonly SolicitationBreach<TCustomer>[] breaches;

    private SolicitationAudit(
        SolicitationRule[] rules,
        long[] counted,
        Dictionary<TCustomer, Standing> customers,
        Dictionary<(string, string, string), ShareTally> groups,
        SolicitationBreach<TCustomer>[] breaches,
        Instant? last)
    {
        this.rules = rules;
        this.counted = counted;
        this.customers = customers;
        this.groups = groups;
        this.breaches = breaches;
        Last = last;
        Rules = ValueList.Of(rules.Select((rule, r) => new RuleBreaches(
            rule,
            new(breaches.LongCount(breach => ReferenceEquals(breach.Rule, rule)), counted[r]),
            new(customers.Values.LongCount(standing => (standing.Broken >> r & 1) != 0), customers.Count))));
        Customers = new(customers.Values.LongCount(standing => standing.Broken != 0), customers.Count);
        Invitations = groups.Values.Aggregate(default(ShareTally), (all, group) => all.Combine(group));
    }

    /// <summary>The rules, each with how often it was broken.</summary>
    public IReadOnlyList<RuleBreaches> Rules { get; }

    /// <summary>Every breach of every rule, in order of time.</summary>
    public IReadOnlyList<SolicitationBreach<TCustomer>> Breaches => ValueList.Of(breaches);

    /// <summary>The invitations and reminders that broke any rule, of all in the log.</summary>
    public ShareTally Invitations { get; }

    /// <summary>The customers for whom any rule was broken, of all in the log.</summary>
    public ShareTally Customers { get; }

    /// <summary>The time of the last row of the log; <see langword="null"/> without rows.</summary>
    [JsonConverter(typeof(InstantJsonConverter))]
    public Instant? Last { get; }

    /// <summary>The invitations that broke any rule, by channel.</summary>
    /// <returns>The shares by the name of the channel.</returns>
    public IReadOnlyDictionary<string, ShareTally> ByChannel() => By(group => group.Channel);

    /// <summary>The invitations that broke any rule, by survey.</summary>
    /// <returns>The shares by the name of the survey.</returns>
    public IReadOnlyDictionary<string, ShareTally> BySurvey() => By(group => group.Survey);

    /// <summary>The invitations that broke any rule, by the customers' segment.</summary>
    /// <returns>The shares by the name of the segment.</returns>
    public IReadOnlyDictionary<string, ShareTally> BySegment() => By(group => group.Segment);

    /// <summary>From when on a customer may be invited without breaking a rule.</summary>
    /// <param name="customer">The key of the customer.</param>
    /// <returns>The instant; <see langword="null"/> when the log holds nothing against any time after its end.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="customer"/> is <see langword="null"/>.</exception>
    public Instant? AskableFrom(TCustomer customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        if (!customers.TryGetValue(customer, out Standing standing))
        {
            return null;
        }

        Instant? from = null;
        foreach (SolicitationRule rule in rules)
        {
            Invitation<TCustomer>[] seen = [.. standing.Tail.Where(row => SolicitationLog<TCustomer>.Counts(row, rule))];
            if (seen.Length >= rule.Most && Freed(seen[^rule.Most].At, rule) is var free && free > Last && !(free <= from))
            {
                from = free;
            }
        }

        return from;
    }

    // At the end of the calendar it is free at the last instant that there is.
    private static Instant Freed(Instant at, SolicitationRule rule) =>
        Instant.MaxValue - at < Duration.FromDays(rule.Days) ? Instant.MaxValue : at + Duration.FromDays(rule.Days);

    /// <summary>Whether a customer may be invited at an instant without breaking a rule.</summary>
    /// <param name="customer">The key of the customer.</param>
    /// <param name="at">The instant, not before the end of the log.</param>
    /// <returns><see langword="true"/> when no rule is broken.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="customer"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before the end of the log.</exception>
    public bool MayBeAsked(TCustomer customer, Instant at) => MayBeAsked(customer, at, nameof(at));

    private bool MayBeAsked(TCustomer customer, Instant at, string name) => at < Last
        ? throw Guard.Outside(name, string.Create(CultureInfo.InvariantCulture, $"must not lie before the end of the log ({Last})"), at)
        : !(at < AskableFrom(customer));

    /// <summary>Whether a customer may be invited on a day without breaking a rule, by a log of dates.</summary>
    /// <param name="customer">The key of the customer.</param>
    /// <param name="day">The day, not before the end of the log.</param>
    /// <returns><see langword="true"/> when no rule is broken.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="customer"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The day lies before the end of the log.</exception>
    public bool MayBeAsked(TCustomer customer, LocalDate day) => MayBeAsked(customer, new Invitation<TCustomer>(customer, day).At, nameof(day));

    /// <summary>Audits what came after this log and adds it.</summary>
    /// <param name="later">Invitations and reminders that are all later than <see cref="Last"/>, in any order.</param>
    /// <returns>The audit over both; this one stays as it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="later"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A row has no customer, or is not later than the end of this log.</exception>
    public SolicitationAudit<TCustomer> Continue(IEnumerable<Invitation<TCustomer>> later) => Audited(Later(Guard.NotNull(later)), nameof(later));

    /// <summary>Adds the audit of other customers under the same rules.</summary>
    /// <param name="other">The audit to add.</param>
    /// <returns>The audit over both.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The rules differ, or a customer is in both.</exception>
    public SolicitationAudit<TCustomer> Combine(SolicitationAudit<TCustomer> other)
    {
        Guard.NotNull(other);
        if (!rules.SequenceEqual(other.rules))
        {
            throw new ArgumentException(
                $"{nameof(other)} must be audited under the same rules ({Joined(rules)}), but is under {Joined(other.rules)}",
                nameof(other));
        }

        foreach (TCustomer customer in other.customers.Keys)
        {
            if (customers.ContainsKey(customer))
            {
                throw new ArgumentException(
                    $"{nameof(other)} must be of other customers, but {TableLabel.OfKey(customer)} is in both: add later invitations with {nameof(Continue)}",
                    nameof(other));
            }
        }

        SolicitationBreach<TCustomer>[] moved = [.. other.breaches.Select(breach => new SolicitationBreach<TCustomer>(
            breach.Invitation,
            rules[Array.IndexOf(other.rules, breach.Rule)],
            breach.Count))];
        return new(
            rules,
            [.. counted.Zip(other.counted, (one, more) => Guard.Add(one, more, "a count"))],
            With(other.customers),
            With(other.groups),
            [.. breaches.Concat(moved).OrderBy(breach => breach.At)],
            Last > other.Last || other.Last is null ? Last : other.Last);
    }

    /// <summary>The rules with how often they were broken as text in English.</summary>
    /// <returns>Text for display, one line a rule.</returns>
    public override string ToString() => ToString(ReportLanguage.English);

    /// <summary>The rules with how often they were broken as text.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>Text for display, one line a rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToString(ReportLanguage language)
    {
        Phrases words = Phrases.For(language);
        return string.Join(Environment.NewLine, Rules.Select(rule => rule.Rule.In(words) + words.Colon + words.BreachesOf(
            words.Count(rule.Invitations.Count),
            words.Observations(ObservationKind.Invitation, rule.Invitations.N),
            words.Count(rule.Customers.Count),
            words.Observations(ObservationKind.Customer, rule.Customers.N))));
    }

    /// <summary>An HTML table of the rules, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of the rules, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words) => Table(words).ToHtml();

    internal NotebookTable Table(Phrases words)
    {
        NotebookTable table = new(words.SolicitationCaption, words.SolicitationRuleLabel, words.InvitationsInBreachLabel, words.CustomersInBreachLabel);
        foreach (RuleBreaches rule in Rules)
        {
            table.Row(TableLabel.Of(rule.Rule.In(words)), Cell(rule.Invitations, words), Cell(rule.Customers, words));
        }

        return table.Row(TableLabel.Of(words.Total), Cell(Invitations, words), Cell(Customers, words));
    }

    /// <summary>Audits rows that are known to be later; <paramref name="name"/> is what the caller calls them.</summary>
    internal SolicitationAudit<TCustomer> Audited(IEnumerable<Invitation<TCustomer>> later, string name)
    {
        SolicitationPass<TCustomer> pass = SolicitationPass<TCustomer>.Of(SolicitationLog<TCustomer>.Of(later, name), rules, customers);
        return pass.IsEmpty
            ? this
            : new(
                rules,
                [.. counted.Zip(pass.Counted, (one, other) => Guard.Add(one, other, "a count"))],
                With(pass.Standings),
                With(pass.Groups),
                [.. breaches, .. pass.Breaches],
                pass.Last);
    }

    internal static SolicitationAudit<TCustomer> Empty(SolicitationRule[] rules) => new(rules, new long[rules.Length], [], [], [], null);

    private static string Cell(ShareTally share, Phrases words) => share.Value is { } value
        ? $"{words.Percent(value)} ({words.Count(share.Count)} / {words.Count(share.N)})"
        : words.NoData;

    private static string Joined(IEnumerable<SolicitationRule> rules) => string.Join("; ", rules);

    private IEnumerable<Invitation<TCustomer>> Later(IEnumerable<Invitation<TCustomer>> rows)
    {
        long position = 0;
        foreach (Invitation<TCustomer> row in rows)
        {
            yield return row.At <= Last
                ? throw Guard.OutsideAt(position, "later", string.Create(CultureInfo.InvariantCulture, $"must lie after the end of the log ({Last})"), row.At)
                : row;
            position++;
        }
    }

    /// <summary>What is kept of the customers, replaced where there is later news of one.</summary>
    private Dictionary<TCustomer, Standing> With(Dictionary<TCustomer, Standing> more)
    {
        Dictionary<TCustomer, Standing> all = new(customers);
        foreach ((TCustomer customer, Standing standing) in more)
        {
            all[customer] = standing;
        }

        return all;
    }

    private Dictionary<(string, string, string), ShareTally> With(Dictionary<(string, string, string), ShareTally> more)
    {
        Dictionary<(string, string, string), ShareTally> all = new(groups);
        foreach (((string, string, string) key, ShareTally share) in more)
        {
            all[key] = all.GetValueOrDefault(key).Combine(share);
        }

        return all;
    }

    private Dictionary<string, ShareTally> By(Func<(string Survey, string Channel, string Segment), string> key) => groups
        .GroupBy(group => key(group.Key), StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Aggregate(default(ShareTally), (all, one) => all.Combine(one.Value)), StringComparer.Ordinal);

    /// <summary>What is kept of a customer: the rules broken, one bit each, and the rows that the longest window still sees at the end of the log.</summary>
    internal readonly record struct Standing(ulong Broken, Invitation<TCustomer>[] Tail);
}
