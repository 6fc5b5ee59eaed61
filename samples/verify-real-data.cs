#:package CsvHelper
#:project ../src/CxKpi/CxKpi.csproj
#:property PublishAot=false

// Computes the KPIs of published data sets from their raw rows and compares them with figures that other tools computed:
//   dotnet run samples/verify-real-data.cs -- <folder>
// The folder has a subfolder per data set, with the rows (gzip CSV) and a reference.json: columns, definitions and figures. That of CDNOW has the log of
// purchases and the summary that was published of it; the figures to compare it with stand here.
// Exit code 0: all agree; 1: a figure differs; 2: the folder or a data set is missing or can't be read.

using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using CxKpi;
using CxKpi.Trends;
using CxKpi.Value;
using NodaTime;
using NodaTime.Text;

if (args is not [string folder] || !Directory.Exists(folder))
{
    Console.Error.WriteLine(args is [string given]
        ? $"there is no folder {given}"
        : "usage: dotnet run samples/verify-real-data.cs -- <folder of the data sets>");
    return 2;
}

(string Name, Action<DataSet> Verify)[] dataSets =
[
    ("sfo_customer_survey_2011_2017", AirportSurvey.Verify),
    ("anonymous_bank_calls_1999_01", BankCalls.Verify),
    ("online_retail_invoices", RetailInvoices.Verify),
    ("hotel_bookings", HotelBookings.Verify),
    ("online_shoppers_intention", ShopSessions.Verify),
    ("rees46_cart_events", ShopEvents.Verify),
    ("telco_churn_ibm_fictional", TelcoCustomers.Verify),
    ("iranian_churn_uci", TelecomCustomers.Verify),
    ("it_incidents_uci", Incidents.Verify),
    ("us_retail_sales_monthly", RetailSales.Verify),
    ("cdnow", DiscPurchases.Verify),
];

Checks checks = new();
List<string> absent = [];
foreach ((string name, Action<DataSet> verify) in dataSets)
{
    try
    {
        verify(new DataSet(folder, name, checks));
    }
    catch (Exception error) when (error is IOException
        or UnauthorizedAccessException
        or InvalidDataException
        or JsonException
        or ArgumentException
        or FormatException
        or IndexOutOfRangeException)
    {
        Console.Error.WriteLine($"{name}: {error.Message.Split('\n')[0].Trim()}");
        absent.Add(name);
    }
}

string missing = absent.Count == 0 ? "" : $"; {absent.Count} data sets absent or unreadable: {string.Join(", ", absent)}";
Console.WriteLine($"{checks.Agree} agree, {checks.Differ} differ{missing}");
return (checks.Differ, absent.Count) switch { ( > 0, _) => 1, (_, > 0) => 2, _ => 0 };

/// <summary>An airport's passenger survey: satisfaction, ease and recommendation, single answers of seven years.</summary>
internal static class AirportSurvey
{
    public static void Verify(DataSet data)
    {
        Passenger[] passengers = data.Rows(csv => new Passenger(
            csv.Text("survey_year"),
            csv.Text("respnum"),
            Rating(csv.Text("overall")),
            Rating(csv.Text("find_way")),
            Rating(csv.Text("security")),
            Rating(csv.Text("safe")),
            Rating(csv.Text("getting_to_airport")),
            csv.Text("problem"),
            csv.OptionalWhole("netpro"),
            csv.OptionalNumber("weight")));

        data.Reference["duplicate_year_respnum"].Is(passengers.Length - passengers.DistinctBy(p => (p.Year, p.Number)).Count());
        ILookup<string, Passenger> years = passengers.ToLookup(p => p.Year);
        foreach ((string year, Node figures) in data.Reference["by_year"].Children)
        {
            Passenger[] asked = [.. years[year]];
            RatingTally overall = Answers(asked, p => p.Overall);
            figures["respondents"].Is(overall.N + overall.Missing);
            Satisfaction(figures["csat_overall_1to5"], overall);
            Satisfaction(figures["csat_safe_1to5"], Answers(asked, p => p.Safe));
            Ease(figures["ces_find_way_1to5"], Answers(asked, p => p.FindWay));
            Ease(figures["ces_security_1to5"], Answers(asked, p => p.Security));

            // Some questions were not asked in the first years.
            if (figures.Find("ces_getting_to_airport_1to5") is { } gettingThere)
            {
                Ease(gettingThere, Answers(asked, p => p.GettingThere));
            }

            figures.Find("problem_rate_yes_over_yes_no")?.IsShare(ShareTally.FromHits(asked.Where(p => p.Problem is "1" or "2").Select(p => p.Problem == "1")));
            if (figures.Find("nps_0to10") is { } nps)
            {
                Recommendation(nps, figures, asked);
            }

            if (figures.Find("weighted") is { } weighted)
            {
                Weighted(weighted, asked);
            }
        }

        foreach ((string pair, Node figures) in data.Reference["year_on_year_top2_two_proportion_z"].Children)
        {
            // Such as "security 2011->2012".
            string[] words = pair.Split(' ', '-', '>');
            Func<Passenger, int?> answer = words[0] switch { "overall" => p => p.Overall, "security" => p => p.Security, _ => p => p.FindWay };
            Csat before = Csat.FromAnswers(years[words[1]].Select(answer), TopBox.TwoOfFive);
            Csat after = Csat.FromAnswers(years[words[^1]].Select(answer), TopBox.TwoOfFive);
            figures.IsDifference(before, after, k => k.Evidence);
        }
    }

    private static void Satisfaction(Node figures, RatingTally answers)
    {
        Counts(figures, answers);
        figures["mean"].Is(MeanRating.FromTally(answers).Value);
        figures["top2"].IsShare(Csat.FromTally(answers, TopBox.TwoOfFive), k => k.Evidence);
        figures["top_box"].IsShare(Csat.FromTally(answers, TopBox.Of(RatingScale.OneToFive, 1)), k => k.Evidence);
        figures["bottom2"].IsShare(DissatisfiedShare.FromTally(answers, BottomBox.TwoOfFive), k => k.Evidence);
        figures["net_top2_minus_bottom2_points"].Is(NetSatisfaction.FromTally(answers, NetBounds.OneToFive).Value);
    }

    private static void Ease(Node figures, RatingTally answers)
    {
        NetEase net = NetEase.FromTally(answers, NetBounds.OneToFive);
        Counts(figures, answers);
        figures["mean"].Is(CustomerEaseScore.FromTally(answers).Value);
        figures["top2"].IsShare(EaseShare.FromTally(answers, TopBox.TwoOfFive), k => k.Evidence);
        figures["top_box"].IsShare(EaseShare.FromTally(answers, TopBox.Of(RatingScale.OneToFive, 1)), k => k.Evidence);
        figures["bottom2"].IsShare(net.Evidence.NegativeShare());
        figures["net_top2_minus_bottom2_points"].Is(net.Value);
    }

    private static void Counts(Node figures, RatingTally answers)
    {
        figures["n"].Is(answers.N);
        figures["sd_sample"].Is(answers.ToMean().StandardDeviation);
        foreach ((int answer, Node count) in figures["counts"].Numbered)
        {
            count.Is(answers.CountOf(answer));
        }
    }

    private static void Recommendation(Node figures, Node year, Passenger[] asked)
    {
        // 11 is the source's code for a blank: the tolerant door counts it as invalid, apart from an empty field.
        const int Blank = 11;
        RatingTally answers = RatingTally.FromAnswersTolerant(asked.Select(p => p.Recommend), RatingScale.ZeroToTen);
        Nps nps = Nps.FromTally(answers);
        figures["n"].Is(nps.Evidence.N);
        figures["promoters"].Is(nps.Promoters);
        figures["passives"].Is(nps.Passives);
        figures["detractors"].Is(nps.Detractors);
        figures["promoter_pct"].IsPercent(nps.Evidence.PositiveShare().Value);
        figures["passive_pct"].IsPercent(new ShareTally(nps.Passives, nps.Evidence.N).Value);
        figures["detractor_pct"].IsPercent(nps.Evidence.NegativeShare().Value);
        figures["nps"].Is(nps.Value);
        figures["mean_score"].Is(MeanRating.FromTally(answers).Value);

        Estimate? wald = nps.Evidence.Estimate(method: NetInterval.Wald);
        figures["se_population"].Is(wald?.StandardError);
        figures["ci95_population"].IsInterval(wald);
        figures["se_sample_n_minus_1"].Is(nps.Evidence.Estimate(method: NetInterval.StudentT)?.StandardError);

        year["nps_excluded"]["blank_code_11"].Is(nps.Excluded.Invalid);
        year["nps_excluded"]["empty"].Is(nps.Excluded.Missing);
        year["nps_if_code_11_is_wrongly_counted_as_promoter"].IsRefused(() => Nps.FromAnswers(asked.Select(p => p.Recommend)));
        foreach ((int answer, Node count) in year["netpro_counts"].Numbered)
        {
            count.Is(answer == Blank ? answers.Invalid : answers.CountOf(answer));
        }
    }

