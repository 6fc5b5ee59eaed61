namespace CxKpi.Practices;

/// <summary>What drivers explain of an outcome, from correlations alone: the drivers first and the outcome last, by rows.</summary>
internal sealed class Importances
{
    /// <summary>A smallest eigenvalue below this share of the largest is rounding: the drivers depend on each other.</summary>
    private const double Dependence = 1e-10;

    private readonly double[] correlations;
    private readonly int count;
    private readonly SymmetricEigen eigen;
    private readonly double[] withOutcome;

    internal Importances(double[] correlations, int count)
    {
        this.correlations = correlations;
        this.count = count;
        int width = count + 1;
        double[] drivers = new double[count * count];
        for (int i = 0; i < count; i++)
        {
            correlations.AsSpan(i * width, count).CopyTo(drivers.AsSpan(i * count));
        }

        withOutcome = [.. Enumerable.Range(0, count).Select(i => correlations[i * width + count])];
        eigen = SymmetricEigen.Of(drivers, count);
        IsSingular = !(eigen.Values.Min() > Dependence * eigen.Values.Max());
        Beta = IsSingular ? [] : eigen.Apply(value => 1 / value, withOutcome);
        RSquared = ProductMoment.Dot(Beta, withOutcome.AsSpan(0, Beta.Length));
    }

    /// <summary>Whether drivers repeat each other, so that nothing can be divided.</summary>
    internal bool IsSingular { get; }

    /// <summary>The standardised coefficients of the regression on all drivers.</summary>
    internal double[] Beta { get; }

    internal double RSquared { get; }

    internal double Correlation(int driver) => withOutcome[driver];

    /// <summary>The diagonal of the inverse of the drivers' correlations.</summary>
    internal double VarianceInflation(int driver)
    {
        double sum = 0;
        for (int m = 0; m < count; m++)
        {
            double loading = eigen.Vectors[driver * count + m];
            sum += loading * loading / eigen.Values[m];
        }

        return sum;
    }

    internal double[] Of(DriverMethod method) => method switch
    {
        DriverMethod.Shapley => new SubsetFits(count).Shares(correlations),
        DriverMethod.RelativeWeights => RelativeWeights(),
    };

    /// <summary>R = L·L with L symmetric; the outcome on the uncorrelated columns of L⁻¹X, squared, and back by L squared.</summary>
    internal double[] RelativeWeights()
    {
        double[] onUncorrelated = eigen.Apply(value => 1 / Math.Sqrt(value), withOutcome), weights = new double[count];
        double[] unit = new double[count];
        for (int m = 0; m < count; m++)
        {
            Array.Clear(unit);
            unit[m] = 1;
            double[] column = eigen.Apply(Math.Sqrt, unit);
            for (int j = 0; j < count; j++)
            {
                weights[j] += column[j] * column[j] * onUncorrelated[m] * onUncorrelated[m];
            }
        }

        return weights;
    }
}
