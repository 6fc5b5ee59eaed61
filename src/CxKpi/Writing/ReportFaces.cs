using System.Text;

namespace CxKpi;

/// <summary>A table with sentences below it, for each output format.</summary>
internal static class ReportFaces
{
    internal static string Text(ReportTable table, IEnumerable<string> notes) =>
        $"{TerminalText.Clean(table.Caption)}\n{TextTableWriter.Write(table, inColour: false)}"
            + string.Concat(notes.Select(note => "\n" + TerminalText.Clean(note))) + "\n";

    internal static string Markdown(ReportTable table, IEnumerable<string> notes)
    {
        StringBuilder text = new();
        text.Append("**").Append(CxKpi.Markdown.Text(table.Caption)).Append("**\n\n");
        CxKpi.Markdown.Table(text, table, headingLevel: 3);
        foreach (string note in notes)
        {
            text.Append(CxKpi.Markdown.Line(note)).Append("\n\n");
        }

        return text.ToString().TrimEnd() + "\n";
    }

    internal static string Html(ReportTable table, IEnumerable<string> notes)
    {
        HtmlWriter html = new();
        html.Open("div").NewLine();
        HtmlTable.Write(html, table);
        foreach (string note in notes)
        {
            html.Open("p").Isolated(note).Close().NewLine();
        }

        return html.Close().ToString();
    }
}
