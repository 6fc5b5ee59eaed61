using NodaTime;
using NodaTime.Text;

namespace CxKpi;

/// <summary>The windows, thresholds and bases of service KPIs in words. One that is not stated is no rule.</summary>
internal static class ServiceRules
{
    internal static KpiRule? Window(RepeatWindow window) => window == default ? null : KpiRule.Of(nameof(Window), words => In(window, words));

    internal static KpiRule? NoRepeat(Duration? window) => window is { } known
        ? KpiRule.Of("RepeatWindow", words => words.NoRepeat(words.WithinWait(words.Exactly(known))))
        : null;

    internal static KpiRule? ShortAbandons(Duration? upTo) =>
        upTo is { } known ? KpiRule.Of("ShortUpTo", words => words.ShortAbandonsUpTo(words.Exactly(known))) : null;

    internal static KpiRule? FirstContact(FirstContactRule rule) => rule.Basis switch
    {
        FirstContactBasis.NotStated => null,
        FirstContactBasis.Recorded => KpiRule.Of("Rule", words => words.AsRecorded),
        FirstContactBasis.Survey => KpiRule.Of("Rule", words => words.AsSurveyed),
        FirstContactBasis.Window => KpiRule.Of("Rule", words => words.NoRepeat(In(rule.Window, words))),
    };

    internal static KpiRule ServiceLevel(ServiceLevelRule rule) => KpiRule.Of("Rule", words => rule switch
    {
        ServiceLevelRule.AnsweredOverOffered => words.OfOffered,
        ServiceLevelRule.AnsweredOverAnswered => words.OfAnswered,
        ServiceLevelRule.AbandonsInTimeMet => words.AbandonsInTimeMet,
        ServiceLevelRule.AbandonsInTimeExcluded => words.AbandonsInTimeLeftOut,
        ServiceLevelRule.ShortAbandonsMet => words.ShortAbandonsMet,
        ServiceLevelRule.ShortAbandonsExcluded => words.ShortAbandonsLeftOut,
        ServiceLevelRule.FlowOutsMissed => words.FlowOutsMissed,
        ServiceLevelRule.FlowOutsMissedShortAbandonsExcluded => $"{words.FlowOutsMissed}, {words.ShortAbandonsLeftOut}",
        ServiceLevelRule.FlowOutsMissedAbandonsExcluded => $"{words.FlowOutsMissed}, {words.AbandonsLeftOut}",
    });

    internal static KpiRule? AsOf(Instant? instant) =>
        instant is { } known ? KpiRule.Of(nameof(AsOf), words => words.AsOf(InstantPattern.ExtendedIso.Format(known))) : null;

    internal static KpiRule? Time(TimeBasis basis) => basis == TimeBasis.Elapsed ? null : KpiRule.Of(nameof(TimeBasis), words => words.InWorkingTime);

    private static string In(RepeatWindow window, Phrases words)
    {
        string within = words.WithinWait(words.Exactly(window.Length));
        return window.Scope switch
        {
            ContactScope.EveryContact => within,
            ContactScope.IssueStarts => $"{within}, {words.IssueStartsOnly}",
        };
    }
}
