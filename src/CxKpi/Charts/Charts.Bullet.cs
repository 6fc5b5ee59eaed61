namespace CxKpi;

/// <content>A KPI against its target.</content>
public static partial class Charts
{
    /// <summary>Draws a KPI with its interval beside the one before and its target, whose good side is shaded (bullet chart).</summary>
    /// <remarks>
    /// A target is met or missed by evidence only where the whole interval lies on one side of it; what the interval covers is undecided.
    /// </remarks>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="now">The KPI.</param>
    /// <param name="before">The KPI before, drawn as a ring; <see langword="null"/> for none.</param>
    /// <param name="target">The target in the unit of the KPI; <see langword="null"/> for none. Its good side follows from the direction of the KPI.</param>
    /// <param name="options">Title, language, width and confidence; defaults when <see langword="null"/>.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">The two records were gathered under different rules, or are in different currencies.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The target lies outside the KPI's range, mostly because it was meant in another unit.</exception>
    public static Chart Bullet<TKpi>(TKpi now, TKpi? before = null, double? target = null, ChartOptions? options = null)
        where TKpi : struct, IKpi<TKpi>
    {
        const double Height = 34;
        KpiDefinition definition = TKpi.Definition;
        Estimate? estimate = now.Estimate((options ?? new()).Confidence);
        ChartLayout layout = new(
            options,
            text => text.Named(text.Title(definition), definition, KpiBasis.Of(now)),
            text => estimate is { } known ? Phrases.JoinNotEmpty(" \u00B7 ", text.IntervalOf(definition, known), KpiBasis.Of(now).Base(text)) : "",
            text => estimate is null ? "" : text.ValueOf(now));
        if (estimate is not { } shown || Drawable(shown.Value) is not { } value)
        {
            return layout.Empty();
        }

        if (before is { } earliest)
        {
            // Refuses records of different rules, which have no common scale.
            _ = HeldRecords.ChangeFrom(now, earliest, 0.95, nameof(before));
        }

        if (target is { } goal)
        {
            now.GoalRange.Require(Guard.Finite(goal, nameof(target)), nameof(target), definition);
        }

        Phrases text = layout.Text;
        double? earlier = before is { } last ? Drawable(last.Value) : null;
        string aim = target is { } wanted ? text.TargetOf(text.ValueInChart(definition, wanted, now.Currency)) : "";
        List<LegendItem> legend = [];
        if (shown.Lower is not null || shown.Upper is not null)
        {
            legend.Add(LegendItem.Line(text.IntervalAt(layout.Options.Confidence), ColourRole.BandEdge, 6));
        }

        if (earlier is { } old)
        {
            string then = $"{text.BeforeLabel} {text.ValueInChart(definition, old, before!.Value.Currency)}";
            legend.Add(LegendItem.Marker(then, MarkerShape.Ring, ColourRole.Secondary));
        }

        if (target is not null)
        {
            legend.Add(LegendItem.Line(aim, ColourRole.Text, 3));
        }

        layout.Legend(legend);
        double left = ChartLayout.Margin + 10, right = layout.Right - 10, top = layout.Top + 8, bottom = top + Height, y = top + Height / 2;
        double[] drawn = [.. ((double?[])[value, shown.Lower, shown.Upper, earlier, target]).OfType<double>()];
        NumberAxis axis = NumberAxis.Across(drawn, definition.Unit, text, right - left);
        LinearScale scale = axis.Scale(left, right);
        if (target is { } at && definition.Direction != KpiDirection.Neutral)
        {
            bool isAtLeast = definition.Direction == KpiDirection.HigherIsBetter;
            double from = isAtLeast ? scale.At(at) : left, to = isAtLeast ? right : scale.At(at);
            layout.Drawing.Rect(from, top, to - from, Height, ColourRole.Grid);
        }

        Axes.Across(layout, axis, scale, top, bottom);
        layout.Drawing.Line(scale.At(shown.Lower ?? value), y, scale.At(shown.Upper ?? value), y, ColourRole.BandEdge, 6);
        if (earlier is { } ring)
        {
            layout.Drawing.Marker(MarkerShape.Ring, scale.At(ring), y, 5, ColourRole.Secondary);
        }

        layout.Drawing.Marker(MarkerShape.Dot, scale.At(value), y, 6, ColourRole.Primary, text.ValueOf(now));
        if (target is { } tick)
        {
            layout.Drawing.Line(scale.At(tick), top - 3, scale.At(tick), bottom + 3, ColourRole.Text, 3);
        }

        layout.Top = bottom + 22;
        string[] said =
        [
            .. earlier is { } past ? [$"{text.BeforeLabel} {text.ValueInChart(definition, past, before!.Value.Currency)}"] : Array.Empty<string>(),
            .. target is null ? Array.Empty<string>() : [aim],
        ];
        ChartData data = new(
            [
                ChartData.Figures(text.ValueLabel), ChartData.Figures(text.LowerLimitLabel), ChartData.Figures(text.UpperLimitLabel),
                ChartData.Figures(text.BeforeLabel), ChartData.Figures(text.TargetColumn),
            ],
            [[Cell(value), Cell(shown.Lower), Cell(shown.Upper), Cell(earlier), Cell(target)]]);
        return layout.Finish(
            data, $"{text.Symbol(definition)} {text.ValueOf(now)}{text.Semicolon}{text.IntervalOf(definition, shown)}", text.Semicolon, said, text.Semicolon);

        ChartCell Cell(double? figure) => ChartCell.Value(text, definition, figure, now.Currency);
    }
}
