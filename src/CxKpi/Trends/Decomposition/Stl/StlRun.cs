using System.Runtime.Intrinsics;

namespace CxKpi;

/// <summary>One decomposition: the loops of the method over buffers that the caller owns.</summary>
internal unsafe ref partial struct StlRun
{
    // Up to this period the three moving averages run faster as one filter than as running sums.
    private const int LongestFilter = 48;

    // Running sums start afresh so often that their rounding errors can't add up.
    private const int SumsPerStart = 2048;

    // A scale this small against the range of the figures is rounding noise.
    internal const double NoScale = 1e-12;

    private readonly StlPlan plan;
    private readonly int count;
    private readonly int period;
    private double range;
    private double shift;
    private bool weighted;

    private double* values;
    private double* seasonal;
    private double* trend;
    private double* robustness;
    private double* prior;
    private double* weights;
    private double* products;
    private double* cycle;
    private double* scratch;
    private double* other;
    private double* kernel;
    private double* oldSeasonal;
    private double* oldTrend;

    private StlRun(int count, StlPlan plan)
    {
        this.count = count;
        this.plan = plan;
        period = plan.Period;
    }

    /// <summary>Decomposes; a value that is NaN or has the weight 0 is missing.</summary>
    /// <returns>How many robust iterations were made.</returns>
    internal static int Decompose(
        ReadOnlySpan<double> values, ReadOnlySpan<double> priorWeights, in StlPlan plan,
        Span<double> seasonal, Span<double> trend, Span<double> robustness, Trends.StlWorkspace workspace)
    {
        StlRun run = new(values.Length, plan);
        fixed (double* at = workspace.Reserve(Size(values.Length, plan)), season = seasonal, line = trend, robust = robustness)
        {
            run.seasonal = season;
            run.trend = line;
            run.robustness = robustness.IsEmpty ? null : robust;
            run.Place(at);
            run.Load(values, priorWeights);
            int iterations = run.Iterate();
            if (plan.IsPeriodic)
            {
                run.RepeatSeason();
            }

            for (int i = 0; i < values.Length; i++)
            {
                line[i] += run.shift;
            }

            return iterations;
        }
    }

    private static int Kernels(int count, in StlPlan plan) =>
        Math.Max(
            2 * plan.Period + 1,
            Math.Max(Math.Min(plan.SeasonalWindow, count / plan.Period + 1), Math.Min(Math.Max(plan.TrendWindow, plan.LowPassWindow), count)));

    private static int Size(int count, in StlPlan plan) =>
        9 * (count + 16) + 3 * (count + 2 * plan.Period + 16) + Kernels(count, plan) + 16;

    private void Place(double* at)
    {
        int plain = count + 16, longer = count + 2 * period + 16;
        values = at;
        prior = values + plain;
        weights = prior + plain;
        products = weights + plain;
        oldSeasonal = products + plain;
        oldTrend = oldSeasonal + plain;
        cycle = oldTrend + plain;
        scratch = cycle + longer;
        other = scratch + longer;
        kernel = other + longer;
    }

    /// <summary>Shifts the figures to the middle of their range, so that a large offset costs no digits and a constant becomes exactly 0.</summary>
    private void Load(ReadOnlySpan<double> given, ReadOnlySpan<double> priorWeights)
    {
        double lowest = double.PositiveInfinity, highest = double.NegativeInfinity;
        weighted = !priorWeights.IsEmpty;
        for (int i = 0; i < given.Length; i++)
        {
            double value = given[i];
            if (double.IsNaN(value))
            {
                weighted = true;
            }
            else if (priorWeights.IsEmpty || priorWeights[i] > 0)
            {
                lowest = Math.Min(lowest, value);
                highest = Math.Max(highest, value);
            }
        }

        range = highest - lowest;
        shift = lowest + range / 2;
        bool reads = weighted || plan.Options.RobustIterations > 0;
        for (int i = 0; i < given.Length; i++)
        {
            double weight = double.IsNaN(given[i]) ? 0 : priorWeights.IsEmpty ? 1 : priorWeights[i];
            values[i] = weight > 0 ? given[i] - shift : 0;
            if (!reads)
            {
                continue;
            }

            prior[i] = weight;
            weights[i] = weight;
        }
    }

    private int Iterate()
    {
        bool first = true;
        for (int outer = 0; ; outer++)
        {
            for (int inner = 0; inner < plan.Options.InnerIterations; inner++)
            {
                Inner(first);
                first = false;
            }

            if (outer == plan.Options.RobustIterations || (outer > 0 && plan.Options.StopTolerance > 0 && HasSettled()))
            {
                if (outer == 0 && robustness is not null)
                {
                    new Span<double>(robustness, count).Fill(1);
                }

                return outer;
            }

            if (plan.Options.StopTolerance > 0)
            {
                new Span<double>(seasonal, count).CopyTo(new(oldSeasonal, count));
                new Span<double>(trend, count).CopyTo(new(oldTrend, count));
            }

            Weigh();
        }
    }

    private readonly void Inner(bool first)
    {
        if (period == 1)
        {
            new Span<double>(seasonal, count).Clear();
            SmoothTrend(values);
            return;
        }

        double* detrended = values;
        if (!first)
        {
            detrended = scratch;
            Elementwise.Subtract(values, trend, scratch, count);
        }

        if (weighted)
        {
            Elementwise.Multiply(weights, detrended, products, count);
        }

        LoessPass season = Pass(detrended, cycle + period, plan.SeasonalWindow, plan.SeasonalDegree, plan.SeasonalJump, period, weighted);
        season.Smooth();
        season.Continue();

        LowPass();
        Pass(other, scratch, plan.LowPassWindow, plan.LowPassDegree, plan.LowPassJump, 1, weigh: false).Smooth();
        Elementwise.Subtract(cycle + period, scratch, seasonal, count);
        Elementwise.Subtract(values, seasonal, other, count);
        SmoothTrend(other);
    }

    private readonly void SmoothTrend(double* from)
    {
        if (weighted)
        {
            Elementwise.Multiply(weights, from, products, count);
        }

        Pass(from, trend, plan.TrendWindow, plan.Options.TrendDegree, plan.TrendJump, 1, weighted).Smooth();
    }

    private readonly LoessPass Pass(double* from, double* to, int span, int degree, int jump, int stride, bool weigh) => new()
    {
        Values = from,
        Weights = weigh ? weights : null,
        Products = products,
        Prior = prior,
        Target = to,
        Kernel = kernel,
        Length = count,
        Stride = stride,
        Span = span,
        Degree = degree,
        Jump = jump,
        Original = plan.Options.OriginalSafeguards,
    };

    /// <summary>Two moving averages over a period and one over three, of the season continued at both ends.</summary>
    private readonly void LowPass()
    {
        if (period <= LongestFilter)
        {
            int taps = 2 * period + 1;
            for (int t = 0; t < taps; t++)
            {
                kernel[t] = (Triangle(t) + Triangle(t - 1) + Triangle(t - 2)) / (3d * period * period);
            }

            StridedFilter.Apply(kernel, taps, cycle, 1, other, count);
            return;
        }

        RunningMeans(cycle, scratch, period, count + period + 1);
        RunningMeans(scratch, other, period, count + 2);
        for (int i = 0; i < count; i++)
        {
            other[i] = (other[i] + other[i + 1] + other[i + 2]) / 3;
        }
    }

    private readonly double Triangle(int t) => t < 0 || t > 2 * (period - 1) ? 0 : period - Math.Abs(t - (period - 1));

    private static void RunningMeans(double* from, double* to, int window, int outputs)
    {
        double sum = 0;
        for (int i = 0; i < outputs; i++)
        {
            if (i % SumsPerStart == 0)
            {
                sum = 0;
                for (int j = 0; j < window; j++)
                {
                    sum += from[i + j];
                }
            }
            else
            {
                sum += from[i + window - 1] - from[i - 1];
            }

            to[i] = sum / window;
        }
    }

    /// <summary>The season of a periodic decomposition: the mean of each of its places.</summary>
    private readonly void RepeatSeason()
    {
        for (int j = 0; j < period; j++)
        {
            double sum = 0;
            int rows = 0;
            for (int i = j; i < count; i += period)
            {
                sum += seasonal[i];
                rows++;
            }

            for (int i = j; i < count; i += period)
            {
                seasonal[i] = sum / rows;
            }
        }
    }
}
