namespace CxKpi.Practices;

/// <summary>Iterative proportional fitting of cells to margins (Deming and Stephan 1940).</summary>
internal static class Raking
{
    /// <summary>So many rounds must lessen what is moved by a hundredth, or more of them would not meet the margins either.</summary>
    private const int RoundsToTell = 1000;

    private const double Lessened = 0.99;

    /// <summary>The share of the largest factor below which a factor is on its way to 0, as happens where margins contradict each other.</summary>
    private const double Vanishing = 1e-12;

    /// <returns>The factor of each cell, the rounds through all margins, and the largest relative error of a category that is left.</returns>
    internal static (double[] Factors, int Rounds, double Error) Fit(SampleCells cells, double tolerance, int mostRounds)
    {
        double[] weights = [.. cells.Weights];
        double[][] factors = [.. cells.Targets.Select(targets => new double[targets.Length])];
        int rounds = 0;
        double most = double.PositiveInfinity, before = most;

        // A margin is exact when the next is fitted to; a round in which no factor moves anything has met all of them.
        while (most > tolerance && rounds < mostRounds)
        {
            most = 0;
            for (int m = 0; m < factors.Length; m++)
            {
                int[] codes = cells.Codes[m];
                double[] sums = factors[m], targets = cells.Targets[m];
                Array.Clear(sums);
                for (int c = 0; c < codes.Length; c++)
                {
                    sums[codes[c]] += weights[c];
                }

                for (int k = 0; k < sums.Length; k++)
                {
                    sums[k] = sums[k] > 0 ? targets[k] / sums[k] : 1;
                    most = Math.Max(most, Math.Abs(sums[k] - 1));
                }

                for (int c = 0; c < codes.Length; c++)
                {
                    weights[c] *= sums[codes[c]];
                }
            }

            rounds++;
            if (rounds % RoundsToTell == 0)
            {
                if (most > Lessened * before)
                {
                    break;
                }

                before = most;
            }
        }

        double error = cells.LargestError(weights);
        for (int c = 0; c < weights.Length; c++)
        {
            weights[c] /= cells.Weights[c];
        }

        if (most > tolerance)
        {
            double least = Vanishing * weights.Max();
            weights = [.. weights.Select(factor => factor < least ? 0 : factor)];
        }

        return (weights, rounds, error);
    }
}
