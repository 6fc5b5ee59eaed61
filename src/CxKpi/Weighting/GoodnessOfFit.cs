using System.Globalization;

namespace CxKpi.Practices;

/// <summary>Whether counts have the distribution of a population (chi-square test of goodness of fit), and how far they are from it.</summary>
/// <remarks>
/// <code>
/// X² = sum of (O - E)²/E        G = 2 * sum of O ln(O/E)        E = n * share
/// w = sqrt(X²/n)                dissimilarity = 1/2 * sum of |O/n - share|
/// </code>
/// The test says whether chance explains the distance, and with many answers it rejects any. Cohen's w (0.1 small, 0.3 medium, 0.5 large) and the dissimilarity
/// index, the part of the answers that would have to come from other categories, say how large the distance is, whatever the number of answers.
/// The p-value is rough where fewer than five answers are expected in a category (<see cref="IsRough"/>).
/// Source: K. Pearson, 1900; J. Cohen, Statistical Power Analysis for the Behavioral Sciences, 1988.
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record GoodnessOfFit : ILocalizedFace
{
    private const double FewExpected = 5;

    // A category that is less beside the others counts as none: what is divided by its share would pass the range of a double.
    private const double Nothing = 1e-280;

    private GoodnessOfFit()
    {
    }

    /// <summary>The number of answers.</summary>
    public long N { get; private init; }

    /// <summary>Pearson's statistic; <see langword="null"/> when there are no answers.</summary>
    public double? ChiSquare { get; private init; }

    /// <summary>The likelihood-ratio statistic; <see langword="null"/> when there are no answers.</summary>
    public double? LikelihoodRatio { get; private init; }

    /// <summary>The number of categories that the population has, less 1.</summary>
    public int DegreesOfFreedom { get; private init; }

    /// <summary>The p-value of Pearson's statistic; <see langword="null"/> when there are no answers or there is one category.</summary>
    public double? PValue { get; private init; }

    /// <summary>The p-value of the likelihood-ratio statistic; <see langword="null"/> when there are no answers or there is one category.</summary>
    public double? LikelihoodRatioPValue { get; private init; }

    /// <summary>Cohen's effect size w, 0 and more; <see langword="null"/> when there are no answers.</summary>
    public double? CohenW { get; private init; }

    /// <summary>The index of dissimilarity, a fraction in [0, 1]; <see langword="null"/> when there are no answers.</summary>
    public double? Dissimilarity { get; private init; }

    /// <summary>The smallest number of answers that is expected in a category of the population.</summary>
    public double SmallestExpected { get; private init; }

    /// <summary>Whether fewer than five answers are expected in some category, so that the p-values are rough.</summary>
    public bool IsRough => SmallestExpected < FewExpected;

    /// <summary>How many standard deviations each count lies from what is expected of it, in the order of the counts; 0 for a category that makes up the whole
    /// population or none of it.</summary>
    public IReadOnlyList<double> StandardizedResiduals { get; private init; } = ValueList<double>.Empty;

    /// <summary>Tests counts against the shares of a population.</summary>
    /// <param name="observed">The number of answers in each category.</param>
    /// <param name="population">The size of each category in the population, in people or as a share.</param>
    /// <returns>The test.</returns>
    /// <exception cref="ArgumentException">The two have different lengths.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not finite, the population is empty, or a category that it does not have has
    /// answers.</exception>
    public static GoodnessOfFit Of(ReadOnlySpan<long> observed, ReadOnlySpan<double> population)
    {
        Guard.SameLength(observed.Length, population.Length, nameof(observed), nameof(population));
        long n = 0;
        double largest = 0;
        for (int i = 0; i < observed.Length; i++)
        {
            n = Guard.Sum("answers", n, Guard.NotNegativeAt(observed[i], i, nameof(observed)));
            largest = Math.Max(largest, Guard.NotNegativeAt(Guard.FiniteAt(population[i], i, nameof(population)), i, nameof(population)));
        }

        double[] shares = largest > 0 ? Shares(population, largest) : throw Guard.Outside(nameof(population), "must have a size above 0", largest);
        for (int i = 0; i < shares.Length; i++)
        {
            if (shares[i] == 0 && observed[i] > 0)
            {
                throw Guard.OutsideAt(i, nameof(observed), "must be 0 in a category that the population does not have", observed[i]);
            }
        }

        return Of(observed, shares, n);
    }

    /// <summary>The distance and its p-value as invariant text.</summary>
    /// <returns>Text for display, such as <c>chi-square 4.21 (df 2), p = 0.1216, w = 0.21 (n = 100)</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"chi-square {ChiSquare:0.##} (df {DegreesOfFreedom}), {KpiText.P(PValue)}, w = {CohenW:0.##} (n = {N})");

    string ILocalizedFace.ToHtml(Phrases words) => new NotebookTable(words.GoodnessOfFitCaption)
        .Fact("n", words.Count(N))
        .Fact(words.ChiSquareLabel, words.Limit(ChiSquare))
        .Fact(words.DegreesOfFreedomLabel, words.Count(DegreesOfFreedom))
        .Fact(words.PValueLabel, words.PValue(PValue))
        .Fact(words.CohenWLabel, words.Limit(CohenW))
        .Fact(words.DissimilarityLabel, Dissimilarity is { } part ? words.Percent(part) : null)
        .Note(IsRough ? words.FewExpectedNote : null)
        .ToHtml();

    private static double[] Shares(ReadOnlySpan<double> population, double largest)
    {
        double[] sizes = PowerOfTwo.Divide(population.ToArray(), PowerOfTwo.Of(largest));
        double people = sizes.Sum();
        return [.. sizes.Select(size => size / people >= Nothing ? size / people : 0)];
    }

    private static GoodnessOfFit Of(ReadOnlySpan<long> observed, double[] shares, long n)
    {
        double chiSquare = 0, ratio = 0, distance = 0, effect = 0, smallest = double.PositiveInfinity;
        double[] residuals = new double[shares.Length];
        int categories = 0;
        for (int i = 0; i < shares.Length; i++)
        {
            if (shares[i] == 0)
            {
                continue;
            }

            double expected = n * shares[i], gap = observed[i] - expected, share = n == 0 ? 0 : (double)observed[i] / n - shares[i];
            categories++;
            smallest = Math.Min(smallest, expected);
            chiSquare += n == 0 ? 0 : gap / expected * gap;
            ratio += observed[i] == 0 ? 0 : 2.0 * observed[i] * Math.Log(observed[i] / expected);
            distance += Math.Abs(share) / 2;
            effect += share * share / shares[i];
            residuals[i] = n == 0 || shares[i] == 1 ? 0 : gap / Math.Sqrt(expected * (1 - shares[i]));
        }

        // Rounding may leave the least possible ratio, 0, a little below it.
        double likelihood = Math.Max(0, ratio);
        bool judges = n > 0 && categories > 1;
        return new()
        {
            N = n,
            ChiSquare = n > 0 ? chiSquare : null,
            LikelihoodRatio = n > 0 ? likelihood : null,
            DegreesOfFreedom = categories - 1,
            PValue = judges ? ChiSquaredDistribution.UpperTail(chiSquare, categories - 1) : null,
            LikelihoodRatioPValue = judges ? ChiSquaredDistribution.UpperTail(likelihood, categories - 1) : null,
            CohenW = n > 0 ? Math.Sqrt(effect) : null,
            Dissimilarity = n > 0 ? distance : null,
            SmallestExpected = smallest,
            StandardizedResiduals = ValueList.Of(residuals),
        };
    }
}
