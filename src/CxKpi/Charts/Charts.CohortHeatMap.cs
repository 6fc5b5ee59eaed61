namespace CxKpi;

/// <content>Cohorts by age.</content>
public static partial class Charts
{
    /// <summary>Draws a cohort table as a heat map: cohorts downwards, ages across, the fuller the colour the higher the value.</summary>
    /// <remarks>A cell that is not known yet is hatched and has no figure; a 0 is a figure like any other. All cohorts together stand in the last
    /// row. Of more than 60 cohorts or ages the chart and its data have the latest 60 cohorts and the first 60 ages, and the subtitle says so.</remarks>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="table">The table.</param>
    /// <param name="options">Title, language, width and confidence; defaults when <see langword="null"/>.</param>
    /// <returns>The chart. Figures stand in the cells where there is room, and in the data with their limits.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is <see langword="null"/>.</exception>
    public static Chart CohortHeatMap<TKpi>(CohortTable<TKpi> table, ChartOptions? options = null)
        where TKpi : struct, IKpi<TKpi>
    {
        KpiDefinition definition = TKpi.Definition;
        (IReadOnlyList<Cohort<TKpi>> cohorts, int ages) = Guard.NotNull(table).Latest;
        IReadOnlyList<TKpi> pooled = [.. table.Pooled.Take(ages)];
        ChartLayout layout = new(
            options,
            text => CohortTitle(text, table, pooled),
            text => pooled.Count == 0 ? "" : Phrases.JoinNotEmpty(
                " \u00B7 ", table.Measure.In(text), text.CohortColumns(table.Unit), CohortWords.Shown(table, text)));
        if (pooled.Count == 0)
        {
            return layout.Empty();
        }

        Phrases text = layout.Text;
        layout.Legend([new(text.NotYet, (drawing, x, y) => NotYet(drawing, x, y - 6, LegendItem.SampleWidth, 12))]);
        (string Name, long Size, IReadOnlyList<TKpi> Cells)[] rows =
        [
            .. cohorts.Select(cohort => (text.ShortPeriod(cohort.Period), cohort.Size, (IReadOnlyList<TKpi>)[.. cohort.Cells.Take(ages)])),
            (text.Total, table.Customers, pooled),
        ];
        const double RowHeight = 20;
        double names = Math.Min(layout.Inner * 0.3, rows.Max(row => TextFit.Width(row.Name, Drawing.Small)) + 8);
        double sizes = rows.Max(row => TextFit.Width(text.Count(row.Size), Drawing.Small)) + 8;
        double left = ChartLayout.Margin + names + sizes, width = (layout.Right - left) / pooled.Count;
        AgeLabels(layout, pooled.Count, left, width);
        double?[] known = [.. rows.SkipLast(1).SelectMany(row => row.Cells).Select(cell => Drawable(cell.Value))];
        double lowest = Math.Min(0, known.Min() ?? 0), highest = Math.Max(0, known.Max() ?? 0);
        for (int r = 0; r < rows.Length; r++)
        {
            (string name, long size, IReadOnlyList<TKpi> cells) = rows[r];
            bool isTotal = r == rows.Length - 1;
            layout.Top += isTotal ? 6 : 0;
            layout.Drawing.Text(ChartLayout.Margin, layout.Top + 14, name, Drawing.Small, room: names - 6, bold: isTotal);
            layout.Drawing.Text(left - 6, layout.Top + 14, text.Count(size), Drawing.Small, ColourRole.Muted, TextAnchor.Right);
            for (int age = 0; age < pooled.Count; age++)
            {
                double x = left + age * width;
                if (age >= cells.Count)
                {
                    NotYet(layout.Drawing, x, layout.Top, width - 1, RowHeight - 1);
                    continue;
                }

                double? value = Drawable(cells[age].Value);
                string tip = $"{name}, {SurvivalWords.Time(age, table.Unit, text)}{text.Colon}{text.ValueOf(cells[age])}";
                layout.Drawing.Rect(x, layout.Top, width - 1, RowHeight - 1, ColourRole.Background, ColourRole.Grid);
                double heat = value is { } at && highest > lowest ? (at - lowest) / (highest - lowest) : 0;
                layout.Drawing.Heat(x, layout.Top, width - 1, RowHeight - 1, heat, tip);
                string shown = value is { } figure ? InCell(text, definition, figure, cells[age].Currency) : "";
                if (TextFit.Width(shown, Drawing.Small) + 2 <= width)
                {
                    layout.Drawing.Text(x + (width - 1) / 2, layout.Top + 14, shown, Drawing.Small, anchor: TextAnchor.Middle);
                }
            }

            layout.Top += RowHeight;
        }

        layout.Top += 4;
        string[] said = [.. pooled.Select((cell, age) => (cell, age)).Skip(1).Select(at => At(text, table.Unit, at.cell, at.age))];
        return layout.Finish(CohortData(table, rows, layout.Options.Confidence, text), $"{text.Total} {At(text, table.Unit, pooled[0], 0)}", ", ", said, ", ");
    }

