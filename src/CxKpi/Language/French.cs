using System.Globalization;
using CxKpi.Trends;
using NodaTime;

namespace CxKpi;

/// <summary>French: a narrow no-break space (U+202F) before units and double punctuation, and between thousands, as typographers ask.</summary>
internal sealed class French : Phrases
{
    internal override ReportLanguage Language => ReportLanguage.French;
    internal override string Tag => "fr";
    internal override string Endonym => "français";
    internal override NumberFormatInfo Numbers { get; } = NumberFormatInfo.ReadOnly(
        new() { NegativeSign = UnitSigns.Minus, NumberDecimalSeparator = ",", NumberGroupSeparator = "\u202F" });

    private protected override string Gap => "\u202F";
    internal override string PercentSign => "\u202F%";
    private protected override string PerThousand => "pour mille";
    private protected override string PerMillion => "par million";
    private protected override string PercentagePoints => "pt";
    private protected override string Days => "j";

    internal override string Undefined => "non défini";
    internal override string NoData => "pas de données";
    internal override string None => "aucune";
    internal override string Colon => "\u202F: ";
    internal override string Semicolon => "\u202F; ";
    internal override string AtLeast(string limit) => $"au moins {limit}";
    internal override string AtMost(string limit) => $"au plus {limit}";
    internal override string Between(string lower, string upper) => $"{lower} à {upper}";
    internal override string Below(string limit) => $"moins de {limit}";
    internal override string AndAbove(string limit) => $"{limit} et plus";
    private protected override string IntervalAtPercent(string percent) => $"intervalle à {percent}\u202F%";

    // Days, periods and seasons.
    internal override string Incomplete => "incomplet";
    internal override string OtherRule => "autre règle";
    internal override string PerDay => "par jour";
    internal override string YearSeason => "année";
    internal override string Month(int month) =>
        ((string[])["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"])[month - 1];
    internal override string ShortMonth(int month) =>
        ((string[])["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."])[month - 1];
    internal override string Weekday(IsoDayOfWeek day) => ((string[])["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"])[(int)day - 1];
    internal override string DayOfMonth(int day, string month) => string.Create(CultureInfo.InvariantCulture, $"{day}{(day == 1 ? "er" : "")} {month}");
    internal override string Week(string week) => $"S{week}";
    internal override string WeekOfYear(string week, string year) => $"{year}-S{week}";
    internal override string Quarter(int quarter) => string.Create(CultureInfo.InvariantCulture, $"T{quarter}");

    // Verdicts, units, methods and flags.
    internal override string Better => "meilleur";
    internal override string Worse => "moins bon";
    internal override string Higher => "plus haut";
    internal override string Lower => "plus bas";
    internal override string NoEvidence => "rien d'établi";
    internal override string Unknown => "inconnu";
    internal override string AsExpected => "comme attendu";
    internal override string MovedUp => "en hausse\u202F; saison pas encore connue";
    internal override string MovedDown => "en baisse\u202F; saison pas encore connue";
    internal override string HigherIsBetter => "plus haut, c'est mieux";
    internal override string LowerIsBetter => "plus bas, c'est mieux";
    internal override string NeitherIsBetter => "aucun sens n'est bon en soi";
    internal override string UnitShare => "part";
    internal override string UnitPercentage => "pourcentage qui peut dépasser 100\u202F%";
    internal override string UnitNetPoints => "points d'un score net";
    internal override string UnitScalePoints => "points de l'échelle";
    internal override string UnitIndex => "indice";
    internal override string UnitSeconds => "secondes";
    internal override string UnitMoney => "monnaie";
    internal override string UnitRatio => "rapport";
    internal override string UnitRate => "taux";
    internal override string UnitCount => "nombre";
    internal override string MethodWilsonContinuity => "Wilson avec correction de continuité";
    internal override string MethodModifiedWilson => "Wilson modifié";
    internal override string MethodClopperPearson => "Clopper-Pearson, exacte";
    internal override string MethodMidP => "exacte, mi-p";
    internal override string MethodScore => "test du score";
    internal override string MethodAdjustedWald => "Wald ajusté";
    internal override string MethodStudentT => "t de Student";
    internal override string MethodLinearizedRatio => "rapport linéarisé";
    internal override string MethodOrderStatistics => "statistiques d'ordre";
    internal override string MethodGarwood => "Garwood, exacte";
    internal override string MethodMover => "déduit des intervalles simples (MOVER)";
    internal override string MethodLogMean => "Student, sur le logarithme de la moyenne";
    internal override string FlagSingleObservation => "une seule observation";
    internal override string FlagZeroVariance => "variance nulle";
    internal override string FlagBoundary => "valeur à une extrémité de son étendue";
    internal override string FlagClipped => "borne ramenée à l'étendue";
    internal override string FlagSmallExpected => "effectifs attendus faibles";
    internal override string FlagUnbounded => "sans borne d'un côté";
    internal override string FlagCensus => "recensement";
    internal override string FlagFewClusters => "peu de grappes";
    internal override string FlagNonStandardScale => "réponses d'une autre échelle";
    internal override string FlagOpenItemsLeftOut => "éléments en cours laissés de côté";
    internal override string FlagSkewed => "montants asymétriques, trop peu de lignes pour se fier aux limites";
    internal override string FlagUnequalPeriods => "périodes de longueurs inégales, comparées par jour";

    internal override string FlagRoundedFigures => "à partir de chiffres arrondis";
    internal override string FlagBetweenPeriods => "variance entre périodes comprise";
    internal override string FlagWarned => "d'après une estimation assortie d'avertissements";
    internal override string FlagConcentrated => "une seule ligne peut porter plus d'un cinquième de la base";

    // Planning, and comparisons.
    internal override string PlanningValueCaption => "Ce qui est attendu";
    internal override string SampleSizeCaption => "Taille d'échantillon";
    internal override string DetectableChangeCaption => "Plus petit changement décelable";
    internal override string DetectionTimeCaption => "Délai avant qu'un changement se voie";
    internal override string PeriodsToSeeLabel => "périodes avant qu'il se voie";
    internal override string PopulationLabel => "population mère";
    internal override string RiseLabel => "hausse";
    internal override string FallLabel => "baisse";
    internal override string ConfidenceLabel => "confiance";
    internal override string PowerLabel => "puissance";
    internal override string PlannedShare => "une proportion";
    internal override string PlannedNetScore => "un score net";
    internal override string PlannedMean => "une moyenne";
    internal override string PlannedRate => "un taux d'événements";
    internal override string TestCaption => "Test de signification";
    internal override string StatisticLabel => "statistique";
    internal override string EffectSizeLabel => "taille d'effet";
    internal override string ChangeRatioCaption => "Rapport à la référence";
    internal override string PairedShareCaption => "Part des mêmes clients, deux fois";
    internal override string PairedMeanCaption => "Moyenne des mêmes clients, deux fois";
    internal override string PanelCaption => "NPS des mêmes clients, deux fois";
    internal override string PairsLabel => "paires";
    internal override string BeforeAndAfterLabel => "avant et après";
    internal override string BeforeOnlyLabel => "avant seulement";
    internal override string AfterOnlyLabel => "après seulement";
    internal override string NeitherLabel => "ni avant ni après";
    internal override string IncompletePairsLabel => "une seule réponse";
    internal override string DetractorRecoveryLabel => "détracteurs récupérés";
    internal override string TestExactBinomial => "binomial exact";
    internal override string TestScore => "test du score face à l'objectif";
    internal override string TestNMinusOneChiSquare => "khi-deux avec N - 1";
    internal override string TestFisher => "exact de Fisher";
    internal override string TestPooledZ => "z avec la part commune";
    internal override string TestConditionalExact => "exact, au total des événements";
    internal override string TestMcNemarMidP => "McNemar, p médian";
    internal override string TestMcNemarExact => "McNemar, exact";
    internal override string TestChiSquare => "khi-deux de tous les groupes";
    internal override string MethodConditionalExact => "exact, au total des événements";

    internal override string MoreThan(string figure) => $"plus de {figure}";

    internal override string Times(string ratio) => $"{ratio} fois";

