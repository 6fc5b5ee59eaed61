namespace CxKpi;

/// <summary>The mean negative log-likelihood by the logarithms of the parameters: what a search makes small, whatever the number of observations.</summary>
internal sealed class LogScaleObjective(ILikelihood likelihood)
{
    /// <summary>What any parameter may be on the logarithmic scale, times being near 1.</summary>
    /// <remarks>Beyond, a model differs from its limit in no figure that data tell.</remarks>
    internal const double Lowest = -9, Highest = 10.5;

    // The observed information is a difference of gradients this far apart.
    private const double HessianStep = 1e-4;

    internal int Size => likelihood.Parameters;

    internal double Observations => likelihood.Observations;

    internal int Evaluations { get; private set; }

    /// <summary>The value at a point, and its gradient; infinite where it is not defined.</summary>
    internal double At(ReadOnlySpan<double> point, Span<double> gradient)
    {
        Evaluations++;
        double[] parameters = new double[point.Length];
        for (int i = 0; i < parameters.Length; i++)
        {
            parameters[i] = Math.Exp(point[i]);
        }

        double sum = likelihood.At(parameters, gradient);
        bool finite = double.IsFinite(sum);
        for (int i = 0; i < parameters.Length; i++)
        {
            gradient[i] *= -parameters[i] / Observations;
            finite &= double.IsFinite(gradient[i]);
        }

        return finite ? -sum / Observations : double.PositiveInfinity;
    }

    /// <summary>The second derivatives at a point, row by row.</summary>
    internal double[] Hessian(ReadOnlySpan<double> point)
    {
        int size = Size;
        double[] at = point.ToArray(), above = new double[size], below = new double[size], hessian = new double[size * size];
        for (int i = 0; i < size; i++)
        {
            at[i] = point[i] + HessianStep;
            At(at, above);
            at[i] = point[i] - HessianStep;
            At(at, below);
            at[i] = point[i];
            for (int j = 0; j < size; j++)
            {
                double second = (above[j] - below[j]) / (4 * HessianStep);
                hessian[i * size + j] += second;
                hessian[j * size + i] += second;
            }
        }

        return hessian;
    }
}
