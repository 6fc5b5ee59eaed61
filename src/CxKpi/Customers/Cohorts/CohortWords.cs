namespace CxKpi;

/// <summary>Cohorts in words.</summary>
internal static class CohortWords
{
    internal static string In(this CohortMeasure measure, Phrases words) => measure switch
    {
        CohortMeasure.InPeriod => words.CohortInPeriod,
        CohortMeasure.InPeriodOrLater => words.CohortInPeriodOrLater,
        CohortMeasure.AtPeriodEnd => words.CohortAtPeriodEnd,
        CohortMeasure.UpToPeriodEnd => words.CohortUpToPeriodEnd,
    };
}
