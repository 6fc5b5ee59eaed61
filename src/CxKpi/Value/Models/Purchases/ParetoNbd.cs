using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>The Pareto/NBD model: customers buy at rates of their own and leave at rates of their own, at any time.</summary>
/// <remarks>
/// <code>
/// rate of purchases      λ ~ Gamma(r, α)      mean r/α per unit of time
/// rate of leaving        μ ~ Gamma(s, β)      mean s/β per unit of time
/// P(alive)               1/(1 + J)            J = s·∫ ((α + T)/(α + u))^(r + x)·((β + T)/(β + u))^s/(β + u) du from t_x to T
/// </code>
/// J is integrated with positive terms, so that nothing cancels or overflows, where published forms fail for many purchases or for times
/// in days. At s = 1 nothing is special.
/// Sources: D. Schmittlein, D. Morrison, R. Colombo, "Counting your customers: who are they and what will they do next?", Management Science 33, 1987;
/// P. Fader, B. Hardie, K. L. Lee, "RFM and CLV: using iso-value curves for customer base analysis", Journal of Marketing Research 42, 2005.
/// <example>The customers of CDNOW, in weeks: <c>new ParetoNbd(0.553, 10.578, 0.606, 11.669, CalendarUnit.Week)</c>.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ParetoNbd>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record ParetoNbd : IPurchaseModel, IValueModel<ParetoNbd>
{
    /// <summary>Creates the model from known parameters.</summary>
    /// <param name="r">The shape of the purchase rates; from 1e-18 to 1e12.</param>
    /// <param name="alpha">The scale of the purchase rates, in units of time; from 1e-18 to 1e12.</param>
    /// <param name="s">The shape of the rates of leaving; from 1e-18 to 1e12.</param>
    /// <param name="beta">The scale of the rates of leaving, in units of time; from 1e-18 to 1e12.</param>
    /// <param name="unit">The unit of time.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range, or the unit is not a named value.</exception>
    public ParetoNbd(double r, double alpha, double s, double beta, CalendarUnit unit)
    {
        R = PurchaseFitting.Parameter(r, nameof(r));
        Alpha = PurchaseFitting.Parameter(alpha, nameof(alpha));
        S = PurchaseFitting.Parameter(s, nameof(s));
        Beta = PurchaseFitting.Parameter(beta, nameof(beta));
        Unit = Guard.Defined(unit);
    }

    /// <inheritdoc/>
    public static string ModelName => "Pareto/NBD";

    /// <inheritdoc/>
    public static IReadOnlyList<string> ParameterNames { get; } = ["r", "\u03B1", "s", "\u03B2"];

    /// <summary>The shape of the purchase rates: the smaller, the more customers differ.</summary>
    public double R { get; }

    /// <summary>The scale of the purchase rates, in units of time.</summary>
    public double Alpha { get; }

    /// <summary>The shape of the rates of leaving: the smaller, the more customers differ.</summary>
    public double S { get; }

    /// <summary>The scale of the rates of leaving, in units of time.</summary>
    public double Beta { get; }

    /// <inheritdoc/>
    public CalendarUnit Unit { get; }

    /// <inheritdoc/>
    public PurchaseTiming Timing => PurchaseTiming.AnyDay;

    /// <inheritdoc/>
    public IReadOnlyList<double> Parameters => [R, Alpha, S, Beta];

    /// <summary>Fits the model to the customers of a log, in the unit of their histories.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a customer.</typeparam>
    /// <param name="histories">The customers.</param>
    /// <returns>The fit, which says by <see cref="FittedModel{TModel}.Outcome"/> how it ended.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="histories"/> is <see langword="null"/>.</exception>
    public static FittedModel<ParetoNbd> Fit<TKey>(PurchaseHistories<TKey> histories)
        where TKey : notnull => Fit(Guard.NotNull(histories).Histories, histories.Unit);

    /// <summary>Fits the model to customers.</summary>
    /// <param name="histories">The customers' histories, in any order; equal ones are counted together.</param>
    /// <param name="unit">The unit of the histories' times.</param>
    /// <returns>The fit, which says by <see cref="FittedModel{TModel}.Outcome"/> how it ended.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="histories"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The histories come from a log in another unit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The unit is not a named value.</exception>
    public static FittedModel<ParetoNbd> Fit(IEnumerable<PurchaseHistory> histories, CalendarUnit unit) =>
        Fit(PurchaseTable.Of(HistoriesInUnit.Checked(histories, unit)), Guard.Defined(unit), threads: 0);

    /// <inheritdoc/>
    public double ExpectedPurchases(double time) =>
        R * (Beta / Alpha) * Stay(AccurateMath.LogOnePlus(ModelTime.Time(time) / Beta));

    /// <inheritdoc/>
    public double PurchaseProbability(int purchases, double time)
    {
        Guard.NotNegative(purchases);
        ModelTime.Time(time);
        if (time == 0)
        {
            return purchases == 0 ? 1 : 0;
        }

        LeavesAfterBuying leaves = new(this, purchases);

        // The customer leaves within the time, earlier than the least of the three scales only by a chance that no digit shows.
        double least = Math.Log(Math.Min(time, Math.Min(Beta / (S + 1), Alpha / (R + 1)))) - 40;
        double left = PeakIntegral.Of(leaves, least, Math.Log(time));
        return Math.Min(1, Math.Exp(-S * AccurateMath.LogOnePlus(time / Beta) + leaves.LogBuys(time)) + left);
    }

    /// <inheritdoc/>
    public double ProbabilityAlive(PurchaseHistory history) => 1 / (1 + Math.Exp(ParetoOdds.At(R, Alpha, S, Beta, history).LogOdds));

    /// <inheritdoc/>
    public double ProbabilityAlive(PurchaseHistory history, double time) =>
        ProbabilityAlive(history) * Math.Exp(-S * AccurateMath.LogOnePlus(ModelTime.Time(time) / (Beta + history.Age)));

    /// <inheritdoc/>
    public double ExpectedPurchases(PurchaseHistory history, double time) =>
        ProbabilityAlive(history) * Scale(history) * Stay(AccurateMath.LogOnePlus(ModelTime.Time(time) / (Beta + history.Age)));

    /// <inheritdoc/>
    public double DiscountedPurchases(PurchaseHistory history, double annualDiscountRate) =>
        ContinuouslyDiscounted(history, ModelTime.ContinuousRate(ModelTime.DiscountRate(annualDiscountRate, nameof(annualDiscountRate)), Unit));

    /// <inheritdoc/>
    public double LogLikelihood(IEnumerable<PurchaseHistory> histories) =>
        new ParetoLikelihood(PurchaseTable.Of(HistoriesInUnit.Checked(histories, this)), threads: 0).At([.. Parameters], stackalloc double[4]);

    /// <inheritdoc/>
    public ParetoNbd WithParameters(IReadOnlyList<double> parameters)
    {
        IReadOnlyList<double> four = PurchaseFitting.Checked<ParetoNbd>(parameters);
        return new(four[0], four[1], four[2], four[3], Unit);
    }

    /// <summary>The model with its parameters, as invariant text.</summary>
    /// <returns>Text for display, such as <c>Pareto/NBD r 0.553, α 10.58, s 0.606, β 11.67 (Week)</c>.</returns>
    public override string ToString() => FitWords.Named(this, Unit);

    /// <summary>The discounted purchases at a continuous rate per unit of time.</summary>
    internal double ContinuouslyDiscounted(PurchaseHistory history, double delta) =>
        ProbabilityAlive(history) * Scale(history) * TailIntegral.At(S, delta * (Beta + history.Age));

    internal static FittedModel<ParetoNbd> Fit(PurchaseTable table, CalendarUnit unit, int threads) =>
        ParetoLikelihood.Fit(table, unit, threads);

    /// <summary>(1 - exp((1 - s)·log))/(s - 1): the time that counts, on a logarithmic scale.</summary>
    private double Stay(double log) => S == 1 ? log : -AccurateMath.ExpMinusOne((1 - S) * log) / (S - 1);

    /// <summary>What a customer of such a history who is alive buys per unit of that time.</summary>
    private double Scale(PurchaseHistory history) => (R + history.Frequency) * ((Beta + history.Age) / (Alpha + history.Age));

    static ParetoNbd IJsonRecord<ParetoNbd>.Json(JsonMembers<ParetoNbd> json) => new(
        json.Value(nameof(R), x => x.R),
        json.Value(nameof(Alpha), x => x.Alpha),
        json.Value(nameof(S), x => x.S),
        json.Value(nameof(Beta), x => x.Beta),
        json.Value(nameof(Unit), x => x.Unit));

    /// <summary>The density of leaving at a time after having bought a number of times.</summary>
    /// <summary>The density of leaving by the logarithm of time, after so many purchases.</summary>
    private readonly struct LeavesAfterBuying(ParetoNbd model, int purchases) : IScalarFunction
    {
        private readonly NegativeBinomial.OfPurchases weight = new(model.R, purchases);
        private readonly double logRate = Math.Log(model.S) - Math.Log(model.Beta);

        public double At(double x)
        {
            double time = Math.Exp(x);
            return logRate + x - (model.S + 1) * AccurateMath.LogOnePlus(time / model.Beta) + LogBuys(time);
        }

        internal double LogBuys(double time) => weight.LogProbability(time / (model.Alpha + time), model.Alpha / (model.Alpha + time));
    }
}
