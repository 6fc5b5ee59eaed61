namespace CxKpi;

/// <summary>Sums over any stretch of a row of terms, of which many are asked for: each is put together from few.</summary>
/// <remarks>
/// Sums of two, four, eight, … neighbours are kept. A difference of two sums from the beginning would be quicker, but the terms fall by hundreds of powers of
/// ten, and nothing would be left of the later ones.
/// </remarks>
internal readonly struct StretchSums
{
    private readonly LogSum[] nodes;
    private readonly int count;

    /// <summary>Takes the terms of the positions from 0 to <paramref name="count"/> - 1.</summary>
    internal StretchSums(int count, Func<int, LogSum> term)
    {
        this.count = count;
        nodes = new LogSum[2 * count];
        for (int i = 0; i < count; i++)
        {
            nodes[count + i] = term(i);
        }

        for (int i = count - 1; i > 0; i--)
        {
            nodes[i] = nodes[2 * i].Plus(nodes[2 * i + 1]);
        }
    }

    /// <summary>The sum from one position up to another, which is not part of it.</summary>
    internal LogSum Between(int from, int to)
    {
        LogSum sum = LogSum.Nothing;
        for (int low = from + count, high = to + count; low < high; low /= 2, high /= 2)
        {
            sum = low % 2 == 1 ? nodes[low++].Plus(sum) : sum;
            sum = high % 2 == 1 ? nodes[--high].Plus(sum) : sum;
        }

        return sum;
    }
}
