namespace CxKpi;

/// <summary>A sample of a mark and what it means.</summary>
/// <param name="Text">The meaning.</param>
/// <param name="Draw">Draws the sample around the middle of its left end.</param>
internal sealed record LegendItem(string Text, Action<Sketch, double, double> Draw)
{
    internal const double SampleWidth = 24;

    internal static LegendItem Line(string text, Ink ink, double thickness = 2, string? dash = null, MarkerShape? marker = null) => new(text, (sketch, x, y) =>
    {
        sketch.Line(x, y, x + SampleWidth, y, ink, thickness, dash);
        if (marker is { } shape)
        {
            sketch.Marker(shape, x + SampleWidth / 2, y, 4, ink);
        }
    });

    internal static LegendItem Marker(string text, MarkerShape shape, Ink ink) => new(text, (sketch, x, y) => sketch.Marker(shape, x + SampleWidth / 2, y, 5, ink));

    internal static LegendItem Band(string text) => new(text, (sketch, x, y) =>
    {
        sketch.Rect(x, y - 6, SampleWidth, 12, Ink.Band);
        sketch.Line(x, y - 6, x + SampleWidth, y - 6, Ink.BandEdge);
        sketch.Line(x, y + 6, x + SampleWidth, y + 6, Ink.BandEdge);
    });
}
