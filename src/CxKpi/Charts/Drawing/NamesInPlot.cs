namespace CxKpi;

/// <summary>Writes names at points where they cover neither another name nor a point; a name without room is left out.</summary>
internal sealed class NamesInPlot(Drawing drawing, double left, double right, double top, double bottom, IReadOnlyList<(double X, double Y)> points)
{
    private const double Reach = 8, LineHeight = 14;
    private readonly List<(double Left, double Top, double Right, double Bottom)> taken = [];

    internal void Place(string name, double x, double y)
    {
        double width = TextFit.Width(name, Drawing.Small) * 1.05;
        if (width == 0)
        {
            return;
        }

        (double Left, double Baseline)[] places =
            [(x + Reach, y + 4), (x - Reach - width, y + 4), (x - width / 2, y - Reach), (x - width / 2, y + Reach + LineHeight - 3)];
        foreach ((double start, double baseline) in places)
        {
            (double Left, double Top, double Right, double Bottom) box = (start, baseline - LineHeight + 3, start + width, baseline + 4);
            if (IsFree(box))
            {
                taken.Add(box);
                drawing.Text(start, baseline, name, Drawing.Small);
                return;
            }
        }
    }

    private bool IsFree((double Left, double Top, double Right, double Bottom) box) =>
        box.Left >= left && box.Right <= right && box.Top >= top && box.Bottom <= bottom
            && !taken.Exists(other => other.Left < box.Right && box.Left < other.Right && other.Top < box.Bottom && box.Top < other.Bottom)
            && !points.Any(point => point.X > box.Left - 5 && point.X < box.Right + 5 && point.Y > box.Top - 5 && point.Y < box.Bottom + 5);
}
