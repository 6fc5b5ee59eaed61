namespace CxKpi;

/// <content>Ratings of several items.</content>
public static partial class Charts
{
    /// <summary>
    /// Draws how several items were rated: a bar per item that diverges from the middle of the scale, answers against on the left, answers in favour on the
    /// right (diverging stacked bars, Likert chart).
    /// </summary>
    /// <remarks>
    /// <code>against = answers beyond the middle of the scale on its bad side; in favour = on its good side; the middle answer is neither</code>
    /// Half of the answers in the middle lie on each side. A scale with an even number of answers has no middle one. On a scale where lower is better the
    /// low answers are in favour. Source: N. Robbins and R. Heiberger, "Plotting Likert and Other Rating Scales", 2011.
    /// </remarks>
    /// <param name="items">The items with their tallied answers, all on one scale; an item without any answer may have the default tally.</param>
    /// <param name="options">Title, language and width; defaults when <see langword="null"/>.</param>
    /// <returns>The chart, with the item first that has the most in favour less against. The order of items close together says little.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/>, or the name of an item, is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The answers lie on different scales.</exception>
    public static Chart Likert(IEnumerable<(string Item, RatingTally Answers)> items, ChartOptions? options = null)
    {
        LikertRow[] rows = [.. Guard.NotNull(items).Select(item => new LikertRow(TextFit.Clean(Guard.NotNull(item.Item, nameof(items))), item.Answers))];
        RatingScale scale = rows.Select(row => row.Answers.Scale).FirstOrDefault(own => own != default);
        foreach (LikertRow row in rows.Where(row => row.Answers.Scale != default && row.Answers.Scale != scale))
        {
            throw new ArgumentException($"{nameof(items)} must be rated on one scale, but are on {scale} and on {row.Answers.Scale}", nameof(items));
        }

        rows = [.. rows.OrderByDescending(row => row.Answers.N > 0).ThenByDescending(row => row.InFavour - row.Against)];
        bool empty = rows.All(row => row.Answers.N == 0);
        ChartLayout layout = new(options, text => text.AnswersByItem, text => empty ? "" : $"{scale.In(text)} \u00B7 {text.AgainstLeftInFavourRight}");
        if (empty)
        {
            return layout.Empty();
        }

        Phrases text = layout.Text;
        layout.Legend(Enumerable.Range(0, scale.Points).Select(place => new LegendItem(
            text.Plain(LikertRow.Answer(scale, place), "0"),
            (drawing, x, y) => LikertRow.Look(drawing, place, scale.Points, x, y - 6, LegendItem.SampleWidth, 12, null))));
        LikertBars(layout, rows);
        ChartData data = new(
            [
                ChartData.Words(text.ItemLabel),
                .. Enumerable.Range(0, scale.Points).Select(place => ChartData.Figures(text.Plain(LikertRow.Answer(scale, place), "0"))),
                ChartData.Figures(text.AllAnswers), ChartData.Figures(text.MissingRow), ChartData.Figures(text.InvalidRow),
                ChartData.Figures(text.Against), ChartData.Figures(text.Neither), ChartData.Figures(text.InFavour),
            ],
            [.. rows.Select(row => row.Cells(text, scale))]);
        return layout.Finish(data, scale.In(text), ". ", [.. rows.Select(row => row.Said(text))], text.Semicolon);
    }

    private static void LikertBars(ChartLayout layout, LikertRow[] rows)
    {
        const double Bar = 18;
        Phrases text = layout.Text;
        double figures = TextFit.Width(text.WholePercent(1), Drawing.Small) + 8;
        double room = layout.Inner - 2 * figures, left = rows.Max(row => row.Left), right = rows.Max(row => row.Right);
        double middle = ChartLayout.Margin + figures + room * left / (left + right), unit = room / (left + right), top = layout.Top;
        foreach (LikertRow row in rows)
        {
            string n = $"n = {text.Count(row.Answers.N)}";
            double taken = TextFit.Width(n, Drawing.Small), free = layout.Inner - taken - 12;
            bool leftwards = TextFit.IsRightToLeft(row.Name);
            layout.Top += 8;
            layout.Drawing.Text(
                leftwards ? ChartLayout.Margin + free : ChartLayout.Margin, layout.Top + 12, row.Shown(text),
                anchor: leftwards ? TextAnchor.Right : TextAnchor.Left, room: free);
            layout.Drawing.Text(layout.Right, layout.Top + 12, n, Drawing.Small, ColourRole.Muted, TextAnchor.Right);
            layout.Top += 20;
            if (row.Answers.N > 0)
            {
                row.Draw(layout, middle, unit, layout.Top, Bar);
                double start = middle - unit * row.Left, end = middle + unit * row.Right;
                layout.Drawing.Text(start - 4, layout.Top + 13, text.WholePercent(row.Against), Drawing.Small, anchor: TextAnchor.Right);
                layout.Drawing.Text(end + 4, layout.Top + 13, text.WholePercent(row.InFavour), Drawing.Small);
            }

            layout.Drawing.Line(middle, layout.Top - 2, middle, layout.Top + Bar + 2, ColourRole.Text, 1);
            layout.Top += Bar + 2;
        }

        layout.Top += 6;
    }

