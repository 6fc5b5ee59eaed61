using System.Globalization;

namespace CxKpi.Tests.Numerics;

public class RestrictedFitTests
{
    private static readonly double[] Likelihoods = [0, 0.3, 0.8];

    /// <summary>Fits by nlme 3.1 (R 4.2.2), by restricted-fits.R beside the file.</summary>
    public static TheoryData<string, int, int?, double?[], double[]> References
    {
        get
        {
            TheoryData<string, int, int?, double?[], double[]> data = [];
            foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Numerics", "Linear", "restricted-fits.csv")).Skip(1))
            {
                string[] cells = line.Split(';');
                data.Add(
                    cells[0],
                    int.Parse(cells[1], CultureInfo.InvariantCulture),
                    cells[2].Length == 0 ? null : int.Parse(cells[2], CultureInfo.InvariantCulture),
                    [.. cells[3].Split(',').Select(x => x.Length == 0 ? (double?)null : double.Parse(x, CultureInfo.InvariantCulture))],
                    [.. cells[4..].Select(x => double.Parse(x, CultureInfo.InvariantCulture))]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(References))]
    public void Create_AgreesWithGls(string name, int period, int? step, double?[] values, double[] expected)
    {
        Assert.NotEmpty(name);
        (double[][] design, double[] y, int[] times) = Regression(values, period, step);
        RestrictedFit fit = RestrictedFit.Create(OrthogonalBasis.TryCreate(design, y, out _)!, Steps(times), []);
        LinearEstimate last = fit.Combine(Last(design.Length));

        // The optimiser of the reference stops at about 1e-6 of φ.
        Near(expected[0], last.Value, 2e-5);
        Near(expected[1], last.StandardError, 2e-5);
        Near(expected[2], fit.Phi, 1e-4);
        Near(expected[3], Math.Sqrt(fit.ProcessVariance), 2e-5);
        Near(expected[4], fit.LogLikelihood, 1e-8);
    }

    [Theory]
    [InlineData(0.0, 0.5)]
    [InlineData(0.6, 0.2)]
    [InlineData(0.98, 3.0)]
    [InlineData(0.5, 0.0)]
    public void At_AgreesWithTheDenseMatrix(double phi, double variance)
    {
        (double[][] design, double[] y, int[] times, double[] noise) = Noisy(3, 60, 0.5);
        OrthogonalBasis basis = OrthogonalBasis.TryCreate(design, y, out _)!;
        RestrictedFit fit = RestrictedFit.At(basis, Steps(times), noise, phi, variance);
        DenseRegression dense = new(design, y, times, noise, phi, variance);

        Near(dense.LogLikelihood, fit.LogLikelihood, 1e-10);
        for (int j = 0; j < design.Length; j++)
        {
            double[] weights = new double[design.Length];
            weights[j] = 1;
            LinearEstimate coefficient = fit.Combine(weights);
            Near(dense.Coefficients[j], coefficient.Value, 1e-9);
            Near(dense.Covariance[j, j], coefficient.Variance, 1e-9);
            Near(dense.Covariance[j, design.Length - 1], coefficient.CoefficientCovariance(fit.Combine(Last(design.Length))), 1e-8);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    public void Predict_AgreesWithTheDenseMatrix(int ahead)
    {
        (double[][] design, double[] y, int[] times, double[] noise) = Noisy(5, 48, 0.7);
        OrthogonalBasis basis = OrthogonalBasis.TryCreate(design, y, out _)!;
        RestrictedFit fit = RestrictedFit.At(basis, Steps(times), noise, 0.7, 0.4);
        DenseRegression dense = new(design, y, times, noise, 0.7, 0.4);
        double[] row = [.. design.Select(column => column[^1] + 0.25)];
        (double value, double variance) = dense.Predict(design, times, row, times[^1] + ahead, 0.7, 0.4);

        LinearEstimate prediction = fit.Predict(row, ahead);

        Near(value, prediction.Value, 1e-9);
        Near(variance, prediction.Variance, 1e-9);
    }

    [Theory]
    [InlineData(1UL, 0.0, 0.6)]
    [InlineData(2UL, 0.5, 0.6)]
    [InlineData(3UL, 0.8, 0.3)]
    [InlineData(4UL, 0.3, 1.0)]
    [InlineData(5UL, 0.6, 0.0)]
    public void Create_KnownNoise_IsNotBeatenOnADenseGrid(ulong seed, double phi, double deviation)
    {
        (double[][] design, double[] y, int[] times, double[] noise) = Noisy(seed, 60, phi, deviation);
        OrthogonalBasis basis = OrthogonalBasis.TryCreate(design, y, out _)!;
        RestrictedFit fit = RestrictedFit.Create(basis, Steps(times), noise);

        for (int i = 0; i <= 49; i++)
        {
            for (int j = 0; j <= 60; j++)
            {
                Assert.True(Penalised(RestrictedFit.At(basis, Steps(times), noise, i / 50.0, j * j * 0.002)) <= Penalised(fit) + 1e-7);
            }
        }
    }

    private static double Penalised(RestrictedFit fit) => fit.LogLikelihood + 0.5 * Math.Log(1 - fit.Phi);

    [Fact]
    public void Create_NoiseOfNothing_IsTheFitWithoutNoise()
    {
        (double[][] design, double[] y, int[] times, _) = Noisy(8, 60, 0.5);
        OrthogonalBasis basis = OrthogonalBasis.TryCreate(design, y, out _)!;
        RestrictedFit plain = RestrictedFit.Create(basis, Steps(times), []);
        RestrictedFit nothing = RestrictedFit.Create(basis, Steps(times), new double[y.Length]);
        RestrictedFit little = RestrictedFit.Create(basis, Steps(times), [.. y.Select(_ => 1e-9)]);

        Assert.Equal(plain.Combine(Last(design.Length)).StandardError, nothing.Combine(Last(design.Length)).StandardError);
        Near(plain.Phi, little.Phi, 1e-6);
        Near(plain.ProcessVariance, little.ProcessVariance, 1e-6);
        Near(plain.LogLikelihood, little.LogLikelihood, 1e-8);
        Near(plain.Combine(Last(design.Length)).StandardError, little.Combine(Last(design.Length)).StandardError, 1e-6);
    }

    [Fact]
    public void Create_ResponseInTheSpan_LeavesNothing()
    {
        (double[][] design, _, int[] times, _) = Noisy(1, 48, 0);
        double[] y = [.. Enumerable.Range(0, times.Length).Select(i => 1e9 + 3 * design[^1][i])];
        RestrictedFit fit = RestrictedFit.Create(OrthogonalBasis.TryCreate(design, y, out _)!, Steps(times), []);

        Assert.True(fit.IsExact);
        Assert.Equal(3, fit.Combine(Last(design.Length)).Value, 1e-6);
        Assert.Equal(0, fit.Combine(Last(design.Length)).StandardError);
    }

    [Fact]
    public void TryCreate_DependentColumn_IsNamed()
    {
        double[][] design = [[1, 1, 1, 1], [0, 1, 2, 3], [1, 3, 5, 7], [0, 0, 0, 1]];

        Assert.Null(OrthogonalBasis.TryCreate(design, [1, 2, 3, 4], out int dependent));
        Assert.Equal(2, dependent);
        Assert.Null(OrthogonalBasis.TryCreate([[1, 1], [0, 0]], [1, 2], out int zero));
        Assert.Equal(1, zero);
    }

    [Fact]
    public void Between_FindsTheTop()
    {
        Assert.All(Likelihoods, top => Assert.Equal(top, BrentMaximiser.Between(0, 0.98, 1e-9, x => -(x - top) * (x - top) * (1 + x)).At, 1e-7));
    }

    internal static double[] Last(int columns) => [.. new double[columns - 1], 1];

    internal static int[] Steps(int[] times) => [.. times.Select((t, i) => i == 0 ? 1 : t - times[i - 1])];

    internal static void Near(double expected, double actual, double relative) =>
        Assert.True(
            Math.Abs(actual - expected) <= relative * Math.Abs(expected) + 1e-300,
            string.Create(CultureInfo.InvariantCulture, $"expected {expected:R}, got {actual:R}"));

    private static (double[][] Design, double[] Y, int[] Times) Regression(double?[] values, int period, int? step)
    {
        int[] times = [.. Enumerable.Range(0, values.Length).Where(t => values[t] is not null)];
        double[][] design =
        [
            Column(_ => 1),
            .. Enumerable.Range(1, period - 1).Select(season => Column(t => t % period == season ? 1 : 0)),
            Column(t => (double)t / period),
            .. step is { } first ? new[] { Column(t => t >= first ? 1 : 0) } : [],
        ];
        return (design, [.. times.Select(t => values[t]!.Value)], times);

        double[] Column(Func<int, double> value) => [.. times.Select(value)];
    }

    /// <summary>Quarters with gaps, a process and noise of known, unequal variances.</summary>
    private static (double[][] Design, double[] Y, int[] Times, double[] Noise) Noisy(ulong seed, int count, double phi, double deviation = 0.6)
    {
        RepeatableRandom random = new(seed);
        double?[] values = new double?[count];
        double[] noise = new double[count];
        double process = random.NextNormal();
        for (int t = 0; t < count; t++)
        {
            process = phi * process + Math.Sqrt(1 - phi * phi) * random.NextNormal();
            noise[t] = Math.Exp(random.NextNormal() - 1.5);
            values[t] = t % 7 == 3 ? null : 1 + t % 4 + deviation * process + Math.Sqrt(noise[t]) * random.NextNormal();
        }

        (double[][] design, double[] y, int[] times) = Regression(values, 4, null);
        return (design, y, times, [.. times.Select(t => noise[t])]);
    }
}
