using System.Globalization;

namespace CxKpi.Practices;

/// <summary>Checks correlations, which come from outside or from rows drawn anew.</summary>
internal static class CorrelationMatrix
{
    private const double Rounding = 1e-8, Dependence = 1e-10;

    /// <summary>The correlations by rows with the outcome last, as they are used; they are given with the outcome first.</summary>
    internal static double[] Checked(IReadOnlyList<IReadOnlyList<double>> correlations, int size)
    {
        Guard.SameLength(size, correlations.Count, "names and the outcome", nameof(correlations));
        for (int i = 0; i < size; i++)
        {
            string row = string.Create(CultureInfo.InvariantCulture, $"correlations[{i}]");
            Guard.SameLength(size, Guard.NotNull(correlations[i], row).Count, "names and the outcome", row);
        }

        double[] checkedOnes = new double[size * size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                double r = Guard.InRange(correlations[i][j], -1, 1, string.Create(CultureInfo.InvariantCulture, $"correlations[{i}][{j}]"));
                double expected = i == j ? 1 : correlations[j][i];
                if (!(Math.Abs(r - expected) <= Rounding))
                {
                    string rule = i == j ? "must be 1" : string.Create(CultureInfo.InvariantCulture, $"must equal correlations[{j}][{i}] ({expected})");
                    throw Guard.Outside(string.Create(CultureInfo.InvariantCulture, $"correlations[{i}][{j}]"), rule, r);
                }

                // The outcome moves behind the drivers.
                checkedOnes[(i + size - 1) % size * size + (j + size - 1) % size] = i == j ? 1 : (r + expected) / 2;
            }
        }

        double least = SymmetricEigen.Of(checkedOnes, size).Values.Min();
        return least >= -Rounding ? checkedOnes : throw new ArgumentException(
            string.Create(CultureInfo.InvariantCulture, $"correlations must be such as data can have, but their least eigenvalue is {least:G4}: ")
                + "compute all of them from the same rows",
            nameof(correlations));
    }

    /// <summary>Whether the leading drivers are independent, by elimination.</summary>
    internal static bool IsDefinite(ReadOnlySpan<double> correlations, int count, int width)
    {
        double[] left = new double[count * count];
        for (int i = 0; i < count; i++)
        {
            correlations.Slice(i * width, count).CopyTo(left.AsSpan(i * count));
        }

        for (int j = 0; j < count; j++)
        {
            double pivot = left[j * count + j];
            if (!(pivot > Dependence))
            {
                return false;
            }

            for (int a = j + 1; a < count; a++)
            {
                double factor = left[j * count + a] / pivot;
                for (int b = a; b < count; b++)
                {
                    left[a * count + b] -= factor * left[j * count + b];
                }
            }
        }

        return true;
    }
}