    private sealed record LikertRow(string Name, RatingTally Answers)
    {
        // From the worst to the best answer.
        private readonly long[] counts = Answers.Scale.Direction == ScaleDirection.LowerIsBetter ? [.. Answers.Counts.Reverse()] : [.. Answers.Counts];

        internal double Against => ShareOf(counts.AsSpan(..(counts.Length / 2)));

        internal double InFavour => ShareOf(counts.AsSpan(((counts.Length + 1) / 2)..));

        internal double Left => Against + Neutral / 2;

        internal double Right => InFavour + Neutral / 2;

        private double Neutral => ShareOf(counts.AsSpan((counts.Length / 2)..((counts.Length + 1) / 2)));

        /// <summary>The answer at a place from the worst to the best.</summary>
        internal static double Answer(RatingScale scale, int place) =>
            scale.Direction == ScaleDirection.LowerIsBetter ? (double)scale.Highest - place : (double)scale.Lowest + place;

        /// <summary>Draws a piece of a bar: full at the ends of the scale, hatched the wider the nearer to its middle, open in the middle.</summary>
        internal static void Look(Drawing drawing, int place, int points, double x, double y, double width, double height, string? tip)
        {
            int toEnd = Math.Min(place, points - 1 - place);
            ColourRole colour = 2 * place + 1 < points ? ColourRole.Unfavourable : 2 * place + 1 > points ? ColourRole.Favourable : ColourRole.Neutral;
            bool full = toEnd == 0 && colour != ColourRole.Neutral;
            drawing.Rect(x, y, width, height, full ? colour : ColourRole.Background, colour, tip: tip);
            if (!full && colour != ColourRole.Neutral)
            {
                drawing.Hatch(x, y, width, height, colour, 2 + 3 * toEnd);
            }
        }

        internal string Shown(Phrases text) => Name.Length > 0 ? Name : text.NoName;

        internal string Said(Phrases text) => Answers.N == 0
            ? $"{TextFit.Isolated(Shown(text))} {text.NoData}"
            : $"{TextFit.Isolated(Shown(text))} {text.WholePercent(Against)} {text.Against}, {text.WholePercent(InFavour)} {text.InFavour}";

        internal ChartCell[] Cells(Phrases text, RatingScale scale)
        {
            long[] all = counts.Length == 0 ? new long[scale.Points] : counts;
            return
            [
                new(Shown(text)), .. all.Select(count => ChartCell.Count(text, count)), ChartCell.Count(text, Answers.N),
                ChartCell.Count(text, Answers.Missing), ChartCell.Count(text, Answers.Invalid), Cell(Against), Cell(Neutral), Cell(InFavour),
            ];

            ChartCell Cell(double share) => Answers.N == 0 ? default : new(text.Percent(share), Csv.Number(share));
        }

        internal void Draw(ChartLayout layout, double middle, double unit, double y, double height)
        {
            double x = middle - unit * Left;
            for (int place = 0; place < counts.Length; place++)
            {
                double width = unit * counts[place] / Answers.N;
                if (counts[place] > 0)
                {
                    string words = $"{Shown(layout.Text)}, {layout.Text.Plain(Answer(Answers.Scale, place), "0")}{layout.Text.Colon}"
                        + $"{layout.Text.Count(counts[place])} ({layout.Text.WholePercent((double)counts[place] / Answers.N)})";
                    Look(layout.Drawing, place, counts.Length, x, y, Math.Max(width - 1.5, 0.5), height, words);
                }

                x += width;
            }
        }

        private double ShareOf(ReadOnlySpan<long> part)
        {
            long sum = 0;
            foreach (long count in part)
            {
                sum += count;
            }

            return Answers.N == 0 ? 0 : (double)sum / Answers.N;
        }
    }
}
