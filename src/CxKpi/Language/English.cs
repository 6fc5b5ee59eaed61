using System.Globalization;
using CxKpi.Trends;
using NodaTime;

namespace CxKpi;

/// <summary>English. Definitions are written in English, so there is no table of KPIs.</summary>
internal sealed class English : Phrases
{
    internal override ReportLanguage Language => ReportLanguage.English;
    internal override string Tag => "en";
    internal override string Endonym => "English";
    internal override NumberFormatInfo Numbers { get; } = NumberFormatInfo.ReadOnly(new() { NegativeSign = UnitSigns.Minus });

    private protected override IReadOnlyDictionary<string, (string Name, string Symbol, string Formula)> Kpis { get; } =
        new Dictionary<string, (string, string, string)>(StringComparer.Ordinal);

    private protected override string Gap => " ";
    internal override string PercentSign => "%";
    private protected override string PerThousand => "per thousand";
    private protected override string PerMillion => "per million";
    private protected override string PercentagePoints => "pp";
    private protected override string Days => "d";

    internal override string Undefined => "undefined";
    internal override string NoData => "no data";
    internal override string None => "none";
    internal override string Colon => ": ";
    internal override string Semicolon => "; ";
    internal override string AtLeast(string limit) => $"at least {limit}";
    internal override string AtMost(string limit) => $"at most {limit}";
    internal override string Between(string lower, string upper) => $"{lower} to {upper}";
    internal override string Below(string limit) => $"below {limit}";
    internal override string AndAbove(string limit) => $"{limit} and above";
    private protected override string IntervalAtPercent(string percent) => $"{percent}% interval";

