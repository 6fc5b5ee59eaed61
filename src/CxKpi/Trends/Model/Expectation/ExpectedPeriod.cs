using System.Globalization;

namespace CxKpi.Trends;

/// <summary>What to expect of one period ahead.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record ExpectedPeriod
{
    internal ExpectedPeriod()
    {
    }

    /// <summary>The period.</summary>
    public CalendarPeriod Period { get; internal init; }

    /// <summary>The figure expected, in the KPI's unit; <see langword="null"/> when its season was never observed.</summary>
    public double? Value { get; internal init; }

    /// <summary>The lower limit of the figure to come.</summary>
    public double? Lower { get; internal init; }

    /// <summary>The upper limit of the figure to come.</summary>
    public double? Upper { get; internal init; }

    /// <summary>How many observations the period's figure was taken to rest on; <see langword="null"/> when sampling variances are not known.</summary>
    public double? Size { get; internal init; }

    /// <summary>The period, the figure and its limits as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => Value is null
        ? $"{Period}: -"
        : string.Create(CultureInfo.InvariantCulture, $"{Period}: {Value:0.####} [{Lower:0.####}, {Upper:0.####}]");
}
