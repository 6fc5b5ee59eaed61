using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>A figure that a fitted model predicts, with the uncertainty of the model's parameters.</summary>
/// <remarks>
/// <code>
/// variance = gᵀ·C·g          g the derivatives of the figure by the parameters, C their covariance
/// limits   = exp(ln(value) ± z·error/value)                       for amounts, above 0
///          = logistic(logit(value) ± z·error/(value·(1-value)))   for probabilities, between 0 and 1
/// </code>
/// The limits say how well the average customer of such a history is known; what one customer does varies far more. They hold where the model does, and know
/// nothing of its error. A figure that depends on a parameter at a limit, or on one without a standard error, has no limits: <see cref="Reason"/> says why.
/// <c>default</c> is a prediction of 0 without limits.
/// Source: G. Oehlert, "A note on the delta method", The American Statistician 46, 1992.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ModelPrediction>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct ModelPrediction : ILocalizedFace, IJsonRecord<ModelPrediction>
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

    /// <summary>The standard error that comes from the parameters; <see langword="null"/> when one that the figure depends on has none.</summary>
    public double? StandardError { get; }

    /// <summary>The lower limit; <see langword="null"/> without a standard error.</summary>
    public double? Lower { get; }

    /// <summary>The upper limit; <see langword="null"/> without a standard error.</summary>
    public double? Upper { get; }

    /// <summary>The confidence level of the limits.</summary>
    public double Confidence { get; }

    /// <summary>Why there are no limits: how the fit ended, from which they would come; <see langword="null"/> with limits, and where the fit is not to
    /// blame.</summary>
    public FitOutcome? Reason { get; internal init => field = value is { } outcome ? Guard.Defined(outcome, nameof(Reason)) : null; }

    /// <summary>The prediction as text, in English.</summary>
    /// <returns>Text for display, such as <c>1.23 [1.14, 1.32]</c>; without limits the reason stands in their place.</returns>
    public override string ToString() => ToString(ReportLanguage.English);

    /// <summary>The prediction as text.</summary>
    /// <param name="language">The language of numbers and words.</param>
    /// <returns>Text for display.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToString(ReportLanguage language)
    {
        Phrases words = Phrases.For(language);
        string figure = Value is { } value ? words.FourDigits(value) : words.Undefined;
        return Lower is { } lower && Upper is { } upper
            ? $"{figure} [{words.FourDigits(lower)}, {words.FourDigits(upper)}]"
            : Reason is { } reason ? $"{figure} ({words.NoLimits(reason.In(words))})" : figure;
    }

    /// <summary>The prediction as HTML, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references, which says what the limits hold.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>The prediction as HTML, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references, which says what the limits hold.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words)
    {
        NotebookTable table = new NotebookTable(words.PredictionCaption)
            .Fact(words.ValueLabel, Value is { } value ? words.FourDigits(value) : words.Undefined)
            .Fact(words.StandardErrorLabel, StandardError is { } error ? words.FourDigits(error) : null);
        return Lower is { } lower && Upper is { } upper
            ? table.Fact(words.IntervalAt(Confidence), words.Between(words.FourDigits(lower), words.FourDigits(upper)))
                .Note(Phrases.Capitalised(words.LimitsOfParameters) + ".").ToHtml()
            : table.Note(Reason is { } reason ? Phrases.Capitalised(words.NoLimits(reason.In(words))) + "." : null).ToHtml();
    }

    static ModelPrediction IJsonRecord<ModelPrediction>.Json(JsonMembers<ModelPrediction> json) => json.InOrder(
        new(
            json.Optional(nameof(Value), x => x.Value),
            json.OptionalNotNegative(nameof(StandardError), x => x.StandardError),
            json.Optional(nameof(Lower), x => x.Lower),
            json.Optional(nameof(Upper), x => x.Upper),
            json.Value(nameof(Confidence), x => x.Confidence))
        {
            Reason = json.Optional(nameof(Reason), x => x.Reason),
        },
        (x => x.Lower, x => x.Upper, nameof(Lower), nameof(Upper)));
}
