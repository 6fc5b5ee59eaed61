using System.Text.Json;

namespace CxKpi;

/// <summary>The JSON of share KPIs, which state their counts as members of their own.</summary>
internal static class ShareJson
{
    /// <summary>The two counts, and by how many they may be off when they were published rounded.</summary>
    internal static ShareTally Of<T>(JsonMembers<T> json, string count, string total, Func<T, ShareTally> of)
        where T : IJsonRecord<T>
    {
        long part = json.Value(count, x => of(x).Count), whole = json.Value(total, x => of(x).N);
        return new(
            Guard.Part(part, whole, JsonNamingPolicy.CamelCase.ConvertName(count), JsonNamingPolicy.CamelCase.ConvertName(total)),
            whole,
            json.OrDefault(nameof(ShareTally.RoundedBy), x => of(x).RoundedBy));
    }
}
