namespace CxKpi;

/// <summary>A row's name where the data may have none.</summary>
internal static class TableLabel
{
    internal static string Of(string? text) => string.IsNullOrWhiteSpace(text) ? "–" : text;
}
