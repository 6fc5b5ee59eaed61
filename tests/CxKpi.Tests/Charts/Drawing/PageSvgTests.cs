using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CxKpi.Tests;

/// <summary>What is drawn into a page in few letters is what the drawing by itself shows.</summary>
public partial class PageSvgTests
{
    private static readonly Chart[] Drawn =
    [
        CxKpi.Charts.OverTime(Examples.Months),
        CxKpi.Charts.Decomposition(Examples.Months),
        CxKpi.Charts.ForestPlot(Examples.Channels("web", "phone", "shop")),
        CxKpi.Charts.NetScore(new Nps(50, 30, 20)),
    ];

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, Drawn.Length)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void Page_HasThePointsOfTheDrawing(int index)
    {
        XElement alone = XElement.Parse(Drawn[index].ToSvg()), page = XElement.Parse(Drawn[index].ToInlineSvg("x"));

        // Dots in a row are lines of no length, drawn with their rims and again without: they are compared by the circles that they stand for.
        (double X, double Y)[] expected = [.. alone.Descendants().SelectMany(Points)], drawn = [.. page.Descendants().SelectMany(Points)];
        Assert.Equal(Sorted(expected), Sorted(drawn), (one, other) => Math.Abs(one.X - other.X) < 0.11 && Math.Abs(one.Y - other.Y) < 0.11);
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Page_HasTheWordsOfTheDrawingAndIsShorter(int index)
    {
        string alone = Drawn[index].ToSvg(), page = Drawn[index].ToInlineSvg("x");

        Assert.Equal(Texts(alone), Texts(page));
        Assert.True(page.Length < 0.9 * alone.Length, $"{page.Length} of {alone.Length}");
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(Dots(), page);
    }

    private static IEnumerable<string> Texts(string svg) =>
        XElement.Parse(svg).Descendants().Where(x => x.Name.LocalName is "text" or "desc").Select(x => x.Value);

    private static IEnumerable<(double X, double Y)> Sorted(IEnumerable<(double X, double Y)> points) =>
        points.OrderBy(point => Math.Floor(point.X)).ThenBy(point => point.Y);

    private static IEnumerable<(double X, double Y)> Points(XElement element) => element.Name.LocalName switch
    {
        "line" => [(Value(element, "x1"), Value(element, "y1")), (Value(element, "x2"), Value(element, "y2"))],
        "circle" => [(Value(element, "cx"), Value(element, "cy"))],
        "path" when element.Attribute("stroke-linecap") is not null =>
            (string?)element.Attribute("class") == $"s{(int)ColourRole.Background}" ? [] : Absolute((string)element.Attribute("d")!),
        "path" => Absolute((string)element.Attribute("d")!),
        _ => [],
    };

    private static double Value(XElement element, string name) => double.Parse((string)element.Attribute(name)!, CultureInfo.InvariantCulture);

    // A slow reader of the few commands that drawings use.
    private static IEnumerable<(double X, double Y)> Absolute(string data)
    {
        double x = 0, y = 0, startX = 0, startY = 0;
        foreach (Match step in Commands().Matches(data))
        {
            char command = step.Value[0];
            double[] figures = [.. Figures().Matches(step.Value[1..]).Select(figure => double.Parse(figure.Value, CultureInfo.InvariantCulture))];
            switch (command)
            {
                case 'z' or 'Z':
                    (x, y) = (startX, startY);
                    break;
                case 'H':
                    x = figures[0];
                    yield return (x, y);
                    break;
                case 'V':
                    y = figures[0];
                    yield return (x, y);
                    break;
                case 'h':
                    break;
                default:
                    for (int i = 0; i < figures.Length; i += 2)
                    {
                        bool isRelative = char.IsAsciiLetterLower(command);
                        (x, y) = isRelative ? (x + figures[i], y + figures[i + 1]) : (figures[i], figures[i + 1]);
                        (startX, startY) = i == 0 && command is 'm' or 'M' ? (x, y) : (startX, startY);
                        yield return (x, y);
                    }

                    break;
            }
        }
    }

    [GeneratedRegex("[a-zA-Z][^a-zA-Z]*")]
    private static partial Regex Commands();

    [GeneratedRegex(@"-?\d*\.?\d+")]
    private static partial Regex Figures();

    [GeneratedRegex("<g class=\"f5 s0\">(<circle[^>]*>){3,}")]
    private static partial Regex Dots();
}
