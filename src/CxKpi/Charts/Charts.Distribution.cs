namespace CxKpi;

/// <content>Answers on a scale.</content>
public static partial class Charts
{
    /// <summary>Draws how often each answer of a rating scale was given.</summary>
    /// <param name="answers">The tallied answers.</param>
    /// <param name="options">Title, language and width; defaults when <see langword="null"/>.</param>
    /// <returns>The chart.</returns>
    public static Chart Distribution(RatingTally answers, ChartOptions? options = null) =>
        Distribution(
            answers,
            options,
            new(text => text.DistributionOfAnswers, text => Mean(answers, text), text => Mean(answers, text), text => Facts(answers, text)),
            _ => [],
            _ => 0);

    /// <summary>Draws how often each answer to the question of recommendation was given, the answers of each group alike.</summary>
    /// <param name="answers">The tallied answers, on the scale 0 to 10 or on the mapping's.</param>
    /// <param name="options">Title, language, width and confidence; defaults when <see langword="null"/>.</param>
    /// <param name="mapping">How answers on another scale are read; <see langword="null"/> for the standard question, with detractors from 0 to 6, passives at
    /// 7 and 8, and promoters at 9 and 10.</param>
    /// <returns>The chart, with the score and its interval.</returns>
    /// <exception cref="ArgumentException">The answers lie on another scale.</exception>
    public static Chart NpsDistribution(RatingTally answers, ChartOptions? options = null, NpsMapping? mapping = null)
    {
        Nps score = mapping is null ? Nps.FromTally(answers) : Nps.FromTally(answers, mapping);
        return Distribution(
            answers,
            options,
            new(
                text => text.Named(text.Title(Nps.Definition), Nps.Definition, KpiBasis.Of(score)),
                text => score.Value is null ? "" : text.ValueOf(score),
                text => score.Value is null ? "" : $"{text.Symbol(Nps.Definition)} {text.ValueOf(score)}",
                text =>
                [
                    .. score.Estimate((options ?? new()).Confidence) is { } known ? [text.IntervalOf(Nps.Definition, known)] : Array.Empty<string>(),
                    .. Facts(answers, text), Mean(answers, text),
                ]),
            text => NpsShares(text, score),
            answer =>
            {
                Nps one = mapping is null ? Nps.FromAnswer(answer) : Nps.FromAnswer(answer, mapping);
                return one.Detractors > 0 ? 0 : one.Passives > 0 ? 1 : 2;
            });
    }

    private static Chart Distribution(
        RatingTally answers,
        ChartOptions? options,
        AnswersHeading heading,
        Func<Phrases, Share[]> groups,
        Func<int, int> groupOf)
    {
        ChartLayout layout = new(
            options,
            heading.Name,
            text => Phrases.JoinNotEmpty(" \u00B7 ", [.. heading.Beside(text), BarLabels(answers, text, options).InPercent ? text.BarsInPercent : ""]),
            heading.Finding);
        if (answers.N == 0)
        {
            return layout.Empty();
        }

        Share[] shares = groups(layout.Text);
        layout.Legend(shares.Select(share => share.Sample(layout.Text, answers.N)));

        const double Height = 150;
        IReadOnlyList<long> counts = answers.Counts;
        double pitch = layout.Inner / counts.Count, width = Math.Min(64, pitch * 0.72), top = layout.Top + 18, bottom = top + Height;
        LinearScale scale = new(0, counts.Max(), bottom, top);
        string[] labels = BarLabels(answers, layout.Text, options).Labels;
        List<string> said = [];
        for (int i = 0; i < counts.Count; i++)
        {
            string answer = layout.Text.Plain((double)answers.Scale.Lowest + i, "0"), share = layout.Text.WholePercent((double)counts[i] / answers.N);
            double middle = ChartLayout.Margin + (i + 0.5) * pitch, y = counts[i] == 0 ? bottom : Math.Min(scale.At(counts[i]), bottom - 1);
            string words = $"{answer}{layout.Text.Colon}{layout.Text.Count(counts[i])} ({share})";
            if (shares.Length == 0)
            {
                layout.Drawing.Rect(middle - width / 2, y, width, bottom - y, ColourRole.Primary, tip: words);
            }
            else
            {
                shares[groupOf(answers.Scale.Lowest + i)].Draw(layout.Drawing, middle - width / 2, y, width, bottom - y, words);
            }

            layout.Drawing.Text(middle, y - 5, labels[i], Drawing.Small, anchor: TextAnchor.Middle, room: pitch);
            layout.Drawing.Text(middle, bottom + 17, answer, anchor: TextAnchor.Middle, room: pitch);
            said.Add(words);
        }

        layout.Drawing.Line(ChartLayout.Margin, bottom, layout.Right, bottom, ColourRole.Axis);
        Mean(layout, answers, pitch, bottom + 24);
        layout.Top = bottom + 48;
        string statement = Phrases.JoinNotEmpty(layout.Text.Semicolon, [heading.Statement(layout.Text), .. heading.Beside(layout.Text)]);
        return layout.Finish(DistributionData(layout.Text, answers), statement, ". ", said, ", ");
    }

    private static ChartData DistributionData(Phrases text, RatingTally answers) => new(
        [ChartData.Words(text.AnswerColumn), ChartData.Figures(text.CountColumn), ChartData.Figures(text.ShareColumn)],
        [
            .. answers.Counts.Select((count, i) => (ChartCell[])
                [new(text.Plain((double)answers.Scale.Lowest + i, "0")), ChartCell.Count(text, count), ChartCell.Share(text, count, answers.N)]),
            [new(text.MissingRow), ChartCell.Count(text, answers.Missing), default],
            [new(text.InvalidRow), ChartCell.Count(text, answers.Invalid), default],
        ]);

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
        string label = Mean(answers, layout.Text);
        double x = ChartLayout.Margin + (answers.Mean!.Value - answers.Scale.Lowest + 0.5) * pitch, width = TextFit.Width(label, Drawing.Small);
        layout.Drawing.Marker(MarkerShape.Up, x, y + 5, 5, ColourRole.Secondary);
        layout.Drawing.Text(x + 10 + width < layout.Right ? x + 10 : x - 10 - width, y + 11, label, Drawing.Small, ColourRole.Muted);
    }

    private static string Mean(RatingTally answers, Phrases text) => answers.Mean is { } mean ? $"{text.MeanLabel} {text.Plain(mean, "0.00")}" : "";

    private static IEnumerable<string> Facts(RatingTally answers, Phrases text)
    {
        yield return $"n = {text.Count(answers.N)}";
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

    /// <summary>What stands above answers and in their description.</summary>
    /// <param name="Name">What is measured.</param>
    /// <param name="Finding">The figure in the title.</param>
    /// <param name="Statement">The same figure where no name stands before it.</param>
    /// <param name="Beside">What else is said.</param>
    private sealed record AnswersHeading(
        Func<Phrases, string> Name,
        Func<Phrases, string> Finding,
        Func<Phrases, string> Statement,
        Func<Phrases, IEnumerable<string>> Beside);
}
