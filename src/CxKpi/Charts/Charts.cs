namespace CxKpi;

/// <summary>Draws results: each method makes one <see cref="Chart"/>.</summary>
/// <remarks>
/// Charts are as narrow as a telephone lets them be read; <see cref="ChartOptions.Width"/> gives more room. Labels that are too long are cut and kept in full
/// in the element's title; without data the chart is a frame that says so.
/// </remarks>
public static partial class Charts
{
    private static LegendItem NotEnded(Phrases text) => LegendItem.Marker(text.PeriodNotEnded, MarkerShape.Ring, ColourRole.Primary);

    private static double? Drawable(double? value) => value is { } known && double.IsFinite(known) ? known : null;
}