    private static void Weighted(Node figures, Passenger[] asked)
    {
        Passenger[] weighed = [.. asked.Where(p => p.Weight is not null)];
        WeightedTally everybody = WeightedTally.FromValues(weighed.Select(p => (1m, p.Weight!.Value)));
        figures["weights_missing"].Is(asked.Length - weighed.Length);
        figures["sum_weights"].Is(everybody.Weights);
        figures["kish_effective_n_all"].Is(everybody.KishEffectiveN);

        figures["csat_mean"].Is(Of(p => MeanRating.FromAnswer(p.Overall, RatingScale.OneToFive)).Value);
        figures["csat_top2_pct"].IsPercent(Of(p => Csat.FromAnswer(p.Overall, TopBox.TwoOfFive)).Value);
        figures["find_way_mean"].Is(Of(p => CustomerEaseScore.FromAnswer(p.FindWay, RatingScale.OneToFive)).Value);
        figures["find_way_pct_easy_4_5"].IsPercent(Of(p => EaseShare.FromAnswer(p.FindWay, TopBox.TwoOfFive)).Value);
        figures["security_mean"].Is(Of(p => CustomerEaseScore.FromAnswer(p.Security, RatingScale.OneToFive)).Value);
        figures["security_pct_easy_4_5"].IsPercent(Of(p => EaseShare.FromAnswer(p.Security, TopBox.TwoOfFive)).Value);
        figures.Find("nps")?.Is(Of(p => Nps.FromAnswer(p.Recommend <= RatingScale.ZeroToTen.Highest ? p.Recommend : null)).Value);

        Weighted<TKpi> Of<TKpi>(Func<Passenger, TKpi> kpi)
            where TKpi : struct, IKpi<TKpi> => weighed.Tally(kpi, weight: p => p.Weight!.Value);
    }

    private static RatingTally Answers(IEnumerable<Passenger> asked, Func<Passenger, int?> answer) =>
        RatingTally.FromAnswers(asked.Select(answer), RatingScale.OneToFive);

    // 0 and the word stand for a blank, 6 for "don't know" or "not applicable"; any other code has to lie on the scale.
    private static int? Rating(string code) => code is "" or "0" or "6" || code.Equals("blank", StringComparison.OrdinalIgnoreCase)
        ? null
        : int.Parse(code, CultureInfo.InvariantCulture);

    private sealed record Passenger(
        string Year,
        string Number,
        int? Overall,
        int? FindWay,
        int? Security,
        int? Safe,
        int? GettingThere,
        string Problem,
        int? Recommend,
        decimal? Weight);
}

/// <summary>A bank's call centre: every call of a month, from the voice menu to the agent.</summary>
internal static class BankCalls
{
    private static readonly LocalDateTimePattern DateAndClock = LocalDateTimePattern.CreateWithInvariantCulture("yyMMdd H:mm:ss");

    private static readonly QueueThresholds TwentySeconds = new(within: Duration.FromSeconds(20));

    public static void Verify(DataSet data)
    {
        Call[] calls = data.Rows(csv => new Call(
            csv.Text("customer"),
            csv.Text("priority"),
            csv.Text("type"),
            csv.Text("date"),
            csv.Instant(DateAndClock, "date", "vru_entry"),
            csv.Seconds("q_time"),
            csv.Text("outcome"),
            csv.Seconds("ser_time")));
        Call[] offered = [.. calls.Where(c => c.IsOffered)], answered = [.. calls.Where(c => c.IsAnswered)];

        Node figures = data.Reference["figures"];
        figures["records"].Is(ShareTally.FromHits(calls.Select(c => c.IsAnswered)).N);
        foreach ((string outcome, Node count) in figures["outcome_counts"].Children)
        {
            count.Is(ShareTally.FromHits(calls.Select(c => c.Outcome == outcome)).Count);
        }

        Queue(figures, offered);
        Times(figures, offered, answered);
        Groups(figures["by_service_type"], offered.ToLookup(c => c.Type));
        Groups(figures["by_priority"], offered.ToLookup(c => c.Priority));
        Groups(figures["by_date"], offered.ToLookup(c => c.Date));
        Groups(figures["by_hour_of_vru_entry"], offered.ToLookup(c => c.Hour));
        FirstContact(figures, calls);
    }

    private static void Queue(Node figures, Call[] offered)
    {
        QueuedContact[] contacts = [.. offered.Select(c => c.Queued)];
        QueueTally queue = QueueTally.FromContacts(contacts, TwentySeconds);
        figures["offered_to_agents"].Is(queue.Offered);
        figures["answered"].Is(queue.Answered);
        figures["abandoned_in_queue"].Is(queue.Abandoned);
        figures["answered_without_waiting"].Is(QueueTally.FromContacts(contacts, new QueueThresholds(within: Duration.Zero)).AnsweredInTime);
        figures["abandonment_rate"].IsShare(ContactAbandonment.FromContacts(contacts), k => k.Evidence);
        foreach (int seconds in (int[])[5, 10, 20])
        {
            ContactAbandonment abandonment = ContactAbandonment.FromContacts(contacts, shortUpTo: Duration.FromSeconds(seconds));
            figures[$"abandonment_rate_excluding_abandons_within_{seconds}s"].IsShare(abandonment, k => k.Evidence);
        }

        foreach ((int seconds, Node level) in figures["service_level_by_threshold_seconds"].Numbered)
        {
            QueueTally within = QueueTally.FromContacts(contacts, new QueueThresholds(Duration.FromSeconds(seconds)));
            level["answered_within"].Is(within.AnsweredInTime);
            level["abandoned_within"].Is(within.AbandonedInTime);
            level["sl_answered_within_over_offered_pct"].IsPercent(new ServiceLevel(within).Value);
            level["sl_over_answered_pct"].IsPercent(new ServiceLevel(within, ServiceLevelRule.AnsweredOverAnswered).Value);
            level["sl_excluding_short_abandons_pct"].IsPercent(new ServiceLevel(within, ServiceLevelRule.AbandonsInTimeExcluded).Value);
            level["sl_counting_short_abandons_as_met_pct"].IsPercent(new ServiceLevel(within, ServiceLevelRule.AbandonsInTimeMet).Value);
        }
    }

    private static void Times(Node figures, Call[] offered, Call[] answered)
    {
        DurationSample waits = DurationSample.FromDurations(answered.Select(c => c.Wait));
        figures["asa_seconds_mean_wait_of_answered"].Is(SpeedOfAnswer(answered).Value);
        figures["asa_of_answered_who_waited"].Is(SpeedOfAnswer(answered.Where(c => c.Wait > Duration.Zero)).Value);
        figures["median_wait_of_answered"].Is(waits.Median?.TotalSeconds);
        figures["p90_wait_of_answered"].Is(waits.Percentile(0.9)?.TotalSeconds);
        figures["max_wait"].Is(DurationSample.FromDurations(offered.Select(c => c.Wait)).Longest?.TotalSeconds);

        DurationSample patience = DurationSample.FromDurations(offered.Where(c => !c.IsAnswered).Select(c => c.Wait));
        figures["mean_time_to_abandon_seconds"].Is(patience.Tally().Value);
        figures["median_time_to_abandon_seconds"].Is(patience.Median?.TotalSeconds);

        DurationSample service = DurationSample.FromDurations(answered.Select(c => c.Service));
        figures["aht_seconds_all_answered"].Is(HandleTime(answered).Value);
        figures["aht_seconds_excluding_zero"].Is(HandleTime(answered.Where(c => c.Service > Duration.Zero)).Value);
        figures["aht_seconds_service_over_10s"].Is(HandleTime(answered.Where(c => c.Service > Duration.FromSeconds(10))).Value);
        figures["aht_median"].Is(service.Median?.TotalSeconds);
        figures["aht_p90"].Is(service.Percentile(0.9)?.TotalSeconds);
        figures["answered_with_zero_service_time"].Is(service.ShareWithin(Duration.Zero).Count);
        figures["answered_with_service_10s_or_less"].Is(service.ShareWithin(Duration.FromSeconds(10)).Count);
        figures["total_service_seconds"].Is(HandleTime(answered).Evidence.Total.TotalSeconds);
    }

    private static void Groups(Node table, ILookup<string, Call> offered)
    {
        foreach ((string name, Node figures) in table.Children)
        {
            Call[] group = [.. offered[name]];
            QueueTally queue = QueueTally.FromContacts(group.Select(c => c.Queued), TwentySeconds);
            figures["offered"].Is(queue.Offered);
            figures.Find("answered")?.Is(queue.Answered);
            figures.Find("abandoned")?.Is(queue.Abandoned);
            figures["abandonment_pct"].IsPercent(ContactAbandonment.FromTally(queue).Value);
            figures["sl20_over_offered_pct"].IsPercent(new ServiceLevel(queue).Value);
            figures.Find("asa")?.Is(SpeedOfAnswer(group.Where(c => c.IsAnswered)).Value);
            figures.Find("aht")?.Is(HandleTime(group.Where(c => c.IsAnswered)).Value);
        }
    }

    private static void FirstContact(Node figures, Call[] calls)
    {
        Call[] contacts = [.. calls.Where(c => c.IsOffered && c.Customer.Length > 0)];
        Instant start = calls.Min(c => c.Entered).InUtc().Date.AtMidnight().InUtc().ToInstant();
        ContactLog log = ContactLog.FromContacts(contacts, c => c.Customer, c => c.Entered, start, calls.Max(c => c.Entered), judged: c => c.IsAnswered);
        figures["identified_contacts"].Is(log.Count);
        figures["identified_customers"].Is(contacts.TallyBy(c => c.Customer, c => AverageSpeedOfAnswer.FromContact(c.Queued)).Count);
        foreach ((string window, Node expected) in figures["fcr_proxy_identified_customers"].Children)
        {
            int days = window == "1_day" ? 1 : 7;
            RepeatContactRate repeats = RepeatContactRate.FromLog(log, RepeatWindow.OfDays(days));
            expected["eligible_answered_contacts"].Is(repeats.Contacts);
            expected["followed_by_another_contact_within_window"].Is(repeats.Repeated);
            expected["repeat_contact_pct"].IsPercent(repeats.Value);
            expected["no_repeat_pct"].IsPercent(FirstContactResolution.FromLog(log, RepeatWindow.OfDays(days)).Value);

            FirstContactResolution issues = FirstContactResolution.FromLog(log, RepeatWindow.OfDays(days, ContactScope.IssueStarts));
            expected["issue_starting_contacts"].Is(issues.Contacts);
            expected["issue_starting_resolved_first_time"].Is(issues.ResolvedAtFirst);
            expected["fcr_issue_start_pct"].IsPercent(issues.Value);
        }
    }

