using CxKpi.Trends;

namespace CxKpi.Tests.Trends;

/// <summary>The decomposition line by line as the paper has it, one weighted regression per place.</summary>
/// <remarks>
/// It is what <see cref="Stl"/> is checked and timed against.
/// Timed, it is the loop that one would write first, without waste: running sums for the moving averages, plain multiplications,
/// no weights read where there are none, arithmetic unchecked as programs are compiled by default.
/// </remarks>
internal static class PlainStl
{
    internal static (double[] Seasonal, double[] Trend, double[] Weights) Decompose(double[] values, int period, StlOptions options, double[]? prior = null)
    {
        StlPlan plan = StlPlan.For(values.Length, period, options);
        double[]? given = Given(values, prior);
        double[] robustness = new double[values.Length];
        Array.Fill(robustness, 1);
        (double[] seasonal, double[] trend) = Round(values, new double[values.Length], given, given, plan);
        for (int round = 0; round < options.RobustIterations; round++)
        {
            (robustness, _) = Robustness(values, seasonal, trend, given);
            (seasonal, trend) = Round(values, trend, Times(robustness, given), given, plan);
        }

        return (plan.IsPeriodic ? Repeated(seasonal, period) : seasonal, trend, robustness);
    }

    /// <summary>The weights known beforehand, 0 where a figure is missing; null where there are none.</summary>
    internal static double[]? Given(double[] values, double[]? prior = null) =>
        prior is null && !values.Any(double.IsNaN) ? null : [.. values.Select((y, i) => double.IsNaN(y) ? 0 : prior?[i] ?? 1)];

    internal static double[] Times(double[] robustness, double[]? given) => given is null ? robustness : [.. robustness.Zip(given, (w, g) => w * g)];

    /// <summary>Season and trend refined in turn from a trend, under weights that stay.</summary>
    internal static (double[] Seasonal, double[] Trend) Round(double[] values, double[] trend, double[]? weights, double[]? given, StlPlan plan)
    {
        int n = values.Length, period = plan.Period;
        StlOptions options = plan.Options;
        Loess lowPass = new(plan.LowPassWindow, plan.LowPassDegree, plan.LowPassJump, options.OriginalSafeguards);
        Loess line = new(plan.TrendWindow, options.TrendDegree, plan.TrendJump, options.OriginalSafeguards);
        double[] seasonal = new double[n], rest = new double[n];
        for (int inner = 0; inner < options.InnerIterations; inner++)
        {
            Subtract(values, trend, rest);
            double[] cycle = Cycle(rest, weights, given, plan);
            double[] low = Smooth(Means(Means(Means(cycle, period), period), 3), null, null, lowPass);
            Subtract(cycle.AsSpan(period, n), low, seasonal);
            Subtract(values, seasonal, rest);
            trend = Smooth(rest, weights, given, line);
        }

        return (seasonal, trend);
    }

    /// <summary>Bisquare weights of what season and trend leave, and the scale at which they reach 0: six median remainders.</summary>
    internal static (double[] Weights, double Scale) Robustness(double[] values, double[] seasonal, double[] trend, double[]? given)
    {
        double[] remainders = [.. values.Select((y, i) => Math.Abs(y - seasonal[i] - trend[i]))];
        double[] sorted = [.. remainders.Where((_, i) => given is null || given[i] > 0).Order()];
        double scale = 3 * (sorted[sorted.Length / 2] + sorted[sorted.Length - sorted.Length / 2 - 1]);
        double range = values.Where(y => !double.IsNaN(y)).Max() - values.Where(y => !double.IsNaN(y)).Min();
        return ([.. remainders.Select(r => scale <= StlRun.NoScale * range || r <= 0.001 * scale ? 1 : r <= 0.999 * scale ? Bisquare(r / scale) : 0)], scale);

        static double Bisquare(double u) => Math.Pow(1 - u * u, 2);
    }

    /// <summary>The season of a periodic decomposition: the mean of each of its places.</summary>
    internal static double[] Repeated(double[] seasonal, int period) =>
        [.. seasonal.Select((_, i) => Enumerable.Range(0, seasonal.Length).Where(j => j % period == i % period).Average(j => seasonal[j]))];

