using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>First response time (FRT): how long customers wait on average until a person first answers them.</summary>
/// <remarks>
/// <code>FRT = sum of (first reply - creation) / tickets replied to</code> The value is in seconds and is also given as a <see cref="Duration"/>;
/// <c>default</c> holds no data.
/// It can be created from one ticket, many tickets, durations, or a <see cref="DurationTally"/>.
/// Source: Zendesk, "About native Support time duration metrics", help centre: the time from creation to the first public reply of an agent.
/// <para>Pitfalls: counting an automatic acknowledgement as a reply; silently dropping tickets without a reply (here they are <see cref="Open"/>, and the
/// estimate carries a warning; once closed, they are <see cref="ClosedWithoutReply"/>); reporting a mean alone, which a few late replies
/// make several times the median (<see cref="SampleOf"/> gives the median); comparing business hours with clock time.</para>
/// <example>A ticket created on Monday at 10:00 and answered at 11:30: 1 h 30 min.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<FirstResponseTime>))]
[TypeFormatterSource(typeof(KpiFormatters<FirstResponseTime>))]
public readonly record struct FirstResponseTime : IKpi<FirstResponseTime>, IJsonRecord<FirstResponseTime>
{
    private const string Order = "must not be replied to or closed before they are created";

    /// <summary>Creates the mean from the evidence of its durations.</summary>
    /// <param name="evidence">The time to the first reply of each ticket replied to, or its totals.</param>
    /// <param name="open">The number of tickets without a reply yet; not negative.</param>
    /// <param name="closedWithoutReply">The number of tickets that were closed and never replied to, which are in no base; not negative.</param>
    /// <param name="invalid">The number of malformed tickets, which are in no base; not negative.</param>
    /// <param name="basis">The time in which the durations were measured.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the basis is not a named value.</exception>
    /// <exception cref="OverflowException">The number of all tickets would exceed <see cref="long.MaxValue"/>.</exception>
    public FirstResponseTime(DurationTally evidence, long open = 0, long closedWithoutReply = 0, long invalid = 0, TimeBasis basis = TimeBasis.Elapsed)
    {
        Evidence = evidence;
        Open = Guard.NotNegative(open);
        ClosedWithoutReply = Guard.NotNegative(closedWithoutReply);
        Invalid = Guard.NotNegative(invalid);
        Basis = Guard.Defined(basis);
        _ = Guard.Sum("tickets", evidence.N, open, closedWithoutReply, invalid);
    }

    /// <inheritdoc cref="FirstResponseTime(DurationTally, long, long, long, TimeBasis)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public FirstResponseTime(DurationTally evidence)
        : this(evidence, 0)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "First response time",
        "FRT",
        KpiUnit.Seconds,
        KpiDirection.LowerIsBetter,
        "sum of (first reply - creation) / tickets replied to",
        "Zendesk, About native Support time duration metrics, help centre");

    /// <summary>The time to the first reply of each ticket replied to, or its totals.</summary>
    public DurationTally Evidence { get; }

    /// <summary>The number of tickets without a reply yet, which have no duration and are not part of the mean.</summary>
    public long Open { get; }

    /// <summary>The number of tickets that were closed and never replied to: spam, duplicates, requests that were solved by themselves or dropped.</summary>
    /// <remarks>No reply will come, so they are not open, and they are in no base. A growing number may be a way to avoid long times.</remarks>
    public long ClosedWithoutReply { get; }

    /// <summary>The number of malformed tickets that a tolerant method left out: replied to or closed before they were created.</summary>
    public long Invalid { get; }

    /// <summary>The time in which the durations were measured; what customers wait by default.</summary>
    public TimeBasis Basis { get; }

    /// <summary>The share of the tickets, replied to or open, that are without a reply, which should be read together with the mean.</summary>
    public ShareTally StillOpen => new(Open, Evidence.N + Open);

    /// <summary>The mean as a duration; <see langword="null"/> when no ticket has a reply.</summary>
    public Duration? Average => Evidence.Average;

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Ticket;

    /// <inheritdoc/>
    public IReadOnlyList<LeftOutCount> LeftOut =>
        LeftOutCount.Of((LeftOutKind.Open, Open), (LeftOutKind.ClosedWithoutReply, ClosedWithoutReply), (LeftOutKind.Invalid, Invalid));

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(ServiceRules.Time(Basis));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the mean from one ticket.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <returns>A record of one duration, of one open ticket, or of one closed without a reply.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ticket was replied to, or closed without a reply, before it was created.</exception>
    public static FirstResponseTime FromTicket(Ticket ticket) =>
        FromTicketTolerant(ticket) is { Invalid: 0 } valid ? valid : throw Guard.Outside(nameof(ticket), Order, ticket);

    /// <summary>Creates the mean from one ticket; a malformed one counts as <see cref="Invalid"/>.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <returns>A record of one duration, of one open ticket, of one closed without a reply, or of one invalid ticket.</returns>
    public static FirstResponseTime FromTicketTolerant(Ticket ticket) => default(ToFirstReply).Of(in ticket) switch
    {
        null => IsClosed(ticket) ? new(default, closedWithoutReply: 1) : new(default, open: 1),
        { } time => time >= Duration.Zero ? new(DurationTally.One(time)) : new(default, invalid: 1),
    };

    /// <summary>Creates the mean from many tickets.</summary>
    /// <param name="tickets">The tickets in any order; those without a reply are counted as open, or as closed without a reply once they are resolved.</param>
    /// <returns>The mean over the tickets with a reply.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tickets"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A ticket was replied to, or closed without a reply, before it was created; the message names its
    /// position.</exception>
    public static FirstResponseTime FromTickets(IEnumerable<Ticket> tickets) => Of(TicketTimes.Read(tickets, default(ToFirstReply), Order, IsClosed));

    /// <summary>Creates the mean from many tickets; malformed ones count as <see cref="Invalid"/>.</summary>
    /// <param name="tickets">The tickets in any order; those without a reply are counted as open, or as closed without a reply once they are resolved.</param>
    /// <returns>The mean over the tickets with a reply.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tickets"/> is <see langword="null"/>.</exception>
    public static FirstResponseTime FromTicketsTolerant(IEnumerable<Ticket> tickets) => Of(TicketTimes.Read(tickets, default(ToFirstReply), null, IsClosed));

    /// <summary>Creates the mean from many tickets in working time.</summary>
    /// <param name="tickets">The tickets in any order; those without a reply are counted as open, or as closed without a reply once they are resolved.</param>
    /// <param name="calendar">The opening hours in which time counts.</param>
    /// <param name="pauses">The pauses of a ticket in which the clock is stopped, such as "waiting for the customer"; none when
    /// <see langword="null"/>.</param>
    /// <returns>The mean over the tickets with a reply, which states that it is in working time.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tickets"/> or <paramref name="calendar"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A ticket was replied to, or closed without a reply, before it was created; the message names its
    /// position.</exception>
    public static FirstResponseTime FromTickets(
        IEnumerable<Ticket> tickets,
        BusinessCalendar calendar,
        Func<Ticket, IEnumerable<Interval>>? pauses = null) =>
        Of(
            TicketTimes.Read(tickets, TicketTimes.Working(default(ToFirstReply), calendar, pauses), Order + TicketTimes.NorCenturiesAfter, IsClosed),
            TimeBasis.Working);

    /// <summary>Creates the mean from many tickets in working time; malformed ones count as <see cref="Invalid"/>.</summary>
    /// <param name="tickets">The tickets in any order; those without a reply are counted as open, or as closed without a reply once they are resolved.</param>
    /// <param name="calendar">The opening hours in which time counts.</param>
    /// <param name="pauses">The pauses of a ticket in which the clock is stopped, such as "waiting for the customer"; none when
    /// <see langword="null"/>.</param>
    /// <returns>The mean over the tickets with a reply, which states that it is in working time.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tickets"/> or <paramref name="calendar"/> is <see langword="null"/>.</exception>
    public static FirstResponseTime FromTicketsTolerant(
        IEnumerable<Ticket> tickets,
        BusinessCalendar calendar,
        Func<Ticket, IEnumerable<Interval>>? pauses = null) =>
        Of(TicketTimes.Read(tickets, TicketTimes.Working(default(ToFirstReply), calendar, pauses), null, IsClosed), TimeBasis.Working);

    /// <summary>Creates the mean from durations that were measured elsewhere, for example in business hours.</summary>
    /// <param name="durations">The duration of each ticket that was replied to; none negative.</param>
    /// <param name="open">The number of tickets without a reply yet; not negative.</param>
    /// <param name="basis">The time in which they were measured.</param>
    /// <returns>The mean over the tickets with a reply.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="durations"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A duration is negative (the message names its position), or <paramref name="open"/> is.</exception>
    public static FirstResponseTime FromDurations(IEnumerable<Duration> durations, long open = 0, TimeBasis basis = TimeBasis.Elapsed) =>
        new(DurationTally.FromDurations(durations), open, basis: basis);

    /// <inheritdoc cref="FromDurations(IEnumerable{Duration}, long, TimeBasis)"/>
    [OverloadResolutionPriority(-1)]
    public static FirstResponseTime FromDurations(IEnumerable<TimeSpan> durations, long open = 0, TimeBasis basis = TimeBasis.Elapsed) =>
        new(DurationTally.FromDurations(durations), open, basis: basis);

    /// <summary>Collects the durations of the same tickets one by one, for the median and percentiles that belong beside the mean.</summary>
    /// <param name="tickets">The tickets in any order; those without a reply are counted as open, or left out when they were closed.
    /// <see cref="Ticket.IsInOrder"/> tells which are malformed.</param>
    /// <returns>The sample of durations.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tickets"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A ticket was replied to before it was created; the message names its position.</exception>
    public static DurationSample SampleOf(IEnumerable<Ticket> tickets)
    {
        List<Duration> each = [];
        TicketTimes times = TicketTimes.Read(tickets, default(ToFirstReply), Order, IsClosed, each);
        return DurationSample.FromDurations([.. each], times.Open, nameof(tickets));
    }

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) =>
        Evidence.Estimate(confidence)?.With(Open > 0 ? EstimateFlags.OpenItemsLeftOut : EstimateFlags.None).In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(FirstResponseTime baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)
            ?.In(Definition, baseline.Value)
            .With(Open > 0 || baseline.Open > 0 ? EstimateFlags.OpenItemsLeftOut : EstimateFlags.None);
    }

    /// <inheritdoc/>
    public FirstResponseTime Combine(FirstResponseTime other) => new(
        Evidence.Combine(other.Evidence),
        Guard.Add(Open, other.Open),
        Guard.Add(ClosedWithoutReply, other.ClosedWithoutReply),
        Guard.Add(Invalid, other.Invalid),
        Shared(other));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private static FirstResponseTime Of(TicketTimes times, TimeBasis basis = TimeBasis.Elapsed) =>
        new(times.Ended, times.Open, times.ClosedWithout, times.Invalid, basis);

    private TimeBasis Shared(FirstResponseTime other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Basis, other, other.Basis, "time basis", name);

    private static bool IsClosed(Ticket ticket) => ticket.FirstReply is null && ticket.Resolved is not null;

    static FirstResponseTime IJsonRecord<FirstResponseTime>.Json(JsonMembers<FirstResponseTime> json) => new(
        json.Record(nameof(Evidence), x => x.Evidence),
        json.Value(nameof(Open), x => x.Open),
        json.Value(nameof(ClosedWithoutReply), x => x.ClosedWithoutReply),
        json.Value(nameof(Invalid), x => x.Invalid),
        json.Optional(nameof(Basis), x => x.Basis == TimeBasis.Elapsed ? null : (TimeBasis?)x.Basis) ?? TimeBasis.Elapsed);

    // What was closed without a reply has no time, unless its dates are out of order.
    private readonly struct ToFirstReply : ITicketTime
    {
        public Duration? Of(in Ticket ticket) => ticket.TimeToFirstReply ?? (ticket.TimeToResolution < Duration.Zero ? ticket.TimeToResolution : null);
    }
}
