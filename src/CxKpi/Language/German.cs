using System.Globalization;
using CxKpi.Trends;
using NodaTime;

namespace CxKpi;

/// <summary>German: a comma before decimals, a point between thousands as in business letters (DIN 5008), a no-break space (U+00A0) before units.</summary>
internal sealed class German : Phrases
{
    internal override ReportLanguage Language => ReportLanguage.German;
    internal override string Tag => "de";
    internal override string Endonym => "Deutsch";
    internal override NumberFormatInfo Numbers { get; } = NumberFormatInfo.ReadOnly(
        new() { NegativeSign = UnitSigns.Minus, NumberDecimalSeparator = ",", NumberGroupSeparator = "." });

    private protected override string Gap => "\u00A0";
    internal override string PercentSign => "\u00A0%";
    private protected override string PerThousand => "pro Tausend";
    private protected override string PerMillion => "pro Million";
    private protected override string PercentagePoints => "%-Punkte";
    private protected override string Days => "d";

    internal override string Undefined => "nicht definiert";
    internal override string NoData => "keine Daten";
    internal override string None => "keine";
    internal override string Colon => ": ";
    internal override string Semicolon => "; ";
    internal override string AtLeast(string limit) => $"mindestens {limit}";
    internal override string AtMost(string limit) => $"höchstens {limit}";
    internal override string Between(string lower, string upper) => $"{lower} bis {upper}";
    internal override string Below(string limit) => $"unter {limit}";
    internal override string AndAbove(string limit) => $"ab {limit}";
    private protected override string IntervalAtPercent(string percent) => $"{percent}-%-Intervall";

    // Days, periods and seasons.
    internal override string Incomplete => "unvollständig";
    internal override string OtherRule => "andere Regel";
    internal override string PerDay => "je Tag";
    internal override string YearSeason => "Jahr";
    internal override string Month(int month) =>
        ((string[])["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"])[month - 1];
    internal override string ShortMonth(int month) =>
        ((string[])["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sep.", "Okt.", "Nov.", "Dez."])[month - 1];
    internal override string Weekday(IsoDayOfWeek day) =>
        ((string[])["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"])[(int)day - 1];
    internal override string DayOfMonth(int day, string month) => string.Create(CultureInfo.InvariantCulture, $"{day}. {month}");
    internal override string Week(string week) => $"KW {week}";
    internal override string WeekOfYear(string week, string year) => $"KW {week} {year}";
    internal override string Quarter(int quarter) => string.Create(CultureInfo.InvariantCulture, $"Q{quarter}");

    // Verdicts, units, methods and flags.
    internal override string Better => "besser";
    internal override string Worse => "schlechter";
    internal override string Higher => "höher";
    internal override string Lower => "niedriger";
    internal override string NoEvidence => "nicht belegt";
    internal override string Unknown => "unbekannt";
    internal override string AsExpected => "wie erwartet";
    internal override string MovedUp => "höher; Saison noch nicht bekannt";
    internal override string MovedDown => "niedriger; Saison noch nicht bekannt";
    internal override string HigherIsBetter => "höher ist besser";
    internal override string LowerIsBetter => "niedriger ist besser";
    internal override string NeitherIsBetter => "keine Richtung ist an sich gut";
    internal override string UnitShare => "Anteil";
    internal override string UnitPercentage => "Prozentsatz, auch über 100\u00A0%";
    internal override string UnitNetPoints => "Punkte eines Nettowerts";
    internal override string UnitScalePoints => "Punkte der Skala";
    internal override string UnitIndex => "Indexwert";
    internal override string UnitSeconds => "Sekunden";
    internal override string UnitMoney => "Geld";
    internal override string UnitRatio => "Verhältnis";
    internal override string UnitRate => "Rate je Bezugsgröße";
    internal override string UnitCount => "Anzahl";
    internal override string MethodWilsonContinuity => "Wilson mit Stetigkeitskorrektur";
    internal override string MethodModifiedWilson => "modifiziert nach Wilson";
    internal override string MethodClopperPearson => "Clopper-Pearson, exakt";
    internal override string MethodMidP => "exakt, Mid-p";
    internal override string MethodScore => "Score-Test";
    internal override string MethodAdjustedWald => "korrigierter Wald";
    internal override string MethodStudentT => "Students t";
    internal override string MethodLinearizedRatio => "linearisiertes Verhältnis";
    internal override string MethodOrderStatistics => "Ordnungsstatistiken";
    internal override string MethodGarwood => "Garwood, exakt";
    internal override string MethodMover => "aus den Einzelintervallen (MOVER)";
    internal override string MethodLogMean => "Student, auf den Logarithmus des Mittelwerts";
    internal override string FlagSingleObservation => "nur eine Beobachtung";
    internal override string FlagZeroVariance => "keine Streuung";
    internal override string FlagBoundary => "Wert am Rand seines Bereichs";
    internal override string FlagClipped => "Grenze auf den Bereich gekürzt";
    internal override string FlagSmallExpected => "kleine erwartete Häufigkeiten";
    internal override string FlagUnbounded => "auf einer Seite unbegrenzt";
    internal override string FlagCensus => "Vollerhebung";
    internal override string FlagFewClusters => "wenige Cluster";
    internal override string FlagNonStandardScale => "Antworten auf einer anderen Skala";
    internal override string FlagOpenItemsLeftOut => "offene Vorgänge nicht enthalten";
    internal override string FlagSkewed => "schiefe Beträge, zu wenige Zeilen für verlässliche Grenzen";
    internal override string FlagUnequalPeriods => "ungleich lange Perioden, je Tag verglichen";

    internal override string FlagRoundedFigures => "aus gerundeten Zahlen";
    internal override string FlagBetweenPeriods => "Varianz zwischen Perioden eingeschlossen";
    internal override string FlagWarned => "aus einer Schätzung mit Warnungen";
    internal override string FlagConcentrated => "eine einzelne Zeile kann mehr als ein Fünftel der Basis tragen";

    // Planning, and comparisons.
    internal override string PlanningValueCaption => "Was erwartet wird";
    internal override string SampleSizeCaption => "Stichprobenumfang";
    internal override string DetectableChangeCaption => "Kleinste erkennbare Veränderung";
    internal override string DetectionTimeCaption => "Zeit, bis eine Veränderung erkennbar ist";
    internal override string PeriodsToSeeLabel => "Perioden, bis sie erkennbar ist";
    internal override string PopulationLabel => "Grundgesamtheit";
    internal override string RiseLabel => "Anstieg";
    internal override string FallLabel => "Rückgang";
    internal override string ConfidenceLabel => "Konfidenz";
    internal override string PowerLabel => "Trennschärfe";
    internal override string PlannedShare => "ein Anteil";
    internal override string PlannedNetScore => "ein Nettowert";
    internal override string PlannedMean => "ein Mittelwert";
    internal override string PlannedRate => "eine Ereignisrate";
    internal override string TestCaption => "Signifikanztest";
    internal override string StatisticLabel => "Prüfgröße";
    internal override string EffectSizeLabel => "Effektgröße";
    internal override string ChangeRatioCaption => "Verhältnis zum Vergleichswert";
    internal override string PairedShareCaption => "Anteil derselben Kunden, zweimal";
    internal override string PairedMeanCaption => "Mittelwert derselben Kunden, zweimal";
    internal override string PanelCaption => "NPS derselben Kunden, zweimal";
    internal override string PairsLabel => "Paare";
    internal override string BeforeAndAfterLabel => "vorher und nachher";
    internal override string BeforeOnlyLabel => "nur vorher";
    internal override string AfterOnlyLabel => "nur nachher";
    internal override string NeitherLabel => "weder vorher noch nachher";
    internal override string IncompletePairsLabel => "nur einmal geantwortet";
    internal override string DetractorRecoveryLabel => "zurückgewonnene Detraktoren";
    internal override string TestExactBinomial => "exakter Binomialtest";
    internal override string TestScore => "Score-Test gegen das Ziel";
    internal override string TestNMinusOneChiSquare => "Chi-Quadrat mit N - 1";
    internal override string TestFisher => "exakt nach Fisher";
    internal override string TestPooledZ => "z mit gemeinsamem Anteil";
    internal override string TestConditionalExact => "exakt bei gegebener Ereigniszahl";
    internal override string TestMcNemarMidP => "McNemar, Mid-p";
    internal override string TestMcNemarExact => "McNemar, exakt";
    internal override string TestChiSquare => "Chi-Quadrat aller Gruppen";
    internal override string MethodConditionalExact => "exakt bei gegebener Ereigniszahl";

    internal override string MoreThan(string figure) => $"mehr als {figure}";

    internal override string Times(string ratio) => $"{ratio}-mal";

