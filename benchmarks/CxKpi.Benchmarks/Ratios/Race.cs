using System.Diagnostics;

namespace CxKpi.Benchmarks.Ratios;

/// <summary>Measures two ways of doing the same work on the first <c>n</c> elements of the same data.</summary>
/// <remarks>
/// Tiered compilation stays as users run it. A method is compiled for the last time once it has been called 30 times and a background thread
/// has come round to it; the framework's own precompiled methods follow the same path and would stay slow if tiering were off.
/// Many short calls with pauses in between settle both sides before the clock starts.
/// </remarks>
internal static class Race
{
    private const int Rounds = 11;
    private const int WarmUpElements = 2_000;
    private static readonly TimeSpan ShortestTurn = TimeSpan.FromMilliseconds(30);

    // What contenders return ends here, so that no compiler may drop their work.
    private static long sink;

    /// <summary>How many times faster the candidate is than the baseline: the median over rounds that each time both.</summary>
    public static double MedianSpeedRatio(Func<int, long> candidate, Func<int, long> baseline, int elements)
    {
        WarmUp(candidate);
        WarmUp(baseline);
        int candidateCalls = CallsPerTurn(candidate, elements);
        int baselineCalls = CallsPerTurn(baseline, elements);

        double[] ratios = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            double candidateTime = SecondsPerCall(candidate, elements, candidateCalls);
            ratios[round] = SecondsPerCall(baseline, elements, baselineCalls) / candidateTime;
        }

        Array.Sort(ratios);
        return ratios[Rounds / 2];
    }

    /// <summary>The bytes that one call allocates on this thread once compilation has settled.</summary>
    public static long AllocatedBytes(Func<int, long> contender, int elements)
    {
        WarmUp(contender);
        long before = GC.GetAllocatedBytesForCurrentThread();
        sink ^= contender(elements);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void WarmUp(Func<int, long> contender)
    {
        for (int pass = 0; pass < 4; pass++)
        {
            for (int call = 0; call < 50; call++)
            {
                sink ^= contender(WarmUpElements);
            }

            Thread.Sleep(150);
        }
    }

    private static int CallsPerTurn(Func<int, long> contender, int elements)
    {
        _ = SecondsPerCall(contender, elements, 1);
        return Math.Max(1, (int)(ShortestTurn.TotalSeconds / SecondsPerCall(contender, elements, 1)));
    }

    private static double SecondsPerCall(Func<int, long> contender, int elements, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        for (int call = 0; call < calls; call++)
        {
            sink ^= contender(elements);
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds / calls;
    }

    /// <summary>How many times faster the candidate is than the baseline, for work of seconds: the median over a few rounds that time each once.</summary>
    public static double MedianSpeedRatioOfLongWork(Func<long> candidate, Func<long> baseline)
    {
        sink ^= candidate() ^ baseline();
        double[] ratios = new double[5];
        for (int round = 0; round < ratios.Length; round++)
        {
            double candidateTime = Seconds(_ => candidate(), 0);
            ratios[round] = Seconds(_ => baseline(), 0) / candidateTime;
        }

        Array.Sort(ratios);
        return ratios[ratios.Length / 2];
    }

    /// <summary>The time of a million over that of half a million.</summary>
    /// <remarks>It is the median of many short rounds that time both, so that other programs disturb few of them.</remarks>
    public static double Growth(Func<int, long> work)
    {
        double[] ratios = new double[41];
        for (int round = 0; round < ratios.Length; round++)
        {
            double half = Seconds(work, 500_000);
            ratios[round] = Seconds(work, 1_000_000) / half;
        }

        Array.Sort(ratios);
        return ratios[ratios.Length / 2];
    }

    /// <summary>The time of one call.</summary>
    public static double Seconds(Func<int, long> work, int n)
    {
        long start = Stopwatch.GetTimestamp();
        sink ^= work(n);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
