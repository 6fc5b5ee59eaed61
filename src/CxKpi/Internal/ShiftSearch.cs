namespace CxKpi;

/// <summary>The largest step of the level beside a design, errors remembering their neighbours, and how often chance gives one as large.</summary>
/// <remarks>
/// Rows are whitened by a memory from a grid, so that what depends on the memory is computed once for thousands of draws. A whitened step is 0, then one figure,
/// then the same share of every row: its product with a response is a running sum.
/// </remarks>
internal sealed class ShiftSearch
{
    private const int GridSteps = 20;
    private const int Draws = 999;
    private const ulong Seed = 1993;

    private readonly double[][] design;
    private readonly int[] steps;
    private readonly int first;
    private readonly int last;
    private readonly Whitened?[] grid = new Whitened?[GridSteps];

    /// <summary>Prepares the search.</summary>
    /// <param name="design">The columns of the model without step; independent.</param>
    /// <param name="steps">How many periods each row lies after the row before it.</param>
    /// <param name="first">The first row that a new level may begin with.</param>
    /// <param name="last">The last such row.</param>
    internal ShiftSearch(double[][] design, int[] steps, int first, int last)
    {
        this.design = design;
        this.steps = steps;
        this.first = first;
        this.last = last;
    }

    private int Rows => steps.Length;

    /// <summary>Finds the largest step.</summary>
    /// <returns>The first row of the new level; sup F; the gain in the sum of squares; the memory on the grid; <see langword="null"/> when the design explains everything or no step can be told.</returns>
    internal (int Row, double F, double Gain, int Memory)? Find(ReadOnlySpan<double> response)
    {
        double[] residuals = new double[Rows];
        int start = Scan(At(0), response, residuals).Row;
        if (start < 0)
        {
            return null;
        }

        int memory = MemoryAround(start, residuals);
        (int Row, double F, double Gain) found = Scan(At(memory), response, residuals);
        return found.Row < 0 ? null : (found.Row, found.F, found.Gain, memory);
    }

    /// <summary>How much of the sum of squares a further column takes away at a memory, and its F.</summary>
    internal (double Gain, double F) Explained(ReadOnlySpan<double> response, double[] column, int memory)
    {
        Whitened whitened = At(memory);
        double[] rest = whitened.Of(response, steps), unit = whitened.Of(column, steps);
        whitened.Project(rest);
        whitened.Project(unit);
        double squares = Dot(rest, rest), length = Dot(unit, unit), along = Dot(rest, unit);
        double gain = length > 0 ? along * along / length : 0;
        return (gain, gain / Math.Max(0, squares - gain) * (Rows - design.Length - 1));
    }

    /// <summary>The share of series without a step, of the same design and memory, whose sup F is as large, the series itself counted.</summary>
    internal double PValue(double f, double phi)
    {
        RepeatableRandom random = new(Seed);
        double[] draw = new double[Rows];
        int beyond = 1;
        for (int i = 0; i < Draws; i++)
        {
            double state = random.NextNormal();
            for (int t = 0; t < draw.Length; t++)
            {
                if (t > 0)
                {
                    double memory = Power(phi, steps[t]);
                    state = (memory * state) + (Math.Sqrt(1 - (memory * memory)) * random.NextNormal());
                }

                draw[t] = state;
            }

            beyond += Find(draw) is { } found && found.F >= f ? 1 : 0;
        }

        return beyond / (Draws + 1.0);
    }

    /// <summary>The residuals' memory: (m·r + 2)/(m − 4) takes out what a fitted level hides.</summary>
    internal static double Memory(ReadOnlySpan<double> residuals, ReadOnlySpan<int> steps)
    {
        double products = 0, squares = 0;
        for (int t = 0; t < residuals.Length; t++)
        {
            squares += residuals[t] * residuals[t];
            products += t > 0 && steps[t] == 1 ? residuals[t] * residuals[t - 1] : 0;
        }

        double m = residuals.Length;
        return squares > 0 ? Math.Clamp(((m * products / squares) + 2) / (m - 4), 0, (GridSteps - 1) / (double)GridSteps) : 0;
    }

    private int MemoryAround(int start, double[] residuals)
    {
        Whitened plain = At(0);
        double[] step = new double[Rows];
        Array.Fill(step, 1, start, Rows - start);
        plain.Project(step);
        double size = Dot(residuals, step) / Dot(step, step);
        for (int t = 0; t < residuals.Length; t++)
        {
            residuals[t] -= size * step[t];
        }

        return (int)Math.Round(Memory(residuals, steps) * GridSteps, MidpointRounding.AwayFromZero);
    }

