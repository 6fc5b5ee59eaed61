namespace CxKpi;

/// <summary>How soon a line of a scorecard wants its reader, the most urgent first.</summary>
internal enum Urgency
{
    /// <summary>The target is missed by evidence, and its time has come.</summary>
    MissesTarget,

    /// <summary>The KPI is worse than its history, or than the period before, leads one to expect.</summary>
    Worse,

    /// <summary>The target is undecided or not reached yet, or the figure lies beyond its usual level while its season is not known.</summary>
    ToWatch,

    /// <summary>The sample is too thin to say much.</summary>
    Thin,

    /// <summary>Nothing calls for attention.</summary>
    Quiet,
}
