using System.Runtime.Intrinsics;

namespace CxKpi;

/// <summary>The element-by-element steps of a decomposition.</summary>
internal static unsafe class Elementwise
{
    internal static void Subtract(double* left, double* right, double* target, nint count)
    {
        unchecked
        {
            nint i = 0;
            for (; i + 4 <= count; i += 4)
            {
                (Vector256.Load(left + i) - Vector256.Load(right + i)).Store(target + i);
            }

            for (; i < count; i++)
            {
                target[i] = left[i] - right[i];
            }
        }
    }

    internal static void Multiply(double* left, double* right, double* target, nint count)
    {
        unchecked
        {
            nint i = 0;
            for (; i + 4 <= count; i += 4)
            {
                (Vector256.Load(left + i) * Vector256.Load(right + i)).Store(target + i);
            }

            for (; i < count; i++)
            {
                target[i] = left[i] * right[i];
            }
        }
    }

    /// <summary>Weights of absolute remainders: 1 near 0, falling to 0 at the scale.</summary>
    internal static void Bisquare(double* remainders, double scale, double* target, nint count)
    {
        unchecked
        {
            nint i = 0;
            Vector256<double> near = Vector256.Create(0.001 * scale), far = Vector256.Create(0.999 * scale), one = Vector256.Create(1d);
            for (; i + 4 <= count; i += 4)
            {
                Vector256<double> remainder = Vector256.Load(remainders + i), ratio = remainder / Vector256.Create(scale);
                Vector256<double> root = one - ratio * ratio;
                Vector256<double> weight = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(remainder, near), one, root * root);
                Vector256.ConditionalSelect(Vector256.LessThanOrEqual(remainder, far), weight, Vector256<double>.Zero).Store(target + i);
            }

            for (; i < count; i++)
            {
                double ratio = remainders[i] / scale, root = 1 - ratio * ratio;
                target[i] = remainders[i] <= 0.001 * scale ? 1 : remainders[i] <= 0.999 * scale ? root * root : 0;
            }
        }
    }
}
