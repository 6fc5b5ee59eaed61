using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>The weights with which an error one step ahead changes the level, the slope and the season of <see cref="ExponentialSmoothing"/>.</summary>
/// <remarks>
/// <code>
/// e_t      = y_t − (level + φ slope + season)
/// level   += φ slope + α e_t
/// slope    = φ slope + β e_t
/// season  += γ e_t
/// </code>
/// A component whose weight is <see langword="null"/> does not exist. In terms of <see cref="HoltWinters"/>, β is αβ and γ is γ(1 − α).
/// <c>default</c> is a level that never changes.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<SmoothingWeights>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct SmoothingWeights : IJsonRecord<SmoothingWeights>
{
    /// <summary>Creates the weights.</summary>
    /// <param name="alpha">The weight of the level, in [0, 1].</param>
    /// <param name="beta">The weight of the slope, in [0, 1]; <see langword="null"/> without a slope.</param>
    /// <param name="gamma">The weight of the season, in [0, 1]; <see langword="null"/> without a season.</param>
    /// <param name="phi">The share of the slope that is left a period later, in (0, 1]; <see langword="null"/> when the slope continues undamped.</param>
    /// <exception cref="ArgumentOutOfRangeException">A weight is out of its range.</exception>
    /// <exception cref="ArgumentException">Damping is given without a slope.</exception>
    public SmoothingWeights(double alpha, double? beta = null, double? gamma = null, double? phi = null)
    {
        Alpha = Guard.Probability(alpha);
        Beta = beta is { } slope ? Guard.Probability(slope, nameof(beta)) : null;
        Gamma = gamma is { } season ? Guard.Probability(season, nameof(gamma)) : null;
        if (phi is { } damping)
        {
            if (!(damping is > 0 and <= 1))
            {
                throw Guard.Outside(nameof(phi), "must be above 0 and at most 1", damping);
            }

            if (beta is null)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"{nameof(phi)} must not be given without {nameof(beta)}; got {damping}"),
                    nameof(phi));
            }
        }

        Phi = phi;
    }

    /// <summary>The weight of the level, in [0, 1].</summary>
    public double Alpha { get; }

    /// <summary>The weight of the slope, in [0, 1]; <see langword="null"/> without a slope.</summary>
    public double? Beta { get; }

    /// <summary>The weight of the season, in [0, 1]; <see langword="null"/> without a season.</summary>
    public double? Gamma { get; }

    /// <summary>The share of the slope that is left a period later, in (0, 1]; <see langword="null"/> when undamped.</summary>
    public double? Phi { get; }

    /// <summary>The form that has these components.</summary>
    public ExponentialSmoothingForm Form => (Beta, Phi, Gamma) switch
    {
        (null, _, null) => ExponentialSmoothingForm.Level,
        (null, _, _) => ExponentialSmoothingForm.Seasonal,
        (_, null, null) => ExponentialSmoothingForm.Trend,
        (_, null, _) => ExponentialSmoothingForm.SeasonalTrend,
        (_, _, null) => ExponentialSmoothingForm.DampedTrend,
        _ => ExponentialSmoothingForm.SeasonalDampedTrend,
    };

    /// <summary>The weights as invariant text.</summary>
    /// <returns>Text for display, such as <c>alpha 0.3, beta 0.05, gamma 0.2</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"alpha {Alpha:0.####}")
        + Part("beta", Beta) + Part("gamma", Gamma) + Part("phi", Phi);

    private static string Part(string name, double? weight) =>
        weight is { } given ? string.Create(CultureInfo.InvariantCulture, $", {name} {given:0.####}") : "";

    static SmoothingWeights IJsonRecord<SmoothingWeights>.Json(JsonMembers<SmoothingWeights> json) => new(
        json.Value(nameof(Alpha), x => x.Alpha),
        json.Optional(nameof(Beta), x => x.Beta),
        json.Optional(nameof(Gamma), x => x.Gamma),
        json.Optional(nameof(Phi), x => x.Phi));
}
