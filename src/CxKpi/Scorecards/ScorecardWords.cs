namespace CxKpi;

/// <summary>What a scorecard says in words, the same in every output format.</summary>
internal static class ScorecardWords
{
    internal static string Subtitle(Scorecard card, Phrases words)
    {
        string confidence = words.IntervalsAt(words.Percent(card.Confidence));
        return card.AsOf is { } day ? $"{words.FiguresThrough(words.Date(day))} {confidence}" : confidence;
    }

    internal static ReportTable Table(Scorecard card, Phrases words)
    {
        ReportColumn[] columns =
        [
            new(words.KpiColumn),
            new(words.ValueColumn, IsNumber: true),
            new(words.IntervalColumn, IsNumber: true),
            new(words.BaseColumn, IsNumber: true),
            new(words.VerdictColumn),
            new(words.FromPreviousColumn),
            new(words.FromLastYearColumn),
            new(words.TrendColumn),
            new(words.TargetColumn),
            new(words.BenchmarkColumn),
            new(words.NotesColumn),
        ];
        List<(string? Heading, List<ReportCell[]> Rows)> sections = [];
        foreach (ScorecardLine line in card.Lines)
        {
            if (sections.Count == 0 || !string.Equals(sections[^1].Heading, line.Group, StringComparison.Ordinal))
            {
                sections.Add((line.Group, []));
            }

            sections[^1].Rows.Add(Row(line, words));
        }

        return new(words.KpisHeading, columns, [.. sections.Select(section => new ReportSection(section.Heading, section.Rows))]);
    }

    /// <summary>How an activity and its outcome changed together, as a sentence.</summary>
    internal static string Pair(Scorecard card, ScorecardPair pair, Phrases words)
    {
        string activity = Moved(card.Find(pair.Activity), pair.Activity, words), outcome = Moved(card.Find(pair.Outcome), pair.Outcome, words);
        return $"{activity}{words.Semicolon}{outcome}. {Verdict(pair.Verdict, words)}";
    }

    internal static string Verdict(PairVerdict verdict, Phrases words) => verdict switch
    {
        PairVerdict.Unknown => words.OneChangeIsNotKnown,
        PairVerdict.NoActivity => words.ActivityDidNotMove,
        PairVerdict.OutcomeFollowed => words.ActivityMovedOutcomeImproved,
        PairVerdict.OutcomeDidNotFollow => words.ActivityMovedOutcomeDidNot,
        PairVerdict.OutcomeWorsened => words.OutcomeGotWorse,
    };

    /// <summary>The number of lines with each status.</summary>
    internal static IReadOnlyList<ReportCell> Summary(Scorecard card, Phrases words)
    {
        List<ReportCell> parts = [new(words.KpiCount(card.Lines.Count))];
        Add(line => line.Verdict == LatestVerdict.Better, words.CountBetter, Tone.Good);
        Add(line => line.Verdict == LatestVerdict.Worse, words.CountWorse, Tone.Bad);
        Add(line => line.Verdict is LatestVerdict.MovedUp or LatestVerdict.MovedDown, words.CountMoved, Tone.Caution);
        Add(line => line.Verdict == LatestVerdict.AsExpected, words.CountAsExpected, Tone.Plain);
        Add(line => line.Verdict == LatestVerdict.NoEvidence, words.WithoutEvidenceOfChange, Tone.Plain);
        Add(line => line.Target?.Status == TargetStatus.Met, words.OnTarget, Tone.Good);
        Add(line => line.Target?.Status == TargetStatus.Missed, words.OffTarget, Tone.Bad);
        Add(line => line.Target?.Status == TargetStatus.Undecided, words.UndecidedAgainstTarget, Tone.Caution);
        Add(line => line.HasNoInterval, words.WithoutInterval, Tone.Caution);
        Add(line => line is { IsThin: true, HasNoInterval: false }, words.OnThinSample, Tone.Caution);
        return parts;

        void Add(Func<ScorecardLine, bool> says, Func<int, string> phrase, Tone tone)
        {
            int count = card.Lines.Count(says);
            if (count > 0)
            {
                parts.Add(new(phrase(count), Tone: tone));
            }
        }
    }

