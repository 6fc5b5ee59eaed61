namespace CxKpi;

/// <content>Customers over time: survival and cohorts.</content>
internal abstract partial class Phrases
{
    internal abstract string CustomersLabel { get; }
    internal abstract string EndedLabel { get; }
    internal abstract string OpenLabel { get; }
    internal abstract string LongestSeenLabel { get; }
    internal abstract string TimeLabel { get; }
    internal abstract string AtRiskLabel { get; }
    internal abstract string FewerThanHalfEnded { get; }
    internal abstract string FewerThanHalf { get; }
    internal abstract string TestLogRank { get; }
    internal abstract string CohortLabel { get; }
    internal abstract string CohortInPeriod { get; }
    internal abstract string CohortInPeriodOrLater { get; }
    internal abstract string CohortAtPeriodEnd { get; }
    internal abstract string CohortUpToPeriodEnd { get; }
    internal abstract string NotYetIsBlank { get; }
    internal abstract string NotYet { get; }
    internal abstract string ConcentrationCaption { get; }
    internal abstract string GiniLabel { get; }

    /// <summary>The share that the best customers bring.</summary>
    internal abstract string BestCustomers(string percent);

    /// <summary>A value at an age.</summary>
    internal abstract string ValueAfter(string value, string time);

    internal abstract string CohortCaption(string kpi);

    /// <summary>What the columns of a cohort table are.</summary>
    internal abstract string CohortColumns(CalendarUnit unit);

    /// <summary>Which part of a large cohort table is shown.</summary>
    internal abstract string CohortsShown(int cohorts, int all, int oldest);

    /// <summary>Who is left out of a cohort table because they began too early.</summary>
    internal abstract string EarlierCustomers(long count, string firstCohort);

    /// <summary>The head of a column of times.</summary>
    internal abstract string TimeIn(CalendarUnit unit);

    /// <summary>A length of time.</summary>
    internal abstract string Lasting(double time, CalendarUnit unit);

    /// <summary>A length of time as a measure that no preposition governs.</summary>
    internal virtual string Measured(double time, CalendarUnit unit) => Lasting(time, unit);

    internal abstract string HalfEndedBy(string time);

    /// <summary>As <see cref="HalfEndedBy"/>, behind the name of what happened.</summary>
    internal abstract string HalfBy(string time);

    /// <summary>That something has not happened yet, such as "ended" or what a caller names.</summary>
    internal abstract string NotYetOf(string ended);

    /// <summary>A share over time.</summary>
    internal abstract string OverTime(string what);

    /// <summary>The share of those to whom something has happened, beside their number.</summary>
    internal abstract string ShareOf(string ended);

    internal abstract string MeanUpTo(string until, string mean);

    /// <summary>What a curve means that does not begin at 0.</summary>
    internal abstract string OfThoseThereAt(string time);

    internal abstract string RiskSetEmptiedAt(string time);

    /// <summary>What a curve means after a time in which nobody was at risk.</summary>
    internal abstract string NobodyWatchedAfter(string time);
}
