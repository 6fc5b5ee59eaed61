using System.Buffers;
using System.Globalization;

namespace CxKpi;

/// <summary>
/// Writes a drawing into a page in few letters: colours by class, one group for marks alike, coordinates to a tenth of a pixel, and paths by their steps.
/// A page may hold sixty charts.
/// </summary>
internal static class PageSvg
{
    private const int Tenths = 10;

    private static readonly SearchValues<char> Straight = SearchValues.Create("MLZ0123456789.- ");

    // What most texts have, the drawing has; where a text ends is a class.
    private const string Small = " font-size=\"12\"", Middle = " text-anchor=\"middle\"", End = " text-anchor=\"end\"";

    /// <summary>The rules that the drawings of a page share.</summary>
    internal static string Style { get; } = string.Concat(
        $".cx-drawn{{font-family:{SvgWriter.Fonts};font-size:12px;fill:none;stroke-linejoin:round}}",
        ".cx-drawn .m{text-anchor:middle}.cx-drawn .e{text-anchor:end}",
        string.Concat(Enum.GetValues<ColourRole>().Select(colour =>
            $".cx-drawn .f{(int)colour}{{fill:{Palette.Colour(null, colour)}}}.cx-drawn .s{(int)colour}{{stroke:{Palette.Colour(null, colour)}}}")));

    /// <summary>Writes a drawing.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="marks">Its marks.</param>
    /// <param name="name">A name that no other element of the page has.</param>
    internal static string Write(Chart chart, IReadOnlyList<Mark> marks, string name)
    {
        PooledText body = new();

        // What each mark is stands in the data below the drawing; a text that is cut is whole nowhere else.
        bool hasTips = chart.Data.Rows.Count == 0;
        for (int i = 0; i < marks.Count;)
        {
            int end = i + 1;
            while (end < marks.Count && marks[end].Fill == marks[i].Fill && marks[end].Stroke == marks[i].Stroke)
            {
                end++;
            }

            if (IsRunOfDots(marks, i, end))
            {
                Dots(body, marks, i, end);
                i = end;
                continue;
            }

            if (end - i > 1)
            {
                body.Append("<g");
                Classes(body, marks[i], null);
                body.Append('>');
            }

            for (int k = i; k < end; k++)
            {
                Append(body, marks[k], hasColours: end - i == 1, hasTips);
            }

            body.Append(end - i > 1 ? "</g>" : "");
            i = end;
        }

        string width = SvgWriter.Number(chart.Width), height = SvgWriter.Number(chart.Height), language = Phrases.For(chart.Language).Tag;
        string size = $"viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\"", read = $"role=\"img\" aria-labelledby=\"{name}t {name}d\"";
        string head = $"""
            <svg xmlns="http://www.w3.org/2000/svg" class="cx-drawn" lang="{language}" xml:lang="{language}" {size} {read}>
            <title id="{name}t">{SvgWriter.Escape(chart.Title)}</title>
            <desc id="{name}d">{SvgWriter.Escape(chart.Description)}</desc>
            <rect width="{width}" height="{height}" class="f{(int)ColourRole.Background}"/>

            """.ReplaceLineEndings("\n");
        string svg = string.Concat(head, body.Written, "</svg>");
        body.Release();
        return svg;
    }

    private static void Classes(PooledText body, Mark? colours, char? anchor)
    {
        bool isFirst = true;
        Add('f', colours?.Fill);
        Add('s', colours?.Stroke);
        if (anchor is { } end)
        {
            body.Append(isFirst ? " class=\"" : " ").Append(end);
            isFirst = false;
        }

        body.Append(isFirst ? "" : "\"");

        void Add(char kind, ColourRole? colour)
        {
            if (colour is { } role)
            {
                body.Append(isFirst ? " class=\"" : " ").Append(kind).Append(Digits((int)role));
                isFirst = false;
            }
        }
    }

    private static bool IsRunOfDots(IReadOnlyList<Mark> marks, int from, int end)
    {
        bool areDots = end - from > 2 && marks[from].Stroke == ColourRole.Background;
        for (int i = from; i < end && areDots; i++)
        {
            areDots = marks[i].Element is "circle" && Radius(marks[i]).SequenceEqual(Radius(marks[from]));
        }

        return areDots;

        static ReadOnlySpan<char> Radius(Mark mark) => mark.Attributes.AsSpan(mark.Attributes.IndexOf(" r=", StringComparison.Ordinal));
    }

    // A line of no length with round ends is a dot: all at once, first with their rims.
    private static void Dots(PooledText body, IReadOnlyList<Mark> marks, int from, int end)
    {
        PooledText data = new();
        int x = 0, y = 0, radius = 0;
        for (int i = from; i < end; i++)
        {
            ReadOnlySpan<char> attributes = marks[i].Attributes;
            int toX = Figure(ref attributes), toY = Figure(ref attributes);
            radius = Figure(ref attributes);
            data.Append('m');
            Number(data, toX - x);
            Next(data, toY - y);
            data.Append("h0");
            (x, y) = (toX, toY);
        }

        Dot(2 * radius + Tenths, ColourRole.Background);
        Dot(2 * radius - Tenths, marks[from].Fill!.Value);
        data.Release();

        void Dot(int width, ColourRole colour)
        {
            body.Append("<path d=\"").Append(data.Written).Append("\" stroke-linecap=\"round\" stroke-width=\"");
            Number(body, width);
            body.Append("\" class=\"s").Append(Digits((int)colour)).Append("\"/>");
        }
    }

