namespace CxKpi;

/// <summary>The rules of subscriptions and the parts of their movements in words.</summary>
internal static class SubscriptionWords
{
    internal static string In(this SubscriptionEnd end, Phrases words) => end switch
    {
        SubscriptionEnd.FirstDayGone => words.EndIsFirstDayGone,
        SubscriptionEnd.LastPaidDay => words.EndIsLastPaidDay,
    };

    internal static string In(SubscriptionRules rules, Phrases words) => Phrases.JoinNotEmpty(
        words.Semicolon,
        rules.End.In(words),
        rules.LongestGap == 0 ? words.AnyGapIsChurn : words.GapIsNoChurn(rules.LongestGap),
        rules.TrialsAreCustomers ? words.TrialsAreCustomers : words.TrialsAreLeftOut,
        rules.Currency is { } currency ? words.ConvertedInto(currency) : "");

    /// <summary>The rows that were left out, with the reasons; empty when there are none.</summary>
    internal static string LeftOut(IReadOnlyList<LeftOutCount> rows, Phrases words) =>
        rows.Count == 0 ? "" : words.RowsLeftOut(string.Join(", ", rows.Select(words.LeftOut)));

    /// <summary>The parts of the movements in the order in which they add up.</summary>
    internal static (string Label, decimal Amount)[] Parts(RevenueMovements revenue, Phrases words) =>
    [
        (words.OpeningLabel, revenue.Opening),
        (words.NewRevenueLabel, revenue.Acquired),
        (words.ReactivatedRevenueLabel, revenue.Reactivated),
        (words.ExpansionLabel, revenue.Expansion),
        (words.ContractionLabel, revenue.Contraction),
        (words.ChurnedRevenueLabel, revenue.Churned),
        (words.ClosingLabel, revenue.Closing),
    ];
}
