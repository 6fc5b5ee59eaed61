namespace CxKpi;

/// <summary>What the verdict on a change says of a period.</summary>
internal static class ChangeVerdictExtensions
{
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