    // Scorecards, and tables of records.
    internal override string KpiColumn => "Kennzahl";
    internal override string NameColumn => "Bezeichnung";
    internal override string ValueColumn => "Wert";
    internal override string IntervalColumn => "Intervall";
    internal override string ChangeColumn => "Veränderung";
    internal override string FromPreviousColumn => "Zur Vorperiode";
    internal override string FromLastYearColumn => "Zum Vorjahr";
    internal override string TrendColumn => "Trend";
    internal override string TargetColumn => "Ziel";
    internal override string BenchmarkColumn => "Vergleichswert";
    internal override string NotesColumn => "Hinweise";
    internal override string PeriodColumn => "Periode";
    internal override string FigureColumn => "Wert";
    internal override string AnswerColumn => "Antwort";
    internal override string CountColumn => "Anzahl";
    internal override string ShareColumn => "Anteil";
    internal override string Total => "Gesamt";
    internal override string AnswersCaption => "Antworten";
    internal override string AllAnswers => "Alle Antworten";
    internal override string MissingRow => "Ohne Antwort";
    internal override string InvalidRow => "Ungültig";
    internal override string FiguresByPeriod => "Werte nach Periode";
    internal override string KpisHeading => "Kennzahlen";
    internal override string ActivityAndOutcome => "Aktivität und Ergebnis";
    internal override string ChartsHeading => "Diagramme";
    internal override string DefinitionsHeading => "Definitionen";
    internal override string BenchmarksHeading => "Vergleichswerte";
    internal override string HowToRead => "Wie diese Seite zu lesen ist";
    internal override string SkipToTheKpis => "Zu den Kennzahlen springen";
    internal override string NoKpiWasAdded => "Es wurde keine Kennzahl hinzugefügt.";
    internal override string ActivityMovedOutcomeImproved => "Die Aktivität hat sich bewegt, und das Ergebnis hat sich verbessert.";
    internal override string ActivityMovedOutcomeDidNot => "Die Aktivität hat sich bewegt; dass das Ergebnis gefolgt ist, ist nicht belegt.";
    internal override string OutcomeGotWorse => "Das Ergebnis hat sich verschlechtert.";
    internal override string ActivityDidNotMove => "Dass sich die Aktivität wie gewünscht bewegt hat, ist nicht belegt.";
    internal override string OneChangeIsNotKnown => "Eine der beiden Veränderungen ist nicht bekannt.";
    internal override string FullCount => "Vollerhebung";
    internal override string NothingToCompare => "kein Vergleich möglich";
    internal override string TargetMet => "erreicht";
    internal override string TargetNotMetYet => "noch nicht erreicht";
    internal override string TargetMissed => "verfehlt";
    internal override string TargetUndecided => "nicht entscheidbar";
    internal override string FurtherAwayThanAtTheStart => "weiter entfernt als am Anfang";
    internal override string OutsideTheBands => "außerhalb der Spannen";
    internal override string NoInterval => "ohne Intervall";
    internal override string NoIntervalOfOneOrTotals => "ohne Intervall (nur eine Beobachtung oder nur Summen)";
    internal override string ThinSample => "geringe Fallzahl";
    internal override string WhatAnIntervalSays =>
        "Ein Intervall sagt, was der Zufall der Auswahl erklären kann, und nichts anderes: weder eine verzerrte Stichprobe noch eine geänderte "
        + "Frage noch eine falsche Definition.";
    internal override string WhatNoEvidenceMeans =>
        "„Nicht belegt“ heißt, dass der Zufall allein eine solche Veränderung erklärt; es belegt nicht, dass sich nichts verändert hat.";
    internal override string WhatAsExpectedMeans =>
        "„Wie erwartet“ heißt, dass die letzte Periode dort liegt, wo Saison, Niveau und übliche Schwankung der Perioden sie erwarten lassen.";
    internal override string WhatSamplingErrorOnlyMeans =>
        "„Nur Stichprobenfehler“ heißt, dass zu wenige Perioden bekannt sind, um ihre Schwankung zu kennen; ein solches Urteil irrt öfter als versprochen.";
    internal override string WhenATargetIsMet => "Ein Ziel ist erreicht oder verfehlt, wenn das ganze Intervall es sagt, und dazwischen nicht entscheidbar.";
    internal override string WhenASampleIsThin(int observations) =>
        $"Die Fallzahl ist gering bei weniger als {Count(observations)} Beobachtungen, oder wenn dem Intervall eine Grenze fehlt oder es nur grob ist.";
    internal override string IntervalsAt(string percent) => $"Konfidenzintervalle zum Niveau {percent}.";
    internal override string FiguresThrough(string date) => $"Daten bis {date}.";
    internal override string From(string period) => $"gegenüber {period}";
    internal override string OfTheWay(string percent) => $"{percent} des Wegs";
    internal override string ByDeadline(string date) => $"bis {date}";
    internal override string AllWithin(string limit) => $"alle innerhalb von {limit}";
    internal override string ShareWithin(string percent, string limit) => $"{percent} innerhalb von {limit}";
    internal override string KpiCount(int count) => $"{Count(count)} {(count == 1 ? "Kennzahl" : "Kennzahlen")}";
    internal override string CountBetter(int count) => $"{Count(count)} besser";
    internal override string CountWorse(int count) => $"{Count(count)} schlechter";
    internal override string CountMoved(int count) => $"{Count(count)} bewegt, Saison noch nicht bekannt";
    internal override string CountAsExpected(int count) => $"{Count(count)} wie erwartet";
    internal override string WithoutEvidenceOfChange(int count) => $"{Count(count)} ohne belegte Veränderung";
    internal override string VerdictColumn => "Urteil";
    internal override string BySamplingErrorOnly => "nur Stichprobenfehler";
    internal override string MarkedByChance(int judged, string marked) => judged == 1
        ? $"1 Zeile wurde beurteilt; hat sich nichts verändert, markiert allein der Zufall {marked}."
        : $"{Count(judged)} Zeilen wurden beurteilt; hat sich nichts verändert, markiert allein der Zufall {marked} davon.";
    internal override string MarkedByChanceUnderHolm(int judged, string percent) =>
        $"{Count(judged)} {(judged == 1 ? "Zeile wurde" : "Zeilen wurden")} gemeinsam nach Holm beurteilt; "
        + $"hat sich nichts verändert, markiert der Zufall eine davon in {percent} der Berichte.";
    internal override string BySamplingErrorAreMarkedMoreOften(int count) =>
        $"{Count(count)} nur nach dem Stichprobenfehler: der Zufall markiert {(count == 1 ? "sie" : "diese")} öfter.";
    internal override string NotBeyondChanceAmong(string reason, int lines) => $"{reason}; der Zufall unter {Count(lines)} Zeilen erklärt es";
    internal override string OnTarget(int count) => $"{Count(count)} mit erreichtem Ziel";
    internal override string OffTarget(int count) => $"{Count(count)} mit verfehltem Ziel";
    internal override string UndecidedAgainstTarget(int count) => $"{Count(count)} mit nicht entscheidbarem Ziel";
    internal override string WithoutInterval(int count) => $"{Count(count)} ohne Intervall";
    internal override string OnThinSample(int count) => $"{Count(count)} mit geringer Fallzahl";

    // Charts.
    internal override string Detractors => "Detraktoren";
    internal override string Passives => "Passive";
    internal override string Promoters => "Promotoren";
    internal override string Against => "dagegen";
    internal override string Neither => "weder noch";
    internal override string InFavour => "dafür";
    internal override string BeforeAndAfter => "Vorher und nachher";
    internal override string EachLineHasItsOwnScale => "jede Zeile hat ihre eigene Skala";
    internal override string NoComparison => "kein Vergleich";
    internal override string NoVerdictWithoutSpread => "kein Urteil, die Streuung ist nicht bekannt";
    internal override string OverallConversion => "Konversion insgesamt";
    internal override string DistributionOfAnswers => "Verteilung der Antworten";
    internal override string BarsInPercent => "Balken in\u00A0%";
    internal override string SeasonallyAdjusted => "saisonbereinigt";
    internal override string LimitsOfTheExpectation => "Grenzen der Erwartung";
    internal override string Unusual => "ungewöhnlich";
    internal override string NewLevel => "neues Niveau";
    internal override string First => "erster Wert";
    internal override string Latest => "letzter Wert";
    internal override string Lowest => "kleinster Wert";
    internal override string Highest => "größter Wert";
    internal override string Centre => "Mittellinie";
    internal override string TooFewFiguresForLimits => "zu wenige Werte für Grenzen";
    internal override string LimitsInSigma(string sigmas) => $"Eingriffsgrenzen ({sigmas} Sigma)";
    internal override string OutsideLimits => "außerhalb";
    internal override string AllTogether => "alle zusammen";
    internal override string HighestFirst => "Der höchste Wert zuerst";
    internal override string BestFirst => "Der beste Wert zuerst";
    internal override string NoName => "(ohne Namen)";
    internal override string NoDecomposition => "keine Zerlegung";
    internal override string EachPanelHasItsOwnScale => "jedes Feld hat seine eigene Skala; die Balken rechts sind gleich lang";
    internal override string TrendAndSeason => "Trend und Saison";
    internal override string PeriodNotEnded => "Periode nicht beendet";
    private protected override string BillionsSuffix => "Mrd.";
    private protected override string MillionsSuffix => "Mio.";
    internal override string MissingAnswers(long count) => $"{Count(count)} ohne Antwort";
    internal override string InvalidAnswers(long count) => $"{Count(count)} ungültig";
    internal override string TargetOf(string value) => $"Ziel {value}";
    internal override string NewLevelFrom(string periods) => $"neues Niveau ab {periods}";
    internal override string ControlChartOf(string kpi) => $"{kpi}: Regelkarte";
    internal override string TrendAndSeasonOf(string kpi) => $"{kpi}: Trend und Saison";
    internal override string CountOutsideLimits(int count) => $"{Count(count)} außerhalb der Grenzen";
    internal override string WithIntervals(string order, string percent) => $"{order}, mit Intervallen zum Niveau {percent}";
    internal override string DashedTogether => "gestrichelt: alle zusammen";
    internal override string FullSquaresDiffer => "volle Quadrate: anders als alle anderen zusammen";
    internal override string PartFrom(string part, string lowest, string highest) => $"{part} von {lowest} bis {highest}";
    internal override string IntervalWithLimits(string interval, string limits) => $"{interval} {limits}";

