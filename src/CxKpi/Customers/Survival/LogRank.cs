namespace CxKpi;

/// <summary>The sums of the log-rank test: losses observed and expected in each group if all left alike, with the covariances of their differences.</summary>
internal sealed class LogRank
{
    private readonly int groups;
    private double survival;

    private LogRank(int groups)
    {
        this.groups = groups;
        Observed = new double[groups];
        Expected = new double[groups];
        Variance = new double[groups * groups];
    }

    internal double[] Observed { get; }

    internal double[] Expected { get; }

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
        SymmetricEigen eigen = SymmetricEigen.Of(Variance, groups);
        double least = 1e-10 * eigen.Values.DefaultIfEmpty().Max();
        double[] difference = [.. Observed.Zip(Expected, (seen, expected) => seen - expected)];
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
        double atRisk = 0, ended = 0;
        foreach ((long AtRisk, long Ended)[] row in rows)
        {
            atRisk += row[time].AtRisk;
            ended += row[time].Ended;
        }

        double stay = atRisk - ended, ties = atRisk > 1 ? ended * stay / (atRisk - 1) : 0;
        for (int g = 0; g < groups; g++)
        {
            double part = rows[g][time].AtRisk / atRisk;
            Observed[g] += weight * rows[g][time].Ended;
            Expected[g] += weight * ended * part;
            for (int h = 0; h < groups; h++)
            {
                Variance[g * groups + h] += weight * weight * ties * part * ((g == h ? 1 : 0) - rows[h][time].AtRisk / atRisk);
            }
        }

        survival *= stay / atRisk;
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
