namespace CxKpi;

/// <summary>Looks for the errors under which figures are most likely.</summary>
/// <remarks>
/// Where a process is only a part of what varies, the figures say next to nothing of its φ, and the bare maximum is often at the largest φ: a wandering level,
/// which hides every trend and step. A weak prior density proportional to √(1 − φ) keeps it away from there unless the figures insist. The idea is that of Y.
/// Chung et al., <em>A nondegenerate penalized likelihood estimator for variance parameters in multilevel models</em>, Psychometrika 78 (2013).
/// </remarks>
internal static class ErrorSearch
{
    private const int GridOfLogs = 8;

    private static readonly double[] PhiGrid = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, RestrictedFit.LargestPhi];
    private static readonly double[] CoarsePhiGrid = [0, 0.3, 0.6, 0.8, 0.93, RestrictedFit.LargestPhi];

    /// <summary>A process and nothing else; its variance, which is free, is 1.</summary>
    internal static ErrorProcess Alone(RestrictedLikelihood likelihood) => new(Search(PhiGrid, 1e-9, likelihood.Profile).At, 1, 0);

    /// <summary>A process beside white noise; the scale of their variances, which is free, is such that they add to 1.</summary>
    internal static ErrorProcess BesideWhite(RestrictedLikelihood likelihood)
    {
        Mixture mixture = new(likelihood);
        (double phi, double height) = Search(PhiGrid, 1e-9, memory => mixture.Height(memory, 0));
        double[] point = GlobalMinimiser.MinimiseSparingly(mixture, 2);
        (double memory, double white) = Polished(mixture.Height, point[0] * RestrictedFit.LargestPhi, point[1], (0, 1));
        return mixture.Height(memory, white) > height + 1e-9 ? Mixture.Errors(memory, white) : new(phi, 1, 0);
    }

    /// <summary>A process beside noise of known variances.</summary>
    internal static ErrorProcess BesideKnown(RestrictedLikelihood likelihood, OrthogonalBasis basis, double[] noise)
    {
        // A process far below the noise of the steadiest rows can't be told from none; one far above what least squares leaves can't be.
        double floor = 1e-3 * noise.Length / noise.Sum(x => 1 / x);
        double lowest = Math.Log(floor);
        double width = (Math.Log(100 * Math.Max(floor, basis.SumOfSquares / (basis.Rows - basis.Columns))) - lowest) / (GridOfLogs - 1);
        double[] logs = [.. Enumerable.Range(0, GridOfLogs).Select(i => lowest + i * width)];
        (double At, double Value)[] profile = [.. CoarsePhiGrid.Select(memory => Search(logs, 1e-2, x => Height(memory, x)))];
        int best = Array.IndexOf(profile, profile.MaxBy(x => x.Value));

        // Between neighbours on the grid of φ the best τ² moves little.
        double centre = profile[best].At;
        double[] neighbours = CoarsePhiGrid[Math.Max(0, best - 1)..Math.Min(CoarsePhiGrid.Length, best + 2)];
        double phi = Search(neighbours, 1e-3, memory => Near(memory).Value).At;
        (phi, double log) = Polished(Height, phi, Near(phi).At, (double.NegativeInfinity, double.PositiveInfinity));
        return Height(phi, log) > likelihood.At(new(0, 0, 0)) ? new(phi, Math.Exp(log), 0) : new(0, 0, 0);

        (double At, double Value) Near(double memory) =>
            BrentMaximiser.Between(centre - 1.5 * width, centre + 1.5 * width, 1e-3, x => Height(memory, x));

        double Height(double memory, double x) => likelihood.At(new(memory, Math.Exp(x), 0)) + Prior(memory);
    }

    /// <summary>The highest point of a function of one variable: on a grid first, then between its neighbours.</summary>
    internal static (double At, double Value) Search(double[] grid, double tolerance, Func<double, double> function)
    {
        double[] values = [.. grid.Select(function)];
        int best = Array.IndexOf(values, values.Max());
        (double At, double Value) refined = BrentMaximiser.Between(grid[Math.Max(0, best - 1)], grid[Math.Min(grid.Length - 1, best + 1)], tolerance, function);
        return refined.Value > values[best] ? refined : (grid[best], values[best]);
    }

    private static double Prior(double phi) => 0.5 * Math.Log(1 - phi);

    /// <summary>
    /// Newton's method with differences for derivatives: what other searches leave to chance, the last digits, then depends smoothly on the figures.
    /// </summary>
    private static (double Phi, double Other) Polished(Func<double, double, double> function, double phi, double other, (double Least, double Most) range)
    {
        const double Step = 1e-3;
        for (int round = 0; round < 4 && other > range.Least + Step && other < range.Most - Step; round++)
        {
            double centre = At(0, 0), before = At(0, -1), after = At(0, 1);
            double slope = (after - before) / (2 * Step), bend = (after - 2 * centre + before) / (Step * Step);
            double move = 0, moveOfOther = -slope / bend;
            if (phi is > Step and < RestrictedFit.LargestPhi - Step)
            {
                double left = At(-1, 0), right = At(1, 0);
                double ownSlope = (right - left) / (2 * Step), ownBend = (right - 2 * centre + left) / (Step * Step);
                double twist = (At(1, 1) + At(-1, -1) + 2 * centre - before - after - left - right) / (2 * Step * Step);
                double determinant = bend * ownBend - twist * twist;
                if (ownBend < 0 && determinant > 0)
                {
                    move = (twist * slope - bend * ownSlope) / determinant;
                    moveOfOther = (twist * ownSlope - ownBend * slope) / determinant;
                }
            }

            if (!(bend < 0) || Math.Abs(move) > 0.02 || Math.Abs(moveOfOther) > 0.2)
            {
                break;
            }

            phi = Math.Clamp(phi + move, 0, RestrictedFit.LargestPhi);
            other = Math.Clamp(other + moveOfOther, range.Least, range.Most);
        }

        return (phi, other);

        double At(int right, int up) => function(phi + right * Step, other + up * Step);
    }

    /// <summary>How unlikely the figures are when a share of the errors is white noise, of φ's share of its largest value and of that share.</summary>
    private readonly struct Mixture(RestrictedLikelihood likelihood) : IVectorFunction
    {
        public double At(ReadOnlySpan<double> point) => -Height(point[0] * RestrictedFit.LargestPhi, point[1]);

        internal static ErrorProcess Errors(double phi, double white) => new(phi, 1 - white, white);

        internal double Height(double phi, double white) => likelihood.Profile(Errors(phi, white)) + Prior(phi);
    }
}
