namespace CxKpi;

/// <summary>The names of lines at their right ends, beside the plot, so that nobody has to look them up in a legend.</summary>
/// <param name="room">The most room that they take, in SVG units.</param>
internal sealed class EndLabels(double room)
{
    private const double LineHeight = 14, Gap = 8;
    private readonly List<Label> labels = [];

    /// <summary>The room on the right of the plot, none without labels.</summary>
    internal double Width => labels.Count == 0 ? 0 : Gap + labels.Max(label => label.Width);

    internal void Add(string text, double value, ColourRole colour, bool bold = false)
    {
        string[] lines = [.. TextFit.Wrapped(text, bold ? 1.08 * Drawing.Small : Drawing.Small, room - Gap, most: 3)];
        labels.Add(new(lines, value, colour, bold));
    }

    /// <summary>Writes the labels as near to their lines as they can be without touching each other.</summary>
    internal void Draw(Drawing drawing, TimePlot plot)
    {
        if (labels.Count == 0)
        {
            return;
        }

        Label[] down = [.. labels.OrderBy(label => plot.Y(label.Value))];
        double height = LineHeight * down.Max(label => label.Lines.Count), x = plot.Right + Gap;
        double[] points = [.. down.Select(label => plot.Y(label.Value))];
        double[] at = Labelling.Apart(points, height, plot.PlotTop + height / 2, plot.Bottom - height / 2);
        for (int i = 0; i < down.Length; i++)
        {
            double first = at[i] + 4 - LineHeight * (down[i].Lines.Count - 1) / 2;
            for (int line = 0; line < down[i].Lines.Count; line++)
            {
                drawing.Text(x, first + LineHeight * line, down[i].Lines[line], Drawing.Small, down[i].Colour, bold: down[i].Bold);
            }

            if (Math.Abs(at[i] - points[i]) > 3)
            {
                drawing.Line(plot.Right, points[i], x - 2, at[i], ColourRole.Axis, 0.75);
            }
        }
    }

    private sealed record Label(IReadOnlyList<string> Lines, double Value, ColourRole Colour, bool Bold)
    {
        internal double Width => Lines.Max(line => TextFit.Width(line, Bold ? 1.08 * Drawing.Small : Drawing.Small));
    }
}
