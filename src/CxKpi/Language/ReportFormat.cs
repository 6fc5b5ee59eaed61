using System.Globalization;
using NodaTime;

namespace CxKpi;

/// <summary>Words, numbers and dates of a report in one language; the same on every machine, whatever cultures it knows.</summary>
internal sealed class ReportFormat
{
    // U+202F keeps a number on one line, as French typography asks.
    private static readonly NumberFormatInfo FrenchNumbers = NumberFormatInfo.ReadOnly(new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "\u202F" });

    private static readonly string[] EnglishMonths = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    private static readonly string[] FrenchMonths = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    private static readonly ReportFormat English = new(ReportLanguage.English), French = new(ReportLanguage.French);

    private readonly bool isFrench;

    private ReportFormat(ReportLanguage language)
    {
        Language = language;
        isFrench = language == ReportLanguage.French;
        Numbers = isFrench ? FrenchNumbers : NumberFormatInfo.InvariantInfo;
    }

    internal ReportLanguage Language { get; }

    internal NumberFormatInfo Numbers { get; }

    /// <summary>The language as HTML and SVG name it.</summary>
    internal string Tag => Say("en", "fr");

    internal static ReportFormat Default => English;

    internal static ReportFormat For(ReportLanguage language) => Guard.Defined(language) == ReportLanguage.French ? French : English;

    /// <summary>The phrase of this language: translations stand side by side, where they are used.</summary>
    internal string Say(string english, string french) => isFrench ? french : english;

    internal string Name(KpiDefinition definition) => Say(definition.Name, definition.FrenchName);

    internal string Value(KpiDefinition definition, double? value, string? currency = null) =>
        value is { } known ? Units(definition.Format(known, Numbers, currency), definition.Unit) : Say("undefined", "non défini");

    internal string Change(KpiDefinition definition, double difference, string? currency = null) =>
        Units(definition.FormatChange(difference, Numbers, currency), definition.Unit);

    /// <summary>Both limits, or the one that the evidence gives; empty when it gives none.</summary>
    internal string Interval(KpiDefinition definition, double? lower, double? upper, string? currency = null) => Range(
        lower is { } low ? Value(definition, low, currency) : null,
        upper is { } high ? Value(definition, high, currency) : null);

    internal string ChangeInterval(KpiDefinition definition, double? lower, double? upper, string? currency = null) => Range(
        lower is { } low ? Change(definition, low, currency) : null,
        upper is { } high ? Change(definition, high, currency) : null);

    internal string Count(long count) => count.ToString("#,0", Numbers);

    /// <summary>A share, with more digits where it would read as none or all without being so.</summary>
    internal string Percent(double share)
    {
        double percent = 100 * share;
        int digits = 1;
        while (digits < 4 && Math.Round(percent, digits) is var shown && shown is 0 or 100 && shown != percent)
        {
            digits++;
        }

        return string.Create(Numbers, $"{Math.Round(percent, digits).ToString("0.####", Numbers)} %");
    }

    internal string Date(LocalDate date) => string.Create(CultureInfo.InvariantCulture, $"{date.Day}{(isFrench && date.Day == 1 ? "er" : "")} {Month(date)} {date.Year}");

    internal string Period(CalendarPeriod period) => period.Unit switch
    {
        CalendarUnit.Day => Date(period.Start),
        CalendarUnit.Week => isFrench ? period.ToString().Replace('W', 'S') : period.ToString(),
        CalendarUnit.Month => string.Create(CultureInfo.InvariantCulture, $"{Month(period.Start)} {period.Start.Year}"),
        CalendarUnit.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Say("Q", "T")}{(period.Start.Month + 2) / 3} {period.Start.Year}"),
        _ => period.ToString(),
    };

    internal string Verdict(ChangeVerdict verdict) => verdict switch
    {
        ChangeVerdict.Better => Say("better", "mieux"),
        ChangeVerdict.Worse => Say("worse", "moins bien"),
        ChangeVerdict.Higher => Say("higher", "plus haut"),
        ChangeVerdict.Lower => Say("lower", "plus bas"),
        ChangeVerdict.NoEvidence => Say("no evidence", "rien d'établi"),
        _ => Say("unknown", "inconnu"),
    };

    internal string Direction(KpiDirection direction) => direction switch
    {
        KpiDirection.HigherIsBetter => Say("higher is better", "plus haut, c'est mieux"),
        KpiDirection.LowerIsBetter => Say("lower is better", "plus bas, c'est mieux"),
        _ => Say("neither direction is good in itself", "aucun sens n'est bon en soi"),
    };

    /// <summary>Both limits, or the one that there is; empty when there is none.</summary>
    internal string Range(string? lower, string? upper) => (lower, upper) switch
    {
        (null, null) => "",
        (_, null) => $"{Say("at least", "au moins")} {lower}",
        (null, _) => $"{Say("at most", "au plus")} {upper}",
        _ => $"{lower} {Say("to", "à")} {upper}",
    };

    internal string IntervalAt(double confidence) => $"{Percent(confidence)} interval";

    internal string Number(double? value) => Limit(value) ?? "undefined";

    internal string? Limit(double? value) => value?.ToString("G6", Numbers);

    internal string? Limit(decimal? value) => value?.ToString(Numbers);

    internal string Cell(double? value) => Limit(value) ?? "";

    internal string? Seconds(double? seconds) => seconds is { } known ? KpiText.Value(KpiUnit.Seconds, known, Numbers) : null;

    internal string? Signed(double? value) => value?.ToString("+0.####;-0.####;0", Numbers);

    internal string? PValue(double? value) => value is { } p ? p < 0.0001 ? "below 0.0001" : p.ToString("0.0000", Numbers) : null;

    internal static string Flags(EstimateFlags flags) => flags == EstimateFlags.None ? "" : Phrase(flags.ToString());

    // "ZeroVariance, Boundary" reads as "zero variance, boundary".
    internal static string Phrase(string name) => string.Concat(Spaced(name).Select(char.ToLowerInvariant));

    internal static string Spaced(string name) => string.Concat(name.Select((letter, i) => char.IsUpper(letter) && i > 0 && name[i - 1] != ' ' ? $" {letter}" : letter.ToString()));

    /// <summary>The change of a KPI as a cell: the difference first, then its verdict, then its limits.</summary>
    internal ReportCell ChangeCell(KpiDefinition definition, double difference, double? lower, double? upper, ChangeVerdict verdict, string? currency, string extra = "") => new(
        Change(definition, difference, currency),
        Verdict(verdict),
        JoinNotEmpty(", ", ChangeInterval(definition, lower, upper, currency), extra),
        ToneOf(verdict));

    internal static Tone ToneOf(ChangeVerdict? verdict) => verdict switch
    {
        ChangeVerdict.Better => Tone.Good,
        ChangeVerdict.Worse => Tone.Bad,
        _ => Tone.Plain,
    };

    internal static string JoinNotEmpty(string separator, string first, string second) =>
        first.Length == 0 ? second : second.Length == 0 ? first : first + separator + second;

    private string Month(LocalDate date) => (isFrench ? FrenchMonths : EnglishMonths)[date.Month - 1];

    // Percentage points and days are the units whose English letters a French reader does not know.
    private string Units(string text, KpiUnit unit) => (isFrench, unit) switch
    {
        (true, KpiUnit.Share) when text.EndsWith(" pp", StringComparison.Ordinal) => string.Concat(text.AsSpan(0, text.Length - 2), "pt"),
        (true, KpiUnit.Seconds) when text.EndsWith(" d", StringComparison.Ordinal) => string.Concat(text.AsSpan(0, text.Length - 1), "j"),
        _ => text,
    };
}
