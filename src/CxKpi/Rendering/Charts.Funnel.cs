namespace CxKpi;

/// <content>Funnels.</content>
public static partial class Charts
{
    /// <summary>The steps of a funnel with their counts, and the conversion from each step to the next.</summary>
    /// <param name="funnel">The funnel.</param>
    /// <param name="options">Words, width and confidence; defaults when <see langword="null"/>.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="funnel"/> is <see langword="null"/>.</exception>
    public static Chart Funnel(Funnel funnel, ChartOptions? options = null)
    {
        Guard.NotNull(funnel);
        KpiDefinition definition = FunnelConversion.Definition;
        Page page = new(options, text => text.Say("Funnel", "Entonnoir"), text => $"{text.Say("overall conversion", "conversion totale")} {Said(text, funnel.OverallConversion, (options ?? new()).Confidence)}");
        if (funnel.Counts[0] == 0)
        {
            return page.Empty();
        }

        const double Bar = 20;
        List<string> said = [];
        for (int i = 0; i < funnel.Steps.Length; i++)
        {
            string name = Label.Clean(funnel.Steps[i]), count = page.Text.Count(funnel.Counts[i]), share = page.Text.WholePercent((double)funnel.Counts[i] / funnel.Counts[0]);
            string figures = $"{count} \u00B7 {share}";
            double taken = Label.Width(figures, Sketch.Normal) * 1.08, width = page.Inner * funnel.Counts[i] / funnel.Counts[0];
            if (i > 0)
            {
                string conversion = Said(page.Text, funnel.StepConversion(i), page.Options.Confidence);
                page.Sketch.Marker(MarkerShape.Down, Page.Margin + 8, page.Top + 9, 4, Ink.Axis);
                foreach (string line in Label.Wrapped(conversion, Sketch.Small, page.Inner - 22))
                {
                    page.Sketch.Text(Page.Margin + 22, page.Top + 13, line, Sketch.Small, Ink.Muted);
                    page.Top += 16;
                }

                page.Top += 8;
                said.Add(conversion);
            }

            double room = page.Inner - taken - 12;
            bool leftwards = Label.IsRightToLeft(name);
            page.Sketch.Text(leftwards ? Page.Margin + room : Page.Margin, page.Top + 13, name, anchor: leftwards ? TextAnchor.Right : TextAnchor.Left, room: room);
            page.Sketch.Text(page.Right, page.Top + 13, figures, anchor: TextAnchor.Right, bold: true);
            page.Sketch.Rect(Page.Margin, page.Top + 19, page.Inner, Bar, Ink.Background, Ink.Grid);
            page.Sketch.Rect(Page.Margin, page.Top + 19, funnel.Counts[i] == 0 ? 0 : Math.Max(1, width), Bar, Ink.Primary, tip: $"{name}: {figures}");
            page.Top += 19 + Bar + 6;
            said.Add($"{Label.Isolated(name)} {count} ({share})");
        }

        return page.Finish($"{page.Text.Say("Overall conversion", "Conversion totale")} {Said(page.Text, funnel.OverallConversion, page.Options.Confidence)}. {string.Join("; ", said)}.");

        string Said(ChartText text, FunnelConversion conversion, double confidence) => conversion.Estimate(confidence) is { } estimate
            ? $"{text.Value(conversion)} ({text.Interval(definition, estimate)})"
            : text.NoData;
    }
}
