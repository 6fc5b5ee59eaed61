using System.Globalization;

namespace CxKpi;

/// <content>Evidence: what was counted, and what follows from it.</content>
internal static partial class Faces
{
    private static string? OfTally(object result) => result switch
    {
        ShareTally tally => new NotebookTable("Share")
            .Fact("count", Words.Count(tally.Count)).Fact("total", Words.Count(tally.Total))
            .Fact("value", Value(tally.Value)).ToHtml(),
        NetTally tally => new NotebookTable("Net score")
            .Fact("positive", Words.Count(tally.Positive)).Fact("neutral", Words.Count(tally.Neutral)).Fact("negative", Words.Count(tally.Negative))
            .Fact("total", Words.Count(tally.Total)).Fact("value", Value(tally.Value)).ToHtml(),
        MeanTally tally => new NotebookTable("Mean")
            .Fact("count", Words.Count(tally.Count)).Fact("sum", Number(tally.Sum))
            .Fact("value", Value(tally.Value)).Fact("standard deviation", Number(tally.StandardDeviation)).ToHtml(),
        RatioTally tally => new NotebookTable("Ratio of totals")
            .Fact("rows", Words.Count(tally.Rows)).Fact("numerator", Number(tally.Numerator)).Fact("denominator", Number(tally.Denominator))
            .Fact("value", Value(tally.Value)).ToHtml(),
        RateTally tally => new NotebookTable("Rate")
            .Fact("events", Words.Count(tally.Events)).Fact("exposure", Number(tally.Exposure))
            .Fact("value", Value(tally.Value)).ToHtml(),
        WeightedTally tally => new NotebookTable("Weighted mean")
            .Fact("count", Words.Count(tally.Count)).Fact("weights", Number(tally.Weights)).Fact("value", Value(tally.Value))
            .Fact("effective n", Number(tally.KishEffectiveN)).Fact("design effect", Number(tally.DesignEffect)).ToHtml(),
        DurationTally tally => new NotebookTable("Mean duration")
            .Fact("count", Words.Count(tally.Count)).Fact("total", Seconds((double)tally.Seconds.Numerator)).Fact("average", Seconds(tally.Value)).ToHtml(),
        DurationSample sample => new NotebookTable("Durations")
            .Fact("count", Words.Count(sample.Count)).Fact("still open", Words.Count(sample.Open))
            .Fact("shortest", Seconds(sample.Shortest?.TotalSeconds)).Fact("median", Seconds(sample.Median?.TotalSeconds)).Fact("longest", Seconds(sample.Longest?.TotalSeconds)).ToHtml(),
        Funnel funnel => Of(funnel),
        _ => null,
    };

    private static string Of(Funnel funnel)
    {
        NotebookTable table = new("Funnel", "step", "count", "of the step before", "of the first step");
        for (int i = 0; i < funnel.Steps.Length; i++)
        {
            table.Row(
                funnel.Steps[i],
                Words.Count(funnel.Counts[i]),
                i == 0 ? "" : Value(funnel.StepConversion(i)),
                i == 0 ? "" : Value(new FunnelConversion(funnel.Counts[i], funnel.Counts[0])));
        }

        return table.ToHtml();
    }

    private static string Value(double? value) => Number(value) ?? "undefined";

    private static string Value(FunnelConversion conversion) => conversion.ToString("V", CultureInfo.InvariantCulture);

    private static string? Seconds(double? seconds) => seconds is { } known ? KpiText.Value(KpiUnit.Seconds, known, CultureInfo.InvariantCulture) : null;
}
