namespace CxKpi;

/// <summary>The mapping of values to coordinates.</summary>
/// <param name="From">The value at the start.</param>
/// <param name="To">The value at the end; larger than <paramref name="From"/>.</param>
/// <param name="Start">The coordinate of the start.</param>
/// <param name="End">The coordinate of the end.</param>
internal readonly record struct LinearScale(double From, double To, double Start, double End)
{
    /// <summary>The coordinate of a value; values beyond the ends lie at the ends.</summary>
    internal double At(double value) => Start + (End - Start) * Math.Clamp((value / 2 - From / 2) / (To / 2 - From / 2), 0, 1);
}
