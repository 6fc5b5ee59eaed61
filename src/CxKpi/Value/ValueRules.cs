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

    internal static KpiRule? Basis(WalletBasis basis) => basis switch
    {
        WalletBasis.Spending => null,
        WalletBasis.CustomerMean => KpiRule.Of(nameof(Basis), words => words.MeanOfCustomers),
    };

    internal static KpiRule? Unit(CostUnit unit) => unit switch
    {
        CostUnit.NotStated => null,
        CostUnit.Contact => KpiRule.Of(nameof(Unit), words => words.PerContact),
        CostUnit.Resolution => KpiRule.Of(nameof(Unit), words => words.PerResolution),
        CostUnit.Complaint => KpiRule.Of(nameof(Unit), words => words.PerComplaint),
        CostUnit.Lead => KpiRule.Of(nameof(Unit), words => words.PerLead),
        CostUnit.Order => KpiRule.Of(nameof(Unit), words => words.PerOrder),
        CostUnit.RetainedCustomer => KpiRule.Of(nameof(Unit), words => words.PerRetainedCustomer),
    };

    /// <summary>What a record over the unit observes.</summary>
    internal static ObservationKind Observed(this CostUnit unit) => unit switch
    {
        CostUnit.NotStated => ObservationKind.Observation,
        CostUnit.Contact => ObservationKind.Contact,
        CostUnit.Resolution => ObservationKind.Resolution,
        CostUnit.Complaint => ObservationKind.Complaint,
        CostUnit.Lead => ObservationKind.Lead,
        CostUnit.Order => ObservationKind.Order,
        CostUnit.RetainedCustomer => ObservationKind.Customer,
    };
}
