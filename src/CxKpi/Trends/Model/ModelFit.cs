using System.Globalization;

namespace CxKpi.Trends;

/// <summary>The noise around season and trend, as the seasonal model estimated it.</summary>
/// <remarks>Deviations are on the model's scale, <see cref="Scale"/>: log odds for shares of counts, logarithms or the KPI's unit otherwise.</remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record ModelFit
{
    internal ModelFit(SeasonalModel model)
    {
        RestrictedFit fit = model.Fit;
        Count = fit.Rows;
        ResidualDegreesOfFreedom = fit.DegreesOfFreedom;
        DegreesOfFreedom = model.DegreesOfFreedom;
        Phi = fit.Phi;
        ProcessDeviation = model.Input.Scale * Math.Sqrt(fit.ProcessVariance);
        NoiseDeviation = model.Input.Scale * Math.Sqrt(fit.WhiteVariance);
        SamplingDeviation = fit.KnownVariance > 0 ? model.Input.Scale * Math.Sqrt(fit.KnownVariance) : null;
        EffectiveCount = fit.Rows * fit.Independence;
        RemainingAutocorrelation = model.RemainingAutocorrelation;
        Scale = model.Input.On;
    }

    /// <summary>The number of figures used.</summary>
    public int Count { get; }

    /// <summary>The number of figures less the number of terms: n − k.</summary>
    public int ResidualDegreesOfFreedom { get; }

    /// <summary>
    /// The degrees of freedom of the limits and p-values of trends and effects: n − k, reduced in the proportion of <see cref="EffectiveCount"/> to
    /// <see cref="Count"/>, and at least 1; below 1 they are refused.
    /// Seasons and expectations depend less on φ̂ and use <see cref="ResidualDegreesOfFreedom"/>.
    /// </summary>
    public double DegreesOfFreedom { get; }

    /// <summary>φ̂, the autocorrelation of the process: the share of its deviation that is left after one period, in [0, 0.98].</summary>
    public double Phi { get; }

    /// <summary>τ̂, the standard deviation of the process: what varies with memory besides season, trend and sampling.</summary>
    public double ProcessDeviation { get; }

    /// <summary>
    /// σ̂, the standard deviation of what varies without memory, sampling included, where sampling variances are unknown; 0 where they are known, and where
    /// the process is all that varies.
    /// </summary>
    public double NoiseDeviation { get; }

    /// <summary>The variance of a period beside season, trend and sampling, on the model's scale.</summary>
    internal double BetweenVariance => ProcessDeviation * ProcessDeviation + NoiseDeviation * NoiseDeviation;

    /// <summary>The root of the median sampling variance; <see langword="null"/> when sampling variances are unknown.</summary>
    public double? SamplingDeviation { get; }

    /// <summary>The number of independent figures that would give a mean the same precision: n(1 − φ̂)/(1 + φ̂) when there is no sampling noise.</summary>
    public double EffectiveCount { get; }

    /// <summary>The lag-1 autocorrelation of the model's whitened residuals; a value far from 0 shows that the model does not fit.</summary>
    public double? RemainingAutocorrelation { get; }

    /// <summary>The scale of the model; never <see cref="ModelScale.Chosen"/>.</summary>
    public ModelScale Scale { get; }

    /// <summary>The fit as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"n = {Count} (worth {EffectiveCount:0.#}), phi {Phi:0.##}, process sd {ProcessDeviation:G4}{Noise}{Sampling}{OnScale}");

    private string OnScale => Scale == ModelScale.Identity ? "" : " in " + Scale.In(Phrases.English);

    private string Noise => NoiseDeviation > 0 ? string.Create(CultureInfo.InvariantCulture, $", noise sd {NoiseDeviation:G4}") : "";

    private string Sampling => SamplingDeviation is { } known ? string.Create(CultureInfo.InvariantCulture, $", sampling sd {known:G4}") : "";
}
