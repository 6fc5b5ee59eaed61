namespace CxKpi;

/// <summary>Zeros as people write them.</summary>
internal static class Zero
{
    /// <summary>The same number, but never a zero with a minus sign: sums of decimals of different scales may be one, which would be shown as −0.</summary>
    internal static double Unsigned(double value) => value + 0.0;
}
