using System.Globalization;
using System.Text;

namespace CxKpi;

/// <summary>Comma-separated values by RFC 4180. Text that a spreadsheet would run as a formula is made text; numbers stay numbers.</summary>
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

    internal static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);

    private static void Append(StringBuilder text, string field)
    {
        string safe = Starts(field) && !IsNumber(field) ? "'" + field : field;
        _ = safe.AsSpan().ContainsAny(",\"\r\n") || safe.StartsWith(' ') || safe.EndsWith(' ')
            ? text.Append('"').Append(safe.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"')
            : text.Append(safe);
    }

    // Spreadsheets skip leading blanks, and some take the full-width signs for the plain ones.
    private static bool Starts(string field) => field.AsSpan().TrimStart(" \u00A0\u3000\uFEFF\0") is [var first, ..]
        && first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';

    private static bool IsNumber(string field) =>
        double.TryParse(field, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _)
        && field.All(c => char.IsAsciiDigit(c) || c is '+' or '-' or '.' or 'e' or 'E');
}
