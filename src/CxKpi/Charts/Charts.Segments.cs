namespace CxKpi;

/// <content>Segments.</content>
public static partial class Charts
{
    /// <summary>Draws segments with their intervals, from the best to the worst, beside the line of all segments together (forest plot).</summary>
    /// <remarks>
    /// The line contains every segment, so it is nothing to compare one with. A full square marks a segment that differs from all others together, judged
    /// among as many comparisons as there are segments; see <see cref="SegmentComparison{TKey}"/>. All others are rings.
    /// Segments of different rules have no such line and no such marks, and each has its rule beside its name.
    /// </remarks>
    /// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="segments">The segments.</param>
    /// <param name="options">Title, language, width and confidence; defaults when <see langword="null"/>.</param>
    /// <returns>The chart. The intervals are those of single segments: the best of many segments is partly the luckiest.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="segments"/> is <see langword="null"/>.</exception>
    public static Chart ForestPlot<TKey, TKpi>(Segments<TKey, TKpi> segments, ChartOptions? options = null)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(segments);
        KpiDefinition definition = TKpi.Definition;
        KpiBasis? basis = KpiBasis.Common(segments.Select(segment => segment.Value));
        TKpi? total = segments.TotalIfAny;
        SegmentComparison<TKey>? comparison = total is null ? null : segments.Compare((options ?? new()).Confidence);
        Dictionary<TKey, ChangeVerdict> verdicts = comparison?.ToDictionary(segment => segment.Key, segment => segment.Verdict) ?? [];
        ChartLayout layout = new(
            options,
            text => text.Named(text.Title(definition), definition, basis),
            text => segments.Count == 0 ? "" : ForestFacts(text, definition.Direction, (options ?? new()).Confidence, comparison),
            text => comparison is null ? "" : ForestFinding(text, comparison));
        Phrases text = layout.Text;
        ForestRow[] rows =
        [
            .. segments.BestFirst().Select(segment => Row(Label(segment.Key, segment.Value), segment.Value, verdicts.GetValueOrDefault(segment.Key))),
            .. total is { } together ? [Row(text.AllTogether, together)] : Array.Empty<ForestRow>(),
        ];
        if (segments.Count == 0 || rows.All(row => row.Estimate is null))
        {
            return layout.Empty();
        }

        const double RowHeight = 26;
        double names = Math.Min(layout.Inner * 0.38, rows.Max(row => TextFit.Width(row.Name, Drawing.Normal)) + 10);
        double figures = Math.Min(layout.Inner * 0.45, rows.Max(row => TextFit.Width(row.Shown, Drawing.Small) * (row.Whole ? 1.08 : 1)) + 2);
        names = Math.Min(names, Math.Max(layout.Inner * 0.22, layout.Inner - figures - 140));
        double counts = rows.Max(row => TextFit.Width(row.Counted(text), Drawing.Small)) + 10;
        layout.Drawing.Text(layout.Right, layout.Top + 10, "n", Drawing.Small, ColourRole.Muted, TextAnchor.Right);
        double left = ChartLayout.Margin + names + 8, right = layout.Right - figures - counts - 8;
        double top = layout.Top + 14, bottom = top + rows.Length * RowHeight + 6;
        double[] drawn = [.. rows.SelectMany(row => (double?[])[row.Estimate?.Value, row.Estimate?.Lower, row.Estimate?.Upper]).OfType<double>()];
        NumberAxis axis = NumberAxis.Across(drawn, definition.Unit, text, right - left);
        LinearScale scale = axis.Scale(left, right);
        Axes.Across(layout, axis, scale, top, bottom);
        if (rows[^1] is { Whole: true, Estimate: { } whole })
        {
            layout.Drawing.Line(scale.At(whole.Value), top, scale.At(whole.Value), bottom, ColourRole.Secondary, 1.5, Drawing.Dashed);
        }

        for (int i = 0; i < rows.Length; i++)
        {
            double y = top + (i + 0.5) * RowHeight + (rows[i].Whole ? 4 : 0);
            rows[i].Draw(layout, scale, y, names, figures, counts);
        }

        if (rows[^1].Whole)
        {
            layout.Drawing.Line(ChartLayout.Margin, bottom - RowHeight - 4, layout.Right, bottom - RowHeight - 4, ColourRole.Axis);
        }

        layout.Top = bottom + 22;
        ChartData data = new(
            [
                ChartData.Words(text.SegmentLabel), ChartData.Figures(text.ValueLabel), ChartData.Figures(text.LowerLimitLabel),
                ChartData.Figures(text.UpperLimitLabel), ChartData.Figures(text.ObservationsLabel), ChartData.Words(text.VerdictLabel),
            ],
            [.. rows.Select(row => row.Cells(text, definition))]);
        return layout.Finish(
            data,
            Phrases.JoinNotEmpty(
                text.Semicolon,
                text.WithIntervals(Order(text, definition.Direction), text.Percent(layout.Options.Confidence)),
                comparison?.PValue is null || comparison.Differ ? "" : text.NoEvidenceThatSegmentsDiffer),
            text.Colon,
            [.. rows.Select(row => $"{TextFit.Isolated(row.Name)} {row.Spoken(text, definition)}")],
            text.Semicolon);

