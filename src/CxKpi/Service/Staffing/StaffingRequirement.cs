using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi.Practices;

/// <summary>The agents that one interval needs, and what they make of it.</summary>
/// <param name="Forecast">The contacts expected.</param>
/// <param name="Agents">The number of agents who must be ready for contacts.</param>
/// <param name="Scheduled">The number who must be on the roster, so that as many are ready in spite of breaks, training and absence.</param>
/// <param name="ServiceLevel">The share of contacts answered in time.</param>
/// <param name="Occupancy">The share of time in which the agents who are ready handle contacts.</param>
/// <param name="AverageWait">The average wait of all contacts.</param>
/// <param name="Abandonment">The share of contacts that are abandoned; 0 where everybody waits.</param>
[JsonConverter(typeof(RecordJsonConverter<StaffingRequirement>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record StaffingRequirement(
    ContactForecast Forecast,
    int Agents,
    int Scheduled,
    double ServiceLevel,
    double Occupancy,
    Duration AverageWait,
    double Abandonment) : IJsonRecord<StaffingRequirement>
{
    /// <summary>The time paid for in this interval: as many as are scheduled, all of it.</summary>
    /// <exception cref="OverflowException">The time would exceed <see cref="Duration.MaxValue"/>.</exception>
    public Duration PaidTime => Paid(Forecast.Interval.TotalDays * Scheduled, () => Forecast.Interval * Scheduled);

    /// <summary>The contacts expected.</summary>
    public ContactForecast Forecast { get; } = Forecast;

    /// <summary>The number of agents who must be ready for contacts; not negative.</summary>
    public int Agents { get; } = Guard.NotNegative(Agents);

    /// <summary>The number who must be on the roster, so that as many are ready in spite of breaks, training and absence; not negative.</summary>
    public int Scheduled { get; } = Guard.NotNegative(Scheduled);

    /// <summary>The share of contacts answered in time, in [0, 1].</summary>
    public double ServiceLevel { get; } = Guard.Probability(ServiceLevel);

    /// <summary>The share of time in which the agents who are ready handle contacts, in [0, 1].</summary>
    public double Occupancy { get; } = Guard.Probability(Occupancy);

    /// <summary>The average wait of all contacts; not negative.</summary>
    public Duration AverageWait { get; } = Guard.NotNegative(AverageWait);

    /// <summary>The share of contacts that are abandoned, in [0, 1]; 0 where everybody waits.</summary>
    public double Abandonment { get; } = Guard.Probability(Abandonment);

    internal static Duration Paid(double days, Func<Duration> time) => days < Duration.MaxValue.TotalDays
        ? time()
        : throw Guard.TooLarge("the paid time in days", Duration.MaxValue.TotalDays);

    /// <summary>The requirement as invariant text.</summary>
    /// <returns>Text for display, such as <c>14 agents, 20 scheduled: 88.8 % in time, occupancy 71.4 %</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Agents} agents, {Scheduled} scheduled: {100 * ServiceLevel:0.0} % in time, occupancy {100 * Occupancy:0.0} %");

    static StaffingRequirement IJsonRecord<StaffingRequirement>.Json(JsonMembers<StaffingRequirement> json) => new(
        json.Record(nameof(Forecast), x => x.Forecast),
        json.Value(nameof(Agents), x => x.Agents),
        json.Value(nameof(Scheduled), x => x.Scheduled),
        json.Value(nameof(ServiceLevel), x => x.ServiceLevel),
        json.Value(nameof(Occupancy), x => x.Occupancy),
        json.Value(nameof(AverageWait), x => x.AverageWait),
        json.Value(nameof(Abandonment), x => x.Abandonment));
}
