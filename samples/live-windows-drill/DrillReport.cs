using CxKpi;

namespace LiveWindows.Drill;

/// <summary>What a window must hold and what it holds.</summary>
/// <param name="Window">The window.</param>
/// <param name="Segment">The segment.</param>
/// <param name="Expected">The score of a plain count.</param>
/// <param name="Found">The score that the cluster holds.</param>
public sealed record WindowFound(CalendarPeriod Window, string Segment, Nps Expected, Nps Found)
{
    /// <summary>Whether they differ.</summary>
    public bool IsWrong => Found != Expected;
}

/// <summary>What a drill has found.</summary>
public sealed record DrillReport
{
    /// <summary>How many different events were sent.</summary>
    public required long Events { get; init; }

    /// <summary>How many of them were sent twice.</summary>
    public required long Repeated { get; init; }

    /// <summary>How long the sending took, with both failures.</summary>
    public required TimeSpan Sending { get; init; }

    /// <summary>How long after the silo was killed all sources were answered again.</summary>
    public required TimeSpan AfterSiloKilled { get; init; }

    /// <summary>How long after Redis was killed all sources were answered again.</summary>
    public required TimeSpan AfterRedisKilled { get; init; }

    /// <summary>The windows.</summary>
    public required IReadOnlyList<WindowFound> Windows { get; init; }

    /// <summary>The windows of a survey whose repeated events had new positions.</summary>
    public required IReadOnlyList<WindowFound> Control { get; init; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"""
        {Events:N0} events and {Repeated:N0} of them again, to three silos with Redis, in {Sending.TotalSeconds:0.0} s: {Events / Sending.TotalSeconds:N0} events/s
        with a silo killed, after which all sources were answered again in {AfterSiloKilled.TotalSeconds:0.0} s
        and Redis killed and started again, after which they were in {AfterRedisKilled.TotalSeconds:0.0} s
        {Wrong(Windows)}
        without positions: {Wrong(Control)}
        """);

    private static string Wrong(IReadOnlyList<WindowFound> windows) => FormattableString.Invariant(
        $"{windows.Count(window => window.IsWrong)} of {windows.Count} windows wrong, {(double)windows.Sum(w => Answers(w.Found)) / windows.Sum(w => Answers(w.Expected)) - 1:+0.0 %;-0.0 %;0 %} answers");

    private static long Answers(Nps nps) => nps.N + nps.Excluded.Missing;
}
