using System.Runtime.Intrinsics;

namespace CxKpi;

/// <summary>The largest step of the level beside a design with autocorrelated errors, and how often chance gives one as large.</summary>
/// <remarks>
/// Rows are whitened by an autocorrelation from a grid, so that what depends on it is computed once for thousands of draws.
/// Where sampling variances are known, the errors are the process and the sampling together, and a row of few answers counts for little.
/// The transposed whitening, applied to a whitened response, makes its product with every whitened step a running sum.
/// </remarks>
internal sealed class ShiftSearch
{
    private const int GridSteps = 20;
    private const double Longest = (GridSteps - 1) / (double)GridSteps;
    private const int Draws = 999;
    private const ulong Seed = 1993;

    private readonly double[][] design;
    private readonly int[] steps;
    private readonly double[] noise;
    private readonly double process;
    private readonly double visible;
    private readonly int first;
    private readonly int last;
    private readonly Whitened?[] grid = new Whitened?[GridSteps];

    /// <summary>Prepares the search.</summary>
    /// <param name="design">The columns of the model without the step; they must be linearly independent.</param>
    /// <param name="steps">The number of periods between each row and the one before it.</param>
    /// <param name="noise">The sampling variance of each row, greater than 0; empty when unknown.</param>
    /// <param name="process">The variance of the process; ignored when sampling variances are unknown.</param>
    /// <param name="first">The first row that a new level may begin with.</param>
    /// <param name="last">The last row that a new level may begin with.</param>
    internal ShiftSearch(double[][] design, int[] steps, double[] noise, double process, int first, int last)
    {
        this.design = design;
        this.steps = steps;
        this.noise = noise;
        this.process = noise.Length == 0 ? 1 : process;
        visible = Visible(noise, this.process);
        this.first = first;
        this.last = last;
    }

    private int Rows => steps.Length;

