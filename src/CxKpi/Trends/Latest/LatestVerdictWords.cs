namespace CxKpi.Trends;

/// <summary>Verdicts on the latest period in words.</summary>
internal static class LatestVerdictWords
{
    internal static string In(this LatestVerdict verdict, Phrases words) => verdict switch
    {
        LatestVerdict.Unknown => words.Unknown,
        LatestVerdict.NoEvidence => words.NoEvidence,
        LatestVerdict.AsExpected => words.AsExpected,
        LatestVerdict.Better => words.Better,
        LatestVerdict.Worse => words.Worse,
        LatestVerdict.Higher => words.Higher,
        LatestVerdict.Lower => words.Lower,
        LatestVerdict.MovedUp => words.MovedUp,
        LatestVerdict.MovedDown => words.MovedDown,
    };
}
