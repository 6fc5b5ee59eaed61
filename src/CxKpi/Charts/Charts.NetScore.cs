namespace CxKpi;

/// <content>Net scores.</content>
public static partial class Charts
{
    /// <summary>Draws the three groups of a Net Promoter Score as one bar, and the score with its interval.</summary>
    /// <param name="score">The score.</param>
    /// <param name="options">Title, language, width and confidence; defaults when <see langword="null"/>.</param>
    /// <returns>The chart.</returns>
    public static Chart NetScore(Nps score, ChartOptions? options = null) => NetScore(
        score.Evidence,
        Nps.Definition,
        KpiBasis.Of(score),
        options,
        text => (text.Detractors, text.Passives, text.Promoters));

    /// <summary>Draws the three groups of any net score as one bar, and the score with its interval.</summary>
    /// <param name="score">The counts, such as <see cref="NetSatisfaction.Evidence"/>.</param>
    /// <param name="definition">The definition of the score, such as <see cref="NetSatisfaction.Definition"/>.</param>
    /// <param name="options">Title, language, width and confidence; defaults when <see langword="null"/>.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is <see langword="null"/>.</exception>
    public static Chart NetScore(NetTally score, KpiDefinition definition, ChartOptions? options = null) => NetScore(
        score,
        Guard.NotNull(definition),
        new() { N = score.N, Rows = score.N },
        options,
        text => (text.Against, text.Neither, text.InFavour));

    private static Chart NetScore(
        NetTally score,
        KpiDefinition definition,
        KpiBasis basis,
        ChartOptions? options,
        Func<Phrases, (string Against, string Neither, string For)> groups)
    {
        Estimate? estimate = score.Estimate((options ?? new()).Confidence);
        ChartLayout layout = new(options, text => text.Named(text.Title(definition), definition, basis), text => string.Join(" \u00B7 ", Facts(text)));
        if (estimate is not { } known)
        {
            return layout.Empty();
        }

        (string against, string neither, string favour) = groups(layout.Text);
        Share[] shares =
        [
            new(against, score.Negative, ColourRole.Unfavourable, Hatch: true),
            new(neither, score.Neutral, ColourRole.Neutral, Hatch: false),
            new(favour, score.Positive, ColourRole.Favourable, Hatch: false),
        ];
        StackedBar(layout, shares, score.N);
        ScoreAxis(layout, definition, known);
        string parts = string.Join(", ", shares.Select(share => share.Text(layout.Text, score.N)));
        return layout.Finish(
            new(
                [ChartData.Words(layout.Text.AnswerColumn), ChartData.Figures(layout.Text.CountColumn), ChartData.Figures(layout.Text.ShareColumn)],
                [.. shares.Select(share => share.Row(layout.Text, score.N))]),
            string.Join(layout.Text.Semicolon, Facts(layout.Text).Append(parts)));

        IEnumerable<string> Facts(Phrases text)
        {
            if (estimate is { } shown)
            {
                yield return $"{text.Symbol(definition)} {text.ValueInChart(definition, shown.Value)}";
                yield return text.IntervalOf(definition, shown);
            }

            yield return Phrases.JoinNotEmpty(", ", basis.Base(text), basis.MarksIn(text));
        }
    }

    private static void StackedBar(ChartLayout layout, Share[] shares, long total)
    {
        const double Height = 34, Apart = 2;
        double x = ChartLayout.Margin;
        foreach (Share share in shares)
        {
            double width = layout.Inner * share.Count / total;
            double drawn = Math.Max(0, width - Apart);
            if (share.Count > 0)
            {
                share.Draw(layout.Drawing, x, layout.Top, Math.Max(drawn, 1), Height, share.Text(layout.Text, total));
            }

            x += width;
        }

        layout.Top += Height + 8;
        layout.Legend(shares.Select(share => share.Sample(layout.Text, total)));
        layout.Top += 8;
    }

    private static void ScoreAxis(ChartLayout layout, KpiDefinition definition, Estimate estimate)
    {
        double left = ChartLayout.Margin + 20, right = layout.Right - 20, y = layout.Top + 30;
        NumberAxis axis = NumberAxis.Across([-100, 100], definition.Unit, layout.Text, right - left);
        LinearScale scale = axis.Scale(left, right);
        string label = layout.Text.ValueInChart(definition, estimate.Value);
        double half = TextFit.Width(label, Drawing.Normal) * 0.54;
        layout.Drawing.Text(
            Math.Clamp(scale.At(estimate.Value), ChartLayout.Margin + half, layout.Right - half),
            y - 16,
            label,
            anchor: TextAnchor.Middle,
            bold: true);
        Axes.Across(layout, axis, scale, y - 10, y + 14);
        Axes.Whisker(layout.Drawing, scale, estimate, y, ColourRole.Primary);
        layout.Drawing.Marker(MarkerShape.Diamond, scale.At(estimate.Value), y, 7, ColourRole.Primary);
        layout.Top = y + 32;
    }

    private sealed record Share(string Name, long Count, ColourRole Colour, bool Hatch)
    {
        internal string Text(Phrases text, long total) => $"{Name} {text.WholePercent((double)Count / total)} ({text.Count(Count)})";

        internal LegendItem Sample(Phrases text, long total) => Sample(Text(text, total));

        internal LegendItem Sample(string meaning) =>
            new(meaning, (drawing, left, y) => Draw(drawing, left, y - 6, LegendItem.SampleWidth, 12, null));

        internal ChartCell[] Row(Phrases text, long total) =>
            [new(Phrases.Capitalised(Name)), ChartCell.Count(text, Count), ChartCell.Share(text, Count, total)];

        // Hatched, open and full surfaces can be distinguished without colour.
        internal void Draw(Drawing drawing, double x, double y, double width, double height, string? tip)
        {
            drawing.Rect(x, y, width, height, Colour is ColourRole.Favourable ? Colour : ColourRole.Background, Colour, tip: tip);
            if (Hatch)
            {
                drawing.Hatch(x, y, width, height, Colour);
            }
        }
    }
}
