namespace CxKpi.Tests.Trends;

/// <summary>Generalised least squares by dense matrices: every covariance is written out and factorised, every step is fitted alone.</summary>
internal sealed class SlowShiftSearch(double[][] design, int[] steps, double[] noise, double process, int first, int last)
{
    private const double Grid = 20;

    private readonly double variance = noise.Length == 0 ? 1 : process;
    private readonly Dictionary<int, double[,]> roots = [];

    private int Rows => steps.Length;

    internal (int Row, double F, double Gain, int Memory) Find(double[] response)
    {
        int start = Largest(response, 0).Row;
        double[] rest = Residuals([.. design, Step(start)], response, 0);
        double products = 0, squares = 0, visible = 0;
        for (int t = 0; t < Rows; t++)
        {
            squares += rest[t] * rest[t];
            products += t > 0 && steps[t] == 1 ? rest[t] * rest[t - 1] : 0;
            visible += t > 0 ? variance / Math.Sqrt((variance + Noise(t)) * (variance + Noise(t - 1))) / (Rows - 1) : 0;
        }

        double hidden = Math.Clamp((Rows * products / squares + 2) / (Rows - 4), 0, 0.95);
        int memory = (int)Math.Round(Math.Min(hidden / visible, 0.95) * Grid, MidpointRounding.AwayFromZero);
        (int row, double f, double gain) = Largest(response, memory);
        return (row, f, gain, memory);
    }

    /// <summary>The gain of a column and its F at a memory of the grid.</summary>
    internal (double Gain, double F) Explained(double[] response, double[] column, int memory)
    {
        double without = Squares(design, response, memory), with = Squares([.. design, column], response, memory);
        return (without - with, (without - with) / (with / (Rows - design.Length - 1)));
    }

    /// <summary>The largest F of each of 999 series without a step: half of errors beside the step, half of errors without one.</summary>
    internal double[] Simulated(IReadOnlyList<ShiftErrors> beside, IReadOnlyList<ShiftErrors> without)
    {
        RepeatableRandom random = new(1993);
        double[] largest = new double[999];
        for (int i = 0; i < largest.Length; i++)
        {
            (IReadOnlyList<ShiftErrors> errors, int place, int count) = i < 500 ? (beside, i, 500) : (without, i - 500, 499);
            double reached = 0;
            ErrorProcess own = errors.SkipWhile(x => (reached += x.Weight) * count < place + 0.5).Append(errors[^1]).First().Process;
            double state = random.NextNormal();
            double[] draw = new double[Rows];
            for (int t = 0; t < Rows; t++)
            {
                double memory = Math.Pow(own.Phi, steps[t]), known = noise.Length == 0 ? own.White : noise[t];
                state = t == 0 ? state : memory * state + Math.Sqrt(1 - memory * memory) * random.NextNormal();
                draw[t] = Math.Sqrt(own.Variance) * state + (known > 0 ? Math.Sqrt(known) * random.NextNormal() : 0);
            }

            largest[i] = Find(draw).F;
        }

        return largest;
    }

    /// <summary>The restricted log-likelihood of errors; with a free scale where sampling variances are unknown.</summary>
    internal static double Likelihood(double[][] columns, int[] steps, double[] noise, double[] response, ErrorProcess errors)
    {
        double[,] root = Root(steps, t => errors.White + (noise.Length == 0 ? 0 : noise[t]), errors.Variance, errors.Phi);
        double[][] whitened = [.. columns.Select(column => Solved(root, column))];
        double[,] normal = Lower(Products(whitened));
        double logs = LogDiagonal(root) + LogDiagonal(normal) - LogDiagonal(Lower(Products(columns)));
        double squares = Left(whitened, Solved(root, response)).Sum(x => x * x);
        int free = response.Length - columns.Length;
        return noise.Length == 0
            ? -0.5 * free * (Math.Log(2 * Math.PI) + 1 + Math.Log(squares / free)) - logs
            : -0.5 * (free * Math.Log(2 * Math.PI) + squares) - logs;
    }

    private double Noise(int t) => noise.Length == 0 ? 0 : noise[t];

    private double[] Step(int row) => [.. Enumerable.Range(0, Rows).Select(t => t < row ? 0.0 : 1)];

    private (int Row, double F, double Gain) Largest(double[] response, int memory) =>
        Enumerable.Range(first, last - first + 1).Select(row => (row, Explained(response, Step(row), memory))).Select(x => (x.row, x.Item2.F, x.Item2.Gain))
            .MaxBy(x => x.Gain);

    private double Squares(double[][] columns, double[] response, int memory) => Residuals(columns, response, memory).Sum(x => x * x);

    /// <summary>What least squares leave of a whitened response.</summary>
    private double[] Residuals(double[][] columns, double[] response, int memory)
    {
        if (!roots.TryGetValue(memory, out double[,]? root))
        {
            roots[memory] = root = Root(steps, Noise, variance, memory / Grid);
        }

        return Left([.. columns.Select(column => Solved(root, column))], Solved(root, response));
    }

    private static double[] Left(double[][] columns, double[] response)
    {
        // Modified Gram-Schmidt, twice.
        List<double[]> units = [];
        foreach (double[] column in columns)
        {
            double[] rest = Without(units, Without(units, column));
            double length = Math.Sqrt(rest.Sum(x => x * x));
            units.Add([.. rest.Select(x => x / length)]);
        }

        return Without(units, Without(units, response));
    }

    private static double[] Without(List<double[]> units, double[] column)
    {
        foreach (double[] unit in units)
        {
            double along = unit.Zip(column, (x, y) => x * y).Sum();
            column = [.. column.Zip(unit, (x, y) => x - along * y)];
        }

        return column;
    }

    /// <summary>The lower root of the covariance of a process that forgets over the periods between rows, with sampling beside it.</summary>
    private static double[,] Root(int[] steps, Func<int, double> noise, double variance, double phi)
    {
        double[,] covariance = new double[steps.Length, steps.Length];
        for (int i = 0; i < steps.Length; i++)
        {
            int periods = 0;
            for (int j = i; j >= 0; j--)
            {
                covariance[i, j] = covariance[j, i] = variance * Math.Pow(phi, periods) + (i == j ? noise(i) : 0);
                periods += steps[j];
            }
        }

        return Lower(covariance);
    }

    private static double[,] Products(double[][] columns)
    {
        double[,] products = new double[columns.Length, columns.Length];
        for (int i = 0; i < columns.Length; i++)
        {
            for (int j = 0; j < columns.Length; j++)
            {
                products[i, j] = columns[i].Zip(columns[j], (x, y) => x * y).Sum();
            }
        }

        return products;
    }

    private static double[,] Lower(double[,] matrix)
    {
        int size = matrix.GetLength(0);
        double[,] root = new double[size, size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = matrix[i, j];
                for (int k = 0; k < j; k++)
                {
                    sum -= root[i, k] * root[j, k];
                }

                root[i, j] = i == j ? Math.Sqrt(sum) : sum / root[j, j];
            }
        }

        return root;
    }

    private static double[] Solved(double[,] root, double[] right)
    {
        double[] solved = [.. right];
        for (int i = 0; i < solved.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                solved[i] -= root[i, j] * solved[j];
            }

            solved[i] /= root[i, i];
        }

        return solved;
    }

    private static double LogDiagonal(double[,] root) => Enumerable.Range(0, root.GetLength(0)).Sum(i => Math.Log(root[i, i]));
}
