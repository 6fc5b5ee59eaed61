namespace CxKpi.Practices;

/// <summary>Correlations in words.</summary>
internal static class CorrelationWords
{
    internal static string In(this CorrelationVerdict verdict, Phrases words) => verdict switch
    {
        CorrelationVerdict.Unknown => words.Unknown,
        CorrelationVerdict.NoEvidence => words.NoEvidence,
        CorrelationVerdict.RiseTogether => words.RiseTogether,
        CorrelationVerdict.MoveApart => words.MoveApart,
    };

    internal static string In(this CorrelationMethod method, Phrases words) => method switch
    {
        CorrelationMethod.Pearson => words.PearsonCorrelation,
        CorrelationMethod.Spearman => words.SpearmanCorrelation,
        CorrelationMethod.Kendall => words.KendallCorrelation,
    };

    internal static string In(this CorrelationLimits method, Phrases words) => method switch
    {
        CorrelationLimits.FisherZ => words.FisherInterval,
        CorrelationLimits.BonettWright => "Bonett-Wright",
        CorrelationLimits.Fieller => "Fieller",
        CorrelationLimits.AsymptoticError => words.AsymptoticInterval,
    };
}
