namespace CxKpi;

/// <content>Tables of collections, and single targets and benchmarks.</content>
internal sealed partial class German
{
    internal override string HiddenRows(int count) => count == 1 ? "1 weitere Zeile ist ausgeblendet" : $"{Count(count)} weitere Zeilen sind ausgeblendet";
    internal override string EstimatesCaption => "Schätzwerte";
    internal override string ChangesCaption => "Veränderungen";
    internal override string YearOverYearCaption => "Jeder Zeitraum gegenüber dem Vorjahr";
    internal override string GoalLabel => "Zielwert";
    internal override string BaselineLabel => "Ausgangswert";
    internal override string DeadlineLabel => "Frist";
    internal override string DeadlineHasPassed => "abgelaufen";
    internal override string AttainmentLabel => "Weg vom Ausgangs- zum Zielwert";
    internal override string BandLabel => "Bereich";
}
