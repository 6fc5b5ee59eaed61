namespace CxKpi;

/// <summary>A real function of one variable, as a struct so that finding its root allocates nothing.</summary>
internal interface IScalarFunction
{
    /// <summary>The function's value at <paramref name="x"/>; infinite values are fine, NaN is not.</summary>
    double At(double x);
}
