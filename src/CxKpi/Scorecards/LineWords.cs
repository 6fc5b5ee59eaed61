namespace CxKpi;

/// <summary>What a line of a scorecard says in words, the same in every output format.</summary>
internal static class LineWords
{
    /// <summary>The only period among those stated; <see langword="null"/> when they differ or there is none.</summary>
    internal static CalendarPeriod? Common(IEnumerable<CalendarPeriod?> periods) =>
        periods.OfType<CalendarPeriod>().Distinct().ToArray() is [var one] ? one : null;

    internal static string Verdict(PairVerdict verdict, Phrases words) => verdict switch
    {
        PairVerdict.Unknown => words.OneChangeIsNotKnown,
        PairVerdict.NoActivity => words.ActivityDidNotMove,
        PairVerdict.OutcomeFollowed => words.ActivityMovedOutcomeImproved,
        PairVerdict.OutcomeDidNotFollow => words.ActivityMovedOutcomeDidNot,
        PairVerdict.OutcomeWorsened => words.OutcomeGotWorse,
    };

    internal static IReadOnlyList<string> Legend(Phrases words) =>
    [
        words.WhatAnIntervalSays,
        words.WhatAsExpectedMeans,
        words.WhatNoEvidenceMeans,
        words.WhatSamplingErrorOnlyMeans,
        words.WhenATargetIsMet,
        words.WhenASampleIsThin(ScorecardLine.LeastObservations),
    ];

    /// <summary>The goal in the unit and the magnitude of the line's value.</summary>
    internal static string Goal(Target target, ScorecardLine line, Phrases words) =>
        Goal(target, number => line.TargetIn(words, number), words);

    /// <summary>The goal, with numbers written as a KPI has them.</summary>
    internal static string Goal(Target target, Func<double, string> number, Phrases words)
    {
        string bound = Bound(target, number, words);
        return target.Form == TargetForm.RelativeChange ? $"{(target.Change > 0 ? "+" : "")}{words.Percent(target.Change ?? 0)} ({bound})" : bound;
    }

    /// <summary>The goal without the change that leads to it.</summary>
    internal static string Bound(Target target, ScorecardLine line, Phrases words) =>
        Bound(target, number => line.TargetIn(words, number), words);

    private static string Bound(Target target, Func<double, string> number, Phrases words)
    {
        string goal = number(target.Goal);
        string bound = target.Bound switch
        {
            TargetBound.AtLeast => words.AtLeast(goal),
            TargetBound.AtMost => words.AtMost(goal),
        };
        string stated = target.Form switch
        {
            TargetForm.Absolute or TargetForm.RelativeChange => bound,
            TargetForm.AllWithin when target.Goal == 1 => words.AllWithin(Limit()),
            TargetForm.AllWithin => words.ShareWithin(words.Percent(target.Goal), Limit()),
        };
        return target.IsCensus ? $"{stated}, {words.FullCount}" : stated;

        string Limit() => words.Exactly(target.Limit!.Value);
    }

    internal static (string Words, Tone Tone) Status(TargetStatus status, bool? isDue, Phrases words) => (status, isDue) switch
    {
        (TargetStatus.NoData, _) => (words.NoData, Tone.Plain),
        (TargetStatus.Met, _) => (words.TargetMet, Tone.Good),
        (TargetStatus.Missed, false) => (words.TargetNotMetYet, Tone.Caution),
        (TargetStatus.Missed, _) => (words.TargetMissed, Tone.Bad),
        (TargetStatus.Undecided, _) => (words.TargetUndecided, Tone.Caution),
    };

    internal static ReportCell[] Row(ScorecardLine line, Phrases words)
    {
        KpiDefinition definition = line.Definition;
        string period = line.Period is { } stated ? words.Period(stated) : "";
        return
        [
            new(words.Named(words.Label(line.Label, definition), definition, line.Basis), Extra: Phrases.JoinNotEmpty(", ", words.Name(definition), period)),
            new(line.ValueIn(words)),
            new(line.IntervalIn(words)),
            new(line.BaseIn(words)),
            line.Judgement?.Cell(words) ?? default,
            Compared(line, line.Previous, words, isJudged: true),
            Compared(line, line.LastYear, words, isJudged: line.Judgement?.HasHistory ?? false),
            line.Trend is { } trend ? TrendCell(trend, words) : default,
            line.Target is { } target ? TargetCell(line, target, words) : default,
            line.Benchmark is { } benchmark ? BenchmarkCell(line, benchmark, words) : default,
            Notes(line, words),
        ];
    }

