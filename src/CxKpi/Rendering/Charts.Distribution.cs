namespace CxKpi;

/// <content>Answers on a scale.</content>
public static partial class Charts
{
    /// <summary>How often each answer of a rating scale was given.</summary>
    /// <param name="answers">The tallied answers.</param>
    /// <param name="options">Words and width; defaults when <see langword="null"/>.</param>
    /// <returns>The chart.</returns>
    public static Chart Distribution(RatingTally answers, ChartOptions? options = null)
    {
        Page page = new(options, text => text.Say("Distribution of answers", "Répartition des réponses"), text => string.Join(" \u00B7 ", Facts(answers, text).Concat(BarLabels(answers, text, options) is { InPercent: true } ? [text.Say("bars in %", "barres en\u202F%")] : [])));
        if (answers.N == 0)
        {
            return page.Empty();
        }

        const double Height = 150;
        IReadOnlyList<long> counts = answers.Counts;
        double pitch = page.Inner / counts.Count, width = Math.Min(64, pitch * 0.72), top = page.Top + 18, bottom = top + Height;
        LinearScale scale = new(0, counts.Max(), bottom, top);
        string[] shares = BarLabels(answers, page.Text, options).Labels;
        List<string> said = [];
        for (int i = 0; i < counts.Count; i++)
        {
            string answer = page.Text.Plain((double)answers.Scale.Lowest + i, "0"), share = page.Text.WholePercent((double)counts[i] / answers.N);
            double middle = Page.Margin + (i + 0.5) * pitch, y = counts[i] == 0 ? bottom : Math.Min(scale.At(counts[i]), bottom - 1);
            page.Sketch.Rect(middle - width / 2, y, width, bottom - y, Ink.Primary, tip: $"{answer}: {page.Text.Count(counts[i])} ({share})");
            page.Sketch.Text(middle, y - 5, shares[i], Sketch.Small, anchor: TextAnchor.Middle, room: pitch);
            page.Sketch.Text(middle, bottom + 17, answer, anchor: TextAnchor.Middle, room: pitch);
            said.Add($"{answer}: {page.Text.Count(counts[i])} ({share})");
        }

        page.Sketch.Line(Page.Margin, bottom, page.Right, bottom, Ink.Axis);
        Mean(page, answers, pitch, bottom + 24);
        page.Top = bottom + 48;
        return page.Finish($"{string.Join("; ", Facts(answers, page.Text))}. {string.Join(", ", said)}.");
    }

    // Eleven bars in a narrow column leave no room for a percent sign over each.
    private static (string[] Labels, bool InPercent) BarLabels(RatingTally answers, ChartText text, ChartOptions? options)
    {
        if (answers.N == 0)
        {
            return ([], false);
        }

        double room = ((options ?? new()).Width - 2 * Page.Margin) / answers.Counts.Count - 2;
        string[] full = [.. answers.Counts.Select(count => text.WholePercent((double)count / answers.N))];
        return full.All(label => Label.Width(label, Sketch.Small) <= room)
            ? (full, false)
            : ([.. full.Select(label => label[..^2])], true);
    }

    private static void Mean(Page page, RatingTally answers, double pitch, double y)
    {
        string label = $"{page.Text.Say("mean", "moyenne")} {page.Text.Plain(answers.Mean!.Value, "0.00")}";
        double x = Page.Margin + (answers.Mean.Value - answers.Scale.Lowest + 0.5) * pitch, width = Label.Width(label, Sketch.Small);
        page.Sketch.Marker(MarkerShape.Up, x, y + 5, 5, Ink.Secondary);
        page.Sketch.Text(x + 10 + width < page.Right ? x + 10 : x - 10 - width, y + 11, label, Sketch.Small, Ink.Muted);
    }

    private static IEnumerable<string> Facts(RatingTally answers, ChartText text)
    {
        yield return $"n = {text.Count(answers.N)}";
        if (answers.Mean is { } mean)
        {
            yield return $"{text.Say("mean", "moyenne")} {text.Plain(mean, "0.00")}";
        }

        if (answers.Scale.Direction == ScaleDirection.LowerIsBetter)
        {
            yield return text.Say("lower is better", "plus bas est meilleur");
        }

        if (answers.Missing > 0)
        {
            yield return $"{text.Count(answers.Missing)} {text.Say("missing", answers.Missing == 1 ? "manquante" : "manquantes")}";
        }

        if (answers.Invalid > 0)
        {
            yield return $"{text.Count(answers.Invalid)} {text.Say("invalid", answers.Invalid == 1 ? "invalide" : "invalides")}";
        }
    }
}
