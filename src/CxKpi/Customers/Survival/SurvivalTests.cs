namespace CxKpi;

/// <summary>Tests whether groups of customers stay equally long.</summary>
public static class SurvivalTests
{
    /// <summary>Tests whether several groups leave alike at all times.</summary>
    /// <remarks>
    /// <code>
    /// expected in a group = sum over all losses of ended · at risk in the group / at risk
    /// chi-square          = (observed - expected)' · V⁻ · (observed - expected)
    /// </code>
    /// It works with customers who entered late as well. It has no power where curves cross, since what one group loses early it wins back later.
    /// Sources: N. Mantel, "Evaluation of survival data and two new rank order statistics arising in its consideration", 1966; R. Peto, J. Peto,
    /// "Asymptotically efficient rank invariant test procedures", 1972.
    /// </remarks>
    /// <param name="groups">The tallies of different customers, in one unit of time.</param>
    /// <param name="weights">How much each time counts.</param>
    /// <returns>
    /// The test, whose statistic is chi-square; <see langword="null"/> when there is nothing to compare: fewer than two groups were ever at risk together when
    /// somebody left.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="groups"/> or a tally is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The units differ; the message names the position.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weights"/> is not a named value.</exception>
    /// <exception cref="OverflowException">The number of all customers would exceed <see cref="long.MaxValue"/>.</exception>
    public static SignificanceTest? LogRank(IReadOnlyList<SurvivalTally> groups, LogRankWeights weights = LogRankWeights.Equal) =>
        StratifiedLogRank([groups], weights, nameof(groups), (_, group) => Guard.At(group));

    /// <summary>Tests whether several groups leave alike within each stratum, such as plans within each country.</summary>
    /// <remarks>As the test without strata, whose sums are added up over the strata: groups are compared only with those of their own stratum.</remarks>
    /// <param name="strata">For each stratum the tallies of the groups, in the same order; <see cref="SurvivalTally.Empty"/> where a group has
    /// nobody.</param>
    /// <param name="weights">How much each time counts.</param>
    /// <returns>The test, whose statistic is chi-square; <see langword="null"/> when there is nothing to compare.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="strata"/>, a stratum or a tally is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The units differ, or strata have different numbers of groups; the message names the position.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weights"/> is not a named value.</exception>
    /// <exception cref="OverflowException">The number of all customers would exceed <see cref="long.MaxValue"/>.</exception>
    public static SignificanceTest? StratifiedLogRank(IReadOnlyList<IReadOnlyList<SurvivalTally>> strata, LogRankWeights weights = LogRankWeights.Equal) =>
        StratifiedLogRank(
            Guard.NotNull(strata), weights, nameof(strata), (stratum, group) => Guard.At(stratum, FormattableString.Invariant($", group {group}")));

    private static SignificanceTest? StratifiedLogRank(
        IReadOnlyList<IReadOnlyList<SurvivalTally>> strata, LogRankWeights weights, string name, Func<int, int, string> at)
    {
        Guard.Defined(weights);
        SurvivalTally[][] tallies = Checked(strata, name, at);
        int groups = tallies.Length == 0 ? 0 : tallies[0].Length;
        LogRank sums = CxKpi.LogRank.Of(tallies, groups, weights);
        (double statistic, int freedom) = sums.Distance();
        return freedom == 0 ? null : new()
        {
            Statistic = statistic,
            DegreesOfFreedom = freedom,
            PValue = ChiSquaredDistribution.UpperTail(statistic, freedom),
            Method = weights == LogRankWeights.Equal ? SignificanceTestMethod.LogRank : SignificanceTestMethod.PetoPeto,
            N = Guard.Sum("customers", [.. tallies.SelectMany(stratum => stratum).Select(tally => tally.N)]),
            Flags = sums.Expected.Any(expected => expected is > 0 and < 5) ? EstimateFlags.SmallExpected : EstimateFlags.None,
        };
    }

    private static SurvivalTally[][] Checked(IReadOnlyList<IReadOnlyList<SurvivalTally>> strata, string name, Func<int, int, string> at)
    {
        SurvivalTally[][] tallies = [.. strata.Select(stratum => Guard.NotNull(stratum, name).Select(tally => Guard.NotNull(tally, name)).ToArray())];
        SurvivalTally? first = tallies.SelectMany(stratum => stratum).FirstOrDefault(tally => tally.N > 0);
        for (int i = 0; i < tallies.Length; i++)
        {
            if (tallies[i].Length != tallies[0].Length)
            {
                throw new ArgumentException(
                    FormattableString.Invariant(
                        $"{name} must have as many groups as the first, {tallies[0].Length}{Guard.At(i)}, but has {tallies[i].Length}"),
                    name);
            }

            for (int group = 0; group < tallies[i].Length; group++)
            {
                first?.Shared(tallies[i][group], name, at(i, group));
            }
        }

        return tallies;
    }
}
