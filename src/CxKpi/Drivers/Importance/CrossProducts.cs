namespace CxKpi.Practices;

/// <summary>The correlations of columns, over the rows as they are or drawn anew.</summary>
internal sealed class CrossProducts
{
    private readonly double[] rows;
    private readonly double[] products;
    private readonly double[] sums;
    private readonly double[] correlations;
    private readonly int[] draws;

    /// <param name="columns">Deviations from the means, the largest of size 1.</param>
    internal CrossProducts(double[][] columns)
    {
        Width = columns.Length;
        Count = columns[0].Length;
        rows = new double[Count * Width];
        for (int i = 0; i < Count; i++)
        {
            for (int j = 0; j < Width; j++)
            {
                rows[i * Width + j] = columns[j][i];
            }
        }

        products = new double[Width * Width];
        correlations = new double[Width * Width];
        sums = new double[Width];
        draws = new int[Count];
    }

    internal int Width { get; }

    internal int Count { get; }

    /// <summary>The correlations of the rows as they are, by rows; <see langword="null"/> where a column does not vary.</summary>
    internal double[]? Correlations()
    {
        Array.Fill(draws, 1);
        return Weighted() ? [.. correlations] : null;
    }

    /// <summary>The correlations of as many rows drawn anew; <see langword="null"/> where a column does not vary. The same room at every call.</summary>
    internal double[]? Resampled(ref RepeatableRandom random)
    {
        Array.Clear(draws);
        for (int i = 0; i < Count; i++)
        {
            draws[(int)(random.NextUnit() * Count)]++;
        }

        return Weighted() ? correlations : null;
    }

    private bool Weighted()
    {
        Array.Clear(products);
        Array.Clear(sums);
        for (int i = 0; i < Count; i++)
        {
            if (draws[i] == 0)
            {
                continue;
            }

            ReadOnlySpan<double> row = rows.AsSpan(i * Width, Width);
            for (int a = 0; a < Width; a++)
            {
                double weighted = draws[i] * row[a];
                sums[a] += weighted;
                for (int b = a; b < Width; b++)
                {
                    products[a * Width + b] += weighted * row[b];
                }
            }
        }

        for (int a = 0; a < Width; a++)
        {
            for (int b = a; b < Width; b++)
            {
                products[a * Width + b] -= sums[a] / Count * sums[b];
            }

            // Deviations are of size 1 at most, so this is what rounding leaves of equal ones.
            if (products[a * Width + a] <= 1e-13)
            {
                return false;
            }
        }

        for (int a = 0; a < Width; a++)
        {
            for (int b = a; b < Width; b++)
            {
                double r = a == b ? 1 : products[a * Width + b] / Math.Sqrt(products[a * Width + a] * products[b * Width + b]);
                (correlations[a * Width + b], correlations[b * Width + a]) = (r, r);
            }
        }

        return true;
    }
}
