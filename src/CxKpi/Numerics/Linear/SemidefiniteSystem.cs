namespace CxKpi;

/// <summary>Linear equations whose matrix is symmetric and positive semidefinite, as normal equations with redundant columns are.</summary>
internal static class SemidefiniteSystem
{
    // A column whose rest after the earlier ones is this small beside itself repeats them.
    private const double Redundant = 1e-12;

    /// <summary>A solution by Cholesky's decomposition; columns that repeat earlier ones get 0.</summary>
    /// <param name="matrix">The matrix, row by row; it is overwritten.</param>
    /// <param name="right">The right side, which must lie in the range of the matrix.</param>
    internal static double[] Solve(double[] matrix, ReadOnlySpan<double> right)
    {
        int n = right.Length;
        double[] solution = right.ToArray(), diagonal = [.. Enumerable.Range(0, n).Select(i => matrix[i * n + i])];
        for (int j = 0; j < n; j++)
        {
            double pivot = matrix[j * n + j];
            for (int k = 0; k < j; k++)
            {
                pivot -= matrix[j * n + k] * matrix[j * n + k];
            }

            bool repeats = !(pivot > Redundant * diagonal[j]);
            double root = repeats ? 0 : Math.Sqrt(pivot);
            matrix[j * n + j] = root;
            for (int i = j + 1; i < n; i++)
            {
                double sum = matrix[i * n + j];
                for (int k = 0; k < j; k++)
                {
                    sum -= matrix[i * n + k] * matrix[j * n + k];
                }

                matrix[i * n + j] = repeats ? 0 : sum / root;
            }
        }

        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < i; k++)
            {
                solution[i] -= matrix[i * n + k] * solution[k];
            }

            solution[i] = matrix[i * n + i] == 0 ? 0 : solution[i] / matrix[i * n + i];
        }

        for (int i = n - 1; i >= 0; i--)
        {
            for (int k = i + 1; k < n; k++)
            {
                solution[i] -= matrix[k * n + i] * solution[k];
            }

            solution[i] = matrix[i * n + i] == 0 ? 0 : solution[i] / matrix[i * n + i];
        }

        return solution;
    }
}
