using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>What a KPI is meant to reach: an absolute bound, a relative change from a baseline, or a limit that all cases must keep.</summary>
/// <remarks>
/// <code>attainment = (value - baseline) / (goal - baseline)</code>
/// The attainment is 0 at the baseline, 1 at the goal, above 1 beyond it, and negative on the wrong side of the baseline. The same formula serves goals above
/// and below. It is undefined without a baseline, and when the baseline already meets the goal.
/// <para>The status comes from the interval: met when all of it meets the goal, missed when none of it does, and undecided when the goal lies within it or
/// there is no interval. A value beyond the goal may well be undecided, because few answers prove little.</para>
/// <para>A baseline that is a number is taken as known. A baseline that is a record is an estimate too, and so is the goal that follows from it: the
/// status then comes from the interval of the difference between value and goal, recovered from the limits of both.
/// Where the baseline is as uncertain as the value, taking it as known is wrong in 15 to 36 of 100 cases at the border instead of 5.</para>
/// <para>A full count, such as all calls of a contract's month, has no sampling error. Say so by <see cref="IsCensus"/>, and the value alone decides.</para>
/// <para>"All within" is never judged by a mean, which does not show those who waited long. It is judged by the share of cases within exactly that limit: a
/// <see cref="ServiceLevel"/> whose threshold is the limit, or a <see cref="DurationSample"/>. An <see cref="SlaCompliance"/> is accepted too:
/// its due times are the caller's, who thereby states that they express the target's limit. "90 % within a minute" and "the 90th percentile is at most a
/// minute" are the same statement. "All" is a statement about the cases themselves and not about a population behind them: a single exception misses it, and no
/// exception meets it.</para>
/// <para>A target on one KPI tempts people to reach it at the cost of another, such as calls cut short to be in time.
/// Show the KPI that must not suffer with it; see <see cref="ScorecardPair"/>.</para>
/// <example>Contacts are to fall by 15 % from 1,000, and fall to 900: the goal is 850 and the attainment 2/3.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<Target>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed partial record Target : IJsonRecord<Target>
{
    /// <summary>Creates a target from its parts; the factory methods are easier to read.</summary>
    /// <param name="form">The form of the target.</param>
    /// <param name="bound">The side of the goal that meets the target.</param>
    /// <param name="goal">The goal in the KPI's unit; finite.</param>
    /// <param name="baseline">The starting value in the KPI's unit; finite; required for a relative change.</param>
    /// <param name="limit">The limit of a single case; positive; given if and only if the form is <see cref="TargetForm.AllWithin"/>.</param>
    /// <param name="deadline">The last day on which the target may be reached, in the ISO calendar; <see langword="null"/> when it is not stated.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, the share that must keep a limit is not above 0 and at most 1, the limit is not
    /// positive, or an enum is not a named value.</exception>
    /// <exception cref="ArgumentException">A part that the form needs is missing, a part that it does not use is given, or the deadline is not in the ISO
    /// calendar.</exception>
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

        // Mostly a decrease that was meant in percent.
        if (form == TargetForm.RelativeChange && Change is < -1 and { } change)
        {
            throw Guard.Outside(nameof(change), "must not be below -1, at which nothing is left", change, change <= -2 ? change / 100 : null);
        }

        if (form == TargetForm.AllWithin)
        {
            Share(goal);
            _ = limit > Duration.Zero ? limit : throw Guard.Outside(nameof(limit), "must be greater than zero", limit);
            _ = bound == TargetBound.AtLeast
                ? bound
                : throw new ArgumentException($"{nameof(bound)} must be {nameof(TargetBound.AtLeast)} for a share that keeps a limit", nameof(bound));
        }
    }

    /// <summary>The form of the target.</summary>
    public TargetForm Form { get; }

    /// <summary>The side of the goal that meets the target.</summary>
    public TargetBound Bound { get; }

    /// <summary>The goal in the KPI's unit; for <see cref="TargetForm.AllWithin"/> the share of cases that must keep the limit.</summary>
    public double Goal { get; }

    /// <summary>The starting value in the KPI's unit; <see langword="null"/> when it is not stated.</summary>
    public double? Baseline { get; }

    /// <summary>The limit of a single case; <see langword="null"/> unless the form is <see cref="TargetForm.AllWithin"/>.</summary>
    public Duration? Limit { get; }

    /// <summary>The last day on which the target may be reached; <see langword="null"/> when it is not stated.</summary>
    public LocalDate? Deadline { get; }

    /// <summary>
    /// The starting value with its interval, where it was given as a record and is uncertain itself; <see langword="null"/> when the baseline is known or not
    /// stated.
    /// </summary>
    /// <exception cref="ArgumentException">The target is no relative change, or the estimate is not of its baseline.</exception>
    public Estimate? BaselineEstimate
    {
        get;
        init => field = value is not { } estimate || (Form == TargetForm.RelativeChange && estimate.Value == Baseline)
            ? value
            : throw new ArgumentException(
                $"{nameof(BaselineEstimate)} must be of the {nameof(Baseline)} of a {nameof(TargetForm.RelativeChange)}",
                nameof(value));
    }

    /// <summary>
    /// Whether records are full counts of what the target is about, such as all calls of a month: the value then meets the target or misses it, and nothing
    /// is left to chance.
    /// </summary>
    /// <value><see langword="false"/> by default: what was observed stands for more, such as the customers who did not answer or the months to come.</value>
    public bool IsCensus { get; init; }

    /// <summary>The goal as a relative change from the baseline, such as -0.15; <see langword="null"/> without a baseline, when it is 0, and beyond the range
    /// of <see cref="double"/>.</summary>
    public double? Change => Baseline is { } baseline && (Goal - baseline) / Math.Abs(baseline) is var change && double.IsFinite(change) ? change : null;

    /// <summary>Creates a target of at least a goal.</summary>
    /// <param name="goal">The goal in the KPI's unit, such as 0.9 for 90 %, 40 for an NPS of +40, or seconds for a duration; finite.</param>
    /// <param name="baseline">The starting value in the same unit; required for an attainment.</param>
    /// <param name="deadline">The last day on which the target may be reached, in the ISO calendar; <see langword="null"/> when it is not stated.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite.</exception>
    /// <exception cref="ArgumentException">The deadline is not in the ISO calendar.</exception>
    public static Target AtLeast(double goal, double? baseline = null, LocalDate? deadline = null) =>
        new(TargetForm.Absolute, TargetBound.AtLeast, goal, baseline, null, deadline);

    /// <summary>Creates a target of at most a goal.</summary>
    /// <param name="goal">The goal in the KPI's unit, such as 0.02 for 2 %, or seconds for a duration; finite.</param>
    /// <param name="baseline">The starting value in the same unit; required for an attainment.</param>
    /// <param name="deadline">The last day on which the target may be reached, in the ISO calendar; <see langword="null"/> when it is not stated.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite.</exception>
    /// <exception cref="ArgumentException">The deadline is not in the ISO calendar.</exception>
    public static Target AtMost(double goal, double? baseline = null, LocalDate? deadline = null) =>
        new(TargetForm.Absolute, TargetBound.AtMost, goal, baseline, null, deadline);

    /// <summary>Creates a target of a relative change from a baseline; a decrease makes the goal an upper bound, and an increase a lower one.</summary>
    /// <param name="change">The change as a fraction of the baseline's absolute value, such as -0.15 for 15 % less; finite, not 0, not below -1.</param>
    /// <param name="baseline">The starting value in the KPI's unit; finite, not 0.</param>
    /// <param name="deadline">The last day on which the target may be reached, in the ISO calendar; <see langword="null"/> when it is not stated.</param>
    /// <returns>The target. From a baseline of -20, for example, a change of +0.1 leads to -18.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The change or the baseline is 0 or not finite, the change is below -1, or the goal is not
    /// finite.</exception>
    /// <exception cref="ArgumentException">The deadline is not in the ISO calendar.</exception>
    public static Target RelativeChange(double change, double baseline, LocalDate? deadline)
    {
        _ = Guard.Finite(change) == 0 ? throw Guard.Outside(nameof(change), "must not be 0", change) : change;
        _ = Guard.Finite(baseline) == 0 ? throw Guard.Outside(nameof(baseline), "must not be 0, of which there is no share", baseline) : baseline;
        double goal = baseline + change * Math.Abs(baseline);
        _ = double.IsFinite(goal) ? goal : throw Guard.Outside(nameof(change), "must lead to a goal that is a finite number", change);
        return new(TargetForm.RelativeChange, change < 0 ? TargetBound.AtMost : TargetBound.AtLeast, goal, baseline, null, deadline);
    }

    /// <summary>
    /// Creates a target of a relative change from the value of a record, which is as uncertain as its evidence; a decrease makes the goal an upper bound,
    /// and an increase a lower one.
    /// </summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="change">The change as a fraction of the baseline's absolute value, such as -0.15 for 15 % less; finite, not 0, not below -1.</param>
    /// <param name="baseline">The record to start from, on other observations than those that are judged; with a value other than 0.</param>
    /// <param name="deadline">The last day on which the target may be reached, in the ISO calendar; <see langword="null"/> when it is not stated.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The change is 0, not finite or below -1, the baseline's value is 0, or the goal is not finite.</exception>
    /// <exception cref="ArgumentException">The baseline has no value, or the deadline is not in the ISO calendar.</exception>
    public static Target RelativeChange<TKpi>(double change, TKpi baseline, LocalDate? deadline)
        where TKpi : struct, IKpi<TKpi> => baseline.Estimate() is { } estimate
            ? RelativeChange(change, estimate.Value, deadline) with { BaselineEstimate = estimate }
            : throw new ArgumentException($"{nameof(baseline)} must have a value, but rests on {baseline.N} observations", nameof(baseline));

    /// <summary>Creates a target of a limit that all cases, or a share of them, must keep.</summary>
    /// <param name="limit">The limit of a single case; positive. A case of exactly this length keeps it.</param>
    /// <param name="share">The share of cases that must keep the limit, above 0 and at most 1, where 1 means all.</param>
    /// <param name="baseline">The share that kept the limit at the start; required for an attainment.</param>
    /// <param name="deadline">The last day on which the target may be reached, in the ISO calendar; <see langword="null"/> when it is not stated.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive, the share is not above 0 and at most 1, or the baseline is not
    /// finite.</exception>
    /// <exception cref="ArgumentException">The deadline is not in the ISO calendar.</exception>
    public static Target AllWithin(Duration limit, double share = 1, double? baseline = null, LocalDate? deadline = null) =>
        new(TargetForm.AllWithin, TargetBound.AtLeast, Share(share), baseline, limit, deadline);

    /// <summary>Calculates how much of the way from a baseline to a goal a value has come.</summary>
    /// <param name="value">The value; finite.</param>
    /// <param name="baseline">The starting value; finite.</param>
    /// <param name="goal">The goal; finite.</param>
    /// <returns>0 at the baseline and 1 at the goal; <see langword="null"/> when the two are equal, or so close that the quotient is not finite.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite.</exception>
    public static double? Attainment(double value, double baseline, double goal)
    {
        Guard.Finite(value);
        Guard.Finite(baseline);
        Guard.Finite(goal);

        // Halves keep the distance between two huge numbers of opposite sign finite.
        double way = double.IsFinite(goal - baseline) && double.IsFinite(value - baseline)
            ? (value - baseline) / (goal - baseline)
            : (value / 2 - baseline / 2) / (goal / 2 - baseline / 2);
        return double.IsFinite(way) ? way : null;
    }

    /// <summary>Calculates how much of the way from the baseline to the goal a value has come.</summary>
    /// <param name="value">The value in the KPI's unit; finite.</param>
    /// <returns>0 at the baseline and 1 at the goal; <see langword="null"/> when there is no baseline or the baseline already meets the goal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public double? Attainment(double value)
    {
        Guard.Finite(value);
        return Baseline is { } baseline && !(Bound == TargetBound.AtLeast ? baseline >= Goal : baseline <= Goal) ? Attainment(value, baseline, Goal) : null;
    }

    /// <summary>Judges a KPI record by the target.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="kpi">The record.</param>
    /// <param name="asOf">The day of the judgement, with which the deadline is compared; <see langword="null"/> when it is not stated.</param>
    /// <param name="confidence">The confidence level of the interval, between 0 and 1, both excluded.</param>
    /// <returns>The status, the interval that it rests on, and the attainment.</returns>
    /// <exception cref="ArgumentException">The form is <see cref="TargetForm.AllWithin"/> but the KPI is not the share within that limit, the bound would be
    /// met by getting worse, or the baseline is a record in another unit or currency.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The goal or the baseline lies outside the KPI's range, mostly because it was meant in another unit, or the
    /// confidence does not lie between 0 and 1.</exception>
    public TargetAssessment Assess<TKpi>(TKpi kpi, LocalDate? asOf = null, double confidence = 0.95)
        where TKpi : struct, IKpi<TKpi> =>
        Assess(kpi, asOf, confidence, null);

    /// <summary>The same for a caller who was given the target too, whose name for it an exception blames.</summary>
    internal TargetAssessment Assess<TKpi>(TKpi kpi, LocalDate? asOf, double confidence, string? target)
        where TKpi : struct, IKpi<TKpi>
    {
        CheckDay(asOf);
        if (Form == TargetForm.AllWithin)
        {
            RequireLimit(kpi, target);
        }

        RequireDirection<TKpi>(target ?? nameof(kpi));
        RequireRange(TKpi.Definition, kpi.GoalRange, target);
        RequireBaseline(kpi, target);
        Estimate? estimate = kpi.Estimate(confidence);
        double? counted = Counted(kpi.Value);
        TargetAssessment assessment = IsCensus ? Assessed(kpi.Value, null, null, Of(counted, counted, counted), asOf)
            : BaselineEstimate is { } start ? Assessed(kpi.Value, estimate?.Lower, estimate?.Upper, FromUncertain(start, estimate), asOf) with
            {
                AttainmentLower = null,
                AttainmentUpper = null,
            }
            : Assessed(kpi.Value, estimate?.Lower, estimate?.Upper, Of(kpi.Value, Told(estimate?.Lower, estimate), Told(estimate?.Upper, estimate)), asOf);
        return assessment with { Unit = TKpi.Definition.Unit, Currency = kpi.Currency };
    }

    /// <summary>Judges individual durations by a target of the form <see cref="TargetForm.AllWithin"/>.</summary>
    /// <param name="sample">The durations; items that are still open may or may not end within the limit.</param>
    /// <param name="asOf">The day of the judgement, with which the deadline is compared; <see langword="null"/> when it is not stated.</param>
    /// <param name="confidence">The confidence level of the interval, between 0 and 1, both excluded.</param>
    /// <returns>The status, which allows for the worst and the best that can still become of open items;
    /// the value is the share of all items that ended within the limit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sample"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The target has no limit of a single case.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public TargetAssessment Assess(DurationSample sample, LocalDate? asOf = null, double confidence = 0.95)
    {
        Guard.NotNull(sample);
        CheckDay(asOf);
        if (Limit is not { } limit)
        {
            throw new InvalidOperationException($"durations one by one are judged against {nameof(TargetForm.AllWithin)}, but the target is {Form}");
        }

        ShareTally worst = sample.ShareWithinCountingOpen(limit), best = new(sample.PerhapsWithin(limit) + sample.Open, worst.N);
        Estimate? low = worst.Estimate(confidence), high = best.Estimate(confidence);
        TargetStatus atWorst = IsCensus ? Of(Counted(worst.Value), Counted(worst.Value), Counted(worst.Value)) : Of(worst.Value, low?.Lower, low?.Upper);
        TargetStatus atBest = IsCensus ? Of(Counted(best.Value), Counted(best.Value), Counted(best.Value)) : Of(best.Value, high?.Lower, high?.Upper);
        return Assessed(
            worst.Value,
            IsCensus ? null : low?.Lower,
            IsCensus ? null : high?.Upper,
            atWorst == atBest ? atWorst : TargetStatus.Undecided,
            asOf) with
        {
            Unit = KpiUnit.Share,
        };
    }

    /// <summary>The target as invariant text.</summary>
    /// <returns>Text for display, such as <c>at least 40 by 2026-12-31</c>.</returns>
    public override string ToString() => Stated(number => Phrases.English.Number(number));

    /// <summary>The target as invariant text, with numbers written as a KPI has them.</summary>
    internal string Stated(Func<double, string> number)
    {
        string bound = $"{(Bound == TargetBound.AtLeast ? "at least" : "at most")} {number(Goal)}";
        string goal = Form switch
        {
            TargetForm.RelativeChange => string.Create(
                CultureInfo.InvariantCulture,
                $"{100 * Change:+0.##;-0.##}% from {number(Baseline!.Value)}{Range()} ({bound})"),
            TargetForm.AllWithin => string.Create(
                CultureInfo.InvariantCulture,
                $"{(Goal < 1 ? FormattableString.Invariant($"{100 * Goal:0.##}%") : "all")} within {Seconds(Limit!.Value)}"),
            TargetForm.Absolute => bound,
        };
        goal += IsCensus ? ", full count" : "";
        return Deadline is { } day ? $"{goal} by {CalendarPeriod.Containing(CalendarUnit.Day, day)}" : goal;

        string Range() => BaselineEstimate is { Lower: { } lower, Upper: { } upper } ? $" [{number(lower)}, {number(upper)}]" : "";
    }

    // A share within 20 s says nothing about who waited longer than a minute: the limits must be the same.
    private void RequireLimit<TKpi>(TKpi kpi, string? target)
        where TKpi : struct, IKpi<TKpi>
    {
        string? fault = kpi switch
        {
            SlaCompliance or Clustered<SlaCompliance> or Weighted<SlaCompliance> => null,
            ServiceLevel level => FaultOf(level),
            Clustered<ServiceLevel> days => FaultOf(days.Total),
            Weighted<ServiceLevel> weighted => FaultOf(weighted.Total),
            _ => $"{TKpi.Definition.Name} hides who was beyond it",
        };
        if (fault is not null)
        {
            throw new ArgumentException(
                $"{(target is null ? $"{nameof(kpi)} must be" : $"{target} must be for")} the share of cases within the limit, "
                    + $"such as a service level: {fault}",
                target ?? nameof(kpi));
        }

        string? FaultOf(ServiceLevel level) => level.Evidence.Thresholds.Within switch
        {
            { } within when within == Limit => null,
            { } within => $"its limit is {Seconds(within)}, the target's {Seconds(Limit!.Value)}",
            null => "its counts state no limit",
        };
    }

    // A goal that the KPI cannot reach was mostly meant in another unit.
    private void RequireRange(KpiDefinition definition, KpiRange range, string? target)
    {
        if (Baseline is { } baseline)
        {
            range.Require(baseline, target ?? nameof(baseline), definition, target is null ? "must lie" : "must have its baseline");
        }

        Phrases words = Phrases.English;
        if (Form == TargetForm.RelativeChange && Change is { } change && Baseline is { } start && !range.Contains(Goal))
        {
            throw Guard.Outside(
                target ?? nameof(change),
                $"must not lead out of the range of {definition.Name}: "
                + $"from {words.Number(start)} it leads to {words.Number(Goal)}, which does not lie {range}",
                change,
                Math.Abs(change) >= 2 && range.Contains(start + change / 100 * Math.Abs(start)) ? change / 100 : null);
        }

        range.Require(Goal, target ?? "goal", definition, target is null ? "must lie" : "must have its goal");
    }

    // Only what both records state can be compared: the rules of the baseline are not kept.
    private void RequireBaseline<TKpi>(TKpi kpi, string? target)
        where TKpi : struct, IKpi<TKpi>
    {
        KpiDefinition definition = TKpi.Definition;
        if (BaselineEstimate is { Unit: { } unit } start
            && (unit != definition.Unit || !string.Equals(start.Currency, kpi.Currency, StringComparison.Ordinal)))
        {
            throw new ArgumentException(
                $"{(target is null ? $"{nameof(kpi)} must be" : $"{target} must be for a KPI")} in the unit and the currency of the baseline "
                    + $"({unit}{Space(start.Currency)}), but is in {definition.Unit}{Space(kpi.Currency)}",
                target ?? nameof(kpi));
        }

        static string Space(string? currency) => currency is null ? "" : " " + currency;
    }

    // "At least 5 % churn" would be met by losing everybody.
    private void RequireDirection<TKpi>(string name)
        where TKpi : struct, IKpi<TKpi>
    {
        KpiDefinition definition = TKpi.Definition;
        (TargetBound wrong, string better, string right) = definition.Direction == KpiDirection.LowerIsBetter
            ? (TargetBound.AtLeast, "lower", "at most")
            : (TargetBound.AtMost, "higher", "at least");
        if (definition.Direction != KpiDirection.Neutral && Bound == wrong)
        {
            throw new ArgumentException(
                $"target must be {right} a goal, since {better} is better for {definition.Name}: \"{this}\" is met by getting worse",
                name);
        }
    }

    private static double Share(double share, [CallerArgumentExpression(nameof(share))] string name = "") =>
        share is > 0 and <= 1 ? share : throw Guard.Outside(name, "must be a share above 0 and at most 1", share);

    private static string Seconds(Duration limit) => KpiText.Value(KpiUnit.Seconds, limit.TotalSeconds, CultureInfo.InvariantCulture);

    private TargetStatus Of(double? value, double? lower, double? upper) => value is not { } known ? TargetStatus.NoData
        : Form == TargetForm.AllWithin && Goal == 1 ? (known == 1 ? TargetStatus.Met : TargetStatus.Missed)
        : Bound == TargetBound.AtLeast
            ? (lower >= Goal ? TargetStatus.Met : upper < Goal ? TargetStatus.Missed : TargetStatus.Undecided)
            : (upper <= Goal ? TargetStatus.Met : lower > Goal ? TargetStatus.Missed : TargetStatus.Undecided);

    /// <summary>The status by the interval of the value less a goal that is a multiple of an estimate.</summary>
    private TargetStatus FromUncertain(Estimate start, Estimate? estimate)
    {
        if (estimate is not { } now || now.Value is var value && (Told(now.Lower, now), Told(now.Upper, now)) is not ({ } lower, { } upper)
            || (Told(start.Lower, start), Told(start.Upper, start)) is not ({ } startLower, { } startUpper))
        {
            return Of(estimate?.Value, null, null);
        }

        // The limits of the baseline were stated at its confidence; at another they lie as much further out as those of a normal variable.
        double stretch = NormalDistribution.CriticalValue(now.Confidence) / NormalDistribution.CriticalValue(start.Confidence);
        double factor = Goal / start.Value;
        double below = stretch * Math.Abs(factor) * (factor > 0 ? start.Value - startLower : startUpper - start.Value);
        double above = stretch * Math.Abs(factor) * (factor > 0 ? startUpper - start.Value : start.Value - startLower);
        return Of(
            now.Value,
            now.Value - Length(now.Value - lower, above),
            now.Value + Length(upper - now.Value, below));

        static double Length(double one, double other) => Math.Sqrt(one * one + other * other);
    }

    /// <summary>A value, which is the goal where only the rounding of a division keeps them apart.</summary>
    private double? Counted(double? value) => value is { } known && Math.Abs(known - Goal) <= 1e-12 * Math.Abs(Goal) ? Goal : value;

    /// <summary>A limit, where the evidence tells how much values vary.</summary>
    private static double? Told(double? limit, Estimate? estimate) => estimate is { } known && known.Flags.TellSpread() ? limit : null;

    private static void CheckDay(LocalDate? asOf) => _ = asOf is { } day ? CalendarGuard.Iso(day, nameof(asOf)) : default;

    private TargetAssessment Assessed(double? value, double? lower, double? upper, TargetStatus status, LocalDate? asOf)
    {
        double? atLower = lower is { } low ? Attainment(low) : null, atUpper = upper is { } high ? Attainment(high) : null;
        bool falls = Bound == TargetBound.AtMost;
        return new(this)
        {
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

    static Target IJsonRecord<Target>.Json(JsonMembers<Target> json) => new(
        json.Value(nameof(Form), x => x.Form),
        json.Value(nameof(Bound), x => x.Bound),
        json.Value(nameof(Goal), x => x.Goal),
        json.Optional(nameof(Baseline), x => x.Baseline),
        json.Optional(nameof(Limit), x => x.Limit),
        json.Optional(nameof(Deadline), x => x.Deadline))
    {
        BaselineEstimate = json.OptionalRecord(nameof(BaselineEstimate), x => x.BaselineEstimate),
        IsCensus = json.Optional(nameof(IsCensus), x => x.IsCensus ? true : (bool?)null) ?? false,
    };
}
