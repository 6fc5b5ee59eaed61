using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The evidence for the reliability of a questionnaire: sums and products of its items over respondents who answered all of them.</summary>
/// <remarks>
/// <code>alpha = k / (k - 1) * (1 - sum of item variances / variance of the total)</code>
/// Cronbach's alpha is at most 1, and a higher value means that the items vary together. It is <see langword="null"/> with fewer than two items or two
/// respondents, or when all totals are equal. A negative alpha usually means that reverse-worded items were not reversed.
/// The sums are whole numbers, so tallies add up exactly.
/// Source: L. Cronbach, "Coefficient Alpha and the Internal Structure of Tests", Psychometrika, 1951.
/// <para>Pitfalls: comparing questionnaires of different length, since alpha grows with the number of items; taking a high alpha as proof that the items
/// measure a single thing. Respondents with a missing answer are left out and counted, because a total needs all items.</para>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ReliabilityTally>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed class ReliabilityTally : IJsonRecord<ReliabilityTally>
{
    // Products of items i >= j, at i * (i + 1) / 2 + j.
    private readonly long[] sums, products;

    /// <summary>Creates the tally from its sums; most callers use <see cref="FromRespondents"/>.</summary>
    /// <param name="items">The questionnaire.</param>
    /// <param name="respondents">The number of respondents who answered all items; not negative.</param>
    /// <param name="incomplete">The number of respondents left out because of a missing answer; not negative.</param>
    /// <param name="sums">The sum of each item's answers, with reverse-worded items reversed.</param>
    /// <param name="products">The sums of products of item pairs, in the order 1 and 1, 2 and 1, 2 and 2, 3 and 1, and so on.</param>
    /// <exception cref="ArgumentNullException">A list is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The questionnaire is the default value, or the length of a list does not match the number of items.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of respondents is negative, or a sum cannot come from so many answers on the scale.</exception>
    public ReliabilityTally(ItemScale items, long respondents, long incomplete, IReadOnlyList<long> sums, IReadOnlyList<long> products)
    {
        Items = items != default ? items : throw new ArgumentException("items must be stated", nameof(items));
        Respondents = Guard.NotNegative(respondents);
        Incomplete = Guard.NotNegative(incomplete);
        Guard.SameLength(items.Items, Guard.NotNull(sums).Count, nameof(items), nameof(sums));
        Guard.SameLength(Index(items.Items, 0), Guard.NotNull(products).Count, "pairs of items", nameof(products));
        foreach (long sum in sums)
        {
            Guard.InRange(sum, (Int128)items.Scale.Lowest * respondents, (Int128)items.Scale.Highest * respondents, nameof(sums));
        }

        this.sums = [.. sums];
        this.products = [.. products];
    }

    /// <summary>The questionnaire.</summary>
    public ItemScale Items { get; }

    /// <summary>The number of respondents who answered all items.</summary>
    public long Respondents { get; }

    /// <summary>The number of respondents left out because of a missing answer.</summary>
    public long Incomplete { get; }

    /// <summary>The sum of each item's answers, with reverse-worded items reversed, as a new copy.</summary>
    public IReadOnlyList<long> Sums => [.. sums];

    /// <summary>The sums of products of item pairs, in the order 1 and 1, 2 and 1, 2 and 2, 3 and 1, and so on, as a new copy.</summary>
    public IReadOnlyList<long> Products => [.. products];

    /// <summary>
    /// Cronbach's alpha, at most 1; <see langword="null"/> with fewer than two items or respondents, or when all totals are equal.
    /// </summary>
    public double? CronbachAlpha => Alpha(without: -1);

    /// <summary>Creates the tally from the answers of many respondents.</summary>
    /// <param name="respondents">One array per respondent with one answer per item, in order; <see langword="null"/> for an answer that was not given.</param>
    /// <param name="items">The questionnaire.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="respondents"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The questionnaire is the default value, a respondent is <see langword="null"/> (the message names its position), or
    /// the number of answers is not the number of items.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    [OverloadResolutionPriority(1)]
    public static ReliabilityTally FromRespondents(IEnumerable<int?[]> respondents, ItemScale items)
    {
        long[] itemSums = new long[items.Items], pairProducts = new long[Index(items.Items, 0)];
        long complete = 0, incomplete = 0;
        foreach (int?[] answers in items.Each(respondents))
        {
            int?[] turned = [.. answers.Select(items.Turned)];
            if (turned.Contains(null))
            {
                incomplete++;
                continue;
            }

            complete++;
            for (int i = 0; i < turned.Length; i++)
            {
                itemSums[i] += turned[i]!.Value;
                for (int j = 0; j <= i; j++)
                {
                    pairProducts[Index(i, j)] += (long)turned[i]!.Value * turned[j]!.Value;
                }
            }
        }

        return new(items, complete, incomplete, itemSums, pairProducts);
    }

    /// <inheritdoc cref="FromRespondents(IEnumerable{int?[]}, ItemScale)"/>
    /// <typeparam name="TAnswer">The type of an answer: double, float, decimal, long, byte or another type of number.</typeparam>
    /// <remarks>Not a number (NaN) is a missing answer. A fraction lies on no scale, so it throws.</remarks>
    public static ReliabilityTally FromRespondents<TAnswer>(IEnumerable<TAnswer?[]> respondents, ItemScale items)
        where TAnswer : struct, INumber<TAnswer> =>
        FromRespondents(items.Whole(respondents), items);

    /// <inheritdoc cref="FromRespondents{TAnswer}(IEnumerable{TAnswer?[]}, ItemScale)"/>
    public static ReliabilityTally FromRespondents<TAnswer>(IEnumerable<TAnswer[]> respondents, ItemScale items)
        where TAnswer : struct, INumber<TAnswer> =>
        FromRespondents(items.Whole(respondents), items);

    /// <summary>
    /// Calculates Cronbach's alpha of the questionnaire without one item. It is larger than the alpha of all items when the item does not belong.
    /// </summary>
    /// <param name="item">The number of the item, from 1.</param>
    /// <returns>The alpha of the remaining items; <see langword="null"/> when it is undefined for them.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such item.</exception>
    public double? CronbachAlphaWithout(int item) => Alpha(Guard.InRange(item, 1, Items.Items) - 1);

    /// <summary>Estimates Cronbach's alpha of the questionnaire's population, with Feldt's interval.</summary>
    /// <remarks>
    /// <code>(1 - alpha) / (1 - estimate) is F distributed, with n - 1 and (n - 1)(k - 1) degrees of freedom</code>
    /// It takes answers for normal and their items for equally good (tau-equivalent). Eight respondents leave an alpha of 0.82 between 0.50 and 0.96 with
    /// five items: an alpha of a few respondents says little.
    /// Source: L. Feldt, "The Approximate Sampling Distribution of Kuder-Richardson Reliability Coefficient Twenty", Psychometrika, 1965.
    /// </remarks>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The estimate; <see langword="null"/> when alpha is undefined. Items that are all alike give an alpha of 1 and no width, which is flagged
    /// <see cref="EstimateFlags.ZeroVariance"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public Estimate? Estimate(double confidence = 0.95)
    {
        double tail = (1 - Guard.Confidence(confidence)) / 2, freedom = Respondents - 1.0, itemFreedom = freedom * (Items.Items - 1);
        if (CronbachAlpha is not { } alpha)
        {
            return null;
        }

        return new Estimate
        {
            Value = alpha,
            Lower = Limit(1 - tail, tail),
            Upper = Limit(tail, 1 - tail),
            Confidence = confidence,
            Method = IntervalMethod.Feldt,
            N = Respondents,
            Flags = alpha >= 1 ? EstimateFlags.ZeroVariance : EstimateFlags.None,
        };

        // F is the odds of a beta variable over those of the degrees of freedom.
        double Limit(double below, double above) =>
            1 - (1 - alpha) * itemFreedom / freedom * BetaDistribution.OddsAt(below, above, freedom / 2, itemFreedom / 2);
    }

    /// <summary>Adds the evidence of other respondents to the same questionnaire.</summary>
    /// <param name="other">The evidence to add.</param>
    /// <returns>The tally over all respondents.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The questionnaires differ.</exception>
    /// <exception cref="OverflowException">A sum would exceed <see cref="long.MaxValue"/>.</exception>
    public ReliabilityTally Combine(ReliabilityTally other) => Guard.NotNull(other).Items == Items
        ? new(
            Items,
            Guard.Add(Respondents, other.Respondents),
            Guard.Add(Incomplete, other.Incomplete),
            [.. sums.Zip(other.sums, (a, b) => a + b)],
            [.. products.Zip(other.products, (a, b) => a + b)])
        : throw new ArgumentException($"tallies of other questionnaires do not combine: {Items} and {other.Items}", nameof(other));

    /// <summary>Alpha and the number of respondents as invariant text.</summary>
    /// <returns>Text for display, such as <c>alpha 0.82 (n = 240, 10 items)</c>.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"alpha {CronbachAlpha?.ToString("0.00", CultureInfo.InvariantCulture) ?? "undefined"} (n = {Respondents}, {Items.Items} items)");

    private static int Index(int i, int j) => i * (i + 1) / 2 + j;

    private double? Alpha(int without)
    {
        int count = sums.Length - (without >= 0 ? 1 : 0);
        Int128 itemVariances = 0, totalVariance = 0;
        for (int i = 0; i < sums.Length; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                if (i == without || j == without)
                {
                    continue;
                }

                // Covariances times n squared: whole numbers, so nothing cancels wrongly and the factor drops out of the ratio.
                Int128 covariance = (Int128)Respondents * products[Index(i, j)] - (Int128)sums[i] * sums[j];
                itemVariances += i == j ? covariance : 0;
                totalVariance += i == j ? covariance : 2 * covariance;
            }
        }

        return count < 2 || Respondents < 2 || totalVariance <= 0
            ? null
            : count / (count - 1.0) * (1 - (double)itemVariances / (double)totalVariance);
    }

    static ReliabilityTally IJsonRecord<ReliabilityTally>.Json(JsonMembers<ReliabilityTally> json) => new(
        json.Record(nameof(Items), x => x.Items),
        json.Value(nameof(Respondents), x => x.Respondents),
        json.Value(nameof(Incomplete), x => x.Incomplete),
        json.Values(nameof(Sums), x => x.Sums),
        json.Values(nameof(Products), x => x.Products));
}
