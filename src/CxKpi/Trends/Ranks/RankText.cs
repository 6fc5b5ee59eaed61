using System.Globalization;

namespace CxKpi.Trends;

/// <summary>The text that results of rank tests share.</summary>
internal static class RankText
{
    internal static string Of(Notice? refusal, double? slope, double? lower, double? upper, double? p, TrendVerdict verdict) => refusal is not null
        ? refusal.Message
        : string.Create(CultureInfo.InvariantCulture, $"{Signed(slope)} per year [{Signed(lower)}, {Signed(upper)}] ({KpiText.P(p)}, {verdict})");

    internal static NotebookTable Face(TrendVerdict verdict, double? slope, double? lower, double? upper, double? p)
    {
        ReportFormat words = ReportFormat.Default;
        return new NotebookTable("Trend by ranks")
            .Fact("verdict", ReportFormat.Phrase(verdict.ToString()))
            .Fact("change per year", words.Signed(slope))
            .Fact("limits", words.Range(words.Signed(lower), words.Signed(upper)))
            .Fact("p-value", words.PValue(p));
    }

    private static string Signed(double? figure) => figure is { } given ? given.ToString("+0.####;-0.####;0", CultureInfo.InvariantCulture) : "-";
}
