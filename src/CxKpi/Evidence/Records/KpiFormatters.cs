namespace CxKpi;

/// <summary>Shows one KPI record in a notebook: its name, value, interval and base, and how it is defined.</summary>
/// <typeparam name="TKpi">The type of the KPI record.</typeparam>
internal sealed class KpiFormatters<TKpi> : NotebookFormatters
    where TKpi : struct, IKpi<TKpi>
{
    internal static string Face(TKpi kpi, Phrases words)
    {
        KpiDefinition definition = TKpi.Definition;
        KpiTranslation names = words.Translation(definition);
        Estimate? estimate = kpi.Estimate();
        KpiBasis basis = KpiBasis.Of(kpi);
        return new NotebookTable(kpi.ToString("G", words))
            .Fact(words.NameLabel, names.Name, words.TagOf(names.Language))
            .Fact(
                estimate is { } known ? words.IntervalAt(known.Confidence) : "",
                words.Interval(definition, estimate?.Lower, estimate?.Upper, kpi.Currency, kpi.Value))
            .Fact(words.ObservationsLabel, basis.Base(words))
            .Fact(words.RulesLabel, basis.RulesIn(words, definition))
            .Fact(words.FormulaLabel, names.Formula, words.TagOf(names.Language))
            .Fact(words.SourceLabel, definition.Source, words.TagOf(ReportLanguage.English))
            .Note(words.Flags(estimate?.Flags ?? default))
            .ToHtml();
    }

    private protected override string? ToHtml(object instance) => instance is TKpi kpi ? Face(kpi, Phrases.English) : null;
}
