namespace CxKpi;

/// <content>Tables of collections, and single targets and benchmarks.</content>
internal abstract partial class Phrases
{
    /// <summary>What stands in a long table for the rows that it leaves out.</summary>
    internal abstract string HiddenRows(int count);
    internal abstract string EstimatesCaption { get; }
    internal abstract string ChangesCaption { get; }
    internal abstract string YearOverYearCaption { get; }
    internal abstract string GoalLabel { get; }
    internal abstract string BaselineLabel { get; }
    internal abstract string DeadlineLabel { get; }
    internal abstract string DeadlineHasPassed { get; }
    internal abstract string AttainmentLabel { get; }
    internal abstract string BandLabel { get; }
}
