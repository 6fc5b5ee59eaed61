using System.Text.RegularExpressions;
using System.Xml.Linq;
using NodaTime;

namespace CxKpi.Tests.Scorecards;

/// <summary>Numbers in every face of a report as a reader expects them: digits enough, one unit a row, a true minus, the gaps of the language.</summary>
public partial class ReportNumbersTests
{
    private static readonly Scorecard Card = Scorecard.Titled("Numbers", new LocalDate(2025, 12, 31))
        .Add("rare", new Churn(2, 10_000), new Churn(9, 10_000), target: Target.AtMost(0.0002))
        .Add("nearly all", new Retention(9_999, 10_000), new Retention(9_990, 10_000), target: Target.AtLeast(0.9999))
        .Add("recommended", new Nps(10, 20, 70), new Nps(30, 30, 40), target: Target.AtLeast(-40.5))
        .Add("cost", Cost(12_300, "EUR"), Cost(12_600, "EUR"), target: Target.AtMost(125))
        .Add("basket", Basket(30_000, "JPY"), Basket(31_000, "JPY"), target: Target.AtLeast(29_000))
        .Add("huge", Basket(1_400_000_000_000, "EUR"), Basket(1_500_000_000_000, "EUR"), target: Target.AtLeast(2e12))
        .Add("short", Handled(0.2), Handled(0.9), target: Target.AtMost(2))
        .Add("long", Handled(40), Handled(3500), target: Target.AtMost(4500))
        .Add("complaints", new ComplaintRate(70, 400_000), new ComplaintRate(200, 400_000), target: Target.AtMost(0.00005))
        .Add("net revenue", Revenue(90), Revenue(80), target: Target.AtLeast(1.05))
        .Add("gross revenue", GrossRevenueRetention.FromAccounts(Accounts(70)), GrossRevenueRetention.FromAccounts(Accounts(60)), target: Target.AtLeast(0.9))
        .Build();

    public static TheoryData<ReportLanguage> Languages => [ReportLanguage.English, ReportLanguage.French, ReportLanguage.German];

    /// <summary>What must stand in every face: the label of the line, and figures in English, French and German.</summary>
    public static TheoryData<string, string, string, string> Figures => new()
    {
        { "rare", "0.02%", "0,02\u202F%", "0,02\u00A0%" },
        { "nearly all", "99.99%", "99,99\u202F%", "99,99\u00A0%" },
        { "recommended", "−60.0", "−60,0", "−60,0" },
        { "recommended", "−50.0", "−50,0", "−50,0" },
        { "recommended", "−40.5", "−40,5", "−40,5" },
        { "cost", "125.00 EUR", "125,00\u202FEUR", "125,00\u00A0EUR" },
        { "basket", "29,000 JPY", "29\u202F000\u202FJPY", "29.000\u00A0JPY" },
        { "basket", "−1,000 JPY", "−1\u202F000\u202FJPY", "−1.000\u00A0JPY" },
        { "huge", "2,000,000,000,000.00 EUR", "2\u202F000\u202F000\u202F000\u202F000,00\u202FEUR", "2.000.000.000.000,00\u00A0EUR" },
        { "short", "2,000 ms", "2\u202F000\u202Fms", "2.000\u00A0ms" },
        { "short", "−700 ms", "−700\u202Fms", "−700\u00A0ms" },
        { "long", "4,500.0 s", "4\u202F500,0\u202Fs", "4.500,0\u00A0s" },
        { "complaints", "0.05 per thousand", "0,05\u202Fpour mille", "0,05\u00A0pro Tausend" },
        { "net revenue", "105.0%", "105,0\u202F%", "105,0\u00A0%" },
        { "gross revenue", "90.0%", "90,0\u202F%", "90,0\u00A0%" },
    };

