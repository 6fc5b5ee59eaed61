using System.Text;

namespace CxKpi;

/// <summary>Writes a table for a terminal, aligned, and with colour only when asked for.</summary>
internal static class TextTableWriter
{
    private const int WidestCell = 100;
    private const string Gap = "  ", Reset = "\u001b[0m";

    /// <summary>Writes the table; where it is wider than the terminal, each row becomes a few lines.</summary>
    internal static string Write(ReportTable table, bool inColour, int width = int.MaxValue)
    {
        string[][][] cells = Cells(table);
        int[] widths = Widths(table, cells);
        return Total(widths) > width ? Stacked(table, cells, inColour, width) : Aligned(table, cells, widths, inColour);
    }

    /// <summary>The number of columns of a terminal that the table takes.</summary>
    internal static int Width(ReportTable table) => Total(Widths(table, Cells(table)));

    private static string[][][] Cells(ReportTable table) =>
        [.. table.Sections.Select(section => section.Rows.Select(row => row.Select(cell => TerminalText.Clean(cell.Line)).ToArray()).ToArray())];

    private static int[] Widths(ReportTable table, string[][][] cells) => [.. table.Columns.Select((column, i) => Math.Min(
        WidestCell,
        cells.SelectMany(rows => rows).Select(row => TerminalText.Width(row[i])).Append(TerminalText.Width(TerminalText.Clean(column.Header))).Max()))];

    private static int Total(int[] widths) => widths.Sum() + Gap.Length * (widths.Length - 1);

    private static string Aligned(ReportTable table, string[][][] cells, int[] widths, bool inColour)
    {
        StringBuilder text = new();
        Line(text, [.. widths.Select((width, i) => TerminalText.Fit(TerminalText.Clean(table.Columns[i].Header), width, table.Columns[i].IsNumber))]);
        text.Append('-', Total(widths)).Append('\n');
        for (int s = 0; s < cells.Length; s++)
        {
            if (table.Sections[s].Heading is { } heading)
            {
                text.Append(TerminalText.Clean(heading)).Append('\n');
            }

            for (int r = 0; r < cells[s].Length; r++)
            {
                Line(text, [.. widths.Select((width, i) =>
                    Coloured(TerminalText.Fit(cells[s][r][i], width, table.Columns[i].IsNumber), inColour ? table.Sections[s].Rows[r][i].Tone : Tone.Plain))]);
            }
        }

        return text.ToString();
    }

    /// <summary>A few lines a row: its name, and below it each cell with the name of its column.</summary>
    private static string Stacked(ReportTable table, string[][][] cells, bool inColour, int width)
    {
        const string Indent = "  ";
        StringBuilder text = new();
        for (int s = 0; s < cells.Length; s++)
        {
            if (table.Sections[s].Heading is { } heading)
            {
                string clean = TerminalText.Clean(heading);
                text.Append(clean).Append('\n').Append('-', Math.Min(width, TerminalText.Width(clean))).Append('\n');
            }

            for (int r = 0; r < cells[s].Length; r++)
            {
                foreach (string line in TerminalText.Wrapped(cells[s][r][0], width))
                {
                    text.Append(line).Append('\n');
                }

                for (int i = 1; i < cells[s][r].Length; i++)
                {
                    Tone tone = inColour ? table.Sections[s].Rows[r][i].Tone : Tone.Plain;
                    string cell = cells[s][r][i].Length == 0 ? "" : $"{TerminalText.Clean(table.Columns[i].Header)}: {cells[s][r][i]}";
                    foreach (string line in TerminalText.Wrapped(cell, width - Indent.Length))
                    {
                        text.Append(Indent).Append(Coloured(line, tone)).Append('\n');
                    }
                }
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
