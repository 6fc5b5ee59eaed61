namespace CxKpi.Practices;

/// <summary>Monitoring in words.</summary>
internal static class MonitoringWords
{
    internal static string In(this ControlMethod method, Phrases words) => method switch
    {
        ControlMethod.Laney => words.LaneyMethod,
        ControlMethod.Binomial => words.BinomialMethod,
        ControlMethod.Individuals => words.IndividualsMethod,
    };

    internal static string In(this ControlSignal signal, Phrases words) => signal switch
    {
        ControlSignal.None => words.NoSignal,
        ControlSignal.Above => words.SignalAbove,
        ControlSignal.Below => words.SignalBelow,
    };

    internal static string Place(CalendarPeriod? period, int position, Phrases words) =>
        period is { } known ? words.Period(known) : words.Count(position + 1L);

    /// <summary>The periods that gave signals, or that none did.</summary>
    internal static string Signals(IReadOnlyCollection<(string Place, ControlSignal Signal)> points, Phrases words)
    {
        string text = Phrases.JoinNotEmpty(
            words.Semicolon,
            Listed(ControlSignal.Above) is { Length: > 0 } above ? words.AboveAt(above) : "",
            Listed(ControlSignal.Below) is { Length: > 0 } below ? words.BelowAt(below) : "");
        return text.Length > 0 ? text : words.NoSignalIn(points.Count);

        string Listed(ControlSignal signal) => string.Join(", ", points.Where(point => point.Signal == signal).Select(point => point.Place));
    }

    internal static string Table(string caption, string statistic, IEnumerable<ControlPoint> points, Phrases words, string summary)
    {
        NotebookTable table = new(caption, words.PeriodLabel, words.FigureLabel, statistic, words.LowerLabel, words.UpperLabel, words.SignalLabel);
        foreach (ControlPoint point in points)
        {
            table.Row(
                point.Name(words),
                words.Cell(point.Value),
                words.Cell(point.Statistic),
                words.Cell(point.Lower),
                words.Cell(point.Upper),
                point.Signal == ControlSignal.None ? "" : point.Signal.In(words));
        }

        return table.Note(summary).ToHtml();
    }
}
