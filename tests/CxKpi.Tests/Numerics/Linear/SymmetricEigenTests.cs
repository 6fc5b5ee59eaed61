using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace CxKpi.Tests.Numerics.Linear;

/// <summary>Eigenvalues of small symmetric matrices.</summary>
public class SymmetricEigenTests
{
    // The second derivatives of a likelihood whose parameters have units far apart: eigenvalues 1e16 and, since their product is 0.75e16, 0.75.
    private static readonly double[] Graded = [1e16, 5e7, 5e7, 1];

    [Fact]
    public void Of_UnitsFarApart_KeepsTheDigitsOfTheSmallValue()
    {
        double[] values = [.. SymmetricEigen.Of(Graded, 2).Values.Order()];

        Assert.Equal(0.75, values[0], 1e-14);
        Assert.Equal(1, values[1] / 1e16, 1e-14);
    }

    // The reason for a decomposition of our own: where this fails, MathNet's can take its place.
    [Fact]
    public void Of_UnitsFarApart_IsWhatMathNetLoses()
    {
        double lost = Matrix<double>.Build.DenseOfRowMajor(2, 2, Graded).Evd(Symmetricity.Symmetric).EigenValues.Real().Minimum();

        Assert.True(Math.Abs(lost - 0.75) > 0.01, $"{lost:R}");
    }

    [Fact]
    public void Apply_Reciprocal_SolvesTheEquations()
    {
        double[] matrix = [4, 1, 0.5, 1, 3, 0.25, 0.5, 0.25, 2], solution = [1, -2, 3];
        double[] right = [.. Enumerable.Range(0, 3).Select(i => Enumerable.Range(0, 3).Sum(j => matrix[3 * i + j] * solution[j]))];

        double[] found = SymmetricEigen.Of(matrix, 3).Apply(value => 1 / value, right);

        Assert.All(solution.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
    }
}