    /// <summary>A change as a fact; where nothing else judges it, with its own verdict, which rests on sampling error only.</summary>
    private static ReportCell Compared(ScorecardLine line, ScorecardComparison? with, Phrases words, bool isJudged)
    {
        if (with is null)
        {
            return default;
        }

        string from = with.Period is { } period ? words.From(words.Period(period)) : "";
        return with.Change is { } change
            ? words.ChangeCell(line.Definition, change, line.Currency, isFact: isJudged, from, line.Value)
            : new("", words.NothingToCompare, from);
    }

    /// <summary>A trend; what a verdict rests on, or what casts doubt on it, stands in every face, the reason why there is none where there is room.</summary>
    private static ReportCell TrendCell(ScorecardTrend trend, Phrases words)
    {
        ReportCell cell = new("", words.Verdict(trend.Verdict), Tone: Phrases.ToneOf(trend.Verdict));
        string note = trend.NoteIn(words.Language) ?? "";
        return trend.Verdict == ChangeVerdict.Unknown ? cell with { Extra = note } : cell with { Because = note };
    }

    private static ReportCell TargetCell(ScorecardLine line, TargetAssessment target, Phrases words)
    {
        (string status, Tone tone) = Status(target.Status, target.IsDue, words);
        string attainment = target.Attainment switch
        {
            null => "",
            < 0 => words.FurtherAwayThanAtTheStart,
            { } way => words.OfTheWay(words.Percent(way)),
        };
        string deadline = target.Target.Deadline is { } day ? words.ByDeadline(words.Date(day)) : "";
        return new(Goal(target.Target, line, words), status, Phrases.JoinNotEmpty(", ", attainment, deadline), tone);
    }

    private static ReportCell BenchmarkCell(ScorecardLine line, Benchmark benchmark, Phrases words) => new(
        line.Band?.Name ?? (line.Value is null ? words.NoData : words.OutsideTheBands),
        Extra: $"{benchmark.Sector}, {benchmark.Country}, {benchmark.Period}");

    /// <summary>What warns of the value: that it has no interval, or a thin sample, and what marks its basis.</summary>
    internal static string Warning(ScorecardLine line, Phrases words)
    {
        string warning = line switch
        {
            { HasNoInterval: true, Estimate.N: <= 1 } => words.NoIntervalOfOneOrTotals,
            { HasNoInterval: true } => words.NoInterval,
            { IsThin: true } => words.ThinSample,
            _ => "",
        };
        return Phrases.JoinNotEmpty(", ", line.Basis?.MarksIn(words) ?? "", warning);
    }

    /// <summary>What a line says beside its first figures.</summary>
    internal static IEnumerable<(string Label, ReportCell Cell)> Details(ScorecardLine line, Phrases words) =>
    [
        (words.NameColumn, new(words.Name(line.Definition))),
        (words.FromPreviousColumn, Compared(line, line.Previous, words, isJudged: true)),
        (words.FromLastYearColumn, Compared(line, line.LastYear, words, isJudged: line.Judgement?.HasHistory ?? false)),
        (words.TrendColumn, line.Trend is { } trend ? TrendCell(trend, words) : default),
        (words.TargetColumn, line.Target is { } target ? TargetCell(line, target, words) : default),
        (words.BenchmarkColumn, line.Benchmark is { } benchmark ? BenchmarkCell(line, benchmark, words) : default),
        (words.NotesColumn, new(line.Note ?? "")),
    ];

    private static ReportCell Notes(ScorecardLine line, Phrases words)
    {
        string warning = Warning(line, words);
        return line.Note is not { Length: > 0 } note
            ? new("", warning, Tone: Tone.Caution)
            : new(warning.Length > 0 ? note + " –" : note, warning, Tone: Tone.Caution);
    }
}
