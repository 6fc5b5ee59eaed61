namespace CxKpi;

/// <summary>Puts records, estimates or changes into one table, a row each.</summary>
/// <remarks>
/// A <see cref="KpiTable"/> shows itself in a notebook, and as text, Markdown, CSV and HTML. Rows are labelled by the keys of a dictionary or a series, and
/// otherwise numbered from 1.
/// </remarks>
public static class KpiTableExtensions
{
    /// <summary>Creates a table of records, numbered from 1.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="records">The records.</param>
    /// <param name="language">The language of the table.</param>
    /// <param name="confidence">The confidence level of the intervals, between 0 and 1, both excluded.</param>
    /// <returns>The table, with value, interval and base of each record; its caption is the name of the KPI.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="records"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1, or the language is not a named value.</exception>
    public static KpiTable ToTable<TKpi>(this IEnumerable<TKpi> records, ReportLanguage language = ReportLanguage.English, double confidence = 0.95)
        where TKpi : struct, IKpi<TKpi> => Numbered(Guard.NotNull(records)).ToTable(language, confidence);

    /// <summary>Creates a table of records by name, such as those of a dictionary.</summary>
    /// <typeparam name="TKey">The type of the keys, whose texts are the labels; periods are written in the language of the table.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="records">The records.</param>
    /// <param name="language">The language of the table.</param>
    /// <param name="confidence">The confidence level of the intervals, between 0 and 1, both excluded.</param>
    /// <returns>The table, with value, interval and base of each record; its caption is the name of the KPI.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="records"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1, or the language is not a named value.</exception>
    public static KpiTable ToTable<TKey, TKpi>(
        this IEnumerable<KeyValuePair<TKey, TKpi>> records,
        ReportLanguage language = ReportLanguage.English,
        double confidence = 0.95)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.Defined(language);
        Guard.Confidence(confidence);
        return KpiTable.About<TKpi>(
            language,
            Guard.NotNull(records).Select(record => KpiTable.Row(Label(record.Key), record.Value, null, confidence) with { Period = PeriodOf(record.Key) }));
    }

    /// <summary>Creates a table of estimates, numbered from 1.</summary>
    /// <param name="estimates">The estimates; <see langword="null"/> for a value that is undefined.</param>
    /// <param name="language">The language of the table.</param>
    /// <returns>The table, with value, interval and number of observations of each.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="estimates"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The language is not a named value.</exception>
    public static KpiTable ToTable(this IEnumerable<Estimate?> estimates, ReportLanguage language = ReportLanguage.English) =>
        Numbered(Guard.NotNull(estimates)).ToTable(language);

    /// <inheritdoc cref="ToTable(IEnumerable{Estimate?}, ReportLanguage)"/>
    public static KpiTable ToTable(this IEnumerable<Estimate> estimates, ReportLanguage language = ReportLanguage.English) =>
        Guard.NotNull(estimates).Select(estimate => (Estimate?)estimate).ToTable(language);

    /// <summary>Creates a table of estimates by name.</summary>
    /// <typeparam name="TKey">The type of the keys, whose texts are the labels; periods are written in the language of the table.</typeparam>
    /// <param name="estimates">The estimates; <see langword="null"/> for a value that is undefined.</param>
    /// <param name="language">The language of the table.</param>
    /// <returns>The table, with value, interval and number of observations of each.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="estimates"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The language is not a named value.</exception>
    public static KpiTable ToTable<TKey>(this IEnumerable<KeyValuePair<TKey, Estimate?>> estimates, ReportLanguage language = ReportLanguage.English)
    {
        KeyValuePair<TKey, Estimate?>[] all = [.. Guard.NotNull(estimates)];
        return Of(all, words => words.EstimatesCaption, estimate => estimate?.Unit, _ => KpiDirection.Neutral, language, (row, estimate) => row with
        {
            Currency = estimate?.Currency,
            Estimate = estimate,
        });
    }

    /// <inheritdoc cref="ToTable{TKey}(IEnumerable{KeyValuePair{TKey, Estimate?}}, ReportLanguage)"/>
    public static KpiTable ToTable<TKey>(this IEnumerable<KeyValuePair<TKey, Estimate>> estimates, ReportLanguage language = ReportLanguage.English) =>
        Guard.NotNull(estimates).Select(estimate => KeyValuePair.Create(estimate.Key, (Estimate?)estimate.Value)).ToTable(language);

    /// <summary>Creates a table of changes, numbered from 1.</summary>
    /// <param name="changes">The changes; <see langword="null"/> where there is none.</param>
    /// <param name="language">The language of the table.</param>
    /// <returns>The table, with the difference and its limits, and the verdict of sampling error alone unless the changes are between periods.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="changes"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The language is not a named value.</exception>
    public static KpiTable ToTable(this IEnumerable<Change?> changes, ReportLanguage language = ReportLanguage.English) =>
        Numbered(Guard.NotNull(changes)).ToTable(language);

    /// <inheritdoc cref="ToTable(IEnumerable{Change?}, ReportLanguage)"/>
    public static KpiTable ToTable(this IEnumerable<Change> changes, ReportLanguage language = ReportLanguage.English) =>
        Guard.NotNull(changes).Select(change => (Change?)change).ToTable(language);

    /// <summary>Creates a table of changes by name, such as those between the periods of a series.</summary>
    /// <typeparam name="TKey">The type of the keys, whose texts are the labels; periods are written in the language of the table.</typeparam>
    /// <param name="changes">The changes; <see langword="null"/> where there is none.</param>
    /// <param name="language">The language of the table.</param>
    /// <returns>The table, with the difference and its limits, and the verdict of sampling error alone unless the changes are between periods.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="changes"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The language is not a named value.</exception>
    public static KpiTable ToTable<TKey>(this IEnumerable<KeyValuePair<TKey, Change?>> changes, ReportLanguage language = ReportLanguage.English)
    {
        KeyValuePair<TKey, Change?>[] all = [.. Guard.NotNull(changes)];
        return Of(
            all,
            words => words.ChangesCaption,
            change => change?.Unit,
            change => change?.Direction ?? KpiDirection.Neutral,
            language,
            (row, change) => row with { Currency = change?.Currency, Change = change });
    }

    /// <inheritdoc cref="ToTable{TKey}(IEnumerable{KeyValuePair{TKey, Change?}}, ReportLanguage)"/>
    public static KpiTable ToTable<TKey>(this IEnumerable<KeyValuePair<TKey, Change>> changes, ReportLanguage language = ReportLanguage.English) =>
        Guard.NotNull(changes).Select(change => KeyValuePair.Create(change.Key, (Change?)change.Value)).ToTable(language);

    private static KpiTable Of<TKey, T>(
        KeyValuePair<TKey, T>[] all,
        Func<Phrases, string> caption,
        Func<T, KpiUnit?> unit,
        Func<T, KpiDirection> direction,
        ReportLanguage language,
        Func<KpiTableRow, T, KpiTableRow> fill)
    {
        Guard.Defined(language);
        return KpiTable.About(PlainDefinitions.Named(caption, null), language, all.Select(pair => fill(
            new(PlainDefinitions.Named(caption, unit(pair.Value), direction(pair.Value)))
            {
                Label = Label(pair.Key),
                Period = PeriodOf(pair.Key),
            },
            pair.Value)));
    }

    private static IEnumerable<KeyValuePair<int, T>> Numbered<T>(IEnumerable<T> items) => items.Select((item, i) => KeyValuePair.Create(i + 1, item));

    private static string Label<TKey>(TKey key) => TableLabel.Of(TableLabel.OfKey(key));

    private static CalendarPeriod? PeriodOf<TKey>(TKey key) => key is CalendarPeriod period ? period : null;
}
