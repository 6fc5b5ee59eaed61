namespace CxKpi;

/// <summary>What a scorecard says in words, the same in every output format.</summary>
internal static class ScorecardWords
{
    internal static string Subtitle(Scorecard card, Phrases words)
    {
        string confidence = words.IntervalsAt(words.Percent(card.Confidence));
        return card.AsOf is { } day ? $"{words.FiguresThrough(words.Date(day))} {confidence}" : confidence;
    }

    /// <summary>The period of all lines that state one; <see langword="null"/> when they have several or none.</summary>
    internal static CalendarPeriod? Period(Scorecard card) => LineWords.Common(card.Lines.Select(line => line.Period));

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
        return new(words.KpisHeading, columns, Sections(card, words, line => LineWords.Row(line, words)));
    }

    /// <summary>What counts most of each line, for places with little room: the reasons stand above it in sentences.</summary>
    internal static ReportTable NarrowTable(Scorecard card, Phrases words)
    {
        ReportColumn[] columns =
        [
            new(words.KpiColumn),
            new(words.ValueColumn, IsNumber: true),
            new(words.IntervalColumn, IsNumber: true),
            new(words.ChangeColumn),
            new(words.VerdictColumn),
            new(words.TargetColumn),
        ];
        return new(words.KpisHeading, columns, Sections(card, words, line =>
        {
            ReportCell verdict = line.Judgement?.Cell(words) ?? default, change = LineParts.Change(line, words), target = LineParts.Target(line, words);
            return
            [
                new(words.Label(line.Label, line.Definition)),
                new(line.ValueIn(words)),
                new(line.IntervalIn(words)),
                new(line.Previous?.Change is null ? "" : change.Text, Tone: change.Tone),
                verdict with { Because = "" },
                new(target.Text ?? "", Tone: target.Tone),
            ];
        }));
    }

    /// <summary>What the narrow table leaves out of its names: the rules and the base of each line.</summary>
    internal static string Bases(Scorecard card, Phrases words) => words.BaseColumn + words.Colon + string.Join(
        words.Semicolon,
        card.Lines.Select(line => $"{words.Named(words.Label(line.Label, line.Definition), line.Definition, line.Basis)} ({line.BaseIn(words)})")) + ".";

    private static IReadOnlyList<ReportSection> Sections(Scorecard card, Phrases words, Func<ScorecardLine, ReportCell[]> row)
    {
        List<(string? Heading, List<ReportCell[]> Rows)> sections = [];
        foreach (ScorecardLine line in card.Lines)
        {
            if (sections.Count == 0 || !string.Equals(sections[^1].Heading, line.Group, StringComparison.Ordinal))
            {
                sections.Add((line.Group, []));
            }

            sections[^1].Rows.Add(row(line));
        }

        // Without a heading of its own, what follows a group would read as part of it.
        return [.. sections.Select((section, i) => new ReportSection(section.Heading ?? (i > 0 ? words.WithoutGroup : null), section.Rows))];
    }

    /// <summary>How an activity and its outcome changed together, as a sentence.</summary>
    internal static string Pair(Scorecard card, ScorecardPair pair, Phrases words)
    {
        string activity = Moved(card.Find(pair.Activity), pair.Activity, words), outcome = Moved(card.Find(pair.Outcome), pair.Outcome, words);
        return $"{activity}{words.Semicolon}{outcome}. {LineWords.Verdict(pair.Verdict, words)}";
    }

    /// <summary>The number of lines with each status.</summary>
    internal static IReadOnlyList<ReportCell> Summary(IReadOnlyList<ScorecardLine> lines, Phrases words)
    {
        List<ReportCell> parts = [new(words.KpiCount(lines.Count))];
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
            int count = lines.Count(says);
            if (count > 0)
            {
                parts.Add(new(phrase(count), Tone: tone));
            }
        }
    }

    private static string Moved(ScorecardLine? line, string label, Phrases words)
    {
        string name = line is null ? label : words.Label(label, line.Definition);
        return line?.Previous?.Change is { } change
            ? $"{name} {words.Change(line.Definition, change.Difference, line.Currency, line.Value)} ({words.Verdict(line.Verdict)})"
            : $"{name} ({words.NothingToCompare})";
    }
}
