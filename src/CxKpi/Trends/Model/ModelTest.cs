namespace CxKpi.Trends;

/// <summary>The test of one coefficient.</summary>
internal readonly struct ModelTest
{
    private const double Power = 0.8;

    internal ModelTest(SeasonalModel model, LinearEstimate coefficient, double reach, double confidence)
    {
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
