using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The test of a share against a target.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<TargetTest>))]
public enum TargetTest
{
    /// <summary>The exact binomial test, which is the default.</summary>
    Exact,

    /// <summary>The score test, whose standard error is that of the target. Wilson's interval excludes the target exactly when this test does.</summary>
    Score,
}
