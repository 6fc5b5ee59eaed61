namespace CxKpi;

/// <summary>The logarithm of a likelihood of some positive parameters, over all observations.</summary>
internal interface ILikelihood
{
    /// <summary>The number of parameters.</summary>
    int Parameters { get; }

    /// <summary>How many observations the sum is over, weights counted.</summary>
    double Observations { get; }

    /// <summary>The sum over all observations.</summary>
    /// <param name="parameters">The parameters, all above 0.</param>
    /// <param name="gradient">Is set to the derivatives by the parameters.</param>
    double At(ReadOnlySpan<double> parameters, Span<double> gradient);
}
