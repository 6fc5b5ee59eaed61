namespace CxKpi.Benchmarks.Ratios;

/// <summary>The Shapley value of R² as its formula says: a least-squares fit to the rows for every subset of drivers.</summary>
internal static class NaiveDrivers
{
    public static double[] Shapley(double[][] columns, double[] outcome)
    {
        int count = columns.Length;
        double[] explained = new double[1 << count], shares = new double[count];
        for (int subset = 1; subset < explained.Length; subset++)
        {
            explained[subset] = RSquared([.. columns.Where((_, j) => (subset & (1 << j)) != 0)], outcome);
        }

        double[] factorial = new double[count + 1];
        factorial[0] = 1;
        for (int i = 1; i <= count; i++)
        {
            factorial[i] = factorial[i - 1] * i;
        }

        for (int j = 0; j < count; j++)
        {
            for (int subset = 0; subset < explained.Length; subset++)
            {
                if ((subset & (1 << j)) == 0)
                {
                    int size = int.PopCount(subset);
                    shares[j] += factorial[size] * factorial[count - 1 - size] / factorial[count] * (explained[subset | (1 << j)] - explained[subset]);
                }
            }
        }

        return shares;
    }

    /// <summary>Normal equations of the centred columns, solved by elimination.</summary>
    private static double RSquared(double[][] columns, double[] outcome)
    {
        int count = columns.Length;
        double[][] centred = [.. columns.Append(outcome).Select(column => column.Average() is var mean ? column.Select(x => x - mean).ToArray() : [])];
        double[][] products = [.. centred.Select(_ => new double[count + 1])];
        for (int a = 0; a <= count; a++)
        {
            for (int b = 0; b <= count; b++)
            {
                for (int row = 0; row < outcome.Length; row++)
                {
                    products[a][b] += centred[a][row] * centred[b][row];
                }
            }
        }

        double all = products[count][count];
        for (int pivot = 0; pivot < count; pivot++)
        {
            for (int a = pivot + 1; a <= count; a++)
            {
                double factor = products[a][pivot] / products[pivot][pivot];
                for (int b = pivot; b <= count; b++)
                {
                    products[a][b] -= factor * products[pivot][b];
                }
            }
        }

        return 1 - products[count][count] / all;
    }
}
