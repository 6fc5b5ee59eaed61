using System.Runtime.Intrinsics;

namespace CxKpi;

/// <summary>Weighted sums over elements a stride apart, for many neighbouring outputs at once.</summary>
/// <remarks>
/// Vectors run over the outputs, never over the terms of one, and every product is fused into its sum:
/// each output adds its terms in the same order with the same roundings, whatever the width of the machine's vectors.
/// Only <see cref="Dot"/> splits its terms, into eight sums on every machine.
/// </remarks>
internal static unsafe partial class StridedFilter
{
    /// <summary><c>target[c] = Σ kernel[t]·source[t·stride + c]</c> for c below <paramref name="count"/>.</summary>
    internal static void Apply(double* kernel, int taps, double* source, nint stride, double* target, nint count)
    {
        unchecked
        {
            nint c = 0;
            if (Vector512.IsHardwareAccelerated)
            {
                for (; c + 32 <= count; c += 32)
                {
                    Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
                    double* at = source + c;
                    for (int t = 0; t < taps; t++, at += stride)
                    {
                        Vector512<double> weight = Vector512.Create(kernel[t]);
                        s0 = Vector512.FusedMultiplyAdd(weight, Vector512.Load(at), s0);
                        s1 = Vector512.FusedMultiplyAdd(weight, Vector512.Load(at + 8), s1);
                        s2 = Vector512.FusedMultiplyAdd(weight, Vector512.Load(at + 16), s2);
                        s3 = Vector512.FusedMultiplyAdd(weight, Vector512.Load(at + 24), s3);
                    }

                    s0.Store(target + c);
                    s1.Store(target + c + 8);
                    s2.Store(target + c + 16);
                    s3.Store(target + c + 24);
                }
            }

            for (; c + 16 <= count; c += 16)
            {
                Vector256<double> s0 = default, s1 = default, s2 = default, s3 = default;
                double* at = source + c;
                for (int t = 0; t < taps; t++, at += stride)
                {
                    Vector256<double> weight = Vector256.Create(kernel[t]);
                    s0 = Vector256.FusedMultiplyAdd(weight, Vector256.Load(at), s0);
                    s1 = Vector256.FusedMultiplyAdd(weight, Vector256.Load(at + 4), s1);
                    s2 = Vector256.FusedMultiplyAdd(weight, Vector256.Load(at + 8), s2);
                    s3 = Vector256.FusedMultiplyAdd(weight, Vector256.Load(at + 12), s3);
                }

                s0.Store(target + c);
                s1.Store(target + c + 4);
                s2.Store(target + c + 8);
                s3.Store(target + c + 12);
            }

            for (; c + 4 <= count; c += 4)
            {
                Vector256<double> sum = default;
                double* at = source + c;
                for (int t = 0; t < taps; t++, at += stride)
                {
                    sum = Vector256.FusedMultiplyAdd(Vector256.Create(kernel[t]), Vector256.Load(at), sum);
                }

                sum.Store(target + c);
            }

            for (; c < count; c++)
            {
                double sum = 0;
                double* at = source + c;
                for (int t = 0; t < taps; t++, at += stride)
                {
                    sum = Math.FusedMultiplyAdd(kernel[t], *at, sum);
                }

                target[c] = sum;
            }
        }
    }

    /// <summary><c>Σ kernel[t]·source[t]</c>.</summary>
    internal static double Dot(double* kernel, int taps, double* source)
    {
        unchecked
        {
            Vector512<double> sums = default;
            int t = 0;
            for (; t + 8 <= taps; t += 8)
            {
                sums = Vector512.FusedMultiplyAdd(Vector512.Load(kernel + t), Vector512.Load(source + t), sums);
            }

            double sum = Sum(sums);
            for (; t < taps; t++)
            {
                sum = Math.FusedMultiplyAdd(kernel[t], source[t], sum);
            }

            return sum;
        }
    }

    /// <summary>A weighted mean per output: <c>Σ k·wy / Σ k·w</c>; NaN where the weights sum to nothing.</summary>
    /// <returns>Whether every output has a weight.</returns>
    internal static bool Means(double* kernel, int taps, double* weights, double* products, nint stride, double* target, nint count)
    {
        unchecked
        {
            nint c = 0;
            Vector512<double> empty = default;
            if (Vector512.IsHardwareAccelerated)
            {
                for (; c + 16 <= count; c += 16)
                {
                    Vector512<double> w0 = default, w1 = default, y0 = default, y1 = default;
                    nint at = c;
                    for (int t = 0; t < taps; t++, at += stride)
                    {
                        Vector512<double> k = Vector512.Create(kernel[t]);
                        w0 = Vector512.FusedMultiplyAdd(k, Vector512.Load(weights + at), w0);
                        w1 = Vector512.FusedMultiplyAdd(k, Vector512.Load(weights + at + 8), w1);
                        y0 = Vector512.FusedMultiplyAdd(k, Vector512.Load(products + at), y0);
                        y1 = Vector512.FusedMultiplyAdd(k, Vector512.Load(products + at + 8), y1);
                    }

                    (y0 / w0).Store(target + c);
                    (y1 / w1).Store(target + c + 8);
                    empty |= Vector512.LessThanOrEqual(w0, Vector512<double>.Zero) | Vector512.LessThanOrEqual(w1, Vector512<double>.Zero);
                }
            }

            bool complete = empty == Vector512<double>.Zero;
            for (; c + 4 <= count; c += 4)
            {
                Vector256<double> w = default, y = default;
                nint at = c;
                for (int t = 0; t < taps; t++, at += stride)
                {
                    Vector256<double> k = Vector256.Create(kernel[t]);
                    w = Vector256.FusedMultiplyAdd(k, Vector256.Load(weights + at), w);
                    y = Vector256.FusedMultiplyAdd(k, Vector256.Load(products + at), y);
                }

                (y / w).Store(target + c);
                complete &= Vector256.GreaterThanAll(w, Vector256<double>.Zero);
            }

            for (; c < count; c++)
            {
                double w = 0, y = 0;
                nint at = c;
                for (int t = 0; t < taps; t++, at += stride)
                {
                    w = Math.FusedMultiplyAdd(kernel[t], weights[at], w);
                    y = Math.FusedMultiplyAdd(kernel[t], products[at], y);
                }

                target[c] = y / w;
                complete &= w > 0;
            }

            return complete;
        }
    }

    /// <summary>The sum of the elements, in one order everywhere.</summary>
    internal static double Sum(Vector512<double> v) =>
        v[0] + v[4] + (v[2] + v[6]) + (v[1] + v[5] + (v[3] + v[7]));
}
