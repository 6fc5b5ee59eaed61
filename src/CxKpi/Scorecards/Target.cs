using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>What a KPI is meant to reach: an absolute bound, a relative change from a baseline, or a limit that all cases must keep.</summary>
/// <remarks>
/// <code>attainment = (value - baseline) / (goal - baseline)</code>
/// 0 at the baseline, 1 at the goal, above 1 beyond it, negative on the wrong side of the baseline; the same formula serves goals above and below.
/// It is undefined without a baseline, and where there is no way to go: the baseline keeps the goal already.
/// <para>The status comes from the interval: met when all of it keeps the goal, missed when none of it does, undecided when it reaches over the goal or there
/// is no interval.
/// A value beyond the goal may well be undecided: that is what few answers are worth. The baseline is taken as known; where it is an estimate of its own,
/// <see cref="IKpi{TSelf}.ChangeFrom"/> says what the difference is worth.</para>
/// <para>"All within" is never judged by a mean, which is blind to those who waited long: it is read off the share of cases within that very limit: a
/// <see cref="ServiceLevel"/> whose threshold is the limit, or a <see cref="DurationSample"/>. <see cref="SlaCompliance"/> is taken too, by a rule of its own:
/// its due times are the caller's,
/// and so is the word that they are the target's limit. "90 % within a minute" and "the 90th percentile is at most a minute" are one statement.
/// "All" is a statement about the cases themselves, not about a population behind them: one exception misses it, and none meets it.</para>
/// <para>A target on one KPI invites to reach it at the cost of another - calls cut short to be in time:
/// show the KPI that must not suffer beside it, see <see cref="ScorecardPair"/>.</para>
/// <example>1,000 contacts, 15 % fewer wanted, 900 reached: the goal is 850, the attainment 2/3.</example>
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record Target
{
    /// <summary>Creates a target from its parts; the factories read better.</summary>
    /// <param name="form">How it was stated.</param>
    /// <param name="bound">The side of the goal that meets it.</param>
    /// <param name="goal">The goal in the KPI's unit; finite.</param>
    /// <param name="baseline">Where it starts, in the KPI's unit; finite; needed for a relative change.</param>
    /// <param name="limit">The limit of a single case; positive; for <see cref="TargetForm.AllWithin"/> and nothing else.</param>
    /// <param name="deadline">The last day on which it may be reached, in the ISO calendar.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, the share that must keep a limit is not above 0 and at most 1, the limit is not
    /// positive, or an enum is not a named value.</exception>
    /// <exception cref="ArgumentException">A part that the form needs is missing, or one that it has no use for is stated;
    /// the deadline is not in the ISO calendar.</exception>
    [JsonConstructor]
    public Target(TargetForm form, TargetBound bound, double goal, double? baseline = null, Duration? limit = null, LocalDate? deadline = null)
    {
        Form = Guard.Defined(form);
        Bound = Guard.Defined(bound);
        Goal = Guard.Finite(goal);
        Baseline = baseline is { } start ? Guard.Finite(start, nameof(baseline)) : null;
        Limit = limit;
        Deadline = deadline is { } day ? CalendarGuard.Iso(day, nameof(deadline)) : null;
        if (form == TargetForm.AllWithin != (limit is not null))
        {
            throw new ArgumentException($"{nameof(limit)} must be stated for {nameof(TargetForm.AllWithin)} and for no other form", nameof(limit));
        }

        if (form == TargetForm.RelativeChange && baseline is null)
        {
            throw new ArgumentException($"{nameof(baseline)} must be stated for a relative change", nameof(baseline));
        }

        if (form == TargetForm.AllWithin)
        {
            _ = goal is > 0 and <= 1 ? goal : throw Guard.Outside(nameof(goal), "must be a share above 0 and at most 1", goal);
            _ = limit > Duration.Zero ? limit : throw Guard.Outside(nameof(limit), "must be greater than zero", limit);
            _ = bound == TargetBound.AtLeast ? bound : throw new ArgumentException($"{nameof(bound)} must be {nameof(TargetBound.AtLeast)} for a share that keeps a limit", nameof(bound));
        }
    }

    /// <summary>How it was stated.</summary>
    public TargetForm Form { get; }

    /// <summary>The side of the goal that meets it.</summary>
    public TargetBound Bound { get; }

    /// <summary>The goal in the KPI's unit; for <see cref="TargetForm.AllWithin"/> the share of cases that must keep the limit.</summary>
    public double Goal { get; }

    /// <summary>Where it starts, in the KPI's unit; <see langword="null"/> when not stated.</summary>
    public double? Baseline { get; }

    /// <summary>The limit of a single case; for <see cref="TargetForm.AllWithin"/> only.</summary>
    [JsonConverter(typeof(DurationJsonConverter))]
    public Duration? Limit { get; }

    /// <summary>The last day on which it may be reached; <see langword="null"/> when not stated.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Deadline { get; }

    /// <summary>The goal as a relative change from the baseline, such as -0.15; <see langword="null"/> without a baseline or when it is 0.</summary>
    [JsonIgnore]
    public double? Change => Baseline is { } baseline && baseline != 0 ? (Goal - baseline) / Math.Abs(baseline) : null;

    /// <summary>A target of a goal or more.</summary>
    /// <param name="goal">The goal in the KPI's unit: 0.9 for 90 %, 40 for an NPS of +40, seconds for a time; finite.</param>
    /// <param name="baseline">Where it starts, in the same unit; needed for an attainment.</param>
    /// <param name="deadline">The last day on which it may be reached.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite.</exception>
    /// <exception cref="ArgumentException">The deadline is not in the ISO calendar.</exception>
    public static Target AtLeast(double goal, double? baseline = null, LocalDate? deadline = null) => new(TargetForm.Absolute, TargetBound.AtLeast, goal, baseline, null, deadline);

    /// <summary>A target of a goal or less.</summary>
    /// <param name="goal">The goal in the KPI's unit: 0.02 for 2 %, seconds for a time; finite.</param>
    /// <param name="baseline">Where it starts, in the same unit; needed for an attainment.</param>
    /// <param name="deadline">The last day on which it may be reached.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite.</exception>
    /// <exception cref="ArgumentException">The deadline is not in the ISO calendar.</exception>
    public static Target AtMost(double goal, double? baseline = null, LocalDate? deadline = null) => new(TargetForm.Absolute, TargetBound.AtMost, goal, baseline, null, deadline);

    /// <summary>A relative change from a baseline; a fall makes the goal an upper bound, a rise a lower one.</summary>
    /// <param name="change">The change as a fraction of the baseline's size: -0.15 for 15 % less; finite, not 0.</param>
    /// <param name="baseline">Where it starts, in the KPI's unit; finite, not 0.</param>
    /// <param name="deadline">The last day on which it may be reached.</param>
    /// <returns>The target; from a baseline of -20, a change of +0.1 leads to -18.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The change or the baseline is 0 or not finite, or the goal is not finite.</exception>
    /// <exception cref="ArgumentException">The deadline is not in the ISO calendar.</exception>
    public static Target RelativeChange(double change, double baseline, LocalDate? deadline = null)
    {
        _ = Guard.Finite(change) == 0 ? throw Guard.Outside(nameof(change), "must not be 0", change) : change;
        _ = Guard.Finite(baseline) == 0 ? throw Guard.Outside(nameof(baseline), "must not be 0, of which there is no share", baseline) : baseline;
        return new(TargetForm.RelativeChange, change < 0 ? TargetBound.AtMost : TargetBound.AtLeast, baseline + change * Math.Abs(baseline), baseline, null, deadline);
    }

    /// <summary>A limit that all cases, or a share of them, must keep.</summary>
    /// <param name="limit">The limit of a single case; positive; a case of exactly this length keeps it.</param>
    /// <param name="share">The share of cases that must keep it, above 0 and at most 1; 1 is all.</param>
    /// <param name="baseline">The share that kept it at the start; needed for an attainment.</param>
    /// <param name="deadline">The last day on which it may be reached.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive, the share is not above 0 and at most 1, or the baseline is not
    /// finite.</exception>
    /// <exception cref="ArgumentException">The deadline is not in the ISO calendar.</exception>
    public static Target AllWithin(Duration limit, double share = 1, double? baseline = null, LocalDate? deadline = null) =>
        new(TargetForm.AllWithin, TargetBound.AtLeast, share, baseline, limit, deadline);

    /// <summary>How much of the way from a baseline to a goal a value has come.</summary>
    /// <param name="value">The value; finite.</param>
    /// <param name="baseline">Where it started; finite.</param>
    /// <param name="goal">The goal; finite.</param>
    /// <returns>0 at the baseline, 1 at the goal; <see langword="null"/> when the two are equal, or so close that the quotient has no number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite.</exception>
    public static double? Attainment(double value, double baseline, double goal)
    {
        Guard.Finite(value);
        Guard.Finite(baseline);
        Guard.Finite(goal);

        // Halves keep the distance between two huge numbers of unlike sign finite.
        double way = double.IsFinite(goal - baseline) && double.IsFinite(value - baseline)
            ? (value - baseline) / (goal - baseline)
            : (value / 2 - baseline / 2) / (goal / 2 - baseline / 2);
        return double.IsFinite(way) ? way : null;
    }

    /// <summary>How much of the way a value has come.</summary>
    /// <param name="value">The value in the KPI's unit; finite.</param>
    /// <returns>0 at the baseline, 1 at the goal; <see langword="null"/> without a baseline, or when it keeps the goal already.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public double? Attainment(double value)
    {
        Guard.Finite(value);
        return Baseline is { } baseline && !(Bound == TargetBound.AtLeast ? baseline >= Goal : baseline <= Goal) ? Attainment(value, baseline, Goal) : null;
    }

    /// <summary>Judges a KPI.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="kpi">The record.</param>
    /// <param name="asOf">The day of the judgement, to which the deadline is compared.</param>
    /// <param name="confidence">The confidence level of the interval, between 0 and 1, both excluded.</param>
    /// <returns>The status, the interval it rests on and the attainment.</returns>
    /// <exception cref="ArgumentException">"All within" is asked of a KPI that is not the share within that limit, or the bound is met by getting
    /// worse.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public TargetAssessment Assess<TKpi>(TKpi kpi, LocalDate? asOf = null, double confidence = 0.95)
        where TKpi : struct, IKpi<TKpi>
    {
        if (Form == TargetForm.AllWithin)
        {
            RequireLimit(kpi);
        }

        RequireDirection(TKpi.Definition);
        Estimate? estimate = kpi.Estimate(confidence);
        return Assessed(kpi.Value, estimate?.Lower, estimate?.Upper, Of(kpi.Value, estimate?.Lower, estimate?.Upper), asOf);
    }

    /// <summary>Judges durations one by one against "all within".</summary>
    /// <param name="sample">The durations; items that are still open may end within the limit or not.</param>
    /// <param name="asOf">The day of the judgement, to which the deadline is compared.</param>
    /// <param name="confidence">The confidence level of the interval, between 0 and 1, both excluded.</param>
    /// <returns>The status, from the worst and the best that open items can still become;
    /// the value is the share of all items that ended within the limit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sample"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The target states no limit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public TargetAssessment Assess(DurationSample sample, LocalDate? asOf = null, double confidence = 0.95)
    {
        Guard.NotNull(sample);
        Guard.Confidence(confidence);
        if (Limit is not { } limit)
        {
            throw new InvalidOperationException($"durations one by one are judged against {nameof(TargetForm.AllWithin)}, but the target is {Form}");
        }

        ShareTally worst = sample.ShareWithinCountingOpen(limit), best = new(worst.Count + sample.Open, worst.Total);
        Estimate? low = worst.Estimate(confidence), high = best.Estimate(confidence);
        TargetStatus atWorst = Of(worst.Value, low?.Lower, low?.Upper), atBest = Of(best.Value, high?.Lower, high?.Upper);
        return Assessed(worst.Value, low?.Lower, high?.Upper, atWorst == atBest ? atWorst : TargetStatus.Undecided, asOf);
    }

    /// <summary>The target as invariant text.</summary>
    /// <returns>Text for display, such as <c>at least 40 by 2026-12-31</c>.</returns>
    public override string ToString()
    {
        string bound = Bound == TargetBound.AtLeast ? "at least" : "at most";
        string goal = Form switch
        {
            TargetForm.RelativeChange => string.Create(CultureInfo.InvariantCulture, $"{100 * Change:+0.##;-0.##} % from {Baseline:G6} ({bound} {Goal:G6})"),
            TargetForm.AllWithin => string.Create(CultureInfo.InvariantCulture, $"{(Goal < 1 ? $"{100 * Goal:0.##} %" : "all")} within {Seconds(Limit!.Value)}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{bound} {Goal:G6}"),
        };
        return Deadline is { } day ? $"{goal} by {CalendarPeriod.Containing(CalendarUnit.Day, day)}" : goal;
    }

    // A share within 20 s says nothing about who waited longer than a minute: the limits must be the same.
    private void RequireLimit<TKpi>(TKpi kpi)
        where TKpi : struct, IKpi<TKpi>
    {
        string? fault = kpi switch
        {
            SlaCompliance => null,
            ServiceLevel { Evidence.Thresholds.Within: { } within } => within == Limit ? null : $"its limit is {Seconds(within)}, the target's {Seconds(Limit!.Value)}",
            ServiceLevel => "its counts state no limit",
            _ => $"{TKpi.Definition.Name} hides who was beyond it",
        };
        if (fault is not null)
        {
            throw new ArgumentException($"{nameof(kpi)} must be the share of cases within the limit, such as a service level: {fault}", nameof(kpi));
        }
    }

    // "At least 5 % churn" would be met by losing everybody.
    private void RequireDirection(KpiDefinition definition)
    {
        (TargetBound wrong, string better, string right) = definition.Direction == KpiDirection.LowerIsBetter
            ? (TargetBound.AtLeast, "lower", "at most")
            : (TargetBound.AtMost, "higher", "at least");
        if (definition.Direction != KpiDirection.Neutral && Bound == wrong)
        {
            throw new ArgumentException($"target must be {right} a goal, since {better} is better for {definition.Name}: \"{this}\" is met by getting worse", nameof(definition));
        }
    }

    private static string Seconds(Duration limit) => KpiText.Value(KpiUnit.Seconds, limit.TotalSeconds, CultureInfo.InvariantCulture);

    private TargetStatus Of(double? value, double? lower, double? upper) => value is not { } known ? TargetStatus.NoData
        : Form == TargetForm.AllWithin && Goal == 1 ? (known == 1 ? TargetStatus.Met : TargetStatus.Missed)
        : Bound == TargetBound.AtLeast
            ? (lower >= Goal ? TargetStatus.Met : upper < Goal ? TargetStatus.Missed : TargetStatus.Undecided)
            : (upper <= Goal ? TargetStatus.Met : lower > Goal ? TargetStatus.Missed : TargetStatus.Undecided);

    private TargetAssessment Assessed(double? value, double? lower, double? upper, TargetStatus status, LocalDate? asOf)
    {
        double? atLower = lower is { } low ? Attainment(low) : null, atUpper = upper is { } high ? Attainment(high) : null;
        bool falls = Bound == TargetBound.AtMost;
        return new()
        {
            Target = this,
            Status = status,
            Value = value,
            Lower = lower,
            Upper = upper,
            Attainment = value is { } known ? Attainment(known) : null,
            AttainmentLower = falls ? atUpper : atLower,
            AttainmentUpper = falls ? atLower : atUpper,
            IsDue = Deadline is { } deadline && asOf is { } today ? today > deadline : null,
        };
    }
}
