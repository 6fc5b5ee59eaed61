namespace CxKpi;

/// <summary>The slopes between all pairs of points of each section, whose order statistics are found without listing all of them.</summary>
/// <remarks>
/// <para>
/// A pair's slope is above s exactly when y − s·x rises from one point to the other, so that one merge sort counts the slopes up to any s.
/// Order statistics follow by interval contraction: slopes sampled between two bounds give nearer bounds, until few enough are left to list
/// (Matoušek, Randomized optimal algorithm for slope selection, 1991; Dillencourt, Mount and Netanyahu, 1992). The sampling is seeded.
/// </para>
/// <para>
/// The result is the figure that listing and sorting gives. Only where more slopes than can be listed agree with it to within the rounding
/// of y − s·x may it be another one of those.
/// </para>
/// </remarks>
internal sealed class PairwiseSlopes
{
    private const long AlwaysListed = 300_000;
    private const ulong Seed = 1968;

    // A round leaves about a hundredth of the pairs: ten are enough for more pairs than a series can have.
    private const int MostRounds = 100;

    private readonly double[] steps;
    private readonly double[] values;
    private readonly double[] centred;
    private readonly int[] ends;
    private readonly double furthestStep;
    private readonly double furthestValue;
    private readonly long limit;

    // The slopes that were listed last, and how many are smaller than all of them.
    private double[]? listed;
    private long before;

    /// <summary>Keeps the arrays.</summary>
    /// <param name="steps">Where each point lies; increasing within a section.</param>
    /// <param name="values">The value of each point; finite.</param>
    /// <param name="ends">Where each section ends.</param>
    /// <param name="listedUpTo">Up to how many slopes are listed rather than narrowed down; a figure that grows with the points when not given.</param>
    internal PairwiseSlopes(double[] steps, double[] values, int[] ends, long? listedUpTo = null)
    {
        this.steps = steps;
        this.values = values;
        this.ends = ends;
        centred = Centred(values);
        furthestStep = steps.Length == 0 ? 0 : steps.Max(Math.Abs);
        furthestValue = values.Length == 0 ? 0 : centred.Max(Math.Abs);
        limit = listedUpTo ?? Math.Max(AlwaysListed, 8L * values.Length);
        Sections((start, end) => Count += (long)(end - start) * (end - start - 1) / 2);
        Falling = Within(Order(0, tiesCount: false));
        Level = Within(Order(0, tiesCount: true)) - Falling;
    }

    /// <summary>How many slopes there are.</summary>
    internal long Count { get; private set; }

    /// <summary>How many slopes are negative.</summary>
    internal long Falling { get; }

    /// <summary>How many slopes are 0.</summary>
    internal long Level { get; }

    /// <summary>The median slope; <see langword="null"/> without slopes.</summary>
    internal double? Median => Count == 0 ? null : Count % 2 == 1 ? At((Count + 1) / 2) : (At(Count / 2) + At(Count / 2 + 1)) / 2;

    /// <summary>The order statistic of a rank from 1, interpolated between whole ranks; <see langword="null"/> beyond the first and the last.</summary>
    internal double? At(double rank)
    {
        if (!(rank >= 1 && rank <= Count))
        {
            return null;
        }

        long below = (long)Math.Floor(rank);
        double low = At(below);
        return rank == below ? low : low + (rank - below) * (At(below + 1) - low);
    }

    private double At(long rank)
    {
        if (rank > Falling && rank <= Falling + Level)
        {
            return 0;
        }

        return (listed is null || rank <= before || rank > before + listed.Length) && Contract(rank) is { } common
            ? common
            : Selection.At(listed, (int)(rank - before - 1));
    }

    /// <summary>Lists the slopes around a rank, or gives the one that too many share there.</summary>
    private double? Contract(long rank)
    {
        Bracket bracket = rank <= Falling
            ? new(Forward(), 0, Order(0, tiesCount: false), Falling)
            : Falling + Level == 0 ? new(Forward(), 0, Backward(), Count)
            : new(Order(0, tiesCount: true), Falling + Level, Backward(), Count);
        RepeatableRandom random = new(Seed);
        for (int round = 0; bracket.Inside > limit; round++)
        {
            double[] sample = Slopes(bracket, Math.Max(1000, values.Length), ref random);
            Array.Sort(sample);
            double share = (double)(rank - bracket.Before) / bracket.Inside;
            double spread = 1 + 4 * Math.Sqrt(share * (1 - share) * sample.Length);
            int low = (int)Math.Floor(share * sample.Length - spread), high = (int)Math.Ceiling(share * sample.Length + spread);
            double? pinned = low >= 0 && Narrow(ref bracket, sample[low], rank, fromBelow: true) ? sample[low]
                : high < sample.Length && Narrow(ref bracket, sample[high], rank, fromBelow: false) ? sample[high]
                : null;
            if (bracket.Inside > limit && (pinned is not null || round == MostRounds))
            {
                return pinned ?? sample[(int)(share * sample.Length)];
            }
        }

        listed = Slopes(bracket, (int)bracket.Inside);
        before = bracket.Before;
        return null;
    }

