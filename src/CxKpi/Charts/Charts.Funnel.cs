namespace CxKpi;

/// <content>Funnels.</content>
public static partial class Charts
{
    /// <summary>Draws the steps of a funnel with their counts, and the conversion from each step to the next.</summary>
    /// <param name="funnel">The funnel.</param>
    /// <param name="options">Title, language, width and confidence; defaults when <see langword="null"/>.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="funnel"/> is <see langword="null"/>.</exception>
    public static Chart Funnel(Funnel funnel, ChartOptions? options = null)
    {
        Guard.NotNull(funnel);
        KpiDefinition definition = FunnelConversion.Definition;
        ChartLayout layout = new(
            options,
            text => text.FunnelCaption,
            text => funnel.OverallConversion.Estimate((options ?? new()).Confidence) is { } overall ? text.IntervalOf(definition, overall) : "",
            text => funnel.Counts[0] == 0 ? "" : $"{text.OverallConversion} {text.ValueOf(funnel.OverallConversion)}");
        if (funnel.Counts[0] == 0)
        {
            return layout.Empty();
        }

        const double Bar = 20;
        List<string> said = [];
        for (int i = 0; i < funnel.Steps.Length; i++)
        {
            string name = TextFit.Clean(funnel.Steps[i]);
            string count = layout.Text.Count(funnel.Counts[i]);
            string share = layout.Text.WholePercent((double)funnel.Counts[i] / funnel.Counts[0]);
            string figures = $"{count} \u00B7 {share}";
            double taken = TextFit.Width(figures, Drawing.Normal) * 1.08, width = layout.Inner * funnel.Counts[i] / funnel.Counts[0];
            if (i > 0)
            {
                string conversion = Said(layout.Text, funnel.StepConversion(i), layout.Options.Confidence);
                layout.Drawing.Marker(MarkerShape.Down, ChartLayout.Margin + 8, layout.Top + 9, 4, ColourRole.Axis);
                foreach (string line in TextFit.Wrapped(conversion, Drawing.Small, layout.Inner - 22))
                {
                    layout.Drawing.Text(ChartLayout.Margin + 22, layout.Top + 13, line, Drawing.Small, ColourRole.Muted);
                    layout.Top += 16;
                }

                layout.Top += 8;
                said.Add(conversion);
            }

            double room = layout.Inner - taken - 12;
            bool leftwards = TextFit.IsRightToLeft(name);
            layout.Drawing.Text(
                leftwards ? ChartLayout.Margin + room : ChartLayout.Margin,
                layout.Top + 13,
                name,
                anchor: leftwards ? TextAnchor.Right : TextAnchor.Left,
                room: room);
            layout.Drawing.Text(layout.Right, layout.Top + 13, figures, anchor: TextAnchor.Right, bold: true);
            layout.Drawing.Rect(ChartLayout.Margin, layout.Top + 19, layout.Inner, Bar, ColourRole.Background, ColourRole.Grid);
            double drawn = funnel.Counts[i] == 0 ? 0 : Math.Max(1, width);
            layout.Drawing.Rect(ChartLayout.Margin, layout.Top + 19, drawn, Bar, ColourRole.Primary, tip: $"{name}{layout.Text.Colon}{figures}");
            layout.Top += 19 + Bar + 6;
            said.Add($"{TextFit.Isolated(name)} {count} ({share})");
        }

        string statement = $"{Phrases.Capitalised(layout.Text.OverallConversion)} {Said(layout.Text, funnel.OverallConversion, layout.Options.Confidence)}";
        ChartData data = new(
            [
                ChartData.Words(layout.Text.StepOfFunnelLabel), ChartData.Figures(layout.Text.CountLabel),
                ChartData.Figures(layout.Text.OfTheStepBeforeLabel), ChartData.Figures(layout.Text.OfTheFirstStepLabel),
            ],
            [
                .. funnel.Steps.Select((step, i) => (ChartCell[])
                [
                    new(TextFit.Clean(step)), ChartCell.Count(layout.Text, funnel.Counts[i]),
                    i == 0 ? default : ChartCell.Share(layout.Text, funnel.Counts[i], funnel.Counts[i - 1]),
                    ChartCell.Share(layout.Text, funnel.Counts[i], funnel.Counts[0]),
                ]),
            ]);
        return layout.Finish(data, statement, ". ", said, layout.Text.Semicolon);

        string Said(Phrases text, FunnelConversion conversion, double confidence) => conversion.Estimate(confidence) is { } estimate
            ? $"{text.ValueOf(conversion)} ({text.IntervalOf(definition, estimate)})"
            : text.NoData;
    }
}
