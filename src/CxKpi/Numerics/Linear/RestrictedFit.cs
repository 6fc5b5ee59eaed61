namespace CxKpi;

/// <summary>A regression whose errors are an AR(1) process beside noise, fitted by restricted maximum likelihood; immutable.</summary>
internal sealed class RestrictedFit
{
    /// <summary>Beyond this a process cannot be told from a random walk, in which no level exists.</summary>
    internal const double LargestPhi = 0.98;

    private readonly OrthogonalBasis basis;
    private readonly int[] steps;
    private readonly double[] noise;
    private readonly ErrorProcess errors;
    private readonly double[] factor;
    private readonly double[] solution;
    private readonly double[] state;

    private RestrictedFit(OrthogonalBasis basis, int[] steps, double[] noise, in ErrorProcess errors)
    {
        this.basis = basis;
        this.steps = steps;
        this.noise = noise;
        bool free = noise.Length == 0;
        RestrictedLikelihood likelihood = new(basis, steps, noise);
        double[] whitened = new double[basis.Extended.Length];
        double logDeterminants = likelihood.Weigh(errors, whitened);
        double squares = likelihood.SumOfSquares;
        Scale = free ? squares / DegreesOfFreedom : 1;
        this.errors = new(errors.Phi, Scale * errors.Variance, Scale * errors.White);
        KnownVariance = free ? 0 : Selection.Median([.. noise]);
        StateVariance = Scale * likelihood.StateVariance;
        LogLikelihood = -0.5 * (DegreesOfFreedom * (Math.Log(2 * Math.PI) + (free ? Math.Log(Scale) : 0)) + logDeterminants + squares / Scale);
        factor = likelihood.Factor.ToArray();
        Hidden = likelihood.Hidden;
        solution = BackSolved(likelihood.Factor.Slice(basis.Columns * basis.Width, basis.Columns).ToArray());
        state = likelihood.State[..(basis.Columns + 1)].ToArray();
        LeftOver = Residuals(whitened);
    }

    /// <summary>A response that the design explains to the last bit: there is nothing to estimate a variance from.</summary>
    private RestrictedFit(OrthogonalBasis basis)
    {
        this.basis = basis;
        (steps, noise) = ([], []);
        factor = new double[basis.Columns * basis.Width];
        for (int i = 0; i < basis.Columns; i++)
        {
            factor[i * basis.Width + i] = 1;
        }

        Hidden = -1;
        solution = new double[basis.Columns];
        state = new double[basis.Columns + 1];
        LeftOver = new double[basis.Rows];
        LogLikelihood = double.PositiveInfinity;
    }

    /// <summary>The process's memory from one period to the next.</summary>
    internal double Phi => errors.Phi;

    /// <summary>τ², the variance of the process.</summary>
    internal double ProcessVariance => errors.Variance;

    /// <summary>The variance of the white noise beside the process, as estimated; 0 beside known variances, which take its place.</summary>
    internal double WhiteVariance => errors.White;

    /// <summary>The median of the known variances; 0 when there are none.</summary>
    internal double KnownVariance { get; }

    internal int Rows => basis.Rows;

    internal int DegreesOfFreedom => basis.Rows - basis.Columns;

    /// <summary>What share of the figures a mean is worth: 1/(1 + 2Σ of the autocorrelations).</summary>
    internal double Independence => errors.Independence(KnownVariance);

    internal double LogLikelihood { get; }

    /// <summary>Whether the design explains the response to the last bit.</summary>
    internal bool IsExact => double.IsPositiveInfinity(LogLikelihood);

    /// <summary>The first column of the design that a few rows with nearly all the weight hide behind those before it; −1 when all are seen.</summary>
    internal int Hidden { get; }

    /// <summary>The residuals with their correlation taken out, in standard deviations.</summary>
    internal double[] LeftOver { get; }

    /// <summary>The largest size of a figure of the response.</summary>
    internal double Magnitude => basis.Magnitude;

    // What the whitened rows' unit variance stands for.
    private double Scale { get; }

    private double StateVariance { get; }

    /// <summary>Fits a process beside white noise: noise of the known variances, or of one that is estimated.</summary>
    /// <param name="basis">The design and the response.</param>
    /// <param name="steps">How many periods each row lies after the row before it.</param>
    /// <param name="noise">The known variance of each row, not negative; empty when unknown.</param>
    internal static RestrictedFit Create(OrthogonalBasis basis, int[] steps, double[] noise)
    {
        double[] known = Known(noise);
        if (known.Length == 0)
        {
            return basis.SumOfSquares == 0 ? new(basis) : new(basis, steps, [], ErrorSearch.BesideWhite(new(basis, steps, [])));
        }

        return new(basis, steps, known, ErrorSearch.BesideKnown(new(basis, steps, known), basis, known));
    }

    /// <summary>The same, but where no variances are known all noise is the process.</summary>
    internal static RestrictedFit CreateWithoutWhite(OrthogonalBasis basis, int[] steps, double[] noise) => Known(noise).Length > 0 || basis.SumOfSquares == 0
        ? Create(basis, steps, noise)
        : new(basis, steps, [], ErrorSearch.Alone(new(basis, steps, [])));

    /// <summary>A level that wanders, as far as the figures allow; null when it explains them clearly worse than this fit does.</summary>
    internal RestrictedFit? Wandering() =>
        !IsExact && WalkSearch.Widest(new(basis, steps, noise), KnownVariance, LogLikelihood) is { } walk
            && new RestrictedFit(basis, steps, noise, walk) is { Hidden: < 0 } fit ? fit : null;

    /// <summary>The least that a variance is taken to be: far below the median of those above 0, on which no single one has a hold.</summary>
    internal static double LeastVariance(double[] noise)
    {
        double[] positive = [.. noise.Where(x => x > 0)];
        return positive.Length == 0 ? 0 : 1e-8 * Selection.Median(positive);
    }

    /// <summary>Fits at a given memory and process variance.</summary>
    internal static RestrictedFit At(OrthogonalBasis basis, int[] steps, double[] noise, in ErrorProcess errors) => new(basis, steps, noise, errors);

    // A variance of 0 says "estimated as 0 from few answers"; taken at its word it would decide everything.
    private static double[] Known(double[] noise) =>
        noise.Length > 0 && LeastVariance(noise) is > 0 and var floor ? [.. noise.Select(x => Math.Max(x, floor))] : [];

    /// <summary>A combination of coefficients, estimated.</summary>
    /// <param name="weights">The weight of each coefficient of the design.</param>
    internal LinearEstimate Combine(ReadOnlySpan<double> weights)
    {
        double[] coordinates = weights.ToArray();
        basis.ToCoordinates(coordinates);
        return new(Level(coordinates), Scale, 0, Halved(coordinates));
    }

    /// <summary>The response some periods after the last row, its own white noise left out.</summary>
    /// <param name="row">The design's row there.</param>
    /// <param name="periodsAhead">How many periods after the last row, at least 1.</param>
    internal LinearEstimate Predict(ReadOnlySpan<double> row, int periodsAhead)
    {
        double[] coordinates = row.ToArray();
        basis.ToCoordinates(coordinates);
        double level = Level(coordinates);
        double memory = errors.Memory(periodsAhead);
        for (int j = 0; j < coordinates.Length; j++)
        {
            coordinates[j] -= memory * state[j];
            level -= memory * state[j] * solution[j];
        }

        return new(level + memory * state[^1], Scale, memory * memory * StateVariance + errors.Innovation(periodsAhead, memory), Halved(coordinates));
    }

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
