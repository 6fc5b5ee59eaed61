namespace CxKpi;

/// <content>Planning, and comparisons: ratios, tests, and the same customers asked twice.</content>
internal abstract partial class Phrases
{
    internal abstract string PlanningValueCaption { get; }
    internal abstract string SampleSizeCaption { get; }
    internal abstract string DetectableChangeCaption { get; }
    internal abstract string DetectionTimeCaption { get; }
    internal abstract string PeriodsToSeeLabel { get; }
    internal abstract string PopulationLabel { get; }
    internal abstract string RiseLabel { get; }
    internal abstract string FallLabel { get; }
    internal abstract string ConfidenceLabel { get; }
    internal abstract string PowerLabel { get; }
    internal abstract string PlannedShare { get; }
    internal abstract string PlannedNetScore { get; }
    internal abstract string PlannedMean { get; }
    internal abstract string PlannedRate { get; }
    internal abstract string TestCaption { get; }
    internal abstract string StatisticLabel { get; }
    internal abstract string EffectSizeLabel { get; }
    internal abstract string ChangeRatioCaption { get; }
    internal abstract string PairedShareCaption { get; }
    internal abstract string PairedMeanCaption { get; }
    internal abstract string PanelCaption { get; }
    internal abstract string PairsLabel { get; }
    internal abstract string BeforeAndAfterLabel { get; }
    internal abstract string BeforeOnlyLabel { get; }
    internal abstract string AfterOnlyLabel { get; }
    internal abstract string NeitherLabel { get; }
    internal abstract string IncompletePairsLabel { get; }
    internal abstract string DetractorRecoveryLabel { get; }
    internal abstract string TestExactBinomial { get; }
    internal abstract string TestScore { get; }
    internal abstract string TestNMinusOneChiSquare { get; }
    internal abstract string TestFisher { get; }
    internal abstract string TestPooledZ { get; }
    internal abstract string TestConditionalExact { get; }
    internal abstract string TestMcNemarMidP { get; }
    internal abstract string TestMcNemarExact { get; }
    internal abstract string TestChiSquare { get; }

    /// <summary>A ratio, such as "3.1 times".</summary>
    internal abstract string Times(string ratio);

    internal abstract string MoreThan(string figure);
}