    private static AverageSpeedOfAnswer SpeedOfAnswer(IEnumerable<Call> answered) => AverageSpeedOfAnswer.FromWaits(answered.Select(c => c.Wait));

    private static AverageHandleTime HandleTime(IEnumerable<Call> answered) => AverageHandleTime.FromContacts(answered.Select(c => c.Service));

    private sealed record Call(
        string Customer, string Priority, string Type, string Date, Instant Entered, Duration Wait, string Outcome, Duration Service)
    {
        public bool IsAnswered => Outcome == "AGENT";

        // Who hung up without time in the queue left inside the voice menu.
        public bool IsOffered => IsAnswered || (Outcome == "HANG" && Wait > Duration.Zero);

        public QueuedContact Queued => IsAnswered ? QueuedContact.Answered(Wait) : QueuedContact.Abandoned(Wait);

        public string Hour => Entered.InUtc().Hour.ToString(CultureInfo.InvariantCulture);
    }
}

/// <summary>A shop's invoices of a year: orders, customers, repeat purchase, months and cohorts.</summary>
internal static class RetailInvoices
{
    private static readonly LocalDateTimePattern DateAndTime = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    public static void Verify(DataSet data)
    {
        Invoice[] invoices = data.Rows(csv => new Invoice(
            csv.Text("customer"),
            csv.Instant(DateAndTime, "invoice_time"),
            csv.Text("is_cancellation") == "1",
            csv.Number("net_amount_gbp"),
            csv.Whole("sale_lines") > 0,
            csv.Number("sale_amount_gbp")));
        Invoice[] known = [.. invoices.Where(i => i.Customer.Length > 0)];
        Invoice[] sales = [.. known.Where(i => i is { IsCancellation: false, HasSales: true })];

        Node figures = data.Reference["figures"];
        Overall(figures, sales);
        Months(figures["by_month"], sales);
        Cohorts(figures["cohorts_by_first_purchase_month"], sales);
        FirstDays(figures, sales);
        Net(data.Reference["net_basis"], known);
    }

    private static void Overall(Node figures, Invoice[] sales)
    {
        AverageOrderValue orders = Orders(sales);
        Segments<string, AverageOrderValue> customers = sales.TallyBy(i => i.Customer, Order);
        figures["orders"].Is(orders.Evidence.Denominator);
        figures["revenue_gbp"].Is(orders.Evidence.Numerator);
        figures["average_order_value_gbp"].Is(orders.Value);
        figures["customers"].Is(customers.Count);
        figures["orders_per_customer"].Is(PurchaseFrequency.FromOrders(sales.Select(i => i.Customer)).Value);
        figures["revenue_per_customer_gbp"].Is(Revenue(sales, i => i.Sale).Value);

        RepeatPurchaseRate repeat = RepeatPurchaseRate.FromOrders(sales.Select(i => i.Customer));
        figures["repeat_purchase_rate"].IsShare(repeat, k => k.Evidence);
        figures["customers_with_exactly_one_order"].Is(repeat.Evidence.Rest);
        figures["max_orders_by_one_customer"].Is(customers.Values.Select(c => c.Evidence.Denominator).DefaultIfEmpty().Max());

        DurationSample gaps = DurationSample.FromDurations(sales.GroupBy(i => i.Customer).SelectMany(Gaps));
        figures["mean_days_between_orders_all_gaps"].Is(gaps.Tally().Average?.TotalDays);
        figures["median_days_between_orders_all_gaps"].Is(gaps.Median?.TotalDays);

        RevenueConcentration revenue = RevenueConcentration.FromOrders(sales.Select(i => (i.Customer, i.Sale)), "GBP");
        figures["median_revenue_per_customer_gbp"].Is(revenue.Percentile(0.5)?.Value);
        figures["share_of_revenue_from_top_20pct_customers_pct"].IsPercent(revenue.TopShare(0.2)?.Value);
        foreach ((string customer, Node top) in figures["top5_customers_by_revenue"].Children)
        {
            RatioTally spent = customers.GetValueOrDefault(customer).Evidence;
            top["orders"].Is(spent.Denominator);
            top["revenue_gbp"].Is(spent.Numerator);
        }

        // Counted on the last day: the reference counts whole days until the midnight after it.
        Dictionary<string, CustomerPurchases<string>> histories = PurchaseLog.Summarise(
            sales.OrderBy(i => i.Time), i => i.Customer, i => i.Date, i => i.Sale, CalendarUnit.Day, sales.Max(i => i.Date))
            .Customers.ToDictionary(c => c.Customer);
        foreach ((string customer, Node example) in figures["rfm_examples"].Children)
        {
            RatioTally spent = customers.GetValueOrDefault(customer).Evidence;
            example["recency_days_floor_from_2011_12_10_0000"].Is(histories.GetValueOrDefault(customer)?.DaysSinceLast);
            example["frequency_orders"].Is(spent.Denominator);
            example["monetary_gbp"].Is(spent.Numerator);
        }
    }

    private static void Months(Node months, Invoice[] sales)
    {
        KpiSeries<AverageOrderValue> series = sales.TallyBy(CalendarUnit.Month, i => i.Date, Order);
        ILookup<CalendarPeriod, string> customers = sales.ToLookup(i => Month(i.Date), i => i.Customer);
        foreach ((string name, Node figures) in months.Children)
        {
            CalendarPeriod month = Month(name);
            CustomerFlow flow = CustomerFlow.Between(
                customers[month.Plus(-1)],
                customers[month],
                sales.Where(i => i.Date < month.Start).Select(i => i.Customer));
            figures["orders"].Is(series[month].Evidence.Denominator);
            figures["revenue_gbp"].Is(series[month].Evidence.Numerator);
            figures["aov_gbp"].Is(series[month].Value);
            figures["active_customers"].Is(flow.AtEnd);
            figures["new_customers"].Is(flow.Acquired);
            figures["returning_customers"].Is(flow.Retained + flow.Reactivated);
            figures["month_to_month_retention_pct"].IsPercent(flow.ToRetention(CalendarUnit.Month).Value);
            figures["month_to_month_churn_pct"].IsPercent(flow.ToChurn(CalendarUnit.Month).Value);

            // In the first month there is nobody yet whom it could have kept.
            figures["active_previous_month"].Is(flow.AtStart == 0 ? null : flow.AtStart);
            figures["retained_from_previous_month"].Is(flow.AtStart == 0 ? null : flow.Retained);
        }
    }

    // The reference counts the last month too, though it ended on the 9th.
    private static void Cohorts(Node cohorts, Invoice[] sales)
    {
        CalendarPeriod last = Month("2011-12");
        CohortTable<Retention> active = CohortTable.FromActivity(sales, i => i.Customer, i => i.Date, last);
        CohortTable<HistoricalCustomerValue> spent = Spent(CohortMeasure.InPeriod), soFar = Spent(CohortMeasure.UpToPeriodEnd);
        foreach ((string name, Node figures) in cohorts.Children)
        {
            CalendarPeriod start = Month(name);
            Cohort<HistoricalCustomerValue> cohort = soFar.Cohorts.Single(known => known.Period == start);
            figures["size"].Is(cohort.Size);
            figures["cumulative_revenue_per_customer_gbp"].Is(cohort.Cells[^1].Value);
            foreach ((int months, Node cell) in figures["by_months_since_first"].Numbered)
            {
                cell["active"].Is(active[start, months]?.Retained);
                cell["retention_pct"].IsPercent(active[start, months]?.Value);
                cell["revenue_gbp"].Is(spent[start, months]?.Evidence.Numerator);
            }
        }

        CohortTable<HistoricalCustomerValue> Spent(CohortMeasure measure) =>
            CohortTable.FromOrders(sales, i => i.Customer, i => i.Date, i => i.Sale, last, measure, "GBP");
    }

    // What customers who can be observed for half a year spent within so many days of their first order.
    private static void FirstDays(Node figures, Invoice[] sales)
    {
        LocalDate last = new(2011, 6, 12);
        var customers = sales.GroupBy(i => i.Customer)
            .Select(g => (First: g.Min(i => i.Date), Orders: g.ToArray()))
            .Where(c => c.First <= last)
            .ToArray();
        figures["revenue_per_customer_within_days_of_first_order_customers"].Is(Within(0).Evidence.Denominator);
        foreach ((int days, Node figure) in figures["revenue_per_customer_within_days_of_first_order"].Numbered)
        {
            figure.Is(Within(days).Value);
        }

        HistoricalCustomerValue Within(int days) =>
            HistoricalCustomerValue.FromCustomers(
                customers.Select(c => c.Orders.Where(i => Period.DaysBetween(c.First, i.Date) <= days).Sum(i => i.Sale)),
                "GBP",
                CustomerValueBasis.Revenue);
    }

    private static void Net(Node figures, Invoice[] known)
    {
        ShareTally cancelled = ShareTally.FromHits(known.Select(i => i.IsCancellation));
        figures["invoices_with_customer"].Is(cancelled.N);
        figures["cancellation_invoices_with_customer"].Is(cancelled.Count);
        figures["cancellation_invoices_per_100_invoices_with_customer"].IsPercent(cancelled.Value);
        figures["cancelled_value_gbp"].Is(-MeanTally.FromValues(known.Where(i => i.IsCancellation).Select(i => i.Net)).Sum);

        RevenuePerBuyer net = Revenue(known, i => i.Net);
        figures["customers_with_any_invoice"].Is(net.Evidence.Denominator);
        figures["net_revenue_gbp_all_lines_with_customer"].Is(net.Evidence.Numerator);
        figures["net_revenue_per_customer_gbp"].Is(net.Value);
    }

