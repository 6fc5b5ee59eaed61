using System.Linq.Expressions;
using NodaTime;

namespace CxKpi.Engines.Tests;

/// <summary>Every KPI of the library, by channel, said of a row by the door that its users would take.</summary>
internal static class KpiCases
{
    private static readonly Instant AsOf = Instant.FromUtc(2025, 1, 12, 0, 0);
    private static readonly LocalDate? Day = new LocalDate(2025, 1, 12);
    private static readonly Duration Target = Duration.FromHours(24);
    private static readonly RepeatWindow Window = RepeatWindow.OfDays(7);
    private static readonly CartBasis Carts = new(ConversionUnit.Cart, Duration.FromDays(1));
    private static readonly ComplaintBasis Complaints = new(ComplaintExposure.Orders);
    private static readonly SeverityThreshold Severe = new(new(1, 5, ScaleDirection.LowerIsBetter), 4);
    private static readonly ItemScale Questionnaire = new(2, RatingScale.OneToFive);
    private static readonly QueueThresholds Limits = new(Duration.FromSeconds(120), Duration.FromSeconds(60));

    internal static IReadOnlyList<KpiCase> All { get; } =
    [
        // Commerce.
        Of(row => new AverageOrderValue(row.Amount, 1, "EUR")),
        Of(row => CartAbandonment.FromState(row.IsReturned ? CartState.Abandoned : CartState.Purchased, Carts)),
        Of(row => CheckoutAbandonment.FromState(row.IsReturned ? CartState.Abandoned : CartState.Purchased, Carts)),
        Of(row => new ClickThroughRate(row.Items > 4 ? 1 : 0, 1)),
        Of(row => new ClickToOpenRate(row.Items > 4 ? 1 : 0, 1)),
        Of(row => ConversionRate.FromUnit(!row.IsReturned)),
        Of(row => DirectTrafficShare.FromSession(row.Campaign)),
        Of(row => EmailClickRate.FromSent(row.Items > 4 && !row.IsReturned ? 1 : 0, 1, row.IsReturned ? 1 : 0)),
        Of(row => EmailOpenRate.FromSent(row.Items > 4 && !row.IsReturned ? 1 : 0, 1, row.IsReturned ? 1 : 0)),
        Of(row => EngagementRate.FromUnit(row.Items > 2, "more than two items")),
        Of(row => new FunnelConversion(row.IsReturned ? 0 : 1, 1)),
        Of(row => LeadAcceptanceRate.FromLead(row.Items > 3)),
        Of(row => new OrderVolume(1)),
        Of(row => new PagesPerVisit(row.Items, 1)),
        Of(row => new Revenue(row.Amount, "EUR")),
        Of(row => new RevenuePerVisit(row.Amount, row.Items, "EUR")),
        Of(row => UnsubscribeRate.FromSent(row.Items > 7 && !row.IsReturned ? 1 : 0, 1, row.IsReturned ? 1 : 0)),

        // Complaints.
        Of(row => ComplaintHandlingSatisfaction.FromAnswer(row.Satisfaction, TopBox.TwoOfFive)),
        Of(row => ComplaintHandlingTime.FromComplaintTolerant(Dates.FromUtc(row.At), Dates.FromUtc(row.Closed), AsOf)),
        Of(row => new ComplaintRate(row.IsReturned ? 1 : 0, row.Items, Complaints)),
        Of(row => ComplaintsHandledOnTime.FromComplaintTolerant(Dates.FromUtc(row.At), Dates.FromUtc(row.Closed), Target, AsOf)),
        Of(row => FollowUpActionRate.FromAction(Dates.FromUtc(row.At) + Target, Dates.FromUtc(row.Closed), AsOf)),
        Of(row => MeanComplaintSeverity.FromComplaint(row.Satisfaction, Severe.Scale)),
        Of(row => SevereComplaintShare.FromComplaint(row.Satisfaction, Severe)),
        Of(row => new SeverityWeightedComplaintRate(
            new ComplaintSeverityTally(
                row.IsReturned ? 1 : 0,
                row.IsReturned ? row.Satisfaction : 0,
                row.IsReturned ? row.Satisfaction * row.Satisfaction : 0,
                5,
                1),
            Complaints)),

        // Customers.
        Of(row => new ActiveCustomers(row.IsReturned ? 0 : 1, Day)),
        Of(row => new AtRiskChurn(row.IsReturned ? 1 : 0, 1, row.Items > 6 ? 1 : 0, CalendarUnit.Month)),
        Of(row => new AverageBaseChurn(row.IsReturned ? 1 : 0, 1, row.IsReturned ? 0 : 1, CalendarUnit.Month)),
        Of(row => new CancellationRate(row.IsReturned ? 1 : 0, 1, CalendarUnit.Year)),
        Of(row => new Churn(row.IsReturned ? 1 : 0, 1, CalendarUnit.Month)),
        Of(row => new ChurnPerCustomerDay(row.IsReturned ? 1 : 0, row.Items)),
        Of(row => new GrossRevenueChurn(row.Fee, row.IsReturned ? row.Fee : 0, row.IsReturned ? 0 : row.Fee * 0.1m, "EUR", CalendarUnit.Month)),
        Of(row => new GrossRevenueRetention(row.Fee, row.IsReturned ? row.Fee : 0, row.IsReturned ? 0 : row.Fee * 0.1m, "EUR", CalendarUnit.Month)),
        Of(row => new NetRevenueChurn(row.Fee, row.IsReturned ? row.Fee : 0, 0, row.IsReturned ? 0 : row.Fee * 0.2m, "EUR", CalendarUnit.Month, null)),
        Of(row => new NetRevenueChurn(row.Fee, row.IsReturned ? row.Fee : 0, 0, row.IsReturned ? 0 : row.Fee * 0.2m), "of amounts alone"),
        Of(row => new NetRevenueChurn(row.Fee, row.IsReturned ? row.Fee : 0, 0, 0, "EUR", CalendarUnit.Month, row.Weight), "with reactivation"),
        Of(row => new NetRevenueRetention(row.Fee, row.IsReturned ? row.Fee : 0, 0, row.IsReturned ? 0 : row.Fee * 0.2m, "EUR", CalendarUnit.Month)),
        Of(row => new QuickRatio(row.IsReturned ? 0 : row.Fee, row.Weight, row.IsReturned ? row.Fee : 0, 0)),
        Of(row => new QuickRatio(row.IsReturned ? 0 : row.Fee, 0, row.IsReturned ? row.Fee : 0, 0, "EUR", CalendarUnit.Month, row.Weight), "with reactivation"),
        Of(row => new RecurringRevenue(row.Fee, row.Fee > 0 ? 1 : 0, Day, "EUR")),
        Of(row => ReferralRate.FromCustomer(row.Items)),
        Of(row => ReferredShare.FromCustomer(row.Referrer == Channel.Web)),
        Of(row => new RenewalRate(row.IsReturned ? 0 : 1, 1, CalendarUnit.Year)),
        Of(row => new RepeatPurchaseRate(row.Items > 1 ? 1 : 0, 1, Target)),
        Of(row => Retention.FromCounts(1, row.IsReturned ? 0 : 1, 0)),

        // Service.
        Of(row => new AnswerRate(row.IsReturned ? 0 : 1, 1)),
        Of(row => new AverageHandleTime(1, Duration.FromSeconds(row.Seconds), Duration.FromSeconds(row.Items), Duration.Zero)),
        Of(row => AverageSpeedOfAnswer.FromContact(row.IsReturned
            ? QueuedContact.Abandoned(Duration.FromSeconds(row.Seconds))
            : QueuedContact.Answered(Duration.FromSeconds(row.Seconds)))),
        Of(row => Backlog.FromTicket(new Ticket(Dates.FromUtc(row.At), null, Dates.FromUtc(row.Closed)), AsOf)),
        Of(row => CloseTheLoopRate.FromCase(Dates.FromUtc(row.At), row.Score > 6 ? Dates.FromUtc(row.At) : null, Target, AsOf)),
        Of(row => ContactAbandonment.FromTally(QueueTally.One(
            row.IsReturned ? QueuedContact.Abandoned(Duration.FromSeconds(row.Seconds)) : QueuedContact.Answered(Duration.FromSeconds(row.Seconds)),
            Limits))),
        Of(row => new ContactRate(row.Items, 1)),
        Of(row => new ContactVolume(row.IsReturned ? 0 : 1, 1)),
        Of(row => new ContactsPerAgentHour(row.Items, Duration.FromSeconds(row.Seconds))),
        Of(row => new ContainmentRate(row.IsReturned ? 0 : 1, 1)),
        Of(row => EscalationRate.FromContact(row.IsReturned)),
        Of(row => FirstContactResolution.FromAnswer(row.IsSolved)),
        Of(row => FirstResponseTime.FromTicket(new Ticket(Dates.FromUtc(row.At), Dates.FromUtc(row.Closed), null))),
        Of(row => NetFirstContactResolution.FromAnswer(row.IsSolved, row.Items < 8)),
        Of(row => new Occupancy(Duration.FromSeconds(row.Seconds), Duration.FromMinutes(row.Items))),
        Of(row => new Occupancy(RatioTally.Row(row.Seconds, row.Seconds + row.Items)), "of evidence"),
        Of(row => new QualityScore(row.Weight, 4)),
        Of(
            row => QualityScore.FromEvaluation(new[] { new QualityItem(row.Satisfaction, 5, false), new QualityItem(row.IsReturned ? 0 : 1, 1, false) }),
            "of items"),
        Of(row => RepeatContactRate.FromOutcome(row.IsReturned ? RepeatOutcome.Repeat : RepeatOutcome.NoRepeat, Window)),
        Of(row => ResolutionTime.FromTicket(new Ticket(Dates.FromUtc(row.At), null, Dates.FromUtc(row.Closed)))),
        Of(row => SelfServiceRate.FromRequest(row.Channel == Channel.Web)),
        Of(row => ServiceLevel.FromContact(
            row.IsReturned ? QueuedContact.Abandoned(Duration.FromSeconds(row.Seconds)) : QueuedContact.Answered(Duration.FromSeconds(row.Seconds)),
            Limits)),
        Of(row => new ServiceToSalesConversion(row.Items > 5 ? 1 : 0, 1)),
        Of(row => new Shrinkage(Duration.FromMinutes(row.Items), Duration.FromMinutes(10))),
        Of(row => SlaCompliance.FromCommitment(Dates.FromUtc(row.At) + Target, Dates.FromUtc(row.Closed), AsOf)),
        Of(row => TransferRate.FromContact(row.Items - 1)),
        Of(row => TransfersPerContact.FromContact(row.Items - 1)),
        Of(row => new Utilisation(Duration.FromMinutes(row.Items), Duration.FromMinutes(10))),

        // Surveys.
        Of(row => Csat.FromAnswer(row.Satisfaction, TopBox.TwoOfFive)),
        Of(row => CustomerEaseScore.FromAnswer(row.Satisfaction)),
        Of(row => CustomerEffortScore.FromAnswer(row.Satisfaction)),
        Of(row => CustomerExperienceIndex.FromRespondent(row.Satisfaction, row.IsReturned ? null : row.Satisfaction, row.Satisfaction, NetBounds.OneToFive)),
        Of(row => CustomerOrientation.FromRespondent(new int?[] { row.Satisfaction, row.IsReturned ? null : row.Satisfaction }, Questionnaire)),
        Of(row => DissatisfiedShare.FromAnswer(row.Satisfaction, BottomBox.TwoOfFive)),
        Of(row => EaseShare.FromAnswer(row.Satisfaction, TopBox.TwoOfFive)),
        Of(row => HighEffortShare.FromAnswer(row.Satisfaction, EffortThreshold.TwoOfFive)),
        Of(row => MeanRating.FromAnswer(row.Satisfaction, RatingScale.OneToFive)),
        Of(row => MentionShare.FromRow(row.Country == "FR")),
        Of(row => NetEase.FromAnswer(row.Satisfaction, NetBounds.OneToFive)),
        Of(row => NetLowEffort.FromAnswer(row.Satisfaction, NetBounds.Effort)),
        Of(row => NetSatisfaction.FromAnswer(row.Satisfaction, NetBounds.OneToFive)),
        Of(row => Nps.FromAnswer(row.Score)),
        Of(row => Nsat.FromAnswer(row.Satisfaction == 5 ? null : row.Satisfaction)),
        Of(row => PurchaseProbability.FromAnswer(row.Score)),
        Of(row => RelativeRating.FromRespondent(row.Score, 10 - row.Score, RatingScale.ZeroToTen)),
        Of(row => RepurchaseIntention.FromAnswer(row.IsSolved)),
        Of(row => new ResponseRate(row.Score == null ? 0 : 1, 1)),
        Of(row => new ReviewVolume(1)),
        Of(row => SatisfactionIndex.FromRespondent(
            row.Satisfaction, row.Satisfaction, row.IsReturned ? null : row.Satisfaction, RatingScale.OneToFive, SatisfactionWeights.Equal)),
        Of(row => SecureCustomers.FromRespondent(
            row.Satisfaction, row.IsReturned ? null : row.Satisfaction, row.Satisfaction, SecureCustomerCut.TopOfFive)),
        Of(row => ServiceQualityGap.FromPair(row.Satisfaction, row.IsReturned ? null : row.Satisfaction, RatingScale.OneToFive)),

        // Value.
        Of(row => new CustomerAcquisitionCost(row.Fee, row.Items > 4 ? 1 : 0, "EUR", AcquisitionBasis.Paid)),
        Of(row => new HistoricalCustomerValue(row.Amount, 1, "EUR", CustomerValueBasis.Revenue)),
        Of(row => new PurchaseFrequency(row.Items, 1, CalendarUnit.Month)),
        Of(row => new RevenuePerBuyer(row.Amount, 1, "EUR", CalendarUnit.Month)),
        Of(row => new ShareOfWallet(row.Fee, row.Fee + row.Items)),
        Of(row => new ShareOfWallet(row.Fee, row.Fee + row.Items, WalletBasis.Spending, "EUR"), "of spending"),
        Of(row => new ShareOfWallet(row.Items, 8, WalletBasis.CustomerMean, "EUR"), "of customers"),
        Of(row => new UnitCost(row.Fee, row.Items, CostUnit.Order, "EUR")),
    ];

    private static KpiCase Of<TKpi>(Expression<Func<Order, TKpi>> kpi, string door = "")
        where TKpi : struct, IKpi<TKpi>
    {
        string name = $"{typeof(TKpi).Name} {door}".TrimEnd();
        return new(name, typeof(TKpi), Case.Of(name, row => row.Channel, kpi), rows => rows.ToGroupedQuery(row => row.Channel, kpi));
    }
}
