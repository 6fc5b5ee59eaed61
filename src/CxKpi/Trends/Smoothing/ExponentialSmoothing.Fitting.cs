using System.Globalization;

namespace CxKpi.Trends;

/// <content>Estimation of the weights and the start.</content>
public sealed partial record ExponentialSmoothing
{
    private const double LeastWeight = 1e-4, MostWeight = 0.9999, LeastDamping = 0.8, MostDamping = 0.98;

    // Errors that are this small beside the figures' spread are rounding.
    private const double Rounding = 1e-13;

    private static readonly ExponentialSmoothingForm[] Forms = Enum.GetValues<ExponentialSmoothingForm>();

    /// <summary>Fits the model to a series.</summary>
    /// <param name="values">The figures, finite; NaN where one is missing.</param>
    /// <param name="period">The number of periods in a cycle, at least 1; with 1 there is no season.</param>
    /// <param name="form">The components of the series; <see langword="null"/> for the form of least AICc among those for which the series is long
    /// enough.</param>
    /// <returns>The fitted model.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A figure is infinite, the period is below 1, or the form is not a named value.</exception>
    /// <exception cref="ArgumentException">
    /// There are fewer than two figures more than the form estimates; or a season is asked for, but there are fewer than two cycles, the period is 1 or a
    /// season has no figure.
    /// </exception>
    public static ExponentialSmoothing Fit(ReadOnlySpan<double> values, int period, ExponentialSmoothingForm? form = null) =>
        Fit(values, ByPosition(values.Length, Guard.Positive(period)), period, form);

    /// <summary>Creates the model with given weights and a given start, without estimation.</summary>
    /// <param name="values">The figures, finite, at least one; NaN where one is missing.</param>
    /// <param name="weights">The weights, which define the components.</param>
    /// <param name="start">The state before the first figure. It has as many seasons as a cycle has periods, and none when <paramref name="weights"/> has
    /// none.</param>
    /// <returns>The model. Because nothing was estimated, its variance is the mean squared error, and its limits are normal.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="start"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is infinite.</exception>
    /// <exception cref="ArgumentException">There are no figures, or the components of the state are not those of the weights.</exception>
    public static ExponentialSmoothing WithKnown(ReadOnlySpan<double> values, SmoothingWeights weights, SmoothingState start)
    {
        int cycle = Math.Max(1, Guard.NotNull(start).Seasons.Count);
        if (Checked(values) == 0)
        {
            throw new ArgumentException($"{nameof(values)} must hold a figure", nameof(values));
        }

        if (weights.Gamma is null != (start.Seasons.Count == 0))
        {
            throw new ArgumentException($"{nameof(start)} must have seasons where {nameof(weights)} has a weight for them, and only there", nameof(start));
        }

        if (weights.Beta is null && start.Slope != 0)
        {
            throw new ArgumentException($"{nameof(start)} must not have a slope where {nameof(weights)} has no weight for it", nameof(start));
        }

        return new(values, ByPosition(values.Length, cycle), cycle, weights, [start.Level, start.Slope, .. start.Seasons], 0);
    }

    /// <summary>The same where a calendar assigns a season to each position, including those to be predicted.</summary>
    internal static ExponentialSmoothing Fit(ReadOnlySpan<double> values, int[] seasonOf, int cycle, ExponentialSmoothingForm? form = null)
    {
        int count = Checked(values);
        if (form is { } asked)
        {
            Guard.Defined(asked);
            return Lack(values, seasonOf, cycle, asked, count) is { } lack
                ? throw new ArgumentException(lack, nameof(values))
                : Estimate(values, seasonOf, cycle, asked);
        }

        ExponentialSmoothing? best = null;
        double noise = Rounding * Spread(values);
        foreach (ExponentialSmoothingForm candidate in Forms.OrderBy(x => Estimated(x, cycle)))
        {
            if (Lack(values, seasonOf, cycle, candidate, count) is not null)
            {
                continue;
            }

            ExponentialSmoothing fitted = Estimate(values, seasonOf, cycle, candidate);
            if (best is null || fitted.Aicc < best.Aicc)
            {
                best = fitted;
            }

            if (fitted.SumOfSquares <= count * noise * noise)
            {
                return fitted;
            }
        }

        return best ?? throw new ArgumentException(Lack(values, seasonOf, cycle, ExponentialSmoothingForm.Level, count), nameof(values));
    }

