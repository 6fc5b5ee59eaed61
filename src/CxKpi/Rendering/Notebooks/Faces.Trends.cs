using CxKpi.Trends;

namespace CxKpi;

/// <content>Series and what is found in them.</content>
internal static partial class Faces
{
    private static string? OfTrend(object result) => result switch
    {
        PeriodSeries series => Of(series),
        _ => null,
    };

    private static string Of(PeriodSeries series)
    {
        NotebookTable table = new(series.IsLastIncomplete ? "Figures by period; the last one is incomplete" : "Figures by period", "period", "figure");
        foreach ((CalendarPeriod period, double? figure) in series)
        {
            table.Row(Words.Period(period), Number(figure) ?? "");
        }

        return table.ToHtml();
    }
}
