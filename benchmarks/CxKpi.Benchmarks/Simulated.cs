namespace CxKpi.Benchmarks;

/// <summary>Runs one simulation many times over, on all cores.</summary>
/// <remarks>Each run makes its own seed of its number, so that the number of cores moves no figure.</remarks>
internal static class Simulated
{
    public static T[] Of<T>(int count, Func<int, T> run)
    {
        T[] results = new T[count];
        Parallel.For(0, count, i => results[i] = run(i));
        return results;
    }
}
