namespace CxKpi;

/// <content>Tables of collections, and single targets and benchmarks.</content>
internal sealed partial class English
{
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
}
