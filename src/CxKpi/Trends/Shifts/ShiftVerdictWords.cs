namespace CxKpi.Trends;

/// <summary>The verdict on a shift in words.</summary>
internal static class ShiftVerdictWords
{
    internal static string In(this ShiftVerdict verdict, Phrases words) => verdict switch
    {
        ShiftVerdict.TooLittleData => words.TooLittleData,
        ShiftVerdict.NoEvidence => words.NoEvidence,
        ShiftVerdict.Shifted => words.Shifted,
    };
}
