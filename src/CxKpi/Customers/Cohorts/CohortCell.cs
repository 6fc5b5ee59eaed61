namespace CxKpi;

/// <summary>A cell of a cohort table in JSON.</summary>
internal readonly record struct CohortCell<TKpi>(TKpi Record) : IJsonRecord<CohortCell<TKpi>>
    where TKpi : struct, IKpi<TKpi>
{
    static CohortCell<TKpi> IJsonRecord<CohortCell<TKpi>>.Json(JsonMembers<CohortCell<TKpi>> json) => new(json.Any(nameof(Record), x => x.Record));
}
