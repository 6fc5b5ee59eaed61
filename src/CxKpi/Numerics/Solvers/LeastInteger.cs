namespace CxKpi;

/// <summary>The least whole number from which on something holds, by doubling and then by halving.</summary>
internal static class LeastInteger
{
    /// <summary>Finds the least number from 1 on for which a statement holds that, once it holds, holds for every larger number.</summary>
    /// <param name="holds">The statement.</param>
    /// <param name="limit">The largest number to try; at least 1.</param>
    /// <returns>The number; <see langword="null"/> when it does not hold up to the limit.</returns>
    internal static int? Where(Func<int, bool> holds, int limit)
    {
        int tooFew = 0, enough = 1;
        while (!holds(enough))
        {
            if (enough >= limit)
            {
                return null;
            }

            (tooFew, enough) = (enough, (int)Math.Min(limit, 2L * enough));
        }

        while (enough - tooFew > 1)
        {
            int middle = tooFew + (enough - tooFew) / 2;
            (tooFew, enough) = holds(middle) ? (tooFew, middle) : (middle, enough);
        }

        return enough;
    }
}
