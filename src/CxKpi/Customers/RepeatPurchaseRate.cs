using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>Repeat purchase rate: the share of the buyers of a time window who ordered at least twice in it.</summary>
/// <remarks>
/// <code>repeat purchase rate = buyers with 2 or more orders / buyers</code> The value is a fraction in [0, 1] for a stated window;
/// <c>default</c> holds no data.
/// It can be created from counts, or the customer of each order. Records with different time windows neither combine nor compare.
/// Source: the usual definition of e-commerce analytics. Elsewhere "repeat" means having bought before the window (ECDB, "Repeat customer rate"), which is
/// another figure.
/// <para>Pitfalls: comparing windows of different length, since a longer one gives a higher rate; counting buyers whose first order is so recent that they had
/// no time for a second one, which makes a growing shop look bad (take the buyers of one cohort with the same time each);
/// combining consecutive windows, since a customer who buys once in each is a repeat buyer of neither (tally the orders of the long window instead);
/// counting parts of one order, cancelled orders and returns as orders.</para>
/// <example>The orders of customers a, a, b, c, c, c, d, e, e and f: 3 of 6 buyers came back, which is 50 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<RepeatPurchaseRate>))]
[TypeFormatterSource(typeof(KpiFormatters<RepeatPurchaseRate>))]
public readonly record struct RepeatPurchaseRate : IKpi<RepeatPurchaseRate>, IJsonRecord<RepeatPurchaseRate>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="repeatBuyers">The number of buyers with two or more orders in the window; not negative, not more than <paramref name="buyers"/>.</param>
    /// <param name="buyers">The number of buyers with at least one order in the window; not negative.</param>
    /// <param name="window">The length of the window, or <see langword="null"/>; greater than zero; rates over different windows do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, there are more repeat buyers than buyers, or the window is not greater than
    /// zero.</exception>
    public RepeatPurchaseRate(long repeatBuyers, long buyers, Duration? window = null)
        : this(new ShareTally(Guard.Part(repeatBuyers, buyers), buyers), window)
    {
    }

    /// <inheritdoc cref="RepeatPurchaseRate(long, long, Duration?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public RepeatPurchaseRate(long repeatBuyers, long buyers)
        : this(repeatBuyers, buyers, null)
    {
    }

    /// <summary>Creates the record from its evidence, such as a published percentage (<see cref="ShareTally.FromPublished"/>).</summary>
    /// <param name="evidence">The counts, or what was published of them.</param>
    /// <param name="window">The length of the window, or <see langword="null"/>; rates over different windows do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rule is not a possible value.</exception>
    public RepeatPurchaseRate(ShareTally evidence, Duration? window = null)
    {
        Evidence = evidence;
        Window = window <= Duration.Zero ? throw Guard.Outside(nameof(window), "must be greater than zero", window) : window;
    }

    /// <inheritdoc cref="RepeatPurchaseRate(ShareTally, Duration?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public RepeatPurchaseRate(ShareTally evidence)
        : this(evidence, null)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Repeat purchase rate",
        "Repeat purchase",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "buyers with 2 or more orders / buyers",
        "Common definition of e-commerce analytics; no single author");

    /// <summary>The number of buyers with two or more orders in the window.</summary>
    public long RepeatBuyers => Evidence.Count;

    /// <summary>The number of buyers with at least one order in the window.</summary>
    public long Buyers => Evidence.N;

    /// <summary>The length of the window; <see langword="null"/> when it is not stated.</summary>
    public Duration? Window { get; }

    /// <summary>The underlying counts, from which every interval for a share can be computed.</summary>
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Customer;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(KpiRules.Within(nameof(Window), Window));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the rate from the orders of one window.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a customer.</typeparam>
    /// <param name="customers">The customer of each order in the window, in any order.</param>
    /// <param name="window">The length of the window, or <see langword="null"/>; greater than zero.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="customers"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An order has no key; the message names its position.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The window is not greater than zero.</exception>
    public static RepeatPurchaseRate FromOrders<TKey>(IEnumerable<TKey> customers, Duration? window = null)
        where TKey : notnull
    {
        Dictionary<TKey, bool> repeats = [];
        long repeatBuyers = 0, position = 0;
        foreach (TKey customer in Guard.NotNull(customers))
        {
            ref bool repeated = ref CollectionsMarshal.GetValueRefOrAddDefault(repeats, LogKey.Known(customer, position++, nameof(customers)), out bool known);
            if (known && !repeated)
            {
                repeated = true;
                repeatBuyers++;
            }
        }

        return new(repeatBuyers, repeats.Count, window);
    }

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(RepeatPurchaseRate baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public RepeatPurchaseRate Combine(RepeatPurchaseRate other) => new(Evidence.Combine(other.Evidence), Shared(other));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private Duration? Shared(RepeatPurchaseRate other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Window, other, other.Window, "window", name);

    static RepeatPurchaseRate IJsonRecord<RepeatPurchaseRate>.Json(JsonMembers<RepeatPurchaseRate> json) => new(
        ShareJson.Of(json, nameof(RepeatBuyers), nameof(Buyers), x => x.Evidence),
        json.Optional(nameof(Window), x => x.Window));
}
