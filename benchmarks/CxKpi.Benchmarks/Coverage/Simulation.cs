namespace CxKpi.Benchmarks.Coverage;

/// <summary>Draws one sample of a size and says what its interval makes of the truth.</summary>
internal delegate Outcome Draw(ref RepeatableRandom random, int size);

/// <summary>Simulated cells.</summary>
internal static class Simulation
{
    public static Cell Of(string name, int size, int samples, Draw draw)
    {
        Outcome[] outcomes = Simulated.Of(samples, i =>
        {
            RepeatableRandom random = new(unchecked((ulong)i * 1_000_003 + (ulong)size * 7919 + 17));
            return draw(ref random, size);
        });
        return Of(name, size, outcomes) with { Error = Math.Sqrt(0.05 * 0.95 / samples) };
    }

    public static Cell Of(string name, int size, IReadOnlyCollection<Outcome> outcomes) => new(
        name,
        size,
        Share(outcomes, x => x.IsBelow),
        Share(outcomes, x => x.IsAbove),
        Share(outcomes, x => x.IsFlagged),
        Share(outcomes, x => x.IsDecided));

    /// <summary>The position in a list of chances that add up to 1.</summary>
    public static int Pick(ref RepeatableRandom random, ReadOnlySpan<double> chances)
    {
        double left = random.NextUnit();
        for (int i = 0; i < chances.Length - 1; i++)
        {
            left -= chances[i];
            if (left < 0)
            {
                return i;
            }
        }

        return chances.Length - 1;
    }

    private static double Share(IReadOnlyCollection<Outcome> outcomes, Func<Outcome, bool> which) => (double)outcomes.Count(which) / outcomes.Count;
}