    private (int Row, double F, double Gain) Scan(Whitened whitened, ReadOnlySpan<double> response, double[] residuals)
    {
        whitened.Of(response, steps, residuals);
        double before = Dot(residuals, residuals);
        whitened.Project(residuals);
        double squares = Dot(residuals, residuals), tail = 0, best = 0;
        int row = -1;
        for (int t = Rows - 1; t >= first; t--)
        {
            if (t <= last && whitened.Lengths[t] > 0)
            {
                double along = (whitened.Starts[t] * residuals[t]) + tail;
                double gain = along * along / whitened.Lengths[t];
                if (gain > best) (best, row) = (gain, t);
            }

            tail += whitened.Shares[t] * residuals[t];
        }

        // A response that the design explains leaves its rounding only.
        return squares <= 1e-22 * before ? (-1, 0, 0) : (row, best / Math.Max(0, squares - best) * (Rows - design.Length - 1), best);
    }

    private Whitened At(int memory) => grid[memory] ??= new(design, steps, memory / (double)GridSteps, first);

    private static double Power(double phi, int steps)
    {
        double power = phi;
        for (int i = 1; i < steps; i++)
        {
            power *= phi;
        }

        return power;
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>What whitening by one memory makes of the design and of every step.</summary>
    private sealed class Whitened
    {
        private readonly double[] memories;
        private readonly double[][] units;

        internal Whitened(double[][] design, int[] steps, double phi, int first)
        {
            int rows = steps.Length;
            memories = new double[rows];
            Starts = new double[rows];
            Shares = new double[rows];
            Lengths = new double[rows];
            Starts[0] = Math.Sqrt(1 - (phi * phi));
            Shares[0] = Starts[0];
            for (int t = 1; t < rows; t++)
            {
                memories[t] = Power(phi, steps[t]);
                Starts[t] = Math.Sqrt((1 - (phi * phi)) / (1 - (memories[t] * memories[t])));
                Shares[t] = Starts[t] * (1 - memories[t]);
            }

            units = new double[design.Length][];
            for (int j = 0; j < units.Length; j++)
            {
                double[] unit = Of(design[j], steps);
                for (int pass = 0; pass < 2; pass++)
                {
                    for (int i = 0; i < j; i++)
                    {
                        Remove(units[i], unit);
                    }
                }

                double length = Math.Sqrt(Dot(unit, unit));
                units[j] = [.. unit.Select(x => x / length)];
            }

            double[] tails = new double[units.Length];
            double squares = 0;
            for (int t = rows - 1; t >= first; t--)
            {
                double all = (Starts[t] * Starts[t]) + squares, outside = all;
                for (int j = 0; j < units.Length; j++)
                {
                    double along = (Starts[t] * units[j][t]) + tails[j];
                    outside -= along * along;
                    tails[j] += Shares[t] * units[j][t];
                }

                Lengths[t] = outside > 1e-9 * all ? outside : 0;
                squares += Shares[t] * Shares[t];
            }
        }

        /// <summary>The figure of a whitened step in its first row.</summary>
        internal double[] Starts { get; }

        /// <summary>The figure of a whitened step in a later row.</summary>
        internal double[] Shares { get; }

        /// <summary>The squared length of the part of each step that the design doesn't explain; 0 where it explains all.</summary>
        internal double[] Lengths { get; }

        internal double[] Of(ReadOnlySpan<double> column, int[] steps)
        {
            double[] result = new double[steps.Length];
            Of(column, steps, result);
            return result;
        }

        internal void Of(ReadOnlySpan<double> column, int[] steps, double[] result)
        {
            result[0] = Starts[0] * column[0];
            for (int t = 1; t < steps.Length; t++)
            {
                result[t] = Starts[t] * (column[t] - (memories[t] * column[t - 1]));
            }
        }

        internal void Project(double[] column)
        {
            foreach (double[] unit in units)
            {
                Remove(unit, column);
            }
        }

        private static void Remove(double[] unit, double[] column)
        {
            double along = Dot(unit, column);
            for (int i = 0; i < column.Length; i++)
            {
                column[i] -= along * unit[i];
            }
        }
    }
}