    // Scorecards, and tables of records.
    internal override string KpiColumn => "Indicateur";
    internal override string NameColumn => "Nom";
    internal override string ValueColumn => "Valeur";
    internal override string IntervalColumn => "Intervalle";
    internal override string ChangeColumn => "Évolution";
    internal override string FromPreviousColumn => "Évolution";
    internal override string FromLastYearColumn => "Sur un an";
    internal override string TrendColumn => "Tendance";
    internal override string TargetColumn => "Objectif";
    internal override string BenchmarkColumn => "Référence";
    internal override string NotesColumn => "Remarques";
    internal override string PeriodColumn => "Période";
    internal override string FigureColumn => "Chiffre";
    internal override string AnswerColumn => "Réponse";
    internal override string CountColumn => "Nombre";
    internal override string ShareColumn => "Part";
    internal override string Total => "Total";
    internal override string AnswersCaption => "Réponses";
    internal override string AllAnswers => "Toutes les réponses";
    internal override string MissingRow => "Sans réponse";
    internal override string InvalidRow => "Invalides";
    internal override string FiguresByPeriod => "Chiffres par période";
    internal override string KpisHeading => "Indicateurs";
    internal override string ActivityAndOutcome => "Activité et résultat";
    internal override string ChartsHeading => "Graphiques";
    internal override string DefinitionsHeading => "Définitions";
    internal override string BenchmarksHeading => "Références";
    internal override string HowToRead => "Comment lire cette page";
    internal override string SkipToTheKpis => "Aller aux indicateurs";
    internal override string NoKpiWasAdded => "Aucun indicateur n'a été ajouté.";
    internal override string ActivityMovedOutcomeImproved => "L'activité a bougé, et le résultat s'est amélioré.";
    internal override string ActivityMovedOutcomeDidNot => "L'activité a bougé\u202F; rien n'établit que le résultat ait suivi.";
    internal override string OutcomeGotWorse => "Le résultat s'est dégradé.";
    internal override string ActivityDidNotMove => "Rien n'établit que l'activité ait bougé comme voulu.";
    internal override string OneChangeIsNotKnown => "L'une des deux évolutions n'est pas connue.";
    internal override string FullCount => "comptage exhaustif";
    internal override string NothingToCompare => "rien à comparer";
    internal override string TargetMet => "atteint";
    internal override string TargetNotMetYet => "pas encore atteint";
    internal override string TargetMissed => "manqué";
    internal override string TargetUndecided => "non tranché";
    internal override string FurtherAwayThanAtTheStart => "plus loin qu'au départ";
    internal override string OutsideTheBands => "hors des tranches";
    internal override string NoInterval => "sans intervalle";
    internal override string NoIntervalOfOneOrTotals => "sans intervalle (une seule observation ou des totaux)";
    internal override string ThinSample => "base faible";
    internal override string WhatAnIntervalSays =>
        "Un intervalle dit ce que le hasard des personnes observées peut expliquer, et rien d'autre\u202F: ni un échantillon biaisé, ni une "
        + "question modifiée, ni une définition fautive.";
    internal override string WhatNoEvidenceMeans =>
        "«\u202FRien d'établi\u202F» signifie que le hasard suffit à expliquer une telle évolution\u202F; cela ne prouve pas que rien n'a changé.";
    internal override string WhatAsExpectedMeans =>
        "«\u202FComme attendu\u202F» signifie que la dernière période se situe là où sa saison, son niveau et la variation "
        + "habituelle des périodes la font attendre.";
    internal override string WhatSamplingErrorOnlyMeans =>
        "«\u202FErreur d'échantillonnage seule\u202F» signifie que trop peu de périodes sont connues pour dire combien elles varient\u202F; "
            + "un tel verdict se trompe "
        + "plus souvent que promis.";
    internal override string WhenATargetIsMet => "Un objectif est atteint ou manqué quand tout l'intervalle le dit, et non tranché entre les deux.";
    internal override string WhenASampleIsThin(int observations) =>
        $"Une base est faible avec moins de {Count(observations)} observations, ou quand l'intervalle n'a qu'une borne ou reste approximatif.";
    internal override string IntervalsAt(string percent) => $"Intervalles de confiance à {percent}.";
    internal override string FiguresThrough(string date) => $"Données jusqu'au {date}.";
    internal override string From(string period) => $"par rapport à {period}";
    internal override string OfTheWay(string percent) => $"{percent} du chemin";
    internal override string ByDeadline(string date) => $"d'ici au {date}";
    internal override string AllWithin(string limit) => $"tous en {limit} au plus";
    internal override string ShareWithin(string percent, string limit) => $"{percent} en {limit} au plus";
    internal override string KpiCount(int count) => $"{Count(count)} {(count > 1 ? "indicateurs" : "indicateur")}";
    internal override string CountBetter(int count) => $"{Count(count)} {(count > 1 ? "meilleurs" : "meilleur")}";
    internal override string CountWorse(int count) => $"{Count(count)} moins {(count > 1 ? "bons" : "bon")}";
    internal override string CountMoved(int count) => $"{Count(count)} en mouvement, saison pas encore connue";
    internal override string CountAsExpected(int count) => $"{Count(count)} comme attendu";
    internal override string WithoutEvidenceOfChange(int count) => $"{Count(count)} sans évolution établie";
    internal override string VerdictColumn => "Verdict";
    internal override string BySamplingErrorOnly => "erreur d'échantillonnage seule";
    internal override string MarkedByChance(int judged, string marked) => judged == 1
        ? $"1 ligne a été jugée\u202F; si rien n'a changé, le hasard seul en signale {marked}."
        : $"{Count(judged)} lignes ont été jugées\u202F; si rien n'a changé, le hasard seul en signale {marked}.";
    internal override string MarkedByChanceUnderHolm(int judged, string percent) =>
        $"{Count(judged)} {(judged > 1 ? "lignes ont été jugées" : "ligne a été jugée")} ensemble par la méthode de Holm\u202F; "
        + $"si rien n'a changé, le hasard en signale dans {percent} des rapports.";
    internal override string BySamplingErrorAreMarkedMoreOften(int count) =>
        $"{Count(count)} par l'erreur d'échantillonnage seule\u202F: le hasard {(count > 1 ? "les" : "la")} signale plus souvent.";
    internal override string NotBeyondChanceAmong(string reason, int lines) => $"{reason}\u202F; le hasard parmi {Count(lines)} lignes l'explique";
    internal override string OnTarget(int count) => $"{Count(count)} à l'objectif";
    internal override string OffTarget(int count) => $"{Count(count)} hors objectif";
    internal override string UndecidedAgainstTarget(int count) => $"{Count(count)} {(count > 1 ? "non tranchés" : "non tranché")} face à l'objectif";
    internal override string WithoutInterval(int count) => $"{Count(count)} sans intervalle";
    internal override string OnThinSample(int count) => $"{Count(count)} sur base faible";

    // Charts.
    internal override string Detractors => "détracteurs";
    internal override string Passives => "passifs";
    internal override string Promoters => "promoteurs";
    internal override string Against => "contre";
    internal override string Neither => "ni l'un ni l'autre";
    internal override string InFavour => "pour";
    internal override string BeforeAndAfter => "Avant et après";
    internal override string EachLineHasItsOwnScale => "chaque ligne a sa propre échelle";
    internal override string NoComparison => "pas de comparaison";
    internal override string NoVerdictWithoutSpread => "sans verdict, dispersion inconnue";
    internal override string OverallConversion => "conversion globale";
    internal override string DistributionOfAnswers => "Répartition des réponses";
    internal override string BarsInPercent => "barres en\u202F%";
    internal override string SeasonallyAdjusted => "corrigé des variations saisonnières";
    internal override string LimitsOfTheExpectation => "limites de l'attendu";
    internal override string Unusual => "inhabituel";
    internal override string NewLevel => "nouveau niveau";
    internal override string First => "premier";
    internal override string Latest => "dernier";
    internal override string Lowest => "minimum";
    internal override string Highest => "maximum";
    internal override string Centre => "ligne centrale";
    internal override string TooFewFiguresForLimits => "trop peu de chiffres pour des limites";
    internal override string LimitsInSigma(string sigmas) => $"limites ({sigmas} sigmas)";
    internal override string OutsideLimits => "hors limites";
    internal override string AllTogether => "ensemble";
    internal override string HighestFirst => "Du plus haut au plus bas";
    internal override string BestFirst => "Du meilleur au moins bon";
    internal override string NoName => "(sans nom)";
    internal override string NoDecomposition => "pas de décomposition";
    internal override string EachPanelHasItsOwnScale => "chaque panneau a son échelle\u202F; les barres à droite ont une même longueur";
    internal override string TrendAndSeason => "Tendance et saison";
    internal override string PeriodNotEnded => "période inachevée";
    private protected override string BillionsSuffix => "Md";
    private protected override string MillionsSuffix => "M";
    internal override string MissingAnswers(long count) => $"{Count(count)} {(count > 1 ? "manquantes" : "manquante")}";
    internal override string InvalidAnswers(long count) => $"{Count(count)} {(count > 1 ? "invalides" : "invalide")}";
    internal override string TargetOf(string value) => $"objectif {value}";
    internal override string NewLevelFrom(string periods) => $"nouveau niveau dès {periods}";
    internal override string ControlChartOf(string kpi) => $"{kpi}\u202F: carte de contrôle";
    internal override string TrendAndSeasonOf(string kpi) => $"{kpi}\u202F: tendance et saison";
    internal override string CountOutsideLimits(int count) => $"{Count(count)} hors limites";
    internal override string WithIntervals(string order, string percent) => $"{order}, intervalles à {percent}";
    internal override string DashedTogether => "en tirets\u202F: l'ensemble";
    internal override string FullSquaresDiffer => "carrés pleins\u202F: différents de l'ensemble des autres";
    internal override string PartFrom(string part, string lowest, string highest) => $"{part} de {lowest} à {highest}";
    internal override string IntervalWithLimits(string interval, string limits) => $"{interval}\u202F: {limits}";

