namespace CxKpi.Benchmarks.Ratios;

/// <summary>Tallying survey answers, against reading them once, LINQ and a plain loop.</summary>
internal static class TallyRatios
{
    private const int Bytes = 100_000_000;
    private const int Ints = 10_000_000;

    public static IEnumerable<Ratio> Measure()
    {
        byte[] bytes = TallyContenders.RandomBytes(Bytes);
        int[] ints = TallyContenders.RandomInts(Ints);

        yield return new("tally.bytes.vs_read_limit", Race.MedianSpeedRatio(
            n => TallyContenders.Tally(bytes.AsSpan(0, n)),
            n => TallyContenders.ReadOnce(bytes.AsSpan(0, n)),
            Bytes), Target: 0.35);

        yield return new("tally.bytes.vs_linq", Race.MedianSpeedRatio(
            n => TallyContenders.Tally(bytes.AsSpan(0, n)),
            n => TallyContenders.Linq(new ArraySegment<byte>(bytes, 0, n)),
            Ints), Target: 50);

        yield return new("tally.ints.vs_scalar_loop", Race.MedianSpeedRatio(
            n => TallyContenders.Tally(ints.AsSpan(0, n)),
            n => TallyContenders.SwitchLoop(ints.AsSpan(0, n)),
            Ints), Target: 4);

        long allocated = Race.AllocatedBytes(n => TallyContenders.Tally(bytes.AsSpan(0, n)), Bytes)
            + Race.AllocatedBytes(n => TallyContenders.Tally(ints.AsSpan(0, n)), Ints);
        yield return new("tally.allocated_bytes", allocated, Target: 0, AtMost: true);
    }
}
