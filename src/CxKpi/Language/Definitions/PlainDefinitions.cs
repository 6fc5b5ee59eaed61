namespace CxKpi;

/// <summary>Definitions for figures that come without one.</summary>
internal static class PlainDefinitions
{
    private const string AsGiven = "as given", Source = "figures as given";

    internal static KpiDefinition Share { get; } = new("Share", "share", KpiUnit.Share, KpiDirection.Neutral, "count / total", Source);

    internal static KpiDefinition Figure { get; } = new("Figures", "figures", KpiUnit.Rate, KpiDirection.Neutral, AsGiven, Source);

    /// <summary>A definition for figures of which the unit is known, if that, under a name that each language has.</summary>
    internal static KpiDefinition Named(Func<Phrases, string> name, KpiUnit? unit, KpiDirection direction = KpiDirection.Neutral) =>
        new(name(Phrases.English), name(Phrases.English), unit ?? KpiUnit.Rate, direction, AsGiven, Source)
        {
            Translations =
            [
                .. Phrases.All.Where(words => words.Language != ReportLanguage.English)
                    .Select(words => new KpiTranslation(words.Language, name(words), name(words), AsGiven)),
            ],
        };

    /// <summary>Whether a definition is one of these, whose name says less than a KPI's.</summary>
    internal static bool IsPlain(KpiDefinition definition) => string.Equals(definition.Source, Source, StringComparison.Ordinal);
}
