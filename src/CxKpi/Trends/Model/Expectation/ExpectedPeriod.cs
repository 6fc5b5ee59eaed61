using System.Globalization;

namespace CxKpi.Trends;

/// <summary>The figure to expect of one period ahead, with its limits.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record ExpectedPeriod
{
    internal ExpectedPeriod()
    {
    }

    /// <summary>The period.</summary>
    public CalendarPeriod Period { get; internal init; }

    /// <summary>The figure expected, in the KPI's unit; <see langword="null"/> when the period's season was never observed.</summary>
    public double? Value { get; internal init; }

    /// <summary>The lower limit for the actual figure, in the KPI's unit.</summary>
    public double? Lower { get; internal init; }

    /// <summary>The upper limit for the actual figure, in the KPI's unit.</summary>
    public double? Upper { get; internal init; }

    /// <summary>The assumed number of observations of the period; <see langword="null"/> when sampling variances are unknown.</summary>
    public double? Size { get; internal init; }

    /// <summary>The period, the figure and its limits as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => Value is null
        ? $"{Period}: -"
        : string.Create(CultureInfo.InvariantCulture, $"{Period}: {KpiText.Short(Value)} [{KpiText.Short(Lower)}, {KpiText.Short(Upper)}]");
}
