namespace CxKpi;

/// <summary>Names with the rules beside them.</summary>
internal static class KpiBasisExtensions
{
    /// <summary>A name with the rules beside it, as tables and titles show it.</summary>
    internal static string Named(this Phrases words, string name, KpiDefinition definition, KpiBasis? basis) =>
        Phrases.JoinNotEmpty(", ", name, basis?.RulesIn(words, definition) ?? "");
}
