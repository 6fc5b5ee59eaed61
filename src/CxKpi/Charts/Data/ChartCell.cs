namespace CxKpi;

/// <summary>A cell of the data behind a chart: what a person reads, and the same as programs read it.</summary>
/// <param name="Text">The text in the language of the chart.</param>
/// <param name="Plain">A figure as a plain number; <see langword="null"/> where the text is all there is.</param>
internal readonly record struct ChartCell(string Text, string? Plain = null)
{
    internal static ChartCell Count(Phrases words, long count) => new(words.Count(count), Csv.Count(count));

    internal static ChartCell Share(Phrases words, long part, long whole) =>
        whole == 0 ? default : new(words.Percent((double)part / whole), Csv.Number((double)part / whole));

    /// <summary>A figure in the KPI's unit; an empty cell where there is none.</summary>
    internal static ChartCell Value(Phrases words, KpiDefinition definition, double? value, string? currency = null) =>
        value is { } known && double.IsFinite(known) ? new(words.ValueInChart(definition, known, currency), Csv.Number(known)) : default;

    /// <summary>A difference in the KPI's unit; an empty cell where there is none.</summary>
    internal static ChartCell Change(Phrases words, KpiDefinition definition, double? difference) =>
        difference is { } known && double.IsFinite(known) ? new(words.ChangeInChart(definition, known), Csv.Number(known)) : default;
}
