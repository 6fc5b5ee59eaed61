namespace CxKpi.Practices;

/// <summary>Names the drivers that repeat each other.</summary>
internal static class Collinearity
{
    /// <summary>A coefficient below this share of the largest takes no part in the repetition.</summary>
    private const double Part = 1e-4;

    /// <summary>The drivers of one relation: the one that those before it repeat most exactly, and those that it takes to repeat it.</summary>
    /// <param name="correlations">By rows, the drivers first and the outcome last.</param>
    /// <param name="count">The number of drivers.</param>
    internal static IReadOnlyList<int> Of(ReadOnlySpan<double> correlations, int count)
    {
        int width = count + 1, worst = 1;
        double least = double.PositiveInfinity;
        double[] coefficients = [];
        for (int j = 1; j < count; j++)
        {
            (double rest, double[] found) = Regress(correlations, width, j);
            if (rest < least)
            {
                (least, worst, coefficients) = (rest, j, found);
            }

            // What follows a repetition would be regressed on dependent drivers.
            if (rest < 1e-9)
            {
                break;
            }
        }

        double largest = coefficients.Length == 0 ? 0 : coefficients.Max(Math.Abs);
        return [.. Enumerable.Range(0, worst).Where(i => Math.Abs(coefficients[i]) > Part * largest), worst];
    }

    /// <summary>The regression of a driver on those before it: what is left of its variance, and the coefficients.</summary>
    private static (double Left, double[] Coefficients) Regress(ReadOnlySpan<double> correlations, int width, int driver)
    {
        double[] before = new double[driver * driver], along = new double[driver];
        for (int i = 0; i < driver; i++)
        {
            correlations.Slice(i * width, driver).CopyTo(before.AsSpan(i * driver));
            along[i] = correlations[i * width + driver];
        }

        double[] coefficients = SymmetricEigen.Of(before, driver).Apply(value => 1 / value, along);
        return (1 - ProductMoment.Dot(coefficients, along), coefficients);
    }
}
