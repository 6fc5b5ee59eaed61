namespace CxKpi;

/// <summary>What a reader of an interval should know besides its limits.</summary>
[Flags]
public enum EstimateFlags
{
    /// <summary>Nothing to add.</summary>
    None = 0,

    /// <summary>One observation or one total says nothing about its own spread: there are no limits.</summary>
    SingleObservation = 1,

    /// <summary>All observations are equal: the interval has no width, which says little.</summary>
    ZeroVariance = 2,

    /// <summary>The value lies at an end of its range.</summary>
    Boundary = 4,

    /// <summary>A limit was cut to the range of the value.</summary>
    Clipped = 8,

    /// <summary>An expected count is below 5: a large-sample test is rough, and below 1 an exact one was used.</summary>
    SmallExpected = 16,

    /// <summary>Too few observations to bound the value on one side: that limit is <see langword="null"/>.</summary>
    Unbounded = 32,

    /// <summary>The whole population was observed: there is no sampling error.</summary>
    Census = 64,

    /// <summary>Fewer than ten clusters: the interval is rough.</summary>
    FewClusters = 128,

    /// <summary>The answers were mapped from another question or scale: not comparable with the standard KPI.</summary>
    NonStandardScale = 256,

    /// <summary>Items that have not ended yet are left out: long durations are missing, and the value is usually too low.</summary>
    OpenItemsLeftOut = 512,
}