    // Labels, captions and verdicts of single results.
    internal override string NameLabel => "nom";
    internal override string UnitLabel => "unité";
    internal override string DirectionLabel => "sens";
    internal override string FormulaLabel => "formule";
    internal override string SourceLabel => "source";
    internal override string ObservationsLabel => "nombre d'observations";
    internal override string ValueLabel => "valeur";
    internal override string ClustersLabel => "grappes";
    internal override string EffectiveNLabel => "n effectif";
    internal override string StandardErrorLabel => "erreur type";
    internal override string DegreesOfFreedomLabel => "degrés de liberté";
    internal override string AttainedCoverageLabel => "couverture atteinte";
    internal override string MethodLabel => "méthode";
    internal override string DifferenceLabel => "différence";
    internal override string PValueLabel => "valeur p";
    internal override string VerdictLabel => "verdict";
    internal override string BeforeLabel => "avant";
    internal override string AfterLabel => "après";
    internal override string ChangeLabel => "évolution";
    internal override string CountLabel => "nombre";
    internal override string TotalLabel => "total";
    internal override string SumLabel => "somme";
    internal override string AverageLabel => "moyenne";
    internal override string StandardDeviationLabel => "écart type";
    internal override string StillOpenLabel => "encore en cours";
    internal override string ShortestLabel => "plus courte";
    internal override string MedianLabel => "médiane";
    internal override string LongestLabel => "plus longue";
    internal override string EachWithinLabel => "chacune à";
    internal override string PositiveLabel => "positifs";
    internal override string NeutralLabel => "neutres";
    internal override string NegativeLabel => "négatifs";
    internal override string EventsLabel => "événements";
    internal override string ExposureLabel => "exposition";
    internal override string RowsLabel => "lignes";
    internal override string NumeratorLabel => "numérateur";
    internal override string DenominatorLabel => "dénominateur";
    internal override string WeightsLabel => "poids";
    internal override string DesignEffectLabel => "effet de plan";
    internal override string OfferedLabel => "présentés";
    internal override string AnsweredLabel => "décrochés";
    internal override string AnsweredInTimeLabel => "décrochés dans le délai";
    internal override string AbandonedLabel => "abandonnés";
    internal override string AbandonedInTimeLabel => "abandonnés dans le délai";
    internal override string FlowedOutLabel => "débordés";
    internal override string AtTheStartLabel => "au début";
    internal override string LostLabel => "perdus";
    internal override string AcquiredLabel => "acquis";
    internal override string BackAgainLabel => "revenus";
    internal override string AtTheEndLabel => "à la fin";
    internal override string CompleteLabel => "complets";
    internal override string PartialLabel => "partiels";
    internal override string RefusedLabel => "refus";
    internal override string NotContactedLabel => "non joints";
    internal override string OtherLabel => "autres";
    internal override string UnknownOutcomeLabel => "inconnus";
    internal override string PartLabel => "composante";
    internal override string WeightLabel => "pondération";
    internal override string StepOfFunnelLabel => "étape";
    internal override string OfTheStepBeforeLabel => "de l'étape précédente";
    internal override string OfTheFirstStepLabel => "de la première étape";
    internal override string PeriodLabel => "période";
    internal override string FigureLabel => "chiffre";
    internal override string ExpectedLabel => "attendu";
    internal override string ObservedLabel => "observé";
    internal override string SeasonLabel => "saison";
    internal override string AdjustedLabel => "corrigé";
    internal override string TrendLabel => "tendance";
    internal override string RemainderLabel => "résidu";
    internal override string IndexLabel => "indice";
    internal override string FromLabel => "à partir du";
    internal override string ThroughLabel => "jusqu'au";
    internal override string StepOfLevelLabel => "saut";
    internal override string SmallestDetectableLabel => "plus petit écart décelable";
    internal override string RelevanceLabel => "pertinence";
    internal override string ModelScaleLabel => "échelle du modèle";
    internal override string OnScale(string scale) => $"{ModelScaleLabel}\u202F: {scale}";
    internal override string ChangePerYearLabel => "évolution par an";
    internal override string MeaningLabel => "signification";
    internal override string LimitsLabel => "limites";
    internal override string LargestLabel => "le plus grand";
    internal override string SuggestedLabel => "suggérés";
    internal override string ComparedWithLabel => "comparé à";
    internal override string CorrelationCaption => "Corrélation";
    internal override string PearsonCorrelation => "r de Pearson";
    internal override string SpearmanCorrelation => "rho de Spearman";
    internal override string KendallCorrelation => "tau-b de Kendall";
    internal override string FisherInterval => "z de Fisher";
    internal override string AsymptoticInterval => "erreur type asymptotique";
    internal override string RiseTogether => "augmentent ensemble";
    internal override string MoveApart => "l'un baisse quand l'autre augmente";
    internal override string MissingPairsLabel => "lignes écartées";
    internal override string CorrelationIsNoCause => "évoluer ensemble ne prouve aucune cause";
    internal override string LaggedCaption => "Quelle série est en avance";
    internal override string LeadsByLabel => "avance de la première";
    internal override string PlainCorrelationLabel => "corrélation brute";
    internal override string PrewhitenedLabel => "sans mémoire";
    internal override string MoveInTheSamePeriod => "les deux évoluent dans la même période";
    internal override string SeriesWithoutSpread => "une série ne varie pas\u202F: on ne peut rien dire de ce qui évolue avec elle";
    internal override string ShapleyMethod => "valeurs de Shapley";
    internal override string RelativeWeightsMethod => "poids relatifs";
    internal override string RisesWithOutcome => "augmente avec le résultat";
    internal override string FallsWithOutcome => "baisse quand le résultat augmente";
    internal override string UnrelatedToOutcome => "sans lien avec le résultat";
    internal override string DriversCaption => "Ce qui détermine le résultat";
    internal override string DriverLabel => "levier";
    internal override string ShareOfImportanceLabel => "part d'importance";
    internal override string SignLabel => "sens";
    internal override string OutcomeWithoutSpread => "le résultat ne varie pas\u202F: il n'y a rien à expliquer";
    internal override string ImportancePerformanceTitle => "Importance et qualité perçue";
    internal override string ImportanceLabel => "importance de l'attribut";
    internal override string PerformanceLabel => "qualité perçue";
    internal override string QuadrantLabel => "cadran";
    internal override string ConcentrateHere => "à améliorer en priorité";
    internal override string KeepUp => "à maintenir";
    internal override string LowPriority => "priorité faible";
    internal override string PossibleOverkill => "peut-être trop d'efforts";
    internal override string KanoAttractive => "attractif";
    internal override string KanoOneDimensional => "proportionnel";
    internal override string KanoMustBe => "indispensable";
    internal override string KanoIndifferent => "sans influence";
    internal override string KanoReverse => "à rejeter";
    internal override string KanoQuestionable => "douteux";
    internal override string KanoMixed => "mixte";
    internal override string KanoCaption => "Catégories de Kano";
    internal override string SolicitationCaption => "Audit de sur-sollicitation";
    internal override string SolicitationRuleLabel => "règle";
    internal override string InvitationsInBreachLabel => "invitations en trop";
    internal override string CustomersInBreachLabel => "clients trop sollicités";
    internal override string RemindersNotCounted => "hors relances";
    internal override string MirrorCaption => "Enquête miroir";
    internal override string MirrorItemLabel => "critère";
    internal override string MirrorCustomersLabel => "clients";
    internal override string MirrorPredictionLabel => "estimation des collaborateurs";
    internal override string MirrorOwnLabel => "réponse des collaborateurs pour eux-mêmes";
    internal override string MirrorGapLabel => "écart";
    internal override string MirrorCategoryLabel => "catégorie";
    internal override string MirrorPositiveAgreement => "accord positif";
    internal override string MirrorNegativeAgreement => "accord négatif";
    internal override string MirrorOverestimation => "surestimation";
    internal override string MirrorUnderestimation => "sous-estimation";
    internal override string MirrorHidden => "non affiché";
    internal override string CustomersLabel => "clients";
    internal override string EndedLabel => "terminés";
    internal override string OpenLabel => "en cours";
    internal override string LongestSeenLabel => "plus longue durée observée";
    internal override string TimeLabel => "durée";
    internal override string AtRiskLabel => "exposés";
    internal override string FewerThanHalfEnded => "moins de la moitié ont terminé, aussi loin que l'on observe";
    internal override string FewerThanHalf => "moins de la moitié, aussi loin que l'on observe";
    internal override string TestLogRank => "log-rank";
    internal override string CohortLabel => "cohorte";
    internal override string CohortInPeriod => "dans la période";
    internal override string CohortInPeriodOrLater => "dans la période ou plus tard";
    internal override string CohortAtPeriodEnd => "au dernier jour de la période";
    internal override string CohortUpToPeriodEnd => "jusqu'à la fin de la période";
    internal override string NotYetIsBlank => "Une case vide n'est pas encore connue\u202F; elle ne vaut pas 0.";
    internal override string ConcentrationCaption => "Concentration du chiffre d'affaires";
    internal override string GiniLabel => "indice de Gini";
    internal override string BestCustomers(string percent) => $"part des {percent} de meilleurs clients";
    internal override string NotYet => "pas encore connu";
    internal override string ValueAfter(string value, string time) => $"{value} après {time}";
    internal override string CohortCaption(string kpi) => $"{kpi} par cohorte";
    internal override string CohortColumns(CalendarUnit unit) => $"Colonnes\u202F: nombre de {Units(unit).Many} depuis le début des clients.";
    internal override string CohortsShown(int cohorts, int all, int oldest) =>
        $"affichées\u202F: les {Count(cohorts)} dernières cohortes sur {Count(all)}, jusqu'à l'âge de {Count(oldest)}\u202F; le total porte sur toutes";

    internal override string EarlierCustomers(long count, string firstCohort) =>
        $"Sans {Count(count)} {(count < 2 ? "client venu" : "clients venus")} avant {firstCohort}.";

    internal override string TimeIn(CalendarUnit unit) => $"durée en {Units(unit).Many}";
    internal override string Lasting(double time, CalendarUnit unit) => $"{Number(time)} {(Math.Abs(time) < 2 ? Units(unit).One : Units(unit).Many)}";
    internal override string HalfEndedBy(string time) => $"la moitié ont terminé au bout de {time}";
    internal override string HalfBy(string time) => $"la moitié au bout de {time}";
    internal override string NotYetOf(string ended) => $"pas encore {ended}";
    internal override string OverTime(string what) => $"{what} au fil du temps";
    internal override string ShareOf(string ended) => $"{ended}, part";
    internal override string NobodyWatchedAfter(string time) =>
        $"après {time}, plus personne n'a été observé pendant un moment, alors que d'autres l'ont été plus tard\u202F: la suite suppose que rien "
            + "ne s'est passé entre-temps\u202F; partez d'un début plus tardif";

    internal override string MeanUpTo(string until, string mean) => $"jusqu'à {until}, la durée moyenne est de {mean}";
    internal override string OfThoseThereAt(string time) => $"parmi ceux à qui ce n'était pas encore arrivé à {time}";
    internal override string RiskSetEmptiedAt(string time) =>
        $"à {time}, c'était arrivé à tous les clients observés alors que d'autres ont été observés plus tard\u202F: la courbe reste à 0\u202F; "
            + "partez d'un début plus tardif";
    internal override string ThemesCaption => "Thèmes";
    internal override string ThemeLabel => "thème";
    internal override string MentionedByLabel => "cité par";
    internal override string PartOfMentionsLabel => "part de toutes les citations";
    internal override string CumulativeShareLabel => "part cumulée des citations";
    internal override string WithThemeLabel => "résultat avec";
    internal override string WithoutThemeLabel => "résultat sans";
    internal override string EffectOnTotalLabel => "effet sur l'ensemble";
    internal override string AtMostInDays(int most, int days) => $"au plus {Whole(most)} en {Whole(days)} {(days == 1 ? "jour" : "jours")}";
    internal override string DaysApart(int days) => $"au moins {Whole(days)} {(days == 1 ? "jour" : "jours")} d'écart";
    internal override string BreachesOf(string broken, string invitations, string affected, string customers) =>
        $"{broken} sur {invitations}, {affected} sur {customers}";

    internal override string HiddenBelow(int least) => $"les groupes de moins de {Whole(least)} collaborateurs ne sont pas affichés";
    internal override string LaneyMethod => "limites de Laney";
    internal override string BinomialMethod => "limites binomiales";
    internal override string IndividualsMethod => "limites par l'étendue mobile";
    internal override string NoSignal => "aucun signal";
    internal override string SignalAbove => "au-dessus des limites";
    internal override string SignalBelow => "en dessous des limites";
    internal override string ControlLimitsCaption => "Limites de contrôle";
    internal override string EwmaCaption => "Moyenne mobile pondérée avec limites (EWMA)";
    internal override string CusumCaption => "Sommes des écarts (CUSUM)";
    internal override string ConfidenceSequenceCaption => "Limites valables à chaque consultation";
    internal override string LowerLabel => "limite inférieure";
    internal override string UpperLabel => "limite supérieure";
    internal override string SignalLabel => "signal donné";
    internal override string RunningAverageLabel => "moyenne pondérée";
    internal override string SumUpLabel => "somme vers le haut";
    internal override string SumDownLabel => "somme vers le bas";
    internal override string SoFarLabel => "jusqu'ici";
    internal override string QuadrantAxes =>
        "horizontalement\u202F: importance\u202F; verticalement\u202F: qualité perçue\u202F; tirets\u202F: début du niveau élevé";
    internal override string SegmentsComparedCaption => "Chaque groupe face à l'ensemble des autres";
    internal override string SegmentLabel => "Groupe";
    internal override string AdjustedPValueLabel => "valeur p (Holm)";
    internal override string NoEvidenceThatSegmentsDiffer => "rien n'indique que les groupes diffèrent";
    internal override string BestSegment => "meilleur";
    internal override string WorstSegment => "moins bon";
    internal override string HighestSegment => "plus haut";
    internal override string LowestSegment => "plus bas";
    internal override string MixAndRateCaption => "Évolution de l'ensemble\u202F: effet de taux et effet de structure";
    internal override string RateEffectLabel => "effet de taux";
    internal override string MixEffectLabel => "effet de structure";
    internal override string TotalReversed => "l'ensemble évolue à l'inverse de toutes ses parties (paradoxe de Simpson)";
    internal override string LeagueCaption => "Classement avec intervalles de rang";
    internal override string RankLabel => "rang";
    internal override string ShrunkLabel => "rapproché de la moyenne des segments";
    internal override string FunnelLimitsLabel => "limites du hasard";
    internal override string FunnelPlotAxes(string percent) =>
        $"en abscisse\u202F: observations\u202F; en ordonnée\u202F: valeur\u202F; "
        + $"en tirets\u202F: limites du hasard à {percent}";
    internal override string EstimateCaption => "Estimation";
    internal override string ChangeCaption => "Évolution";
    internal override string DurationsCaption => "Durées";
    internal override string MeanDurationCaption => "Durée moyenne";
    internal override string MeanCaption => "Moyenne";
    internal override string MeanLabel => "moyenne";
    internal override string NetScoreCaption => "Score net";
    internal override string RateCaption => "Taux";
    internal override string RatioCaption => "Rapport de totaux";
    internal override string TotalsCaption => "Totaux";
    internal override string ShareCaption => "Part";
    internal override string WeightedMeanCaption => "Moyenne pondérée";
    internal override string QueueCaption => "Contacts dans une file d'attente";
    internal override string CustomerFlowCaption => "Mouvement de clientèle";
    internal override string SubscriptionsCaption => "Abonnements";
    internal override string OpeningLabel => "ouverture";
    internal override string NewRevenueLabel => "nouveau";
    internal override string ReactivatedRevenueLabel => "réactivé";
    internal override string ExpansionLabel => "étendu";
    internal override string ContractionLabel => "réduit";
    internal override string ChurnedRevenueLabel => "perdu";
    internal override string ClosingLabel => "clôture";
    internal override string EndIsFirstDayGone => "une fin est le premier jour sans abonnement";
    internal override string EndIsLastPaidDay => "une fin est le dernier jour payé";
    internal override string AnyGapIsChurn => "toute interruption est une perte";
    internal override string TrialsAreCustomers => "les essais comptent comme clients";
    internal override string TrialsAreLeftOut => "les essais ne comptent pas";
    internal override string MovementsBetweenEnds => "Ce qui est annulé avant la clôture d'une période ne se voit pas.";
    internal override string GapIsNoChurn(int days) => $"une interruption de {DayCount(days)} au plus n'est pas une perte";
    internal override string ConvertedInto(string currency) =>
        $"montants en {currency} au cours du jour de référence propre à la ligne ou, à défaut, à celui de la première ligne payée qu'elle prolonge";

