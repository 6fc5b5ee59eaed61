using System.Text.Json.Serialization;

namespace CxKpi.Practices;

/// <summary>What a feature does to satisfaction where it is there, and where it is missing.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<KanoCategory>))]
public enum KanoCategory
{
    /// <summary>Taken for granted: it disappoints where it is missing and delights nobody where it is there.</summary>
    MustBe,

    /// <summary>The more the better: it pleases where it is there and disappoints where it is missing.</summary>
    OneDimensional,

    /// <summary>It delights where it is there, and nobody misses it.</summary>
    Attractive,

    /// <summary>Nobody cares.</summary>
    Indifferent,

    /// <summary>It is not wanted.</summary>
    Reverse,

    /// <summary>The two answers contradict each other.</summary>
    Questionable,
}
