#:property PublishAot=false

// The first screen of a report as one drawing, for a page that shows pictures and no HTML:
//   dotnet run samples/first-screen.cs -- <report.html> <picture.svg> <number of groups> <height>

using System.Xml.Linq;

if (args is not [var report, var picture, var shown, var tall]
    || !File.Exists(report)
    || !int.TryParse(shown, out int groups)
    || !int.TryParse(tall, out int height))
{
    Console.Error.WriteLine("usage: dotnet run samples/first-screen.cs -- <report.html> <picture.svg> <number of groups> <height>");
    return 2;
}

const int Width = 1280;
string page = File.ReadAllText(report);
string style = WithoutNarrow(Between("<style>", "</style>")), start = Between("<header>", "</thead>");
string[] bodies = page[(page.IndexOf("</thead>", StringComparison.Ordinal) + "</thead>".Length)..].Split("</tbody>");
string rows = string.Concat(bodies.Take(groups).Select(body => body + "</tbody>"));
const string Svg = "http://www.w3.org/2000/svg";
string content = (start + rows).Replace("<svg ", $"<svg xmlns=\"{Svg}\" ", StringComparison.Ordinal);
string drawing = $"""
    <svg xmlns="{Svg}" width="{Width}" height="{height}" viewBox="0 0 {Width} {height}">
    <style>{style}</style>
    <foreignObject width="{Width}" height="{height}">
    <body xmlns="http://www.w3.org/1999/xhtml" class="cx-report">
    {content}</table></section></main>
    </body>
    </foreignObject>
    </svg>

    """;

// A page from the library is well-formed; one that is not ends here.
XDocument.Parse(drawing);
File.WriteAllText(picture, drawing);
return 0;

string Between(string first, string last)
{
    int from = page.IndexOf(first, StringComparison.Ordinal);
    string inside = page[from..page.IndexOf(last, from, StringComparison.Ordinal)];
    return first == "<style>" ? inside[first.Length..] : inside + last;
}

// A picture keeps its layout however small it is shown.
static string WithoutNarrow(string style)
{
    const string Narrow = "@media screen and (max-width";
    for (int from; (from = style.IndexOf(Narrow, StringComparison.Ordinal)) >= 0;)
    {
        int to = style.IndexOf('{', from), open = 1;
        while (open > 0)
        {
            open += style[++to] switch { '{' => 1, '}' => -1, _ => 0 };
        }

        style = style.Remove(from, to + 1 - from);
    }

    return style;
}
