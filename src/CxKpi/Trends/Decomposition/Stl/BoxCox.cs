using System.Globalization;

namespace CxKpi.Trends;

/// <summary>The power transformation of Box and Cox, which evens out a spread that grows with the level.</summary>
/// <remarks>
/// <code>
/// (y^λ − 1) / λ, and ln y when λ is 0
/// </code>
/// For λ above 0 a figure below zero is mirrored, <c>(−|y|^λ − 1) / λ</c>, as in R's forecast package. A missing figure (NaN) stays missing.
/// Sources: G. Box, D. Cox, <em>An analysis of transformations</em>, Journal of the Royal Statistical Society B 26 (1964), 211–252;
/// P. Bickel, K. Doksum, <em>An analysis of transformations revisited</em>, Journal of the American Statistical Association 76 (1981), 296–311,
/// for figures below zero.
/// </remarks>
public static class BoxCox
{
    /// <summary>Transforms a figure.</summary>
    /// <param name="value">The figure, finite or NaN; it must be positive when <paramref name="lambda"/> is 0 or less.</param>
    /// <param name="lambda">The power λ, finite.</param>
    /// <returns>The transformed figure; NaN for NaN; infinite where it exceeds the range of <see cref="double"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">λ is not finite, the figure is infinite, or it is not positive although λ is 0 or less.</exception>
    public static double Transform(double value, double lambda)
    {
        Guard.Finite(lambda);
        if (double.IsNaN(value))
        {
            return value;
        }

        Guard.Finite(value);
        if (lambda <= 0 && !(value > 0))
        {
            throw Outside(value, $"must be positive where lambda is {lambda}");
        }

        if (lambda == 0)
        {
            return Math.Log(value);
        }

        double powerLessOne = value == 0 ? -1 : AccurateMath.ExpMinusOne(lambda * Math.Log(Math.Abs(value)));
        return (value < 0 ? -powerLessOne - 2 : powerLessOne) / lambda;
    }

    /// <summary>Converts a transformed figure back to the unit of the figures.</summary>
    /// <param name="value">The transformed figure; NaN where it is missing.</param>
    /// <param name="lambda">The power λ with which it was transformed, finite.</param>
    /// <returns>The figure; NaN for NaN; infinite where it exceeds the range of <see cref="double"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// λ is not finite, the transformed figure is infinite, or λ is below 0 and no figure has this transform, because all transforms lie below <c>−1 / λ</c>.
    /// </exception>
    public static double Inverse(double value, double lambda)
    {
        Guard.Finite(lambda);
        if (double.IsNaN(value))
        {
            return value;
        }

        Guard.Finite(value);
        if (lambda == 0)
        {
            return Math.Exp(value);
        }

        double lessOne = lambda * value;
        if (lambda < 0 && !(lessOne > -1))
        {
            throw Outside(value, $"must be below {-1 / lambda} where lambda is {lambda}");
        }

        return lessOne > -1 ? Math.Exp(AccurateMath.LogOnePlus(lessOne) / lambda) : -Math.Pow(-1 - lessOne, 1 / lambda);
    }

    private static ArgumentOutOfRangeException Outside(double value, FormattableString rule) =>
        Guard.Outside(nameof(value), rule.ToString(CultureInfo.InvariantCulture), value);
}