    // Days, periods and seasons.
    internal override string Incomplete => "incomplete";
    internal override string OtherRule => "other rule";
    internal override string PerDay => "per day";
    internal override string YearSeason => "year";
    internal override string Month(int month) =>
        ((string[])["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"])[month - 1];
    internal override string ShortMonth(int month) =>
        ((string[])["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"])[month - 1];
    internal override string Weekday(IsoDayOfWeek day) =>
        ((string[])["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])[(int)day - 1];
    internal override string DayOfMonth(int day, string month) => string.Create(CultureInfo.InvariantCulture, $"{day} {month}");
    internal override string Week(string week) => $"W{week}";
    internal override string WeekOfYear(string week, string year) => $"{year}-W{week}";
    internal override string Quarter(int quarter) => string.Create(CultureInfo.InvariantCulture, $"Q{quarter}");

    // Verdicts, units, methods and flags.
    internal override string Better => "better";
    internal override string Worse => "worse";
    internal override string Higher => "higher";
    internal override string Lower => "lower";
    internal override string NoEvidence => "no evidence";
    internal override string Unknown => "unknown";
    internal override string AsExpected => "as expected";
    internal override string MovedUp => "higher; season not known yet";
    internal override string MovedDown => "lower; season not known yet";
    internal override string HigherIsBetter => "higher is better";
    internal override string LowerIsBetter => "lower is better";
    internal override string NeitherIsBetter => "neither direction is good in itself";
    internal override string UnitShare => "share";
    internal override string UnitPercentage => "percentage that may exceed 100%";
    internal override string UnitNetPoints => "net points";
    internal override string UnitScalePoints => "scale points";
    internal override string UnitIndex => "index";
    internal override string UnitSeconds => "seconds";
    internal override string UnitMoney => "money";
    internal override string UnitRatio => "ratio";
    internal override string UnitRate => "rate";
    internal override string UnitCount => "count";
    internal override string MethodWilsonContinuity => "Wilson with continuity correction";
    internal override string MethodModifiedWilson => "modified Wilson";
    internal override string MethodClopperPearson => "Clopper-Pearson, exact";
    internal override string MethodMidP => "exact, mid-p";
    internal override string MethodScore => "score";
    internal override string MethodAdjustedWald => "adjusted Wald";
    internal override string MethodStudentT => "Student's t";
    internal override string MethodLinearizedRatio => "linearised ratio";
    internal override string MethodOrderStatistics => "order statistics";
    internal override string MethodGarwood => "Garwood, exact";
    internal override string MethodMover => "recovered from the single intervals (MOVER)";
    internal override string MethodLogMean => "Student, of the log of the mean";
    internal override string FlagSingleObservation => "single observation";
    internal override string FlagZeroVariance => "zero variance";
    internal override string FlagBoundary => "value at an end of its range";
    internal override string FlagClipped => "limit cut to the range";
    internal override string FlagSmallExpected => "small expected counts";
    internal override string FlagUnbounded => "unbounded on one side";
    internal override string FlagCensus => "census";
    internal override string FlagFewClusters => "few clusters";
    internal override string FlagNonStandardScale => "answers from another scale";
    internal override string FlagOpenItemsLeftOut => "open items left out";
    internal override string FlagSkewed => "skewed amounts, too few rows to trust the limits";
    internal override string FlagUnequalPeriods => "periods of unequal length, compared per day";

    internal override string FlagRoundedFigures => "from rounded figures";
    internal override string FlagBetweenPeriods => "variance between periods included";
    internal override string FlagWarned => "from an estimate with warnings";
    internal override string FlagConcentrated => "one row can hold more than a fifth of the base";

    // Planning, and comparisons.
    internal override string PlanningValueCaption => "What is expected";
    internal override string SampleSizeCaption => "Sample size";
    internal override string DetectableChangeCaption => "Smallest change that would be seen";
    internal override string DetectionTimeCaption => "Time until a change is seen";
    internal override string PeriodsToSeeLabel => "periods until it is seen";
    internal override string PopulationLabel => "population";
    internal override string RiseLabel => "rise";
    internal override string FallLabel => "fall";
    internal override string ConfidenceLabel => "confidence";
    internal override string PowerLabel => "power";
    internal override string PlannedShare => "a share";
    internal override string PlannedNetScore => "a net score";
    internal override string PlannedMean => "a mean";
    internal override string PlannedRate => "a rate of events";
    internal override string TestCaption => "Significance test";
    internal override string StatisticLabel => "statistic";
    internal override string EffectSizeLabel => "effect size";
    internal override string ChangeRatioCaption => "Ratio to the baseline";
    internal override string PairedShareCaption => "Share of the same customers, twice";
    internal override string PairedMeanCaption => "Mean of the same customers, twice";
    internal override string PanelCaption => "NPS of the same customers, twice";
    internal override string PairsLabel => "pairs";
    internal override string BeforeAndAfterLabel => "before and after";
    internal override string BeforeOnlyLabel => "before only";
    internal override string AfterOnlyLabel => "after only";
    internal override string NeitherLabel => "neither before nor after";
    internal override string IncompletePairsLabel => "answered once only";
    internal override string DetractorRecoveryLabel => "detractors recovered";
    internal override string TestExactBinomial => "exact binomial";
    internal override string TestScore => "score against the target";
    internal override string TestNMinusOneChiSquare => "chi-square with N - 1";
    internal override string TestFisher => "Fisher, exact";
    internal override string TestPooledZ => "z with the pooled share";
    internal override string TestConditionalExact => "exact, given all events";
    internal override string TestMcNemarMidP => "McNemar, mid-p";
    internal override string TestMcNemarExact => "McNemar, exact";
    internal override string TestChiSquare => "chi-square of all groups";
    internal override string MethodConditionalExact => "exact, given all events";

    internal override string MoreThan(string figure) => $"more than {figure}";

    internal override string Times(string ratio) => $"{ratio} times";

    // Scorecards, and tables of records.
    internal override string KpiColumn => "KPI";
    internal override string NameColumn => "Name";
    internal override string ValueColumn => "Value";
    internal override string IntervalColumn => "Interval";
    internal override string ChangeColumn => "Change";
    internal override string FromPreviousColumn => "From previous";
    internal override string FromLastYearColumn => "From last year";
    internal override string TrendColumn => "Trend";
    internal override string TargetColumn => "Target";
    internal override string BenchmarkColumn => "Benchmark";
    internal override string NotesColumn => "Notes";
    internal override string PeriodColumn => "Period";
    internal override string FigureColumn => "Figure";
    internal override string AnswerColumn => "Answer";
    internal override string CountColumn => "Count";
    internal override string ShareColumn => "Share";
    internal override string Total => "Total";
    internal override string AnswersCaption => "Answers";
    internal override string AllAnswers => "All answers";
    internal override string MissingRow => "Missing";
    internal override string InvalidRow => "Invalid";
    internal override string FiguresByPeriod => "Figures by period";
    internal override string KpisHeading => "KPIs";
    internal override string ActivityAndOutcome => "Activity and outcome";
    internal override string ChartsHeading => "Charts";
    internal override string DefinitionsHeading => "Definitions";
    internal override string BenchmarksHeading => "Benchmarks";
    internal override string HowToRead => "How to read this";
    internal override string SkipToTheKpis => "Skip to the KPIs";
    internal override string NoKpiWasAdded => "No KPI was added.";
    internal override string ActivityMovedOutcomeImproved => "The activity moved, and the outcome improved.";
    internal override string ActivityMovedOutcomeDidNot => "The activity moved; there is no evidence that the outcome did.";
    internal override string OutcomeGotWorse => "The outcome got worse.";
    internal override string ActivityDidNotMove => "There is no evidence that the activity moved as wanted.";
    internal override string OneChangeIsNotKnown => "One of the two changes is not known.";
    internal override string FullCount => "full count";
    internal override string NothingToCompare => "nothing to compare";
    internal override string TargetMet => "met";
    internal override string TargetNotMetYet => "not met yet";
    internal override string TargetMissed => "missed";
    internal override string TargetUndecided => "undecided";
    internal override string FurtherAwayThanAtTheStart => "further away than at the start";
    internal override string OutsideTheBands => "outside the bands";
    internal override string NoInterval => "no interval";
    internal override string NoIntervalOfOneOrTotals => "no interval (one observation or totals only)";
    internal override string ThinSample => "thin sample";
    internal override string WhatAnIntervalSays =>
        "An interval says what chance in who was observed can explain, and nothing else: not a biased sample, a changed question or a wrong definition.";
    internal override string WhatNoEvidenceMeans => "\"No evidence\" means that chance alone explains such a change; it is not evidence that nothing changed.";
    internal override string WhatAsExpectedMeans =>
        "\"As expected\" means that the latest period lies where its season, its level and the usual spread of periods lead one to expect it.";
    internal override string WhatSamplingErrorOnlyMeans =>
        "\"Sampling error only\" means that too few periods are known to tell how much they vary; such a verdict is wrong more often than promised.";
    internal override string WhenATargetIsMet => "A target is met or missed when the whole interval says so, and undecided in between.";
    internal override string WhenASampleIsThin(int observations) =>
        $"A sample is thin with fewer than {Count(observations)} observations, or when the interval lacks one limit or is rough.";
    internal override string IntervalsAt(string percent) => $"Intervals at {percent} confidence.";
    internal override string FiguresThrough(string date) => $"Figures through {date}.";
    internal override string From(string period) => $"from {period}";
    internal override string OfTheWay(string percent) => $"{percent} of the way";
    internal override string ByDeadline(string date) => $"by {date}";
    internal override string AllWithin(string limit) => $"all within {limit}";
    internal override string ShareWithin(string percent, string limit) => $"{percent} within {limit}";
    internal override string KpiCount(int count) => count == 1 ? "1 KPI" : $"{Count(count)} KPIs";
    internal override string CountBetter(int count) => $"{Count(count)} better";
    internal override string CountWorse(int count) => $"{Count(count)} worse";
    internal override string CountMoved(int count) => $"{Count(count)} moved, season not known yet";
    internal override string CountAsExpected(int count) => $"{Count(count)} as expected";
    internal override string WithoutEvidenceOfChange(int count) => $"{Count(count)} without evidence of a change";
    internal override string VerdictColumn => "Verdict";
    internal override string BySamplingErrorOnly => "sampling error only";
    internal override string MarkedByChance(int judged, string marked) => judged == 1
        ? $"1 line was judged; if nothing changed, chance alone marks {marked}."
        : $"{Count(judged)} lines were judged; if nothing changed, chance alone marks {marked} of them.";
    internal override string MarkedByChanceUnderHolm(int judged, string percent) =>
        $"{Count(judged)} {(judged == 1 ? "line was" : "lines were")} judged together by Holm's method; "
        + $"if nothing changed, chance marks any of them in {percent} of reports.";
    internal override string BySamplingErrorAreMarkedMoreOften(int count) =>
        $"{Count(count)} by sampling error only: chance marks {(count == 1 ? "it" : "these")} more often.";
    internal override string NotBeyondChanceAmong(string reason, int lines) => $"{reason}; chance among {Count(lines)} lines explains it";
    internal override string OnTarget(int count) => $"{Count(count)} on target";
    internal override string OffTarget(int count) => $"{Count(count)} off target";
    internal override string UndecidedAgainstTarget(int count) => $"{Count(count)} undecided against the target";
    internal override string WithoutInterval(int count) => $"{Count(count)} without an interval";
    internal override string OnThinSample(int count) => $"{Count(count)} on a thin sample";

    // Charts.
    internal override string Detractors => "detractors";
    internal override string Passives => "passives";
    internal override string Promoters => "promoters";
    internal override string Against => "against";
    internal override string Neither => "neither";
    internal override string InFavour => "in favour";
    internal override string BeforeAndAfter => "Before and after";
    internal override string EachLineHasItsOwnScale => "each line has its own scale";
    internal override string NoComparison => "no comparison";
    internal override string NoVerdictWithoutSpread => "no verdict, the spread is not known";
    internal override string OverallConversion => "overall conversion";
    internal override string DistributionOfAnswers => "Distribution of answers";
    internal override string BarsInPercent => "bars in %";
    internal override string SeasonallyAdjusted => "seasonally adjusted";
    internal override string LimitsOfTheExpectation => "limits of the expectation";
    internal override string Unusual => "unusual";
    internal override string NewLevel => "new level";
    internal override string First => "first";
    internal override string Latest => "latest";
    internal override string Lowest => "lowest";
    internal override string Highest => "highest";
    internal override string Centre => "centre";
    internal override string TooFewFiguresForLimits => "too few figures for limits";
    internal override string LimitsInSigma(string sigmas) => $"limits ({sigmas} sigma)";
    internal override string OutsideLimits => "outside";
    internal override string AllTogether => "all together";
    internal override string HighestFirst => "Highest first";
    internal override string BestFirst => "Best first";
    internal override string NoName => "(no name)";
    internal override string NoDecomposition => "no decomposition";
    internal override string EachPanelHasItsOwnScale => "each panel has its own scale; the bars on the right have one length";
    internal override string TrendAndSeason => "Trend and season";
    internal override string PeriodNotEnded => "period not ended";
    private protected override string BillionsSuffix => "bn";
    private protected override string MillionsSuffix => "M";
    internal override string MissingAnswers(long count) => $"{Count(count)} missing";
    internal override string InvalidAnswers(long count) => $"{Count(count)} invalid";
    internal override string TargetOf(string value) => $"target {value}";
    internal override string NewLevelFrom(string periods) => $"new level from {periods}";
    internal override string ControlChartOf(string kpi) => $"{kpi}: control chart";
    internal override string TrendAndSeasonOf(string kpi) => $"{kpi}: trend and season";
    internal override string CountOutsideLimits(int count) => $"{Count(count)} outside the limits";
    internal override string WithIntervals(string order, string percent) => $"{order}, with {percent} intervals";
    internal override string DashedTogether => "dashed: all together";
    internal override string FullSquaresDiffer => "full squares: different from all others together";
    internal override string PartFrom(string part, string lowest, string highest) => $"{part} from {lowest} to {highest}";
    internal override string IntervalWithLimits(string interval, string limits) => $"{interval} {limits}";

    // Labels, captions and verdicts of single results.
    internal override string NameLabel => "name";
    internal override string UnitLabel => "unit";
    internal override string DirectionLabel => "direction";
    internal override string FormulaLabel => "formula";
    internal override string SourceLabel => "source";
    internal override string ObservationsLabel => "observations";
    internal override string ValueLabel => "value";
    internal override string ClustersLabel => "clusters";
    internal override string EffectiveNLabel => "effective n";
    internal override string StandardErrorLabel => "standard error";
    internal override string DegreesOfFreedomLabel => "degrees of freedom";
    internal override string AttainedCoverageLabel => "attained coverage";
    internal override string MethodLabel => "method";
    internal override string DifferenceLabel => "difference";
    internal override string PValueLabel => "p-value";
    internal override string VerdictLabel => "verdict";
    internal override string BeforeLabel => "before";
    internal override string AfterLabel => "after";
    internal override string ChangeLabel => "change";
    internal override string CountLabel => "count";
    internal override string TotalLabel => "total";
    internal override string SumLabel => "sum";
    internal override string AverageLabel => "average";
    internal override string StandardDeviationLabel => "standard deviation";
    internal override string StillOpenLabel => "still open";
    internal override string ShortestLabel => "shortest";
    internal override string MedianLabel => "median";
    internal override string LongestLabel => "longest";
    internal override string EachWithinLabel => "each within";
    internal override string PositiveLabel => "positive";
    internal override string NeutralLabel => "neutral";
    internal override string NegativeLabel => "negative";
    internal override string EventsLabel => "events";
    internal override string ExposureLabel => "exposure";
    internal override string RowsLabel => "rows";
    internal override string NumeratorLabel => "numerator";
    internal override string DenominatorLabel => "denominator";
    internal override string WeightsLabel => "weights";
    internal override string DesignEffectLabel => "design effect";
    internal override string OfferedLabel => "offered";
    internal override string AnsweredLabel => "answered";
    internal override string AnsweredInTimeLabel => "answered in time";
    internal override string AbandonedLabel => "abandoned";
    internal override string AbandonedInTimeLabel => "abandoned in time";
    internal override string FlowedOutLabel => "flowed out";
    internal override string AtTheStartLabel => "at the start";
    internal override string LostLabel => "lost";
    internal override string AcquiredLabel => "acquired";
    internal override string BackAgainLabel => "back again";
    internal override string AtTheEndLabel => "at the end";
    internal override string CompleteLabel => "complete";
    internal override string PartialLabel => "partial";
    internal override string RefusedLabel => "refused";
    internal override string NotContactedLabel => "not contacted";
    internal override string OtherLabel => "other";
    internal override string UnknownOutcomeLabel => "unknown";
    internal override string PartLabel => "part";
    internal override string WeightLabel => "weight";
    internal override string StepOfFunnelLabel => "step";
    internal override string OfTheStepBeforeLabel => "of the step before";
    internal override string OfTheFirstStepLabel => "of the first step";
    internal override string PeriodLabel => "period";
    internal override string FigureLabel => "figure";
    internal override string ExpectedLabel => "expected";
    internal override string ObservedLabel => "observed";
    internal override string SeasonLabel => "season";
    internal override string AdjustedLabel => "adjusted";
    internal override string TrendLabel => "trend";
    internal override string RemainderLabel => "remainder";
    internal override string IndexLabel => "index";
    internal override string FromLabel => "from";
    internal override string ThroughLabel => "through";
    internal override string StepOfLevelLabel => "step";
    internal override string SmallestDetectableLabel => "smallest detectable";
    internal override string RelevanceLabel => "relevance";
    internal override string ModelScaleLabel => "scale of the model";
    internal override string OnScale(string scale) => $"{ModelScaleLabel}: {scale}";
    internal override string ChangePerYearLabel => "change per year";
    internal override string MeaningLabel => "meaning";
    internal override string LimitsLabel => "limits";
    internal override string LargestLabel => "largest";
    internal override string SuggestedLabel => "suggested";
    internal override string ComparedWithLabel => "compared with";
    internal override string CorrelationCaption => "Correlation";
    internal override string PearsonCorrelation => "Pearson's r";
    internal override string SpearmanCorrelation => "Spearman's rho";
    internal override string KendallCorrelation => "Kendall's tau-b";
    internal override string FisherInterval => "Fisher's z";
    internal override string AsymptoticInterval => "asymptotic standard error";
    internal override string RiseTogether => "rise together";
    internal override string MoveApart => "one falls as the other rises";
    internal override string MissingPairsLabel => "rows left out";
    internal override string CorrelationIsNoCause => "moving together does not prove a cause";
    internal override string LaggedCaption => "Which series runs ahead";
    internal override string LeadsByLabel => "first leads by";
    internal override string PlainCorrelationLabel => "correlation as it is";
    internal override string PrewhitenedLabel => "without memory";
    internal override string MoveInTheSamePeriod => "both move in the same period";
    internal override string SeriesWithoutSpread => "a series does not vary: nothing can be said about what moves with it";
    internal override string ShapleyMethod => "Shapley values";
    internal override string RelativeWeightsMethod => "relative weights";
    internal override string RisesWithOutcome => "rises with the outcome";
    internal override string FallsWithOutcome => "falls as the outcome rises";
    internal override string UnrelatedToOutcome => "unrelated to the outcome";
    internal override string DriversCaption => "What drives the outcome";
    internal override string DriverLabel => "driver";
    internal override string ShareOfImportanceLabel => "share of importance";
    internal override string SignLabel => "direction";
    internal override string OutcomeWithoutSpread => "the outcome does not vary: there is nothing to explain";
    internal override string ImportancePerformanceTitle => "Importance and performance";
    internal override string ImportanceLabel => "importance";
    internal override string PerformanceLabel => "performance";
    internal override string QuadrantLabel => "quadrant";
    internal override string ConcentrateHere => "concentrate here";
    internal override string KeepUp => "keep up the good work";
    internal override string LowPriority => "low priority";
    internal override string PossibleOverkill => "possible overkill";
    internal override string KanoAttractive => "attractive";
    internal override string KanoOneDimensional => "one-dimensional";
    internal override string KanoMustBe => "must-be";
    internal override string KanoIndifferent => "indifferent";
    internal override string KanoReverse => "reverse";
    internal override string KanoQuestionable => "questionable";
    internal override string KanoMixed => "mixed";
    internal override string KanoCaption => "Kano categories";
    internal override string SolicitationCaption => "Audit of solicitation";
    internal override string SolicitationRuleLabel => "rule";
    internal override string InvitationsInBreachLabel => "invitations in breach";
    internal override string CustomersInBreachLabel => "customers in breach";
    internal override string RemindersNotCounted => "reminders not counted";
    internal override string MirrorCaption => "Mirror survey";
    internal override string MirrorItemLabel => "item";
    internal override string MirrorCustomersLabel => "customers";
    internal override string MirrorPredictionLabel => "prediction of employees";
    internal override string MirrorOwnLabel => "own answer of employees";
    internal override string MirrorGapLabel => "gap";
    internal override string MirrorCategoryLabel => "category";
    internal override string MirrorPositiveAgreement => "positive agreement";
    internal override string MirrorNegativeAgreement => "negative agreement";
    internal override string MirrorOverestimation => "overestimation";
    internal override string MirrorUnderestimation => "underestimation";
    internal override string MirrorHidden => "not shown";
    internal override string CustomersLabel => "customers";
    internal override string EndedLabel => "ended";
    internal override string OpenLabel => "still open";
    internal override string LongestSeenLabel => "longest time seen";
    internal override string TimeLabel => "time";
    internal override string AtRiskLabel => "at risk";
    internal override string FewerThanHalfEnded => "fewer than half have ended as far as one can see";
    internal override string FewerThanHalf => "fewer than half as far as one can see";
    internal override string TestLogRank => "log-rank";
    internal override string CohortLabel => "cohort";
    internal override string CohortInPeriod => "in the period";
    internal override string CohortInPeriodOrLater => "in the period or later";
    internal override string CohortAtPeriodEnd => "on the last day of the period";
    internal override string CohortUpToPeriodEnd => "up to the end of the period";
    internal override string NotYetIsBlank => "A blank cell is not yet known; it is not 0.";
    internal override string ConcentrationCaption => "Concentration of revenue";
    internal override string GiniLabel => "Gini coefficient";
    internal override string BestCustomers(string percent) => $"best {percent} of customers bring";
    internal override string NotYet => "not yet";
    internal override string ValueAfter(string value, string time) => $"{value} after {time}";
    internal override string CohortCaption(string kpi) => $"{kpi} by cohort";
    internal override string CohortColumns(CalendarUnit unit) => $"Columns: {Units(unit).Many} since the customers began.";
    internal override string CohortsShown(int cohorts, int all, int oldest) =>
        $"shown are the latest {Count(cohorts)} of {Count(all)} cohorts up to an age of {Count(oldest)}; the total is that of all";

    internal override string EarlierCustomers(long count, string firstCohort) =>
        $"Without {Count(count)} {(count == 1 ? "customer" : "customers")} who began before {firstCohort}.";

    internal override string TimeIn(CalendarUnit unit) => $"time in {Units(unit).Many}";
    internal override string Lasting(double time, CalendarUnit unit) => $"{Number(time)} {(time == 1 ? Units(unit).One : Units(unit).Many)}";
    internal override string HalfEndedBy(string time) => $"half have ended by {time}";
    internal override string HalfBy(string time) => $"half by {time}";
    internal override string NotYetOf(string ended) => $"not yet {ended}";
    internal override string OverTime(string what) => $"{what} over time";
    internal override string ShareOf(string ended) => $"{ended}, share";
    internal override string NobodyWatchedAfter(string time) =>
        $"after {time} nobody was watched for a while, though others were later: what follows takes for granted that nothing happened in between, "
            + "and says more from a later start";

    internal override string MeanUpTo(string until, string mean) => $"up to {until} it lasts {mean} on average";
    internal override string OfThoseThereAt(string time) => $"of those to whom it had not happened by {time}";
    internal override string RiskSetEmptiedAt(string time) =>
        $"at {time} it had happened to all who were watched, though others were watched later: the curve is 0 from there on, and says more from a later start";
    internal override string ThemesCaption => "Themes";
    internal override string ThemeLabel => "theme";
    internal override string MentionedByLabel => "mentioned by";
    internal override string PartOfMentionsLabel => "share of all mentions";
    internal override string CumulativeShareLabel => "cumulative share of mentions";
    internal override string WithThemeLabel => "score with it";
    internal override string WithoutThemeLabel => "score without it";
    internal override string EffectOnTotalLabel => "effect on the total";
    internal override string AtMostInDays(int most, int days) => $"at most {Whole(most)} in {Whole(days)} {(days == 1 ? "day" : "days")}";
    internal override string DaysApart(int days) => $"at least {Whole(days)} {(days == 1 ? "day" : "days")} apart";
    internal override string BreachesOf(string broken, string invitations, string affected, string customers) =>
        $"{broken} of {invitations}, {affected} of {customers}";

    internal override string HiddenBelow(int least) => $"groups of fewer than {Whole(least)} employees are not shown";
    internal override string LaneyMethod => "Laney's limits";
    internal override string BinomialMethod => "binomial limits";
    internal override string IndividualsMethod => "limits by the moving range";
    internal override string NoSignal => "no signal";
    internal override string SignalAbove => "above the limits";
    internal override string SignalBelow => "below the limits";
    internal override string ControlLimitsCaption => "Control limits";
    internal override string EwmaCaption => "Running average with limits (EWMA)";
    internal override string CusumCaption => "Sums of deviations (CUSUM)";
    internal override string ConfidenceSequenceCaption => "Limits that hold at every look";
    internal override string LowerLabel => "lower limit";
    internal override string UpperLabel => "upper limit";
    internal override string SignalLabel => "signal";
    internal override string RunningAverageLabel => "running average";
    internal override string SumUpLabel => "sum upwards";
    internal override string SumDownLabel => "sum downwards";
    internal override string SoFarLabel => "so far";
    internal override string QuadrantAxes => "across: importance; up: performance; dashed: where high begins";
    internal override string SegmentsComparedCaption => "Segments against all others together";
    internal override string SegmentLabel => "Segment";
    internal override string AdjustedPValueLabel => "p-value (Holm)";
    internal override string NoEvidenceThatSegmentsDiffer => "no evidence that the segments differ";
    internal override string BestSegment => "best";
    internal override string WorstSegment => "worst";
    internal override string HighestSegment => "highest";
    internal override string LowestSegment => "lowest";
    internal override string MixAndRateCaption => "Change of the total by rate and by mix";
    internal override string RateEffectLabel => "rate effect";
    internal override string MixEffectLabel => "mix effect";
    internal override string TotalReversed => "the total moves against all its parts (Simpson's paradox)";
    internal override string LeagueCaption => "League table with rank intervals";
    internal override string RankLabel => "rank";
    internal override string ShrunkLabel => "shrunk towards the mean of the segments";
    internal override string FunnelLimitsLabel => "limits of chance";
    internal override string FunnelPlotAxes(string percent) => $"across: observations; up: value; dashed: {percent} limits of chance";
    internal override string EstimateCaption => "Estimate";
    internal override string ChangeCaption => "Change";
    internal override string DurationsCaption => "Durations";
    internal override string MeanDurationCaption => "Mean duration";
    internal override string MeanCaption => "Mean";
    internal override string MeanLabel => "mean";
    internal override string NetScoreCaption => "Net score";
    internal override string RateCaption => "Rate";
    internal override string RatioCaption => "Ratio of totals";
    internal override string TotalsCaption => "Totals";
    internal override string ShareCaption => "Share";
    internal override string WeightedMeanCaption => "Weighted mean";
    internal override string QueueCaption => "Contacts in a queue";
    internal override string CustomerFlowCaption => "Customer flow";
    internal override string SubscriptionsCaption => "Subscriptions";
    internal override string OpeningLabel => "opening";
    internal override string NewRevenueLabel => "new";
    internal override string ReactivatedRevenueLabel => "reactivated";
    internal override string ExpansionLabel => "expansion";
    internal override string ContractionLabel => "contraction";
    internal override string ChurnedRevenueLabel => "churned";
    internal override string ClosingLabel => "closing";
    internal override string EndIsFirstDayGone => "an end is the first day gone";
    internal override string EndIsLastPaidDay => "an end is the last paid day";
    internal override string AnyGapIsChurn => "any gap is churn";
    internal override string TrialsAreCustomers => "trials count as customers";
    internal override string TrialsAreLeftOut => "trials are left out";
    internal override string MovementsBetweenEnds => "What is undone before a period closes is not seen.";
    internal override string GapIsNoChurn(int days) => $"a gap of up to {DayCount(days)} is no churn";
    internal override string ConvertedInto(string currency) =>
        $"amounts in {currency} at the rate of a row's own currency date or, without one, of the first paid row that it continues";

    internal override string RowsLeftOut(string rows) => $"left out: {rows}";
    internal override string ChurnPerYearLabel => "churn per year";
    internal override string ExpectedLifetimeLabel => "expected lifetime";
    internal override string SurveyOutcomesCaption => "Outcomes of a survey (AAPOR)";
    internal override string FunnelCaption => "Funnel";
    internal override string AdjustmentCaption => "Figures without their season";
    internal override string SeasonCaption => "Season";
    internal override string LatestCaption => "Latest period";
    internal override string TrendCaption => "Trend";
    internal override string RankTrendCaption => "Trend by ranks";
    internal override string EffectCaption => "Effect";
    internal override string LevelShiftsCaption => "Level shifts";
    internal override string UnusualPeriodsCaption => "Unusual periods";
    internal override string ForecastCaption => "Forecast";
    internal override string ExpectationCaption => "Expectation";
    internal override string TooLittleData => "too little data";
    internal override string Rising => "rising";
    internal override string Falling => "falling";
    internal override string Seasonal => "seasonal";
    internal override string Shifted => "shifted";
    internal override string NotAsked => "not asked";
    internal override string Relevant => "relevant";
    internal override string Negligible => "negligible";
    internal override string UndecidedRelevance => "undecided";
    internal override string ChosenScale => "chosen by the figures";
    internal override string IdentityScale => "the figures themselves";
    internal override string LogarithmScale => "logarithms";
    internal override string LogOddsScale => "log odds";
    internal override string YearBeforeHasNoMatch => "no such period in the year before";
    internal override string PeriodHasNoData => "no data in one of the two periods";
    internal override string PeriodIncomplete => "period not ended";
    internal override string PartialCover => "year before covered in part";
    internal override string EasterShift => "Easter lies differently";
    internal override string ThresholdsNotStated => "thresholds not stated";
    internal override string WithinWait(string limit) => $"within {limit}";
    internal override string ShortAbandonsUpTo(string limit) => $"short abandons up to {limit}";
    internal override string ResponseRateLabel(int number) => $"response rate {Count(number)}";
    internal override string CompositeScoreCaption(string score) => $"Composite score: {score}";
    internal override string AgainstTheYearBefore(string period) => $"{period} against the year before";
    internal override string Strengths(string season, string trend) => $"strength of the season {season}, of the trend {trend} (0 none, 1 all)";

    // Refusals and warnings.
    internal override string TheLevel => "the level";
    internal override string TheSeason => "the season";
    internal override string TheTrend => "the trend";
    internal override string TheEffect => "the effect";
    internal override string TradingDays => "trading days";
    internal override string LeapFebruary => "leap February";
    internal override string ExactFit => "the model repeats every figure exactly: nothing is left to judge chance by";
    internal override string TrendLeftOut =>
        "too few periods lie before the effect: no trend is in the model, and one would be credited to the effect";
    internal override string NoSeason => "years have no season, and one season alone can't differ";
    internal override string NothingToPair => "no season has two figures to compare";
    internal override string SlopeBesideShifts => "a steady slope explains the figures about as well as a shift does: shifts are looked for beside it";
    internal override string TheRegressor(string name) => $"the {name}";
    internal override string Easter(int daysBefore, int daysAfter) => $"Easter [-{Count(daysBefore)}, +{Count(daysAfter)}]";
    internal override string BlackFriday(int daysBefore, int daysAfter) => $"Black Friday [-{Count(daysBefore)}, +{Count(daysAfter)}]";
    internal override string FewerThanTwoCycles(int count, int cycle) =>
        $"two full cycles of {Count(cycle)} periods are needed to tell the season from a change; there are {Count(count)} periods: "
        + "where there is no season, state that there is none";
    internal override string FewerThanThreeCycles(int count, int cycle) =>
        $"fewer than three full cycles of {Count(cycle)} periods: the season rests on two figures each; there are {Count(count)} periods";
    internal override string SeasonSeenOnce(IReadOnlyList<Season> seasons) =>
        $"only one figure each for {Seasons(seasons)}: what is particular to a season seen once can't be told from chance";
    internal override string SeasonLeftOut(IReadOnlyList<Season> seasons) =>
        $"hardly any figures for {Seasons(seasons)}, or none: their periods were left out";
    internal override string SeasonTooSparse(Season season, int count) => $"every season needs two figures or more; {Season(season)} has {Count(count)}";
    internal override string GapTooLong(CalendarPeriod first, int length, int span) =>
        $"{Count(length)} periods from {first} on have no figure; a trend over {Count(span)} periods can't cross half of them";
    internal override string NotPositive(CalendarPeriod period, double figure) =>
        $"components can multiply only where every figure is above 0; {period} has {FourDecimals(figure)}";
    internal override string RobustOnShortHistory(int span) =>
        $"robust weights can swing to and fro with fewer than eight cycles and a seasonal span of {Count(span)}: take a span of 11 or more, or the "
        + "plain decomposition";
    internal override string SeasonWithoutTrend(Season season) => $"gaps leave no figure of {Season(season)} where a moving average over a cycle is known";
    internal override string CourseOfYearUnknown(int days) => $"{Count(days)} days are less than two years: the course of the year can't be told from a change";
    internal override string TooFewForTerms(int count, int terms, int least) =>
        $"{Count(count)} figures for {Count(terms)} terms leave {Count(Math.Max(0, count - terms))} to judge chance by; "
        + $"at least {Count(least)} are needed to see how much a figure resembles the one before";
    internal override string AllSharesAlike(double share) => $"every share is {Percent(share)}: there is nothing to model";
    internal override string NotToBeTold(string term) => $"{term} can't be told from the other terms in these periods";
    internal override string FewEvents(int few, int count) =>
        $"in {Count(few)} of {Count(count)} periods the counts are too small for their share's log odds to be trusted: take longer periods";
    internal override string RegressorLeftOut(string name) =>
        $"{name} was left out: in these periods it can't be told from season, trend and the regressors before it";
    internal override string FewOccurrences(string name, int times) => $"{name} occurs {Count(times)} times only: its effect may be that of other events";
    internal override string FewDegreesOfFreedom(int left) => $"only {Count(left)} figures more than terms: the memory of the noise is barely known";
    internal override string StrongAutocorrelation(double phi, double worth) =>
        $"strong autocorrelation ({Decimals(phi, "0.00")}): the figures are worth {Decimals(worth, "0.#")} independent ones, and p is optimistic";
    internal override string LevelWanders(double phi, int count, double worth) =>
        $"figures this persistent (memory {Decimals(phi, "0.00")}) and this few ({Count(count)}, worth {Decimals(worth, "0.0")} independent ones) "
        + "can't show a trend or a step: a level that wanders looks the same";
    internal override string LevelMayWander(double p) =>
        $"a level that wanders by itself explains the figures about as well, and would make such a change no surprise ({P(p)})";
    internal override string WanderingLooksAlike => "a level that wanders by itself may look the same";
    internal override string NoLogarithm(CalendarPeriod period, double figure) =>
        $"logarithms need figures above 0; {period} has {FourDecimals(figure)}";
    internal override string NothingBefore(LocalDate from) => $"no figures lie before {Iso(from)}";
    internal override string NothingAfter(LocalDate from) => $"no figures lie in the periods from {Iso(from)} on that the effect covers";
    internal override string PartOfPeriod(CalendarPeriod period, double share) =>
        $"{period} is affected on {Decimals(100 * share, "0.#")}% of its days and counts by that share";
    internal override string NoExpectation(string reason) => $"no expectation from the periods before: {reason}";
    internal override string OfExpectation(string notice) => $"expectation: {notice}";
    internal override string NotParallel(double p) =>
        $"before the effect the series and its control already moved apart ({P(p)}): the difference may go on without any effect";
    internal override string ParallelUnknown(string reason) => $"whether series and control moved alike before the effect could not be tested: {reason}";
    internal override string SeasonNeverSeen(CalendarPeriod period) => $"{period} has no expectation: its season was never observed";
    internal override string FirstLeadsBy(int periods) =>
        periods == 1 ? "the first leads the second by 1 period" : $"the first leads the second by {Count(periods)} periods";
    internal override string SecondLeadsBy(int periods) =>
        periods == 1 ? "the second leads the first by 1 period" : $"the second leads the first by {Count(periods)} periods";
    internal override string NoLagStandsOut(int lags, double leastPValue) => $"none of {Count(lags)} lags stands out (least {P(leastPValue)})";
    internal override string WithLagsAllowedFor(string p, int lags) => $"{p} with {Count(lags)} lags allowed for";
    internal override string TooFewPeriodsForLags(long count, long needed) =>
        $"at least {Count(needed)} periods are needed for lags this far; there are {Count(count)}";
    internal override string LagsNeedEveryFigure(long missing) => $"lags need every figure of both series; {Count(missing)} are missing";
    internal override string FewPeriodsForLags(long count, long lags) =>
        $"{Count(count)} periods are few for lags up to {Count(lags)}: take 30 or more, and lags up to a quarter of them";
    internal override string TooFewRows(long count, long needed) => $"at least {Count(needed)} complete rows are needed; there are {Count(count)}";
    internal override string DriversWithoutSpread(string names) => $"{names}: the figures do not vary, leave them out";
    internal override string CollinearDrivers(string names) => $"{names} repeat each other: leave one of them out";
    internal override string AlikeDrivers(string names) => $"{names} are so alike that how they share their importance is barely known";
    internal override string NothingExplained(double p) => $"chance alone often explains as much ({P(p)}): the shares say little";
    internal override string ResamplesLeftOut(long left, long all) => $"{Count(left)} of {Count(all)} resamples had no answer and were left out of the limits";
    internal override string BetterAndWorse(string better, string worse) => $"better {better}, worse {worse}";
    internal override string AboveAt(string places) => $"above at {places}";
    internal override string BelowAt(string places) => $"below at {places}";
    internal override string NoSignalIn(long periods) => $"no signal in {Count(periods)} periods";
    internal override string TargetExcludedFrom(string period) => $"the target lies outside the limits from {period} on";
    internal override string TooFewFigures(int count, int needed) => $"at least {Count(needed)} figures are needed; there are {Count(count)}";
    internal override string TooFewPairs(int pairs, int cycle) =>
        $"at least 2 pairs of figures a cycle of {Count(cycle)} apart are needed; there are {Count(pairs)}";
    internal override string SeasonWithoutFigure(Season season) => $"no figure is known for any {Season(season)}, so that none can be foretold";
    internal override string MissingFigures(int missing) => $"the method of Holt and Winters needs every figure; {Count(missing)} are missing";
    internal override string FarAhead(int periods, int cycle) =>
        $"{Count(periods)} periods ahead is further than two cycles of {Count(cycle)}: the limits assume that nothing but the level, slope and season moves";
    internal override string SeasonsDiffer(double p) => $"the trends of the seasons differ ({P(p)}): the total misleads, read the seasons one by one";
    internal override string NeighboursAlike(double correlation) =>
        $"figures resemble their neighbours (correlation {Decimals(correlation, "0.00")}), which this test doesn't allow for: its p is too small";
    internal override string SlopeOfTies =>
        "many figures are equal, which pulls Sen's slope and its limits to 0: the verdict rests on the pairs that differ";
    internal override string TooFewForShifts(int count, int least) =>
        $"at least {Count(least)} figures are needed to look for shifts; there are {Count(count)}";
    internal override string ShiftWasSearched(int places) =>
        $"the shift is the largest of {Count(places)} places: p and the limits of its size allow for that search";
    internal override string TooManyPeriods(int count, int most) =>
        $"at most {Count(most)} periods can be judged one by one; there are {Count(count)}: cut out a part or take longer periods";
    internal override string ManyUnusual(int flagged) =>
        $"{Count(flagged)} periods are unusual, the most that are looked for: the season or the level may have changed instead";


    internal override string NothingToJudge => "there is nothing to judge the latest figure by";

    internal override string TooFewEarlierPeriods => "too few earlier periods to know the usual range";

    internal override string EarlierPeriodsWithoutSpread => "the earlier periods show no spread to know a usual range by";

    internal override string SamplingErrorOnly(string why) => $"{BySamplingErrorOnly}: {why}";

    internal override string UsualForSeason(string season, string range) => $"{range} expected for {season}";

    internal override string BeyondSeason(string season, string range) => $"beyond what {season} brings: expected {range}";

    internal override string WithinLevel(string range) => $"{range} expected";

    internal override string BeyondLevel(string range) => $"beyond the usual range: expected {range}";

    internal override string BeyondLevelAndLastYear(string range) => $"beyond the usual range and different from last year: expected {range}";

    internal override string SeasonNotKnown(string reason) => $"{reason}; season not known yet";
    private static string Iso(LocalDate date) => CalendarPeriod.Containing(CalendarUnit.Day, date).ToString();

    internal override string RelativeChangeLabel => "relative change";
    internal override string RulesLabel => "rules";
    internal override string BaseColumn => "Base";
    internal override string Upheld => "upheld only";
    internal override string PerOrder => "per order";
    internal override string PerDelivery => "per delivery";
    internal override string PerCustomer => "per customer";
    internal override string PerRetainedCustomer => "per retained customer";
    internal override string PerContact => "per contact";
    internal override string PerResolution => "per resolution";
    internal override string PerComplaint => "per complaint";
    internal override string PerTransaction => "per transaction";
    internal override string PerContract => "per contract";
    internal override string PerGuest => "per guest";
    internal override string PerSession => "per session";
    internal override string PerVisitor => "per visitor";
    internal override string PerUser => "per user";
    internal override string PerClick => "per click";
    internal override string PerLead => "per lead";
    internal override string PerCart => "per cart";
    internal override string PerCheckout => "per checkout";
    internal override string ReactivationNetted => "reactivation netted";
    internal override string OfRevenue => "in revenue";
    internal override string OfMargin => "in margin";
    internal override string PaidOnly => "paid campaigns only";
    internal override string Blended => "all marketing and sales";
    internal override string FullyLoaded => "fully loaded";
    internal override string MeanOfCustomers => "mean of customers";
    internal override string ForOneself => "for oneself";
    internal override string AsAGift => "as a gift";
    internal override string OnSatisfaction => "satisfaction";
    internal override string OnRepurchase => "repurchase";
    internal override string OnRecommendation => "recommendation";
    internal override string AsRecorded => "as recorded";
    internal override string AsSurveyed => "as surveyed";
    internal override string IssueStartsOnly => "first contacts of an issue only";
    internal override string OfOffered => "over offered";
    internal override string OfAnswered => "over answered";
    internal override string AbandonsInTimeMet => "abandons in time met";
    internal override string AbandonsInTimeLeftOut => "abandons in time left out";
    internal override string ShortAbandonsMet => "short abandons met";
    internal override string ShortAbandonsLeftOut => "short abandons left out";
    internal override string FlowOutsMissed => "flow-outs missed";
    internal override string AbandonsLeftOut => "abandons left out";
    internal override string WeightedRule => "weighted";

    private protected override string BoxesOf(string boxes, string scale) => $"{boxes} of {scale}";

    private protected override string BoxesLess(string high, string low) => $"{high} minus {low}";

    internal override string ScaleOf(string scale) => $"scale {scale}";

    internal override string Per(CalendarUnit unit) => unit switch
    {
        CalendarUnit.Day => "per day",
        CalendarUnit.Week => "per week",
        CalendarUnit.Month => "per month",
        CalendarUnit.Quarter => "per quarter",
        CalendarUnit.Year => "per year",
    };

    internal override string TermOf(CalendarUnit unit) => unit switch
    {
        CalendarUnit.Day => "daily terms",
        CalendarUnit.Week => "weekly terms",
        CalendarUnit.Month => "monthly terms",
        CalendarUnit.Quarter => "quarterly terms",
        CalendarUnit.Year => "yearly terms",
    };

    internal override string NoRepeat(string within) => $"no repeat {within}";

    internal override string Weights(string weights) => $"weights {weights}";

    internal override string ItemsOf(int items, string scale) => $"{items} items on {scale}";

    internal override string ReversedItems(string items) => $"reversed {items}";

    internal override string AtLeastAnswered(int items) => $"at least {items} answered";

    internal override string AsOf(string instant) => $"as of {instant}";
    internal override string InWorkingTime => "in working time";

    private protected override string DayCount(long days) => days == 1 ? "1 day" : $"{Count(days)} days";

    private protected override (string One, string Many) LeftOutWords(LeftOutKind kind) => kind switch
    {
        LeftOutKind.Missing => ("missing", "missing"),
        LeftOutKind.Invalid => ("invalid", "invalid"),
        LeftOutKind.Open => ("open", "open"),
        LeftOutKind.Pending => ("pending", "pending"),
        LeftOutKind.NotYetDue => ("not yet due", "not yet due"),
        LeftOutKind.ClosedWithoutReply => ("closed without a reply", "closed without a reply"),
        LeftOutKind.Lapsed => ("lapsed", "lapsed"),
        LeftOutKind.Emptied => ("emptied", "emptied"),
        LeftOutKind.PurchaseWithoutStart => ("unmatched purchase", "unmatched purchases"),
        LeftOutKind.NotResolvableAtFirst => ("not resolvable at first", "not resolvable at first"),
        LeftOutKind.Bounced => ("bounced", "bounced"),
        LeftOutKind.ShortAbandon => ("short abandon", "short abandons"),
        LeftOutKind.Trial => ("trial", "trials"),
        LeftOutKind.WithoutADay => ("row without a day", "rows without a day"),
    };

    private protected override (string One, string Many) Noun(ObservationKind kind) => kind switch
    {
        ObservationKind.Observation => ("observation", "observations"),
        ObservationKind.Answer => ("answer", "answers"),
        ObservationKind.Review => ("review", "reviews"),
        ObservationKind.Respondent => ("respondent", "respondents"),
        ObservationKind.Invitation => ("invitation", "invitations"),
        ObservationKind.Customer => ("customer", "customers"),
        ObservationKind.Loss => ("lost customer", "lost customers"),
        ObservationKind.Contract => ("contract due", "contracts due"),
        ObservationKind.Account => ("account", "accounts"),
        ObservationKind.Order => ("order", "orders"),
        ObservationKind.Session => ("session", "sessions"),
        ObservationKind.Visitor => ("visitor", "visitors"),
        ObservationKind.User => ("user", "users"),
        ObservationKind.Click => ("click", "clicks"),
        ObservationKind.Lead => ("lead", "leads"),
        ObservationKind.Cart => ("cart", "carts"),
        ObservationKind.Checkout => ("checkout", "checkouts"),
        ObservationKind.Entry => ("entry", "entries"),
        ObservationKind.Email => ("e-mail", "e-mails"),
        ObservationKind.OpenedEmail => ("opened e-mail", "opened e-mails"),
        ObservationKind.Impression => ("impression", "impressions"),
        ObservationKind.Contact => ("contact", "contacts"),
        ObservationKind.Resolution => ("resolution", "resolutions"),
        ObservationKind.Ticket => ("ticket", "tickets"),
        ObservationKind.Complaint => ("complaint", "complaints"),
        ObservationKind.Action => ("action due", "actions due"),
        ObservationKind.FollowUp => ("follow-up due", "follow-ups due"),
        ObservationKind.Evaluation => ("evaluation", "evaluations"),
        ObservationKind.Row => ("row", "rows"),
        ObservationKind.Cluster => ("cluster", "clusters"),
    };

    // Weights and samples.
    internal override string SampleWeightsCaption => "Sample weights";
    internal override string DesignEffectBeforeLabel => "design effect of the base weights";
    internal override string SmallestWeightLabel => "smallest weight over the mean";
    internal override string LargestWeightLabel => "largest weight over the mean";
    internal override string WeightsMet => "The weighted sample has the mix of the population in every characteristic.";
    internal override string WeightsTotalsRescaled => "The characteristics had different totals and were brought to that of the first.";
    internal override string WeightsKeepLimits => "All weights keep the limits.";
    internal override string GoodnessOfFitCaption => "Sample and population";
    internal override string ChiSquareLabel => "chi-square";
    internal override string CohenWLabel => "Cohen's w";
    internal override string DissimilarityLabel => "dissimilarity";
    internal override string FewExpectedNote => "Fewer than five answers are expected in some category, so the p-value is rough.";
    internal override string ResponseIndicatorCaption => "Response by class";
    internal override string ResponseIndicatorLabel => "R-indicator";
    internal override string AnswerRateLabel => "response rate";
    internal override string InvitedLabel => "invited";
    internal override string LargestBiasLabel => "largest bias in standard deviations";
    internal override string AllocationCaption => "Sample by stratum";
    internal override string SampleAndPopulationCaption => "Sample and population";
    internal override string CategoryColumn => "Category";
    internal override string SampleRowsColumn => "In the sample";
    internal override string SampleShareColumn => "Share of the sample";
    internal override string PopulationShareColumn => "Share of the population";
    internal override string ResidualColumn => "Standardised residual";
    internal override string WithoutAnswers => "no answers";

    internal override string WeightsLimited(int limited) => $"Weights that were limited: {Count(limited)}. The total is unchanged.";

    internal override string WeightsLimitedOff(int limited, double error) =>
        $"Weights that were limited: {Count(limited)}. That leaves the characteristics up to {Percent(error)} off the population. "
            + "Calibration within limits keeps both.";

    internal override string WeightsNotConverged(int rounds, double error) =>
        $"After {Count(rounds)} rounds the weighted sample is still up to {Percent(error)} off the population in some category, "
            + "so the weights fit only roughly. Merge small categories, or weight by fewer characteristics.";

    internal override string WeightsEmptyCategory(string categories) =>
        $"There are no weights, because nobody answered in: {categories}. No other answer can speak for them. "
            + "Merge them with a category that is alike, or leave them out of the population and say so.";

    internal override string WeightsOutsidePopulation(string categories) =>
        $"There are no weights, because the population has nobody in: {categories}. State their size, or leave these answers out.";

    internal override string WeightsInfeasible(string categories) => categories.Length > 0
        ? $"There are no weights: within these limits the sample cannot reach the population in: {categories}. Widen the limits, or merge categories."
        : "There are no weights: none within these limits meet the population in all characteristics together. Widen the limits, or merge categories.";

    internal override string WeightsLonelyStratum(string categories) =>
        $"One answer alone comes from: {categories}. It does not show how answers vary there, so there is no interval. Merge it with a stratum that is alike.";

    internal override string WeightsCost(int rows, double size, double effect) =>
        $"Weighted, {Count(rows)} rows say as much as {Decimals(size, "#,0")} of equal weight (design effect {Decimals(effect, "0.00")}).";

    internal override string MarginDiffers(string margin, double effect, double dissimilarity, double p) =>
        $"{margin}: the sample differs from the population ({PSaid(p)}); {Percent(dissimilarity)} of it would have to be of other categories "
            + $"(Cohen's w {Decimals(effect, "0.00")}).";

    internal override string MarginAgrees(string margin, double p) => $"{margin}: no evidence that the sample differs from the population ({PSaid(p)}).";

    internal override string MarginCannotBeJudged(string margin) => $"{margin}: there is nothing to compare.";

    internal override string ResponseIndicatorSaid(string margin, double indicator) =>
        $"{margin}: R-indicator {Decimals(indicator, "0.000")}; 1 means that all categories answered alike.";

    internal override string WorstCase(double rate, string lower, string upper) =>
        $"{Percent(rate)} answered. Had all the others been at one end or the other, the value would be {lower} or {upper}.";

    internal override string SharesOf(string sample, string population) => $"{sample} of the sample, {population} of the population";

    // The first sentences of a report.
    internal override string ActOn(string items) => $"Act on {items}.";
    internal override string Watch(string items) => $"Watch {items}.";
    internal override string QuietOf(int quiet, int judged) => quiet == judged
        ? judged == 1 ? "The one line judged is as expected or shows no evidence of a change."
            : $"All {Count(judged)} lines judged are as expected or show no evidence of a change."
        : $"{Count(quiet)} of {Count(judged)} {(quiet == 1 ? "is" : "are")} as expected or {(quiet == 1 ? "shows" : "show")} no evidence of a change.";
    internal override string ThinOnes(string names) => $"On a thin sample: {names}.";
    internal override string WithoutIntervalOnes(string names) => $"Without an interval: {names}.";
    internal override string TargetIs(string name, string status) => $"The target of {name} is {status}.";
    internal override string AllTargetsAreMissed(int count) => count == 2 ? "Both targets are missed." : $"All {Count(count)} targets are missed.";
    internal override string AllTargetsAreMet(int count) => count == 2 ? "Both targets are met." : $"All {Count(count)} targets are met.";
    internal override string TargetsAre(int count, string statuses) => $"Of {Count(count)} targets {statuses}.";
    internal override string CountMissed(int count) => $"{Count(count)} {(count == 1 ? "is" : "are")} missed";
    internal override string CountNotMetYet(int count) => $"{Count(count)} {(count == 1 ? "is" : "are")} not met yet";
    internal override string CountUndecided(int count) => $"{Count(count)} {(count == 1 ? "is" : "are")} undecided";
    internal override string CountMet(int count) => $"{Count(count)} {(count == 1 ? "is" : "are")} met";
    internal override string GotWorse(string names) => $"{names} got worse.";
    internal override string WithoutGroup => "Without a group";
    internal override string GotBetter(string names) => $"{names} got better.";
    internal override string DifferBySamplingErrorOnly(string names) => $"Changed beyond sampling error, without a history to judge by: {names}.";
    internal override string Fell(string names) => $"{names} fell.";
    internal override string Rose(string names) => $"{names} rose.";
    internal override string FellBelowUsual(string names) => $"Below the usual level, season not known yet: {names}.";
    internal override string RoseAboveUsual(string names) => $"Above the usual level, season not known yet: {names}.";
    internal override string FallOfSeason(string names, string season) => $"The fall in {names} is usual for {season}.";
    internal override string RiseOfSeason(string names, string season) => $"The rise in {names} is usual for {season}.";
    internal override string NothingBeyondSeason => "Nothing moved beyond its season.";
    internal override string NothingChangedByEvidence => "There is no evidence that anything changed.";
    internal override string NothingToJudgeYet => "There is nothing to compare with yet.";
    internal override string LinesLeftOut(int count) => $"{KpiCount(count)} without an exception are left out here.";
    internal override string MostUrgentHeading => "Most urgent";
    internal override string ExceptionsHeading => "Exceptions";
    internal override string HistoryColumn => "History";
    internal override string ValueAndTargetColumn => "Interval, before, target";
    internal override string MoreLabel => "More";
    internal override string BesideGoal(string value, string goal) => $"{value} against {goal}";
    private protected override string And => "and";
    private protected override string Others(int count) => $"{Count(count)} more";

    private static (string One, string Many) Units(CalendarUnit unit) => unit switch
    {
        CalendarUnit.Day => ("day", "days"),
        CalendarUnit.Week => ("week", "weeks"),
        CalendarUnit.Month => ("month", "months"),
        CalendarUnit.Quarter => ("quarter", "quarters"),
        CalendarUnit.Year => ("year", "years"),
    };

    internal override string ChartDataLabel => "Data";
    internal override string LowerLimitLabel => "lower limit";
    internal override string UpperLimitLabel => "upper limit";
    internal override string ExpectedLowerLabel => "expected at least";
    internal override string ExpectedUpperLabel => "expected at most";
    internal override string MoreItems(int count) => $"{Count(count)} more";
    internal override string NoSegmentChanged => "no evidence that a segment changed";
    internal override string HeavyLinesChanged => "heavy lines: changed beyond sampling error, judged among all segments";
    internal override string BySegmentTitle(string kpi) => $"{kpi} by segment";
    internal override string OneScaleForAll => "one scale for all";
    internal override string NpsGroupsTitle => "Promoters, passives and detractors";
    internal override string AnswersByItem => "Answers by item";
    internal override string AgainstLeftInFavourRight => "against on the left, in favour on the right; most in favour first";
    internal override string ItemLabel => "item";

    internal override string HiddenRows(int count) => count == 1 ? "1 more row is hidden" : $"{Count(count)} more rows are hidden";
    internal override string EstimatesCaption => "Estimates";
    internal override string ChangesCaption => "Changes";
    internal override string YearOverYearCaption => "Each period against the year before";
    internal override string GoalLabel => "goal";
    internal override string BaselineLabel => "start";
    internal override string DeadlineLabel => "deadline";
    internal override string DeadlineHasPassed => "has passed";
    internal override string AttainmentLabel => "way from start to goal";
    internal override string BandLabel => "band";

    internal override string ModelFitCaption => "Fitted model";
    internal override string ParameterLabel => "parameter";
    internal override string FitConverged => "the fit converged";
    internal override string FitAtLimit => "the data push the model to its limit, where a simpler one says as much";
    internal override string FitNotIdentified => "the data do not identify the parameters: others explain them as well";
    internal override string FitNotConverged => "the fit did not converge";
    internal override string FitNoCustomers => "there are no customers to fit a model to";
    internal override string FitNobodyReturned => "nobody has bought again, so nothing is known of how often customers buy";
    internal override string FitNobodyLeft => "nobody has left, so nothing is known of leaving";
    internal override string FitEverybodyLeft => "all customers left in the first period, so nothing is known of staying";
    internal override string FitBeyondRange => "amounts or times are so large or small that a parameter is no number";
    internal override string FitNoSpread => "all amounts are the same, so nothing is known of their spread";
    internal override string LimitEqualPurchaseRates => "no detectable difference between customers in how often they buy";
    internal override string LimitUnboundedPurchaseRates => "customers differ without bound in how often they buy";
    internal override string LimitEqualDropout => "no detectable difference between customers in how soon they leave";
    internal override string LimitNoDropout => "no detectable leaving";
    internal override string LimitDropoutAtOnceOrNever => "customers leave at once or never";
    internal override string LimitEqualAmountsOfACustomer => "no detectable difference between the amounts of one customer";
    internal override string LimitEqualSpending => "no detectable difference between customers in what they spend";
    internal override string LimitUnboundedSpending => "customers differ without bound in what they spend";
    internal override string RepeatPurchasesCaption => "Customers by repeat purchases";
    internal override string RepeatPurchasesLabel => "repeat purchases";
    internal override string HoldoutCaption => "Purchases in the holdout";
    internal override string ObservedAmountLabel => "observed amount";
    internal override string ExpectedAmountLabel => "expected amount";
    internal override string LargestExpectedLabel => "largest expected amounts";
    internal override string ModelComparisonCaption => "Models compared";
    internal override string LogLikelihoodLabel => "log-likelihood";
    internal override string FitOutcomeLabel => "outcome";
    internal override string CustomerLabel => "customer";
    internal override string FirstPurchaseLabel => "first purchase";
    internal override string LastPurchaseLabel => "last purchase";
    internal override string RecencyLabel => "age at the last purchase";
    internal override string AgeLabel => "age";
    internal override string MeanAmountLabel => "mean amount";
    internal override string HoldoutPurchasesLabel => "purchases in the holdout";
    internal override string HoldoutAmountLabel => "amount in the holdout";
    internal override string ProbabilityAliveLabel => "still a customer";
    internal override string DiscountedPurchasesLabel => "discounted purchases";
    internal override string HistoriesCaption => "Purchase histories";
    internal override string CustomerValuesCaption => "What customers will be worth";
    internal override string TrackingCaption => "Repeat purchases in the course of time";
    internal override string PredictionCaption => "Prediction of a model";
    internal override string AtItsLimit => "at its limit";
    internal override string LimitsOfParameters =>
        "the limits hold how uncertain the parameters are, and neither the error of the model nor what one customer does by chance";
    internal override string TopIsPartlyLuck => "these are means of such customers without limits, and whoever stands at the top stands there partly by luck";
    internal override string ByMaximumLikelihood => "by maximum likelihood";
    internal override string RefundsAreNet => "refunds reduce the purchase";
    internal override string RefundsAreIgnored => "refunds are left out";
    internal override string RefundedPurchasesAreNone => "a purchase refunded in full is none";
    internal override string WithoutEnd => "without an end";
    internal override string AtEndOfMonth => "purchases at the end of their month";
    internal override string AtMiddleOfMonth => "purchases in the middle of their month";
    internal override string LogCountsCaption => "What became of the rows";
    internal override string LogRowsLabel => "rows of the log";
    internal override string LogPurchasesLabel => "purchases";
    internal override string SameDayLabel => "rows of a day with an earlier one";
    internal override string SameOpportunityLabel => "rows of an opportunity with an earlier one";
    internal override string ZeroAmountsLabel => "purchases of amount 0";
    internal override string RefundsLabel => "refunds";
    internal override string IgnoredRefundsLabel => "refunds left out";
    internal override string RefundsWithoutPurchaseLabel => "refunds without a purchase";
    internal override string ExcessRefundsLabel => "refunds beyond the amount of a purchase";
    internal override string RefundedPurchasesLabel => "purchases refunded in full";
    internal override string AfterTheEndLabel => "rows after the end";
    internal override string OfNewCustomersLabel => "rows of new customers";
    internal override string FirstInHoldoutLabel => "customers whose first purchase lies in the holdout";
    internal override string CustomersWithoutPurchaseLabel => "customers without a purchase that counts";
    internal override string CustomersAfterTheEndLabel => "customers seen after the end only";

    internal override string OneOpportunity(CalendarUnit unit) => $"one opportunity {Per(unit)}";

    internal override string CalibrationUntil(string day) => $"calibration until {day}";

    internal override string HoldoutUntil(string day) => $"holdout until {day}";

    internal override string HoldoutOf(string length) => $"a holdout of {length}";

    internal override string OverMonths(int months) => $"over {Lasting(months, CalendarUnit.Month)}";

    internal override string DiscountedByTheYear(string rate) => $"discounted by {rate} a year";

    internal override string MarginOf(string share) => $"margin, {share} of revenue";

    internal override string CustomersLeftOut(long customers) => $"left out: {Observations(ObservationKind.Customer, customers)}";

    internal override string HoldoutErrors(string bias, string absolute, string squared) =>
        $"Per customer: mean error {bias}, mean absolute error {absolute}, root mean squared error {squared}.";

    internal override string NoLimits(string reason) => $"no limits: {reason}";

    internal override string FitFigures(double logLikelihood, double aic, double bic, long customers) =>
        $"log-likelihood {Decimals(logLikelihood, "#,0.00")}, AIC {Decimals(aic, "#,0.00")}, BIC {Decimals(bic, "#,0.00")}, "
            + Observations(ObservationKind.Customer, customers);
}