    /// <summary>The reason why a form cannot be fitted.</summary>
    internal static string? Lack(ReadOnlySpan<double> values, int[] seasonOf, int cycle, ExponentialSmoothingForm form, int count)
    {
        long needed = Estimated(form, cycle) + 2;
        if (count < needed)
        {
            return string.Create(CultureInfo.InvariantCulture, $"values must hold at least {needed} figures for the form {form}; got {count}");
        }

        if (!HasSeason(form))
        {
            return null;
        }

        if (cycle < 2)
        {
            return string.Create(CultureInfo.InvariantCulture, $"period must be at least 2 for the form {form}; got {cycle}");
        }

        if (values.Length < 2L * cycle)
        {
            return string.Create(CultureInfo.InvariantCulture, $"values must hold at least two cycles of {cycle} for the form {form}; got {values.Length}");
        }

        bool[] seen = new bool[cycle];
        for (int t = 0; t < values.Length; t++)
        {
            seen[seasonOf[t]] |= !double.IsNaN(values[t]);
        }

        return Array.IndexOf(seen, false) is >= 0 and int missing
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"values must hold a figure in every season for the form {form}; there is none in season {missing} of the cycle")
            : null;
    }

    private static ExponentialSmoothing Estimate(ReadOnlySpan<double> values, int[] seasonOf, int cycle, ExponentialSmoothingForm form)
    {
        // Around the middle the digits of the errors survive a large offset.
        double middle = Middle(values);
        double[] centred = new double[values.Length];
        for (int t = 0; t < centred.Length; t++)
        {
            centred[t] = values[t] - middle;
        }

        SumOfSquaresFunction function = new(centred, seasonOf, HasSeason(form) ? cycle : 0, form);
        SmoothingWeights weights = function.Weights(GlobalMinimiser.MinimiseSparingly(function, Dimensions(form)));
        double[] start = function.Start(weights);
        start[0] += middle;
        return new(values, seasonOf, cycle, weights, start, (int)Estimated(form, cycle));
    }

    private static int Checked(ReadOnlySpan<double> values)
    {
        int count = 0;
        for (int t = 0; t < values.Length; t++)
        {
            if (double.IsInfinity(values[t]))
            {
                throw Guard.OutsideAt(t, nameof(values), "must be finite, or NaN where missing", values[t]);
            }

            count += double.IsNaN(values[t]) ? 0 : 1;
        }

        return count;
    }

    private static double Middle(ReadOnlySpan<double> values)
    {
        double sum = 0;
        int count = 0;
        foreach (double value in values)
        {
            if (double.IsNaN(value))
            {
                continue;
            }

            count++;
            sum += (value - sum) / count;
        }

        return sum;
    }

    private static double Spread(ReadOnlySpan<double> values)
    {
        double middle = Middle(values), spread = 0;
        foreach (double value in values)
        {
            if (!double.IsNaN(value))
            {
                spread = Math.Max(spread, Math.Abs(value - middle));
            }
        }

        return spread;
    }

    private static int[] ByPosition(int length, int cycle) => [.. Enumerable.Range(0, length + 1).Select(t => t % cycle)];

    private static bool HasSeason(ExponentialSmoothingForm form) => form >= ExponentialSmoothingForm.Seasonal;

    private static bool HasSlope(ExponentialSmoothingForm form) => form is not (ExponentialSmoothingForm.Level or ExponentialSmoothingForm.Seasonal);

    private static bool IsDamped(ExponentialSmoothingForm form) => form is ExponentialSmoothingForm.DampedTrend or ExponentialSmoothingForm.SeasonalDampedTrend;

    private static int Dimensions(ExponentialSmoothingForm form) => 1 + (HasSlope(form) ? 1 : 0) + (IsDamped(form) ? 1 : 0) + (HasSeason(form) ? 1 : 0);

    private static long Estimated(ExponentialSmoothingForm form, int cycle) =>
        Dimensions(form) + 1L + (HasSlope(form) ? 1 : 0) + (HasSeason(form) ? cycle - 1 : 0);

    /// <summary>The sum of squares at the best start, by weights as shares of their ranges.</summary>
    private readonly struct SumOfSquaresFunction(double[] values, int[] seasonOf, int cycle, ExponentialSmoothingForm form) : IVectorFunction
    {
        public double At(ReadOnlySpan<double> point)
        {
            SmoothingWeights weights = Weights(point);
            return cycle > 0 && !ForecastableRegion.Holds(weights, cycle)
                ? double.PositiveInfinity
                : new SmoothingRecursion(values, seasonOf, weights).Run(Start(weights), []);
        }

        internal SmoothingWeights Weights(ReadOnlySpan<double> point)
        {
            int next = 0;
            double alpha = Between(LeastWeight, MostWeight, point[next++]);
            double? beta = HasSlope(form) ? Between(LeastWeight, alpha, point[next++]) : null;
            double? gamma = HasSeason(form) ? Between(LeastWeight, 1 - alpha, point[next++]) : null;
            double? phi = IsDamped(form) ? Between(LeastDamping, MostDamping, point[next]) : null;
            return new(alpha, beta, gamma, phi);
        }

        internal double[] Start(SmoothingWeights weights)
        {
            double[] start = new double[2 + cycle];
            new SmoothingRecursion(values, seasonOf, weights).FitStart(start, HasSlope(form));
            return start;
        }

        private static double Between(double least, double most, double share) => least + share * (most - least);
    }
}
