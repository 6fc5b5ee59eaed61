namespace CxKpi;

/// <summary>Where the search for the largest likelihood ended.</summary>
internal sealed class LikelihoodMaximum
{
    // Half a step inside the box, where a likelihood that rises for ever has been left standing.
    private const double NearEdge = 1;

    // A likelihood this much flatter in one direction than in another says nothing along it.
    private const double Flat = 1e-10;

    private readonly double[] point, hessian;
    private readonly double observations;

    internal LikelihoodMaximum(double[] point, double value, double gradientNorm, double[] hessian, double observations, bool converged)
    {
        this.point = point;
        this.hessian = hessian;
        this.observations = observations;
        Value = value;
        GradientNorm = gradientNorm;
        Converged = converged;
        Parameters = Array.ConvertAll(point, Math.Exp);
    }

    internal double[] Parameters { get; }

    /// <summary>The mean negative log-likelihood.</summary>
    internal double Value { get; }

    internal double LogLikelihood => -Value * observations;

    /// <summary>The length of its gradient, without the directions in which an edge holds the search.</summary>
    internal double GradientNorm { get; }

    internal bool Converged { get; }

    internal int Iterations { get; init; }

    internal bool IsAtLowerEdge(int parameter) => point[parameter] < LogScaleObjective.Lowest + NearEdge;

    internal bool IsAtUpperEdge(int parameter) => point[parameter] > LogScaleObjective.Highest - NearEdge;

    internal bool IsAtEdge(int parameter) => IsAtLowerEdge(parameter) || IsAtUpperEdge(parameter);

    /// <summary>The covariance of the parameters' logarithms, row by row, without those at an edge; null when the likelihood is flat there.</summary>
    internal double?[]? LogCovariance()
    {
        int size = point.Length;
        int[] free = [.. Enumerable.Range(0, size).Where(i => !IsAtEdge(i))];
        double[] part = [.. free.SelectMany(_ => free, (i, j) => hessian[i * size + j])];
        SymmetricEigen eigen = SymmetricEigen.Of(part, free.Length);
        if (free.Length > 0 && !(eigen.Values.Min() > Flat * eigen.Values.Max()))
        {
            return null;
        }

        double?[] covariance = new double?[size * size];
        for (int i = 0; i < free.Length; i++)
        {
            double[] unit = new double[free.Length];
            unit[i] = 1;
            double[] column = eigen.Apply(value => 1 / (value * observations), unit);
            for (int j = 0; j < free.Length; j++)
            {
                covariance[free[j] * size + free[i]] = column[j];
            }
        }

        return covariance;
    }
}