    private static AverageOrderValue Orders(IEnumerable<Invoice> sales) => sales.Tally(Order);

    private static AverageOrderValue Order(Invoice invoice) => new(invoice.Sale, 1, "GBP");

    private static RevenuePerBuyer Revenue(IEnumerable<Invoice> invoices, Func<Invoice, decimal> amount) =>
        RevenuePerBuyer.FromOrders(invoices.Select(i => (i.Customer, amount(i))), "GBP");

    private static IEnumerable<Duration> Gaps(IEnumerable<Invoice> orders)
    {
        Instant[] times = [.. orders.Select(i => i.Time).Order()];
        return times.Zip(times.Skip(1), (before, after) => after - before);
    }

    private static CalendarPeriod Month(LocalDate date) => CalendarPeriod.Containing(CalendarUnit.Month, date);

    private static CalendarPeriod Month(string name) => Month(LocalDatePattern.Iso.Parse($"{name}-01").Value);

    private sealed record Invoice(string Customer, Instant Time, bool IsCancellation, decimal Net, bool HasSales, decimal Sale)
    {
        public LocalDate Date { get; } = Time.InUtc().Date;
    }
}

/// <summary>Bookings of two hotels: cancellations, no-shows, room revenue.</summary>
internal static class HotelBookings
{
    public static void Verify(DataSet data)
    {
        Booking[] bookings = data.Rows(csv => new Booking(
            csv.Text("hotel"),
            csv.Text("is_canceled") == "1",
            csv.Text("reservation_status"),
            csv.Date("arrival_date"),
            csv.Whole("stays_in_weekend_nights") + csv.Whole("stays_in_week_nights"),
            csv.Text("is_repeated_guest") == "1",
            csv.Text("market_segment"),
            csv.Text("deposit_type"),
            csv.Number("adr")));

        Node figures = data.Reference["figures"];
        figures["bookings"].Is(Cancelled(bookings).N);
        figures["cancellation_rate_incl_no_show"].IsShare(Cancelled(bookings));
        figures["cancellation_rate_repeat_guests"].IsShare(Cancelled(bookings.Where(b => b.IsRepeatGuest)));
        figures["cancellation_rate_status_canceled_only"].IsShare(ShareTally.FromHits(bookings.Select(b => b.Status == "Canceled")));
        figures["no_show_rate_of_not_canceled_in_advance"].IsShare(ShareTally.FromHits(bookings.Where(b => b.Status != "Canceled")
            .Select(b => b.Status == "No-Show")));
        figures["repeat_guest_share_of_bookings"].IsShare(ShareTally.FromHits(bookings.Select(b => b.IsRepeatGuest)));
        foreach ((string status, Node count) in figures["status_counts"].Children)
        {
            count.Is(ShareTally.FromHits(bookings.Select(b => b.Status == status)).Count);
        }

        By("by_hotel", b => b.Hotel);
        By("by_deposit", b => b.Deposit);
        By("by_segment", b => b.Segment);
        By("by_arrival_month_total", MonthName);

        Node season = figures["classical_additive_decomposition_of_monthly_bookings"];
        CalendarPeriod first = CalendarPeriod.Parse(season["months"].Items.First().Text);
        double[] counts = [.. bookings.GroupBy(MonthName).OrderBy(month => month.Key, StringComparer.Ordinal).Select(month => (double)Cancelled(month).N)];
        Decomposed months = new(first, counts, DecompositionModel.Additive);
        season["values"].AreAll(counts);
        season["trend"].AreAll(months.Trend);
        season["seasonally_adjusted"].AreAll(months.Adjusted);
        months.Season(season["seasonal_by_calendar_month"]);

        ShareTally city = Cancelled(bookings.Where(b => b.Hotel == "City Hotel")), resort = Cancelled(bookings.Where(b => b.Hotel == "Resort Hotel"));
        figures["city_vs_resort_two_proportion_z"].IsDifference(city, resort);

        foreach ((string hotel, Node cells) in figures["by_hotel_and_arrival_month"].Children)
        {
            ILookup<string, Booking> arrivals = bookings.Where(b => b.Hotel == hotel).ToLookup(MonthName);
            foreach ((string month, Node cell) in cells.Children)
            {
                Month(cell, [.. arrivals[month]]);
            }
        }

        void By(string table, Func<Booking, string> key)
        {
            ILookup<string, Booking> segments = bookings.ToLookup(key);
            foreach ((string segment, Node share) in figures[table].Children)
            {
                share.IsShare(Cancelled(segments[segment]));
            }
        }
    }

    private static void Month(Node figures, Booking[] bookings)
    {
        ShareTally cancelled = Cancelled(bookings);
        figures["bookings"].Is(cancelled.N);
        figures["canceled"].Is(cancelled.Count);
        figures["stayed"].Is(cancelled.Rest);
        figures["cancellation_pct"].IsPercent(cancelled.Value);

        Booking[] stayed = [.. bookings.Where(b => !b.IsCancelled)];
        RatioTally rooms = RatioTally.FromRows(stayed.Select(b => (b.Rate * b.Nights, (decimal)b.Nights)));
        figures["room_nights"].Is(rooms.Denominator);
        figures["room_revenue"].Is(rooms.Numerator);
        figures["mean_adr_stayed"].Is(MeanTally.FromValues(stayed.Select(b => b.Rate)).Value);
    }

    private static ShareTally Cancelled(IEnumerable<Booking> bookings) => ShareTally.FromHits(bookings.Select(b => b.IsCancelled));

    private static string MonthName(Booking booking) => CalendarPeriod.Containing(CalendarUnit.Month, booking.Arrival).ToString();

    // A no-show counts as cancelled, except in its status.
    private sealed record Booking(
        string Hotel, bool IsCancelled, string Status, LocalDate Arrival, int Nights, bool IsRepeatGuest, string Segment, string Deposit, decimal Rate);
}

/// <summary>Sessions of a shop: conversion by segment.</summary>
internal static class ShopSessions
{
    public static void Verify(DataSet data)
    {
        Session[] sessions = data.Rows(csv => new Session(
            csv.Record,
            csv.Text("Month"),
            csv.Text("VisitorType"),
            csv.Text("Weekend"),
            csv.Text("TrafficType"),
            csv.Text("Region"),
            csv.Number("BounceRates"),
            csv.Number("ExitRates"),
            csv.Number("PageValues"),
            csv.Text("Revenue") == "TRUE"));

        Node figures = data.Reference["figures"];
        figures["sessions"].Is(sessions.Tally(Conversion).Units);
        figures["conversion_rate"].IsShare(sessions.Tally(Conversion), k => k.Evidence);
        By("conversion_by_Month", s => s.Month);
        By("conversion_by_VisitorType", s => s.Visitor);
        By("conversion_by_Weekend", s => s.Weekend);
        By("conversion_by_TrafficType", s => s.Traffic);
        By("conversion_by_Region", s => s.Region);
        Difference("returning_to_new_two_proportion_z", s => s.Visitor, "Returning_Visitor", "New_Visitor");
        Difference("weekday_to_weekend_two_proportion_z", s => s.Weekend, "FALSE", "TRUE");

        figures["share_of_sessions_new_visitors"].IsShare(ShareTally.FromHits(sessions.Select(s => s.Visitor == "New_Visitor")));
        figures["mean_bounce_rate"].Is(MeanTally.FromValues(sessions.Select(s => s.Bounce)).Value);
        figures["mean_exit_rate"].Is(MeanTally.FromValues(sessions.Select(s => s.Exit)).Value);
        figures["mean_page_value"].Is(MeanTally.FromValues(sessions.Select(s => s.PageValue)).Value);

        ConversionRate valued = sessions.Where(s => s.PageValue > 0).Tally(Conversion);
        figures["sessions_with_page_value_over_0"].Is(valued.Units);
        figures["conversion_when_page_value_over_0"].IsShare(valued, k => k.Evidence);
        figures["exact_duplicate_rows"].Is(sessions.Length - sessions.DistinctBy(s => s.Record).Count());

        void By(string table, Func<Session, string> key) => figures[table].AreShares(sessions.TallyBy(key, Conversion), k => k.Evidence);

        void Difference(string figure, Func<Session, string> key, string before, string after)
        {
            Segments<string, ConversionRate> segments = sessions.TallyBy(key, Conversion);
            figures[figure].IsDifference(segments.GetValueOrDefault(before), segments.GetValueOrDefault(after), k => k.Evidence);
        }
    }

    private static ConversionRate Conversion(Session session) => ConversionRate.FromUnit(session.IsPurchase, ConversionUnit.Session);

    private sealed record Session(
        string Record,
        string Month,
        string Visitor,
        string Weekend,
        string Traffic,
        string Region,
        decimal Bounce,
        decimal Exit,
        decimal PageValue,
        bool IsPurchase);
}

