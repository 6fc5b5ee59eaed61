namespace CxKpi;

/// <summary>A record that knows the two totals whose ratio its value is.</summary>
/// <remarks>
/// Series and segments use the totals where an interval does not say enough: whether a share is a share of counts, and what a row adds to either total.
/// A record whose value is not a ratio of totals returns <see langword="null"/>.
/// </remarks>
public interface IEvidence
{
    /// <summary>The totals; <see langword="null"/> when there is no data or the value is not a ratio of totals.</summary>
    EvidenceTotals? Totals => null;
}
