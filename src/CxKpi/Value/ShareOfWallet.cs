using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Share of wallet: the part of what customers spend in a category that they spend with one firm.</summary>
/// <remarks>
/// <code>
/// by spending    = sum of the spending with the firm / sum of the spending in the category
/// customer mean  = mean over customers of (spending with the firm / spending in the category)
/// </code>
/// The value is a fraction in [0, 1]; <c>default</c> holds no data. The basis is part of the figure: the first form says which part of the money the firm has,
/// the second how large its part is for a customer. A customer who spends nothing in the category has no wallet, and is in neither.
/// Each record is one row, such as a customer, and several together have an interval, which never leaves its range.
/// It can be created from the amounts of one customer or a total, many customers, or a <see cref="RatioTally"/>.
/// Records with different bases or currencies neither combine nor compare.
/// Source: T. Keiningham, L. Aksoy, A. Buoye, B. Cooil, "Customer Loyalty Isn't Enough. Grow Your Share of Wallet", Harvard Business Review, 2011;
/// N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, "Marketing Metrics", 2020.
/// <para>Pitfalls: calling a market share a share of wallet, which asks for the customers of the firm alone; stated spending, of which people remember the
/// regular part; a category drawn so narrowly that the share is large; satisfaction compared with it without the rank among the firms used.</para>
/// <example>Customers spend 60 of 100 and 20 of 300 with the firm: 80 of 400, which is 20 %, and 33.3 % in the mean of customers.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ShareOfWallet>))]
[TypeFormatterSource(typeof(KpiFormatters<ShareOfWallet>))]
public readonly record struct ShareOfWallet : IKpi<ShareOfWallet>, IJsonRecord<ShareOfWallet>
{
    /// <summary>Creates the share from its evidence.</summary>
    /// <param name="evidence">The spending with the firm over the spending in the category, with one row per customer or total; as a customer mean, the share
    /// of each customer over 1. The part is neither negative nor larger than the whole.</param>
    /// <param name="basis">Whether customers are weighed by what they spend.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part is negative or larger than the whole, or the basis is not a named value.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    public ShareOfWallet(RatioTally evidence, WalletBasis basis = WalletBasis.Spending, string? currency = null)
    {
        Evidence = BoundedRatio.Checked(evidence);
        Basis = Guard.Defined(basis);
        Currency = Guard.Currency(currency);
    }

    /// <inheritdoc cref="ShareOfWallet(RatioTally, WalletBasis, string)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public ShareOfWallet(RatioTally evidence)
        : this(evidence, WalletBasis.Spending, null)
    {
    }

    /// <summary>Creates one row from the amounts of a customer; of several customers together only by their spending.</summary>
    /// <param name="spent">What was spent with the firm; not negative, not more than <paramref name="category"/>.</param>
    /// <param name="category">What was spent in the category, with the firm and elsewhere; not negative.</param>
    /// <param name="basis">Whether customers are weighed by what they spend.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative, the part is larger than the whole, or the basis is not a named value.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    [RowSums(IsPart = true, Only = nameof(basis))]
    public ShareOfWallet(decimal spent, decimal category, WalletBasis basis = WalletBasis.Spending, string? currency = null)
        : this(Row(spent, category, Guard.Defined(basis)), basis, currency)
    {
    }

    /// <inheritdoc cref="ShareOfWallet(decimal, decimal, WalletBasis, string)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    [RowSums(IsPart = true)]
    public ShareOfWallet(decimal spent, decimal category)
        : this(spent, category, WalletBasis.Spending, null)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Share of wallet",
        "Share of wallet",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "spending with the firm / spending in the category",
        "T. Keiningham, L. Aksoy, A. Buoye, B. Cooil, Customer Loyalty Isn't Enough. Grow Your Share of Wallet, Harvard Business Review, 2011");

    /// <summary>The spending with the firm over the spending in the category; as a customer mean, the shares over the customers.</summary>
    public RatioTally Evidence { get; }

    /// <summary>Whether customers are weighed by what they spend.</summary>
    public WalletBasis Basis { get; }

    /// <summary>The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</summary>
    public string? Currency { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.Rows;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Row;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(ValueRules.Basis(Basis), KpiRules.Currency(Currency));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the share from many customers.</summary>
    /// <param name="customers">What each customer spent with the firm and in the category; one who spent nothing in the category is left out.</param>
    /// <param name="basis">Whether customers are weighed by what they spend.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <returns>The share, with one row per customer.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="customers"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative, or a part is larger than its whole; the message names its position. The basis is
    /// not a named value.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    public static ShareOfWallet FromCustomers(
        IEnumerable<(decimal Spent, decimal Category)> customers,
        WalletBasis basis = WalletBasis.Spending,
        string? currency = null)
    {
        Guard.Defined(basis);
        RatioTally total = default;
        long position = 0;
        foreach ((decimal spent, decimal category) in Guard.NotNull(customers))
        {
            if (Guard.NotNegativeAt(spent, position, nameof(customers), ", spent") > category)
            {
                throw Guard.OutsideAt(position, nameof(customers), "must not have spent more with the firm than in the category", spent, ", spent");
            }

            total = total.Combine(Row(spent, category, basis));
            position++;
        }

        return new(total, basis, currency);
    }

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => BoundedRatio.Estimate(Evidence, confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(ShareOfWallet baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return BoundedRatio.Change(Evidence, baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public ShareOfWallet Combine(ShareOfWallet other)
    {
        (WalletBasis basis, string? currency) = Shared(other);
        return new(Evidence.Combine(other.Evidence), basis, currency);
    }

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private static RatioTally Row(decimal spent, decimal category, WalletBasis basis)
    {
        Guard.Part(spent, category);
        return category == 0 ? default : basis switch
        {
            WalletBasis.Spending => RatioTally.Row(spent, category),

            // Twelve digits, whose squares fit into a decimal, so that the order of adding does not matter.
            WalletBasis.CustomerMean => RatioTally.Row(decimal.Round(spent / category, 12), 1),
        };
    }

    private (WalletBasis Basis, string? Currency) Shared(ShareOfWallet other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        (SharedRule.Of(this, Basis, other, other.Basis, "basis", name), SharedRule.Of(this, Currency, other, other.Currency, "currency", name));

    static ShareOfWallet IJsonRecord<ShareOfWallet>.Json(JsonMembers<ShareOfWallet> json) => new(
        json.Record(nameof(Evidence), x => x.Evidence),
        json.Value(nameof(Basis), x => x.Basis),
        json.OptionalText(nameof(Currency), x => x.Currency));
}
