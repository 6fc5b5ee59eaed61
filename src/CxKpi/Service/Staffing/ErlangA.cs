using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi.Practices;

/// <summary>What so many agents make of a forecast when customers wait as long as their patience lasts and then hang up: the Erlang A formula.</summary>
/// <remarks>
/// <code>P(wait) = AB / (1 + (A − 1)B),   P(abandon | wait) = 1 − (1 − 1/A)/ρ,   average wait = P(abandon) · patience</code>
/// B is the Erlang B formula, ρ = load / agents, and A = 1 + Σ y^j / ((x + 1)…(x + j)) with x = agents · patience / handle time and y = ρx.
/// Contacts come at random, handle times and patience vary exponentially. A queue that is left does not grow without end: everything is defined with any number
/// of agents.
/// Source: C. Palm, "Research on telephone traffic carried by full availability groups", Tele 1957; A. Mandelbaum and S. Zeltyn, "Service engineering in
/// action: the Palm/Erlang-A queue", 2007.
/// <para>Pitfalls: taking the average wait before hanging up for the patience, which is longer, because most are answered before they lose it; the patience is
/// the total time waited by all contacts over the number that were abandoned.</para>
/// <example>100 calls in half an hour of 3 minutes each, 13 agents and a patience of 5 minutes: 22.6 % wait and 2.5 % hang up.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ErlangA>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct ErlangA : IJsonRecord<ErlangA>
{
    private const double MostPatient = 1e12;

    // 1/A: with twice the load that the agents can bear, and a patience of many handle times, A itself leaves the range of a double.
    private readonly double inverse;

    /// <summary>Creates the queue.</summary>
    /// <param name="forecast">The contacts expected.</param>
    /// <param name="agents">The number of agents who are ready for contacts; at least 1, at most 10,000,000.</param>
    /// <param name="patience">The average time that customers are willing to wait; positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no agent or more than ten million, or the patience is not positive.</exception>
    public ErlangA(ContactForecast forecast, int agents, Duration patience)
    {
        Forecast = forecast;
        Agents = ContactForecast.RequireAgents(agents);
        Patience = patience > Duration.Zero ? patience : throw Guard.Outside(nameof(patience), "must be greater than zero", patience);
        _ = Capacity <= MostPatient
            ? Capacity
            : throw Guard.Outside(nameof(patience), $"must not be so long beside the handle time: take {nameof(ErlangC)}, in which nobody hangs up", patience);
        inverse = Load == 0 ? 1 : Inverse(Capacity, Demand);
        ProbabilityOfWaiting = Load == 0 ? 0 : 1 / (1 + inverse / (Load / agents * Blocking.Of(Load, agents - 1)));
    }

    /// <inheritdoc cref="ErlangA(ContactForecast, int, Duration)"/>
    [OverloadResolutionPriority(-1)]
    public ErlangA(ContactForecast forecast, int agents, TimeSpan patience)
        : this(forecast, agents, Duration.FromTimeSpan(patience))
    {
    }

    /// <summary>The contacts expected.</summary>
    public ContactForecast Forecast { get; }

    /// <summary>The number of agents who are ready for contacts.</summary>
    public int Agents { get; }

    /// <summary>The average time that customers are willing to wait.</summary>
    public Duration Patience { get; }

    /// <summary>The share of contacts that find no agent free, in [0, 1].</summary>
    public double ProbabilityOfWaiting { get; }

    /// <summary>The share of contacts that are abandoned, in [0, 1].</summary>
    public double Abandonment => ProbabilityOfWaiting == 0 ? 0 : ProbabilityOfWaiting * Math.Clamp(1 - AnsweredOfWaiting, 0, 1);

    /// <summary>The average wait of all contacts, whether they are answered or abandoned, those answered at once included.</summary>
    public Duration AverageWait => Patience * Abandonment;

    /// <summary>The share of time in which agents handle contacts, in [0, 1].</summary>
    public double Occupancy => Agents == 0 ? 0 : Math.Min(1, Load * (1 - Abandonment) / Agents);

    // By a smaller load nothing can be divided, and no digit shows it.
    private double Load => Forecast.Load >= 1e-200 ? Forecast.Load : 0;

    /// <summary>x: what the agents can answer while somebody is patient.</summary>
    private double Capacity => Agents * HandleTimes;

    /// <summary>y: what comes while somebody is patient.</summary>
    private double Demand => Load * HandleTimes;

    // A forecast by default has no handle time, and no contacts either.
    private double HandleTimes => Load == 0 ? 0 : Patience / Forecast.HandleTime;

    private double AnsweredOfWaiting => Load == 0 ? 1 : Agents / Load * (1 - inverse);

    /// <summary>Calculates the share of all contacts that are answered within a time.</summary>
    /// <param name="within">The time; not negative.</param>
    /// <returns>The share, in [0, 1]: those abandoned are in the base, as in <see cref="ServiceLevelRule.AnsweredOverOffered"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public double ServiceLevel(Duration within)
    {
        Guard.NotNegative(within);
        if (Load == 0)
        {
            return 1;
        }

        // Of those who wait, whoever would wait v is answered if his patience is longer: the density of v times e^(−v/patience), up to the time allowed, is
        // an incomplete gamma integral. Where that underflows, at less load than the agents can bear, what lies beyond the time is the same queue with less
        // demand.
        double x = Capacity, y = Demand, later = y * Math.Exp(-(within / Patience));
        double answered = y < x
            ? AnsweredOfWaiting - x / (x + 1) * Math.Exp(y - later - (x + 1) * (within / Patience)) * GammaFunctions.Series(x + 1, later) * inverse
            : x / y * (GammaFunctions.Incomplete(x + 1, y).Lower - GammaFunctions.Incomplete(x + 1, later).Lower) / GammaFunctions.Incomplete(x, y).Lower;
        return Math.Clamp(1 - ProbabilityOfWaiting * (1 - answered), 0, 1);
    }

    /// <inheritdoc cref="ServiceLevel(Duration)"/>
    [OverloadResolutionPriority(-1)]
    public double ServiceLevel(TimeSpan within) => ServiceLevel(Duration.FromTimeSpan(within));

    /// <summary>Finds the fewest agents with whom a share of contacts is answered within a time.</summary>
    /// <param name="forecast">The contacts expected.</param>
    /// <param name="patience">The average time that customers are willing to wait; positive.</param>
    /// <param name="serviceLevel">The share to be answered in time, such as 0.8; between 0 and 1, both excluded.</param>
    /// <param name="within">The time, such as 20 seconds; not negative.</param>
    /// <returns>The queue with as many agents.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The service level does not lie between 0 and 1, the time is negative, or the patience is not
    /// positive.</exception>
    public static ErlangA AgentsFor(ContactForecast forecast, Duration patience, double serviceLevel, Duration within)
    {
        Guard.Confidence(serviceLevel);
        Guard.NotNegative(within);

        // More agents never answer fewer in time, and those of a patient queue, for whom ten times the load is ample, are enough.
        int enough = LeastInteger.Where(
            agents => new ErlangA(forecast, agents, patience).ServiceLevel(within) >= serviceLevel,
            ContactForecast.MostAgents)!.Value;
        return new(forecast, enough, patience);
    }

    /// <inheritdoc cref="AgentsFor(ContactForecast, Duration, double, Duration)"/>
    [OverloadResolutionPriority(-1)]
    public static ErlangA AgentsFor(ContactForecast forecast, TimeSpan patience, double serviceLevel, TimeSpan within) =>
        AgentsFor(forecast, Duration.FromTimeSpan(patience), serviceLevel, Duration.FromTimeSpan(within));

    /// <summary>The queue as invariant text.</summary>
    /// <returns>Text for display, such as <c>13 agents for 10 erlangs: 22.6 % wait, 2.5 % hang up</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Agents} agents for {Load:0.##} erlangs: {100 * ProbabilityOfWaiting:0.0} % wait, {100 * Abandonment:0.0} % hang up");

    /// <summary>1/A, by the series where that converges at once, and else by A = x·P(x, y) / (y^x·e^(−y) / Γ(x)).</summary>
    private static double Inverse(double x, double y)
    {
        if (y < x)
        {
            return 1 / GammaFunctions.Series(x, y);
        }

        TailProbabilities gamma = GammaFunctions.Incomplete(x, y);
        return gamma.Slope / (x * gamma.Lower);
    }

    static ErlangA IJsonRecord<ErlangA>.Json(JsonMembers<ErlangA> json)
    {
        ContactForecast forecast = json.Record(nameof(Forecast), x => x.Forecast);
        int agents = json.Value(nameof(Agents), x => x.Agents);
        Duration patience = json.Value(nameof(Patience), x => x.Patience);
        return (forecast, agents, patience) == (default, 0, Duration.Zero) ? default : new(forecast, agents, patience);
    }
}
