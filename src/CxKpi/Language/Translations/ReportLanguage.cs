using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The language of a report's labels, dates and numbers.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<ReportLanguage>))]
public enum ReportLanguage
{
    /// <summary>English, with decimal points.</summary>
    English,

    /// <summary>French, with decimal commas.</summary>
    French,

    /// <summary>German, with decimal commas and points between thousands.</summary>
    German,
}
