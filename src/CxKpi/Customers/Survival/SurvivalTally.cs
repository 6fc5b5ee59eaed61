using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The tenures of many customers as a table of risk sets: the evidence of survival curves, which adds up like every tally.</summary>
/// <remarks>
/// <code>at risk at t = entered before t - left or seen for the last time before t</code>
/// Times are in <see cref="Unit"/>. All figures of survival follow from this table: <see cref="Curve"/>, <see cref="Hazard"/>, and the tests of
/// <see cref="SurvivalTests"/>. The table has a row for each time at which something happened, however many customers there are.
/// Source: J. Klein, M. Moeschberger, "Survival Analysis", 2003.
/// <example>Three customers, of whom one left after 5 months, one after 8 and one is still there after 12:
/// <c>SurvivalTally.FromTenures([new(5, true), new(8, true), new(12, false)])</c>.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<SurvivalTally>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record SurvivalTally : ILocalizedFace, IJsonRecord<SurvivalTally>
{
    private readonly SurvivalStep[] steps;

    /// <summary>Creates the tally from a table, such as the life table of a report.</summary>
    /// <param name="steps">The steps in the order of their times, no time twice. Customers who were watched from the beginning enter at time 0, and nobody
    /// leaves who did not enter before. Steps at which nothing happened are left out.</param>
    /// <param name="unit">The unit of the times; <see langword="null"/> when it is not stated.</param>
    /// <exception cref="ArgumentNullException"><paramref name="steps"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The times do not rise, or more customers leave than are at risk (the message names the position), or
    /// the unit is not a named value.</exception>
    /// <exception cref="ArgumentException">Customers enter of whom it is not said when they left or were last seen.</exception>
    /// <exception cref="OverflowException">The number of customers would exceed <see cref="long.MaxValue"/>.</exception>
    public SurvivalTally(IEnumerable<SurvivalStep> steps, CalendarUnit? unit = null)
        : this([.. Guard.NotNull(steps)], Guard.Defined(unit, nameof(unit)))
    {
        long present = 0;
        for (int i = 0; i < this.steps.Length; i++)
        {
            SurvivalStep step = this.steps[i];
            if (i > 0 && step.Time <= this.steps[i - 1].Time)
            {
                throw Guard.OutsideAt(i, nameof(steps), "must rise in time", step.Time);
            }

            long atRisk = step.Time == 0 ? step.Entered : present;
            if (Guard.Sum("customers", step.Ended, step.Open) > atRisk)
            {
                string rule = string.Create(CultureInfo.InvariantCulture, $"must not have more leaving than the {atRisk} at risk");
                throw Guard.OutsideAt(i, nameof(steps), rule, step.Gone);
            }

            present = Guard.Sum("customers", present, step.Entered) - step.Gone;
        }

        if (present != 0)
        {
            string left = string.Create(CultureInfo.InvariantCulture, $"{nameof(steps)} must say of everybody when they left or were last seen");
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{left}, but of {present} they do not"), nameof(steps));
        }
    }

    private SurvivalTally(SurvivalStep[] steps, CalendarUnit? unit)
    {
        this.steps = Array.Exists(steps, IsEmpty) ? Array.FindAll(steps, step => !IsEmpty(step)) : steps;
        Unit = unit;
        foreach (SurvivalStep step in this.steps)
        {
            Ended = Guard.Sum("customers", Ended, step.Ended);
            N = Guard.Sum("customers", N, step.Entered);
        }
    }

    /// <summary>The tally without customers.</summary>
    public static SurvivalTally Empty { get; } = new([], null);

    /// <summary>What happened at each time, in order.</summary>
    public IReadOnlyList<SurvivalStep> Steps => new ValueList<SurvivalStep>(steps);

    /// <summary>The unit of the times; <see langword="null"/> when it is not stated.</summary>
    public CalendarUnit? Unit { get; }

    /// <summary>The number of customers.</summary>
    public long N { get; }

    /// <summary>How many left.</summary>
    public long Ended { get; }

    /// <summary>How many were still there when they were last seen.</summary>
    public long Open => N - Ended;

    /// <summary>The latest time at which somebody left or was seen; <see langword="null"/> without customers.</summary>
    public double? Last => steps.Length == 0 ? null : steps[^1].Time;

    /// <summary>Tallies the tenures of customers.</summary>
    /// <param name="tenures">The tenures, in any order; those without data (<c>default</c>) are left out.</param>
    /// <param name="unit">The unit of their times, such as <see cref="CalendarUnit.Day"/>; <see langword="null"/> when it is not stated.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tenures"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The unit is not a named value.</exception>
    /// <exception cref="OverflowException">The number of customers would exceed <see cref="long.MaxValue"/>.</exception>
    public static SurvivalTally FromTenures(IEnumerable<Tenure> tenures, CalendarUnit? unit = null) =>
        new(SurvivalRows.Tallied(Guard.NotNull(tenures)), Guard.Defined(unit, nameof(unit)));

    /// <summary>Adds the tally of other customers.</summary>
    /// <param name="other">The tally of other customers, with times in the same unit.</param>
    /// <returns>The tally over both.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The units differ.</exception>
    /// <exception cref="OverflowException">The number of customers would exceed <see cref="long.MaxValue"/>.</exception>
    public SurvivalTally Combine(SurvivalTally other) => new(SurvivalRows.Merged(steps, Guard.NotNull(other).steps), Shared(other, nameof(other)));

    /// <summary>The same customers, seen from a later time on: only who was still there then counts, and from then on.</summary>
    /// <remarks>
    /// Its curve is the share of them who are still there, and begins at <paramref name="time"/> with 1. It is the remedy where few customers were watched
    /// early, as <see cref="SurvivalCurve.EmptiesAt"/> tells.
    /// </remarks>
    /// <param name="time">The time; not negative.</param>
    /// <returns>The tally of those who were watched at or after that time.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite.</exception>
    public SurvivalTally After(double time)
    {
        Guard.NotNegative(Guard.Finite(time), nameof(time));
        int first = Array.FindIndex(steps, step => step.Time > time);
        if (first < 0)
        {
            return new([], Unit);
        }

        long present = steps.AsSpan(0, first).ToArray().Sum(step => step.Entered - step.Gone);
        return new([new SurvivalStep(time, present, 0, 0), .. steps.AsSpan(first)], Unit);
    }

    /// <summary>Calculates the share of customers still there after each time, by Kaplan and Meier.</summary>
    /// <param name="confidence">The confidence level of the limits, between 0 and 1, both excluded.</param>
    /// <param name="limits">How the limits are found.</param>
    /// <returns>The curve, which has no points without customers.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> does not lie between 0 and 1, or <paramref name="limits"/> is not a named
    /// value.</exception>
    public SurvivalCurve Curve(double confidence = 0.95, SurvivalLimits limits = SurvivalLimits.LogLog) => new(this, confidence, limits);

    /// <summary>Calculates the cumulative hazard: how many times a customer who came back each time would have left by then.</summary>
    /// <param name="confidence">The confidence level of the limits, between 0 and 1, both excluded.</param>
    /// <param name="estimator">How customers who leave at the same time are counted.</param>
    /// <returns>The hazard after each time at which somebody left or was seen for the last time.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> does not lie between 0 and 1, or <paramref name="estimator"/> is not a
    /// named value.</exception>
    public IReadOnlyList<HazardPoint> Hazard(double confidence = 0.95, HazardEstimator estimator = HazardEstimator.NelsonAalen) =>
        ValueList.Of(CumulativeHazard.Of(steps, NormalDistribution.CriticalValue(confidence), Guard.Defined(estimator)));

    /// <summary>Compares the customers and the unit.</summary>
    /// <param name="other">The tally to compare with.</param>
    /// <returns><see langword="true"/> when every step and the unit are equal.</returns>
    public bool Equals(SurvivalTally? other) => other is not null && Unit == other.Unit && steps.AsSpan().SequenceEqual(other.steps);

    /// <summary>A hash of the customers.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => HashCode.Combine(N, Ended, steps.Length, Last, Unit);

    /// <summary>The counts as invariant text.</summary>
    /// <returns>Text for display, such as <c>40 customers, 22 ended, 18 open, up to 26</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{N} {(N == 1 ? "customer" : "customers")}, {Ended} ended, {Open} open")
        + (Last is { } last ? string.Create(CultureInfo.InvariantCulture, $", up to {last}") : "");

    internal ReadOnlySpan<SurvivalStep> Rows => steps;

    /// <summary>Checks that two tallies have one unit.</summary>
    internal CalendarUnit? Shared(SurvivalTally other, string name, string at = "") => N == 0 ? other.Unit
        : other.N == 0 || Unit == other.Unit ? Unit
        : throw new ArgumentException($"{name} must have the same unit of time ({Named(Unit)}){at}, but has {Named(other.Unit)}", name);

    string ILocalizedFace.ToHtml(Phrases words) => new NotebookTable(words.OverTime(words.NotYetOf(words.EndedLabel)))
        .Fact(words.CustomersLabel, words.Count(N))
        .Fact(words.EndedLabel, words.Count(Ended))
        .Fact(words.OpenLabel, words.Count(Open))
        .Fact(words.LongestSeenLabel, Last is { } last ? SurvivalWords.Time(last, Unit, words) : null)
        .ToHtml();

    static SurvivalTally IJsonRecord<SurvivalTally>.Json(JsonMembers<SurvivalTally> json) => new(
        json.Records(nameof(Steps), x => x.Steps),
        json.Optional(nameof(Unit), x => x.Unit));

    private static string Named(CalendarUnit? unit) => unit?.ToString() ?? "none";

    private static bool IsEmpty(SurvivalStep step) => step is { Entered: 0, Ended: 0, Open: 0 };
}