    private static void Append(PooledText body, Mark mark, bool hasColours, bool hasTips)
    {
        string attributes = mark.Attributes;
        char? anchor = null;
        if (mark.Element is "text")
        {
            anchor = attributes.Contains(Middle, StringComparison.Ordinal) ? 'm' : attributes.Contains(End, StringComparison.Ordinal) ? 'e' : null;
            attributes = attributes.Replace(Small, "", StringComparison.Ordinal).Replace(anchor == 'm' ? Middle : End, "", StringComparison.Ordinal);
        }

        bool isLine = mark.Element is "line";
        body.Append('<').Append(isLine ? "path" : mark.Element);
        _ = isLine ? Line(body, attributes) : mark.Element is "path" ? Path(body, attributes) : Attributes(body, attributes);
        Classes(body, hasColours ? mark : null, anchor);
        string? tip = mark.Content is not null || hasTips ? mark.Tip : null;
        if (string.IsNullOrEmpty(mark.Content) && tip is null)
        {
            body.Append("/>");
            return;
        }

        body.Append('>');
        if (tip is not null)
        {
            body.Append("<title>").Append(SvgWriter.Escape(tip)).Append("</title>");
        }

        body.Append(SvgWriter.Escape(mark.Content ?? "")).Append("</").Append(mark.Element).Append('>');
    }

    // A line is a path of two points; what follows them, such as its thickness, stays.
    private static bool Line(PooledText body, ReadOnlySpan<char> attributes)
    {
        int x1 = Figure(ref attributes), y1 = Figure(ref attributes), x2 = Figure(ref attributes), y2 = Figure(ref attributes);
        body.Append(" d=\"M");
        Number(body, x1);
        Next(body, y1);
        if (y1 == y2 || x1 == x2)
        {
            body.Append(y1 == y2 ? 'H' : 'V');
            Number(body, y1 == y2 ? x2 : y2);
        }
        else
        {
            body.Append('L');
            Number(body, x2);
            Next(body, y2);
        }

        body.Append('"');
        return Attributes(body, attributes);
    }

    /// <summary>The next figure of the attributes, in tenths, which then begin behind it.</summary>
    private static int Figure(ref ReadOnlySpan<char> attributes)
    {
        attributes = attributes[(attributes.IndexOf('"') + 1)..];
        int end = attributes.IndexOf('"'), figure = Rounded(attributes[..end]);
        attributes = attributes[(end + 1)..];
        return figure;
    }

    private static bool Path(PooledText body, ReadOnlySpan<char> attributes)
    {
        const string Joined = " stroke-linejoin=\"round\"";
        ReadOnlySpan<char> data = attributes[" d=\"".Length..];
        int length = data.IndexOf('"');
        ReadOnlySpan<char> rest = data[(length + 1)..];
        if (data[..length].ContainsAnyExcept(Straight))
        {
            return Attributes(body, attributes);
        }

        body.Append(" d=\"");
        Steps(body, data[..length]);
        body.Append('"');
        return Attributes(body, rest.EndsWith(Joined) ? rest[..^Joined.Length] : rest);
    }

    /// <summary>The data of a path of straight lines by its steps. They are differences of rounded coordinates, so that errors do not add up.</summary>
    private static void Steps(PooledText body, ReadOnlySpan<char> data)
    {
        int x = 0, y = 0, startX = 0, startY = 0;
        char last = ' ';
        while (data.Length > 0)
        {
            char command = data[0];
            data = data[1..];
            if (command == 'Z')
            {
                body.Append('z');
                (x, y, last) = (startX, startY, 'Z');
                continue;
            }

            int end = data.IndexOfAny('M', 'L', 'Z');
            ReadOnlySpan<char> point = end < 0 ? data : data[..end];
            data = data[point.Length..];
            int gap = point.IndexOf(' '), toX = Rounded(point[..gap]), toY = Rounded(point[(gap + 1)..]);

            // After a move, further points are those of lines.
            if (command == 'M' || last == 'Z')
            {
                body.Append(command == 'M' ? 'm' : 'l');
                Number(body, toX - x);
            }
            else
            {
                Next(body, toX - x);
            }

            Next(body, toY - y);
            (x, y, last) = (toX, toY, command);
            if (command == 'M')
            {
                (startX, startY) = (toX, toY);
            }
        }
    }

    // The second decimal of a coordinate is less than anyone sees.
    private static bool Attributes(PooledText body, ReadOnlySpan<char> attributes)
    {
        while (attributes.IndexOf('.') is >= 0 and int point)
        {
            int end = point + 1;
            while (end < attributes.Length && char.IsAsciiDigit(attributes[end]))
            {
                end++;
            }

            body.Append(attributes[..Math.Min(end, point + 2)]);
            attributes = attributes[end..];
        }

        body.Append(attributes);
        return true;
    }

    private static int Rounded(ReadOnlySpan<char> figure) =>
        (int)Math.Round(Tenths * double.Parse(figure, NumberStyles.Float, CultureInfo.InvariantCulture), MidpointRounding.AwayFromZero);

    private static void Next(PooledText body, int tenths)
    {
        if (tenths >= 0)
        {
            body.Append(' ');
        }

        Number(body, tenths);
    }

    private static void Number(PooledText body, int tenths)
    {
        Span<char> digits = stackalloc char[12];
        if (tenths < 0)
        {
            body.Append('-');
        }

        (int whole, int part) = Math.DivRem(Math.Abs(tenths), Tenths);
        if (whole > 0 || part == 0)
        {
            _ = whole.TryFormat(digits, out int written, provider: CultureInfo.InvariantCulture);
            body.Append(digits[..written]);
        }

        if (part > 0)
        {
            body.Append('.').Append((char)('0' + part));
        }
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
