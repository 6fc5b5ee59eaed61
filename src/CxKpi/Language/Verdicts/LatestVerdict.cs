using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>What a series says about its latest period.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<LatestVerdict>))]
public enum LatestVerdict
{
    /// <summary>There is no figure, or nothing to judge it by.</summary>
    Unknown,

    /// <summary>
    /// Judged by sampling error only, the interval of the change from the period before contains 0; or, with a correction for many lines, chance among
    /// them explains the figure.
    /// </summary>
    NoEvidence,

    /// <summary>The figure lies where it was expected.</summary>
    AsExpected,

    /// <summary>The figure lies on the good side of what was expected.</summary>
    Better,

    /// <summary>The figure lies on the bad side of what was expected.</summary>
    Worse,

    /// <summary>The figure lies above what was expected; the KPI has no good direction.</summary>
    Higher,

    /// <summary>The figure lies below what was expected; the KPI has no good direction.</summary>
    Lower,

    /// <summary>The figure lies above its usual range, and the history is too short to know whether the season brings that.</summary>
    MovedUp,

    /// <summary>The figure lies below its usual range, and the history is too short to know whether the season brings that.</summary>
    MovedDown,
}