        // What all segments share stands in the title.
        string Label(TKey key, TKpi record) =>
            basis is null ? text.Named(KeyText(key, text), definition, KpiBasis.Of(record)) : KeyText(key, text);

        // Without a verdict, it is the row of all together.
        ForestRow Row(string name, TKpi record, ChangeVerdict? verdict = null)
        {
            Estimate? estimate = record.Estimate(layout.Options.Confidence);
            string value = text.ValueOf(record);
            KpiBasis own = KpiBasis.Of(record);
            string rests = Phrases.JoinNotEmpty(", ", own.Base(text), own.MarksIn(text));
            string apart = verdict is { } one && one.IsApart() ? $", {text.Verdict(one)}" : "";
            string said = estimate is { } known ? $"{value} ({text.IntervalOf(definition, known)}, {rests}){apart}" : value;
            return new(name, value, said, estimate, verdict) { Basis = own, Currency = record.Currency };
        }
    }

    private static string ForestFacts<TKey>(Phrases text, KpiDirection direction, double confidence, SegmentComparison<TKey>? comparison)
        where TKey : notnull
    {
        return Phrases.JoinNotEmpty(
            text.Semicolon,
            text.WithIntervals(Order(text, direction), text.Percent(confidence)),
            comparison is null ? "" : text.DashedTogether,
            comparison is not null && comparison.Any(IsApart) ? text.FullSquaresDiffer : "");
    }

    private static string ForestFinding<TKey>(Phrases text, SegmentComparison<TKey> comparison)
        where TKey : notnull =>
        comparison.PValue is null ? ""
            : !comparison.Any(IsApart) ? text.NoEvidenceThatSegmentsDiffer
            : NamedInTitle(
                text,
                [
                    .. comparison.Where(IsApart).OrderBy(one => one.AdjustedPValue)
                        .Select(one => $"{TextFit.Isolated(KeyText(one.Key, text))} {text.Verdict(one.Verdict)}"),
                ]);

    private static bool IsApart<TKey>(SegmentDifference<TKey> segment)
        where TKey : notnull => segment.Verdict.IsApart();

    private static string Order(Phrases text, KpiDirection direction) => direction == KpiDirection.Neutral ? text.HighestFirst : text.BestFirst;

    private static string KeyText<TKey>(TKey key, Phrases text)
        where TKey : notnull
    {
        string name = TextFit.Clean(key is CalendarPeriod period ? text.ShortPeriod(period) : TableLabel.OfKey(key));
        return name.Length == 0 ? text.NoName : name;
    }

    private sealed record ForestRow(string Name, string Shown, string Said, Estimate? Estimate, ChangeVerdict? Verdict)
    {
        internal required KpiBasis Basis { get; init; }

        internal required string? Currency { get; init; }

        internal bool Whole => Verdict is null;

        private bool IsApart => Verdict is { } one && one.IsApart();

        /// <summary>The value, its limits and what sets it apart, for a list with little room.</summary>
        internal string Spoken(Phrases text, KpiDefinition definition)
        {
            string limits = text.RangeInChart(definition, Estimate?.Lower, Estimate?.Upper);
            return Shown + (limits.Length > 0 ? $" ({limits})" : "") + (IsApart ? $", {text.Verdict(Verdict!.Value)}" : "");
        }

        internal string Counted(Phrases text) => text.Count(Basis.Rows);

        internal ChartCell[] Cells(Phrases text, KpiDefinition definition) =>
        [
            new(Name),
            ChartCell.Value(text, definition, Estimate?.Value, Currency),
            ChartCell.Value(text, definition, Estimate?.Lower, Currency),
            ChartCell.Value(text, definition, Estimate?.Upper, Currency),
            ChartCell.Count(text, Basis.Rows),
            new(IsApart ? text.Verdict(Verdict!.Value) : ""),
        ];

        internal void Draw(ChartLayout layout, LinearScale scale, double y, double names, double figures, double counts)
        {
            // A name from right to left ends at the plot like the others begin at the margin.
            bool leftwards = TextFit.IsRightToLeft(Name);
            layout.Drawing.Text(
                leftwards ? ChartLayout.Margin + names : ChartLayout.Margin,
                y + 5,
                Name,
                anchor: leftwards ? TextAnchor.Right : TextAnchor.Left,
                room: names,
                bold: Whole,
                keepsEnds: true);
            layout.Drawing.Text(layout.Right, y + 4, Counted(layout.Text), Drawing.Small, ColourRole.Muted, TextAnchor.Right);
            layout.Drawing.Text(
                layout.Right - counts, y + 4, Shown, Drawing.Small,
                Estimate is null ? ColourRole.Muted : ColourRole.Text,
                TextAnchor.Right, figures, Whole);
            if (Estimate is { } known)
            {
                ColourRole colour = Whole ? ColourRole.Secondary : ColourRole.Primary;
                Axes.Whisker(layout.Drawing, scale, known, y, colour);
                MarkerShape shape = Whole ? MarkerShape.Diamond : IsApart ? MarkerShape.Square : MarkerShape.Ring;
                layout.Drawing.Marker(shape, scale.At(known.Value), y, Whole ? 7 : 5, colour, $"{Name}{layout.Text.Colon}{Said}");
            }
        }
    }
}
