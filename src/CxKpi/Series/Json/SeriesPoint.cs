namespace CxKpi;

/// <summary>A period of a series in JSON.</summary>
internal readonly record struct SeriesPoint<TKpi>(CalendarPeriod Period, TKpi Record) : IJsonRecord<SeriesPoint<TKpi>>
    where TKpi : struct, IKpi<TKpi>
{
    static SeriesPoint<TKpi> IJsonRecord<SeriesPoint<TKpi>>.Json(JsonMembers<SeriesPoint<TKpi>> json) => new(
        json.Any(nameof(Period), x => x.Period),
        json.Any(nameof(Record), x => x.Record));
}
