using CxKpi.Trends;

namespace CxKpi.Tests.Trends;

/// <summary>The decomposition line by line as the paper has it, one weighted regression per place: what <see cref="Stl"/> is checked and timed against.</summary>
/// <remarks>
/// Timed, it is the loop that one would write first, without waste: running sums for the moving averages, plain multiplications, no weights read where there are none,
/// arithmetic unchecked as programs are compiled by default.
/// </remarks>
internal static class PlainStl
{
    internal static (double[] Seasonal, double[] Trend, double[] Weights) Decompose(double[] values, int period, StlOptions options, double[]? prior = null)
    {
        StlPlan plan = StlPlan.For(values.Length, period, options);
        int n = values.Length;
        double[]? given = prior is null && !values.Any(double.IsNaN) ? null : [.. values.Select((y, i) => double.IsNaN(y) ? 0 : prior?[i] ?? 1)];
        double[]? weights = given;
        double[] seasonal = new double[n], trend = new double[n], robustness = new double[n], rest = new double[n];
        Array.Fill(robustness, 1);
        for (int outer = 0; ; outer++)
        {
            for (int inner = 0; inner < options.InnerIterations; inner++)
            {
                Subtract(values, trend, rest);
                double[] cycle = Cycle(rest, weights, plan);
                double[] low = Smooth(Means(Means(Means(cycle, period), period), 3), null, plan.LowPassWindow, plan.LowPassDegree, plan.LowPassJump, options);
                Subtract(cycle.AsSpan(period, n), low, seasonal);
                Subtract(values, seasonal, rest);
                trend = Smooth(rest, weights, plan.TrendWindow, options.TrendDegree, plan.TrendJump, options);
            }

            if (outer == options.RobustIterations) break;

            robustness = Robustness(values, seasonal, trend, given);
            weights = [.. robustness.Select((w, i) => given is null ? w : w * given[i])];
        }

        if (plan.IsPeriodic)
        {
            seasonal = [.. seasonal.Select((_, i) => Enumerable.Range(0, n).Where(j => j % period == i % period).Average(j => seasonal[j]))];
        }

        return (seasonal, trend, robustness);
    }

    private static double[] Robustness(double[] values, double[] seasonal, double[] trend, double[]? given)
    {
        double[] remainders = [.. values.Select((y, i) => Math.Abs(y - seasonal[i] - trend[i]))];
        double[] sorted = [.. remainders.Where((_, i) => given is null || given[i] > 0).Order()];
        double scale = 3 * (sorted[sorted.Length / 2] + sorted[sorted.Length - (sorted.Length / 2) - 1]);
        double range = values.Where(y => !double.IsNaN(y)).Max() - values.Where(y => !double.IsNaN(y)).Min();
        return [.. remainders.Select(r => scale <= StlRun.NoScale * range || r <= 0.001 * scale ? 1 : r <= 0.999 * scale ? Math.Pow(1 - ((r / scale) * (r / scale)), 2) : 0)];
    }

    /// <summary>Each season's figures smoothed over the cycles, and continued by one at either end.</summary>
    private static double[] Cycle(double[] values, double[]? weights, StlPlan plan)
    {
        int n = values.Length, p = plan.Period;
        double[] cycle = new double[n + (2 * p)];
        for (int place = 0; place < p; place++)
        {
            int rows = (n - place + p - 1) / p;
            double[] own = Row(values, place, rows, p), local = new double[rows];
            double[]? weight = weights is null ? null : Row(weights, place, rows, p);
            double[] smooth = Smooth(own, weight, plan.SeasonalWindow, plan.SeasonalDegree, plan.SeasonalJump, plan.Options);
            int window = Math.Min(plan.SeasonalWindow, rows);
            cycle[place] = Fit(own, weight, local, -1, 0, window - 1, plan.SeasonalWindow, plan.SeasonalDegree, plan.Options) ?? smooth[0];
            for (int row = 0; row < rows; row++)
            {
                cycle[((row + 1) * p) + place] = smooth[row];
            }

            cycle[((rows + 1) * p) + place] = Fit(own, weight, local, rows, rows - window, rows - 1, plan.SeasonalWindow, plan.SeasonalDegree, plan.Options) ?? smooth[^1];
        }

        return cycle;
    }

