namespace CxKpi;

/// <summary>What a value rests on, asked of the record itself: the two totals whose ratio it is.</summary>
/// <remarks>
/// Series, segments and decorators ask for it where an interval does not say enough: whether a share is one of counts, and what a row adds to either total.
/// A record that is no ratio of totals answers <see langword="null"/>.
/// </remarks>
public interface IEvidence
{
    /// <summary>The totals; <see langword="null"/> without data, and where the value is no ratio of totals.</summary>
    EvidenceTotals? Totals => null;
}