    // Labels, captions and verdicts of single results.
    internal override string NameLabel => "Bezeichnung";
    internal override string UnitLabel => "Einheit";
    internal override string DirectionLabel => "Richtung";
    internal override string FormulaLabel => "Formel";
    internal override string SourceLabel => "Quelle";
    internal override string ObservationsLabel => "Beobachtungen";
    internal override string ValueLabel => "Wert";
    internal override string ClustersLabel => "Cluster";
    internal override string EffectiveNLabel => "effektives n";
    internal override string StandardErrorLabel => "Standardfehler";
    internal override string DegreesOfFreedomLabel => "Freiheitsgrade";
    internal override string AttainedCoverageLabel => "erreichte Überdeckung";
    internal override string MethodLabel => "Methode";
    internal override string DifferenceLabel => "Differenz";
    internal override string PValueLabel => "p-Wert";
    internal override string VerdictLabel => "Urteil";
    internal override string BeforeLabel => "vorher";
    internal override string AfterLabel => "nachher";
    internal override string ChangeLabel => "Veränderung";
    internal override string CountLabel => "Anzahl";
    internal override string TotalLabel => "gesamt";
    internal override string SumLabel => "Summe";
    internal override string AverageLabel => "Durchschnitt";
    internal override string StandardDeviationLabel => "Standardabweichung";
    internal override string StillOpenLabel => "noch offen";
    internal override string ShortestLabel => "kürzeste";
    internal override string MedianLabel => "Median";
    internal override string LongestLabel => "längste";
    internal override string EachWithinLabel => "jede auf";
    internal override string PositiveLabel => "dafür";
    internal override string NeutralLabel => "weder noch";
    internal override string NegativeLabel => "dagegen";
    internal override string EventsLabel => "Ereignisse";
    internal override string ExposureLabel => "Bezugsgröße";
    internal override string RowsLabel => "Zeilen";
    internal override string NumeratorLabel => "Zähler";
    internal override string DenominatorLabel => "Nenner";
    internal override string WeightsLabel => "Gewichte";
    internal override string DesignEffectLabel => "Designeffekt";
    internal override string OfferedLabel => "angeboten";
    internal override string AnsweredLabel => "angenommen";
    internal override string AnsweredInTimeLabel => "rechtzeitig angenommen";
    internal override string AbandonedLabel => "abgebrochen";
    internal override string AbandonedInTimeLabel => "innerhalb der Frist abgebrochen";
    internal override string FlowedOutLabel => "übergelaufen";
    internal override string AtTheStartLabel => "am Anfang";
    internal override string LostLabel => "verloren";
    internal override string AcquiredLabel => "gewonnen";
    internal override string BackAgainLabel => "zurückgekehrt";
    internal override string AtTheEndLabel => "am Ende";
    internal override string CompleteLabel => "vollständig";
    internal override string PartialLabel => "teilweise";
    internal override string RefusedLabel => "verweigert";
    internal override string NotContactedLabel => "nicht erreicht";
    internal override string OtherLabel => "sonstige";
    internal override string UnknownOutcomeLabel => "unbekannt";
    internal override string PartLabel => "Teil";
    internal override string WeightLabel => "Gewicht";
    internal override string StepOfFunnelLabel => "Schritt";
    internal override string OfTheStepBeforeLabel => "vom Schritt davor";
    internal override string OfTheFirstStepLabel => "vom ersten Schritt";
    internal override string PeriodLabel => "Periode";
    internal override string FigureLabel => "Wert";
    internal override string ExpectedLabel => "erwartet";
    internal override string ObservedLabel => "beobachtet";
    internal override string SeasonLabel => "Saison";
    internal override string AdjustedLabel => "bereinigt";
    internal override string TrendLabel => "Trend";
    internal override string RemainderLabel => "Rest";
    internal override string IndexLabel => "Saisonwert";
    internal override string FromLabel => "ab";
    internal override string ThroughLabel => "bis";
    internal override string StepOfLevelLabel => "Sprung";
    internal override string SmallestDetectableLabel => "kleinster nachweisbarer Sprung";
    internal override string RelevanceLabel => "Relevanz";
    internal override string ModelScaleLabel => "Skala des Modells";
    internal override string OnScale(string scale) => $"{ModelScaleLabel}: {scale}";
    internal override string ChangePerYearLabel => "Veränderung pro Jahr";
    internal override string MeaningLabel => "Bedeutung";
    internal override string LimitsLabel => "Grenzen";
    internal override string LargestLabel => "größter";
    internal override string SuggestedLabel => "vermutet";
    internal override string ComparedWithLabel => "verglichen mit";
    internal override string CorrelationCaption => "Korrelation";
    internal override string PearsonCorrelation => "Pearsons r";
    internal override string SpearmanCorrelation => "Spearmans Rho";
    internal override string KendallCorrelation => "Kendalls Tau-b";
    internal override string FisherInterval => "Fishers z";
    internal override string AsymptoticInterval => "asymptotischer Standardfehler";
    internal override string RiseTogether => "steigen gemeinsam";
    internal override string MoveApart => "eines sinkt, wenn das andere steigt";
    internal override string MissingPairsLabel => "ausgelassene Zeilen";
    internal override string CorrelationIsNoCause => "gemeinsame Bewegung beweist keine Ursache";
    internal override string LaggedCaption => "Welche Reihe vorausläuft";
    internal override string LeadsByLabel => "Vorlauf der ersten";
    internal override string PlainCorrelationLabel => "Korrelation wie sie ist";
    internal override string PrewhitenedLabel => "ohne Gedächtnis";
    internal override string MoveInTheSamePeriod => "beide bewegen sich in derselben Periode";
    internal override string SeriesWithoutSpread => "eine Reihe schwankt nicht: was mit ihr geht, lässt sich nicht sagen";
    internal override string ShapleyMethod => "Shapley-Werte";
    internal override string RelativeWeightsMethod => "relative Gewichte";
    internal override string RisesWithOutcome => "steigt mit dem Ergebnis";
    internal override string FallsWithOutcome => "sinkt, wenn das Ergebnis steigt";
    internal override string UnrelatedToOutcome => "ohne Bezug zum Ergebnis";
    internal override string DriversCaption => "Was das Ergebnis treibt";
    internal override string DriverLabel => "Treiber";
    internal override string ShareOfImportanceLabel => "Anteil an der Wichtigkeit";
    internal override string SignLabel => "Richtung";
    internal override string OutcomeWithoutSpread => "das Ergebnis schwankt nicht: es gibt nichts zu erklären";
    internal override string ImportancePerformanceTitle => "Wichtigkeit und Leistung";
    internal override string ImportanceLabel => "Wichtigkeit";
    internal override string PerformanceLabel => "Leistung";
    internal override string QuadrantLabel => "Feld";
    internal override string ConcentrateHere => "hier ansetzen";
    internal override string KeepUp => "weiter so";
    internal override string LowPriority => "nachrangig";
    internal override string PossibleOverkill => "vielleicht zu viel des Guten";
    internal override string KanoAttractive => "Begeisterungsmerkmal";
    internal override string KanoOneDimensional => "Leistungsmerkmal";
    internal override string KanoMustBe => "Basismerkmal";
    internal override string KanoIndifferent => "unerhebliches Merkmal";
    internal override string KanoReverse => "Rückweisungsmerkmal";
    internal override string KanoQuestionable => "fragwürdige Antwort";
    internal override string KanoMixed => "gemischt";
    internal override string KanoCaption => "Kano-Kategorien";
    internal override string SolicitationCaption => "Prüfung der Befragungslast";
    internal override string SolicitationRuleLabel => "Regel";
    internal override string InvitationsInBreachLabel => "Einladungen gegen die Regel";
    internal override string CustomersInBreachLabel => "zu oft befragte Kunden";
    internal override string RemindersNotCounted => "ohne Erinnerungen";
    internal override string MirrorCaption => "Spiegelbefragung";
    internal override string MirrorItemLabel => "Aspekt";
    internal override string MirrorCustomersLabel => "Kunden";
    internal override string MirrorPredictionLabel => "Schätzung der Mitarbeiter";
    internal override string MirrorOwnLabel => "eigene Antwort der Mitarbeiter";
    internal override string MirrorGapLabel => "Abstand";
    internal override string MirrorCategoryLabel => "Einordnung";
    internal override string MirrorPositiveAgreement => "übereinstimmend gut";
    internal override string MirrorNegativeAgreement => "übereinstimmend schlecht";
    internal override string MirrorOverestimation => "Überschätzung";
    internal override string MirrorUnderestimation => "Unterschätzung";
    internal override string MirrorHidden => "nicht gezeigt";
    internal override string CustomersLabel => "Kunden";
    internal override string EndedLabel => "beendet";
    internal override string OpenLabel => "noch offen";
    internal override string LongestSeenLabel => "längste beobachtete Dauer";
    internal override string TimeLabel => "Dauer";
    internal override string AtRiskLabel => "unter Risiko";
    internal override string FewerThanHalfEnded => "weniger als die Hälfte ist beendet, soweit beobachtet wurde";
    internal override string FewerThanHalf => "weniger als die Hälfte, soweit beobachtet wurde";
    internal override string TestLogRank => "Log-Rank";
    internal override string CohortLabel => "Kohorte";
    internal override string CohortInPeriod => "in der Periode";
    internal override string CohortInPeriodOrLater => "in der Periode oder später";
    internal override string CohortAtPeriodEnd => "am letzten Tag der Periode";
    internal override string CohortUpToPeriodEnd => "bis zum Ende der Periode";
    internal override string NotYetIsBlank => "Eine leere Zelle ist noch nicht bekannt; sie ist nicht 0.";
    internal override string ConcentrationCaption => "Umsatzkonzentration";
    internal override string GiniLabel => "Gini-Koeffizient";
    internal override string BestCustomers(string percent) => $"Anteil der besten {percent} der Kunden";
    internal override string NotYet => "noch nicht bekannt";
    internal override string ValueAfter(string value, string time) => $"{value} nach {time}";
    internal override string CohortCaption(string kpi) => $"{kpi} nach Kohorte";
    internal override string CohortColumns(CalendarUnit unit) => $"Spalten: Abstand in {Units(unit).Many} zum Beginn der Kunden.";
    internal override string CohortsShown(int cohorts, int all, int oldest) =>
        $"gezeigt werden die letzten {Count(cohorts)} von {Count(all)} Kohorten bis zum Alter {Count(oldest)}; die Gesamtzeile umfasst alle";

    internal override string EarlierCustomers(long count, string firstCohort) =>
        $"Ohne {Count(count)} {(count == 1 ? "Kunden, der" : "Kunden, die")} vor {firstCohort} {(count == 1 ? "begann" : "begannen")}.";

    internal override string TimeIn(CalendarUnit unit) => $"Dauer in {Units(unit).Many}";
    internal override string Lasting(double time, CalendarUnit unit) => $"{Number(time)} {(time == 1 ? Units(unit).One : Units(unit).Many)}";
    internal override string Measured(double time, CalendarUnit unit) =>
        time == 1 || unit == CalendarUnit.Week ? Lasting(time, unit) : $"{Number(time)} {Units(unit).One}e";

    internal override string HalfEndedBy(string time) => $"bei der Hälfte beendet nach {time}";
    internal override string HalfBy(string time) => $"die Hälfte nach {time}";
    internal override string NotYetOf(string ended) => $"noch nicht {ended}";
    internal override string OverTime(string what) => $"{what} im Zeitverlauf";
    internal override string ShareOf(string ended) => $"{ended}, Anteil";
    internal override string NobodyWatchedAfter(string time) =>
        $"nach {time} wurde eine Zeit lang niemand beobachtet, obwohl andere später beobachtet wurden: Das Weitere unterstellt, "
            + "dass dazwischen nichts geschah; ein späterer Beginn sagt mehr";

    internal override string MeanUpTo(string until, string mean) => $"bis {until} dauert es im Mittel {mean}";
    internal override string OfThoseThereAt(string time) => $"von denen, bei denen es nach {time} noch nicht geschehen war";
    internal override string RiskSetEmptiedAt(string time) =>
        $"nach {time} war es bei allen Beobachteten geschehen, obwohl andere später beobachtet wurden: Die Kurve bleibt bei 0; ein späterer Beginn sagt mehr";
    internal override string ThemesCaption => "Themen";
    internal override string ThemeLabel => "Thema";
    internal override string MentionedByLabel => "genannt von";
    internal override string PartOfMentionsLabel => "Anteil an allen Nennungen";
    internal override string CumulativeShareLabel => "kumulierter Anteil der Nennungen";
    internal override string WithThemeLabel => "Wert mit Thema";
    internal override string WithoutThemeLabel => "Wert ohne Thema";
    internal override string EffectOnTotalLabel => "Wirkung auf das Ganze";
    internal override string AtMostInDays(int most, int days) => $"höchstens {Whole(most)} in {Whole(days)} {(days == 1 ? "Tag" : "Tagen")}";
    internal override string DaysApart(int days) => $"mindestens {Whole(days)} {(days == 1 ? "Tag" : "Tage")} Abstand";
    internal override string BreachesOf(string broken, string invitations, string affected, string customers) =>
        $"{broken} von {invitations}, {affected} von {customers}";

    internal override string HiddenBelow(int least) => $"Gruppen von weniger als {Whole(least)} Mitarbeitern werden nicht gezeigt";
    internal override string LaneyMethod => "Grenzen nach Laney";
    internal override string BinomialMethod => "Binomialgrenzen";
    internal override string IndividualsMethod => "Grenzen nach der gleitenden Spannweite";
    internal override string NoSignal => "kein Signal";
    internal override string SignalAbove => "über den Grenzen";
    internal override string SignalBelow => "unter den Grenzen";
    internal override string ControlLimitsCaption => "Kontrollgrenzen";
    internal override string EwmaCaption => "Gleitender Mittelwert mit Grenzen (EWMA)";
    internal override string CusumCaption => "Summen der Abweichungen (CUSUM)";
    internal override string ConfidenceSequenceCaption => "Grenzen, die bei jedem Blick gelten";
    internal override string LowerLabel => "untere Grenze";
    internal override string UpperLabel => "obere Grenze";
    internal override string SignalLabel => "Signal";
    internal override string RunningAverageLabel => "gleitender Mittelwert";
    internal override string SumUpLabel => "Summe nach oben";
    internal override string SumDownLabel => "Summe nach unten";
    internal override string SoFarLabel => "bisher";
    internal override string QuadrantAxes => "waagerecht: Wichtigkeit; senkrecht: Leistung; gestrichelt: wo hoch beginnt";
    internal override string SegmentsComparedCaption => "Gruppen gegenüber allen anderen zusammen";
    internal override string SegmentLabel => "Gruppe";
    internal override string AdjustedPValueLabel => "p-Wert (Holm)";
    internal override string NoEvidenceThatSegmentsDiffer => "kein Beleg, dass sich die Gruppen unterscheiden";
    internal override string BestSegment => "beste";
    internal override string WorstSegment => "schlechteste";
    internal override string HighestSegment => "höchste";
    internal override string LowestSegment => "niedrigste";
    internal override string MixAndRateCaption => "Veränderung des Gesamtwerts durch Niveau und Zusammensetzung";
    internal override string RateEffectLabel => "Niveaueffekt";
    internal override string MixEffectLabel => "Struktureffekt";
    internal override string TotalReversed => "der Gesamtwert bewegt sich entgegen allen seinen Teilen (Simpson-Paradoxon)";
    internal override string LeagueCaption => "Rangliste mit Rangintervallen";
    internal override string RankLabel => "Rang";
    internal override string ShrunkLabel => "zum Mittel der Segmente hin gezogen";
    internal override string FunnelLimitsLabel => "Grenzen des Zufalls";
    internal override string FunnelPlotAxes(string percent) =>
        $"waagerecht: Beobachtungen; senkrecht: Wert; gestrichelt: Grenzen des Zufalls zum Niveau {percent}";
    internal override string EstimateCaption => "Schätzung";
    internal override string ChangeCaption => "Veränderung";
    internal override string DurationsCaption => "Dauern";
    internal override string MeanDurationCaption => "Mittlere Dauer";
    internal override string MeanCaption => "Mittelwert";
    internal override string MeanLabel => "Mittelwert";
    internal override string NetScoreCaption => "Nettowert";
    internal override string RateCaption => "Rate je Bezugsgröße";
    internal override string RatioCaption => "Verhältnis von Summen";
    internal override string TotalsCaption => "Summen";
    internal override string ShareCaption => "Anteil";
    internal override string WeightedMeanCaption => "Gewichteter Mittelwert";
    internal override string QueueCaption => "Kontakte in einer Warteschlange";
    internal override string CustomerFlowCaption => "Kundenbewegung";
    internal override string SubscriptionsCaption => "Abonnements im Überblick";
    internal override string OpeningLabel => "Anfangsbestand";
    internal override string NewRevenueLabel => "neu";
    internal override string ReactivatedRevenueLabel => "reaktiviert";
    internal override string ExpansionLabel => "ausgebaut";
    internal override string ContractionLabel => "verringert";
    internal override string ChurnedRevenueLabel => "abgewandert";
    internal override string ClosingLabel => "Endbestand";
    internal override string EndIsFirstDayGone => "ein Ende ist der erste Tag ohne Abonnement";
    internal override string EndIsLastPaidDay => "ein Ende ist der letzte bezahlte Tag";
    internal override string AnyGapIsChurn => "jede Lücke ist Abwanderung";
    internal override string TrialsAreCustomers => "Probezeiten zählen als Kunden";
    internal override string TrialsAreLeftOut => "Probezeiten zählen nicht";
    internal override string MovementsBetweenEnds => "Was vor dem Ende einer Periode rückgängig wird, ist nicht zu sehen.";
    internal override string GapIsNoChurn(int days) => $"eine Lücke von bis zu {DayCount(days)} ist keine Abwanderung";
    internal override string ConvertedInto(string currency) =>
        $"Beträge in {currency} zum Kurs des eigenen Währungstags der Zeile oder sonst der ersten bezahlten Zeile, die sie fortsetzt";

