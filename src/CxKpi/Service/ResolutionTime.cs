using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>Resolution time, often called MTTR: how long customers wait on average until their request is resolved.</summary>
/// <remarks>
/// <code>MTTR = sum of (resolution - creation) / tickets resolved</code> The value is in seconds and is also given as a <see cref="Duration"/>;
/// <c>default</c> holds no data.
/// First and full resolution differ when tickets are reopened, so use one of them throughout.
/// It can be created from one ticket, many tickets, durations, or a <see cref="DurationTally"/>.
/// Source: Zendesk, "About native Support time duration metrics", help centre, which defines both.
/// <para>Pitfalls: dividing by all requests, including open ones, which makes a growing backlog look like speed; silently dropping open tickets
/// (here they are <see cref="Open"/>, and the estimate carries a warning); reporting a mean alone, which a few old tickets make several times the median
/// (<see cref="SampleOf"/> gives the median).</para>
/// <example>Two tickets are resolved after 2 h and 4 h, and one is still open: 3 h, not 6 h over 3 tickets.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ResolutionTime>))]
[TypeFormatterSource(typeof(KpiFormatters<ResolutionTime>))]
public readonly record struct ResolutionTime : IKpi<ResolutionTime>, IJsonRecord<ResolutionTime>
{
    private const string Order = "must not be resolved before they are created";

    /// <summary>Creates the mean from the evidence of its durations.</summary>
    /// <param name="evidence">The time to resolution of each resolved ticket, or its totals.</param>
    /// <param name="open">The number of tickets not resolved yet; not negative.</param>
    /// <param name="invalid">The number of malformed tickets, which are in no base; not negative.</param>
    /// <param name="basis">The time in which the durations were measured.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the basis is not a named value.</exception>
    /// <exception cref="OverflowException">The number of all tickets would exceed <see cref="long.MaxValue"/>.</exception>
    public ResolutionTime(DurationTally evidence, long open = 0, long invalid = 0, TimeBasis basis = TimeBasis.Elapsed)
    {
        Evidence = evidence;
        Open = Guard.NotNegative(open);
        Invalid = Guard.NotNegative(invalid);
        Basis = Guard.Defined(basis);
        _ = Guard.Sum("tickets", evidence.N, open, invalid);
    }

    /// <inheritdoc cref="ResolutionTime(DurationTally, long, long, TimeBasis)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public ResolutionTime(DurationTally evidence)
        : this(evidence, 0)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Resolution time",
        "MTTR",
        KpiUnit.Seconds,
        KpiDirection.LowerIsBetter,
        "sum of (resolution - creation) / tickets resolved",
        "Zendesk, About native Support time duration metrics, help centre");

    /// <summary>The time to resolution of each resolved ticket, or its totals.</summary>
    public DurationTally Evidence { get; }

    /// <summary>The number of tickets not resolved yet, which have no duration and are not part of the mean.</summary>
    public long Open { get; }

    /// <summary>The number of malformed tickets that a tolerant method left out: resolved before they were created.</summary>
    public long Invalid { get; }

    /// <summary>The time in which the durations were measured; what customers wait by default.</summary>
    public TimeBasis Basis { get; }

    /// <summary>The share of the tickets, resolved or open, that are not resolved, which should be read together with the mean.</summary>
    public ShareTally StillOpen => new(Open, Evidence.N + Open);

    /// <summary>The mean as a duration; <see langword="null"/> when no ticket is resolved.</summary>
    public Duration? Average => Evidence.Average;

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Ticket;

    /// <inheritdoc/>
    public IReadOnlyList<LeftOutCount> LeftOut => LeftOutCount.Of((LeftOutKind.Open, Open), (LeftOutKind.Invalid, Invalid));

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(ServiceRules.Time(Basis));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the mean from one ticket.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <returns>A record of one duration, or of one open ticket.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ticket was resolved before it was created.</exception>
    public static ResolutionTime FromTicket(Ticket ticket) =>
        FromTicketTolerant(ticket) is { Invalid: 0 } valid ? valid : throw Guard.Outside(nameof(ticket), Order, ticket);

    /// <summary>Creates the mean from one ticket; a malformed one counts as <see cref="Invalid"/>.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <returns>A record of one duration, of one open ticket, or of one invalid ticket.</returns>
    public static ResolutionTime FromTicketTolerant(Ticket ticket) => ticket.TimeToResolution switch
    {
        null => new(default, open: 1),
        { } time => time >= Duration.Zero ? new(DurationTally.One(time)) : new(default, invalid: 1),
    };

    /// <summary>Creates the mean from many tickets.</summary>
    /// <param name="tickets">The tickets in any order; those without a resolution are counted as open.</param>
    /// <returns>The mean over the resolved tickets.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tickets"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A ticket was resolved before it was created; the message names its position.</exception>
    public static ResolutionTime FromTickets(IEnumerable<Ticket> tickets) => Of(Read(tickets, Order));

    /// <summary>Creates the mean from many tickets; malformed ones count as <see cref="Invalid"/>.</summary>
    /// <param name="tickets">The tickets in any order; those without a resolution are counted as open.</param>
    /// <returns>The mean over the resolved tickets.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tickets"/> is <see langword="null"/>.</exception>
    public static ResolutionTime FromTicketsTolerant(IEnumerable<Ticket> tickets) => Of(Read(tickets, null));

    /// <summary>Creates the mean from many tickets in working time.</summary>
    /// <param name="tickets">The tickets in any order; those without a resolution are counted as open.</param>
    /// <param name="calendar">The opening hours in which time counts.</param>
    /// <param name="pauses">The pauses of a ticket in which the clock is stopped, such as "waiting for the customer"; none when
    /// <see langword="null"/>.</param>
    /// <returns>The mean over the tickets with a resolution, which states that it is in working time.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tickets"/> or <paramref name="calendar"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A ticket was resolved before it was created; the message names its
    /// position.</exception>
    public static ResolutionTime FromTickets(
        IEnumerable<Ticket> tickets,
        BusinessCalendar calendar,
        Func<Ticket, IEnumerable<Interval>>? pauses = null) =>
        Of(TicketTimes.Read(tickets, TicketTimes.Working(default(ToResolution), calendar, pauses), Order + TicketTimes.NorCenturiesAfter), TimeBasis.Working);

    /// <summary>Creates the mean from many tickets in working time; malformed ones count as <see cref="Invalid"/>.</summary>
    /// <param name="tickets">The tickets in any order; those without a resolution are counted as open.</param>
    /// <param name="calendar">The opening hours in which time counts.</param>
    /// <param name="pauses">The pauses of a ticket in which the clock is stopped, such as "waiting for the customer"; none when
    /// <see langword="null"/>.</param>
    /// <returns>The mean over the tickets with a resolution, which states that it is in working time.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tickets"/> or <paramref name="calendar"/> is <see langword="null"/>.</exception>
    public static ResolutionTime FromTicketsTolerant(
        IEnumerable<Ticket> tickets,
        BusinessCalendar calendar,
        Func<Ticket, IEnumerable<Interval>>? pauses = null) =>
        Of(TicketTimes.Read(tickets, TicketTimes.Working(default(ToResolution), calendar, pauses), null), TimeBasis.Working);

    /// <summary>Creates the mean from durations that were measured elsewhere, for example in business hours.</summary>
    /// <param name="durations">The duration of each ticket that was resolved; none negative.</param>
    /// <param name="open">The number of tickets not resolved yet; not negative.</param>
    /// <param name="basis">The time in which they were measured.</param>
    /// <returns>The mean over the resolved tickets.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="durations"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A duration is negative (the message names its position), or <paramref name="open"/> is.</exception>
    public static ResolutionTime FromDurations(IEnumerable<Duration> durations, long open = 0, TimeBasis basis = TimeBasis.Elapsed) =>
        new(DurationTally.FromDurations(durations), open, basis: basis);

    /// <inheritdoc cref="FromDurations(IEnumerable{Duration}, long, TimeBasis)"/>
    [OverloadResolutionPriority(-1)]
    public static ResolutionTime FromDurations(IEnumerable<TimeSpan> durations, long open = 0, TimeBasis basis = TimeBasis.Elapsed) =>
        new(DurationTally.FromDurations(durations), open, basis: basis);

    /// <summary>Collects the durations of the same tickets one by one, for the median and percentiles that belong beside the mean.</summary>
    /// <param name="tickets">The tickets in any order; those without a resolution are counted as open. <see cref="Ticket.IsInOrder"/> tells which are
    /// malformed.</param>
    /// <returns>The sample of durations.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tickets"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A ticket was resolved before it was created; the message names its position.</exception>
    public static DurationSample SampleOf(IEnumerable<Ticket> tickets)
    {
        List<Duration> each = [];
        TicketTimes times = Read(tickets, Order, each);
        return DurationSample.FromDurations([.. each], times.Open, nameof(tickets));
    }

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) =>
        Evidence.Estimate(confidence)?.With(Open > 0 ? EstimateFlags.OpenItemsLeftOut : EstimateFlags.None).In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(ResolutionTime baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)
            ?.In(Definition, baseline.Value)
            .With(Open > 0 || baseline.Open > 0 ? EstimateFlags.OpenItemsLeftOut : EstimateFlags.None);
    }

    /// <inheritdoc/>
    public ResolutionTime Combine(ResolutionTime other) =>
        new(Evidence.Combine(other.Evidence), Guard.Add(Open, other.Open), Guard.Add(Invalid, other.Invalid), Shared(other));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private static TicketTimes Read(IEnumerable<Ticket> tickets, string? rule, List<Duration>? each = null) =>
        TicketTimes.Read(tickets, default(ToResolution), rule, each: each);

    private static ResolutionTime Of(TicketTimes times, TimeBasis basis = TimeBasis.Elapsed) =>
        new(times.Ended, times.Open, times.Invalid, basis);

    private TimeBasis Shared(ResolutionTime other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Basis, other, other.Basis, "time basis", name);

    static ResolutionTime IJsonRecord<ResolutionTime>.Json(JsonMembers<ResolutionTime> json) => new(
        json.Record(nameof(Evidence), x => x.Evidence),
        json.Value(nameof(Open), x => x.Open),
        json.Value(nameof(Invalid), x => x.Invalid),
        json.Optional(nameof(Basis), x => x.Basis == TimeBasis.Elapsed ? null : (TimeBasis?)x.Basis) ?? TimeBasis.Elapsed);

    private readonly struct ToResolution : ITicketTime
    {
        public Duration? Of(in Ticket ticket) => ticket.TimeToResolution;
    }
}
