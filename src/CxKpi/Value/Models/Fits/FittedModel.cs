using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>What fitting a model to customers found: the model with its uncertainty, or the reason why there is none.</summary>
/// <typeparam name="TModel">The type of the model.</typeparam>
/// <remarks>
/// <code>
/// parameters = where ln L has its maximum            covariance = inverse of the observed information -d²ln L
/// AIC        = 2k - 2 ln L                           BIC        = k ln(customers) - 2 ln L
/// </code>
/// The search takes the logarithms of the parameters, which are above 0, and time by the mean age; the log-likelihood stands on the scale of the data.
/// A fit never throws because of the data, unless there are more customers than a <see cref="long"/> counts: <see cref="Outcome"/> says how it ended,
/// and <see cref="Limits"/> names the simpler model that says as much.
/// Parameters at a limit count as known in the covariance of the others; what depends on them is predicted without limits.
/// Source: A. W. van der Vaart, Asymptotic Statistics, 1998, chapter 5.
/// </remarks>
[JsonConverter(typeof(SelfJsonConverterFactory))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record FittedModel<TModel> : ILocalizedFace, IJsonRecord<FittedModel<TModel>>
    where TModel : class, IValueModel<TModel>
{
    internal FittedModel(FitOutcome outcome, TModel? model, long customers, double? logLikelihood = null)
    {
        Outcome = Guard.Defined(outcome);
        Model = model;
        Customers = Guard.NotNegative(customers);
        LogLikelihood = Guard.Finite(logLikelihood, nameof(logLikelihood));
    }

    /// <summary>How the fit ended.</summary>
    public FitOutcome Outcome { get; }

    /// <summary>The fitted model; <see langword="null"/> when the data say nothing of it.</summary>
    public TModel? Model { get; }

    /// <summary>How many customers the fit rests on.</summary>
    public long Customers { get; }

    /// <summary>How many customers were left out, because the model has no place for such.</summary>
    public long LeftOut { get; internal init; }

    /// <summary>The log-likelihood at the parameters, times being those of the data; <see langword="null"/> without a model.</summary>
    public double? LogLikelihood { get; }

    /// <summary>The parameters with their standard errors, in the order of the model; empty without a model.</summary>
    public IReadOnlyList<FittedParameter> Parameters { get; internal init => field = ValueList.Of(value); } = ValueList<FittedParameter>.Empty;

    /// <summary>The covariance of the parameters, row by row; <see langword="null"/> for those at a limit, and empty when it is not known.</summary>
    public IReadOnlyList<double?> Covariance { get; internal init => field = ValueList.Of(value); } = ValueList<double?>.Empty;

    /// <summary>The simpler models to which the data push the fit; empty when there are none.</summary>
    public IReadOnlyList<ModelLimit> Limits { get; internal init => field = ValueList.Of(value); } = ValueList<ModelLimit>.Empty;

    /// <summary>The number of Newton's steps that the search took after its quasi-Newton part.</summary>
    public int Iterations { get; internal init; }

    /// <summary>The length of the mean log-likelihood's gradient by the logarithms of the parameters; <see langword="null"/> without a model.</summary>
    public double? GradientNorm { get; internal init; }

    /// <summary>Akaike's information criterion, the smaller the better; <see langword="null"/> without a model.</summary>
    public double? Aic => 2 * Parameters.Count - 2 * LogLikelihood;

    /// <summary>The Bayesian information criterion, the smaller the better; <see langword="null"/> without a model.</summary>
    public double? Bic => Parameters.Count * Math.Log(Math.Max(Customers, 1)) - 2 * LogLikelihood;

    /// <summary>The rules of the fit: the model, what its times count where it has any, and the method.</summary>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(
        KpiRules.Stated(nameof(Model), TModel.ModelName),
        ModelRules.Time(Model),
        KpiRule.Of("Method", words => words.ByMaximumLikelihood));

    /// <summary>The covariance of the parameters' logarithms, row by row.</summary>
    internal IReadOnlyList<double?> LogCovariance
    {
        get
        {
            int size = Parameters.Count;
            return [.. Covariance.Select((figure, i) => figure / (Parameters[i / size].Value * Parameters[i % size].Value))];
        }
    }

    /// <summary>Predicts an amount, such as a number of purchases or a value, with limits above 0.</summary>
    /// <param name="figure">The figure as the model gives it; not negative, and <see langword="null"/> when it has none.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The figure with its standard error and limits; without limits when it depends on a parameter at a limit, and without a figure when there is no
    /// model.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="figure"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1, or the figure or its standard error is not
    /// finite.</exception>
    public ModelPrediction Amount(Func<TModel, double?> figure, double confidence = 0.95)
    {
        (double? value, double? variance) = Predicted(figure);
        return DeltaMethod.Amount(Guard.Finite(value, nameof(figure)), DeltaMethod.Known(variance, nameof(figure)), Guard.Confidence(confidence), Outcome);
    }

    /// <summary>Predicts a probability, with limits between 0 and 1.</summary>
    /// <param name="figure">The probability as the model gives it.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The probability with its standard error and limits; without limits when it depends on a parameter at a limit, and without a figure when there
    /// is no model.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="figure"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence or the figure does not lie between 0 and 1, or the standard error is not
    /// finite.</exception>
    public ModelPrediction Probability(Func<TModel, double?> figure, double confidence = 0.95)
    {
        (double? value, double? variance) = Predicted(figure);
        return DeltaMethod.Probability(
            DeltaMethod.Probable(value, nameof(figure)), DeltaMethod.Known(variance, nameof(figure)), Guard.Confidence(confidence), Outcome);
    }

    /// <summary>The fit as text, in English.</summary>
    /// <returns>Text for display, such as <c>r = 0.243 ± 0.013, α = 4.41 ± 0.38, …</c>.</returns>
    public override string ToString() => ToString(ReportLanguage.English);

    /// <summary>The fit as text.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>Text for display.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToString(ReportLanguage language)
    {
        Phrases words = Phrases.For(language);
        string parameters = string.Join(", ", Parameters.Select(parameter => parameter.In(words)));
        return string.Join(Environment.NewLine, Said(words).Prepend(parameters).Where(line => line.Length > 0));
    }

    /// <summary>The parameters, and how the fit ended, as aligned text for a terminal.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>The text, whose lines end with a line feed.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToText(ReportLanguage language = ReportLanguage.English)
    {
        Phrases words = Phrases.For(language);
        return ReportFaces.Text(Report(words), Notes(words));
    }

    /// <summary>The parameters, and how the fit ended, as Markdown.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToMarkdown(ReportLanguage language = ReportLanguage.English)
    {
        Phrases words = Phrases.For(language);
        return ReportFaces.Markdown(Report(words), Notes(words));
    }

    /// <summary>The parameters, and how the fit ended, as HTML, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>The parameters, and how the fit ended, as HTML, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words) => ReportFaces.Html(Report(words), Notes(words));

    /// <summary>The parameters as comma-separated values by RFC 4180, one row each, with unrounded numbers in the invariant culture.</summary>
    /// <returns>Rows that end with carriage return and line feed, each with the outcome; without a model there is one row with that alone.</returns>
    public string ToCsv()
    {
        StringBuilder text = new();
        Csv.Row(text, "model", "parameter", "value", "standard_error", "at_limit", "outcome", "limits", "customers", "left_out", "log_likelihood");
        foreach (FittedParameter? parameter in Parameters.Count == 0 ? [null] : Parameters.Select(parameter => (FittedParameter?)parameter))
        {
            Csv.Row(
                text,
                TModel.ModelName, parameter?.Name, Csv.Number(parameter?.Value), Csv.Number(parameter?.StandardError),
                parameter is { } known ? known.IsAtLimit ? "true" : "false" : "", Outcome.ToString(), string.Join(' ', Limits), Csv.Count(Customers),
                Csv.Count(LeftOut), Csv.Number(LogLikelihood));
        }

        return text.ToString();
    }

    /// <summary>A figure with its variance.</summary>
    internal (double? Value, double? Variance) Predicted(Func<TModel, double?> figure)
    {
        Guard.NotNull(figure);
        return Model is null ? default : (figure(Model), DeltaMethod.Variance(Model, figure, LogCovariance));
    }

    private ReportTable Report(Phrases words) => new(
        $"{words.ModelFitCaption}{words.Colon}{TModel.ModelName}",
        [
            new(Phrases.Capitalised(words.ParameterLabel)), new(Phrases.Capitalised(words.ValueLabel), IsNumber: true),
            new(Phrases.Capitalised(words.StandardErrorLabel), IsNumber: true),
        ],
        [new(null, [.. Parameters.Select(parameter => Cells(parameter, words))])]);

    private static ReportCell[] Cells(FittedParameter parameter, Phrases words)
    {
        (string value, string error) = parameter.Digits(words);
        return [new(parameter.Name), new(value), new(error, parameter.IsAtLimit ? words.AtItsLimit : "")];
    }

    private IEnumerable<string> Notes(Phrases words) =>
        Said(words).Select(note => Phrases.Capitalised(note) + ".").Append(ModelRules.Line([.. Rules.Skip(1)], words));

    private IEnumerable<string> Said(Phrases words)
    {
        yield return Outcome.In(words);
        foreach (ModelLimit limit in Limits)
        {
            yield return limit.In(words);
        }

        if (LogLikelihood is { } likelihood)
        {
            yield return words.FitFigures(likelihood, Aic!.Value, Bic!.Value, Customers);
        }

        if (LeftOut > 0)
        {
            yield return words.CustomersLeftOut(LeftOut);
        }
    }

    /// <summary>A document may state anything; the parameters must be those of the model, and the covariance one of the parameters.</summary>
    private static FittedModel<TModel> Checked(FittedModel<TModel> read)
    {
        int size = read.Parameters.Count, pairs = size * size;
        _ = read.Covariance.Count == 0 || read.Covariance.Count == pairs
            ? read
            : throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"Covariance must have {pairs} figures or none, but has {read.Covariance.Count}"), nameof(read));
        return (read.FaultOfParameters() ?? read.FaultOfCovariance() ?? (read.Iterations < 0
            ? string.Create(CultureInfo.InvariantCulture, $"Iterations must not be negative; got {read.Iterations}")
            : null)) is { } rule
            ? throw new ArgumentException(rule, nameof(read))
            : read;
    }

    private string? FaultOfParameters()
    {
        IReadOnlyList<double> own = Model?.Parameters ?? [];
        if (own.Count != Parameters.Count)
        {
            return string.Create(CultureInfo.InvariantCulture, $"Parameters must be the {own.Count} of the Model; got {Parameters.Count}");
        }

        int wrong = Enumerable.Range(0, own.Count).FirstOrDefault(i => Math.Abs(Parameters[i].Value - own[i]) > StatedFigures.Slack(own[i]), -1);
        return wrong < 0 ? null : string.Create(
            CultureInfo.InvariantCulture, $"Parameters must be those of the Model, which has {own[wrong]} at {wrong}; got {Parameters[wrong].Value}");
    }

    // The errors of two parameters are the scale of their covariance, which may itself be 0.
    private string? FaultOfCovariance()
    {
        int size = Parameters.Count;
        for (int at = 0; at < Covariance.Count; at++)
        {
            (int row, int column) = (at / size, at % size);
            double? error = Parameters[row].StandardError * Parameters[column].StandardError, stated = Covariance[at];
            double? due = row == column || error is null ? error : Covariance[column * size + row];
            if (stated.HasValue != due.HasValue || Math.Abs((stated - due) ?? 0) > 3 * StatedFigures.Slack(error ?? 0))
            {
                string rule = error is null ? "have no figure without a standard error"
                    : row == column ? "be the square of the standard error"
                    : "be the same both ways";
                return string.Create(CultureInfo.InvariantCulture, $"Covariance must {rule}, {Shown(due)} at {at}; got {Shown(stated)}");
            }
        }

        return null;

        static string Shown(double? figure) => figure?.ToString("R", CultureInfo.InvariantCulture) ?? "none";
    }

    static FittedModel<TModel> IJsonRecord<FittedModel<TModel>>.Json(JsonMembers<FittedModel<TModel>> json) => Checked(new(
        json.Value(nameof(Outcome), x => x.Outcome),
        json.OptionalRecord(nameof(Model), x => x.Model),
        json.Value(nameof(Customers), x => x.Customers),
        json.Optional(nameof(LogLikelihood), x => x.LogLikelihood))
    {
        LeftOut = json.Value(nameof(LeftOut), x => x.LeftOut),
        Parameters = json.Records(nameof(Parameters), x => x.Parameters),
        Covariance = json.OptionalValues(nameof(Covariance), x => x.Covariance),
        Limits = json.Values(nameof(Limits), x => x.Limits),
        Iterations = json.Value(nameof(Iterations), x => x.Iterations),
        GradientNorm = json.OptionalNotNegative(nameof(GradientNorm), x => x.GradientNorm),
    });
}
