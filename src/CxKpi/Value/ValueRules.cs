namespace CxKpi;

/// <summary>What a customer's value or cost counts, in words. What is not stated is no rule.</summary>
internal static class ValueRules
{
    internal static KpiRule? Basis(CustomerValueBasis basis) => basis switch
    {
        CustomerValueBasis.NotStated => null,
        CustomerValueBasis.Revenue => KpiRule.Of(nameof(Basis), words => words.OfRevenue),
        CustomerValueBasis.Margin => KpiRule.Of(nameof(Basis), words => words.OfMargin),
    };

    internal static KpiRule? Basis(AcquisitionBasis basis) => basis switch
    {
        AcquisitionBasis.NotStated => null,
        AcquisitionBasis.Paid => KpiRule.Of(nameof(Basis), words => words.PaidOnly),
        AcquisitionBasis.Blended => KpiRule.Of(nameof(Basis), words => words.Blended),
        AcquisitionBasis.FullyLoaded => KpiRule.Of(nameof(Basis), words => words.FullyLoaded),
    };
}
