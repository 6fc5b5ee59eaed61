namespace CxKpi;

/// <summary>What complaints are counted, and against what, in words. What is not stated is no rule.</summary>
internal static class ComplaintRules
{
    internal static KpiRule? Scope(ComplaintScope scope) => scope switch
    {
        ComplaintScope.All => null,
        ComplaintScope.UpheldOnly => KpiRule.Of(nameof(Scope), words => words.Upheld),
    };

    internal static KpiRule? Exposure(ComplaintExposure exposure) => exposure switch
    {
        ComplaintExposure.NotStated => null,
        ComplaintExposure.Orders => KpiRule.Of(nameof(Exposure), words => words.PerOrder),
        ComplaintExposure.Deliveries => KpiRule.Of(nameof(Exposure), words => words.PerDelivery),
        ComplaintExposure.Customers => KpiRule.Of(nameof(Exposure), words => words.PerCustomer),
        ComplaintExposure.Contacts => KpiRule.Of(nameof(Exposure), words => words.PerContact),
        ComplaintExposure.Transactions => KpiRule.Of(nameof(Exposure), words => words.PerTransaction),
        ComplaintExposure.Contracts => KpiRule.Of(nameof(Exposure), words => words.PerContract),
        ComplaintExposure.Guests => KpiRule.Of(nameof(Exposure), words => words.PerGuest),
    };

    internal static KpiRule? Cut(SeverityThreshold cut) => cut == default
        ? null
        : KpiRule.Of(nameof(Cut), words => words.Boxes(cut.From, cut.Scale.Highest, cut.Scale.Lowest, cut.Scale.Highest));
}
