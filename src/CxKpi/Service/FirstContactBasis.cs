using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>How it is known that a contact resolved the issue. The three ways disagree, and none of them can replace another.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<FirstContactBasis>))]
public enum FirstContactBasis
{
    /// <summary>The basis is not stated.</summary>
    NotStated,

    /// <summary>The agent or the system recorded the resolution; this usually gives the highest figure.</summary>
    Recorded,

    /// <summary>The customer was asked whether the issue was resolved.</summary>
    Survey,

    /// <summary>The customer did not come back within a time window. Nobody is asked, so an issue whose customer gave up looks resolved.</summary>
    Window,
}
