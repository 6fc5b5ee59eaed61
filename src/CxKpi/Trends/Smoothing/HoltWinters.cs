using System.Globalization;

namespace CxKpi.Trends;

/// <summary>
/// The exponential smoothing of Holt and Winters, with start values and forecasts as in R's <c>HoltWinters</c>:
/// a level, a slope and a season that follow the series.
/// </summary>
/// <remarks>
/// <code>
/// level_t  = α (y_t − season_{t−p}) + (1 − α)(level_{t−1} + slope_{t−1})
/// slope_t  = β (level_t − level_{t−1}) + (1 − β) slope_{t−1}
/// season_t = γ (y_t − level_t) + (1 − γ) season_{t−p}
/// </code>
/// When the season multiplies, the two subtractions are divisions. The weights α, β and γ lie in [0, 1]; those that are not given
/// minimise the sum of squared errors one step ahead. The start comes from the classical decomposition of the first cycles:
/// its seasons, and the straight line through its trend, evaluated where that trend begins, half a cycle before the first prediction, as in R.
/// <para>
/// Sources: C. Holt, <em>Forecasting seasonals and trends by exponentially weighted moving averages</em> (1957);
/// P. Winters, <em>Forecasting sales by exponentially weighted moving averages</em>, Management Science 6 (1960), 324-342.
/// R descends from one start and may stop in a local minimum; here the whole range is searched, so the sum of squares is as small or smaller.
/// The season's weight is that of Winters, applied after the level was updated:
/// in terms of <see cref="ExponentialSmoothing"/> it is γ(1 − α), and the slope's is αβ.
/// A missing figure throws; <see cref="ExponentialSmoothing"/> bridges it.
/// </para>
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed partial record HoltWinters
{
    private readonly double[] predictions;
    private readonly double[] errors;
    private readonly double[] lastSeasons;

    private HoltWinters(Setting setting, double alpha, double beta, double gamma)
    {
        Period = setting.Period;
        Season = setting.Season;
        Trend = setting.Trend;
        FirstFitted = setting.Start;
        Alpha = alpha;
        Beta = setting.HasSlope ? beta : null;
        Gamma = setting.HasSeason ? gamma : null;
        predictions = new double[setting.Values.Length - setting.Start];
        lastSeasons = [.. setting.Seasons];
        double level = setting.Level, slope = setting.Slope;
        HoltWintersRecursion recursion = new(setting.Values, setting.Start, setting.Season, setting.HasSlope);
        SumOfSquares = recursion.Run(alpha, beta, gamma, ref level, ref slope, lastSeasons, predictions);
        Level = level;
        Slope = setting.HasSlope ? slope : null;
        errors = [.. predictions.Select((x, i) => setting.Values[setting.Start + i] - x)];
    }

    /// <summary>The number of periods in a cycle.</summary>
    public int Period { get; }

    /// <summary>How the season is combined with the level.</summary>
    public HoltWintersSeason Season { get; }

    /// <summary>Whether there is a slope.</summary>
    public HoltWintersTrend Trend { get; }

    /// <summary>The weight of the newest figure in the level, in [0, 1].</summary>
    public double Alpha { get; }

    /// <summary>The weight of the newest step in the slope, in [0, 1]; <see langword="null"/> without a slope.</summary>
    public double? Beta { get; }

    /// <summary>The weight of the newest figure in its season, in [0, 1]; <see langword="null"/> without a season.</summary>
    public double? Gamma { get; }

    /// <summary>The last level.</summary>
    public double Level { get; }

    /// <summary>The last slope, per period; <see langword="null"/> without one.</summary>
    public double? Slope { get; }

    /// <summary>The last values of the seasons, from the next period's on; empty without a season.</summary>
    public IReadOnlyList<double> SeasonCoefficients => Array.AsReadOnly(lastSeasons);

    /// <summary>The position of the first figure that is predicted; the figures before it gave the start values.</summary>
    public int FirstFitted { get; }

    /// <summary>The predictions one step ahead, from <see cref="FirstFitted"/> on.</summary>
    public IReadOnlyList<double> Fitted => Array.AsReadOnly(predictions);

    /// <summary>The errors one step ahead: figure minus prediction.</summary>
    public IReadOnlyList<double> Residuals => Array.AsReadOnly(errors);

    /// <summary>The sum of the squared errors.</summary>
    public double SumOfSquares { get; }

    /// <summary>Smooths a series; weights that are not given are chosen to minimise the sum of squared errors.</summary>
    /// <param name="values">The figures, finite and without gaps, and positive when the season multiplies: at least <paramref name="startCycles"/> cycles, or
    /// at least four figures without a season.</param>
    /// <param name="period">The number of periods in a cycle, at least 2; ignored without a season.</param>
    /// <param name="season">How the season is combined with the level.</param>
    /// <param name="trend">Whether there is a slope.</param>
    /// <param name="alpha">The weight of the level, above 0 and at most 1; <see langword="null"/> to choose it.</param>
    /// <param name="beta">The weight of the slope, in [0, 1]; <see langword="null"/> to choose it.</param>
    /// <param name="gamma">The weight of the season, in [0, 1]; <see langword="null"/> to choose it.</param>
    /// <param name="startCycles">The number of cycles from which the start values are calculated, at least 2; ignored without a season.</param>
    /// <returns>The smoothed series.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A figure is missing, not finite, or not positive although the season multiplies;
    /// a weight, the period or the number of cycles is out of its range; or an enum has no named value.</exception>
    /// <exception cref="ArgumentException">The series is too short, or a weight is given for a part that is left out.</exception>
    public static HoltWinters Fit(
        ReadOnlySpan<double> values,
        int period,
        HoltWintersSeason season = HoltWintersSeason.Additive,
        HoltWintersTrend trend = HoltWintersTrend.Linear,
        double? alpha = null,
        double? beta = null,
        double? gamma = null,
        int startCycles = 2)
    {
        Setting setting = Setting.From(values, period, season, trend, startCycles);
        if (alpha is { } level && !(level is > 0 and <= 1))
        {
            throw Guard.Outside(nameof(alpha), "must be above 0 and at most 1", level);
        }

        Weight(beta, setting.HasSlope, "trend", nameof(beta));
        Weight(gamma, setting.HasSeason, "season", nameof(gamma));
        SumOfSquaresFunction function = new(setting, alpha, setting.HasSlope ? beta : 0, setting.HasSeason ? gamma : 0);
        (double a, double b, double g) = function.Weights(GlobalMinimiser.Minimise(function, function.Free));
        return new(setting, a, b, g);
    }

    /// <summary>Predicts the next figures.</summary>
    /// <param name="periods">The number of periods ahead, from 0 to 100,000.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <param name="limits">How the limits are calculated.</param>
    /// <returns>One point per period ahead, in order. Limits and standard errors are finite, except some of <see cref="HoltWintersLimits.R"/>.</returns>
    /// <remarks>
    /// The limits are normal ones around the forecast with the variance of the errors, so they do not allow for the uncertainty of weights and start values.
    /// Source: C. Chatfield and M. Yar, <em>Prediction intervals for multiplicative Holt-Winters</em>, International Journal of Forecasting 7 (1991), 31-37.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number of periods is not between 0 and 100,000, the confidence does not lie between 0 and 1, or
    /// the limits are not a named value.</exception>
    public IReadOnlyList<ForecastPoint> Forecast(int periods, double confidence = 0.95, HoltWintersLimits limits = HoltWintersLimits.Full)
    {
        SmoothingForecast.Reach(periods);
        Guard.Defined(limits);
        double quantile = NormalDistribution.CriticalValue(confidence);
        double mean = errors.Average();
        double variance = errors.Sum(x => (x - mean) * (x - mean)) / (errors.Length - 1);
        ForecastPoint[] points = new ForecastPoint[periods];
        double[] squares = new double[Period];
        for (int h = 1; h <= periods; h++)
        {
            double multiplier = Multiplier(h, limits, squares);
            points[h - 1] = new(h, At(h), Math.Sqrt(variance * multiplier), quantile);
            squares[h % Period] += Square(Effect(h));
        }

        return Array.AsReadOnly(points);
    }

    /// <summary>The weights and the last state as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"Holt-Winters, season {Season}, trend {Trend}: "
            + $"alpha {Alpha:0.####}{Part("beta", Beta)}{Part("gamma", Gamma)}; level {KpiText.Short(Level)}{Part("slope", Slope)}");

    private double At(int step)
    {
        double line = Level + step * Slope.GetValueOrDefault();
        return Season switch
        {
            HoltWintersSeason.Additive => line + SeasonAt(step),
            HoltWintersSeason.Multiplicative => line * SeasonAt(step),
            HoltWintersSeason.None => line,
        };
    }

    private double SeasonAt(int step) => lastSeasons[(step - 1) % Period];

    /// <summary>The variance of a forecast as a multiple of that of the errors.</summary>
    /// <param name="step">The number of periods ahead.</param>
    /// <param name="limits">How the limits are calculated.</param>
    /// <param name="squares">The sums of the squared effects of the errors before it, by their distance modulo the period: those of a sum share a
    /// season.</param>
    private double Multiplier(int step, HoltWintersLimits limits, double[] squares)
    {
        if (Season != HoltWintersSeason.Multiplicative)
        {
            return 1 + squares.Sum();
        }

        if (limits == HoltWintersLimits.R)
        {
            return MultiplierOfR(step, squares);
        }

        double sum = 1;
        for (int lag = 1; lag <= Math.Min(step - 1, Period); lag++)
        {
            sum += squares[lag % Period] * Square(SeasonAt(step) / lastSeasons[Before(step - 1, lag)]);
        }

        return sum;
    }

    /// <summary>R's sum with R's positions: they count from the slope, or from the first season where there is no slope, as 0.</summary>
    private double MultiplierOfR(int step, double[] squares)
    {
        double[] coefficients = Slope is { } slope ? [slope, .. lastSeasons] : lastSeasons;
        int place = 1 + (step - 1) % Period;
        if (place == coefficients.Length)
        {
            return double.NaN;
        }

        double sum = Square(Effect(0) * coefficients[place] / coefficients[Before(place, 0)]);
        for (int lag = 1; lag <= Math.Min(step - 1, Period); lag++)
        {
            sum += squares[lag % Period] * Square(coefficients[place] / coefficients[Before(place, lag)]);
        }

        return sum;
    }

    private int Before(int place, int lag) => ((place - lag) % Period + Period) % Period;

    /// <summary>The effect of an error on the forecast some periods later.</summary>
    private double Effect(int lag) =>
        Alpha * (1 + lag * Beta.GetValueOrDefault()) + (Season != HoltWintersSeason.None && lag % Period == 0 ? Gamma.GetValueOrDefault() * (1 - Alpha) : 0);

    private static string Part(string name, double? figure) =>
        figure is { } given ? string.Create(CultureInfo.InvariantCulture, $", {name} {KpiText.Short(given)}") : "";

    private static double Square(double x) => x * x;

    private static void Weight(double? weight, bool used, string part, string name)
    {
        if (weight is not { } given)
        {
            return;
        }

        Guard.Probability(given, name);
        if (!used)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{name} must not be given without a {part}; got {given}"), name);
        }
    }
}
