namespace CxKpi;

/// <summary>Adjusts p-values when many questions are asked at once.</summary>
public static class Multiplicity
{
    /// <summary>
    /// Adjusts p-values so that, among the results that are called a finding, the expected share of false ones stays below the significance level.
    /// </summary>
    /// <remarks>
    /// <code>adjusted(i) = least of 1 and m·p(j)/j over all ranks j ≥ i, ranks from the smallest</code>
    /// The method holds for independent p-values and for those that rise together, such as those of several KPIs of the same customers.
    /// Source: Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", 1995.
    /// </remarks>
    /// <param name="pValues">The p-values, each between 0 and 1.</param>
    /// <returns>The adjusted p-values in the order given, each in [0, 1] and not below the original one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pValues"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A p-value does not lie between 0 and 1; the message names its position.</exception>
    public static IReadOnlyList<double> BenjaminiHochberg(IEnumerable<double> pValues)
    {
        (double[] values, int[] order) = Ranked(pValues);
        double[] adjusted = new double[values.Length];
        double least = 1;
        for (int rank = order.Length; rank >= 1; rank--)
        {
            int index = order[rank - 1];
            least = Math.Min(least, values[index] * order.Length / rank);
            adjusted[index] = Math.Max(least, values[index]);
        }

        return adjusted;
    }

    /// <summary>
    /// Adjusts p-values so that the probability of even one false finding stays below the significance level, however the p-values depend on one another.
    /// </summary>
    /// <remarks>
    /// <code>adjusted(i) = least of 1 and the largest (m − j + 1)·p(j) over all ranks j ≤ i, ranks from the smallest</code>
    /// Source: S. Holm, "A simple sequentially rejective multiple test procedure", 1979.
    /// </remarks>
    /// <param name="pValues">The p-values, each between 0 and 1.</param>
    /// <returns>The adjusted p-values in the order given, each in [0, 1] and not below the original one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pValues"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A p-value does not lie between 0 and 1; the message names its position.</exception>
    public static IReadOnlyList<double> Holm(IEnumerable<double> pValues)
    {
        (double[] values, int[] order) = Ranked(pValues);
        double[] adjusted = new double[values.Length];
        double largest = 0;
        for (int rank = 0; rank < order.Length; rank++)
        {
            largest = Math.Max(largest, Math.Min(1, values[order[rank]] * (order.Length - rank)));
            adjusted[order[rank]] = largest;
        }

        return adjusted;
    }

    /// <summary>The p-values, and their positions from the smallest.</summary>
    private static (double[] Values, int[] Order) Ranked(IEnumerable<double> pValues)
    {
        double[] values = [.. Guard.NotNull(pValues)];
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] is not (>= 0 and <= 1))
            {
                throw Guard.OutsideAt(i, nameof(pValues), "must lie between 0 and 1", values[i]);
            }
        }

        return (values, [.. Enumerable.Range(0, values.Length).OrderBy(i => values[i])]);
    }
}
