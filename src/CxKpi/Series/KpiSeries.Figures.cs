using CxKpi.Trends;
using NodaTime;

namespace CxKpi;

/// <content>The figures without their evidence, for methods that know only figures.</content>
public sealed partial class KpiSeries<TKpi>
{
    /// <summary>The value of each period, in the definition's unit; <see langword="null"/> where undefined.</summary>
    public IReadOnlyList<double?> Values => field ??= [.. points.Select(point => point.Value.Value)];

    /// <summary>
    /// The sampling variance of each value, in squared units, pooled by season;
    /// <see langword="null"/> where the value is, and everywhere when the evidence gives none.
    /// </summary>
    /// <remarks><see cref="ToPeriodSeries"/> says how they are pooled.</remarks>
    public IReadOnlyList<double?> SamplingVariances => field ??= ToPeriodSeries().SamplingVariances;

    /// <summary>The same series with its last period marked by the last day that the rows cover.</summary>
    /// <param name="lastDay">The last day covered, in the ISO calendar.</param>
    /// <returns>The series; the last period is incomplete when it ends after that day.</returns>
    public KpiSeries<TKpi> Through(LocalDate lastDay) => new(Unit, points)
    {
        IsFirstIncomplete = IsFirstIncomplete,
        IsLastIncomplete = points.Length > 0 && lastDay < points[^1].Key.End,
    };

    /// <summary>The figures with their sampling variances and sizes.</summary>
    /// <returns>The series of figures, in the definition's unit.</returns>
    /// <remarks>
    /// <code>sampling variance of a period = variance of one observation, pooled / observations of the period</code>
    /// The variance of one observation is that of all records of a season combined, and of the whole series where a season's is 0 or unknown.
    /// That of shares of counts is p(1 − p), p the season's share with half of one added to hits and misses.
    /// A period's own would tie the weight to the value, and be 0 for "all of three".
    /// Means and ratios of totals pool the variances within their periods instead: what lies between periods is not sampling.
    /// One row per period says nothing of sampling: then there are no variances. Rates divide by exposure in the place of observations.
    /// </remarks>
    /// <exception cref="ArgumentException">The records were gathered under different rules.</exception>
    public PeriodSeries ToPeriodSeries()
    {
        Estimate?[] estimates = [.. points.Select(point => point.Value.Estimate())];
        CalendarPeriod first = points.Length > 0 ? points[0].Key : CalendarPeriod.Containing(Unit, new LocalDate(1, 1, 1));
        PeriodSeries series = AsShares() is { } shares
            ? PeriodSeries.FromShares(first, shares)
            : new(
                first,
                [.. points.Select(point => point.Value.Value ?? double.NaN)],
                PooledVariances(estimates),
                [.. estimates.Select(estimate => estimate?.Weight ?? 0)])
            {
                IsNetScore = TKpi.Definition.Unit == KpiUnit.NetPoints,
            };
        return series.With(TKpi.Definition.Direction, IsLastIncomplete);
    }

    // Weighted shares, shares of money and means of fractions are no counts out of counts.
    private ShareTally[]? AsShares()
    {
        EvidenceTotals?[] totals = [.. points.Select(point => point.Value.Totals)];
        return TKpi.Definition.Unit == KpiUnit.Share && Array.Exists(totals, total => total is not null) && Array.TrueForAll(totals, total => total is null or { AreCounts: true })
            ? [.. totals.Select(total => total is { } known ? new ShareTally((long)known.Numerator, (long)known.Denominator) : default)]
            : null;
    }

    private double[] PooledVariances(Estimate?[] estimates)
    {
        // A census has no sampling error; its records, taken at different instants, would not combine either.
        if (!Array.Exists(estimates, estimate => estimate is { UnitVariance: not null } known && !known.Flags.HasFlag(EstimateFlags.Census)))
        {
            return [];
        }

        double whole = UnitVariance(Enumerable.Range(0, Count), estimates);
        double[] variances = new double[Count];
        foreach (IGrouping<Season, int> season in Enumerable.Range(0, Count).GroupBy(i => Season.Of(points[i].Key)))
        {
            double unit = UnitVariance(season, estimates) is > 0 and var own ? own : whole;
            foreach (int i in season)
            {
                variances[i] = estimates[i] is { } estimate ? unit / estimate.Weight : double.NaN;
            }
        }

        return whole > 0 ? variances : [];
    }

    /// <summary>0 when unknown.</summary>
    private double UnitVariance(IEnumerable<int> periods, Estimate?[] estimates)
    {
        double squares = 0, freedom = 0;
        TKpi all = default;
        foreach (int i in periods)
        {
            double own = estimates[i]?.DegreesOfFreedom ?? 0;
            squares += own > 0 ? own * (estimates[i]?.UnitVariance ?? 0) : 0;
            freedom += own;
            all = all.Combine(points[i].Value);
        }

        if (freedom > 0)
        {
            return squares / freedom;
        }

        return all.Estimate() is { DegreesOfFreedom: null, UnitVariance: { } unit } ? unit : 0;
    }
}
