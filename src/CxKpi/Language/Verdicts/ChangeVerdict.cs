using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>What a change means for a KPI, given its direction.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<ChangeVerdict>))]
public enum ChangeVerdict
{
    /// <summary>The evidence does not show how much the values vary, so no verdict is possible.</summary>
    Unknown,

    /// <summary>The interval contains zero: there is no evidence of a change, which is not evidence that there is none.</summary>
    NoEvidence,

    /// <summary>The KPI changed in its good direction.</summary>
    Better,

    /// <summary>The KPI changed in its bad direction.</summary>
    Worse,

    /// <summary>A KPI without a good direction rose.</summary>
    Higher,

    /// <summary>A KPI without a good direction fell.</summary>
    Lower,
}
