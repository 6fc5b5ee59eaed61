using System.Text;
using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>Several models of the same customers, the best by Akaike's information criterion first.</summary>
/// <remarks>
/// <code>AIC = 2k - 2 ln L</code>
/// A difference below 2 says little. The likelihoods of different customers do not compare, nor those of times in different units, nor those of times with
/// those of opportunities, which are densities here and probabilities there: <see cref="HoldoutValidation"/> compares such models.
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
    /// <exception cref="ArgumentException">The models were not fitted to the same number of customers, or count time in different ways.</exception>
    public static ModelComparison Of(params IEnumerable<ComparedModel> models)
    {
        ComparedModel[] all = [.. Guard.NotNull(models).Select(model => Guard.NotNull(model, nameof(models)))];
        if (all.Where(model => model.Unit is not null).Select(model => (model.Unit, model.Timing)).Distinct().Skip(1).Any())
        {
            throw new ArgumentException(
                $"models must count time in one way, since likelihoods of others do not compare: {nameof(HoldoutValidation)} does that", nameof(models));
        }

        return all.Select(model => model.Customers).Distinct().Count() <= 1
            ? new(all.OrderBy(model => model.Aic ?? double.PositiveInfinity))
            : throw new ArgumentException("models must have been fitted to the same customers, but were to different numbers of them", nameof(models));
    }

    /// <summary>The models as invariant text.</summary>
    /// <returns>Text for display, a line each.</returns>
    public override string ToString() => string.Join(Environment.NewLine, Models);

    /// <summary>The models as aligned text for a terminal.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>The text, whose lines end with a line feed.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToText(ReportLanguage language = ReportLanguage.English)
    {
        Phrases words = Phrases.For(language);
        return ReportFaces.Text(Report(words), []);
    }

    /// <summary>The models as Markdown.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToMarkdown(ReportLanguage language = ReportLanguage.English)
    {
        Phrases words = Phrases.For(language);
        return ReportFaces.Markdown(Report(words), []);
    }

    /// <summary>The models as HTML, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>The models as HTML, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words) => ReportFaces.Html(Report(words), []);

    /// <summary>The models as comma-separated values by RFC 4180, one row each, with unrounded numbers in the invariant culture.</summary>
    /// <returns>Rows that end with carriage return and line feed; text that a spreadsheet would run as a formula begins with an apostrophe.</returns>
    public string ToCsv()
    {
        StringBuilder text = new();
        Csv.Row(text, "model", "parameters", "customers", "log_likelihood", "aic", "bic", "outcome");
        foreach (ComparedModel model in Models)
        {
            Csv.Row(
                text,
                model.Name, Csv.Count(model.Parameters), Csv.Count(model.Customers), Csv.Number(model.LogLikelihood), Csv.Number(model.Aic),
                Csv.Number(model.Bic), model.Outcome.ToString());
        }

        return text.ToString();
    }

    private ReportTable Report(Phrases words) => new(
        words.ModelComparisonCaption,
        [
            new(Phrases.Capitalised(words.NameLabel)), new(Phrases.Capitalised(words.LogLikelihoodLabel), IsNumber: true), new("AIC", IsNumber: true),
            new("BIC", IsNumber: true), new(Phrases.Capitalised(words.FitOutcomeLabel)),
        ],
        [
            new(null,
            [
                .. Models.Select(model => (ReportCell[])
                [
                    new(TableLabel.Of(model.Name)), new(Figure(model.LogLikelihood, words)), new(Figure(model.Aic, words)), new(Figure(model.Bic, words)),
                    new(model.Outcome.In(words)),
                ]),
            ]),
        ]);

    private static string Figure(double? criterion, Phrases words) => criterion is { } known ? words.Decimals(known, "#,0.00") : "";

    static ModelComparison IJsonRecord<ModelComparison>.Json(JsonMembers<ModelComparison> json) => new(json.Records(nameof(Models), x => x.Models));
}