    internal override string RowsLeftOut(string rows) => $"nicht gezählt: {rows}";
    internal override string ChurnPerYearLabel => "Abwanderung pro Jahr";
    internal override string ExpectedLifetimeLabel => "erwartete Verweildauer";
    internal override string SurveyOutcomesCaption => "Ausgänge einer Befragung (AAPOR)";
    internal override string FunnelCaption => "Trichter";
    internal override string AdjustmentCaption => "Werte ohne ihre Saison";
    internal override string SeasonCaption => "Saison";
    internal override string LatestCaption => "Letzte Periode";
    internal override string TrendCaption => "Trend";
    internal override string RankTrendCaption => "Trend nach Rängen";
    internal override string EffectCaption => "Wirkung";
    internal override string LevelShiftsCaption => "Niveauverschiebungen";
    internal override string UnusualPeriodsCaption => "Ungewöhnliche Perioden";
    internal override string ForecastCaption => "Prognose";
    internal override string ExpectationCaption => "Erwartung";
    internal override string TooLittleData => "zu wenig Daten";
    internal override string Rising => "steigend";
    internal override string Falling => "fallend";
    internal override string Seasonal => "saisonal";
    internal override string Shifted => "verschoben";
    internal override string NotAsked => "nicht gefragt";
    internal override string Relevant => "bedeutsam";
    internal override string Negligible => "vernachlässigbar";
    internal override string UndecidedRelevance => "nicht entscheidbar";
    internal override string ChosenScale => "von den Werten gewählt";
    internal override string IdentityScale => "die Werte selbst";
    internal override string LogarithmScale => "Logarithmen";
    internal override string LogOddsScale => "Logits";
    internal override string YearBeforeHasNoMatch => "im Vorjahr keine solche Periode";
    internal override string PeriodHasNoData => "keine Daten in einer der beiden Perioden";
    internal override string PeriodIncomplete => "Periode nicht beendet";
    internal override string PartialCover => "Vorjahr nur zum Teil erfasst";
    internal override string EasterShift => "Ostern liegt anders";
    internal override string ThresholdsNotStated => "Schwellen nicht angegeben";
    internal override string WithinWait(string limit) => $"innerhalb von {limit}";
    internal override string ShortAbandonsUpTo(string limit) => $"Kurzabbrüche bis {limit}";
    internal override string ResponseRateLabel(int number) => $"Antwortquote {Count(number)}";
    internal override string CompositeScoreCaption(string score) => $"Zusammengesetzter Wert: {score}";
    internal override string AgainstTheYearBefore(string period) => $"{period} gegenüber dem Vorjahr";
    internal override string Strengths(string season, string trend) => $"Stärke der Saison {season}, des Trends {trend} (0 keine, 1 volle)";

    // Refusals and warnings.
    internal override string TheLevel => "das Niveau";
    internal override string TheSeason => "die Saison";
    internal override string TheTrend => "der Trend";
    internal override string TheEffect => "die Wirkung";
    internal override string TradingDays => "Werktage";
    internal override string LeapFebruary => "Schaltfebruar";
    internal override string ExactFit => "das Modell gibt jeden Wert genau wieder: nichts bleibt, um den Zufall zu beurteilen";
    internal override string TrendLeftOut =>
        "vor der Wirkung liegen zu wenige Perioden: das Modell hat keinen Trend, und ein vorhandener würde der Wirkung zugerechnet";
    internal override string NoSeason => "Jahre haben keine Saison, und eine einzelne kann sich nicht unterscheiden";
    internal override string NothingToPair => "keine Saison hat zwei Werte zum Vergleichen";
    internal override string SlopeBesideShifts =>
        "eine stetige Steigung erklärt die Werte etwa so gut wie eine Verschiebung: Verschiebungen werden neben ihr gesucht";
    internal override string TheRegressor(string name) => $"„{name}“";
    internal override string Easter(int daysBefore, int daysAfter) => $"Ostern [-{Count(daysBefore)}, +{Count(daysAfter)}]";
    internal override string BlackFriday(int daysBefore, int daysAfter) => $"Black Friday [-{Count(daysBefore)}, +{Count(daysAfter)}]";
    internal override string FewerThanTwoCycles(int count, int cycle) =>
        $"zwei volle Zyklen von {Count(cycle)} Perioden sind nötig, um die Saison von einer Veränderung zu unterscheiden; es sind {Count(count)} Perioden: "
        + "gibt es keine Saison, geben Sie das an";
    internal override string FewerThanThreeCycles(int count, int cycle) =>
        $"weniger als drei volle Zyklen von {Count(cycle)} Perioden: die Saison beruht auf je zwei Werten; es sind {Count(count)} Perioden";
    internal override string SeasonSeenOnce(IReadOnlyList<Season> seasons) =>
        $"je nur ein Wert für {Seasons(seasons)}: was einer einmal gesehenen Saison eigen ist, lässt sich vom Zufall nicht unterscheiden";
    internal override string SeasonLeftOut(IReadOnlyList<Season> seasons) =>
        $"kaum Werte oder keine für {Seasons(seasons)}: diese Perioden bleiben außer Betracht";
    internal override string SeasonTooSparse(Season season, int count) =>
        $"jede Saison braucht mindestens zwei Werte; für {Season(season)} gibt es {Count(count)}";
    internal override string GapTooLong(CalendarPeriod first, int length, int span) =>
        $"ab {Period(first)} fehlt in {Count(length)} Perioden der Wert; ein Trend über {Count(span)} Perioden kann die Hälfte davon nicht überbrücken";
    internal override string NotPositive(CalendarPeriod period, double figure) =>
        $"Komponenten lassen sich nur multiplizieren, wo jeder Wert über 0 liegt; {Period(period)} hat {FourDecimals(figure)}";
    internal override string RobustOnShortHistory(int span) =>
        $"robuste Gewichte können bei weniger als acht Zyklen und einer Saisonspanne von {Count(span)} hin und her schwingen: "
        + "nehmen Sie eine Spanne ab 11 oder die einfache Zerlegung";
    internal override string SeasonWithoutTrend(Season season) =>
        $"Lücken lassen für {Season(season)} keinen Wert übrig, wo ein gleitender Durchschnitt über einen Zyklus bekannt ist";
    internal override string CourseOfYearUnknown(int days) =>
        $"{Count(days)} Tage sind weniger als zwei Jahre: der Jahresverlauf lässt sich von einer Veränderung nicht unterscheiden";
    internal override string TooFewForTerms(int count, int terms, int least) =>
        $"{Count(count)} Werte für {Count(terms)} Terme lassen {Count(Math.Max(0, count - terms))} übrig, um den Zufall zu beurteilen; "
        + $"mindestens {Count(least)} sind nötig, um zu sehen, wie sehr ein Wert dem vorigen gleicht";
    internal override string AllSharesAlike(double share) => $"jeder Anteil ist {Percent(share)}: es gibt nichts zu modellieren";
    internal override string NotToBeTold(string term) => $"{term} lässt sich in diesen Perioden von den anderen Termen nicht unterscheiden";
    internal override string FewEvents(int few, int count) =>
        $"in {Count(few)} von {Count(count)} Perioden sind die Anzahlen zu klein, um dem Logit ihres Anteils zu trauen: nehmen Sie längere Perioden";
    internal override string RegressorLeftOut(string name) =>
        $"„{name}“ wurde weggelassen: in diesen Perioden nicht von Saison, Trend und den Regressoren davor zu unterscheiden";
    internal override string FewOccurrences(string name, int times) =>
        $"„{name}“ kommt nur {Count(times)}-mal vor: die Wirkung kann von anderen Ereignissen stammen";
    internal override string FewDegreesOfFreedom(int left) => $"nur {Count(left)} Werte mehr als Terme: das Gedächtnis des Rauschens ist kaum bekannt";
    internal override string StrongAutocorrelation(double phi, double worth) =>
        $"starke Autokorrelation ({Decimals(phi, "0.00")}): die Werte sind so viel wert wie {Decimals(worth, "0.#")} unabhängige, und p ist zu optimistisch";
    internal override string LevelWanders(double phi, int count, double worth) =>
        $"so beharrliche (Gedächtnis {Decimals(phi, "0.00")}) und so wenige Werte ({Count(count)}, so viel wert wie {Decimals(worth, "0.0")} unabhängige) "
        + "können weder Trend noch Sprung zeigen: ein wanderndes Niveau sieht genauso aus";
    internal override string LevelMayWander(double p) =>
        $"ein von selbst wanderndes Niveau erklärt die Werte etwa gleich gut und ließe eine solche Änderung nicht überraschen ({P(p)})";
    internal override string WanderingLooksAlike => "ein von selbst wanderndes Niveau kann genauso aussehen";
    internal override string NoLogarithm(CalendarPeriod period, double figure) =>
        $"Logarithmen brauchen Werte über 0; {Period(period)} hat {FourDecimals(figure)}";
    internal override string NothingBefore(LocalDate from) => $"vor dem {Date(from)} liegen keine Werte";
    internal override string NothingAfter(LocalDate from) => $"in den Perioden ab dem {Date(from)}, in denen die Wirkung gilt, liegen keine Werte";
    internal override string PartOfPeriod(CalendarPeriod period, double share) =>
        $"{Period(period)} ist an {Decimals(100 * share, "0.#")}\u00A0% der Tage betroffen und zählt mit diesem Anteil";
    internal override string NoExpectation(string reason) => $"keine Erwartung aus den Perioden davor: {reason}";
    internal override string OfExpectation(string notice) => $"Erwartung: {notice}";
    internal override string NotParallel(double p) =>
        $"schon vor der Wirkung liefen Reihe und Kontrolle auseinander ({P(p)}): der Unterschied kann sich auch ohne Wirkung fortsetzen";
    internal override string ParallelUnknown(string reason) =>
        $"ob sich Reihe und Kontrolle vor der Wirkung gleich bewegten, ließ sich nicht prüfen: {reason}";
    internal override string SeasonNeverSeen(CalendarPeriod period) => $"{Period(period)} hat keine Erwartung: die Saison wurde nie beobachtet";
    internal override string FirstLeadsBy(int periods) =>
        periods == 1 ? "die erste läuft der zweiten um 1 Periode voraus" : $"die erste läuft der zweiten um {Count(periods)} Perioden voraus";
    internal override string SecondLeadsBy(int periods) =>
        periods == 1 ? "die zweite läuft der ersten um 1 Periode voraus" : $"die zweite läuft der ersten um {Count(periods)} Perioden voraus";
    internal override string NoLagStandsOut(int lags, double leastPValue) => $"von {Count(lags)} Abständen ragt keiner heraus (kleinstes {P(leastPValue)})";
    internal override string WithLagsAllowedFor(string p, int lags) => $"{p} unter Berücksichtigung von {Count(lags)} Abständen";
    internal override string TooFewPeriodsForLags(long count, long needed) =>
        $"für solche Abstände sind mindestens {Count(needed)} Perioden nötig; es sind {Count(count)}";
    internal override string LagsNeedEveryFigure(long missing) => $"Abstände brauchen jeden Wert beider Reihen; es fehlen {Count(missing)}";
    internal override string FewPeriodsForLags(long count, long lags) =>
        $"{Count(count)} Perioden sind wenig für Abstände bis {Count(lags)}: nehmen Sie 30 oder mehr, und Abstände bis zu einem Viertel davon";
    internal override string TooFewRows(long count, long needed) => $"mindestens {Count(needed)} vollständige Zeilen sind nötig; es sind {Count(count)}";
    internal override string DriversWithoutSpread(string names) => $"{names}: die Werte schwanken nicht und sind wegzulassen";
    internal override string CollinearDrivers(string names) => $"{names} wiederholen einander: lassen Sie eines davon weg";
    internal override string AlikeDrivers(string names) => $"{names} ähneln sich so sehr, dass die Aufteilung ihrer Wichtigkeit kaum bekannt ist";
    internal override string NothingExplained(double p) => $"der Zufall allein erklärt oft ebenso viel ({P(p)}): die Anteile sagen wenig";
    internal override string ResamplesLeftOut(long left, long all) =>
        $"{Count(left)} von {Count(all)} Ziehungen hatten keine Antwort und fehlen in den Grenzen";
    internal override string BetterAndWorse(string better, string worse) => $"besser {better}, schlechter {worse}";
    internal override string AboveAt(string places) => $"darüber: {places}";
    internal override string BelowAt(string places) => $"darunter: {places}";
    internal override string NoSignalIn(long periods) => $"kein Signal in {Count(periods)} Perioden";
    internal override string TargetExcludedFrom(string period) => $"das Ziel liegt ab {period} außerhalb der Grenzen";
    internal override string TooFewFigures(int count, int needed) => $"mindestens {Count(needed)} Werte sind nötig; es sind {Count(count)}";
    internal override string TooFewPairs(int pairs, int cycle) =>
        $"mindestens 2 Paare von Werten im Abstand eines Zyklus von {Count(cycle)} sind nötig; es sind {Count(pairs)}";
    internal override string SeasonWithoutFigure(Season season) => $"für {Season(season)} ist kein Wert bekannt, sodass sich keiner vorhersagen lässt";
    internal override string MissingFigures(int missing) => $"das Verfahren von Holt und Winters braucht jeden Wert; {Count(missing)} fehlen";
    internal override string FarAhead(int periods, int cycle) =>
        $"{Count(periods)} Perioden voraus sind mehr als zwei Zyklen von {Count(cycle)}: die Grenzen setzen voraus, dass sich nur Niveau, Steigung "
        + "und Saison bewegen";
    internal override string SeasonsDiffer(double p) =>
        $"die Trends der Saisons unterscheiden sich ({P(p)}): die Summe führt irre, lesen Sie die Saisons einzeln";
    internal override string NeighboursAlike(double correlation) =>
        $"die Werte gleichen ihren Nachbarn (Korrelation {Decimals(correlation, "0.00")}), was dieser Test nicht berücksichtigt: sein p ist zu klein";
    internal override string SlopeOfTies =>
        "viele Werte sind gleich, was die Steigung nach Sen und ihre Grenzen zur 0 zieht: das Urteil beruht auf den Paaren, die sich unterscheiden";
    internal override string TooFewForShifts(int count, int least) =>
        $"mindestens {Count(least)} Werte sind nötig, um Verschiebungen zu suchen; es sind {Count(count)}";
    internal override string ShiftWasSearched(int places) =>
        $"die Verschiebung ist die größte von {Count(places)} Stellen: p und die Grenzen ihrer Größe berücksichtigen diese Suche";
    internal override string TooManyPeriods(int count, int most) =>
        $"höchstens {Count(most)} Perioden lassen sich einzeln beurteilen; es sind {Count(count)}: schneiden Sie einen Teil heraus oder nehmen Sie "
        + "längere Perioden";
    internal override string ManyUnusual(int flagged) =>
        $"{Count(flagged)} Perioden sind ungewöhnlich, mehr werden nicht gesucht: vielleicht hat sich stattdessen die Saison oder das Niveau geändert";


