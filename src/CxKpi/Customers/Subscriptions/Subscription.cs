using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>One row of a table of subscriptions: who pays how much, from when and until when.</summary>
/// <typeparam name="TKey">The type of the key that identifies a customer.</typeparam>
/// <remarks>
/// A customer may have several rows: several subscriptions at once, one after the other, or one whose plan or amount changed. A change is two rows, of which
/// the second begins when the first ends; so is a discount that ends. A row is checked by <see cref="SubscriptionLedger.Of{TKey}"/>, which names its position.
/// <para>Pitfalls: entering the day of the notice as the end, which comes when the paid term ends; one-off fees, usage and taxes in the amount, since they do
/// not recur; a refund as a negative amount, since it changes what was paid and not what recurs.</para>
/// </remarks>
[JsonConverter(typeof(SelfJsonConverterFactory))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record Subscription<TKey> : IJsonRecord<Subscription<TKey>>
    where TKey : notnull
{
    /// <summary>Creates the row.</summary>
    /// <param name="customer">The key of the customer.</param>
    /// <param name="start">The first day on which the subscription holds, in the ISO calendar.</param>
    /// <param name="end">The day on which it ends, as <see cref="SubscriptionRules.End"/> says; <see langword="null"/> when it still holds. The last day that
    /// the calendar has stands for none as well.</param>
    /// <param name="amount">The amount of money that recurs, per <see cref="Per"/>; 0 where nothing is paid or only customers are counted.</param>
    /// <exception cref="ArgumentNullException"><paramref name="customer"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A day is not in the ISO calendar.</exception>
    public Subscription(TKey customer, LocalDate start, LocalDate? end = null, decimal amount = 0)
    {
        ArgumentNullException.ThrowIfNull(customer);
        Customer = customer;
        Start = CalendarGuard.Iso(start);
        End = end is { } day ? CalendarGuard.Iso(day, nameof(end)) : null;
        Amount = amount;
    }

    /// <inheritdoc cref="Subscription{TKey}(TKey, LocalDate, LocalDate?, decimal)"/>
    [OverloadResolutionPriority(-1)]
    public Subscription(TKey customer, DateOnly start, DateOnly? end = null, decimal amount = 0)
        : this(customer, LocalDate.FromDateOnly(start), end is { } day ? LocalDate.FromDateOnly(day) : null, amount)
    {
    }

    /// <summary>The key of the customer.</summary>
    public TKey Customer { get; }

    /// <summary>The first day on which the subscription holds.</summary>
    public LocalDate Start { get; }

    /// <summary>The day on which it ends; <see langword="null"/> when it still holds.</summary>
    public LocalDate? End { get; }

    /// <summary>The amount of money that recurs, per <see cref="Per"/>.</summary>
    public decimal Amount { get; }

    /// <summary>The unit of time for which the amount is paid; a month unless it is set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a named value.</exception>
    public CalendarUnit Per { get; init => field = Guard.Defined(value, nameof(Per)); } = CalendarUnit.Month;

    /// <summary>The name of the plan; empty when it is not stated.</summary>
    public string Plan { get; init => field = value ?? ""; } = "";

    /// <summary>The ISO 4217 code of the amount's currency; <see langword="null"/> when it is not stated.</summary>
    /// <exception cref="ArgumentException">The value is not a code of three capital letters.</exception>
    public string? Currency { get; init => field = Guard.Currency(value, nameof(Currency)); }

    /// <summary>
    /// The day whose exchange rate holds for as long as the row does. Unless it is set it is that of the customer's first paid row in the same currency that it
    /// continues, or else the start.
    /// </summary>
    /// <exception cref="ArgumentException">The day is not in the ISO calendar.</exception>
    public LocalDate? CurrencyDate { get; init => field = value is { } day ? CalendarGuard.Iso(day, nameof(CurrencyDate)) : null; }

    /// <summary>Whether the row is a trial, which makes nobody a customer unless the rules say so.</summary>
    public bool IsTrial { get; init; }

    /// <summary>The row as invariant text.</summary>
    /// <returns>Text for display, such as <c>C1 from 2026-01-15 to 2026-04-15: 49 EUR per month, team</c>.</returns>
    public override string ToString()
    {
        string end = End is { } day ? string.Create(CultureInfo.InvariantCulture, $" to {day:uuuu-MM-dd}") : "";
        string amount = string.Create(CultureInfo.InvariantCulture, $"{Amount}{(Currency is null ? "" : " ")}{Currency} {Phrases.English.Per(Per)}");
        return TerminalText.Clean(
            string.Create(CultureInfo.InvariantCulture, $"{TableLabel.OfKey(Customer)} from {Start:uuuu-MM-dd}{end}: ")
                + Phrases.JoinNotEmpty(", ", amount, Plan, IsTrial ? "trial" : ""));
    }

    static Subscription<TKey> IJsonRecord<Subscription<TKey>>.Json(JsonMembers<Subscription<TKey>> json) => new(
        json.Any(nameof(Customer), x => x.Customer),
        json.Value(nameof(Start), x => x.Start),
        json.Optional(nameof(End), x => x.End),
        json.Value(nameof(Amount), x => x.Amount))
    {
        Per = json.Value(nameof(Per), x => x.Per),
        Plan = json.Text(nameof(Plan), x => x.Plan),
        Currency = json.OptionalText(nameof(Currency), x => x.Currency),
        CurrencyDate = json.Optional(nameof(CurrencyDate), x => x.CurrencyDate),
        IsTrial = json.Value(nameof(IsTrial), x => x.IsTrial),
    };
}
