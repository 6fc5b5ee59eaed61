namespace CxKpi;

/// <summary>What chance does to the lines of a scorecard together.</summary>
internal static class ScorecardMultiplicity
{
    /// <summary>The lines judged together by Holm's method.</summary>
    /// <remarks>A verdict without a p-value is known to lie below the significance level or not, and is taken to lie there.</remarks>
    internal static ScorecardLine[] Adjusted(IReadOnlyList<ScorecardLine> lines, double confidence)
    {
        ScorecardVerdict?[] verdicts = [.. lines.Select(line => line.Judgement is { IsJudged: true } verdict ? verdict : null)];
        double?[] p = [.. verdicts.Select(verdict => verdict is null ? (double?)null : verdict.PValue ?? (verdict.IsMarked ? 1 - confidence : 1))];
        IReadOnlyList<double?> adjusted = Multiplicity.Adjust(p);
        int judged = p.Count(value => value is not null);
        return [.. lines.Select((line, i) =>
            verdicts[i] is { } verdict ? line with { Latest = verdict.Among(adjusted[i]!.Value, judged, confidence) } : line)];
    }
}
