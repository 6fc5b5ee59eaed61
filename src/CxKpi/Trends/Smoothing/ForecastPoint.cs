using System.Globalization;

namespace CxKpi.Trends;

/// <summary>A figure foretold, with the limits that the actual one will keep within at the stated confidence if the series goes on as it did.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct ForecastPoint
{
    internal ForecastPoint(int step, double value, double standardError, double quantile)
    {
        Step = step;
        Value = value;
        StandardError = standardError;
        Lower = value - quantile * standardError;
        Upper = value + quantile * standardError;
    }

    /// <summary>How many periods after the last, from 1.</summary>
    public int Step { get; }

    /// <summary>The figure foretold.</summary>
    public double Value { get; }

    /// <summary>The lower limit for the actual figure.</summary>
    public double Lower { get; }

    /// <summary>The upper limit for the actual figure.</summary>
    public double Upper { get; }

    /// <summary>The standard error of the prediction; not negative.</summary>
    public double StandardError { get; }

    /// <summary>The step, the figure and its limits as invariant text.</summary>
    /// <returns>Text for display, such as <c>+1: 42.1 [38.5, 45.7]</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"+{Step}: {Value:0.####} [{Lower:0.####}, {Upper:0.####}]");
}
