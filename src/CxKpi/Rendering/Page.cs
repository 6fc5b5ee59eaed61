namespace CxKpi;

/// <summary>What all charts share: the heading, the legend, the frame that says there is nothing, and the finished chart.</summary>
internal sealed class Page
{
    internal const double Margin = 14;
    private readonly string title;

    internal Page(ChartOptions? options, Func<ChartText, string> name, Func<ChartText, string>? subtitle = null)
    {
        Options = options ?? new();
        Text = ChartText.In(Options.Language);
        Sketch = new(Options.Width);
        title = Options.Title is { } given && Label.Clean(given).Length > 0 ? given : name(Text);
        foreach (string line in Label.Wrapped(title, 1.08 * CxKpi.Sketch.Large, Inner, most: 2))
        {
            Sketch.Text(Margin, Top + 13, line, CxKpi.Sketch.Large, bold: true);
            Top += 22;
        }

        if (subtitle?.Invoke(Text) is { Length: > 0 } second)
        {
            foreach (string line in Label.Wrapped(second, CxKpi.Sketch.Small, Inner))
            {
                Sketch.Text(Margin, Top + 11, line, CxKpi.Sketch.Small, Ink.Muted);
                Top += 16;
            }
        }

        Top += 6;
    }

    internal ChartOptions Options { get; }

    internal ChartText Text { get; }

    internal Sketch Sketch { get; }

    internal double Inner => Options.Width - 2 * Margin;

    internal double Right => Options.Width - Margin;

    /// <summary>Where the next part begins.</summary>
    internal double Top { get; set; } = Margin;

    internal void Legend(IEnumerable<LegendItem> items)
    {
        double x = Margin, y = Top + 8;
        foreach (LegendItem item in items)
        {
            double width = Math.Min(Inner, LegendItem.SampleWidth + 6 + Label.Width(item.Text, CxKpi.Sketch.Small));
            if (x > Margin && x + width > Right)
            {
                (x, y) = (Margin, y + 20);
            }

            item.Draw(Sketch, x, y);
            Sketch.Text(x + LegendItem.SampleWidth + 6, y + 4, item.Text, CxKpi.Sketch.Small, room: Right - x - LegendItem.SampleWidth - 6);
            x += width + 16;
            Top = y + 14;
        }
    }

    internal Chart Empty(string? reason = null, string? description = null)
    {
        Sketch.Rect(Margin, Top, Inner, 110, null, Ink.Axis, CxKpi.Sketch.Dashed);
        Sketch.Text(Options.Width / 2.0, Top + 60, reason ?? Text.NoData, anchor: TextAnchor.Middle, ink: Ink.Muted, room: Inner - 20);
        Top += 110;
        return Finish(description ?? reason ?? Text.NoData);
    }

    internal Chart Finish(string description) => new(title, description, Options.Language, Options.Width, Math.Ceiling(Top + Margin), Sketch.Marks);
}
