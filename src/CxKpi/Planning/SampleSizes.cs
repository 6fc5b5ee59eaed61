namespace CxKpi.Practices;

/// <summary>Plans how many observations a question needs: for a margin around one value, or for a difference between two to be seen.</summary>
/// <remarks>See <see cref="SampleSize"/> for the formulas.</remarks>
public static class SampleSizes
{
    /// <summary>More than anybody observes.</summary>
    internal const double Largest = 1e15;

    /// <summary>Plans for an interval that reaches so far to either side of the value.</summary>
    /// <param name="value">What is expected.</param>
    /// <param name="margin">Half the width of the interval, in the KPI's unit: 0.05 for 5 points of a share, 5 for 5 points of a net score; above 0.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <param name="population">The size of the finite population from which the sample is drawn; <see langword="null"/> when it is unknown or large.</param>
    /// <param name="designEffect">By how much weights or clusters raise the variance, such as 1.4; above 0.</param>
    /// <returns>The size.</returns>
    /// <exception cref="ArgumentException">Nothing is planned, or a population is given for a rate.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The margin or the design effect is not above 0, the population is below 1, the confidence does not lie
    /// between 0 and 1, or the margin is so small that no sample reaches it.</exception>
    public static SampleSize ForMargin(PlanningValue value, double margin, double confidence = 0.95, long? population = null, double designEffect = 1)
    {
        Guard.Finite(Guard.Positive(margin), nameof(margin));
        Guard.Confidence(confidence);
        Guard.Finite(Guard.Positive(designEffect), nameof(designEffect));
        if (population is < 1)
        {
            throw Guard.Outside(nameof(population), "must be at least 1", population);
        }

        if (value.RequirePlan(nameof(value)).Kind == PlannedKpi.Rate && population is not null)
        {
            throw new ArgumentException(
                "a rate is planned by its exposure, of which there is no finite population: leave the population out", nameof(population));
        }

        double unit = value.UnitVariance * designEffect / margin / margin, z = NormalDistribution.CriticalValue(confidence);
        double size = Reached(unit * z * z, nameof(margin));
        if (value.Kind == PlannedKpi.Mean && unit > 0)
        {
            size = Reached(WithStudent(unit, confidence, size), nameof(margin));
        }

        // A share and a net score vary by N/(N - 1) more in a population of N; a standard deviation is that of the population already.
        // In this form less than one of a population of one still divides by what it is, and not by what is left of 1 - 1.
        return population is not { } all ? new(size)
            : size == 0 ? new(0, all)
            : new(size * all / ((value.Kind == PlannedKpi.Mean ? all : all - 1) + size), all);
    }

    /// <summary>Plans for a difference between two groups of equal size to be seen.</summary>
    /// <param name="baseline">What is expected of one group, or before.</param>
    /// <param name="expected">What is expected of the other group, or after.</param>
    /// <param name="confidence">The confidence level of the comparison, between 0 and 1, both excluded.</param>
    /// <param name="power">The probability that the difference is seen, between 0 and 1, both excluded.</param>
    /// <param name="designEffect">By how much weights or clusters raise the variance, such as 1.4; above 0.</param>
    /// <returns>The size of each group.</returns>
    /// <exception cref="ArgumentException">The two are of different kinds, a mean has no value, or nothing is planned.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The two values are equal or too near to each other, the design effect is not above 0, or the confidence or
    /// power does not lie between 0 and 1.</exception>
    public static SampleSize ForDifference(
        PlanningValue baseline, PlanningValue expected, double confidence = 0.95, double power = 0.8, double designEffect = 1) =>
        ForDifference(baseline, expected, confidence, power, designEffect, nameof(expected));

    private static SampleSize ForDifference(
        PlanningValue baseline, PlanningValue expected, double confidence, double power, double designEffect, string name)
    {
        Guard.Confidence(confidence);
        Guard.Confidence(power);
        Guard.Finite(Guard.Positive(designEffect), nameof(designEffect));
        if (baseline.RequirePlan(nameof(baseline)).Kind != expected.RequirePlan(nameof(expected)).Kind)
        {
            throw new ArgumentException(
                $"{nameof(expected)} must be of the kind of {nameof(baseline)} ({baseline.Kind}), but is of {expected.Kind}", nameof(expected));
        }

        if (baseline.Value is not { } from || expected.Value is not { } to)
        {
            throw new ArgumentException(
                $"{nameof(expected)} and {nameof(baseline)} must have values; state the difference of two means instead", nameof(expected));
        }

        double difference = to - from;
        if (difference == 0)
        {
            throw Guard.Outside(nameof(expected), FormattableString.Invariant($"must differ from baseline ({from})"), to);
        }

        double z = NormalDistribution.CriticalValue(confidence), zPower = NormalDistribution.Quantile(power);
        double spread = Power.Spread(baseline, expected, 1, 1, z, zPower) / difference;

        // Guenther's term makes up for Student's quantiles in place of normal ones.
        double more = baseline.Kind == PlannedKpi.Mean ? z * z / 4 : 0;
        return new(Reached((spread * spread + more) * designEffect, name));
    }

    /// <summary>Plans for a difference of a given size to be seen.</summary>
    /// <param name="baseline">What is expected of one group, or before.</param>
    /// <param name="difference">The difference from it, in the KPI's unit; not 0.</param>
    /// <param name="confidence">The confidence level of the comparison, between 0 and 1, both excluded.</param>
    /// <param name="power">The probability that the difference is seen, between 0 and 1, both excluded.</param>
    /// <param name="designEffect">By how much weights or clusters raise the variance, such as 1.4; above 0.</param>
    /// <returns>The number of observations in each of the two groups.</returns>
    /// <exception cref="ArgumentException">The difference leads to what the KPI cannot be.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The difference is 0 or not finite, the confidence or the power does not lie between 0 and 1, or the
    /// design effect is not above 0.</exception>
    public static SampleSize ForDifference(
        PlanningValue baseline, double difference, double confidence = 0.95, double power = 0.8, double designEffect = 1)
    {
        if (Guard.Finite(difference) == 0)
        {
            throw Guard.Outside(nameof(difference), "must not be zero", difference);
        }

        PlanningValue from = baseline.RequirePlan(nameof(baseline)) is { Kind: PlannedKpi.Mean, Value: null } mean ? mean.MovedBy(0) : baseline;
        PlanningValue to = from.MovedBy(difference);
        return to.Value == from.Value
            ? throw Guard.Outside(nameof(difference), FormattableString.Invariant($"must not be too small to change baseline ({from.Value})"), difference)
            : ForDifference(from, to, confidence, power, designEffect, nameof(difference));
    }

    private static double Reached(double size, string name) =>
        size <= Largest ? size : throw Guard.Outside(name, "must be so far that at most 1e15 observations show it", size, advice: "that is the size it needs");

    /// <summary>The size at which Student's interval is as wide; it is larger than by the normal quantile.</summary>
    private static double WithStudent(double unit, double confidence, double atLeast)
    {
        double most = atLeast + 4;
        StudentExcess excess = new(unit, confidence);
        while (excess.At(most) > 0)
        {
            most *= 2;
        }

        double least = Math.Max(1 + 1e-3, atLeast);
        return excess.At(least) <= 0 ? least : RootFinding.Solve(excess, least, most);
    }

    /// <summary>How much more than its size a sample needs.</summary>
    private readonly struct StudentExcess(double unit, double confidence) : IScalarFunction
    {
        public double At(double size)
        {
            double quantile = StudentTDistribution.CriticalValue(confidence, size - 1);
            return quantile * quantile * unit - size;
        }
    }
}
