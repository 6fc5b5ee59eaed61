namespace CxKpi;

/// <summary>Which complaints are counted.</summary>
public enum ComplaintScope
{
    /// <summary>All complaints received, justified or not: what customers experienced.</summary>
    All,

    /// <summary>Only complaints that the firm upheld: what it admits. Recent ones may be upheld later.</summary>
    UpheldOnly,
}
