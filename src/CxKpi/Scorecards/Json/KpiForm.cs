namespace CxKpi;

/// <summary>How the observations of a record come.</summary>
internal enum KpiForm
{
    /// <summary>They are independent and count alike.</summary>
    Plain,

    /// <summary>They come in clusters.</summary>
    Clustered,

    /// <summary>They have weights.</summary>
    Weighted,
}
