using BenchmarkDotNet.Attributes;

namespace CxKpi.Benchmarks;

/// <summary>Tallying answers from 0 to 10: the library, reading alone, a plain loop, LINQ.</summary>
[MemoryDiagnoser]
public class TallyBenchmarks
{
    private byte[] bytes = [];
    private int[] ints = [];

    [Params(100, 10_000, 10_000_000)]
    public int Answers { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        bytes = TallyContenders.RandomBytes(Answers);
        ints = TallyContenders.RandomInts(Answers);
    }

    [Benchmark(Baseline = true)]
    public long TallyBytes() => TallyContenders.Tally(bytes.AsSpan());

    [Benchmark]
    public long ReadBytesOnce() => TallyContenders.ReadOnce(bytes);

    [Benchmark]
    public long LinqOverBytes() => TallyContenders.Linq(bytes);

    [Benchmark]
    public long TallyInts() => TallyContenders.Tally(ints.AsSpan());

    [Benchmark]
    public long SwitchOverInts() => TallyContenders.SwitchLoop(ints);
}
