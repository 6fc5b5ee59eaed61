namespace CxKpi;

/// <summary>What the verdict on a change says.</summary>
internal static class ChangeVerdictExtensions
{
    /// <summary>Whether the verdict is that the value is better, or higher where neither direction is good in itself.</summary>
    internal static bool IsAhead(this ChangeVerdict verdict) => verdict is ChangeVerdict.Better or ChangeVerdict.Higher;

    /// <summary>Whether the verdict is that the value is worse, or lower where neither direction is good in itself.</summary>
    internal static bool IsBehind(this ChangeVerdict verdict) => verdict is ChangeVerdict.Worse or ChangeVerdict.Lower;

    /// <summary>Whether the verdict is that the value differs, whichever way.</summary>
    internal static bool IsApart(this ChangeVerdict verdict) => verdict.IsAhead() || verdict.IsBehind();

    /// <summary>The same word for the latest period.</summary>
    internal static LatestVerdict OfPeriod(this ChangeVerdict verdict) => verdict switch
    {
        ChangeVerdict.Unknown => LatestVerdict.Unknown,
        ChangeVerdict.NoEvidence => LatestVerdict.NoEvidence,
        ChangeVerdict.Better => LatestVerdict.Better,
        ChangeVerdict.Worse => LatestVerdict.Worse,
        ChangeVerdict.Higher => LatestVerdict.Higher,
        ChangeVerdict.Lower => LatestVerdict.Lower,
    };
}
