namespace CxKpi;

/// <content>Segments before and after.</content>
public static partial class Charts
{
    /// <summary>Draws one KPI of every segment before and after, each as a line between two points of one scale (slope chart).</summary>
    /// <remarks>
    /// Of many segments some change by chance. A heavy line with dots changed beyond sampling error, judged among as many changes as there are (Holm); all
    /// others are thin, with rings. How much periods vary besides is not in it: compare <see cref="KpiSeries{TKpi}"/> for that.
    /// KPIs of different units have no common scale: <see cref="Comparison"/> draws them.
    /// </remarks>
    /// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="before">The segments in the earlier period.</param>
    /// <param name="after">The segments in the later period, which rest on other observations.</param>
    /// <param name="earlier">The name of the earlier period.</param>
    /// <param name="later">The name of the later period.</param>
    /// <param name="options">Title, language, width and confidence; defaults when <see langword="null"/>.</param>
    /// <returns>The chart, whose title names the segments that changed. A segment of one period alone is a point without a line.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The records of a segment were gathered under different rules.</exception>
    public static Chart Slope<TKey, TKpi>(
        Segments<TKey, TKpi> before,
        Segments<TKey, TKpi> after,
        string earlier,
        string later,
        ChartOptions? options = null)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
    {
        KpiDefinition definition = TKpi.Definition;
        double confidence = (options ?? new()).Confidence;
        string first = TextFit.Clean(Guard.NotNull(earlier)), second = TextFit.Clean(Guard.NotNull(later));
        KpiBasis? basis = KpiBasis.Common(Guard.NotNull(before).Concat(Guard.NotNull(after)).Select(segment => segment.Value));
        SlopeLine[] lines = SlopeLines(before, after, Phrases.For((options ?? new()).Language), confidence);
        bool empty = lines.All(line => line is { Before: null, After: null });
        ChartLayout layout = new(
            options,
            text => empty ? text.Named(text.Title(definition), definition, basis) : text.Title(definition),
            text => empty ? "" : string.Join(" \u00B7 ", SlopeFacts(text, first, second, definition, basis, lines)),
            text => empty ? "" : SlopeFinding(text, lines));
        if (empty)
        {
            return layout.Empty();
        }

        SlopePlot(layout, lines, first, second, definition);
        Phrases text = layout.Text;
        ChartData data = new(
            [
                ChartData.Words(text.SegmentLabel), ChartData.Figures(first), ChartData.Figures(second), ChartData.Figures(text.ChangeLabel),
                ChartData.Figures(text.AdjustedPValueLabel), ChartData.Words(text.VerdictLabel),
            ],
            [.. lines.Select(line => line.Cells(text, definition))]);
        string finding = $"{TextFit.Isolated(first)} \u2192 {TextFit.Isolated(second)}{text.Semicolon}{SlopeFinding(text, lines)}";
        return layout.Finish(
            data,
            finding,
            ". ",
            [.. lines.Select(line => $"{TextFit.Isolated(line.Name)} {line.Shown(text, line.Before)} \u2192 {line.Shown(text, line.After)}")],
            text.Semicolon);
    }

    private static SlopeLine[] SlopeLines<TKey, TKpi>(Segments<TKey, TKpi> before, Segments<TKey, TKpi> after, Phrases text, double confidence)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
    {
        TKey[] keys = [.. after.BestFirst().Select(segment => segment.Key), .. before.Keys.Where(key => !after.ContainsKey(key))];
        Change?[] changes =
        [
            .. keys.Select(key => before.TryGetValue(key, out TKpi old) && after.TryGetValue(key, out TKpi now)
                ? HeldRecords.ChangeFrom(now, old, confidence, nameof(before))
                : null),
        ];
        IReadOnlyList<double?> p = Multiplicity.Adjust(changes.Select(change => change?.PValue));
        return
        [
            .. keys.Select((key, i) => new SlopeLine(KeyText(key, text), TKpi.Definition)
            {
                Before = before.TryGetValue(key, out TKpi old) ? Drawable(old.Value) : null,
                After = after.TryGetValue(key, out TKpi now) ? Drawable(now.Value) : null,
                Currency = now.Currency ?? old.Currency,
                Difference = changes[i]?.Difference,
                PValue = p[i],
                Verdict = changes[i] is { } change && p[i] < 1 - confidence ? change.Verdict : ChangeVerdict.NoEvidence,
            }),
        ];
    }

    private static string SlopeFinding(Phrases text, SlopeLine[] lines)
    {
        SlopeLine[] changed = [.. lines.Where(line => line.Changed).OrderBy(line => line.PValue)];
        return changed.Length == 0
            ? text.NoSegmentChanged
            : NamedInTitle(text, [.. changed.Select(line => $"{TextFit.Isolated(line.Name)} {text.Verdict(line.Verdict)}")]);
    }

    private static IEnumerable<string> SlopeFacts(
        Phrases text, string earlier, string later, KpiDefinition definition, KpiBasis? basis, SlopeLine[] lines)
    {
        yield return $"{text.Named(text.Symbol(definition), definition, basis)}, {TextFit.Isolated(earlier)} \u2192 {TextFit.Isolated(later)}";
        if (Array.Exists(lines, line => line.Changed))
        {
            yield return text.HeavyLinesChanged;
            yield return text.BySamplingErrorOnly;
        }
    }

