using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CxKpi.BrowserTests;

/// <summary>The report page as a browser shows it.</summary>
public sealed partial class ReportPageTests(Chromium chromium) : IClassFixture<Chromium>
{
    // Elements that reach beyond the window, other than those hidden from sight.
    private const string Overflowing = """
        () => {
            const width = document.documentElement.clientWidth;
            return [...document.querySelectorAll('body *')].filter(e => {
                const box = e.getBoundingClientRect(), style = getComputedStyle(e);
                return box.width > 1 && box.right > width + 0.5 && style.clipPath === 'none' && !e.closest('.cx-skip, .cx-hidden');
            }).map(e => e.tagName + '.' + (e.getAttribute('class') ?? '') + ' ' + e.textContent.slice(0, 40));
        }
        """;

    // Texts of pictures that leave their picture, and cells whose content is wider than they are.
    private const string Cut = """
        () => [...document.querySelectorAll('svg text')].filter(text => {
            const box = text.getBoundingClientRect(), svg = text.ownerSVGElement.getBoundingClientRect();
            return box.left < svg.left - 2 || box.right > svg.right + 2 || box.top < svg.top - 2 || box.bottom > svg.bottom + 2;
        }).concat([...document.querySelectorAll('td, th, h1, .cx-lead, .cx-tile')].filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1
            && getComputedStyle(e.closest('thead') ?? e).clipPath === 'none'))
            .map(e => e.tagName + ': ' + e.textContent.slice(0, 60))
        """;

    // Lines of text in the table that lie over one another.
    private const string Overlapping = """
        () => {
            const boxes = [...document.querySelectorAll('.cx-lines td, .cx-lines tbody th')].filter(e => e.checkVisibility())
                .flatMap(e => [...e.querySelectorAll('bdi, svg, summary')].filter(x => x.checkVisibility()))
                .map(e => [e, e.getBoundingClientRect()]).filter(([, b]) => b.width > 1 && b.height > 1);
            const bad = [];
            for (let i = 0; i < boxes.length; i++)
                for (let j = i + 1; j < Math.min(boxes.length, i + 40); j++) {
                    const [e, a] = boxes[i], [f, b] = boxes[j];
                    if (e.contains(f) || f.contains(e)) continue;
                    const w = Math.min(a.right, b.right) - Math.max(a.left, b.left), h = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                    if (w > 2 && h > 4) bad.push(e.textContent.slice(0, 30) + ' | ' + f.textContent.slice(0, 30));
                }
            return bad;
        }
        """;

    // Words of the table that stand on two lines.
    private const string Broken = """
        () => [...document.querySelectorAll('.cx-lines td, .cx-lines tbody th')].filter(e => e.checkVisibility()).flatMap(cell => {
            const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), broken = [];
            for (let node; node = walker.nextNode();) {
                if (!node.parentElement.checkVisibility()) continue;
                for (const word of node.data.matchAll(/\p{L}[\p{L}\p{N}.,]*/gu)) {
                    const range = document.createRange();
                    range.setStart(node, word.index);
                    range.setEnd(node, word.index + word[0].length);
                    if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1) broken.push(word[0]);
                }
            }
            return broken;
        })
        """;

    // The sizes of the texts of charts as they are shown.
    private const string TextSizes = """
        () => [...document.querySelectorAll('figure svg text')].map(text =>
            parseFloat(getComputedStyle(text).fontSize) * text.ownerSVGElement.getBoundingClientRect().width / text.ownerSVGElement.viewBox.baseVal.width)
        """;

    public static TheoryData<ReportLanguage, ColorScheme> LanguagesAndThemes
    {
        get
        {
            TheoryData<ReportLanguage, ColorScheme> data = [];
            foreach (ReportLanguage language in Reports.Languages)
            {
                data.Add(language, ColorScheme.Light);
                data.Add(language, ColorScheme.Dark);
            }

            return data;
        }
    }

