using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>What became of a contact within a <see cref="RepeatWindow"/>.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<RepeatOutcome>))]
public enum RepeatOutcome
{
    /// <summary>The contact is not judged; it only counts as a contact that follows others.</summary>
    NotJudged,

    /// <summary>The contact follows another one within the window, and only contacts that open an issue are judged.</summary>
    FollowUp,

    /// <summary>The contact cannot be judged and is left out of the base: the log does not cover the whole window after it or, where only contacts that open an
    /// issue are judged, before it.</summary>
    Pending,

    /// <summary>No further contact came within the window, so the issue is taken as resolved.</summary>
    NoRepeat,

    /// <summary>A further contact came within the window, so the issue is taken as not resolved.</summary>
    Repeat,
}