    internal override string NothingToJudge => "es gibt nichts, woran sich der letzte Wert messen lässt";

    internal override string TooFewEarlierPeriods => "zu wenige frühere Perioden, um den üblichen Bereich zu kennen";

    internal override string EarlierPeriodsWithoutSpread => "die früheren Perioden streuen nicht und zeigen keinen üblichen Bereich";

    internal override string SamplingErrorOnly(string why) => $"{BySamplingErrorOnly}: {why}";

    internal override string UsualForSeason(string season, string range) => $"{range} erwartet für {season}";

    internal override string BeyondSeason(string season, string range) => $"jenseits dessen, was {season} mit sich bringt: erwartet {range}";

    internal override string WithinLevel(string range) => $"{range} erwartet";

    internal override string BeyondLevel(string range) => $"außerhalb des üblichen Bereichs: erwartet {range}";

    internal override string BeyondLevelAndLastYear(string range) => $"außerhalb des üblichen Bereichs und anders als im Vorjahr: erwartet {range}";

    internal override string SeasonNotKnown(string reason) => $"{reason}; Saison noch nicht bekannt";
    private protected override IReadOnlyDictionary<string, (string Name, string Symbol, string Formula)> Kpis { get; } =
        new Dictionary<string, (string, string, string)>(StringComparer.Ordinal)
        {
            ["Share"] = ("Anteil", "Anteil", "Anzahl / Gesamtzahl"),
            ["Figures"] = ("Werte", "Werte", "wie angegeben"),

            // Surveys.
            ["Net Promoter Score"] = ("Weiterempfehlungsbereitschaft (NPS)", "NPS", "100 * (Promotoren - Detraktoren) / Antworten"),
            ["Customer Satisfaction score"] = ("Kundenzufriedenheit", "CSAT", "Antworten ab der Schwelle / gültige Antworten"),
            ["Dissatisfied share"] = ("Anteil unzufriedener Kunden", "Unzufriedene", "Antworten bis zur Schwelle / gültige Antworten"),
            ["Net satisfaction"] = ("Nettowert der Zufriedenheit", "Nettozufriedenheit", "100 * (Zufriedene - Unzufriedene) / gültige Antworten"),
            ["Net satisfaction on four points"] =
                ("Nettowert der Zufriedenheit auf vier Stufen", "NSAT", "100 + 100 * (sehr Zufriedene - Unzufriedene) / gültige Antworten; 0 bis 200"),
            ["Mean rating"] = ("Durchschnittsbewertung", "Mittelwert", "Summe der Antworten / gültige Antworten"),
            ["Relative rating"] =
                ("relative Bewertung", "Relative Bewertung", "Summe der Bewertungen des Unternehmens / Summe der Bewertungen des besten Wettbewerbers"),
            ["Review volume"] = ("Anzahl der Rezensionen", "Rezensionen", "Rezensionen"),
            ["Customer Effort Score"] = ("Kundenaufwand", "CES 1.0", "Summe der Antworten auf einer Aufwandsskala / gültige Antworten"),
            ["Customer ease score"] =
                ("Kundenaufwand (CES 2.0, Leichtigkeit)", "CES 2.0", "Summe der Antworten auf einer Leichtigkeitsskala / gültige Antworten"),
            ["Ease share"] = ("Anteil der Kunden, denen es leichtfiel", "Leicht", "Antworten ab der Schwelle / gültige Antworten"),
            ["High effort share"] =
                ("Anteil der Kunden mit hohem Aufwand", "Hoher Aufwand", "Antworten ab der Schwelle einer Aufwandsskala / gültige Antworten"),
            ["Net ease"] = ("Nettowert der Leichtigkeit", "Leichtigkeit netto", "100 * (leicht - schwierig) / gültige Antworten"),
            ["Net low effort"] = ("Nettowert des geringen Aufwands", "Geringer Aufwand netto", "100 * (geringer Aufwand - hoher Aufwand) / gültige Antworten"),
            ["Customer Experience Index"] = ("Kundenerlebnisindex", "CxPi", "(Nettowerte von Bedarf + Leichtigkeit + Freude) / 3"),
            ["Customer satisfaction index"] =
                ("Kundenzufriedenheitsindex", "CSI", "Summe von Gewicht * 100 * (Mittelwert - Minimum) / (Maximum - Minimum) über drei Fragen; 0 bis 100"),
            ["Service quality gap"] = ("Lücke der Servicequalität", "SERVQUAL", "Summe von (Wahrnehmung - Erwartung) / Paare"),
            ["Customer orientation"] = ("Kundenorientierung", "SOCO", "Summe der Werte der Befragten / Befragte mit einem Wert"),
            ["Repurchase intention"] = ("Wiederkaufsabsicht", "Wiederkaufsabsicht", "Antworten, die die Absicht äußern / gültige Antworten"),
            ["Secure customers"] = ("sichere Kunden", "Sichere Kunden", "Befragte ab allen drei Schwellen / Befragte mit allen drei Antworten"),
            ["Purchase probability"] = ("Kaufwahrscheinlichkeit", "Juster", "Summe der Antworten von 0 bis 10 / (10 * gültige Antworten)"),
            ["Survey response rate"] = ("Rücklaufquote", "Rücklauf", "ausgefüllt / (versendet - unzustellbar)"),

            // Customers.
            ["Customer churn rate"] = ("Abwanderungsrate", "Abwanderung", "verlorene Kunden / Kunden am Anfang"),
            ["At-risk churn rate"] =
                ("Abwanderungsrate aller Kunden unter Risiko",
                 "Abwanderung (unter Risiko)",
                 "verlorene Kunden, neue eingeschlossen / (Kunden am Anfang + gewonnene)"),
            ["Average-base churn rate"] =
                ("Abwanderungsrate auf den mittleren Bestand", "Abwanderung (mittlerer Bestand)",
                 "verlorene Kunden / ((Kunden am Anfang + Kunden am Ende) / 2)"),
            ["Churn per customer-day"] = ("Abwanderung pro Kundentag", "Abwanderung pro Tag", "verlorene Kunden / Kundentage"),
            ["Cancellation rate"] = ("Kündigungsquote", "Kündigung", "nicht verlängerte Verträge / fällige Verlängerungen"),
            ["Renewal rate"] = ("Verlängerungsquote", "Verlängerung", "verlängerte Verträge / fällige Verlängerungen"),
            ["Customer retention rate"] = ("Kundenbindungsrate", "Kundenbindung", "(Kunden am Ende - gewonnene) / Kunden am Anfang"),
            ["Repeat purchase rate"] = ("Wiederkaufsrate", "Wiederkauf", "Käufer mit 2 oder mehr Bestellungen / Käufer"),
            ["Referral rate"] = ("Weiterempfehlungsquote", "Weiterempfehlungen", "Kunden, die geworben haben / Kunden"),
            ["Referred share"] = ("Anteil geworbener Neukunden", "Geworbene", "geworbene Neukunden / Neukunden"),
            ["Gross revenue churn"] =
                ("Bruttoabwanderung des wiederkehrenden Umsatzes", "Umsatzabwanderung brutto", "(verloren + verringert) / Umsatz am Anfang"),
            ["Net revenue churn"] =
                ("Nettoabwanderung des wiederkehrenden Umsatzes", "Umsatzabwanderung netto", "(verloren + verringert - ausgebaut) / Umsatz am Anfang"),
            ["Gross revenue retention"] = ("Bruttoumsatzbindung", "GRR", "(Anfang - verloren - verringert) / Umsatz am Anfang"),
            ["Net revenue retention"] = ("Nettoumsatzbindung", "NRR", "(Anfang - verloren - verringert + ausgebaut) / Umsatz am Anfang"),
            ["SaaS quick ratio"] =
                ("Verhältnis von Zuwachs zu Verlust des wiederkehrenden Umsatzes", "Zuwachs/Verlust",
                 "(neu + reaktiviert + ausgebaut) / (verloren + verringert)"),
            ["Active customers"] = ("aktive Kunden", "Aktive Kunden", "Kunden mit einem laufenden Abonnement an einem Tag"),
            ["Monthly recurring revenue"] =
                ("monatlich wiederkehrender Umsatz", "MRR", "Summe der an einem Tag laufenden Abonnements, pro Monat"),

            // Value.
            ["Customer acquisition cost"] = ("Kundenakquisitionskosten", "CAC", "Marketing- und Vertriebsausgaben / Neukunden"),
            ["Unit cost"] = ("Stückkosten", "Kosten", "Kosten / Einheiten"),
            ["Historical customer value"] = ("historischer Kundenwert", "Kundenwert", "bisheriger Umsatz oder Deckungsbeitrag aller Kunden / Kunden"),
            ["Share of wallet"] = ("Anteil am Kundenbudget", "Budgetanteil", "Ausgaben beim Unternehmen / Ausgaben in der Kategorie"),
            ["Purchase frequency"] = ("Kaufhäufigkeit", "Kaufhäufigkeit", "Bestellungen / Kunden"),
            ["Revenue per buyer"] = ("Umsatz pro Käufer", "Umsatz pro Käufer", "Umsatz / Käufer"),

            // Commerce.
            ["Average order value"] = ("durchschnittlicher Bestellwert", "Bestellwert", "Umsatz / Bestellungen"),
            ["Revenue"] = ("Umsatz", "Umsatz", "Summe der Beträge aller Bestellungen"),
            ["Order volume"] = ("Anzahl der Bestellungen", "Bestellungen", "Bestellungen"),
            ["Cart abandonment"] = ("Warenkorbabbruchrate", "Warenkorbabbruch", "1 - gekauft / angelegte Warenkörbe"),
            ["Checkout abandonment"] = ("Abbruchrate an der Kasse", "Kassenabbruch", "1 - gekauft / begonnene Bezahlvorgänge"),
            ["Conversion rate"] = ("Konversionsrate", "Konversion", "konvertierte Einheiten / Einheiten"),
            ["Lead acceptance rate"] =
                ("Akzeptanzquote der Interessenten", "Akzeptierte Interessenten",
                 "vom Vertrieb angenommene Interessenten / vom Marketing übergebene Interessenten"),
            ["Funnel conversion"] = ("Konversion im Trichter", "Trichter", "Einheiten im späteren Schritt / Einheiten im früheren Schritt"),
            ["Engagement rate"] = ("Interaktionsrate", "Interaktion", "beteiligt / erreicht, nach einer genannten Regel"),
            ["Pages per visit"] = ("Seiten pro Besuch", "Seiten/Besuch", "Seitenaufrufe / Besuche"),
            ["Revenue per visit"] = ("Umsatz pro Besuch", "Umsatz/Besuch", "Umsatz / Besuche"),
            ["Click-through rate"] = ("Klickrate von Anzeigen", "CTR", "Klicks / Einblendungen"),
            ["Share of mentions"] = ("Anteil der Nennungen", "Nennungen", "Zeilen mit dem Thema / Zeilen"),
            ["Direct-traffic share"] = ("Anteil direkter Zugriffe", "Direktzugriffe", "Sitzungen ohne bekannten Verweis / Sitzungen"),
            ["E-mail open rate"] = ("E-Mail-Öffnungsrate", "Öffnungsrate", "eindeutige Öffnungen / (versendet - unzustellbar)"),
            ["E-mail click rate"] = ("E-Mail-Klickrate", "Klickrate", "eindeutige Klicks / (versendet - unzustellbar)"),
            ["Click-to-open rate"] = ("effektive Klickrate", "Effektive Klickrate", "eindeutige Klicks / eindeutige Öffnungen"),
            ["Unsubscribe rate"] = ("Abmelderate", "Abmeldungen", "Abmeldungen / (versendet - unzustellbar)"),

            // Service.
            ["Answer rate"] = ("Annahmequote", "Annahmequote", "bearbeitete Kontakte / eingegangene Kontakte"),
            ["Service level"] = ("Servicelevel", "Servicelevel", "in T angenommen / (angenommen + abgebrochen), oder nach einer anderen Regel"),
            ["Average speed of answer"] =
                ("durchschnittliche Wartezeit bis zur Annahme", "ASA", "gesamte Wartezeit der angenommenen Kontakte / angenommene Kontakte"),
            ["Contact abandonment rate"] = ("Abbruchquote der Kontakte", "Kontaktabbruch", "(abgebrochen - Kurzabbrüche) / (angeboten - Kurzabbrüche)"),
            ["Average handle time"] = ("durchschnittliche Bearbeitungszeit", "AHT", "(Gespräch + Halten + Nachbearbeitung) / bearbeitete Kontakte"),
            ["Contacts per agent-hour"] = ("Kontakte pro Agentenstunde", "Kontakte/Stunde", "bearbeitete Kontakte / Agentenstunden"),
            ["First-contact resolution"] = ("Erstlösungsquote", "FCR", "beim ersten Kontakt gelöst / Kontakte"),
            ["Net first-contact resolution"] =
                ("Netto-Erstlösungsquote", "Netto-FCR", "beim ersten Kontakt gelöst / (Kontakte - beim ersten nicht lösbare Kontakte)"),
            ["Repeat-contact rate"] =
                ("Wiederkontaktquote", "Wiederkontakte", "Kontakte mit einem weiteren im Zeitfenster / Kontakte mit abgelaufenem Zeitfenster"),
            ["Contact rate"] = ("Kontaktquote", "Kontaktquote", "Kontakte / Kunden"),
            ["Contact volume"] = ("Kontaktvolumen", "Kontakte", "eingegangene Kontakte"),
            ["Containment rate"] =
                ("Abschlussquote im Self-Service", "Self-Service-Abschluss",
                 "(Kontakte ohne Mitarbeiter - wiederholte) / Kontakte, die den Self-Service betreten"),
            ["Self-service rate"] =
                ("Self-Service-Quote", "Self-Service", "Nutzungen des Self-Service / (Nutzungen des Self-Service + Kontakte mit einem Mitarbeiter)"),
            ["Transfer rate"] = ("Weiterleitungsquote", "Weiterleitung", "mindestens einmal weitergeleitete Kontakte / bearbeitete Kontakte"),
            ["Transfers per contact"] = ("Weiterleitungen pro Kontakt", "Weiterleitungen/Kontakt", "Weiterleitungen / bearbeitete Kontakte"),
            ["Escalation rate"] = ("Eskalationsquote", "Eskalation", "eskalierte Kontakte / bearbeitete Kontakte"),
            ["First response time"] = ("Zeit bis zur ersten Antwort", "Erstreaktion", "Summe von (erste Antwort - Anlage) / beantwortete Tickets"),
            ["Resolution time"] = ("Lösungszeit", "Lösungszeit", "Summe von (Lösung - Anlage) / gelöste Tickets"),
            ["SLA compliance"] = ("SLA-Einhaltung", "SLA-Einhaltung", "eingehalten / (eingehalten + verfehlt), offene nach Fälligkeit gelten als verfehlt"),
            ["Backlog"] = ("Bestand offener Tickets", "Offene Tickets", "bis zu einem Zeitpunkt angelegte und nicht gelöste Tickets"),
            ["Occupancy"] = ("Auslastung", "Auslastung", "Bearbeitungszeit / (Bearbeitungszeit + Bereitschaftszeit)"),
            ["Utilisation"] = ("Nutzungsgrad", "Nutzungsgrad", "(Bearbeitungszeit + Bereitschaftszeit) / bezahlte Zeit"),
            ["Shrinkage"] = ("Schwund der Arbeitszeit", "Schwund", "nicht verfügbare Zeit / geplante Zeit"),
            ["Quality-monitoring score"] = ("Qualitätswert des Monitorings", "Qualität", "erreichte Punkte / mögliche Punkte der anwendbaren Kriterien"),
            ["Close-the-loop rate"] =
                ("Nachfassquote", "Nachgefasst", "in der Zielfrist nachgefasst / nachzufassen, deren Zielfrist abgelaufen ist"),
            ["Service-to-sales conversion"] =
                ("Konversion von Service zu Verkauf", "Service-Verkauf", "geeignete Servicekontakte mit Verkauf / geeignete Servicekontakte"),

            // Complaints.
            ["Complaint rate"] = ("Beschwerdequote", "Beschwerdequote", "Beschwerden / Bezugsgröße"),
            ["Severity-weighted complaint rate"] =
                ("nach Schwere gewichtete Beschwerdequote", "Beschwerden gewichtet", "Summe der Gewichte der Beschwerden / Bezugsgröße"),
            ["Mean complaint severity"] = ("mittlere Schwere der Beschwerden", "Schwere", "Summe der Schweregrade der Beschwerden / Beschwerden"),
            ["Severe complaint share"] = ("Anteil schwerer Beschwerden", "Schwere Beschwerden", "Beschwerden ab der Schwelle / Beschwerden"),
            ["Complaint handling time"] =
                ("Bearbeitungszeit von Beschwerden", "Beschwerdezeit", "gesamte Zeit vom Eingang bis zur Lösung / gelöste Beschwerden"),
            ["Complaints handled on time"] =
                ("Anteil fristgerecht bearbeiteter Beschwerden",
                 "Beschwerden fristgerecht",
                 "in der Zielfrist gelöst / eingegangene, deren Zielfrist abgelaufen ist"),
            ["Satisfaction with complaint handling"] =
                ("Zufriedenheit mit der Beschwerdebearbeitung",
                 "CSAT Beschwerden",
                 "Beschwerdeführer mit Antwort ab der Schwelle / Beschwerdeführer mit gültiger Antwort"),
            ["Follow-up action rate"] =
                ("Umsetzungsquote der Folgemaßnahmen", "Maßnahmen fristgerecht", "fristgerecht umgesetzte Maßnahmen / fällige Maßnahmen"),
        };

