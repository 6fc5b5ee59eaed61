using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The variant of McNemar's test of two shares of the same customers.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<McNemarTest>))]
public enum McNemarTest
{
    /// <summary>The exact test with the observed outcome counted by half, which is the default (Fagerland, Lydersen and Laake 2013).</summary>
    MidP,

    /// <summary>The exact test, which is never called different more often than promised, and often more rarely.</summary>
    Exact,

    /// <summary>McNemar's chi-square test (1947). Tango's interval excludes 0 exactly when this test does.</summary>
    Asymptotic,
}