    [Theory]
    [MemberData(nameof(Figures))]
    public void Figure_InEveryFace_StandsInTheRowOfItsLine(string label, string english, string french, string german)
    {
        foreach ((ReportLanguage language, string figure) in ((ReportLanguage, string)[])
            [(ReportLanguage.English, english), (ReportLanguage.French, french), (ReportLanguage.German, german)])
        {
            foreach ((string face, string row) in Rows(language, label))
            {
                Assert.True(row.Contains(figure, StringComparison.Ordinal), $"{face} in {language}: {figure} is not in {row}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Faces_HaveNeitherHyphensForMinusNorExponents(ReportLanguage language) => Assert.All(Read(language), face =>
    {
        Assert.DoesNotMatch(HyphenBeforeDigit(), face.Text);
        Assert.DoesNotMatch(Exponent(), face.Text);
        Assert.DoesNotMatch(DecimalsOfYen(), face.Text);
    });

    [Theory]
    [InlineData(ReportLanguage.French)]
    [InlineData(ReportLanguage.German)]
    public void Units_AreNeverPartedFromTheirFigures(ReportLanguage language) => Assert.All(
        Read(language),
        face => Assert.DoesNotMatch(UnitBehindAPlainSpace(), face.Text));

    [Theory]
    [InlineData("short", "ms")]
    [InlineData("long", "s")]
    public void Row_OfTimes_HasOneUnit(string label, string unit)
    {
        foreach (ReportLanguage language in Enum.GetValues<ReportLanguage>())
        {
            Assert.All(Rows(language, label), row =>
                Assert.Equal([unit], Units().Matches(row.Row).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal)));
        }
    }

    [Fact]
    public void Csv_IsInvariantWithAsciiSigns()
    {
        string csv = Card.ToCsv(), json = Card.ToJson();
        List<List<string>> rows = CsvReader.Read(csv);
        int change = rows[0].IndexOf("change"), value = rows[0].IndexOf("value");

        Assert.DoesNotContain('\u2212', csv);
        Assert.DoesNotContain('\u2212', json.Replace("\\u2212", "", StringComparison.Ordinal));
        Assert.Equal("-50", rows[3][change]);
        Assert.Equal("0.0002", rows[1][value]);
        Assert.Contains("\"goal\": -40.5", json, StringComparison.Ordinal);
    }

    // The checks can fail.
    [Fact]
    public void Checks_FindWhatTheyLookFor()
    {
        Assert.Matches(HyphenBeforeDigit(), "fell by -1.2");
        Assert.DoesNotMatch(HyphenBeforeDigit(), "2025-12-31, 4-5");
        Assert.Matches(Exponent(), "1.2E-05 and 3×10⁵");
        Assert.Matches(DecimalsOfYen(), "1,234.50 JPY");
        Assert.DoesNotMatch(DecimalsOfYen(), "31,000 JPY");
        Assert.Matches(UnitBehindAPlainSpace(), "55,9 %");
    }

    /// <summary>What is read of each face.</summary>
    private static IEnumerable<(string Name, string Text)> Read(ReportLanguage language)
    {
        yield return ("text", Card.ToText(language));
        yield return ("narrow text", Card.ToText(80, language));
        yield return ("Markdown", Card.ToMarkdown(language));
        yield return ("page", Visible(Card.ToHtmlPage(language)));
        yield return ("e-mail", Visible(Card.ToEmailHtml(language)));
        yield return ("fragment", Visible(Card.ToHtml(language)));
        foreach (Chart chart in ChartsIn(language))
        {
            yield return ("chart", string.Join('\n', XElement.Parse(chart.ToSvg()).Descendants().Where(x => !x.HasElements).Select(x => x.Value)));
        }
    }

    private static IEnumerable<Chart> ChartsIn(ReportLanguage language)
    {
        ChartOptions options = new() { Language = language, Width = 900 };
        yield return CxKpi.Charts.OverTime(Months(t => Handled(0.2 + t % 3 * 0.1)), null, options);
        yield return CxKpi.Charts.OverTime(Months(t => Basket(2_000_000_000_000 + t % 3 * 1_000_000_000_000, "EUR")), null, options);
        yield return CxKpi.Charts.OverTime(Months(t => new ComplaintRate(1 + t % 3, 40_000_000)), null, options);
        yield return CxKpi.Charts.OverTime(Months(t => new Nps(10, 20, 70 + t % 3)), null, options);
        yield return CxKpi.Charts.Comparison([KpiComparison.Of(new Churn(9, 10_000), new Churn(2, 10_000))], "2024", "2025", options);
    }

    /// <summary>The row of a line in each face that has one.</summary>
    private static IEnumerable<(string Face, string Row)> Rows(ReportLanguage language, string label)
    {
        yield return ("text", Line(Card.ToText(language).Split('\n'), row => row.StartsWith(label + "  ", StringComparison.Ordinal)));
        yield return ("Markdown", Line(Card.ToMarkdown(language).Split('\n'), row => row.StartsWith($"| {label} |", StringComparison.Ordinal)));
        foreach ((string face, string html) in ((string, string)[])
            [("page", Card.ToHtmlPage(language)), ("e-mail", Card.ToEmailHtml(language)), ("fragment", Card.ToHtml(language))])
        {
            yield return (face, Line(
                [.. XElement.Parse(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)).Descendants("tr").Select(Spaced)],
                row => row.TrimStart().StartsWith(label + " ", StringComparison.Ordinal)));
        }
    }

    private static string Line(string[] rows, Func<string, bool> isRow) => Array.Find(rows, row => isRow(row)) ?? "";

    private static string Visible(string html)
    {
        XElement page = XElement.Parse($"<div>{html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)}</div>");
        page.Descendants().Where(x => x.Name.LocalName is "style" or "head").Remove();
        return Spaced(page);
    }

    private static string Spaced(XElement element) => string.Join(' ', element.DescendantNodes().OfType<XText>().Select(text => text.Value));

    private static CustomerAcquisitionCost Cost(decimal spending, string currency) =>
        Enumerable.Range(0, 12).Tally(i => new CustomerAcquisitionCost(spending + i * 10, 100 + i % 2, currency));

    private static AverageOrderValue Basket(decimal value, string currency) =>
        AverageOrderValue.FromOrders(Enumerable.Range(0, 12).Select(i => value + (i % 2 == 0 ? 1 : -1) * value / 100), currency);

    private static AverageHandleTime Handled(double seconds) =>
        AverageHandleTime.FromContacts([.. Enumerable.Range(0, 40).Select(i => Duration.FromSeconds(seconds * (1 + (i % 2 == 0 ? 0.05 : -0.05))))]);

    private static NetRevenueRetention Revenue(int start) => NetRevenueRetention.FromAccounts(Accounts(start));

    private static IEnumerable<(decimal Start, decimal End)> Accounts(int start) => Enumerable.Range(0, 50).Select(i => (100m, (decimal)(start + i)));

    private static KpiSeries<TKpi> Months<TKpi>(Func<int, TKpi> kpi)
        where TKpi : struct, IKpi<TKpi> => KpiSeries.From(
            CalendarUnit.Month, Enumerable.Range(0, 12).Select(t => (CalendarPeriod.Parse("2025-01").Plus(t), kpi(t))));

    [GeneratedRegex(@"(?<![\w)–-])-\d")]
    private static partial Regex HyphenBeforeDigit();

    [GeneratedRegex(@"\d[eE][+-]?\d|×\s?10")]
    private static partial Regex Exponent();

    [GeneratedRegex(@"[.,]\d{1,2}[\s\u00A0\u202F]JPY")]
    private static partial Regex DecimalsOfYen();

    [GeneratedRegex(@"\d (%|ms\b|s\b|min\b|h\b|EUR|JPY|pt\b|Pp\b|pour mille|pro Tausend)")]
    private static partial Regex UnitBehindAPlainSpace();

    [GeneratedRegex(@"\d[ \u00A0\u202F](ms|s|min|h)\b")]
    private static partial Regex Units();
}
