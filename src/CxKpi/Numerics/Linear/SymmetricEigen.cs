namespace CxKpi;

/// <summary>The eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's rotations.</summary>
/// <remarks>Source: G. H. Golub and C. F. Van Loan, Matrix Computations, 4th edition, 2013, section 8.5. Small eigenvalues keep their digits.</remarks>
internal sealed class SymmetricEigen
{
    private const int MostSweeps = 60;

    private SymmetricEigen(double[] values, double[] vectors)
    {
        Values = values;
        Vectors = vectors;
    }

    /// <summary>The eigenvalues, in no order.</summary>
    internal double[] Values { get; }

    /// <summary>The eigenvectors in columns, by rows.</summary>
    internal double[] Vectors { get; }

    internal static SymmetricEigen Of(ReadOnlySpan<double> matrix, int size)
    {
        double[] a = matrix.ToArray(), vectors = new double[size * size];
        for (int i = 0; i < size; i++)
        {
            vectors[i * size + i] = 1;
        }

        for (int sweep = 0; sweep < MostSweeps && Sweep(a, vectors, size); sweep++)
        {
        }

        return new([.. Enumerable.Range(0, size).Select(i => a[i * size + i])], vectors);
    }

    /// <summary>The matrix whose eigenvalues are a function of these, times a vector.</summary>
    internal double[] Apply(Func<double, double> function, ReadOnlySpan<double> vector)
    {
        int size = Values.Length;
        double[] result = new double[size];
        for (int m = 0; m < size; m++)
        {
            double along = 0;
            for (int i = 0; i < size; i++)
            {
                along += Vectors[i * size + m] * vector[i];
            }

            along *= function(Values[m]);
            for (int i = 0; i < size; i++)
            {
                result[i] += Vectors[i * size + m] * along;
            }
        }

        return result;
    }

    private static bool Sweep(double[] a, double[] vectors, int size)
    {
        bool turned = false;
        for (int p = 0; p < size; p++)
        {
            for (int q = p + 1; q < size; q++)
            {
                double off = a[p * size + q];
                if (Math.Abs(off) <= 1e-17 * Math.Sqrt(Math.Abs(a[p * size + p] * a[q * size + q])))
                {
                    continue;
                }

                turned = true;
                double ratio = (a[q * size + q] - a[p * size + p]) / (2 * off);
                double tangent = 1 / (Math.Abs(ratio) + Math.Sqrt(1 + ratio * ratio)) * (ratio < 0 ? -1 : 1);
                double cosine = 1 / Math.Sqrt(1 + tangent * tangent), sine = tangent * cosine;
                for (int i = 0; i < size; i++)
                {
                    Turn(a, i * size + p, i * size + q, cosine, sine);
                }

                for (int i = 0; i < size; i++)
                {
                    Turn(a, p * size + i, q * size + i, cosine, sine);
                    Turn(vectors, i * size + p, i * size + q, cosine, sine);
                }

                (a[p * size + q], a[q * size + p]) = (0, 0);
            }
        }

        return turned;
    }

    private static void Turn(double[] values, int first, int second, double cosine, double sine) =>
        (values[first], values[second]) = (cosine * values[first] - sine * values[second], sine * values[first] + cosine * values[second]);
}
