using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>One figure as charts, caches and dashboards take it: flat, with its label, limits, change and verdict side by side.</summary>
/// <remarks>
/// Series, segments and scorecards give the same shape by <c>ToPoints</c>. In JSON every member is a number, a text, <see langword="true"/> or
/// <see langword="false"/>, or null. Nothing is rounded unless <see cref="Rounded"/> is asked for. A point is a picture of a record and not its evidence:
/// it does not combine.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<KpiPoint>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record KpiPoint : IJsonRecord<KpiPoint>
{
    internal KpiPoint()
    {
    }

    /// <summary>What identifies the point, the same in every language: a period such as <c>2026-11</c>, the key of a segment, or the label of a line.</summary>
    public required string Key { get; init => field = Guard.NotNull(value, nameof(Key)); }

    /// <summary>The label for people, such as <c>November 2026</c>; not blank.</summary>
    public required string Label { get; init => field = Guard.NotBlank(value, nameof(Label)); }

    /// <summary>The group of a scorecard's line; <see langword="null"/> when there is none.</summary>
    public string? Group { get; init; }

    /// <summary>The symbol of the KPI's definition; <see langword="null"/> for figures alone.</summary>
    public string? Kpi { get; internal init; }

    /// <summary>The unit of the value, its limits and its change; <see langword="null"/> for figures alone.</summary>
    public KpiUnit? Unit { get; internal init => field = Guard.Defined(value, nameof(Unit)); }

    /// <summary>The ISO 4217 code of the currency of an amount of money; <see langword="null"/> when it is not stated.</summary>
    public string? Currency { get; internal init; }

    /// <summary>The first day of the period, in the ISO calendar; <see langword="null"/> when there is no period.</summary>
    public LocalDate? Start { get; internal init => field = value is { } day ? CalendarGuard.Iso(day, nameof(Start)) : null; }

    /// <summary>The last day of the period, in the ISO calendar; <see langword="null"/> when there is no period.</summary>
    public LocalDate? End { get; internal init => field = value is { } day ? CalendarGuard.Iso(day, nameof(End)) : null; }

    /// <summary>The value, in the KPI's unit; <see langword="null"/> when it is undefined.</summary>
    public double? Value { get; internal init => field = Guard.Finite(value, nameof(Value)); }

    /// <summary>The lower limit of the value, in the KPI's unit; <see langword="null"/> when the evidence gives none.</summary>
    public double? Lower { get; internal init => field = Guard.Finite(value, nameof(Lower)); }

    /// <summary>The upper limit of the value, in the KPI's unit; <see langword="null"/> when the evidence gives none.</summary>
    public double? Upper { get; internal init => field = Guard.Finite(value, nameof(Upper)); }

    /// <summary>The confidence level of all limits, between 0 and 1; <see langword="null"/> for figures alone.</summary>
    public double? Confidence { get; internal init => field = value is { } level ? Guard.Confidence(level, nameof(Confidence)) : null; }

    /// <summary>The rules under which the figure was gathered, such as <c>4–5 of 5</c>; <see langword="null"/> when the definition says all.</summary>
    public string? Rules { get; internal init; }

    /// <summary>The number of observations; <see langword="null"/> for figures alone.</summary>
    public long? N { get; internal init => field = value is { } count ? Guard.NotNegative(count, nameof(N)) : null; }

    /// <summary>What the observations are; <see langword="null"/> for figures alone.</summary>
    public ObservationKind? Observation { get; internal init => field = Guard.Defined(value, nameof(Observation)); }

    /// <summary>The number of rows of totals in which the observations came; <see langword="null"/> for figures alone.</summary>
    public long? Rows { get; internal init => field = value is { } count ? Guard.NotNegative(count, nameof(Rows)) : null; }

    /// <summary>The number of clusters in which the observations came; <see langword="null"/> when they are taken for independent.</summary>
    public long? Clusters { get; internal init => field = value is { } count ? Guard.Positive(count, nameof(Clusters)) : null; }

    /// <summary>The part of a segment in the total, in [0, 1], as <see cref="SegmentExtensions.Shares"/> counts it; <see langword="null"/> elsewhere.</summary>
    public double? Share { get; internal init => field = value is { } known ? Guard.Probability(known, nameof(Share)) : null; }

    /// <summary>The value compared with, in the KPI's unit: that of the period before; <see langword="null"/> when there is none.</summary>
    public double? Previous { get; internal init => field = Guard.Finite(value, nameof(Previous)); }

    /// <summary>The value minus the previous one, in the KPI's unit; <see langword="null"/> when the two cannot be compared.</summary>
    /// <value>Volumes are compared per day, which <see cref="ChangeFlags"/> say where the days differ.</value>
    public double? Change { get; internal init => field = Guard.Finite(value, nameof(Change)); }

    /// <summary>The lower limit of the change, in the KPI's unit; <see langword="null"/> when the evidence gives none.</summary>
    public double? ChangeLower { get; internal init => field = Guard.Finite(value, nameof(ChangeLower)); }

    /// <summary>The upper limit of the change, in the KPI's unit; <see langword="null"/> when the evidence gives none.</summary>
    public double? ChangeUpper { get; internal init => field = Guard.Finite(value, nameof(ChangeUpper)); }

    /// <summary>
    /// The change as a fraction of the value compared with, where 0.1 is a tenth more; <see langword="null"/> when there is no change, that value is not above
    /// 0, or the unit has no natural zero, as net scores, points of a scale and indices have none.
    /// </summary>
    public double? RelativeChange { get; internal init => field = Guard.Finite(value, nameof(RelativeChange)); }

    /// <summary>The two-sided p-value of "no change", in [0, 1]; <see langword="null"/> when the evidence gives none.</summary>
    public double? PValue { get; internal init => field = value is { } known ? Guard.Probability(known, nameof(PValue)) : null; }

    /// <summary>
    /// What the change means for the KPI, and for a line of a scorecard its verdict; <see langword="null"/> when there is none. In JSON it is the name.
    /// </summary>
    public LatestVerdict? Verdict { get; internal init => field = Guard.Defined(value, nameof(Verdict)); }

    /// <summary>
    /// What the verdict rests on, in the language of the labels: the reason of a scorecard's line, or that a change was judged by sampling error only;
    /// <see langword="null"/> without a verdict.
    /// </summary>
    public string? Reason { get; internal init; }

    /// <summary>The lower limit of what the earlier periods lead one to expect, in the KPI's unit; <see langword="null"/> without a history.</summary>
    public double? ExpectedLower { get; internal init => field = Guard.Finite(value, nameof(ExpectedLower)); }

    /// <summary>The upper limit of what the earlier periods lead one to expect, in the KPI's unit; <see langword="null"/> without a history.</summary>
    public double? ExpectedUpper { get; internal init => field = Guard.Finite(value, nameof(ExpectedUpper)); }

    /// <summary>Whether the rows cover the period only in part; such a point is compared with no other.</summary>
    public bool IsIncomplete { get; internal init; }

    /// <summary>Warnings about the value and its limits.</summary>
    public EstimateFlags Flags { get; internal init; }

    /// <summary>Warnings about the change and its limits.</summary>
    public EstimateFlags ChangeFlags { get; internal init; }

    /// <summary>Creates the point of one record.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="label">The key and the label; not blank.</param>
    /// <param name="kpi">The record.</param>
    /// <param name="previous">The record compared with, on other observations; <see langword="null"/> for none.</param>
    /// <param name="confidence">The confidence level of the limits, between 0 and 1, both excluded.</param>
    /// <returns>The point.</returns>
    /// <exception cref="ArgumentException">The label is blank, or the two records were gathered under different rules.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public static KpiPoint Of<TKpi>(string label, TKpi kpi, TKpi? previous = null, double confidence = 0.95)
        where TKpi : struct, IKpi<TKpi> =>
        Of(Guard.NotBlank(label), label, kpi, confidence).ComparedWith(
            previous?.Value,
            previous is { } other ? HeldRecords.ChangeFrom(kpi, other, confidence, nameof(previous)) : null,
            Phrases.English);

    /// <summary>Returns the point with its figures rounded, for readers that show digits as they come.</summary>
    /// <param name="digits">The number of decimals, from 0 to 15; shares are fractions, so that 3 decimals are one decimal of a percentage.</param>
    /// <returns>A point whose value, limits, share and changes are rounded half away from zero; the p-value is not.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="digits"/> does not lie between 0 and 15.</exception>
    public KpiPoint Rounded(int digits)
    {
        Guard.InRange(digits, 0, 15);
        return this with
        {
            Value = Round(Value),
            Lower = Round(Lower),
            Upper = Round(Upper),
            Share = Round(Share),
            Previous = Round(Previous),
            Change = Round(Change),
            ChangeLower = Round(ChangeLower),
            ChangeUpper = Round(ChangeUpper),
            RelativeChange = Round(RelativeChange),
            ExpectedLower = Round(ExpectedLower),
            ExpectedUpper = Round(ExpectedUpper),
        };

        double? Round(double? figure) => figure is { } known ? Math.Round(known, digits, MidpointRounding.AwayFromZero) : null;
    }

    /// <summary>The label, the value and the number of observations as invariant text.</summary>
    /// <returns>Text for display, such as <c>November 2026: +40.0 (5 answers)</c>.</returns>
    public override string ToString()
    {
        string value = Value is not { } known ? Phrases.English.Undefined
            : Unit is { } unit ? KpiText.Value(unit, known, CultureInfo.InvariantCulture, Currency)
            : KpiText.Short(known);
        string n = N is not { } count ? ""
            : Observation is { } kind
                ? $" ({Phrases.English.Observations(kind, count)}"
                    + $"{(Clusters is { } clusters ? $", {Phrases.English.Observations(ObservationKind.Cluster, clusters)}" : "")})"
            : string.Create(CultureInfo.InvariantCulture, $" (n = {count:#,0})");
        return $"{TerminalText.Clean(Label)}: {value}{n}{(IsIncomplete ? $" ({Phrases.English.Incomplete})" : "")}";
    }

    internal static KpiPoint Of<TKpi>(string key, string label, TKpi kpi, double confidence)
        where TKpi : struct, IKpi<TKpi> => Of(
            Phrases.English, key, label, TKpi.Definition, KpiBasis.Of(kpi), kpi.Currency, kpi.Estimate(confidence), confidence);

    internal static KpiPoint Of(
        Phrases words,
        string key,
        string label,
        KpiDefinition definition,
        KpiBasis? basis,
        string? currency,
        Estimate? estimate,
        double confidence) => new()
        {
            Key = key,
            Label = label,
            Kpi = definition.Symbol,
            Rules = basis?.RulesIn(words, definition) is { Length: > 0 } rules ? rules : null,
            Observation = basis?.Observation,
            Rows = basis?.Rows,
            Clusters = basis?.Clusters,
            Unit = definition.Unit,
            Currency = currency,
            Value = Known(estimate?.Value),
            Lower = Known(estimate?.Lower),
            Upper = Known(estimate?.Upper),
            Confidence = confidence,
            N = basis?.N ?? estimate?.N ?? 0,
            Flags = estimate?.Flags ?? EstimateFlags.None,
        };

    internal KpiPoint In(CalendarPeriod? period) => this with { Start = period?.Start, End = period?.End };

    internal KpiPoint ComparedWith(double? previous, Change? change, Phrases words) => this with
    {
        Previous = Known(previous),
        Change = Known(change?.Difference),
        ChangeLower = Known(change?.Lower),
        ChangeUpper = Known(change?.Upper),
        RelativeChange = Known(change?.Relative),
        PValue = change?.PValue,
        Verdict = change?.Verdict.OfPeriod(),
        Reason = change is null ? null : words.BySamplingErrorOnly,
        ChangeFlags = change?.Flags ?? EstimateFlags.None,
    };

    internal KpiPoint Judged((LatestVerdict Verdict, double? Lower, double? Upper, string Reason)? judged) => judged is not { } given ? this : this with
    {
        Verdict = given.Verdict,
        ExpectedLower = given.Lower,
        ExpectedUpper = given.Upper,
        Reason = given.Reason,
    };

    // A figure that passes the range of a double is none that a chart could draw.
    private static double? Known(double? figure) => figure is { } known && double.IsFinite(known) ? known : null;

    static KpiPoint IJsonRecord<KpiPoint>.Json(JsonMembers<KpiPoint> json)
    {
        KpiPoint read = new()
        {
            Key = json.Text(nameof(Key), x => x.Key),
            Label = json.Text(nameof(Label), x => x.Label),
            Group = json.OptionalText(nameof(Group), x => x.Group),
            Kpi = json.OptionalText(nameof(Kpi), x => x.Kpi),
            Unit = json.Optional(nameof(Unit), x => x.Unit),
            Currency = json.Currency(nameof(Currency), x => x.Currency),
            Start = json.Optional(nameof(Start), x => x.Start),
            End = json.Optional(nameof(End), x => x.End),
            Value = json.Optional(nameof(Value), x => x.Value),
            Lower = json.Optional(nameof(Lower), x => x.Lower),
            Upper = json.Optional(nameof(Upper), x => x.Upper),
            Confidence = json.Optional(nameof(Confidence), x => x.Confidence),
            Rules = json.OptionalText(nameof(Rules), x => x.Rules),
            N = json.Optional(nameof(N), x => x.N),
            Observation = json.Optional(nameof(Observation), x => x.Observation),
            Rows = json.Optional(nameof(Rows), x => x.Rows),
            Clusters = json.Seldom(nameof(Clusters), x => x.Clusters),
            Share = json.Optional(nameof(Share), x => x.Share),
            Previous = json.Optional(nameof(Previous), x => x.Previous),
            Change = json.Optional(nameof(Change), x => x.Change),
            ChangeLower = json.Optional(nameof(ChangeLower), x => x.ChangeLower),
            ChangeUpper = json.Optional(nameof(ChangeUpper), x => x.ChangeUpper),
            RelativeChange = json.Optional(nameof(RelativeChange), x => x.RelativeChange),
            PValue = json.Optional(nameof(PValue), x => x.PValue),
            Verdict = json.Optional(nameof(Verdict), x => x.Verdict),
            Reason = json.OptionalText(nameof(Reason), x => x.Reason),
            ExpectedLower = json.Optional(nameof(ExpectedLower), x => x.ExpectedLower),
            ExpectedUpper = json.Optional(nameof(ExpectedUpper), x => x.ExpectedUpper),
            IsIncomplete = json.Value(nameof(IsIncomplete), x => x.IsIncomplete),
            Flags = json.Value(nameof(Flags), x => x.Flags),
            ChangeFlags = json.Value(nameof(ChangeFlags), x => x.ChangeFlags),
        };
        Guard.InOrder(read.Lower, read.Upper, nameof(Lower), nameof(Upper));
        Guard.InOrder(read.ExpectedLower, read.ExpectedUpper, nameof(ExpectedLower), nameof(ExpectedUpper));
        Guard.InOrder(read.ChangeLower, read.ChangeUpper, nameof(ChangeLower), nameof(ChangeUpper));
        if (read.Confidence is { } confidence)
        {
            json.RequireOneStatement(nameof(PValue), read.PValue, confidence, (read.ChangeLower, read.ChangeUpper));
        }

        return read.Start > read.End ? throw json.Fault(nameof(End), $"must not lie before the day on which the point begins ({read.Start:uuuu-MM-dd})") : read;
    }
}
