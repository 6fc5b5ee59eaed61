using System.Text.Json.Serialization;

namespace CxKpi.Practices;

/// <summary>Whether two figures move together beyond chance, which says nothing of what causes what.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<CorrelationVerdict>))]
public enum CorrelationVerdict
{
    /// <summary>There are too few pairs for a verdict, or one of the figures does not vary.</summary>
    Unknown,

    /// <summary>The limits contain 0: there is no evidence of a relation, which is not evidence that there is none.</summary>
    NoEvidence,

    /// <summary>The limits lie above 0: where one figure is higher, the other tends to be higher.</summary>
    RiseTogether,

    /// <summary>The limits lie below 0: where one figure is higher, the other tends to be lower.</summary>
    MoveApart,
}
