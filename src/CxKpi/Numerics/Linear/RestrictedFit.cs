namespace CxKpi;

/// <summary>A regression with AR(1) errors, fitted by restricted maximum likelihood; immutable.</summary>
internal sealed class RestrictedFit
{
    /// <summary>Beyond this a process cannot be told from a random walk, in which no level exists.</summary>
    internal const double LargestPhi = 0.98;

    private static readonly double[] PhiGrid = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, LargestPhi];
    private static readonly double[] CoarsePhiGrid = [0, 0.3, 0.6, 0.8, 0.93, LargestPhi];

    private const int GridOfLogs = 8;

    private readonly OrthogonalBasis basis;
    private readonly double[] factor;
    private readonly double[] solution;
    private readonly double[] state;

    private RestrictedFit(OrthogonalBasis basis, RestrictedLikelihood likelihood, double phi, double processVariance, double? known)
    {
        this.basis = basis;
        double[] whitened = new double[basis.Extended.Length];
        double logDeterminants = likelihood.Weigh(phi, known is null ? 1 : processVariance, whitened);
        double squares = likelihood.SumOfSquares;
        Scale = known is null ? squares / DegreesOfFreedom : 1;
        Phi = phi;
        ProcessVariance = known is null ? Scale : processVariance;
        KnownVariance = known ?? 0;
        StateVariance = Scale * likelihood.StateVariance;
        LogLikelihood = -0.5 * (DegreesOfFreedom * (Math.Log(2 * Math.PI) + (known is null ? Math.Log(Scale) : 0)) + logDeterminants + squares / Scale);
        factor = likelihood.Factor.ToArray();
        solution = BackSolved(likelihood.Factor.Slice(basis.Columns * basis.Width, basis.Columns).ToArray());
        state = likelihood.State[..(basis.Columns + 1)].ToArray();
        LeftOver = Residuals(whitened);
    }

    /// <summary>A response that the design explains to the last bit: there is nothing to estimate a variance from.</summary>
    private RestrictedFit(OrthogonalBasis basis)
    {
        this.basis = basis;
        factor = new double[basis.Columns * basis.Width];
        for (int i = 0; i < basis.Columns; i++)
        {
            factor[i * basis.Width + i] = 1;
        }

        solution = new double[basis.Columns];
        state = new double[basis.Columns + 1];
        LeftOver = new double[basis.Rows];
        LogLikelihood = double.PositiveInfinity;
    }

    /// <summary>The process's memory from one period to the next.</summary>
    internal double Phi { get; }

    /// <summary>τ², the variance of the process.</summary>
    internal double ProcessVariance { get; }

    /// <summary>The mean of the known variances; 0 when there are none.</summary>
    internal double KnownVariance { get; }

    internal int Rows => basis.Rows;

    internal int DegreesOfFreedom => basis.Rows - basis.Columns;

    /// <summary>What share of the figures a mean is worth: 1/(1 + 2Σ of the autocorrelations).</summary>
    internal double Independence
    {
        get
        {
            double process = ProcessVariance == 0 ? 0 : ProcessVariance / (ProcessVariance + KnownVariance);
            return 1 / (1 + 2 * process * Phi / (1 - Phi));
        }
    }

    internal double LogLikelihood { get; }

    /// <summary>Whether the design explains the response to the last bit.</summary>
    internal bool IsExact => double.IsPositiveInfinity(LogLikelihood);

    /// <summary>The residuals with their correlation taken out, in standard deviations.</summary>
    internal double[] LeftOver { get; }

    /// <summary>The largest size of a figure of the response.</summary>
    internal double Magnitude => basis.Magnitude;

    // What the whitened rows' unit variance stands for.
    private double Scale { get; }

    private double StateVariance { get; }

    /// <summary>Fits.</summary>
    /// <param name="basis">The design and the response.</param>
    /// <param name="steps">How many periods each row lies after the row before it.</param>
    /// <param name="noise">The known variance of each row, not negative; empty when unknown.</param>
    internal static RestrictedFit Create(OrthogonalBasis basis, int[] steps, double[] noise)
    {
        double known = noise.Length == 0 ? 0 : noise.Average();
        if (known > 0)
        {
            // A variance of 0 says "estimated as 0 from few answers"; taken at its word it would decide everything.
            double floor = LeastVariance(noise);
            double[] variances = [.. noise.Select(x => Math.Max(x, floor))];
            RestrictedLikelihood beside = new(basis, steps, variances);
            (double memory, double variance) = Search(beside, basis, variances);
            return new(basis, beside, memory, variance, known);
        }

        if (basis.SumOfSquares == 0)
        {
            return new(basis);
        }

        RestrictedLikelihood likelihood = new(basis, steps, []);
        return new(basis, likelihood, Search(PhiGrid, 1e-9, likelihood.Profile).At, 1, known: null);
    }

    /// <summary>The least that a variance is taken to be: far below the median of those above 0, on which no single one has a hold.</summary>
    internal static double LeastVariance(double[] noise)
    {
        double[] positive = [.. noise.Where(x => x > 0)];
        return positive.Length == 0 ? 0 : 1e-8 * Selection.Median(positive);
    }

    /// <summary>Fits at a given memory and process variance.</summary>
    internal static RestrictedFit At(OrthogonalBasis basis, int[] steps, double[] noise, double phi, double processVariance) =>
        new(basis, new(basis, steps, noise), phi, processVariance, noise.Length == 0 ? null : noise.Average());

    /// <summary>A combination of coefficients, estimated.</summary>
    /// <param name="weights">The weight of each coefficient of the design.</param>
    internal LinearEstimate Combine(ReadOnlySpan<double> weights)
    {
        double[] coordinates = weights.ToArray();
        basis.ToCoordinates(coordinates);
        return new(Level(coordinates), Scale, 0, Halved(coordinates));
    }

    /// <summary>The response some periods after the last row, its own noise left out.</summary>
    /// <param name="row">The design's row there.</param>
    /// <param name="periodsAhead">How many periods after the last row, at least 1.</param>
    internal LinearEstimate Predict(ReadOnlySpan<double> row, int periodsAhead)
    {
        double[] coordinates = row.ToArray();
        basis.ToCoordinates(coordinates);
        double level = Level(coordinates);
        double memory = Math.Pow(Phi, periodsAhead);
        for (int j = 0; j < coordinates.Length; j++)
        {
            coordinates[j] -= memory * state[j];
            level -= memory * state[j] * solution[j];
        }

        return new(level + memory * state[^1], Scale, memory * memory * StateVariance + ProcessVariance * (1 - memory * memory), Halved(coordinates));
    }

    /// <summary>The highest point of a function of φ, or of two with the second profiled out: on a grid first, then between its neighbours.</summary>
    private static (double At, double Value) Search(double[] grid, double tolerance, Func<double, double> function)
    {
        double[] values = [.. grid.Select(function)];
        int best = Array.IndexOf(values, values.Max());
        (double At, double Value) refined = BrentMaximiser.Between(grid[Math.Max(0, best - 1)], grid[Math.Min(grid.Length - 1, best + 1)], tolerance, function);
        return refined.Value > values[best] ? refined : (grid[best], values[best]);
    }

    /// <summary>φ and τ² beside known noise: on a grid, then by sections, then by Newton's method.</summary>
    private static (double Phi, double Variance) Search(RestrictedLikelihood likelihood, OrthogonalBasis basis, double[] noise)
    {
        // A process far below the noise of the steadiest rows can't be told from none; one far above what least squares leaves can't be.
        double floor = 1e-3 * noise.Length / noise.Sum(x => 1 / x);
        double lowest = Math.Log(floor);
        double width = (Math.Log(100 * Math.Max(floor, basis.SumOfSquares / (basis.Rows - basis.Columns))) - lowest) / (GridOfLogs - 1);
        double none = Penalised(likelihood, 0, 0);
        double[] logs = [.. Enumerable.Range(0, GridOfLogs).Select(i => lowest + i * width)];
        (double At, double Value)[] profile = [.. CoarsePhiGrid.Select(memory => Search(logs, 1e-2, x => Penalised(likelihood, memory, Math.Exp(x))))];
        int best = Array.IndexOf(profile, profile.MaxBy(x => x.Value));

        // Between neighbours on the grid of φ the best τ² moves little.
        double centre = profile[best].At;
        double[] neighbours = CoarsePhiGrid[Math.Max(0, best - 1)..Math.Min(CoarsePhiGrid.Length, best + 2)];
        double phi = Search(neighbours, 1e-3, memory => Near(memory).Value).At;
        (phi, double log) = Polished(likelihood, phi, Near(phi).At);
        return Penalised(likelihood, phi, Math.Exp(log)) > none ? (phi, Math.Exp(log)) : (0, 0);

        (double At, double Value) Near(double memory) =>
            BrentMaximiser.Between(centre - 1.5 * width, centre + 1.5 * width, 1e-3, x => Penalised(likelihood, memory, Math.Exp(x)));
    }

    /// <summary>
    /// Newton's method with differences for derivatives: what sections leave to chance, the last digits, then depends smoothly on the figures.
    /// </summary>
    private static (double Phi, double Log) Polished(RestrictedLikelihood likelihood, double phi, double log)
    {
        const double Step = 1e-3;
        for (int round = 0; round < 4; round++)
        {
            double centre = At(0, 0), before = At(0, -1), after = At(0, 1);
            double slope = (after - before) / (2 * Step), bend = (after - 2 * centre + before) / (Step * Step);
            double move = 0, moveOfLog = -slope / bend;
            if (phi is > Step and < LargestPhi - Step)
            {
                double left = At(-1, 0), right = At(1, 0);
                double ownSlope = (right - left) / (2 * Step), ownBend = (right - 2 * centre + left) / (Step * Step);
                double twist = (At(1, 1) + At(-1, -1) + 2 * centre - before - after - left - right) / (2 * Step * Step);
                double determinant = bend * ownBend - twist * twist;
                if (ownBend < 0 && determinant > 0)
                {
                    move = (twist * slope - bend * ownSlope) / determinant;
                    moveOfLog = (twist * ownSlope - ownBend * slope) / determinant;
                }
            }

            if (!(bend < 0) || Math.Abs(move) > 0.02 || Math.Abs(moveOfLog) > 0.2)
            {
                break;
            }

            phi = Math.Clamp(phi + move, 0, LargestPhi);
            log += moveOfLog;
        }

        return (phi, log);

        double At(int right, int up) => Penalised(likelihood, phi + right * Step, Math.Exp(log + up * Step));
    }

    /// <summary>
    /// Beside known noise a small τ² says next to nothing of φ, and the bare maximum is often at the largest φ:
    /// a wandering level, which hides every trend and step.
    /// A weak prior density proportional to √(1 − φ) keeps it away from there unless the figures insist. The idea is that of Y.
    /// Chung et al., <em>A nondegenerate penalized likelihood estimator for variance parameters in multilevel models</em>, Psychometrika 78 (2013).
    /// </summary>
    private static double Penalised(RestrictedLikelihood likelihood, double phi, double variance) => likelihood.At(phi, variance) + 0.5 * Math.Log(1 - phi);

    private double Level(double[] coordinates)
    {
        double level = 0;
        for (int j = 0; j < coordinates.Length; j++)
        {
            level += coordinates[j] * (basis.Coordinates[j] + solution[j]);
        }

        return level;
    }

    /// <summary>Solves Factor·x = q in place, so that x'x is q'(Q'V⁻¹Q)⁻¹q.</summary>
    private double[] Halved(double[] coordinates)
    {
        int columns = basis.Columns;
        for (int i = 0; i < columns; i++)
        {
            double sum = coordinates[i];
            for (int m = 0; m < i; m++)
            {
                sum -= factor[i * basis.Width + m] * coordinates[m];
            }

            coordinates[i] = sum / factor[i * basis.Width + i];
        }

        return coordinates;
    }

    private double[] BackSolved(double[] right)
    {
        int columns = basis.Columns;
        for (int i = columns - 1; i >= 0; i--)
        {
            for (int m = i + 1; m < columns; m++)
            {
                right[i] -= factor[m * basis.Width + i] * right[m];
            }

            right[i] /= factor[i * basis.Width + i];
        }

        return right;
    }

    private double[] Residuals(double[] whitened)
    {
        int columns = basis.Columns;
        double[] residuals = new double[basis.Rows];
        double deviation = Math.Sqrt(Scale);
        for (int t = 0; t < residuals.Length; t++)
        {
            ReadOnlySpan<double> row = whitened.AsSpan(t * basis.Width, basis.Width);
            double residual = row[columns];
            for (int j = 0; j < columns; j++)
            {
                residual -= row[j] * solution[j];
            }

            residuals[t] = residual / deviation;
        }

        return residuals;
    }
}
