namespace CxKpi.Practices;

/// <summary>Calibration whose factors stay between two bounds, by the logit distance (Deville and Särndal 1992).</summary>
/// <remarks>
/// The factor of a cell is g(u) = L + (U - L) s(u), s being a logistic curve through s = (1 - L)/(U - L) at u = 0, and u the sum of one parameter for
/// each category that the cell belongs to. With r = (1 - L)/(U - 1) and e = exp(u (1 + r)/(1 - L)) this is g = L + (1 - L)(1 + r) e/(1 + r e), which
/// loses no digit where U is far away and turns into an exponential curve as it goes. The parameters minimise a convex function whose gradient is what
/// the margins are off, so that Newton's steps, damped until the function falls enough, find them whenever bounds can be kept. Where they cannot, the
/// function falls without end.
/// </remarks>
internal sealed class BoundedCalibration
{
    private const int MostSteps = 500;

    /// <summary>
    /// Where the curve is flat, Newton's step is far too long, and its curvature is taken to be larger by this. A quarter is the most that a logistic curve
    /// has, and with it every step goes down. A little always remains, so that no parameter is taken for one that others repeat.
    /// </summary>
    private const double LeastDamping = 1e-9, MostDamping = 16;

    /// <summary>The curve of a far bound is steep where no cell ever comes: its curvature counts up to this many times that of the steepest cell.</summary>
    private const double Steepest = 1000;

    /// <summary>No step moves a cell farther along the logistic curve than from its middle to where it is flat.</summary>
    private const double LongestStep = 10;

    /// <summary>So far out, the factor is the bound to the last digit: what is still missing is out of reach.</summary>
    private const double OutOfSight = 300;

    /// <summary>What is left is rounding.</summary>
    private const double Exact = 1e-13;

    private readonly SampleCells cells;
    private readonly double lowest, ratio, slope, scale;
    private readonly int[] offsets;
    private readonly double[] targets;

    private BoundedCalibration(SampleCells cells, double lowest, double highest)
    {
        this.cells = cells;
        this.lowest = lowest;
        ratio = (1 - lowest) / (highest - 1);
        slope = (1 + ratio) / (1 - lowest);
        scale = cells.Total / cells.Weights.Sum();
        offsets = new int[cells.Targets.Length];
        for (int m = 1; m < offsets.Length; m++)
        {
            offsets[m] = offsets[m - 1] + cells.Targets[m - 1].Length;
        }

        targets = [.. cells.Targets.SelectMany(own => own)];
    }

    /// <returns>The factor of each cell on its base weight, the steps, and the largest relative error of a category that is left.</returns>
    internal static (double[] Factors, int Steps, double Error) Fit(SampleCells cells, double lowest, double highest) =>
        new BoundedCalibration(cells, lowest, highest).Fit();

    private (double[] Factors, int Steps, double Error) Fit()
    {
        double[] parameters = new double[targets.Length], factors = Factors(parameters);
        double error = Error(factors), function = Function(parameters), damping = LeastDamping;
        int steps = 0;
        while (error > Exact && steps < MostSteps && Farthest(parameters) < OutOfSight && damping <= MostDamping)
        {
            steps++;
            double[] gradient = Gradient(factors), direction = SemidefiniteSystem.Solve(Hessian(parameters, damping), gradient);
            double length = Math.Min(1, LongestStep / Math.Max(double.Epsilon, Farthest(direction))), fall = 0;
            double[] next = [.. parameters.Select((parameter, j) => parameter - length * direction[j])], nextFactors = Factors(next);
            double nextError = Error(nextFactors), nextFunction = Function(next);
            for (int j = 0; j < gradient.Length; j++)
            {
                fall += (length - length * length / 2) * gradient[j] * direction[j];
            }

            // Near the solution the function no longer tells steps apart: there, an error that falls is enough.
            bool isRounding = fall <= 1e-11 * (cells.Total + Math.Abs(function));
            double kept = isRounding ? (nextError < error ? 1 : 0) : (function - nextFunction) / fall;
            damping = kept > 0.75 ? Math.Max(LeastDamping, damping / 10) : kept > 0.25 ? damping : 4 * damping;
            if (kept > 1e-4)
            {
                (parameters, factors, error, function) = (next, nextFactors, nextError, nextFunction);
            }
        }

        return ([.. factors.Select(factor => factor * scale)], steps, error);
    }

