using System.Text;

namespace CxKpi;

/// <summary>The figures behind a chart as a table, for readers who do not see it or want to calculate with it.</summary>
/// <param name="Columns">The columns, of which the first names the rows.</param>
/// <param name="Rows">The rows, each with a cell per column.</param>
internal sealed record ChartData(IReadOnlyList<ReportColumn> Columns, IReadOnlyList<ChartCell[]> Rows)
{
    private const string Leftwards = "text-align:left", Rightwards = "text-align:right";

    /// <summary>The data of a chart that has none.</summary>
    internal static ChartData None { get; } = new([], []);

    /// <summary>A column of words.</summary>
    internal static ReportColumn Words(string header) => new(Phrases.Capitalised(header));

    /// <summary>A column of figures.</summary>
    internal static ReportColumn Figures(string header) => new(Phrases.Capitalised(header), IsNumber: true);

    /// <summary>Writes a table with little markup: a page may hold sixty charts of hundreds of periods.</summary>
    internal void Write(HtmlWriter html, string caption)
    {
        if (Rows.Count == 0)
        {
            return;
        }

        int[] kept = [.. Enumerable.Range(0, Columns.Count).Where(i => i == 0 || Rows.Any(row => !string.IsNullOrEmpty(row[i].Text)))];
        html.Open("table").Open("caption").Isolated(caption).Close().NewLine().Open("thead").Open("tr");
        foreach (int i in kept)
        {
            html.Open("th", ("scope", "col"), ("style", Columns[i].IsNumber ? Rightwards : Leftwards)).Isolated(Columns[i].Header).Close();
        }

        html.Close().Close().NewLine().Open("tbody", ("style", Rightwards));
        foreach (ChartCell[] row in Rows)
        {
            html.Open("tr").Open("th", ("scope", "row"), ("style", Leftwards)).Isolated(row[0].Text).Close();
            foreach (int i in kept.Skip(1))
            {
                html.Open("td", ("style", Columns[i].IsNumber ? null : Leftwards)).Text(row[i].Text ?? "").Close();
            }

            html.Close().NewLine();
        }

        html.Close().Close();
    }

    internal string ToCsv()
    {
        StringBuilder text = new();
        if (Rows.Count > 0)
        {
            Csv.Row(text, [.. Columns.Select(column => column.Header)]);
        }

        foreach (ChartCell[] row in Rows)
        {
            Csv.Row(text, [.. row.Select(cell => cell.Plain ?? cell.Text)]);
        }

        return text.ToString();
    }
}
