namespace CxKpi;

public sealed partial class Segments<TKey, TKpi>
{
    /// <summary>Compares every segment with all others together, and judges the comparisons together.</summary>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The segments with their verdicts, and those at either end that stand out.</returns>
    /// <exception cref="ArgumentException">The records were gathered under different rules.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public SegmentComparison<TKey> Compare(double confidence = 0.95) => Compare(MultiplicityMethod.Holm, confidence);

    /// <summary>Compares every segment with all others together, and adjusts the p-values by a method.</summary>
    /// <remarks>
    /// Holm's method, the default, goes step by step, as <see cref="SegmentComparison{TKey}"/> says. The other methods adjust the p-values that these steps
    /// found, all together: a segment that stands out by Holm's steps is no part of what the others are compared with, whatever the method.
    /// </remarks>
    /// <param name="method">The method; those of Benjamini allow false names among many right ones, and suit lists that are followed up one by one.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The segments with their verdicts, and those at either end that stand out.</returns>
    /// <exception cref="ArgumentException">The records were gathered under different rules.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1, or the method is not a named value.</exception>
    public SegmentComparison<TKey> Compare(MultiplicityMethod method, double confidence = 0.95)
    {
        Guard.Defined(method);
        Guard.Confidence(confidence);
        KeyValuePair<TKey, TKpi>[] all = [.. records];
        SegmentDifference<TKey>[] judged =
            [.. all.Select(segment => new SegmentDifference<TKey>(segment.Key, TKpi.Definition, segment.Value.Currency) { Value = segment.Value.Value })];
        List<int> left = [.. Enumerable.Range(0, all.Length)];
        double least = 0;
        while (true)
        {
            Change?[] changes = FromTheOthers([.. left.Select(i => all[i].Value)], confidence);
            int told = changes.Count(IsTold);

            // Of two segments, each is all others of the other one: it is one comparison.
            int questions = told == 2 ? 1 : told;
            for (int i = 0; i < changes.Length; i++)
            {
                judged[left[i]] = Judged(judged[left[i]], changes[i], questions, least, confidence);
            }

            // One that stands out is part of what the others were compared with, and makes them look apart too: they are asked again without it.
            if (told < 3 || Furthest(changes) is var furthest && !(judged[left[furthest]].AdjustedPValue < 1 - confidence))
            {
                int[] pair = told == 2 ? [.. left.Where((_, i) => IsTold(changes[i]))] : [];
                return new(method == MultiplicityMethod.Holm ? judged : Adjusted(judged, pair, method, confidence), TKpi.Definition.Direction, confidence)
                {
                    Method = method,
                };
            }

            least = judged[left[furthest]].AdjustedPValue!.Value;
            left.RemoveAt(furthest);
        }
    }

    private static bool IsTold(Change? change) => change is { PValue: not null, Verdict: not ChangeVerdict.Unknown };

    private static int Furthest(Change?[] changes) =>
        Enumerable.Range(0, changes.Length).Where(i => IsTold(changes[i])).MinBy(i => (changes[i]!.Value.PValue, -Math.Abs(changes[i]!.Value.Difference)));

    /// <summary>A segment beside the others that are left, its p-value never below that of one put aside before.</summary>
    private static SegmentDifference<TKey> Judged(SegmentDifference<TKey> segment, Change? change, int questions, double least, double confidence)
    {
        double? adjusted = IsTold(change) ? Math.Max(least, Math.Min(1, questions * change!.Value.PValue!.Value)) : null;
        return Decided(segment with { Change = change }, adjusted, confidence);
    }

    private static SegmentDifference<TKey> Decided(SegmentDifference<TKey> segment, double? adjusted, double confidence) => segment with
    {
        AdjustedPValue = adjusted,
        Verdict = adjusted is not { } p ? ChangeVerdict.Unknown : p < 1 - confidence ? segment.Change!.Value.Verdict : ChangeVerdict.NoEvidence,
    };

    /// <summary>The same segments with the p-values of all steps adjusted together; two that were left over are one question.</summary>
    private static SegmentDifference<TKey>[] Adjusted(SegmentDifference<TKey>[] judged, int[] pair, MultiplicityMethod method, double confidence)
    {
        IEnumerable<double?> asked = judged.Select((one, i) =>
            one.AdjustedPValue is null || (pair.Length > 0 && i == pair[^1]) ? null : one.Change!.Value.PValue);
        double?[] adjusted = [.. Multiplicity.Adjust(asked, method)];
        if (pair.Length > 0)
        {
            adjusted[pair[^1]] = adjusted[pair[0]];
        }

        return [.. judged.Select((one, i) => Decided(one, adjusted[i], confidence))];
    }

    /// <summary>Each record less the others together, which are those before and those after it.</summary>
    private static Change?[] FromTheOthers(TKpi[] all, double confidence)
    {
        TKpi[] after = new TKpi[all.Length];
        for (int i = all.Length - 2; i >= 0; i--)
        {
            after[i] = all[i + 1].Combine(after[i + 1]);
        }

        Change?[] changes = new Change?[all.Length];
        TKpi before = default;
        for (int i = 0; i < all.Length; i++)
        {
            changes[i] = all[i].ChangeFrom(before.Combine(after[i]), confidence);
            before = before.Combine(all[i]);
        }

        return changes;
    }
}
