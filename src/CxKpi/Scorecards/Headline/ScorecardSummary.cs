using CxKpi.Trends;

namespace CxKpi;

/// <summary>What a scorecard says first, composed from the verdicts of its lines: no sentence says more than they do.</summary>
internal sealed class ScorecardSummary
{
    private readonly Scorecard card;
    private readonly Phrases words;

    internal ScorecardSummary(Scorecard card, Phrases words)
    {
        this.card = card;
        this.words = words;
        Urgent = [.. card.Lines.Where(line => UrgencyOf(line) < Urgency.Thin).OrderBy(UrgencyOf)];
    }

    /// <summary>The lines to act on and to watch, the most urgent first.</summary>
    internal IReadOnlyList<ScorecardLine> Urgent { get; }

    /// <summary>Targets, what changed beyond chance, and what the season explains.</summary>
    internal string Headline => card.Lines.Count == 0 ? words.NoKpiWasAdded : string.Join(" ", Sentences());

    /// <summary>What to act on and to watch, how much is quiet, what rests on thin samples, and what chance does.</summary>
    internal string Lead => Phrases.JoinNotEmpty(
        " ",
        Items(Urgent.Where(IsToActOn)) is { Length: > 0 } act ? words.ActOn(act) : "",
        Items(Urgent.Where(line => !IsToActOn(line))) is { Length: > 0 } watch ? words.Watch(watch) : "",
        card.Judged > 0 ? words.QuietOf(Count(LatestVerdict.NoEvidence) + Count(LatestVerdict.AsExpected), card.Judged) : "",
        Names(card.Lines.Where(line => line is { IsThin: true, HasNoInterval: false })) is { Length: > 0 } thin ? words.ThinOnes(thin) : "",
        Names(card.Lines.Where(line => line.HasNoInterval)) is { Length: > 0 } bare ? words.WithoutIntervalOnes(bare) : "",
        ByChance());

    internal static Urgency UrgencyOf(ScorecardLine line) => line switch
    {
        { Target: { Status: TargetStatus.Missed, IsDue: not false } } => Urgency.MissesTarget,
        { Verdict: LatestVerdict.Worse, Judgement.HasHistory: true, IsThin: false } => Urgency.Worse,
        { Target.Status: TargetStatus.Undecided or TargetStatus.Missed } or { Verdict: LatestVerdict.Worse } => Urgency.ToWatch,
        { Verdict: LatestVerdict.MovedDown, Definition.Direction: not KpiDirection.LowerIsBetter } => Urgency.ToWatch,
        { Verdict: LatestVerdict.MovedUp, Definition.Direction: not KpiDirection.HigherIsBetter } => Urgency.ToWatch,
        { IsThin: true } => Urgency.Thin,
        _ => Urgency.Quiet,
    };

    /// <summary>The label of a line as sentences have it.</summary>
    internal static string Name(ScorecardLine line, Phrases words) => TerminalText.Clean(words.Label(line.Label, line.Definition));

    private static bool IsToActOn(ScorecardLine line) => UrgencyOf(line) <= Urgency.Worse;

    private IEnumerable<string> Sentences()
    {
        if (Targets() is { Length: > 0 } targets)
        {
            yield return targets;
        }

        string[] changes =
        [
            .. Said(LatestVerdict.Worse, words.GotWorse),
            .. Said(LatestVerdict.Better, words.GotBetter),
            .. Said(LatestVerdict.MovedDown, words.FellBelowUsual),
            .. Said(LatestVerdict.MovedUp, words.RoseAboveUsual),
            .. Said(LatestVerdict.Lower, words.Fell),
            .. Said(LatestVerdict.Higher, words.Rose),
            .. BySamplingErrorOnly(),
        ], seasonal = [.. OfSeason(isFall: true), .. OfSeason(isFall: false)];
        string nothing = card.Judged == 0 ? words.NothingToJudgeYet
            : card.Lines.All(line => line.Judgement is not { IsJudged: true } verdict || verdict.Basis == LatestBasis.Season) ? words.NothingBeyondSeason
            : seasonal.Length == 0 ? words.NothingChangedByEvidence
            : "";
        foreach (string sentence in (string[])[.. changes.Length == 0 && nothing.Length > 0 ? [nothing] : changes, .. seasonal])
        {
            yield return sentence;
        }
    }

