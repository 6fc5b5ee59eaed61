namespace CxKpi;

/// <summary>Names with the rules beside them.</summary>
internal static class KpiBasisExtensions
{
    /// <summary>A name with the rules beside it, as tables and titles show it.</summary>
    internal static string Named(this Phrases words, string name, KpiDefinition definition, KpiBasis? basis) =>
        Phrases.JoinNotEmpty(", ", name, basis?.RulesIn(words, definition) ?? "");

    /// <summary>A name with the rules of all records with data beside it: one rule, or one after the other.</summary>
    internal static string Named<TKpi>(this Phrases words, string name, KpiDefinition definition, IEnumerable<TKpi> records)
        where TKpi : struct, IKpi<TKpi>
    {
        IEnumerable<string> rules = records.Where(record => !record.Equals(default(TKpi))).Select(record => KpiBasis.InWords(record.Rules, words, definition));
        return Phrases.JoinNotEmpty(", ", name, string.Join(words.Semicolon, rules.Where(rule => rule.Length > 0).Distinct(StringComparer.Ordinal)));
    }
}
