namespace CxKpi;

/// <summary>How it is known that a contact resolved the issue. The three disagree, and none of them replaces another.</summary>
public enum FirstContactBasis
{
    /// <summary>The basis is not stated.</summary>
    NotStated,

    /// <summary>The agent or the system recorded it; usually the highest figure.</summary>
    Recorded,

    /// <summary>The customer was asked.</summary>
    Survey,

    /// <summary>The customer did not come back within a window: nobody is asked, and who gave up looks resolved.</summary>
    Window,
}
