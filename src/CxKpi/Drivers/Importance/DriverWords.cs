namespace CxKpi.Practices;

/// <summary>Drivers in words.</summary>
internal static class DriverWords
{
    internal static string In(this DriverMethod method, Phrases words) => method switch
    {
        DriverMethod.Shapley => words.ShapleyMethod,
        DriverMethod.RelativeWeights => words.RelativeWeightsMethod,
    };

    internal static string In(this Quadrant quadrant, Phrases words) => quadrant switch
    {
        Quadrant.ConcentrateHere => words.ConcentrateHere,
        Quadrant.KeepUp => words.KeepUp,
        Quadrant.LowPriority => words.LowPriority,
        Quadrant.PossibleOverkill => words.PossibleOverkill,
    };

    internal static string In(this KanoCategory category, Phrases words) => category switch
    {
        KanoCategory.Attractive => words.KanoAttractive,
        KanoCategory.OneDimensional => words.KanoOneDimensional,
        KanoCategory.MustBe => words.KanoMustBe,
        KanoCategory.Indifferent => words.KanoIndifferent,
        KanoCategory.Reverse => words.KanoReverse,
        KanoCategory.Questionable => words.KanoQuestionable,
    };
}
