using CxKpi.Practices;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;

namespace CxKpi.Tests.Service;

public class StaffingLaws
{
    private static readonly Duration TwentySeconds = Duration.FromSeconds(20);

    private static Gen<(ContactForecast Forecast, int Agents, double Patience)> Cases { get; } =
        from load in Gen.Choose(1, 400)
        from agents in Gen.Choose(1, 60)
        from patience in Gen.Choose(1, 80)
        select (new ContactForecast(load / 10.0, Duration.FromMinutes(3), Duration.FromMinutes(3)), agents, patience / 10.0);

    [Property]
    public Property ErlangAIsItsBirthAndDeathChain() => Law.ForAll(Cases, x =>
    {
        ErlangA queue = new(x.Forecast, x.Agents, Duration.FromMinutes(3 * x.Patience));
        (double waiting, double abandoned) = Chain(x.Forecast.Load, x.Agents, x.Patience);
        return Math.Abs(queue.ProbabilityOfWaiting - waiting) < 1e-9 && Math.Abs(queue.Abandonment - abandoned) < 1e-9;
    });

    [Property]
    public Property ThePatientQueueIsErlangC() => Law.ForAll(Cases, x =>
    {
        ErlangC endless = new(x.Forecast, x.Agents);
        ErlangA patient = new(x.Forecast, x.Agents, Duration.FromDays(20_000));
        return endless.ProbabilityOfWaiting is not { } waiting || x.Forecast.Load > 0.95 * x.Agents
            || (Math.Abs(patient.ProbabilityOfWaiting - waiting) < 1e-4
                && Math.Abs(patient.ServiceLevel(TwentySeconds) - endless.ServiceLevel(TwentySeconds)!.Value) < 1e-4);
    });

    [Property]
    public Property WithAllTheTimeInTheWorldEveryoneIsAnsweredOrGone() => Law.ForAll(Cases, x =>
    {
        ErlangA queue = new(x.Forecast, x.Agents, Duration.FromMinutes(3 * x.Patience));
        return Math.Abs(queue.ServiceLevel(Duration.FromDays(30)) - (1 - queue.Abandonment)) < 1e-9
            && Math.Abs(queue.ServiceLevel(Duration.Zero) - (1 - queue.ProbabilityOfWaiting)) < 1e-12;
    });

    [Property]
    public Property AnsweredInTimeIsTheIntegralOverWaits() => Law.ForAll(Cases, x =>
    {
        ErlangA queue = new(x.Forecast, x.Agents, Duration.FromMinutes(3 * x.Patience));
        double load = x.Forecast.Load, end = 0.7 * x.Patience, all = 0, answered = 0;
        const int Steps = 40_000;
        double far = 60 * x.Patience, width = far / Steps;
        for (int i = 0; i < Steps; i++)
        {
            double wait = (i + 0.5) * width, density = Math.Exp(load * x.Patience * -double.ExpM1(-wait / x.Patience) - x.Agents * wait - Peak());
            all += density;
            answered += wait < end ? density * Math.Exp(-wait / x.Patience) : 0;
        }

        double expected = 1 - queue.ProbabilityOfWaiting * (1 - answered / all);
        return Math.Abs(queue.ServiceLevel(Duration.FromMinutes(3 * end)) - expected) < 0.02;

        double Peak() => load <= x.Agents ? 0 : x.Patience * (load - x.Agents - x.Agents * Math.Log(load / x.Agents));
    });

    [Property]
    public Property TheAgentsFoundAreTheFewest() => Law.ForAll(Cases, x =>
    {
        ErlangC waiting = ErlangC.AgentsFor(x.Forecast, 0.8, TwentySeconds);
        ErlangA leaving = ErlangA.AgentsFor(x.Forecast, Duration.FromMinutes(3 * x.Patience), 0.8, TwentySeconds);
        return waiting.ServiceLevel(TwentySeconds) >= 0.8 && leaving.ServiceLevel(TwentySeconds) >= 0.8
            && (waiting.Agents == 1 || !(new ErlangC(x.Forecast, waiting.Agents - 1).ServiceLevel(TwentySeconds) >= 0.8))
            && (leaving.Agents == 1 || new ErlangA(x.Forecast, leaving.Agents - 1, leaving.Patience).ServiceLevel(TwentySeconds) < 0.8)
            && leaving.Agents <= waiting.Agents;
    });

    /// <summary>The states of the queue one by one, with a handle time of 1: the share that finds no agent free, and the share that hangs up.</summary>
    private static (double Waiting, double Abandoned) Chain(double load, int agents, double patience)
    {
        double state = 1, all = 1, busy = agents == 0 ? 1 : 0, hangUps = 0;
        for (int n = 1; n < 100_000 && (state > 1e-300 || n < load); n++)
        {
            state *= load / (Math.Min(n, agents) + Math.Max(0, n - agents) / patience);
            all += state;
            busy += n >= agents ? state : 0;
            hangUps += state * Math.Max(0, n - agents) / patience;
        }

        return (busy / all, hangUps / all / load);
    }
}
