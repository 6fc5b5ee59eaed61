using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The group that an answer to the question of recommendation belongs to.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<NpsGroup>))]
public enum NpsGroup
{
    /// <summary>Answers 0 to 6.</summary>
    Detractor,

    /// <summary>Answers 7 and 8.</summary>
    Passive,

    /// <summary>Answers 9 and 10.</summary>
    Promoter,
}
