using MathNet.Numerics.LinearAlgebra;

namespace CxKpi.Tests.Numerics;

/// <summary>The same regression with V written out: slow and obvious.</summary>
internal sealed class DenseRegression
{
    public DenseRegression(double[][] design, double[] y, int[] times, double[] noise, double phi, double variance)
    {
        int n = y.Length, k = design.Length;
        Matrix<double> v = Matrix<double>.Build.Dense(n, n, (i, j) => variance * Math.Pow(phi, Math.Abs(times[i] - times[j])) + (i == j ? noise[i] : 0));
        Matrix<double> x = Matrix<double>.Build.Dense(n, k, (i, j) => design[j][i]);
        Vector<double> response = Vector<double>.Build.Dense(y);
        Inverse = v.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(n));
        Covariance = (x.Transpose() * Inverse * x).Inverse();
        Coefficients = Covariance * (x.Transpose() * (Inverse * response));
        Residuals = response - x * Coefficients;
        LogLikelihood = -0.5 * ((n - k) * Math.Log(2 * Math.PI)
            + v.Cholesky().DeterminantLn
            - Math.Log(Covariance.Determinant())
            + Residuals * (Inverse * Residuals));
    }

    public Matrix<double> Inverse { get; }

    public Matrix<double> Covariance { get; }

    public Vector<double> Coefficients { get; }

    public Vector<double> Residuals { get; }

    public double LogLikelihood { get; }

    /// <summary>The best linear prediction of the process and the regression at a later time, with its variance.</summary>
    public (double Value, double Variance) Predict(double[][] design, int[] times, double[] row, int time, double phi, double variance)
    {
        Vector<double> c = Vector<double>.Build.Dense(times.Length, i => variance * Math.Pow(phi, time - times[i]));
        Vector<double> weights = Inverse * c;
        Vector<double> rest = Vector<double>.Build.Dense(row.Length, j => row[j] - weights.DotProduct(Vector<double>.Build.Dense(design[j])));
        return (Vector<double>.Build.Dense(row) * Coefficients + weights * Residuals, variance - c * weights + rest * (Covariance * rest));
    }
}
