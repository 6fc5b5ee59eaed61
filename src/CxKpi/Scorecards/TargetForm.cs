using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The form in which a target is stated.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<TargetForm>))]
public enum TargetForm
{
    /// <summary>A bound in the KPI's unit, such as an NPS of at least 40.</summary>
    Absolute,

    /// <summary>A relative change from a baseline, such as 15 % fewer contacts.</summary>
    RelativeChange,

    /// <summary>A limit that every single case, or a given share of the cases, must keep, such as every request under a minute.</summary>
    AllWithin,
}
