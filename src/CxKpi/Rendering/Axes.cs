namespace CxKpi;

/// <summary>Draws axes and intervals.</summary>
internal static class Axes
{
    /// <summary>A horizontal axis: lines from top to bottom at the ticks, labels below.</summary>
    internal static void Across(Page page, NumberAxis axis, LinearScale scale, double top, double bottom)
    {
        foreach (Tick tick in axis.Ticks)
        {
            double x = scale.At(tick.Value), half = Label.Width(tick.Label, Sketch.Small) / 2;
            page.Sketch.Line(x, top, x, bottom, tick.Value == 0 ? Ink.Axis : Ink.Grid);
            page.Sketch.Text(Math.Max(Page.Margin + half, Math.Min(page.Right - half, x)), bottom + 14, tick.Label, Sketch.Small, Ink.Muted, TextAnchor.Middle);
        }

        page.Sketch.Line(scale.Start, bottom, scale.End, bottom, Ink.Axis);
    }

    /// <summary>A vertical axis: lines from left to right at the ticks, labels on their left.</summary>
    internal static void Up(Sketch sketch, NumberAxis axis, LinearScale scale, double left, double right)
    {
        foreach (Tick tick in axis.Ticks)
        {
            double y = scale.At(tick.Value);
            sketch.Line(left, y, right, y, tick.Value == 0 ? Ink.Axis : Ink.Grid);
            sketch.Text(left - 6, y + 4, tick.Label, Sketch.Small, Ink.Muted, TextAnchor.Right);
        }
    }

    /// <summary>How much room the labels of a vertical axis take.</summary>
    internal static double LabelWidth(NumberAxis axis) => axis.Ticks.Max(tick => Label.Width(tick.Label, Sketch.Small)) + 8;

    /// <summary>A time axis along the bottom of a plot.</summary>
    internal static void Time(Sketch sketch, IReadOnlyList<TimeTick> ticks, double left, double right, double bottom)
    {
        sketch.Line(left, bottom, right, bottom, Ink.Axis);
        foreach (TimeTick tick in ticks)
        {
            sketch.Line(tick.X, bottom, tick.X, bottom + 4, Ink.Axis);
            sketch.Text(tick.Middle, bottom + 17, tick.Label, Sketch.Small, Ink.Muted, TextAnchor.Middle);
            sketch.Text(tick.Middle, bottom + 31, tick.Year, Sketch.Small, Ink.Muted, TextAnchor.Middle);
        }
    }

    /// <summary>An interval with its ends; an open end where the evidence gives no limit.</summary>
    internal static void Whisker(Sketch sketch, LinearScale scale, Estimate estimate, double y, Ink ink, double height = 5)
    {
        double low = scale.At(estimate.Lower ?? estimate.Value), high = scale.At(estimate.Upper ?? estimate.Value);
        if (estimate.Lower is null && estimate.Upper is null)
        {
            return;
        }

        sketch.Line(low, y, high, y, ink, 2);
        foreach ((double x, bool closed) in ((double, bool)[])[(low, estimate.Lower is not null), (high, estimate.Upper is not null)])
        {
            if (closed)
            {
                sketch.Line(x, y - height, x, y + height, ink, 2);
            }
        }
    }
}
