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
        CustomerFlow flow => new NotebookTable("Customer flow")
            .Fact("at the start", Words.Count(flow.AtStart)).Fact("lost", Words.Count(flow.Lost)).Fact("acquired", Words.Count(flow.Acquired))
            .Fact("back again", Words.Count(flow.Reactivated)).Fact("at the end", Words.Count(flow.AtEnd)).ToHtml(),
        QueueTally queue => new NotebookTable("Contacts in a queue")
            .Fact("offered", Words.Count(queue.Offered)).Fact("answered", Words.Count(queue.Answered)).Fact("answered in time", Words.Count(queue.AnsweredInTime))
            .Fact("abandoned", Words.Count(queue.Abandoned)).Fact("abandoned in time", Words.Count(queue.AbandonedInTime)).Fact("flowed out", Words.Count(queue.FlowOuts))
            .Note(queue.Thresholds.ToString()).ToHtml(),
        AaporOutcomes outcomes => Of(outcomes),
        CompositeScore score => Of(score),
        _ => null,
    };

    private static string Of(AaporOutcomes outcomes) => new NotebookTable("Outcomes of a survey (AAPOR)")
        .Fact("complete", Words.Count(outcomes.Complete)).Fact("partial", Words.Count(outcomes.Partial)).Fact("refused", Words.Count(outcomes.Refused))
        .Fact("not contacted", Words.Count(outcomes.NotContacted)).Fact("other", Words.Count(outcomes.Other)).Fact("unknown", Words.Count(outcomes.Unknown))
        .Fact("response rate 1", Share(outcomes.ResponseRate1)).Fact("response rate 2", Share(outcomes.ResponseRate2))
        .Fact("response rate 5", Share(outcomes.ResponseRate5)).Fact("response rate 6", Share(outcomes.ResponseRate6)).ToHtml();

    internal static string Of(CompositeScore score)
    {
        NotebookTable table = new($"Composite score: {Value(score.Value)}", "part", "value", "weight");
        foreach (CompositePart part in score.Parts)
        {
            table.Row(part.Name, Value(part.Value), Value(part.Weight));
        }

        return table.ToHtml();
    }

    internal static string Of(Funnel funnel)
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

    private static string Share(ShareTally share) => share.Value is { } known ? Words.Percent(known) : "undefined";

    private static string Value(double? value) => Number(value) ?? "undefined";

    private static string Value(FunnelConversion conversion) => conversion.ToString("V", CultureInfo.InvariantCulture);

    private static string? Seconds(double? seconds) => seconds is { } known ? KpiText.Value(KpiUnit.Seconds, known, CultureInfo.InvariantCulture) : null;
}
