using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>The gamma-gamma model of spending: a customer's amounts vary around a mean of the customer's own.</summary>
/// <remarks>
/// <code>
/// amounts of a customer      Gamma(p, ν)           ν ~ Gamma(q, v) over customers
/// mean of all customers      p·v/(q - 1)           without a limit for q ≤ 1
/// E(mean | x purchases, z)   p·(v + x·z)/(p·x + q - 1)
/// </code>
/// Few purchases leave a customer near the mean of all, many near the customer's own mean z. The expectation is one fraction, so that it is right for q ≤ 1 as
/// well and never negative; where it has no limit there is none. Amounts must not depend on how often a customer buys, which
/// <see cref="SpendIndependence"/> checks.
/// Sources: P. Fader and B. Hardie, "The Gamma-Gamma model of monetary value", 2013; R. Colombo and W. Jiang, "A stochastic RFM model", Journal of Interactive
/// Marketing 13, 1999.
/// <example>The customers of CDNOW, in dollars: <c>new GammaGamma(6.25, 3.74, 15.44)</c>.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<GammaGamma>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record GammaGamma : IValueModel<GammaGamma>
{
    private const double SmallestScale = 1e-50, LargestScale = 1e50;

    /// <summary>Creates the model from known parameters.</summary>
    /// <param name="p">The shape of a customer's amounts; from 1e-18 to 1e12.</param>
    /// <param name="q">The shape of the customers' means; from 1e-18 to 1e12.</param>
    /// <param name="v">The scale of the customers' means, in money; from 1e-50 to 1e50.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public GammaGamma(double p, double q, double v)
    {
        P = PurchaseFitting.Parameter(p, nameof(p));
        Q = PurchaseFitting.Parameter(q, nameof(q));
        V = Guard.InRange(v, SmallestScale, LargestScale);
    }

    /// <inheritdoc/>
    public static string ModelName => "gamma-gamma";

    /// <inheritdoc/>
    public static IReadOnlyList<string> ParameterNames { get; } = ["p", "q", "v"];

    /// <summary>The shape of a customer's amounts: the larger, the more alike they are.</summary>
    public double P { get; }

    /// <summary>The shape of the customers' means: the larger, the more alike customers are.</summary>
    public double Q { get; }

    /// <summary>The scale of the customers' means.</summary>
    public double V { get; }

    /// <inheritdoc/>
    public IReadOnlyList<double> Parameters => [P, Q, V];

    /// <summary>The mean amount over all customers; <see langword="null"/> when it has no limit, because q is not above 1.</summary>
    public double? MeanAmount => ExpectedMeanAmount(default);

    /// <summary>Fits the model to customers.</summary>
    /// <param name="histories">The customers' purchases, in any order. Those without a purchase, and those whose mean is not above 0, are left out.</param>
    /// <returns>The fit, which says by <see cref="FittedModel{TModel}.Outcome"/> how it ended, and how many customers were left out.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="histories"/> is <see langword="null"/>.</exception>
    public static FittedModel<GammaGamma> Fit(IEnumerable<SpendHistory> histories) => Fit(Guard.NotNull(histories), threads: 0);

    /// <summary>Calculates the mean amount that a customer is expected to spend in the long run, given the customer's purchases.</summary>
    /// <param name="history">The customer's purchases; a mean below 0 counts as 0.</param>
    /// <returns>The expected mean, not negative; <see langword="null"/> when it has no limit, because p·x + q is not above 1 or no number
    /// is as large.</returns>
    public double? ExpectedMeanAmount(SpendHistory history)
    {
        double x = history.Purchases, left = P * x + Q - 1;
        return left > 0 && P / left * V + P * x / left * Math.Max(history.MeanAmount, 0) is var mean && double.IsFinite(mean) ? mean : null;
    }

    /// <summary>Calculates the log-likelihood of customers.</summary>
    /// <param name="histories">The customers' purchases, in any order; those without a purchase or with a mean not above 0 are left out.</param>
    /// <returns>The log-likelihood.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="histories"/> is <see langword="null"/>.</exception>
    public double LogLikelihood(IEnumerable<SpendHistory> histories) =>
        new GammaGammaLikelihood(SpendTable.Of(Guard.NotNull(histories)), threads: 0).At([.. Parameters], stackalloc double[3]);

    /// <inheritdoc/>
    public GammaGamma WithParameters(IReadOnlyList<double> parameters)
    {
        IReadOnlyList<double> three = PurchaseFitting.Checked<GammaGamma>(parameters, SmallestScale, LargestScale);
        return new(three[0], three[1], three[2]);
    }

    /// <summary>The model with its parameters, as invariant text.</summary>
    /// <returns>Text for display, such as <c>gamma-gamma p 6.25, q 3.74, v 15.44</c>.</returns>
    public override string ToString() => FitWords.Named(this);

    internal static FittedModel<GammaGamma> Fit(IEnumerable<SpendHistory> histories, int threads)
    {
        SpendTable table = SpendTable.Of(histories);
        if (table.Customers == 0 || !table.HasSpread)
        {
            return new(table.Customers == 0 ? FitOutcome.NoCustomers : FitOutcome.NoSpread, null, table.Customers) { LeftOut = table.LeftOut };
        }

        LikelihoodMaximum found = LikelihoodMaximiser.Find(
            new GammaGammaLikelihood(table.InUnitsOf(table.MeanAmount), threads), [1, 2, 1], [5, 4, 1], [1, 10, 10], [20, 2, 0.1]);
        ModelLimit? limit = found.IsAtUpperEdge(0) ? ModelLimit.EqualAmountsOfACustomer
            : found.IsAtUpperEdge(1) || found.IsAtUpperEdge(2) ? ModelLimit.EqualSpending
            : Enumerable.Range(0, 3).Any(found.IsAtEdge) ? ModelLimit.UnboundedSpending
            : null;
        return ModelFitting.Of(
            found,
            p => new GammaGamma(p[0], p[1], p[2]),
            table.Customers,
            [1, 1, table.MeanAmount],
            table.Customers * Math.Log(table.MeanAmount),
            limit is { } known ? [known] : []) with
        { LeftOut = table.LeftOut };
    }

    static GammaGamma IJsonRecord<GammaGamma>.Json(JsonMembers<GammaGamma> json) => new(
        json.Value(nameof(P), x => x.P),
        json.Value(nameof(Q), x => x.Q),
        json.Value(nameof(V), x => x.V));
}
