using System.Globalization;
using NodaTime;

namespace CxKpi;

/// <summary>Gathers the lines of a <see cref="Scorecard"/>.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed class ScorecardBuilder
{
    private readonly Scorecard head;
    private readonly List<ScorecardLine> lines = [];
    private readonly List<ScorecardPair> pairs = [];
    private readonly List<Chart> charts = [];
    private string? currentGroup;

    internal ScorecardBuilder(string title, LocalDate? asOf, double confidence) => head = new(title, [], null, asOf, confidence);

    /// <summary>Begins a group, to which the lines added from now on belong.</summary>
    /// <param name="name">The name of the group; not blank.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public ScorecardBuilder Group(string name)
    {
        currentGroup = Guard.NotBlank(name);
        return this;
    }

    /// <summary>Adds a line with a KPI.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="label">The label of the line; <see langword="null"/> means the KPI's symbol.</param>
    /// <param name="kpi">The record.</param>
    /// <param name="previous">The record of the period before, on other observations; <see langword="null"/> for no comparison.</param>
    /// <param name="lastYear">The record of the same season last year, on other observations; <see langword="null"/> for no comparison.</param>
    /// <param name="target">The target; <see langword="null"/> for none.</param>
    /// <param name="benchmark">The benchmark, which must be for this KPI; <see langword="null"/> for none.</param>
    /// <param name="trend">The trend; <see langword="null"/> for none.</param>
    /// <param name="note">A remark in the author's own words; <see langword="null"/> for none.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The label is blank, the benchmark is for another KPI, the records were gathered under different rules, or the target
    /// cannot be judged by this KPI. A goal or a bound outside the KPI's range is an <see cref="ArgumentOutOfRangeException"/>.</exception>
    public ScorecardBuilder Add<TKpi>(
        string? label,
        TKpi kpi,
        TKpi? previous = null,
        TKpi? lastYear = null,
        Target? target = null,
        Benchmark? benchmark = null,
        ScorecardTrend? trend = null,
        string? note = null)
        where TKpi : struct, IKpi<TKpi> => Add(label, kpi, null, Compared(kpi, previous, null), Compared(kpi, lastYear, null), target, benchmark, trend, note);

    /// <summary>Adds a line with the last complete period of a series, compared with the period before and the same season last year.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="label">The label of the line; <see langword="null"/> means the KPI's symbol.</param>
    /// <param name="series">The series. Its last complete period is the last one that ends on or before the scorecard's day and is not known to be
    /// incomplete.</param>
    /// <param name="target">The target; <see langword="null"/> for none.</param>
    /// <param name="benchmark">The benchmark, which must be for this KPI; <see langword="null"/> for none.</param>
    /// <param name="trend">The trend; <see langword="null"/> for none.</param>
    /// <param name="note">A remark in the author's own words; <see langword="null"/> for none.</param>
    /// <returns>This builder.</returns>
    /// <remarks>
    /// The same season last year is the same month or quarter, the same ISO week (a 53rd week has none), or the same weekday 52 weeks ago; years have none.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The label is blank, the benchmark is for another KPI, or the target cannot be judged by this KPI.
    /// A goal or a bound outside the KPI's range is an <see cref="ArgumentOutOfRangeException"/>.</exception>
    public ScorecardBuilder Add<TKpi>(
        string? label,
        KpiSeries<TKpi> series,
        Target? target = null,
        Benchmark? benchmark = null,
        ScorecardTrend? trend = null,
        string? note = null)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(series);
        int last = series.Count - 1 - series.IncompleteAtEnd;
        while (last >= 0 && series[last].Key.End > (head.AsOf ?? LocalDate.MaxIsoValue))
        {
            last--;
        }

        if (last < 0 || series.IsIncompleteAt(last))
        {
            return Add(label, default(TKpi), null, null, null, target, benchmark, trend, note);
        }

        (CalendarPeriod period, TKpi now) = series[last];
        int yearAgo = YearBefore.Of(period) is { } same ? PeriodCount.Between(series[0].Key, same) : -1;
        return Add(
            label,
            now,
            period,
            Compared(series, last, last - 1),
            yearAgo == last - 1 ? null : Compared(series, last, yearAgo),
            target,
            benchmark,
            trend,
            note);
    }

    /// <summary>Shows an activity together with the outcome that it is meant to improve.</summary>
    /// <param name="activity">The label of the activity's line, which must have been added before.</param>
    /// <param name="outcome">The label of the outcome's line, which must have been added before; its KPI must have a good direction.</param>
    /// <returns>This builder. The verdict follows from the two changes from the period before.</returns>
    /// <exception cref="ArgumentException">No line or more than one has the label, both labels are the same, or the outcome has no good direction.</exception>
    public ScorecardBuilder Pair(string activity, string outcome)
    {
        ScorecardLine moved = Line(activity, nameof(activity)), guard = Line(outcome, nameof(outcome));
        _ = guard.Definition.Direction != KpiDirection.Neutral
            ? guard
            : throw new ArgumentException($"{nameof(outcome)} must have a good direction, which {guard.Definition.Name} has not", nameof(outcome));
        pairs.Add(new(activity, outcome, ScorecardPair.Judge(moved.Previous?.Change, guard.Previous?.Change)));
        return this;
    }

    /// <summary>Shows a chart below the lines, in HTML pages and fragments.</summary>
    /// <param name="chart">The chart.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="chart"/> is <see langword="null"/>.</exception>
    public ScorecardBuilder Chart(Chart chart)
    {
        charts.Add(Guard.NotNull(chart));
        return this;
    }

    /// <summary>Creates the scorecard of everything added so far.</summary>
    /// <returns>The scorecard, which does not change when more is added to this builder.</returns>
    /// <exception cref="ArgumentException">A label occurs twice in a group.</exception>
    public Scorecard Build() => new(head.Title, lines, pairs, head.AsOf, head.Confidence) { Charts = charts };

    /// <summary>The title and the number of lines added so far.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{TerminalText.Clean(head.Title)} ({lines.Count} lines)");

    private ScorecardBuilder Add<TKpi>(
        string? label,
        TKpi kpi,
        CalendarPeriod? period,
        ScorecardComparison? previous,
        ScorecardComparison? lastYear,
        Target? target,
        Benchmark? benchmark,
        ScorecardTrend? trend,
        string? note)
        where TKpi : struct, IKpi<TKpi>
    {
        KpiDefinition definition = TKpi.Definition;
        if (benchmark is not null && !string.Equals(benchmark.Kpi, definition.Symbol, StringComparison.Ordinal))
        {
            throw new ArgumentException($"{nameof(benchmark)} must be of {definition.Symbol}, but is of {benchmark.Kpi}", nameof(benchmark));
        }

        benchmark?.RequireRange(definition, kpi.GoalRange);
        lines.Add(new()
        {
            Label = label ?? definition.Symbol,
            Group = currentGroup,
            Definition = definition,
            Evidence = kpi,
            Currency = kpi.Currency,
            Basis = KpiBasis.Of(kpi),
            Period = period,
            Estimate = kpi.Estimate(head.Confidence),
            Previous = previous,
            LastYear = lastYear,
            Trend = trend,
            Target = target?.Assess(kpi, head.AsOf, head.Confidence),
            Benchmark = benchmark,
            Note = note,
        });
        return this;
    }

    private ScorecardComparison? Compared<TKpi>(TKpi now, TKpi? then, CalendarPeriod? period)
        where TKpi : struct, IKpi<TKpi> => then is { } given ? ScorecardComparison.Of(now, given, period, head.Confidence) : null;

    // A period that is covered only in part is compared with nothing.
    private ScorecardComparison? Compared<TKpi>(KpiSeries<TKpi> series, int now, int then)
        where TKpi : struct, IKpi<TKpi> => then < 0 || series.IsIncompleteAt(then) ? null : new()
        {
            Period = series[then].Key,
            Value = series[then].Value.Value,
            Change = series.ChangeOf(now, then, head.Confidence),
        };

    private ScorecardLine Line(string label, string name)
    {
        ScorecardLine[] found = [.. lines.Where(line => string.Equals(line.Label, label, StringComparison.Ordinal))];
        return found.Length == 1
            ? found[0]
            : throw new ArgumentException(
                $"{name} must be the label of one line added before; {label} is that of {found.Length.ToString(CultureInfo.InvariantCulture)}",
                name);
    }
}
