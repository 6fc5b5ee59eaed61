namespace CxKpi;

/// <summary>An interval at any error: its limits where each side leaves out a given probability.</summary>
internal interface ITwoSidedLimits
{
    /// <summary>The limits that leave out <paramref name="tail"/> on either side.</summary>
    (double Lower, double Upper) At(double tail);
}
