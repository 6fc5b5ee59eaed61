using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>A figure that a fitted model predicts, with the uncertainty of the model's parameters.</summary>
/// <remarks>
/// <code>
/// variance = gᵀ·C·g          g the derivatives of the figure by the parameters, C their covariance
/// limits   = exp(ln(value) ± z·error/value)                       for amounts, above 0
///          = logistic(logit(value) ± z·error/(value·(1-value)))   for probabilities, between 0 and 1
/// </code>
/// The limits say how well the average customer of such a history is known; what one customer does varies far more.
/// <c>default</c> is a prediction of 0 without limits.
/// Source: G. Oehlert, "A note on the delta method", The American Statistician 46, 1992.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ModelPrediction>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct ModelPrediction : IJsonRecord<ModelPrediction>
{
    internal ModelPrediction(double? value, double? standardError, double? lower, double? upper, double confidence)
    {
        Value = Guard.Finite(value, nameof(value));
        StandardError = Guard.Finite(standardError, nameof(standardError));
        Lower = Guard.Finite(lower, nameof(lower));
        Upper = Guard.Finite(upper, nameof(upper));
        Confidence = confidence;
    }

    /// <summary>The figure; <see langword="null"/> when the model has none, because it is infinite.</summary>
    public double? Value { get; }

    /// <summary>The standard error that comes from the parameters; <see langword="null"/> when their covariance is not known.</summary>
    public double? StandardError { get; }

    /// <summary>The lower limit; <see langword="null"/> without a standard error.</summary>
    public double? Lower { get; }

    /// <summary>The upper limit; <see langword="null"/> without a standard error.</summary>
    public double? Upper { get; }

    /// <summary>The confidence level of the limits.</summary>
    public double Confidence { get; }

    /// <summary>The prediction as invariant text.</summary>
    /// <returns>Text for display, such as <c>1.23 [1.14, 1.32]</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Value is { } value ? $"{value:G4}" : "n/a")}{(Lower is { } lower && Upper is { } upper ? $" [{lower:G4}, {upper:G4}]" : "")}");

    static ModelPrediction IJsonRecord<ModelPrediction>.Json(JsonMembers<ModelPrediction> json) => new(
        json.Optional(nameof(Value), x => x.Value),
        json.Optional(nameof(StandardError), x => x.StandardError),
        json.Optional(nameof(Lower), x => x.Lower),
        json.Optional(nameof(Upper), x => x.Upper),
        json.Value(nameof(Confidence), x => x.Confidence));
}
