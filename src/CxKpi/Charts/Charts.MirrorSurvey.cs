using CxKpi.Practices;

namespace CxKpi;

/// <content>What employees believe beside what customers say.</content>
public static partial class Charts
{
    /// <summary>Draws what customers answered and what employees believed, question by question, with intervals and the category of each.</summary>
    /// <remarks>
    /// A thick line joins the two where they differ beyond chance after all questions have been allowed for, a dotted one where there is no evidence of it.
    /// Questions in one unit share an axis; otherwise each line has its own scale.
    /// </remarks>
    /// <param name="survey">The mirror survey.</param>
    /// <param name="options">Title, language and width; the confidence is that of the survey. Defaults when <see langword="null"/>.</param>
    /// <returns>The chart. Answers of too few employees are not in it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="survey"/> is <see langword="null"/>.</exception>
    public static Chart MirrorSurvey(MirrorSurvey survey, ChartOptions? options = null)
    {
        Guard.NotNull(survey);
        Estimate[] drawn = [.. survey.SelectMany(Sides)];
        bool isOneUnit = drawn.Select(side => side.Unit).Distinct().Count() <= 1;
        ChartLayout layout = new(
            options,
            text => text.MirrorCaption,
            text => survey.Count == 0 ? "" : Phrases.JoinNotEmpty(
                text.Semicolon, text.IntervalsAt(text.Percent(survey.Confidence)).TrimEnd('.'), isOneUnit ? "" : text.EachLineHasItsOwnScale));
        if (drawn.Length == 0)
        {
            return layout.Empty();
        }

        Phrases text = layout.Text;
        layout.Legend(
        [
            LegendItem.Marker(text.MirrorCustomersLabel, MarkerShape.Dot, ColourRole.Primary),
            LegendItem.Marker(text.MirrorPredictionLabel, MarkerShape.OpenDiamond, ColourRole.Secondary),
        ]);
        const double RowHeight = 44;
        (MirrorGap Gap, string Name, string Category, string Difference)[] rows =
        [
            .. survey.Select(gap => (
                gap,
                TextFit.Clean(gap.Item) is { Length: > 0 } name ? name : text.NoName,
                gap.CategoryIn(text),
                gap.Gap?.ToString("V", text) ?? "")),
        ];
        double names = Math.Min(layout.Inner * 0.32, rows.Max(row => TextFit.Width(row.Name, Drawing.Normal)) + 10);
        double words = Math.Min(
            layout.Inner * 0.34, rows.Max(row => Math.Max(TextFit.Width(row.Category, Drawing.Small), TextFit.Width(row.Difference, Drawing.Small))) + 2);
        double left = ChartLayout.Margin + names + 8, right = layout.Right - words - 12, top = layout.Top + 4, bottom = top + rows.Length * RowHeight;
        LinearScale? shared = null;
        if (isOneUnit)
        {
            NumberAxis axis = NumberAxis.Across([.. drawn.SelectMany(Limits)], drawn[0].Unit, text, right - left);
            LinearScale scale = axis.Scale(left, right);
            Axes.Across(layout, axis, scale, top, bottom);
            shared = scale;
        }

        for (int i = 0; i < rows.Length; i++)
        {
            (MirrorGap gap, string name, string category, string difference) = rows[i];
            double y = top + (i + 0.5) * RowHeight;
            bool leftwards = TextFit.IsRightToLeft(name);
            layout.Drawing.Text(
                leftwards ? ChartLayout.Margin + names : ChartLayout.Margin, y + 5, name, anchor: leftwards ? TextAnchor.Right : TextAnchor.Left, room: names);
            layout.Drawing.Text(layout.Right, y - 3, category, Drawing.Small, anchor: TextAnchor.Right, room: words);
            layout.Drawing.Text(layout.Right, y + 13, difference, Drawing.Small, ColourRole.Muted, TextAnchor.Right, words);
            if (Sides(gap).Any())
            {
                Dumbbell(layout, gap, shared ?? NumberAxis.Around(Sides(gap).SelectMany(Limits), null, text).Scale(left, right), y);
            }
        }

        layout.Top = bottom + (isOneUnit ? 22 : 4);
        ChartData data = new(
            [
                ChartData.Words(text.ItemLabel), ChartData.Figures(text.MirrorCustomersLabel), ChartData.Figures(text.MirrorPredictionLabel),
                ChartData.Figures(text.DifferenceLabel), ChartData.Words(text.VerdictLabel),
            ],
            [
                .. rows.Select(row => (ChartCell[])
                [
                    new(row.Name), Side(row.Gap.Customers), Side(row.Gap.Predicted),
                    row.Gap.Gap is { } gap ? new(row.Difference, Csv.Number(gap.Difference)) : default, new(row.Category),
                ]),
            ]);
        string[] said = [.. rows.Select(row => $"{TextFit.Isolated(row.Name)} {Said(row.Gap, row.Category, text)}")];
        return layout.Finish(data, said[0], text.Semicolon, said[1..], text.Semicolon);

        ChartCell Side(Estimate? side) => side is { } known ? new(known.ToString("V", text), Csv.Number(known.Value)) : default;
    }

    private static void Dumbbell(ChartLayout layout, MirrorGap gap, LinearScale scale, double y)
    {
        double upper = y - 8, lower = y + 8;
        if (gap is { Customers: { } customers, Predicted: { } predicted })
        {
            bool isGap = gap.Category is MirrorCategory.Overestimation or MirrorCategory.Underestimation;
            layout.Drawing.Line(
                scale.At(customers.Value), upper, scale.At(predicted.Value), lower,
                isGap ? ColourRole.Alert : ColourRole.Axis, isGap ? 3 : 1, isGap ? null : Drawing.Dotted);
        }

        One(gap.Customers, upper, MarkerShape.Dot, ColourRole.Primary);
        One(gap.Predicted, lower, MarkerShape.OpenDiamond, ColourRole.Secondary);

        void One(Estimate? side, double at, MarkerShape shape, ColourRole colour)
        {
            if (side is { } known)
            {
                Axes.Whisker(layout.Drawing, scale, known, at, colour, 4);
                layout.Drawing.Marker(shape, scale.At(known.Value), at, 6, colour, known.ToString("V", layout.Text));
            }
        }
    }

    private static IEnumerable<Estimate> Sides(MirrorGap gap) => ((Estimate?[])[gap.Customers, gap.Predicted]).OfType<Estimate>();

    private static IEnumerable<double> Limits(Estimate estimate) => ((double?[])[estimate.Value, estimate.Lower, estimate.Upper]).OfType<double>();

    private static string Said(MirrorGap gap, string category, Phrases text) => string.Join(
        ", ",
        [
            .. (string[])(gap.Customers is { } customers ? [$"{text.MirrorCustomersLabel} {customers.ToString("V", text)}"] : []),
            .. (string[])(gap.Predicted is { } predicted ? [$"{text.MirrorPredictionLabel} {predicted.ToString("V", text)}"] : []),
            category,
        ]);
}
