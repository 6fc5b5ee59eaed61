namespace CxKpi;

/// <content>Net scores.</content>
public static partial class Charts
{
    /// <summary>The three groups behind a Net Promoter Score as one bar, and the score with its interval.</summary>
    /// <param name="score">The score.</param>
    /// <param name="options">Words, width and confidence; defaults when <see langword="null"/>.</param>
    /// <returns>The chart.</returns>
    public static Chart NetScore(Nps score, ChartOptions? options = null) => NetScore(
        score.Evidence,
        Nps.Definition,
        options,
        score.MappedFrom is null ? null : text => text.Say("answers from another scale", "réponses d'une autre échelle"),
        text => (text.Say("detractors", "détracteurs"), text.Say("passives", "passifs"), text.Say("promoters", "promoteurs")));

    /// <summary>The three groups behind any net score as one bar, and the score with its interval.</summary>
    /// <param name="score">The counts, such as <see cref="NetSatisfaction.Evidence"/>.</param>
    /// <param name="definition">What the score means, such as <see cref="NetSatisfaction.Definition"/>.</param>
    /// <param name="options">Words, width and confidence; defaults when <see langword="null"/>.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is <see langword="null"/>.</exception>
    public static Chart NetScore(NetTally score, KpiDefinition definition, ChartOptions? options = null) => NetScore(
        score,
        Guard.NotNull(definition),
        options,
        null,
        text => (text.Say("against", "contre"), text.Say("neither", "ni l'un ni l'autre"), text.Say("in favour", "pour")));

    private static Chart NetScore(NetTally score, KpiDefinition definition, ChartOptions? options, Func<ChartText, string>? note, Func<ChartText, (string Against, string Neither, string For)> groups)
    {
        Estimate? estimate = score.Estimate((options ?? new()).Confidence);
        Page page = new(options, text => text.Name(definition), text => string.Join(" \u00B7 ", Facts(text)));
        if (estimate is not { } known)
        {
            return page.Empty();
        }

        (string against, string neither, string favour) = groups(page.Text);
        Share[] shares =
        [
            new(against, score.Negative, Ink.Unfavourable, Hatch: true),
            new(neither, score.Neutral, Ink.Neutral, Hatch: false),
            new(favour, score.Positive, Ink.Favourable, Hatch: false),
        ];
        StackedBar(page, shares, score.Total);
        ScoreAxis(page, definition, known);
        return page.Finish($"{string.Join("; ", Facts(page.Text))}; {string.Join(", ", shares.Select(share => share.Text(page.Text, score.Total)))}.");

        IEnumerable<string> Facts(ChartText text)
        {
            if (estimate is { } shown)
            {
                yield return $"{definition.Symbol} {text.Value(definition, shown.Value)}";
                yield return text.Interval(definition, shown);
            }

            yield return $"n = {text.Count(score.Total)}";
            if (note is not null)
            {
                yield return note(text);
            }
        }
    }

    private static void StackedBar(Page page, Share[] shares, long total)
    {
        const double Height = 34, Apart = 2;
        double x = Page.Margin;
        foreach (Share share in shares)
        {
            double width = page.Inner * share.Count / total;
            double drawn = Math.Max(0, width - Apart);
            if (share.Count > 0)
            {
                share.Draw(page.Sketch, x, page.Top, Math.Max(drawn, 1), Height, share.Text(page.Text, total));
            }

            x += width;
        }

        page.Top += Height + 8;
        page.Legend(shares.Select(share => new LegendItem(share.Text(page.Text, total), (sketch, left, y) => share.Draw(sketch, left, y - 6, LegendItem.SampleWidth, 12, null))));
        page.Top += 8;
    }

    private static void ScoreAxis(Page page, KpiDefinition definition, Estimate estimate)
    {
        double left = Page.Margin + 20, right = page.Right - 20, y = page.Top + 30;
        NumberAxis axis = NumberAxis.Across([-100, 100], definition.Unit, page.Text, right - left);
        LinearScale scale = axis.Scale(left, right);
        string label = page.Text.Value(definition, estimate.Value);
        double half = Label.Width(label, Sketch.Normal) * 0.54;
        page.Sketch.Text(Math.Clamp(scale.At(estimate.Value), Page.Margin + half, page.Right - half), y - 16, label, anchor: TextAnchor.Middle, bold: true);
        Axes.Across(page, axis, scale, y - 10, y + 14);
        Axes.Whisker(page.Sketch, scale, estimate, y, Ink.Primary);
        page.Sketch.Marker(MarkerShape.Diamond, scale.At(estimate.Value), y, 7, Ink.Primary);
        page.Top = y + 32;
    }

    private sealed record Share(string Name, long Count, Ink Ink, bool Hatch)
    {
        internal string Text(ChartText text, long total) => $"{Name} {text.WholePercent((double)Count / total)} ({text.Count(Count)})";

        // Hatched, open and full: told apart without colour.
        internal void Draw(Sketch sketch, double x, double y, double width, double height, string? tip)
        {
            sketch.Rect(x, y, width, height, Ink is Ink.Favourable ? Ink : Ink.Background, Ink, tip: tip);
            if (Hatch)
            {
                sketch.Hatch(x, y, width, height, Ink);
            }
        }
    }
}
