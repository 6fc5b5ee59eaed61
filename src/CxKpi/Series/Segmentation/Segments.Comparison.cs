namespace CxKpi;

public sealed partial class Segments<TKey, TKpi>
{
    // After one of many is put aside, the others are compared with nearly the same records: only those that stand out most are compared again at once.
    private const int ComparedAgain = 32;

    // Figures that differ by rounding only.
    private const double Tied = 1e-9;

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
        List<int> left = [.. Enumerable.Range(0, all.Length)], compared = left;
        Change?[] changes = new Change?[all.Length];
        double least = 0;
        while (true)
        {
            CompareWithTheOthers(all, left, compared, changes, confidence);
            int told = left.Count(i => IsTold(changes[i]));

            // Of two segments, each is all others of the other one: it is one comparison.
            int questions = told == 2 ? 1 : told;
            SegmentDifference<TKey>[] apart = told < 3 ? [] : [.. Furthest(compared).Select(i => judged[i] = Judged(i, questions))];
            if (apart.Length > 0 && apart[0].AdjustedPValue < 1 - confidence)
            {
                // They are part of what the others were compared with, and make them look apart too: these are asked again without them.
                least = apart[0].AdjustedPValue!.Value;
                left.RemoveAll(i => apart.Any(one => ReferenceEquals(one, judged[i])));
                compared = [.. left.Where(i => IsTold(changes[i])).OrderBy(i => changes[i]!.Value.PValue).Take(ComparedAgain)];
            }
            else if (compared.Count < left.Count)
            {
                compared = left;
            }
            else
            {
                left.ForEach(i => judged[i] = Judged(i, questions));
                int[] pair = told == 2 ? [.. left.Where(i => IsTold(changes[i]))] : [];
                return new(method == MultiplicityMethod.Holm ? judged : Adjusted(judged, pair, method, confidence), TKpi.Definition.Direction, confidence)
                {
                    Method = method,
                };
            }
        }

        // Segments that lie as far apart as each other, such as two mirrored ones, go together: none of them may decide over the others by where it stands.
        IEnumerable<int> Furthest(List<int> among)
        {
            Change[] told = [.. among.Select(i => changes[i]).Where(IsTold).Select(change => change!.Value)];
            double p = told.Min(change => change.PValue!.Value) * (1 + Tied);
            double furthest = told.Where(change => change.PValue <= p).Max(change => Math.Abs(change.Difference)) * (1 - Tied);
            return among.Where(i => IsTold(changes[i]) && changes[i]!.Value.PValue <= p && Math.Abs(changes[i]!.Value.Difference) >= furthest);
        }

        // A p-value is never below that of a segment put aside before.
        SegmentDifference<TKey> Judged(int i, int questions)
        {
            double? adjusted = IsTold(changes[i]) ? Math.Max(least, Math.Min(1, questions * changes[i]!.Value.PValue!.Value)) : null;
            return Decided(judged[i] with { Change = changes[i] }, adjusted, confidence);
        }
    }

    private static bool IsTold(Change? change) => change is { PValue: not null, Verdict: not ChangeVerdict.Unknown };

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

    /// <summary>Compares some of those that are left, each with all others that are left: those before and those after it.</summary>
    private static void CompareWithTheOthers(
        KeyValuePair<TKey, TKpi>[] all, List<int> left, List<int> compared, Change?[] changes, double confidence)
    {
        TKpi[] after = new TKpi[left.Count];
        for (int i = left.Count - 2; i >= 0; i--)
        {
            after[i] = Together(all[left[i + 1]].Value, after[i + 1]);
        }

        HashSet<int> asked = [.. compared];
        TKpi before = default;
        for (int i = 0; i < left.Count; i++)
        {
            TKpi own = all[left[i]].Value;
            if (asked.Contains(left[i]))
            {
                changes[left[i]] = own.ChangeFrom(Together(before, after[i]), confidence);
            }

            before = Together(before, own);
        }
    }
}