/// <summary>Clickstream of a shop: conversion and cart abandonment by session, user and line.</summary>
internal static class ShopEvents
{
    public static void Verify(DataSet data)
    {
        Event[] events = data.Rows(csv => new Event(
            csv.Text("event_type"),
            csv.Text("product"),
            csv.Number("price_usd"),
            csv.Text("user"),
            csv.Text("session")));

        Node figures = data.Reference["figures"];
        foreach ((string type, Node count) in figures["event_counts"].Children)
        {
            count.Is(ShareTally.FromHits(events.Select(e => e.Type == type)).Count);
        }

        ConversionRate bySession = Conversion(events, e => e.Session, ConversionUnit.Session);
        figures["sessions"].Is(bySession.Units);
        figures["sessions_with_purchase"].Is(bySession.Converted);
        figures["session_conversion_rate_purchase_over_all"].IsShare(bySession, k => k.Evidence);
        ConversionRate byUser = Conversion(events, e => e.User, ConversionUnit.User);
        figures["users"].Is(byUser.Units);
        figures["user_conversion_rate"].IsShare(byUser, k => k.Evidence);

        HashSet<string> viewed = Keys(events, "view", e => e.Session);
        HashSet<string> filled = Keys(events, "cart", e => e.Session);
        HashSet<string> bought = Keys(events, "purchase", e => e.Session);
        FunnelConversion toCart = new(viewed.Intersect(filled).Count(), viewed.Count, new FunnelSteps("view", "cart"));
        figures["sessions_with_view"].Is(toCart.Entered);
        figures["view_to_cart_rate"].IsShare(toCart, k => k.Evidence);

        CartAbandonment carts = Abandonment(events, e => e.Session, ConversionUnit.Session);
        figures["sessions_with_cart"].Is(carts.Created);
        figures["sessions_with_cart_and_purchase"].Is(carts.Purchased);
        figures["sessions_with_purchase_but_no_cart_event"].Is(carts.PurchasesWithoutCart);
        figures["cart_abandonment_event_based"].IsShare(carts, k => k.Evidence);
        figures["cart_abandonment_if_every_purchase_implies_a_cart"].IsShare(
            new CartAbandonment(bought.Count, bought.Union(filled).Count(), new CartBasis(ConversionUnit.Session)), k => k.Evidence);
        figures["user_cart_abandonment"].IsShare(Abandonment(events, e => e.User, ConversionUnit.User), k => k.Evidence);
        figures["cart_line_abandonment_session_product_pairs"].IsShare(
            Abandonment(events, e => (e.Session, e.Product), ConversionUnit.NotStated),
            k => k.Evidence);

        ShareTally purchases = ShareTally.FromHits(events.Select(e => e.Type == "purchase"));
        figures["events"].Is(purchases.N);
        figures["purchase_events"].Is(purchases.Count);

        // Several purchases of one session are one order.
        AverageOrderValue orders = AverageOrderValue.FromOrders(
            events.Where(e => e.Type == "purchase").GroupBy(e => e.Session, (_, order) => order.Sum(e => e.Price)),
            "USD");
        figures["revenue_usd"].Is(orders.Evidence.Numerator);
        figures["average_order_value_per_purchasing_session_usd"].Is(orders.Value);
        figures["revenue_per_session_usd"].Is(
            RevenuePerVisit.FromVisits(
                events.GroupBy(e => e.Session, (_, session) => session.Where(e => e.Type == "purchase").Sum(e => e.Price)), "USD").Value);
        figures["abandoned_cart_value_usd_distinct_session_product"].Is(
            MeanTally.FromValues(events.Where(e => e.Type == "cart" && !bought.Contains(e.Session))
                .DistinctBy(e => (e.Session, e.Product))
                .Select(e => e.Price)).Sum);
    }

    private static ConversionRate Conversion(Event[] events, Func<Event, string> key, ConversionUnit unit) =>
        ConversionRate.FromEvents(events.Select(e => (key(e), e.Type == "purchase")), unit);

    private static CartAbandonment Abandonment<TKey>(Event[] events, Func<Event, TKey> key, ConversionUnit unit)
    {
        HashSet<TKey> carts = Keys(events, "cart", key), purchases = Keys(events, "purchase", key);
        return new(carts.Intersect(purchases).Count(), carts.Count, new CartBasis(unit), purchasesWithoutCart: purchases.Except(carts).Count());
    }

    private static HashSet<TKey> Keys<TKey>(Event[] events, string type, Func<Event, TKey> key) => [.. events.Where(e => e.Type == type).Select(key)];

    private sealed record Event(string Type, string Product, decimal Price, string User, string Session);
}

/// <summary>Customers of a fictional telephone company: churn, revenue churn, revenue per customer, lifetime value.</summary>
internal static class TelcoCustomers
{
    public static void Verify(DataSet data)
    {
        Customer[] customers = data.Rows(csv => new Customer(
            csv.Text("customerID"),
            csv.Whole("tenure"),
            csv.Text("Contract"),
            csv.Text("InternetService"),
            csv.Text("PaymentMethod"),
            csv.Text("SeniorCitizen"),
            csv.Text("PaperlessBilling"),
            csv.Number("MonthlyCharges"),
            csv.Text("TotalCharges").Trim().Length == 0,
            csv.Text("Churn") == "Yes"));
        Customer[] lost = [.. customers.Where(c => c.IsLost)], kept = [.. customers.Where(c => !c.IsLost)];

        Node figures = data.Reference["figures"];
        Churn churn = customers.Tally(c => c.Churn);
        figures["customers"].Is(churn.AtStart);
        figures["churn_rate"].IsShare(churn, k => k.Evidence);
        figures["retention_rate"].IsShare(new Retention(churn.Evidence.Rest, churn.AtStart, churn.Period), k => k.Evidence);
        figures["simple_expected_lifetime_periods_1_over_churn"].Is(churn.Value is { } rate ? PeriodRate.MeanLifetime(rate) : null);

        GrossRevenueChurn revenue = GrossRevenueChurn.FromAccounts(customers.Select(c => (c.Charge, c.IsLost ? 0 : c.Charge)), "USD", CalendarUnit.Month);
        figures["monthly_revenue_all"].Is(revenue.Evidence.Denominator);
        figures["monthly_revenue_of_churned"].Is(revenue.Evidence.Numerator);
        figures["revenue_churn_pct"].IsPercent(revenue.Value);
        figures["simple_clv_arpu_over_churn_no_margin_no_discount"].Is(
            (churn.Value, PerCustomer(customers).PerBuyer) is ({ } lossRate, { } arpu)
                ? CustomerLifetimeValue.Subscription(arpu, grossMargin: 1, lossRate)
                : null);
        figures["arpu_all"].Is(PerCustomer(customers).Value);
        figures["arpu_churned"].Is(PerCustomer(lost).Value);
        figures["arpu_retained"].Is(PerCustomer(kept).Value);

        By("churn_by_Contract", c => c.Contract);
        By("churn_by_InternetService", c => c.Internet);
        By("churn_by_PaymentMethod", c => c.Payment);
        By("churn_by_SeniorCitizen", c => c.Senior);
        By("churn_by_PaperlessBilling", c => c.Paperless);
        foreach ((string band, Node share) in figures["churn_by_tenure_band"].Children)
        {
            // Such as "13-24", both included.
            int[] months = [.. band.Split('-').Select(month => int.Parse(month, CultureInfo.InvariantCulture))];
            share.IsShare(customers.Where(c => c.Tenure >= months[0] && c.Tenure <= months[^1]).Tally(c => c.Churn), k => k.Evidence);
        }

        SurvivalCurve curve = SurvivalTally.FromTenures(customers.Select(c => new Tenure(c.Tenure, c.IsLost)), CalendarUnit.Month).Curve();
        foreach ((int month, Node share) in figures["kaplan_meier_survival_at_tenure_months"].Numbered)
        {
            share.Is(curve.At(month)?.Survival);
        }

        figures["mean_tenure_months"].Is(MeanTally.FromValues(customers.Select(c => (decimal)c.Tenure)).Value);
        figures["mean_tenure_churned"].Is(MeanTally.FromValues(lost.Select(c => (decimal)c.Tenure)).Value);
        figures["tenure_zero_rows"].Is(ShareTally.FromHits(customers.Select(c => c.Tenure == 0)).Count);
        figures["blank_total_charges"].Is(ShareTally.FromHits(customers.Select(c => c.IsUncharged)).Count);

        void By(string table, Func<Customer, string> key) => figures[table].AreShares(customers.TallyBy(key, c => c.Churn), k => k.Evidence);
    }

    private static RevenuePerBuyer PerCustomer(IEnumerable<Customer> customers) =>
        RevenuePerBuyer.FromOrders(customers.Select(c => (c.Id, c.Charge)), "USD", CalendarUnit.Month);

    private sealed record Customer(
        string Id, int Tenure, string Contract, string Internet, string Payment, string Senior, string Paperless, decimal Charge, bool IsUncharged, bool IsLost)
    {
        public Churn Churn => new(IsLost ? 1 : 0, 1, CalendarUnit.Month);
    }
}

