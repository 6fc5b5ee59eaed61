using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The test of two independent shares.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<ShareTest>))]
public enum ShareTest
{
    /// <summary>The N - 1 chi-square test, or Fisher's where any expected count is below 1 (Campbell 2007), which is the default.</summary>
    Recommended,

    /// <summary>The chi-square test with N - 1 in place of N (Campbell 2007).</summary>
    NMinusOneChiSquare,

    /// <summary>Fisher's exact test, which is never called different more often than promised, and often much more rarely.</summary>
    Fisher,

    /// <summary>The z test with the pooled share, which is Pearson's chi-square test without correction.</summary>
    PooledZ,
}
