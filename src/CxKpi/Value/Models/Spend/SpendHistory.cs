using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>What the spend model needs of a customer: how many purchases, and their mean amount.</summary>
/// <remarks>
/// As in purchase models the purchases are repeat purchases, so that both models speak of the same ones. <c>default</c> stands for no customer.
/// Source: P. Fader and B. Hardie, "The Gamma-Gamma model of monetary value", 2013.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<SpendHistory>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct SpendHistory : IJsonRecord<SpendHistory>
{
    // Whatever sums of decimals and their means are lies between.
    private const double Smallest = 1e-40, Largest = 1e30;

    /// <summary>Creates the spending of a customer, or of several customers who spend alike.</summary>
    /// <param name="purchases">The number of purchases; not negative.</param>
    /// <param name="meanAmount">The mean amount of a purchase; 0 without purchases, and otherwise at most 1e30 and, unless it is 0, at
    /// least 1e-40, either of them also below 0. It may be 0 or less after refunds.</param>
    /// <param name="customers">How many customers spend so; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, the mean is out of its range, or not 0 although there are no
    /// purchases.</exception>
    public SpendHistory(int purchases, double meanAmount, long customers = 1)
    {
        Purchases = Guard.NotNegative(purchases);
        MeanAmount = Math.Abs(meanAmount) is 0 or (>= Smallest and <= Largest)
            ? meanAmount
            : throw Guard.Outside(nameof(meanAmount), "must be 0, or between 1E-40 and 1E+30 or as much below 0", meanAmount);
        Customers = Guard.NotNegative(customers);
        if (purchases == 0 && meanAmount != 0)
        {
            throw Guard.Outside(nameof(meanAmount), "must be 0 when there are no purchases", meanAmount);
        }
    }

    /// <summary>The number of purchases.</summary>
    public int Purchases { get; }

    /// <summary>The mean amount of a purchase.</summary>
    public double MeanAmount { get; }

    /// <summary>How many customers spend so.</summary>
    public long Customers { get; }

    /// <summary>The spending as invariant text.</summary>
    /// <returns>Text for display, such as <c>2 purchases of 22.35</c>.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Purchases:#,0} purchase{(Purchases == 1 ? "" : "s")} of {MeanAmount:#,0.##}");

    static SpendHistory IJsonRecord<SpendHistory>.Json(JsonMembers<SpendHistory> json) => new(
        json.Value(nameof(Purchases), x => x.Purchases),
        json.Value(nameof(MeanAmount), x => x.MeanAmount),
        json.Value(nameof(Customers), x => x.Customers));
}
