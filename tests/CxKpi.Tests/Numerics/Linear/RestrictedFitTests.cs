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

    /// <summary>Fits beside white noise by dense matrices and optim (R 4.2.2), confirmed by nlme 3.1: white-noise-fits.R beside the file.</summary>
    public static TheoryData<string, int, double?[], double[]> WithWhiteNoise
    {
        get
        {
            TheoryData<string, int, double?[], double[]> data = [];
            foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Numerics", "Linear", "white-noise-fits.csv")).Skip(1))
            {
                string[] cells = line.Split(';');
                data.Add(
                    cells[0],
                    int.Parse(cells[1], CultureInfo.InvariantCulture),
                    [.. cells[2].Split(',').Select(x => x.Length == 0 ? (double?)null : double.Parse(x, CultureInfo.InvariantCulture))],
                    [.. cells[3..].Select(x => double.Parse(x, CultureInfo.InvariantCulture))]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(WithWhiteNoise))]
    public void Create_BesideWhiteNoise_AgreesWithDenseMatrices(string name, int period, double?[] values, double[] expected)
    {
        Assert.NotEmpty(name);
        (double[][] design, double[] y, int[] times) = Regression(values, period, null);
        RestrictedFit fit = RestrictedFit.Create(OrthogonalBasis.TryCreate(design, y, out _)!, Steps(times), []);
        LinearEstimate last = fit.Combine(Last(design.Length));

        // The height of a top is known far better than its place.
        Near(expected[5], fit.LogLikelihood, 1e-6);
        Near(expected[0], last.Value, 1e-3);
        Near(expected[1], last.StandardError, 1e-3);
        Near(expected[2], fit.Phi, 1e-3);
        Near(expected[3], fit.ProcessVariance, 5e-3);
        Near(expected[4], fit.WhiteVariance, 5e-3);
    }

    [Theory]
    [MemberData(nameof(References))]
    public void CreateWithoutWhite_AgreesWithGls(string name, int period, int? step, double?[] values, double[] expected)
    {
        Assert.NotEmpty(name);
        (double[][] design, double[] y, int[] times) = Regression(values, period, step);
        RestrictedFit fit = RestrictedFit.CreateWithoutWhite(OrthogonalBasis.TryCreate(design, y, out _)!, Steps(times), []);
        LinearEstimate last = fit.Combine(Last(design.Length));

        // The optimiser of the reference stops at about 1e-6 of φ.
        Near(expected[0], last.Value, 2e-5);
        Near(expected[1], last.StandardError, 2e-5);
        Near(expected[2], fit.Phi, 1e-4);
        Near(expected[3], Math.Sqrt(fit.ProcessVariance), 2e-5);
        Near(expected[4], fit.LogLikelihood, 1e-8);
    }

    [Theory]
    [InlineData(0.0, 0.5, 0.0)]
    [InlineData(0.6, 0.2, 0.3)]
    [InlineData(0.98, 3.0, 0.0)]
    [InlineData(0.5, 0.0, 0.0)]
    [InlineData(1.0, 0.2, 0.5)]
    [InlineData(1.0, 2.0, 0.0)]
    public void At_AgreesWithTheDenseMatrix(double phi, double variance, double white)
    {
        ErrorProcess errors = new(phi, variance, white);
        (double[][] design, double[] y, int[] times, double[] noise) = Noisy(3, 60, 0.5);
        OrthogonalBasis basis = OrthogonalBasis.TryCreate(design, y, out _)!;
        RestrictedFit fit = RestrictedFit.At(basis, Steps(times), noise, errors);
        DenseRegression dense = new(design, y, times, noise, errors);

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
    [InlineData(1, 0.7)]
    [InlineData(2, 0.7)]
    [InlineData(9, 0.7)]
    [InlineData(1, 1.0)]
    [InlineData(5, 1.0)]
    public void Predict_AgreesWithTheDenseMatrix(int ahead, double phi)
    {
        ErrorProcess errors = new(phi, 0.4, 0.1);
        (double[][] design, double[] y, int[] times, double[] noise) = Noisy(5, 48, 0.7);
        OrthogonalBasis basis = OrthogonalBasis.TryCreate(design, y, out _)!;
        RestrictedFit fit = RestrictedFit.At(basis, Steps(times), noise, errors);
        DenseRegression dense = new(design, y, times, noise, errors);
        double[] row = [.. design.Select(column => column[^1] + 0.25)];
        (double value, double variance) = dense.Predict(design, times, row, times[^1] + ahead, errors);

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
                Assert.True(Penalised(RestrictedFit.At(basis, Steps(times), noise, new(i / 50.0, j * j * 0.002, 0))) <= Penalised(fit) + 1e-7);
            }
        }
    }

    [Theory]
    [InlineData(1UL, 0.0)]
    [InlineData(2UL, 0.5)]
    [InlineData(3UL, 0.8)]
    [InlineData(4UL, 0.95)]
    public void Create_UnknownNoise_IsNotBeatenOnADenseGrid(ulong seed, double phi)
    {
        (double[][] design, double[] y, int[] times, _) = Noisy(seed, 80, phi, 1);
        OrthogonalBasis basis = OrthogonalBasis.TryCreate(design, y, out _)!;
        double best = Penalised(RestrictedFit.Create(basis, Steps(times), []));

        for (int i = 0; i <= 49; i++)
        {
            for (int j = 0; j < 50; j++)
            {
                Assert.True(Penalised(RestrictedFit.At(basis, Steps(times), [], new(i / 50.0, 1 - j / 50.0, j / 50.0))) <= best + 1e-6);
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Wandering_IsTheWidestWalkThatIsAboutAsLikely(bool known)
    {
        (double[][] design, double[] y, int[] times, double[] noise) = Noisy(11, 60, 0.6);
        OrthogonalBasis basis = OrthogonalBasis.TryCreate(design, y, out _)!;
        double[] variances = known ? noise : [];
        RestrictedFit fit = RestrictedFit.Create(basis, Steps(times), variances);
        RestrictedFit walk = fit.Wandering()!;
        double best = double.NegativeInfinity;
        for (double step = 1e-4; step < 100; step *= 1.2)
        {
            for (double white = known ? 1e-4 : 1; white < (known ? 10 : 1.1); white *= 1.5)
            {
                best = Math.Max(best, RestrictedFit.At(basis, Steps(times), variances, new(1, step, white)).LogLikelihood);
            }
        }

        Assert.Equal(1, walk.Phi);

        // The grid is coarse beside known noise.
        Assert.InRange(best - walk.LogLikelihood, known ? 0.08 : 0.18, 0.21);
        Assert.True(best > fit.LogLikelihood - 2);
    }

    [Fact]
    public void Wandering_FiguresThatReturnToTheirLevel_HaveNoRival()
    {
        RepeatableRandom random = new(3);
        double process = 0;
        double[] y = [.. Enumerable.Range(0, 400).Select(_ => process = 0.5 * process + random.NextNormal())];
        OrthogonalBasis basis = OrthogonalBasis.TryCreate([[.. y.Select(_ => 1.0)], [.. y.Select((_, t) => (double)t)]], y, out _)!;

        Assert.Null(RestrictedFit.Create(basis, [.. y.Select(_ => 1)], []).Wandering());
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
