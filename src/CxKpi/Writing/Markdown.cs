using System.Globalization;
using System.Text;

namespace CxKpi;

/// <summary>Writes Markdown with tables, as code hosts render it.</summary>
internal static class Markdown
{
    /// <summary>The text with everything escaped that would format, link, or open a tag or a column.</summary>
    internal static string Text(string text)
    {
        StringBuilder escaped = new(text.Length + 8);
        int last = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool closesScheme = rune.Value == '/' && last == ':';
            last = rune.Value;
            _ = rune.Value switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '#' or '$' or '!' => escaped.Append('\\').Append((char)rune.Value),

                // Bare addresses become links by themselves: scheme://, www. and name@host.
                '/' when closesScheme => escaped.Append("&#47;"),
                '@' => escaped.Append("&#64;"),
                '.' when EndsWithWww(escaped) => escaped.Append("&#46;"),
                '\t' or '\n' or '\r' or 0x2028 or 0x2029 => escaped.Append(' '),
                _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control => escaped.Append('\uFFFD'),
                _ => escaped.Append(rune.ToString()),
            };
        }

        return escaped.ToString().Trim();
    }

    /// <summary>The text as a line of its own, whose beginning does not open a list either.</summary>
    internal static string Line(string text)
    {
        string line = Text(text);
        int digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        bool isNumbered = digits > 0 && line[digits] is '.' or ')';
        return line.StartsWith('-') || line.StartsWith('+') || line.StartsWith('=') ? "\\" + line
            : isNumbered ? line.Insert(digits, "\\")
            : line;
    }

    internal static void Table(StringBuilder text, ReportTable table, int headingLevel)
    {
        foreach (ReportSection section in table.Sections)
        {
            if (section.Heading is { } heading)
            {
                text.Append('#', headingLevel).Append(' ').Append(Text(heading)).Append("\n\n");
            }

            Row(text, table.Columns.Select(column => Text(column.Header)));
            Row(text, table.Columns.Select(column => column.IsNumber ? "---:" : "---"));
            foreach (ReportCell[] row in section.Rows)
            {
                Row(text, row.Select(cell => Text(cell.Line)));
            }

            text.Append('\n');
        }
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static bool EndsWithWww(StringBuilder text) =>
        text.Length >= 3 && (text[^1] | 0x20) == 'w' && (text[^2] | 0x20) == 'w' && (text[^3] | 0x20) == 'w';
}
