namespace CxKpi;

/// <content>Charts: what they find, their data and their alternative texts.</content>
internal sealed partial class English
{
    internal override string ChartDataLabel => "Data";
    internal override string LowerLimitLabel => "lower limit";
    internal override string UpperLimitLabel => "upper limit";
    internal override string ExpectedLowerLabel => "expected at least";
    internal override string ExpectedUpperLabel => "expected at most";
    internal override string MoreItems(int count) => $"{Count(count)} more";
    internal override string NoSegmentChanged => "no evidence that a segment changed";
    internal override string HeavyLinesChanged => "heavy lines: changed beyond sampling error, judged among all segments";
    internal override string BySegmentTitle(string kpi) => $"{kpi} by segment";
    internal override string OneScaleForAll => "one scale for all";
    internal override string NpsGroupsTitle => "Promoters, passives and detractors";
    internal override string AnswersByItem => "Answers by item";
    internal override string AgainstLeftInFavourRight => "against on the left, in favour on the right; most in favour first";
    internal override string ItemLabel => "item";
}
