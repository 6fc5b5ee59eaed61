namespace CxKpi;

/// <summary>
/// A KPI (key performance indicator): a small immutable record that holds its evidence, which is the counts or sums of what was observed.
/// Evidence is added up with <see cref="Combine"/>; the value, its interval and comparisons are calculated from it.
/// </summary>
/// <typeparam name="TSelf">The type of the record itself.</typeparam>
/// <remarks>
/// <c>default(TSelf)</c> is valid and means "no data": its value is undefined, and combining it with another record does not change that record.
/// </remarks>
public interface IKpi<TSelf> : IEvidence, IFormattable
    where TSelf : struct, IKpi<TSelf>
{
    /// <summary>What the KPI means: its names, unit, direction, formula and source.</summary>
    static abstract KpiDefinition Definition { get; }

    /// <summary>
    /// Whether the value is a level, which is counted at an instant, such as a backlog, and not a flow, which is gathered over a period.
    /// </summary>
    /// <value>
    /// <see langword="false"/> by default. Levels of several parts at one instant add up, but those of several instants do not: of the days of a month, or the
    /// months of a year, the latest is taken.
    /// </value>
    static virtual bool IsLevel => false;

    /// <summary>The value in the definition's unit; <see langword="null"/> when it is undefined because there is nothing to divide by.</summary>
    double? Value { get; }

    /// <summary>The number of observations that the value rests on, such as answers, customers or contacts.</summary>
    long N { get; }

    /// <summary>The number of rows of totals in which the observations came; by default each observation is a row of its own.</summary>
    /// <value>An interval for totals counts rows: one total of many orders says nothing about how orders vary.</value>
    long Rows => N;

    /// <summary>The number of clusters in which the observations came; <see langword="null"/> when they are taken for independent, as by default.</summary>
    /// <value>An interval for clusters counts clusters; <see cref="Clustered{TKpi}"/> states them.</value>
    long? Clusters => null;

    /// <summary>What the observations are.</summary>
    ObservationKind Observation => ObservationKind.Observation;

    /// <summary>The rules under which the record was gathered, such as a cut, a period or a time window, in a fixed order.</summary>
    /// <value>Empty when the definition says all. Records with different rules neither combine nor compare, and never read alike.</value>
    IReadOnlyList<KpiRule> Rules => [];

    /// <summary>What was seen and is in no base, such as missing answers or open items, in a fixed order; kinds of which there are none are left out.</summary>
    /// <value>Empty by default. It stands beside the number of observations in every face; missing answers only in CSV and JSON.</value>
    IReadOnlyList<LeftOutCount> LeftOut => [];

    /// <summary>The flags that change what the value means, in contrast to those that are about its limits.</summary>
    EstimateFlags Flags => (Estimate()?.Flags ?? EstimateFlags.None) & KpiBasis.FlagsOfMeaning;

    /// <summary>
    /// The ISO 4217 code of the currency of an amount of money; <see langword="null"/> when it is not stated, and for KPIs that are not money.
    /// </summary>
    string? Currency => null;

    /// <summary>The range in which a goal for the KPI lies: its possible values, or those that can be meant; by default that of the unit.</summary>
    /// <value>A record without data may not know its scale, and then has a range without ends.</value>
    KpiRange GoalRange => KpiRange.Of(TSelf.Definition.Unit);

    /// <summary>Estimates the value with its interval by the KPI's default method.</summary>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The estimate in the definition's unit; <see langword="null"/> when <see cref="Value"/> is <see langword="null"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> does not lie between 0 and 1.</exception>
    Estimate? Estimate(double confidence = 0.95);

    /// <summary>Calculates the difference from a baseline: this value minus the baseline's.</summary>
    /// <param name="baseline">The record to compare with; the two must rest on different observations.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The change in the definition's unit; <see langword="null"/> when either value is undefined.</returns>
    /// <exception cref="ArgumentException">The two records were gathered under different rules.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> does not lie between 0 and 1.</exception>
    Change? ChangeFrom(TSelf baseline, double confidence = 0.95);

    /// <summary>Calculates the difference from the record of another period, whose number of days may differ.</summary>
    /// <param name="baseline">The record to compare with; the two must rest on different observations.</param>
    /// <param name="days">The number of days of this record's period, at least 1.</param>
    /// <param name="baselineDays">The number of days of the baseline's period, at least 1.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>
    /// The change in the definition's unit; <see langword="null"/> when either value is undefined. A volume grows with the days: it is compared per day,
    /// with the baseline brought to this record's number of days, and flagged <see cref="EstimateFlags.UnequalPeriods"/> when they differ. Other KPIs do not
    /// depend on the days.
    /// </returns>
    /// <exception cref="ArgumentException">The two records were gathered under different rules.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> does not lie between 0 and 1, or a number of days is below 1.</exception>
    Change? ChangeOverDays(TSelf baseline, int days, int baselineDays, double confidence = 0.95) => ChangeFrom(baseline, confidence);

    /// <summary>Adds the evidence of another record. The operation is associative and commutative, and <c>default</c> is its identity.</summary>
    /// <param name="other">The evidence to add; the two must rest on different observations.</param>
    /// <returns>The record over all observations.</returns>
    /// <exception cref="ArgumentException">The two records were gathered under different rules.</exception>
    /// <exception cref="OverflowException">A count would exceed <see cref="long.MaxValue"/>, or a sum the range of <see cref="decimal"/>.</exception>
    TSelf Combine(TSelf other);

    /// <summary>Adds a record to a total as <see cref="Combine"/> does; where both take no copies, a tally of many rows takes a fraction of the time.</summary>
    /// <remarks>What is left of the total after an exception has no meaning.</remarks>
    internal static virtual void Accumulate(ref TSelf total, in TSelf record) => total = total.Combine(record);
}
