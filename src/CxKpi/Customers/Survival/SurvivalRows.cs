using System.Runtime.InteropServices;

namespace CxKpi;

/// <summary>Makes tables of risk sets: one sort of the times at which customers come and go, and one pass.</summary>
internal static class SurvivalRows
{
    internal static SurvivalStep[] Tallied(IEnumerable<Tenure> tenures)
    {
        List<double> times = [];
        List<(long Entered, long Ended, long Open)> counts = [];
        long present = 0;
        foreach (Tenure tenure in tenures)
        {
            if (tenure.Count == 0)
            {
                continue;
            }

            times.Add(tenure.Exit);
            counts.Add(tenure.HasEnded ? (0, tenure.Count, 0) : (0, 0, tenure.Count));
            if (tenure.Entry == 0)
            {
                present = Guard.Sum("customers", present, tenure.Count);
            }
            else
            {
                times.Add(tenure.Entry);
                counts.Add((tenure.Count, 0, 0));
            }
        }

        if (times.Count == 0)
        {
            return [];
        }

        Span<double> sorted = CollectionsMarshal.AsSpan(times);
        Span<(long Entered, long Ended, long Open)> counted = CollectionsMarshal.AsSpan(counts);
        sorted.Sort(counted);
        List<SurvivalStep> steps = [];
        if (present > 0 && sorted[0] > 0)
        {
            steps.Add(new(0, present, 0, 0));
        }

        for (int i = 0, next; i < sorted.Length; i = next)
        {
            (long entered, long ended, long open) = (sorted[i] == 0 ? present : 0, 0, 0);
            for (next = i; next < sorted.Length && sorted[next] == sorted[i]; next++)
            {
                entered = Guard.Add(entered, counted[next].Entered);
                ended = Guard.Add(ended, counted[next].Ended);
                open = Guard.Add(open, counted[next].Open);
            }

            steps.Add(new(sorted[i], entered, ended, open));
        }

        return [.. steps];
    }

    internal static SurvivalStep[] Merged(ReadOnlySpan<SurvivalStep> first, ReadOnlySpan<SurvivalStep> second)
    {
        List<SurvivalStep> merged = new(first.Length + second.Length);
        int i = 0, j = 0;
        while (i < first.Length || j < second.Length)
        {
            if (j == second.Length || (i < first.Length && first[i].Time < second[j].Time))
            {
                merged.Add(first[i++]);
            }
            else if (i == first.Length || second[j].Time < first[i].Time)
            {
                merged.Add(second[j++]);
            }
            else
            {
                (SurvivalStep a, SurvivalStep b) = (first[i++], second[j++]);
                merged.Add(new(a.Time, Guard.Add(a.Entered, b.Entered), Guard.Add(a.Ended, b.Ended), Guard.Add(a.Open, b.Open)));
            }
        }

        return [.. merged];
    }
}
