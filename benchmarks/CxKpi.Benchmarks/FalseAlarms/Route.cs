namespace CxKpi.Benchmarks.FalseAlarms;

/// <summary>What a method says about a series in which nothing happens.</summary>
internal enum Answer
{
    Calm,
    Alarm,
    Refused,
}

/// <summary>A method under test.</summary>
/// <param name="Name">Its name in the record.</param>
/// <param name="Decide">Its answer.</param>
internal sealed record Route(string Name, Func<NullSeries, Answer> Decide)
{
    /// <summary>How many series it is tried on, in the full record and in the quick one.</summary>
    public (int Full, int Quick) Series { get; init; } = (2000, 400);

    /// <summary>Whether it is a route that people take without the library's model.</summary>
    public bool IsNaive { get; init; }

    /// <summary>Whether its series have no season.</summary>
    public bool WithoutSeason { get; init; }

    /// <summary>Whether it reads counts, and values say nothing to it.</summary>
    public bool OnlyShares { get; init; }

    /// <summary>The rate promised where figures remember by φ, 0 for none; <see langword="null"/> for no promise.</summary>
    public Func<double, double?> Target { get; init; } = _ => null;
}
