using System.Globalization;

namespace CxKpi;

/// <summary>The text of a KPI record, the same for all of them.</summary>
public static class KpiRecord
{
    /// <summary>Formats a record in the way in which every record's <c>ToString</c> does.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="kpi">The record.</param>
    /// <param name="format">
    /// <c>G</c>, an empty text or <see langword="null"/> for symbol, rules, value and observations; <c>V</c> for the value alone.
    /// </param>
    /// <param name="provider">The culture of the numbers; invariant when <see langword="null"/>.</param>
    /// <returns>Text for display, such as <c>Churn (per month) 3.0 % (400 customers)</c>.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is a different text.</exception>
    public static string Format<TKpi>(TKpi kpi, string? format = null, IFormatProvider? provider = null)
        where TKpi : struct, IKpi<TKpi>
    {
        Phrases words = provider as Phrases ?? Phrases.English;
        string text = kpi.Value is { } known
            ? TKpi.Definition.Format(known, provider, kpi.Currency)
            : words.Value(TKpi.Definition, null, kpi.Currency);
        return format switch
        {
            null or "" or "G" or "g" => Whole(kpi, text, provider ?? CultureInfo.InvariantCulture, words),
            "V" or "v" => text,
            _ => throw new FormatException($"format must be G or V, but is {format}"),
        };
    }

    private static string Whole<TKpi>(TKpi kpi, string value, IFormatProvider provider, Phrases words)
        where TKpi : struct, IKpi<TKpi>
    {
        KpiBasis basis = KpiBasis.Of(kpi);
        string rules = TerminalText.Clean(basis.RulesIn(words, TKpi.Definition)), marks = basis.MarksUnder(provider, words);
        return $"{words.Symbol(TKpi.Definition)}{(rules.Length > 0 ? $" ({rules})" : "")} {value} "
            + $"({Phrases.JoinNotEmpty(words.Semicolon, basis.BaseUnder(provider, words), marks)})";
    }
}
