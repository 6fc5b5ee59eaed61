using CxKpi.Trends;
using NodaTime;

namespace CxKpi;

/// <content>The figures without their evidence, for methods that use only figures.</content>
public sealed partial class KpiSeries<TKpi>
{
    /// <summary>The value of each period, in the definition's unit; <see langword="null"/> where it is undefined.</summary>
    public IReadOnlyList<double?> Values => field ??= [.. points.Select(point => point.Value.Value)];

    /// <summary>
    /// The sampling variance of each value, in squared units, pooled by season;
    /// <see langword="null"/> where the value is undefined, and everywhere when the evidence gives no variance.
    /// </summary>
    /// <remarks><see cref="ToPeriodSeries"/> describes how the variances are pooled.</remarks>
    /// <exception cref="ArgumentException">The records were gathered under different rules.</exception>
    public IReadOnlyList<double?> SamplingVariances => field ??= ToPeriodSeries().SamplingVariances;

    /// <summary>Returns the same series, where the last day covered by the rows decides whether the last period is complete.</summary>
    /// <param name="lastDay">The last day covered, in the ISO calendar.</param>
    /// <returns>The series; the last period is incomplete when it ends after that day.</returns>
    /// <exception cref="ArgumentException">The day is not in the ISO calendar.</exception>
    public KpiSeries<TKpi> Through(LocalDate lastDay)
    {
        CalendarGuard.Iso(lastDay);
        return new(Unit, points) { IncompleteAtStart = IncompleteAtStart, IncompleteAtEnd = points.Count(point => point.Key.End > lastDay) };
    }

    /// <summary>Returns the same series, where the first day covered by the rows decides whether the first period is complete.</summary>
    /// <param name="firstDay">The first day covered, in the ISO calendar.</param>
    /// <returns>The series; the first period is incomplete when it begins before that day.</returns>
    /// <exception cref="ArgumentException">The day is not in the ISO calendar.</exception>
    public KpiSeries<TKpi> Since(LocalDate firstDay)
    {
        CalendarGuard.Iso(firstDay);
        return new(Unit, points) { IncompleteAtStart = points.Count(point => point.Key.Start < firstDay), IncompleteAtEnd = IncompleteAtEnd };
    }

    /// <summary>Returns the figures of the series with their sampling variances and numbers of observations.</summary>
    /// <returns>The series of figures, in the definition's unit.</returns>
    /// <remarks>
    /// <code>sampling variance of a period = variance of one observation, pooled / observations of the period</code>
    /// The variance of one observation is that of all records of a season combined, or of the whole series where a season's is 0 or unknown.
    /// For shares of counts it is p(1 − p), where p is the season's share with half of one added to hits and misses.
    /// A period's own variance is not used: it would tie the weight to the value, and it would be 0 for "three of three".
    /// Means and ratios of totals pool the variances within their periods instead, because what varies between periods is not sampling.
    /// A single row per period shows no sampling variation, so there are no variances then. Rates divide by exposure instead of observations.
    /// </remarks>
    /// <exception cref="ArgumentException">The records were gathered under different rules; the message names the period where they change.</exception>
    public PeriodSeries ToPeriodSeries() => PooledBefore(Count);

    /// <summary>The same with sampling variances from the periods before one only: a period to be judged has no say in how much such periods vary.</summary>
    internal PeriodSeries PooledBefore(int pooled)
    {
        RequireOneRule(points);
        Estimate?[] estimates = [.. points.Select(point => point.Value.Estimate())];
        CalendarPeriod first = points.Length > 0 ? points[0].Key : CalendarPeriod.Containing(Unit, new LocalDate(1, 1, 1));
        PeriodSeries series = AsShares() is { } shares
            ? PeriodSeries.FromShares(first, shares)
            : new(
                first,
                [.. points.Select(point => point.Value.Value ?? double.NaN)],
                PooledVariances(estimates, pooled),
                [.. estimates.Select(estimate => estimate?.Weight ?? 0)])
            {
                Range = RangeOf(TKpi.Definition.Unit),
            };
        return series.With(TKpi.Definition.Direction, IncompleteAtStart, IncompleteAtEnd);
    }

    /// <summary>The part of the series from where the rule of its latest records began; all of it when there is one rule.</summary>
    internal KpiSeries<TKpi> OfLatestRule => RuleChange(points) is { } change ? Part((change.At, Count)) : this;

    // A step where a cut or a currency changes says nothing of customers. Records that state different rules and nevertheless compare, such as
    // levels of different instants, are fine.
    private static void RequireOneRule(ReadOnlySpan<KeyValuePair<CalendarPeriod, TKpi>> series)
    {
        if (RuleChange(series) is { } change)
        {
            throw new ArgumentException(
                $"the records must be gathered under one rule, but {Stated(series[change.At])} is another than {Stated(series[change.Before])}: {OneSide}",
                nameof(series));
        }

        static string Stated(KeyValuePair<CalendarPeriod, TKpi> point) =>
            $"that of {point.Key} ({(point.Value.Rules.Count == 0 ? "not stated" : string.Join(", ", point.Value.Rules))})";
    }

