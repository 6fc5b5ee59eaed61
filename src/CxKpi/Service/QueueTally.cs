using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>
/// The evidence of a queue: what became of its contacts, and how many left in time.
/// Every service-level rule and the abandonment rate can be calculated from it.
/// </summary>
/// <remarks>
/// "In time" and "short" mean a wait up to and including the threshold. <c>default</c> holds no data.
/// Half-hours and days add up by their counts, never by averaging their percentages.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<QueueTally>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct QueueTally : ILocalizedFace, IJsonRecord<QueueTally>
{
    private readonly long answered, answeredInTime, abandoned, shortAbandons, flowOuts;
    private readonly QueueThresholds thresholds;

    // Not kept where nobody gave up, since it is 0 then, stated or not.
    private readonly long? inTime;

    /// <summary>Creates the tally from counts.</summary>
    /// <param name="answered">The number of contacts that an agent answered; not negative.</param>
    /// <param name="answeredInTime">The number of contacts answered in time; not more than <paramref name="answered"/>.</param>
    /// <param name="abandoned">The number of contacts that gave up in the queue, short ones included; not negative.</param>
    /// <param name="abandonedInTime">The number of contacts that gave up in time; not more than <paramref name="abandoned"/>; <see langword="null"/> when it is
    /// not published, as in many reports: the rules that need it then refuse.</param>
    /// <param name="shortAbandons">The number of contacts that gave up within the threshold of short abandons; 0 when no such threshold is given.</param>
    /// <param name="flowOuts">The number of contacts that were sent elsewhere while waiting, neither answered nor abandoned; not negative.</param>
    /// <param name="thresholds">The waits by which the contacts were counted; <c>default</c> when they are not stated.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, a part is larger than its whole, or the counts contradict the thresholds.</exception>
    /// <exception cref="OverflowException">The number of contacts would exceed <see cref="long.MaxValue"/>.</exception>
    public QueueTally(
        long answered,
        long answeredInTime,
        long abandoned,
        long? abandonedInTime = null,
        long shortAbandons = 0,
        long flowOuts = 0,
        QueueThresholds thresholds = default)
    {
        this.answered = answered;
        this.answeredInTime = Guard.Part(answeredInTime, answered);
        this.abandoned = abandoned;
        inTime = abandonedInTime is { } known && Guard.Part(known, abandoned, nameof(abandonedInTime), nameof(abandoned)) is var part && abandoned > 0
            ? part
            : null;
        this.shortAbandons = thresholds.ShortUpTo is null && shortAbandons > 0
            ? throw Guard.Outside(nameof(shortAbandons), "must be zero when no threshold for them is stated", shortAbandons)
            : Guard.Part(shortAbandons, abandoned);
        this.flowOuts = Guard.NotNegative(flowOuts);
        this.thresholds = thresholds;
        _ = Guard.Sum("contacts", answered, abandoned, flowOuts);
        if (thresholds.ShortUpTo <= thresholds.Within)
        {
            Guard.Part(shortAbandons, abandonedInTime ?? abandoned, nameof(shortAbandons), nameof(abandonedInTime));
        }

        if (thresholds.Within <= thresholds.ShortUpTo)
        {
            Guard.Part(abandonedInTime ?? 0, shortAbandons, nameof(abandonedInTime));
        }
    }

    // One contact.
    private QueueTally(in QueuedContact contact, in QueueThresholds thresholds)
    {
        this.thresholds = thresholds;
        bool isInTime = contact.Wait <= InTime(thresholds);
        switch (contact.Outcome)
        {
            case QueueOutcome.Answered:
                answered = 1;
                answeredInTime = isInTime ? 1 : 0;
                break;
            case QueueOutcome.Abandoned:
                abandoned = 1;
                inTime = isInTime ? 1 : 0;
                shortAbandons = contact.Wait <= thresholds.ShortUpTo ? 1 : 0;
                break;
            case QueueOutcome.FlowedOut:
                flowOuts = 1;
                break;
        }
    }

    // What was counted one by one is a part of its whole.
    private QueueTally(in Counter counter)
    {
        answered = counter.Answered;
        answeredInTime = counter.AnsweredInTime;
        abandoned = counter.Abandoned;
        inTime = Abandoned > 0 ? counter.AbandonedInTime : null;
        shortAbandons = counter.ShortAbandons;
        flowOuts = counter.FlowOuts;
        thresholds = counter.Thresholds;
    }

    /// <summary>The number of contacts that an agent answered.</summary>
    public long Answered => answered;

    /// <summary>The number of contacts answered in time.</summary>
    public long AnsweredInTime => answeredInTime;

    /// <summary>The number of contacts that gave up in the queue, short ones included.</summary>
    public long Abandoned => abandoned;

    /// <summary>The number of contacts that gave up in time; <see langword="null"/> when it is not known.</summary>
    public long? AbandonedInTime => Abandoned == 0 ? 0 : inTime;

    /// <summary>The number of contacts that gave up within the threshold of short abandons.</summary>
    public long ShortAbandons => shortAbandons;

    /// <summary>The number of contacts that were sent elsewhere while waiting.</summary>
    public long FlowOuts => flowOuts;

    /// <summary>The waits by which the contacts were counted.</summary>
    public QueueThresholds Thresholds => thresholds;

    /// <summary>The number of contacts answered or abandoned. Contacts that flowed out belong to another queue.</summary>
    public long Offered => Answered + Abandoned;

    /// <summary>Creates the tally from one contact.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="thresholds">The time limits to count by; <see cref="QueueThresholds.Within"/> must be given.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentException">The thresholds do not state which wait is in time.</exception>
    public static QueueTally One(QueuedContact contact, QueueThresholds thresholds) => new(in contact, in thresholds);

    /// <summary>Creates the tally from a queue's log, in one pass.</summary>
    /// <param name="contacts">The contacts.</param>
    /// <param name="thresholds">The time limits to count by; <see cref="QueueThresholds.Within"/> must be given.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentException">The thresholds do not state which wait is in time.</exception>
    public static QueueTally FromContacts(ReadOnlySpan<QueuedContact> contacts, QueueThresholds thresholds)
    {
        Counter counter = new(thresholds);
        foreach (ref readonly QueuedContact contact in contacts)
        {
            counter.Add(contact);
        }

        return new(in counter);
    }

    /// <inheritdoc cref="FromContacts(ReadOnlySpan{QueuedContact}, QueueThresholds)"/>
    /// <exception cref="ArgumentNullException"><paramref name="contacts"/> is <see langword="null"/>.</exception>
    public static QueueTally FromContacts(QueuedContact[] contacts, QueueThresholds thresholds) =>
        FromContacts(new ReadOnlySpan<QueuedContact>(Guard.NotNull(contacts)), thresholds);

    /// <summary>Creates the tally from a queue's log, in one pass.</summary>
    /// <param name="contacts">The contacts.</param>
    /// <param name="thresholds">The time limits to count by; <see cref="QueueThresholds.Within"/> must be given.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="contacts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The thresholds do not state which wait is in time.</exception>
    public static QueueTally FromContacts(IEnumerable<QueuedContact> contacts, QueueThresholds thresholds)
    {
        if (Spans.TryGet(Guard.NotNull(contacts), out ReadOnlySpan<QueuedContact> span))
        {
            return FromContacts(span, thresholds);
        }

        Counter counter = new(thresholds);
        foreach (QueuedContact contact in contacts)
        {
            counter.Add(contact);
        }

        return new(in counter);
    }

    /// <summary>Calculates the share of contacts that meet a service-level rule.</summary>
    /// <param name="rule">What counts as met, and over which base.</param>
    /// <returns>The contacts that count as met over their base, from which every interval for a share can be computed.</returns>
    /// <exception cref="ArgumentException">The rule needs short abandons or those in time, but the tally does not know them.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rule is not a named value.</exception>
    public ShareTally Share(ServiceLevelRule rule) => Supported(rule) switch
    {
        ServiceLevelRule.AnsweredOverAnswered => new(AnsweredInTime, Answered),
        ServiceLevelRule.AbandonsInTimeMet => new(AnsweredInTime + AbandonedInTime!.Value, Offered),
        ServiceLevelRule.AbandonsInTimeExcluded => new(AnsweredInTime, Offered - AbandonedInTime!.Value),
        ServiceLevelRule.ShortAbandonsMet => new(AnsweredInTime + ShortAbandons, Offered),
        ServiceLevelRule.ShortAbandonsExcluded => new(AnsweredInTime, Offered - ShortAbandons),
        ServiceLevelRule.FlowOutsMissed => new(AnsweredInTime, Offered + FlowOuts),
        ServiceLevelRule.FlowOutsMissedShortAbandonsExcluded => new(AnsweredInTime, Offered + FlowOuts - ShortAbandons),
        ServiceLevelRule.FlowOutsMissedAbandonsExcluded => new(AnsweredInTime, Answered + FlowOuts),
        ServiceLevelRule.AnsweredOverOffered => new(AnsweredInTime, Offered),
    };

    /// <summary>Adds the evidence of another tally.</summary>
    /// <param name="other">The evidence to add.</param>
    /// <returns>The tally over the evidence of both; how many gave up in time is known only when it is known of both.</returns>
    /// <exception cref="ArgumentException">The two rest on different thresholds.</exception>
    /// <exception cref="OverflowException">A count would exceed <see cref="long.MaxValue"/>.</exception>
    public QueueTally Combine(QueueTally other)
    {
        if (HasThresholdsOf(in other))
        {
            QueueTally total = this;
            Accumulate(ref total, in other);
            return total;
        }

        return new(
            Guard.Add(Answered, other.Answered),
            Guard.Add(AnsweredInTime, other.AnsweredInTime),
            Guard.Add(Abandoned, other.Abandoned),
            AbandonedInTime + other.AbandonedInTime,
            Guard.Add(ShortAbandons, other.ShortAbandons),
            Guard.Add(FlowOuts, other.FlowOuts),
            Shared(other));
    }

    /// <summary>Adds the evidence of another tally with the same thresholds to a total where it stands.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Accumulate(ref QueueTally total, in QueueTally other)
    {
        // Sums of valid counts are valid.
        InPlace.Add(in total.answered, other.answered);
        InPlace.Add(in total.answeredInTime, other.answeredInTime);
        if (other.abandoned > 0)
        {
            Unsafe.AsRef(in total.inTime) = total.AbandonedInTime + other.inTime;
            InPlace.Add(in total.abandoned, other.abandoned);
            InPlace.Add(in total.shortAbandons, other.shortAbandons);
        }

        InPlace.Add(in total.flowOuts, other.flowOuts);
        _ = Guard.Add(Guard.Add(total.answered, total.abandoned, "the number of contacts"), total.flowOuts, "the number of contacts");
    }

    /// <summary>The counts and thresholds as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{AnsweredInTime} of {Answered} answered in time, {AbandonedText}, {FlowOuts} flowed out ({Thresholds})");

    private string AbandonedText => AbandonedInTime is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"{known} of {Abandoned} abandoned in time")
        : string.Create(CultureInfo.InvariantCulture, $"{Abandoned} abandoned");

    internal bool HasThresholdsOf(in QueueTally other) => thresholds.AreThoseOf(in other.thresholds);

    internal QueueThresholds Shared(QueueTally other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Thresholds, other, other.Thresholds, "wait", name);

    internal bool Supports(ServiceLevelRule rule) => LackFor(rule) is null;

    internal ServiceLevelRule Supported(ServiceLevelRule rule) => LackFor(Guard.Defined(rule)) is { } lack
        ? throw new ArgumentException($"{nameof(rule)} {rule} needs {lack}", nameof(rule))
        : rule;

    private string? LackFor(ServiceLevelRule rule) => rule switch
    {
        ServiceLevelRule.ShortAbandonsMet or ServiceLevelRule.ShortAbandonsExcluded or ServiceLevelRule.FlowOutsMissedShortAbandonsExcluded =>
            Thresholds.ShortUpTo is null && this != default ? "short abandons, but no threshold for them is stated" : null,
        ServiceLevelRule.AbandonsInTimeMet or ServiceLevelRule.AbandonsInTimeExcluded =>
            AbandonedInTime is null ? "the contacts that gave up in time, but abandonedInTime is not stated" : null,
        ServiceLevelRule.AnsweredOverOffered or ServiceLevelRule.AnsweredOverAnswered or ServiceLevelRule.FlowOutsMissed
            or ServiceLevelRule.FlowOutsMissedAbandonsExcluded => null,
    };

    private static Duration InTime(in QueueThresholds thresholds) =>
        thresholds.Within ?? throw new ArgumentException("thresholds must state which wait is in time", nameof(thresholds));

    private struct Counter(QueueThresholds thresholds)
    {
        private readonly Duration within = InTime(thresholds);

        private readonly Duration shortUpTo = thresholds.ShortUpTo ?? Duration.FromNanoseconds(-1);

        internal readonly QueueThresholds Thresholds = thresholds;

        internal long Answered, AnsweredInTime, Abandoned, AbandonedInTime, ShortAbandons, FlowOuts;

        internal void Add(in QueuedContact contact)
        {
            bool inTime = contact.Wait <= within;
            switch (contact.Outcome)
            {
                case QueueOutcome.Answered:
                    Answered++;
                    AnsweredInTime += inTime ? 1 : 0;
                    break;
                case QueueOutcome.Abandoned:
                    Abandoned++;
                    AbandonedInTime += inTime ? 1 : 0;
                    ShortAbandons += contact.Wait <= shortUpTo ? 1 : 0;
                    break;
                case QueueOutcome.FlowedOut:
                    FlowOuts++;
                    break;
            }
        }
    }

    string ILocalizedFace.ToHtml(Phrases words)
    {
        return new NotebookTable(words.QueueCaption)
            .Fact(words.OfferedLabel, words.Count(Offered))
            .Fact(words.AnsweredLabel, words.Count(Answered))
            .Fact(words.AnsweredInTimeLabel, words.Count(AnsweredInTime))
            .Fact(words.AbandonedLabel, words.Count(Abandoned))
            .Fact(words.AbandonedInTimeLabel, AbandonedInTime is { } known ? words.Count(known) : null)
            .Fact(words.FlowedOutLabel, words.Count(FlowOuts))
            .Note(Thresholds.In(words))
            .ToHtml();
    }

    static QueueTally IJsonRecord<QueueTally>.Json(JsonMembers<QueueTally> json) => new(
        json.Value(nameof(Answered), x => x.Answered),
        json.Value(nameof(AnsweredInTime), x => x.AnsweredInTime),
        json.Value(nameof(Abandoned), x => x.Abandoned),
        json.Optional(nameof(AbandonedInTime), x => x.AbandonedInTime),
        json.Value(nameof(ShortAbandons), x => x.ShortAbandons),
        json.Value(nameof(FlowOuts), x => x.FlowOuts),
        json.Record(nameof(Thresholds), x => x.Thresholds));
}
