namespace CxKpi;

/// <content>How long customers stay.</content>
public static partial class Charts
{
    private static readonly (ColourRole Colour, string? Dash)[] CurveLooks =
    [
        (ColourRole.Primary, null), (ColourRole.Secondary, Drawing.Dashed), (ColourRole.Favourable, Drawing.Dense), (ColourRole.Alert, Drawing.Dotted),
        (ColourRole.Neutral, "10 3 2 3"), (ColourRole.Text, Drawing.Sparse),
    ];

    /// <summary>Draws the share of customers to whom it has not happened yet, or has, over time: with its limits and the number at risk below.</summary>
    /// <param name="curve">The curve, which holds the confidence of its limits, the name of the event and the view (<see cref="SurvivalView"/>).</param>
    /// <param name="options">Title, language and width; defaults when <see langword="null"/>.</param>
    /// <returns>The chart. Where few are at risk, the curve says little.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="curve"/> is <see langword="null"/>.</exception>
    public static Chart SurvivalCurve(SurvivalCurve curve, ChartOptions? options = null) => SurvivalChart([new("", Guard.NotNull(curve))], options);

    /// <summary>Draws the shares of several groups over time, with the numbers at risk below.</summary>
    /// <param name="curves">The curves of one to six groups with their names, in one unit of time, and of one event and view.</param>
    /// <param name="options">Title, language and width; defaults when <see langword="null"/>.</param>
    /// <returns>The chart. The limits are drawn for one curve and stand in the data for several; whether the groups differ
    /// <see cref="SurvivalTests.LogRank"/> says.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="curves"/>, a name or a curve is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The units, the events or the views differ, or there are more than six curves.</exception>
    public static Chart SurvivalCurve(IEnumerable<(string Name, SurvivalCurve Curve)> curves, ChartOptions? options = null)
    {
        NamedCurve[] named =
        [
            .. Guard.NotNull(curves).Select(curve =>
                new NamedCurve(TextFit.Clean(Guard.NotNull(curve.Name, nameof(curves))), Guard.NotNull(curve.Curve, nameof(curves)))),
        ];
        SurvivalTally? first = named.Select(curve => curve.Curve.Tally).FirstOrDefault(tally => tally.N > 0);
        for (int i = 0; i < named.Length; i++)
        {
            NamedCurve curve = named[i];
            first?.Shared(curve.Curve.Tally, nameof(curves), Guard.At(i));
            if ((named[0].Curve.EventName, named[0].Curve.View) is var (name, view) && (curve.Curve.EventName, curve.Curve.View) != (name, view))
            {
                throw new ArgumentException($"{nameof(curves)} must show one event in one view ({name ?? "none"}, {view})", nameof(curves));
            }
        }

        return named.Length <= CurveLooks.Length
            ? SurvivalChart(named, options)
            : throw new ArgumentException(
                FormattableString.Invariant($"{nameof(curves)} must be {CurveLooks.Length} at most, but are {named.Length}"), nameof(curves));
    }

    private static Chart SurvivalChart(NamedCurve[] curves, ChartOptions? options)
    {
        NamedCurve[] drawn = [.. curves.Where(curve => curve.Curve.Points.Count > 0)];
        NamedCurve? only = curves.Length == 1 && drawn.Length == 1 ? drawn[0] : null;
        ChartLayout layout = new(
            options,
            text => only is { } one ? Phrases.Capitalised(SurvivalWords.Half(one.Curve, text)) : SurvivalTitle(curves, text),
            text => Phrases.JoinNotEmpty(
                " \u00B7 ",
                [
                    drawn.Length == 0 ? "" : only is null ? Compared(drawn, text) : SurvivalTitle(drawn, text),
                    .. drawn.SelectMany(curve => SurvivalWords.Notices(curve.Curve, text).Select(notice => curve.Prefixed(notice, text))),
                ]));
        if (drawn.Length == 0)
        {
            return layout.Empty();
        }

        Phrases text = layout.Text;
        CalendarUnit? unit = drawn.Select(curve => curve.Curve.Tally.Unit).FirstOrDefault(known => known is not null);
        layout.Legend(only is { } alone
            ? [LegendItem.Line(SurvivalWords.Side(alone.Curve, text), ColourRole.Primary), LegendItem.Band(text.IntervalAt(alone.Curve.Confidence))]
            : drawn.Select((curve, i) => LegendItem.Line(curve.Shown(text), CurveLooks[i].Colour, dash: CurveLooks[i].Dash)));
        NumberAxis up = NumberAxis.Around([0, 1], KpiUnit.Share, text);
        string[] names = [.. drawn.Select(curve => only is null ? curve.Shown(text) : text.AtRiskLabel)];
        double labels = Math.Min(layout.Inner * 0.3, names.Max(name => TextFit.Width(name, Drawing.Small)) + 10);
        double left = ChartLayout.Margin + Math.Max(Axes.LabelWidth(up), labels), right = layout.Right - 20, top = layout.Top + 4, bottom = top + PlotHeight;
        double start = drawn.Min(curve => curve.Curve.Start!.Value), end = drawn.Max(curve => curve.Curve.Tally.Last!.Value);
        LinearScale x = new(start, end > start ? end : start + 1, left, right), y = up.Scale(bottom, top);
        Axes.Up(layout.Drawing, up, y, left, right);
        for (int i = 0; i < drawn.Length; i++)
        {
            if (only is not null)
            {
                StepBand(layout.Drawing, drawn[i].Curve, x, y);
            }

            layout.Drawing.Polyline(
                Steps(drawn[i].Curve, x, y, shown => shown.Share).Select(at => ((double, double)?)at), CurveLooks[i].Colour, 2, CurveLooks[i].Dash);
        }

        double[] times = TimesThatFit(drawn, start, end, unit, x, layout);
        RiskTable(layout, drawn, names, times, x, bottom, labels);
        layout.Drawing.Text(right, layout.Top + 12, SurvivalWords.TimeLabel(unit, text), Drawing.Small, ColourRole.Muted, TextAnchor.Right);
        layout.Top += 20;
        string[] said = [.. drawn.Select(curve => curve.Said(text))];
        return layout.Finish(SurvivalData(drawn, only is not null, unit, text), said[0], text.Semicolon, said[1..], text.Semicolon);
    }

