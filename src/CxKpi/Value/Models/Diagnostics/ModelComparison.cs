using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>Several models of the same customers, the best by Akaike's information criterion first.</summary>
/// <remarks>
/// <code>AIC = 2k - 2 ln L</code>
/// A difference below 2 says little. The likelihoods of different customers do not compare, nor those of times in different units.
/// Source: K. Burnham and D. Anderson, Model Selection and Multimodel Inference, 2002.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ModelComparison>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record ModelComparison : ILocalizedFace, IJsonRecord<ModelComparison>
{
    private ModelComparison(IEnumerable<ComparedModel> models) => Models = ValueList.Of(models);

    /// <summary>The models, the best first and those that could not be fitted last.</summary>
    public IReadOnlyList<ComparedModel> Models { get; }

    /// <summary>The best model; <see langword="null"/> when none could be fitted.</summary>
    public ComparedModel? Best => Models.FirstOrDefault(model => model.LogLikelihood is not null);

    /// <summary>Compares fitted models.</summary>
    /// <param name="models">The models, in any order.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="models"/> or a model is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The models were not fitted to the same number of customers.</exception>
    public static ModelComparison Of(params IEnumerable<ComparedModel> models)
    {
        ComparedModel[] all = [.. Guard.NotNull(models).Select(model => Guard.NotNull(model, nameof(models)))];
        return all.Select(model => model.Customers).Distinct().Count() <= 1
            ? new(all.OrderBy(model => model.Aic ?? double.PositiveInfinity))
            : throw new ArgumentException("models must have been fitted to the same customers, but were to different numbers of them", nameof(models));
    }

    /// <summary>The models as invariant text.</summary>
    /// <returns>Text for display, a line each.</returns>
    public override string ToString() => string.Join(Environment.NewLine, Models);

    /// <summary>An HTML table of the models, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of the models, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words)
    {
        NotebookTable table = new(words.ModelComparisonCaption, words.NameLabel, words.LogLikelihoodLabel, "AIC", "BIC", words.FitOutcomeLabel);
        foreach (ComparedModel model in Models)
        {
            table.Row(
                TableLabel.Of(model.Name),
                Figure(model.LogLikelihood, words),
                Figure(model.Aic, words),
                Figure(model.Bic, words),
                model.Outcome.In(words));
        }

        return table.ToHtml();
    }

    private static string Figure(double? criterion, Phrases words) => criterion is { } known ? words.Decimals(known, "#,0.00") : "";

    static ModelComparison IJsonRecord<ModelComparison>.Json(JsonMembers<ModelComparison> json) => new(json.Records(nameof(Models), x => x.Models));
}
