namespace CxKpi;

/// <summary>A distribution on the positive numbers, as a struct so that inverting it allocates nothing.</summary>
internal interface ITailFunction
{
    /// <summary>The tails at a positive argument.</summary>
    TailProbabilities At(double argument);
}
