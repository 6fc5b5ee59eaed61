namespace CxKpi.Trends;

/// <summary>The relevance of a change in words.</summary>
internal static class RelevanceWords
{
    internal static string In(this Relevance relevance, Phrases words) => relevance switch
    {
        Relevance.NotAsked => words.NotAsked,
        Relevance.Relevant => words.Relevant,
        Relevance.Negligible => words.Negligible,
        Relevance.Undecided => words.UndecidedRelevance,
    };
}
