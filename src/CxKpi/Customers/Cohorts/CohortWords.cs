namespace CxKpi;

/// <summary>Cohorts in words.</summary>
internal static class CohortWords
{
    /// <summary>What a page shows of a table that is too large for it; empty when it shows all.</summary>
    internal static string Shown<TKpi>(CohortTable<TKpi> table, Phrases words)
        where TKpi : struct, IKpi<TKpi> => table.Latest is var (cohorts, ages) && (cohorts.Count < table.Cohorts.Count || ages < table.Ages)
            ? words.CohortsShown(cohorts.Count, table.Cohorts.Count, ages - 1)
            : "";

    internal static string In(this CohortMeasure measure, Phrases words) => measure switch
    {
        CohortMeasure.InPeriod => words.CohortInPeriod,
        CohortMeasure.InPeriodOrLater => words.CohortInPeriodOrLater,
        CohortMeasure.AtPeriodEnd => words.CohortAtPeriodEnd,
        CohortMeasure.UpToPeriodEnd => words.CohortUpToPeriodEnd,
    };
}