    /// <summary>Whether the groups differ beyond chance.</summary>
    private static string Compared(NamedCurve[] curves, Phrases text) =>
        SurvivalTests.LogRank([.. curves.Select(curve => curve.Curve.Tally)]) is { PValue: var p } ? $"{text.TestLogRank}{text.Colon}{text.P(p)}" : "";

    private static string SurvivalTitle(NamedCurve[] curves, Phrases text) => curves.Length > 0
        ? SurvivalWords.Caption(curves[0].Curve, text)
        : Phrases.Capitalised(text.OverTime(text.NotYetOf(text.EndedLabel)));

    /// <summary>The corners of a step function, no closer than a reader sees them; where it has no value it stays at the last one.</summary>
    private static IEnumerable<(double X, double Y)> Steps(
        SurvivalCurve curve,
        LinearScale x,
        LinearScale y,
        Func<(double Share, double? Lower, double? Upper), double?> height)
    {
        const double Apart = 1;
        double last = x.At(curve.Start!.Value), level = y.At(curve.View == SurvivalView.NotYet ? 1 : 0), drawn = level, corner = last - Apart;
        yield return (last, level);
        foreach (SurvivalPoint point in curve.Points)
        {
            last = x.At(point.Time);
            level = height(curve.Shown(point)) is { } known ? y.At(known) : level;
            if (level != drawn && last - corner >= Apart)
            {
                yield return (last, drawn);
                yield return (last, level);
                (corner, drawn) = (last, level);
            }
        }

        yield return (last, drawn);
        yield return (last, level);
    }

    private static void StepBand(Drawing drawing, SurvivalCurve curve, LinearScale x, LinearScale y)
    {
        (double X, double Y)[] lower = [.. Steps(curve, x, y, shown => shown.Lower)], upper = [.. Steps(curve, x, y, shown => shown.Upper)];
        if (curve.Points.Any(point => point.Lower is not null))
        {
            string outline = string.Join('L', upper.Concat(Enumerable.Reverse(lower)).Select(at => $"{Drawing.N(at.X)} {Drawing.N(at.Y)}"));
            drawing.Path($"M{outline}Z", ColourRole.Band, null);
            drawing.Polyline(upper.Select(at => ((double, double)?)at), ColourRole.BandEdge, 1);
            drawing.Polyline(lower.Select(at => ((double, double)?)at), ColourRole.BandEdge, 1);
        }
    }

    /// <summary>Round times whose labels and numbers at risk stand beside each other.</summary>
    private static double[] TimesThatFit(NamedCurve[] curves, double start, double end, CalendarUnit? unit, LinearScale x, ChartLayout layout)
    {
        for (int most = 9; most > 2; most--)
        {
            double[] times = SurvivalRow.Times(start, end, unit, most);
            if (Fit(times.Select(time => layout.Text.Number(time))) && curves.All(curve => Fit(times.Select(time => AtRisk(curve, time, layout.Text)))))
            {
                return times;
            }

            bool Fit(IEnumerable<string> labels)
            {
                double free = double.NegativeInfinity;
                foreach ((string label, double time) in labels.Zip(times))
                {
                    double half = TextFit.Width(label, Drawing.Small) / 2, middle = Middle(label, x.At(time), x, layout);
                    if (middle - half < free)
                    {
                        return false;
                    }

                    free = middle + half + 6;
                }

                return true;
            }
        }

        return [start];
    }

