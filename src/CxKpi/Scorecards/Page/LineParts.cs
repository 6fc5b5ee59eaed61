using CxKpi.Trends;

namespace CxKpi;

/// <summary>What the cells of a line say, with a sign beside every colour.</summary>
internal static class LineParts
{
    /// <summary>The change from the period before with a sign, and why it is called as it is.</summary>
    internal static ReportCell Change(ScorecardLine line, Phrases words)
    {
        ReportCell verdict = line.Judgement?.Cell(words) ?? default;
        string moved = line.Previous?.Change is { } change ? words.Change(line.Definition, change.Difference, line.Currency, line.Value) : "";
        if (moved.Length == 0 && verdict.IsEmpty)
        {
            return default;
        }

        string why = line.Judgement is { } judged
            ? verdict.Detail + (judged.ReasonIn(words.Language) is { Length: > 0 } reason ? words.Colon + reason : "")
            : "";
        return moved.Length > 0
            ? new($"{Sign(line)} {moved}".Trim(), Tone: verdict.Tone) { Because = why }
            : new($"{Sign(line)} {verdict.Detail}".Trim(), Tone: verdict.Tone) { Because = line.Judgement?.ReasonIn(words.Language) ?? "" };
    }

    /// <summary>The target with a sign for its status.</summary>
    internal static ReportCell Target(ScorecardLine line, Phrases words)
    {
        if (line.Target is not { } target)
        {
            return default;
        }

        (string status, Tone tone) = LineWords.Status(target.Status, target.IsDue, words);
        string sign = target.Status switch
        {
            TargetStatus.Met => "✓ ",
            TargetStatus.Missed => "✕ ",
            TargetStatus.Undecided => "◦ ",
            TargetStatus.NoData => "",
        };
        return new($"{sign}{status}", Tone: tone) { Because = LineWords.Bound(target.Target, line, words) };
    }

    private static string Sign(ScorecardLine line) => line.Verdict switch
    {
        LatestVerdict.Unknown => "",
        LatestVerdict.NoEvidence or LatestVerdict.AsExpected => "◦",
        LatestVerdict.MovedUp or LatestVerdict.Higher => "▲",
        LatestVerdict.MovedDown or LatestVerdict.Lower => "▼",
        LatestVerdict.Better or LatestVerdict.Worse =>
            line.Verdict == LatestVerdict.Better == (line.Definition.Direction != KpiDirection.LowerIsBetter) ? "▲" : "▼",
    };
}
