namespace CxKpi.Fuzz;

/// <summary>The random numbers of each call, which depend on the seed and its number alone: not on the calls before, and not on how fast they were.</summary>
internal sealed class Draws(int seed)
{
    private Random random = new(seed);

    internal void Begin(long call) => random = new Random(Mixed(((ulong)(uint)seed << 40) ^ (ulong)call));

    /// <summary>A whole number from 0, below a limit.</summary>
    internal int Below(int limit) => random.Next(limit);

    internal long Below(long limit) => random.NextInt64(limit);

    internal bool OnceIn(int times) => random.Next(times) == 0;

    internal double Share() => random.NextDouble();

    internal T One<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];

    // The finaliser of SplitMix64: neighbouring calls share nothing.
    private static int Mixed(ulong bits)
    {
        unchecked
        {
            bits += 0x9E37_79B9_7F4A_7C15;
            bits = (bits ^ (bits >> 30)) * 0xBF58_476D_1CE4_E5B9;
            bits = (bits ^ (bits >> 27)) * 0x94D0_49BB_1331_11EB;
            return (int)(bits >> 33);
        }
    }
}
