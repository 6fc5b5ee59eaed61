using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>The MBG/NBD model: customers buy at rates of their own, and after each purchase, the first included, they may leave for good.</summary>
/// <remarks>
/// <code>
/// rate of purchases      λ ~ Gamma(r, α)      mean r/α per unit of time
/// chance to have left    p ~ Beta(a, b)       after each purchase, mean a/(a + b)
/// P(alive)               1/(1 + a/(b + x)·((α + T)/(α + t_x))^(r + x))
/// </code>
/// It differs from <see cref="BgNbd"/> in the first purchase alone: a customer who never bought again may have left at once.
/// Sources: E. Batislam, M. Denizel, A. Filiztekin, "Empirical validation and comparison of models for customer base analysis", International Journal of
/// Research in Marketing 24, 2007; U. Wagner, D. Hoppe, "Erratum on the MBG/NBD model", International Journal of Research in Marketing 25, 2008.
/// <example>The customers of CDNOW, in weeks: <c>new MbgNbd(0.525, 6.183, 0.891, 1.614, CalendarUnit.Week)</c>.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<MbgNbd>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record MbgNbd : IPurchaseModel, IValueModel<MbgNbd>
{
    private const int Early = 1;

    /// <summary>Creates the model from known parameters.</summary>
    /// <param name="r">The shape of the purchase rates; from 1e-18 to 1e12.</param>
    /// <param name="alpha">The scale of the purchase rates, in units of time; from 1e-18 to 1e12.</param>
    /// <param name="a">The weight of leaving; from 1e-18 to 1e12.</param>
    /// <param name="b">The weight of staying; from 1e-18 to 1e12.</param>
    /// <param name="unit">The unit of time.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range, or the unit is not a named value.</exception>
    public MbgNbd(double r, double alpha, double a, double b, CalendarUnit unit)
    {
        R = PurchaseFitting.Parameter(r, nameof(r));
        Alpha = PurchaseFitting.Parameter(alpha, nameof(alpha));
        A = PurchaseFitting.Parameter(a, nameof(a));
        B = PurchaseFitting.Parameter(b, nameof(b));
        Unit = Guard.Defined(unit);
    }

    /// <inheritdoc/>
    public static string ModelName => "MBG/NBD";

    /// <inheritdoc/>
    public static IReadOnlyList<string> ParameterNames { get; } = ["r", "\u03B1", "a", "b"];

    /// <summary>The shape of the purchase rates: the smaller, the more customers differ.</summary>
    public double R { get; }

    /// <summary>The scale of the purchase rates, in units of time.</summary>
    public double Alpha { get; }

    /// <summary>The weight of leaving.</summary>
    public double A { get; }

    /// <summary>The weight of staying.</summary>
    public double B { get; }

    /// <inheritdoc/>
    public CalendarUnit Unit { get; }

    /// <inheritdoc/>
    public PurchaseTiming Timing => PurchaseTiming.AnyDay;

    /// <inheritdoc/>
    public IReadOnlyList<double> Parameters => [R, Alpha, A, B];

    private BetaGeometric Kernel => new(R, Alpha, A, B, Early);

    /// <summary>Fits the model to the customers of a log, in the unit of their histories.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a customer.</typeparam>
    /// <param name="histories">The customers.</param>
    /// <returns>The fit, which says by <see cref="FittedModel{TModel}.Outcome"/> how it ended.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="histories"/> is <see langword="null"/>.</exception>
    public static FittedModel<MbgNbd> Fit<TKey>(PurchaseHistories<TKey> histories)
        where TKey : notnull => Fit(Guard.NotNull(histories).Histories, histories.Unit);

    /// <summary>Fits the model to customers.</summary>
    /// <param name="histories">The customers' histories, in any order; equal ones are counted together.</param>
    /// <param name="unit">The unit of the histories' times.</param>
    /// <returns>The fit, which says by <see cref="FittedModel{TModel}.Outcome"/> how it ended.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="histories"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The histories come from a log in another unit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The unit is not a named value.</exception>
    public static FittedModel<MbgNbd> Fit(IEnumerable<PurchaseHistory> histories, CalendarUnit unit) =>
        Fit(PurchaseTable.Of(HistoriesInUnit.Checked(histories, unit)), Guard.Defined(unit), threads: 0);

    /// <inheritdoc/>
    public double ExpectedPurchases(double time) => Kernel.ExpectedPurchases(ModelTime.Time(time));

    /// <inheritdoc/>
    public double PurchaseProbability(int purchases, double time) => Kernel.PurchaseProbability(Guard.NotNegative(purchases), ModelTime.Time(time));

    /// <inheritdoc/>
    public double ProbabilityAlive(PurchaseHistory history) => Kernel.ProbabilityAlive(history);

    /// <inheritdoc/>
    public double ProbabilityAlive(PurchaseHistory history, double time) => Kernel.ProbabilityAlive(history, ModelTime.Time(time));

    /// <inheritdoc/>
    public double ExpectedPurchases(PurchaseHistory history, double time) => Kernel.ExpectedPurchases(history, ModelTime.Time(time));

    /// <inheritdoc/>
    public double DiscountedPurchases(PurchaseHistory history, double annualDiscountRate) =>
        ContinuouslyDiscounted(history, ModelTime.ContinuousRate(ModelTime.DiscountRate(annualDiscountRate, nameof(annualDiscountRate)), Unit));

    /// <inheritdoc/>
    public double LogLikelihood(IEnumerable<PurchaseHistory> histories) =>
        new BetaGeometricLikelihood(PurchaseTable.Of(HistoriesInUnit.Checked(histories, this)), Early, threads: 0).At([.. Parameters], stackalloc double[4]);

    /// <inheritdoc/>
    public MbgNbd WithParameters(IReadOnlyList<double> parameters)
    {
        IReadOnlyList<double> four = PurchaseFitting.Checked<MbgNbd>(parameters);
        return new(four[0], four[1], four[2], four[3], Unit);
    }

    /// <summary>The model with its parameters, as invariant text.</summary>
    /// <returns>Text for display, such as <c>MBG/NBD r 0.243, α 4.414, a 0.793, b 2.426 (Week)</c>.</returns>
    public override string ToString() => FitWords.Named(this, Unit);

    /// <summary>The discounted purchases at a continuous rate per unit of time.</summary>
    internal double ContinuouslyDiscounted(PurchaseHistory history, double delta) => Kernel.DiscountedPurchases(history, delta);

    internal static FittedModel<MbgNbd> Fit(PurchaseTable table, CalendarUnit unit, int threads) =>
        BetaGeometricLikelihood.Fit(table, Early, p => new MbgNbd(p[0], p[1], p[2], p[3], unit), threads);

    static MbgNbd IJsonRecord<MbgNbd>.Json(JsonMembers<MbgNbd> json) => new(
        json.Value(nameof(R), x => x.R),
        json.Value(nameof(Alpha), x => x.Alpha),
        json.Value(nameof(A), x => x.A),
        json.Value(nameof(B), x => x.B),
        json.Value(nameof(Unit), x => x.Unit));
}