    private string Targets()
    {
        ScorecardLine[] lines = [.. card.Lines.Where(line => line.Target is { Status: not TargetStatus.NoData })];
        int missed = lines.Count(line => line.Target is { Status: TargetStatus.Missed, IsDue: not false });
        int notYet = lines.Count(line => line.Target is { Status: TargetStatus.Missed, IsDue: false });
        int met = lines.Count(line => line.Target!.Status == TargetStatus.Met), undecided = lines.Length - missed - notYet - met;
        if (lines.Length < 2)
        {
            return lines is [{ Target: { } only } line]
                ? words.TargetIs(Name(line, words), LineWords.Status(only.Status, only.IsDue, words).Words)
                : "";
        }

        return missed == lines.Length ? words.AllTargetsAreMissed(missed)
            : met == lines.Length ? words.AllTargetsAreMet(met)
            : words.TargetsAre(lines.Length, string.Join(", ", ((string[])
            [
                missed > 0 ? words.CountMissed(missed) : "",
                notYet > 0 ? words.CountNotMetYet(notYet) : "",
                undecided > 0 ? words.CountUndecided(undecided) : "",
                met > 0 ? words.CountMet(met) : "",
            ]).Where(part => part.Length > 0)));
    }

    private IEnumerable<string> Said(LatestVerdict verdict, Func<string, string> sentence)
    {
        ScorecardLine[] lines = [.. card.Lines.Where(line => line.Verdict == verdict && line.Judgement is { HasHistory: true })];
        return lines.Length == 0 ? [] : [sentence(Names(lines))];
    }

    // Two periods and nothing else: such a change is often one that any month brings, so it is said apart and of no line that it is better or worse.
    private IEnumerable<string> BySamplingErrorOnly()
    {
        ScorecardLine[] lines =
        [
            .. card.Lines.Where(line => line is { Judgement: { IsJudged: true, HasHistory: false }, Verdict: not LatestVerdict.NoEvidence }),
        ];
        return lines.Length == 0 ? [] : [words.DifferBySamplingErrorOnly(Names(lines))];
    }

    /// <summary>What fell or rose as its season leads one to expect.</summary>
    private IEnumerable<string> OfSeason(bool isFall) => card.Lines
        .Where(line => line.Period is not null && BySeason(line) is { } move && move < 0 == isFall)
        .GroupBy(line => words.Season(Season.Of(line.Period!.Value)), StringComparer.Ordinal)
        .Select(season => isFall ? words.FallOfSeason(Names(season), season.Key) : words.RiseOfSeason(Names(season), season.Key));

    /// <summary>
    /// The move from the period before where the season explains it: it is large enough to be called a change if the period before had been what was
    /// expected, half of it or more was expected, and the figure lies within the limits.
    /// </summary>
    private static double? BySeason(ScorecardLine line)
    {
        if (line is not
            {
                Latest: { Verdict: LatestVerdict.AsExpected, Basis: LatestBasis.Season, Expected: { } expected, Lower: { } lower, Upper: { } upper },
                Value: { } now,
                Previous.Value: { } before,
            })
        {
            return null;
        }

        double move = now - before, share = (expected - before) / move;
        return Math.Abs(move) > (move < 0 ? expected - lower : upper - expected) && share >= 0.5 ? move : null;
    }

    private int Count(LatestVerdict verdict) => card.Lines.Count(line => line.Verdict == verdict);

    private string Names(IEnumerable<ScorecardLine> lines) => words.Listed([.. lines.Select(line => Name(line, words))]);

    private string Items(IEnumerable<ScorecardLine> lines) => words.Listed([.. lines.Select(Item)]);

    /// <summary>The name of a line with the figure that makes it urgent.</summary>
    private string Item(ScorecardLine line)
    {
        string value = line.Target?.Value is { } judged ? line.TargetIn(words, judged) : line.ValueIn(words);
        string figure = line.Target is { Status: TargetStatus.Missed or TargetStatus.Undecided } target
            ? words.BesideGoal(value, LineWords.Bound(target.Target, line, words))
            : line.Previous?.Change is { } change ? words.Change(line.Definition, change.Difference, line.Currency, line.Value)
            : value;
        return $"{Name(line, words)} ({figure})";
    }

    /// <summary>How many of the lines chance marks when nothing changed; of all reports, how many have such a line with Holm's method.</summary>
    private string ByChance()
    {
        int judged = card.Judged, pairwise = card.Lines.Count(line => line.Judgement is { IsJudged: true, HasHistory: false });
        return judged == 0 ? "" : Phrases.JoinNotEmpty(
            " ",
            card.IsHolm
                ? words.MarkedByChanceUnderHolm(judged, words.Percent(1 - card.Confidence))
                : words.MarkedByChance(judged, words.Number(Math.Round(card.MarkedByChance, 2))),
            pairwise == 0 ? "" : words.BySamplingErrorAreMarkedMoreOften(pairwise));
    }
}
