using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>Customers of one number of repeat purchases in the calibration: what they bought in the holdout, and what a model expected.</summary>
/// <remarks><c>default</c> has no customers.</remarks>
[JsonConverter(typeof(RecordJsonConverter<HoldoutRow>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct HoldoutRow : IJsonRecord<HoldoutRow>
{
    internal HoldoutRow(
        int frequency, bool isOpen, long customers, double? actual, double? expected, double? actualAmount = null, double? expectedAmount = null)
    {
        Frequency = Guard.NotNegative(frequency);
        IsOpen = isOpen;
        Customers = Guard.NotNegative(customers);
        Actual = Guard.Finite(actual, nameof(actual));
        Expected = Guard.Finite(expected, nameof(expected));
        ActualAmount = Guard.Finite(actualAmount, nameof(actualAmount));
        ExpectedAmount = Guard.Finite(expectedAmount, nameof(expectedAmount));
    }

    /// <summary>The number of repeat purchases in the calibration.</summary>
    public int Frequency { get; }

    /// <summary>Whether the row stands for this number and all larger ones.</summary>
    public bool IsOpen { get; }

    /// <summary>How many customers there are.</summary>
    public long Customers { get; }

    /// <summary>The mean number of purchases in the holdout; <see langword="null"/> without customers.</summary>
    public double? Actual { get; }

    /// <summary>The mean number of purchases that the model expects; <see langword="null"/> without customers.</summary>
    public double? Expected { get; }

    /// <summary>The mean amount of a customer in the holdout; <see langword="null"/> without customers, and where amounts were not compared.</summary>
    public double? ActualAmount { get; }

    /// <summary>The mean amount that the models expect of a customer; <see langword="null"/> without customers, where amounts were not compared, and where the
    /// spend model has none.</summary>
    public double? ExpectedAmount { get; }

    /// <summary>The row as invariant text.</summary>
    /// <returns>Text for display, such as <c>7+: 64 customers, 6.36 purchases, 6.16 expected</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Frequency}{(IsOpen ? "+" : "")}: {Customers:#,0} {(Customers == 1 ? "customer" : "customers")}, {Text(Actual)} purchases, {Text(Expected)} expected")
        + (ActualAmount is null ? "" : $"; amount {Text(ActualAmount)}, {Text(ExpectedAmount)} expected");

    private static string Text(double? mean) => mean?.ToString("#,0.00", CultureInfo.InvariantCulture) ?? "n/a";

    static HoldoutRow IJsonRecord<HoldoutRow>.Json(JsonMembers<HoldoutRow> json) => new(
        json.Value(nameof(Frequency), x => x.Frequency),
        json.Value(nameof(IsOpen), x => x.IsOpen),
        json.Value(nameof(Customers), x => x.Customers),
        json.Optional(nameof(Actual), x => x.Actual),
        json.Optional(nameof(Expected), x => x.Expected),
        json.Optional(nameof(ActualAmount), x => x.ActualAmount),
        json.Optional(nameof(ExpectedAmount), x => x.ExpectedAmount));
}
