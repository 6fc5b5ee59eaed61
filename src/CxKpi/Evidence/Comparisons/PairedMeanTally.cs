using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The evidence of a mean that was observed twice for the same customers, such as a rating before and after.</summary>
/// <remarks>
/// <code>difference = mean of (after - before)</code> The difference is in the unit of the values; <c>default</c> holds no data.
/// Only the differences vary by chance here: what makes one customer rate high and another low cancels.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<PairedMeanTally>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct PairedMeanTally : ILocalizedFace, IJsonRecord<PairedMeanTally>
{
    /// <summary>Creates the tally from the mean before and the mean of the differences.</summary>
    /// <param name="before">The values before.</param>
    /// <param name="differences">The values after less those before, of as many customers.</param>
    /// <exception cref="ArgumentException">The two tallies are of different numbers of customers.</exception>
    public PairedMeanTally(MeanTally before, MeanTally differences)
    {
        if (before.N != differences.N)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{nameof(differences)} must be of as many customers as {nameof(before)} ({before.N}), but is of {differences.N}"),
                nameof(differences));
        }

        Before = before;
        Differences = differences;
    }

    /// <summary>The values before.</summary>
    public MeanTally Before { get; }

    /// <summary>The values after less those before.</summary>
    public MeanTally Differences { get; }

    /// <summary>The number of pairs.</summary>
    public long N => Differences.N;

    /// <summary>Creates the tally of one pair.</summary>
    /// <param name="before">The value before.</param>
    /// <param name="after">The value after.</param>
    /// <returns>The tally of this pair.</returns>
    /// <exception cref="OverflowException">A square is too large to be kept.</exception>
    public static PairedMeanTally One(decimal before, decimal after) =>
        new(MeanTally.One(before), MeanTally.One(DecimalSums.Within("the difference", () => after - before)));

    /// <summary>Creates the tally of many pairs.</summary>
    /// <param name="pairs">The value of each customer before, and after.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pairs"/> is <see langword="null"/>.</exception>
    /// <exception cref="OverflowException">A sum exceeds the range of <see cref="decimal"/>.</exception>
    public static PairedMeanTally FromPairs(IEnumerable<(decimal Before, decimal After)> pairs)
    {
        PairedMeanTally tally = default;
        foreach ((decimal before, decimal after) in Guard.NotNull(pairs))
        {
            tally = tally.Combine(One(before, after));
        }

        return tally;
    }

    /// <summary>Adds the evidence of another tally.</summary>
    /// <param name="other">The evidence to add, of other customers.</param>
    /// <returns>The tally over the evidence of both.</returns>
    /// <exception cref="OverflowException">A sum exceeds the range of its type.</exception>
    public PairedMeanTally Combine(PairedMeanTally other) => new(Before.Combine(other.Before), Differences.Combine(other.Differences));

    /// <summary>The mean after less the mean before, with the paired interval of Student (1908).</summary>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The change; <see langword="null"/> when there are no pairs. One pair gives no limits, and differences that are all alike no p-value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public Change? Change(double confidence = 0.95) => PairedDifferences.Means(Differences, confidence) is { } change
        ? change with { Baseline = Before.Value }
        : null;

    /// <summary>The mean difference and the number of pairs as invariant text.</summary>
    /// <returns>Text for display, such as <c>mean difference 0.25 of 12 pairs</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"mean difference {Differences.Value:G6} of {N} pairs");

    string ILocalizedFace.ToHtml(Phrases words) => new NotebookTable(words.PairedMeanCaption)
        .Fact(words.PairsLabel, words.Count(N))
        .Fact(words.BeforeLabel, words.Number(Before.Value))
        .Fact(words.DifferenceLabel, words.Number(Differences.Value))
        .Fact(words.StandardDeviationLabel, words.Limit(Differences.StandardDeviation))
        .ToHtml();

    static PairedMeanTally IJsonRecord<PairedMeanTally>.Json(JsonMembers<PairedMeanTally> json) => new(
        json.Record(nameof(Before), x => x.Before),
        json.Record(nameof(Differences), x => x.Differences));
}
