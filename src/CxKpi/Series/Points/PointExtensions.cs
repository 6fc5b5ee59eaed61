using CxKpi.Trends;

namespace CxKpi;

/// <summary>Gives series and segments as flat points, for charts of a web page, caches and dashboards.</summary>
public static class PointExtensions
{
    /// <summary>Returns one point per period, with its change from the period before where <see cref="KpiSeries{TKpi}.Changes"/> has one.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series. <see cref="KpiSeries{TKpi}.Over"/> gives it the periods of a window.</param>
    /// <param name="language">The language of the labels.</param>
    /// <param name="confidence">The confidence level of the limits, between 0 and 1, both excluded.</param>
    /// <returns>The points with the first period first; those of incomplete periods are marked.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1, or the language is not a named value.</exception>
    public static IReadOnlyList<KpiPoint> ToPoints<TKpi>(
        this KpiSeries<TKpi> series,
        ReportLanguage language = ReportLanguage.English,
        double confidence = 0.95)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(series);
        Guard.Confidence(confidence);
        Phrases words = Phrases.For(language);
        return ValueList.Of(series.Select((point, i) =>
        {
            KpiPoint own = Of(words, point.Key, point.Value, series.IsIncompleteAt(i), confidence);
            return i == 0 ? own : own.ComparedWith(series[i - 1].Value.Value, series.ChangeOf(i, i - 1, confidence), words);
        }));
    }

    /// <summary>Returns one point per window, with its change from the latest window that shares no period with it.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The windows, each of which has the label of its last period.</param>
    /// <param name="language">The language of the labels.</param>
    /// <param name="confidence">The confidence level of the limits, between 0 and 1, both excluded.</param>
    /// <returns>The points with the first window first. They begin with the first day of the window's first period.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1, or the language is not a named value.</exception>
    public static IReadOnlyList<KpiPoint> ToPoints<TKpi>(
        this RollingSeries<TKpi> series,
        ReportLanguage language = ReportLanguage.English,
        double confidence = 0.95)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(series);
        Phrases words = Phrases.For(language);
        IReadOnlyList<KeyValuePair<CalendarPeriod, Change?>> changes = series.Changes(confidence);
        return ValueList.Of(series.Select((window, i) =>
        {
            KpiPoint own = Of(words, window.Key, window.Value, series.IsIncompleteAt(i), confidence) with
            {
                Start = window.Key.Plus(1 - series.Width).Start,
            };
            return i < series.Width ? own : own.ComparedWith(series[i - series.Width].Value.Value, changes[i - series.Width].Value, words);
        }));
    }

    /// <summary>Returns one point per period of figures alone: adjusted, forecast or published ones.</summary>
    /// <param name="series">The figures.</param>
    /// <param name="language">The language of the labels.</param>
    /// <returns>The points with the first period first. They have the figure before and the difference from it, and no limits.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The language is not a named value.</exception>
    public static IReadOnlyList<KpiPoint> ToPoints(this PeriodSeries series, ReportLanguage language = ReportLanguage.English)
    {
        Guard.NotNull(series);
        Phrases words = Phrases.For(language);
        return ValueList.Of(series.Select((point, i) =>
        {
            double? previous = i > 0 ? series[i - 1].Value : null;
            bool isCompared = i > 0 && !series.IsIncompleteAt(i) && !series.IsIncompleteAt(i - 1);
            return new KpiPoint
            {
                Key = point.Key.ToString(),
                Label = words.Period(point.Key),
                Value = point.Value,
                Previous = previous,
                Change = isCompared ? point.Value - previous : null,
                IsIncomplete = series.IsIncompleteAt(i),
            }.In(point.Key);
        }));
    }

    /// <summary>Returns one point per segment, with its part in the total.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="segments">The segments.</param>
    /// <param name="previous">The segments of the period before, on other observations, from which the changes are; <see langword="null"/> for none.</param>
    /// <param name="confidence">The confidence level of the limits, between 0 and 1, both excluded.</param>
    /// <returns>The points in the order of the segments. A segment has no change where there was none of its key before, or under another rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="segments"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public static IReadOnlyList<KpiPoint> ToPoints<TKey, TKpi>(
        this Segments<TKey, TKpi> segments,
        Segments<TKey, TKpi>? previous = null,
        double confidence = 0.95)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(segments);
        Guard.Confidence(confidence);
        IReadOnlyDictionary<TKey, ShareTally> shares = segments.Shares();
        return ValueList.Of(segments.Select(segment =>
        {
            string key = TableLabel.OfKey(segment.Key);
            KpiPoint own = KpiPoint.Of(key, TableLabel.Of(key), segment.Value, confidence) with { Share = shares[segment.Key].Value };
            return previous is not null && previous.TryGetValue(segment.Key, out TKpi before)
                ? own.ComparedWith(before.Value, SoundChange.Between(segment.Value, 1, before, 1, confidence), Phrases.English)
                : own;
        }));
    }

    private static KpiPoint Of<TKpi>(Phrases words, CalendarPeriod period, TKpi kpi, bool isIncomplete, double confidence)
        where TKpi : struct, IKpi<TKpi> =>
        KpiPoint.Of(
            words,
            period.ToString(),
            words.Period(period),
            TKpi.Definition,
            KpiBasis.Of(kpi),
            kpi.Currency,
            kpi.Estimate(confidence),
            confidence).In(period) with
        { IsIncomplete = isIncomplete };
}