    private static void SlopePlot(ChartLayout layout, SlopeLine[] lines, string earlier, string later, KpiDefinition definition)
    {
        const double LineHeight = 16;
        Phrases text = layout.Text;
        double figures = Math.Min(
            layout.Inner * 0.3,
            lines.Max(line => Math.Max(Width(line.Before), Width(line.After))) + 2);
        double names = Math.Min(layout.Inner * 0.3, lines.Max(line => TextFit.Width(line.Name, Drawing.Small) * 1.08) + 2);
        double left = ChartLayout.Margin + figures + 10, right = layout.Right - figures - names - 18;
        double middle = (left + right) / 2;
        layout.Drawing.Text(ChartLayout.Margin, layout.Top + 12, earlier, Drawing.Small, bold: true, room: middle - ChartLayout.Margin - 6);
        layout.Drawing.Text(layout.Right, layout.Top + 12, later, Drawing.Small, bold: true, anchor: TextAnchor.Right, room: layout.Right - middle - 6);
        double top = layout.Top + 32, bottom = top + Math.Max(160, LineHeight * lines.Length);
        NumberAxis axis = NumberAxis.Around(lines.SelectMany(line => (double?[])[line.Before, line.After]).OfType<double>(), definition.Unit, text);
        LinearScale scale = axis.Scale(bottom, top);
        layout.Drawing.Line(left, top - 8, left, bottom + 8, ColourRole.Axis);
        layout.Drawing.Line(right, top - 8, right, bottom + 8, ColourRole.Axis);
        foreach (SlopeLine line in lines.OrderBy(line => line.Changed))
        {
            line.Draw(layout.Drawing, scale, left, right, text);
        }

        Labels(line => line.Before, left - 1, left - 9, (line, y) => layout.Drawing.Text(
            left - 10, y, line.Shown(text, line.Before), Drawing.Small, anchor: TextAnchor.Right, room: figures, bold: line.Changed));
        Labels(line => line.After, right + 1, right + 9, (line, y) =>
        {
            bool leftwards = TextFit.IsRightToLeft(line.Name);
            double start = right + figures + 18;
            layout.Drawing.Text(right + 10, y, line.Shown(text, line.After), Drawing.Small, room: figures, bold: line.Changed);
            layout.Drawing.Text(
                leftwards ? layout.Right : start, y, line.Name, Drawing.Small,
                anchor: leftwards ? TextAnchor.Right : TextAnchor.Left, room: layout.Right - start, bold: line.Changed, keepsEnds: true);
        });
        layout.Top = bottom + 12;

        double Width(double? value) => TextFit.Width(value is { } known ? text.ValueInChart(definition, known) : "", Drawing.Small) * 1.08;

        void Labels(Func<SlopeLine, double?> side, double from, double to, Action<SlopeLine, double> write)
        {
            SlopeLine[] shown = [.. lines.Where(line => side(line) is not null).OrderBy(line => scale.At(side(line)!.Value))];
            double[] points = [.. shown.Select(line => scale.At(side(line)!.Value))], at = Labelling.Apart(points, LineHeight, top, bottom);
            for (int i = 0; i < at.Length; i++)
            {
                write(shown[i], at[i] + 4);
                if (Math.Abs(at[i] - points[i]) > 3)
                {
                    layout.Drawing.Line(from, points[i], to, at[i], ColourRole.Axis, 0.75);
                }
            }
        }
    }

    private sealed record SlopeLine(string Name, KpiDefinition Definition)
    {
        internal double? Before { get; init; }

        internal double? After { get; init; }

        internal string? Currency { get; init; }

        internal double? Difference { get; init; }

        internal double? PValue { get; init; }

        internal ChangeVerdict Verdict { get; init; }

        internal bool Changed => Verdict.IsApart();

        internal string Shown(Phrases text, double? value) => value is { } known ? text.ValueInChart(Definition, known) : text.NoData;

        internal ChartCell[] Cells(Phrases text, KpiDefinition definition) =>
        [
            new(Name),
            ChartCell.Value(text, definition, Before, Currency),
            ChartCell.Value(text, definition, After, Currency),
            ChartCell.Change(text, definition, Difference),
            PValue is { } p ? new(text.PValue(p)!, Csv.Number(p)) : default,
            new(Changed ? text.Verdict(Verdict) : ""),
        ];

        internal void Draw(Drawing drawing, LinearScale scale, double left, double right, Phrases text)
        {
            string tip = $"{Name}{text.Colon}{Shown(text, Before)} \u2192 {Shown(text, After)}{(Changed ? $", {text.Verdict(Verdict)}" : "")}";
            ColourRole colour = Verdict == ChangeVerdict.Worse ? ColourRole.Alert : Changed ? ColourRole.Primary : ColourRole.Neutral;
            if ((Before, After) is ({ } from, { } to))
            {
                drawing.Line(left, scale.At(from), right, scale.At(to), colour, Changed ? 3 : 1.25);
            }

            foreach ((double x, double? value) in ((double, double?)[])[(left, Before), (right, After)])
            {
                if (value is { } known)
                {
                    drawing.Marker(Changed ? MarkerShape.Dot : MarkerShape.Ring, x, scale.At(known), Changed ? 5 : 4, colour, tip);
                }
            }
        }
    }
}
