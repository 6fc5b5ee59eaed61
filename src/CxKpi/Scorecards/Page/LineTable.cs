using System.Globalization;

namespace CxKpi;

/// <summary>The lines of a report as a table: value over interval, history, change with its reason, a bullet, target and base.</summary>
internal sealed class LineTable
{
    private readonly Phrases words;
    private readonly CalendarPeriod? period, before;
    private readonly Column[] columns;

    /// <param name="all">All lines of the report, which decide on the columns.</param>
    /// <param name="words">The words.</param>
    internal LineTable(IReadOnlyList<ScorecardLine> all, Phrases words)
    {
        this.words = words;
        period = LineWords.Common(all.Select(line => line.Period));
        before = LineWords.Common(all.Where(line => line.Previous is not null).Select(line => line.Previous!.Period));
        columns =
        [
            .. new Column[]
            {
                new("cx-value", period is { } one ? words.Period(one) : words.ValueColumn, Value),
                new("cx-history", words.HistoryColumn, (html, line) => html.Raw(LineMarks.Sparkline(line, 132, 30))),
                new("cx-change", before is { } then ? $"{words.ChangeColumn} {words.From(words.Period(then))}" : words.ChangeColumn, Change),
                new("cx-interval", words.ValueAndTargetColumn, (html, line) => html.Raw(LineMarks.Bullet(line, 170, 26))),
                new("cx-target", words.TargetColumn, (html, line) => Cell(html, LineParts.Target(line, words))),
                new("cx-base", words.BaseColumn, (html, line) => html.Isolated(line.BaseIn(words))),
            }.Where(column => all.Any(line => column.Has(line))),
        ];
    }

    internal void Write(HtmlWriter html, IReadOnlyList<ScorecardLine> lines, bool withGroups)
    {
        html.Open("table", ("class", "cx-lines")).NewLine();
        html.Element("caption", words.KpisHeading, ("class", "cx-hidden")).NewLine();
        html.Open("thead").Open("tr").Element("th", words.KpiColumn, ("scope", "col"));
        foreach (Column column in columns)
        {
            html.Element("th", column.Header, ("scope", "col"), ("class", column.Class));
        }

        html.Close().Close().NewLine().Open("tbody").NewLine();
        string? group = null;
        foreach (ScorecardLine line in lines)
        {
            if (withGroups && line.Group is { } own && !string.Equals(own, group, StringComparison.Ordinal))
            {
                html.Close().NewLine().Open("tbody").NewLine().Open("tr", ("class", "cx-group"))
                    .Open("th", ("scope", "rowgroup"), ("colspan", (columns.Length + 1).ToString(CultureInfo.InvariantCulture)))
                    .Isolated(own).Close().Close().NewLine();
            }

            group = line.Group;
            Row(html, line);
        }

        html.Close().Close().NewLine();
    }

    /// <summary>A change or a target: what counts in its colour, and the rest in grey.</summary>
    internal static void Cell(HtmlWriter html, ReportCell cell)
    {
        if (!string.IsNullOrEmpty(cell.Text))
        {
            html.Element("bdi", cell.Text, ("class", HtmlTable.ToneClass(cell.Tone)));
        }

        if (!string.IsNullOrEmpty(cell.Because))
        {
            html.Text(" ").Element("bdi", cell.Because, ("class", "cx-extra"));
        }
    }

    private void Row(HtmlWriter html, ScorecardLine line)
    {
        html.Open("tr").Open("th", ("scope", "row"));
        html.Isolated(words.Named(words.Label(line.Label, line.Definition), line.Definition, line.Basis));
        if (LineWords.Warning(line, words) is { Length: > 0 } warning)
        {
            html.Text(" ").Element("span", warning, ("class", "cx-extra cx-caution"));
        }

        Details(html, line);
        html.Close();
        foreach (Column column in columns)
        {
            html.Open("td", ("class", column.Has(line) ? column.Class : column.Class + " cx-none"));
            column.Write(html, line);
            html.Close();
        }

        html.Close().NewLine();
    }

    private void Value(HtmlWriter html, ScorecardLine line)
    {
        html.Element("bdi", line.ValueIn(words), ("class", "cx-big"));
        string interval = line.IntervalIn(words);
        if (interval.Length > 0)
        {
            html.Text(" ").Element("bdi", interval, ("class", "cx-extra"));
        }

        if (period is null && line.Period is { } own)
        {
            html.Text(" ").Element("span", words.Period(own), ("class", "cx-extra"));
        }
    }

    private void Change(HtmlWriter html, ScorecardLine line)
    {
        Cell(html, LineParts.Change(line, words));
        if (before is null && line.Previous?.Period is { } then)
        {
            html.Text(" ").Element("span", words.From(words.Period(then)), ("class", "cx-extra"));
        }
    }

    /// <summary>What a reader asks for second: the change from last year, the trend, the benchmark and the author's note.</summary>
    private void Details(HtmlWriter html, ScorecardLine line)
    {
        html.Open("details").Element("summary", words.MoreLabel).Open("dl");
        foreach ((string label, ReportCell cell) in LineWords.Details(line, words))
        {
            if (!cell.IsEmpty)
            {
                html.Open("div").Element("dt", label).Open("dd").Isolated(Phrases.JoinNotEmpty(", ", cell.Line, cell.Extra ?? "")).Close().Close();
            }
        }

        html.Close().Close();
    }

    private sealed record Column(string Class, string Header, Action<HtmlWriter, ScorecardLine> Write)
    {
        internal bool Has(ScorecardLine line) => Class switch
        {
            "cx-history" => LineMarks.HasHistory(line),
            "cx-change" => line.Judgement is not null || line.Previous?.Change is not null,
            "cx-interval" => line.Estimate is { Lower: not null, Upper: not null },
            "cx-target" => line.Target is not null,
            _ => true,
        };
    }
}
