using CxKpi.Trends;

namespace CxKpi.Benchmarks.Forecasts;

/// <summary>A series whose end is known.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Series">Its figures.</param>
/// <param name="First">The fewest periods before an origin.</param>
/// <param name="Every">How many periods lie between two origins.</param>
/// <param name="Ahead">How many periods are expected from each.</param>
/// <param name="Cycle">The number of seasons.</param>
internal sealed record PastSeries(string Name, PeriodSeries Series, int First, int Every, int Ahead, int Cycle)
{
    /// <summary>How many periods are known at each origin.</summary>
    public IEnumerable<int> Origins()
    {
        for (int known = First; known + Ahead <= Series.Count; known += Every)
        {
            yield return known;
        }
    }
}
