using System.Globalization;

namespace CxKpi.Trends;

/// <summary>What the seasonal model learned of the noise around season and trend.</summary>
/// <remarks>Deviations are on the model's scale: log odds for shares of counts, the KPI's unit for all else.</remarks>
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
        SamplingDeviation = fit.KnownVariance > 0 ? model.Input.Scale * Math.Sqrt(fit.KnownVariance) : null;
        EffectiveCount = fit.Rows * fit.Independence;
        RemainingAutocorrelation = model.RemainingAutocorrelation;
        IsLogit = model.Input.IsLogit;
    }

    /// <summary>The number of figures used.</summary>
    public int Count { get; }

    /// <summary>Figures less terms: n − k.</summary>
    public int ResidualDegreesOfFreedom { get; }

    /// <summary>
    /// The degrees of freedom behind the limits and p-values of trends and effects:
    /// n − k, made smaller as <see cref="EffectiveCount"/> is smaller than <see cref="Count"/>, and at least 1; below 1 they are refused.
    /// Seasons and expectations hang less on φ̂ and use <see cref="ResidualDegreesOfFreedom"/>.
    /// </summary>
    public double DegreesOfFreedom { get; }

    /// <summary>φ̂, the share of the process's deviation that is left after one period; in [0, 0.98].</summary>
    public double Phi { get; }

    /// <summary>τ̂, the standard deviation of what moves the figures besides season, trend and sampling.</summary>
    public double ProcessDeviation { get; }

    /// <summary>
    /// The root of the mean sampling variance; <see langword="null"/> when sampling variances are not known and are part of <see cref="ProcessDeviation"/>.
    /// </summary>
    public double? SamplingDeviation { get; }

    /// <summary>How many independent figures would tell as much of a mean: n(1 − φ̂)/(1 + φ̂) when there is no sampling noise.</summary>
    public double EffectiveCount { get; }

    /// <summary>The lag-1 autocorrelation that the model leaves in its whitened residuals; far from 0 it says that the model does not fit.</summary>
    public double? RemainingAutocorrelation { get; }

    /// <summary>Whether the model's scale is that of log odds.</summary>
    public bool IsLogit { get; }

    /// <summary>The fit as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"n = {Count} (worth {EffectiveCount:0.#}), phi {Phi:0.##}, process sd {ProcessDeviation:G4}{(SamplingDeviation is { } s ? string.Create(CultureInfo.InvariantCulture, $", sampling sd {s:G4}") : "")}{(IsLogit ? " in log odds" : "")}");
}
