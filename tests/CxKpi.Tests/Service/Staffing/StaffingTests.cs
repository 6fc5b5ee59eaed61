using CxKpi.Practices;
using NodaTime;

namespace CxKpi.Tests.Service;

public class StaffingTests
{
    private static readonly ContactForecast Ten = new(100, Duration.FromMinutes(30), Duration.FromMinutes(3));

    private static readonly Duration TwentySeconds = Duration.FromSeconds(20);

    // Published: pyworkforce's example, and a page on the formula whose three figures are recalculated.
    [Fact]
    public void ErlangC_PublishedExamples_Agree()
    {
        ErlangC fourteen = new(Ten, 14), fiftyFive = new(new(360, Duration.FromMinutes(30), Duration.FromMinutes(4)), 55);

        Assert.Equal((0.1741, 0.8884, 0.7143), (Four(fourteen.ProbabilityOfWaiting), Four(fourteen.ServiceLevel(TwentySeconds)), Four(fourteen.Occupancy)));
        Assert.Equal((0.2387, 0.8727), (Four(fiftyFive.ProbabilityOfWaiting), Four(fiftyFive.Occupancy)));
        Assert.Equal(0.8459, Four(fiftyFive.ServiceLevel(Duration.FromSeconds(15))));
        Assert.Equal(8.18, fiftyFive.AverageSpeedOfAnswer!.Value.TotalSeconds, 0.005);
        Assert.Equal("14 agents for 10 erlangs: 17.4 % wait", fourteen.ToString());
    }

    [Fact]
    public void ErlangA_PublishedExample_AgreesWithTheExactChain()
    {
        ErlangA queue = new(Ten, 13, Duration.FromMinutes(5));

        Assert.Equal((0.2258, 0.0250), (Four(queue.ProbabilityOfWaiting), Four(queue.Abandonment)));
        Assert.Equal(0.1248, queue.AverageWait.TotalMinutes, 0.0001);
        Assert.Equal("13 agents for 10 erlangs: 22.6 % wait, 2.5 % hang up", queue.ToString());
    }

    [Fact]
    public void ErlangC_NoMoreAgentsThanLoad_IsUndefined()
    {
        ErlangC queue = new(Ten, 10);

        Assert.Equal((null, null, null, null), (queue.ProbabilityOfWaiting, queue.AverageSpeedOfAnswer, queue.Occupancy, queue.ServiceLevel(TwentySeconds)));
        Assert.Equal("10 agents for 10 erlangs: the queue grows without end", queue.ToString());
        Assert.Equal(1, new ErlangC(new(0, Duration.FromHours(1), Duration.FromMinutes(3)), 1).ServiceLevel(Duration.Zero));
    }

    [Fact]
    public void Erlang_LoadsOfThousands_AreNoDifficulty()
    {
        ContactForecast large = new(50_000, Duration.FromMinutes(30), Duration.FromMinutes(3));
        ErlangC queue = ErlangC.AgentsFor(large, 0.8, TwentySeconds);

        Assert.InRange(queue.Agents, 5001, 5100);
        Assert.InRange(ErlangA.AgentsFor(large, Duration.FromMinutes(5), 0.8, TwentySeconds).Agents, 4700, queue.Agents);
        Assert.Equal(0.5, new ErlangA(large, 2500, Duration.FromHours(50)).Abandonment, 1e-9);
        Assert.Equal(0, new ErlangA(large, 2500, Duration.FromHours(50)).ServiceLevel(TwentySeconds), 1e-12);
    }

    [Fact]
    public void Plan_Shrinkage_Divides()
    {
        StaffingPlan plan = StaffingPlan.For([Ten, new(0, Duration.FromMinutes(30), Duration.FromMinutes(3))], 0.8, TwentySeconds, shrinkage: 0.3);

        Assert.Equal((14, 20), (plan.MostAgents, plan.MostScheduled));
        Assert.Equal([(14, 20), (1, 2)], plan.Intervals.Select(interval => (interval.Agents, interval.Scheduled)));
        Assert.Equal(Duration.FromMinutes(30 * 22), plan.PaidTime);
        Assert.Equal(new ErlangC(Ten, 14).ServiceLevel(TwentySeconds)!.Value, plan.ServiceLevel!.Value, 15);
        Assert.Equal("1: 14 agents, 20 scheduled: 88.8 % in time, occupancy 71.4 %", plan.ToString().Split(Environment.NewLine)[0]);
        Assert.Equal(40, StaffingPlan.For([new(30, Duration.FromMinutes(3), Duration.FromMinutes(3))], 0.8, TwentySeconds, 0.125).MostScheduled);
        Assert.Null(StaffingPlan.For([], 0.8, TwentySeconds).ServiceLevel);
        Assert.Equal(1, StaffingPlan.For([default], 0.8, TwentySeconds, patience: Duration.FromMinutes(3)).MostAgents);
    }

    [Fact]
    public void Plan_Patience_NeedsNoMoreAgents()
    {
        StaffingPlan plan = StaffingPlan.For([Ten], 0.8, TimeSpan.FromSeconds(20), patience: TimeSpan.FromMinutes(5));

        Assert.Equal(13, plan.Intervals[0].Agents);
        Assert.Equal(new ErlangA(Ten, 13, Duration.FromMinutes(5)).Abandonment, plan.Intervals[0].Abandonment);
    }

    [Fact]
    public void New_WhatNoQueueHas_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("shrinkage", () => StaffingPlan.For([Ten], 0.8, Duration.FromSeconds(20), shrinkage: 1 - 1e-10));
        Assert.Throws<ArgumentOutOfRangeException>("contacts", () => new ContactForecast(-1, Duration.FromHours(1), Duration.FromMinutes(3)));
        Assert.Throws<ArgumentOutOfRangeException>("contacts", () => new ContactForecast(1e9, Duration.FromMinutes(1), Duration.FromHours(1)));
        Assert.Throws<ArgumentOutOfRangeException>("interval", () => new ContactForecast(1, Duration.Zero, Duration.FromMinutes(3)));
        Assert.Throws<ArgumentOutOfRangeException>("handleTime", () => new ContactForecast(1, TimeSpan.FromHours(1), TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>("agents", () => new ErlangC(Ten, 0));
        Assert.Throws<ArgumentOutOfRangeException>("agents", () => new ErlangC(Ten, int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>("agents", () => new ErlangA(Ten, 0, Duration.FromMinutes(5)));
        Assert.Throws<ArgumentOutOfRangeException>("patience", () => new ErlangA(Ten, 12, Duration.Zero));
        ContactForecast moments = new(1, Duration.FromHours(1), Duration.FromTicks(1));
        Assert.Throws<ArgumentOutOfRangeException>("patience", () => new ErlangA(moments, 12, Duration.FromDays(9999)));
        Assert.Throws<ArgumentOutOfRangeException>("serviceLevel", () => ErlangC.AgentsFor(Ten, 1, TwentySeconds));
        Assert.Throws<ArgumentOutOfRangeException>("within", () => ErlangC.AgentsFor(Ten, 0.8, Duration.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>("within", () => new ErlangC(Ten, 9).ServiceLevel(TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>("shrinkage", () => StaffingPlan.For([Ten], 0.8, TwentySeconds, 1));
        Assert.Throws<ArgumentNullException>("forecast", () => StaffingPlan.For(null!, 0.8, TwentySeconds));
    }

    private static double Four(double? share) => Math.Round(share!.Value, 4);
}
