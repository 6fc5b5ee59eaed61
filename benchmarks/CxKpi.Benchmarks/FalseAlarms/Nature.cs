namespace CxKpi.Benchmarks.FalseAlarms;

/// <summary>What moves simulated figures besides a season.</summary>
/// <param name="Name">Its name in the record.</param>
/// <param name="Errors">A process, or at φ = 1 a level that wanders, beside white noise; for shares on the scale of logits, with sampling on top.</param>
/// <param name="Shares">Whether the figures are shares of counts.</param>
internal sealed record Nature(string Name, ErrorProcess Errors, bool Shares)
{
    /// <summary>The kind of the figures, in quarters where the cycle is 4.</summary>
    public string Data(int cycle) => (Shares ? "shares" : "values") + (cycle == 4 ? "/4" : "");

    /// <param name="index">The number of the series; each has a seed of its own.</param>
    /// <param name="cycle">12 for months, 4 for quarters.</param>
    /// <param name="length">The number of periods.</param>
    /// <param name="standardErrors">The trend, in standard errors of who knows the noise.</param>
    public WanderingSeries Simulate(int index, int cycle, int length, double standardErrors)
    {
        ulong seed = unchecked((ulong)index * 1_000_003 + (ulong)(length * 7919 + cycle * 104_729) + (ulong)Name.Sum(letter => letter * 131));
        return new(seed, this, cycle, length, standardErrors);
    }
}
