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

    /// <summary>How many events were answered for in a second, after the first tenth of them and before the first failure.</summary>
    public required double EventsASecond { get; init; }

    /// <summary>How long after the silo was killed all sources were answered again.</summary>
    public required TimeSpan AfterSiloKilled { get; init; }

    /// <summary>How long after Redis was killed all sources were answered again.</summary>
    public required TimeSpan AfterRedisKilled { get; init; }

    /// <summary>The windows.</summary>
    public required IReadOnlyList<WindowFound> Windows { get; init; }

    /// <summary>How many events of the survey below were sent twice.</summary>
    public required long ControlRepeated { get; init; }

    /// <summary>The windows of a survey whose repeated events had new positions.</summary>
    public required IReadOnlyList<WindowFound> Control { get; init; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"""
        {Events:N0} events and {Repeated:N0} of them again, to three silos with Redis, in {Sending.TotalSeconds:0.0} s
        {EventsASecond:N0} events/s when warm, before the first failure
        a silo killed: all sources were answered again after {AfterSiloKilled.TotalSeconds:0.0} s
        Redis killed and started again: all sources were answered again after {AfterRedisKilled.TotalSeconds:0.0} s
        {Counted(Windows)}
        without positions: {Counted(Control)}
        """);

    /// <summary>How many answers are counted too many; a negative number says how many are lost.</summary>
    /// <param name="windows">The windows.</param>
    /// <returns>The number.</returns>
    public static long Surplus(IReadOnlyList<WindowFound> windows) => windows.Sum(window => Answers(window.Found) - Answers(window.Expected));

    internal static string Counted(IReadOnlyList<WindowFound> windows) => FormattableString.Invariant(
        $"{windows.Count(window => window.IsWrong)} of {windows.Count} windows wrong, {Surplus(windows):+#,0;-#,0;0} answers too many");

    private static long Answers(Nps nps) => nps.N + nps.Excluded.Missing;
}
