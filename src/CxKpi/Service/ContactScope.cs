namespace CxKpi;

/// <summary>Which contacts are judged by what follows them.</summary>
public enum ContactScope
{
    /// <summary>Every contact: an issue that needs three contacts fails twice and succeeds with the last.</summary>
    EveryContact,

    /// <summary>Only contacts that open an issue, with none of the same customer in the window before: an issue that needs three contacts fails once.</summary>
    IssueStarts,
}
