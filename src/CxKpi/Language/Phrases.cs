using System.Globalization;

namespace CxKpi;

/// <summary>All words that the library writes, in one language. What is the same in all languages is written here once.</summary>
/// <remarks>
/// A language is one class: the compiler ensures that no phrase is missing, and a test that no KPI is. A phrase that contains figures takes them as numbers,
/// so that each language orders, groups and inflects by its own rules. As a format provider it gives a record's text in its language.
/// </remarks>
internal abstract partial class Phrases : IFormatProvider
{
    private static readonly Phrases[] Known = [new English(), new French(), new German()];

    internal static IReadOnlyList<Phrases> All => Known;

    internal static Phrases English { get; } = For(ReportLanguage.English);

    internal abstract ReportLanguage Language { get; }

    /// <summary>The language as HTML and SVG name it.</summary>
    internal abstract string Tag { get; }

    /// <summary>The language's own name.</summary>
    internal abstract string Endonym { get; }

    /// <summary>The number format, with the decimal and the group separator.</summary>
    internal abstract NumberFormatInfo Numbers { get; }

    /// <summary>Name, symbol and formula of the library's KPIs by their English names. English has none, because definitions are written in it.</summary>
    private protected abstract IReadOnlyDictionary<string, (string Name, string Symbol, string Formula)> Kpis { get; }

    /// <summary>The English names of the KPIs that the language knows.</summary>
    internal IEnumerable<string> KnownKpis => Kpis.Keys;

    internal static Phrases For(ReportLanguage language)
    {
        Guard.Defined(language);
        return Array.Find(Known, words => words.Language == language) ?? throw new InvalidOperationException($"{language} has no phrases");
    }

    /// <summary>A KPI's own translation, that of the library, or English, in this order.</summary>
    internal KpiTranslation Translation(KpiDefinition definition) =>
        definition.Translations.FirstOrDefault(own => own.Language == Language)
        ?? (Kpis.TryGetValue(definition.Name, out (string Name, string Symbol, string Formula) kpi)
            ? new(Language, kpi.Name, kpi.Symbol, kpi.Formula)
            : new(ReportLanguage.English, definition.Name, definition.Symbol, definition.Formula));

    /// <summary>The HTML tag of a language that differs from this one; otherwise <see langword="null"/>.</summary>
    internal string? TagOf(ReportLanguage other) => other == Language ? null : For(other).Tag;

    internal string Name(KpiDefinition definition) => Translation(definition).Name;

    internal string Symbol(KpiDefinition definition) => Translation(definition).Symbol;

    /// <summary>The label of a KPI's line: a label that repeats the definition's symbol becomes the symbol in this language.</summary>
    internal string Label(string label, KpiDefinition definition) =>
        string.Equals(label, definition.Symbol, StringComparison.Ordinal) ? Symbol(definition) : label;

    object? IFormatProvider.GetFormat(Type? formatType) => formatType == typeof(NumberFormatInfo) ? Numbers : null;

    /// <summary>The text with a capital at its beginning.</summary>
    internal static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    internal static string JoinNotEmpty(string separator, params IEnumerable<string> parts) => string.Join(separator, parts.Where(part => part.Length > 0));
}
