using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>A document of the scorecard contract.</summary>
[JsonConverter(typeof(RecordJsonConverter<ScorecardDocument>))]
internal sealed record ScorecardDocument(Scorecard Scorecard) : IJsonRecord<ScorecardDocument>
{
    internal const int Version = 4;

    static ScorecardDocument IJsonRecord<ScorecardDocument>.Json(JsonMembers<ScorecardDocument> json)
    {
        json.Contract("cxkpi.scorecard", Version);
        return new(json.Record(nameof(Scorecard), x => x.Scorecard));
    }
}
