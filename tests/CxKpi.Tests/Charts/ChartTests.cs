using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CxKpi.Tests;

public partial class ChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly string[] Elements = ["svg", "title", "desc", "rect", "line", "path", "circle", "text"];

    private static readonly string[] Attributes =
    [
        "xmlns", "lang", "viewBox", "width", "height", "role", "aria-labelledby",
        "font-family", "font-size", "font-weight", "id", "x", "y", "x1", "x2", "y1", "y2",
        "cx", "cy", "r", "d", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "text-anchor", "direction",
        "unicode-bidi",
    ];

    public static TheoryData<string> Names => [.. Gallery.Charts.Keys];

    /// <summary>Whoever adds a chart draws it in the gallery, where the other tests find it.</summary>
    [Fact]
    public void Gallery_OfAllCharts_HasEachWithAndWithoutData()
    {
        ILookup<string, string> gallery = File.ReadLines(Path.Combine(Repository.Root, "tests", "CxKpi.Tests", "Charts", "Gallery.cs"))
            .Select(line => Drawn().Match(line))
            .Where(drawn => drawn.Success)
            .ToLookup(drawn => drawn.Groups["chart"].Value, drawn => drawn.Groups["name"].Value, StringComparer.Ordinal);

        Assert.All(
            typeof(CxKpi.Charts).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(method => method.Name).Distinct(),
            chart =>
            {
                Assert.Contains(gallery[chart], name => !name.EndsWith("-none", StringComparison.Ordinal));
                Assert.Contains(gallery[chart], name => name.EndsWith("-none", StringComparison.Ordinal));
            });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ToSvg_AnyData_IsWellFormedAndHarmless(string name)
    {
        foreach ((Chart chart, ChartTheme theme) in Variants(name))
        {
            string svg = chart.ToSvg(theme);
            XElement root = XDocument.Parse(svg).Root!;

            Assert.Equal(Svg + "svg", root.Name);
            Assert.Equal("img", root.Attribute("role")?.Value);
            Assert.Equal(
                root.Attribute("aria-labelledby")?.Value,
                $"{root.Element(Svg + "title")?.Attribute("id")?.Value} {root.Element(Svg + "desc")?.Attribute("id")?.Value}");
            Assert.NotEqual("", root.Element(Svg + "title")?.Value);
            Assert.NotEqual("", root.Element(Svg + "desc")?.Value);
            Assert.All(root.DescendantsAndSelf(), element => Assert.Contains(element.Name.LocalName, Elements));
            Assert.All(
                root.DescendantsAndSelf().SelectMany(element => element.Attributes()),
                attribute => Assert.Contains(attribute.Name.LocalName, Attributes));
            Assert.All(
                root.DescendantsAndSelf().SelectMany(element => element.Attributes()).Where(attribute => !attribute.IsNamespaceDeclaration),
                attribute => Assert.DoesNotContain(":", attribute.Value, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ToSvg_AnyData_KeepsEverythingOnThePaper(string name)
    {
        foreach ((Chart chart, ChartTheme theme) in Variants(name))
        {
            foreach (TextBox box in Boxes(chart, theme))
            {
                Assert.True(box.Left >= -0.5 && box.Right <= chart.Width + 0.5 && box.Top >= 0 && box.Bottom <= chart.Height, $"{name}: {box}");
            }

            IEnumerable<double> coordinates = XDocument.Parse(chart.ToSvg(theme)).Descendants().Attributes()
                .Where(attribute => attribute.Name.LocalName is "x" or "y" or "x1" or "x2" or "y1" or "y2" or "cx" or "cy")
                .Select(attribute => double.Parse(attribute.Value, CultureInfo.InvariantCulture));
            Assert.All(coordinates, coordinate => Assert.InRange(coordinate, -1, Math.Max(chart.Width, chart.Height) + 1));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ToSvg_AnyData_LetsNoTextsOverlap(string name)
    {
        foreach ((Chart chart, ChartTheme theme) in Variants(name))
        {
            TextBox[] boxes = [.. Boxes(chart, theme)];
            for (int i = 0; i < boxes.Length; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    Assert.False(boxes[i].Overlaps(boxes[j]), $"{name}, {chart.Language}, {chart.Width}: {boxes[i]} and {boxes[j]}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ToSvg_AnotherCulture_IsTheSameText(string name)
    {
        Thread thread = Thread.CurrentThread;
        CultureInfo before = thread.CurrentCulture;
        Func<ChartOptions, Chart> make = Gallery.Charts[name];
        string invariant = make(new()).ToSvg(), words = make(new()).ToString();
        try
        {
            foreach (string other in (string[])["de-DE", "fr-FR", "ar-SA", "sv-SE"])
            {
                thread.CurrentCulture = CultureInfo.GetCultureInfo(other);
                Assert.Equal(invariant, make(new()).ToSvg());
                Assert.Equal(words, make(new()).ToString());
            }
        }
        finally
        {
            thread.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Title_Hostile_IsTextAndNothingElse(string name)
    {
        foreach (string hostile in Gallery.Hostile)
        {
            Chart chart = Gallery.Charts[name](new() { Title = hostile });
            XElement root = XDocument.Parse(chart.ToSvg()).Root!;

            Assert.Equal(
                chart.Title.Replace('\0', '\uFFFD').Replace('\u0008', '\uFFFD').Replace('\u001B', '\uFFFD').Replace('\uFFFE', '\uFFFD'),
                root.Element(Svg + "title")!.Value);
            Assert.All(root.Descendants(), element => Assert.Contains(element.Name.LocalName, Elements));
        }
    }

    [Fact]
    public void ToSvg_LongName_IsCutAndKeptInFull()
    {
        Chart chart = CxKpi.Charts.Funnel(new Funnel([Gallery.Long, "b"], [2, 1]));
        XElement text = XDocument.Parse(chart.ToSvg()).Descendants(Svg + "text").Single(element => element.Element(Svg + "title") is not null);

        Assert.Equal(Gallery.Long.Trim(), text.Element(Svg + "title")!.Value);
        Assert.EndsWith("\u2026", text.Value, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Description_AnyData_IsShortEnoughToBeListenedTo(string name)
    {
        foreach ((Chart chart, _) in Variants(name))
        {
            Assert.InRange(chart.Description.Length, 1, 299);
            Assert.InRange(XElement.Parse(chart.ToHtml()).Attribute("alt")!.Value.Length, 1, 299);
        }

        foreach (string hostile in Gallery.Hostile)
        {
            Assert.InRange(XElement.Parse(Gallery.Charts[name](new() { Title = hostile }).ToHtml()).Attribute("alt")!.Value.Length, 1, 299);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ToCsv_AnyData_HasARowPerMark(string name)
    {
        foreach ((Chart chart, _) in Variants(name))
        {
            string svg = chart.ToSvg(), csv = chart.ToCsv(), table = chart.ToTableHtml();
            Phrases words = Phrases.For(chart.Language);
            bool isFrame = ((string[])[words.NoData, words.NoDecomposition, words.TooFewFiguresForLimits])
                .Any(reason => svg[svg.LastIndexOf("<text", StringComparison.Ordinal)..].Contains($">{SvgWriter.Escape(reason)}</", StringComparison.Ordinal));

            Assert.Equal(isFrame, csv.Length == 0);
            Assert.Equal(isFrame, table.Length == 0);
            if (!isFrame)
            {
                XElement element = XElement.Parse(table);
                int rows = element.Elements("tbody").Elements("tr").Count();
                Assert.InRange(rows, 1, int.MaxValue);
                Assert.Equal(rows + 1, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
                Assert.NotEqual("", element.Element("caption")!.Value);
            }
        }
    }

    [Fact]
    public void ToCsv_Figures_ArePlainNumbers() => Assert.Equal(
        "Réponse,Nombre,Part\r\nDétracteurs,188,0.2211764705882353\r\nPassifs,250,0.29411764705882354\r\nPromoteurs,412,0.48470588235294115\r\n",
        CxKpi.Charts.NetScore(new Nps(412, 250, 188), new() { Language = ReportLanguage.French }).ToCsv());

    [Theory]
    [MemberData(nameof(Names))]
    public void ToSvg_Twice_IsEqual(string name) =>
        Assert.Equal(Gallery.Charts[name](new()).ToSvg(ChartTheme.Dark), Gallery.Charts[name](new()).ToSvg(ChartTheme.Dark));

    [Fact]
    public void ToSvg_UnnamedTheme_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CxKpi.Charts.NetScore(new Nps(1, 1, 1)).ToSvg((ChartTheme)7));

    [Theory]
    [InlineData(ReportLanguage.English, "no data")]
    [InlineData(ReportLanguage.French, "pas de données")]
    [InlineData(ReportLanguage.German, "keine Daten")]
    public void Charts_NoData_SaySo(ReportLanguage language, string words)
    {
        foreach (string name in Gallery.Charts.Keys.Where(name => name.EndsWith("-none", StringComparison.Ordinal)))
        {
            Assert.Contains($">{words}<", Gallery.Charts[name](new() { Language = language }).ToSvg(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Charts_French_SpeakFrench()
    {
        string svg = CxKpi.Charts.NetScore(new Nps(412, 250, 188), new() { Language = ReportLanguage.French }).ToSvg();

        Assert.Contains("xml:lang=\"fr\"", svg, StringComparison.Ordinal);
        Assert.Contains("Score net de recommandation", svg, StringComparison.Ordinal);
        Assert.Contains("+26,4", svg, StringComparison.Ordinal);
        Assert.Contains("promoteurs 48\u202F% (412)", svg, StringComparison.Ordinal);
    }

    /// <summary>Writes the gallery for tests/screenshots.sh where CXKPI_GALLERY names a folder; elsewhere only to see that it can be written.</summary>
    [Fact]
    public void Gallery_IsWrittenAndReadsAsXml()
    {
        string? named = Environment.GetEnvironmentVariable("CXKPI_GALLERY");
        string folder = Directory.CreateDirectory(string.IsNullOrEmpty(named) ? Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()) : named).FullName;
        try
        {
            WriteGallery(folder);
            Assert.Equal(3 * Gallery.Charts.Count, Directory.GetFiles(folder, "*.svg").Length);
            Assert.Equal(2 * Gallery.Reports.Count, Directory.GetFiles(folder, "report-*.html").Length);
            Assert.All(Directory.GetFiles(folder, "*.svg"), file => Assert.Equal(Svg + "svg", XDocument.Load(file).Root!.Name));
        }
        finally
        {
            if (string.IsNullOrEmpty(named))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static void WriteGallery(string folder)
    {
        foreach ((string name, Func<ChartOptions, Chart> make) in Gallery.Charts)
        {
            File.WriteAllText(Path.Combine(folder, $"{name}.light.svg"), make(new()).ToSvg());
            File.WriteAllText(Path.Combine(folder, $"{name}.dark.svg"), make(new() { Language = ReportLanguage.French }).ToSvg(ChartTheme.Dark));
            File.WriteAllText(Path.Combine(folder, $"{name}.wide.light.svg"), make(new() { Width = 900 }).ToSvg());
        }

        foreach ((string name, Scorecard card) in Gallery.Reports)
        {
            File.WriteAllText(Path.Combine(folder, $"report-{name}.html"), card.ToHtmlPage());
            File.WriteAllText(Path.Combine(folder, $"report-{name}-french.html"), card.ToHtmlPage(ReportLanguage.French));
        }
    }

    private static IEnumerable<(Chart Chart, ChartTheme Theme)> Variants(string name) =>
        from language in Enum.GetValues<ReportLanguage>()
        from width in (int[])[320, 420, 1600]
        select (Gallery.Charts[name](new() { Language = language, Width = width }), width == 320 ? ChartTheme.Dark : ChartTheme.Light);

    private static IEnumerable<TextBox> Boxes(Chart chart, ChartTheme theme) =>
        XDocument.Parse(chart.ToSvg(theme)).Descendants(Svg + "text").Select(TextBox.Of);

    [GeneratedRegex(@"^\s*\[""(?<name>[^""]+)""\] = .*\bCxKpi\.Charts\.(?<chart>\w+)\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Drawn();

    /// <summary>What a text covers, by the estimate of its width.</summary>
    private sealed record TextBox(string Text, double Left, double Right, double Top, double Bottom)
    {
        public static TextBox Of(XElement element)
        {
            string text = string.Concat(element.Nodes().OfType<XText>().Select(node => node.Value));
            double x = Number(element, "x");
            double y = Number(element, "y");
            double size = Number(element, "font-size");
            double width = TextFit.Width(text, size) * (element.Attribute("font-weight") is null ? 1 : 1.08);
            bool leftwards = element.Attribute("direction") is not null;
            double left = element.Attribute("text-anchor")?.Value switch
            {
                "middle" => x - width / 2,
                "end" => leftwards ? x : x - width,
                _ => leftwards ? x - width : x,
            };
            return new(text, left, left + width, y - 0.75 * size, y + 0.2 * size);
        }

        public bool Overlaps(TextBox other) => Left < other.Right - 0.5 && other.Left < Right - 0.5 && Top < other.Bottom - 0.5 && other.Top < Bottom - 0.5;

        private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
    }
}
