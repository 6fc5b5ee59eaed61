namespace CxKpi;

/// <content>Tables of collections, and single targets and benchmarks.</content>
internal sealed partial class French
{
    internal override string HiddenRows(int count) => count == 1 ? "1 autre ligne est masquée" : $"{Count(count)} autres lignes sont masquées";
    internal override string EstimatesCaption => "Estimations";
    internal override string ChangesCaption => "Évolutions";
    internal override string YearOverYearCaption => "Chaque période par rapport à l'année précédente";
    internal override string GoalLabel => "valeur cible";
    internal override string BaselineLabel => "valeur de départ";
    internal override string DeadlineLabel => "échéance";
    internal override string DeadlineHasPassed => "dépassée";
    internal override string AttainmentLabel => "chemin parcouru du départ à la cible";
    internal override string BandLabel => "plage";
}
