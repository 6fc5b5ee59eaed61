using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Bands of customers by a figure, each with about as many customers: quintiles of spending, or of purchasing power.</summary>
/// <remarks>
/// <code>band of a figure = 1 + whole part of (bands * (figures below it + half of those equal to it) / figures)</code>
/// Customers with equal figures stay together, so that bands need not be equal in size: where most bought once, these fill one band, and others may stay empty.
/// Counting half of the equal ones makes the bands of the reversed order the mirror image, but for figures exactly on a border.
/// The bands are those of the customers they were made from. Keep them for later periods when a band is to mean the same amounts, and make them anew when it is
/// to mean the same part of the customers; never mix the two in one series.
/// Source: A. Hughes, "Strategic Database Marketing", 1994 (quintiles of recency, frequency and monetary value).
/// <para>Pitfalls: bands of equal size that part customers with equal figures, as by their order in the file; satisfaction of the bands compared although the
/// bands were made from what satisfaction follows; bands of a few customers.</para>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ValueBands>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed class ValueBands : IJsonRecord<ValueBands>
{
    private const int Most = 1_000;

    // The lowest figure of each band that has customers, rising, and the band's number.
    private readonly (decimal From, int Number)[] starts;

    private ValueBands((decimal From, int Number)[] starts, int count)
    {
        this.starts = starts;
        Count = count;
    }

    /// <summary>How many bands there are, with and without customers.</summary>
    public int Count { get; }

    /// <summary>Makes bands from the figures of customers.</summary>
    /// <param name="figures">The figure of each customer, in any order; at least one.</param>
    /// <param name="bands">How many bands there are to be: 5 for quintiles, 10 for deciles; from 2 to 1,000.</param>
    /// <returns>The bands.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="figures"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no figure.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bands"/> does not lie between 2 and 1,000.</exception>
    public static ValueBands From(IEnumerable<decimal> figures, int bands = 5)
    {
        Guard.InRange(bands, 2, Most);
        decimal[] sorted = [.. Guard.NotNull(figures).Order()];
        if (sorted.Length == 0)
        {
            throw new ArgumentException($"{nameof(figures)} must hold at least one figure", nameof(figures));
        }

        List<(decimal From, int Number)> found = [];
        for (int below = 0, equal; below < sorted.Length; below += equal)
        {
            int first = below;
            equal = sorted.Skip(first).TakeWhile(figure => figure == sorted[first]).Count();

            // In whole numbers, so that no border depends on rounding.
            int number = 1 + (int)((2L * below + equal) * bands / (2L * sorted.Length));
            if (found.Count == 0 || found[^1].Number < number)
            {
                found.Add((sorted[below], number));
            }
        }

        return new([.. found], bands);
    }

    /// <summary>The band of a figure.</summary>
    /// <param name="figure">The figure, of a customer of those from whom the bands were made or of another.</param>
    /// <returns>The band; the first one with customers for a figure below all.</returns>
    public ValueBand BandOf(decimal figure) => new(starts[Math.Max(0, Array.FindLastIndex(starts, start => start.From <= figure))].Number, Count);

    /// <summary>Where a band begins.</summary>
    /// <param name="number">The number of the band, from 1.</param>
    /// <returns>The lowest figure of its customers; <see langword="null"/> when it has none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number does not lie between 1 and <see cref="Count"/>.</exception>
    public decimal? StartOf(int number)
    {
        Guard.InRange(number, 1, Count);
        return Array.Find(starts, start => start.Number == number) is { Number: > 0 } band ? band.From : null;
    }

    /// <summary>The bands with the figures at which they begin.</summary>
    /// <returns>Text for display, such as <c>1/5 from 10, 2/5 from 25</c>.</returns>
    public override string ToString() =>
        string.Join(", ", starts.Select(start => string.Create(CultureInfo.InvariantCulture, $"{start.Number}/{Count} from {start.From}")));

    static ValueBands IJsonRecord<ValueBands>.Json(JsonMembers<ValueBands> json)
    {
        const string Starts = "Starts";
        IReadOnlyList<decimal?> read = json.OptionalValues(Starts, x => (IReadOnlyList<decimal?>)[.. Enumerable.Range(1, x.Count).Select(x.StartOf)]);
        (decimal From, int Number)[] rising =
        [
            .. read.Select((from, i) => (From: from, Number: i + 1)).Where(band => band.From is not null).Select(band => (band.From!.Value, band.Number)),
        ];
        bool isRising = rising.Zip(rising.Skip(1)).All(pair => pair.First.From < pair.Second.From);
        return read.Count is >= 2 and <= Most && rising.Length > 0 && isRising
            ? new(rising, read.Count)
            : throw json.Fault(Starts, "must be 2 to 1000 rising figures, null for a band without customers");
    }
}
