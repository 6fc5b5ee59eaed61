using System.Text;

namespace CxKpi;

/// <summary>Writes a table for a terminal, aligned, and with colour only when asked for.</summary>
internal static class TextTableWriter
{
    private const int WidestCell = 100;
    private const string Gap = "  ", Reset = "\u001b[0m";

    internal static string Write(ReportTable table, bool inColour)
    {
        string[][][] cells = [.. table.Sections.Select(section =>
            section.Rows.Select(row => row.Select(cell => TerminalText.Clean(cell.Line)).ToArray()).ToArray())];
        string[] headers = [.. table.Columns.Select(column => TerminalText.Clean(column.Header))];
        int[] widths = [.. table.Columns.Select((column, i) => Math.Min(
            WidestCell,
            cells.SelectMany(rows => rows).Select(row => TerminalText.Width(row[i])).Append(TerminalText.Width(headers[i])).Max()))];

        StringBuilder text = new();
        Line(text, [.. table.Columns.Select((column, i) => TerminalText.Fit(headers[i], widths[i], column.IsNumber))]);
        text.Append('-', widths.Sum() + Gap.Length * (widths.Length - 1)).Append('\n');
        for (int s = 0; s < cells.Length; s++)
        {
            if (table.Sections[s].Heading is { } heading)
            {
                text.Append(TerminalText.Clean(heading)).Append('\n');
            }

            for (int r = 0; r < cells[s].Length; r++)
            {
                Line(text, [.. cells[s][r].Select((cell, i) =>
                    Coloured(TerminalText.Fit(cell, widths[i], table.Columns[i].IsNumber), inColour ? table.Sections[s].Rows[r][i].Tone : Tone.Plain))]);
            }
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, string[] cells) => text.Append(string.Join(Gap, cells).TrimEnd()).Append('\n');

    private static string Coloured(string text, Tone tone) => tone switch
    {
        Tone.Good => $"\u001b[32m{text}{Reset}",
        Tone.Bad => $"\u001b[31m{text}{Reset}",
        Tone.Caution => $"\u001b[33m{text}{Reset}",
        Tone.Plain => text,
    };
}
