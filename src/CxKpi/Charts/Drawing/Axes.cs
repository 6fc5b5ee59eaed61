namespace CxKpi;

/// <summary>Draws axes and intervals.</summary>
internal static class Axes
{
    /// <summary>A horizontal axis: lines from top to bottom at the ticks, labels below.</summary>
    internal static void Across(ChartLayout layout, NumberAxis axis, LinearScale scale, double top, double bottom)
    {
        foreach (Tick tick in axis.Ticks)
        {
            double x = scale.At(tick.Value), half = TextFit.Width(tick.Label, Drawing.Small) / 2;
            layout.Drawing.Line(x, top, x, bottom, tick.Value == 0 ? ColourRole.Axis : ColourRole.Grid);
            layout.Drawing.Text(
                Math.Max(ChartLayout.Margin + half, Math.Min(layout.Right - half, x)),
                bottom + 14,
                tick.Label,
                Drawing.Small,
                ColourRole.Muted,
                TextAnchor.Middle);
        }

        layout.Drawing.Line(scale.Start, bottom, scale.End, bottom, ColourRole.Axis);
    }

    /// <summary>A vertical axis: lines from left to right at the ticks, labels on their left.</summary>
    internal static void Up(Drawing drawing, NumberAxis axis, LinearScale scale, double left, double right)
    {
        foreach (Tick tick in axis.Ticks)
        {
            double y = scale.At(tick.Value);
            drawing.Line(left, y, right, y, tick.Value == 0 ? ColourRole.Axis : ColourRole.Grid);
            drawing.Text(left - 6, y + 4, tick.Label, Drawing.Small, ColourRole.Muted, TextAnchor.Right);
        }
    }

    /// <summary>How much room the labels of a vertical axis take.</summary>
    internal static double LabelWidth(NumberAxis axis) => axis.Ticks.Max(tick => TextFit.Width(tick.Label, Drawing.Small)) + 8;

    /// <summary>A time axis along the bottom of a plot.</summary>
    internal static void Time(Drawing drawing, IReadOnlyList<TimeTick> ticks, double left, double right, double bottom)
    {
        drawing.Line(left, bottom, right, bottom, ColourRole.Axis);
        foreach (TimeTick tick in ticks)
        {
            drawing.Line(tick.X, bottom, tick.X, bottom + 4, ColourRole.Axis);
            drawing.Text(tick.Middle, bottom + 17, tick.Label, Drawing.Small, ColourRole.Muted, TextAnchor.Middle);
            drawing.Text(tick.Middle, bottom + 31, tick.Year, Drawing.Small, ColourRole.Muted, TextAnchor.Middle);
        }
    }

    /// <summary>An interval with its ends; an open end where the evidence gives no limit.</summary>
    internal static void Whisker(Drawing drawing, LinearScale scale, Estimate estimate, double y, ColourRole colour, double height = 5)
    {
        double low = scale.At(estimate.Lower ?? estimate.Value), high = scale.At(estimate.Upper ?? estimate.Value);
        if (estimate.Lower is null && estimate.Upper is null)
        {
            return;
        }

        drawing.Line(low, y, high, y, colour, 2);
        foreach ((double x, bool closed) in ((double, bool)[])[(low, estimate.Lower is not null), (high, estimate.Upper is not null)])
        {
            if (closed)
            {
                drawing.Line(x, y - height, x, y + height, colour, 2);
            }
        }
    }
}
