namespace CxKpi;

/// <summary>The units of commerce KPIs in words, and what a record over such a unit observes. One that is not stated is no rule.</summary>
internal static class CommerceRules
{
    internal static KpiRule? Unit(ConversionUnit unit) => unit switch
    {
        ConversionUnit.NotStated => null,
        ConversionUnit.Session => KpiRule.Of(nameof(Unit), words => words.PerSession),
        ConversionUnit.Visitor => KpiRule.Of(nameof(Unit), words => words.PerVisitor),
        ConversionUnit.User => KpiRule.Of(nameof(Unit), words => words.PerUser),
        ConversionUnit.Click => KpiRule.Of(nameof(Unit), words => words.PerClick),
        ConversionUnit.Lead => KpiRule.Of(nameof(Unit), words => words.PerLead),
        ConversionUnit.Contact => KpiRule.Of(nameof(Unit), words => words.PerContact),
        ConversionUnit.Cart => KpiRule.Of(nameof(Unit), words => words.PerCart),
        ConversionUnit.Checkout => KpiRule.Of(nameof(Unit), words => words.PerCheckout),
    };

    internal static KpiRule? Steps(FunnelSteps steps) => steps is { From: { } from, To: { } to }
        ? KpiRule.Of(nameof(Steps), words => words.Between(from, to))
        : null;

    /// <summary>What a record over the unit observes; without a unit it is what the KPI is about.</summary>
    internal static ObservationKind Observed(this ConversionUnit unit, ObservationKind otherwise) => unit switch
    {
        ConversionUnit.NotStated => otherwise,
        ConversionUnit.Session => ObservationKind.Session,
        ConversionUnit.Visitor => ObservationKind.Visitor,
        ConversionUnit.User => ObservationKind.User,
        ConversionUnit.Click => ObservationKind.Click,
        ConversionUnit.Lead => ObservationKind.Lead,
        ConversionUnit.Contact => ObservationKind.Contact,
        ConversionUnit.Cart => ObservationKind.Cart,
        ConversionUnit.Checkout => ObservationKind.Checkout,
    };
}
