using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NodaTime;

namespace CxKpi.Tests.Scorecards;

/// <summary>Pages, e-mails and fragments are valid HTML: a strict parser has no complaint, and what a parser lets pass is checked here.</summary>
public class HtmlValidityTests
{
    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsStrictMode = true });

    // What an element is already, and need not be told.
    private static readonly (string Element, string Role)[] Implied =
    [
        ("table", "table"), ("thead", "rowgroup"), ("tbody", "rowgroup"), ("tfoot", "rowgroup"), ("tr", "row"), ("td", "cell"),
        ("caption", "caption"), ("main", "main"), ("header", "banner"), ("footer", "contentinfo"), ("nav", "navigation"), ("section", "region"),
        ("article", "article"), ("ul", "list"), ("ol", "list"), ("li", "listitem"), ("dl", "list"), ("figure", "figure"), ("img", "img"),
        ("a", "link"), ("p", "paragraph"), ("h1", "heading"), ("h2", "heading"), ("h3", "heading"), ("strong", "strong"), ("hr", "separator"),
        ("details", "group"), ("button", "button"),
    ];

    public static TheoryData<string, ReportLanguage> Faces
    {
        get
        {
            TheoryData<string, ReportLanguage> data = [];
            foreach (string card in Cards.Keys)
            {
                data.Add(card, ReportLanguage.English);
                data.Add(card, ReportLanguage.French);
                data.Add(card, ReportLanguage.German);
            }

            return data;
        }
    }

    private static IReadOnlyDictionary<string, Scorecard> Cards => new Dictionary<string, Scorecard>(StringComparer.Ordinal)
    {
        ["everything"] = Example.Card(),
        ["hostile"] = Example.Card("</td></table><script>alert(1)</script>\"'&\u202E"),
        ["nothing"] = Scorecard.Titled("Nothing").Build(),
        ["long"] = Long(),
    };

    [Theory]
    [MemberData(nameof(Faces))]
    public void Page_IsValid(string card, ReportLanguage language)
    {
        IHtmlDocument page = Parsed(Cards[card].ToHtmlPage(language));

        Valid(page);
        Assert.Equal(Phrases.For(language).Tag, page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.All(page.QuerySelectorAll("table:not([role])"), table => Assert.Equal("CAPTION", table.FirstElementChild!.TagName));
    }

    [Theory]
    [MemberData(nameof(Faces))]
    public void Email_IsValid(string card, ReportLanguage language)
    {
        IHtmlDocument page = Parsed(Placed(Cards[card].ToEmailHtml(language), language));

        Valid(page);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Empty(page.QuerySelectorAll("svg, img, style, script, [class], [id]"));
    }

    [Theory]
    [MemberData(nameof(Faces))]
    public void Fragment_IsValid(string card, ReportLanguage language)
    {
        IHtmlDocument page = Parsed(Placed(Cards[card].ToHtml(language), language));

        Valid(page);
        Assert.Empty(page.QuerySelectorAll("main, h1, [id], body > :not(.cx-report)"));
    }

    [Fact]
    public void Results_InNotebooks_AreValid() => Assert.All(
        (string[])
        [
            Examples.Months.ToHtml(), Examples.Months.YearOverYear().ToHtml(), Examples.Channels("web", "phone").ToHtml(),
            Tests.Faces.Html(Examples.Months.Trend()), Enumerable.Repeat(new Nps(5, 3, 2), 99).ToTable().ToHtml(), Target.AtLeast(40).ToHtml(),
            CxKpi.Charts.OverTime(Examples.Months).ToTableHtml(), CxKpi.Charts.OverTime(Examples.Months).ToHtml(),
        ],
        html => Valid(Parsed(Placed(html, ReportLanguage.English))));

    // The checks can fail: each fault of a page is found.
    [Theory]
    [InlineData("<p id=\"a\"></p><p id=\"a\"></p>")]
    [InlineData("<table role=\"table\"><tr><td>1</td></tr></table>")]
    [InlineData("<h1>1</h1><h3>3</h3>")]
    [InlineData("<table><tr><td>1</td></tr><tr><td>1</td><td>2</td></tr></table>")]
    [InlineData("<ul><p>1</p></ul>")]
    [InlineData("<p aria-labelledby=\"none\">1</p>")]
    [InlineData("<table><tr><th>1</th></tr></table>")]
    [InlineData("<details><p>1</p></details>")]
    [InlineData("<img src=\"data:,\"/>")]
    [InlineData("<table><tr><th scope=\"colgroup\">1</th></tr></table>")]
    public void Fault_IsFound(string html) => Assert.ThrowsAny<Exception>(() => Valid(Parsed(Placed(html, ReportLanguage.English))));

    [Theory]
    [InlineData("<p>1")]
    [InlineData("<p>1</div>")]
    [InlineData("<b><i>1</b></i>")]
    [InlineData("<p a=\"1\" a=\"2\">1</p>")]
    [InlineData("<div/>")]
    [InlineData("<table><div>1</div></table>")]
    public void Fault_OfTheMarkup_IsFound(string html) => Assert.ThrowsAny<Exception>(() => Parsed(Placed(html + "</section>", ReportLanguage.English)));

    private static IHtmlDocument Parsed(string html) => Parser.ParseDocument(html);

    private static string Placed(string body, ReportLanguage language) =>
        $"<!DOCTYPE html><html lang=\"{Phrases.For(language).Tag}\"><head><meta charset=\"utf-8\"/><title>host</title></head><body>{body}</body></html>";

    private static void Valid(IHtmlDocument page)
    {
        string[] ids = [.. page.QuerySelectorAll("[id]").Select(x => x.Id!)];
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.All(
            page.QuerySelectorAll("[aria-labelledby]").SelectMany(x => x.GetAttribute("aria-labelledby")!.Split(' ')),
            named => Assert.Contains(named, ids));
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.Contains(link.GetAttribute("href")![1..], ids));
        Assert.Empty(page.QuerySelectorAll("[role]").Where(x => Implied.Contains((x.LocalName, x.GetAttribute("role")!))).Select(x => x.OuterHtml));

        int[] levels = [.. page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(x => x.LocalName[1] - '0')];
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.First}, then h{pair.Second}"));
        Assert.True(levels.Length == 0 || levels[0] == 1);

        Assert.All(page.QuerySelectorAll("table"), Rectangular);
        Assert.All(page.QuerySelectorAll("th"), cell => Assert.Contains(cell.GetAttribute("scope"), (string[])["col", "row", "rowgroup"]));
        Assert.All(page.QuerySelectorAll("ul, ol"), list => Assert.All(list.Children, item => Assert.Equal("li", item.LocalName)));
        Assert.All(page.QuerySelectorAll("dl"), Terms);
        Assert.All(page.QuerySelectorAll("details"), folded => Assert.Equal("summary", folded.FirstElementChild?.LocalName));
        Assert.All(page.QuerySelectorAll("figure > figcaption"), caption => Assert.Single(caption.ParentElement!.QuerySelectorAll("figcaption")));
        Assert.All(page.QuerySelectorAll("img"), image => Assert.NotEqual("", image.GetAttribute("alt") ?? ""));
        Assert.Empty(page.QuerySelectorAll("p div, p table, p ul, span div, bdi div, th h1, th h2, th h3, th section, summary h1, a a, dd + dd"));
    }

    // As many columns in each row, counting those that a cell spans.
    private static void Rectangular(IElement table)
    {
        int[] widths = [.. ((IHtmlTableElement)table).Rows.Select(row => row.Cells.Sum(cell => cell.ColumnSpan))];
        Assert.Single(widths.Distinct());
        Assert.True(((IHtmlTableElement)table).Rows.All(row => row.Cells.Length > 0));
    }

    private static void Terms(IElement list)
    {
        foreach (IElement group in list.Children.Any(x => x.LocalName == "div") ? list.Children : (IEnumerable<IElement>)[list])
        {
            Assert.Equal(["dt", "dd"], group.Children.Select(x => x.LocalName));
        }
    }

    private static Scorecard Long()
    {
        KpiSeries<Nps> months = Examples.Months;
        ScorecardBuilder card = Scorecard.Titled("Long", new LocalDate(2026, 11, 30)).Add("NPS", months, Target.AtLeast(99));
        for (int i = 0; i < 40; i++)
        {
            _ = i % 10 == 0 ? card.Group($"Group {i / 10}") : card;
            card.Add($"Team {i}", new Csat(300 - (i % 7 == 0 ? 90 : 0), 400, TopBox.TwoOfFive), new Csat(300, 400, TopBox.TwoOfFive));
        }

        return card.Chart(CxKpi.Charts.OverTime(months)).Chart(CxKpi.Charts.OverTime(months)).Build();
    }
}
