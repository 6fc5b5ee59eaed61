using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Repeat-contact rate: the share of contacts after which the customer came back within a time window.</summary>
/// <remarks>
/// <code>repeat-contact rate = contacts followed by another within the window / contacts whose window has elapsed</code>
/// The value is a fraction in [0, 1], which is 1 minus <see cref="FirstContactResolution"/> with the same window; <c>default</c> holds no data.
/// It can be created from counts, a <see cref="ContactLog"/>, or one outcome of it. Records with different time windows neither combine nor compare.
/// Source: SQM Group, on first call resolution by repeat contacts within a window, sqmgroup.com.
/// <para>Pitfalls: counting contacts of the last days, whose window has not elapsed, as good; comparing figures with different windows;
/// joining contacts about different issues because only the customer is known.</para>
/// <example>One customer has contacts on days 0, 3 and 20, the log ends on day 25 and the window is 7 days: 1 of 2, and one pending.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<RepeatContactRate>))]
[TypeFormatterSource(typeof(KpiFormatters<RepeatContactRate>))]
public readonly record struct RepeatContactRate : IKpi<RepeatContactRate>, IJsonRecord<RepeatContactRate>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="repeated">The number of contacts followed by another within the window; not negative, not more than <paramref name="contacts"/>.</param>
    /// <param name="contacts">The number of contacts whose window has elapsed; not negative.</param>
    /// <param name="window">The time window, and which contacts are judged; <c>default</c> when it is not stated.</param>
    /// <param name="pending">The number of contacts that cannot be judged yet, which are left out of the base; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    public RepeatContactRate(long repeated, long contacts, RepeatWindow window = default, long pending = 0)
        : this(new ShareTally(Guard.Part(repeated, contacts), contacts), window, pending)
    {
    }

    /// <inheritdoc cref="RepeatContactRate(long, long, RepeatWindow, long)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public RepeatContactRate(long repeated, long contacts)
        : this(repeated, contacts, default, 0)
    {
    }

    private RepeatContactRate(ShareTally evidence, RepeatWindow window, long pending)
    {
        Evidence = evidence;
        Window = window;
        Pending = Guard.NotNegative(pending);
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Repeat-contact rate",
        "Repeat contacts",
        KpiUnit.Share,
        KpiDirection.LowerIsBetter,
        "contacts followed by another within the window / contacts whose window has elapsed",
        "SQM Group, on first call resolution by repeat contacts within a window, sqmgroup.com");

    /// <summary>The number of contacts followed by another within the window.</summary>
    public long Repeated => Evidence.Count;

    /// <summary>The number of contacts whose window has elapsed.</summary>
    public long Contacts => Evidence.N;

    /// <summary>The time window, and which contacts are judged.</summary>
    public RepeatWindow Window { get; }

    /// <summary>The number of contacts that cannot be judged yet, which are left out of the base.</summary>
    public long Pending { get; }

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
    public IReadOnlyList<LeftOutCount> LeftOut => LeftOutCount.Of((LeftOutKind.Pending, Pending));

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(ServiceRules.Window(Window));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the rate from one contact.</summary>
    /// <param name="outcome">What became of the contact, from <see cref="ContactLog.Outcomes"/>.</param>
    /// <param name="window">The window with which the outcomes were determined.</param>
    /// <returns>The rate; a contact that is not judged adds nothing.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="outcome"/> is not a named value.</exception>
    /// <exception cref="ArgumentException">The window is the default value, which states no length.</exception>
    public static RepeatContactRate FromOutcome(RepeatOutcome outcome, RepeatWindow window) => Guard.Defined(outcome) switch
    {
        RepeatOutcome.Repeat => new(1, 1, window.Stated(nameof(window))),
        RepeatOutcome.NoRepeat => new(0, 1, window.Stated(nameof(window))),
        RepeatOutcome.Pending => new(0, 0, window.Stated(nameof(window)), 1),
        RepeatOutcome.NotJudged or RepeatOutcome.FollowUp => new(0, 0, window.Stated(nameof(window))),
    };

    /// <summary>Creates the rate from a log.</summary>
    /// <param name="log">The contacts.</param>
    /// <param name="window">The time window, and which contacts are judged.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="log"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The window is the default value, which states no length.</exception>
    public static RepeatContactRate FromLog(ContactLog log, RepeatWindow window)
    {
        (ShareTally repeats, long pending) = Guard.NotNull(log).Tally(window);
        return new(repeats, window, pending);
    }

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(RepeatContactRate baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public RepeatContactRate Combine(RepeatContactRate other) => new(Evidence.Combine(other.Evidence), Shared(other), Guard.Add(Pending, other.Pending));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private RepeatWindow Shared(RepeatContactRate other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Window, other, other.Window, "window", name);

    static RepeatContactRate IJsonRecord<RepeatContactRate>.Json(JsonMembers<RepeatContactRate> json) => new(
        json.Value(nameof(Repeated), x => x.Repeated),
        json.Value(nameof(Contacts), x => x.Contacts),
        json.Record(nameof(Window), x => x.Window),
        json.Value(nameof(Pending), x => x.Pending));
}
