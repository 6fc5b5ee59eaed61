using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CxKpi;

/// <content>Weighted lines.</content>
internal static unsafe partial class StridedFilter
{
    /// <summary>
    /// A weighted line per output, evaluated at the output's own place; the mean where the weights hardly spread;
    /// NaN where they sum to 0, and where the caller must decide whether they spread.
    /// </summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="taps">Its length.</param>
    /// <param name="first">The distance of the first term from the output, in strides.</param>
    /// <param name="weights">The weights, from the first term of the first output.</param>
    /// <param name="products">The weights times the values, from the first term of the first output.</param>
    /// <param name="stride">The distance between terms.</param>
    /// <param name="target">The outputs.</param>
    /// <param name="count">How many.</param>
    /// <param name="spread">Up to this variance of the places no slope is fitted.</param>
    /// <param name="sure">Above this variance a slope is fitted in every series; between the two it depends on the series.</param>
    /// <returns>Whether every output is a number.</returns>
    internal static bool Lines(
        double* kernel, int taps, double first, double* weights, double* products, nint stride, double* target, nint count, double spread, double sure)
    {
        unchecked
        {
            nint c = 0;
            bool complete = true;
            if (Vector512.IsHardwareAccelerated)
            {
                for (; c + 8 <= count; c += 8)
                {
                    Vector512<double> w = default, wu = default, wuu = default, wy = default, wuy = default;
                    nint at = c;
                    for (int t = 0; t < taps; t++, at += stride)
                    {
                        Vector512<double> u = Vector512.Create(first + t);
                        Vector512<double> k = Vector512.Create(kernel[t]);
                        Vector512<double> ku = k * u;
                        Vector512<double> weight = Vector512.Load(weights + at);
                        Vector512<double> product = Vector512.Load(products + at);
                        w = Vector512.FusedMultiplyAdd(k, weight, w);
                        wu = Vector512.FusedMultiplyAdd(ku, weight, wu);
                        wuu = Vector512.FusedMultiplyAdd(ku * u, weight, wuu);
                        wy = Vector512.FusedMultiplyAdd(k, product, wy);
                        wuy = Vector512.FusedMultiplyAdd(ku, product, wuy);
                    }

                    Vector512<double> mean = wy / w, centre = wu / w;
                    Vector512<double> variance = wuu / w - centre * centre;
                    Vector512<double> line = mean - centre / variance * (wuy / w - centre * mean);
                    Vector512<double> nan = Vector512.Create(double.NaN), low = Vector512.Create(spread), high = Vector512.Create(sure);
                    Vector512<double> level = Vector512.ConditionalSelect(Vector512.GreaterThan(variance, low), nan, mean);
                    Vector512<double> fit = Vector512.ConditionalSelect(Vector512.GreaterThan(variance, high), line, level);
                    fit.Store(target + c);
                    complete &= Vector512.EqualsAll(fit, fit);
                }
            }

            for (; c + 4 <= count; c += 4)
            {
                Vector256<double> w = default, wu = default, wuu = default, wy = default, wuy = default;
                nint at = c;
                for (int t = 0; t < taps; t++, at += stride)
                {
                    Vector256<double> u = Vector256.Create(first + t);
                    Vector256<double> k = Vector256.Create(kernel[t]);
                    Vector256<double> ku = k * u;
                    Vector256<double> weight = Vector256.Load(weights + at);
                    Vector256<double> product = Vector256.Load(products + at);
                    w = Vector256.FusedMultiplyAdd(k, weight, w);
                    wu = Vector256.FusedMultiplyAdd(ku, weight, wu);
                    wuu = Vector256.FusedMultiplyAdd(ku * u, weight, wuu);
                    wy = Vector256.FusedMultiplyAdd(k, product, wy);
                    wuy = Vector256.FusedMultiplyAdd(ku, product, wuy);
                }

                Vector256<double> mean = wy / w, centre = wu / w;
                Vector256<double> variance = wuu / w - centre * centre;
                Vector256<double> line = mean - centre / variance * (wuy / w - centre * mean);
                Vector256<double> nan = Vector256.Create(double.NaN), low = Vector256.Create(spread), high = Vector256.Create(sure);
                Vector256<double> level = Vector256.ConditionalSelect(Vector256.GreaterThan(variance, low), nan, mean);
                Vector256<double> fit = Vector256.ConditionalSelect(Vector256.GreaterThan(variance, high), line, level);
                fit.Store(target + c);
                complete &= Vector256.EqualsAll(fit, fit);
            }

            for (; c < count; c++)
            {
                double w = 0, wu = 0, wuu = 0, wy = 0, wuy = 0;
                nint at = c;
                for (int t = 0; t < taps; t++, at += stride)
                {
                    double u = first + t, k = kernel[t], ku = k * u;
                    w = Math.FusedMultiplyAdd(k, weights[at], w);
                    wu = Math.FusedMultiplyAdd(ku, weights[at], wu);
                    wuu = Math.FusedMultiplyAdd(ku * u, weights[at], wuu);
                    wy = Math.FusedMultiplyAdd(k, products[at], wy);
                    wuy = Math.FusedMultiplyAdd(ku, products[at], wuy);
                }

                double centre = wu / w, variance = wuu / w - centre * centre;
                target[c] = variance > spread && !(variance > sure) ? double.NaN : Line(w, wu, wuu, wy, wuy, sure);
                complete &= !double.IsNaN(target[c]);
            }

            return complete;
        }
    }

    /// <summary>The same for one output whose terms are neighbours: many terms, so vectors run over these.</summary>
    internal static double LineAt(double* kernel, int taps, double first, double* weights, double* products, double spread)
    {
        unchecked
        {
            Vector512<double> w = default, wu = default, wuu = default, wy = default, wuy = default;
            Vector512<double> u = Vector512<double>.Indices + Vector512.Create(first);
            int t = 0;
            for (; t + 8 <= taps; t += 8, u += Vector512.Create(8d))
            {
                Vector512<double> k = Vector512.Load(kernel + t);
                Vector512<double> ku = k * u;
                Vector512<double> weight = Vector512.Load(weights + t);
                Vector512<double> product = Vector512.Load(products + t);
                w = Vector512.FusedMultiplyAdd(k, weight, w);
                wu = Vector512.FusedMultiplyAdd(ku, weight, wu);
                wuu = Vector512.FusedMultiplyAdd(ku * u, weight, wuu);
                wy = Vector512.FusedMultiplyAdd(k, product, wy);
                wuy = Vector512.FusedMultiplyAdd(ku, product, wuy);
            }

            double s = Sum(w), su = Sum(wu), suu = Sum(wuu), sy = Sum(wy), suy = Sum(wuy);
            for (; t < taps; t++)
            {
                double x = first + t, k = kernel[t], kx = k * x;
                s = Math.FusedMultiplyAdd(k, weights[t], s);
                su = Math.FusedMultiplyAdd(kx, weights[t], su);
                suu = Math.FusedMultiplyAdd(kx * x, weights[t], suu);
                sy = Math.FusedMultiplyAdd(k, products[t], sy);
                suy = Math.FusedMultiplyAdd(kx, products[t], suy);
            }

            return Line(s, su, suu, sy, suy, spread);
        }
    }

    /// <summary>The value at 0 of the line through weighted points, from their sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Line(double w, double wu, double wuu, double wy, double wuy, double spread)
    {
        double mean = wy / w, centre = wu / w;
        double variance = wuu / w - centre * centre;
        return variance > spread ? mean - centre / variance * (wuy / w - centre * mean) : mean;
    }
}
