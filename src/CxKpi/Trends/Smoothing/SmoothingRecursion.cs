using System.Numerics;
using CxKpi.Trends;

namespace CxKpi;

/// <summary>The additive-error state recursion over a series in which figures may be missing.</summary>
/// <remarks>
/// A state is the level, the slope and the seasons, in that order. Each position names its season, so that a calendar may repeat one (ISO week 53).
/// A missing figure brings no information: the level continues along the slope.
/// </remarks>
internal readonly ref struct SmoothingRecursion
{
    private const int Level = 0, Slope = 1, FirstSeason = 2;

    // Below this share of its own weight a direction is not in the data, and rounding would decide.
    private const double Unidentified = 1e-12;

    private readonly ReadOnlySpan<double> values;
    private readonly ReadOnlySpan<int> seasons;
    private readonly double alpha;
    private readonly double beta;
    private readonly double gamma;
    private readonly double phi;

    internal SmoothingRecursion(ReadOnlySpan<double> values, ReadOnlySpan<int> seasons, SmoothingWeights weights)
    {
        this.values = values;
        this.seasons = seasons;
        alpha = weights.Alpha;
        beta = weights.Beta.GetValueOrDefault();
        gamma = weights.Gamma.GetValueOrDefault();
        phi = weights.Phi ?? 1;
    }

    /// <summary>Runs from the state given to the state after the last figure.</summary>
    /// <param name="state">The level, the slope, and the seasons by number; none without a season.</param>
    /// <param name="fitted">Receives the predictions one step ahead; may be empty.</param>
    /// <returns>The sum of squared errors over the figures that are there.</returns>
    internal double Run(Span<double> state, Span<double> fitted)
    {
        bool seasonal = state.Length > FirstSeason;
        double level = state[Level], slope = state[Slope], squares = 0;
        for (int t = 0; t < values.Length; t++)
        {
            double carried = phi * slope;
            double ahead = level + carried;
            double predicted = seasonal ? ahead + state[FirstSeason + seasons[t]] : ahead;
            double error = double.IsNaN(values[t]) ? 0 : values[t] - predicted;
            level = ahead + alpha * error;
            slope = carried + beta * error;
            if (seasonal)
            {
                state[FirstSeason + seasons[t]] += gamma * error;
            }

            squares += error * error;
            if (!fitted.IsEmpty)
            {
                fitted[t] = predicted;
            }
        }

        state[Level] = level;
        state[Slope] = slope;
        return squares;
    }

    /// <summary>Changes a start state to the one of least squares under these weights, because errors are linear in the start.</summary>
    /// <param name="start">The state to begin with; afterwards the best. Seasons keep their sum.</param>
    /// <param name="hasSlope">Whether the slope is free.</param>
    internal void FitStart(Span<double> start, bool hasSlope)
    {
        int cycle = start.Length - FirstSeason;
        int free = 1 + (hasSlope ? 1 : 0) + Math.Max(0, cycle - 1);
        int firstSeason = hasSlope ? 2 : 1;

        // Row by state, column by free start value: what one more of it adds to the state so far.
        double[] effect = new double[start.Length * free];
        effect[0] = 1;
        if (hasSlope)
        {
            effect[free + 1] = 1;
        }

        for (int s = 0; s < cycle - 1; s++)
        {
            effect[(FirstSeason + s) * free + firstSeason + s] = 1;
            effect[(FirstSeason + cycle - 1) * free + firstSeason + s] = -1;
        }

        double[] products = new double[free * free], sides = new double[free], ahead = new double[free];
        double[] state = start.ToArray();
        Span<double> levels = effect.AsSpan(0, free), slopes = effect.AsSpan(free, free);
        for (int t = 0; t < values.Length; t++)
        {
            Span<double> season = cycle > 0 ? effect.AsSpan((FirstSeason + seasons[t]) * free, free) : [];
            double carried = phi * state[Slope];
            double predicted = state[Level] + carried + (cycle > 0 ? state[FirstSeason + seasons[t]] : 0);
            bool known = !double.IsNaN(values[t]);
            double error = known ? values[t] - predicted : 0;
            state[Level] += carried + alpha * error;
            state[Slope] = carried + beta * error;
            if (cycle > 0)
            {
                state[FirstSeason + seasons[t]] += gamma * error;
            }

            for (int j = 0; j < free; j++)
            {
                double slope = phi * slopes[j];
                double level = levels[j] + slope;
                double reached = cycle > 0 ? level + season[j] : level;
                ahead[j] = reached;
                levels[j] = known ? level - alpha * reached : level;
                slopes[j] = known ? slope - beta * reached : slope;
                if (known && cycle > 0)
                {
                    season[j] -= gamma * reached;
                }
            }

            if (known)
            {
                Accumulate(products, sides, ahead, error);
            }
        }

        double[] step = Solve(products, sides);
        start[Level] += step[0];
        if (hasSlope)
        {
            start[Slope] += step[1];
        }

        for (int s = 0; s < cycle - 1; s++)
        {
            start[FirstSeason + s] += step[firstSeason + s];
            start[FirstSeason + cycle - 1] -= step[firstSeason + s];
        }
    }

    private static void Accumulate(double[] products, double[] sides, double[] row, double error)
    {
        int free = row.Length;
        for (int i = 0; i < free; i++)
        {
            double weight = row[i];
            sides[i] += weight * error;
            Span<double> line = products.AsSpan(i * free, free);
            int j = 0;

            // Whole vectors may run past the diagonal: that half is not read.
            for (; j <= i && j + Vector<double>.Count <= free; j += Vector<double>.Count)
            {
                (new Vector<double>(line[j..]) + weight * new Vector<double>(row, j)).CopyTo(line[j..]);
            }

            for (; j <= i; j++)
            {
                line[j] += weight * row[j];
            }
        }
    }

    /// <summary>Solves the normal equations by Cholesky's factors; what the data do not determine stays 0.</summary>
    private static double[] Solve(double[] products, double[] sides)
    {
        int n = sides.Length;
        for (int i = 0; i < n; i++)
        {
            double own = products[i * n + i];
            for (int j = 0; j <= i; j++)
            {
                double sum = products[i * n + j];
                for (int k = 0; k < j; k++)
                {
                    sum -= products[i * n + k] * products[j * n + k];
                }

                double pivot = products[j * n + j];
                products[i * n + j] = j < i ? (pivot > 0 ? sum / pivot : 0)
                    : sum > Unidentified * own ? Math.Sqrt(sum) : 0;
            }
        }

        double[] solution = new double[n];
        for (int i = 0; i < n; i++)
        {
            double sum = sides[i];
            for (int k = 0; k < i; k++)
            {
                sum -= products[i * n + k] * solution[k];
            }

            solution[i] = products[i * n + i] > 0 ? sum / products[i * n + i] : 0;
        }

        for (int i = n - 1; i >= 0; i--)
        {
            double sum = solution[i];
            for (int k = i + 1; k < n; k++)
            {
                sum -= products[k * n + i] * solution[k];
            }

            solution[i] = products[i * n + i] > 0 ? sum / products[i * n + i] : 0;
        }

        return solution;
    }
}
