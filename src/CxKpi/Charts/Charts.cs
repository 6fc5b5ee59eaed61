namespace CxKpi;

/// <summary>Draws results; each method creates one <see cref="Chart"/>.</summary>
/// <remarks>
/// The default width is the narrowest at which charts are readable on a telephone; <see cref="ChartOptions.Width"/> gives more room.
/// Labels that are too long are cut and kept in full in the element's title. Without data the chart is a frame that says so.
/// </remarks>
public static partial class Charts
{
    private static IEnumerable<LegendItem> Incomplete(Phrases text, bool isFirst, bool isLast) => (isFirst, isLast) switch
    {
        (false, false) => [],
        (false, true) => [LegendItem.Marker(text.PeriodNotEnded, MarkerShape.Ring, ColourRole.Primary)],
        (true, _) => [LegendItem.Marker(text.Incomplete, MarkerShape.Ring, ColourRole.Primary)],
    };

    /// <summary>The first few of what a title names, and how many more there are.</summary>
    private static string NamedInTitle(Phrases text, IReadOnlyCollection<string> items)
    {
        const int Most = 3;
        return string.Join(", ", items.Count > Most ? items.Take(Most).Append(text.MoreItems(items.Count - Most)) : items);
    }

    private static double? Drawable(double? value) => value is { } known && double.IsFinite(known) ? known : null;
}
