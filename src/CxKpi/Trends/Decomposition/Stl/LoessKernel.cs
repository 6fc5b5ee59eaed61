using System.Runtime.Intrinsics;

namespace CxKpi;

/// <summary>The weights of a window by distance, and the resulting coefficients where all figures have the same weight.</summary>
/// <remarks>
/// Places count from the one that is fitted: <c>u = −before … after</c>. They are processed eight at a time on every machine, so that rounding is the same;
/// up to seven zeros are written behind the last place.
/// </remarks>
internal static unsafe class LoessKernel
{
    private const int Lanes = 8;

    /// <summary>The weight of a distance, which is 1 near 0 and falls to 0 at the reach.</summary>
    // The two thresholds are those of the published program: they decide which weights are exactly 1 and 0.
    internal static double Tricube(int distance, double reach)
    {
        if (distance > 0.999 * reach)
        {
            return 0;
        }

        if (distance <= 0.001 * reach)
        {
            return 1;
        }

        double ratio = distance / reach, rest = 1 - ratio * ratio * ratio;
        return rest * rest * rest;
    }

    /// <summary>The weights of distance.</summary>
    internal static void Weigh(double* kernel, int before, int after, double reach)
    {
        unchecked
        {
            Vector512<double> u = Places(before), one = Vector512.Create(1d), zero = Vector512<double>.Zero;
            Vector512<double> near = Vector512.Create(0.001 * reach), far = Vector512.Create(0.999 * reach), scale = Vector512.Create(1 / reach);
            for (int t = 0; t <= before + after; t += Lanes, u += Vector512.Create((double)Lanes))
            {
                Vector512<double> distance = Vector512.Abs(u), ratio = distance * scale, rest = one - ratio * ratio * ratio;
                Vector512<double> weight = Vector512.ConditionalSelect(Vector512.LessThanOrEqual(distance, near), one, rest * rest * rest);
                Vector512<double> outside = Vector512.GreaterThan(distance, far) | Vector512.GreaterThan(u, Vector512.Create((double)after));
                Vector512.ConditionalSelect(outside, zero, weight).Store(kernel + t);
            }
        }
    }

    /// <summary>
    /// From weights of distance to the coefficients of the fit: of a line where the weights spread further than <paramref name="least"/>, otherwise of the
    /// mean.
    /// </summary>
    internal static void Fit(double* kernel, int before, int after, int degree, double least)
    {
        unchecked
        {
            int taps = before + after + 1;
            Vector512<double> step = Vector512.Create((double)Lanes), u = Places(before), sums = default, moments = default;
            for (int t = 0; t < taps; t += Lanes, u += step)
            {
                Vector512<double> k = Vector512.Load(kernel + t);
                sums += k;
                moments = Vector512.FusedMultiplyAdd(k, u, moments);
            }

            double sum = StridedFilter.Sum(sums), centre = StridedFilter.Sum(moments) / sum, slope = 0;
            if (degree == 1)
            {
                Vector512<double> squares = default;
                u = Places(before) - Vector512.Create(centre);
                for (int t = 0; t < taps; t += Lanes, u += step)
                {
                    squares = Vector512.FusedMultiplyAdd(Vector512.Load(kernel + t), u * u, squares);
                }

                double variance = StridedFilter.Sum(squares) / sum;
                slope = Math.Sqrt(variance) > least ? centre / variance : 0;
            }

            Vector512<double> share = Vector512.Create(1 / sum), tilt = Vector512.Create(slope), one = Vector512.Create(1d);
            u = Places(before) - Vector512.Create(centre);
            for (int t = 0; t < taps; t += Lanes, u += step)
            {
                (Vector512.Load(kernel + t) * share * (one - tilt * u)).Store(kernel + t);
            }
        }
    }

    private static Vector512<double> Places(int before) => Vector512<double>.Indices - Vector512.Create((double)before);
}