    private static double[] Row(double[] values, int place, int rows, int period)
    {
        double[] own = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            own[row] = values[(row * period) + place];
        }

        return own;
    }

    private static double[] Smooth(double[] values, double[]? weights, int span, int degree, int jump, StlOptions options)
    {
        int n = values.Length, window = Math.Min(span, n), step = Math.Min(jump, n - 1);
        double[] smooth = new double[n], local = new double[n];
        int first = 0;
        for (int i = 0; i < n; i += step)
        {
            first = Math.Clamp(i - ((span - 1) / 2), 0, n - window);
            smooth[i] = Fit(values, weights, local, i, first, first + window - 1, span, degree, options) ?? values[i];
        }

        int knot = (n - 1) / step * step;
        if (knot != n - 1) smooth[n - 1] = Fit(values, weights, local, n - 1, first, first + window - 1, span, degree, options) ?? values[n - 1];

        for (int i = 0; i < n - 1; i += step)
        {
            int next = Math.Min(i + step, n - 1);
            for (int j = i + 1; j < next; j++)
            {
                smooth[j] = smooth[i] + ((smooth[next] - smooth[i]) * (j - i) / (next - i));
            }
        }

        return smooth;
    }

    /// <summary>The local regression at a place; null where its window holds no weight and is not to be widened.</summary>
    private static double? Fit(double[] values, double[]? weights, double[] local, int place, int first, int last, int span, int degree, StlOptions options)
    {
        double reach = Math.Max(place - first, last - place) + (span > values.Length ? (span - values.Length) / 2 : 0);
        double least = 0.001 * (options.OriginalSafeguards ? values.Length - 1 : last - first);
        for (int wider = 0; wider < 2 * values.Length; wider++)
        {
            int from = Math.Max(0, first - wider), to = Math.Min(values.Length - 1, last + wider);
            double sum = Weigh(weights, local, from, to, place, reach + wider);
            if (sum > 0) return At(values, local, from, to, place, sum, degree, least);
            if (options.OriginalSafeguards && place >= 0 && place < values.Length && !double.IsNaN(values[place])) return null;
        }

        return null;
    }

    private static double Weigh(double[]? weights, double[] local, int from, int to, int place, double reach)
    {
        unchecked
        {
            double sum = 0, near = 0.001 * reach, far = 0.999 * reach;
            for (int j = from; j <= to; j++)
            {
                double distance = Math.Abs(j - place), weight = 0;
                if (distance <= far)
                {
                    double ratio = distance / reach, rest = 1 - (ratio * ratio * ratio);
                    weight = distance <= near ? 1 : rest * rest * rest;
                    if (weights is not null) weight *= weights[j];
                }

                local[j] = weight;
                sum += weight;
            }

            return sum;
        }
    }

    private static double At(double[] values, double[] local, int from, int to, int place, double sum, int degree, double least)
    {
        unchecked
        {
            double centre = 0, spread = 0;
            for (int j = from; j <= to; j++)
            {
                local[j] /= sum;
            }

            if (degree == 1)
            {
                for (int j = from; j <= to; j++)
                {
                    centre += local[j] * (j - place);
                }

                for (int j = from; j <= to; j++)
                {
                    double distance = j - place - centre;
                    spread += local[j] * distance * distance;
                }

                double slope = Math.Sqrt(spread) > least ? centre / spread : 0;
                for (int j = from; j <= to; j++)
                {
                    local[j] *= 1 - (slope * (j - place - centre));
                }
            }

            double fit = 0;
            for (int j = from; j <= to; j++)
            {
                // A missing figure has no weight.
                if (local[j] != 0) fit += values[j] * local[j];
            }

            return fit;
        }
    }

    private static double[] Means(double[] values, int window)
    {
        unchecked
        {
            double[] means = new double[values.Length - window + 1];
            double sum = 0;
            for (int i = 0; i < window; i++)
            {
                sum += values[i];
            }

            for (int i = 0; ; i++)
            {
                means[i] = sum / window;
                if (i + 1 == means.Length) return means;

                sum += values[i + window] - values[i];
            }
        }
    }

    private static void Subtract(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = left[i] - right[i];
        }
    }
}