    /// <summary>Moves one bound next to a slope; or both, when the rank's slope equals it as far as rounding tells: <see langword="true"/>.</summary>
    private bool Narrow(ref Bracket bracket, double slope, long rank, bool fromBelow)
    {
        double rounding = Rounding(slope);
        for (int side = 0; side < 2; side++)
        {
            bool above = fromBelow == (side == 0);
            int[] order = Order(slope + (above ? rounding : -rounding), tiesCount: true);
            long count = Within(order);
            if (count < rank)
            {
                bracket = bracket with { Lower = order, Before = count };
                if (above)
                {
                    return false;
                }
            }
            else
            {
                bracket = bracket with { Upper = order, UpTo = count };
                if (!above)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>How far apart two slopes can be whose order y − s·x does not tell.</summary>
    private double Rounding(double slope) => 8.9e-16 * (furthestValue + Math.Abs(slope) * furthestStep);

    /// <summary>The points of each section by y − s·x; among equal ones the later first when slopes of exactly s count as below.</summary>
    private int[] Order(double slope, bool tiesCount)
    {
        int[] order = Forward();
        double[] keys = new double[order.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = centred[i] - slope * steps[i];
        }

        Sections((start, end) =>
        {
            Array.Sort(keys, order, start, end - start);
            for (int from = start, to; from < end; from = to)
            {
                for (to = from + 1; to < end && keys[to] == keys[from];)
                {
                    to++;
                }

                Array.Sort(order, from, to - from);
                if (tiesCount)
                {
                    Array.Reverse(order, from, to - from);
                }
            }
        });
        return order;
    }

    private int[] Forward()
    {
        int[] order = new int[values.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        return order;
    }

    private int[] Backward()
    {
        int[] order = Forward();
        Sections((start, end) => Array.Reverse(order, start, end - start));
        return order;
    }

    /// <summary>How many pairs an order has turned round.</summary>
    private long Within(int[] order)
    {
        long count = 0;
        int[] copy = [.. order], workspace = new int[order.Length];
        Sections((start, end) => count += Inversions.Count(copy.AsSpan(start, end - start), workspace));
        return count;
    }

    private double[] Slopes(in Bracket bracket, int count)
    {
        RepeatableRandom none = default;
        return Slopes(bracket, count, ref none);
    }

    /// <summary>A stratified sample of the slopes between the bounds, or all when as many are asked for.</summary>
    private double[] Slopes(in Bracket bracket, int size, ref RepeatableRandom random)
    {
        long[] wanted = new long[size];
        double stride = (double)bracket.Inside / size;
        for (int i = 0; i < size; i++)
        {
            wanted[i] = size == bracket.Inside ? i : Math.Min(bracket.Inside - 1, (long)((i + random.NextUnit()) * stride));
        }

        // A pair between the bounds stands in order by the lower bound and turned round by the upper one.
        int[] upper = bracket.Upper, place = new int[upper.Length], items = new int[upper.Length], workspace = new int[upper.Length];
        for (int i = 0; i < upper.Length; i++)
        {
            place[upper[i]] = i;
        }

        for (int i = 0; i < items.Length; i++)
        {
            items[i] = place[bracket.Lower[i]];
        }

        (int First, int Second)[] pairs = new (int, int)[size];
        int done = 0;
        long passed = 0;
        Sections((start, end) =>
        {
            int take = done;
            for (int i = done; i < size; i++)
            {
                wanted[i] -= passed;
            }

            passed = Inversions.Visit(items.AsSpan(start, end - start), workspace, wanted.AsSpan(done), pairs.AsSpan(done));
            while (take < size && wanted[take] < passed)
            {
                take++;
            }

            done = take;
        });
        double[] slopes = new double[done];
        for (int i = 0; i < done; i++)
        {
            int from = upper[pairs[i].First], to = upper[pairs[i].Second];
            slopes[i] = (values[to] - values[from]) / (steps[to] - steps[from]);
        }

        return slopes;
    }

    private void Sections(Action<int, int> visit)
    {
        int start = 0;
        foreach (int end in ends)
        {
            visit(start, end);
            start = end;
        }
    }

    /// <summary>Values less one of them, when no digit is lost by that: a large level would cost digits of y − s·x.</summary>
    private static double[] Centred(double[] values)
    {
        if (values.Length == 0)
        {
            return values;
        }

        double[] sorted = [.. values];
        double middle = Selection.At(sorted, sorted.Length / 2);
        double[] shifted = [.. values.Select(value => value - middle)];
        return values.Zip(shifted).All(pair => pair.Second + middle == pair.First && pair.First - pair.Second == middle) ? shifted : values;
    }

    /// <summary>Two bounds as orders of the points, with the number of slopes below the lower one and up to the upper one.</summary>
    private readonly record struct Bracket(int[] Lower, long Before, int[] Upper, long UpTo)
    {
        internal long Inside => UpTo - Before;
    }
}
