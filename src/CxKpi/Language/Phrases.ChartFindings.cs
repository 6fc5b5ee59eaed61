namespace CxKpi;

/// <content>Charts: what they find, their data and their alternative texts.</content>
internal abstract partial class Phrases
{
    /// <summary>What opens the data of a chart.</summary>
    internal abstract string ChartDataLabel { get; }
    internal abstract string LowerLimitLabel { get; }
    internal abstract string UpperLimitLabel { get; }
    internal abstract string ExpectedLowerLabel { get; }
    internal abstract string ExpectedUpperLabel { get; }

    /// <summary>The items of a list for which there is no room.</summary>
    internal abstract string MoreItems(int count);

    /// <summary>What a chart of segments before and after finds where no segment changed by evidence.</summary>
    internal abstract string NoSegmentChanged { get; }

    /// <summary>What the heavy lines of segments before and after are.</summary>
    internal abstract string HeavyLinesChanged { get; }
    internal abstract string BySegmentTitle(string kpi);
    internal abstract string OneScaleForAll { get; }
    internal abstract string NpsGroupsTitle { get; }
    internal abstract string AnswersByItem { get; }
    internal abstract string AgainstLeftInFavourRight { get; }
    internal abstract string ItemLabel { get; }
}
