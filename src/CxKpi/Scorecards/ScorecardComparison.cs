using System.Globalization;
using System.Text.Json.Serialization;
using CxKpi.Trends;

namespace CxKpi;

/// <summary>The period that a line is compared with, and the difference from it.</summary>
[JsonConverter(typeof(RecordJsonConverter<ScorecardComparison>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record ScorecardComparison : IJsonRecord<ScorecardComparison>
{
    internal ScorecardComparison()
    {
    }

    /// <summary>The period compared with; <see langword="null"/> when it is not stated.</summary>
    public CalendarPeriod? Period { get; internal init; }

    /// <summary>The value of that period, in the KPI's unit; <see langword="null"/> when it is undefined.</summary>
    public double? Value { get; internal init; }

    /// <summary>The line's value minus this value; <see langword="null"/> when either is undefined.</summary>
    public Change? Change { get; internal init; }

    /// <summary>The period, its value and the change as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => $"{(Period is { } period ? $"{period}: " : "")}{(Change is { } change ? change.ToString() : "no change known")}";

    /// <summary>The comparison whose limits include the variance between periods, as the model of the earlier periods found it.</summary>
    /// <remarks>
    /// Either period varies by itself: their variances add to what sampling reaches on each side, and the p-value follows from the same sum. Where the
    /// model knows the variance in log odds or logarithms, a slope brings it to the figure itself.
    /// </remarks>
    internal ScorecardComparison AllowingFor(ModelFit fit, double? now, KpiRange range)
    {
        if (Change is not { Lower: { } lower, Upper: { } upper } change || now is not { } value || Value is not { } before)
        {
            return this;
        }

        // Nothing is added where the earlier periods vary no more than sampling explains.
        double between = fit.BetweenVariance * (Slope(fit.Scale, value) + Slope(fit.Scale, before));
        if (between == 0)
        {
            return this with { Change = change.With(EstimateFlags.BetweenPeriods) };
        }

        double quantile = StudentTDistribution.CriticalValue(change.Confidence, fit.ResidualDegreesOfFreedom);
        double below = Reach(change.Difference - lower), above = Reach(upper - change.Difference);
        double towardsZero = change.Difference > 0 ? below : above;
        double widest = range is { Lowest: { } least, Highest: { } most } ? most - least : double.PositiveInfinity;
        return this with
        {
            Change = change.With(EstimateFlags.BetweenPeriods) with
            {
                Lower = Math.Max(change.Difference - below, -widest),
                Upper = Math.Min(change.Difference + above, widest),
                StandardError = change.StandardError is { } error ? Math.Sqrt(error * error + between) : null,
                PValue = change.Difference == 0
                    ? 1
                    : StudentTDistribution.TwoSidedPValue(quantile * change.Difference / towardsZero, fit.ResidualDegreesOfFreedom),
                DegreesOfFreedom = fit.ResidualDegreesOfFreedom,
            },
        };

        double Reach(double sampling) => Math.Sqrt(sampling * sampling + quantile * quantile * between);

        static double Slope(ModelScale scale, double figure) => scale switch
        {
            ModelScale.LogOdds => figure * (1 - figure) * (figure * (1 - figure)),
            ModelScale.Logarithm => figure * figure,
            ModelScale.Identity or ModelScale.Chosen => 1,
        };
    }

    // Periods of unequal lengths are compared per day, so that the baseline is another figure than the value.
    private static bool IsPerDay(Change change) => (change.Flags & EstimateFlags.UnequalPeriods) != EstimateFlags.None;

    static ScorecardComparison IJsonRecord<ScorecardComparison>.Json(JsonMembers<ScorecardComparison> json)
    {
        ScorecardComparison read = new()
        {
            Period = json.OptionalAny(nameof(Period), x => x.Period),
            Value = json.Optional(nameof(Value), x => x.Value),
            Change = json.OptionalRecord(nameof(Change), x => x.Change),
        };
        return json.IsRead && read is { Value: { } value, Change: { Baseline: { } baseline } change } && !IsPerDay(change)
            && Math.Abs(baseline - value) > StatedFigures.Slack(value)
                ? throw json.Fault(nameof(Value), string.Create(
                    CultureInfo.InvariantCulture, $"must be the {nameof(change.Baseline)} of its {nameof(Change)} ({baseline}); got {value}"))
                : read;
    }
}