    internal override string RowsLeftOut(string rows) => $"lignes écartées\u202F: {rows}";
    internal override string ChurnPerYearLabel => "attrition par an";
    internal override string ExpectedLifetimeLabel => "durée de vie attendue";
    internal override string SurveyOutcomesCaption => "Issues d'une enquête (AAPOR)";
    internal override string FunnelCaption => "Entonnoir";
    internal override string AdjustmentCaption => "Chiffres corrigés de la saison";
    internal override string SeasonCaption => "Saison";
    internal override string LatestCaption => "Dernière période";
    internal override string TrendCaption => "Tendance";
    internal override string RankTrendCaption => "Tendance par les rangs";
    internal override string EffectCaption => "Effet";
    internal override string LevelShiftsCaption => "Changements de niveau";
    internal override string UnusualPeriodsCaption => "Périodes inhabituelles";
    internal override string ForecastCaption => "Prévision";
    internal override string ExpectationCaption => "Attendu";
    internal override string TooLittleData => "trop peu de données";
    internal override string Rising => "en hausse";
    internal override string Falling => "en baisse";
    internal override string Seasonal => "saisonnier";
    internal override string Shifted => "niveau déplacé";
    internal override string NotAsked => "non demandée";
    internal override string Relevant => "pertinente";
    internal override string Negligible => "négligeable";
    internal override string UndecidedRelevance => "non tranchée";
    internal override string ChosenScale => "choisie par les chiffres";
    internal override string IdentityScale => "les chiffres eux-mêmes";
    internal override string LogarithmScale => "logarithmes";
    internal override string LogOddsScale => "logits";
    internal override string YearBeforeHasNoMatch => "pas de telle période l'année précédente";
    internal override string PeriodHasNoData => "pas de données dans l'une des deux périodes";
    internal override string PeriodIncomplete => "période inachevée";
    internal override string PartialCover => "année précédente couverte en partie";
    internal override string EasterShift => "Pâques tombe autrement";
    internal override string ThresholdsNotStated => "seuils non précisés";
    internal override string WithinWait(string limit) => $"en {limit} au plus";
    internal override string ShortAbandonsUpTo(string limit) => $"abandons courts jusqu'à {limit}";
    internal override string ResponseRateLabel(int number) => $"taux de réponse {Count(number)}";
    internal override string CompositeScoreCaption(string score) => $"Score composite\u202F: {score}";
    internal override string AgainstTheYearBefore(string period) => $"{period} par rapport à l'année précédente";
    internal override string Strengths(string season, string trend) => $"force de la saison {season}, de la tendance {trend} (0 aucune, 1 totale)";

    // Refusals and warnings.
    internal override string TheLevel => "le niveau";
    internal override string TheSeason => "la saison";
    internal override string TheTrend => "la tendance";
    internal override string TheEffect => "l'effet";
    internal override string TradingDays => "jours ouvrés";
    internal override string LeapFebruary => "février bissextile";
    internal override string ExactFit => "le modèle reproduit exactement chaque chiffre\u202F: il ne reste rien pour juger du hasard";
    internal override string TrendLeftOut =>
        "trop peu de périodes précèdent l'effet\u202F: le modèle n'a pas de tendance, et s'il y en a une, elle serait attribuée à l'effet";
    internal override string NoSeason => "les années n'ont pas de saison, et une saison seule ne peut différer";
    internal override string NothingToPair => "aucune saison n'a deux chiffres à comparer";
    internal override string SlopeBesideShifts =>
        "une pente régulière explique les chiffres à peu près aussi bien qu'un changement de niveau\u202F: les changements sont cherchés à côté d'elle";
    internal override string TheRegressor(string name) => $"«\u202F{name}\u202F»";
    internal override string Easter(int daysBefore, int daysAfter) => $"Pâques [-{Count(daysBefore)}, +{Count(daysAfter)}]";
    internal override string BlackFriday(int daysBefore, int daysAfter) => $"Black Friday [-{Count(daysBefore)}, +{Count(daysAfter)}]";
    internal override string FewerThanTwoCycles(int count, int cycle) =>
        $"il faut deux cycles complets de {Count(cycle)} périodes pour distinguer la saison d'une évolution\u202F; il y a {Count(count)} périodes\u202F: "
        + "s'il n'y a pas de saison, déclarez-le";
    internal override string FewerThanThreeCycles(int count, int cycle) =>
        $"moins de trois cycles complets de {Count(cycle)} périodes\u202F: chaque saison repose sur deux chiffres\u202F; il y a {Count(count)} périodes";
    internal override string SeasonSeenOnce(IReadOnlyList<Season> seasons) =>
        $"un seul chiffre pour chacune de ces saisons\u202F: {Seasons(seasons)}\u202F; ce qu'une saison vue une fois a de particulier ne se "
        + "distingue pas du hasard";
    internal override string SeasonLeftOut(IReadOnlyList<Season> seasons) =>
        $"presque pas de chiffres, ou aucun, pour {Seasons(seasons)}\u202F: ces périodes sont laissées de côté";
    internal override string SeasonTooSparse(Season season, int count) =>
        $"chaque saison demande au moins deux chiffres\u202F; {Season(season)} en a {Count(count)}";
    internal override string GapTooLong(CalendarPeriod first, int length, int span) =>
        $"{Count(length)} périodes de suite n'ont pas de chiffre ({Period(first)} et suivantes)\u202F; une tendance sur {Count(span)} périodes "
        + "ne peut en franchir la moitié";
    internal override string NotPositive(CalendarPeriod period, double figure) =>
        $"les composantes ne se multiplient que si chaque chiffre est supérieur à 0\u202F; {Period(period)} a {FourDecimals(figure)}";
    internal override string RobustOnShortHistory(int span) =>
        $"les poids robustes peuvent osciller avec moins de huit cycles et une fenêtre saisonnière de {Count(span)}\u202F: prenez une fenêtre de 11 "
        + "ou plus, ou la décomposition simple";
    internal override string SeasonWithoutTrend(Season season) =>
        $"les lacunes ne laissent aucun chiffre pour {Season(season)} là où une moyenne mobile sur un cycle est connue";
    internal override string CourseOfYearUnknown(int days) =>
        $"{Count(days)} jours font moins de deux ans\u202F: le cours de l'année ne se distingue pas d'une évolution";
    internal override string TooFewForTerms(int count, int terms, int least) =>
        $"{Count(count)} chiffres pour {Count(terms)} termes en laissent {Count(Math.Max(0, count - terms))} pour juger du hasard\u202F; "
        + $"il en faut au moins {Count(least)} pour voir combien un chiffre ressemble au précédent";
    internal override string AllSharesAlike(double share) => $"chaque part est de {Percent(share)}\u202F: il n'y a rien à modéliser";
    internal override string NotToBeTold(string term) => $"{term} ne se distingue pas des autres termes sur ces périodes";
    internal override string FewEvents(int few, int count) =>
        $"dans {Count(few)} périodes sur {Count(count)}, les effectifs sont trop faibles pour se fier au logit de leur part\u202F: prenez des "
        + "périodes plus longues";
    internal override string RegressorLeftOut(string name) =>
        $"«\u202F{name}\u202F» a été laissé de côté\u202F: sur ces périodes, il ne se distingue ni de la saison, ni de la tendance, ni des "
        + "régresseurs qui le précèdent";
    internal override string FewOccurrences(string name, int times) =>
        $"nombre d'occurrences de «\u202F{name}\u202F»\u202F: {Count(times)} seulement\u202F; son effet peut être celui d'autres événements";
    internal override string FewDegreesOfFreedom(int left) =>
        $"seulement {Count(left)} chiffres de plus que de termes\u202F: la mémoire du bruit est à peine connue";
    internal override string StrongAutocorrelation(double phi, double worth) =>
        $"forte autocorrélation ({Decimals(phi, "0.00")})\u202F: les chiffres en valent {Decimals(worth, "0.#")} indépendants, et p est optimiste";
    internal override string LevelWanders(double phi, int count, double worth) =>
        $"des chiffres si persistants (mémoire {Decimals(phi, "0.00")}) et si peu nombreux ({Count(count)}, qui en valent {Decimals(worth, "0.0")} "
        + "indépendants) "
        + "ne peuvent montrer ni tendance ni saut\u202F: un niveau qui dérive a le même aspect";
    internal override string LevelMayWander(double p) =>
        $"un niveau qui dérive de lui-même explique les chiffres à peu près aussi bien, et rendrait un tel changement peu surprenant ({P(p)})";
    internal override string WanderingLooksAlike => "un niveau qui dérive de lui-même peut avoir le même aspect";
    internal override string NoLogarithm(CalendarPeriod period, double figure) =>
        $"les logarithmes demandent des chiffres supérieurs à 0\u202F; {Period(period)} vaut {FourDecimals(figure)}";
    internal override string NothingBefore(LocalDate from) => $"aucun chiffre avant le {Date(from)}";
    internal override string NothingAfter(LocalDate from) => $"aucun chiffre dans les périodes que l'effet couvre à partir du {Date(from)}";
    internal override string PartOfPeriod(CalendarPeriod period, double share) =>
        $"{Period(period)} est touché pour {Decimals(100 * share, "0.#")}\u202F% de ses jours et compte pour cette part";
    internal override string NoExpectation(string reason) => $"pas d'attendu d'après les périodes antérieures\u202F: {reason}";
    internal override string OfExpectation(string notice) => $"attendu\u202F: {notice}";
    internal override string NotParallel(double p) =>
        $"avant l'effet, la série et son témoin s'écartaient déjà ({P(p)})\u202F: l'écart peut se poursuivre sans aucun effet";
    internal override string ParallelUnknown(string reason) => $"on n'a pu vérifier si la série et le témoin évoluaient de même avant l'effet\u202F: {reason}";
    internal override string SeasonNeverSeen(CalendarPeriod period) => $"{Period(period)} n'a pas d'attendu\u202F: sa saison n'a jamais été observée";
    internal override string FirstLeadsBy(int periods) =>
        periods == 1 ? "la première devance la seconde de 1 période" : $"la première devance la seconde de {Count(periods)} périodes";
    internal override string SecondLeadsBy(int periods) =>
        periods == 1 ? "la seconde devance la première de 1 période" : $"la seconde devance la première de {Count(periods)} périodes";
    internal override string NoLagStandsOut(int lags, double leastPValue) => $"aucun des {Count(lags)} décalages ne se distingue (le moindre {P(leastPValue)})";
    internal override string WithLagsAllowedFor(string p, int lags) => $"{p} en tenant compte de {Count(lags)} décalages";
    internal override string TooFewPeriodsForLags(long count, long needed) =>
        $"il faut au moins {Count(needed)} périodes pour de tels décalages\u202F; il y en a {Count(count)}";
    internal override string LagsNeedEveryFigure(long missing) =>
        $"les décalages demandent tous les chiffres des deux séries\u202F; il en manque {Count(missing)}";
    internal override string FewPeriodsForLags(long count, long lags) =>
        $"{Count(count)} périodes sont peu pour des décalages jusqu'à {Count(lags)}\u202F: il en faut 30 ou plus, et des décalages d'un quart au plus";
    internal override string TooFewRows(long count, long needed) => $"il faut au moins {Count(needed)} lignes complètes\u202F; il y en a {Count(count)}";
    internal override string DriversWithoutSpread(string names) => $"{names}\u202F: les chiffres ne varient pas, à écarter";
    internal override string CollinearDrivers(string names) => $"{names} se répètent\u202F: écartez l'un d'eux";
    internal override string AlikeDrivers(string names) => $"{names} se ressemblent tant que le partage de leur importance est à peine connu";
    internal override string NothingExplained(double p) => $"le hasard seul en explique souvent autant ({P(p)})\u202F: les parts ne disent pas grand-chose";
    internal override string ResamplesLeftOut(long left, long all) =>
        $"{Count(left)} rééchantillonnages sur {Count(all)} sans réponse ont été écartés des limites";
    internal override string BetterAndWorse(string better, string worse) => $"mieux {better}, pire {worse}";
    internal override string AboveAt(string places) => $"au-dessus\u202F: {places}";
    internal override string BelowAt(string places) => $"en dessous\u202F: {places}";
    internal override string NoSignalIn(long periods) => $"aucun signal sur {Count(periods)} périodes";
    internal override string TargetExcludedFrom(string period) => $"la cible sort des limites à partir de {period}";
    internal override string TooFewFigures(int count, int needed) => $"il faut au moins {Count(needed)} chiffres\u202F; il y en a {Count(count)}";
    internal override string TooFewPairs(int pairs, int cycle) =>
        $"il faut au moins 2 paires de chiffres séparés d'un cycle de {Count(cycle)}\u202F; il y en a {Count(pairs)}";
    internal override string SeasonWithoutFigure(Season season) => $"aucun chiffre n'est connu pour {Season(season)}, on ne peut donc rien prévoir";
    internal override string MissingFigures(int missing) => $"la méthode de Holt et Winters demande chaque chiffre\u202F; il en manque {Count(missing)}";
    internal override string FarAhead(int periods, int cycle) =>
        $"une avance de {Count(periods)} périodes dépasse deux cycles de {Count(cycle)}\u202F: les limites supposent que seuls le niveau, la pente "
        + "et la saison bougent";
    internal override string SeasonsDiffer(double p) => $"les tendances des saisons diffèrent ({P(p)})\u202F: le total trompe, lisez les saisons une à une";
    internal override string NeighboursAlike(double correlation) =>
        $"les chiffres ressemblent à leurs voisins (corrélation {Decimals(correlation, "0.00")}), ce dont ce test ne tient pas compte\u202F: son p "
        + "est trop petit";
    internal override string SlopeOfTies =>
        "beaucoup de chiffres sont égaux, ce qui attire vers 0 la pente de Sen et ses limites\u202F: le verdict repose sur les paires qui diffèrent";
    internal override string TooFewForShifts(int count, int least) =>
        $"il faut au moins {Count(least)} chiffres pour chercher des changements de niveau\u202F; il y en a {Count(count)}";
    internal override string ShiftWasSearched(int places) =>
        $"le changement est le plus grand de {Count(places)} positions\u202F: p et les limites de sa taille tiennent compte de cette recherche";
    internal override string TooManyPeriods(int count, int most) =>
        $"on ne peut juger une à une que {Count(most)} périodes\u202F; il y en a {Count(count)}\u202F: découpez-en une partie ou prenez des "
        + "périodes plus longues";
    internal override string ManyUnusual(int flagged) =>
        $"{Count(flagged)} périodes sont inhabituelles, le plus que l'on cherche\u202F: c'est peut-être la saison ou le niveau qui a changé";


