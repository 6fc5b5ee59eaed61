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
    /// <param name="html">The writer.</param>
    /// <param name="caption">The caption.</param>
    /// <param name="isStyled">Whether a style sheet around it aligns <c>cx-data</c>; otherwise the table says itself how it stands in its host.</param>
    internal void Write(HtmlWriter html, string caption, bool isStyled)
    {
        if (Rows.Count == 0)
        {
            return;
        }

        int[] kept = [.. Enumerable.Range(0, Columns.Count).Where(i => i == 0 || Rows.Any(row => !string.IsNullOrEmpty(row[i].Text)))];
        string? left = isStyled ? null : Leftwards, right = isStyled ? null : Rightwards, unstriped = isStyled ? null : "background:transparent";
        html.Open("table", ("class", isStyled ? "cx-data" : null)).Open("caption").Isolated(caption).Close().NewLine();
        html.Open("thead").Open("tr", ("style", unstriped));
        foreach (int i in kept)
        {
            html.Open("th", ("scope", "col"), ("style", Columns[i].IsNumber ? right : Leftwards));
            _ = IsPlain(Columns[i].Header) ? html.Text(Columns[i].Header) : html.Isolated(Columns[i].Header);
            html.Close();
        }

        html.Close().Close().NewLine().Open("tbody");
        foreach (ChartCell[] row in Rows)
        {
            html.Open("tr", ("style", unstriped)).Open("th", ("scope", "row"), ("style", left));
            _ = IsPlain(row[0].Text) ? html.Text(row[0].Text) : html.Isolated(row[0].Text);
            html.Close();
            foreach (int i in kept.AsSpan(1))
            {
                html.Open("td", ("style", Columns[i].IsNumber ? right : Leftwards)).Text(row[i].Text ?? "").Close();
            }

            html.Close();
        }

        html.Close().Close();
    }

    // Letters that are written from left to right, figures and signs cannot turn what stands beside them.
    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '\u024F');

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
