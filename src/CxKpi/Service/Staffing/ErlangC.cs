using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi.Practices;

/// <summary>What so many agents make of a forecast when everybody waits until an agent is free: the Erlang C formula.</summary>
/// <remarks>
/// <code>P(wait) = B / (1 − ρ(1 − B)),   ρ = load / agents,   service level = 1 − P(wait)·e^(−(agents − load)·T / handle time)</code>
/// B is the Erlang B formula, computed by its recursion and not by factorials, so that loads of thousands are no difficulty.
/// Contacts come at random, handle times vary exponentially, and nobody hangs up. Where agents are not more than the load, the queue grows without end and
/// nothing of this is defined.
/// Source: A. K. Erlang, "Løsning af nogle Problemer fra Sandsynlighedsregningen af Betydning for de automatiske Telefoncentraler", 1917.
/// <para>Pitfalls: a queue that many leave, for which it asks for too many agents (see <see cref="ErlangA"/>); taking the agents needed for those who must be
/// scheduled (see <see cref="StaffingRequirement"/>).</para>
/// <example>100 calls in half an hour of 3 minutes each and 14 agents: 17.4 % wait, 88.8 % are answered within 20 seconds, after 7.8 seconds on
/// average.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ErlangC>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct ErlangC : IJsonRecord<ErlangC>
{
    /// <summary>Creates the queue.</summary>
    /// <param name="forecast">The contacts expected.</param>
    /// <param name="agents">The number of agents who are ready for contacts; at least 1, at most 10,000,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no agent or more than ten million.</exception>
    public ErlangC(ContactForecast forecast, int agents)
    {
        Forecast = forecast;
        Agents = ContactForecast.RequireAgents(agents);
        double load = forecast.Load;
        ProbabilityOfWaiting = load < agents ? Waiting(Blocking.Of(load, agents), load, agents) : null;
    }

    private ErlangC(ContactForecast forecast, int agents, double waiting)
    {
        Forecast = forecast;
        Agents = agents;
        ProbabilityOfWaiting = waiting;
    }

    /// <summary>The contacts expected.</summary>
    public ContactForecast Forecast { get; }

    /// <summary>The number of agents who are ready for contacts.</summary>
    public int Agents { get; }

    /// <summary>The share of time in which agents handle contacts, in [0, 1]; <see langword="null"/> when the queue grows without end.</summary>
    public double? Occupancy => ProbabilityOfWaiting is null ? null : Forecast.Load / Agents;

    /// <summary>The share of contacts that wait at all, in [0, 1]; <see langword="null"/> when the queue grows without end.</summary>
    public double? ProbabilityOfWaiting { get; }

    /// <summary>The average wait of all contacts, those answered at once included; <see langword="null"/> when the queue grows without end, and
    /// when it is longer than <see cref="Duration.MaxValue"/>.</summary>
    public Duration? AverageSpeedOfAnswer => AverageSeconds is { } seconds && seconds < Duration.MaxValue.TotalSeconds ? Duration.FromSeconds(seconds) : null;

    /// <summary>The same in seconds, not rounded to nanoseconds.</summary>
    internal double? AverageSeconds => ProbabilityOfWaiting * Forecast.HandleTime.TotalSeconds / (Agents - Forecast.Load);

    /// <summary>Calculates the share of contacts that are answered within a time.</summary>
    /// <param name="within">The time; not negative.</param>
    /// <returns>The share, in [0, 1]; <see langword="null"/> when the queue grows without end.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public double? ServiceLevel(Duration within)
    {
        Guard.NotNegative(within);
        return ProbabilityOfWaiting is { } waiting ? Answered(waiting, Forecast, Agents, within) : null;
    }

    /// <inheritdoc cref="ServiceLevel(Duration)"/>
    [OverloadResolutionPriority(-1)]
    public double? ServiceLevel(TimeSpan within) => ServiceLevel(Duration.FromTimeSpan(within));

    /// <summary>Finds the fewest agents with whom a share of contacts is answered within a time.</summary>
    /// <param name="forecast">The contacts expected.</param>
    /// <param name="serviceLevel">The share to be answered in time, such as 0.8; between 0 and 1, both excluded.</param>
    /// <param name="within">The time, such as 20 seconds; not negative.</param>
    /// <returns>The queue with as many agents.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The service level does not lie between 0 and 1, or the time is negative.</exception>
    public static ErlangC AgentsFor(ContactForecast forecast, double serviceLevel, Duration within)
    {
        Guard.Confidence(serviceLevel);
        Guard.NotNegative(within);
        double load = forecast.Load, blocked = 1;
        for (int agents = 1; ; agents++)
        {
            blocked = Blocking.WithOneMore(blocked, load, agents);
            if (agents > load && Waiting(blocked, load, agents) is var waiting && Answered(waiting, forecast, agents, within) >= serviceLevel)
            {
                return new(forecast, agents, waiting);
            }
        }
    }

    /// <inheritdoc cref="AgentsFor(ContactForecast, double, Duration)"/>
    [OverloadResolutionPriority(-1)]
    public static ErlangC AgentsFor(ContactForecast forecast, double serviceLevel, TimeSpan within) =>
        AgentsFor(forecast, serviceLevel, Duration.FromTimeSpan(within));

    /// <summary>The queue as invariant text.</summary>
    /// <returns>Text for display, such as <c>14 agents for 10 erlangs: 17.4 % wait</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Agents} agents for {Forecast.Load:0.##} erlangs: ")
        + (ProbabilityOfWaiting is { } waiting ? string.Create(CultureInfo.InvariantCulture, $"{100 * waiting:0.0} % wait") : "the queue grows without end");

    private static double Waiting(double blocked, double load, int agents) => blocked / (1 - load / agents * (1 - blocked));

    private static double Answered(double waiting, ContactForecast forecast, int agents, Duration within) => forecast.Load == 0
        ? 1
        : 1 - waiting * Math.Exp(-(agents - forecast.Load) * (within / forecast.HandleTime));

    static ErlangC IJsonRecord<ErlangC>.Json(JsonMembers<ErlangC> json)
    {
        ContactForecast forecast = json.Record(nameof(Forecast), x => x.Forecast);
        int agents = json.Value(nameof(Agents), x => x.Agents);
        return (forecast, agents) == (default, 0) ? default : new(forecast, agents);
    }
}
