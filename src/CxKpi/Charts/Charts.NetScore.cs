namespace CxKpi;

/// <content>Net scores.</content>
public static partial class Charts
{
    /// <summary>
    /// Draws the three groups of a Net Promoter Score as one bar around the middle, and the score with its interval on the same scale.
    /// </summary>
    /// <param name="score">The score.</param>
    /// <param name="options">Title, language, width and confidence; defaults when <see langword="null"/>.</param>
    /// <returns>The chart.</returns>
    public static Chart NetScore(Nps score, ChartOptions? options = null) => NetScore(
        score.Evidence,
        Nps.Definition,
        KpiBasis.Of(score),
        options,
        text => (text.Detractors, text.Passives, text.Promoters));

    /// <summary>Draws the three groups of any net score as one bar around the middle, and the score with its interval on the same scale.</summary>
    /// <param name="score">The counts, such as <see cref="NetSatisfaction.Evidence"/>.</param>
    /// <param name="definition">The definition of the score, such as <see cref="NetSatisfaction.Definition"/>.</param>
    /// <param name="options">Title, language, width and confidence; defaults when <see langword="null"/>.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="definition"/> is not that of a net score.</exception>
    public static Chart NetScore(NetTally score, KpiDefinition definition, ChartOptions? options = null) => NetScore(
        score,
        Guard.NotNull(definition).Unit == KpiUnit.NetPoints
            ? definition
            : throw new ArgumentException($"{nameof(definition)} must be that of a net score, in net points, but is in {definition.Unit}", nameof(definition)),
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
        ChartLayout layout = new(
            options,
            text => text.Named(text.Title(definition), definition, basis),
            text => string.Join(" \u00B7 ", Facts(text).Skip(estimate is null ? 0 : 1)),
            text => estimate is { } shown ? text.ValueInChart(definition, shown.Value) : "");
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
        layout.Legend(shares.Select(share => share.Sample(layout.Text, score.N)));
        DivergingBar(layout, definition, shares, score.N, known);
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

    // Half of those in between lie on each side of 0, so that the bar leans by half the score.
    private static void DivergingBar(ChartLayout layout, KpiDefinition definition, Share[] shares, long total, Estimate estimate)
    {
        const double Height = 30, Apart = 2;
        double left = ChartLayout.Margin + 20, right = layout.Right - 20, top = layout.Top + 12, y = top + Height + 38;
        NumberAxis axis = NumberAxis.Across([-100, 100], definition.Unit, layout.Text, right - left);
        LinearScale scale = axis.Scale(left, right);
        Axes.Across(layout, axis, scale, top - 6, y + 14);
        double below = -100.0 * (shares[0].Count + shares[1].Count / 2.0) / total;
        foreach (Share share in shares.Where(share => share.Count > 0))
        {
            double above = below + 100.0 * share.Count / total, from = scale.At(below), to = scale.At(above);
            share.Draw(layout.Drawing, from, top, Math.Max(to - from - Apart, 1), Height, share.Text(layout.Text, total));
            below = above;
        }

        string label = layout.Text.ValueInChart(definition, estimate.Value);
        double half = TextFit.Width(label, Drawing.Normal) * 0.54, x = Math.Clamp(scale.At(estimate.Value), ChartLayout.Margin + half, layout.Right - half);
        layout.Drawing.Rect(x - half, y - 28, 2 * half, 18, ColourRole.Background);
        layout.Drawing.Text(x, y - 14, label, anchor: TextAnchor.Middle, bold: true);
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