/// <summary>Customers of a telecom company: churn and complaints.</summary>
internal static class TelecomCustomers
{
    public static void Verify(DataSet data)
    {
        Customer[] customers = data.Rows(csv => new Customer(
            csv.Record,
            csv.Text("complains") == "1",
            csv.Whole("call_failure"),
            csv.Text("tariff_plan"),
            csv.Text("status"),
            csv.Text("age_group"),
            csv.Number("customer_value"),
            csv.Text("churn") == "1"));

        Node figures = data.Reference["figures"];
        Churn churn = customers.Tally(c => c.Churn);
        figures["customers"].Is(churn.AtStart);
        figures["churn_rate"].IsShare(churn, k => k.Evidence);
        By("churn_by_tariff_plan", c => c.Plan);
        By("churn_by_status", c => c.Status);
        By("churn_by_age_group", c => c.AgeGroup);

        Segments<bool, Churn> byComplaint = customers.TallyBy(c => c.Complained, c => c.Churn);

        // Customers who complained at least once are a share; ComplaintRate counts complaints.
        figures["complaint_rate_customers_with_complaint"].IsShare(ShareTally.FromHits(customers.Select(c => c.Complained)));
        Churn complained = byComplaint.GetValueOrDefault(true), silent = byComplaint.GetValueOrDefault(false);
        figures["churn_with_complaint"].IsShare(complained, k => k.Evidence);
        figures["churn_without_complaint"].IsShare(silent, k => k.Evidence);
        figures["complaint_effect_two_proportion_z"].IsDifference(silent, complained, k => k.Evidence);
        figures["relative_risk_churn_complaint_vs_none"].Is(complained.Evidence.RatioTo(silent.Evidence)?.Value);

        GrossRevenueChurn value = GrossRevenueChurn.FromAccounts(customers.Select(c => (c.Worth, c.IsLost ? 0 : c.Worth)));
        figures["customer_value_sum"].Is(value.Evidence.Denominator);
        figures["customer_value_churned_sum"].Is(value.Evidence.Numerator);
        figures["value_churn_pct"].IsPercent(value.Value);
        figures["mean_customer_value"].Is(MeanTally.FromValues(customers.Select(c => c.Worth)).Value);
        figures["failed_calls_per_customer"].Is(RatioTally.FromValues(customers.Select(c => (decimal)c.Failures)).Value);

        Churn distinct = customers.DistinctBy(c => c.Record).Tally(c => c.Churn);
        figures["exact_duplicate_rows"].Is(churn.AtStart - distinct.AtStart);
        figures["without_duplicates"]["customers"].Is(distinct.AtStart);
        figures["without_duplicates"]["churn"].IsShare(distinct, k => k.Evidence);

        void By(string table, Func<Customer, string> key) => figures[table].AreShares(customers.TallyBy(key, c => c.Churn), k => k.Evidence);
    }

    private sealed record Customer(
        string Record, bool Complained, int Failures, string Plan, string Status, string AgeGroup, decimal Worth, bool IsLost)
    {
        // Churn is the state three months after the nine that the row describes.
        public Churn Churn => new(IsLost ? 1 : 0, 1);
    }
}

/// <summary>Tickets of an IT service desk: deadlines, resolution at first contact, resolution times, backlog.</summary>
internal static class Incidents
{
    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    public static void Verify(DataSet data)
    {
        Incident[] incidents = data.Rows(csv => new Incident(
            new Ticket(csv.Instant(Minutes, "opened_at"), Resolved: csv.OptionalInstant(Minutes, "resolved_at")),
            csv.Instant(Minutes, "closed_at"),
            csv.Text("contact_type"),
            csv.Text("priority"),
            csv.Whole("reassignment_count"),
            csv.Whole("reopen_count"),
            csv.Text("made_sla") == "true",
            csv.Text("caller")));

        Node figures = data.Reference["figures"];
        figures["incidents"].Is(incidents.Tally(i => i.Sla).Evidence.N);
        figures["sla_met"].IsShare(incidents.Tally(i => i.Sla), k => k.Evidence);
        figures["fcr_proxy_no_reassignment_and_no_reopen"].IsShare(incidents.Tally(i => i.FirstContact), k => k.Evidence);
        figures["never_reassigned"].IsShare(ShareTally.FromHits(incidents.Select(i => i.Reassignments == 0)));
        figures["never_reopened"].IsShare(Reopened(incidents).Complement());
        figures["reopen_rate"].IsShare(Reopened(incidents));
        figures["mean_reassignments"].Is(MeanTally.FromValues(incidents.Select(i => (decimal)i.Reassignments)).Value);

        Resolution(figures["resolution_hours"], incidents);
        DurationSample closure = DurationSample.FromDurations(incidents.Select(i => i.Closed - i.Ticket.Created));
        figures["closure_hours"]["n"].Is(closure.Count);
        figures["closure_hours"]["mean"].Is(closure.Tally().Average?.TotalHours);
        figures["closure_hours"]["median"].Is(closure.Median?.TotalHours);

        Groups(figures["by_priority"], incidents.ToLookup(i => i.Priority));
        Groups(figures["by_contact_type"], incidents.ToLookup(i => i.Channel));
        Months(figures["by_opened_month"], incidents);

        Instant asOf = Instant.FromUtc(2016, 5, 31, 23, 59);
        Backlog backlog = Backlog.FromTickets(incidents.Select(i => i.Ticket), asOf);
        figures["open_backlog_at_2016_05_31_2359_by_resolved_at"].Is(backlog.Open);

        RatioTally callers = RatioTally.FromValues(incidents.Where(i => i.Caller != "?").GroupBy(i => i.Caller, (_, own) => (decimal)own.Count()));
        figures["callers"].Is(callers.Denominator);
        figures["incidents_per_known_caller"].Is(callers.Value);
    }

    private static void Resolution(Node figures, Incident[] incidents)
    {
        ResolutionTime mean = ResolutionTime.FromTickets(incidents.Select(i => i.Ticket));
        DurationSample sample = ResolutionTime.SampleOf(incidents.Select(i => i.Ticket));
        figures["n"].Is(mean.Evidence.N);
        figures["missing_resolved_at"].Is(mean.Open);
        figures["zero"].Is(sample.ShareWithin(Duration.Zero).Count);
        figures["mean"].Is(mean.Average?.TotalHours);
        figures["median"].Is(sample.Median?.TotalHours);
        figures["p75"].Is(sample.Percentile(0.75)?.TotalHours);
        figures["p90"].Is(sample.Percentile(0.9)?.TotalHours);
        figures["p95"].Is(sample.Percentile(0.95)?.TotalHours);
        figures["max"].Is(sample.Longest?.TotalHours);
        figures["resolved_within_24h"].IsShare(sample.ShareWithin(Duration.FromHours(24)));
        figures["resolved_within_72h"].IsShare(sample.ShareWithin(Duration.FromHours(72)));
    }

    private static void Groups(Node table, ILookup<string, Incident> groups)
    {
        foreach ((string name, Node figures) in table.Children)
        {
            Incident[] group = [.. groups[name]];
            SlaCompliance sla = group.Tally(i => i.Sla);
            figures["incidents"].Is(sla.Evidence.N);
            figures["sla_met"].IsShare(sla, k => k.Evidence);
            figures.Find("fcr_proxy")?.IsShare(group.Tally(i => i.FirstContact), k => k.Evidence);
            figures.Find("median_resolution_hours")?.Is(ResolutionTime.SampleOf(group.Select(i => i.Ticket)).Median?.TotalHours);
        }
    }

    private static void Months(Node table, Incident[] incidents)
    {
        ILookup<string, Incident> months = incidents.ToLookup(i => CalendarPeriod.Containing(CalendarUnit.Month, i.Ticket.Created.InUtc().Date).ToString());
        foreach ((string month, Node figures) in table.Children)
        {
            Incident[] opened = [.. months[month]];
            SlaCompliance sla = opened.Tally(i => i.Sla);
            figures["incidents"].Is(sla.Evidence.N);
            figures["sla_met_pct"].IsPercent(sla.Value);
            figures["fcr_proxy_pct"].IsPercent(opened.Tally(i => i.FirstContact).Value);
            figures["reopen_pct"].IsPercent(Reopened(opened).Value);
            figures["mean_resolution_hours"].Is(ResolutionTime.FromTickets(opened.Select(i => i.Ticket)).Average?.TotalHours);
        }
    }

    private static ShareTally Reopened(IEnumerable<Incident> incidents) => ShareTally.FromHits(incidents.Select(i => i.Reopenings > 0));

    // The log has local clock times without a zone: they are read as one clock, so that differences are clock time.
    private sealed record Incident(
        Ticket Ticket, Instant Closed, string Channel, string Priority, int Reassignments, int Reopenings, bool MadeSla, string Caller)
    {
        public SlaCompliance Sla => MadeSla ? new(met: 1, missed: 0) : new(met: 0, missed: 1);

        public FirstContactResolution FirstContact => new(Reassignments == 0 && Reopenings == 0 ? 1 : 0, 1, FirstContactRule.Recorded);
    }
}

/// <summary>Monthly sales of eight kinds of shops over 29 years: season, trend, and comparisons with the month and the year before.</summary>
internal static class RetailSales
{
    public static void Verify(DataSet data)
    {
        ILookup<string, Sales> kinds = data.Rows(csv => new Sales(
            csv.Text("kind_of_business"),
            CalendarPeriod.Parse(csv.Text("month")),
            csv.OptionalNumber("sales_musd"),
            csv.Text("reason_for_null")))
            .ToLookup(sales => sales.Kind);
        foreach ((string kind, Node figures) in data.Reference["series"].Children)
        {
            // A month is one order here: the record keeps the sum of its months, and its value is their mean.
            KpiSeries<AverageOrderValue> months = KpiSeries.From(
                CalendarUnit.Month, kinds[kind].Select(sales => (sales.Month, sales.Amount is { } amount ? new AverageOrderValue(amount, 1, "USD") : default)));
            foreach ((string month, Node reason) in figures["missing_months"].Children)
            {
                Sales missing = kinds[kind].Single(sales => sales.Month == CalendarPeriod.Parse(month));
                reason.Says(missing.Amount is null ? missing.Reason : "");
            }

            Window(figures["full_or_leading_run"], months);
            Window(figures["window_2010_01_to_2019_12"], months);
        }
    }

