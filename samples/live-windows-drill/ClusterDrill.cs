using System.Diagnostics;
using System.Net.Http.Json;
using CxKpi;

namespace LiveWindows.Drill;

/// <summary>
/// Three silos and Redis take a survey whose sources send one event of ten twice; in the middle a silo is killed, and later Redis, which is started again.
/// </summary>
public static class ClusterDrill
{
    private const double IsWarmAt = 0.1, SiloIsKilledAt = 0.35, RedisIsKilledAt = 0.65;

    /// <summary>Runs the drill, and stops everything that it has started.</summary>
    /// <param name="events">How many different events are sent: a multiple of 8,000.</param>
    /// <param name="cancellation">Ends the drill early.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="InvalidOperationException">Redis is not installed, or a process does not start.</exception>
    public static async Task<DrillReport> RunAsync(int events, CancellationToken cancellation = default)
    {
        Survey survey = new("numbered", events / Survey.Sources, IsNumbered: true), control = new("control", events / Survey.Sources / 10, IsNumbered: false);
        using HttpClient http = new() { Timeout = TimeSpan.FromMinutes(1) };
        await using RedisServer redis = await RedisServer.StartAsync(cancellation);
        await using Silo first = await Silo.StartAsync(redis, http, cancellation);
        await using Silo second = await Silo.StartAsync(redis, http, cancellation);
        await using Silo third = await Silo.StartAsync(redis, http, cancellation);

        Act warm = new(() => Task.CompletedTask, (long)(survey.Events * IsWarmAt));
        Act silo = new(third.KillAsync, (long)(survey.Events * SiloIsKilledAt));
        Act store = new(() => redis.RestartAsync(cancellation), (long)(survey.Events * RedisIsKilledAt));
        Sender sender = new(http, [first.Address, second.Address, third.Address], async acknowledged =>
        {
            await warm.WhenAsync(acknowledged);
            await silo.WhenAsync(acknowledged);
            await store.WhenAsync(acknowledged);
        });
        long begun = Stopwatch.GetTimestamp();
        await sender.SendAsync(survey, cancellation);
        TimeSpan sending = Stopwatch.GetElapsedTime(begun);

        await new Sender(http, [first.Address, second.Address], _ => Task.CompletedTask).SendAsync(control, cancellation);
        return new()
        {
            Events = survey.Events,
            Repeated = survey.Repeated,
            Sending = sending,
            EventsASecond = (silo.At - warm.At) / Stopwatch.GetElapsedTime(warm.Begun, silo.Begun).TotalSeconds,
            AfterSiloKilled = sender.RecoveryFrom(silo.Begun),
            AfterRedisKilled = sender.RecoveryFrom(store.Begun),
            Windows = await CompareAsync(survey, second.Address, http, cancellation),
            ControlRepeated = control.Repeated,
            Control = await CompareAsync(control, second.Address, http, cancellation),
        };
    }

    /// <summary>Reads every window of a survey, and what it must hold.</summary>
    internal static async Task<IReadOnlyList<WindowFound>> CompareAsync(Survey survey, Uri silo, HttpClient http, CancellationToken cancellation)
    {
        List<WindowFound> found = [];
        foreach (((CalendarPeriod window, string segment), Nps expected) in survey.Expected())
        {
            Uri address = new(silo, $"windows/{window}/{Uri.EscapeDataString(segment)}");
            WindowState<Nps>? state = await http.GetFromJsonAsync<WindowState<Nps>>(address, cancellation);
            found.Add(new(window, segment, expected, state!.Kpi));
        }

        return found;
    }

    // Something that happens once, when so many events have been answered for.
    private sealed class Act(Func<Task> act, long at)
    {
        private int done;

        internal long At => at;

        internal long Begun { get; private set; }

        internal async Task WhenAsync(long acknowledged)
        {
            if (acknowledged >= at && Interlocked.Exchange(ref done, 1) == 0)
            {
                Begun = Stopwatch.GetTimestamp();
                await act();
            }
        }
    }
}
