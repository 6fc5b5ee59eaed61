namespace CxKpi.Practices;

/// <summary>Computes correlations: the value, its limits, and the p-value that goes with them.</summary>
internal static class CorrelationEstimate
{
    internal static CorrelationLimits DefaultOf(CorrelationMethod method) => method switch
    {
        CorrelationMethod.Pearson => CorrelationLimits.FisherZ,
        CorrelationMethod.Spearman => CorrelationLimits.BonettWright,
        CorrelationMethod.Kendall => CorrelationLimits.Fieller,
    };

    internal static Correlation Of(
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> y,
        CorrelationMethod method,
        double confidence,
        CorrelationLimits limits)
    {
        Guard.SameLength(x.Length, y.Length, nameof(x), nameof(y));
        Guard.Confidence(confidence);
        CheckSuits(method, limits);
        const string Advice = "leave out rows without either figure";
        for (int i = 0; i < x.Length; i++)
        {
            Guard.FiniteAt(x[i], i, nameof(x), Advice);
            Guard.FiniteAt(y[i], i, nameof(y), Advice);
        }

        Correlation none = new() { Method = method, Limits = limits, Confidence = confidence, N = x.Length };
        if (x.Length < 2)
        {
            return none with { Flags = x.Length == 1 ? EstimateFlags.SingleObservation : EstimateFlags.None };
        }

        (double? value, List<int> ties, List<int> otherTies) = (Value(x, y, method), KendallScore.Ties(x), KendallScore.Ties(y));
        if (value is not { } r)
        {
            return none with { Flags = EstimateFlags.ZeroVariance };
        }

        Correlation tested = WithTest(none with { Value = r }, x, y, ties, otherTies);
        if (Math.Abs(r) == 1)
        {
            double p = ProbabilityOfOneOrder(x.Length, ties);
            return p < 1 - confidence
                ? tested with { Lower = r, Upper = r, PValue = p, Flags = EstimateFlags.Boundary }
                : tested with { PValue = p, Flags = EstimateFlags.Boundary | EstimateFlags.Unbounded };
        }

        if (limits == CorrelationLimits.AsymptoticError)
        {
            return Around(tested, r, KendallError.Of(x, y));
        }

        return FisherLimits.StandardError(method, limits, r, x.Length) is { } error
            ? Transformed(tested, FisherLimits.Of(r, error, confidence))
            : tested with { Flags = EstimateFlags.Unbounded };
    }

    private static double? Value(ReadOnlySpan<double> x, ReadOnlySpan<double> y, CorrelationMethod method) => method switch
    {
        CorrelationMethod.Pearson => ProductMoment.Correlation(x, y),
        CorrelationMethod.Spearman => ProductMoment.Correlation(MidRanks.Of(x.ToArray()).Ranks, MidRanks.Of(y.ToArray()).Ranks),
        CorrelationMethod.Kendall => KendallPairs.Of(x, y).TauB,
    };

    private static void CheckSuits(CorrelationMethod method, CorrelationLimits limits)
    {
        bool suits = Guard.Defined(limits) switch
        {
            CorrelationLimits.FisherZ => method != CorrelationMethod.Kendall,
            CorrelationLimits.BonettWright => method == CorrelationMethod.Spearman,
            CorrelationLimits.Fieller => method != CorrelationMethod.Pearson,
            CorrelationLimits.AsymptoticError => method == CorrelationMethod.Kendall,
        };
        if (!suits)
        {
            throw Guard.Outside(nameof(limits), $"must be a method for {method}", limits);
        }
    }

    private static Correlation Transformed(Correlation tested, (double Lower, double Upper, double PValue) ends) =>
        tested with { Lower = ends.Lower, Upper = ends.Upper, PValue = ends.PValue };

    private static Correlation Around(Correlation tested, double value, double error)
    {
        double away = NormalDistribution.CriticalValue(tested.Confidence) * error;
        return error == 0 ? tested with { Flags = EstimateFlags.ZeroVariance } : tested with
        {
            Lower = Math.Max(-1, value - away),
            Upper = Math.Min(1, value + away),
            PValue = NormalDistribution.TwoSidedPValue(value / error),
            Flags = Math.Abs(value) + away > 1 ? EstimateFlags.Clipped : EstimateFlags.None,
        };
    }

    private static Correlation WithTest(Correlation none, ReadOnlySpan<double> x, ReadOnlySpan<double> y, List<int> ties, List<int> otherTies)
    {
        if (none.Method == CorrelationMethod.Kendall)
        {
            double variance = KendallScore.Variance(x.Length, ties, otherTies), z = KendallPairs.Of(x, y).Score / Math.Sqrt(variance);
            return variance > 0 ? none with { TestStatistic = z, TestPValue = NormalDistribution.TwoSidedPValue(z) } : none;
        }

        double r = none.Value!.Value, freedom = x.Length - 2;
        if (freedom == 0)
        {
            return none;
        }

        double t = r * Math.Sqrt(freedom / ((1 - r) * (1 + r)));
        double p = double.IsInfinity(t) ? 0 : StudentTDistribution.TwoSidedPValue(t, freedom);
        return none with { TestStatistic = t, TestDegreesOfFreedom = freedom, TestPValue = p };
    }

    /// <summary>The probability that chance puts rows in one order or its reverse: 2·Π t!/n!.</summary>
    private static double ProbabilityOfOneOrder(int count, List<int> ties)
    {
        double log = Math.Log(2) - LogFactorial(count);
        foreach (int tie in ties)
        {
            log += LogFactorial(tie);
        }

        return Math.Min(1, Math.Exp(log));

        static double LogFactorial(int n)
        {
            double sum = 0;
            for (int i = 2; i <= n; i++)
            {
                sum += Math.Log(i);
            }

            return sum;
        }
    }
}
