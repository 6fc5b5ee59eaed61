using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace CxKpi;

/// <summary>A cart, or a started checkout, and how it ended.</summary>
/// <typeparam name="TKey">The type of the key that identifies a cart, session or customer.</typeparam>
/// <param name="Key">The key of the cart, session or customer.</param>
/// <param name="Time">When the cart was created or the checkout started; for a purchase without one, when the purchase was made.</param>
/// <param name="State">How it ended.</param>
[JsonConverter(typeof(SelfJsonConverterFactory))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct CartOutcome<TKey>(TKey Key, Instant Time, CartState State) : IJsonRecord<CartOutcome<TKey>>
    where TKey : notnull
{
    /// <summary>The key of the cart, session or customer.</summary>
    public TKey Key { get; } = Key ?? throw new ArgumentNullException(nameof(Key));

    /// <summary>When the cart was created or the checkout started; for a purchase without one, when the purchase was made.</summary>
    public Instant Time { get; } = Time;

    /// <summary>How it ended; a named value.</summary>
    public CartState State { get; } = Guard.Defined(State);

    /// <summary>
    /// When something last happened to it: it was created, updated, bought or emptied. A cart that is filled for days counts once, and on the day on which it
    /// was last touched where outcomes are tallied by this time.
    /// </summary>
    public Instant LastActivity { get; internal init; } = Time;

    /// <summary>The key, the time and the state as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => TerminalText.Clean($"{TableLabel.OfKey(Key)}, {InstantPattern.General.Format(Time)}: {State}");

    static CartOutcome<TKey> IJsonRecord<CartOutcome<TKey>>.Json(JsonMembers<CartOutcome<TKey>> json) => new(
        json.Any(nameof(Key), x => x.Key),
        json.Value(nameof(Time), x => x.Time),
        json.Value(nameof(State), x => x.State))
    {
        LastActivity = json.Value(nameof(LastActivity), x => x.LastActivity),
    };
}