    /// <summary>Each season's figures smoothed over the cycles, and continued by one at either end.</summary>
    private static double[] Cycle(double[] values, double[]? weights, double[]? given, StlPlan plan)
    {
        int n = values.Length, p = plan.Period;
        Loess season = new(plan.SeasonalWindow, plan.SeasonalDegree, plan.SeasonalJump, plan.Options.OriginalSafeguards);
        double[] cycle = new double[n + 2 * p];
        for (int place = 0; place < p; place++)
        {
            int rows = (n - place + p - 1) / p;
            double[] own = Row(values, place, rows, p), local = new double[rows];
            double[]? weight = weights is null ? null : Row(weights, place, rows, p), trusted = given is null ? null : Row(given, place, rows, p);
            double[] smooth = Smooth(own, weight, trusted, season);
            int window = Math.Min(plan.SeasonalWindow, rows);
            cycle[place] = Fit(own, weight, trusted, local, -1, 0, window - 1, season) ?? smooth[0];
            for (int row = 0; row < rows; row++)
            {
                cycle[(row + 1) * p + place] = smooth[row];
            }

            cycle[(rows + 1) * p + place] = Fit(own, weight, trusted, local, rows, rows - window, rows - 1, season) ?? smooth[^1];
        }

        return cycle;
    }

    private static double[] Row(double[] values, int place, int rows, int period)
    {
        double[] own = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            own[row] = values[row * period + place];
        }

        return own;
    }

    private static double[] Smooth(double[] values, double[]? weights, double[]? given, in Loess loess)
    {
        int n = values.Length, window = Math.Min(loess.Span, n), step = Math.Min(loess.Jump, n - 1);
        double[] smooth = new double[n], local = new double[n];
        int first = 0;
        for (int i = 0; i < n; i += step)
        {
            first = Math.Clamp(i - (loess.Span - 1) / 2, 0, n - window);
            smooth[i] = Fit(values, weights, given, local, i, first, first + window - 1, loess) ?? values[i];
        }

        int knot = (n - 1) / step * step;
        if (knot != n - 1)
        {
            smooth[n - 1] = Fit(values, weights, given, local, n - 1, first, first + window - 1, loess) ?? values[n - 1];
        }

        for (int i = 0; i < n - 1; i += step)
        {
            int next = Math.Min(i + step, n - 1);
            for (int j = i + 1; j < next; j++)
            {
                smooth[j] = smooth[i] + (smooth[next] - smooth[i]) * (j - i) / (next - i);
            }
        }

        return smooth;
    }

    /// <summary>The local regression at a place; null where its window holds no weight and the published program does not look further.</summary>
    /// <remarks>
    /// Otherwise a window without weight is widened by one on each side until it has one;
    /// where robustness leaves no weight at all, the weights known beforehand are taken as soon as everything is within reach.
    /// </remarks>
    private static double? Fit(double[] values, double[]? weights, double[]? given, double[] local, int place, int first, int last, in Loess loess)
    {
        int n = values.Length;
        double reach = Math.Max(place - first, last - place) + (loess.Span > n ? (loess.Span - n) / 2 : 0);
        double least = 0.001 * (loess.Original ? n - 1 : last - first);
        for (int wider = 0; ; wider++)
        {
            int from = Math.Max(0, first - wider), to = Math.Min(n - 1, last + wider);
            double sum = Weigh(weights, local, from, to, place, reach + wider);
            if (sum > 0)
            {
                return At(values, local, from, to, place, sum, loess.Degree, least);
            }

            if (loess.Original && (place < 0 || place >= n || given is null || given[place] > 0))
            {
                return null;
            }

            if (wider > 0 && from == 0 && to == n - 1 && reach + wider > 1.01 * (Math.Max(place, n - 1 - place) + 1))
            {
                sum = Weigh(given, local, from, to, place, reach + wider);
                return At(values, local, from, to, place, sum, loess.Degree, least);
            }
        }
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
                    double ratio = distance / reach, rest = 1 - ratio * ratio * ratio;
                    weight = distance <= near ? 1 : rest * rest * rest;
                    if (weights is not null)
                    {
                        weight *= weights[j];
                    }
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
                    local[j] *= 1 - slope * (j - place - centre);
                }
            }

            double fit = 0;
            for (int j = from; j <= to; j++)
            {
                // A missing figure has no weight.
                if (local[j] != 0)
                {
                    fit += values[j] * local[j];
                }
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
                if (i + 1 == means.Length)
                {
                    return means;
                }

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

    /// <summary>How a local regression is made.</summary>
    private readonly record struct Loess(int Span, int Degree, int Jump, bool Original);
}
