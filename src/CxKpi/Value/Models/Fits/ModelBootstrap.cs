namespace CxKpi.Value;

/// <summary>Predicts by fitting a model to customers drawn anew, where the limits of <see cref="FittedModel{TModel}.Amount"/> are in doubt.</summary>
/// <remarks>
/// <code>limits = percentiles of the figure over fits, each to as many customers drawn with replacement</code>
/// The delta method supposes that parameters vary normally on the logarithmic scale. With few customers or near a limit they do not; this takes a fit for
/// each resample instead. The same customers and seed give the same limits, in any order of the customers.
/// Source: B. Efron and R. Tibshirani, An Introduction to the Bootstrap, 1993.
/// </remarks>
public static class ModelBootstrap
{
    /// <summary>Predicts a figure of a model.</summary>
    /// <typeparam name="TModel">The type of the model.</typeparam>
    /// <param name="histories">The customers.</param>
    /// <param name="fit">Fits the model to customers, such as <c>drawn => MbgNbd.Fit(drawn, CalendarUnit.Week)</c>.</param>
    /// <param name="figure">The figure as the model gives it; <see langword="null"/> when it has none.</param>
    /// <param name="resamples">How many times customers are drawn; from 20 to 10,000.</param>
    /// <param name="seed">The seed of the draws.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The figure of all customers, with the standard deviation over resamples and percentiles; without limits when fewer than half of the resamples
    /// have a figure.</returns>
    /// <exception cref="ArgumentNullException">The customers or a function is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of resamples or the confidence is outside its range, or the figure or its
    /// variance is not finite.</exception>
    public static ModelPrediction Predict<TModel>(
        IEnumerable<PurchaseHistory> histories,
        Func<IEnumerable<PurchaseHistory>, FittedModel<TModel>> fit,
        Func<TModel, double?> figure,
        int resamples = 200,
        long seed = 1,
        double confidence = 0.95)
        where TModel : class, IValueModel<TModel>
    {
        Guard.NotNull(fit);
        Guard.NotNull(figure);
        Guard.InRange(resamples, 20, 10_000);
        Guard.Confidence(confidence);
        PurchaseTable table = PurchaseTable.Of(Guard.NotNull(histories));
        IEnumerable<PurchaseHistory> Sample(double[] weights) => HistoriesInUnit.Like(histories, Rows(table, weights));
        RepeatableRandom random = new(unchecked((ulong)seed));
        double? Figure(FittedModel<TModel> fitted) => fitted.Model is { } model ? figure(model) : null;
        FittedModel<TModel> ofAll = fit(Sample(table.Weight));
        double? value = Guard.Finite(Figure(ofAll), nameof(figure));
        List<double> figures = new(resamples);
        for (int i = 0; i < resamples && value is not null; i++)
        {
            if (Figure(fit(Sample(Drawn(table, ref random)))) is { } drawn && double.IsFinite(drawn))
            {
                figures.Add(drawn);
            }
        }

        if (2 * figures.Count < resamples)
        {
            return new(value, null, null, null, confidence) { Reason = DeltaMethod.Reason(ofAll.Outcome) };
        }

        figures.Sort();
        double mean = figures.Average(), tail = (1 - confidence) / 2;
        double? variance = DeltaMethod.Known(figures.Sum(drawn => (drawn - mean) * (drawn - mean)) / (figures.Count - 1), nameof(figure));
        return new(value, Math.Sqrt(variance!.Value), Percentile(figures, tail), Percentile(figures, 1 - tail), confidence);
    }

    private static IEnumerable<PurchaseHistory> Rows(PurchaseTable table, double[] weights) => Enumerable.Range(0, table.Count)
        .Where(i => weights[i] > 0)
        .Select(i => new PurchaseHistory(table.Frequency[i], table.Recency[i], table.Age[i], (long)weights[i]));

    /// <summary>How often each row is drawn when all customers are drawn with replacement: of those that no row before has, its part.</summary>
    private static double[] Drawn(PurchaseTable table, ref RepeatableRandom random)
    {
        double[] counts = new double[table.Count];
        long draws = table.Customers, customers = table.Customers;
        for (int i = 0; i < counts.Length && draws > 0; i++)
        {
            long here = (long)table.Weight[i], drawn = here == customers ? draws : BinomialDraws.Next(ref random, draws, (double)here / customers);
            counts[i] = drawn;
            draws -= drawn;
            customers -= here;
        }

        return counts;
    }

    private static double Percentile(List<double> sorted, double share)
    {
        double at = share * (sorted.Count - 1);
        int below = (int)at;
        return below + 1 < sorted.Count ? sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]) : sorted[below];
    }
}
