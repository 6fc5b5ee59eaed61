using System.Collections.Immutable;
using System.Globalization;
using CxKpi;
using NodaTime;

namespace LiveWindows;

/// <summary>Reads the windows and makes the scorecard of them.</summary>
/// <typeparam name="TKpi">The type of the record.</typeparam>
/// <param name="grains">Where the windows are.</param>
/// <param name="kpi">What they hold.</param>
/// <param name="settings">The calendar, and how many windows are read.</param>
/// <param name="clock">Tells which window is running.</param>
public sealed class Dashboard<TKpi>(IGrainFactory grains, LiveKpi<TKpi> kpi, LiveWindowsSettings settings, IClock clock)
    where TKpi : struct, IKpi<TKpi>
{
    /// <summary>The scorecard of this moment.</summary>
    /// <returns>For the running window and for the one before it a line of everything and one per segment, judged by the windows before.</returns>
    public async Task<Scorecard> ShowAsync()
    {
        Instant now = clock.GetCurrentInstant();
        CalendarPeriod running = settings.Calendar.Of(now), ended = running.Plus(-1);
        ImmutableArray<string> segments = await grains.GetGrain<ISegments>(0).All();
        (CalendarPeriod, TKpi)[][] read = await Task.WhenAll(segments.Select(segment => ReadAsync(segment, running)));
        KpiSeries<TKpi> total = SeriesOf(read.SelectMany(windows => windows), running);
        (string Label, KpiSeries<TKpi> Series)[] lines = [.. segments.Zip(read.Select(windows => SeriesOf(windows, running)))];

        string time = now.InZone(settings.Calendar.Zone).ToString("uuuu'-'MM'-'dd HH':'mm':'ss z", CultureInfo.InvariantCulture);
        ScorecardBuilder builder = Scorecard.Titled($"{kpi.Label} at {time}");
        foreach ((CalendarPeriod window, string heading) in new[] { (running, $"{running}, so far"), (ended, $"{ended}, ended") })
        {
            builder.Group(heading).Add(kpi.Label, Until(total), kpi.Target).Group($"{heading}: segments");
            foreach ((string label, KpiSeries<TKpi> series) in lines)
            {
                builder.Add(label, Until(series), kpi.Target);
            }

            KpiSeries<TKpi> Until(KpiSeries<TKpi> series) => series.Slice(series[0].Key, window);
        }

        return builder.Build();
    }

    private async Task<(CalendarPeriod Window, TKpi Kpi)[]> ReadAsync(string segment, CalendarPeriod running) =>
        await Task.WhenAll(Enumerable.Range(-settings.Show, settings.Show + 1).Select(running.Plus).Select(async window =>
            (window, (await grains.GetGrain<IWindow<TKpi>>(Ingest<TKpi>.KeyOf(window, segment)).Read()).Kpi)));

    // The series begins with the first window that holds something, and always reaches from the window that ended to the running one.
    private KpiSeries<TKpi> SeriesOf(IEnumerable<(CalendarPeriod Window, TKpi Kpi)> windows, CalendarPeriod running) => KpiSeries.From(
        settings.Calendar.Unit,
        [.. windows.Where(window => !window.Kpi.Equals(default)), (running.Plus(-1), default), (running, default)]);
}
