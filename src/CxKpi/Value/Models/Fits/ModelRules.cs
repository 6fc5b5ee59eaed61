namespace CxKpi.Value;

/// <summary>The rules of models, their histories and what they foretell, in words.</summary>
internal static class ModelRules
{
    internal static string In(this RefundPolicy policy, Phrases words) => policy switch
    {
        RefundPolicy.Net => words.RefundsAreNet,
        RefundPolicy.Ignore => words.RefundsAreIgnored,
        RefundPolicy.DropRefundedPurchases => words.RefundedPurchasesAreNone,
    };

    internal static string In(this PurchaseTiming timing, CalendarUnit unit, Phrases words) => timing switch
    {
        PurchaseTiming.AnyDay => words.TimeIn(unit),
        PurchaseTiming.Opportunities => words.OneOpportunity(unit),
    };

    internal static string In(this ValueTiming timing, Phrases words) => timing switch
    {
        ValueTiming.EndOfMonth => words.AtEndOfMonth,
        ValueTiming.MiddleOfMonth => words.AtMiddleOfMonth,
    };

    internal static KpiRule Time(HistoryClock clock) => KpiRule.Of(nameof(Time), words => clock.Timing.In(clock.Unit, words));

    /// <summary>What the times of a model count; <see langword="null"/> where it has none.</summary>
    internal static KpiRule? Time(object? model) => model is IPurchaseModel known ? Time(new HistoryClock(known.Unit, known.Timing)) : null;

    internal static string Line(IReadOnlyList<KpiRule> rules, Phrases words) =>
        Phrases.Capitalised(string.Join(words.Semicolon, rules.Select(rule => rule.In(words.Language)))) + ".";
}
