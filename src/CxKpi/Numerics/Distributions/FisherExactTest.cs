namespace CxKpi;

/// <summary>Fisher's exact test of independence in a table of two rows and two columns.</summary>
internal static class FisherExactTest
{
    /// <summary>Probability, given both margins, of all tables at most as likely as the observed one.</summary>
    /// <remarks>
    /// Probabilities fall on both sides of the most likely table, so halving finds the edges, and from an edge outwards the terms shrink
    /// until they no longer count: the cost grows with the spread of the table's corner, not with its range.
    /// </remarks>
    internal static double TwoSidedPValue(long a, long b, long c, long d)
    {
        Corner corner = new(Guard.NotNegative(a) + Guard.NotNegative(b), Guard.NotNegative(c) + Guard.NotNegative(d), a + c);
        double limit = corner.LogProbability(a) + Math.Log(BinomialTest.EquallyLikely);
        long mode = corner.Mode;
        if (corner.LogProbability(mode) <= limit)
        {
            return 1;
        }

        long inside = mode;
        long below = corner.Lowest - 1;
        while (inside - below > 1)
        {
            long middle = below + (inside - below) / 2;
            if (corner.LogProbability(middle) <= limit)
            {
                below = middle;
            }
            else
            {
                inside = middle;
            }
        }

        inside = mode;
        long above = corner.Highest + 1;
        while (above - inside > 1)
        {
            long middle = inside + (above - inside) / 2;
            if (corner.LogProbability(middle) <= limit)
            {
                above = middle;
            }
            else
            {
                inside = middle;
            }
        }

        return Math.Min(1, corner.SumDownFrom(below) + corner.SumUpFrom(above));
    }

    /// <summary>The hypergeometric law of the first cell: how many of <c>drawn</c> fall into the first of two groups.</summary>
    private readonly struct Corner(long first, long second, long drawn)
    {
        internal long Lowest => Math.Max(0, drawn - second);

        internal long Highest => Math.Min(first, drawn);

        internal long Mode => (long)((Int128)(first + 1) * (drawn + 1) / (first + second + 2));

        /// <summary>Three binomial weights with the same p = drawn/total (Loader 2000); the distance from the mean is taken in integers.</summary>
        internal double LogProbability(long x)
        {
            double total = first + second;
            if (total == 0)
            {
                return 0;
            }

            double p = drawn / total;
            double q = (first + second - drawn) / total;
            double fromMean = (double)((Int128)x * (first + second) - (Int128)first * drawn) / total;
            return SaddlePoint.LogBinomialWeight(x, first - x, p, q, fromMean)
                + SaddlePoint.LogBinomialWeight(drawn - x, second - drawn + x, p, q, -fromMean)
                - SaddlePoint.LogBinomialWeight(drawn, first + second - drawn, p, q, 0);
        }

        internal double SumDownFrom(long x)
        {
            if (x < Lowest)
            {
                return 0;
            }

            double term = Math.Exp(LogProbability(x));
            double sum = term;
            for (; x > Lowest && term > sum * 1e-17; x--)
            {
                term *= (double)x / (first - x + 1) * ((second - drawn + x) / (double)(drawn - x + 1));
                sum += term;
            }

            return sum;
        }

        internal double SumUpFrom(long x)
        {
            if (x > Highest)
            {
                return 0;
            }

            double term = Math.Exp(LogProbability(x));
            double sum = term;
            for (; x < Highest && term > sum * 1e-17; x++)
            {
                term *= (double)(first - x) / (x + 1) * ((drawn - x) / (double)(second - drawn + x + 1));
                sum += term;
            }

            return sum;
        }
    }
}
