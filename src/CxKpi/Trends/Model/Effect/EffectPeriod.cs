using System.Globalization;

namespace CxKpi.Trends;

/// <summary>One period under an effect: the actual figure, the figure expected from the earlier periods, and the gap.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record EffectPeriod
{
    internal EffectPeriod()
    {
    }

    /// <summary>The period.</summary>
    public CalendarPeriod Period { get; internal init; }

    /// <summary>The share of the period's days under the effect, above 0 and at most 1.</summary>
    public double ShareAffected { get; internal init; }

    /// <summary>The figure, in the KPI's unit.</summary>
    public double Actual { get; internal init; }

    /// <summary>
    /// The figure expected without the effect, from the earlier periods alone; where season and trend lead beyond an end of the KPI's range, that end.
    /// </summary>
    public double Expected { get; internal init; }

    /// <summary>The lower limit within which a figure without the effect would lie; like the upper one, it stays within the KPI's range.</summary>
    public double Lower { get; internal init; }

    /// <summary>The upper limit within which a figure without the effect would lie.</summary>
    public double Upper { get; internal init; }

    /// <summary>The figure less the expected one, which lies within the KPI's range: never more than the KPI can change.</summary>
    public double Gap => Actual - Expected;

    /// <summary>Whether the figure lies outside the limits.</summary>
    public bool IsOutside => Actual < Lower || Actual > Upper;

    /// <summary>The figure, the expected one and its limits as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Period}: {KpiText.Short(Actual)}, expected {KpiText.Short(Expected)} ")
        + string.Create(CultureInfo.InvariantCulture, $"[{KpiText.Short(Lower)}, {KpiText.Short(Upper)}]");
}
