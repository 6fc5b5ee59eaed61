namespace CxKpi;

/// <summary>An orthonormal basis of the columns of a design, X = Q·R, and what is left of the response outside of it.</summary>
/// <remarks>
/// Gram–Schmidt with every projection taken twice, which keeps Q orthonormal to rounding. Fits happen in this basis: it takes the scale of every
/// column and a large offset of the response out before anything is weighted or squared.
/// </remarks>
internal sealed class OrthogonalBasis
{
    /// <summary>A column whose part outside the span of the columns before is smaller than this share of it depends on them.</summary>
    private const double Dependence = 1e-9;

    private OrthogonalBasis(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
        Triangle = new double[columns * columns];
        Coordinates = new double[columns];
        Width = (columns + 4) & ~3;
        Extended = new double[rows * Width];
    }

    internal int Rows { get; }

    internal int Columns { get; }

    /// <summary>The columns and the response, filled up to whole vectors of four.</summary>
    internal int Width { get; }

    /// <summary>R, upper triangular, by rows.</summary>
    internal double[] Triangle { get; }

    /// <summary>Q'y.</summary>
    internal double[] Coordinates { get; }

    /// <summary>[Q | y − Q·Q'y | 0], by rows of <see cref="Width"/>.</summary>
    internal double[] Extended { get; }

    /// <summary>The largest size of a figure of the response: what its rounding is relative to.</summary>
    internal double Magnitude { get; private set; }

    /// <summary>The sum of squares that least squares leaves; 0 where only rounding is left.</summary>
    internal double SumOfSquares { get; private set; }

    /// <summary>2·ln|R|, the logarithm of the determinant of X'X.</summary>
    internal double LogDeterminant { get; private set; }

    /// <summary>Builds the basis.</summary>
    /// <param name="design">X by columns, each of as many rows as the response.</param>
    /// <param name="response">y, finite.</param>
    /// <param name="dependent">The first column that depends on those before it; −1 when none does.</param>
    /// <returns>The basis; <see langword="null"/> when a column is dependent.</returns>
    internal static OrthogonalBasis? TryCreate(double[][] design, ReadOnlySpan<double> response, out int dependent)
    {
        OrthogonalBasis basis = new(response.Length, design.Length);
        double[][] units = new double[design.Length][];
        for (int j = 0; j < design.Length; j++)
        {
            double[] unit = [.. design[j]];
            double length = Length(unit);
            for (int pass = 0; pass < 2; pass++)
            {
                for (int i = 0; i < j; i++)
                {
                    basis.Triangle[i * design.Length + j] += Remove(units[i], unit);
                }
            }

            double rest = Length(unit);
            if (!(rest > Dependence * length))
            {
                dependent = j;
                return null;
            }

            for (int row = 0; row < unit.Length; row++)
            {
                unit[row] /= rest;
            }

            basis.Triangle[j * design.Length + j] = rest;
            basis.LogDeterminant += 2 * Math.Log(rest);
            units[j] = unit;
        }

        basis.Project(units, response);
        dependent = -1;
        return basis;
    }

    /// <summary>The coordinates q of a row x of the design, so that x'β = q'Rβ: solves R'q = x in place.</summary>
    internal void ToCoordinates(Span<double> row)
    {
        for (int j = 0; j < Columns; j++)
        {
            double sum = row[j];
            for (int i = 0; i < j; i++)
            {
                sum -= Triangle[i * Columns + j] * row[i];
            }

            row[j] = sum / Triangle[j * Columns + j];
        }
    }

    private static double Length(double[] vector)
    {
        double sum = 0;
        foreach (double x in vector)
        {
            sum += x * x;
        }

        return Math.Sqrt(sum);
    }

    private static double Remove(double[] unit, Span<double> vector)
    {
        double along = 0;
        for (int row = 0; row < unit.Length; row++)
        {
            along += unit[row] * vector[row];
        }

        for (int row = 0; row < unit.Length; row++)
        {
            vector[row] -= along * unit[row];
        }

        return along;
    }

    private void Project(double[][] units, ReadOnlySpan<double> response)
    {
        double[] rest = [.. response];
        foreach (double figure in rest)
        {
            Magnitude = Math.Max(Magnitude, Math.Abs(figure));
        }

        for (int pass = 0; pass < 2; pass++)
        {
            for (int j = 0; j < Columns; j++)
            {
                Coordinates[j] += Remove(units[j], rest);
            }
        }

        double size = Length(rest);

        // A figure is known to its last bit at best, so that this much is left of a response that lies in the span.
        double rounding = 4 * Math.BitIncrement(Magnitude) * 2.3e-16 * Math.Sqrt(Rows);
        SumOfSquares = size <= rounding ? 0 : size * size;
        for (int row = 0; row < Rows; row++)
        {
            for (int j = 0; j < Columns; j++)
            {
                Extended[row * Width + j] = units[j][row];
            }

            Extended[row * Width + Columns] = SumOfSquares == 0 ? 0 : rest[row];
        }
    }
}