    internal override string NothingToJudge => "rien ne permet de juger le dernier chiffre";

    internal override string TooFewEarlierPeriods => "trop peu de périodes antérieures pour connaître la plage habituelle";

    internal override string EarlierPeriodsWithoutSpread => "les périodes antérieures ne varient pas, et n'indiquent aucune plage habituelle";

    internal override string SamplingErrorOnly(string why) => $"{BySamplingErrorOnly}\u202F: {why}";

    internal override string UsualForSeason(string season, string range) => $"{range} attendu ({season})";

    internal override string BeyondSeason(string season, string range) => $"au-delà de l'effet saisonnier ({season})\u202F: attendu {range}";

    internal override string WithinLevel(string range) => $"{range} attendu";

    internal override string BeyondLevel(string range) => $"hors de la plage habituelle\u202F: attendu {range}";

    internal override string BeyondLevelAndLastYear(string range) => $"hors de la plage habituelle et différent de l'an dernier\u202F: attendu {range}";

    internal override string SeasonNotKnown(string reason) => $"{reason}\u202F; saison pas encore connue";
    private protected override IReadOnlyDictionary<string, (string Name, string Symbol, string Formula)> Kpis { get; } =
        new Dictionary<string, (string, string, string)>(StringComparer.Ordinal)
        {
            ["Share"] = ("part", "part", "nombre / total"),
            ["Figures"] = ("chiffres", "chiffres", "tels quels"),

            // Surveys.
            ["Net Promoter Score"] = ("score net de recommandation", "NPS", "100 * (promoteurs - détracteurs) / réponses"),
            ["Customer Satisfaction score"] = ("taux de satisfaction client", "CSAT", "réponses au seuil ou au-dessus / réponses valides"),
            ["Dissatisfied share"] = ("taux d'insatisfaction", "Insatisfaction", "réponses au seuil ou au-dessous / réponses valides"),
            ["Net satisfaction"] = ("score net de satisfaction", "Satisfaction nette", "100 * (satisfaits - insatisfaits) / réponses valides"),
            ["Net satisfaction on four points"] =
                ("score net de satisfaction sur quatre points", "NSAT", "100 + 100 * (très satisfaits - insatisfaits) / réponses valides\u202F; 0 à 200"),
            ["Mean rating"] = ("note moyenne", "Moyenne", "somme des réponses / réponses valides"),
            ["Relative rating"] = ("note relative", "Note relative", "somme des évaluations de l'entreprise / somme des évaluations du meilleur concurrent"),
            ["Review volume"] = ("nombre d'avis", "Avis", "avis"),
            ["Customer Effort Score"] = ("score d'effort client", "CES 1.0", "somme des réponses sur une échelle d'effort / réponses valides"),
            ["Customer ease score"] =
                ("score d'effort client (CES 2.0, facilité)", "CES 2.0", "somme des réponses sur une échelle de facilité / réponses valides"),
            ["Ease share"] = ("part des clients ayant trouvé la démarche facile", "Facile", "réponses au seuil ou au-dessus / réponses valides"),
            ["High effort share"] =
                ("part des clients ayant fourni un effort élevé", "Effort élevé", "réponses au seuil d'une échelle d'effort ou au-dessus / réponses valides"),
            ["Net ease"] = ("score net de facilité", "Facilité nette", "100 * (facile - difficile) / réponses valides"),
            ["Net low effort"] = ("score net d'effort faible", "Effort faible net", "100 * (effort faible - effort élevé) / réponses valides"),
            ["Customer Experience Index"] = ("indice d'expérience client", "CxPi", "(besoins nets + facilité nette + plaisir net) / 3"),
            ["Customer satisfaction index"] =
                ("indice de satisfaction client", "ISC", "somme de poids * 100 * (moyenne - minimum) / (maximum - minimum) sur trois questions\u202F; 0 à 100"),
            ["Service quality gap"] = ("écart de qualité perçue", "SERVQUAL", "somme de (perception - attente) / paires"),
            ["Customer orientation"] = ("orientation client", "SOCO", "somme des scores des répondants / répondants ayant un score"),
            ["Repurchase intention"] = ("intention de rachat", "Intention de rachat", "réponses qui expriment l'intention / réponses valides"),
            ["Secure customers"] = ("clients sûrs", "Clients sûrs", "répondants au seuil des trois questions / répondants ayant répondu aux trois"),
            ["Purchase probability"] = ("probabilité d'achat", "Juster", "somme des réponses de 0 à 10 / (10 * réponses valides)"),
            ["Survey response rate"] = ("taux de réponse", "Taux de réponse", "complétés / (envoyés - rejetés)"),

            // Customers.
            ["Customer churn rate"] = ("taux d'attrition", "Attrition", "clients perdus / clients au début"),
            ["At-risk churn rate"] =
                ("taux d'attrition sur clients exposés", "Attrition (exposés)", "clients perdus, nouveaux compris / (clients au début + acquis)"),
            ["Average-base churn rate"] =
                ("taux d'attrition sur base moyenne", "Attrition (base moyenne)", "clients perdus / ((clients au début + clients à la fin) / 2)"),
            ["Churn per customer-day"] = ("attrition par client-jour", "Attrition par jour", "clients perdus / clients-jours"),
            ["Cancellation rate"] = ("taux de résiliation", "Résiliation", "contrats non renouvelés / renouvellements échus"),
            ["Renewal rate"] = ("taux de renouvellement", "Renouvellement", "contrats renouvelés / renouvellements échus"),
            ["Customer retention rate"] = ("taux de rétention (fidélisation)", "Rétention", "(clients à la fin - acquis) / clients au début"),
            ["Repeat purchase rate"] = ("taux de réachat", "Réachat", "acheteurs ayant passé 2 commandes ou plus / acheteurs"),
            ["Referral rate"] = ("taux de parrainage", "Parrainage", "clients ayant parrainé / clients"),
            ["Referred share"] = ("part des nouveaux clients parrainés", "Parrainés", "nouveaux clients parrainés / nouveaux clients"),
            ["Gross revenue churn"] = ("attrition brute du revenu récurrent", "Attrition brute", "(perdu + réduit) / revenu au début"),
            ["Net revenue churn"] = ("attrition nette du revenu récurrent", "Attrition nette", "(perdu + réduit - étendu) / revenu au début"),
            ["Gross revenue retention"] = ("rétention brute du revenu", "GRR", "(début - perdu - réduit) / revenu au début"),
            ["Net revenue retention"] = ("rétention nette du revenu", "NRR", "(début - perdu - réduit + étendu) / revenu au début"),
            ["SaaS quick ratio"] = ("ratio gains sur pertes de revenu récurrent", "Gains/pertes", "(nouveau + réactivé + étendu) / (perdu + réduit)"),
            ["Active customers"] = ("clients actifs", "Clients actifs", "clients ayant un abonnement en cours un jour donné"),
            ["Monthly recurring revenue"] = ("revenu récurrent mensuel", "MRR", "somme des abonnements en cours un jour donné, par mois"),

            // Value.
            ["Customer acquisition cost"] = ("coût d'acquisition client", "CAC", "dépenses de marketing et de vente / nouveaux clients"),
            ["Unit cost"] = ("coût unitaire", "Coût", "coût / unités"),
            ["Historical customer value"] =
                ("valeur client historique", "Valeur client", "chiffre d'affaires ou marge de tous les clients à ce jour / clients"),
            ["Share of wallet"] = ("part de portefeuille", "Part de portefeuille", "dépenses auprès de l'entreprise / dépenses dans la catégorie"),
            ["Purchase frequency"] = ("fréquence d'achat", "Fréquence d'achat", "commandes / clients"),
            ["Revenue per buyer"] = ("chiffre d'affaires par acheteur", "CA par acheteur", "chiffre d'affaires / acheteurs"),

            // Commerce.
            ["Average order value"] = ("panier moyen", "Panier moyen", "chiffre d'affaires / commandes"),
            ["Revenue"] = ("chiffre d'affaires", "Chiffre d'affaires", "somme des montants de toutes les commandes"),
            ["Order volume"] = ("nombre de commandes", "Commandes", "commandes"),
            ["Cart abandonment"] = ("taux d'abandon de panier", "Abandon de panier", "1 - achetés / paniers créés"),
            ["Checkout abandonment"] = ("taux d'abandon au paiement", "Abandon au paiement", "1 - achetés / passages en caisse commencés"),
            ["Conversion rate"] = ("taux de conversion", "Conversion", "unités converties / unités"),
            ["Lead acceptance rate"] =
                ("taux d'acceptation des prospects", "Acceptation des prospects", "prospects acceptés par la vente / prospects transmis par le marketing"),
            ["Funnel conversion"] = ("conversion dans l'entonnoir", "Entonnoir", "unités à l'étape d'arrivée / unités à l'étape de départ"),
            ["Engagement rate"] = ("taux d'engagement", "Engagement", "engagés / exposés, selon une règle énoncée"),
            ["Pages per visit"] = ("pages par visite", "Pages/visite", "pages vues / visites"),
            ["Revenue per visit"] = ("chiffre d'affaires par visite", "CA/visite", "chiffre d'affaires / visites"),
            ["Click-through rate"] = ("taux de clics publicitaires", "CTR", "clics / affichages"),
            ["Share of mentions"] = ("part des citations", "Citations", "lignes avec le thème / lignes"),
            ["Direct-traffic share"] = ("part du trafic direct", "Trafic direct", "sessions sans référent connu / sessions"),
            ["E-mail open rate"] = ("taux d'ouverture des e-mails", "Taux d'ouverture", "ouvertures uniques / (envoyés - rejetés)"),
            ["E-mail click rate"] = ("taux de clics des e-mails", "Taux de clics", "clics uniques / (envoyés - rejetés)"),
            ["Click-to-open rate"] = ("taux de réactivité des e-mails", "Réactivité", "clics uniques / ouvertures uniques"),
            ["Unsubscribe rate"] = ("taux de désabonnement de la liste d'envoi", "Désabonnements", "désabonnements / (envoyés - rejetés)"),

            // Service.
            ["Answer rate"] = ("taux de prise en charge", "Prise en charge", "contacts traités / contacts reçus"),
            ["Service level"] = ("niveau de service (qualité de service)", "QS", "décrochés en T / (décrochés + abandonnés), ou selon une autre règle"),
            ["Average speed of answer"] = ("temps moyen d'attente au décroché", "DMR", "attente totale des contacts décrochés / contacts décrochés"),
            ["Contact abandonment rate"] = ("taux d'abandon", "Abandon", "(abandonnés - abandons courts) / (présentés - abandons courts)"),
            ["Average handle time"] = ("durée moyenne de traitement", "DMT", "(conversation + mise en attente + travail après contact) / contacts traités"),
            ["Contacts per agent-hour"] = ("contacts par heure de conseiller", "Contacts/heure", "contacts traités / heures de conseiller"),
            ["First-contact resolution"] = ("taux de résolution au premier contact", "RPC", "contacts résolus au premier / contacts"),
            ["Net first-contact resolution"] =
                ("taux net de résolution au premier contact", "RPC nette", "contacts résolus au premier / (contacts - contacts non résolubles au premier)"),
            ["Repeat-contact rate"] =
                ("taux de réitération", "Réitération", "contacts suivis d'un autre dans la fenêtre / contacts dont la fenêtre est écoulée"),
            ["Contact rate"] = ("taux de sollicitation", "Sollicitation", "contacts / clients"),
            ["Contact volume"] = ("volume de contacts", "Contacts", "contacts reçus"),
            ["Containment rate"] = ("taux de confinement", "Confinement", "(contacts sans conseiller - réitérés) / contacts entrés en selfcare"),
            ["Self-service rate"] = ("taux de selfcare", "Selfcare", "usages du selfcare / (usages du selfcare + contacts avec un conseiller)"),
            ["Transfer rate"] = ("taux de transfert", "Transfert", "contacts transférés au moins une fois / contacts traités"),
            ["Transfers per contact"] = ("transferts par contact", "Transferts/contact", "transferts / contacts traités"),
            ["Escalation rate"] = ("taux d'escalade", "Escalade", "contacts escaladés / contacts traités"),
            ["First response time"] =
                ("délai de première réponse", "Première réponse", "somme de (première réponse - création) / tickets ayant reçu une réponse"),
            ["Resolution time"] = ("délai de résolution", "Délai de résolution", "somme de (résolution - création) / tickets résolus"),
            ["SLA compliance"] =
                ("respect des engagements de service", "Respect des SLA", "tenus / (tenus + manqués), les tickets ouverts hors délai comptant comme manqués"),
            ["Backlog"] = ("stock de demandes en cours", "Stock", "tickets créés et non résolus à un instant donné"),
            ["Occupancy"] = ("taux d'occupation", "Occupation", "temps de traitement / (temps de traitement + temps disponible)"),
            ["Utilisation"] = ("taux d'utilisation", "Utilisation", "(temps de traitement + temps disponible) / temps payé"),
            ["Shrinkage"] = ("taux d'indisponibilité", "Indisponibilité", "temps indisponible / temps planifié"),
            ["Quality-monitoring score"] = ("score de qualité", "Qualité", "points obtenus / points possibles sur les critères applicables"),
            ["Close-the-loop rate"] =
                (
                    "taux de reprise de contact (boucle fermée)",
                    "Boucle fermée",
                    "recontactés dans le délai cible / à recontacter dont le délai cible est écoulé"),
            ["Service-to-sales conversion"] =
                ("conversion service-vente", "Service-vente", "contacts de service éligibles avec vente / contacts de service éligibles"),

            // Complaints.
            ["Complaint rate"] = ("taux de réclamation", "Taux de réclamation", "réclamations / exposition"),
            ["Severity-weighted complaint rate"] =
                ("taux de réclamation pondéré par la gravité", "Réclamations pondérées", "somme des poids des réclamations / exposition"),
            ["Mean complaint severity"] = ("gravité moyenne des réclamations", "Gravité", "somme des gravités des réclamations / réclamations"),
            ["Severe complaint share"] = ("part des réclamations graves", "Réclamations graves", "réclamations au seuil ou au-dessus / réclamations"),
            ["Complaint handling time"] =
                ("délai de traitement des réclamations", "Délai de réclamation", "durée totale de la réception à la résolution / réclamations résolues"),
            ["Complaints handled on time"] =
                ("part des réclamations traitées dans les délais", "Réclamations à temps",
                 "résolues dans le délai cible / reçues dont le délai cible est écoulé"),
            ["Satisfaction with complaint handling"] =
                ("satisfaction quant au traitement des réclamations",
                 "CSAT réclamations",
                 "réclamants ayant répondu au seuil ou au-dessus / réclamants ayant une réponse valide"),
            ["Follow-up action rate"] = ("taux de réalisation des actions de suivi", "Actions à temps", "actions réalisées à temps / actions échues"),
        };

