using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi.Value;

/// <summary>What a log of transactions says of one customer: up to the end of the calibration, and in the holdout after it.</summary>
/// <typeparam name="TKey">The type of the key that identifies a customer.</typeparam>
/// <remarks>
/// <code>
/// frequency = days with a purchase - 1          recency = (last day - first day)/unit          age = (end of calibration - first day)/unit
/// </code>
/// Purchases of one day count as one, of their total amount. A week has 7 days, a month 365.25/12. By opportunities, those of one calendar unit count as one,
/// and recency and age are the calendar units that have come since that of the first purchase.
/// Source: P. Fader and B. Hardie, "Notes on the CDNOW master data set", 2013.
/// </remarks>
[JsonConverter(typeof(SelfJsonConverterFactory))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record CustomerPurchases<TKey> : IJsonRecord<CustomerPurchases<TKey>>
    where TKey : notnull
{
    internal CustomerPurchases(
        TKey customer, LocalDate firstPurchase, LocalDate lastPurchase, LocalDate calibrationEnd, HistoryClock clock, int frequency, decimal repeatAmount)
    {
        Customer = customer;
        FirstPurchase = firstPurchase;
        LastPurchase = lastPurchase;
        CalibrationEnd = calibrationEnd;
        Unit = Guard.Defined(clock.Unit, nameof(Unit));
        Timing = Guard.Defined(clock.Timing, nameof(Timing));
        Frequency = Guard.NotNegative(frequency);
        RepeatAmount = repeatAmount;
        History = new(frequency, clock.Between(firstPurchase, lastPurchase), clock.Between(firstPurchase, calibrationEnd));
    }

    /// <summary>The customer.</summary>
    public TKey Customer { get; }

    /// <summary>The day of the first purchase.</summary>
    public LocalDate FirstPurchase { get; }

    /// <summary>The day of the last purchase of the calibration.</summary>
    public LocalDate LastPurchase { get; }

    /// <summary>The last day of the calibration.</summary>
    public LocalDate CalibrationEnd { get; }

    /// <summary>The unit of the history's times.</summary>
    public CalendarUnit Unit { get; }

    /// <summary>What the history's times count.</summary>
    public PurchaseTiming Timing { get; }

    /// <summary>The number of repeat purchases in the calibration.</summary>
    public int Frequency { get; }

    /// <summary>The amount of all repeat purchases in the calibration, refunds taken off.</summary>
    public decimal RepeatAmount { get; }

    /// <summary>The mean amount of a repeat purchase; <see langword="null"/> without one.</summary>
    public decimal? MeanAmount => Frequency > 0 ? RepeatAmount / Frequency : null;

    /// <summary>The number of purchases in the holdout.</summary>
    public int HoldoutPurchases { get; internal init; }

    /// <summary>The amount of the purchases in the holdout, refunds taken off.</summary>
    public decimal HoldoutAmount { get; internal init; }

    /// <summary>The days from the last purchase to the end of the calibration: the recency of scoring, and not that of purchase models.</summary>
    public int DaysSinceLast => ModelTime.DaysBetween(LastPurchase, CalibrationEnd);

    /// <summary>What purchase models need of the customer.</summary>
    public PurchaseHistory History { get; }

    /// <summary>What the spend model needs of the customer.</summary>
    public SpendHistory Spending => new(Frequency, (double)(MeanAmount ?? 0));

    /// <summary>The customer's purchases as invariant text.</summary>
    /// <returns>Text for display, such as <c>1: 2 repeat purchases, the last at age 30.43 of 38.86</c>.</returns>
    public override string ToString() => TerminalText.Clean(string.Create(CultureInfo.InvariantCulture, $"{Customer}: {History}"));

    static CustomerPurchases<TKey> IJsonRecord<CustomerPurchases<TKey>>.Json(JsonMembers<CustomerPurchases<TKey>> json) => new(
        json.Any(nameof(Customer), x => x.Customer),
        json.Value(nameof(FirstPurchase), x => x.FirstPurchase),
        json.Value(nameof(LastPurchase), x => x.LastPurchase),
        json.Value(nameof(CalibrationEnd), x => x.CalibrationEnd),
        new HistoryClock(json.Value(nameof(Unit), x => x.Unit), json.Value(nameof(Timing), x => x.Timing)),
        json.Value(nameof(Frequency), x => x.Frequency),
        json.Value(nameof(RepeatAmount), x => x.RepeatAmount))
    {
        HoldoutPurchases = Guard.NotNegative(json.Value(nameof(HoldoutPurchases), x => x.HoldoutPurchases), nameof(HoldoutPurchases)),
        HoldoutAmount = json.Value(nameof(HoldoutAmount), x => x.HoldoutAmount),
    };
}
