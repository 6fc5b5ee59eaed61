using System.Globalization;

namespace CxKpi;

/// <summary>The cumulative hazard after one time.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct HazardPoint
{
    internal HazardPoint(double time, double value, double standardError, double? lower, double? upper)
    {
        Time = time;
        Value = value;
        StandardError = standardError;
        Lower = lower;
        Upper = upper;
    }

    /// <summary>The time since each customer's beginning.</summary>
    public double Time { get; }

    /// <summary>The cumulative hazard; not negative, and not bounded by 1.</summary>
    public double Value { get; }

    /// <summary>Its standard error.</summary>
    public double StandardError { get; }

    /// <summary>The lower limit, on the logarithm; <see langword="null"/> while nobody has left.</summary>
    public double? Lower { get; }

    /// <summary>The upper limit, on the logarithm; <see langword="null"/> while nobody has left.</summary>
    public double? Upper { get; }

    /// <summary>The time with its hazard as invariant text.</summary>
    /// <returns>Text for display, such as <c>12: 0.42 [0.3, 0.58]</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Time}: {Value:0.####} [{Lower:0.####}, {Upper:0.####}]");
}
