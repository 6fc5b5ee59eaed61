using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>Checkout abandonment: the share of the checkouts started that did not end in a purchase.</summary>
/// <remarks>
/// <code>checkout abandonment = 1 - purchased / checkouts started</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// Only checkouts whose time window has ended are in the base. Recent ones are counted as <see cref="Open"/>, purchases without a checkout as
/// <see cref="PurchasesWithoutCheckout"/>, and those whose cart was emptied as <see cref="Emptied"/>.
/// It can be created from counts, one classified checkout, or an event log. Records with different units or time windows neither combine nor compare.
/// Source: N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, "Marketing Metrics", 2020 (abandonment rate: purchases started and not completed).
/// <para>Pitfalls: using the same word for carts and checkouts, since customers who only filled a cart are not in this base and the figure is lower than
/// <see cref="CartAbandonment"/>; counting every return to the checkout page as another start.</para>
/// <example>Of 400 checkouts, 300 are purchased: 25 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<CheckoutAbandonment>))]
[TypeFormatterSource(typeof(KpiFormatters<CheckoutAbandonment>))]
public readonly record struct CheckoutAbandonment : IKpi<CheckoutAbandonment>, IJsonRecord<CheckoutAbandonment>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="purchased">The number of checkouts that ended in a purchase; not negative, not more than <paramref name="started"/>.</param>
    /// <param name="started">The number of checkouts started whose outcome is known; not negative.</param>
    /// <param name="basis">What is counted, and how long a purchase may take; rates with different bases do not combine.</param>
    /// <param name="open">The number of checkouts whose time window has not ended, which are left out of the base; not negative.</param>
    /// <param name="purchasesWithoutCheckout">The number of purchases without a checkout started within the time window before, which are left out of the base;
    /// not negative.</param>
    /// <param name="emptied">The number of checkouts whose customer emptied the cart, which are left out of the base; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or there are more purchases than checkouts.</exception>
    public CheckoutAbandonment(
        long purchased,
        long started,
        CartBasis basis = default,
        long open = 0,
        long purchasesWithoutCheckout = 0,
        long emptied = 0)
        : this(
            purchased > started
                ? throw Guard.Outside(
                    nameof(purchased),
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"must not be larger than started ({started}): count purchases without a checkout, such as buy-now, apart as purchasesWithoutCheckout"),
                    purchased)
                : new ShareTally(Guard.NotNegative(started) - Guard.NotNegative(purchased), started),
            basis,
            Guard.NotNegative(open),
            Guard.NotNegative(purchasesWithoutCheckout),
            Guard.NotNegative(emptied))
    {
    }

    /// <inheritdoc cref="CheckoutAbandonment(long, long, CartBasis, long, long, long)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public CheckoutAbandonment(long purchased, long started)
        : this(purchased, started, default, 0, 0)
    {
    }

    private CheckoutAbandonment(ShareTally evidence, CartBasis basis, long open, long purchasesWithoutCheckout, long emptied)
    {
        Evidence = evidence;
        Basis = basis;
        Open = open;
        PurchasesWithoutCheckout = purchasesWithoutCheckout;
        Emptied = emptied;
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Checkout abandonment",
        "Checkout abandonment",
        KpiUnit.Share,
        KpiDirection.LowerIsBetter,
        "1 - purchased / checkouts started",
        "N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, Marketing Metrics, 2020");

    /// <summary>The number of checkouts that ended in a purchase.</summary>
    public long Purchased => Evidence.Rest;

    /// <summary>The number of checkouts started whose outcome is known.</summary>
    public long Started => Evidence.N;

    /// <summary>What is counted, and how long a purchase may take.</summary>
    public CartBasis Basis { get; }

    /// <summary>The number of checkouts whose time window has not ended, which are left out of the base.</summary>
    public long Open { get; }

    /// <summary>The number of purchases without a checkout started within the time window before, which are left out of the base.</summary>
    public long PurchasesWithoutCheckout { get; }

    /// <summary>The number of checkouts whose customer emptied the cart: closed without a purchase, and left out of the base.</summary>
    public long Emptied { get; }

    /// <summary>The checkouts that ended without a purchase among all checkouts, from which every interval for a share can be computed.</summary>
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => Basis.Unit.Observed(ObservationKind.Checkout);

    /// <inheritdoc/>
    public IReadOnlyList<LeftOutCount> LeftOut =>
        LeftOutCount.Of((LeftOutKind.Open, Open), (LeftOutKind.Emptied, Emptied), (LeftOutKind.PurchaseWithoutStart, PurchasesWithoutCheckout));

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(CommerceRules.Unit(Basis.Unit), KpiRules.Within("Window", Basis.Window));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>The completion rate, 1 minus the abandonment: a fraction in [0, 1]; <see langword="null"/> when there is no checkout.</summary>
    public double? Completion => Evidence.Complement().Value;

    /// <summary>Creates the rate from one row of a classified log.</summary>
    /// <param name="state">How the checkout ended.</param>
    /// <param name="basis">What is counted, and how long a purchase may take.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="state"/> is not a named value.</exception>
    public static CheckoutAbandonment FromState(CartState state, CartBasis basis) => Guard.Defined(state) switch
    {
        CartState.Purchased => new(1, 1, basis),
        CartState.Abandoned => new(0, 1, basis),
        CartState.Open => new(0, 0, basis, open: 1),
        CartState.PurchaseAlone => new(0, 0, basis, purchasesWithoutCheckout: 1),
        CartState.Emptied => new(0, 0, basis, emptied: 1),
    };

    /// <summary>Creates the rate from an event log, by the rules of <see cref="CartEvents"/>.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a cart, session or customer.</typeparam>
    /// <param name="events">The key, the kind and the time of each event, in any order.</param>
    /// <param name="window">The time within which a purchase counts; greater than zero.</param>
    /// <param name="asOf">The end of the data: everything that happened until then is in the log, and no event is later.</param>
    /// <returns>The rate over the checkouts whose time window has ended.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="events"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An event has no key; the message names its position.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The window is not greater than zero, an event is later than <paramref name="asOf"/>, or the kind of an
    /// event is not a named value.</exception>
    public static CheckoutAbandonment FromEvents<TKey>(IEnumerable<(TKey Key, CartEventKind Kind, Instant Time)> events, Duration window, Instant asOf)
        where TKey : notnull
    {
        (long purchased, long abandoned, long open, long alone, long emptied) = CartEvents.Count(
            CartEvents.Classify(events, window, asOf, CartEventKind.Checkout));
        return new(purchased, purchased + abandoned, new CartBasis(ConversionUnit.Checkout, window), open, alone, emptied);
    }

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(CheckoutAbandonment baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public CheckoutAbandonment Combine(CheckoutAbandonment other) => new(
        Evidence.Combine(other.Evidence),
        Shared(other),
        Guard.Add(Open, other.Open),
        Guard.Add(PurchasesWithoutCheckout, other.PurchasesWithoutCheckout),
        Guard.Add(Emptied, other.Emptied));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private CartBasis Shared(CheckoutAbandonment other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Basis, other, other.Basis, "unit or window", name);

    static CheckoutAbandonment IJsonRecord<CheckoutAbandonment>.Json(JsonMembers<CheckoutAbandonment> json) => new(
        json.Value(nameof(Purchased), x => x.Purchased),
        json.Value(nameof(Started), x => x.Started),
        json.Record(nameof(Basis), x => x.Basis),
        json.Value(nameof(Open), x => x.Open),
        json.Value(nameof(PurchasesWithoutCheckout), x => x.PurchasesWithoutCheckout),
        json.Value(nameof(Emptied), x => x.Emptied));
}
