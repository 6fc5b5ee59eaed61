using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>Cart abandonment: the share of the shopping carts created that did not end in a purchase.</summary>
/// <remarks>
/// <code>cart abandonment = 1 - purchased / created</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// Only carts whose time window has ended are in the base. Recent ones are counted as <see cref="Open"/>, purchases without a cart as
/// <see cref="PurchasesWithoutCart"/>, and carts emptied by their customers as <see cref="Emptied"/>.
/// It can be created from counts, one classified cart, or an event log. Records with different units or time windows neither combine nor compare.
/// Source: N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, "Marketing Metrics", 2020 (abandonment rate: purchases started and not completed).
/// <para>Pitfalls: reporting purchases over carts created, which is the completion rate (1,000 carts and 300 purchases are 70 % abandoned, not 30 %);
/// counting carts of the last hours as abandoned; setting buy-now purchases against carts they never had; comparing the abandonment of carts with that of
/// sessions or users; calling <see cref="CheckoutAbandonment"/>, which has a smaller base, by the same name.</para>
/// <example>Of 1,000 carts, 300 are purchased: 70 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<CartAbandonment>))]
[TypeFormatterSource(typeof(KpiFormatters<CartAbandonment>))]
public readonly record struct CartAbandonment : IKpi<CartAbandonment>, IJsonRecord<CartAbandonment>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="purchased">The number of carts that ended in a purchase; not negative, not more than <paramref name="created"/>.</param>
    /// <param name="created">The number of carts created whose outcome is known; not negative.</param>
    /// <param name="basis">What is counted, and how long a purchase may take; rates with different bases do not combine.</param>
    /// <param name="open">The number of carts whose time window has not ended, which are left out of the base; not negative.</param>
    /// <param name="purchasesWithoutCart">The number of purchases without a cart created within the time window before, which are left out of the base; not
    /// negative.</param>
    /// <param name="emptied">The number of carts whose customer emptied the cart, which are left out of the base; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or there are more purchases than carts.</exception>
    public CartAbandonment(
        long purchased,
        long created,
        CartBasis basis = default,
        long open = 0,
        long purchasesWithoutCart = 0,
        long emptied = 0)
        : this(
            purchased > created
                ? throw Guard.Outside(
                    nameof(purchased),
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"must not be larger than created ({created}): count purchases without a cart, such as buy-now, apart as purchasesWithoutCart"),
                    purchased)
                : new ShareTally(Guard.NotNegative(created) - Guard.NotNegative(purchased), created),
            basis,
            Guard.NotNegative(open),
            Guard.NotNegative(purchasesWithoutCart),
            Guard.NotNegative(emptied))
    {
    }

    /// <inheritdoc cref="CartAbandonment(long, long, CartBasis, long, long, long)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public CartAbandonment(long purchased, long created)
        : this(purchased, created, default, 0, 0)
    {
    }

    private CartAbandonment(ShareTally evidence, CartBasis basis, long open, long purchasesWithoutCart, long emptied)
    {
        Evidence = evidence;
        Basis = basis;
        Open = open;
        PurchasesWithoutCart = purchasesWithoutCart;
        Emptied = emptied;
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Cart abandonment",
        "Cart abandonment",
        KpiUnit.Share,
        KpiDirection.LowerIsBetter,
        "1 - purchased / carts created",
        "N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, Marketing Metrics, 2020");

    /// <summary>The number of carts that ended in a purchase.</summary>
    public long Purchased => Evidence.Rest;

    /// <summary>The number of carts created whose outcome is known.</summary>
    public long Created => Evidence.N;

    /// <summary>What is counted, and how long a purchase may take.</summary>
    public CartBasis Basis { get; }

    /// <summary>The number of carts whose time window has not ended, which are left out of the base.</summary>
    public long Open { get; }

    /// <summary>The number of purchases without a cart created within the time window before, which are left out of the base.</summary>
    public long PurchasesWithoutCart { get; }

    /// <summary>The number of carts whose customer emptied the cart: closed without a purchase, and left out of the base.</summary>
    public long Emptied { get; }

    /// <summary>The carts that ended without a purchase among all carts, from which every interval for a share can be computed.</summary>
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => Basis.Unit.Observed(ObservationKind.Cart);

    /// <inheritdoc/>
    public IReadOnlyList<LeftOutCount> LeftOut =>
        LeftOutCount.Of((LeftOutKind.Open, Open), (LeftOutKind.Emptied, Emptied), (LeftOutKind.PurchaseWithoutStart, PurchasesWithoutCart));

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(CommerceRules.Unit(Basis.Unit), KpiRules.Within("Window", Basis.Window));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>The completion rate, 1 minus the abandonment: a fraction in [0, 1]; <see langword="null"/> when there is no cart.</summary>
    public double? Completion => Evidence.Complement().Value;

    /// <summary>Creates the rate from one row of a classified log.</summary>
    /// <param name="state">How the cart ended.</param>
    /// <param name="basis">What is counted, and how long a purchase may take.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is not a named value.</exception>
    public static CartAbandonment FromState(CartState state, CartBasis basis) => Guard.Defined(state) switch
    {
        CartState.Purchased => new(1, 1, basis),
        CartState.Abandoned => new(0, 1, basis),
        CartState.Open => new(0, 0, basis, open: 1),
        CartState.PurchaseAlone => new(0, 0, basis, purchasesWithoutCart: 1),
        CartState.Emptied => new(0, 0, basis, emptied: 1),
    };

    /// <summary>Creates the rate from an event log, by the rules of <see cref="CartEvents"/>.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a cart, session or customer.</typeparam>
    /// <param name="events">The key, the kind and the time of each event, in any order.</param>
    /// <param name="window">The time within which a purchase counts; greater than zero.</param>
    /// <param name="asOf">The end of the data: everything that happened until then is in the log, and no event is later.</param>
    /// <returns>The rate over the carts whose time window has ended.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="events"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An event has no key; the message names its position.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The window is not greater than zero, an event is later than <paramref name="asOf"/>, or the kind of an
    /// event is not a named value.</exception>
    public static CartAbandonment FromEvents<TKey>(IEnumerable<(TKey Key, CartEventKind Kind, Instant Time)> events, Duration window, Instant asOf)
        where TKey : notnull
    {
        (long purchased, long abandoned, long open, long alone, long emptied) = CartEvents.Count(CartEvents.Classify(events, window, asOf));
        return new(purchased, purchased + abandoned, new CartBasis(ConversionUnit.Cart, window), open, alone, emptied);
    }

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(CartAbandonment baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public CartAbandonment Combine(CartAbandonment other) => new(
        Evidence.Combine(other.Evidence),
        Shared(other),
        Guard.Add(Open, other.Open),
        Guard.Add(PurchasesWithoutCart, other.PurchasesWithoutCart),
        Guard.Add(Emptied, other.Emptied));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private CartBasis Shared(CartAbandonment other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Basis, other, other.Basis, "unit or window", name);

    static CartAbandonment IJsonRecord<CartAbandonment>.Json(JsonMembers<CartAbandonment> json) => new(
        json.Value(nameof(Purchased), x => x.Purchased),
        json.Value(nameof(Created), x => x.Created),
        json.Record(nameof(Basis), x => x.Basis),
        json.Value(nameof(Open), x => x.Open),
        json.Value(nameof(PurchasesWithoutCart), x => x.PurchasesWithoutCart),
        json.Value(nameof(Emptied), x => x.Emptied));
}
