namespace CxKpi;

/// <content>Drivers, correlations and monitoring.</content>
internal abstract partial class Phrases
{
    internal abstract string CorrelationCaption { get; }
    internal abstract string PearsonCorrelation { get; }
    internal abstract string SpearmanCorrelation { get; }
    internal abstract string KendallCorrelation { get; }
    internal abstract string FisherInterval { get; }
    internal abstract string AsymptoticInterval { get; }
    internal abstract string RiseTogether { get; }
    internal abstract string MoveApart { get; }
    internal abstract string MissingPairsLabel { get; }
    internal abstract string CorrelationIsNoCause { get; }
    internal abstract string LaggedCaption { get; }
    internal abstract string LeadsByLabel { get; }
    internal abstract string PlainCorrelationLabel { get; }
    internal abstract string PrewhitenedLabel { get; }
    internal abstract string MoveInTheSamePeriod { get; }
    internal abstract string SeriesWithoutSpread { get; }
    internal abstract string ShapleyMethod { get; }
    internal abstract string RelativeWeightsMethod { get; }
    internal abstract string RisesWithOutcome { get; }
    internal abstract string FallsWithOutcome { get; }
    internal abstract string UnrelatedToOutcome { get; }
    internal abstract string DriversCaption { get; }
    internal abstract string DriverLabel { get; }
    internal abstract string ShareOfImportanceLabel { get; }
    internal abstract string SignLabel { get; }
    internal abstract string OutcomeWithoutSpread { get; }
    internal abstract string ImportancePerformanceTitle { get; }
    internal abstract string ImportanceLabel { get; }
    internal abstract string PerformanceLabel { get; }
    internal abstract string QuadrantLabel { get; }
    internal abstract string ConcentrateHere { get; }
    internal abstract string KeepUp { get; }
    internal abstract string LowPriority { get; }
    internal abstract string PossibleOverkill { get; }
    internal abstract string KanoAttractive { get; }
    internal abstract string KanoOneDimensional { get; }
    internal abstract string KanoMustBe { get; }
    internal abstract string KanoIndifferent { get; }
    internal abstract string KanoReverse { get; }
    internal abstract string KanoQuestionable { get; }
    internal abstract string KanoMixed { get; }
    internal abstract string KanoCaption { get; }
    internal abstract string LaneyMethod { get; }
    internal abstract string BinomialMethod { get; }
    internal abstract string IndividualsMethod { get; }
    internal abstract string NoSignal { get; }
    internal abstract string SignalAbove { get; }
    internal abstract string SignalBelow { get; }
    internal abstract string ControlLimitsCaption { get; }
    internal abstract string EwmaCaption { get; }
    internal abstract string CusumCaption { get; }
    internal abstract string ConfidenceSequenceCaption { get; }
    internal abstract string LowerLabel { get; }
    internal abstract string UpperLabel { get; }
    internal abstract string SignalLabel { get; }
    internal abstract string RunningAverageLabel { get; }
    internal abstract string SumUpLabel { get; }
    internal abstract string SumDownLabel { get; }
    internal abstract string SoFarLabel { get; }
    internal abstract string QuadrantAxes { get; }
    internal abstract string FirstLeadsBy(int periods);
    internal abstract string SecondLeadsBy(int periods);
    internal abstract string NoLagStandsOut(int lags, double leastPValue);
    internal abstract string WithLagsAllowedFor(string p, int lags);
    internal abstract string TooFewPeriodsForLags(long count, long needed);
    internal abstract string LagsNeedEveryFigure(long missing);
    internal abstract string FewPeriodsForLags(long count, long lags);
    internal abstract string TooFewRows(long count, long needed);
    internal abstract string DriversWithoutSpread(string names);
    internal abstract string CollinearDrivers(string names);
    internal abstract string AlikeDrivers(string names);
    internal abstract string NothingExplained(double p);
    internal abstract string ResamplesLeftOut(long left, long all);
    internal abstract string BetterAndWorse(string better, string worse);
    internal abstract string AboveAt(string places);
    internal abstract string BelowAt(string places);
    internal abstract string NoSignalIn(long periods);
    internal abstract string TargetExcludedFrom(string period);

    /// <summary>A correlation, with three decimals at most.</summary>
    internal string Coefficient(double? value) => value is { } known
        ? (known < -0.0005 ? UnitSigns.Minus : "") + Decimals(Math.Abs(known), "0.###")
        : Undefined;

    /// <summary>A whole number with the sign of this language.</summary>
    internal string Whole(int number) => Decimals(number, "#,0");
}
