using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>What purchase models need of a customer: how many repeat purchases, the last of them when, and how long ago the first purchase was.</summary>
/// <remarks>
/// Times count from the customer's first purchase, in the unit of the model. The first purchase is no repeat purchase.
/// <para>
/// The recency of these models is the customer's age at the last purchase, so that a large one is a good sign. In the scoring of recency, frequency and
/// monetary value (<see cref="RfmBands"/>) it is the time since the last purchase, which is <see cref="SinceLast"/> here.
/// </para>
/// <c>default</c> stands for no customer.
/// Source: P. Fader, B. Hardie, K. L. Lee, "Counting your customers the easy way", Marketing Science 24, 2005.
/// <example>A customer who bought 30.43 weeks after the first purchase for the second and last time, 38.86 weeks after it:
/// <c>new PurchaseHistory(2, 30.43, 38.86)</c>.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<PurchaseHistory>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct PurchaseHistory : IJsonRecord<PurchaseHistory>
{
    // Far beyond any customer, and far enough from where counting ends.
    private const int MostPurchases = 1_000_000_000;

    /// <summary>Creates the history of a customer, or of several customers whose histories are alike.</summary>
    /// <param name="frequency">The number of repeat purchases, from 0 to a billion.</param>
    /// <param name="recency">The customer's age at the last purchase; 0 when there is no repeat purchase, 1e-12 or more when there is one.</param>
    /// <param name="age">The time from the first purchase to the end of observation; not below the recency, and 1e12 at most.</param>
    /// <param name="customers">How many customers have this history; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is out of its range, the recency is above the age, or it is 0 although there is a repeat
    /// purchase, or above 0 although there is none.</exception>
    public PurchaseHistory(int frequency, double recency, double age, long customers = 1)
    {
        Frequency = Guard.InRange(frequency, 0, MostPurchases);
        Age = ModelTime.Time(age);
        Recency = Guard.Part(recency, age);
        Customers = Guard.NotNegative(customers);
        if (frequency == 0 && recency > 0)
        {
            throw Guard.Outside(nameof(recency), "must be 0 when there is no repeat purchase", recency);
        }

        if (frequency > 0 && recency < ModelTime.Shortest)
        {
            throw Guard.Outside(
                nameof(recency),
                recency == 0 ? "must be above 0 when there are repeat purchases" : "must not be below 1e-12 when there are repeat purchases",
                recency,
                advice: "purchases of one day count as one");
        }
    }

    /// <summary>The number of repeat purchases, x in the literature.</summary>
    public int Frequency { get; }

    /// <summary>The customer's age at the last purchase, t_x in the literature; not the time since then.</summary>
    public double Recency { get; }

    /// <summary>The time from the first purchase to the end of observation, T in the literature.</summary>
    public double Age { get; }

    /// <summary>How many customers have this history.</summary>
    public long Customers { get; }

    /// <summary>The time from the last purchase to the end of observation.</summary>
    public double SinceLast => Age - Recency;

    /// <summary>The history as invariant text.</summary>
    /// <returns>Text for display, such as <c>2 repeat purchases, the last at age 30.43 of 38.86</c>.</returns>
    public override string ToString()
    {
        string several = Customers == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({Customers:#,0} customers)");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Frequency:#,0} repeat purchase{(Frequency == 1 ? "" : "s")}, the last at age {Recency:G6} of {Age:G6}{several}");
    }

    static PurchaseHistory IJsonRecord<PurchaseHistory>.Json(JsonMembers<PurchaseHistory> json) => new(
        json.Value(nameof(Frequency), x => x.Frequency),
        json.Value(nameof(Recency), x => x.Recency),
        json.Value(nameof(Age), x => x.Age),
        json.Value(nameof(Customers), x => x.Customers));
}
