namespace CxKpi;

/// <summary>The change between the records of two periods, where one can be told.</summary>
internal static class SoundChange
{
    /// <summary>The change; <see langword="null"/> where a value is undefined, or the records were gathered under different rules.</summary>
    /// <remarks>A series accepts records of different rules, so showing it must not throw for them. Only the records know their rules.</remarks>
    internal static Change? Between<TKpi>(TKpi record, int days, TKpi baseline, int baselineDays, double confidence)
        where TKpi : struct, IKpi<TKpi>
    {
        try
        {
            return record.ChangeOverDays(baseline, days, baselineDays, confidence);
        }
        catch (ArgumentException error) when (error is not ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <inheritdoc cref="Between{TKpi}(TKpi, int, TKpi, int, double)"/>
    internal static Change? Between<TKpi>(CalendarPeriod period, TKpi record, CalendarPeriod before, TKpi baseline, double confidence)
        where TKpi : struct, IKpi<TKpi> =>
        Between(record, Days(period, period), baseline, Days(before, before), confidence);

    /// <summary>Whether two records with values cannot be compared.</summary>
    internal static bool IsUnsound<TKpi>(CalendarPeriod period, TKpi record, CalendarPeriod before, TKpi baseline)
        where TKpi : struct, IKpi<TKpi> =>
        record.Value is not null && baseline.Value is not null && Between(period, record, before, baseline, 0.95) is null;

    /// <summary>The number of days from the first to the last period, both included.</summary>
    internal static int Days(CalendarPeriod first, CalendarPeriod last) => PeriodCount.Days(first.Start, last.End) + 1;
}