    /// <summary>Finds the largest step.</summary>
    /// <returns>The first row of the new level, sup F, the gain in the sum of squares, and the autocorrelation on the grid;
    /// <see langword="null"/> when the design explains everything or no step can be estimated.</returns>
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
        double[] rest = whitened.Of(response), unit = whitened.Of(column);
        whitened.Project(rest);
        whitened.Project(unit);
        double squares = Dot(rest, rest), length = Dot(unit, unit), along = Dot(rest, unit);
        double gain = length > 0 ? along * along / length : 0;
        return (gain, gain / Math.Max(0, squares - gain) * (Rows - design.Length - 1));
    }

    /// <summary>
    /// The share of series without a step, of the same design and errors, whose sup F is as large, the series itself counted; and the F beyond which that share
    /// is below one minus the confidence.
    /// </summary>
    /// <remarks>Half of the series have errors as they are beside the step, half as they are without one: which of the two they are is the question.</remarks>
    /// <param name="f">Sup F.</param>
    /// <param name="beside">The errors that explain the figures beside the step.</param>
    /// <param name="without">The errors that explain the figures without a step.</param>
    /// <param name="confidence">The confidence.</param>
    internal (double PValue, double Critical) Judge(double f, IReadOnlyList<ShiftErrors> beside, IReadOnlyList<ShiftErrors> without, double confidence)
    {
        RepeatableRandom random = new(Seed);
        double[] largest = [.. Simulated(beside, (Draws + 1) / 2, ref random), .. Simulated(without, Draws / 2, ref random)];
        Array.Sort(largest);
        int below = Math.Max(1, (int)Math.Ceiling((Draws + 1) * (1 - confidence) - 1e-9) - 1);
        return ((1 + largest.Count(x => x >= f)) / (Draws + 1.0), largest[^below]);
    }

    /// <summary>Sup F of series without a step, as many of each kind of errors as its weight says.</summary>
    private double[] Simulated(IReadOnlyList<ShiftErrors> errors, int count, ref RepeatableRandom random)
    {
        double[] largest = new double[count], draw = new double[Rows];
        double reached = errors[0].Weight;
        for (int i = 0, kind = 0; i < count; i++)
        {
            while (kind < errors.Count - 1 && reached * count < i + 0.5)
            {
                reached += errors[++kind].Weight;
            }

            (double phi, double variance, double white) = errors[kind].Process;
            double state = random.NextNormal();
            for (int t = 0; t < draw.Length; t++)
            {
                if (t > 0)
                {
                    double memory = Power(phi, steps[t]);
                    state = memory * state + Math.Sqrt(1 - memory * memory) * random.NextNormal();
                }

                double known = noise.Length == 0 ? white : noise[t];
                draw[t] = Math.Sqrt(variance) * state + (known > 0 ? Math.Sqrt(known) * random.NextNormal() : 0);
            }

            largest[i] = Find(draw)?.F ?? 0;
        }

        return largest;
    }

    /// <summary>The autocorrelation of the residuals; (m·r + 2)/(m − 4) corrects for what a fitted level hides.</summary>
    internal static double Memory(ReadOnlySpan<double> residuals, ReadOnlySpan<int> steps)
    {
        double products = 0, squares = 0;
        for (int t = 0; t < residuals.Length; t++)
        {
            squares += residuals[t] * residuals[t];
            products += t > 0 && steps[t] == 1 ? residuals[t] * residuals[t - 1] : 0;
        }

        double m = residuals.Length;
        return squares > 0 ? Math.Clamp((m * products / squares + 2) / (m - 4), 0, Longest) : 0;
    }

    private int MemoryAround(int start, double[] residuals)
    {
        Whitened plain = At(0);
        double[] step = new double[Rows];
        Array.Fill(step, 1, start, Rows - start);
        step = plain.Of(step);
        plain.Project(step);
        double size = Dot(residuals, step) / Dot(step, step);
        for (int t = 0; t < residuals.Length; t++)
        {
            residuals[t] -= size * step[t];
        }

        // Sampling hides part of the process's autocorrelation.
        double memory = visible > 0 ? Math.Min(Memory(residuals, steps) / visible, Longest) : 0;
        return (int)Math.Round(memory * GridSteps, MidpointRounding.AwayFromZero);
    }

    private (int Row, double F, double Gain) Scan(Whitened whitened, ReadOnlySpan<double> response, double[] residuals)
    {
        whitened.Of(response, residuals);
        double before = Dot(residuals, residuals);
        whitened.Project(residuals);
        double squares = Dot(residuals, residuals), along = 0, best = 0;
        int row = -1;
        double[] turned = whitened.Turned(residuals);
        for (int t = Rows - 1; t >= first; t--)
        {
            along += turned[t];
            if (t <= last && whitened.Lengths[t] > 0)
            {
                double gain = along * along / whitened.Lengths[t];
                if (gain > best)
                {
                    (best, row) = (gain, t);
                }
            }
        }

        // A response that the design explains leaves its rounding only.
        return squares <= 1e-22 * before ? (-1, 0, 0) : (row, best / Math.Max(0, squares - best) * (Rows - design.Length - 1), best);
    }

    private Whitened At(int memory) => grid[memory] ??= new(this, memory / (double)GridSteps);

    /// <summary>The share of the autocorrelation between neighbours that is visible beside the sampling.</summary>
    private static double Visible(double[] noise, double process)
    {
        if (noise.Length < 2)
        {
            return 1;
        }

        double sum = 0;
        for (int t = 1; t < noise.Length; t++)
        {
            sum += process / Math.Sqrt((process + noise[t]) * (process + noise[t - 1]));
        }

        return sum / (noise.Length - 1);
    }

    private static double Power(double phi, int steps)
    {
        double power = phi;
        for (int i = 1; i < steps; i++)
        {
            power *= phi;
        }

        return power;
    }

    // Four sums on every machine, so that the bits are the same.
    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        Vector256<double> sums = Vector256<double>.Zero;
        int i = 0;
        for (; i <= a.Length - 4; i += 4)
        {
            sums += Vector256.Create(a.Slice(i, 4)) * Vector256.Create(b.Slice(i, 4));
        }

        double sum = Vector256.Sum(sums);
        for (; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static void Remove(ReadOnlySpan<double> unit, Span<double> column)
    {
        double along = Dot(unit, column);
        Vector256<double> size = Vector256.Create(along);
        int i = 0;
        for (; i <= unit.Length - 4; i += 4)
        {
            (Vector256.Create<double>(column.Slice(i, 4)) - size * Vector256.Create(unit.Slice(i, 4))).CopyTo(column[i..]);
        }

        for (; i < unit.Length; i++)
        {
            column[i] -= along * unit[i];
        }
    }

    /// <summary>
    /// What whitening by one memory makes of the design and of every step: the filter of <see cref="RestrictedLikelihood"/>, its figures kept.
    /// </summary>
    private sealed class Whitened
    {
        private readonly double[] memories;
        private readonly double[] gains;
        private readonly double[] scales;
        private readonly double[] turned;
        private readonly double[][] units;

        internal Whitened(ShiftSearch search, double phi)
        {
            int rows = search.Rows;
            memories = new double[rows];
            gains = new double[rows];
            scales = new double[rows];
            turned = new double[rows];
            Lengths = new double[rows];
            double variance = search.process;
            for (int t = 0; t < rows; t++)
            {
                memories[t] = t == 0 ? 0 : Power(phi, search.steps[t]);
                variance = t == 0 ? search.process : memories[t] * memories[t] * variance + search.process * (1 - memories[t] * memories[t]);
                double known = search.noise.Length == 0 ? 0 : search.noise[t], total = variance + known;
                gains[t] = variance / total;
                scales[t] = 1 / Math.Sqrt(total);
                variance = gains[t] * known;
            }

            units = new double[search.design.Length][];
            for (int j = 0; j < units.Length; j++)
            {
                double[] unit = Of(search.design[j]);
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

            double[][] tails = [.. units.Select(unit => Turned(unit).ToArray())];
            double[] along = new double[units.Length], step = new double[rows], whitened = new double[rows];
            for (int t = rows - 1; t >= search.first; t--)
            {
                step[t] = 1;
                Of(step, whitened);
                double all = Dot(whitened, whitened), outside = all;
                for (int j = 0; j < units.Length; j++)
                {
                    along[j] += tails[j][t];
                    outside -= along[j] * along[j];
                }

                Lengths[t] = outside > 1e-9 * all ? outside : 0;
            }
        }

        /// <summary>The squared length of the part of each whitened step that the design does not explain; 0 where it explains all.</summary>
        internal double[] Lengths { get; }

        internal double[] Of(ReadOnlySpan<double> column)
        {
            double[] result = new double[column.Length];
            Of(column, result);
            return result;
        }

        internal void Of(ReadOnlySpan<double> column, double[] result)
        {
            double state = 0;
            for (int t = 0; t < column.Length; t++)
            {
                double expected = memories[t] * state, surprise = column[t] - expected;
                result[t] = scales[t] * surprise;
                state = expected + gains[t] * surprise;
            }
        }

        /// <summary>The whitening's transpose of a whitened column; valid until the next call.</summary>
        internal double[] Turned(double[] whitened)
        {
            double ahead = 0;
            for (int t = whitened.Length - 1; t >= 0; t--)
            {
                double scaled = scales[t] * whitened[t];
                turned[t] = scaled + gains[t] * ahead;
                ahead = memories[t] * ((1 - gains[t]) * ahead - scaled);
            }

            return turned;
        }

        internal void Project(double[] column)
        {
            foreach (double[] unit in units)
            {
                Remove(unit, column);
            }
        }
    }
}
