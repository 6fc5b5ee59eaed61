namespace CxKpi;

/// <summary>The language of a report's labels, dates and numbers.</summary>
public enum ReportLanguage
{
    /// <summary>English words, decimal points.</summary>
    English,

    /// <summary>French words, decimal commas.</summary>
    French,

    /// <summary>German words, decimal commas, points between thousands.</summary>
    German,
}
