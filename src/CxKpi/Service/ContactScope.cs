using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Which contacts are judged by the contacts that follow them.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<ContactScope>))]
public enum ContactScope
{
    /// <summary>Every contact is judged: an issue that needs three contacts fails twice and succeeds with the last.</summary>
    EveryContact,

    /// <summary>Only contacts that open an issue are judged, those without a contact of the same customer in the time window before: an issue that needs three
    /// contacts fails once.</summary>
    IssueStarts,
}
