using System.Globalization;

namespace CxKpi;

/// <summary>Words and numbers of charts: those of reports, shorter where a label has little room, and with a true minus sign.</summary>
internal sealed class ChartText
{
    private static readonly ChartText English = new(ReportLanguage.English), French = new(ReportLanguage.French);

    private static readonly string[] EnglishMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    private static readonly string[] FrenchMonths = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];

    private readonly ReportFormat format;

    private ChartText(ReportLanguage language) => format = ReportFormat.For(language);

    internal NumberFormatInfo Numbers => format.Numbers;

    internal string NoData => Say("no data", "pas de données");

    internal static ChartText In(ReportLanguage language) => language == ReportLanguage.French ? French : English;

    internal string Say(string english, string french) => format.Say(english, french);

    /// <summary>The KPI's name in the language, with a capital.</summary>
    internal string Name(KpiDefinition definition)
    {
        string name = format.Name(definition);
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    /// <summary>The KPI's short name.</summary>
    internal string Symbol(KpiDefinition definition) => definition == PlainDefinitions.Figure ? Say("figures", "chiffres") : definition == PlainDefinitions.Share ? Say("share", "part") : definition.Symbol;

    internal string Value(KpiDefinition definition, double value) => definition == PlainDefinitions.Figure ? Significant(value) : Spaced(format.Value(definition, value));

    internal string Change(KpiDefinition definition, double difference) =>
        definition == PlainDefinitions.Figure ? (difference > 0 ? "+" : "") + Significant(difference) : Spaced(format.Change(definition, difference));

    /// <summary>A record's value, with its currency when it has one.</summary>
    internal string Value<TKpi>(TKpi record)
        where TKpi : struct, IKpi<TKpi> =>
        record.Value is not { } value ? NoData
            : TKpi.Definition.Unit == KpiUnit.Money ? Spaced(record.ToString("V", Numbers))
            : Value(TKpi.Definition, value);

    /// <summary>The limits, named with their confidence; empty where the evidence gives none.</summary>
    internal string Interval(KpiDefinition definition, Estimate estimate) => (estimate.Lower, estimate.Upper) is (null, null)
        ? Say("no interval", "sans intervalle")
        : $"{Interval(estimate.Confidence)}{Say("", "\u202F:")} {Limits(definition, estimate.Lower, estimate.Upper)}";

    internal string Interval(double confidence) => Say($"{Confidence(confidence)} interval", $"intervalle à {Confidence(confidence)}");

    internal string Limits(KpiDefinition definition, double? lower, double? upper) => (lower, upper) switch
    {
        ({ } low, { } high) => $"{Value(definition, low)} {Say("to", "à")} {Value(definition, high)}",
        ({ } low, null) => $"{Say("at least", "au moins")} {Value(definition, low)}",
        (null, { } high) => $"{Say("at most", "au plus")} {Value(definition, high)}",
        _ => "",
    };

    internal string Verdict(ChangeVerdict verdict) => format.Verdict(verdict);

    internal string Confidence(double confidence) => Spaced(string.Create(Numbers, $"{100 * confidence:0.##} %"));

    internal string Count(long count) => format.Count(count);

    internal string Plain(double value, string digits) => Signs(value.ToString(digits, Numbers));

    /// <summary>A share in whole percent, as there is room for above a bar; what is neither nothing nor everything never reads 0 or 100.</summary>
    internal string WholePercent(double share) => Spaced(share switch
    {
        > 0 and < 0.005 => "<1 %",
        >= 0.995 and < 1 => ">99 %",
        _ => string.Create(Numbers, $"{100 * share:0} %"),
    });

    internal string Month(int month) => (this == French ? FrenchMonths : EnglishMonths)[month - 1];

    /// <summary>A period in a few letters.</summary>
    internal string Period(CalendarPeriod period)
    {
        string text = period.ToString();
        return period.Unit switch
        {
            CalendarUnit.Day => $"{Plain(period.Start.Day, "0")} {Month(period.Start.Month)} {text[..^6]}",
            CalendarUnit.Week => $"{Say("W", "S")}{text[^2..]} {text[..^4]}",
            CalendarUnit.Month => $"{Month(period.Start.Month)} {text[..^3]}",
            CalendarUnit.Quarter => $"{Say("Q", "T")}{text[^1..]} {text[..^3]}",
            _ => text,
        };
    }

    // A figure without a unit: six digits, or all of a whole number that is not huge.
    private string Significant(double value)
    {
        double size = Math.Abs(value);
        return size is 0 or (>= 1e-4 and < 1e12)
            ? Plain(value, "#,0." + new string('#', Math.Clamp(5 - (int)Math.Floor(Math.Log10(Math.Max(size, 1e-4))), 0, 9)))
            : Plain(value, "0.####E+0");
    }

    // French sets units apart with a space that does not break.
    private string Spaced(string text) => this == French ? Signs(text).Replace(' ', '\u202F') : Signs(text);

    // A hyphen is shorter than a plus and is easily missed.
    private static string Signs(string text) => text.Replace('-', '\u2212');
}
