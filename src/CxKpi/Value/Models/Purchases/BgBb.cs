using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>The BG/BB model: customers may buy once at each of a row of opportunities, and may leave for good before each.</summary>
/// <remarks>
/// <code>
/// chance to buy at an opportunity       p ~ Beta(α, β)
/// chance to leave before it             θ ~ Beta(γ, δ)
/// likelihood of x purchases, the last at t_x, of n opportunities
///     = [B(α+x, β+n-x)·B(γ, δ+n) + Σ B(α+x, β+t_x-x+i)·B(γ+1, δ+t_x+i) from i = 0 to n-t_x-1]/(B(α, β)·B(γ, δ))
/// </code>
/// A <see cref="PurchaseHistory"/> counts opportunities here: frequency x, recency t_x and age n are whole, the first purchase not among them. It suits
/// donations once a year, cruises and conferences.
/// Source: P. Fader, B. Hardie, J. Shang, "Customer-base analysis in a discrete-time noncontractual setting", Marketing Science 29, 2010. The probability to be
/// alive is that at the last opportunity; other tools state that at the next one.
/// <example>The donors of 2010: <c>new BgBb(1.204, 0.750, 0.657, 2.783)</c>.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<BgBb>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record BgBb : IValueModel<BgBb>
{
    private const int MostOpportunities = 100_000;

    /// <summary>Creates the model from known parameters.</summary>
    /// <param name="alpha">The weight of buying; above 0.</param>
    /// <param name="beta">The weight of not buying; above 0.</param>
    /// <param name="gamma">The weight of leaving; above 0.</param>
    /// <param name="delta">The weight of staying; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not above 0 or not finite.</exception>
    public BgBb(double alpha, double beta, double gamma, double delta)
    {
        Alpha = PurchaseFitting.Parameter(alpha, nameof(alpha));
        Beta = PurchaseFitting.Parameter(beta, nameof(beta));
        Gamma = PurchaseFitting.Parameter(gamma, nameof(gamma));
        Delta = PurchaseFitting.Parameter(delta, nameof(delta));
    }

    /// <inheritdoc/>
    public static IReadOnlyList<string> ParameterNames { get; } = ["\u03B1", "\u03B2", "\u03B3", "\u03B4"];

    /// <summary>The weight of buying.</summary>
    public double Alpha { get; }

    /// <summary>The weight of not buying.</summary>
    public double Beta { get; }

    /// <summary>The weight of leaving.</summary>
    public double Gamma { get; }

    /// <summary>The weight of staying.</summary>
    public double Delta { get; }

    /// <inheritdoc/>
    public IReadOnlyList<double> Parameters => [Alpha, Beta, Gamma, Delta];

    /// <summary>Fits the model to customers.</summary>
    /// <param name="histories">The customers' histories in opportunities, in any order.</param>
    /// <returns>The fit, which says by <see cref="FittedModel{TModel}.Outcome"/> how it ended.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="histories"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A history does not count opportunities: a time is not whole, or below the number of purchases.</exception>
    public static FittedModel<BgBb> Fit(IEnumerable<PurchaseHistory> histories) => BgBbLikelihood.Fit(Table(histories), threads: 0);

    /// <summary>Calculates how many purchases a new customer is expected to make.</summary>
    /// <param name="opportunities">The number of opportunities; not negative.</param>
    /// <returns>The expected number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public double ExpectedPurchases(int opportunities) => Alpha / (Alpha + Beta) * SumOfStays(0, Guard.NotNegative(opportunities));

    /// <summary>Calculates the probability that a new customer makes a number of purchases.</summary>
    /// <param name="purchases">The number of purchases; not negative.</param>
    /// <param name="opportunities">The number of opportunities; not negative.</param>
    /// <returns>The probability.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public double PurchaseProbability(int purchases, int opportunities)
    {
        Guard.NotNegative(purchases);
        Guard.NotNegative(opportunities);
        if (purchases > opportunities)
        {
            return 0;
        }

        // The chance to be there for i opportunities and to buy at so many of them, i being all or fewer; stays and choices grow from one i to the next.
        // Both are kept as logarithms, since a factor may be too small for a number long before the product is what it comes to.
        double stays = 0, bought = 0, probability = 0;
        for (int j = 0; j < purchases; j++)
        {
            bought += Math.Log((Alpha + j) / (Alpha + Beta + j));
        }

        for (int i = 0; i <= opportunities; i++)
        {
            if (i > purchases)
            {
                bought += Math.Log((double)i / (i - purchases) * ((Beta + i - purchases - 1) / (Alpha + Beta + i - 1)));
            }

            if (i >= purchases)
            {
                probability += Math.Exp(bought + stays) * (i == opportunities ? 1 : Gamma / (Gamma + Delta + i));
            }

            stays += Math.Log((Delta + i) / (Gamma + Delta + i));
        }

        return probability;
    }

    /// <summary>Calculates the probability that a customer had not left at the last opportunity.</summary>
    /// <param name="history">The customer's history in opportunities.</param>
    /// <returns>The probability.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The history does not count opportunities.</exception>
    public double ProbabilityAlive(PurchaseHistory history) => ProbabilityAlive(history, 0);

    /// <summary>Calculates the probability that a customer will not have left at a later opportunity.</summary>
    /// <param name="history">The customer's history in opportunities.</param>
    /// <param name="opportunities">How many opportunities later; not negative.</param>
    /// <returns>The probability.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The history does not count opportunities, or the number is negative.</exception>
    public double ProbabilityAlive(PurchaseHistory history, int opportunities)
    {
        double probability = AliveAtLast(history);
        for (int k = 0; k < Guard.NotNegative(opportunities); k++)
        {
            probability *= (Delta + history.Age + k) / (Gamma + Delta + history.Age + k);
        }

        return probability;
    }

    /// <summary>Calculates how many purchases a customer is expected to make at later opportunities, given the history.</summary>
    /// <param name="history">The customer's history in opportunities.</param>
    /// <param name="opportunities">The number of later opportunities; not negative.</param>
    /// <returns>The expected number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The history does not count opportunities, or the number is negative.</exception>
    public double ExpectedPurchases(PurchaseHistory history, int opportunities) =>
        AliveAtLast(history) * Buys(history) * SumOfStays(history.Age, Guard.NotNegative(opportunities));

    /// <summary>Calculates how many purchases a customer is expected to make for ever, each discounted to the last opportunity.</summary>
    /// <param name="history">The customer's history in opportunities.</param>
    /// <param name="discountRate">The discount rate from one opportunity to the next; above 0 and at most 1.</param>
    /// <returns>The expected discounted number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The history does not count opportunities, or the rate is not above 0, or above 1.</exception>
    public double DiscountedPurchases(PurchaseHistory history, double discountRate)
    {
        double factor = 1 / (1 + ModelTime.DiscountRate(discountRate, nameof(discountRate))), age = history.Age;

        // The series without its first term, so that nothing cancels where customers leave at once.
        double stays = factor * (Delta + age) / (Gamma + Delta + age) * UnitHypergeometric.At(Delta + age + 1, Gamma + Delta + age + 1, factor);
        return AliveAtLast(history) * Buys(history) * stays;
    }

    /// <summary>Calculates the log-likelihood of histories.</summary>
    /// <param name="histories">The histories in opportunities, in any order.</param>
    /// <returns>The log-likelihood.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="histories"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A history does not count opportunities.</exception>
    public double LogLikelihood(IEnumerable<PurchaseHistory> histories) =>
        new BgBbLikelihood(Table(histories), threads: 0).At([.. Parameters], stackalloc double[4]);

    /// <inheritdoc/>
    public BgBb WithParameters(IReadOnlyList<double> parameters)
    {
        IReadOnlyList<double> four = PurchaseFitting.Checked<BgBb>(parameters);
        return new(four[0], four[1], four[2], four[3]);
    }

    /// <summary>The model with its parameters, as invariant text.</summary>
    /// <returns>Text for display, such as <c>BG/BB α 1.204, β 0.75, γ 0.657, δ 2.783</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"BG/BB \u03B1 {Alpha:G4}, \u03B2 {Beta:G4}, \u03B3 {Gamma:G4}, \u03B4 {Delta:G4}");

    internal static PurchaseTable Table(IEnumerable<PurchaseHistory> histories) => PurchaseTable.Of(Guard.NotNull(histories).Select(Checked));

    private static PurchaseHistory Checked(PurchaseHistory history) =>
        double.IsInteger(history.Recency) && double.IsInteger(history.Age) && history.Age <= MostOpportunities
        ? history.Frequency <= history.Recency
            ? history
            : throw Guard.Outside(nameof(history), "must not have more purchases than opportunities until the last of them", history.Frequency)
        : throw Guard.Outside(nameof(history), $"must count opportunities, which are whole and not above {MostOpportunities}", history);

    /// <summary>P(alive) at the last opportunity: the first term of the likelihood's sum over the whole of it.</summary>
    private double AliveAtLast(PurchaseHistory history)
    {
        Checked(history);
        double x = history.Frequency, term = 1, left = 0;

        // From the last opportunity back: the customer left before opportunity m + 1, having bought at none after the last purchase.
        for (double m = history.Age - 1; m >= history.Recency; m--)
        {
            term *= (Alpha + Beta + m) / (Beta + m - x);
            term *= (Gamma + Delta + m) / (Delta + m);
            left += term * Gamma / (Gamma + Delta + m);
        }

        return 1 / (1 + left);
    }

    private double Buys(PurchaseHistory history) => (Alpha + history.Frequency) / (Alpha + Beta + history.Age);

    /// <summary>Σ of the chance to stay for k more opportunities after so many.</summary>
    private double SumOfStays(double from, int opportunities)
    {
        double stays = 1, sum = 0;
        for (int k = 0; k < opportunities; k++)
        {
            stays *= (Delta + from + k) / (Gamma + Delta + from + k);
            sum += stays;
        }

        return sum;
    }

    static BgBb IJsonRecord<BgBb>.Json(JsonMembers<BgBb> json) => new(
        json.Value(nameof(Alpha), x => x.Alpha),
        json.Value(nameof(Beta), x => x.Beta),
        json.Value(nameof(Gamma), x => x.Gamma),
        json.Value(nameof(Delta), x => x.Delta));
}
