namespace CxKpi.Trends;

/// <content>The series in JSON: its first period, a figure for each period, and what is known of them.</content>
public sealed partial class PeriodSeries : IJsonRecord<PeriodSeries>
{
    static PeriodSeries IJsonRecord<PeriodSeries>.Json(JsonMembers<PeriodSeries> json)
    {
        CalendarPeriod first = json.Any(nameof(First), x => x.First);
        double[] read = [.. json.OptionalValues("Values", x => Stated(x.figures)).Select(figure => figure ?? double.NaN)];
        double[] squares = [.. json.OptionalValues("SamplingVariances", x => Stated(x.variances)).Select(variance => variance ?? double.NaN)];
        double[] counts = [.. json.OptionalValues("Sizes", x => Stated(x.sizes)).Select(size => size ?? double.NaN)];
        bool isShare = json.Value(nameof(IsShare), x => x.IsShare);
        double lowest = json.Optional("Lowest", x => Finite(x.Range.Lowest)) ?? double.NegativeInfinity;
        double highest = json.Optional("Highest", x => Finite(x.Range.Highest)) ?? double.PositiveInfinity;
        (lowest, highest) = isShare ? (0, 1) : (lowest, highest);
        for (int i = 0; i < read.Length; i++)
        {
            _ = double.IsNaN(read[i]) ? read[i] : Guard.InRange(read[i], lowest, highest, At("values", i));
        }

        NotNegative(squares, read.Length, "samplingVariances");
        NotNegative(counts, read.Length, "sizes");
        if (isShare && read.Where((figure, i) => !double.IsNaN(figure) && i < counts.Length && !(counts[i] > 0)).Any())
        {
            throw json.Fault("Sizes", "must be above 0 where there is a share");
        }

        bool isFirstIncomplete = json.Value(nameof(IsFirstIncomplete), x => x.IsFirstIncomplete);
        KpiDirection direction = json.Value(nameof(Direction), x => x.Direction);
        bool isLastIncomplete = json.Value(nameof(IsLastIncomplete), x => x.IsLastIncomplete);
        return new(first, read, squares, counts, json.Incomplete(nameof(IncompleteAtStart), x => x.IncompleteAtStart, isFirstIncomplete, read.Length))
        {
            IsShare = isShare && counts.Length < read.Length ? throw json.Fault("Sizes", "must be stated for shares") : isShare,
            Range = lowest < highest ? new(lowest, highest) : throw json.Fault("Lowest", "must be below the highest figure"),
            Direction = direction,
            IncompleteAtEnd = json.Incomplete(nameof(IncompleteAtEnd), x => x.IncompleteAtEnd, isLastIncomplete, read.Length),
        };
    }

    private static double? Finite(double end) => double.IsFinite(end) ? end : null;

    private static double?[] Stated(double[] figures) => [.. figures.Select(OrNull)];

    // Empty when not known.
    private static void NotNegative(double[] stated, int length, string name)
    {
        if (stated.Length == 0)
        {
            return;
        }

        Guard.SameLength(length, stated.Length, "values", name);
        for (int i = 0; i < stated.Length; i++)
        {
            _ = double.IsNaN(stated[i]) ? stated[i] : Guard.NotNegative(stated[i], At(name, i));
        }
    }
}
