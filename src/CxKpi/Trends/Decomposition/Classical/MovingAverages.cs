using CxKpi.Trends;

namespace CxKpi;

/// <summary>The steps of a decomposition by moving averages.</summary>
internal static class MovingAverages
{
    // Often enough that rounding errors can't add up.
    private const int SumsPerStart = 4096;

    /// <summary>The moving average over a cycle; NaN where its window is incomplete or a figure in it is missing.</summary>
    internal static double[] Trend(ReadOnlySpan<double> values, int period, TrendFilter filter)
    {
        int taps = period + 1 - period % 2, late = filter == TrendFilter.Trailing ? taps - 1 : taps / 2;
        double[] trend = new double[values.Length];
        Array.Fill(trend, double.NaN);
        double sum = double.NaN;
        for (int first = 0; first + taps <= values.Length; first++)
        {
            // A missing figure makes the sum NaN; the first window after it starts afresh.
            sum = double.IsNaN(sum) || first % SumsPerStart == 0
                ? Sum(values.Slice(first, taps))
                : sum + (values[first + taps - 1] - values[first - 1]);
            double ends = taps == period ? 0 : (values[first] + values[first + taps - 1]) / 2;
            trend[first + late] = (sum - ends) / period;
        }

        return trend;
    }

    /// <summary>Continues the trend to either end along a line through the nearest values.</summary>
    internal static void Continue(double[] trend, int points, bool withoutLast)
    {
        int[] known = [.. Enumerable.Range(0, trend.Length).Where(i => !double.IsNaN(trend[i]))];
        if (known.Length < 2)
        {
            return;
        }

        int[] late = withoutLast && known.Length > 2 ? known[..^1] : known;
        (int[] Points, int From, int To)[] ends =
        [
            (known[..Math.Min(points, known.Length)], 0, known[0]),
            (late[^Math.Min(points, late.Length)..], known[^1] + 1, trend.Length),
        ];
        foreach ((int[] line, int from, int to) in ends)
        {
            double centre = line.Average(), level = line.Average(i => trend[i]);
            double slope = line.Sum(i => (i - centre) * (trend[i] - level)) / line.Sum(i => (i - centre) * (i - centre));
            for (int i = from; i < to; i++)
            {
                trend[i] = level + slope * (i - centre);
            }
        }
    }

    /// <summary>The mean of what the trend leaves at each place of the cycle, centred; NaN at a place with nothing.</summary>
    internal static double[] Season(ReadOnlySpan<double> values, double[] trend, int period, bool multiplies)
    {
        double[] figure = new double[period];
        for (int place = 0; place < period; place++)
        {
            double sum = 0;
            int count = 0;
            for (int i = place; i < values.Length; i += period)
            {
                double left = multiplies ? values[i] / trend[i] : values[i] - trend[i];
                if (double.IsNaN(left))
                {
                    continue;
                }

                sum += left;
                count++;
            }

            figure[place] = sum / count;
        }

        double mean = figure.Average();
        return [.. figure.Select(x => multiplies ? x / mean : x - mean)];
    }

    /// <summary>The first place of the cycle where no figure has a trend; null when there is none.</summary>
    internal static int? PlaceWithoutTrend(ReadOnlySpan<double> values, int period, ClassicalOptions options)
    {
        double[] trend = Trend(values, period, options.Filter);
        if (options.ExtrapolatedFrom > 0)
        {
            Continue(trend, options.ExtrapolatedFrom, options.StatsmodelsEnds);
        }

        for (int place = 0; place < period; place++)
        {
            bool found = false;
            for (int i = place; i < values.Length; i += period)
            {
                found |= !double.IsNaN(values[i] - trend[i]);
            }

            if (!found)
            {
                return place;
            }
        }

        return null;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }
}
