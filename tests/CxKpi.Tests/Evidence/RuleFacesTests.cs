using System.Reflection;
using System.Text.Json;
using NodaTime;

namespace CxKpi.Tests.Evidence;

/// <summary>Records of one KPI whose rules differ never read alike, in whatever face they are shown.</summary>
public class RuleFacesTests
{
    private static readonly RatingScale Wide = new(0, 10);
    private static readonly MeanTally Mean = MeanTally.FromValues([1m, 2m, 3m]);
    private static readonly CalendarUnit?[] Periods = [null, CalendarUnit.Day, CalendarUnit.Week, CalendarUnit.Month, CalendarUnit.Quarter, CalendarUnit.Year];
    private static readonly string?[] Currencies = [null, "EUR", "USD"];
    private static readonly Duration?[] Windows = [null, Duration.FromDays(7), Duration.FromDays(30), Duration.FromMinutes(30), Duration.FromSeconds(30.1)];

    private static readonly TopBox[] Cuts =
        [TopBox.TwoOfFive, TopBox.ThreeOfTen, TopBox.ThreeOfSeven, TopBox.Yes, new(RatingScale.OneToFive, 5), new(Wide, 8), new(Wide, 9)];

    private static readonly NetBounds[] Bounds =
        [NetBounds.OneToFive, NetBounds.OneToSeven, new(RatingScale.OneToFive, 5, 2), new(RatingScale.OneToFive, 4, 3), new(RatingScale.OneToTen, 9, 6)];

    private static readonly RatingScale[] Scales = [RatingScale.OneToFive, RatingScale.OneToSeven, RatingScale.OneToTen, Wide];

    private static readonly RepeatWindow[] Repeats =
        [default, RepeatWindow.OfDays(7), RepeatWindow.OfDays(30), RepeatWindow.OfDays(7, ContactScope.IssueStarts)];

    private static readonly FirstContactRule[] Firsts =
        [default, FirstContactRule.Recorded, FirstContactRule.Survey, .. Repeats.Skip(1).Select(FirstContactRule.NoRepeat)];

    private static readonly ComplaintBasis[] Complaints =
    [
        default,
        .. Enum.GetValues<ComplaintExposure>().Skip(1).Select(exposure => new ComplaintBasis(exposure)),
        new(ComplaintExposure.Orders, ComplaintScope.UpheldOnly),
    ];

    private static readonly SeverityThreshold[] Severities =
    [
        .. new[] { 3, 4, 5 }.Select(from => new SeverityThreshold(new(1, 5, ScaleDirection.LowerIsBetter), from)),
        new(new(1, 3, ScaleDirection.LowerIsBetter), 3),
        new(new(0, 5, ScaleDirection.LowerIsBetter), 4),
    ];

    private static readonly CartBasis[] Carts =
    [
        default,
        .. Enum.GetValues<ConversionUnit>().Skip(1).Select(unit => new CartBasis(unit)),
        new(ConversionUnit.Cart, Duration.FromMinutes(30)),
        new(ConversionUnit.Cart, Duration.FromDays(1)),
    ];

