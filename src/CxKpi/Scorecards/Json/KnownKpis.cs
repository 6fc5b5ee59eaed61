using System.Collections.Frozen;

namespace CxKpi;

/// <summary>The KPIs of the library, by the English names of their definitions: a document states the name, and a reader needs the record.</summary>
internal static class KnownKpis
{
    internal static IReadOnlyList<KnownKpi> All { get; } =
    [
        new KnownKpi<Csat>(),
        new KnownKpi<CustomerEaseScore>(),
        new KnownKpi<CustomerEffortScore>(),
        new KnownKpi<CustomerExperienceIndex>(),
        new KnownKpi<CustomerOrientation>(),
        new KnownKpi<DissatisfiedShare>(),
        new KnownKpi<EaseShare>(),
        new KnownKpi<HighEffortShare>(),
        new KnownKpi<MeanRating>(),
        new KnownKpi<NetEase>(),
        new KnownKpi<NetLowEffort>(),
        new KnownKpi<NetSatisfaction>(),
        new KnownKpi<Nps>(),
        new KnownKpi<Nsat>(),
        new KnownKpi<PurchaseProbability>(),
        new KnownKpi<RepurchaseIntention>(),
        new KnownKpi<ResponseRate>(),
        new KnownKpi<SatisfactionIndex>(),
        new KnownKpi<ServiceQualityGap>(),
        new KnownKpi<AtRiskChurn>(),
        new KnownKpi<AverageBaseChurn>(),
        new KnownKpi<CancellationRate>(),
        new KnownKpi<Churn>(),
        new KnownKpi<ChurnPerCustomerDay>(),
        new KnownKpi<GrossRevenueChurn>(),
        new KnownKpi<GrossRevenueRetention>(),
        new KnownKpi<NetRevenueChurn>(),
        new KnownKpi<NetRevenueRetention>(),
        new KnownKpi<QuickRatio>(),
        new KnownKpi<RenewalRate>(),
        new KnownKpi<RepeatPurchaseRate>(),
        new KnownKpi<Retention>(),
        new KnownKpi<CustomerAcquisitionCost>(),
        new KnownKpi<HistoricalCustomerValue>(),
        new KnownKpi<PurchaseFrequency>(),
        new KnownKpi<RevenuePerBuyer>(),
        new KnownKpi<AverageOrderValue>(),
        new KnownKpi<CartAbandonment>(),
        new KnownKpi<CheckoutAbandonment>(),
        new KnownKpi<ClickToOpenRate>(),
        new KnownKpi<ConversionRate>(),
        new KnownKpi<DirectTrafficShare>(),
        new KnownKpi<EmailClickRate>(),
        new KnownKpi<EmailOpenRate>(),
        new KnownKpi<EngagementRate>(),
        new KnownKpi<FunnelConversion>(),
        new KnownKpi<PagesPerVisit>(),
        new KnownKpi<UnsubscribeRate>(),
        new KnownKpi<AnswerRate>(),
        new KnownKpi<AverageHandleTime>(),
        new KnownKpi<AverageSpeedOfAnswer>(),
        new KnownKpi<Backlog>(),
        new KnownKpi<ContactAbandonment>(),
        new KnownKpi<ContactRate>(),
        new KnownKpi<ContactVolume>(),
        new KnownKpi<ContainmentRate>(),
        new KnownKpi<FirstContactResolution>(),
        new KnownKpi<FirstResponseTime>(),
        new KnownKpi<NetFirstContactResolution>(),
        new KnownKpi<Occupancy>(),
        new KnownKpi<QualityScore>(),
        new KnownKpi<RepeatContactRate>(),
        new KnownKpi<ResolutionTime>(),
        new KnownKpi<ServiceLevel>(),
        new KnownKpi<ServiceToSalesConversion>(),
        new KnownKpi<Shrinkage>(),
        new KnownKpi<SlaCompliance>(),
        new KnownKpi<TransferRate>(),
        new KnownKpi<TransfersPerContact>(),
        new KnownKpi<Utilisation>(),
        new KnownKpi<ComplaintHandlingSatisfaction>(),
        new KnownKpi<ComplaintHandlingTime>(),
        new KnownKpi<ComplaintRate>(),
        new KnownKpi<ComplaintsHandledOnTime>(),
        new KnownKpi<FollowUpActionRate>(),
        new KnownKpi<SeverityWeightedComplaintRate>(),
    ];

    private static FrozenDictionary<string, KnownKpi> ByName { get; } = All.ToFrozenDictionary(kpi => kpi.Definition.Name, StringComparer.Ordinal);

    private static FrozenDictionary<Type, KnownKpi> ByType { get; } = All.ToFrozenDictionary(kpi => kpi.Type);

    /// <summary>The KPI of a definition; <see langword="null"/> for one from outside.</summary>
    internal static KnownKpi? Of(KpiDefinition definition) => ByName.GetValueOrDefault(definition.Name);

    /// <summary>The KPI of a record; <see langword="null"/> for one from outside.</summary>
    internal static KnownKpi? Of(IEvidence record) => ByType.GetValueOrDefault(record.GetType());
}
