namespace CxKpi;

/// <content>Promoters, passives and detractors.</content>
public static partial class Charts
{
    /// <summary>Draws the shares of promoters, passives and detractors in each period, stacked to a whole.</summary>
    /// <remarks>The same score can rest on many promoters and many detractors, or on few of both; this chart tells which.</remarks>
    /// <param name="series">The series.</param>
    /// <param name="options">Title, language and width; defaults when <see langword="null"/>.</param>
    /// <returns>The chart. Periods without answers are left free; a first or last period that is covered only in part has a ring above it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    public static Chart NpsGroups(KpiSeries<Nps> series, ChartOptions? options = null)
    {
        int latest = -1;
        for (int i = 0; i < Guard.NotNull(series).Count; i++)
        {
            latest = series[i].Value.N > 0 ? i : latest;
        }

        ChartLayout layout = new(
            options,
            text => text.Named(text.NpsGroupsTitle, Nps.Definition, series.Select(point => point.Value)),
            text => latest < 0 ? "" : Span(text, series),
            text => latest < 0 ? "" : $"{text.Symbol(Nps.Definition)} {text.ValueOf(series[latest].Value)} ({Named(text, series, latest)})");
        if (latest < 0)
        {
            return layout.Empty();
        }

        Phrases text = layout.Text;
        int[] open = [.. Enumerable.Range(0, series.Count).Where(i => series.IsIncompleteAt(i) && series[i].Value.N > 0)];
        layout.Legend(NpsShares(text, series[latest].Value).Select(share => share.Sample(share.Name)).Reverse()
            .Concat(Incomplete(
                text,
                Array.Exists(open, i => i < series.IncompleteAtStart),
                Array.Exists(open, i => i >= series.Count - series.IncompleteAtEnd))));
        layout.Top += 6;
        NumberAxis axis = NumberAxis.Around([0, 1], KpiUnit.Share, text);
        TimePlot plot = new(layout, [.. series.Select(point => point.Key)], axis, PlotHeight, Axes.LabelWidth(axis));
        double apart = plot.Pitch >= 6 ? Math.Min(4, plot.Pitch / 6) : 0;
        for (int i = 0; i < series.Count; i++)
        {
            Column(i);
        }

        plot.TimeLabels();
        ChartData data = new(
            [
                ChartData.Words(text.PeriodLabel), ChartData.Figures(text.Detractors), ChartData.Figures(text.Passives), ChartData.Figures(text.Promoters),
                ChartData.Figures(text.ObservationsLabel), ChartData.Figures(text.Symbol(Nps.Definition)),
            ],
            [
                .. series.Select((point, i) => (ChartCell[])
                [
                    new(Named(text, series, i)),
                    .. NpsShares(text, point.Value).Select(share => ChartCell.Share(text, share.Count, point.Value.N)),
                    ChartCell.Count(text, point.Value.N), ChartCell.Value(text, Nps.Definition, point.Value.Value),
                ]),
            ]);
        int first = Enumerable.Range(0, series.Count).First(i => series[i].Value.N > 0);
        return layout.Finish(
            data,
            Span(text, series),
            text.Semicolon,
            [$"{text.First}{text.Colon}{Said(first)}", .. first == latest ? Array.Empty<string>() : [$"{text.Latest}{text.Colon}{Said(latest)}"]],
            text.Semicolon);

        string Said(int i) =>
            $"{string.Join(", ", NpsShares(text, series[i].Value).Select(share => share.Text(text, series[i].Value.N)))} ({Named(text, series, i)})";

        void Column(int i)
        {
            Nps score = series[i].Value;
            long below = 0;
            foreach (Share share in NpsShares(text, score).Where(share => share.Count > 0))
            {
                double bottom = plot.Y((double)below / score.N), top = plot.Y((double)(below += share.Count) / score.N);
                share.Draw(
                    layout.Drawing,
                    plot.X(i) - plot.Pitch / 2 + apart / 2,
                    top,
                    plot.Pitch - apart,
                    bottom - top,
                    series.Count > TimePlot.MostTips ? null : $"{Named(text, series, i)}{text.Colon}{share.Text(text, score.N)}");
            }

            if (open.Contains(i))
            {
                layout.Drawing.Marker(MarkerShape.Ring, plot.X(i), plot.PlotTop - 6, 4, ColourRole.Primary);
            }
        }
    }

    // In the order of the answers: the score is the last less the first.
    private static Share[] NpsShares(Phrases text, Nps score) =>
    [
        new(text.Detractors, score.Detractors, ColourRole.Unfavourable, Hatch: true),
        new(text.Passives, score.Passives, ColourRole.Neutral, Hatch: false),
        new(text.Promoters, score.Promoters, ColourRole.Favourable, Hatch: false),
    ];
}
