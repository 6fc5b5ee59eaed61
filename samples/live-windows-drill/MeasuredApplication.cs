using CxKpi;
using Microsoft.AspNetCore.Builder;

namespace LiveWindows.Drill;

/// <summary>The application with an endpoint that says what memory it takes.</summary>
internal static class MeasuredApplication
{
    /// <summary>The first argument of a process that is to be this.</summary>
    internal const string Verb = "measured-application";

    internal const string Memory = "memory";

    internal static async Task RunAsync(string[] args)
    {
        LiveKpi<Nps> kpi = new("NPS", answer => Nps.FromAnswer(answer), Target.AtLeast(30));
        await using WebApplication app = LiveWindowsApplication.Create(LiveWindowsSettings.Parse(args), kpi);
        app.MapGet(Memory, () => new MemoryTaken(GC.GetTotalAllocatedBytes(), GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet));
        await app.RunAsync();
    }
}
