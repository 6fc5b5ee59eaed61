namespace CxKpi;

public sealed partial class Segments<TKey, TKpi>
{
    /// <summary>Compares every segment with all others together, and judges the comparisons together.</summary>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The segments with their verdicts, and those at either end that stand out.</returns>
    /// <exception cref="ArgumentException">The records were gathered under different rules.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public SegmentComparison<TKey> Compare(double confidence = 0.95)
    {
        Guard.Confidence(confidence);
        KeyValuePair<TKey, TKpi>[] all = [.. records];
        Change?[] changes = FromTheOthers(all, confidence);
        double?[] adjusted = Adjusted(changes);
        return new(
            [.. all.Select((segment, i) => new SegmentDifference<TKey>(segment.Key, TKpi.Definition, segment.Value.Currency)
            {
                Value = segment.Value.Value,
                Change = changes[i],
                AdjustedPValue = adjusted[i],
                Verdict = adjusted[i] is not { } p ? ChangeVerdict.Unknown : p < 1 - confidence ? changes[i]!.Value.Verdict : ChangeVerdict.NoEvidence,
            })],
            TKpi.Definition.Direction,
            confidence);
    }

    /// <summary>Each record less the others together, which are those before and those after it.</summary>
    private static Change?[] FromTheOthers(KeyValuePair<TKey, TKpi>[] all, double confidence)
    {
        TKpi[] after = new TKpi[all.Length];
        for (int i = all.Length - 2; i >= 0; i--)
        {
            after[i] = all[i + 1].Value.Combine(after[i + 1]);
        }

        Change?[] changes = new Change?[all.Length];
        TKpi before = default;
        for (int i = 0; i < all.Length; i++)
        {
            changes[i] = all[i].Value.ChangeFrom(before.Combine(after[i]), confidence);
            before = before.Combine(all[i].Value);
        }

        return changes;
    }

    private static double?[] Adjusted(Change?[] changes)
    {
        int[] told = [.. Enumerable.Range(0, changes.Length).Where(i => changes[i] is { PValue: not null, Verdict: not ChangeVerdict.Unknown })];
        double[] p = [.. told.Select(i => changes[i]!.Value.PValue!.Value)];

        // Of two segments, each is all others of the other one: it is one comparison.
        IReadOnlyList<double> adjusted = changes.Count(change => change is not null) == 2 ? p : Multiplicity.Holm(p);
        double?[] result = new double?[changes.Length];
        for (int i = 0; i < told.Length; i++)
        {
            result[told[i]] = adjusted[i];
        }

        return result;
    }
}
