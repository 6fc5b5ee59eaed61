namespace CxKpi;

/// <summary>Panels of one scale beside and below each other.</summary>
internal sealed class SmallGrid
{
    private const double Height = 64, LeastWidth = 120, Apart = 14;
    private readonly ChartLayout layout;
    private readonly NumberAxis axis;
    private readonly IReadOnlyList<CalendarPeriod> periods;
    private readonly double labels;

    internal SmallGrid(ChartLayout layout, NumberAxis axis, IReadOnlyList<CalendarPeriod> periods)
    {
        this.layout = layout;
        this.axis = axis;
        this.periods = periods;
        labels = Math.Min(Axes.LabelWidth(axis), layout.Inner / 3);
    }

    /// <summary>Draws the panels row by row, each with the line of all together where there is one.</summary>
    internal void Draw(IReadOnlyList<SmallPanel> panels, double?[]? together, Func<double, string> shown)
    {
        int across = Math.Clamp((int)((layout.Inner - labels + Apart) / (LeastWidth + Apart)), 1, panels.Count);
        double width = (layout.Inner - labels + Apart) / across - Apart;
        foreach (SmallPanel[] row in panels.Chunk(across))
        {
            double top = layout.Top + 22, bottom = top + Height;
            for (int i = 0; i < row.Length; i++)
            {
                double left = ChartLayout.Margin + labels + i * (width + Apart);
                Heading(row[i], left, width, shown);
                Panel(row[i], together, left, width, top, bottom, isFirst: i == 0, shown);
                Ends(left, width, bottom);
            }

            layout.Top = bottom + 26;
        }
    }

    private void Heading(SmallPanel panel, double left, double width, Func<double, string> shown)
    {
        string value = panel.Latest < 0 ? layout.Text.NoData : shown(panel.Values[panel.Latest]!.Value);
        double taken = Math.Min(width * 0.6, TextFit.Width(value, Drawing.Small)), room = width - taken - 6;
        bool leftwards = TextFit.IsRightToLeft(panel.Name);
        layout.Drawing.Text(
            leftwards ? left + room : left, layout.Top + 12, panel.Name, Drawing.Small,
            anchor: leftwards ? TextAnchor.Right : TextAnchor.Left, room: room, bold: true);
        layout.Drawing.Text(left + width, layout.Top + 12, value, Drawing.Small, ColourRole.Muted, TextAnchor.Right, taken);
    }

    private void Panel(
        SmallPanel panel, double?[]? together, double left, double width, double top, double bottom, bool isFirst, Func<double, string> shown)
    {
        LinearScale y = axis.Scale(bottom, top);
        foreach (Tick tick in axis.Ticks)
        {
            layout.Drawing.Line(left, y.At(tick.Value), left + width, y.At(tick.Value), tick.Value == 0 ? ColourRole.Axis : ColourRole.Grid);
            if (isFirst)
            {
                layout.Drawing.Text(
                    left - 6, y.At(tick.Value) + 4, tick.Label, Drawing.Small, ColourRole.Muted, TextAnchor.Right, labels - 6);
            }
        }

        if (together is not null)
        {
            layout.Drawing.Polyline(Points(together), ColourRole.Secondary, 1, Drawing.Dashed);
        }

        // A period that has not ended is not part of the line that the others make.
        int before = panel.IsOpen ? Array.FindLastIndex(panel.Values, Math.Max(panel.Latest - 1, 0), value => value is not null) : -1;
        layout.Drawing.Polyline(Points([.. panel.Values.Select((value, i) => panel.IsOpen && i == panel.Latest ? null : value)]), ColourRole.Primary, 2);
        if (before >= 0 && before < panel.Latest)
        {
            layout.Drawing.Line(
                X(before), y.At(panel.Values[before]!.Value), X(panel.Latest), y.At(panel.Values[panel.Latest]!.Value), ColourRole.Primary, 2, Drawing.Dotted);
        }

        if (panel.Latest >= 0)
        {
            layout.Drawing.Marker(
                panel.IsOpen ? MarkerShape.Ring : MarkerShape.Dot,
                X(panel.Latest),
                y.At(panel.Values[panel.Latest]!.Value),
                3.5,
                ColourRole.Primary,
                $"{panel.Name}{layout.Text.Colon}{panel.Said(layout.Text, shown)}");
        }

        IEnumerable<(double, double)?> Points(double?[] values) =>
            values.Select((value, i) => value is { } known ? (X(i), y.At(known)) : ((double, double)?)null);

        double X(int index) => left + (index + 0.5) * width / periods.Count;
    }

    private void Ends(double left, double width, double bottom)
    {
        string first = layout.Text.ShortPeriod(periods[0]), last = layout.Text.ShortPeriod(periods[^1]);
        layout.Drawing.Text(left, bottom + 16, first, Drawing.Small, ColourRole.Muted, room: width);
        if (periods.Count > 1 && TextFit.Width(first, Drawing.Small) + TextFit.Width(last, Drawing.Small) + 8 <= width)
        {
            layout.Drawing.Text(left + width, bottom + 16, last, Drawing.Small, ColourRole.Muted, TextAnchor.Right);
        }
    }
}
