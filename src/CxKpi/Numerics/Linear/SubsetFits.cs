namespace CxKpi;

/// <summary>What every subset of regressors explains of a response, from their correlations alone.</summary>
/// <remarks>
/// Subsets are visited so that each adds one regressor to one visited before: what is left of the later ones after that regressor is one elimination step,
/// and no subset is fitted anew.
/// </remarks>
internal sealed class SubsetFits
{
    private readonly int count;
    private readonly int width;
    private readonly double[][] levels;
    private readonly double[] explained;

    internal SubsetFits(int count)
    {
        this.count = count;
        width = count + 1;
        levels = [.. Enumerable.Range(0, count).Select(_ => new double[width * width])];
        explained = new double[1 << count];
    }

    /// <summary>R² by subset, bit j for regressor j; the same room at every call.</summary>
    /// <param name="correlations">By rows, the regressors first and the response last; positive definite.</param>
    internal ReadOnlySpan<double> Of(ReadOnlySpan<double> correlations)
    {
        correlations.CopyTo(levels[0]);
        Visit(0, 0, 0);
        return explained;
    }

    /// <summary>The average of what each regressor adds, over all orders in which they can enter (Shapley value).</summary>
    internal double[] Shares(ReadOnlySpan<double> correlations)
    {
        ReadOnlySpan<double> all = Of(correlations);
        double[] weights = Weights(), shares = new double[count];
        for (int subset = 0; subset < all.Length; subset++)
        {
            double weight = weights[System.Numerics.BitOperations.PopCount((uint)subset)];
            for (int j = 0; j < count; j++)
            {
                int with = subset | (1 << j);
                shares[j] += with == subset ? 0 : weight * (all[with] - all[subset]);
            }
        }

        for (int j = 0; j < count; j++)
        {
            shares[j] = Math.Max(0, shares[j]);
        }

        return shares;
    }

    /// <summary>The share of orders in which exactly a given subset of that size enters before: s!(k − 1 − s)!/k!.</summary>
    private double[] Weights()
    {
        double[] weights = new double[count + 1];
        weights[0] = 1.0 / count;
        for (int size = 1; size < count; size++)
        {
            weights[size] = weights[size - 1] * size / (count - size);
        }

        return weights;
    }

    private void Visit(int depth, int from, int subset)
    {
        double[] left = levels[depth];
        for (int j = from; j < count; j++)
        {
            double pivot = left[j * width + j], along = left[j * width + count];
            int with = subset | (1 << j);
            explained[with] = explained[subset] + along * along / pivot;
            if (j + 1 == count)
            {
                continue;
            }

            double[] next = levels[depth + 1];
            for (int a = j + 1; a < count; a++)
            {
                double factor = left[j * width + a] / pivot;
                for (int b = a; b <= count; b++)
                {
                    next[a * width + b] = left[a * width + b] - factor * left[j * width + b];
                }
            }

            Visit(depth + 1, j + 1, with);
        }
    }
}
