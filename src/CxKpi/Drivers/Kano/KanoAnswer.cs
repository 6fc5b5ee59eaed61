using System.Text.Json.Serialization;

namespace CxKpi.Practices;

/// <summary>The answers to "how do you feel if the feature is there?", and to "how do you feel if it is not?".</summary>
[JsonConverter(typeof(EnumNameJsonConverter<KanoAnswer>))]
public enum KanoAnswer
{
    /// <summary>I like it that way.</summary>
    Like,

    /// <summary>It must be that way.</summary>
    MustBe,

    /// <summary>I am neutral.</summary>
    Neutral,

    /// <summary>I can live with it that way.</summary>
    LiveWith,

    /// <summary>I dislike it that way.</summary>
    Dislike,
}
