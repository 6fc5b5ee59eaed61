using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Which complaints are counted.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<ComplaintScope>))]
public enum ComplaintScope
{
    /// <summary>All complaints received count, justified or not: what customers experienced.</summary>
    All,

    /// <summary>Only complaints that the firm upheld count: what it admits. Recent complaints may be upheld later.</summary>
    UpheldOnly,
}
