namespace CxKpi;

/// <summary>Ranks from 1, equal figures in the middle of theirs.</summary>
internal static class MidRanks
{
    /// <summary>The ranks, and Σ(t³ − t) over groups of equal figures.</summary>
    /// <param name="figures">The figures, without NaN.</param>
    internal static (double[] Ranks, double Ties) Of(double[] figures)
    {
        int[] order = [.. Enumerable.Range(0, figures.Length).OrderBy(i => figures[i])];
        double[] ranks = new double[figures.Length];
        double ties = 0;
        for (int from = 0, to; from < order.Length; from = to)
        {
            for (to = from + 1; to < order.Length && figures[order[to]] == figures[order[from]];)
            {
                to++;
            }

            double size = to - from;
            ties += size * size * size - size;
            for (int i = from; i < to; i++)
            {
                ranks[order[i]] = (from + to + 1) / 2.0;
            }
        }

        return (ranks, ties);
    }
}
