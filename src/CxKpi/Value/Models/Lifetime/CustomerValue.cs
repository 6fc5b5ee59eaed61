using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>What a customer will be worth, and what that is made of.</summary>
/// <typeparam name="TKey">The type of the key that identifies a customer.</typeparam>
/// <remarks>
/// <code>value = expected mean amount * margin share * discounted purchases</code>
/// It is revenue where the margin share is 1, as it is unless <see cref="LifetimeValueOptions.MarginShare"/> says otherwise, and margin below that.
/// </remarks>
[JsonConverter(typeof(SelfJsonConverterFactory))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record CustomerValue<TKey> : IJsonRecord<CustomerValue<TKey>>
    where TKey : notnull
{
    internal CustomerValue(
        TKey customer,
        double probabilityAlive,
        double discountedPurchases,
        double? expectedMeanAmount,
        double? value,
        double marginShare,
        string? currency)
    {
        Customer = customer;
        ProbabilityAlive = Guard.Probability(probabilityAlive);
        DiscountedPurchases = Guard.Finite(Guard.NotNegative(discountedPurchases), nameof(discountedPurchases));
        ExpectedMeanAmount = Guard.Finite(expectedMeanAmount, nameof(expectedMeanAmount));
        Value = Guard.Finite(value, nameof(value));
        MarginShare = Guard.Probability(marginShare);
        Currency = Guard.Currency(currency);
    }

    /// <summary>The customer.</summary>
    public TKey Customer { get; }

    /// <summary>The probability that the customer has not left yet.</summary>
    public double ProbabilityAlive { get; }

    /// <summary>The expected number of purchases within the horizon, each discounted to today.</summary>
    public double DiscountedPurchases { get; }

    /// <summary>The expected mean amount of a purchase; <see langword="null"/> where the spend model has none.</summary>
    public double? ExpectedMeanAmount { get; }

    /// <summary>The value, in revenue where <see cref="MarginShare"/> is 1 and in margin below that; <see langword="null"/> where the spend model has no mean
    /// amount, never negative.</summary>
    public double? Value { get; }

    /// <summary>The share of revenue that counts as value.</summary>
    public double MarginShare { get; }

    /// <summary>The ISO 4217 code of the amounts; <see langword="null"/> when it is not stated.</summary>
    public string? Currency { get; }

    /// <summary>The value as invariant text.</summary>
    /// <returns>Text for display, such as <c>1: 36.73 EUR (1.49 purchases of 24.65)</c>.</returns>
    public override string ToString() => TerminalText.Clean(string.Create(
        CultureInfo.InvariantCulture,
        $"{Customer}: {Text(Value)}{(Currency is null ? "" : " " + Currency)} ({DiscountedPurchases:#,0.00} purchases of {Text(ExpectedMeanAmount)})"));

    private static string Text(double? amount) => amount?.ToString("#,0.00", CultureInfo.InvariantCulture) ?? "n/a";

    static CustomerValue<TKey> IJsonRecord<CustomerValue<TKey>>.Json(JsonMembers<CustomerValue<TKey>> json) => new(
        json.Any(nameof(Customer), x => x.Customer),
        json.Value(nameof(ProbabilityAlive), x => x.ProbabilityAlive),
        json.Value(nameof(DiscountedPurchases), x => x.DiscountedPurchases),
        json.Optional(nameof(ExpectedMeanAmount), x => x.ExpectedMeanAmount),
        json.Optional(nameof(Value), x => x.Value),
        json.Value(nameof(MarginShare), x => x.MarginShare),
        json.OptionalText(nameof(Currency), x => x.Currency));
}
