namespace LiveWindows.Drill;

/// <summary>What a load of minutes has found.</summary>
public sealed record SoakReport
{
    // A collection leaves what is in flight, more or less.
    private const double MostGrowth = 0.1;

    /// <summary>How long was measured: after the warm-up and before the restart.</summary>
    public required TimeSpan Steady { get; init; }

    /// <summary>How long each batch took meanwhile.</summary>
    public required IReadOnlyList<TimeSpan> Batches { get; init; }

    /// <summary>How long each page took meanwhile.</summary>
    public required IReadOnlyList<TimeSpan> Pages { get; init; }

    /// <summary>The memory meanwhile, after a collection each.</summary>
    public required IReadOnlyList<MemoryTaken> Memories { get; init; }

    /// <summary>How long after the application was killed all sources were answered again.</summary>
    public required TimeSpan AfterRestart { get; init; }

    /// <summary>The windows, of the whole time.</summary>
    public required IReadOnlyList<WindowFound> Windows { get; init; }

    /// <summary>The median of the memory in the first third of the time and in the last.</summary>
    public (long First, long Last) Live
    {
        get
        {
            int third = Memories.Count / 3;
            return (Median(Memories.Take(third)), Median(Memories.TakeLast(third)));

            static long Median(IEnumerable<MemoryTaken> memories) => memories.Select(memory => memory.Live).Order().ElementAt(memories.Count() / 2);
        }
    }

    /// <summary>The bytes of the objects made for a request, the asking for memory included.</summary>
    public long Garbage => (Memories[^1].Allocated - Memories[0].Allocated) / (Batches.Count + Pages.Count + Memories.Count);

    /// <summary>Whether memory grew, or a window is wrong.</summary>
    public bool IsWrong => Live.Last > Live.First * (1 + MostGrowth) || Windows.Any(window => window.IsWrong);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"""
        {Steady.TotalSeconds:0} s after the warm-up: {Batches.Count:N0} batches, {Batches.Count / Steady.TotalSeconds:0.0} a second, and {Pages.Count:N0} pages
        batches: half within {Within(Batches, 0.5)} ms, 99 of 100 within {Within(Batches, 0.99)} ms; pages: {Within(Pages, 0.5)} and {Within(Pages, 0.99)} ms
        memory after a collection: {Megabytes(Live.First)} MB in the first third, {Megabytes(Live.Last)} MB in the last
        memory that the machine holds: {Megabytes(Memories[^1].WorkingSet)} MB
        garbage: {Garbage / 1e3:0} kB for a request
        killed and started again: all sources were answered again after {AfterRestart.TotalSeconds:0.0} s
        {DrillReport.Counted(Windows)}
        """);

    private static string Within(IReadOnlyList<TimeSpan> times, double share) =>
        FormattableString.Invariant($"{times.Order().ElementAt((int)(share * (times.Count - 1))).TotalMilliseconds:0.0}");

    private static string Megabytes(long bytes) => FormattableString.Invariant($"{bytes / 1e6:0.0}");
}
