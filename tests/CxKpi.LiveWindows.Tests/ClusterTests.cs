using LiveWindows.Drill;
using Xunit.Abstractions;

namespace CxKpi.LiveWindows.Tests;

/// <summary>Three silos and Redis, one silo and Redis killed in the middle.</summary>
public sealed class ClusterTests(ITestOutputHelper output)
{
    private const int Events = 800_000;

    [RedisFact]
    public async Task Windows_WhenASiloAndRedisAreKilled_HoldEachEventOnce()
    {
        DrillReport report = await ClusterDrill.RunAsync(Events);
        output.WriteLine(report.ToString());

        Assert.Equal(Events, report.Events);
        Assert.Equal(Events / 10, report.Repeated);
        Assert.Equal(170, report.Windows.Count);
        Assert.DoesNotContain(report.Windows, window => window.IsWrong);

        // The same check finds each repeated event where it keeps no position.
        Assert.Contains(report.Control, window => window.IsWrong);
        Assert.Equal(report.ControlRepeated, DrillReport.Surplus(report.Control));
    }

    // How long answers take and what memory grows is for the command to say: it depends on what else the machine does.
    [RedisFact]
    public async Task Windows_UnderLoadWithARestart_HoldEachEventOnce()
    {
        SoakReport report = await Soak.RunAsync(TimeSpan.FromSeconds(30));
        output.WriteLine(report.ToString());

        Assert.Equal(170, report.Windows.Count);
        Assert.DoesNotContain(report.Windows, window => window.IsWrong);
        Assert.NotEmpty(report.Batches);
        Assert.NotEmpty(report.Pages);
        Assert.True(report.Memories.Count >= 3, report.ToString());
    }
}

/// <summary>A test that needs Redis: skipped by name where it is not installed, unless ENGINES_REQUIRED is set.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RedisFactAttribute : FactAttribute
{
    public RedisFactAttribute() => Skip = RedisServer.Program is null && Environment.GetEnvironmentVariable("ENGINES_REQUIRED") is null
        ? "no Redis is installed (Debian: apt-get install redis-server)"
        : null;
}
