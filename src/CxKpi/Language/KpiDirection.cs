namespace CxKpi;

/// <summary>Whether a higher value of a KPI is good news.</summary>
public enum KpiDirection
{
    /// <summary>Neither direction is good in itself; the KPI is read beside another one.</summary>
    Neutral,

    /// <summary>A higher value is better, as for satisfaction.</summary>
    HigherIsBetter,

    /// <summary>A lower value is better, as for churn.</summary>
    LowerIsBetter,
}
