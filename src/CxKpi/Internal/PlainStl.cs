using CxKpi.Trends;

namespace CxKpi;

/// <summary>The decomposition line by line as the paper has it, one weighted regression per place: what <see cref="Stl"/> is checked and timed against.</summary>
internal static class PlainStl
{
    internal static (double[] Seasonal, double[] Trend, double[] Weights) Decompose(double[] values, int period, StlOptions options, double[]? prior = null)
    {
        StlPlan plan = StlPlan.For(values.Length, period, options);
        int n = values.Length;
        double[] given = [.. Enumerable.Range(0, n).Select(i => double.IsNaN(values[i]) ? 0 : prior?[i] ?? 1)];
        double[] weights = [.. given], seasonal = new double[n], trend = new double[n], robustness = new double[n];
        Array.Fill(robustness, 1);
        for (int outer = 0; ; outer++)
        {
            for (int inner = 0; inner < options.InnerIterations; inner++)
            {
                double[] cycle = Cycle([.. values.Select((y, i) => y - trend[i])], weights, plan);
                double[] low = Smooth(Means(Means(Means(cycle, period), period), 3), Ones(n), plan.LowPassWindow, options.LowPassDegree, plan.LowPassJump, options);
                seasonal = [.. low.Select((level, i) => cycle[period + i] - level)];
                trend = Smooth([.. values.Select((y, i) => y - seasonal[i])], weights, plan.TrendWindow, options.TrendDegree, plan.TrendJump, options);
            }

            if (outer == options.RobustIterations) break;

            double[] remainders = [.. values.Select((y, i) => Math.Abs(y - seasonal[i] - trend[i]))];
            double[] sorted = [.. remainders.Where((_, i) => given[i] > 0).Order()];
            double scale = 3 * (sorted[sorted.Length / 2] + sorted[sorted.Length - (sorted.Length / 2) - 1]);
            double range = values.Where(y => !double.IsNaN(y)).Max() - values.Where(y => !double.IsNaN(y)).Min();
            robustness = scale <= StlRun.NoScale * range ? Ones(n) : [.. remainders.Select(r => r <= 0.001 * scale ? 1 : r <= 0.999 * scale ? Math.Pow(1 - ((r / scale) * (r / scale)), 2) : 0)];
            weights = [.. robustness.Select((w, i) => w * given[i])];
        }

        if (plan.IsPeriodic)
        {
            seasonal = [.. seasonal.Select((_, i) => Enumerable.Range(0, n).Where(j => j % period == i % period).Average(j => seasonal[j]))];
        }

        return (seasonal, trend, robustness);
    }

    /// <summary>Each season's figures smoothed over the cycles, and continued by one at either end.</summary>
    private static double[] Cycle(double[] values, double[] weights, StlPlan plan)
    {
        int n = values.Length, p = plan.Period;
        double[] cycle = new double[n + (2 * p)];
        for (int place = 0; place < p; place++)
        {
            int rows = (n - place + p - 1) / p;
            double[] own = new double[rows], weight = new double[rows];
            for (int row = 0; row < rows; row++)
            {
                own[row] = values[(row * p) + place];
                weight[row] = weights[(row * p) + place];
            }

            double[] smooth = Smooth(own, weight, plan.SeasonalWindow, plan.Options.SeasonalDegree, plan.SeasonalJump, plan.Options);
            int window = Math.Min(plan.SeasonalWindow, rows);
            cycle[place] = Fit(own, weight, new double[rows], -1, 0, window - 1, plan.SeasonalWindow, plan.Options.SeasonalDegree, plan.Options) ?? smooth[0];
            for (int row = 0; row < rows; row++)
            {
                cycle[((row + 1) * p) + place] = smooth[row];
            }

            cycle[((rows + 1) * p) + place] = Fit(own, weight, new double[rows], rows, rows - window, rows - 1, plan.SeasonalWindow, plan.Options.SeasonalDegree, plan.Options) ?? smooth[^1];
        }

        return cycle;
    }

    private static double[] Smooth(double[] values, double[] weights, int span, int degree, int jump, StlOptions options)
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
    private static double? Fit(double[] values, double[] weights, double[] local, int place, int first, int last, int span, int degree, StlOptions options)
    {
        double reach = Math.Max(place - first, last - place) + (span > values.Length ? (span - values.Length) / 2 : 0);
        double least = 0.001 * (options.OriginalSafeguards ? values.Length - 1 : last - first);
        for (int wider = 0; wider < 2 * values.Length; wider++)
        {
            double sum = 0;
            int from = Math.Max(0, first - wider), to = Math.Min(values.Length - 1, last + wider);
            for (int j = from; j <= to; j++)
            {
                local[j] = weights[j] * LoessPass.Tricube(Math.Abs(j - place), reach + wider);
                sum += local[j];
            }

            if (sum > 0) return At(values, local, from, to, place, sum, degree, least);
            if (options.OriginalSafeguards && place >= 0 && place < values.Length && !double.IsNaN(values[place])) return null;
        }

        return null;
    }

    private static double At(double[] values, double[] local, int from, int to, int place, double sum, int degree, double least)
    {
        double centre = 0, spread = 0;
        for (int j = from; j <= to; j++)
        {
            local[j] /= sum;
            centre += local[j] * (j - place);
        }

        for (int j = from; j <= to; j++)
        {
            spread += local[j] * Math.Pow(j - place - centre, 2);
        }

        double fit = 0;
        bool sloped = degree == 1 && Math.Sqrt(spread) > least;
        for (int j = from; j <= to; j++)
        {
            if (local[j] == 0) continue;

            fit += values[j] * local[j] * (sloped ? 1 - (centre / spread * (j - place - centre)) : 1);
        }

        return fit;
    }

    private static double[] Means(double[] values, int window)
    {
        double[] means = new double[values.Length - window + 1];
        double sum = values.AsSpan(0, window).ToArray().Sum();
        for (int i = 0; ; i++)
        {
            means[i] = sum / window;
            if (i + 1 == means.Length) return means;

            sum += values[i + window] - values[i];
        }
    }

    private static double[] Ones(int count)
    {
        double[] ones = new double[count];
        Array.Fill(ones, 1);
        return ones;
    }
}