    internal override string RelativeChangeLabel => "variation relative";
    internal override string RulesLabel => "règles";
    internal override string BaseColumn => "Base";
    internal override string Upheld => "recevables seulement";
    internal override string PerOrder => "par commande";
    internal override string PerDelivery => "par livraison";
    internal override string PerCustomer => "par client";
    internal override string PerRetainedCustomer => "par client fidélisé";
    internal override string PerContact => "par contact";
    internal override string PerResolution => "par résolution";
    internal override string PerComplaint => "par réclamation";
    internal override string PerTransaction => "par transaction";
    internal override string PerContract => "par contrat";
    internal override string PerGuest => "par hôte";
    internal override string PerSession => "par session";
    internal override string PerVisitor => "par visiteur";
    internal override string PerUser => "par utilisateur";
    internal override string PerClick => "par clic";
    internal override string PerLead => "par prospect";
    internal override string PerCart => "par panier";
    internal override string PerCheckout => "par passage en caisse";
    internal override string ReactivationNetted => "réactivations déduites";
    internal override string OfRevenue => "en chiffre d'affaires";
    internal override string OfMargin => "en marge";
    internal override string PaidOnly => "campagnes payantes seulement";
    internal override string Blended => "tout le marketing et la vente";
    internal override string FullyLoaded => "coûts complets";
    internal override string MeanOfCustomers => "moyenne des clients";
    internal override string ForOneself => "pour soi";
    internal override string AsAGift => "pour offrir";
    internal override string OnSatisfaction => "satisfaction globale";
    internal override string OnRepurchase => "rachat";
    internal override string OnRecommendation => "recommandation";
    internal override string AsRecorded => "selon la saisie";
    internal override string AsSurveyed => "selon l'enquête";
    internal override string IssueStartsOnly => "premiers contacts d'une demande seulement";
    internal override string OfOffered => "sur les appels présentés";
    internal override string OfAnswered => "sur les appels traités";
    internal override string AbandonsInTimeMet => "abandons dans le délai comptés tenus";
    internal override string AbandonsInTimeLeftOut => "abandons dans le délai exclus";
    internal override string ShortAbandonsMet => "abandons courts comptés tenus";
    internal override string ShortAbandonsLeftOut => "abandons courts exclus";
    internal override string FlowOutsMissed => "débordements comptés manqués";
    internal override string AbandonsLeftOut => "abandons exclus";
    internal override string WeightedRule => "pondéré";

