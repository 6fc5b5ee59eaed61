using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Warnings that a reader of an interval should know in addition to its limits.</summary>
[Flags]
[JsonConverter(typeof(EnumNameJsonConverter<EstimateFlags>))]
public enum EstimateFlags
{
    /// <summary>There is no warning.</summary>
    None = 0,

    /// <summary>There are no limits, because one observation or one total shows nothing of its own spread.</summary>
    SingleObservation = 1,

    /// <summary>All observations are equal: the interval has no width, which means little.</summary>
    ZeroVariance = 2,

    /// <summary>The value lies at an end of its range.</summary>
    Boundary = 4,

    /// <summary>A limit was cut to the range of the value.</summary>
    Clipped = 8,

    /// <summary>A change between two shares has an expected count below 5, so its limits and its p-value are rough.</summary>
    SmallExpected = 16,

    /// <summary>There are too few observations to bound the value on one side; that limit is <see langword="null"/>.</summary>
    Unbounded = 32,

    /// <summary>The whole population was observed, so there is no sampling error.</summary>
    Census = 64,

    /// <summary>There are fewer than ten clusters, so the interval is rough.</summary>
    FewClusters = 128,

    /// <summary>The answers were mapped from another question or scale and are not comparable with the standard KPI.</summary>
    NonStandardScale = 256,

    /// <summary>Items that have not ended yet are left out; long durations are therefore missing, and the value is usually too low.</summary>
    OpenItemsLeftOut = 512,

    /// <summary>The amounts are so skewed that the limits cannot be trusted at this number of rows:
    /// the true mean is more often above them than promised.</summary>
    Skewed = 1024,

    /// <summary>The two periods differ in length; they are compared per day, with the baseline brought to the length of the later one.</summary>
    UnequalPeriods = 2048,

    /// <summary>The value was published rounded: the limits allow for every count that it can stand for.</summary>
    RoundedFigures = 4096,

    /// <summary>The limits of a change include how much periods vary besides chance in who was observed.</summary>
    BetweenPeriods = 8192,

    /// <summary>The estimate that a change was taken from has warnings, which say how far its limits can be trusted.</summary>
    Warned = 16384,

    /// <summary>A single row can hold more than a fifth of the base: the value rests on it, and the limits do not say what it will do next.</summary>
    Concentrated = 32768,
}
