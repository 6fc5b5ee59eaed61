namespace CxKpi;

/// <content>Segments in JSON: their KPI, and a key and a record for each.</content>
public sealed partial class Segments<TKey, TKpi> : IJsonRecord<Segments<TKey, TKpi>>
{
    static Segments<TKey, TKpi> IJsonRecord<Segments<TKey, TKpi>>.Json(JsonMembers<Segments<TKey, TKpi>> json)
    {
        const string Each = "Segments";
        json.Kpi<Segments<TKey, TKpi>, TKpi>();
        Dictionary<TKey, TKpi> read = [];
        foreach ((TKey key, TKpi record) in json.Records(
            Each,
            x => (IReadOnlyList<Segment<TKey, TKpi>>)[.. x.Select(segment => new Segment<TKey, TKpi>(segment.Key, segment.Value))]))
        {
            if (!read.TryAdd(key, record))
            {
                throw json.Fault(Each, $"must have a key of their own each; {TableLabel.OfKey(key)} occurs twice");
            }
        }

        return new(read);
    }
}
