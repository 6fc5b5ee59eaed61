namespace CxKpi;

/// <content>A KPI over time in one line.</content>
public static partial class Charts
{
    /// <summary>Draws a KPI over time in one line of a dashboard: its name, its course without axes, and its latest figure (sparkline).</summary>
    /// <remarks>The line shows the course and no more: <see cref="OverTime"/> has the intervals, without which a rise may be chance.</remarks>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="target">The target in the unit of the KPI, drawn as a level; <see langword="null"/> for none.</param>
    /// <param name="options">Title, language and width; defaults when <see langword="null"/>.</param>
    /// <returns>The chart. A first or last period that is covered only in part is a broken line, neither sets the scale nor is the figure.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The target lies outside the KPI's range, mostly because it was meant in another unit.</exception>
    public static Chart Sparkline<TKpi>(KpiSeries<TKpi> series, double? target = null, ChartOptions? options = null)
        where TKpi : struct, IKpi<TKpi>
    {
        const double Height = 28;
        KpiDefinition definition = TKpi.Definition;
        double?[] values = [.. Guard.NotNull(series).Select(point => Drawable(point.Value.Value))];
        int latest = Array.FindLastIndex(values, value => value is not null);
        ChartLayout layout = new(
            options,
            text => Name(text, text.Title(definition)),
            finding: text => latest < 0 ? "" : OverTimeFinding(text, series, values, new()),
            isHeaded: latest < 0);
        if (latest < 0)
        {
            return layout.Empty();
        }

        if (target is { } goal)
        {
            series[latest].Value.GoalRange.Require(Guard.Finite(goal, nameof(target)), nameof(target), definition);
        }

        Phrases text = layout.Text;
        string figure = text.ValueOf(series[LatestComplete(series, values)].Value);
        string name = Name(text, text.Title(definition));
        string title = layout.OwnTitle ?? (TextFit.Width(name, Drawing.Normal) <= layout.Inner * 0.4 ? name : Name(text, text.Symbol(definition)));
        double names = Math.Min(layout.Inner * 0.4, TextFit.Width(TextFit.Clean(title), Drawing.Normal));
        double figures = Math.Min(layout.Inner * 0.3, TextFit.Width(figure, Drawing.Normal) * 1.08);
        double middle = layout.Top + Height / 2;
        bool leftwards = TextFit.IsRightToLeft(title);
        layout.Drawing.Text(
            leftwards ? ChartLayout.Margin + names : ChartLayout.Margin,
            middle + 5,
            title,
            anchor: leftwards ? TextAnchor.Right : TextAnchor.Left,
            room: names);
        layout.Drawing.Text(layout.Right, middle + 5, figure, anchor: TextAnchor.Right, room: figures, bold: true);

        CoveredFigures covered = CoveredFigures.Of(series, values);
        double[] scaled = [.. covered.Scaled.Append(target).OfType<double>()];
        double left = ChartLayout.Margin + names + 12, right = layout.Right - figures - 12, low = scaled.Min(), high = scaled.Max();
        LinearScale across = new(0, Math.Max(1, values.Length - 1), left, right);
        LinearScale up = low < high ? new(low, high, layout.Top + Height, layout.Top) : new(low - 1, high + 1, layout.Top + Height, layout.Top);
        if (target is { } level)
        {
            layout.Drawing.Line(left, up.At(level), right, up.At(level), ColourRole.Axis, 1, Drawing.Dashed);
        }

        layout.Drawing.Polyline(Points(covered.Complete), ColourRole.Primary, 2);
        layout.Drawing.Polyline(Points(covered.Broken), ColourRole.Primary, 2, Drawing.Dotted);

        MarkerShape shape = covered.Open.Contains(latest) ? MarkerShape.Ring : MarkerShape.Dot;
        layout.Drawing.Marker(shape, across.At(latest), up.At(values[latest]!.Value), 3.5, ColourRole.Primary);
        layout.Top += Height;
        string[] said = [.. OverTimeWords(text, definition, series, [.. series.Select(point => point.Key)], values, new() { Target = target }, [], [])];
        ChartData data = new(
            [ChartData.Words(text.PeriodLabel), ChartData.Figures(text.ValueLabel)],
            [
                .. series.Select((point, i) => (ChartCell[])
                    [new(Named(text, series, i)), ChartCell.Value(text, definition, values[i], series[latest].Value.Currency)]),
            ]);
        return layout.Finish(data, said[0], text.Semicolon, said[1..], text.Semicolon);

        string Name(Phrases words, string kpi) => words.Named(kpi, definition, series.Select(point => point.Value));

        IEnumerable<(double, double)?> Points(double?[] line) =>
            line.Select((value, i) => value is { } known ? (across.At(i), up.At(known)) : ((double, double)?)null);
    }
}
