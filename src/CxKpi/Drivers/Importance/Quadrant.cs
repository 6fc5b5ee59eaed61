using System.Text.Json.Serialization;

namespace CxKpi.Practices;

/// <summary>Where a driver lies by its importance and by how well it is done.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<Quadrant>))]
public enum Quadrant
{
    /// <summary>Important and not done well.</summary>
    ConcentrateHere,

    /// <summary>Important and done well.</summary>
    KeepUp,

    /// <summary>Neither important nor done well.</summary>
    LowPriority,

    /// <summary>Done well, but not important: effort may be missed elsewhere.</summary>
    PossibleOverkill,
}
