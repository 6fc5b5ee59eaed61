namespace CxKpi;

/// <summary>A segment in JSON: an object of its own, because a key need not be text.</summary>
internal readonly record struct Segment<TKey, TKpi>(TKey Key, TKpi Record) : IJsonRecord<Segment<TKey, TKpi>>
    where TKey : notnull
    where TKpi : struct, IKpi<TKpi>
{
    static Segment<TKey, TKpi> IJsonRecord<Segment<TKey, TKpi>>.Json(JsonMembers<Segment<TKey, TKpi>> json) => new(
        json.Any(nameof(Key), x => x.Key),
        json.Any(nameof(Record), x => x.Record));
}
