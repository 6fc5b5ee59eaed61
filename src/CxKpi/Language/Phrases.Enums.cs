namespace CxKpi;

/// <content>Verdicts, units, methods and flags. Statisticians' names are the same in all languages.</content>
internal abstract partial class Phrases
{
    internal abstract string Better { get; }
    internal abstract string Worse { get; }
    internal abstract string Higher { get; }
    internal abstract string Lower { get; }
    internal abstract string NoEvidence { get; }
    internal abstract string Unknown { get; }
    internal abstract string AsExpected { get; }
    internal abstract string MovedUp { get; }
    internal abstract string MovedDown { get; }
    internal abstract string HigherIsBetter { get; }
    internal abstract string LowerIsBetter { get; }
    internal abstract string NeitherIsBetter { get; }
    internal abstract string UnitShare { get; }
    internal abstract string UnitPercentage { get; }
    internal abstract string UnitNetPoints { get; }
    internal abstract string UnitScalePoints { get; }
    internal abstract string UnitIndex { get; }
    internal abstract string UnitSeconds { get; }
    internal abstract string UnitMoney { get; }
    internal abstract string UnitRatio { get; }
    internal abstract string UnitRate { get; }
    internal abstract string UnitCount { get; }
    internal abstract string MethodWilsonContinuity { get; }
    internal abstract string MethodModifiedWilson { get; }
    internal abstract string MethodClopperPearson { get; }
    internal abstract string MethodMidP { get; }
    internal abstract string MethodScore { get; }
    internal abstract string MethodAdjustedWald { get; }
    internal abstract string MethodStudentT { get; }
    internal abstract string MethodLinearizedRatio { get; }
    internal abstract string MethodOrderStatistics { get; }
    internal abstract string MethodGarwood { get; }
    internal abstract string MethodMover { get; }
    internal abstract string MethodLogMean { get; }
    internal abstract string MethodConditionalExact { get; }
    internal abstract string FlagSingleObservation { get; }
    internal abstract string FlagZeroVariance { get; }
    internal abstract string FlagBoundary { get; }
    internal abstract string FlagClipped { get; }
    internal abstract string FlagSmallExpected { get; }
    internal abstract string FlagUnbounded { get; }
    internal abstract string FlagCensus { get; }
    internal abstract string FlagFewClusters { get; }
    internal abstract string FlagNonStandardScale { get; }
    internal abstract string FlagOpenItemsLeftOut { get; }
    internal abstract string FlagSkewed { get; }
    internal abstract string FlagUnequalPeriods { get; }

    internal abstract string FlagRoundedFigures { get; }
    internal abstract string FlagBetweenPeriods { get; }
    internal abstract string FlagWarned { get; }
    internal abstract string FlagConcentrated { get; }

    internal string Verdict(ChangeVerdict verdict) => verdict switch
    {
        ChangeVerdict.Unknown => Unknown,
        ChangeVerdict.NoEvidence => NoEvidence,
        ChangeVerdict.Better => Better,
        ChangeVerdict.Worse => Worse,
        ChangeVerdict.Higher => Higher,
        ChangeVerdict.Lower => Lower,
    };

    internal string Verdict(LatestVerdict verdict) => verdict switch
    {
        LatestVerdict.Unknown => Unknown,
        LatestVerdict.NoEvidence => NoEvidence,
        LatestVerdict.AsExpected => AsExpected,
        LatestVerdict.Better => Better,
        LatestVerdict.Worse => Worse,
        LatestVerdict.Higher => Higher,
        LatestVerdict.Lower => Lower,
        LatestVerdict.MovedUp => MovedUp,
        LatestVerdict.MovedDown => MovedDown,
    };

    internal string Direction(KpiDirection direction) => direction switch
    {
        KpiDirection.Neutral => NeitherIsBetter,
        KpiDirection.HigherIsBetter => HigherIsBetter,
        KpiDirection.LowerIsBetter => LowerIsBetter,
    };

