using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi.Value;

/// <summary>The BG/BB model: customers may buy once at each of a row of opportunities, and may leave for good before each.</summary>
/// <remarks>
/// <code>
/// chance to buy at an opportunity       p ~ Beta(α, β)
/// chance to leave before it             θ ~ Beta(γ, δ)
/// likelihood of x purchases, the last at t_x, of n opportunities
///     = [B(α+x, β+n-x)·B(γ, δ+n) + Σ B(α+x, β+t_x-x+i)·B(γ+1, δ+t_x+i) from i = 0 to n-t_x-1]/(B(α, β)·B(γ, δ))
/// </code>
/// A <see cref="PurchaseHistory"/> counts opportunities here, of which each <see cref="Unit"/> has one: frequency x, recency t_x and age n are whole, the first
/// purchase not among them, and n is at most 10,000. <see cref="PurchaseLog.SummariseOpportunities{TRow, TKey}(IEnumerable{TRow}, Func{TRow, TKey},
/// Func{TRow, LocalDate}, Func{TRow, decimal}, CalendarUnit, LocalDate, LocalDate?, RefundPolicy)"/> makes such histories of a log. It suits donations once a
/// year, cruises and conferences. Purchases come with their opportunity, at the end of its unit: until then there are none, and they are discounted for all
/// of it.
/// Source: P. Fader, B. Hardie, J. Shang, "Customer-base analysis in a discrete-time noncontractual setting", Marketing Science 29, 2010. The probability to be
/// alive is that at the last opportunity; other tools state that at the next one.
/// <example>The donors of 2010: <c>new BgBb(1.204, 0.750, 0.657, 2.783, CalendarUnit.Year)</c>.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<BgBb>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record BgBb : IPurchaseModel, IValueModel<BgBb>
{
    // A history with more is none of rare occasions; those of a day are this many in 27 years.
    private const int MostOfAHistory = 10_000;

    // Beyond, an integral takes less than the sum.
    private const int LongestSum = 1000;

    /// <summary>Creates the model from known parameters.</summary>
    /// <param name="alpha">The weight of buying; from 1e-18 to 1e12.</param>
    /// <param name="beta">The weight of not buying; from 1e-18 to 1e12.</param>
    /// <param name="gamma">The weight of leaving; from 1e-18 to 1e12.</param>
    /// <param name="delta">The weight of staying; from 1e-18 to 1e12.</param>
    /// <param name="unit">The calendar unit that has one opportunity.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range, or the unit is not a named value.</exception>
    public BgBb(double alpha, double beta, double gamma, double delta, CalendarUnit unit)
    {
        Alpha = PurchaseFitting.Parameter(alpha, nameof(alpha));
        Beta = PurchaseFitting.Parameter(beta, nameof(beta));
        Gamma = PurchaseFitting.Parameter(gamma, nameof(gamma));
        Delta = PurchaseFitting.Parameter(delta, nameof(delta));
        Unit = Guard.Defined(unit);
    }

    /// <inheritdoc/>
    public static string ModelName => "BG/BB";

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

    /// <summary>The calendar unit that has one opportunity.</summary>
    public CalendarUnit Unit { get; }

    /// <inheritdoc/>
    public PurchaseTiming Timing => PurchaseTiming.Opportunities;

    /// <inheritdoc/>
    public IReadOnlyList<double> Parameters => [Alpha, Beta, Gamma, Delta];

    /// <summary>Fits the model to the customers of a log, whose unit has one opportunity.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a customer.</typeparam>
    /// <param name="histories">The customers, by opportunities.</param>
    /// <returns>The fit, which says by <see cref="FittedModel{TModel}.Outcome"/> how it ended.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="histories"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The histories count days and not opportunities.</exception>
    public static FittedModel<BgBb> Fit<TKey>(PurchaseHistories<TKey> histories)
        where TKey : notnull => Fit(Guard.NotNull(histories).Histories, histories.Unit);

    /// <summary>Fits the model to customers.</summary>
    /// <param name="histories">The customers' histories in opportunities, in any order.</param>
    /// <param name="unit">The calendar unit that has one opportunity.</param>
    /// <returns>The fit, which says by <see cref="FittedModel{TModel}.Outcome"/> how it ended.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="histories"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The histories come from a log in another unit, or by days.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A history does not count opportunities: a time is not whole, or below the number of purchases; or the unit
    /// is not a named value.</exception>
    public static FittedModel<BgBb> Fit(IEnumerable<PurchaseHistory> histories, CalendarUnit unit) =>
        BgBbLikelihood.Fit(Table(HistoriesInUnit.Checked(histories, unit, PurchaseTiming.Opportunities)), unit, threads: 0);

    /// <inheritdoc/>
    public double ExpectedPurchases(double time) => Alpha / (Alpha + Beta) * SumOfStays(0, HaveCome(time));

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The number or the time is negative, the time is above 1e12, or there are more than 10,000
    /// opportunities.</exception>
    public double PurchaseProbability(int purchases, double time)
    {
        Guard.NotNegative(purchases);
        double opportunities = HaveCome(time) is <= MostOfAHistory and var come
            ? come
            : throw Guard.Outside(nameof(time), string.Create(CultureInfo.InvariantCulture, $"must not have more than {MostOfAHistory} opportunities"), time);
        if (purchases > opportunities)
        {
            return 0;
        }

        // The chance to be there for i opportunities and to buy at so many of them, i being all or fewer; stays and choices grow from one i to the next.
        // Both are kept as logarithms, since a factor may be too small for a number long before the product is what it comes to.
        CompensatedSum log = new(GammaFunctions.LogRisingRatio(Alpha, Beta, purchases) + GammaFunctions.LogRisingRatio(Delta, Gamma, purchases));
        double probability = 0;
        for (double i = purchases; i <= opportunities; i++)
        {
            probability += Math.Exp(log.Value) * (i == opportunities ? 1 : Gamma / (Gamma + Delta + i));
            double passed = i + 1 - purchases;
            log.Add(Math.Log((i + 1) / passed * ((Beta + passed - 1) / (Alpha + Beta + i)) * ((Delta + i) / (Gamma + Delta + i))));
        }

        return Math.Min(1, probability);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The history does not count opportunities.</exception>
    public double ProbabilityAlive(PurchaseHistory history) => AliveAtLast(history);

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The history does not count opportunities, or the time is negative or above 1e12.</exception>
    public double ProbabilityAlive(PurchaseHistory history, double time)
    {
        return AliveAtLast(history) * Math.Exp(GammaFunctions.LogRisingRatio(Delta + history.Age, Gamma, HaveCome(time)));
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The history does not count opportunities, or the time is negative or above 1e12.</exception>
    public double ExpectedPurchases(PurchaseHistory history, double time) => AliveAtLast(history) * Buys(history) * SumOfStays(history.Age, HaveCome(time));

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The history does not count opportunities, or the rate is not between 1e-100 and 1.</exception>
    public double DiscountedPurchases(PurchaseHistory history, double annualDiscountRate)
    {
        double alive = AliveAtLast(history), delta = ModelTime.ContinuousRate(ModelTime.DiscountRate(annualDiscountRate, nameof(annualDiscountRate)), Unit);
        double rate = AccurateMath.ExpMinusOne(delta), stay = Delta + history.Age;

        // The series without its first term, so that nothing cancels where customers leave at once.
        double stays = stay / (Gamma + stay) / (1 + rate) * UnitHypergeometric.At(stay + 1, Gamma, rate);
        return alive * Buys(history) * stays;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">A history does not count opportunities.</exception>
    public double LogLikelihood(IEnumerable<PurchaseHistory> histories) =>
        new BgBbLikelihood(Table(HistoriesInUnit.Checked(histories, this)), threads: 0).At([.. Parameters], stackalloc double[4]);

    /// <inheritdoc/>
    public BgBb WithParameters(IReadOnlyList<double> parameters)
    {
        IReadOnlyList<double> four = PurchaseFitting.Checked<BgBb>(parameters);
        return new(four[0], four[1], four[2], four[3], Unit);
    }

    /// <summary>The model with its parameters, as invariant text.</summary>
    /// <returns>Text for display, such as <c>BG/BB α 1.204, β 0.75, γ 0.657, δ 2.783 (Year)</c>.</returns>
    public override string ToString() => FitWords.Named(this, Unit);

    internal static PurchaseTable Table(IEnumerable<PurchaseHistory> histories) => PurchaseTable.Of(
        Guard.NotNull(histories).Select((history, position) => Checked(history, nameof(histories), position)));

    private static PurchaseHistory Checked(PurchaseHistory history, string name, long? position = null) =>
        double.IsInteger(history.Recency) && double.IsInteger(history.Age) && history.Age <= MostOfAHistory
        ? history.Frequency <= history.Recency
            ? history
            : throw Guard.OutsideAt(position, name, "must not have more purchases than opportunities until the last of them", history.Frequency)
        : throw Guard.OutsideAt(
            position,
            name,
            string.Create(CultureInfo.InvariantCulture, $"must count opportunities, which are whole and not above {MostOfAHistory}"),
            history,
            advice: $"{nameof(PurchaseLog)}.{nameof(PurchaseLog.SummariseOpportunities)} counts them");

    /// <summary>P(alive) at the last opportunity: the first term of the likelihood's sum over the whole of it.</summary>
    private double AliveAtLast(PurchaseHistory history)
    {
        Checked(history, nameof(history));
        double x = history.Frequency, term = 1, left = 0;

        // From the last opportunity back: the customer left before opportunity m + 1, having bought at none after the last purchase.
        for (double m = history.Age - 1; m >= history.Recency; m--)
        {
            term *= (Alpha + Beta + m) / (Beta + (m - x));
            term *= (Gamma + Delta + m) / (Delta + m);
            left += term * Gamma / (Gamma + Delta + m);
        }

        return 1 / (1 + left);
    }

    private double Buys(PurchaseHistory history) => (Alpha + history.Frequency) / (Alpha + Beta + history.Age);

    /// <summary>The chance of who is there after so many opportunities to be there at the next.</summary>
    private double StaysFor(double opportunities) => (Delta + opportunities) / (Gamma + Delta + opportunities);

    /// <summary>Σ of the chance to stay for k more opportunities after so many.</summary>
    private double SumOfStays(double from, double opportunities)
    {
        if (opportunities > LongestSum)
        {
            double stay = Delta + from;
            return stay / (Gamma + stay) * BetaExpectation.Of(new ThereFor(opportunities), Gamma, stay + 1, 1 / opportunities, 1);
        }

        double stays = 1, sum = 0;
        for (int k = 0; k < opportunities; k++)
        {
            stays *= StaysFor(from + k);
            sum += stays;
        }

        return sum;
    }

    /// <summary>The opportunities that have come by a time; twelve months in years may miss a whole one by a rounding.</summary>
    private static double HaveCome(double time)
    {
        double whole = Math.Round(ModelTime.Time(time));
        return Math.Abs(time - whole) <= 1e-12 * time ? whole : Math.Floor(time);
    }

    static BgBb IJsonRecord<BgBb>.Json(JsonMembers<BgBb> json) => new(
        json.Value(nameof(Alpha), x => x.Alpha),
        json.Value(nameof(Beta), x => x.Beta),
        json.Value(nameof(Gamma), x => x.Gamma),
        json.Value(nameof(Delta), x => x.Delta),
        json.Value(nameof(Unit), x => x.Unit));

    /// <summary>The logarithm of (1 - (1 - p)^n)/p: opportunities until one is left at with probability p, n at most.</summary>
    private readonly struct ThereFor(double opportunities) : IScalarFunction
    {
        public double At(double x) =>
            x == 0 ? Math.Log(opportunities) : Math.Log(-AccurateMath.ExpMinusOne(opportunities * AccurateMath.LogOnePlus(-x))) - Math.Log(x);
    }
}
