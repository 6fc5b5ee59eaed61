using System.Collections.Frozen;

namespace CxKpi;

/// <summary>The KPIs of the library, by the English names of their definitions: a document states the name, and a reader needs the record.</summary>
internal static class KnownKpis
{
    internal static IReadOnlyList<KnownKpi> All { get; } =
    [
        .. Known<Csat>(),
        .. Known<CustomerEaseScore>(),
        .. Known<CustomerEffortScore>(),
        .. Known<CustomerExperienceIndex>(),
        .. Known<CustomerOrientation>(),
        .. Known<DissatisfiedShare>(),
        .. Known<EaseShare>(),
        .. Known<HighEffortShare>(),
        .. Known<MeanRating>(),
        .. Known<RelativeRating>(),
        .. Known<ReviewVolume>(),
        .. Known<NetEase>(),
        .. Known<NetLowEffort>(),
        .. Known<NetSatisfaction>(),
        .. Known<Nps>(),
        .. Known<Nsat>(),
        .. Known<PurchaseProbability>(),
        .. Known<RepurchaseIntention>(),
        .. Known<SecureCustomers>(),
        .. Known<ResponseRate>(),
        .. Known<SatisfactionIndex>(),
        .. Known<ServiceQualityGap>(),
        .. Known<ActiveCustomers>(),
        .. Known<AtRiskChurn>(),
        .. Known<AverageBaseChurn>(),
        .. Known<CancellationRate>(),
        .. Known<Churn>(),
        .. Known<ChurnPerCustomerDay>(),
        .. Known<GrossRevenueChurn>(),
        .. Known<GrossRevenueRetention>(),
        .. Known<NetRevenueChurn>(),
        .. Known<NetRevenueRetention>(),
        .. Known<QuickRatio>(),
        .. Known<RecurringRevenue>(),
        .. Known<RenewalRate>(),
        .. Known<RepeatPurchaseRate>(),
        .. Known<ReferralRate>(),
        .. Known<ReferredShare>(),
        .. Known<Retention>(),
        .. Known<CustomerAcquisitionCost>(),
        .. Known<UnitCost>(),
        .. Known<HistoricalCustomerValue>(),
        .. Known<ShareOfWallet>(),
        .. Known<PurchaseFrequency>(),
        .. Known<RevenuePerBuyer>(),
        .. Known<AverageOrderValue>(),
        .. Known<Revenue>(),
        .. Known<OrderVolume>(),
        .. Known<CartAbandonment>(),
        .. Known<CheckoutAbandonment>(),
        .. Known<ClickToOpenRate>(),
        .. Known<ConversionRate>(),
        .. Known<LeadAcceptanceRate>(),
        .. Known<MentionShare>(),
        .. Known<DirectTrafficShare>(),
        .. Known<ClickThroughRate>(),
        .. Known<EmailClickRate>(),
        .. Known<EmailOpenRate>(),
        .. Known<EngagementRate>(),
        .. Known<FunnelConversion>(),
        .. Known<PagesPerVisit>(),
        .. Known<RevenuePerVisit>(),
        .. Known<UnsubscribeRate>(),
        .. Known<AnswerRate>(),
        .. Known<AverageHandleTime>(),
        .. Known<ContactsPerAgentHour>(),
        .. Known<AverageSpeedOfAnswer>(),
        .. Known<Backlog>(),
        .. Known<ContactAbandonment>(),
        .. Known<ContactRate>(),
        .. Known<ContactVolume>(),
        .. Known<ContainmentRate>(),
        .. Known<SelfServiceRate>(),
        .. Known<FirstContactResolution>(),
        .. Known<FirstResponseTime>(),
        .. Known<NetFirstContactResolution>(),
        .. Known<Occupancy>(),
        .. Known<QualityScore>(),
        .. Known<RepeatContactRate>(),
        .. Known<ResolutionTime>(),
        .. Known<ServiceLevel>(),
        .. Known<ServiceToSalesConversion>(),
        .. Known<CloseTheLoopRate>(),
        .. Known<Shrinkage>(),
        .. Known<SlaCompliance>(),
        .. Known<TransferRate>(),
        .. Known<TransfersPerContact>(),
        .. Known<EscalationRate>(),
        .. Known<Utilisation>(),
        .. Known<ComplaintHandlingSatisfaction>(),
        .. Known<ComplaintHandlingTime>(),
        .. Known<ComplaintRate>(),
        .. Known<ComplaintsHandledOnTime>(),
        .. Known<FollowUpActionRate>(),
        .. Known<SeverityWeightedComplaintRate>(),
        .. Known<MeanComplaintSeverity>(),
        .. Known<SevereComplaintShare>(),
    ];

    private static FrozenDictionary<(string Name, KpiForm Form), KnownKpi> ByName { get; } =
        All.ToFrozenDictionary(kpi => (kpi.Definition.Name, kpi.Form));

    private static FrozenDictionary<Type, KnownKpi> ByType { get; } = All.ToFrozenDictionary(kpi => kpi.Type);

    /// <summary>The KPI of a definition, of observations that come in a form; <see langword="null"/> for one from outside.</summary>
    internal static KnownKpi? Of(KpiDefinition definition, KpiForm form = KpiForm.Plain) => ByName.GetValueOrDefault((definition.Name, form));

    /// <summary>The KPI of a record; <see langword="null"/> for one from outside.</summary>
    internal static KnownKpi? Of(IEvidence record) => ByType.GetValueOrDefault(record.GetType());

    private static KnownKpi[] Known<TKpi>()
        where TKpi : struct, IKpi<TKpi>, IJsonRecord<TKpi> =>
        [
            new KnownKpi<TKpi>(),
            new KnownKpi<Clustered<TKpi>> { Form = KpiForm.Clustered },
            new KnownKpi<Weighted<TKpi>> { Form = KpiForm.Weighted },
        ];
}
