using CxKpi.Practices;

namespace CxKpi;

/// <content>Importance against performance.</content>
public static partial class Charts
{
    /// <summary>Draws what matters against what is done well, each item in one of four quadrants, with the names of each quadrant below.</summary>
    /// <param name="map">The map.</param>
    /// <param name="options">Title, language and width; defaults when <see langword="null"/>.</param>
    /// <returns>The chart. A name stands at its dot where there is room for it, and always in the list below.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> is <see langword="null"/>.</exception>
    public static Chart ImportancePerformance(ImportancePerformance map, ChartOptions? options = null)
    {
        Guard.NotNull(map);
        ChartLayout layout = new(
            options,
            text => text.ImportancePerformanceTitle,
            text => map.Count == 0 ? "" : text.QuadrantAxes,
            text => map.In(Quadrant.ConcentrateHere) is { Count: > 0 } first
                ? Quadrant.ConcentrateHere.In(text) + text.Colon + NamedInTitle(text, [.. first.Select(item => TextFit.Isolated(Name(item, text)))])
                : "");
        if (map.ImportanceCut is not { } importanceCut || map.PerformanceCut is not { } performanceCut)
        {
            return layout.Empty();
        }

        const double Height = 250;
        Phrases text = layout.Text;
        NumberAxis up = NumberAxis.Around([.. map.Select(item => item.Performance)], null, text);
        double left = ChartLayout.Margin + Axes.LabelWidth(up), right = layout.Right - 6, top = layout.Top + 4, bottom = top + Height;
        NumberAxis across = NumberAxis.Across([.. map.Select(item => item.Importance)], KpiUnit.Share, text, right - left);
        LinearScale x = across.Scale(left + 8, right - 8), y = up.Scale(bottom - 8, top + 8);
        Axes.Up(layout.Drawing, up, y, left, right);
        Axes.Across(layout, across, x, top, bottom);
        layout.Drawing.Line(x.At(importanceCut), top, x.At(importanceCut), bottom, ColourRole.Secondary, 1.5, Drawing.Dashed);
        layout.Drawing.Line(left, y.At(performanceCut), right, y.At(performanceCut), ColourRole.Secondary, 1.5, Drawing.Dashed);
        NamesInPlot names = new(layout.Drawing, left, right, top, bottom, [.. map.Select(item => (x.At(item.Importance), y.At(item.Performance)))]);
        foreach (QuadrantItem item in map.OrderByDescending(item => item.Importance))
        {
            double atX = x.At(item.Importance), atY = y.At(item.Performance);
            (MarkerShape shape, ColourRole colour) = Look(item.Quadrant);
            layout.Drawing.Marker(shape, atX, atY, 5, colour, Said(item, text));
            names.Place(TextFit.Clean(item.Name), atX, atY);
        }

        layout.Top = bottom + 30;
        foreach (Quadrant quadrant in Enum.GetValues<Quadrant>().Where(quadrant => map.In(quadrant).Count > 0))
        {
            List(layout, quadrant, string.Join(", ", map.In(quadrant).Select(item => Name(item, text))));
        }

        string[] lines =
        [
            .. Enum.GetValues<Quadrant>().Where(quadrant => map.In(quadrant).Count > 0).Select(quadrant =>
                quadrant.In(text) + text.Colon + string.Join(", ", map.In(quadrant).Select(item => TextFit.Isolated(Name(item, text))))),
        ];
        ChartData data = new(
            [
                ChartData.Words(text.NameLabel), ChartData.Figures(text.ImportanceLabel), ChartData.Figures(text.PerformanceLabel),
                ChartData.Words(text.QuadrantLabel),
            ],
            [
                .. map.OrderByDescending(item => item.Importance).Select(item => (ChartCell[])
                [
                    new(Name(item, text)), new(text.Percent(item.Importance), Csv.Number(item.Importance)),
                    new(text.Number(item.Performance), Csv.Number(item.Performance)), new(item.Quadrant.In(text)),
                ]),
            ]);
        return layout.Finish(data, lines[0], text.Semicolon, lines[1..], text.Semicolon);
    }

    private static void List(ChartLayout layout, Quadrant quadrant, string names)
    {
        (MarkerShape shape, ColourRole colour) = Look(quadrant);
        string title = Phrases.Capitalised(quadrant.In(layout.Text)) + layout.Text.Colon.TrimEnd();
        layout.Drawing.Marker(shape, ChartLayout.Margin + 6, layout.Top - 4, 5, colour);
        layout.Drawing.Text(ChartLayout.Margin + 18, layout.Top, title, Drawing.Small, bold: true);
        layout.Top += 17;
        bool leftwards = TextFit.IsRightToLeft(names);
        layout.Drawing.Text(
            leftwards ? layout.Right : ChartLayout.Margin + 18,
            layout.Top,
            names,
            Drawing.Small,
            anchor: leftwards ? TextAnchor.Right : TextAnchor.Left,
            room: layout.Inner - 18);
        layout.Top += 20;
    }

    private static (MarkerShape Shape, ColourRole Colour) Look(Quadrant quadrant) => quadrant switch
    {
        Quadrant.ConcentrateHere => (MarkerShape.Diamond, ColourRole.Alert),
        Quadrant.KeepUp => (MarkerShape.Dot, ColourRole.Primary),
        Quadrant.LowPriority => (MarkerShape.Ring, ColourRole.Secondary),
        Quadrant.PossibleOverkill => (MarkerShape.Square, ColourRole.Secondary),
    };

    private static string Name(QuadrantItem item, Phrases text) => TextFit.Clean(item.Name) is { Length: > 0 } name ? name : text.NoName;

    private static string Said(QuadrantItem item, Phrases text) =>
        $"{Name(item, text)}{text.Colon}{text.ImportanceLabel} {text.Percent(item.Importance)}, {text.PerformanceLabel} {text.Number(item.Performance)}";
}
