using System.Globalization;

namespace CxKpi;

/// <summary>A target with what the evidence says about it.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record TargetAssessment
{
    /// <summary>The target.</summary>
    public required Target Target { get; init; }

    /// <summary>What the interval says.</summary>
    public required TargetStatus Status { get; init => field = Guard.Defined(value, nameof(Status)); }

    /// <summary>The value that was judged, in the KPI's unit; <see langword="null"/> when it is undefined.</summary>
    public double? Value { get; init; }

    /// <summary>The lower limit of the value; <see langword="null"/> when the evidence gives none.</summary>
    public double? Lower { get; init; }

    /// <summary>The upper limit of the value; <see langword="null"/> when the evidence gives none.</summary>
    public double? Upper { get; init; }

    /// <summary>
    /// How much of the way from the baseline to the goal the value has come: 1 at the goal;
    /// <see langword="null"/> without a baseline, or when it keeps the goal already.
    /// </summary>
    public double? Attainment { get; init; }

    /// <summary>The attainment at the less favourable limit.</summary>
    public double? AttainmentLower { get; init; }

    /// <summary>The attainment at the more favourable limit.</summary>
    public double? AttainmentUpper { get; init; }

    /// <summary>
    /// Whether the deadline has passed; <see langword="null"/> when no deadline or no day is stated. Before it, a missed target is one not reached yet.
    /// </summary>
    public bool? IsDue { get; init; }

    /// <summary>The status, the value and the target as invariant text.</summary>
    /// <returns>Text for display, such as <c>Undecided: 42 against at least 40 (attainment 120 %)</c>.</returns>
    public override string ToString()
    {
        string status = this is { Status: TargetStatus.Missed, IsDue: false } ? "Not met yet" : Status == TargetStatus.NoData ? "No data" : Status.ToString();
        string value = Value is { } known ? known.ToString("G6", CultureInfo.InvariantCulture) : "undefined";
        string attainment = Attainment is { } way ? string.Create(CultureInfo.InvariantCulture, $" (attainment {100 * way:0.#} %)") : "";
        return $"{status}: {value} against {Target}{attainment}";
    }
}
