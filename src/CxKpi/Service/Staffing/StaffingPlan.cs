using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi.Practices;

/// <summary>From a forecast to a roster: the agents that each interval needs for a service level, and the time that is paid for.</summary>
/// <remarks>
/// <code>scheduled = agents / (1 − shrinkage)</code>
/// Each interval is planned by <see cref="ErlangC"/>, or by <see cref="ErlangA"/> where the patience of customers is known. Numbers of agents are rounded up.
/// <para>Pitfalls: adding the shrinkage to the agents instead of dividing by what it leaves (14 agents and 30 % are 20 and not 19); planning by a day's
/// average, which is too few at its peak and too many elsewhere.</para>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<StaffingPlan>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed class StaffingPlan : IJsonRecord<StaffingPlan>
{
    private StaffingPlan(IReadOnlyList<StaffingRequirement> intervals) => Intervals = intervals;

    /// <summary>The requirement of each interval, in the order of the forecast.</summary>
    public IReadOnlyList<StaffingRequirement> Intervals { get; }

    /// <summary>The most agents that any interval needs ready; 0 without intervals.</summary>
    public int MostAgents => Intervals.Select(interval => interval.Agents).DefaultIfEmpty().Max();

    /// <summary>The most agents that any interval needs on the roster; 0 without intervals.</summary>
    public int MostScheduled => Intervals.Select(interval => interval.Scheduled).DefaultIfEmpty().Max();

    /// <summary>The time paid for, over all intervals.</summary>
    /// <exception cref="OverflowException">The time would exceed <see cref="Duration.MaxValue"/>.</exception>
    public Duration PaidTime => StaffingRequirement.Paid(
        Intervals.Sum(interval => interval.PaidTime.TotalDays),
        () => Intervals.Aggregate(Duration.Zero, (sum, interval) => sum + interval.PaidTime));

    /// <summary>The share of all contacts that are answered in time; <see langword="null"/> when none is expected.</summary>
    public double? ServiceLevel
    {
        get
        {
            double contacts = Intervals.Sum(interval => interval.Forecast.Contacts);
            return contacts > 0 ? Intervals.Sum(interval => interval.Forecast.Contacts * interval.ServiceLevel) / contacts : null;
        }
    }

    /// <summary>Plans the agents of each interval.</summary>
    /// <param name="forecast">The contacts expected in each interval.</param>
    /// <param name="serviceLevel">The share to be answered in time in each interval, such as 0.8; between 0 and 1, both excluded.</param>
    /// <param name="within">The time, such as 20 seconds; not negative.</param>
    /// <param name="shrinkage">The share of paid time in which agents are not ready for contacts, such as 0.3; at least 0 and below 1;
    /// <see cref="Shrinkage"/> measures it.</param>
    /// <param name="patience">The average time that customers are willing to wait; <see langword="null"/> when everybody waits.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="forecast"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The service level does not lie between 0 and 1, the shrinkage not in [0, 1), the time is negative, or
    /// the patience is not positive.</exception>
    public static StaffingPlan For(
        IEnumerable<ContactForecast> forecast,
        double serviceLevel,
        Duration within,
        double shrinkage = 0,
        Duration? patience = null)
    {
        _ = shrinkage is >= 0 and < 1
            ? shrinkage
            : throw Guard.Outside(nameof(shrinkage), "must be at least 0 and below 1", shrinkage, Guard.Fraction(shrinkage));
        return new([.. Guard.NotNull(forecast).Select(Required)]);

        StaffingRequirement Required(ContactForecast interval)
        {
            if (patience is { } known)
            {
                ErlangA leaving = ErlangA.AgentsFor(interval, known, serviceLevel, within);
                return new(
                    interval,
                    leaving.Agents,
                    Scheduled(leaving.Agents),
                    leaving.ServiceLevel(within),
                    leaving.Occupancy,
                    leaving.AverageWait,
                    leaving.Abandonment);
            }

            // Enough agents for any service level are more than the load, so that all of it is defined.
            ErlangC waiting = ErlangC.AgentsFor(interval, serviceLevel, within);
            return new(
                interval,
                waiting.Agents,
                Scheduled(waiting.Agents),
                waiting.ServiceLevel(within)!.Value,
                waiting.Occupancy!.Value,
                waiting.AverageSpeedOfAnswer
                    ?? throw Guard.Outside(nameof(forecast), "must have contacts short enough that the average wait can be told", interval),
                Abandonment: 0);
        }

        // A quotient that rounding carries just above a whole number needs no further agent.
        int Scheduled(int agents) => Math.Ceiling(agents / (1 - shrinkage) * (1 - 1e-12)) is var roster && roster <= int.MaxValue
            ? (int)roster
            : throw Guard.Outside(nameof(shrinkage), "must leave some time for contacts", shrinkage);
    }

    /// <inheritdoc cref="For(IEnumerable{ContactForecast}, double, Duration, double, Duration?)"/>
    [OverloadResolutionPriority(-1)]
    public static StaffingPlan For(
        IEnumerable<ContactForecast> forecast,
        double serviceLevel,
        TimeSpan within,
        double shrinkage = 0,
        TimeSpan? patience = null) =>
        For(forecast, serviceLevel, Duration.FromTimeSpan(within), shrinkage, patience is { } known ? Duration.FromTimeSpan(known) : null);

    /// <summary>The plan as invariant text, one line per interval.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() =>
        string.Join(Environment.NewLine, Intervals.Select((interval, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}: {interval}")));

    static StaffingPlan IJsonRecord<StaffingPlan>.Json(JsonMembers<StaffingPlan> json) => new(
        json.Records(nameof(Intervals), x => x.Intervals));
}
