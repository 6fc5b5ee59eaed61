namespace CxKpi;

/// <summary>Records and estimates in the words and numbers of charts.</summary>
internal static class ChartPhrases
{
    /// <summary>A record's value, with its currency when it has one.</summary>
    internal static string ValueOf<TKpi>(this Phrases words, TKpi record)
        where TKpi : struct, IKpi<TKpi> => record.Value is { } value ? words.ValueInChart(TKpi.Definition, value, record.Currency) : words.NoData;

    /// <summary>The limits, named with their confidence, or the statement that the evidence gives none.</summary>
    internal static string IntervalOf(this Phrases words, KpiDefinition definition, Estimate estimate) => (estimate.Lower, estimate.Upper) is (null, null)
        ? words.NoInterval
        : words.IntervalWithLimits(words.IntervalAt(estimate.Confidence), words.RangeInChart(definition, estimate.Lower, estimate.Upper));
}
