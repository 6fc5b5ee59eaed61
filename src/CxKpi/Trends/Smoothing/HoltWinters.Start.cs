using System.Globalization;

namespace CxKpi.Trends;

/// <content>The start values, and the function that the weights minimise.</content>
public sealed partial record HoltWinters
{
    /// <summary>A series that passed all checks, with its start values.</summary>
    private sealed record Setting(
        double[] Values,
        int Period,
        HoltWintersSeason Season,
        HoltWintersTrend Trend,
        int Start,
        double Level,
        double Slope,
        double[] Seasons)
    {
        internal bool HasSlope => Trend == HoltWintersTrend.Linear;

        internal bool HasSeason => Season != HoltWintersSeason.None;

        internal static Setting From(ReadOnlySpan<double> values, int period, HoltWintersSeason season, HoltWintersTrend trend, int startCycles)
        {
            Guard.Defined(season);
            Guard.Defined(trend);
            for (int i = 0; i < values.Length; i++)
            {
                if (!double.IsFinite(values[i]))
                {
                    throw Guard.OutsideAt(i, nameof(values), "must be finite and not missing", values[i]);
                }

                if (season == HoltWintersSeason.Multiplicative && !(values[i] > 0))
                {
                    throw Guard.OutsideAt(i, nameof(values), "must be positive where the season multiplies", values[i]);
                }
            }

            if (season == HoltWintersSeason.None)
            {
                Enough(values, 4);
                return trend == HoltWintersTrend.Linear
                    ? new(values.ToArray(), 1, season, trend, 2, values[1], values[1] - values[0], [])
                    : new(values.ToArray(), 1, season, trend, 1, values[0], 0, []);
            }

            if (period < 2)
            {
                throw Guard.Outside(nameof(period), "must be at least 2", period);
            }

            if (startCycles < 2)
            {
                throw Guard.Outside(nameof(startCycles), "must be at least 2", startCycles);
            }

            Enough(values, (long)startCycles * period);
            ReadOnlySpan<double> first = values[..(startCycles * period)];
            double[] centre = MovingAverage(first, period);
            (double level, double slope) = Line(centre);
            return new(
                values.ToArray(), period, season, trend, period, level, slope, Seasonal(first, centre, period, season == HoltWintersSeason.Multiplicative));
        }

        private static void Enough(ReadOnlySpan<double> values, long needed)
        {
            if (values.Length < needed)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"{nameof(values)} must hold at least {needed} figures; got {values.Length}"),
                    nameof(values));
            }
        }

        /// <summary>The centred average over a cycle, with ends of half weight when the cycle is even, and without the half cycle at each end.</summary>
        private static double[] MovingAverage(ReadOnlySpan<double> values, int period)
        {
            int half = period / 2;
            double[] centre = new double[values.Length - 2 * half];
            for (int t = 0; t < centre.Length; t++)
            {
                double sum = period % 2 == 0 ? (values[t] + values[t + period]) / 2 : values[t];
                for (int j = 1; j < period; j++)
                {
                    sum += values[t + j];
                }

                centre[t] = sum / period;
            }

            return centre;
        }

        /// <summary>The least-squares line at position 0 and per position, positions from 1.</summary>
        private static (double Level, double Slope) Line(double[] y)
        {
            double middle = (y.Length + 1) / 2.0, mean = y.Average(), top = 0, bottom = 0;
            for (int i = 0; i < y.Length; i++)
            {
                top += (i + 1 - middle) * (y[i] - mean);
                bottom += (i + 1 - middle) * (i + 1 - middle);
            }

            return (mean - top / bottom * middle, top / bottom);
        }

        private static double[] Seasonal(ReadOnlySpan<double> values, double[] centre, int period, bool multiplies)
        {
            double[] sums = new double[period];
            int[] counts = new int[period];
            int half = period / 2;
            for (int t = 0; t < centre.Length; t++)
            {
                int place = (t + half) % period;
                sums[place] += multiplies ? values[t + half] / centre[t] : values[t + half] - centre[t];
                counts[place]++;
            }

            double[] means = [.. sums.Select((sum, i) => sum / counts[i])];
            double mean = means.Average();
            return [.. means.Select(x => multiplies ? x / mean : x - mean)];
        }
    }

    /// <summary>The sum of squares by the weights that are not given, in the order level, slope, season.</summary>
    private readonly struct SumOfSquaresFunction(Setting setting, double? alpha, double? beta, double? gamma) : IVectorFunction
    {
        internal int Free => (alpha is null ? 1 : 0) + (beta is null ? 1 : 0) + (gamma is null ? 1 : 0);

        public double At(ReadOnlySpan<double> point)
        {
            (double a, double b, double g) = Weights(point);
            double level = setting.Level, slope = setting.Slope;
            Span<double> seasons = setting.Period <= 64 ? stackalloc double[setting.Seasons.Length] : new double[setting.Seasons.Length];
            setting.Seasons.CopyTo(seasons);
            double squares = new HoltWintersRecursion(setting.Values, setting.Start, setting.Season, setting.HasSlope)
                .Run(a, b, g, ref level, ref slope, seasons, []);
            return double.IsNaN(squares) ? double.PositiveInfinity : squares;
        }

        internal (double Alpha, double Beta, double Gamma) Weights(ReadOnlySpan<double> point)
        {
            int next = 0;
            double a = alpha ?? point[next++];
            double b = beta ?? point[next++];
            double g = gamma ?? point[next];
            return (a, b, g);
        }
    }
}
