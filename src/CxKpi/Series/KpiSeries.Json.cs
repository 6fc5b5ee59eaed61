namespace CxKpi;

/// <content>The series in JSON: its KPI, its unit and a point for each period.</content>
public sealed partial class KpiSeries<TKpi> : IJsonRecord<KpiSeries<TKpi>>
{
    static KpiSeries<TKpi> IJsonRecord<KpiSeries<TKpi>>.Json(JsonMembers<KpiSeries<TKpi>> json)
    {
        const string Points = "Points";
        json.Kpi<KpiSeries<TKpi>, TKpi>();
        CalendarUnit unit = json.Value(nameof(Unit), x => x.Unit);
        bool isFirstIncomplete = json.Value(nameof(IsFirstIncomplete), x => x.IsFirstIncomplete);
        bool isLastIncomplete = json.Value(nameof(IsLastIncomplete), x => x.IsLastIncomplete);
        IReadOnlyList<SeriesPoint<TKpi>> read = json.Records(
            Points,
            x => (IReadOnlyList<SeriesPoint<TKpi>>)[.. x.points.Select(point => new SeriesPoint<TKpi>(point.Key, point.Value))]);
        for (int i = 0; i < read.Count; i++)
        {
            CalendarPeriod due = i == 0 ? read[0].Period : read[i - 1].Period.Next();
            if (due.Unit != unit)
            {
                throw json.Fault(Points, $"must be periods of the unit {unit}; got {due}");
            }

            if (read[i].Period != due)
            {
                throw json.Fault(Points, $"must follow one another without a hole; {due} is due, got {read[i].Period}");
            }
        }

        return new(unit, [.. read.Select(point => KeyValuePair.Create(point.Period, point.Record))])
        {
            IncompleteAtStart = json.Incomplete(nameof(IncompleteAtStart), x => x.IncompleteAtStart, isFirstIncomplete, read.Count),
            IncompleteAtEnd = json.Incomplete(nameof(IncompleteAtEnd), x => x.IncompleteAtEnd, isLastIncomplete, read.Count),
        };
    }
}
