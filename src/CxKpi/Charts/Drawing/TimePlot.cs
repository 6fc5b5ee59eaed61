using System.Text;

namespace CxKpi;

/// <summary>Figures over periods: the position of each, and the marks that several charts share.</summary>
internal sealed class TimePlot
{
    internal const int MostTips = 120;
    private readonly ChartLayout layout;
    private readonly LinearScale scale;
    private readonly double inset;

    /// <summary>Takes the room below the present content of the layout.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="periods">The periods, one or more.</param>
    /// <param name="axis">The vertical axis.</param>
    /// <param name="height">The height of the plot.</param>
    /// <param name="labels">The width of the labels on its left.</param>
    /// <param name="inset">Room kept free on its right.</param>
    internal TimePlot(ChartLayout layout, IReadOnlyList<CalendarPeriod> periods, NumberAxis axis, double height, double labels, double inset = 0)
    {
        this.layout = layout;
        this.inset = inset;
        Periods = periods;
        Left = ChartLayout.Margin + Math.Min(labels, layout.Inner / 2);
        PlotTop = layout.Top + 8;
        Bottom = PlotTop + height;
        scale = axis.Scale(Bottom, PlotTop);
        layout.Top = Bottom + 6;
        Axes.Up(layout.Drawing, axis, scale, Left, Right);
    }

    internal IReadOnlyList<CalendarPeriod> Periods { get; }

    internal double Left { get; }

    internal double PlotTop { get; }

    internal double Bottom { get; }

    internal double Pitch => (Right - Left) / Periods.Count;

    internal double Right => layout.Right - inset;

    /// <summary>Whether single points can be distinguished.</summary>
    private bool Roomy => Pitch >= 7;

    internal double X(int index) => Left + (index + 0.5) * Pitch;

    /// <summary>The height of a figure; one that did not set the scale may lie beyond it, and then stands at the edge.</summary>
    internal double Y(double value) => scale.At(value);

    /// <summary>The height of a difference.</summary>
    internal double Length(double difference) => (Bottom - PlotTop) * difference / (scale.To - scale.From);

    /// <summary>The labels of the periods along the bottom.</summary>
    internal void TimeLabels()
    {
        Axes.Time(layout.Drawing, TimeAxis.Ticks(Periods, X, ChartLayout.Margin, layout.Right, layout.Text), Left, Right, Bottom);
        layout.Top = Bottom + 38;
    }

    internal void Line(IReadOnlyList<double?> values, ColourRole colour, double thickness, string? dash = null) =>
        layout.Drawing.Polyline(values.Select((value, i) => value is { } known ? (X(i), Y(known)) : ((double, double)?)null), colour, thickness, dash);

    /// <summary>A line that keeps its level through each period, for limits that differ from period to period.</summary>
    internal void Steps(IReadOnlyList<double?> values, ColourRole colour, string? dash)
    {
        IEnumerable<(double, double)?> corners = values.SelectMany((value, i) => value is { } known
            ? [(X(i) - Pitch / 2, Y(known)), (X(i) + Pitch / 2, Y(known))]
            : (IEnumerable<(double, double)?>)[null]);
        layout.Drawing.Polyline(corners, colour, 1.5, dash);
    }

