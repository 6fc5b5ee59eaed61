namespace CxKpi;

/// <content>Charts: what they find, their data and their alternative texts.</content>
internal sealed partial class French
{
    internal override string ChartDataLabel => "Données";
    internal override string LowerLimitLabel => "limite inférieure";
    internal override string UpperLimitLabel => "limite supérieure";
    internal override string ExpectedLowerLabel => "attendu au moins";
    internal override string ExpectedUpperLabel => "attendu au plus";
    internal override string MoreItems(int count) => count == 1 ? "1 autre" : $"{Count(count)} autres";
    internal override string NoSegmentChanged => "rien n'indique qu'un groupe ait changé";
    internal override string HeavyLinesChanged => $"traits épais{Colon}changé au-delà de l'erreur d'échantillonnage, jugé parmi tous les groupes";
    internal override string BySegmentTitle(string kpi) => $"{kpi} par groupe";
    internal override string OneScaleForAll => "une échelle pour tous";
    internal override string NpsGroupsTitle => "Promoteurs, passifs et détracteurs";
    internal override string AnswersByItem => "Réponses par question";
    internal override string AgainstLeftInFavourRight => $"contre à gauche, pour à droite{Semicolon}la question la plus favorable d'abord";
    internal override string ItemLabel => "question";
}
