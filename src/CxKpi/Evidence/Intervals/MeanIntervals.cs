namespace CxKpi;

/// <summary>Student's intervals for means and linearised ratios of totals, and Welch's for their differences.</summary>
internal static class MeanIntervals
{
    internal static Estimate? Estimate(MeanTally tally, double confidence, long? population)
    {
        Guard.Confidence(confidence);
        double factor = FinitePopulation.VarianceFactor(tally.N, population);
        if (tally.Value is not { } value)
        {
            return null;
        }

        return factor == 0
            ? FinitePopulation.Census(value, confidence, IntervalMethod.StudentT, tally.N)
            : Student(value, tally.Variance * factor / tally.N, tally.N, confidence, IntervalMethod.StudentT);
    }

    internal static Estimate? Estimate(RatioTally tally, double confidence)
    {
        Guard.Confidence(confidence);
        return tally.Value is { } value
            ? Student(value, SquaredError(tally), tally.Rows, confidence, IntervalMethod.LinearizedRatio)
            : null;
    }

    /// <summary>The interval of Welch (1947), from two estimates that carry their standard errors.</summary>
    internal static Change? Change(Estimate? current, Estimate? baseline, double confidence)
    {
        if (current is not { } a || baseline is not { } b)
        {
            return null;
        }

        Change change = new() { Difference = a.Value - b.Value, Confidence = confidence, Method = IntervalMethod.Welch };
        if (a.StandardError is not { } errorA || b.StandardError is not { } errorB)
        {
            return change with { Method = IntervalMethod.None, Flags = EstimateFlags.SingleObservation };
        }

        double varianceA = errorA * errorA, varianceB = errorB * errorB, variance = varianceA + varianceB;
        if (variance == 0)
        {
            // Two groups without any spread: the limits are the difference, and a p-value would be 0/0.
            return change with { Lower = change.Difference, Upper = change.Difference, Flags = EstimateFlags.ZeroVariance };
        }

        double freedom = variance * variance / (varianceA * varianceA / a.DegreesOfFreedom!.Value + varianceB * varianceB / b.DegreesOfFreedom!.Value);
        double error = Math.Sqrt(variance), spread = StudentTDistribution.CriticalValue(confidence, freedom) * error;
        return (change with
        {
            Flags = varianceA == 0 || varianceB == 0 ? EstimateFlags.ZeroVariance : EstimateFlags.None,
            Lower = change.Difference - spread,
            Upper = change.Difference + spread,
            PValue = StudentTDistribution.TwoSidedPValue(change.Difference / error, freedom),
            StandardError = error,
            DegreesOfFreedom = freedom,
        }).Sound();
    }

    private static Estimate Student(double value, double? squaredError, long rows, double confidence, IntervalMethod method)
    {
        Estimate estimate = new() { Value = value, Confidence = confidence, Method = method, N = rows };
        if (squaredError is not { } variance)
        {
            return estimate with { Method = IntervalMethod.None, Flags = EstimateFlags.SingleObservation };
        }

        double error = Math.Sqrt(variance), spread = StudentTDistribution.CriticalValue(confidence, rows - 1) * error;
        return (estimate with
        {
            Lower = value - spread,
            Upper = value + spread,
            DegreesOfFreedom = rows - 1,
            StandardError = error,
            Flags = error == 0 ? EstimateFlags.ZeroVariance : EstimateFlags.None,
        }).Sound();
    }

    private static double Residuals(RatioTally tally, decimal ratio)
    {
        double r = (double)ratio, products = (double)tally.Products, squares = (double)tally.SquaredDenominators;
        const double Fits = 7e28;
        bool fits = (double)tally.SquaredNumerators + 2 * Math.Abs(r * products) + r * r * squares < Fits && Math.Abs(products) + Math.Abs(r * squares) < Fits;
        return fits
            ? (double)(tally.SquaredNumerators - ratio * tally.Products - ratio * (tally.Products - ratio * tally.SquaredDenominators))
            : (double)tally.SquaredNumerators - r * products - r * (products - r * squares);
    }

    /// <summary>n/(n - 1) times the sum of ((y - Rx) / sum of x) squared, from the sums alone and in decimal, where the terms cancel without loss.</summary>
    private static double? SquaredError(RatioTally tally)
    {
        if (tally.Rows < 2 || tally.DecimalValue is not { } ratio)
        {
            return null;
        }

        double total = (double)tally.Denominator, n = tally.Rows;
        double residual = DecimalSums.Residual(Residuals(tally, ratio), (double)tally.SquaredNumerators, tally.Rows);
        return n / (n - 1) * DecimalSums.Widened(residual, tally.SquareExponent) / total / total;
    }
}
