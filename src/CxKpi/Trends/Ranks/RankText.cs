using System.Globalization;

namespace CxKpi.Trends;

/// <summary>The text that results of rank tests share.</summary>
internal static class RankText
{
    internal static string Of(Notice? refusal, double? slope, double? lower, double? upper, double? p, TrendVerdict verdict) => refusal is not null
        ? refusal.Message
        : string.Create(CultureInfo.InvariantCulture, $"{Signed(slope)} per year [{Signed(lower)}, {Signed(upper)}] ({KpiText.P(p)}, {verdict})");

    internal static NotebookTable Face(Phrases words, TrendVerdict verdict, double? slope, double? lower, double? upper, double? p) =>
        new NotebookTable(words.RankTrendCaption)
            .Fact(words.VerdictLabel, verdict.In(words))
            .Fact(words.ChangePerYearLabel, words.Signed(slope))
            .Fact(words.LimitsLabel, words.SignedRange(lower, upper))
            .Fact(words.PValueLabel, words.PValue(p));

    private static string Signed(double? figure) => figure is { } given ? KpiText.ShortSigned(given) : "-";
}
