namespace CxKpi;

/// <summary>A sample of a mark and what it means.</summary>
/// <param name="Text">The meaning.</param>
/// <param name="Draw">Draws the sample around the middle of its left end.</param>
internal sealed record LegendItem(string Text, Action<Drawing, double, double> Draw)
{
    internal const double SampleWidth = 24;

    internal static LegendItem Line(string text, ColourRole colour, double thickness = 2, string? dash = null, MarkerShape? marker = null) =>
        new(text, (drawing, x, y) =>
        {
            drawing.Line(x, y, x + SampleWidth, y, colour, thickness, dash);
            if (marker is { } shape)
            {
                drawing.Marker(shape, x + SampleWidth / 2, y, 4, colour);
            }
        });

    internal static LegendItem Marker(string text, MarkerShape shape, ColourRole colour) =>
        new(text, (drawing, x, y) => drawing.Marker(shape, x + SampleWidth / 2, y, 5, colour));

    internal static LegendItem Band(string text) => Area(text, ColourRole.Band, ColourRole.BandEdge);

    internal static LegendItem Area(string text, ColourRole inside, ColourRole edge) => new(text, (drawing, x, y) =>
    {
        drawing.Rect(x, y - 6, SampleWidth, 12, inside);
        drawing.Line(x, y - 6, x + SampleWidth, y - 6, edge);
        drawing.Line(x, y + 6, x + SampleWidth, y + 6, edge);
    });
}
