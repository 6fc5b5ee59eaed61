using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>Customers of one number of repeat purchases: how many there are, and how many a model expects.</summary>
/// <remarks><c>default</c> has no customers.</remarks>
[JsonConverter(typeof(RecordJsonConverter<FrequencyRow>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct FrequencyRow : IJsonRecord<FrequencyRow>
{
    internal FrequencyRow(int frequency, bool isOpen, long customers, double expected)
    {
        Frequency = Guard.NotNegative(frequency);
        IsOpen = isOpen;
        Customers = Guard.NotNegative(customers);
        Expected = Guard.Finite(expected);
    }

    /// <summary>The number of repeat purchases.</summary>
    public int Frequency { get; }

    /// <summary>Whether the row stands for this number and all larger ones.</summary>
    public bool IsOpen { get; }

    /// <summary>How many customers there are.</summary>
    public long Customers { get; }

    /// <summary>How many customers the model expects.</summary>
    public double Expected { get; }

    /// <summary>The row as invariant text.</summary>
    /// <returns>Text for display, such as <c>7+: 64 customers, 71.9 expected</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Frequency}{(IsOpen ? "+" : "")}: {Customers:#,0} {(Customers == 1 ? "customer" : "customers")}, {Expected:#,0.0} expected");

    static FrequencyRow IJsonRecord<FrequencyRow>.Json(JsonMembers<FrequencyRow> json) => new(
        json.Value(nameof(Frequency), x => x.Frequency),
        json.Value(nameof(IsOpen), x => x.IsOpen),
        json.Value(nameof(Customers), x => x.Customers),
        json.Value(nameof(Expected), x => x.Expected));
}
