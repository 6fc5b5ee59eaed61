namespace CxKpi;

/// <summary>The parts that all charts share: the heading, the legend, the frame for a chart without data, and the finished chart.</summary>
internal sealed class ChartLayout
{
    internal const double Margin = 14;
    private readonly string title;

    /// <summary>Writes the heading.</summary>
    /// <param name="options">The options; defaults when <see langword="null"/>.</param>
    /// <param name="name">What is measured.</param>
    /// <param name="subtitle">What a reader needs beside the title.</param>
    /// <param name="finding">What is found: behind the name in the title, or first in the subtitle of a chart with a title of its own.</param>
    /// <param name="isHeaded">Whether the heading is drawn; a chart of one line says its title in other ways.</param>
    internal ChartLayout(
        ChartOptions? options,
        Func<Phrases, string> name,
        Func<Phrases, string>? subtitle = null,
        Func<Phrases, string>? finding = null,
        bool isHeaded = true)
    {
        Options = options ?? new();
        Text = Phrases.For(Options.Language);
        Drawing = new(Options.Width);
        string found = finding?.Invoke(Text) ?? "";
        OwnTitle = Options.Title is { } given && TextFit.Clean(given).Length > 0 ? given : null;
        title = OwnTitle ?? Phrases.JoinNotEmpty(Text.Colon, name(Text), found);
        if (!isHeaded)
        {
            return;
        }

        foreach (string line in TextFit.Wrapped(title, 1.08 * CxKpi.Drawing.Large, Inner, most: 3))
        {
            Drawing.Text(Margin, Top + 13, line, CxKpi.Drawing.Large, bold: true);
            Top += 22;
        }

        if (Phrases.JoinNotEmpty(" \u00B7 ", OwnTitle is null ? "" : found, subtitle?.Invoke(Text) ?? "") is { Length: > 0 } second)
        {
            foreach (string line in TextFit.Wrapped(second, CxKpi.Drawing.Small, Inner))
            {
                Drawing.Text(Margin, Top + 11, line, CxKpi.Drawing.Small, ColourRole.Muted);
                Top += 16;
            }
        }

        Top += 6;
    }

    internal ChartOptions Options { get; }

    internal Phrases Text { get; }

    /// <summary>The title of the options; <see langword="null"/> where they have none that can be seen.</summary>
    internal string? OwnTitle { get; }

    internal Drawing Drawing { get; }

    internal double Inner => Options.Width - 2 * Margin;

    internal double Right => Options.Width - Margin;

    /// <summary>Where the next part begins.</summary>
    internal double Top { get; set; } = Margin;

    internal void Legend(IEnumerable<LegendItem> items)
    {
        double x = Margin, y = Top + 8;
        foreach (LegendItem item in items)
        {
            double width = Math.Min(Inner, LegendItem.SampleWidth + 6 + TextFit.Width(item.Text, CxKpi.Drawing.Small));
            if (x > Margin && x + width > Right)
            {
                (x, y) = (Margin, y + 20);
            }

            item.Draw(Drawing, x, y);
            Drawing.Text(x + LegendItem.SampleWidth + 6, y + 4, item.Text, CxKpi.Drawing.Small, room: Right - x - LegendItem.SampleWidth - 6);
            x += width + 16;
            Top = y + 14;
        }
    }

    internal Chart Empty(string? reason = null, string? description = null)
    {
        Drawing.Rect(Margin, Top, Inner, 110, null, ColourRole.Axis, CxKpi.Drawing.Dashed);
        Drawing.Text(Options.Width / 2.0, Top + 60, reason ?? Text.NoData, anchor: TextAnchor.Middle, colour: ColourRole.Muted, room: Inner - 20);
        Top += 110;
        return new(title, Said(description ?? reason ?? Text.NoData), Options, Height, Drawing.Marks, ChartData.None);
    }

    /// <summary>The finished chart, described by a statement and as many items of a list as there is room for.</summary>
    /// <param name="data">The figures that are drawn.</param>
    /// <param name="statement">What is said first.</param>
    /// <param name="opening">What stands between the statement and the list.</param>
    /// <param name="items">The list.</param>
    /// <param name="separator">What stands between two items.</param>
    internal Chart Finish(ChartData data, string statement, string opening = "", IReadOnlyList<string>? items = null, string separator = "") =>
        new(title, Said(statement, opening, items, separator), Options, Height, Drawing.Marks, data);

    private double Height => Math.Ceiling(Top + Margin);

    private string Said(string statement, string opening = "", IReadOnlyList<string>? items = null, string separator = "") =>
        AlternativeText.Of(Text, TextFit.Clean(title), statement, opening, items ?? [], separator);
}
