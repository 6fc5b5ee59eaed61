using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>How a table of subscriptions is read: what an end is, which gaps are no churn, whether trials count, and in which currency.</summary>
/// <remarks>
/// <c>default</c> are the usual rules: an end is the first day on which a subscription no longer holds, any gap is churn, trials are left out, and amounts have
/// one currency. The rules stand beside the figures in every face.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<SubscriptionRules>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct SubscriptionRules : IJsonRecord<SubscriptionRules>
{
    private const int MostDays = 366;

    /// <summary>What the end of a subscription is; the first day on which it no longer holds unless it is set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a named value.</exception>
    public SubscriptionEnd End { get; init => field = Guard.Defined(value, nameof(End)); }

    /// <summary>
    /// The longest gap in days, from 0 to 366, after which a customer who comes back is taken to have never left, such as the time in which failed payments are
    /// tried again; 0 unless it is set. In the gap the customer counts with what they paid before it.
    /// </summary>
    /// <remarks>Who has not come back yet is gone: the last so many days can still change, and their periods count as incomplete.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value does not lie between 0 and 366.</exception>
    public int LongestGap { get; init => field = Guard.InRange(value, 0, MostDays, nameof(LongestGap)); }

    /// <summary>Whether trials make customers, and their amounts revenue; otherwise their rows are left out.</summary>
    public bool TrialsAreCustomers { get; init; }

    /// <summary>
    /// The ISO 4217 code of the currency into which all amounts are converted; <see langword="null"/> when none is converted, so that all must have one
    /// currency.
    /// </summary>
    /// <exception cref="ArgumentException">The value is not a code of three capital letters.</exception>
    public string? Currency { get; init => field = Guard.Currency(value, nameof(Currency)); }

    /// <summary>The rules in English.</summary>
    /// <returns>Text for display, such as <c>an end is the first day gone; any gap is churn; trials are left out</c>.</returns>
    public override string ToString() => SubscriptionWords.In(this, Phrases.English);

    static SubscriptionRules IJsonRecord<SubscriptionRules>.Json(JsonMembers<SubscriptionRules> json) => new()
    {
        End = json.Value(nameof(End), x => x.End),
        LongestGap = json.Value(nameof(LongestGap), x => x.LongestGap),
        TrialsAreCustomers = json.Value(nameof(TrialsAreCustomers), x => x.TrialsAreCustomers),
        Currency = json.OptionalText(nameof(Currency), x => x.Currency),
    };
}