    /// <summary>Where the middle of a label lies that should stand at a place, and stays between the plot's left side and the paper's right margin.</summary>
    private static double Middle(string label, double at, LinearScale x, ChartLayout layout)
    {
        double half = TextFit.Width(label, Drawing.Small) / 2, least = x.Start - 4 + half;
        return Math.Clamp(at, least, Math.Max(least, layout.Right - half));
    }

    private static string AtRisk(NamedCurve curve, double time, Phrases text) => curve.Curve.At(time) is { } point ? text.Count(point.AtRisk) : "";

    private static void RiskTable(ChartLayout layout, NamedCurve[] curves, string[] names, double[] times, LinearScale x, double bottom, double room)
    {
        const double RowHeight = 17;
        foreach (double time in times)
        {
            layout.Drawing.Line(x.At(time), bottom, x.At(time), bottom + 4, ColourRole.Axis);
            Label(layout.Text.Number(time), time, bottom + 16, ColourRole.Muted);
        }

        layout.Top = bottom + 24;
        for (int i = 0; i < curves.Length; i++)
        {
            bool leftwards = TextFit.IsRightToLeft(names[i]);
            layout.Drawing.Text(
                leftwards ? ChartLayout.Margin + room - 6 : ChartLayout.Margin, layout.Top + 12, names[i], Drawing.Small,
                anchor: leftwards ? TextAnchor.Right : TextAnchor.Left, room: room - 6);
            foreach (double time in times)
            {
                Label(AtRisk(curves[i], time, layout.Text), time, layout.Top + 12, ColourRole.Text);
            }

            layout.Top += RowHeight;
        }

        void Label(string label, double time, double y, ColourRole colour) =>
            layout.Drawing.Text(Middle(label, x.At(time), x, layout), y, label, Drawing.Small, colour, TextAnchor.Middle);
    }

    private static ChartData SurvivalData(NamedCurve[] curves, bool isOne, CalendarUnit? unit, Phrases text)
    {
        const int MostRows = 25;
        ReportColumn[] figures =
        [
            .. ((string[])
            [
                text.AtRiskLabel, SurvivalWords.Ended(curves[0].Curve, text), text.OpenLabel, SurvivalWords.ShareLabel(curves[0].Curve, text),
                text.LowerLimitLabel, text.UpperLimitLabel,
            ]).Select(ChartData.Figures),
        ];
        return new(
            [.. isOne ? Array.Empty<ReportColumn>() : [ChartData.Words(text.SegmentLabel)], ChartData.Figures(SurvivalWords.TimeLabel(unit, text)), .. figures],
            [
                .. curves.SelectMany(curve => SurvivalRow.Of(curve.Curve, MostRows).Select(row => (ChartCell[])
                [
                    .. isOne ? Array.Empty<ChartCell>() : [new ChartCell(curve.Shown(text))],
                    new(text.Number(row.Point.Time), Csv.Number(row.Point.Time)),
                    ChartCell.Count(text, row.Point.AtRisk), ChartCell.Count(text, row.Ended), ChartCell.Count(text, row.Open),
                    Share(curve.Curve.Shown(row.Point).Share), Share(curve.Curve.Shown(row.Point).Lower), Share(curve.Curve.Shown(row.Point).Upper),
                ])),
            ]);

        ChartCell Share(double? share) => ChartCell.Value(text, PlainDefinitions.Share, share);
    }

    private readonly record struct NamedCurve(string Name, SurvivalCurve Curve)
    {
        internal string Shown(Phrases text) => Name.Length > 0 ? Name : text.NoName;

        /// <summary>The curve in a phrase: by when half have left, and the share still there at the end.</summary>
        internal string Said(Phrases text)
        {
            SurvivalPoint last = Curve.Points[^1];
            string share = $"{SurvivalWords.Side(Curve, text)} {text.Percent(Curve.Shown(last).Share)}";
            string rest = $"{share} ({SurvivalWords.Time(last.Time, Curve.Tally.Unit, text)})";
            return Prefixed($"{SurvivalWords.Half(Curve, text)}, {rest}, n = {text.Count(Curve.Tally.N)}", text);
        }

        internal string Prefixed(string said, Phrases text) => Name.Length > 0 ? TextFit.Isolated(Name) + text.Colon + said : said;
    }
}