    internal override string RelativeChangeLabel => "relative Veränderung";
    internal override string RulesLabel => "Regeln";
    internal override string BaseColumn => "Basis";
    internal override string Upheld => "nur berechtigte";
    internal override string PerOrder => "pro Bestellung";
    internal override string PerDelivery => "pro Lieferung";
    internal override string PerCustomer => "pro Kunde";
    internal override string PerRetainedCustomer => "pro gehaltenem Kunden";
    internal override string PerContact => "pro Kontakt";
    internal override string PerResolution => "pro Lösung";
    internal override string PerComplaint => "pro Beschwerde";
    internal override string PerTransaction => "pro Vorgang";
    internal override string PerContract => "pro Vertrag";
    internal override string PerGuest => "pro Gast";
    internal override string PerSession => "pro Sitzung";
    internal override string PerVisitor => "pro Besucher";
    internal override string PerUser => "pro Nutzer";
    internal override string PerClick => "pro Klick";
    internal override string PerLead => "pro Interessent";
    internal override string PerCart => "pro Warenkorb";
    internal override string PerCheckout => "pro Bezahlvorgang";
    internal override string ReactivationNetted => "Reaktivierung verrechnet";
    internal override string OfRevenue => "in Umsatz";
    internal override string OfMargin => "in Deckungsbeitrag";
    internal override string PaidOnly => "nur bezahlte Kampagnen";
    internal override string Blended => "Marketing und Vertrieb insgesamt";
    internal override string FullyLoaded => "Vollkosten";
    internal override string MeanOfCustomers => "Mittel der Kunden";
    internal override string ForOneself => "für sich selbst";
    internal override string AsAGift => "als Geschenk";
    internal override string OnSatisfaction => "Zufriedenheit";
    internal override string OnRepurchase => "Wiederkauf";
    internal override string OnRecommendation => "Weiterempfehlung";
    internal override string AsRecorded => "laut Erfassung";
    internal override string AsSurveyed => "laut Befragung";
    internal override string IssueStartsOnly => "nur erste Kontakte eines Anliegens";
    internal override string OfOffered => "von angebotenen";
    internal override string OfAnswered => "von angenommenen";
    internal override string AbandonsInTimeMet => "Abbrüche in der Zeit als erfüllt";
    internal override string AbandonsInTimeLeftOut => "ohne Abbrüche in der Zeit";
    internal override string ShortAbandonsMet => "Kurzabbrüche als erfüllt";
    internal override string ShortAbandonsLeftOut => "ohne Kurzabbrüche";
    internal override string FlowOutsMissed => "Überläufe als verfehlt";
    internal override string AbandonsLeftOut => "ohne Abbrüche";
    internal override string WeightedRule => "gewichtet";