    private static (int At, int Before)? RuleChange(ReadOnlySpan<KeyValuePair<CalendarPeriod, TKpi>> series)
    {
        (int At, int Before)? change = null;
        int before = -1;
        IReadOnlyList<KpiRule> rules = [];
        for (int i = 0; i < series.Length; i++)
        {
            TKpi record = series[i].Value;
            if (record.Value is null)
            {
                continue;
            }

            IReadOnlyList<KpiRule> own = record.Rules;
            if (before >= 0 && !own.SequenceEqual(rules) && SoundChange.IsUnsound(series[i].Key, record, series[before].Key, series[before].Value))
            {
                change = (i, before);
            }

            (before, rules) = (i, own);
        }

        return change;
    }

    // Weighted shares, shares of money and means of fractions are not counts out of counts.
    private ShareTally[]? AsShares()
    {
        EvidenceTotals?[] totals = [.. points.Select(point => point.Value.Totals)];
        return TKpi.Definition.Unit == KpiUnit.Share
            && Array.Exists(totals, total => total is not null)
            && Array.TrueForAll(totals, total => total is null or { AreCounts: true })
            ? [.. totals.Select(total => total is { } known ? new ShareTally((long)known.Numerator, (long)known.Denominator) : default)]
            : null;
    }

    // Money and ratios may be negative: a series that never was is taken not to be.
    private FigureRange RangeOf(KpiUnit unit) => unit switch
    {
        KpiUnit.Share => new(0, 1),
        KpiUnit.NetPoints => new(-100, 100),
        KpiUnit.Seconds or KpiUnit.Rate or KpiUnit.Count => new(0, double.PositiveInfinity),
        KpiUnit.Money or KpiUnit.Ratio or KpiUnit.Percentage => Array.TrueForAll(points, point => point.Value.Value is null or >= 0)
            ? new(0, double.PositiveInfinity)
            : FigureRange.Any,
        KpiUnit.ScalePoints or KpiUnit.Index => RangeOfScale(),
    };

    // The records of a series were asked on one scale; a record of one's own may state a range of goals that its values leave.
    private FigureRange RangeOfScale()
    {
        TKpi[] known = [.. points.Select(point => point.Value).Where(record => record.Value is not null)];
        KpiRange range = known.Length > 0 ? known[^1].GoalRange : default;
        return range != default && Array.TrueForAll(known, record => range.Contains(record.Value!.Value))
            ? new(range.Lowest ?? double.NegativeInfinity, range.Highest ?? double.PositiveInfinity)
            : FigureRange.Any;
    }

    private double[] PooledVariances(Estimate?[] estimates, int pooled)
    {
        // A census has no sampling error; its records, taken at different instants, would not combine either.
        if (!Array.Exists(estimates, estimate => estimate is { UnitVariance: not null } known && !known.Flags.HasFlag(EstimateFlags.Census)))
        {
            return [];
        }

        double whole = UnitVariance(Enumerable.Range(0, pooled), estimates);
        double[] variances = new double[Count];
        foreach (IGrouping<Season, int> season in Enumerable.Range(0, Count).GroupBy(i => Season.Of(points[i].Key)))
        {
            double unit = UnitVariance(season.Where(i => i < pooled), estimates) is > 0 and var own ? own : whole;
            foreach (int i in season)
            {
                variances[i] = estimates[i] is { } estimate ? unit / estimate.Weight : double.NaN;
            }
        }

        return whole > 0 ? variances : [];
    }

    /// <summary>The record over some periods; <see langword="null"/> when their evidence adds up beyond the range of its type.</summary>
    private TKpi? TogetherIfAny(int[] positions)
    {
        try
        {
            return positions.Aggregate(default(TKpi), (all, i) => all.Combine(points[i].Value));
        }
        catch (Exception error) when (error is ArgumentException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>The pooled variance of one observation; 0 when it is unknown.</summary>
    private double UnitVariance(IEnumerable<int> periods, Estimate?[] estimates)
    {
        double squares = 0, freedom = 0, weights = 0;
        int[] positions = [.. periods];
        foreach (int i in positions)
        {
            double own = estimates[i]?.DegreesOfFreedom ?? 0;
            squares += own > 0 ? own * (estimates[i]?.UnitVariance ?? 0) : 0;
            freedom += own;
            weights += estimates[i]?.Weight ?? 0;
        }

        if (freedom > 0)
        {
            return squares / freedom;
        }

        // A volume of several periods is their sum, of the weight of one: its variance is that of all of them.
        return weights > 0 && TogetherIfAny(positions)?.Estimate() is { DegreesOfFreedom: null, UnitVariance: { } unit } together
            ? unit * (together.Weight / weights)
            : 0;
    }
}
