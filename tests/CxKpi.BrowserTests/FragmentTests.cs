using Microsoft.Playwright;
using NodaTime;

namespace CxKpi.BrowserTests;

/// <summary>What is placed in a notebook or in another page is readable there, whatever the host's theme and the reader's.</summary>
public sealed class FragmentTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly int[] Widths = [320, 480, 700, 1000, 1150, 1400];

    // Texts whose contrast with what lies behind them, layer upon layer, is below that of level AA.
    private const string Faint = """
        () => {
            const parse = text => {
                const numbers = text.match(/[\d.]+/g).map(Number);
                const scale = text.startsWith('color(srgb') ? 255 : 1;
                return [numbers[0] * scale, numbers[1] * scale, numbers[2] * scale, numbers[3] ?? 1];
            };
            const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3]));
            const ground = e => e === null ? [255, 255, 255] : over(parse(getComputedStyle(e).backgroundColor), ground(e.parentElement));
            const light = colour => {
                const [r, g, b] = colour.map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const texts = document.createTreeWalker(document.getElementById('fragment'), NodeFilter.SHOW_TEXT), faint = [];
            for (let text = texts.nextNode(); text; text = texts.nextNode()) {
                const e = text.parentElement;
                if (!text.data.trim() || e.closest('style') || !e.checkVisibility()) continue;
                const below = ground(e), ink = over(parse(getComputedStyle(e).color), below);
                const [low, high] = [light(below), light(ink)].sort((x, y) => x - y);
                const contrast = (high + 0.05) / (low + 0.05);
                if (contrast < 4.5) faint.push(contrast.toFixed(2) + ' ' + text.data.trim().slice(0, 40));
            }
            return faint;
        }
        """;

    // Rows that are not as the others, and captions or cells in which letters stand one below the other.
    private const string Striped = """
        () => [...document.querySelectorAll('#fragment tr, #fragment tbody, #fragment thead')]
            .filter(row => !/^(rgba\(.*, 0\)|transparent)$/.test(getComputedStyle(row).backgroundColor)).map(row => row.textContent.slice(0, 40))
        """;

    private const string Stacked = """
        () => [...document.querySelectorAll('#fragment caption, #fragment th, #fragment td')]
            .filter(e => e.checkVisibility() && e.textContent.trim().length > 2).filter(e => {
                const range = document.createRange();
                range.selectNodeContents(e);
                const boxes = [...range.getClientRects()].filter(box => box.width > 0);
                const widest = Math.max(...boxes.map(box => box.width)), size = parseFloat(getComputedStyle(e).fontSize);
                return boxes.length > 2 && widest < 2 * size;
            }).map(e => e.tagName + ' ' + e.textContent.slice(0, 40))
        """;

    public static TheoryData<string, ColorScheme> HostsAndThemes
    {
        get
        {
            TheoryData<string, ColorScheme> data = [];
            foreach (string host in Hosts.All.Keys)
            {
                data.Add(host, ColorScheme.Light);
                data.Add(host, ColorScheme.Dark);
            }

            return data;
        }
    }

    private static IEnumerable<string> Fragments()
    {
        Nps[] scores = [new(50, 30, 20), new(20, 30, 50), new(30, 30, 40)];
        KpiSeries<Nps> months = KpiSeries.From(
            CalendarUnit.Month, Enumerable.Range(0, 30).Select(t => (CalendarPeriod.Parse("2024-01").Plus(t), new Nps(60 + 7 * (t % 12), 30, 30 + t % 3))));
        Target target = Target.RelativeChange(0.1, 20, new LocalDate(2026, 12, 31));
        Chart chart = Charts.OverTime(months);
        yield return Reports.Ungrouped().ToHtml();
        yield return Reports.Twelve(charts: 2).ToHtml();
        yield return scores.ToTable().ToHtml();
        yield return months.ToHtml();
        yield return months.YearOverYear().ToHtml();
        yield return target.ToHtml();
        yield return target.Assess(scores[0]).ToHtml();
        yield return months.SeasonallyAdjust().ToHtml();
        yield return chart.ToHtml();
        yield return chart.ToTableHtml();
    }

    [BrowserTheory]
    [MemberData(nameof(HostsAndThemes))]
    public async Task Fragment_InAnyHostAtAnyWidth_IsReadableWithoutStripesOrStackedLetters(string host, ColorScheme scheme)
    {
        await using ReportPage report = await chromium.OpenAsync(Hosts.Page(host, string.Join("<hr/>", Fragments())), scheme: scheme);
        await report.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
        foreach (int width in Widths)
        {
            await report.Page.SetViewportSizeAsync(width, 800);
            foreach (string fault in (string[])[Faint, Striped, Stacked])
            {
                string[] found = await report.Page.EvaluateAsync<string[]>(fault);
                Assert.True(found.Length == 0, $"{width}: {string.Join("; ", found.Take(8))}");
            }
        }
    }

    // Rows under the pointer are coloured by some hosts, too.
    [BrowserFact]
    public async Task Row_UnderThePointer_KeepsItsGround()
    {
        await using ReportPage report = await chromium.OpenAsync(Hosts.Page("Jupyter light", Reports.Ungrouped().ToHtml()), 1400, scheme: ColorScheme.Dark);
        await report.Page.HoverAsync("#fragment tbody tr:nth-child(2)");
        Assert.Empty(await report.Page.EvaluateAsync<string[]>(Faint));
    }

    [BrowserFact]
    public async Task Gallery_OfFragments_IsKeptForWhoWantsToLook()
    {
        // Only where a folder is named.
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is not { Length: > 0 } folder)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        foreach (string host in Hosts.All.Keys)
        {
            foreach (int width in (int[])[480, 1000, 1400])
            {
                await using ReportPage report = await chromium.OpenAsync(Hosts.Page(host, string.Join("<hr/>", Fragments())), width, 900);
                await report.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{host}-{width}.png"), FullPage = true });
            }
        }
    }
}
