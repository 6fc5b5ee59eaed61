namespace CxKpi;

/// <content>Two periods side by side.</content>
public static partial class Charts
{
    /// <summary>Several KPIs before and after, each on its own scale, with intervals and the verdict on the change.</summary>
    /// <param name="comparisons">The KPIs, in the order in which they are drawn.</param>
    /// <param name="before">What the earlier period is called.</param>
    /// <param name="after">What the later period is called.</param>
    /// <param name="options">Words and width; the confidence is that of the comparisons.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentNullException">An argument, or one of the comparisons, is <see langword="null"/>.</exception>
    public static Chart Comparison(IEnumerable<KpiComparison> comparisons, string before, string after, ChartOptions? options = null)
    {
        KpiComparison[] rows = [.. Guard.NotNull(comparisons).Select(row => Guard.NotNull(row, nameof(comparisons)))];
        string earlier = Label.Clean(Guard.NotNull(before)), later = Label.Clean(Guard.NotNull(after));
        Page page = new(options, text => text.Say("Before and after", "Avant et après"), text => rows.Length == 0 ? "" : text.Say("each line has its own scale", "chaque ligne a sa propre échelle"));
        if (rows.Length == 0)
        {
            return page.Empty();
        }

        page.Legend(
        [
            LegendItem.Marker(earlier, MarkerShape.Ring, Ink.Secondary),
            LegendItem.Marker(later, MarkerShape.Dot, Ink.Primary),
        ]);
        List<string> said = [];
        foreach (KpiComparison row in rows)
        {
            string figures = Figures(page.Text, row), verdict = ComparisonVerdict(page.Text, row);
            double taken = Label.Width(figures, Sketch.Normal);
            string name = taken + Label.Width(page.Text.Name(row.Definition), Sketch.Normal) * 1.08 + 16 <= page.Inner ? page.Text.Name(row.Definition) : row.Definition.Symbol;

            // The figures are what the line is for: a name gives way, down to a few letters.
            double room = Math.Min(taken, page.Inner * 0.8);
            page.Top += 8;
            page.Sketch.Text(Page.Margin, page.Top + 14, name, bold: true, room: page.Inner - room - 16);
            page.Sketch.Text(page.Right, page.Top + 14, figures, anchor: TextAnchor.Right, room: room);
            page.Top += 24;
            Dumbbell(page, row);
            foreach (string line in Label.Wrapped(verdict, Sketch.Small, page.Inner))
            {
                page.Sketch.Text(Page.Margin, page.Top + 12, line, Sketch.Small, Ink.Muted);
                page.Top += 16;
            }

            page.Top += 6;
            page.Sketch.Line(Page.Margin, page.Top, page.Right, page.Top, Ink.Grid);
            said.Add($"{page.Text.Name(row.Definition)} {figures}, {verdict}");
        }

        return page.Finish($"{Label.Isolated(earlier)} \u2192 {Label.Isolated(later)}{page.Text.Say(":", " :")} {string.Join("; ", said)}.");
    }

    private static void Dumbbell(Page page, KpiComparison row)
    {
        double[] drawn = [.. ((double?[])[row.Before?.Value, row.Before?.Lower, row.Before?.Upper, row.After?.Value, row.After?.Lower, row.After?.Upper]).OfType<double>()];
        if (drawn.Length == 0)
        {
            return;
        }

        NumberAxis axis = NumberAxis.Around(drawn, row.Definition.Unit, page.Text, 10);
        LinearScale scale = axis.Scale(Page.Margin + 8, page.Right - 8);
        double upper = page.Top + 6, lower = page.Top + 24;
        if (row.Before is { } before && row.After is { } after)
        {
            page.Sketch.Line(scale.At(before.Value), upper, scale.At(after.Value), lower, Ink.Axis, 1, Sketch.Dotted);
        }

        One(row.Before, upper, MarkerShape.Ring, Ink.Secondary);
        One(row.After, lower, MarkerShape.Dot, Ink.Primary);
        page.Top += 32;

        void One(Estimate? estimate, double y, MarkerShape shape, Ink ink)
        {
            if (estimate is { } known)
            {
                page.Sketch.Line(scale.Start, y, scale.End, y, Ink.Grid);
                Axes.Whisker(page.Sketch, scale, known, y, ink);
                page.Sketch.Marker(shape, scale.At(known.Value), y, 6, ink, $"{page.Text.Value(row.Definition, known.Value)}, {page.Text.Interval(row.Definition, known)}");
            }
        }
    }

    private static string Figures(ChartText text, KpiComparison row)
    {
        return row.Before is null && row.After is null ? text.NoData : $"{Shown(row.Before)} \u2192 {Shown(row.After)}";

        string Shown(Estimate? estimate) => estimate is { } known ? text.Value(row.Definition, known.Value) : text.NoData;
    }

    private static string ComparisonVerdict(ChartText text, KpiComparison row)
    {
        if (row.Change is not { } change)
        {
            return text.Say("no comparison", "pas de comparaison");
        }

        string shape = change.Verdict switch
        {
            ChangeVerdict.Better => "\u2713 ",
            ChangeVerdict.Worse => "! ",
            _ => "",
        };
        string limits = change is { Lower: { } lower, Upper: { } upper }
            ? $" ({text.Interval(change.Confidence)}{text.Say("", "\u202F:")} {text.Change(row.Definition, lower)} {text.Say("to", "à")} {text.Change(row.Definition, upper)})"
            : "";
        string verdict = change.Verdict == ChangeVerdict.Unknown ? text.Say("no verdict, the spread is not known", "sans verdict, dispersion inconnue") : text.Verdict(change.Verdict);
        return $"{shape}{verdict}{text.Say(":", " :")} {text.Change(row.Definition, change.Difference)}{limits}";
    }
}
