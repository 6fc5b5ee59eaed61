using BenchmarkDotNet.Attributes;

namespace CxKpi.Benchmarks;

/// <summary>Tallying answers from 0 to 10: the library, reading alone, a plain loop, LINQ.</summary>
[MemoryDiagnoser]
public class TallyBenchmarks
{
    private byte[] _bytes = [];
    private int[] _ints = [];

    [Params(100, 10_000, 10_000_000)]
    public int Answers { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        _bytes = TallyContenders.RandomBytes(Answers);
        _ints = TallyContenders.RandomInts(Answers);
    }

    [Benchmark(Baseline = true)]
    public long TallyBytes() => TallyContenders.Tally(_bytes.AsSpan());

    [Benchmark]
    public long ReadBytesOnce() => TallyContenders.ReadOnce(_bytes);

    [Benchmark]
    public long LinqOverBytes() => TallyContenders.Linq(_bytes);

    [Benchmark]
    public long TallyInts() => TallyContenders.Tally(_ints.AsSpan());

    [Benchmark]
    public long SwitchOverInts() => TallyContenders.SwitchLoop(_ints);
}
