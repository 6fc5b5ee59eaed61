namespace CxKpi;

/// <summary>The colours of a chart. Either theme draws its own background, so that it reads the same wherever it is put.</summary>
public enum ChartTheme
{
    /// <summary>Dark on white.</summary>
    Light,

    /// <summary>Bright on near-black.</summary>
    Dark,
}
