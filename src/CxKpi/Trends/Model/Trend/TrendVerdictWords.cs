namespace CxKpi.Trends;

/// <summary>The verdict on a trend in words.</summary>
internal static class TrendVerdictWords
{
    internal static string In(this TrendVerdict verdict, Phrases words) => verdict switch
    {
        TrendVerdict.TooLittleData => words.TooLittleData,
        TrendVerdict.NoEvidence => words.NoEvidence,
        TrendVerdict.Rising => words.Rising,
        TrendVerdict.Falling => words.Falling,
    };
}
