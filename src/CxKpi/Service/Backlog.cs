using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>Backlog: how many tickets are open at an instant, and how long they have been open.</summary>
/// <remarks>
/// <code>backlog = tickets created at or before the instant and not resolved by then</code> The value is a count;
/// <c>default</c> holds no data, which differs from a backlog of 0.
/// The instant is part of the figure. The backlogs of several teams at one instant add up;
/// those of one team at several instants do not, because they contain the same tickets. The count is complete and not a sample, so its limits are the value
/// itself. A change is shown without limits for the same reason, and because two instants share tickets, so that no test of independent counts applies.
/// It can be created from one ticket, many tickets, or a <see cref="DurationTally"/>. Records with different instants neither combine nor compare.
/// Source: a common definition of service-desk reporting without a single author. Little's law relates it to flow: J. Little, "A Proof for the Queuing
/// Formula: L = λW", Operations Research, 1961.
/// <para>Pitfalls: giving a backlog without its ages, since ten tickets of today differ from ten of last year;
/// reading a falling resolution time alone while the old tickets wait.</para>
/// <example>Tickets are created on days 0, 3 and 9, and the second is resolved on day 5: on day 10 the backlog is 2, and the oldest is 10 days old.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<Backlog>))]
[TypeFormatterSource(typeof(KpiFormatters<Backlog>))]
public readonly record struct Backlog : IKpi<Backlog>, IJsonRecord<Backlog>
{
    private const string Order = "must not be resolved before they are created";

    /// <summary>Creates the backlog from the ages of its tickets; most callers use <see cref="FromTickets"/>.</summary>
    /// <param name="evidence">The age of each open ticket, or the totals of the ages.</param>
    /// <param name="oldest">The age of the oldest open ticket; <see langword="null"/> when it is not known.</param>
    /// <param name="asOf">The instant of the count; <see langword="null"/> only when there is no data.</param>
    /// <param name="invalid">The number of malformed tickets, which do not count; not negative.</param>
    /// <exception cref="ArgumentException">There are tickets or an age, but no instant.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="invalid"/> is negative, or <paramref name="oldest"/> is negative, exceeds
    /// the total of the ages, is below their mean, or is given although there are no tickets.</exception>
    public Backlog(DurationTally evidence, Duration? oldest, Instant? asOf, long invalid)
    {
        Invalid = Guard.NotNegative(invalid);
        if (asOf is null && (evidence != default || oldest is not null || invalid > 0))
        {
            throw new ArgumentException($"{nameof(asOf)} must be stated: a backlog is counted at an instant", nameof(asOf));
        }

        if (oldest is { } age && (evidence.N == 0 || age < evidence.Average || age > evidence.Total))
        {
            throw Guard.Outside(nameof(oldest), "must lie between the mean and the total of the ages", age);
        }

        Evidence = evidence;
        Oldest = oldest;
        AsOf = asOf;
    }

    /// <inheritdoc cref="Backlog(DurationTally, Duration?, Instant?, long)"/>
    public Backlog(DurationTally evidence, Duration? oldest, Instant? asOf)
        : this(evidence, oldest, asOf, 0)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Backlog",
        "Backlog",
        KpiUnit.Count,
        KpiDirection.LowerIsBetter,
        "tickets created and not resolved by an instant",
        "Common definition of service-desk reporting; no single author");

    /// <summary>Always <see langword="true"/>: the backlog of a month is that of its last count, not the sum of its days.</summary>
    public static bool IsLevel => true;

    /// <summary>The age of each open ticket, or the totals of the ages.</summary>
    public DurationTally Evidence { get; }

    /// <summary>The age of the oldest open ticket; <see langword="null"/> when no ticket is open or the age is not known.</summary>
    public Duration? Oldest { get; }

    /// <summary>The instant at which the tickets were counted; <see langword="null"/> when there is no data.</summary>
    public Instant? AsOf { get; }

    /// <summary>The number of malformed tickets that a tolerant method left out: resolved before they were created.</summary>
    public long Invalid { get; }

    /// <summary>The number of open tickets.</summary>
    public long Open => Evidence.N;

    /// <summary>The mean age of the open tickets; <see langword="null"/> when no ticket is open.</summary>
    public Duration? AverageAge => Evidence.Average;

    /// <inheritdoc/>
    public double? Value => AsOf is null ? null : Open;

    /// <inheritdoc/>
    public long N => Open;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Ticket;

    /// <inheritdoc/>
    public IReadOnlyList<LeftOutCount> LeftOut => LeftOutCount.Of((LeftOutKind.Invalid, Invalid));

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(ServiceRules.AsOf(AsOf));

    /// <summary>Creates the backlog from one ticket.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="asOf">The instant of the count.</param>
    /// <returns>A backlog of 1 when the ticket was open, and of 0 when it was not yet created or already resolved.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ticket was resolved before it was created.</exception>
    public static Backlog FromTicket(Ticket ticket, Instant asOf) =>
        FromTicketTolerant(ticket, asOf) is { Invalid: 0 } valid ? valid : throw Guard.Outside(nameof(ticket), Order, ticket);

    /// <summary>Creates the backlog from one ticket; a malformed one counts as <see cref="Invalid"/>.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="asOf">The instant of the count.</param>
    /// <returns>A backlog of 1 when the ticket was open, and of 0 when it was not yet created, already resolved, or malformed.</returns>
    public static Backlog FromTicketTolerant(Ticket ticket, Instant asOf) => FromTicketsTolerant([ticket], asOf);

    /// <summary>Creates the backlog from many tickets.</summary>
    /// <param name="tickets">All tickets, including resolved ones, in any order.</param>
    /// <param name="asOf">The instant of the count, which may lie before the end of the log.</param>
    /// <returns>The backlog of the tickets created at or before the instant and not resolved by then.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tickets"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A ticket was resolved before it was created; the message names its position.</exception>
    public static Backlog FromTickets(IEnumerable<Ticket> tickets, Instant asOf) => Of(tickets, asOf, Order);

    /// <summary>Creates the backlog from many tickets; malformed ones count as <see cref="Invalid"/>.</summary>
    /// <param name="tickets">All tickets, including resolved ones, in any order.</param>
    /// <param name="asOf">The instant of the count, which may lie before the end of the log.</param>
    /// <returns>The backlog of the tickets created at or before the instant and not resolved by then.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tickets"/> is <see langword="null"/>.</exception>
    public static Backlog FromTicketsTolerant(IEnumerable<Ticket> tickets, Instant asOf) => Of(tickets, asOf, null);

    /// <summary>Collects the ages of the open tickets one by one, for the median age and for the share older than a limit.</summary>
    /// <param name="tickets">All tickets, including resolved ones, in any order.</param>
    /// <param name="asOf">The instant of the count.</param>
    /// <returns>The sample of ages; <c>ShareWithin(limit).Complement()</c> of it is the share older than the limit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tickets"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A ticket was resolved before it was created; the message names its position. Or a ticket has been open
    /// for longer than 292 years.</exception>
    public static DurationSample AgesOf(IEnumerable<Ticket> tickets, Instant asOf)
    {
        List<Duration> ages = [];
        Read(tickets, asOf, Order, ages);
        return DurationSample.FromDurations([.. ages], open: 0, nameof(tickets));
    }

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95)
    {
        Guard.Confidence(confidence);
        return Value is { } value ? FinitePopulation.Census(value, confidence, IntervalMethod.None, Open).In(Definition) : null;
    }

    /// <summary>Calculates the difference from a baseline, usually of an earlier instant; it is exact and has no limits.</summary>
    /// <param name="baseline">The backlog to compare with; its instant may differ.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded; it does not change the result and is only recorded in it.</param>
    /// <returns>The change in tickets; <see langword="null"/> when either backlog is undefined.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public Change? ChangeFrom(Backlog baseline, double confidence = 0.95)
    {
        Guard.Confidence(confidence);
        return AsOf is null || baseline.AsOf is null ? null : new Change
        {
            Difference = Open - baseline.Open,
            Confidence = confidence,
            Method = IntervalMethod.None,
            Direction = Definition.Direction,
            Flags = EstimateFlags.Census,
        };
    }

    /// <inheritdoc/>
    public Backlog Combine(Backlog other)
    {
        Instant? asOf = SharedRule.Of(this, AsOf, other, other.AsOf, "instant");
        return new(Evidence.Combine(other.Evidence), Older(other), asOf, Guard.Add(Invalid, other.Invalid));
    }

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    /// <summary>The older of two ages; not known when it is not known for one that has tickets.</summary>
    private Duration? Older(Backlog other) =>
        Open == 0 ? other.Oldest
        : other.Open == 0 ? Oldest
        : Oldest is { } mine && other.Oldest is { } theirs ? Duration.Max(mine, theirs) : null;

    private static Backlog Of(IEnumerable<Ticket> tickets, Instant asOf, string? rule)
    {
        List<Duration> ages = [];
        TicketTimes read = Read(tickets, asOf, rule, ages);
        return new(read.Ended, ages.Count == 0 ? null : ages.Max(), asOf, read.Invalid);
    }

    private static TicketTimes Read(IEnumerable<Ticket> tickets, Instant asOf, string? rule, List<Duration> ages) =>
        TicketTimes.Read(tickets, new Age(asOf), rule, each: ages);

    private static Duration? AgeAt(Ticket ticket, Instant asOf) =>
        ticket.Created <= asOf && (ticket.Resolved is not { } resolved || resolved > asOf) ? asOf - ticket.Created : null;

    static Backlog IJsonRecord<Backlog>.Json(JsonMembers<Backlog> json) => new(
        json.Record(nameof(Evidence), x => x.Evidence),
        json.Optional(nameof(Oldest), x => x.Oldest),
        json.Optional(nameof(AsOf), x => x.AsOf),
        json.Value(nameof(Invalid), x => x.Invalid));

    private readonly struct Age(Instant asOf) : ITicketTime
    {
        public Duration? Of(in Ticket ticket) => ticket.TimeToResolution < Duration.Zero ? ticket.TimeToResolution : AgeAt(ticket, asOf);
    }
}
