using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>A KPI of customers by when they were acquired and by how long ago that was.</summary>
/// <typeparam name="TKpi">The type of the KPI record, such as <see cref="Retention"/> or <see cref="HistoricalCustomerValue"/>.</typeparam>
/// <remarks>
/// <code>
/// cell   = record of the customers acquired in a period, an age later
/// pooled = records of all cohorts that are old enough, combined
/// </code>
/// A period that is not complete has no cell: "not yet" is not 0. So the pooled curve counts at each age only customers who could be that old, weighted by
/// their number, and is not the mean of percentages. Every cell is a record with its own interval. Tables of other customers add up (<see cref="Combine"/>).
/// It is created by the methods of <see cref="CohortTable"/>.
/// <para>Pitfalls: rows that begin later than the customers did, whose first cohorts hold old customers as if they were new (left truncation): state the
/// first cohort whose newcomers are new; reading down a column as a trend without asking what chance makes of small cohorts (<see
/// cref="CohortTable.Trend"/>); comparing cohorts by calendar month where a season moves all of them; the last month when it is not over; reading the pooled
/// curve at high ages, which rests on old cohorts alone.</para>
/// </remarks>
[JsonConverter(typeof(SelfJsonConverterFactory))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed partial record CohortTable<TKpi> : ILocalizedFace, IJsonRecord<CohortTable<TKpi>>
    where TKpi : struct, IKpi<TKpi>
{
    /// <summary>Creates the table from cohorts that are already counted.</summary>
    /// <param name="lastComplete">The last period that is over; its unit is that of the cohorts.</param>
    /// <param name="measure">What a cell counts.</param>
    /// <param name="cohorts">The cohorts in order of time, each with a cell for its period and for each one after it up to
    /// <paramref name="lastComplete"/>.</param>
    /// <param name="firstCohort">The first period whose newcomers are known to be new; <see langword="null"/> when it is not stated.</param>
    /// <param name="earlierCustomers">How many customers began before it and are left out; 0 without a first cohort, not negative.</param>
    /// <exception cref="ArgumentNullException"><paramref name="cohorts"/> or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The measure is not a named value, the cohorts do not rise in time or begin before the first one,
    /// the first one is later than the last complete period, the customers left out are negative, or not 0 without a first cohort, or the customers of all
    /// cohorts are more than <see cref="long.MaxValue"/>.</exception>
    /// <exception cref="ArgumentException">A cohort has another unit, or not as many cells as complete periods; or its records do not combine, since they were
    /// gathered under different rules or a sum exceeds the range of its type.</exception>
    public CohortTable(
        CalendarPeriod lastComplete,
        CohortMeasure measure,
        IEnumerable<Cohort<TKpi>> cohorts,
        CalendarPeriod? firstCohort = null,
        long earlierCustomers = 0)
    {
        LastComplete = lastComplete;
        Measure = Guard.Defined(measure);
        Cohorts = ValueList.Of(Guard.NotNull(cohorts));
        FirstCohort = firstCohort is { } since ? CohortTable.Since(since, lastComplete) : null;
        EarlierCustomers = Guard.NotNegative(earlierCustomers) == 0 || FirstCohort is not null
            ? earlierCustomers
            : throw Guard.Outside(nameof(earlierCustomers), "must be 0 without firstCohort", earlierCustomers);
        for (int i = 0; i < Cohorts.Count; i++)
        {
            Cohort<TKpi> cohort = Guard.NotNull(Cohorts[i], nameof(cohorts));
            CalendarGuard.OfUnit(cohort.Period, lastComplete.Unit, nameof(cohorts));
            if (i > 0 && cohort.Period.CompareTo(Cohorts[i - 1].Period) <= 0)
            {
                throw Guard.OutsideAt(i, nameof(cohorts), "must rise in time", cohort.Period);
            }

            if (FirstCohort is { } first && cohort.Period.CompareTo(first) < 0)
            {
                throw Guard.OutsideAt(i, nameof(cohorts), FormattableString.Invariant($"must not begin before firstCohort ({first})"), cohort.Period);
            }

            Customers = cohort.Size <= long.MaxValue - Customers
                ? Customers + cohort.Size
                : throw Guard.OutsideAt(i, nameof(cohorts), "must not have more customers in all than can be counted", cohort.Size);
            int due = PeriodCount.Between(cohort.Period, lastComplete) + 1;
            if (due < 1 || cohort.Cells.Count != due)
            {
                string rule = string.Create(CultureInfo.InvariantCulture, $"{nameof(cohorts)} must have a cell for each period up to {lastComplete}");
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"{rule}, but that of {cohort.Period} has {cohort.Cells.Count} and not {due}"),
                    nameof(cohorts));
            }
        }

        try
        {
            Pooled = ValueList.Of(Enumerable.Range(0, Ages).Select(age =>
                Cohorts.TakeWhile(cohort => cohort.Cells.Count > age).Aggregate(default(TKpi), (all, cohort) => all.Combine(cohort.Cells[age]))));
        }
        catch (OverflowException overflow)
        {
            throw new ArgumentException($"{nameof(cohorts)} must have records that add up, but a sum exceeds the range of its type", nameof(cohorts), overflow);
        }
    }

    /// <summary>The last period that is over.</summary>
    public CalendarPeriod LastComplete { get; }

    /// <summary>What a cell counts.</summary>
    public CohortMeasure Measure { get; }

    /// <summary>The first period whose newcomers are known to be new; <see langword="null"/> when it is not stated.</summary>
    public CalendarPeriod? FirstCohort { get; }

    /// <summary>How many customers began before <see cref="FirstCohort"/> and are left out.</summary>
    public long EarlierCustomers { get; }

    /// <summary>The unit of cohorts and ages.</summary>
    public CalendarUnit Unit => LastComplete.Unit;

    /// <summary>The cohorts in order of time; periods without new customers are left out.</summary>
    public IReadOnlyList<Cohort<TKpi>> Cohorts { get; }

    /// <summary>The number of ages that any cohort has reached, 0 included.</summary>
    public int Ages => Cohorts.Count == 0 ? 0 : Cohorts[0].Cells.Count;

    /// <summary>The cohorts and the number of ages for which a page has room: the latest, since a table of a year of days has 70,000 cells.</summary>
    internal (IReadOnlyList<Cohort<TKpi>> Cohorts, int Ages) Latest
    {
        get
        {
            Cohort<TKpi>[] latest = [.. Cohorts.TakeLast(HtmlTable.MostRows)];
            return (latest, latest.Length == 0 ? 0 : Math.Min(HtmlTable.MostRows, latest[0].Cells.Count));
        }
    }

    /// <summary>The records of all cohorts that are old enough, by age.</summary>
    public IReadOnlyList<TKpi> Pooled { get; }

    /// <summary>The number of customers in all cohorts.</summary>
    internal long Customers { get; }

    /// <summary>The record of a cohort at an age.</summary>
    /// <param name="cohort">The period of the cohort.</param>
    /// <param name="age">The number of periods since; 0 for the period itself, not negative.</param>
    /// <returns>The record; <see langword="null"/> when that period is not complete yet, or nobody was acquired in the cohort's.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="age"/> is negative.</exception>
    public TKpi? this[CalendarPeriod cohort, int age] =>
        Guard.NotNegative(age) is var at && Cohorts.FirstOrDefault(known => known.Period == cohort) is { } found && at < found.Cells.Count
            ? found.Cells[at]
            : null;

    /// <summary>Adds the table of other customers.</summary>
    /// <param name="other">The table of other customers over the same periods.</param>
    /// <returns>The table over both.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The tables begin or end at different periods, count differently, or their records were gathered under different
    /// rules.</exception>
    /// <exception cref="OverflowException">A count or a sum exceeds the range of its type.</exception>
    public CohortTable<TKpi> Combine(CohortTable<TKpi> other)
    {
        if (Guard.NotNull(other).LastComplete != LastComplete || other.Measure != Measure || other.FirstCohort != FirstCohort)
        {
            throw new ArgumentException(
                $"{nameof(other)} must count {Span(this)}, but counts {Span(other)}",
                nameof(other));
        }

        return new(
            LastComplete,
            Measure,
            Cohorts.Concat(other.Cohorts).GroupBy(cohort => cohort.Period).OrderBy(same => same.Key).Select(same =>
            same.Aggregate((one, more) =>
                new(one.Period, Guard.Add(one.Size, more.Size, nameof(one.Size)), one.Cells.Zip(more.Cells, (a, b) => a.Combine(b))))),
            FirstCohort,
            Guard.Add(EarlierCustomers, other.EarlierCustomers));
    }

    private static string Span(CohortTable<TKpi> table) =>
        $"{table.Measure}{(table.FirstCohort is { } first ? $" from {first}" : "")} up to {table.LastComplete}";

    static CohortTable<TKpi> IJsonRecord<CohortTable<TKpi>>.Json(JsonMembers<CohortTable<TKpi>> json)
    {
        json.Kpi<CohortTable<TKpi>, TKpi>();
        return new(
            json.Any(nameof(LastComplete), x => x.LastComplete),
            json.Value(nameof(Measure), x => x.Measure),
            json.Records(nameof(Cohorts), x => x.Cohorts),
            json.OptionalAny(nameof(FirstCohort), x => x.FirstCohort),
            json.OrDefault(nameof(EarlierCustomers), x => x.EarlierCustomers));
    }
}