    private static void Window(Node figures, KpiSeries<AverageOrderValue> all)
    {
        KpiSeries<AverageOrderValue> months = all.Slice(CalendarPeriod.Parse(figures["first"].Text), CalendarPeriod.Parse(figures["last"].Text));
        figures["n"].Is(months.Count);
        Dictionary<string, YearOverYearChange> years = months.YearOverYear().ToDictionary(change => change.Period.ToString());
        figures["yoy_pct_last_12"].ArePerPeriod(month => 100 * years[month].Change?.Difference / months[years[month].Baseline!.Value].Value);
        Dictionary<string, Change?> steps = months.Changes().ToDictionary(change => change.Key.ToString(), change => change.Value);
        figures["mom_pct_last_12"].ArePerPeriod(month => 100 * steps[month]?.Difference / months[CalendarPeriod.Parse(month).Plus(-1)].Value);

        AverageOrderValue lastYear = months.Rolling(12)[^1].Value;
        figures["trailing_12_month_sum_last"].Is(lastYear.Evidence.Numerator);
        figures["trailing_12_month_mean_last"].Is(lastYear.Value);
        KpiSeries<AverageOrderValue> totals = months.Resample(CalendarUnit.Year);
        figures["annual_totals"].ArePerPeriod(year => (double)totals[CalendarPeriod.Parse(year)].Evidence.Numerator);

        double[] values = [.. months.Values.Select(value => value!.Value)];
        Decomposition(figures["classical_additive"], new(months[0].Key, values, DecompositionModel.Additive));
        Decomposition(figures["classical_multiplicative"], new(months[0].Key, values, DecompositionModel.Multiplicative));

        Dictionary<string, int> places = months.Select((month, i) => (month.Key, i)).ToDictionary(month => month.Key.ToString(), month => month.i);
        StlDecomposition smooth = Stl.Decompose(values, 12, StlOptions.StatsmodelsCompatible(13));
        Node stl = figures["stl_statsmodels_period12_seasonal13"];
        stl["seasonal_last_12"].ArePerPeriod(month => smooth.Seasonal[places[month]]);
        stl["trend_last_12"].ArePerPeriod(month => smooth.Trend[places[month]]);
    }

    private static void Decomposition(Node figures, Decomposed parts)
    {
        parts.Season(figures["seasonal_by_calendar_month"]);
        figures["seasonally_adjusted_first_3"].ArePerPeriod(month => parts.At(parts.Adjusted, month));
        figures["seasonally_adjusted_last_12"].ArePerPeriod(month => parts.At(parts.Adjusted, month));
        figures["trend_first_defined"].ArePerPeriod(month => parts.At(parts.Trend, month));
        figures["trend_last_defined"].ArePerPeriod(month => parts.At(parts.Trend, month));
    }

    private sealed record Sales(string Kind, CalendarPeriod Month, decimal? Amount, string Reason);
}

/// <summary>
/// Purchases of discs and gifts of donors. The figures were computed from the files with pandas, and with 34 digits from the likelihoods as they are
/// published; those of a fixed model equal those of the R package BTYD.
/// </summary>
internal static class DiscPurchases
{
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    public static void Verify(DataSet data)
    {
        PurchaseHistories<string> customers = PurchaseLog.Summarise(
            data.Lines("CDNOW_sample.txt").Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
            row => row[1],
            row => Day.Parse(row[2]).GetValueOrThrow(),
            row => decimal.Parse(row[4], CultureInfo.InvariantCulture),
            CalendarUnit.Week,
            calibrationEnd: new LocalDate(1997, 9, 30),
            holdoutEnd: new LocalDate(1998, 6, 30));
        Histories(data, customers);
        Fixed(data, customers);

        // The published summary is rounded to hundredths, and so are the figures that were computed from it.
        double[][] summary = [.. Table(data, "cdnow_customers_summary_with_transactions.csv")];
        data.Is("customers unlike the published summary", summary.Zip(customers.Customers).Count(x => !Alike(x.First, x.Second)), 0);
        PurchaseHistory[] histories = [.. summary.Select(row => new PurchaseHistory((int)row[1], row[2], row[3]))];
        data.Is("log-likelihood/BG-NBD", BgNbd.Fit(histories, CalendarUnit.Week).LogLikelihood, -9582.425560567362);
        data.Is("log-likelihood/MBG-NBD", MbgNbd.Fit(histories, CalendarUnit.Week).LogLikelihood, -9582.132684899903);
        data.Is("log-likelihood/Pareto-NBD", ParetoNbd.Fit(histories, CalendarUnit.Week).LogLikelihood, -9594.973929826863);
        data.Is("log-likelihood/gamma-gamma", GammaGamma.Fit(summary.Select(row => new SpendHistory((int)row[1], row[4]))).LogLikelihood, -4055.9232435028644);
        data.Is(
            "log-likelihood/BG-BB",
            BgBb.Fit(
                Table(data, "donations.csv").Select(row => new PurchaseHistory((int)row[0], row[1], row[2], (long)row[3])), CalendarUnit.Year).LogLikelihood,
            -33225.58127434701);
    }

    private static void Histories(DataSet data, PurchaseHistories<string> customers)
    {
        data.Is("customers", customers.Customers.Count, 2357);
        data.Is("rows of a day with an earlier one", customers.Counts.SameDay, 223);
        data.Is("rows of amount 0", customers.Counts.ZeroAmounts, 8);
        data.Is("customers without a repeat purchase", customers.Customers.Count(c => c.Frequency == 0), 1411);
        data.Is("repeat purchases", customers.Customers.Sum(c => c.Frequency), 2457);
        data.Is("repeat purchases in the holdout", customers.Customers.Sum(c => c.HoldoutPurchases), 1882);
        data.Is("sum of recencies in weeks", customers.Histories.Sum(h => h.Recency), 16135.57142857143);
        data.Is("sum of ages in weeks", customers.Histories.Sum(h => h.Age), 77111.28571428571);
        data.Is("amount in the holdout", (double)customers.Customers.Sum(c => c.HoldoutAmount), 70976.39);
        data.Is("correlation of purchases and amounts", SpendIndependence.Of(customers.Spending).Pearson, 0.11388791939125531);
    }

    private static void Fixed(DataSet data, PurchaseHistories<string> customers)
    {
        BgNbd model = new(0.24259452243015708, 4.413602019013504, 0.7929220172255976, 2.425906776826332, CalendarUnit.Week);
        data.Is("frequencies/chi-squared", FrequencyFit.Of(model, customers.Histories).ChiSquare, 4.821108022428057);

        HoldoutValidation holdout = HoldoutValidation.Of(model, customers);
        data.Is("holdout/expected", holdout.ExpectedTotal, 1653.4086979425401);
        data.Is("holdout/bias", holdout.Bias, -0.0969840059641323);
        data.Is("holdout/mean absolute error", holdout.MeanAbsoluteError, 0.7854542366060779);
        data.Is("holdout/root mean squared error", holdout.RootMeanSquaredError, 1.6079820107439928);
        data.Is("holdout/correlation", holdout.Correlation, 0.6256474513478171);
        data.Is("holdout/mean probability alive", holdout.MeanProbabilityAlive, 0.8134398264911828);

        (int Week, long Actual, double Expected)[] known =
            [(10, 504, 439.43552999242144), (39, 2457, 2501.526199053816), (52, 3183, 3134.104230558645), (78, 4339, 4165.663765017451)];
        foreach ((TrackingPoint point, (int week, long actual, double expected)) in
            PurchaseTracking.Of(model, customers, known.Select(k => (double)k.Week)).Zip(known))
        {
            data.Is($"repeat purchases until week {week}", point.Actual, actual);
            data.Is($"repeat purchases until week {week}, expected", point.Expected, expected);
        }

        GammaGamma spend = new(6.249572271323756, 3.7442246671320243, 15.443520962589238);
        CustomerPurchases<string> first = customers.Customers[0];
        data.Is("first customer/purchases in 39 weeks", model.ExpectedPurchases(first.History, 39), 1.225994455287297);
        data.Is("first customer/probability alive", model.ProbabilityAlive(first.History), 0.7266203116623745);
        data.Is("first customer/mean amount", spend.ExpectedMeanAmount(first.Spending), 24.653918698220572);
        data.Is("first customer/value of 12 months", LifetimeValue.Of(model, spend, first.History, first.Spending), 36.73373252438628);
    }

    private static bool Alike(double[] row, CustomerPurchases<string> customer)
    {
        const double Rounding = 0.005 + 1e-9;
        return row[1] == customer.Frequency
            && Math.Abs(row[2] - customer.History.Recency) < Rounding
            && Math.Abs(row[3] - customer.History.Age) < Rounding
            && Math.Abs(row[4] - customer.Spending.MeanAmount) < Rounding;
    }

    private static IEnumerable<double[]> Table(DataSet data, string file) => data.Lines(file)
        .Skip(1)
        .Select(line => Array.ConvertAll(line.Split(','), cell => double.Parse(cell, CultureInfo.InvariantCulture)));
}

/// <summary>A classical decomposition of months, by their names.</summary>
internal sealed class Decomposed
{
    private readonly ClassicalDecomposition parts;
    private readonly CalendarPeriod first;

    public Decomposed(CalendarPeriod first, double[] values, DecompositionModel model)
    {
        this.first = first;
        parts = ClassicalDecomposition.Of(values, 12, new() { Model = model });
        Adjusted = [.. values.Zip(parts.Seasonal, (value, season) => model == DecompositionModel.Additive ? value - season : value / season)];
    }

    public double[] Adjusted { get; }

    public double[] Trend => [.. parts.Trend];

    public void Season(Node figures)
    {
        foreach ((int month, Node figure) in figures.Numbered)
        {
            figure.Is(parts.Figure[(month - first.Start.Month + 12) % 12]);
        }
    }

    public double At(double[] figures, string month) => figures.Where((_, i) => first.Plus(i).ToString() == month).Single();
}

