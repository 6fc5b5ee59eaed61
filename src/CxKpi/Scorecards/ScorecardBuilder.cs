using System.Globalization;
using System.Text.Json.Serialization;
using CxKpi.Trends;
using NodaTime;

namespace CxKpi;

/// <summary>Gathers the lines of a <see cref="Scorecard"/>.</summary>
[JsonConverter(typeof(RecordJsonConverter<ScorecardBuilder>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed class ScorecardBuilder : IJsonRecord<ScorecardBuilder>
{
    private readonly Scorecard head;
    private readonly List<ScorecardLine> lines = [];
    private readonly List<(string Activity, string Outcome)> pairs = [];
    private readonly List<Chart> charts = [];
    private readonly List<ScorecardSection> sections = [];
    private string? currentGroup;
    private bool isHolm;

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
        where TKpi : struct, IKpi<TKpi>
    {
        ScorecardComparison? before = Compared(kpi, previous, nameof(previous)), yearAgo = Compared(kpi, lastYear, nameof(lastYear));
        return Add(label, kpi, null, ScorecardVerdict.Of(before?.Change), before, yearAgo, [], target, benchmark, trend, note);
    }

    /// <summary>
    /// Adds a line with the last complete period of a series, judged by the periods before it, with its changes from the period before and from the same
    /// season last year.
    /// </summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="label">The label of the line; <see langword="null"/> means the KPI's symbol.</param>
    /// <param name="series">The series. Its last complete period is the last one that ends on or before the scorecard's day and is not known to be
    /// incomplete.</param>
    /// <param name="target">The target; <see langword="null"/> for none.</param>
    /// <param name="benchmark">The benchmark, which must be for this KPI; <see langword="null"/> for none.</param>
    /// <param name="trend">The trend; <see langword="null"/> for none.</param>
    /// <param name="note">A remark in the author's own words; <see langword="null"/> for none.</param>
    /// <param name="model">What the model of the earlier periods holds, such as that there is no season; the defaults when <see langword="null"/>. The
    /// confidence is the scorecard's.</param>
    /// <returns>This builder.</returns>
    /// <remarks>
    /// The verdict is that of <see cref="LatestPeriod"/>; the two changes are facts beside it, and their limits include the variance between periods where
    /// the earlier ones tell it. Periods of another rule are no history. With fewer than eight earlier periods the change from the period before is judged by
    /// sampling error only.
    /// <para>The model is fitted here, once for all faces.</para>
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
        string? note = null,
        ModelOptions? model = null)
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
            return Add(label, default(TKpi), null, null, null, null, [], target, benchmark, trend, note);
        }

        (CalendarPeriod period, TKpi now) = series[last];
        int yearAgo = YearBefore.Of(period) is { } same ? PeriodCount.Between(series[0].Key, same) : -1;
        ScorecardComparison? before = Compared(series, last, last - 1), lastYear = yearAgo == last - 1 ? null : Compared(series, last, yearAgo);
        LatestPeriod latest = Latest(series.Slice(series[0].Key, period).OfLatestRule, (model ?? new()) with { Confidence = head.Confidence }, nameof(model));
        bool hasHistory = latest.Period == period && latest.Basis is LatestBasis.Season or LatestBasis.Level;
        return Add(
            label,
            now,
            period,
            hasHistory ? ScorecardVerdict.From(latest) : ScorecardVerdict.Of(before?.Change),
            hasHistory ? before?.AllowingFor(latest.Fit!, now.Value, now.GoalRange) : before,
            hasHistory ? lastYear?.AllowingFor(latest.Fit!, now.Value, now.GoalRange) : lastYear,
            [.. series.Take(last + 1).Select((point, i) => new ScorecardFigure(point.Key, series.IsIncompleteAt(i) ? null : point.Value.Value))],
            target,
            benchmark,
            trend,
            note);
    }

    /// <summary>Shows an activity together with the outcome that it is meant to improve.</summary>
    /// <param name="activity">The label of the activity's line, which must have been added before.</param>
    /// <param name="outcome">The label of the outcome's line, which must have been added before; its KPI must have a good direction.</param>
    /// <returns>This builder. The verdict follows from those of the two lines.</returns>
    /// <exception cref="ArgumentException">No line or more than one has the label, both labels are the same, or the outcome has no good direction.</exception>
    public ScorecardBuilder Pair(string activity, string outcome)
    {
        _ = Line(activity, nameof(activity));
        ScorecardLine guard = Line(outcome, nameof(outcome));
        _ = guard.Definition.Direction != KpiDirection.Neutral
            ? guard
            : throw new ArgumentException($"{nameof(outcome)} must have a good direction, which {guard.Definition.Name} has not", nameof(outcome));
        _ = new ScorecardPair(activity, outcome, PairVerdict.Unknown);
        pairs.Add((activity, outcome));
        return this;
    }

    /// <summary>Judges all lines together by Holm's method, so that chance marks any of them no more often than the confidence level allows.</summary>
    /// <returns>This builder. A line that is marked by itself but not among all has no evidence, and its reason says so.</returns>
    /// <remarks>Without it each line is judged by itself, and the scorecard says how many of the lines chance marks when nothing changed.</remarks>
    public ScorecardBuilder Holm()
    {
        isHolm = true;
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

    /// <summary>Shows a table below the lines, such as what drives an outcome or whether the answers stand for the customers.</summary>
    /// <param name="section">The table; <see cref="ScorecardSection"/> makes one from a result.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="section"/> is <see langword="null"/>.</exception>
    public ScorecardBuilder Section(ScorecardSection section)
    {
        sections.Add(Guard.NotNull(section));
        return this;
    }

    /// <summary>Creates the scorecard of everything added so far.</summary>
    /// <returns>The scorecard, which does not change when more is added to this builder.</returns>
    /// <exception cref="ArgumentException">A label occurs twice in a group.</exception>
    public Scorecard Build()
    {
        ScorecardLine[] judged = isHolm ? ScorecardMultiplicity.Adjusted(lines, head.Confidence) : [.. lines];
        ScorecardPair[] together = [.. pairs.Select(pair => new ScorecardPair(
            pair.Activity, pair.Outcome, ScorecardPair.Judge(Of(pair.Activity).Verdict, Of(pair.Outcome).Verdict)))];
        return new(head.Title, judged, together, head.AsOf, head.Confidence) { IsHolm = isHolm, Charts = charts, Sections = sections };

        ScorecardLine Of(string label) => judged.First(line => string.Equals(line.Label, label, StringComparison.Ordinal));
    }

    /// <summary>The title and the number of lines added so far.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{TerminalText.Clean(head.Title)} ({lines.Count} lines)");

    private ScorecardBuilder Add<TKpi>(
        string? label,
        TKpi kpi,
        CalendarPeriod? period,
        ScorecardVerdict? latest,
        ScorecardComparison? previous,
        ScorecardComparison? lastYear,
        IReadOnlyList<ScorecardFigure> history,
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
        lines.Add(new(definition)
        {
            Label = label is null ? definition.Symbol : Guard.NotBlank(label),
            Group = currentGroup,
            Evidence = kpi,
            Currency = kpi.Currency,
            Basis = KpiBasis.Of(kpi),
            Period = period,
            Estimate = kpi.Estimate(head.Confidence),
            Latest = latest,
            Previous = previous,
            LastYear = lastYear,
            History = history,
            Trend = trend,
            Target = target?.Assess(kpi, head.AsOf, head.Confidence, nameof(target)),
            Benchmark = benchmark,
            Note = note,
        });
        return this;
    }

    // Options that do not suit the series are those of the model.
    private static LatestPeriod Latest<TKpi>(KpiSeries<TKpi> series, ModelOptions options, string name)
        where TKpi : struct, IKpi<TKpi>
    {
        try
        {
            return series.Latest(options);
        }
        catch (ArgumentException error) when (error is not ArgumentOutOfRangeException)
        {
            throw HeldRecords.Blame(error, name);
        }
    }

    private ScorecardComparison? Compared<TKpi>(TKpi now, TKpi? then, string name)
        where TKpi : struct, IKpi<TKpi> =>
        then is { } given ? new() { Value = given.Value, Change = HeldRecords.ChangeFrom(now, given, head.Confidence, name) } : null;

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

    static ScorecardBuilder IJsonRecord<ScorecardBuilder>.Json(JsonMembers<ScorecardBuilder> json) =>
        throw new NotSupportedException($"{nameof(ScorecardBuilder)} is no scorecard yet: {nameof(Build)} it");
}
