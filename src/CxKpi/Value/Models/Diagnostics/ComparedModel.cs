using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>How well one of several models fits the same customers.</summary>
[JsonConverter(typeof(RecordJsonConverter<ComparedModel>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record ComparedModel : IJsonRecord<ComparedModel>
{
    private ComparedModel(string name, FitOutcome outcome, int parameters, long customers, double? logLikelihood)
    {
        Name = Guard.NotBlank(name);
        Outcome = Guard.Defined(outcome);
        Parameters = Guard.NotNegative(parameters);
        Customers = Guard.NotNegative(customers);
        LogLikelihood = Guard.Finite(logLikelihood, nameof(logLikelihood));
    }

    /// <summary>The name of the model.</summary>
    public string Name { get; }

    /// <summary>How its fit ended.</summary>
    public FitOutcome Outcome { get; }

    /// <summary>The number of its parameters.</summary>
    public int Parameters { get; }

    /// <summary>How many customers it was fitted to.</summary>
    public long Customers { get; }

    /// <summary>The unit of its times; <see langword="null"/> without a model, and where it has none.</summary>
    public CalendarUnit? Unit { get; private init => field = Guard.Defined(value, nameof(Unit)); }

    /// <summary>What its times count; <see langword="null"/> without a model, and where it has none.</summary>
    public PurchaseTiming? Timing { get; private init => field = Guard.Defined(value, nameof(Timing)); }

    /// <summary>Its log-likelihood; <see langword="null"/> without a model.</summary>
    public double? LogLikelihood { get; }

    /// <summary>Akaike's information criterion; <see langword="null"/> without a model.</summary>
    public double? Aic => 2 * Parameters - 2 * LogLikelihood;

    /// <summary>The Bayesian information criterion; <see langword="null"/> without a model.</summary>
    public double? Bic => Parameters * Math.Log(Math.Max(Customers, 1)) - 2 * LogLikelihood;

    /// <summary>Takes a fit into a comparison, under the name of its model.</summary>
    /// <typeparam name="TModel">The type of the model.</typeparam>
    /// <param name="fit">The fit.</param>
    /// <returns>The model as one of those compared.</returns>
    /// <exception cref="ArgumentNullException">The fit is <see langword="null"/>.</exception>
    public static ComparedModel Of<TModel>(FittedModel<TModel> fit)
        where TModel : class, IValueModel<TModel> => Of(TModel.ModelName, fit);

    /// <summary>Takes a fit into a comparison.</summary>
    /// <typeparam name="TModel">The type of the model.</typeparam>
    /// <param name="name">The name of the model.</param>
    /// <param name="fit">The fit.</param>
    /// <returns>The model as one of those compared.</returns>
    /// <exception cref="ArgumentNullException">The name or the fit is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static ComparedModel Of<TModel>(string name, FittedModel<TModel> fit)
        where TModel : class, IValueModel<TModel> =>
        new(name, Guard.NotNull(fit).Outcome, fit.Parameters.Count, fit.Customers, fit.LogLikelihood)
        {
            Unit = (fit.Model as IPurchaseModel)?.Unit,
            Timing = (fit.Model as IPurchaseModel)?.Timing,
        };

    /// <summary>The model with its criteria, as invariant text.</summary>
    /// <returns>Text for display, such as <c>BG/NBD: AIC 19,172.85, BIC 19,195.91</c>, and the outcome unless the fit converged.</returns>
    public override string ToString()
    {
        string criteria = LogLikelihood is null ? "" : string.Create(CultureInfo.InvariantCulture, $"AIC {Aic:#,0.00}, BIC {Bic:#,0.00}");
        string outcome = Outcome == FitOutcome.Converged ? "" : Outcome.In(Phrases.English);
        return TerminalText.Clean($"{Name}: {Phrases.JoinNotEmpty("; ", criteria, outcome)}");
    }

    static ComparedModel IJsonRecord<ComparedModel>.Json(JsonMembers<ComparedModel> json) => new(
        json.Text(nameof(Name), x => x.Name),
        json.Value(nameof(Outcome), x => x.Outcome),
        json.Value(nameof(Parameters), x => x.Parameters),
        json.Value(nameof(Customers), x => x.Customers),
        json.Optional(nameof(LogLikelihood), x => x.LogLikelihood))
    {
        Unit = json.Optional(nameof(Unit), x => x.Unit),
        Timing = json.Optional(nameof(Timing), x => x.Timing),
    };
}