    private protected override string BoxesOf(string boxes, string scale) => $"{boxes} sur {scale}";

    private protected override string BoxesLess(string high, string low) => $"{high} moins {low}";

    internal override string ScaleOf(string scale) => $"échelle {scale}";

    internal override string Per(CalendarUnit unit) => unit switch
    {
        CalendarUnit.Day => "par jour",
        CalendarUnit.Week => "par semaine",
        CalendarUnit.Month => "par mois",
        CalendarUnit.Quarter => "par trimestre",
        CalendarUnit.Year => "par an",
    };

    internal override string TermOf(CalendarUnit unit) => unit switch
    {
        CalendarUnit.Day => "contrats d'un jour",
        CalendarUnit.Week => "contrats d'une semaine",
        CalendarUnit.Month => "contrats d'un mois",
        CalendarUnit.Quarter => "contrats d'un trimestre",
        CalendarUnit.Year => "contrats d'un an",
    };

    internal override string NoRepeat(string within) => $"sans nouveau contact {within}";

    internal override string Weights(string weights) => $"poids {weights}";

    internal override string ItemsOf(int items, string scale) => $"{items} questions sur {scale}";

    internal override string ReversedItems(string items) => $"inversées {items}";

    internal override string AtLeastAnswered(int items) => $"au moins {items} réponses";

    internal override string AsOf(string instant) => $"au {instant}";
    internal override string InWorkingTime => "en temps ouvré";

    private protected override string DayCount(long days) => days == 1 ? "1 jour" : $"{Count(days)} jours";

    private protected override bool IsSingular(long count) => count is 0 or 1;

    private protected override (string One, string Many) LeftOutWords(LeftOutKind kind) => kind switch
    {
        LeftOutKind.Missing => ("sans réponse", "sans réponse"),
        LeftOutKind.Invalid => ("invalide", "invalides"),
        LeftOutKind.Open => ("en cours", "en cours"),
        LeftOutKind.Pending => ("en attente", "en attente"),
        LeftOutKind.NotYetDue => ("non encore à échéance", "non encore à échéance"),
        LeftOutKind.ClosedWithoutReply => ("clos sans réponse", "clos sans réponse"),
        LeftOutKind.Lapsed => ("sans objet", "sans objet"),
        LeftOutKind.Emptied => ("vidé", "vidés"),
        LeftOutKind.PurchaseWithoutStart => ("achat sans correspondance", "achats sans correspondance"),
        LeftOutKind.NotResolvableAtFirst => ("impossible à résoudre au premier contact", "impossibles à résoudre au premier contact"),
        LeftOutKind.Bounced => ("non distribuée", "non distribuées"),
        LeftOutKind.ShortAbandon => ("abandon court", "abandons courts"),
        LeftOutKind.Trial => ("essai", "essais"),
        LeftOutKind.WithoutADay => ("ligne sans un jour", "lignes sans un jour"),
    };

    private protected override (string One, string Many) Noun(ObservationKind kind) => kind switch
    {
        ObservationKind.Observation => ("observation", "observations"),
        ObservationKind.Answer => ("réponse", "réponses"),
        ObservationKind.Review => ("avis", "avis"),
        ObservationKind.Respondent => ("répondant", "répondants"),
        ObservationKind.Invitation => ("invitation", "invitations"),
        ObservationKind.Customer => ("client", "clients"),
        ObservationKind.Loss => ("client perdu", "clients perdus"),
        ObservationKind.Contract => ("contrat échu", "contrats échus"),
        ObservationKind.Account => ("compte", "comptes"),
        ObservationKind.Order => ("commande", "commandes"),
        ObservationKind.Session => ("session", "sessions"),
        ObservationKind.Visitor => ("visiteur", "visiteurs"),
        ObservationKind.User => ("utilisateur", "utilisateurs"),
        ObservationKind.Click => ("clic", "clics"),
        ObservationKind.Lead => ("prospect", "prospects"),
        ObservationKind.Cart => ("panier", "paniers"),
        ObservationKind.Checkout => ("passage en caisse", "passages en caisse"),
        ObservationKind.Entry => ("entrée", "entrées"),
        ObservationKind.Email => ("e-mail", "e-mails"),
        ObservationKind.OpenedEmail => ("e-mail ouvert", "e-mails ouverts"),
        ObservationKind.Impression => ("affichage", "affichages"),
        ObservationKind.Contact => ("contact", "contacts"),
        ObservationKind.Resolution => ("résolution", "résolutions"),
        ObservationKind.Ticket => ("ticket", "tickets"),
        ObservationKind.Complaint => ("réclamation", "réclamations"),
        ObservationKind.Action => ("action échue", "actions échues"),
        ObservationKind.FollowUp => ("reprise de contact échue", "reprises de contact échues"),
        ObservationKind.Evaluation => ("évaluation", "évaluations"),
        ObservationKind.Row => ("ligne", "lignes"),
        ObservationKind.Cluster => ("grappe", "grappes"),
    };

    // Weights and samples.
    internal override string SampleWeightsCaption => "Poids de l'échantillon";
    internal override string DesignEffectBeforeLabel => "effet de plan des poids de base";
    internal override string SmallestWeightLabel => "plus petit poids sur le poids moyen";
    internal override string LargestWeightLabel => "plus grand poids sur le poids moyen";
    internal override string WeightsMet => "L'échantillon pondéré a la composition de la population pour chaque caractéristique.";
    internal override string WeightsTotalsRescaled => "Les caractéristiques n'avaient pas le même total et ont été ramenées à celui de la première.";
    internal override string WeightsKeepLimits => "Tous les poids tiennent les bornes.";
    internal override string GoodnessOfFitCaption => "Échantillon et base";
    internal override string ChiSquareLabel => "khi-deux";
    internal override string CohenWLabel => "w de Cohen";
    internal override string DissimilarityLabel => "dissimilarité";
    internal override string FewExpectedNote => "Moins de cinq réponses sont attendues dans une catégorie\u202F: la valeur p est approximative.";
    internal override string ResponseIndicatorCaption => "Réponse par classe";
    internal override string ResponseIndicatorLabel => "indicateur R";
    internal override string AnswerRateLabel => "taux de réponse";
    internal override string InvitedLabel => "invités";
    internal override string LargestBiasLabel => "biais maximal en écarts types";
    internal override string AllocationCaption => "Échantillon par strate";
    internal override string SampleAndPopulationCaption => "Échantillon et population";
    internal override string CategoryColumn => "Catégorie";
    internal override string SampleRowsColumn => "Dans l'échantillon";
    internal override string SampleShareColumn => "Part de l'échantillon";
    internal override string PopulationShareColumn => "Part de la population";
    internal override string ResidualColumn => "Résidu standardisé";
    internal override string WithoutAnswers => "aucune réponse";

    internal override string WeightsLimited(int limited) => $"Poids limités\u202F: {Count(limited)}. Le total est inchangé.";

    internal override string WeightsLimitedOff(int limited, double error) =>
        $"Poids limités\u202F: {Count(limited)}. Cela laisse les caractéristiques jusqu'à {Percent(error)} à côté de la population. "
            + "Un calage borné tient les deux.";

    internal override string WeightsNotConverged(int rounds, double error) =>
        $"Après {Count(rounds)} tours, l'échantillon pondéré est encore jusqu'à {Percent(error)} à côté de la population dans une catégorie\u202F: "
            + "les poids ne conviennent qu'à peu près. Regroupez de petites catégories, ou pondérez selon moins de caractéristiques.";

    internal override string WeightsEmptyCategory(string categories) =>
        $"Il n'y a pas de poids, car personne n'a répondu dans\u202F: {categories}. Aucune autre réponse ne peut parler à leur place. "
            + "Regroupez-les avec une catégorie semblable, ou ôtez-les de la population en le disant.";

    internal override string WeightsOutsidePopulation(string categories) =>
        $"Il n'y a pas de poids, car la population n'a personne dans\u202F: {categories}. Indiquez leur effectif, ou ôtez ces réponses.";

    internal override string WeightsInfeasible(string categories) => categories.Length > 0
        ? $"Il n'y a pas de poids\u202F: dans ces bornes, l'échantillon ne peut atteindre la population dans\u202F: {categories}. "
            + "Élargissez-les, ou regroupez des catégories."
        : "Il n'y a pas de poids\u202F: aucun dans ces bornes n'atteint la population pour toutes les caractéristiques à la fois. "
            + "Élargissez-les, ou regroupez des catégories.";

    internal override string WeightsLonelyStratum(string categories) =>
        $"Une seule réponse vient de\u202F: {categories}. Elle ne montre pas comment les réponses y varient\u202F: il n'y a pas d'intervalle. "
            + "Regroupez-la avec une strate semblable.";

    internal override string WeightsCost(int rows, double size, double effect) =>
        $"Pondérées, {Count(rows)} lignes en disent autant que {Decimals(size, "#,0")} de même poids (effet de plan {Decimals(effect, "0.00")}).";

    internal override string MarginDiffers(string margin, double effect, double dissimilarity, double p) =>
        $"{margin}\u202F: l'échantillon diffère de la population ({PSaid(p)})\u202F; {Percent(dissimilarity)} des lignes devraient être d'autres catégories "
            + $"(w de Cohen {Decimals(effect, "0.00")}).";

    internal override string MarginAgrees(string margin, double p) =>
        $"{margin}\u202F: rien ne montre que l'échantillon diffère de la population ({PSaid(p)}).";

    internal override string MarginCannotBeJudged(string margin) => $"{margin}\u202F: il n'y a rien à comparer.";

    internal override string ResponseIndicatorSaid(string margin, double indicator) =>
        $"{margin}\u202F: indicateur R {Decimals(indicator, "0.000")}\u202F; 1 signifie que toutes les catégories ont répondu de même.";

    internal override string WorstCase(double rate, string lower, string upper) =>
        $"{Percent(rate)} ont répondu. Si tous les autres avaient été à un bout ou à l'autre, la valeur serait {lower} ou {upper}.";

    internal override string SharesOf(string sample, string population) => $"{sample} de l'échantillon, {population} de la population";

