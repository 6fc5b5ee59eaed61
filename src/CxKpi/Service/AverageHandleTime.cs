using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>Average handle time (AHT): how long an agent is busy with a contact on average, with talk, hold and after-contact work together.</summary>
/// <remarks>
/// <code>AHT = (talk + hold + after-contact work) / contacts handled</code> The value is in seconds and is also given as a <see cref="Duration"/>;
/// <c>default</c> holds no data.
/// Outbound contacts also include the time of dialling.
/// It can be created from totals, the handle time of each contact, or a <see cref="DurationTally"/>.
/// Source: B. Cleveland, "Call Center Management on Fast Forward", 2012. In French it is the DMT, as opposed to the DMC, which is talk time alone.
/// <para>Pitfalls: leaving out hold or after-contact work; averaging the averages of agents or hours (combine the records instead);
/// counting a transferred contact once per agent; taking a low value for good in itself, since first-contact resolution may raise it.</para>
/// <example>4 minutes of talk and 3 minutes of after-contact work: 7 minutes.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<AverageHandleTime>))]
[TypeFormatterSource(typeof(KpiFormatters<AverageHandleTime>))]
public readonly record struct AverageHandleTime : IKpi<AverageHandleTime>, IJsonRecord<AverageHandleTime>
{
    private readonly DurationTally evidence;

    /// <summary>Creates the average from the evidence of its durations.</summary>
    /// <param name="evidence">The handle time of each contact, or its totals.</param>
    public AverageHandleTime(DurationTally evidence) => this.evidence = evidence;

    /// <summary>Creates the average from totals; several such records together have an interval.</summary>
    /// <param name="handled">The number of contacts handled; not negative.</param>
    /// <param name="talk">The total talk time; not negative.</param>
    /// <param name="hold">The total hold time; not negative.</param>
    /// <param name="wrapUp">The total time of after-contact work; not negative.</param>
    /// <param name="dialling">The total time of dialling and ringing, for outbound contacts; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, or there is time without a contact.</exception>
    public AverageHandleTime(long handled, Duration talk, Duration hold, Duration wrapUp, Duration dialling = default)
        : this(DurationTally.FromTotal(
            Together(Guard.NotNegative(talk), Guard.NotNegative(hold), Guard.NotNegative(wrapUp), Guard.NotNegative(dialling)),
            handled,
            nameof(handled)))
    {
    }

    /// <inheritdoc cref="AverageHandleTime(long, Duration, Duration, Duration, Duration)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public AverageHandleTime(long handled, Duration talk, Duration hold, Duration wrapUp)
        : this(handled, talk, hold, wrapUp, default)
    {
    }

    /// <inheritdoc cref="AverageHandleTime(long, Duration, Duration, Duration, Duration)"/>
    [OverloadResolutionPriority(-1)]
    public AverageHandleTime(long handled, TimeSpan talk, TimeSpan hold, TimeSpan wrapUp)
        : this(handled, Duration.FromTimeSpan(talk), Duration.FromTimeSpan(hold), Duration.FromTimeSpan(wrapUp), default)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Average handle time",
        "AHT",
        KpiUnit.Seconds,
        KpiDirection.Neutral,
        "(talk + hold + after-contact work) / contacts handled",
        "B. Cleveland, Call Center Management on Fast Forward, ICMI Press, 2012");

    /// <summary>The handle time of each contact, or its totals.</summary>
    public DurationTally Evidence => evidence;

    /// <summary>The average as a duration; <see langword="null"/> when nothing was handled.</summary>
    public Duration? Average => Evidence.Average;

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Contact;

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the average from the handle time of each contact.</summary>
    /// <param name="handleTimes">The sum of talk, hold and after-contact work of each contact; none negative.</param>
    /// <returns>The average.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative; the message names its position.</exception>
    public static AverageHandleTime FromContacts(ReadOnlySpan<Duration> handleTimes) => new(DurationTally.FromDurations(handleTimes, nameof(handleTimes)));

    /// <inheritdoc cref="FromContacts(ReadOnlySpan{Duration})"/>
    /// <exception cref="ArgumentNullException"><paramref name="handleTimes"/> is <see langword="null"/>.</exception>
    public static AverageHandleTime FromContacts(Duration[] handleTimes) => FromContacts(new ReadOnlySpan<Duration>(Guard.NotNull(handleTimes)));

    /// <summary>Creates the average from the handle time of each contact.</summary>
    /// <param name="handleTimes">The sum of talk, hold and after-contact work of each contact; none negative.</param>
    /// <returns>The average.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="handleTimes"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative; the message names its position.</exception>
    public static AverageHandleTime FromContacts(IEnumerable<Duration> handleTimes) =>
        new(DurationTally.FromDurations(handleTimes, nameof(handleTimes)));

    /// <inheritdoc cref="FromContacts(IEnumerable{Duration})"/>
    [OverloadResolutionPriority(-1)]
    public static AverageHandleTime FromContacts(IEnumerable<TimeSpan> handleTimes) => FromContacts(Guard.NotNull(handleTimes).Select(Duration.FromTimeSpan));

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(AverageHandleTime baseline, double confidence = 0.95) =>
        Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);

    /// <inheritdoc/>
    public AverageHandleTime Combine(AverageHandleTime other) => new(Evidence.Combine(other.Evidence));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IKpi<AverageHandleTime>.Accumulate(ref AverageHandleTime total, in AverageHandleTime record) =>
        DurationTally.Accumulate(ref Unsafe.AsRef(in total.evidence), in record.evidence);

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private static Duration Together(Duration talk, Duration hold, Duration wrapUp, Duration dialling) =>
        talk.TotalDays + hold.TotalDays + wrapUp.TotalDays + dialling.TotalDays < Duration.MaxValue.TotalDays
            ? talk + hold + wrapUp + dialling
            : throw Guard.Outside(nameof(talk), "must not add up with the other times to more than there is room for, which is 45,000 years", talk);

    static AverageHandleTime IJsonRecord<AverageHandleTime>.Json(JsonMembers<AverageHandleTime> json) => new(
        json.Record(nameof(Evidence), x => x.Evidence));
}
