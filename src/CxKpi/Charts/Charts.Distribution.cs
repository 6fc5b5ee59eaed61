namespace CxKpi;

/// <content>Answers on a scale.</content>
public static partial class Charts
{
    /// <summary>Draws how often each answer of a rating scale was given.</summary>
    /// <param name="answers">The tallied answers.</param>
    /// <param name="options">Title, language and width; defaults when <see langword="null"/>.</param>
    /// <returns>The chart.</returns>
    public static Chart Distribution(RatingTally answers, ChartOptions? options = null)
    {
        ChartLayout layout = new(
            options,
            text => text.DistributionOfAnswers,
            text => string.Join(" \u00B7 ", Facts(answers, text).Concat(BarLabels(answers, text, options).InPercent ? [text.BarsInPercent] : [])));
        if (answers.N == 0)
        {
            return layout.Empty();
        }

        const double Height = 150;
        IReadOnlyList<long> counts = answers.Counts;
        double pitch = layout.Inner / counts.Count, width = Math.Min(64, pitch * 0.72), top = layout.Top + 18, bottom = top + Height;
        LinearScale scale = new(0, counts.Max(), bottom, top);
        string[] shares = BarLabels(answers, layout.Text, options).Labels;
        List<string> said = [];
        for (int i = 0; i < counts.Count; i++)
        {
            string answer = layout.Text.Plain((double)answers.Scale.Lowest + i, "0"), share = layout.Text.WholePercent((double)counts[i] / answers.N);
            double middle = ChartLayout.Margin + (i + 0.5) * pitch, y = counts[i] == 0 ? bottom : Math.Min(scale.At(counts[i]), bottom - 1);
            string words = $"{answer}{layout.Text.Colon}{layout.Text.Count(counts[i])} ({share})";
            layout.Drawing.Rect(middle - width / 2, y, width, bottom - y, ColourRole.Primary, tip: words);
            layout.Drawing.Text(middle, y - 5, shares[i], Drawing.Small, anchor: TextAnchor.Middle, room: pitch);
            layout.Drawing.Text(middle, bottom + 17, answer, anchor: TextAnchor.Middle, room: pitch);
            said.Add(words);
        }

        layout.Drawing.Line(ChartLayout.Margin, bottom, layout.Right, bottom, ColourRole.Axis);
        Mean(layout, answers, pitch, bottom + 24);
        layout.Top = bottom + 48;
        return layout.Finish($"{string.Join(layout.Text.Semicolon, Facts(answers, layout.Text))}. {string.Join(", ", said)}.");
    }

    // Eleven bars in a narrow column leave no room for a percent sign over each.
    private static (string[] Labels, bool InPercent) BarLabels(RatingTally answers, Phrases text, ChartOptions? options)
    {
        if (answers.N == 0)
        {
            return ([], false);
        }

        double room = ((options ?? new()).Width - 2 * ChartLayout.Margin) / answers.Counts.Count - 2;
        string[] full = [.. answers.Counts.Select(count => text.WholePercent((double)count / answers.N))];
        return full.All(label => TextFit.Width(label, Drawing.Small) <= room)
            ? (full, false)
            : ([.. answers.Counts.Select(count => text.WholePercentWithoutSign((double)count / answers.N))], true);
    }

    private static void Mean(ChartLayout layout, RatingTally answers, double pitch, double y)
    {
        string label = $"{layout.Text.MeanLabel} {layout.Text.Plain(answers.Mean!.Value, "0.00")}";
        double x = ChartLayout.Margin + (answers.Mean.Value - answers.Scale.Lowest + 0.5) * pitch, width = TextFit.Width(label, Drawing.Small);
        layout.Drawing.Marker(MarkerShape.Up, x, y + 5, 5, ColourRole.Secondary);
        layout.Drawing.Text(x + 10 + width < layout.Right ? x + 10 : x - 10 - width, y + 11, label, Drawing.Small, ColourRole.Muted);
    }

    private static IEnumerable<string> Facts(RatingTally answers, Phrases text)
    {
        yield return $"n = {text.Count(answers.N)}";
        if (answers.Mean is { } mean)
        {
            yield return $"{text.MeanLabel} {text.Plain(mean, "0.00")}";
        }

        if (answers.Scale.Direction == ScaleDirection.LowerIsBetter)
        {
            yield return text.LowerIsBetter;
        }

        if (answers.Missing > 0)
        {
            yield return text.MissingAnswers(answers.Missing);
        }

        if (answers.Invalid > 0)
        {
            yield return text.InvalidAnswers(answers.Invalid);
        }
    }
}