    /// <summary>Every KPI that has rules, as records that differ in nothing but them.</summary>
    private static readonly RuleFamily[] Families =
    [
        Family(Cuts, cut => new Csat(2, 3, cut)),
        Family(Cuts, cut => new EaseShare(2, 3, cut)),
        Family(Cuts, cut => new ComplaintHandlingSatisfaction(2, 3, cut)),
        Family(
            [.. Cuts.Select(cut => (cut, (RepurchaseTarget?)null)), (Cuts[0], RepurchaseTarget.Self), (Cuts[0], RepurchaseTarget.Gift)],
            rule => new RepurchaseIntention(2, 3, rule.Item1, rule.Item2)),
        Family(
            [BottomBox.TwoOfFive, new(RatingScale.OneToFive, 1), new(RatingScale.OneToSeven, 2)],
            cut => new DissatisfiedShare(2, 3, cut)),
        Family(
            [EffortThreshold.TwoOfFive, new(RatingScale.Effort, 5), new(new RatingScale(1, 7, ScaleDirection.LowerIsBetter), 6)],
            cut => new HighEffortShare(2, 3, cut)),
        Family(Bounds, bounds => new NetSatisfaction(2, 3, 1, bounds)),
        Family(Bounds, bounds => new NetEase(2, 3, 1, bounds)),
        Family(
            [NetBounds.Effort, new(RatingScale.Effort, 5, 2), new(new RatingScale(1, 7, ScaleDirection.LowerIsBetter), 6, 2)],
            bounds => new NetLowEffort(2, 3, 1, bounds)),
        Family(Bounds, bounds => new CustomerExperienceIndex(new(2, 1, 1), new(2, 1, 1), new(2, 1, 1), bounds)),
        Family(Scales, scale => new CustomerEaseScore(Mean, scale)),
        Family(
            [RatingScale.Effort, new(1, 7, ScaleDirection.LowerIsBetter), new(0, 5, ScaleDirection.LowerIsBetter)],
            scale => new CustomerEffortScore(Mean, scale)),
        Family(Scales, scale => new MeanRating(Mean, scale)),
        Family(Scales, scale => new ServiceQualityGap(Mean, scale)),
        Family(Scales, scale => new RelativeRating(RatioTally.FromRows([(4, 5), (3, 2)]), scale)),
        Family(
            [
                SecureCustomerCut.TopOfFive, new(Cuts[0], Cuts[4], Cuts[4]), new(Cuts[4], Cuts[0], Cuts[4]), new(Cuts[4], Cuts[4], Cuts[0]),
                new(Cuts[4], Cuts[4], Cuts[6]),
            ],
            cut => new SecureCustomers(2, 3, cut)),
        Family(MoneyOver(Enum.GetValues<WalletBasis>()), rule => new ShareOfWallet(RatioTally.Row(0.5m, 1), rule.Period, rule.Currency)),
        Family(
            [
                .. Scales.Select(scale => (scale, SatisfactionWeights.Equal)),
                (Scales[0], new(2, 1, 1)),
                (Scales[0], new(2.00001, 1, 1)),
            ],
            rule => new SatisfactionIndex(Mean, Mean, Mean, rule.Item1, rule.Item2)),
        Family(
            [
                new ItemScale(3, RatingScale.OneToFive), new(4, RatingScale.OneToFive), new(3, RatingScale.OneToSeven), new(3, RatingScale.OneToFive, [2]),
                new(3, RatingScale.OneToFive, [2, 3]), new(3, RatingScale.OneToFive, [2], 2),
            ],
            items => new CustomerOrientation(Mean, items)),
        Family(
            [null, NpsMapping.OneToTen, NpsMapping.OneToSeven, NpsMapping.OneToFive, new(RatingScale.OneToTen, 8, 10)],
            mapping => mapping is null ? new Nps(2, 0, 1) : Mapped(mapping)),
        Family(Periods, period => new Churn(2, 3, period)),
        Family(Periods, period => new AtRiskChurn(2, 3, 0, period)),
        Family(Periods, period => new Retention(2, 3, period)),
        Family(Periods, period => new AverageBaseChurn(2, 3, 3, period)),
        Family(Periods, period => new ReferralRate(2, 3, period)),
        Family(Periods, period => new PurchaseFrequency(3, 2, period)),
        Family(Periods, term => new RenewalRate(2, 3, term)),
        Family(Periods, term => new CancellationRate(2, 3, term)),
        Family(MoneyOver(Periods), rule => new GrossRevenueChurn(100, 10, 5, rule.Currency, rule.Period)),
        Family(MoneyOver(Periods), rule => new GrossRevenueRetention(100, 10, 5, rule.Currency, rule.Period)),
        Family(MoneyOver(Periods), rule => new NetRevenueRetention(100, 10, 5, 7, rule.Currency, rule.Period)),
        Family(
            [.. MoneyOver(Periods).Select(rule => (rule, ReactivatedRevenue.LeftOut)), ((null, null), ReactivatedRevenue.Netted)],
            rule => new NetRevenueChurn(RatioTally.Row(10, 100), rule.Item1.Currency, rule.Item1.Period, rule.Item2)),
        Family(MoneyOver(Periods), rule => new QuickRatio(10, 5, 4, 3, rule.Currency, rule.Period)),
        Family(MoneyOver(Periods), rule => new RevenuePerBuyer(100, 3, rule.Currency, rule.Period)),
        Family(
            MoneyOver(Enum.GetValues<CustomerValueBasis>()),
            rule => new HistoricalCustomerValue(100, 3, rule.Currency, rule.Period)),
        Family(MoneyOver(Enum.GetValues<CostUnit>()), rule => new UnitCost(100, 3, rule.Period, rule.Currency)),
        Family(MoneyOver(Enum.GetValues<AcquisitionBasis>()), rule => new CustomerAcquisitionCost(100, 3, rule.Currency, rule.Period)),
        Family(Currencies, currency => new AverageOrderValue(100, 3, currency)),
        Family(Currencies, currency => new Revenue(100, currency)),
        Family(Currencies, currency => new RevenuePerVisit(100, 3, currency)),
        Family(Currencies, currency => new RecurringRevenue(100, 3, new LocalDate(2026, 1, 1), currency)),
        Family([new LocalDate(2026, 1, 1), new LocalDate(2026, 2, 1)], asOf => new ActiveCustomers(3, asOf)),
        Family(Windows, window => new RepeatPurchaseRate(2, 3, window)),
        Family(Windows, target => new ComplaintsHandledOnTime(2, 3, target)),
        Family(Windows, window => window is null ? new ContainmentRate(2, 3) : new ContainmentRate(2, 3, 0, window)),
        Family(Windows, upTo => new ContactAbandonment(2, 3, 0, upTo)),
        Family(Carts, basis => new CartAbandonment(1, 3, basis)),
        Family(Carts, basis => new CheckoutAbandonment(1, 3, basis)),
        Family(Enum.GetValues<ConversionUnit>(), unit => new ConversionRate(2, 3, unit)),
        Family(["10 seconds", "20 seconds", "two pages"], means => new EngagementRate(2, 3, means)),
        Family([default, new FunnelSteps("view", "cart"), new FunnelSteps("cart", "view")], steps => new FunnelConversion(2, 3, steps)),
        Family(Complaints, basis => new ComplaintRate(2, 300, basis)),
        Family(Complaints, basis => new SeverityWeightedComplaintRate(ComplaintSeverityTally.FromCounts([(1m, 2L)], 300), basis)),
        Family(Severities.Select(cut => cut.Scale).Distinct().ToArray(), scale => new MeanComplaintSeverity(Mean, scale)),
        Family(Severities, cut => new SevereComplaintShare(2, 3, cut)),
        Family(Windows, target => new CloseTheLoopRate(2, 3, target)),
        Family(Repeats, window => new RepeatContactRate(2, 3, window)),
        Family(Enum.GetValues<TimeBasis>(), basis => FirstResponseTime.FromDurations([Duration.FromHours(2)], 0, basis)),
        Family(Enum.GetValues<TimeBasis>(), basis => ResolutionTime.FromDurations([Duration.FromHours(2)], 0, basis)),
        Family(Firsts, rule => new FirstContactResolution(2, 3, rule)),
        Family(Firsts, rule => new NetFirstContactResolution(2, 3, 0, rule)),
        Family(
            [Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2026, 2, 1, 0, 0)],
            asOf => new Backlog(DurationTally.FromDurations([Duration.FromDays(2)]), Duration.FromDays(2), asOf)),
        Family(
            [
                .. Enum.GetValues<ServiceLevelRule>().Select(rule => (rule, Thresholds(20))),
                (ServiceLevelRule.AnsweredOverOffered, Thresholds(30)),
                (ServiceLevelRule.AnsweredOverOffered, new(Duration.FromSeconds(20), Duration.FromSeconds(6))),
            ],
            rule => new ServiceLevel(new QueueTally(10, 8, 0, 0, 0, 0, rule.Item2), rule.Item1)),
    ];

    /// <summary>Each family under its KPI's name.</summary>
    public static TheoryData<string> Kpis => [.. Families.Select(family => family.Kpi.Name)];

    /// <summary>A KPI whose records refuse each other's rules, or that states rules, is in the list above.</summary>
    [Fact]
    public void Families_AreAllKpisWithRules()
    {
        Type[] stating = [.. KpiTypes.All.Where(type => type.GetProperty(nameof(IKpi<Nps>.Rules), BindingFlags.Public | BindingFlags.Instance) is not null)];

        Assert.Equal(stating.Select(type => type.Name).Order(StringComparer.Ordinal), Families.Select(family => family.Kpi.Name).Order(StringComparer.Ordinal));
        IEnumerable<string> sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "CxKpi"), "*.cs", SearchOption.AllDirectories);
        foreach (string file in sources.Where(file => File.ReadAllText(file) is var text
            && text.Contains(": IKpi<", StringComparison.Ordinal) && text.Contains("SharedRule.Of(", StringComparison.Ordinal)))
        {
            Assert.Contains(Path.GetFileNameWithoutExtension(file), Families.Select(family => family.Kpi.Name));
        }
    }

    [Theory]
    [MemberData(nameof(Kpis))]
    public void Records_UnderDifferentRules_NeverReadAlike(string kpi)
    {
        RuleFamily family = Families.Single(family => string.Equals(family.Kpi.Name, kpi, StringComparison.Ordinal));
        foreach ((string face, string[] texts) in family.Faces())
        {
            IGrouping<string, string>? alike = texts.GroupBy(text => text, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any());
            Assert.True(alike is null, $"{kpi} in {face}: {alike?.Key}");
        }
    }

    [Theory]
    [MemberData(nameof(Kpis))]
    public void Rules_InEveryLanguage_AreNamedAndDiffer(string kpi)
    {
        RuleFamily family = Families.Single(family => string.Equals(family.Kpi.Name, kpi, StringComparison.Ordinal));
        foreach (ReportLanguage language in Enum.GetValues<ReportLanguage>())
        {
            string[] texts = [.. family.Rules().Select(rules => string.Join(" | ", rules.Select(rule => $"{rule.Name}={rule.In(language)}")))];
            Assert.Equal(texts.Length, texts.Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Theory]
    [MemberData(nameof(Kpis))]
    public void Records_UnderDifferentRules_BlameTheArgumentTheyCameIn(string kpi)
    {
        RuleFamily family = Families.Single(family => string.Equals(family.Kpi.Name, kpi, StringComparison.Ordinal));
        (string? Combined, string? Compared)[] blamed = [.. family.Blamed()];

        Assert.All(blamed, pair => Assert.Equal("other", pair.Combined));

        // Levels of different days are compared and not added.
        bool areLevels = family.Kpi == typeof(Backlog) || family.Kpi == typeof(ActiveCustomers);
        Assert.All(blamed, pair => Assert.Equal(areLevels ? null : "baseline", pair.Compared));
    }

    /// <summary>What adds up, or compares, within many records names what holds them: its caller never passed another record.</summary>
    [Theory]
    [MemberData(nameof(Kpis))]
    public void Records_OfDifferentRulesTogether_AreBlamedOnWhatHoldsThem(string kpi)
    {
        RuleFamily family = Families.Single(family => string.Equals(family.Kpi.Name, kpi, StringComparison.Ordinal));
        Assert.All(
            family.BlamedTogether(),
            verb => Assert.Contains(verb.Advice, Assert.Throws<ArgumentException>(verb.Name, verb.Call).Message, StringComparison.Ordinal));
    }

    /// <summary>What was accepted is shown: segments of different rules without a total, and a series of them without changes between the rules.</summary>
    [Theory]
    [MemberData(nameof(Kpis))]
    public void Records_OfDifferentRulesTogether_AreShownInEveryFace(string kpi)
    {
        RuleFamily family = Families.Single(family => string.Equals(family.Kpi.Name, kpi, StringComparison.Ordinal));
        Assert.All(family.FacesTogether(), face => Assert.NotEmpty(face()));
    }

    [Fact]
    public void Chart_OfASeriesOfDifferentRules_NamesThemAll() => Assert.Contains(
        "4–5 of 5; 8–10 of 10",
        Charts.OverTime(KpiSeries.From(
            CalendarUnit.Month,
            [(CalendarPeriod.Month(2026, 1), new Csat(2, 3, TopBox.TwoOfFive)), (CalendarPeriod.Month(2026, 2), new Csat(2, 3, TopBox.ThreeOfTen))])).ToSvg(),
        StringComparison.Ordinal);

    /// <summary>A step where the rule changes says nothing of customers: no method fits figures of different rules as one series.</summary>
    [Theory]
    [MemberData(nameof(Kpis))]
    public void Series_OfDifferentRules_IsNotFitted(string kpi)
    {
        RuleFamily family = Families.Single(family => string.Equals(family.Kpi.Name, kpi, StringComparison.Ordinal));
        if (family.Kpi == typeof(Backlog) || family.Kpi == typeof(ActiveCustomers))
        {
            Assert.Equal(24, family.FitTogether());
            return;
        }

        Assert.StartsWith(
            "the records must be gathered under one rule, but that of 2025-01 (",
            Assert.Throws<ArgumentException>(() => family.FitTogether()).Message,
            StringComparison.Ordinal);
    }

    private static QueueThresholds Thresholds(double seconds) => new(Duration.FromSeconds(seconds), Duration.FromSeconds(5));

    private static Nps Mapped(NpsMapping mapping) =>
        Nps.FromAnswers([mapping.Scale.Highest, mapping.Scale.Highest, mapping.Scale.Lowest], mapping);

    private static (string? Currency, T Period)[] MoneyOver<T>(IReadOnlyList<T> rules) =>
        [.. rules.Select(rule => ((string?)null, rule)), .. Currencies.Skip(1).Select(currency => (currency, rules[0]))];

    private static RuleFamily<TKpi> Family<TRule, TKpi>(IReadOnlyList<TRule> rules, Func<TRule, TKpi> of)
        where TKpi : struct, IKpi<TKpi> => new RuleFamily<TKpi>([.. rules.Select(of)]);

    /// <summary>Records of one KPI that differ in their rules alone.</summary>
    private abstract class RuleFamily
    {
        public abstract Type Kpi { get; }

        public abstract IEnumerable<(string Face, string[] Texts)> Faces();

        public abstract IEnumerable<IReadOnlyList<KpiRule>> Rules();

        public abstract IEnumerable<Func<string>> FacesTogether();

        public abstract IEnumerable<(string? Combined, string? Compared)> Blamed();

        public abstract IEnumerable<(string Name, string Advice, Action Call)> BlamedTogether();

        public abstract int FitTogether();
    }

    private sealed class RuleFamily<TKpi>(TKpi[] records) : RuleFamily
        where TKpi : struct, IKpi<TKpi>
    {
        public override Type Kpi => typeof(TKpi);

        public override IEnumerable<(string? Combined, string? Compared)> Blamed() =>
            from mine in records
            from other in records
            where !mine.Equals(other)
            select (Argument(() => mine.Combine(other)), Argument(() => mine.ChangeFrom(other)));

        private static string? Argument<T>(Func<T> call) => Record.Exception(() => { call(); }) is { } thrown
            ? Assert.IsType<ArgumentException>(thrown).ParamName
            : null;

        public override IEnumerable<IReadOnlyList<KpiRule>> Rules() => records.Select(record => record.Rules);

        public override IEnumerable<(string Face, string[] Texts)> Faces()
        {
            yield return ("text", Texts(record => record.ToString()!));
            yield return ("a row", Texts(record => Table(record).Rows[0].ToString()));
            yield return ("comma-separated values", Texts(record => Table(record).ToCsv()));
            yield return ("a scorecard's line", Texts(record => Card(record).Lines[0].ToString()));
            yield return ("a scorecard's comma-separated values", Texts(record => Card(record).ToCsv()));
            yield return ("a scorecard's JSON", Texts(record => Basis(Card(record).ToJson())));
            foreach (ReportLanguage language in Enum.GetValues<ReportLanguage>())
            {
                yield return ($"a table, {language}", Texts(record => Table(record).ToText(language)));
                yield return ($"Markdown, {language}", Texts(record => Table(record).ToMarkdown(language)));
                yield return ($"HTML, {language}", Texts(record => Table(record).ToHtml(language)));
                yield return ($"a series, {language}", Texts(record => Series(record).ToTable(language).ToText(language)));
                yield return ($"segments, {language}", Texts(record => Segments(record).ToTable(language).ToText(language)));
                yield return ($"a scorecard, {language}", Texts(record => Card(record).ToText(language)));
                yield return ($"a scorecard in Markdown, {language}", Texts(record => Card(record).ToMarkdown(language)));
                yield return ($"a page, {language}", Texts(record => Card(record).ToHtmlPage(language)));
                ChartOptions options = new() { Language = language };
                yield return ($"a chart over time, {language}", Texts(record => Charts.OverTime(Series(record), options: options).ToSvg()));
                yield return ($"a forest plot, {language}", Texts(record => Charts.ForestPlot(Segments(record), options).ToSvg()));
            }

            yield return ("a notebook", Texts(record => CxKpi.Tests.Faces.Html(record)));
            yield return ("a comparison", Texts(record => KpiComparison.Of(record, record).ToString()));
        }

        public override IEnumerable<Func<string>> FacesTogether()
        {
            Segments<int, TKpi> segments = Enumerable.Range(0, records.Length).TallyBy(i => i, i => records[i]);
            KpiSeries<TKpi> series = Together();
            return
            [
                segments.ToString, segments.ToHtml, () => segments.ToTable().ToText(), () => segments.ToTable().ToCsv(),
                () => Charts.ForestPlot(segments).ToSvg(), () => $"{segments.ToPoints(segments)[0]}", () => segments.BestFirst()[0].ToString(),
                series.ToString, series.ToHtml, () => series.ToTable().ToText(), () => $"{series.ToPoints()[0]}", () => $"{series.Changes()[0]}",
                () => Charts.OverTime(series).ToSvg(), () => $"{series.YearOverYear()[0]}", () => Scorecard.Titled("Card").Add("line", series).Build().ToText(),
                () => JsonSerializer.Serialize(series), () => JsonSerializer.Serialize(segments),
            ];
        }

        public override IEnumerable<(string Name, string Advice, Action Call)> BlamedTogether()
        {
            const string Slice = "take one side of the series with Slice", Apart = "add up or compare those of one rule";
            KpiSeries<TKpi> series = Together();
            Segments<int, TKpi> segments = Enumerable.Range(0, 3).TallyBy(i => i, i => records[i < 2 ? ^2 : ^1]);
            Segments<int, TKpi> before = Enumerable.Range(0, 2).TallyBy(i => i, _ => records[^2]);
            Segments<int, TKpi> after = Enumerable.Range(0, 2).TallyBy(i => i, _ => records[^1]);
            IEnumerable<(CalendarPeriod, TKpi)> later = series.Select(point => (point.Key.Plus(6), point.Value));
            (CalendarPeriod, TKpi)[] twice = [.. records[^2..].Select(record => (CalendarPeriod.Month(2026, 1), record))];

            // Of levels, a series keeps the latest, and the total of segments is no ratio.
            IEnumerable<(string, string, Action)> ofFlows =
            [
                ("series", Slice, () => _ = series.Total),
                ("series", Slice, () => KpiSeries.From(CalendarUnit.Month, later).Resample(CalendarUnit.Year)),
                ("series", Slice, () => series.Rolling(2)),
                ("before", Apart, () => after.MixAndRateFrom(before)),
            ];
            return
            [
                .. TKpi.IsLevel ? [] : ofFlows,
                ("series", Slice, () => series.ConfidenceSequence(100)),
                ("records", "both are of 2026-01", () => KpiSeries.From(CalendarUnit.Month, twice)),
                ("segments", Apart, () => _ = segments.Total),
                ("segments", Apart, () => segments.AllBut(0)),
                ("segments", Apart, () => segments.RollUp(_ => "all")),
                ("segments", Apart, () => segments.Compare()),
                ("segments", Apart, () => segments.League()),
                ("segments", Apart, () => segments.Contributions()),
                ("segments", Apart, () => segments.MixAndRateFrom(before)),
                ("before", Apart, () => before.MixAndRateFrom(segments)),
            ];
        }

        public override int FitTogether() => Together().ToPeriodSeries().Count;

        // Two years of one rule, and from the second year on of another.
        private KpiSeries<TKpi> Together() => KpiSeries.From(
            CalendarUnit.Month,
            Enumerable.Range(0, 24).Select(i => (CalendarPeriod.Month(2024, 1).Plus(i), records[i < 12 ? ^2 : ^1])));

        private string[] Texts(Func<TKpi, string> face) => [.. records.Select(face)];

        private static KpiTable Table(TKpi record) => KpiTable.Of("Records", [new KeyValuePair<string, TKpi>("row", record), new("none", default)]);

        private static KpiSeries<TKpi> Series(TKpi record) =>
            KpiSeries.From(CalendarUnit.Month, [(CalendarPeriod.Parse("2026-01"), record)]);

        private static Segments<string, TKpi> Segments(TKpi record) => new[] { "all" }.TallyBy(key => key, _ => record);

        private static Scorecard Card(TKpi record) => Scorecard.Titled("Card").Add("line", record).Build();

        // The evidence differs by itself: what is read here are the words of the rules.
        private static string Basis(string json) =>
            JsonDocument.Parse(json).RootElement.GetProperty("scorecard").GetProperty("lines")[0].GetProperty("basis").ToString();
    }
}