    // The first sentences of a report. Names keep their gender to themselves: they stand behind a colon.
    internal override string ActOn(string items) => $"À traiter\u202F: {items}.";
    internal override string Watch(string items) => $"À surveiller\u202F: {items}.";
    internal override string QuietOf(int quiet, int judged) => judged == 1 && quiet == 1
        ? "La ligne jugée est conforme à l'attendu ou sans évolution établie."
        : $"{Count(quiet)} {(quiet > 1 ? "lignes" : "ligne")} sur {Count(judged)} {(quiet > 1 ? "sont conformes" : "est conforme")} "
            + "à l'attendu ou sans évolution établie.";
    internal override string ThinOnes(string names) => $"Sur base faible\u202F: {names}.";
    internal override string WithoutIntervalOnes(string names) => $"Sans intervalle\u202F: {names}.";
    internal override string TargetIs(string name, string status) => $"Objectif {status}\u202F: {name}.";
    internal override string AllTargetsAreMissed(int count) => $"Les {Count(count)} objectifs sont manqués.";
    internal override string AllTargetsAreMet(int count) => $"Les {Count(count)} objectifs sont atteints.";
    internal override string TargetsAre(int count, string statuses) => $"Sur {Count(count)} objectifs, {statuses}.";
    internal override string CountMissed(int count) => $"{Count(count)} {(count > 1 ? "manqués" : "manqué")}";
    internal override string CountNotMetYet(int count) => $"{Count(count)} pas encore {(count > 1 ? "atteints" : "atteint")}";
    internal override string CountUndecided(int count) => $"{Count(count)} non {(count > 1 ? "tranchés" : "tranché")}";
    internal override string CountMet(int count) => $"{Count(count)} {(count > 1 ? "atteints" : "atteint")}";
    internal override string GotWorse(string names) => $"En dégradation\u202F: {names}.";
    internal override string WithoutGroup => "Sans groupe";
    internal override string GotBetter(string names) => $"En amélioration\u202F: {names}.";
    internal override string DifferBySamplingErrorOnly(string names) =>
        $"Évolution au-delà de l'erreur d'échantillonnage, sans historique pour en juger\u202F: {names}.";
    internal override string Fell(string names) => $"En baisse\u202F: {names}.";
    internal override string Rose(string names) => $"En hausse\u202F: {names}.";
    internal override string FellBelowUsual(string names) => $"Sous le niveau habituel, saison pas encore connue\u202F: {names}.";
    internal override string RoseAboveUsual(string names) => $"Au-dessus du niveau habituel, saison pas encore connue\u202F: {names}.";
    internal override string FallOfSeason(string names, string season) => $"Baisse habituelle ({season})\u202F: {names}.";
    internal override string RiseOfSeason(string names, string season) => $"Hausse habituelle ({season})\u202F: {names}.";
    internal override string NothingBeyondSeason => "Rien n'a bougé au-delà de sa saison.";
    internal override string NothingChangedByEvidence => "Aucune évolution n'est établie.";
    internal override string NothingToJudgeYet => "Il n'y a encore rien à comparer.";
    internal override string LinesLeftOut(int count) => $"{KpiCount(count)} sans particularité, non {(count > 1 ? "affichés" : "affiché")} ici.";
    internal override string MostUrgentHeading => "Priorités";
    internal override string ExceptionsHeading => "À regarder d'abord";
    internal override string HistoryColumn => "Historique";
    internal override string ValueAndTargetColumn => "Intervalle, avant, objectif";
    internal override string MoreLabel => "Détails";
    internal override string BesideGoal(string value, string goal) => $"{value} contre {goal}";
    private protected override string And => "et";
    private protected override string Others(int count) => count == 1 ? "1 autre" : $"{Count(count)} autres";

    private static (string One, string Many) Units(CalendarUnit unit) => unit switch
    {
        CalendarUnit.Day => ("jour", "jours"),
        CalendarUnit.Week => ("semaine", "semaines"),
        CalendarUnit.Month => ("mois", "mois"),
        CalendarUnit.Quarter => ("trimestre", "trimestres"),
        CalendarUnit.Year => ("an", "ans"),
    };

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

    internal override string ModelFitCaption => "Modèle ajusté";
    internal override string ParameterLabel => "paramètre";
    internal override string FitConverged => "l\u2019ajustement a convergé";
    internal override string FitAtLimit => "les données poussent le modèle à sa limite, où un modèle plus simple en dit autant";
    internal override string FitNotIdentified => "les données n\u2019identifient pas les paramètres\u202F: d\u2019autres les expliquent aussi bien";
    internal override string FitNotConverged => "l\u2019ajustement n\u2019a pas convergé";
    internal override string FitNoCustomers => "aucun client sur lequel ajuster un modèle";
    internal override string FitNobodyReturned => "personne n\u2019a racheté\u202F: on ne sait rien de la fréquence d\u2019achat";
    internal override string FitNobodyLeft => "personne n\u2019est parti\u202F: on ne sait rien des départs";
    internal override string FitEverybodyLeft => "tous les clients sont partis dès la première période\u202F: on ne sait rien de la fidélité";
    internal override string FitBeyondRange => "les montants ou les durées sont si grands ou si petits qu'un paramètre n'est plus un nombre";
    internal override string FitNoSpread => "tous les montants sont égaux\u202F: on ne sait rien de leur dispersion";
    internal override string LimitEqualPurchaseRates => "aucune différence décelable entre clients dans le rythme d\u2019achat";
    internal override string LimitUnboundedPurchaseRates => "les clients diffèrent sans borne dans le rythme d\u2019achat";
    internal override string LimitEqualDropout => "aucune différence décelable entre clients dans la vitesse de départ";
    internal override string LimitNoDropout => "aucun départ décelable";
    internal override string LimitDropoutAtOnceOrNever => "les clients partent tout de suite ou jamais";
    internal override string LimitEqualAmountsOfACustomer => "aucune différence décelable entre les montants d\u2019un même client";
    internal override string LimitEqualSpending => "aucune différence décelable entre clients dans les dépenses";
    internal override string LimitUnboundedSpending => "les clients diffèrent sans borne dans les dépenses";
    internal override string RepeatPurchasesCaption => "Clients par nombre de réachats";
    internal override string RepeatPurchasesLabel => "réachats";
    internal override string HoldoutCaption => "Achats de la période de validation";
    internal override string ObservedAmountLabel => "montant observé";
    internal override string ExpectedAmountLabel => "montant attendu";
    internal override string LargestExpectedLabel => "plus grands montants attendus";
    internal override string ModelComparisonCaption => "Comparaison de modèles";
    internal override string LogLikelihoodLabel => "log-vraisemblance";
    internal override string FitOutcomeLabel => "résultat";
    internal override string CustomerLabel => "client";
    internal override string FirstPurchaseLabel => "premier achat";
    internal override string LastPurchaseLabel => "dernier achat";
    internal override string RecencyLabel => "âge au dernier achat";
    internal override string AgeLabel => "âge";
    internal override string MeanAmountLabel => "montant moyen";
    internal override string HoldoutPurchasesLabel => "achats de la période de validation";
    internal override string HoldoutAmountLabel => "montant de la période de validation";
    internal override string ProbabilityAliveLabel => "encore client";
    internal override string DiscountedPurchasesLabel => "achats actualisés";
    internal override string HistoriesCaption => "Historiques d\u2019achat";
    internal override string CustomerValuesCaption => "Ce que vaudront les clients";
    internal override string TrackingCaption => "Réachats au fil du temps";
    internal override string PredictionCaption => "Prévision d\u2019un modèle";
    internal override string AtItsLimit => "à sa limite";
    internal override string LimitsOfParameters =>
        "les limites contiennent l\u2019incertitude des paramètres, mais ni l\u2019erreur du modèle ni ce qu\u2019un client fait par hasard";
    internal override string TopIsPartlyLuck => "ce sont des moyennes de tels clients, sans limites, et qui est en tête le doit en partie au hasard";
    internal override string ByMaximumLikelihood => "par maximum de vraisemblance";
    internal override string RefundsAreNet => "les remboursements réduisent l\u2019achat";
    internal override string RefundsAreIgnored => "les remboursements sont écartés";
    internal override string RefundedPurchasesAreNone => "un achat remboursé en entier n\u2019en est pas un";
    internal override string WithoutEnd => "sans fin";
    internal override string AtEndOfMonth => "achats à la fin de leur mois";
    internal override string AtMiddleOfMonth => "achats au milieu de leur mois";
    internal override string LogCountsCaption => "Ce que sont devenues les lignes";
    internal override string LogRowsLabel => "lignes du journal";
    internal override string LogPurchasesLabel => "achats";
    internal override string SameDayLabel => "lignes d\u2019un jour qui en a déjà une";
    internal override string SameOpportunityLabel => "lignes d\u2019une occasion qui en a déjà une";
    internal override string ZeroAmountsLabel => "achats de montant 0";
    internal override string RefundsLabel => "remboursements";
    internal override string IgnoredRefundsLabel => "remboursements écartés";
    internal override string RefundsWithoutPurchaseLabel => "remboursements sans achat";
    internal override string ExcessRefundsLabel => "remboursements au-delà du montant d'un achat";
    internal override string RefundedPurchasesLabel => "achats remboursés en entier";
    internal override string AfterTheEndLabel => "lignes après la fin";
    internal override string OfNewCustomersLabel => "lignes de nouveaux clients";
    internal override string FirstInHoldoutLabel => "clients dont le premier achat est dans la période de validation";
    internal override string CustomersWithoutPurchaseLabel => "clients sans achat qui compte";
    internal override string CustomersAfterTheEndLabel => "clients vus seulement après la fin";

    internal override string OneOpportunity(CalendarUnit unit) => $"une occasion {Per(unit)}";

    internal override string CalibrationUntil(string day) => $"calibrage jusqu\u2019au {day}";

    internal override string HoldoutUntil(string day) => $"validation jusqu\u2019au {day}";

    internal override string HoldoutOf(string length) => $"une validation de {length}";

    internal override string OverMonths(int months) => $"sur {Lasting(months, CalendarUnit.Month)}";

    internal override string DiscountedByTheYear(string rate) => $"actualisé à {rate} par an";

    internal override string MarginOf(string share) => $"marge, {share} du chiffre d\u2019affaires";

    internal override string CustomersLeftOut(long customers) => $"écarté\u202F: {Observations(ObservationKind.Customer, customers)}";

    internal override string HoldoutErrors(string bias, string absolute, string squared) =>
        $"Par client\u202F: erreur moyenne {bias}, erreur absolue moyenne {absolute}, racine de l\u2019erreur quadratique moyenne {squared}.";

    internal override string NoLimits(string reason) => $"sans limites\u202F: {reason}";

    internal override string FitFigures(double logLikelihood, double aic, double bic, long customers) =>
        $"log-vraisemblance {Decimals(logLikelihood, "#,0.00")}, AIC {Decimals(aic, "#,0.00")}, BIC {Decimals(bic, "#,0.00")}, "
            + Observations(ObservationKind.Customer, customers);
}
