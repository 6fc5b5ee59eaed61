namespace CxKpi;

/// <summary>The nodes and weights of Gauss and Legendre for integrals from 0 to 1: exact for polynomials up to a degree of 2·12 - 1.</summary>
/// <remarks>Source: P. J. Davis and P. Rabinowitz, Methods of Numerical Integration, 2nd edition, 1984, section 2.7.</remarks>
internal static class GaussLegendre
{
    private const int Count = 12;

    internal static ReadOnlySpan<double> Nodes => Rule.Nodes;

    internal static ReadOnlySpan<double> Weights => Rule.Weights;

    private static (double[] Nodes, double[] Weights) Rule { get; } = Calculated();

    private static (double[] Nodes, double[] Weights) Calculated()
    {
        double[] nodes = new double[Count], weights = new double[Count];
        for (int i = 0; i < Count; i++)
        {
            double x = Math.Cos(Math.PI * (i + 0.75) / (Count + 0.5)), slope = 0;
            for (int iteration = 0; iteration < 10; iteration++)
            {
                // Legendre's polynomials by their recursion.
                double value = x, before = 1;
                for (int n = 2; n <= Count; n++)
                {
                    (value, before) = (((2 * n - 1) * x * value - (n - 1) * before) / n, value);
                }

                slope = Count * (x * value - before) / (x * x - 1);
                x -= value / slope;
            }

            nodes[i] = (1 + x) / 2;
            weights[i] = 1 / ((1 - x * x) * slope * slope);
        }

        return (nodes, weights);
    }
}
