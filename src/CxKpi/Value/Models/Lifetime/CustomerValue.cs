using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>What a customer will be worth, and what that is made of.</summary>
/// <typeparam name="TKey">The type of the key that identifies a customer.</typeparam>
/// <remarks><code>value = expected mean amount * margin share * discounted purchases</code></remarks>
[JsonConverter(typeof(SelfJsonConverterFactory))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record CustomerValue<TKey> : IJsonRecord<CustomerValue<TKey>>
    where TKey : notnull
{
    internal CustomerValue(TKey customer, double probabilityAlive, double discountedPurchases, double? expectedMeanAmount, double? value)
    {
        Customer = customer;
        ProbabilityAlive = Guard.Probability(probabilityAlive);
        DiscountedPurchases = Guard.Finite(Guard.NotNegative(discountedPurchases), nameof(discountedPurchases));
        ExpectedMeanAmount = Guard.Finite(expectedMeanAmount, nameof(expectedMeanAmount));
        Value = Guard.Finite(value, nameof(value));
    }

    /// <summary>The customer.</summary>
    public TKey Customer { get; }

    /// <summary>The probability that the customer has not left yet.</summary>
    public double ProbabilityAlive { get; }

    /// <summary>The expected number of purchases within the horizon, each discounted to today.</summary>
    public double DiscountedPurchases { get; }

    /// <summary>The expected mean amount of a purchase; <see langword="null"/> where the spend model has none.</summary>
    public double? ExpectedMeanAmount { get; }

    /// <summary>The value in margin; <see langword="null"/> where the spend model has no mean amount, never negative.</summary>
    public double? Value { get; }

    /// <summary>The value as invariant text.</summary>
    /// <returns>Text for display, such as <c>1: 36.73 (1.49 purchases of 24.65)</c>.</returns>
    public override string ToString() => TerminalText.Clean(string.Create(
        CultureInfo.InvariantCulture,
        $"{Customer}: {Text(Value)} ({DiscountedPurchases:#,0.00} purchases of {Text(ExpectedMeanAmount)})"));

    private static string Text(double? amount) => amount?.ToString("#,0.00", CultureInfo.InvariantCulture) ?? "n/a";

    static CustomerValue<TKey> IJsonRecord<CustomerValue<TKey>>.Json(JsonMembers<CustomerValue<TKey>> json) => new(
        json.Any(nameof(Customer), x => x.Customer),
        json.Value(nameof(ProbabilityAlive), x => x.ProbabilityAlive),
        json.Value(nameof(DiscountedPurchases), x => x.DiscountedPurchases),
        json.Optional(nameof(ExpectedMeanAmount), x => x.ExpectedMeanAmount),
        json.Optional(nameof(Value), x => x.Value));
}