    /// <summary>How far out on the logistic curve any cell is.</summary>
    private double Farthest(double[] parameters)
    {
        double farthest = 0;
        for (int c = 0; c < cells.Weights.Length; c++)
        {
            farthest = Math.Max(farthest, Math.Abs(slope * Score(parameters, c)));
        }

        return farthest;
    }

    private double[] Factors(double[] parameters)
    {
        double[] factors = new double[cells.Weights.Length];
        for (int c = 0; c < factors.Length; c++)
        {
            factors[c] = lowest + (1 - lowest) * (1 + ratio) * Curve(Score(parameters, c));
        }

        return factors;
    }

    private double Score(double[] parameters, int cell)
    {
        double score = 0;
        for (int m = 0; m < offsets.Length; m++)
        {
            score += parameters[offsets[m] + cells.Codes[m][cell]];
        }

        return score;
    }

    /// <summary>e/(1 + r e).</summary>
    private double Curve(double score)
    {
        double power = Math.Exp(-Math.Abs(slope * score));
        return score > 0 ? 1 / (power + ratio) : power / (1 + ratio * power);
    }

    /// <summary>How fast the factor of a cell rises with its score: e/(1 + r e)², times what is the same for all.</summary>
    private double Rise(double score)
    {
        double power = Math.Exp(-Math.Abs(slope * score)), whole = score > 0 ? power + ratio : 1 + ratio * power;
        return power / whole / whole;
    }

    private double Error(double[] factors) => cells.LargestError([.. factors.Select((factor, c) => factor * scale * cells.Weights[c])]);

    private double[] Gradient(double[] factors)
    {
        double[] gradient = [.. targets.Select(target => -target)];
        for (int c = 0; c < factors.Length; c++)
        {
            for (int m = 0; m < offsets.Length; m++)
            {
                gradient[offsets[m] + cells.Codes[m][c]] += scale * cells.Weights[c] * factors[c];
            }
        }

        return gradient;
    }

    private double[] Hessian(double[] parameters, double damping)
    {
        int n = targets.Length;
        double[] hessian = new double[n * n], rises = [.. Enumerable.Range(0, cells.Weights.Length).Select(c => Rise(Score(parameters, c)))];
        double least = damping * Math.Min(1 / ratio, Steepest * Math.Max(1, rises.Max()));
        for (int c = 0; c < cells.Weights.Length; c++)
        {
            double weight = scale * cells.Weights[c] * (1 + ratio) * (1 + ratio) * (rises[c] + least);
            for (int m = 0; m < offsets.Length; m++)
            {
                for (int other = 0; other < offsets.Length; other++)
                {
                    hessian[(offsets[m] + cells.Codes[m][c]) * n + offsets[other] + cells.Codes[other][c]] += weight;
                }
            }
        }

        return hessian;
    }

    /// <summary>The convex function: the integral of the factors, weighted, less what the targets ask for.</summary>
    private double Function(double[] parameters)
    {
        double sum = 0;
        for (int c = 0; c < cells.Weights.Length; c++)
        {
            double score = Score(parameters, c), grown = AccurateMath.ExpMinusOne(slope * score) / (1 + ratio);
            double integral = ratio * grown is > -1e-17 and < 1e-17 ? grown : AccurateMath.LogOnePlus(ratio * grown) / ratio;
            sum += scale * cells.Weights[c] * (lowest * score + (1 - lowest) * (1 - lowest) * integral);
        }

        for (int j = 0; j < targets.Length; j++)
        {
            sum -= targets[j] * parameters[j];
        }

        return sum;
    }
}
