namespace CxKpi.Trends;

/// <summary>What the weight of the season adds to the squared effects of the errors before a step, on all earlier steps of the same season.</summary>
/// <param name="period">The number of seasons.</param>
/// <param name="gamma">The weight of the season.</param>
/// <param name="effects">The effect of an error on the forecast so many steps later, its season aside.</param>
internal sealed class SeasonSums(int period, double gamma, double[] effects)
{
    private readonly List<int>[] earlier = [.. Enumerable.Range(0, period).Select(_ => new List<int>())];
    private readonly double[] sums = new double[period];
    private bool isEven = true;
    private int step;

    /// <summary>The sum at the next step, whose season is given.</summary>
    internal double Next(int season)
    {
        List<int> before = earlier[season];
        if (before.Count > 0)
        {
            // As long as seasons return every cycle, the lags are those of the season's last step and one more.
            isEven &= step - before[^1] == period;
            sums[season] = isEven ? sums[season] + Added(before[0]) : before.Sum(Added);
        }

        before.Add(step++);
        return sums[season];
    }

    // (c + γ)² − c²
    private double Added(int at) => gamma * (2 * effects[step - at] + gamma);
}