    private static string CohortTitle<TKpi>(Phrases text, CohortTable<TKpi> table, IReadOnlyList<TKpi> pooled)
        where TKpi : struct, IKpi<TKpi>
    {
        string name = Phrases.Capitalised(text.CohortCaption(text.Name(TKpi.Definition)));
        return pooled.Count > 1 ? name + text.Colon + At(text, table.Unit, pooled[1], 1) : name;
    }

    private static string At<TKpi>(Phrases text, CalendarUnit unit, TKpi record, int age)
        where TKpi : struct, IKpi<TKpi> => text.ValueAfter(text.ValueOf(record), SurvivalWords.Time(age, unit, text));

    private static void NotYet(Drawing drawing, double x, double y, double width, double height)
    {
        drawing.Rect(x, y, width, height, ColourRole.Background, ColourRole.Grid, Drawing.Dotted);
        drawing.Hatch(x, y, width, height, ColourRole.Grid, 5, 1);
    }

    private static void AgeLabels(ChartLayout layout, int ages, double left, double width)
    {
        double widest = TextFit.Width(layout.Text.Count(ages - 1), Drawing.Small) + 4;
        int every = (int)Math.Ceiling(widest / width);
        for (int age = 0; age < ages; age += every)
        {
            layout.Drawing.Text(
                left + (age + 0.5) * width, layout.Top + 12, layout.Text.Count(age), Drawing.Small, ColourRole.Muted, TextAnchor.Middle);
        }

        layout.Top += 18;
    }

    // Shares without their sign, and other figures without decimals, since a cell has little room.
    private static string InCell(Phrases text, KpiDefinition definition, double value, string? currency) =>
        definition.Unit is KpiUnit.Share or KpiUnit.Percentage ? text.WholePercentWithoutSign(value)
        : definition.Unit == KpiUnit.Money ? text.Decimals(value, "#,0")
        : text.ValueInChart(definition, value, currency);

    private static ChartData CohortData<TKpi>(
        CohortTable<TKpi> table,
        (string Name, long Size, IReadOnlyList<TKpi> Cells)[] rows,
        double confidence,
        Phrases text)
        where TKpi : struct, IKpi<TKpi>
    {
        return new(
            [
                ChartData.Words(text.CohortLabel), ChartData.Figures(text.CustomersLabel), ChartData.Figures(SurvivalWords.TimeLabel(table.Unit, text)),
                ChartData.Figures(text.ValueLabel), ChartData.Figures(text.LowerLimitLabel), ChartData.Figures(text.UpperLimitLabel),
            ],
            [
                .. rows.SelectMany(row => row.Cells.Select((cell, age) =>
                {
                    Estimate? estimate = cell.Estimate(confidence);
                    return (ChartCell[])
                    [
                        new(row.Name), ChartCell.Count(text, row.Size), ChartCell.Count(text, age),
                        Value(cell.Value), Value(estimate?.Lower), Value(estimate?.Upper),
                    ];

                    ChartCell Value(double? value) => ChartCell.Value(text, TKpi.Definition, value, cell.Currency);
                })),
            ]);
    }
}
