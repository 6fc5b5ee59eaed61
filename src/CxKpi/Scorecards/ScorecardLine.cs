using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>One KPI of a scorecard: its figures, what they are compared with, and the definition they were computed with.</summary>
[JsonConverter(typeof(RecordJsonConverter<ScorecardLine>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed partial record ScorecardLine : IJsonRecord<ScorecardLine>
{
    internal const int LeastObservations = 30;

    internal ScorecardLine(KpiDefinition definition) => Definition = definition;

    /// <summary>The label of the line; not blank.</summary>
    public required string Label { get; init => field = Guard.NotBlank(value, nameof(Label)); }

    /// <summary>The group under which it is shown; <see langword="null"/> for none.</summary>
    public string? Group { get; init; }

    /// <summary>The definition with which the line was calculated.</summary>
    public KpiDefinition Definition { get; }

    /// <summary>
    /// The record that the figures come from, or the two totals of a KPI from outside the library; <see langword="null"/> when it is not stated.
    /// </summary>
    public IEvidence? Evidence { get; internal init => field = value is null || KnownKpis.Of(value) is not null ? value : value.Totals; }

    /// <summary>The ISO 4217 code of the currency of an amount of money; <see langword="null"/> when it is not stated.</summary>
    public string? Currency { get; internal init; }

    /// <summary>
    /// What the value rests on: the observations and the rules under which they were gathered; <see langword="null"/> when it is not stated.
    /// </summary>
    public KpiBasis? Basis { get; internal init; }

    /// <summary>The period; <see langword="null"/> when it is not stated.</summary>
    public CalendarPeriod? Period { get; internal init; }

    /// <summary>The value with its interval; <see langword="null"/> when the value is undefined.</summary>
    public Estimate? Estimate { get; internal init; }

    /// <summary>
    /// The verdict with its reason: by the periods before where the line was made from a series that has them, otherwise by the sampling error of the change
    /// from the period before; <see langword="null"/> when there is nothing to judge by, or when it is not stated.
    /// </summary>
    public ScorecardVerdict? Latest { get; internal init; }

    /// <summary>The comparison with the period before; <see langword="null"/> when there is none.</summary>
    public ScorecardComparison? Previous { get; internal init; }

    /// <summary>The comparison with the same season last year; <see langword="null"/> when there is none.</summary>
    public ScorecardComparison? LastYear { get; internal init; }

    /// <summary>The trend; <see langword="null"/> when there is none.</summary>
    public ScorecardTrend? Trend { get; internal init; }

    /// <summary>The target and its status; <see langword="null"/> when there is no target.</summary>
    public TargetAssessment? Target { get; internal init; }

    /// <summary>The benchmark; <see langword="null"/> when there is none.</summary>
    public Benchmark? Benchmark { get; internal init; }

    /// <summary>
    /// The figures of the series that the line was made from, in order, without gaps, up to <see cref="Period"/>; empty when it was made from a record.
    /// </summary>
    public IReadOnlyList<ScorecardFigure> History { get; internal init => field = ValueList.Of(Consecutive(value)); } = ValueList<ScorecardFigure>.Empty;

    /// <summary>A remark in the author's own words; <see langword="null"/> when there is none.</summary>
    public string? Note { get; init; }

    /// <summary>The value in the KPI's unit; <see langword="null"/> when it is undefined.</summary>
    public double? Value => Estimate?.Value;

    /// <summary>
    /// What the line says of its period: the verdict of <see cref="Latest"/>, or where that is not stated of the change from the period before.
    /// </summary>
    public LatestVerdict Verdict => Judgement?.Verdict ?? LatestVerdict.Unknown;

    /// <summary>The confidence levels of the intervals; an estimate of nothing has none.</summary>
    internal IEnumerable<double> Confidences =>
        new[] { Estimate?.Confidence, Previous?.Change?.Confidence, LastYear?.Change?.Confidence }.OfType<double>().Where(level => level > 0);

    /// <summary>The number of observations; 0 when the value is undefined and <see cref="Basis"/> is not stated.</summary>
    public long N => Basis?.N ?? Estimate?.N ?? 0;

    /// <summary>The benchmark's band in which the value lies; <see langword="null"/> when there is no benchmark or the value is outside its bands.</summary>
    public BenchmarkBand? Band => Benchmark?.BandOf(Value);

    /// <summary>
    /// Whether the sample is thin: fewer than <see cref="Scorecard.ThinBelow"/> observations, an interval without a limit,
    /// or fewer than ten clusters. An undefined value is not thin, because there is no sample.
    /// </summary>
    public bool IsThin => Estimate is { } estimate
        && (estimate.N < LeastObservations
            || estimate is not { Lower: not null, Upper: not null }
            || (estimate.Flags & (EstimateFlags.SingleObservation | EstimateFlags.Unbounded | EstimateFlags.FewClusters)) != EstimateFlags.None);

    /// <summary>The verdict as stated, or that of the change from the period before.</summary>
    internal ScorecardVerdict? Judgement => Latest ?? ScorecardVerdict.Of(Previous?.Change);

    /// <summary>Whether nothing is known of the spread, because there is a single observation or only totals.</summary>
    internal bool HasNoInterval => Estimate is { Lower: null, Upper: null };

    /// <summary>The label, the rules, the value and its interval as text.</summary>
    /// <returns>Text for display, such as <c>NPS: +40.0, 12.3 to 67.7 (5 answers)</c>.</returns>
    public override string ToString()
    {
        Phrases words = Phrases.English;
        string interval = words.Interval(Definition, Estimate?.Lower, Estimate?.Upper, Currency, Value);
        string value = Phrases.JoinNotEmpty(", ", words.Value(Definition, Value, Currency), interval);
        return $"{TerminalText.Clean(words.Named(Label, Definition, Basis))}: {value} ({BaseIn(words)})";
    }

    /// <summary>The value, with as many digits as keep it from reading like the goal of its target.</summary>
    internal string ValueIn(Phrases words) => words.Value(Definition, Value, Currency, more: MoreDecimals);

    /// <summary>The limits in the magnitude and with the decimals of the value; empty when there is none.</summary>
    internal string IntervalIn(Phrases words) => words.Interval(Definition, Estimate?.Lower, Estimate?.Upper, Currency, Value, MoreDecimals);

    /// <summary>A figure of the target in the magnitude and with the decimals of the value.</summary>
    internal string TargetIn(Phrases words, double figure) => words.Value(Definition, figure, Currency, Value, MoreDecimals);

    private int MoreDecimals => Target is { Value: { } judged, Target.Goal: var goal } ? KpiText.DecimalsApart(Definition.Unit, judged, goal, Currency) : 0;

    /// <summary>The number of observations, with what they are where that is stated.</summary>
    internal string BaseIn(Phrases words) => Basis?.Base(words) ?? $"n = {words.Count(N)}";

    private static ScorecardFigure[] Consecutive(IReadOnlyList<ScorecardFigure> history)
    {
        ScorecardFigure[] figures = [.. Guard.NotNull(history, nameof(History))];
        for (int i = 1; i < figures.Length; i++)
        {
            _ = figures[i].Period == figures[0].Period.Plus(i)
                ? figures[i]
                : throw Guard.OutsideAt(i, nameof(History), "must hold one period after the other", figures[i].Period);
        }

        return figures;
    }

    static ScorecardLine IJsonRecord<ScorecardLine>.Json(JsonMembers<ScorecardLine> json)
    {
        string label = json.Text(nameof(Label), x => x.Label);
        string? group = json.OptionalText(nameof(Group), x => x.Group);
        KpiDefinition definition = json.Record(nameof(Definition), x => x.Definition);
        IEvidence? record = json.Optional(nameof(Evidence), x => x.Evidence is EvidenceTotals ? null : x.Evidence, new EvidenceConverter(definition));
        EvidenceTotals? totals = json.OptionalRecord(nameof(IEvidence.Totals), x => x.Evidence as EvidenceTotals?);
        return new ScorecardLine(definition)
        {
            Label = label,
            Group = group,
            Evidence = record ?? totals,
            Currency = json.Currency(nameof(Currency), x => x.Currency),
            Basis = json.OptionalRecord(nameof(Basis), x => x.Basis),
            Period = json.OptionalAny(nameof(Period), x => x.Period),
            Estimate = json.OptionalRecord(nameof(Estimate), x => x.Estimate),
            Latest = json.OptionalRecord(nameof(Latest), x => x.Latest),
            Previous = json.OptionalRecord(nameof(Previous), x => x.Previous),
            LastYear = json.OptionalRecord(nameof(LastYear), x => x.LastYear),
            Trend = json.OptionalRecord(nameof(Trend), x => x.Trend),
            Target = json.OptionalRecord(nameof(Target), x => x.Target),
            Benchmark = json.OptionalRecord(nameof(Benchmark), x => x.Benchmark),
            Note = json.OptionalText(nameof(Note), x => x.Note),
            History = json.Records(nameof(History), x => x.History),
        }.Agreed();
    }
}
