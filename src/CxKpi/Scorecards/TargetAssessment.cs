using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>A target with its status by the evidence.</summary>
[JsonConverter(typeof(RecordJsonConverter<TargetAssessment>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record TargetAssessment : ILocalizedFace, IJsonRecord<TargetAssessment>
{
    internal TargetAssessment(Target target) => Target = target;

    /// <summary>The target.</summary>
    public Target Target { get; }

    /// <summary>The status by the interval.</summary>
    public TargetStatus Status { get; internal init => field = Guard.Defined(value, nameof(Status)); }

    /// <summary>The value that was judged, in the KPI's unit; <see langword="null"/> when it is undefined.</summary>
    public double? Value { get; internal init; }

    /// <summary>The unit of the value, the limits and the goal; <see langword="null"/> when it is not stated.</summary>
    public KpiUnit? Unit { get; internal init => field = Guard.Defined(value, nameof(Unit)); }

    /// <summary>The ISO 4217 code of the currency of an amount of money; <see langword="null"/> when it is not stated.</summary>
    public string? Currency { get; internal init; }

    /// <summary>The lower limit of the value, in the KPI's unit; <see langword="null"/> when the evidence gives none, and for a full count.</summary>
    public double? Lower { get; internal init; }

    /// <summary>The upper limit of the value, in the KPI's unit; <see langword="null"/> when the evidence gives none, and for a full count.</summary>
    public double? Upper { get; internal init; }

    /// <summary>
    /// How much of the way from the baseline to the goal the value has come, which is 1 at the goal;
    /// <see langword="null"/> when there is no baseline or the baseline already meets the goal.
    /// </summary>
    public double? Attainment { get; internal init; }

    /// <summary>The attainment at the less favourable limit; <see langword="null"/> when it is undefined or the baseline is uncertain itself.</summary>
    public double? AttainmentLower { get; internal init; }

    /// <summary>The attainment at the more favourable limit; <see langword="null"/> when it is undefined or the baseline is uncertain itself.</summary>
    public double? AttainmentUpper { get; internal init; }

    /// <summary>
    /// Whether the deadline has passed; <see langword="null"/> when no deadline or no day is stated.
    /// Before the deadline a missed target is only not yet reached.
    /// </summary>
    public bool? IsDue { get; internal init; }

    /// <summary>The status, the value and the target as invariant text.</summary>
    /// <returns>Text for display, such as <c>Undecided: +42.0 against at least +40.0 (attainment 110%)</c>.</returns>
    public override string ToString()
    {
        string status = this is { Status: TargetStatus.Missed, IsDue: false } ? "Not met yet" : Status == TargetStatus.NoData ? "No data" : Status.ToString();
        string attainment = Attainment is { } way ? string.Create(CultureInfo.InvariantCulture, $" (attainment {100 * way:0.#}%)") : "";
        return $"{status}: {(Value is { } value ? Number(value) : Phrases.English.Number(null))} against {Target.Stated(Number)}{attainment}";
    }

    /// <summary>Writes the status, the value and the target as text for a terminal.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>The text, whose lines end with a line feed.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToText(ReportLanguage language = ReportLanguage.English) => Face(Phrases.For(language)).ToText();

    /// <summary>Writes the status, the value and the target as Markdown.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>The text, in which text supplied by users is escaped so that it neither formats nor links.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToMarkdown(ReportLanguage language = ReportLanguage.English) => Face(Phrases.For(language)).ToMarkdown();

    /// <summary>An HTML table of status, value and target, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of status, value and target, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words) => Face(words).ToHtml();

    private NotebookTable Face(Phrases words)
    {
        string deadline = Target.Deadline is { } day ? words.Date(day) : "";
        return Target.Facts(words, number => Shown(number)!)
            .Fact(words.VerdictLabel, LineWords.Status(Status, IsDue, words).Words)
            .Fact(words.ValueLabel, Shown(Value) ?? words.Undefined)
            .Fact(words.LimitsLabel, words.Range(Shown(Lower), Shown(Upper)))
            .Fact(words.AttainmentLabel, Attainment is { } way
                ? Phrases.JoinNotEmpty(", ", words.Percent(way), words.Range(Percent(AttainmentLower), Percent(AttainmentUpper)))
                : null)
            .Fact(words.DeadlineLabel, IsDue == true ? $"{deadline}, {words.DeadlineHasPassed}" : deadline);

        string? Shown(double? number) => number is not { } known ? null
            : Unit is { } unit ? KpiText.Value(unit, known, words, Currency, Value, MoreDecimals)
            : KpiText.Plain(known, words, KpiText.PlainDigits + MoreDecimals);

        string? Percent(double? share) => share is { } known ? words.Percent(known) : null;
    }

    /// <summary>How many decimals more than usual keep the value from reading like the goal.</summary>
    private int MoreDecimals => Value is { } value ? KpiText.DecimalsApart(Unit, value, Target.Goal, Currency) : 0;

    private string Number(double number) =>
        Unit is { } unit
        ? KpiText.Value(unit, number, CultureInfo.InvariantCulture, Currency, Value, MoreDecimals)
        : KpiText.Plain(number, CultureInfo.InvariantCulture, KpiText.PlainDigits + MoreDecimals);

    static TargetAssessment IJsonRecord<TargetAssessment>.Json(JsonMembers<TargetAssessment> json)
    {
        TargetAssessment read = json.InOrder(
            new(json.Record(nameof(Target), x => x.Target))
            {
                Status = json.Value(nameof(Status), x => x.Status),
                Value = json.Optional(nameof(Value), x => x.Value),
                Unit = json.Optional(nameof(Unit), x => x.Unit),
                Currency = json.Currency(nameof(Currency), x => x.Currency),
                Lower = json.Optional(nameof(Lower), x => x.Lower),
                Upper = json.Optional(nameof(Upper), x => x.Upper),
                Attainment = json.Optional(nameof(Attainment), x => x.Attainment),
                AttainmentLower = json.Optional(nameof(AttainmentLower), x => x.AttainmentLower),
                AttainmentUpper = json.Optional(nameof(AttainmentUpper), x => x.AttainmentUpper),
                IsDue = json.Optional(nameof(IsDue), x => x.IsDue),
            },
            (x => x.Lower, x => x.Upper, nameof(Lower), nameof(Upper)),
            (x => x.AttainmentLower, x => x.AttainmentUpper, nameof(AttainmentLower), nameof(AttainmentUpper)));
        _ = read.Agrees() ? read : throw json.Fault(nameof(Status), $"must be what the value and its limits are against the goal; got {read.Status}");
        (double? less, double? more) = read.Target.Bound == TargetBound.AtMost ? (read.Upper, read.Lower) : (read.Lower, read.Upper);
        Way(nameof(Attainment), read.Attainment, read.Value);
        Way(nameof(AttainmentLower), read.AttainmentLower, less);
        Way(nameof(AttainmentUpper), read.AttainmentUpper, more);
        bool isLimited = read.Lower is not null || read.Upper is not null;
        return isLimited && read.Target.IsCensus
            ? throw json.Fault(read.Lower is null ? nameof(Upper) : nameof(Lower), "must not be stated for a full count, which has no sampling error")
            : read is { IsDue: { } due, Target.Deadline: null }
            ? throw json.Fault(nameof(IsDue), $"must not be stated without a deadline; got {(due ? "true" : "false")}")
            : read;

        void Way(string member, double? stated, double? figure) =>
            _ = read.FaultOfAttainment(stated, figure) is { } rule ? throw json.Fault(member, rule) : stated;
    }

    // What is not stated contradicts nothing.
    private string? FaultOfAttainment(double? stated, double? figure)
    {
        if (stated is not { } way)
        {
            return null;
        }

        if (figure is not { } known || Target.Baseline is not { } baseline)
        {
            return string.Create(CultureInfo.InvariantCulture, $"must not be stated without a baseline and the figure that is on the way; got {way}");
        }

        // The quotient carries the rounding of all three figures, which may have brought baseline and goal together.
        double goal = Target.Goal, length = Math.Abs(goal - baseline);
        double rounding = StatedFigures.Slack(baseline) + StatedFigures.Slack(goal);
        double slack = StatedFigures.Slack(way) + (StatedFigures.Slack(known) + (1 + Math.Abs(way)) * rounding) / length;
        double? found = Target.Attainment(known);
        return found is { } other ? (Math.Abs(way - other) > slack
                ? string.Create(CultureInfo.InvariantCulture, $"must be {other}, which is how far {known} is from {baseline} to {goal}; got {way}")
                : null)
            : length > rounding ? string.Create(CultureInfo.InvariantCulture, $"must not be stated where the baseline already meets the goal; got {way}")
            : null;
    }

    // What flags or an uncertain baseline leave undecided may lie wholly on one side; what is decided lies on the side that it names.
    private bool Agrees()
    {
        bool isFloor = Target.Bound == TargetBound.AtLeast, isAll = Target is { Form: TargetForm.AllWithin, Goal: 1 };
        double slack = StatedFigures.Slack(Target.Goal);
        double? Beyond(double? figure) => (isFloor ? 1 : -1) * (figure - Target.Goal);
        return Status switch
        {
            TargetStatus.NoData => Value is null,
            TargetStatus.Met => Beyond(isAll ? Value : (isFloor ? Lower : Upper) ?? Value) >= -slack,
            TargetStatus.Missed => Beyond(isAll ? Value : (isFloor ? Upper : Lower) ?? Value) <= slack,
            TargetStatus.Undecided => Value is not null,
        };
    }
}
