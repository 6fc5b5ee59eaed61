using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>
/// Exponential smoothing as a model: a level, a slope and seasons that change with each error, so that forecasts have limits and forms can be compared.
/// </summary>
/// <remarks>
/// It implements the additive-error forms of the ETS family (<see cref="ExponentialSmoothingForm"/>) by the recursion in <see cref="SmoothingWeights"/>.
/// The weights minimise the sum of squared errors one step ahead, which for normal errors is maximum likelihood, within α ∈ [0.0001, 0.9999], β ≤ α, γ ≤ 1 − α,
/// φ ∈ [0.8, 0.98]. For each set of weights the start is exactly the one of least squares, because errors are linear in it.
/// When no form is asked for, the one of least AICc is used.
/// <code>
/// σ²     = SSE / (n − k)      k estimated figures: weights, start level, start slope, seasons less one; SSE / n when all are given
/// log L  = −½ n (ln(2π SSE / n) + 1)
/// AIC    = −2 log L + 2 (k + 1)
/// Var_h  = σ² (1 + Σ_{j=1}^{h−1} c_j²),   c_j = α + β (φ + … + φ^j) + γ [the same season]
/// </code>
/// A missing figure (NaN) brings no information: the state continues along its slope, and the figure counts neither in n nor in the sum of squares.
/// <para>
/// Source: R. Hyndman, A. Koehler, J. Ord and R. Snyder, <em>Forecasting with Exponential Smoothing</em> (2008).
/// Other tools take the start from a rule of thumb, or search it together with the weights; their sum of squares is as large or larger.
/// statsmodels divides by n where this divides by n − k. The limits do not allow for the uncertainty of the weights and the start;
/// Student's t with n − k degrees of freedom compensates for part of it.
/// Multiplicative errors are not implemented; for shares, smooth the logit.
/// </para>
/// </remarks>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed partial record ExponentialSmoothing
{
    private readonly double[] predictions;
    private readonly double[] errors;
    private readonly int[] seasonOf;
    private readonly double[] end;

    private ExponentialSmoothing(ReadOnlySpan<double> values, int[] seasonOf, int cycle, SmoothingWeights weights, double[] start, int estimated)
    {
        Period = cycle;
        Weights = weights;
        EstimatedCount = estimated;
        this.seasonOf = seasonOf;
        end = [.. start];
        predictions = new double[values.Length];
        SumOfSquares = new SmoothingRecursion(values, seasonOf, weights).Run(end, predictions);
        errors = new double[values.Length];
        for (int t = 0; t < values.Length; t++)
        {
            errors[t] = values[t] - predictions[t];
            Count += double.IsNaN(values[t]) ? 0 : 1;
        }

        Start = State(start, 0);
        End = State(end, values.Length);
    }

    /// <summary>The number of periods in a cycle.</summary>
    public int Period { get; }

    /// <summary>The components of the series.</summary>
    public ExponentialSmoothingForm Form => Weights.Form;

    /// <summary>The weights with which an error changes the state.</summary>
    public SmoothingWeights Weights { get; }

    /// <summary>The state before the first figure.</summary>
    public SmoothingState Start { get; }

    /// <summary>The state after the last figure.</summary>
    public SmoothingState End { get; }

    /// <summary>The number of figures, without missing ones.</summary>
    public int Count { get; }

    /// <summary>The number of weights and start values that were estimated: k.</summary>
    public int EstimatedCount { get; }

    /// <summary>The predictions one step ahead, one per position, including those of missing figures.</summary>
    public IReadOnlyList<double> Fitted => Array.AsReadOnly(predictions);

    /// <summary>The errors one step ahead, figure minus prediction; NaN where the figure is missing.</summary>
    public IReadOnlyList<double> Residuals => Array.AsReadOnly(errors);

    /// <summary>The sum of the squared errors.</summary>
    public double SumOfSquares { get; }

    /// <summary>The variance of an error: the sum of squares over the remaining degrees of freedom.</summary>
    public double Variance => SumOfSquares / (Count - EstimatedCount);

    /// <summary>The logarithm of the likelihood at its maximum over the variance; infinite when the errors are all 0.</summary>
    public double LogLikelihood => SumOfSquares > 0 ? -0.5 * Count * (Math.Log(2 * Math.PI * SumOfSquares / Count) + 1) : double.PositiveInfinity;

    /// <summary>Akaike's information criterion (AIC); a lower value is better.</summary>
    public double Aic => -2 * LogLikelihood + 2.0 * (EstimatedCount + 1);

    /// <summary>Akaike's information criterion corrected for short series (AICc); infinite when the series is too short for it.</summary>
    public double Aicc =>
        Count - EstimatedCount - 2 is > 0 and int rest ? Aic + 2.0 * (EstimatedCount + 1) * (EstimatedCount + 2) / rest : double.PositiveInfinity;

    /// <summary>Schwarz's information criterion (BIC); a lower value is better.</summary>
    public double Bic => -2 * LogLikelihood + (EstimatedCount + 1) * Math.Log(Count);

    /// <summary>Predicts the next figures.</summary>
    /// <param name="periods">The number of periods ahead, from 0 to 100,000.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>One point per period ahead, in order. The limits are Student's, or normal when nothing was estimated.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of periods is not between 0 and 100,000, or the confidence does not lie between 0
    /// and 1.</exception>
    public IReadOnlyList<ForecastPoint> Forecast(int periods, double confidence = 0.95)
    {
        double quantile = EstimatedCount == 0
            ? NormalDistribution.CriticalValue(confidence)
            : StudentTDistribution.CriticalValue(confidence, Count - EstimatedCount);
        IReadOnlyList<double> multipliers = VarianceMultipliers(periods);
        ForecastPoint[] points = new ForecastPoint[periods];
        double line = End.Level, carried = End.Slope;
        for (int h = 0; h < periods; h++)
        {
            carried *= Weights.Phi ?? 1;
            line += carried;
            points[h] = new(h + 1, line + (IsSeasonal ? end[2 + SeasonAt(predictions.Length + h)] : 0), Math.Sqrt(Variance * multipliers[h]), quantile);
        }

        return Array.AsReadOnly(points);
    }

    /// <summary>Calculates the variance of the forecasts as multiples of <see cref="Variance"/>.</summary>
    /// <param name="periods">The number of periods ahead, from 0 to 100,000.</param>
    /// <returns>One multiplier per period ahead, the first of them 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of periods is not between 0 and 100,000.</exception>
    public IReadOnlyList<double> VarianceMultipliers(int periods)
    {
        double[] multipliers = new double[SmoothingForecast.Reach(periods)], effects = new double[periods];
        double phi = Weights.Phi ?? 1, gamma = Weights.Gamma.GetValueOrDefault(), power = 1, slopes = 0, plain = 1;
        SeasonSums? seasons = IsSeasonal ? new(Period, gamma, effects) : null;
        for (int h = 0; h < periods; h++)
        {
            if (h > 0)
            {
                power *= phi;
                slopes += power;
                effects[h] = Weights.Alpha + Weights.Beta.GetValueOrDefault() * slopes;
                plain += effects[h] * effects[h];
            }

            multipliers[h] = plain + (seasons?.Next(SeasonAt(predictions.Length + h)) ?? 0);
        }

        return Array.AsReadOnly(multipliers);
    }

    /// <summary>The form, its weights and its last state as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Form}: {Weights}; {End}; AICc {Aicc:0.##} (n = {Count})");

    private bool IsSeasonal => end.Length > 2;

    // Beyond the given calendar, seasons follow each other.
    private int SeasonAt(int position) => position < seasonOf.Length ? seasonOf[position] : (seasonOf[^1] + position - seasonOf.Length + 1) % Period;

    private SmoothingState State(double[] parts, int position) =>
        new(parts[0], parts[1], Enumerable.Range(0, parts.Length - 2).Select(i => parts[2 + (SeasonAt(position) + i) % Period]));
}
