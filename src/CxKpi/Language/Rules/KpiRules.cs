using NodaTime;

namespace CxKpi;

/// <summary>The rules that KPIs of several families share. A rule that is not stated is no rule, and is left out of the list.</summary>
internal static class KpiRules
{
    internal static IReadOnlyList<KpiRule> Of(params ReadOnlySpan<KpiRule?> rules)
    {
        List<KpiRule> stated = [];
        foreach (KpiRule? rule in rules)
        {
            if (rule is not null)
            {
                stated.Add(rule);
            }
        }

        return ValueList.Of(stated);
    }

    internal static KpiRule? Period(CalendarUnit? period) => period is { } unit ? KpiRule.Of(nameof(Period), words => words.Per(unit)) : null;

    internal static KpiRule? Term(CalendarUnit? term) => term is { } unit ? KpiRule.Of(nameof(Term), words => words.TermOf(unit)) : null;

    internal static KpiRule? Within(string name, Duration? limit) =>
        limit is { } known ? KpiRule.Of(name, words => words.WithinWait(words.Exactly(known))) : null;

    internal static KpiRule? Currency(string? currency) => currency is null ? null : new(KpiRule.CurrencyName, currency);

    /// <summary>A rule in the caller's own words, the same in all languages.</summary>
    internal static KpiRule? Stated(string name, string? text) => string.IsNullOrWhiteSpace(text) ? null : new(name, text);
}
