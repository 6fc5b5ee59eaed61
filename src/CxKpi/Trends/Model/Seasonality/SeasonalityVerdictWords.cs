namespace CxKpi.Trends;

/// <summary>The verdict on a season in words.</summary>
internal static class SeasonalityVerdictWords
{
    internal static string In(this SeasonalityVerdict verdict, Phrases words) => verdict switch
    {
        SeasonalityVerdict.TooLittleData => words.TooLittleData,
        SeasonalityVerdict.NoEvidence => words.NoEvidence,
        SeasonalityVerdict.Seasonal => words.Seasonal,
    };
}