    /// <summary>A stick per figure from the zero line.</summary>
    internal void Sticks(IReadOnlyList<double?> values, ColourRole colour)
    {
        for (int i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value)
            {
                layout.Drawing.Line(X(i), Y(0), X(i), Y(value), colour, Math.Clamp(Pitch * 0.5, 0.75, 6));
            }
        }
    }

    /// <summary>A level across the plot.</summary>
    internal void Level(double value, ColourRole colour, string? dash, double thickness = 1.5) =>
        layout.Drawing.Line(Left, Y(value), Right, Y(value), colour, thickness, dash);

    /// <summary>A boundary between a period and the one before.</summary>
    internal void Boundary(int index, ColourRole colour)
    {
        double x = X(index) - Pitch / 2;
        layout.Drawing.Line(x, PlotTop, x, Bottom, colour, 1.5, Drawing.Sparse);
        layout.Drawing.Marker(MarkerShape.Down, x, PlotTop, 5, colour);
    }

    /// <summary>A ribbon between limits; broken where one is missing, a bar where a period stands alone.</summary>
    internal void Ribbon(
        IReadOnlyList<(double Lower, double Upper)?> limits,
        ColourRole inside = ColourRole.Band,
        ColourRole edge = ColourRole.BandEdge)
    {
        for (int from = 0; from < limits.Count; from++)
        {
            int to = from;
            while (to < limits.Count && limits[to] is not null)
            {
                to++;
            }

            if (to - from == 1)
            {
                layout.Drawing.Line(X(from), Y(limits[from]!.Value.Lower), X(from), Y(limits[from]!.Value.Upper), edge, 2);
            }
            else if (to > from)
            {
                StringBuilder area = new("M");
                IEnumerable<string> there = Enumerable.Range(from, to - from).Select(i => $"{Drawing.N(X(i))} {Drawing.N(Y(limits[i]!.Value.Upper))}");
                IEnumerable<string> back = Enumerable.Range(from, to - from).Reverse().Select(i => $"{Drawing.N(X(i))} {Drawing.N(Y(limits[i]!.Value.Lower))}");
                layout.Drawing.Path(area.AppendJoin('L', there.Concat(back)).Append('Z').ToString(), inside, edge);
            }

            from = to;
        }

    }

    /// <summary>A dot per figure where there is room for it, and always where a line would not show it.</summary>
    /// <param name="values">The figures.</param>
    /// <param name="tip">The text of a figure.</param>
    /// <param name="open">The positions of figures whose period is covered only in part: rings, or arrows where they lie beyond the scale.</param>
    /// <param name="all">Whether figures that the line shows have dots, too.</param>
    internal void Dots(IReadOnlyList<double?> values, Func<int, string> tip, IReadOnlyCollection<int>? open = null, bool all = true)
    {
        for (int i = 0; i < values.Count; i++)
        {
            bool alone = values[i] is not null && (i == 0 || values[i - 1] is null) && (i == values.Count - 1 || values[i + 1] is null);
            bool isOpen = open?.Contains(i) == true;
            if (values[i] is { } value && ((Roomy && all) || alone || isOpen))
            {
                layout.Drawing.Marker(
                    !isOpen ? MarkerShape.Dot : value < scale.From ? MarkerShape.Down : value > scale.To ? MarkerShape.Up : MarkerShape.Ring,
                    X(i),
                    Y(value),
                    Roomy ? 3.5 : 2.5,
                    ColourRole.Primary,
                    values.Count > MostTips ? null : tip(i));
            }
        }
    }

    /// <summary>The limits of one period.</summary>
    internal void Bar(int index, double lower, double upper, ColourRole colour, double thickness = 2) =>
        layout.Drawing.Line(X(index), Y(lower), X(index), Y(upper), colour, thickness);

    /// <summary>Finds room for labels beside figures, and clears the ribbon there; labels that would overlap are left out.</summary>
    internal IReadOnlyList<FlagLabel> Labels(IReadOnlyCollection<int> indices, IReadOnlyList<double?> values, Func<int, string> label)
    {
        List<FlagLabel> labels = [];
        foreach (int i in indices.Order())
        {
            string text = label(i);
            double width = TextFit.Width(text, Drawing.Small);
            (double left, double baseline) = Beside(values, i, X(i), Y(values[i] ?? scale.From), width);
            if (labels.TrueForAll(other => left > other.Left + other.Width + 4 || left + width < other.Left - 4 || Math.Abs(baseline - other.Baseline) >= 15))
            {
                labels.Add(new(text, left, baseline, width));
                layout.Drawing.Rect(left - 2, baseline - 11, width + 4, 15, ColourRole.Background);
            }
        }

        return labels;
    }

    /// <summary>Marks figures by a shape, and by the labels that have room.</summary>
    internal void Flag(
        IReadOnlyCollection<int> indices,
        IReadOnlyList<double?> values,
        MarkerShape shape,
        IReadOnlyList<FlagLabel> labels,
        Func<int, string> tip)
    {
        foreach (int i in indices)
        {
            layout.Drawing.Marker(shape, X(i), Y(values[i] ?? scale.From), 5.5, ColourRole.Alert, tip(i));
        }

        foreach (FlagLabel label in labels)
        {
            layout.Drawing.Text(label.Left, label.Baseline, label.Text, Drawing.Small, ColourRole.Alert);
        }
    }

    // Where the line does not go: below a dip, above a peak, and at the edge of the plot on its side.
    private (double Left, double Baseline) Beside(IReadOnlyList<double?> values, int i, double x, double y, double width)
    {
        double neighbours = ((Neighbour(i - 1) ?? Neighbour(i + 1) ?? y) + (Neighbour(i + 1) ?? Neighbour(i - 1) ?? y)) / 2;
        double middle = Math.Max(Left, Math.Min(Right - width, x - width / 2));
        return neighbours < y && Bottom - y >= 24 ? (middle, y + 20)
            : neighbours >= y && y - PlotTop >= 18 ? (middle, y - 10)
            : (x + 10 + width <= Right ? x + 10 : Math.Max(Left, x - 10 - width), Math.Clamp(y + 4, PlotTop + 10, Bottom - 3));

        double? Neighbour(int at) => at >= 0 && at < values.Count && values[at] is { } value ? Y(value) : null;
    }
}
