namespace CxKpi.Trends;

/// <summary>The words for a scale.</summary>
internal static class ModelScaleWords
{
    internal static string In(this ModelScale scale, Phrases words) => scale switch
    {
        ModelScale.Chosen => words.ChosenScale,
        ModelScale.Identity => words.IdentityScale,
        ModelScale.Logarithm => words.LogarithmScale,
        ModelScale.LogOdds => words.LogOddsScale,
    };

    /// <summary>The words for a scale that a reader should know of; null for the figures themselves.</summary>
    internal static string? Stated(this ModelFit? fit, Phrases words) => fit is null or { Scale: ModelScale.Identity } ? null : fit.Scale.In(words);
}