/// <summary>The comparisons: a line each, and the count of both verdicts.</summary>
internal sealed class Checks
{
    private const double Tolerance = 1e-9, NearZero = 1e-3;

    public int Agree { get; private set; }

    public int Differ { get; private set; }

    public void Compare(string dataSet, string figure, double? computed, double? reference) =>
        Report(Same(computed, reference), dataSet, figure, Text(computed), Text(reference));

    public void Report(bool agrees, string dataSet, string figure, string computed, string reference)
    {
        (Agree, Differ) = agrees ? (Agree + 1, Differ) : (Agree, Differ + 1);
        Console.WriteLine($"{(agrees ? "agree" : "DIFFER"),-6}  {dataSet}  {figure,-70}  {computed,22}  {reference,22}");
    }

    // Relative, and absolute below a thousandth; undefined agrees with undefined only.
    private static bool Same(double? computed, double? reference) => (computed, reference) switch
    {
        (null, null) => true,
        ({ } a, { } b) => Math.Abs(a - b) <= Tolerance * Math.Max(Math.Abs(b), NearZero),
        _ => false,
    };

    private static string Text(double? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "-";
}

/// <summary>A figure, or a group of figures, of a reference.json.</summary>
internal sealed class Node(Checks checks, string dataSet, string path, JsonElement element)
{
    public string Text => element.ToString();

    public IEnumerable<(string Name, Node Figures)> Children =>
        Of(JsonValueKind.Object).EnumerateObject().Select(child => (child.Name, Child(child.Name, child.Value)));

    /// <summary>The children of a table whose keys are numbers.</summary>
    public IEnumerable<(int Key, Node Figures)> Numbered => Children.Select(child => (int.Parse(child.Name, CultureInfo.InvariantCulture), child.Figures));

    public IEnumerable<Node> Items => Of(JsonValueKind.Array).EnumerateArray().Select((item, i) => Child($"{i}", item));

    public Node this[string name] => Find(name) ?? throw new InvalidDataException($"reference.json has no {path}/{name}");

    public Node? Find(string name) => Of(JsonValueKind.Object).TryGetProperty(name, out JsonElement child) ? Child(name, child) : null;

    public void Is(double? computed) => checks.Compare(dataSet, path, computed, Number());

    public void Is(decimal? computed) => Is((double?)computed);

    public void Is(long? computed) => Is((double?)computed);

    public void Says(string computed) => checks.Report(computed == Text, dataSet, path, computed, Text);

    /// <summary>An array of figures, with <see langword="null"/> where there is none.</summary>
    public void AreAll(IReadOnlyList<double> computed)
    {
        Node[] figures = [.. Items];
        for (int i = 0; i < figures.Length; i++)
        {
            figures[i].Is(double.IsNaN(computed[i]) ? null : computed[i]);
        }
    }

    /// <summary>A table of figures by month or year.</summary>
    public void ArePerPeriod(Func<string, double?> computed)
    {
        foreach ((string period, Node figure) in Children)
        {
            figure.Is(computed(period));
        }
    }

    public void IsPercent(double? share) => Is(100 * share);

    /// <summary>An array of two limits.</summary>
    public void IsInterval(Estimate? estimate, double factor = 1)
    {
        double?[] limits = [estimate?.Lower, estimate?.Upper];
        foreach ((Node figure, double? limit) in Items.Zip(limits))
        {
            figure.Is(factor * limit);
        }
    }

    /// <summary>The counts of a share, the share, and Wilson's interval in per cent.</summary>
    public void IsShare(ShareTally share) => IsShare(share, share.Value, share.Estimate());

    public void IsShare<TKpi>(TKpi kpi, Func<TKpi, ShareTally> evidence)
        where TKpi : struct, IKpi<TKpi> => IsShare(evidence(kpi), kpi.Value, kpi.Estimate());

    /// <summary>A table of shares by segment.</summary>
    public void AreShares<TKpi>(Segments<string, TKpi> segments, Func<TKpi, ShareTally> evidence)
        where TKpi : struct, IKpi<TKpi>
    {
        foreach ((string segment, Node share) in Children)
        {
            share.IsShare(segments.GetValueOrDefault(segment), evidence);
        }
    }

    /// <summary>Two KPIs that are shares, their difference in points, and its z test with the pooled share.</summary>
    public void IsDifference<TKpi>(TKpi before, TKpi after, Func<TKpi, ShareTally> evidence)
        where TKpi : struct, IKpi<TKpi>
    {
        this["p1"].Is(before.Value);
        this["p2"].Is(after.Value);
        IsTest(evidence(before), evidence(after), after.ChangeFrom(before));
    }

    public void IsDifference(ShareTally before, ShareTally after)
    {
        this["p1"].Is(before.Value);
        this["p2"].Is(after.Value);
        IsTest(before, after, after.ChangeFrom(before));
    }

    /// <summary>A wrong figure, whose computation the library must refuse.</summary>
    public void IsRefused(Action compute)
    {
        try
        {
            compute();
            checks.Report(false, dataSet, path, "not refused", "must be refused");
        }
        catch (ArgumentException error)
        {
            checks.Report(true, dataSet, path, "refused", error.Message.Split('\n')[0]);
        }
    }

    private void IsTest(ShareTally before, ShareTally after, Change? change)
    {
        SignificanceTest? test = after.TestAgainst(before, ShareTest.PooledZ);
        this["diff_points"].IsPercent(change?.Difference);
        this["z_pooled"].Is(test?.Statistic);
        this["p_two_sided"].Is(test?.PValue);
    }

    private void IsShare(ShareTally evidence, double? value, Estimate? estimate)
    {
        this["k"].Is(evidence.Count);
        this["n"].Is(evidence.N);
        this["share"].Is(value);
        this["pct"].IsPercent(value);
        this["wilson95_pct"].IsInterval(estimate, 100);
    }

    private Node Child(string name, JsonElement child) => new(checks, dataSet, path.Length == 0 ? name : $"{path}/{name}", child);

    private double? Number() => element.ValueKind == JsonValueKind.Null ? null : Of(JsonValueKind.Number).GetDouble();

    private JsonElement Of(JsonValueKind kind) => element.ValueKind == kind
        ? element
        : throw new InvalidDataException($"reference.json: {path} must be {kind}, but is {element.ValueKind}");
}

/// <summary>A folder with rows and the reference to compare them with.</summary>
internal sealed class DataSet
{
    private readonly string folder, name;
    private readonly Checks checks;

    public DataSet(string root, string name, Checks checks)
    {
        (this.name, this.checks, folder) = (name, checks, Path.Combine(root, name));
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"there is no folder {folder}");
        }
    }

    public Node Reference => field ??= new(checks, name, "", JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "reference.json"))).RootElement);

    /// <summary>Compares a figure with one that does not stand in a reference.json.</summary>
    public void Is(string figure, double? computed, double? reference) => checks.Compare(name, figure, computed, reference);

    public IEnumerable<string> Lines(string file) => File.ReadLines(Path.Combine(folder, file));

    /// <summary>Reads the rows of the data set's file, which must have the columns that the reference names.</summary>
    public T[] Rows<T>(Func<Row, T> read)
    {
        Node file = Reference["files"].Items.FirstOrDefault() ?? throw new InvalidDataException("reference.json names no file");
        string name = file["file"].Text;
        string[] known = [.. file["columns"].Items.Select(column => column.Text)];
        using StreamReader text = new(new GZipStream(File.OpenRead(Path.Combine(folder, name)), CompressionMode.Decompress));
        using CsvReader csv = new(text, new CsvConfiguration(CultureInfo.InvariantCulture));
        List<T> rows = [];
        try
        {
            csv.Read();
            csv.ReadHeader();
            string[] odd = [.. csv.HeaderRecord!.Except(known), .. known.Except(csv.HeaderRecord!)];
            if (odd.Length > 0)
            {
                throw new InvalidDataException($"{name}: unknown or missing columns {string.Join(", ", odd)}");
            }

            while (csv.Read())
            {
                rows.Add(read(new Row(csv)));
            }
        }
        catch (Exception error) when (error is CsvHelperException or FormatException or OverflowException)
        {
            throw new InvalidDataException($"{name}, line {csv.Parser.RawRow}: {error.Message}");
        }

        file["rows"].Is(rows.Count);
        return rows.Count > 0 ? [.. rows] : throw new InvalidDataException($"{name} has no rows");
    }
}

/// <summary>One row of a CSV file.</summary>
internal readonly struct Row(CsvReader csv)
{
    public string Record => csv.Parser.RawRecord;

    public string Text(string column) => csv.GetField(column)!;

    public int Whole(string column) => int.Parse(Text(column), CultureInfo.InvariantCulture);

    public int? OptionalWhole(string column) => Text(column).Length == 0 ? null : Whole(column);

    public decimal Number(string column) => decimal.Parse(Text(column), NumberStyles.Float, CultureInfo.InvariantCulture);

    public decimal? OptionalNumber(string column) => Text(column).Length == 0 ? null : Number(column);

    public Duration Seconds(string column) => Duration.FromSeconds(Whole(column));

    public LocalDate Date(string column) => LocalDatePattern.Iso.Parse(Text(column)).Value;

    /// <summary>Clock times without a zone, read as one clock: a difference is clock time.</summary>
    public Instant Instant(LocalDateTimePattern pattern, params string[] columns)
    {
        Row row = this;
        return pattern.Parse(string.Join(' ', columns.Select(row.Text))).Value.InUtc().ToInstant();
    }

    public Instant? OptionalInstant(LocalDateTimePattern pattern, string column) => Text(column).Length == 0 ? null : Instant(pattern, column);
}
