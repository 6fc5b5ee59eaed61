using System.Globalization;

namespace CxKpi.Benchmarks.FalseAlarms;

/// <summary>Prints how often each deciding method raises an alarm, at a promised 5 %, on series in which nothing happens.</summary>
/// <remarks>
/// Months with a season that repeats (without one for the test of a season), over 36, 60 and 120 periods.
/// Values: noise of unit variance, white or remembering its neighbour by φ.
/// Shares: sizes that vary log-normally (median 60, σ = 1), sampling noise alone or with a spread between periods of 0.2 logits that remembers.
/// Each series has a seed of its own, so that neither the number of cores nor the choice of methods moves a figure.
/// </remarks>
internal static class FalseAlarmReport
{
    private static readonly int[] Lengths = [36, 60, 120];

    // Sampling noise alone has no memory.
    private static readonly (string Name, bool Shares, double? Phi)[] Noises =
    [
        ("white", false, 0),
        ("AR(1) 0.3", false, 0.3),
        ("AR(1) 0.6", false, 0.6),
        ("binomial", true, null),
        ("binomial + 0.3", true, 0.3),
        ("binomial + 0.6", true, 0.6),
    ];

    private static readonly (string Name, Func<bool, IEnumerable<Cell>> Cells)[] Subjects =
    [
        .. Routes.All.Select(route => (route.Name, (Func<bool, IEnumerable<Cell>>)(quick => OfRoute(route, quick)))),
        ("Unusual", HardNoise.UnusualMonths),
        ("Shifts", HardNoise.Shifts),
        (LineVerdicts.Name, LineVerdicts.Cells),
        (LineVerdicts.PowerName, LineVerdicts.Power),
        (SegmentEnds.Name, SegmentEnds.Cells),
        (RunningBaselines.Name, RunningBaselines.Cells),
        (ExpectationCells.Name, ExpectationCells.Cells),
        (WanderingCells.Name, WanderingCells.Cells),
        (WanderingCells.PowerName, WanderingCells.Power),
    ];

    /// <param name="output">Receives the record.</param>
    /// <param name="quick">A fifth of the series, and two standard errors of the simulation allowed above a target.</param>
    /// <param name="only">Part of the name of the only methods to try; all when <see langword="null"/>.</param>
    /// <returns>The exit code: 1 when a promise is broken.</returns>
    public static int Run(TextWriter output, bool quick, string? only)
    {
        double allowance = quick ? 2 : 0;
        output.WriteLine(quick
            ? "False alarms at 5 %, few series: a cell is over when its rate less two standard errors of the simulation exceeds the target."
            : "False alarms at 5 %: a cell is over when its rate exceeds the target.");
        int within = 0, named = 0, over = 0;
        foreach (Cell cell in Cells(quick, only ?? ""))
        {
            output.WriteLine(cell.Line(allowance));
            within += cell.Target is not null && !cell.Misses(allowance) ? 1 : 0;
            named += cell.Misses(allowance) && cell.IsNamed ? 1 : 0;
            over += cell.IsOver(allowance) ? 1 : 0;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{within} cells within, {named} named misses, {over} over"));
        return over == 0 ? 0 : 1;
    }

    private static IEnumerable<Cell> Cells(bool quick, string only) =>
        Subjects.Where(subject => subject.Name.Contains(only, StringComparison.OrdinalIgnoreCase)).SelectMany(subject => subject.Cells(quick));

    private static IEnumerable<Cell> OfRoute(Route route, bool quick) =>
        from noise in Noises
        where noise.Shares || !route.OnlyShares
        from length in Lengths
        select Simulate(route, length, noise.Name, noise.Shares, noise.Phi, quick);

    private static Cell Simulate(Route route, int length, string noise, bool shares, double? phi, bool quick) => Cell.Of(
        route.Name,
        shares ? "shares" : "values",
        length,
        noise,
        Simulated.Of(quick ? route.Series.Quick : route.Series.Full, i => route.Decide(shares
            ? NullSeries.OfShares(Seed(i, length, shares, phi), length, phi, !route.WithoutSeason)
            : NullSeries.OfValues(Seed(i, length, shares, phi), length, phi ?? 0, !route.WithoutSeason))),
        route.Target(phi ?? 0)) with
    { IsNaive = route.IsNaive };

    /// <summary>All methods see the same series of a kind.</summary>
    private static ulong Seed(int series, int length, bool shares, double? phi) => unchecked(
        (ulong)series * 1_000_003 + (ulong)length * 7919 + (shares ? 104_729UL : 0) + (phi is { } memory ? 15_485_863UL + (ulong)(memory * 1000) : 0));
}
