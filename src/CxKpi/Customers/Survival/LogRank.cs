namespace CxKpi;

/// <summary>The sums of the log-rank test: losses observed and expected in each group if all left alike, with the covariances of their differences.</summary>
internal sealed class LogRank
{
    private readonly int groups;
    private double survival;

    private LogRank(int groups)
    {
        this.groups = groups;
        Expected = new double[groups];
        Difference = new double[groups];
        Variance = new double[groups * groups];
    }

    internal double[] Expected { get; }

    /// <summary>Observed less expected losses, of which the larger part would otherwise cancel where a group is much larger than the others.</summary>
    internal double[] Difference { get; }

    /// <summary>By rows.</summary>
    internal double[] Variance { get; }

    internal static LogRank Of(IEnumerable<SurvivalTally[]> strata, int groups, LogRankWeights weights)
    {
        LogRank sums = new(groups);
        foreach (SurvivalTally[] stratum in strata)
        {
            sums.Add(stratum, weights);
        }

        return sums;
    }

    /// <summary>The squared distance of observed from expected losses in the directions that vary, and how many these are.</summary>
    internal (double Statistic, int Freedom) Distance()
    {
        // By their correlations: the variance of a small group beside a huge one is no rounding.
        double[] errors = [.. Enumerable.Range(0, groups).Select(g => Math.Sqrt(Variance[g * groups + g]))], correlations = new double[groups * groups];
        for (int g = 0; g < groups; g++)
        {
            for (int h = 0; h < groups; h++)
            {
                correlations[g * groups + h] = errors[g] > 0 && errors[h] > 0 ? Variance[g * groups + h] / errors[g] / errors[h] : 0;
            }
        }

        SymmetricEigen eigen = SymmetricEigen.Of(correlations, groups);
        double least = 1e-10 * eigen.Values.DefaultIfEmpty().Max();
        double[] difference = [.. Difference.Zip(errors, (distance, error) => error > 0 ? distance / error : 0)];
        double[] scaled = eigen.Apply(value => value > least ? 1 / value : 0, difference);
        return (difference.Zip(scaled, (a, b) => a * b).Sum(), eigen.Values.Count(value => value > least));
    }

    private void Add(SurvivalTally[] stratum, LogRankWeights weights)
    {
        double[] times = [.. stratum.SelectMany(tally => Lost(tally)).Distinct().Order()];
        (long AtRisk, long Ended)[][] rows = [.. stratum.Select(tally => At(tally, times))];
        survival = 1;
        for (int t = 0; t < times.Length; t++)
        {
            Add(rows, t, weights switch
            {
                LogRankWeights.Equal => 1,
                LogRankWeights.PetoPeto => survival,
            });
        }
    }

    private void Add((long AtRisk, long Ended)[][] rows, int time, double weight)
    {
        // What is left of a sum by one group is counted before anything is rounded.
        Int128 atRisk = 0, ended = 0;
        foreach ((long AtRisk, long Ended)[] row in rows)
        {
            atRisk += row[time].AtRisk;
            ended += row[time].Ended;
        }

        double all = (double)atRisk, stay = (double)(atRisk - ended), ties = atRisk > 1 ? (double)ended * stay / (double)(atRisk - 1) : 0;
        for (int g = 0; g < groups; g++)
        {
            (long present, long gone) = rows[g][time];
            Difference[g] += weight * (((double)gone * (double)(atRisk - present) - (double)(ended - gone) * present) / all);
            Expected[g] += weight * (double)ended * (present / all);
            for (int h = 0; h < groups; h++)
            {
                double share = g == h ? (double)(atRisk - present) / all : -rows[h][time].AtRisk / all;
                Variance[g * groups + h] += weight * weight * ties * (present / all) * share;
            }
        }

        survival *= stay / all;
    }

    private static IEnumerable<double> Lost(SurvivalTally tally) => tally.Steps.Where(step => step.Ended > 0).Select(step => step.Time);

    private static (long AtRisk, long Ended)[] At(SurvivalTally tally, double[] times)
    {
        (long AtRisk, long Ended)[] rows = new (long, long)[times.Length];
        RiskSet risk = new(tally.Rows);
        for (int t = 0; t < times.Length; t++)
        {
            risk.MoveTo(times[t]);
            rows[t] = (risk.AtRisk, risk.Step.Ended);
        }

        return rows;
    }
}
