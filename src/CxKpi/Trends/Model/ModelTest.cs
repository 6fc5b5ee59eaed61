namespace CxKpi.Trends;

/// <summary>The test of one coefficient.</summary>
internal readonly struct ModelTest
{
    private const double Power = 0.8;

    private readonly SeasonalModel model;
    private readonly int column;
    private readonly double confidence;

    /// <summary>Tests.</summary>
    /// <param name="model">The model.</param>
    /// <param name="column">The coefficient's column.</param>
    /// <param name="reach">The largest difference between two figures of that column.</param>
    /// <param name="confidence">The confidence level.</param>
    internal ModelTest(SeasonalModel model, int column, double reach, double confidence)
    {
        (this.model, this.column, this.confidence) = (model, column, confidence);
        LinearEstimate coefficient = model.Coefficient(column);
        double df = model.DegreesOfFreedom, scale = model.Input.Scale;
        StandardError = scale * coefficient.StandardError;

        // A coefficient whose effect is below the rounding of the figures is 0.
        Value = Math.Abs(coefficient.Value) * reach <= 1e-13 * model.Fit.Magnitude ? 0 : scale * coefficient.Value;
        T = Value == 0 ? 0 : Value / StandardError;
        PValue = double.IsInfinity(T) ? 0 : StudentTDistribution.TwoSidedPValue(T, df);
        double quantile = StudentTDistribution.CriticalValue(confidence, df);
        Lower = Value - quantile * StandardError;
        Upper = Value + quantile * StandardError;
        Detectable = (quantile + StudentTDistribution.Quantile(Power, df)) * StandardError;
    }

    internal double Value { get; }

    internal double StandardError { get; }

    internal double T { get; }

    internal double PValue { get; }

    internal double Lower { get; }

    internal double Upper { get; }

    internal double Detectable { get; }

    /// <summary>The warning that a level that wanders would bring such a change too; null when it would not, or when there is no change.</summary>
    internal Notice? Wandering => (Lower > 0 || Upper < 0) && model.PValueWhenWandering(column) is { } p && p >= 1 - confidence
        ? Notices.LevelMayWander(p)
        : null;

    internal static Relevance RelevanceOf(double lower, double upper, double? least) => least switch
    {
        null => Relevance.NotAsked,
        { } matters when lower >= matters || upper <= -matters => Relevance.Relevant,
        { } matters when lower > -matters && upper < matters => Relevance.Negligible,
        _ => Relevance.Undecided,
    };

    internal ChangeVerdict Meaning(KpiDirection direction) => Lower > 0
        ? direction switch
        {
            KpiDirection.HigherIsBetter => ChangeVerdict.Better,
            KpiDirection.LowerIsBetter => ChangeVerdict.Worse,
            KpiDirection.Neutral => ChangeVerdict.Higher,
        }
        : Upper < 0
        ? direction switch
        {
            KpiDirection.HigherIsBetter => ChangeVerdict.Worse,
            KpiDirection.LowerIsBetter => ChangeVerdict.Better,
            KpiDirection.Neutral => ChangeVerdict.Lower,
        }
        : ChangeVerdict.NoEvidence;
}