    private protected override string BoxesOf(string boxes, string scale) => $"{boxes} von {scale}";

    private protected override string BoxesLess(string high, string low) => $"{high} minus {low}";

    internal override string ScaleOf(string scale) => $"Skala {scale}";

    internal override string Per(CalendarUnit unit) => unit switch
    {
        CalendarUnit.Day => "pro Tag",
        CalendarUnit.Week => "pro Woche",
        CalendarUnit.Month => "pro Monat",
        CalendarUnit.Quarter => "pro Quartal",
        CalendarUnit.Year => "pro Jahr",
    };

    internal override string TermOf(CalendarUnit unit) => unit switch
    {
        CalendarUnit.Day => "Laufzeit ein Tag",
        CalendarUnit.Week => "Laufzeit eine Woche",
        CalendarUnit.Month => "Laufzeit ein Monat",
        CalendarUnit.Quarter => "Laufzeit ein Quartal",
        CalendarUnit.Year => "Laufzeit ein Jahr",
    };

    internal override string NoRepeat(string within) => $"kein erneuter Kontakt {within}";

    internal override string Weights(string weights) => $"Gewichte {weights}";

    internal override string ItemsOf(int items, string scale) => $"{items} Fragen auf {scale}";

    internal override string ReversedItems(string items) => $"umgepolt {items}";

    internal override string AtLeastAnswered(int items) => $"mindestens {items} beantwortet";

    internal override string AsOf(string instant) => $"am {instant}";
    internal override string InWorkingTime => "in Arbeitszeit";

    private protected override string DayCount(long days) => days == 1 ? "1 Tag" : $"{Count(days)} Tagen";

    private protected override (string One, string Many) LeftOutWords(LeftOutKind kind) => kind switch
    {
        LeftOutKind.Missing => ("ohne Antwort", "ohne Antwort"),
        LeftOutKind.Invalid => ("ungültig", "ungültig"),
        LeftOutKind.Open => ("offen", "offen"),
        LeftOutKind.Pending => ("noch nicht entschieden", "noch nicht entschieden"),
        LeftOutKind.NotYetDue => ("noch nicht fällig", "noch nicht fällig"),
        LeftOutKind.ClosedWithoutReply => ("ohne Antwort geschlossen", "ohne Antwort geschlossen"),
        LeftOutKind.Lapsed => ("hinfällig", "hinfällig"),
        LeftOutKind.Emptied => ("geleert", "geleert"),
        LeftOutKind.PurchaseWithoutStart => ("Kauf ohne Zuordnung", "Käufe ohne Zuordnung"),
        LeftOutKind.NotResolvableAtFirst => ("beim ersten Kontakt nicht lösbar", "beim ersten Kontakt nicht lösbar"),
        LeftOutKind.Bounced => ("nicht zugestellt", "nicht zugestellt"),
        LeftOutKind.ShortAbandon => ("kurzer Abbruch", "kurze Abbrüche"),
        LeftOutKind.Trial => ("Probezeit", "Probezeiten"),
        LeftOutKind.WithoutADay => ("Zeile ohne einen Tag", "Zeilen ohne einen Tag"),
    };

    private protected override (string One, string Many) Noun(ObservationKind kind) => kind switch
    {
        ObservationKind.Observation => ("Beobachtung", "Beobachtungen"),
        ObservationKind.Answer => ("Antwort", "Antworten"),
        ObservationKind.Review => ("Rezension", "Rezensionen"),
        ObservationKind.Respondent => ("Befragter", "Befragte"),
        ObservationKind.Invitation => ("Einladung", "Einladungen"),
        ObservationKind.Customer => ("Kunde", "Kunden"),
        ObservationKind.Loss => ("verlorener Kunde", "verlorene Kunden"),
        ObservationKind.Contract => ("fälliger Vertrag", "fällige Verträge"),
        ObservationKind.Account => ("Konto", "Konten"),
        ObservationKind.Order => ("Bestellung", "Bestellungen"),
        ObservationKind.Session => ("Sitzung", "Sitzungen"),
        ObservationKind.Visitor => ("Besucher", "Besucher"),
        ObservationKind.User => ("Nutzer", "Nutzer"),
        ObservationKind.Click => ("Klick", "Klicks"),
        ObservationKind.Lead => ("Interessent", "Interessenten"),
        ObservationKind.Cart => ("Warenkorb", "Warenkörbe"),
        ObservationKind.Checkout => ("Bezahlvorgang", "Bezahlvorgänge"),
        ObservationKind.Entry => ("Eintritt", "Eintritte"),
        ObservationKind.Email => ("E-Mail", "E-Mails"),
        ObservationKind.OpenedEmail => ("geöffnete E-Mail", "geöffnete E-Mails"),
        ObservationKind.Impression => ("Einblendung", "Einblendungen"),
        ObservationKind.Contact => ("Kontakt", "Kontakte"),
        ObservationKind.Resolution => ("Lösung", "Lösungen"),
        ObservationKind.Ticket => ("Ticket", "Tickets"),
        ObservationKind.Complaint => ("Beschwerde", "Beschwerden"),
        ObservationKind.Action => ("fällige Maßnahme", "fällige Maßnahmen"),
        ObservationKind.FollowUp => ("fällige Rückmeldung", "fällige Rückmeldungen"),
        ObservationKind.Evaluation => ("Bewertung", "Bewertungen"),
        ObservationKind.Row => ("Zeile", "Zeilen"),
        ObservationKind.Cluster => ("Cluster", "Cluster"),
    };

    // Weights and samples.
    internal override string SampleWeightsCaption => "Gewichte der Stichprobe";
    internal override string DesignEffectBeforeLabel => "Designeffekt der Ausgangsgewichte";
    internal override string SmallestWeightLabel => "kleinstes Gewicht zum mittleren";
    internal override string LargestWeightLabel => "größtes Gewicht zum mittleren";
    internal override string WeightsMet => "Die gewichtete Stichprobe ist in jedem Merkmal zusammengesetzt wie die Grundgesamtheit.";
    internal override string WeightsTotalsRescaled => "Die Merkmale hatten verschiedene Summen und wurden auf die des ersten gebracht.";
    internal override string WeightsKeepLimits => "Alle Gewichte halten die Grenzen ein.";
    internal override string GoodnessOfFitCaption => "Stichprobe und Grundgesamtheit";
    internal override string ChiSquareLabel => "Chi-Quadrat";
    internal override string CohenWLabel => "Cohens w";
    internal override string DissimilarityLabel => "Dissimilarität";
    internal override string FewExpectedNote => "In einer Kategorie werden weniger als fünf Antworten erwartet: Der p-Wert ist ungenau.";
    internal override string ResponseIndicatorCaption => "Rücklauf nach Klassen";
    internal override string ResponseIndicatorLabel => "R-Indikator";
    internal override string AnswerRateLabel => "Rücklaufquote";
    internal override string InvitedLabel => "eingeladen";
    internal override string LargestBiasLabel => "größte Verzerrung in Standardabweichungen";
    internal override string AllocationCaption => "Stichprobe nach Schichten";
    internal override string SampleAndPopulationCaption => "Stichprobe neben Grundgesamtheit";
    internal override string CategoryColumn => "Kategorie";
    internal override string SampleRowsColumn => "In der Stichprobe";
    internal override string SampleShareColumn => "Anteil der Stichprobe";
    internal override string PopulationShareColumn => "Anteil der Grundgesamtheit";
    internal override string ResidualColumn => "Standardisiertes Residuum";
    internal override string WithoutAnswers => "keine Antworten";

    internal override string WeightsLimited(int limited) => $"Begrenzte Gewichte: {Count(limited)}. Die Summe ist unverändert.";

    internal override string WeightsLimitedOff(int limited, double error) =>
        $"Begrenzte Gewichte: {Count(limited)}. Dadurch liegen die Merkmale bis zu {Percent(error)} neben der Grundgesamtheit. "
            + "Eine Kalibrierung in Grenzen hält beides ein.";

    internal override string WeightsNotConverged(int rounds, double error) =>
        $"Nach {Count(rounds)} Runden liegt die gewichtete Stichprobe in einer Kategorie noch bis zu {Percent(error)} neben der Grundgesamtheit: "
            + "Die Gewichte passen nur ungefähr. Kleine Kategorien zusammenlegen oder nach weniger Merkmalen gewichten.";

    internal override string WeightsEmptyCategory(string categories) =>
        $"Es gibt keine Gewichte, denn niemand antwortete in: {categories}. Keine andere Antwort kann für sie sprechen. "
            + "Mit einer ähnlichen Kategorie zusammenlegen oder aus der Grundgesamtheit nehmen und das sagen.";

    internal override string WeightsOutsidePopulation(string categories) =>
        $"Es gibt keine Gewichte, denn die Grundgesamtheit hat niemanden in: {categories}. Deren Größe angeben oder diese Antworten weglassen.";

    internal override string WeightsInfeasible(string categories) => categories.Length > 0
        ? $"Es gibt keine Gewichte: In diesen Grenzen erreicht die Stichprobe die Grundgesamtheit nicht in: {categories}. "
            + "Grenzen weiten oder Kategorien zusammenlegen."
        : "Es gibt keine Gewichte: In diesen Grenzen erreicht keines die Grundgesamtheit in allen Merkmalen zugleich. "
            + "Grenzen weiten oder Kategorien zusammenlegen.";

    internal override string WeightsLonelyStratum(string categories) =>
        $"Nur eine Antwort kommt aus: {categories}. Sie zeigt nicht, wie Antworten dort streuen: Es gibt kein Intervall. "
            + "Mit einer ähnlichen Schicht zusammenlegen.";

    internal override string WeightsCost(int rows, double size, double effect) =>
        $"Gewichtet sagen {Count(rows)} Zeilen so viel wie {Decimals(size, "#,0")} mit gleichem Gewicht (Designeffekt {Decimals(effect, "0.00")}).";

    internal override string MarginDiffers(string margin, double effect, double dissimilarity, double p) =>
        $"{margin}: Die Stichprobe weicht von der Grundgesamtheit ab ({PSaid(p)}); {Percent(dissimilarity)} müssten aus anderen Kategorien sein "
            + $"(Cohens w {Decimals(effect, "0.00")}).";

    internal override string MarginAgrees(string margin, double p) =>
        $"{margin}: Dass die Stichprobe von der Grundgesamtheit abweicht, ist nicht belegt ({PSaid(p)}).";

    internal override string MarginCannotBeJudged(string margin) => $"{margin}: Es gibt nichts zu vergleichen.";

