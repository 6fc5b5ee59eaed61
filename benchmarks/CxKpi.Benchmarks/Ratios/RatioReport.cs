namespace CxKpi.Benchmarks.Ratios;

/// <summary>Prints one line per ratio, <c>name value target met|missed</c>.</summary>
/// <remarks>Both sides of a ratio run in this process, in turns: a ratio holds across machines where a time does not.</remarks>
internal static class RatioReport
{
    // One entry per subject; each yields its lines as they are measured.
    private static readonly Func<IEnumerable<Ratio>>[] Subjects =
    [
        TallyRatios.Measure,
        SegmentRatios.Measure,
        EngineRatios.Measure,
        HandlerRatios.Measure,
        RakingRatios.Measure,
        TrendTestRatios.Measure,
        StlRatios.Measure,
        ScorecardRatios.Measure,
        ModelRatios.Measure,
        DriverRatios.Measure,
        SolicitationRatios.Measure,
        ValueModelRatios.Measure,
        SurvivalRatios.Measure,
    ];

    /// <summary>Prints the ratios of all subjects, or of those whose class has the name, such as <c>SegmentRatios</c>.</summary>
    /// <returns>The exit code: 1 when a ratio is missed.</returns>
    public static int Run(TextWriter output, string? only)
    {
        bool allMet = true;
        foreach (Ratio ratio in Subjects
            .Where(measure => only is null || string.Equals(measure.Method.DeclaringType!.Name, only, StringComparison.Ordinal))
            .SelectMany(measure => measure()))
        {
            output.WriteLine(ratio);
            allMet &= ratio.Met;
        }

        return allMet ? 0 : 1;
    }
}