    internal string Unit(KpiUnit unit) => unit switch
    {
        KpiUnit.Share => UnitShare,
        KpiUnit.Percentage => UnitPercentage,
        KpiUnit.NetPoints => UnitNetPoints,
        KpiUnit.ScalePoints => UnitScalePoints,
        KpiUnit.Index => UnitIndex,
        KpiUnit.Seconds => UnitSeconds,
        KpiUnit.Money => UnitMoney,
        KpiUnit.Ratio => UnitRatio,
        KpiUnit.Rate => UnitRate,
        KpiUnit.Count => UnitCount,
    };

    internal string Method(IntervalMethod method) => method switch
    {
        IntervalMethod.None => None,
        IntervalMethod.Wilson => "Wilson",
        IntervalMethod.WilsonContinuity => MethodWilsonContinuity,
        IntervalMethod.ModifiedWilson => MethodModifiedWilson,
        IntervalMethod.Feldt => "Feldt",
        IntervalMethod.KornGraubard => "Korn–Graubard",
        IntervalMethod.AgrestiCoull => "Agresti-Coull",
        IntervalMethod.ClopperPearson => MethodClopperPearson,
        IntervalMethod.Jeffreys => "Jeffreys",
        IntervalMethod.MidP => MethodMidP,
        IntervalMethod.Wald => "Wald",
        IntervalMethod.Score => MethodScore,
        IntervalMethod.AdjustedWald => MethodAdjustedWald,
        IntervalMethod.StudentT => MethodStudentT,
        IntervalMethod.LinearizedRatio => MethodLinearizedRatio,
        IntervalMethod.OrderStatistics => MethodOrderStatistics,
        IntervalMethod.Garwood => MethodGarwood,
        IntervalMethod.Newcombe => "Newcombe",
        IntervalMethod.Mover => MethodMover,
        IntervalMethod.Welch => "Welch",
        IntervalMethod.FayFeuer => "Fay-Feuer",
        IntervalMethod.MiettinenNurminen => "Miettinen-Nurminen",
        IntervalMethod.LogMean => MethodLogMean,
        IntervalMethod.AgrestiCaffo => "Agresti-Caffo",
        IntervalMethod.BonettPrice => "Bonett-Price",
        IntervalMethod.Koopman => "Koopman",
        IntervalMethod.ConditionalExact => MethodConditionalExact,
        IntervalMethod.Greenwood => "Greenwood",
    };

    /// <summary>The warnings in words; empty when there are none.</summary>
    internal string Flags(EstimateFlags flags) => Listed(flags, Flag);

    /// <summary>The single flags of a combination, each in words.</summary>
    internal static string Listed<T>(T flags, Func<T, string> words)
        where T : struct, Enum
    {
        long set = Convert.ToInt64(flags, System.Globalization.CultureInfo.InvariantCulture);
        return string.Join(", ", Enumerable.Range(0, 62).Where(bit => (set & (1L << bit)) != 0).Select(bit => words((T)Enum.ToObject(typeof(T), 1L << bit))));
    }

    private string Flag(EstimateFlags flag) => flag switch
    {
        EstimateFlags.None => "",
        EstimateFlags.SingleObservation => FlagSingleObservation,
        EstimateFlags.ZeroVariance => FlagZeroVariance,
        EstimateFlags.Boundary => FlagBoundary,
        EstimateFlags.Clipped => FlagClipped,
        EstimateFlags.SmallExpected => FlagSmallExpected,
        EstimateFlags.Unbounded => FlagUnbounded,
        EstimateFlags.Census => FlagCensus,
        EstimateFlags.FewClusters => FlagFewClusters,
        EstimateFlags.NonStandardScale => FlagNonStandardScale,
        EstimateFlags.OpenItemsLeftOut => FlagOpenItemsLeftOut,
        EstimateFlags.Skewed => FlagSkewed,
        EstimateFlags.UnequalPeriods => FlagUnequalPeriods,
        EstimateFlags.RoundedFigures => FlagRoundedFigures,
        EstimateFlags.BetweenPeriods => FlagBetweenPeriods,
        EstimateFlags.Warned => FlagWarned,
        EstimateFlags.Concentrated => FlagConcentrated,
    };
}
