using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The time by which a share of customers has left, with its limits.</summary>
/// <remarks>
/// <code>time = the smallest t with S(t) &lt;= 1 - share</code>
/// The limits are the times at which the lower and the upper limit of the curve pass the same height. Source: R. Brookmeyer, J. Crowley, "A confidence
/// interval for the median survival time", 1982. R's <c>quantile</c> takes the middle of a plateau where the curve lies exactly at that height.
/// <c>default</c> is the time by which nobody has left.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<SurvivalQuantile>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct SurvivalQuantile : IJsonRecord<SurvivalQuantile>
{
    internal SurvivalQuantile(double share, double? time, double? lower, double? upper)
    {
        Share = Guard.InRange(share, 0, 1);
        Time = Checked(time, nameof(time));
        Lower = Checked(lower, nameof(lower));
        Upper = Checked(upper, nameof(upper));
    }

    /// <summary>The share of customers who have left, between 0 and 1.</summary>
    public double Share { get; }

    /// <summary>The time by which they have left; <see langword="null"/> when so many have not left as far as one can see.</summary>
    public double? Time { get; }

    /// <summary>The lower limit of the time; <see langword="null"/> when the curve gives none.</summary>
    public double? Lower { get; }

    /// <summary>The upper limit of the time; <see langword="null"/> when the curve gives none, so that the time may be any longer.</summary>
    public double? Upper { get; }

    /// <summary>The time with its limits as invariant text.</summary>
    /// <returns>Text for display, such as <c>50% by 23 [13, -]</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{100 * Share:0.##}% by {Time?.ToString(CultureInfo.InvariantCulture) ?? "-"} [{Text(Lower)}, {Text(Upper)}]");

    private static double? Checked(double? time, string name) => time is { } known ? Guard.NotNegative(Guard.Finite(known, name), name) : null;

    private static string Text(double? limit) => limit?.ToString(CultureInfo.InvariantCulture) ?? "-";

    static SurvivalQuantile IJsonRecord<SurvivalQuantile>.Json(JsonMembers<SurvivalQuantile> json) => json.InOrder(
        new(
            json.Value(nameof(Share), x => x.Share),
            json.Optional(nameof(Time), x => x.Time),
            json.Optional(nameof(Lower), x => x.Lower),
            json.Optional(nameof(Upper), x => x.Upper)),
        (x => x.Lower, x => x.Upper, nameof(Lower), nameof(Upper)));
}
