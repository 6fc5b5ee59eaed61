namespace CxKpi;

/// <summary>Tests of whole samples: several shares at once, a trend over ordered groups, and two samples of ordinal answers.</summary>
public static class SampleTests
{
    /// <summary>Tests whether several shares are equal, all at once, by Pearson's chi-square test.</summary>
    /// <remarks>
    /// It is asked first, and which of the groups differ only where it answers: among many groups, some are far apart by chance. Groups in which nobody was
    /// examined are left out. Source: K. Pearson, "On the criterion that a given system of deviations ...", 1900.
    /// </remarks>
    /// <param name="shares">The shares of different customers.</param>
    /// <returns>
    /// The test, with Cohen's w as its effect size: the root of chi-square over n, of which .1 is small, .3 medium and .5 large. It is <see langword="null"/>
    /// when fewer than two groups have data.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="shares"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A share was published rounded.</exception>
    public static SignificanceTest? Equality(IEnumerable<ShareTally> shares)
    {
        ShareTally[] groups = [.. Guard.NotNull(shares).Select(share => share.RequireCounted(nameof(shares))).Where(share => share.N > 0)];
        return groups.Length < 2 ? null : GroupTests.Equality(groups);
    }

    /// <summary>
    /// Tests whether shares rise or fall over ordered groups, such as churn by the number of bad experiences, by the test of Cochran and Armitage.
    /// </summary>
    /// <remarks>
    /// <code>z = Σ count · (score - mean score) / sqrt(p · (1 - p) · Σ total · (score - mean score)²)</code>
    /// It finds a steady rise that a test of equality, which looks at the groups in no order, misses. Groups in which nobody was examined are left out.
    /// Sources: W. Cochran, "Some methods for strengthening the common chi-square tests", 1954; P. Armitage, "Tests for linear trends in proportions and
    /// frequencies", 1955.
    /// </remarks>
    /// <param name="shares">The shares of the groups, in their order.</param>
    /// <param name="scores">A number for each group, such as 0, 1, 2 for the number of bad experiences; the groups' positions when left out.</param>
    /// <returns>
    /// The test, whose statistic is above 0 when the share rises with the score, and whose effect size is the slope: the change of the share for one more of
    /// the score. It is <see langword="null"/> when fewer than two groups have data.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="shares"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are not as many scores as shares, all groups with data have the same score, or a share was published
    /// rounded.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A score is not finite; the message names its position.</exception>
    public static SignificanceTest? Trend(IEnumerable<ShareTally> shares, IEnumerable<double>? scores = null)
    {
        ShareTally[] groups = [.. Guard.NotNull(shares).Select(share => share.RequireCounted(nameof(shares)))];
        double[] values = [.. scores ?? Enumerable.Range(0, groups.Length).Select(i => (double)i)];
        Guard.SameLength(groups.Length, values.Length, nameof(shares), nameof(scores));
        for (int i = 0; i < values.Length; i++)
        {
            Guard.FiniteAt(values[i], i, nameof(scores));
        }

        (ShareTally Share, double Score)[] known = [.. groups.Zip(values).Where(group => group.First.N > 0)];
        if (known.Length < 2)
        {
            return null;
        }

        return known.Any(group => group.Score != known[0].Score)
            ? GroupTests.Trend(known)
            : throw new ArgumentException(
                FormattableString.Invariant($"{nameof(scores)} must differ between the groups that have data, but all are {known[0].Score}"),
                nameof(scores));
    }

    /// <summary>Tests whether answers of one sample tend to be higher than those of another, by ranks alone (Mann and Whitney).</summary>
    /// <remarks>
    /// <code>U = number of pairs in which the first is higher, plus half of those that are equal</code>
    /// It asks nothing of the distances between answers, which a mean does. The p-value is that of the normal approximation, corrected for ties.
    /// Source: H. Mann and D. Whitney, "On a test of whether one of two random variables is stochastically larger than the other", 1947.
    /// </remarks>
    /// <param name="values">The values of one sample.</param>
    /// <param name="baseline">The values of the other sample, of different customers.</param>
    /// <returns>
    /// The test, whose effect size is the probability of superiority: that a value of the first sample is higher than one of the baseline, equal ones counted
    /// by half; 0.5 for no difference. It is <see langword="null"/> when a sample is empty.
    /// </returns>
    /// <exception cref="ArgumentNullException">A sample is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite; the message names its position.</exception>
    public static SignificanceTest? MannWhitney(IEnumerable<double> values, IEnumerable<double> baseline)
    {
        double[] mine = Finite(Guard.NotNull(values), nameof(values)), theirs = Finite(Guard.NotNull(baseline), nameof(baseline));
        return mine.Length == 0 || theirs.Length == 0 ? null : OrdinalTests.MannWhitney(mine, theirs);
    }

    private static double[] Finite(IEnumerable<double> values, string name) => [.. values.Select((value, i) => Guard.FiniteAt(value, i, name))];
}
