namespace CxKpi;

/// <content>Scorecards, and tables of records.</content>
internal abstract partial class Phrases
{
    /// <summary>The heading of lines without a group that follow a group.</summary>
    internal abstract string WithoutGroup { get; }

    internal abstract string KpiColumn { get; }
    internal abstract string NameColumn { get; }
    internal abstract string ValueColumn { get; }
    internal abstract string IntervalColumn { get; }
    internal abstract string ChangeColumn { get; }
    internal abstract string FromPreviousColumn { get; }
    internal abstract string FromLastYearColumn { get; }
    internal abstract string TrendColumn { get; }
    internal abstract string TargetColumn { get; }
    internal abstract string BenchmarkColumn { get; }
    internal abstract string NotesColumn { get; }
    internal abstract string PeriodColumn { get; }
    internal abstract string FigureColumn { get; }
    internal abstract string AnswerColumn { get; }
    internal abstract string CountColumn { get; }
    internal abstract string ShareColumn { get; }
    internal abstract string Total { get; }
    internal abstract string AnswersCaption { get; }
    internal abstract string AllAnswers { get; }
    internal abstract string MissingRow { get; }
    internal abstract string InvalidRow { get; }
    internal abstract string FiguresByPeriod { get; }
    internal abstract string KpisHeading { get; }
    internal abstract string ActivityAndOutcome { get; }
    internal abstract string ChartsHeading { get; }
    internal abstract string DefinitionsHeading { get; }
    internal abstract string BenchmarksHeading { get; }
    internal abstract string HowToRead { get; }
    internal abstract string SkipToTheKpis { get; }
    internal abstract string NoKpiWasAdded { get; }
    internal abstract string ActivityMovedOutcomeImproved { get; }
    internal abstract string ActivityMovedOutcomeDidNot { get; }
    internal abstract string OutcomeGotWorse { get; }
    internal abstract string ActivityDidNotMove { get; }
    internal abstract string OneChangeIsNotKnown { get; }

    /// <summary>What a target says of records that count everything.</summary>
    internal abstract string FullCount { get; }

    internal abstract string NothingToCompare { get; }
    internal abstract string TargetMet { get; }
    internal abstract string TargetNotMetYet { get; }
    internal abstract string TargetMissed { get; }
    internal abstract string TargetUndecided { get; }
    internal abstract string FurtherAwayThanAtTheStart { get; }
    internal abstract string OutsideTheBands { get; }
    internal abstract string NoInterval { get; }
    internal abstract string NoIntervalOfOneOrTotals { get; }
    internal abstract string ThinSample { get; }
    internal abstract string WhatAnIntervalSays { get; }
    internal abstract string WhatNoEvidenceMeans { get; }
    internal abstract string WhatAsExpectedMeans { get; }
    internal abstract string WhatSamplingErrorOnlyMeans { get; }
    internal abstract string WhenATargetIsMet { get; }
    internal abstract string WhenASampleIsThin(int observations);
    internal abstract string IntervalsAt(string percent);
    internal abstract string FiguresThrough(string date);
    internal abstract string From(string period);
    internal abstract string OfTheWay(string percent);
    internal abstract string ByDeadline(string date);

    /// <summary>A target that all cases keep a limit.</summary>
    internal abstract string AllWithin(string limit);

    /// <summary>A target that a share of the cases keeps a limit.</summary>
    internal abstract string ShareWithin(string percent, string limit);
    internal abstract string KpiCount(int count);
    internal abstract string CountBetter(int count);
    internal abstract string CountWorse(int count);
    internal abstract string CountMoved(int count);
    internal abstract string CountAsExpected(int count);
    internal abstract string WithoutEvidenceOfChange(int count);
    internal abstract string VerdictColumn { get; }
    internal abstract string BySamplingErrorOnly { get; }

    /// <summary>The verdict on a pair of records, which rests on sampling error only, and says so.</summary>
    internal string VerdictOfPair(ChangeVerdict verdict) =>
        verdict == ChangeVerdict.Unknown ? Verdict(verdict) : $"{Verdict(verdict)}, {BySamplingErrorOnly}";

    /// <summary>How many of the lines judged chance marks when nothing changed.</summary>
    /// <param name="judged">The number of lines judged.</param>
    /// <param name="marked">The number that chance marks, in words.</param>
    internal abstract string MarkedByChance(int judged, string marked);

    /// <summary>How often chance marks any line when nothing changed, with Holm's correction.</summary>
    internal abstract string MarkedByChanceUnderHolm(int judged, string percent);

    /// <summary>How many lines have no history to judge them by.</summary>
    internal abstract string BySamplingErrorAreMarkedMoreOften(int count);

    /// <summary>A reason that does not hold among many lines.</summary>
    internal abstract string NotBeyondChanceAmong(string reason, int lines);
    internal abstract string OnTarget(int count);
    internal abstract string OffTarget(int count);
    internal abstract string UndecidedAgainstTarget(int count);
    internal abstract string WithoutInterval(int count);
    internal abstract string OnThinSample(int count);

    internal static Tone ToneOf(LatestVerdict verdict) => verdict switch
    {
        LatestVerdict.Better => Tone.Good,
        LatestVerdict.Worse => Tone.Bad,
        LatestVerdict.MovedUp or LatestVerdict.MovedDown => Tone.Caution,
        LatestVerdict.NoEvidence or LatestVerdict.AsExpected or LatestVerdict.Higher or LatestVerdict.Lower or LatestVerdict.Unknown => Tone.Plain,
    };

    internal static Tone ToneOf(ChangeVerdict? verdict) => verdict switch
    {
        ChangeVerdict.Better => Tone.Good,
        ChangeVerdict.Worse => Tone.Bad,
        ChangeVerdict.NoEvidence or ChangeVerdict.Higher or ChangeVerdict.Lower or ChangeVerdict.Unknown or null => Tone.Plain,
    };
}
