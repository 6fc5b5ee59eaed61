using System.Globalization;

namespace CxKpi.Practices;

/// <summary>How many people of each stratum to ask, so that a sample of a given size says most.</summary>
/// <remarks>
/// <code>
/// proportional: n * N(h) / N        Neyman: n * N(h) S(h) / sum of N S
/// se = sqrt( sum of (N(h)/N)² * (1 - n(h)/N(h)) * S(h)² / n(h) )
/// </code>
/// No stratum gets more than it has people; what is left goes to the others in the same proportions. Whole numbers are by largest remainders, ties to the
/// earlier stratum. S is the standard deviation of one answer: sqrt(p(1 - p)) for a share, and for a net score on [-1, 1] the root of its variance.
/// Source: J. Neyman, 1934; W. G. Cochran, Sampling Techniques, 1977.
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record SampleAllocation : ILocalizedFace
{
    // Real shares that are whole but for their last digit count as whole.
    private const double Rounding = 1e-9;

    private SampleAllocation()
    {
    }

    /// <summary>The share of each stratum before it is rounded to people, in the order of the strata.</summary>
    public IReadOnlyList<double> Exact { get; private init; } = ValueList<double>.Empty;

    /// <summary>The number of people to ask in each stratum, in the order of the strata.</summary>
    public IReadOnlyList<long> Counts { get; private init; } = ValueList<long>.Empty;

    /// <summary>
    /// The standard error to be expected of the mean under <see cref="Exact"/>, in the unit of the standard deviations; <see langword="null"/> when these were
    /// not stated, or a stratum that varies gets nobody.
    /// </summary>
    public double? StandardError { get; private init; }

    /// <summary>Divides a sample over strata by their numbers of people.</summary>
    /// <param name="total">The number of people to ask; not negative and not above all people.</param>
    /// <param name="sizes">The number of people in each stratum.</param>
    /// <param name="least">The number of people to ask at least in each stratum, or all of it where it is smaller.</param>
    /// <returns>The allocation.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, there are fewer people than are to be asked, or the least numbers add up to more.
    /// </exception>
    /// <exception cref="OverflowException">There are more people than a <see cref="long"/> counts.</exception>
    public static SampleAllocation Proportional(long total, ReadOnlySpan<long> sizes, long least = 0) =>
        Of(total, sizes, [.. sizes.ToArray().Select(size => (double)size)], least);

    /// <summary>Divides a sample over strata so that the mean over all of them is as precise as it can be.</summary>
    /// <param name="total">The number of people to ask; not negative and not above all people.</param>
    /// <param name="sizes">The number of people in each stratum.</param>
    /// <param name="deviations">The standard deviation of one answer in each stratum, such as that of an earlier survey; when all are 0, the allocation is
    /// proportional.</param>
    /// <param name="least">The number of people to ask at least in each stratum, or all of it where it is smaller.</param>
    /// <returns>The allocation with the standard error to be expected.</returns>
    /// <exception cref="ArgumentException">Sizes and deviations have different lengths.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not finite, there are fewer people than are to be asked, or the least numbers add
    /// up to more.</exception>
    /// <exception cref="OverflowException">There are more people than a <see cref="long"/> counts.</exception>
    public static SampleAllocation Neyman(long total, ReadOnlySpan<long> sizes, ReadOnlySpan<double> deviations, long least = 0)
    {
        Guard.SameLength(sizes.Length, deviations.Length, nameof(sizes), nameof(deviations));
        double[] spreads = Amounts(deviations, nameof(deviations)), parts = Scaled(spreads, out _);
        for (int h = 0; h < parts.Length; h++)
        {
            parts[h] *= sizes[h];
        }

        SampleAllocation allocation = Array.TrueForAll(spreads, spread => spread == 0) ? Proportional(total, sizes, least) : Of(total, sizes, parts, least);
        return allocation with { StandardError = ErrorOf(allocation.Exact, sizes, spreads) };
    }

    /// <summary>Rounds real shares to whole numbers that add up to a total, by largest remainders.</summary>
    /// <param name="total">The total; not negative.</param>
    /// <param name="shares">The real shares, which are first brought to the total; not negative, and some above 0 unless the total is 0.</param>
    /// <returns>The whole numbers. Of equal remainders the earlier one is rounded up.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not finite, or all shares are 0 and the total is not.</exception>
    public static IReadOnlyList<long> LargestRemainder(long total, ReadOnlySpan<double> shares)
    {
        Guard.NotNegative(total);
        double[] parts = Scaled(Amounts(shares, nameof(shares)), out _);
        double sum = parts.Sum();
        return total > 0 && !(sum > 0)
            ? throw Guard.Outside(nameof(shares), "must have one above 0", sum)
            : ValueList.Of(Rounded(
                total, [.. parts.Select(part => sum > 0 ? part / sum * total : 0)], new long[parts.Length], [.. parts.Select(_ => total)]));
    }

    /// <summary>The numbers of people as invariant text.</summary>
    /// <returns>Text for display, such as <c>98, 73, 29</c>.</returns>
    public override string ToString() => string.Join(", ", Counts.Select(count => count.ToString(CultureInfo.InvariantCulture)));

    string ILocalizedFace.ToHtml(Phrases words) => new NotebookTable(words.AllocationCaption)
        .Fact(words.CountLabel, string.Join(words.Semicolon, Counts.Select(words.Count)))
        .Fact(words.TotalLabel, words.Count(Counts.Sum()))
        .Fact(words.StandardErrorLabel, words.Limit(StandardError))
        .ToHtml();

    private static SampleAllocation Of(long total, ReadOnlySpan<long> sizes, double[] parts, long least)
    {
        long[] most = sizes.ToArray();
        for (int h = 0; h < most.Length; h++)
        {
            Guard.NotNegativeAt(most[h], h, nameof(sizes));
        }

        Guard.InRange(total, 0, Guard.Sum("people", sizes));
        long[] floors = [.. most.Select(size => Math.Min(size, Guard.NotNegative(least)))];
        if (floors.Sum() > total)
        {
            throw Guard.Outside(nameof(least), FormattableString.Invariant($"must not ask for more than total ({total})"), least);
        }

        double[] exact = Shared(total, parts, floors, most);
        return new() { Exact = ValueList.Of(exact), Counts = ValueList.Of(Rounded(total, exact, floors, most)) };
    }

    private static double[] Amounts(ReadOnlySpan<double> given, string name)
    {
        for (int i = 0; i < given.Length; i++)
        {
            Guard.NotNegativeAt(Guard.FiniteAt(given[i], i, name), i, name);
        }

        return given.ToArray();
    }

    private static double[] Scaled(double[] amounts, out int exponent)
    {
        double largest = amounts.Length == 0 ? 0 : amounts.Max();
        exponent = PowerOfTwo.Of(largest);
        return PowerOfTwo.Divide(amounts, exponent);
    }

    /// <summary>Shares in proportion to the parts, none below its floor or above what there is; those at a limit are set aside and the rest is shared
    /// again.</summary>
    private static double[] Shared(long total, double[] parts, long[] floors, long[] most)
    {
        double[] shares = new double[parts.Length];
        bool[] isFixed = new bool[parts.Length];

        // Every round but the last sets a stratum aside.
        for (int round = 0; round <= parts.Length; round++)
        {
            double left = total, whole = 0;
            for (int h = 0; h < parts.Length; h++)
            {
                left -= isFixed[h] ? shares[h] : 0;
                whole += isFixed[h] ? 0 : parts[h];
            }

            // Strata that do not vary share by their sizes what those that do could not take.
            double[] own = whole > 0 ? parts : [.. most.Select(size => (double)size)];
            whole = whole > 0 ? whole : own.Where((_, h) => !isFixed[h]).Sum();
            double over = 0, under = 0;
            for (int h = 0; h < parts.Length; h++)
            {
                if (!isFixed[h])
                {
                    shares[h] = whole > 0 ? own[h] / whole * left : 0;
                    over += Math.Max(0, shares[h] - most[h]);
                    under += Math.Max(0, floors[h] - shares[h]);
                }
            }

            if (over <= Rounding && under <= Rounding)
            {
                break;
            }

            // The side that is broken by more is fixed first: doing so never makes the other worse than it has to be.
            for (int h = 0; h < parts.Length; h++)
            {
                if (!isFixed[h] && (over >= under ? shares[h] >= most[h] : shares[h] <= floors[h]))
                {
                    (shares[h], isFixed[h]) = (over >= under ? most[h] : floors[h], true);
                }
            }
        }

        return shares;
    }

    private static long[] Rounded(long total, double[] shares, long[] floors, long[] most)
    {
        long[] counts = [.. shares.Select((share, h) => Math.Clamp(long.CreateSaturating(Math.Floor(share + Rounding)), floors[h], most[h]))];
        Int128 missing = total;
        foreach (long count in counts)
        {
            missing -= count;
        }

        int[] byRemainder =
        [
            .. Enumerable.Range(0, counts.Length).Where(h => counts[h] < most[h]).OrderByDescending(h => Math.Round(shares[h] - counts[h], 9)),
        ];
        foreach (int h in byRemainder.Take((int)Int128.Clamp(missing, 0, counts.Length)))
        {
            counts[h]++;
            missing--;
        }

        // Shares of quadrillions and more are only known to some people: the largest take what that leaves.
        foreach (int h in Enumerable.Range(0, missing == 0 ? 0 : counts.Length).OrderByDescending(h => shares[h]))
        {
            long more = (long)Int128.Clamp(missing, floors[h] - counts[h], most[h] - counts[h]);
            counts[h] += more;
            missing -= more;
        }

        return counts;
    }

    private static double? ErrorOf(IReadOnlyList<double> counts, ReadOnlySpan<long> sizes, double[] deviations)
    {
        double people = 0, variance = 0;
        double[] scaled = Scaled(deviations, out int exponent);
        foreach (long size in sizes)
        {
            people += size;
        }

        for (int h = 0; h < sizes.Length; h++)
        {
            if (sizes[h] == 0 || deviations[h] == 0)
            {
                continue;
            }

            if (counts[h] == 0)
            {
                return null;
            }

            double share = sizes[h] / people;
            variance += share * share * Math.Max(0, 1 - counts[h] / sizes[h]) * scaled[h] * scaled[h] / counts[h];
        }

        return people > 0 ? Math.ScaleB(Math.Sqrt(variance), exponent) : null;
    }
}
