namespace CxKpi;

/// <summary>A real function of several variables, as a struct so that minimising it allocates nothing per point.</summary>
internal interface IVectorFunction
{
    /// <summary>The function's value at a point; infinite where it is not defined.</summary>
    double At(ReadOnlySpan<double> point);
}
