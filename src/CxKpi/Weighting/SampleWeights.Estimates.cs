namespace CxKpi.Practices;

/// <content>Records and estimates with these weights.</content>
public sealed partial record SampleWeights
{
    /// <summary>Tallies the records of the rows with these weights.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="records">The record of each row, in the order of the rows; each holds one observation at most.</param>
    /// <returns>The weighted record, which takes the weights as given.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="records"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are not as many records as rows.</exception>
    /// <exception cref="ArgumentException">A record cannot be weighted, as <see cref="Weighted.FromObservation"/> says.</exception>
    /// <exception cref="InvalidOperationException">There are no weights; the message says why.</exception>
    public Weighted<TKpi> Weigh<TKpi>(IEnumerable<TKpi> records)
        where TKpi : struct, IKpi<TKpi> =>
        Weighted.OfObservations(Rows(records).Zip(Values), nameof(records));

    /// <summary>Estimates a weighted KPI with an interval that knows how the weights came about.</summary>
    /// <remarks>
    /// <code>se² = n/(n - 1) * sum of (u - mean u)², u = w * e, e the residual of (x - mean)/W on the margins, by d-weighted regression</code>
    /// Weights fitted to margins make a value more precise as far as the margins explain it, which <see cref="Weighted{TKpi}"/>, taking weights as given,
    /// cannot know. For strata of known size the error is that within strata, less for the part of each that was observed
    /// (<code>sum of W² (1 - f) s²/n</code>, with n less the number of strata as degrees of freedom).
    /// The limits are those of <see cref="Weighted{TKpi}"/> on the effective sample size that this error gives.
    /// Source: J.-C. Deville and C.-E. Särndal, 1992; W. G. Cochran, Sampling Techniques, 1977.
    /// </remarks>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="records">The record of each row, in the order of the rows; each holds one observation at most.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The estimate; <see langword="null"/> when no row holds an observation. It has no limits when one row alone, or a stratum's only row, tells
    /// nothing of how rows vary.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="records"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are not as many records as rows, or the confidence does not lie between 0 and 1.</exception>
    /// <exception cref="ArgumentException">A record cannot be weighted, as <see cref="Weighted.FromObservation"/> says.</exception>
    /// <exception cref="InvalidOperationException">There are no weights; the message says why.</exception>
    public Estimate? Estimate<TKpi>(IEnumerable<TKpi> records, double confidence = 0.95)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.Confidence(confidence);
        TKpi[] rows = Rows(records);
        Weighted<TKpi> record = Weigh(rows);
        if (record.Weights.Value is not { } mean)
        {
            return null;
        }

        double[] weights = [.. Values.Select(weight => (double)weight)];
        double[] values = [.. rows.Select(row => row.Totals is { Denominator: not 0 } totals ? (double)(totals.Numerator / totals.Denominator) : double.NaN)];
        (double? error, double freedom) = origin.IsStratified
            ? (ResidualError.OfStrata(origin.Margins[0], values), ResidualError.FreedomOfStrata(origin.Margins[0]))
            : (ResidualError.OfMargins(origin, weights, values, mean), record.N - 1);
        return WeightedIntervals.Estimate(record, error, freedom, confidence);
    }

    private TKpi[] Rows<TKpi>(IEnumerable<TKpi> records)
        where TKpi : struct, IKpi<TKpi>
    {
        TKpi[] rows = [.. Guard.NotNull(records)];
        if (!HasWeights)
        {
            throw new InvalidOperationException(Explanation());
        }

        return rows.Length == Values.Count
            ? rows
            : throw Guard.Outside(nameof(records), FormattableString.Invariant($"must have one record for each of {Values.Count} rows"), rows.Length);
    }
}
