using System.Runtime.Intrinsics;

namespace CxKpi;

/// <summary>The restricted likelihood of a regression whose errors are an AR(1) process of variance τ² plus independent noise of known variances.</summary>
/// <remarks>
/// <code>
/// V = τ²·Ω(φ) + diag(v)        Ω(φ)_st = φ^|s−t|
/// ℓ = −½[(n−k)·ln 2π + ln|V| + ln|X'V⁻¹X| + (y−Xβ̂)'V⁻¹(y−Xβ̂)]
/// </code>
/// V is never formed. A filter with the process as its state takes the part that the past predicts out of every column and divides by the
/// standard deviation of the rest, which leaves independent errors of variance 1; O(n·k²) for any gaps. Without noise this is the Prais–Winsten
/// transformation. Source: A. Harvey and G. Phillips, <em>Maximum likelihood estimation of regression models with autoregressive-moving average
/// disturbances</em>, Biometrika 66 (1979), 49–58; D. Harville, <em>Maximum likelihood approaches to variance component estimation</em>, JASA 72 (1977).
/// </remarks>
internal sealed class RestrictedLikelihood
{
    /// <summary>What is left of a column beside those before it, as a share of its sum of squares, below which it is rounding.</summary>
    private const double Rounding = 1e-13;

    private static readonly double LogOfTwoPi = Math.Log(2 * Math.PI);

    private readonly OrthogonalBasis basis;
    private readonly int[] steps;
    private readonly double[] noise;
    private readonly double[] row;
    private readonly double[] state;
    private readonly double[] factor;

    /// <summary>Prepares the likelihood.</summary>
    /// <param name="basis">The design and the response.</param>
    /// <param name="steps">How many periods each row lies after the row before it, at least 1; the first is not read.</param>
    /// <param name="noise">The known variance of each row, greater than 0; empty when unknown or none.</param>
    internal RestrictedLikelihood(OrthogonalBasis basis, int[] steps, double[] noise)
    {
        this.basis = basis;
        this.steps = steps;
        this.noise = noise;
        row = new double[basis.Width];
        state = new double[basis.Width];
        factor = new double[(basis.Columns + 1) * basis.Width];
    }

    /// <summary>
    /// The Cholesky factor of Q'V⁻¹Q, lower triangular, by rows of the basis's width, as of the last evaluation; its last row solves Factor·x = Q'V⁻¹e.
    /// </summary>
    internal ReadOnlySpan<double> Factor => factor;

    /// <summary>What the filter knows of each column's state after the last row.</summary>
    internal ReadOnlySpan<double> State => state;

    /// <summary>The variance of the state after the last row.</summary>
    internal double StateVariance { get; private set; }

    /// <summary>(y−Xβ̂)'V⁻¹(y−Xβ̂), as of the last evaluation.</summary>
    internal double SumOfSquares { get; private set; }

    /// <summary>
    /// The first column that the weights hide behind those before it, as of the last evaluation; −1 when they hide none. That happens where a few rows have
    /// nearly all the weight: what the others say of the column is lost in rounding.
    /// </summary>
    internal int Hidden { get; private set; }

    private int Free => basis.Rows - basis.Columns;

    /// <summary>The likelihood when τ² is free and there is no other noise: τ̂² = RSS/(n−k) is put in.</summary>
    internal double Profile(double phi)
    {
        return Profile(new ErrorProcess(phi, 1, 0));
    }

    /// <summary>The likelihood where only the proportions of the variances are given, and no noise is known: their scale is put in.</summary>
    internal double Profile(in ErrorProcess errors)
    {
        double logDeterminants = Weigh(errors, default);
        return -0.5 * (Free * (LogOfTwoPi + 1 + Math.Log(SumOfSquares / Free)) + logDeterminants);
    }

    /// <summary>The likelihood at a process variance, beside known noise.</summary>
    internal double At(in ErrorProcess errors)
    {
        double logDeterminants = Weigh(errors, default);
        return -0.5 * (Free * LogOfTwoPi + logDeterminants + SumOfSquares);
    }

    /// <summary>Computes the factor and the sum of squares; returns ln|V| + ln|X'V⁻¹X|.</summary>
    /// <param name="errors">What the errors are beside the known noise.</param>
    /// <param name="whitened">Where to put the whitened rows, when they are wanted.</param>
    internal double Weigh(in ErrorProcess errors, Span<double> whitened)
    {
        Array.Clear(factor);
        Array.Clear(state);
        double logs = basis.LogDeterminant;
        double variance = errors.Variance;
        double memory = 0;
        for (int t = 0; t < basis.Rows; t++)
        {
            if (t > 0)
            {
                memory = errors.Memory(steps[t]);
                variance = memory * memory * variance + errors.Innovation(steps[t], memory);
            }

            double known = errors.White + (noise.Length == 0 ? 0 : noise[t]);
            double total = variance + known;
            double gain = variance / total;
            logs += Math.Log(total);
            Step(basis.Extended.AsSpan(t * basis.Width, basis.Width), memory, gain, 1 / Math.Sqrt(total));
            variance = gain * known;
            Accumulate();
            if (!whitened.IsEmpty)
            {
                row.CopyTo(whitened[(t * basis.Width)..]);
            }
        }

        StateVariance = variance;
        return logs + Factorise();
    }

    /// <summary>Moves every column's state on by one row, and leaves the whitened row.</summary>
    private void Step(ReadOnlySpan<double> figures, double memory, double gain, double scale)
    {
        for (int j = 0; j < figures.Length; j += 4)
        {
            Vector256<double> expected = Vector256.Create(state.AsSpan(j, 4)) * memory;
            Vector256<double> surprise = Vector256.Create(figures.Slice(j, 4)) - expected;
            (expected + surprise * gain).CopyTo(state.AsSpan(j, 4));
            (surprise * scale).CopyTo(row.AsSpan(j, 4));
        }
    }

    /// <summary>Adds the products of the whitened row with itself, up to and a little beyond the diagonal.</summary>
    private void Accumulate()
    {
        int width = row.Length;
        for (int i = 0; i <= basis.Columns; i++)
        {
            Vector256<double> x = Vector256.Create(row[i]);
            for (int j = 0; j <= i; j += 4)
            {
                Span<double> target = factor.AsSpan(i * width + j, 4);
                (Vector256.Create<double>(target) + x * Vector256.Create(row.AsSpan(j, 4))).CopyTo(target);
            }
        }
    }

    /// <summary>Turns the products into their Cholesky factor in place; what is left in the corner of the response is the sum of squares.</summary>
    private double Factorise()
    {
        int width = row.Length;
        double logs = 0;
        Hidden = -1;
        for (int i = 0; i <= basis.Columns; i++)
        {
            Span<double> own = factor.AsSpan(i * width, i + 1);
            double all = own[i];
            for (int j = 0; j <= i; j++)
            {
                ReadOnlySpan<double> other = factor.AsSpan(j * width, j + 1);
                double sum = own[j];
                for (int m = 0; m < j; m++)
                {
                    sum -= own[m] * other[m];
                }

                own[j] = j < i ? sum / other[j] : sum;
            }

            if (i < basis.Columns)
            {
                Hidden = Hidden < 0 && !(own[i] > Rounding * all) ? i : Hidden;
                own[i] = Math.Sqrt(own[i]);
                logs += 2 * Math.Log(own[i]);
            }
        }

        SumOfSquares = Math.Max(0, factor[basis.Columns * width + basis.Columns]);
        return logs;
    }
}