    internal static IReadOnlyList<string> Legend(Phrases words) =>
    [
        words.WhatAnIntervalSays,
        words.WhatAsExpectedMeans,
        words.WhatNoEvidenceMeans,
        words.WhatSamplingErrorOnlyMeans,
        words.WhenATargetIsMet,
        words.WhenASampleIsThin(Scorecard.ThinBelow),
    ];

    /// <summary>The goal in the KPI's unit.</summary>
    internal static string Goal(Target target, KpiDefinition definition, string? currency, Phrases words)
    {
        string goal = words.Value(definition, target.Goal, currency);
        string bound = target.Bound switch
        {
            TargetBound.AtLeast => words.AtLeast(goal),
            TargetBound.AtMost => words.AtMost(goal),
        };
        string stated = target.Form switch
        {
            TargetForm.Absolute => bound,
            TargetForm.RelativeChange => $"{(target.Change > 0 ? "+" : "")}{words.Percent(target.Change ?? 0)} ({bound})",
            TargetForm.AllWithin when target.Goal == 1 => words.AllWithin(Limit()),
            TargetForm.AllWithin => words.ShareWithin(words.Percent(target.Goal), Limit()),
        };
        return target.IsCensus ? $"{stated}, {words.FullCount}" : stated;

        string Limit() => words.Seconds(target.Limit!.Value.TotalSeconds);
    }

    internal static (string Words, Tone Tone) Status(TargetStatus status, bool? isDue, Phrases words) => (status, isDue) switch
    {
        (TargetStatus.NoData, _) => (words.NoData, Tone.Plain),
        (TargetStatus.Met, _) => (words.TargetMet, Tone.Good),
        (TargetStatus.Missed, false) => (words.TargetNotMetYet, Tone.Caution),
        (TargetStatus.Missed, _) => (words.TargetMissed, Tone.Bad),
        (TargetStatus.Undecided, _) => (words.TargetUndecided, Tone.Caution),
    };

    private static ReportCell[] Row(ScorecardLine line, Phrases words)
    {
        KpiDefinition definition = line.Definition;
        string period = line.Period is { } stated ? words.Period(stated) : "";
        return
        [
            new(words.Named(words.Label(line.Label, definition), definition, line.Basis), Extra: Phrases.JoinNotEmpty(", ", words.Name(definition), period)),
            new(words.Value(definition, line.Value, line.Currency)),
            new(words.Interval(definition, line.Estimate?.Lower, line.Estimate?.Upper, line.Currency, line.Value)),
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
            ? words.ChangeCell(line.Definition, change, line.Currency, isFact: isJudged, from)
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
        return new(Goal(target.Target, line.Definition, line.Currency, words), status, Phrases.JoinNotEmpty(", ", attainment, deadline), tone);
    }

    private static ReportCell BenchmarkCell(ScorecardLine line, Benchmark benchmark, Phrases words) => new(
        line.Band?.Name ?? (line.Value is null ? words.NoData : words.OutsideTheBands),
        Extra: $"{benchmark.Sector}, {benchmark.Country}, {benchmark.Period}");

    private static ReportCell Notes(ScorecardLine line, Phrases words)
    {
        string warning = line switch
        {
            { HasNoInterval: true, Estimate.N: <= 1 } => words.NoIntervalOfOneOrTotals,
            { HasNoInterval: true } => words.NoInterval,
            { IsThin: true } => words.ThinSample,
            _ => "",
        };
        warning = Phrases.JoinNotEmpty(", ", line.Basis?.MarksIn(words) ?? "", warning);
        return line.Note is not { Length: > 0 } note
            ? new("", warning, Tone: Tone.Caution)
            : new(warning.Length > 0 ? note + " –" : note, warning, Tone: Tone.Caution);
    }

    private static string Moved(ScorecardLine? line, string label, Phrases words)
    {
        string name = line is null ? label : words.Label(label, line.Definition);
        return line?.Previous?.Change is { } change
            ? $"{name} {words.Change(line.Definition, change.Difference, line.Currency)} ({words.Verdict(line.Verdict)})"
            : $"{name} ({words.NothingToCompare})";
    }
}
