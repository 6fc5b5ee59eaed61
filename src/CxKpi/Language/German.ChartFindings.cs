namespace CxKpi;

/// <content>Charts: what they find, their data and their alternative texts.</content>
internal sealed partial class German
{
    internal override string ChartDataLabel => "Daten";
    internal override string LowerLimitLabel => "untere Grenze";
    internal override string UpperLimitLabel => "obere Grenze";
    internal override string ExpectedLowerLabel => "erwartet mindestens";
    internal override string ExpectedUpperLabel => "erwartet höchstens";
    internal override string MoreItems(int count) => count == 1 ? "1 weitere" : $"{Count(count)} weitere";
    internal override string NoSegmentChanged => "kein Beleg, dass sich eine Gruppe geändert hat";
    internal override string HeavyLinesChanged => "dicke Linien: geändert über den Stichprobenfehler hinaus, beurteilt unter allen Gruppen";
    internal override string BySegmentTitle(string kpi) => $"{kpi} nach Gruppe";
    internal override string OneScaleForAll => "eine Skala für alle";
    internal override string NpsGroupsTitle => "Promotoren, Passive und Detraktoren";
    internal override string AnswersByItem => "Antworten nach Frage";
    internal override string AgainstLeftInFavourRight => "links dagegen, rechts dafür; die beste Frage zuerst";
    internal override string ItemLabel => "Frage";
}
