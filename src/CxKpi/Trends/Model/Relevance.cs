namespace CxKpi.Trends;

/// <summary>How an interval compares with the smallest change that matters to the reader.</summary>
/// <remarks>
/// Significance says whether a change is there, relevance whether it is large enough to act upon. Source: D.
/// Schuirmann, "A comparison of the two one-sided tests procedure", 1987; here with the full interval, which is stricter.
/// </remarks>
public enum Relevance
{
    /// <summary>No smallest change was named, or there is no interval.</summary>
    NotAsked,

    /// <summary>The whole interval lies beyond the smallest change that matters, on one side.</summary>
    Relevant,

    /// <summary>The whole interval lies inside: any change is too small to matter.</summary>
    Negligible,

    /// <summary>The interval holds changes that matter and changes that do not: more data are needed.</summary>
    Undecided,
}