    [BrowserTheory]
    [MemberData(nameof(LanguagesAndThemes))]
    public async Task Page_AtEveryWidth_FitsTheWindow(ReportLanguage language, ColorScheme scheme)
    {
        await using ReportPage report = await chromium.OpenAsync(Reports.Twelve(language).ToHtmlPage(language), scheme: scheme);
        for (int width = 320; width <= 1920; width += 20)
        {
            await report.Page.SetViewportSizeAsync(width, 800);
            string[] wide = await report.Page.EvaluateAsync<string[]>(Overflowing);
            Assert.True(wide.Length == 0, $"{width}: {string.Join("; ", wide)}");
            Assert.True(
                await report.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{width}");
            if (width % 160 == 0)
            {
                Assert.Empty(await report.Page.EvaluateAsync<string[]>(Cut));
                string[] overlapping = await report.Page.EvaluateAsync<string[]>(Overlapping);
                Assert.True(overlapping.Length == 0, $"{width}: {string.Join("; ", overlapping)}");
            }
        }
    }

    [BrowserTheory]
    [InlineData(ReportLanguage.English, "Resolved at first", "Cart abandonment")]
    [InlineData(ReportLanguage.French, "Abandon de panier", "Décrochés à temps")]
    [InlineData(ReportLanguage.German, "Kundenbindung", "Warenkorbabbruch")]
    public async Task Words_AtEveryWidth_StandOnOneLine(ReportLanguage language, string one, string other)
    {
        Scorecard card = Scorecard.Titled("An invented shop")
            .Add(one, new FirstContactResolution(40_000, 50_000), new FirstContactResolution(41_000, 50_000), target: Target.AtLeast(0.9))
            .Add(other, new ConversionRate(400, 12_000, ConversionUnit.Session), new ConversionRate(500, 12_100, ConversionUnit.Session))
            .Build();
        await using ReportPage report = await chromium.OpenAsync(card.ToHtmlPage(language));
        for (int width = 320; width <= 1920; width += 20)
        {
            await report.Page.SetViewportSizeAsync(width, 800);
            string[] broken = await report.Page.EvaluateAsync<string[]>(Broken);
            Assert.True(broken.Length == 0, $"{width}: {string.Join("; ", broken)}");
        }
    }

    [BrowserFact]
    public async Task Charts_AtEveryWidth_HaveTextThatReads()
    {
        await using ReportPage report = await chromium.OpenAsync(Reports.Twelve().ToHtmlPage());
        for (int width = 320; width <= 1920; width += 160)
        {
            await report.Page.SetViewportSizeAsync(width, 800);
            double[] sizes = await report.Page.EvaluateAsync<double[]>(TextSizes);
            Assert.All(sizes, size => Assert.InRange(size, 9.5, 17.5));
        }
    }

    [BrowserTheory]
    [InlineData(360, 640)]
    [InlineData(1280, 720)]
    public async Task Headline_LiesAboveTheFold(int width, int height)
    {
        foreach (ReportLanguage language in Reports.Languages)
        {
            await using ReportPage report = await chromium.OpenAsync(Reports.Twelve(language).ToHtmlPage(language), width, height);
            LocatorBoundingBoxResult box = (await report.Page.Locator("h1").BoundingBoxAsync())!;
            Assert.True(box.Y >= 0 && box.Y + box.Height <= height, $"{language}: {box.Y} to {box.Y + box.Height}");
        }
    }

    [BrowserTheory]
    [MemberData(nameof(LanguagesAndThemes))]
    public async Task Page_ByAxe_HasNoViolationOfLevelAA(ReportLanguage language, ColorScheme scheme)
    {
        foreach (int width in (int[])[360, 1280])
        {
            await using ReportPage report = await chromium.OpenAsync(Reports.Twelve(language).ToHtmlPage(language), width, scheme: scheme);
            await report.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
            AxeResult result = await report.Page.RunAxe(new AxeRunOptions
            {
                RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
            });
            Assert.True(result.Violations.Length == 0, string.Join("; ", result.Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}")));
        }
    }

    [BrowserFact]
    public async Task Page_AsksNothingOfTheNetworkAndBreaksNoPolicy()
    {
        await using ReportPage report = await chromium.OpenAsync(Reports.Twelve().ToHtmlPage());
        Assert.Empty(report.Requests);
        Assert.Empty(report.Complaints);
        Assert.Equal(
            "default-src 'none'; img-src data:; style-src 'unsafe-inline'",
            await report.Page.GetAttributeAsync("meta[http-equiv=Content-Security-Policy]", "content"));
    }

    [BrowserFact]
    public async Task HostileData_RunNothingAndBreakNothing()
    {
        await using ReportPage report = await chromium.OpenAsync(Reports.Hostile().ToHtmlPage());
        Assert.Empty(report.Requests);
        Assert.Empty(report.Complaints);
        Assert.Equal(0, await report.Page.Locator("script, [onerror], [onload], a[href^=javascript]").CountAsync());
        foreach (int width in (int[])[320, 480, 768, 1280])
        {
            await report.Page.SetViewportSizeAsync(width, 800);
            Assert.Empty(await report.Page.EvaluateAsync<string[]>(Overflowing));
        }
    }

    [BrowserFact]
    public async Task Page_OfTwelveKpis_PrintsOnTwoPages()
    {
        await using ReportPage report = await chromium.OpenAsync(Reports.Twelve(charts: 6).ToHtmlPage());
        string pdf = System.Text.Encoding.Latin1.GetString(await report.Page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.InRange(PageObjects().Count(pdf), 1, 2);
    }

    [BrowserTheory]
    [InlineData(ForcedColors.Active, ReducedMotion.NoPreference)]
    [InlineData(ForcedColors.None, ReducedMotion.Reduce)]
    public async Task Page_OfReadersWithNeeds_Fits(ForcedColors colours, ReducedMotion motion)
    {
        await using ReportPage report = await chromium.OpenAsync(Reports.Twelve().ToHtmlPage());
        await report.Page.EmulateMediaAsync(new() { ForcedColors = colours, ReducedMotion = motion });
        Assert.Empty(await report.Page.EvaluateAsync<string[]>(Overflowing));
        Assert.Equal(0, await report.Page.EvaluateAsync<int>("() => document.getAnimations().length"));
        if (colours == ForcedColors.Active)
        {
            // A line that keeps its own colour would vanish on a ground of the reader's choice.
            Assert.True(await report.Page.EvaluateAsync<bool>(
                "() => [...document.querySelectorAll('.cx-line')].every(e => getComputedStyle(e).stroke === getComputedStyle(document.body).color)"));
        }
    }

    [BrowserFact]
    public async Task LongReport_ShowsExceptionsFirstAndQuietGroupsClosed()
    {
        await using ReportPage report = await chromium.OpenAsync(Reports.Long().ToHtmlPage());
        Assert.Equal(6, await report.Page.Locator("h3 + table tbody tr").CountAsync());
        Assert.Equal(10, await report.Page.Locator("#cx-kpis > details").CountAsync());
        Assert.Equal(6, await report.Page.Locator("#cx-kpis > details[open]").CountAsync());
        Assert.Empty(await report.Page.EvaluateAsync<string[]>(Overflowing));
    }

    [BrowserFact]
    public async Task Email_FitsAPhone()
    {
        string email = Reports.Twelve().ToEmailHtml();
        string page = $"<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>e-mail</title><body>{email}</body></html>";
        await using ReportPage report = await chromium.OpenAsync(page, 360);
        Assert.True(await report.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= 360"));
        Assert.Empty(report.Requests);
    }

    [BrowserFact]
    public async Task Gallery_OfPictures_IsKeptForWhoWantsToLook()
    {
        // Only where a folder is named.
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is not { Length: > 0 } folder)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        foreach ((string name, string html) in ((string, string)[])[("twelve", Reports.Twelve().ToHtmlPage()), ("long", Reports.Long().ToHtmlPage()),
            ("hostile", Reports.Hostile().ToHtmlPage()), ("french", Reports.Twelve(ReportLanguage.French).ToHtmlPage(ReportLanguage.French))])
        {
            foreach (int width in (int[])[320, 360, 480, 768, 1024, 1280, 1600, 1920])
            {
                foreach (ColorScheme scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
                {
                    await using ReportPage report = await chromium.OpenAsync(html, width, 900, scheme);
                    await report.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}-{scheme}.png"), FullPage = true });
                }
            }
        }
    }

    [GeneratedRegex("/Type\\s*/Page[^s]")]
    private static partial Regex PageObjects();
}
