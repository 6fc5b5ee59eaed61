using CxKpi.Trends;

namespace CxKpi.Practices;

/// <summary>Computes the correlations of two series at all distances.</summary>
internal static class LagScan
{
    /// <summary>Fewer periods than this, or more than a quarter of them as the largest distance, leave too little to judge by.</summary>
    private const int SoundCount = 30, SoundShare = 4;

    internal static LaggedCorrelation Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int maxLag, double confidence)
    {
        Guard.SameLength(x.Length, y.Length, nameof(x), nameof(y));
        Guard.NotNegative(maxLag);
        Guard.Confidence(confidence);
        for (int i = 0; i < x.Length; i++)
        {
            Guard.FiniteAt(x[i], i, nameof(x));
            Guard.FiniteAt(y[i], i, nameof(y));
        }

        LaggedCorrelation none = new() { Count = x.Length, Confidence = confidence };

        // One period goes with the prewhitening, and four pairs are the fewest that have limits.
        long least = maxLag + 5L;
        if (x.Length < least)
        {
            return none with { Refusal = DriverNotices.TooFewPeriods(x.Length, least) };
        }

        if (ProductMoment.Standardised(x) is not { } first || ProductMoment.Standardised(y) is not { } second)
        {
            return none with { Refusal = DriverNotices.NoSpread() };
        }

        double a = At(first, first, 1), b = At(second, second, 1), product = a * b;
        double effective = Math.Min(x.Length, x.Length * (1 - product) / (1 + product));
        if (ProductMoment.Standardised(Whitened(first, a)) is not { } news || ProductMoment.Standardised(Whitened(second, a)) is not { } otherNews)
        {
            return none with { Refusal = DriverNotices.NoSpread() };
        }

        return none with
        {
            FirstMemory = a,
            SecondMemory = b,
            EffectiveN = effective,
            Lags = Judged(first, second, news, otherNews, maxLag, effective, confidence),
            Warnings = x.Length < SoundCount || (long)maxLag * SoundShare > x.Length ? [DriverNotices.FewPeriodsForLags(x.Length, maxLag)] : [],
        };
    }

    private static LagCorrelation[] Judged(
        double[] x,
        double[] y,
        double[] news,
        double[] otherNews,
        int maxLag,
        double effective,
        double confidence)
    {
        int[] lags = [.. Enumerable.Range(-maxLag, 2 * maxLag + 1)];
        double[] values = [.. lags.Select(lag => At(news, otherNews, lag))];
        (double Lower, double Upper, double PValue)[] limits =
        [
            .. lags.Zip(values, (lag, value) => FisherLimits.Of(value, 1 / Math.Sqrt(news.Length - Math.Abs(lag) - 3), confidence)),
        ];
        IReadOnlyList<double> adjusted = Multiplicity.Holm(limits.Select(limit => limit.PValue));
        double plainError = 1 / Math.Sqrt(Math.Max(1, effective - 3));
        return
        [
            .. lags.Select((lag, i) => At(x, y, lag) is var plain
                ? new LagCorrelation(lag, plain, FisherLimits.Of(plain, plainError, confidence).PValue, values[i], limits[i], adjusted[i])
                : default),
        ];
    }

    /// <summary>The correlation of deviations, x ahead by a number of periods; all products count in the divisor, so that far distances shrink.</summary>
    private static double At(double[] x, double[] y, int lead)
    {
        int count = x.Length - Math.Abs(lead);
        double products = lead >= 0
            ? ProductMoment.Dot(x.AsSpan(0, count), y.AsSpan(lead, count))
            : ProductMoment.Dot(x.AsSpan(-lead, count), y.AsSpan(0, count));
        return Math.Clamp(products / Math.Sqrt(ProductMoment.Dot(x, x) * ProductMoment.Dot(y, y)), -1, 1);
    }

    private static double[] Whitened(double[] deviations, double memory)
    {
        double[] news = new double[deviations.Length - 1];
        for (int i = 0; i < news.Length; i++)
        {
            news[i] = deviations[i + 1] - memory * deviations[i];
        }

        return news;
    }
}
