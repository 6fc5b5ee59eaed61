using System.Text;

namespace CxKpi;

/// <summary>Gathers the marks of a drawing.</summary>
internal sealed class Drawing(double width)
{
    internal const double Small = 12, Normal = 14, Large = 17;

    /// <summary>Dash patterns that distinguish lines without colour.</summary>
    internal const string Dashed = "7 4", Dotted = "2 3", Sparse = "2 6", Dense = "4 2";

    private readonly List<Mark> marks = [];

    internal double Width { get; } = width;

    internal IReadOnlyList<Mark> Marks => marks;

    internal void Line(double x1, double y1, double x2, double y2, ColourRole colour, double thickness = 1, string? dash = null) =>
        marks.Add(new("line", $" x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\"{Pen(thickness, dash)}", Stroke: colour));

    internal void Rect(double x, double y, double width, double height, ColourRole? fill, ColourRole? stroke = null, string? dash = null, string? tip = null) =>
        marks.Add(new(
            "rect",
            $" x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(Math.Max(0, width))}\" height=\"{N(Math.Max(0, height))}\"{Pen(1, dash)}",
            fill,
            stroke,
            Tip: tip));

    /// <summary>A surface the fuller the higher the figure, but never so full that a figure on it cannot be read.</summary>
    /// <param name="x">Its left side.</param>
    /// <param name="y">Its upper side.</param>
    /// <param name="width">Its width.</param>
    /// <param name="height">Its height.</param>
    /// <param name="heat">How full it is, from 0 to 1; it is seen in steps.</param>
    /// <param name="tip">What is said of it.</param>
    internal void Heat(double x, double y, double width, double height, double heat, string tip)
    {
        const double Fullest = 0.44, Steps = 8;
        double opacity = Math.Ceiling(Math.Clamp(heat, 0, 1) * Steps) / Steps * Fullest;
        marks.Add(new(
            "rect",
            $" x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(Math.Max(0, width))}\" height=\"{N(Math.Max(0, height))}\" fill-opacity=\"{N(opacity)}\"",
            ColourRole.Primary,
            Tip: tip));
    }

    internal void Path(string data, ColourRole? fill, ColourRole? stroke, double thickness = 1, string? dash = null)
    {
        if (data.Length > 0)
        {
            marks.Add(new("path", $" d=\"{data}\"{Pen(thickness, dash)} stroke-linejoin=\"round\"", fill, stroke));
        }
    }

    /// <summary>Lines through the points in their order, broken where one is missing.</summary>
    internal void Polyline(IEnumerable<(double X, double Y)?> points, ColourRole colour, double thickness, string? dash = null)
    {
        StringBuilder data = new();
        bool drawing = false;
        foreach ((double X, double Y)? point in points)
        {
            if (point is { } at)
            {
                data.Append(drawing ? 'L' : 'M').Append(N(at.X)).Append(' ').Append(N(at.Y));
            }

            drawing = point is not null;
        }

        Path(data.ToString(), null, colour, thickness, dash);
    }

    internal void Marker(MarkerShape shape, double x, double y, double radius, ColourRole colour, string? tip = null)
    {
        (string element, string geometry) = shape switch
        {
            MarkerShape.Dot or MarkerShape.Ring => ("circle", $" cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\""),
            MarkerShape.Square => ("rect", $" x=\"{N(x - radius)}\" y=\"{N(y - radius)}\" width=\"{N(2 * radius)}\" height=\"{N(2 * radius)}\""),
            MarkerShape.Up => ("path", $" d=\"M{N(x)} {N(y - radius)}L{N(x + radius)} {N(y + radius)}L{N(x - radius)} {N(y + radius)}Z\""),
            MarkerShape.Down => ("path", $" d=\"M{N(x)} {N(y + radius)}L{N(x + radius)} {N(y - radius)}L{N(x - radius)} {N(y - radius)}Z\""),
            MarkerShape.Diamond or MarkerShape.OpenDiamond =>
                ("path", $" d=\"M{N(x)} {N(y - radius)}L{N(x + radius)} {N(y)}L{N(x)} {N(y + radius)}L{N(x - radius)} {N(y)}Z\""),
        };
        bool open = shape is MarkerShape.Ring or MarkerShape.OpenDiamond;
        marks.Add(new(element, geometry + Pen(open ? 2 : 1, null), open ? ColourRole.Background : colour, open ? colour : ColourRole.Background, Tip: tip));
    }

    /// <summary>Diagonal lines inside a rectangle, which distinguish surfaces without colour and without patterns that would need names.</summary>
    internal void Hatch(double x, double y, double width, double height, ColourRole colour, double spacing = 6, double thickness = 1.5)
    {
        StringBuilder data = new();
        for (double offset = spacing / 2; width > 1 && offset < width + height; offset += spacing)
        {
            double top = Math.Min(offset, width), left = Math.Min(offset, height);
            data.Append('M').Append(N(x + top)).Append(' ').Append(N(y + offset - top));
            data.Append('L').Append(N(x + offset - left)).Append(' ').Append(N(y + left));
        }

        Path(data.ToString(), null, colour, thickness);
    }

    /// <summary>One line of text, cut where it would be wider than the room; then the full text is its <c>title</c>.</summary>
    internal void Text(
        double x,
        double y,
        string text,
        double size = Normal,
        ColourRole colour = ColourRole.Text,
        TextAnchor anchor = TextAnchor.Left,
        double room = double.PositiveInfinity,
        bool bold = false,
        bool keepsEnds = false)
    {
        string clean = TextFit.Clean(text);
        if (clean.Length == 0)
        {
            return;
        }

        double scale = bold ? 1.08 * size : size;
        string shown = keepsEnds ? TextFit.FitEnds(clean, scale, room) : TextFit.Fit(clean, scale, room);
        bool leftwards = TextFit.IsRightToLeft(shown);

        // In text that runs leftwards "start" is its right end.
        string end = anchor switch
        {
            TextAnchor.Middle => " text-anchor=\"middle\"",
            TextAnchor.Left => leftwards ? " text-anchor=\"end\"" : "",
            TextAnchor.Right => leftwards ? "" : " text-anchor=\"end\"",
        };
        string direction = leftwards ? " direction=\"rtl\" unicode-bidi=\"embed\"" : "";
        marks.Add(new(
            "text",
            $" x=\"{N(x)}\" y=\"{N(y)}\" font-size=\"{N(size)}\"{end}{direction}{(bold ? " font-weight=\"bold\"" : "")}",
            colour,
            Content: shown,
            Tip: ReferenceEquals(shown, clean) ? null : clean));
    }

    internal static string N(double value) => SvgWriter.Number(value);

    private static string Pen(double thickness, string? dash) =>
        (thickness == 1 ? "" : $" stroke-width=\"{N(thickness)}\"") + (dash is null ? "" : $" stroke-dasharray=\"{dash}\"");
}
