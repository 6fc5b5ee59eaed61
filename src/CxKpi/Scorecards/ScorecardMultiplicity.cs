namespace CxKpi;

/// <summary>What chance does to the lines of a scorecard together.</summary>
internal static class ScorecardMultiplicity
{
    /// <summary>The lines judged together by Holm's method.</summary>
    /// <remarks>A verdict without a p-value is known to lie below the significance level or not, and is taken to lie there.</remarks>
    internal static ScorecardLine[] Adjusted(IReadOnlyList<ScorecardLine> lines, double confidence)
    {
        ScorecardVerdict?[] verdicts = [.. lines.Select(line => line.Judgement is { IsJudged: true } verdict ? verdict : null)];
        double[] p = [.. verdicts.OfType<ScorecardVerdict>().Select(verdict => verdict.PValue ?? (verdict.IsMarked ? 1 - confidence : 1))];
        Queue<double> adjusted = new(Multiplicity.Holm(p));
        return [.. lines.Zip(verdicts, (line, verdict) =>
            verdict is null ? line : line with { Latest = verdict.Among(adjusted.Dequeue(), p.Length, confidence) })];
    }

    /// <summary>How many of the lines chance marks when nothing changed; of all reports, how many have such a line with Holm's method.</summary>
    internal static string Sentence(Scorecard card, Phrases words)
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
