using System.Globalization;
using System.Text;

namespace CxKpi;

/// <summary>Writes comma-separated values by RFC 4180. Text that a spreadsheet would run as a formula is escaped; numbers stay numbers.</summary>
internal static class Csv
{
    internal static void Row(StringBuilder text, params ReadOnlySpan<string?> fields)
    {
        for (int i = 0; i < fields.Length; i++)
        {
            _ = i > 0 ? text.Append(',') : text;
            Append(text, fields[i] ?? "");
        }

        text.Append("\r\n");
    }

    internal static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The names of flags; empty without one. It stays in one cell, where a comma would begin another in careless readers.</summary>
    internal static string Flags<T>(T? flags)
        where T : struct, Enum =>
        flags is { } set && !EqualityComparer<T>.Default.Equals(set, default) ? set.ToString().Replace(", ", " ", StringComparison.Ordinal) : "";

    internal static string? Count(long? count) => count is { } known ? Count(known) : null;

    internal static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);

    private static void Append(StringBuilder text, string field)
    {
        string safe = IsNumber(field) ? field : Inert(field);
        _ = safe.AsSpan().ContainsAny(",\"\r\n") || safe.StartsWith(' ') || safe.EndsWith(' ')
            ? text.Append('"').Append(safe.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"')
            : text.Append(safe);
    }

    // Where the separator is a semicolon or a tab, quotes within a row protect nothing: a cell begins after each separator and after each line break.
    private static string Inert(string field)
    {
        StringBuilder inert = new(field);
        int? begin = 0;
        for (int i = 0; i < inert.Length; i++)
        {
            char c = inert[i];
            if (c is ';' or '\t' or '\r' or '\n')
            {
                begin = i + 1;
            }
            else if (begin is { } at && !IsSkipped(c))
            {
                begin = null;
                if (IsSign(c))
                {
                    inert.Insert(at, '\'');
                    i++;
                }
            }
        }

        return inert.ToString();
    }

    private static bool IsSkipped(char c) =>
        c == '"' || char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format;

    // Some spreadsheets take the full-width signs for the plain ones.
    private static bool IsSign(char c) => c is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠';

    private static bool IsNumber(string field) =>
        double.TryParse(field, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _)
        && field.All(c => char.IsAsciiDigit(c) || c is '+' or '-' or '.' or 'e' or 'E');
}
