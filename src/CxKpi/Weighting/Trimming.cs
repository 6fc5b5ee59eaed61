namespace CxKpi.Practices;

/// <summary>Limits weights and spreads what that adds or takes away equally over the rows that were not limited, until all keep the limits.</summary>
internal static class Trimming
{
    /// <returns>The weights and how many were limited; <see langword="null"/> when no weights within the limits have the total.</returns>
    internal static (double[] Weights, int Limited)? Fit(ReadOnlySpan<double> weights, double lowest, double highest)
    {
        double[] trimmed = weights.ToArray();
        double total = trimmed.Sum(), slack = 1e-12 * total;
        if (total < trimmed.Length * lowest - slack || total > trimmed.Length * highest + slack)
        {
            return null;
        }

        bool[] limited = new bool[trimmed.Length];
        while (true)
        {
            double excess = 0;
            bool any = false;
            for (int i = 0; i < trimmed.Length; i++)
            {
                double kept = Math.Clamp(trimmed[i], lowest, highest);
                if (kept != trimmed[i])
                {
                    excess += trimmed[i] - kept;
                    (trimmed[i], limited[i], any) = (kept, true, true);
                }
            }

            if (!any || Math.Abs(excess) <= 1e-15 * total)
            {
                return (trimmed, limited.Count(own => own));
            }

            Spread(trimmed, limited, excess, lowest, highest);
        }
    }

    // Once every row has been limited, those at the other end are what can still take it.
    private static void Spread(double[] weights, bool[] limited, double excess, double lowest, double highest)
    {
        bool anyFree = Array.Exists(limited, own => !own);
        bool Takes(int i) => anyFree ? !limited[i] : excess > 0 ? weights[i] < highest : weights[i] > lowest;
        int[] takers = [.. Enumerable.Range(0, weights.Length).Where(Takes)];
        foreach (int i in takers)
        {
            weights[i] += excess / takers.Length;
        }
    }
}
