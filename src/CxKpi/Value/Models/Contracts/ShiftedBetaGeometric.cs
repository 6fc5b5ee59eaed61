using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>The shifted beta-geometric model of contracts: each customer fails to renew with a probability of the customer's own.</summary>
/// <remarks>
/// <code>
/// chance not to renew     θ ~ Beta(α, β) over customers, the same at every renewal of a customer
/// retention at renewal t  r(t) = (β + t - 1)/(α + β + t - 1)          rising, since those who leave easily leave first
/// survival                S(t) = r(1)·r(2)·…·r(t)
/// discounted lifetime     Σ S(t)/(1 + d)^t from t = 0                 of a new customer, in periods, d the discount rate of a period
/// discounted residual lifetime after n periods                        of a customer just before the n-th renewal: Σ S(t)/S(n - 1)/(1 + d)^(t - n) from t = n
/// </code>
/// One churn for all customers is the limit α, β → ∞, the geometric model, which is exact here (<see cref="Geometric"/>). A customer who has renewed
/// n - 1 times is in the n-th period.
/// Sources: P. Fader and B. Hardie, "How to project customer retention", Journal of Interactive Marketing 21, 2007, and "Customer-base valuation in a
/// contractual setting: the perils of ignoring heterogeneity", Marketing Science 29, 2010.
/// <example>The "High End" customers of 2007: <c>new ShiftedBetaGeometric(0.668, 3.806)</c>.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ShiftedBetaGeometric>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record ShiftedBetaGeometric : IValueModel<ShiftedBetaGeometric>
{
    /// <summary>Creates the model from known parameters.</summary>
    /// <param name="alpha">The weight of leaving; from 1e-18 to 1e12.</param>
    /// <param name="beta">The weight of staying; from 1e-18 to 1e12.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public ShiftedBetaGeometric(double alpha, double beta)
    {
        Alpha = PurchaseFitting.Parameter(alpha, nameof(alpha));
        Beta = PurchaseFitting.Parameter(beta, nameof(beta));
        Churn = alpha / (alpha + beta);
    }

    private ShiftedBetaGeometric(double churn) => Churn = churn;

    /// <inheritdoc/>
    public static string ModelName => "sBG";

    /// <inheritdoc/>
    public static IReadOnlyList<string> ParameterNames { get; } = ["\u03B1", "\u03B2"];

    /// <summary>The weight of leaving; <see langword="null"/> when all customers have one churn.</summary>
    public double? Alpha { get; }

    /// <summary>The weight of staying; <see langword="null"/> when all customers have one churn.</summary>
    public double? Beta { get; }

    /// <summary>The churn at the first renewal.</summary>
    public double Churn { get; }

    /// <summary>Whether all customers have one churn.</summary>
    public bool IsGeometric => Alpha is null;

    /// <summary>The parameters: α and β, or the one churn of all customers.</summary>
    public IReadOnlyList<double> Parameters => Alpha is { } alpha && Beta is { } beta ? [alpha, beta] : [Churn];

    /// <summary>How many periods a customer stays on average, the first included; <see langword="null"/> when that has no limit, because α is not above
    /// 1.</summary>
    public double? ExpectedLifetime => Alpha is { } alpha && Beta is { } beta ? alpha > 1 ? (alpha + beta - 1) / (alpha - 1) : null : 1 / Churn;

    /// <summary>Creates the model in which all customers have one churn.</summary>
    /// <param name="churn">The churn at each renewal; from 1e-18, and below 1.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The churn is below 1e-18, or not below 1.</exception>
    public static ShiftedBetaGeometric Geometric(double churn) => OfChurn(churn, nameof(churn));

    private static ShiftedBetaGeometric OfChurn(double churn, string name) =>
        churn is >= 1e-18 and < 1 ? new(churn) : throw Guard.Outside(name, "must be at least 1E-18 and below 1", churn, Guard.Fraction(churn));

    /// <summary>Fits the model to cohorts, of the same length of period and of any age.</summary>
    /// <param name="cohorts">The cohorts, in any order.</param>
    /// <returns>The fit; where churn does not fall with age it is that of one churn for all, with <see cref="ModelLimit.EqualDropout"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cohorts"/> or a cohort is <see langword="null"/>.</exception>
    public static FittedModel<ShiftedBetaGeometric> Fit(IEnumerable<RenewalCohort> cohorts) => new RenewalLikelihood(Guard.NotNull(cohorts)).Fit();

    /// <summary>Calculates the share of those before a renewal who are there after it.</summary>
    /// <param name="renewal">The renewal, from 1.</param>
    /// <returns>The retention rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The renewal is below 1.</exception>
    public double RetentionRate(int renewal) => Retention(Guard.Positive(renewal));

    /// <summary>Calculates the share of all who are there after a number of renewals.</summary>
    /// <param name="renewals">The number of renewals; not negative.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public double Survival(int renewals)
    {
        Guard.NotNegative(renewals);
        if (Alpha is not { } alpha || Beta is not { } beta)
        {
            return Math.Pow(1 - Churn, renewals);
        }

        return Math.Exp(GammaFunctions.LogRisingRatio(beta, alpha, renewals));
    }

    /// <summary>Calculates the share of all who leave at a renewal.</summary>
    /// <param name="renewal">The renewal, from 1.</param>
    /// <returns>The probability.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The renewal is below 1.</exception>
    public double ChurnProbability(int renewal) => Survival(Guard.Positive(renewal) - 1)
        * (Alpha is { } alpha && Beta is { } beta ? alpha / (alpha + beta + renewal - 1) : Churn);

    /// <summary>Calculates the lifetime of a new customer with each period discounted to the beginning.</summary>
    /// <param name="discountRate">The discount rate of a period of the contract, such as 0.1 for years; from 1e-100 to 1.</param>
    /// <returns>The discounted number of periods, the first of them whole.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not between 1e-100 and 1.</exception>
    public double DiscountedLifetime(double discountRate) =>
        1 + DiscountedResidualLifetime(discountRate, 1) / (1 + ModelTime.DiscountRate(discountRate, nameof(discountRate)));

    /// <summary>Calculates the lifetime that a customer has left just before a renewal, with each period discounted to that renewal.</summary>
    /// <param name="discountRate">The discount rate of a period of the contract; from 1e-100 to 1.</param>
    /// <param name="periods">How many periods the customer has been there, from 1: one more than renewals.</param>
    /// <returns>The discounted number of periods that follow the renewal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not between 1e-100 and 1, or the number of periods is below 1.</exception>
    public double DiscountedResidualLifetime(double discountRate, int periods) => Retention(Guard.Positive(periods))
        * Discounted(periods, ModelTime.DiscountRate(discountRate, nameof(discountRate)));

    /// <inheritdoc/>
    public ShiftedBetaGeometric WithParameters(IReadOnlyList<double> parameters)
    {
        if (IsGeometric && Guard.NotNull(parameters).Count == 1)
        {
            return OfChurn(parameters[0], nameof(parameters));
        }

        IReadOnlyList<double> two = PurchaseFitting.Checked<ShiftedBetaGeometric>(parameters);
        return new(two[0], two[1]);
    }

    /// <summary>The model with its parameters, as invariant text.</summary>
    /// <returns>Text for display, such as <c>sBG α 0.668, β 3.806</c>.</returns>
    public override string ToString() => IsGeometric ? $"{ModelName} \u03B8 {Phrases.English.FourDigits(Churn)}" : FitWords.Named(this);

    private double Retention(int renewal) => Alpha is { } alpha && Beta is { } beta ? (beta + renewal - 1) / (alpha + beta + renewal - 1) : 1 - Churn;

    /// <summary>Σ over k of S(renewals + k)/S(renewals)/(1 + rate)^k, the customer having just renewed.</summary>
    private double Discounted(int renewals, double rate) => Alpha is { } alpha && Beta is { } beta
        ? UnitHypergeometric.At(beta + renewals, alpha, rate)
        : (1 + rate) / (Churn + rate);

    static ShiftedBetaGeometric IJsonRecord<ShiftedBetaGeometric>.Json(JsonMembers<ShiftedBetaGeometric> json)
    {
        double? alpha = json.Optional(nameof(Alpha), x => x.Alpha), beta = json.Optional(nameof(Beta), x => x.Beta);
        double churn = json.Value(nameof(Churn), x => x.Churn);
        return alpha is { } weight
            ? new(weight, beta ?? throw new ArgumentException("Beta must be there when Alpha is", nameof(json)))
            : Geometric(churn);
    }
}