    internal override string ResponseIndicatorSaid(string margin, double indicator) =>
        $"{margin}: R-Indikator {Decimals(indicator, "0.000")}; 1 heißt, dass alle Kategorien gleich antworteten.";

    internal override string WorstCase(double rate, string lower, string upper) =>
        $"{Percent(rate)} antworteten. Wären alle anderen am einen oder am anderen Ende, so läge der Wert bei {lower} oder {upper}.";

    internal override string SharesOf(string sample, string population) => $"{sample} der Stichprobe, {population} der Grundgesamtheit";

    // The first sentences of a report.
    internal override string ActOn(string items) => $"Handeln: {items}.";
    internal override string Watch(string items) => $"Beobachten: {items}.";
    internal override string QuietOf(int quiet, int judged) =>
        $"{Count(quiet)} von {Count(judged)} {(quiet == 1 ? "liegt" : "liegen")} wie erwartet oder ohne belegte Veränderung.";
    internal override string ThinOnes(string names) => $"Mit geringer Fallzahl: {names}.";
    internal override string WithoutIntervalOnes(string names) => $"Ohne Intervall: {names}.";
    internal override string TargetIs(string name, string status) => $"Ziel {status}: {name}.";
    internal override string AllTargetsAreMissed(int count) => count == 2 ? "Beide Ziele sind verfehlt." : $"Alle {Count(count)} Ziele sind verfehlt.";
    internal override string AllTargetsAreMet(int count) => count == 2 ? "Beide Ziele sind erreicht." : $"Alle {Count(count)} Ziele sind erreicht.";
    internal override string TargetsAre(int count, string statuses) => $"Von {Count(count)} Zielen: {statuses}.";
    internal override string CountMissed(int count) => $"{Count(count)} verfehlt";
    internal override string CountNotMetYet(int count) => $"{Count(count)} noch nicht erreicht";
    internal override string CountUndecided(int count) => $"{Count(count)} nicht entscheidbar";
    internal override string CountMet(int count) => $"{Count(count)} erreicht";
    internal override string GotWorse(string names) => $"Verschlechtert: {names}.";
    internal override string WithoutGroup => "Ohne Gruppe";
    internal override string GotBetter(string names) => $"Verbessert: {names}.";
    internal override string DifferBySamplingErrorOnly(string names) => $"Über den Stichprobenfehler hinaus verändert, ohne Verlauf zum Beurteilen: {names}.";
    internal override string Fell(string names) => $"Gefallen: {names}.";
    internal override string Rose(string names) => $"Gestiegen: {names}.";
    internal override string FellBelowUsual(string names) => $"Unter dem üblichen Niveau, Saison noch nicht bekannt: {names}.";
    internal override string RoseAboveUsual(string names) => $"Über dem üblichen Niveau, Saison noch nicht bekannt: {names}.";
    internal override string FallOfSeason(string names, string season) => $"Für {season} üblicher Rückgang: {names}.";
    internal override string RiseOfSeason(string names, string season) => $"Für {season} üblicher Anstieg: {names}.";
    internal override string NothingBeyondSeason => "Nichts hat sich über seine Saison hinaus bewegt.";
    internal override string NothingChangedByEvidence => "Keine Veränderung ist belegt.";
    internal override string NothingToJudgeYet => "Es gibt noch nichts zu vergleichen.";
    internal override string LinesLeftOut(int count) => $"{KpiCount(count)} ohne Auffälligkeit {(count == 1 ? "ist" : "sind")} hier weggelassen.";
    internal override string MostUrgentHeading => "Am dringendsten";
    internal override string ExceptionsHeading => "Ausnahmen";
    internal override string HistoryColumn => "Verlauf";
    internal override string ValueAndTargetColumn => "Intervall, vorher, Ziel";
    internal override string MoreLabel => "Mehr";
    internal override string BesideGoal(string value, string goal) => $"{value} gegenüber {goal}";
    private protected override string And => "und";
    private protected override string Others(int count) => count == 1 ? "1 weitere" : $"{Count(count)} weitere";

    private static (string One, string Many) Units(CalendarUnit unit) => unit switch
    {
        CalendarUnit.Day => ("Tag", "Tagen"),
        CalendarUnit.Week => ("Woche", "Wochen"),
        CalendarUnit.Month => ("Monat", "Monaten"),
        CalendarUnit.Quarter => ("Quartal", "Quartalen"),
        CalendarUnit.Year => ("Jahr", "Jahren"),
    };

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

    internal override string ModelFitCaption => "Angepasstes Modell";
    internal override string ParameterLabel => "Parameter";
    internal override string FitConverged => "die Anpassung ist konvergiert";
    internal override string FitAtLimit => "die Daten drängen das Modell an seine Grenze, wo ein einfacheres ebenso viel sagt";
    internal override string FitNotIdentified => "die Daten bestimmen die Parameter nicht: andere erklären sie ebenso gut";
    internal override string FitNotConverged => "die Anpassung ist nicht konvergiert";
    internal override string FitNoCustomers => "es gibt keine Kunden, an die sich ein Modell anpassen ließe";
    internal override string FitNobodyReturned => "niemand hat wieder gekauft: über die Kaufhäufigkeit ist nichts bekannt";
    internal override string FitNobodyLeft => "niemand ist abgewandert: über die Abwanderung ist nichts bekannt";
    internal override string FitEverybodyLeft => "alle Kunden sind in der ersten Periode abgewandert: über das Bleiben ist nichts bekannt";
    internal override string FitBeyondRange => "Beträge oder Zeiten sind so groß oder klein, dass ein Parameter keine Zahl mehr ist";
    internal override string FitNoSpread => "alle Beträge sind gleich: über ihre Streuung ist nichts bekannt";
    internal override string LimitEqualPurchaseRates => "kein erkennbarer Unterschied zwischen Kunden in der Kaufhäufigkeit";
    internal override string LimitUnboundedPurchaseRates => "Kunden unterscheiden sich unbegrenzt in der Kaufhäufigkeit";
    internal override string LimitEqualDropout => "kein erkennbarer Unterschied zwischen Kunden in der Abwanderung";
    internal override string LimitNoDropout => "keine erkennbare Abwanderung";
    internal override string LimitDropoutAtOnceOrNever => "Kunden wandern sofort ab oder nie";
    internal override string LimitEqualAmountsOfACustomer => "kein erkennbarer Unterschied zwischen den Beträgen eines Kunden";
    internal override string LimitEqualSpending => "kein erkennbarer Unterschied zwischen Kunden in den Ausgaben";
    internal override string LimitUnboundedSpending => "Kunden unterscheiden sich unbegrenzt in den Ausgaben";
    internal override string RepeatPurchasesCaption => "Kunden nach Wiederkäufen";
    internal override string RepeatPurchasesLabel => "Wiederkäufe";
    internal override string HoldoutCaption => "Käufe im Prüfzeitraum";
    internal override string ObservedAmountLabel => "beobachteter Betrag";
    internal override string ExpectedAmountLabel => "erwarteter Betrag";
    internal override string LargestExpectedLabel => "größte erwartete Beträge";
    internal override string ModelComparisonCaption => "Modellvergleich";
    internal override string LogLikelihoodLabel => "Log-Likelihood";
    internal override string FitOutcomeLabel => "Ergebnis";
    internal override string CustomerLabel => "Kunde";
    internal override string FirstPurchaseLabel => "erster Kauf";
    internal override string LastPurchaseLabel => "letzter Kauf";
    internal override string RecencyLabel => "Alter beim letzten Kauf";
    internal override string AgeLabel => "Alter";
    internal override string MeanAmountLabel => "mittlerer Betrag";
    internal override string HoldoutPurchasesLabel => "Käufe im Prüfzeitraum";
    internal override string HoldoutAmountLabel => "Betrag im Prüfzeitraum";
    internal override string ProbabilityAliveLabel => "noch Kunde";
    internal override string DiscountedPurchasesLabel => "diskontierte Käufe";
    internal override string HistoriesCaption => "Kaufverläufe";
    internal override string CustomerValuesCaption => "Was Kunden wert sein werden";
    internal override string TrackingCaption => "Wiederkäufe im Lauf der Zeit";
    internal override string PredictionCaption => "Vorhersage eines Modells";
    internal override string AtItsLimit => "an der Grenze";
    internal override string LimitsOfParameters =>
        "die Grenzen enthalten, wie ungewiss die Parameter sind, aber weder den Fehler des Modells noch was ein einzelner Kunde zufällig tut";
    internal override string TopIsPartlyLuck => "dies sind Mittelwerte solcher Kunden ohne Grenzen, und wer vorn steht, steht dort zum Teil aus Glück";
    internal override string ByMaximumLikelihood => "nach der größten Wahrscheinlichkeit der Daten";
    internal override string RefundsAreNet => "Erstattungen mindern den Kauf";
    internal override string RefundsAreIgnored => "Erstattungen bleiben weg";
    internal override string RefundedPurchasesAreNone => "ein voll erstatteter Kauf ist keiner";
    internal override string WithoutEnd => "ohne Ende";
    internal override string AtEndOfMonth => "Käufe am Ende ihres Monats";
    internal override string AtMiddleOfMonth => "Käufe in der Mitte ihres Monats";
    internal override string LogCountsCaption => "Was aus den Zeilen wurde";
    internal override string LogRowsLabel => "Zeilen des Protokolls";
    internal override string LogPurchasesLabel => "Käufe";
    internal override string SameDayLabel => "Zeilen eines Tages mit einer früheren";
    internal override string SameOpportunityLabel => "Zeilen einer Gelegenheit mit einer früheren";
    internal override string ZeroAmountsLabel => "Käufe mit dem Betrag 0";
    internal override string RefundsLabel => "Erstattungen";
    internal override string IgnoredRefundsLabel => "weggelassene Erstattungen";
    internal override string RefundsWithoutPurchaseLabel => "Erstattungen ohne Kauf";
    internal override string ExcessRefundsLabel => "Erstattungen über den Betrag eines Kaufs hinaus";
    internal override string RefundedPurchasesLabel => "voll erstattete Käufe";
    internal override string AfterTheEndLabel => "Zeilen nach dem Ende";
    internal override string OfNewCustomersLabel => "Zeilen neuer Kunden";
    internal override string FirstInHoldoutLabel => "Kunden, deren erster Kauf im Prüfzeitraum liegt";
    internal override string CustomersWithoutPurchaseLabel => "Kunden ohne einen Kauf, der zählt";
    internal override string CustomersAfterTheEndLabel => "Kunden, die erst nach dem Ende vorkommen";

    internal override string OneOpportunity(CalendarUnit unit) => $"eine Gelegenheit {Per(unit)}";

    internal override string CalibrationUntil(string day) => $"Lernzeitraum bis {day}";

    internal override string HoldoutUntil(string day) => $"Prüfzeitraum bis {day}";

    internal override string HoldoutOf(string length) => $"Prüfzeitraum von {length}";

    internal override string OverMonths(int months) => $"über {Measured(months, CalendarUnit.Month)}";

    internal override string DiscountedByTheYear(string rate) => $"mit {rate} im Jahr diskontiert";

    internal override string MarginOf(string share) => $"Marge, {share} des Umsatzes";

    internal override string CustomersLeftOut(long customers) => $"weggelassen: {Observations(ObservationKind.Customer, customers)}";

    internal override string HoldoutErrors(string bias, string absolute, string squared) =>
        $"Je Kunde: mittlerer Fehler {bias}, mittlerer absoluter Fehler {absolute}, Wurzel des mittleren quadratischen Fehlers {squared}.";

    internal override string NoLimits(string reason) => $"ohne Grenzen: {reason}";

    internal override string FitFigures(double logLikelihood, double aic, double bic, long customers) =>
        $"Log-Likelihood {Decimals(logLikelihood, "#,0.00")}, AIC {Decimals(aic, "#,0.00")}, BIC {Decimals(bic, "#,0.00")}, "
            + Observations(ObservationKind.Customer, customers);
}
