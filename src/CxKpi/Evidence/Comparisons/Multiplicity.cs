namespace CxKpi;

/// <summary>Adjusts p-values when many questions are asked at once.</summary>
public static class Multiplicity
{
    /// <summary>Adjusts p-values of which some may be missing, as the changes of segments without data have none.</summary>
    /// <remarks>
    /// Count every question that was asked, not only those whose answer is shown: all segments times all KPIs times all periods that were looked at.
    /// </remarks>
    /// <param name="pValues">The p-values, each between 0 and 1, or <see langword="null"/>, which is no question.</param>
    /// <param name="method">The method.</param>
    /// <returns>The adjusted p-values in the order given, each in [0, 1] and not below the original one; <see langword="null"/> where one is missing.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pValues"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A p-value does not lie between 0 and 1; the message names its position among those that are there. Or the
    /// method is not a named value.</exception>
    public static IReadOnlyList<double?> Adjust(IEnumerable<double?> pValues, MultiplicityMethod method = MultiplicityMethod.Holm)
    {
        double?[] all = [.. Guard.NotNull(pValues)];
        IReadOnlyList<double> adjusted = Adjust(all.Where(p => p is not null).Select(p => p!.Value), method);
        int next = 0;
        return [.. all.Select(p => p is null ? (double?)null : adjusted[next++])];
    }

    /// <summary>Adjusts p-values.</summary>
    /// <inheritdoc cref="Adjust(IEnumerable{double?}, MultiplicityMethod)"/>
    public static IReadOnlyList<double> Adjust(IEnumerable<double> pValues, MultiplicityMethod method = MultiplicityMethod.Holm) => Guard.Defined(method) switch
    {
        MultiplicityMethod.Holm => Holm(pValues),
        MultiplicityMethod.Hochberg => Hochberg(pValues),
        MultiplicityMethod.BenjaminiHochberg => BenjaminiHochberg(pValues),
        MultiplicityMethod.BenjaminiYekutieli => BenjaminiYekutieli(pValues),
        MultiplicityMethod.Bonferroni => Bonferroni(pValues),
    };

    /// <summary>Adjusts p-values like <see cref="BenjaminiHochberg"/>, however they depend on one another.</summary>
    /// <remarks>
    /// <code>adjusted(i) = least of 1 and c·m·p(j)/j over all ranks j ≥ i, where c = 1 + 1/2 + ... + 1/m</code>
    /// Source: Y. Benjamini and D. Yekutieli, "The control of the false discovery rate in multiple testing under dependency", 2001.
    /// </remarks>
    /// <inheritdoc cref="BenjaminiHochberg"/>
    public static IReadOnlyList<double> BenjaminiYekutieli(IEnumerable<double> pValues)
    {
        (double[] values, int[] order) = Ranked(pValues);
        double sum = Enumerable.Range(1, values.Length).Sum(rank => 1.0 / rank);
        return SteppedUp(values, order, rank => sum * order.Length / rank);
    }

    /// <summary>Adjusts p-values so that the probability of even one false finding stays below the significance level where they rise together.</summary>
    /// <remarks>
    /// <code>adjusted(i) = least (m − j + 1)·p(j) over all ranks j ≥ i, ranks from the smallest</code>
    /// Source: Y. Hochberg, "A sharper Bonferroni procedure for multiple tests of significance", 1988.
    /// </remarks>
    /// <inheritdoc cref="BenjaminiHochberg"/>
    public static IReadOnlyList<double> Hochberg(IEnumerable<double> pValues)
    {
        (double[] values, int[] order) = Ranked(pValues);
        return SteppedUp(values, order, rank => order.Length - rank + 1);
    }

    /// <summary>Adjusts p-values by multiplying them with their number.</summary>
    /// <remarks>
    /// <code>adjusted(i) = least of 1 and m·p(i)</code>
    /// Source: O. Dunn, "Multiple comparisons among means", 1961, after C. Bonferroni.
    /// </remarks>
    /// <inheritdoc cref="BenjaminiHochberg"/>
    public static IReadOnlyList<double> Bonferroni(IEnumerable<double> pValues)
    {
        (double[] values, _) = Ranked(pValues);
        return [.. values.Select(p => Math.Min(1, p * values.Length))];
    }

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
        return SteppedUp(values, order, rank => (double)order.Length / rank);
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

    /// <summary>From the largest p-value down, none larger than those after it.</summary>
    private static double[] SteppedUp(double[] values, int[] order, Func<int, double> factor)
    {
        double[] adjusted = new double[values.Length];
        double least = 1;
        for (int rank = order.Length; rank >= 1; rank--)
        {
            int index = order[rank - 1];
            least = Math.Min(least, values[index] * factor(rank));
            adjusted[index] = Math.Max(least, values[index]);
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
