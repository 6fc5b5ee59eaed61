using System.Globalization;

namespace CxKpi;

/// <summary>The scales, cuts and questionnaires of survey KPIs in words. One that is not stated is no rule.</summary>
internal static class SurveyRules
{
    internal static KpiRule? Cut(TopBox cut) => cut == default ? null : Cut(cut.Scale, cut.From, cut.Scale.Highest);

    /// <summary>The cut of one of several questions, which is named.</summary>
    internal static KpiRule? Cut(TopBox cut, string name, Func<Phrases, string> question) => cut == default
        ? null
        : KpiRule.Of(name, words => $"{question(words)} {words.Boxes(cut.From, cut.Scale.Highest, cut.Scale.Lowest, cut.Scale.Highest)}");

    internal static KpiRule? Cut(BottomBox cut) => cut == default ? null : Cut(cut.Scale, cut.Scale.Lowest, cut.To);

    internal static KpiRule? Cut(EffortThreshold cut) => cut == default ? null : Cut(cut.Scale, cut.From, cut.Scale.Highest);

    internal static KpiRule? Bounds(NetBounds bounds) => bounds == default
        ? null
        : KpiRule.Of(nameof(Bounds), words => words.NetBoxes(bounds.HighFrom, bounds.LowTo, bounds.Scale.Lowest, bounds.Scale.Highest));

    internal static KpiRule? Mapping(NpsMapping? mapping) => mapping is null
        ? null
        : KpiRule.Of(
            nameof(Mapping),
            words => words.NetBoxes(mapping.PromoterFrom, mapping.PassiveFrom - 1, mapping.Scale.Lowest, mapping.Scale.Highest));

    internal static KpiRule? Scale(RatingScale scale) => scale == default ? null : KpiRule.Of(nameof(Scale), words => words.ScaleOf(Ends(scale, words)));

    internal static KpiRule? Items(ItemScale items) => items == default
        ? null
        : KpiRule.Of(nameof(Items), words => string.Join(", ", ItemParts(items, words)));

    internal static KpiRule? Weights(SatisfactionWeights weights) => weights == default
        ? null
        : KpiRule.Of(
            nameof(Weights),
            words => words.Weights(string.Create(words.Numbers, $"{weights.Overall} / {weights.Expectations} / {weights.Ideal}")));

    internal static KpiRule? Target(RepurchaseTarget? target) => target is { } known
        ? KpiRule.Of(nameof(Target), words => In(known, words))
        : null;

    private static string In(RepurchaseTarget target, Phrases words) => target switch
    {
        RepurchaseTarget.Self => words.ForOneself,
        RepurchaseTarget.Gift => words.AsAGift,
    };

    private static KpiRule Cut(RatingScale scale, int lowest, int highest) =>
        KpiRule.Of(nameof(Cut), words => words.Boxes(lowest, highest, scale.Lowest, scale.Highest));

    private static string Ends(RatingScale scale, Phrases words) => Phrases.JoinNotEmpty(
        ", ",
        Phrases.Span(scale.Lowest, scale.Highest),
        scale.Direction == ScaleDirection.LowerIsBetter ? words.LowerIsBetter : "");

    private static IEnumerable<string> ItemParts(ItemScale items, Phrases words)
    {
        yield return words.ItemsOf(items.Items, Ends(items.Scale, words));
        if (items.Reversed.Count > 0)
        {
            yield return words.ReversedItems(string.Join('+', items.Reversed.Select(item => item.ToString(CultureInfo.InvariantCulture))));
        }

        if (items.MinimumAnswered < items.Items)
        {
            yield return words.AtLeastAnswered(items.MinimumAnswered);
        }
    }
}
