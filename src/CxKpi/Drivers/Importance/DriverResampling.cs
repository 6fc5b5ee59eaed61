using CxKpi.Trends;

namespace CxKpi.Practices;

/// <summary>Limits of shares from rows that are drawn anew, with replacement: percentiles of the shares (Efron 1979).</summary>
internal static class DriverResampling
{
    internal static DriverAnalysis WithLimits(DriverAnalysis found, CrossProducts products, DriverOptions options)
    {
        int count = found.Drivers.Count, kept = 0;
        double[][] shares = [.. Enumerable.Range(0, count).Select(_ => new double[options.Resamples])];
        RepeatableRandom random = new(unchecked((ulong)options.Seed));
        SubsetFits? fits = found.Method == DriverMethod.Shapley ? new(count) : null;
        for (int draw = 0; draw < options.Resamples; draw++)
        {
            if (products.Resampled(ref random) is not { } correlations || Importance(correlations, count, fits) is not { } importance)
            {
                continue;
            }

            double total = importance.Sum();
            for (int j = 0; j < count; j++)
            {
                shares[j][kept] = importance[j] / total;
            }

            kept += total > 0 ? 1 : 0;
        }

        List<Notice> warnings = [.. found.Warnings];
        if (kept < options.Resamples)
        {
            warnings.Add(DriverNotices.ResamplesLeftOut(options.Resamples - kept, options.Resamples));
        }

        // Where most resamples have no answer, those that have one are not like the rows.
        bool tells = 2 * kept >= options.Resamples;
        return found with
        {
            Resamples = kept,
            Warnings = warnings,
            Drivers = !tells ? found.Drivers :
            [
                .. found.Drivers.Select((driver, j) =>
                {
                    double[] drawn = shares[j][..kept];
                    Array.Sort(drawn);
                    double outside = (1 - options.Confidence) / 2;

                    // What is drawn anew can lie to one side of what was found.
                    double share = driver.Share ?? Percentile(drawn, 0.5);
                    return driver with
                    {
                        ShareLower = Math.Min(share, Percentile(drawn, outside)),
                        ShareUpper = Math.Max(share, Percentile(drawn, 1 - outside)),
                    };
                }),
            ],
        };
    }

    private static double[]? Importance(double[] correlations, int count, SubsetFits? fits)
    {
        if (fits is null)
        {
            Importances model = new(correlations, count);
            return model.IsSingular ? null : model.RelativeWeights();
        }

        return CorrelationMatrix.IsDefinite(correlations, count, count + 1) ? fits.Shares(correlations) : null;
    }

    private static double Percentile(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = (int)place, above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
