using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>The bands of recency, frequency and monetary value (RFM) of a customer base.</summary>
/// <remarks>
/// Each of the three is divided by itself into bands with about as many customers, as <see cref="ValueBands"/> says; customers with equal figures stay
/// together. Recency counts the days since the last order, of which fewer are better.
/// Source: A. Hughes, "Strategic Database Marketing", 1994.
/// <para>Other conventions: frequency within the bands of recency and monetary value within those of frequency (nested quintiles); one sum of the three
/// numbers, which calls very different customers alike.</para>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<RfmBands>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed class RfmBands : IJsonRecord<RfmBands>
{
    private const string NotLater = "must not be later than the day of the count";

    private readonly LocalDate asOf;

    private RfmBands(ValueBands recency, ValueBands frequency, ValueBands monetary, LocalDate asOf)
    {
        this.asOf = asOf;
        Recency = recency;
        Frequency = frequency;
        Monetary = monetary;
    }

    /// <summary>The bands of the days since the last order, with a minus before the days because fewer are better: a band begins at its most days.</summary>
    public ValueBands Recency { get; }

    /// <summary>The bands of the number of orders.</summary>
    public ValueBands Frequency { get; }

    /// <summary>The bands of the amounts of money.</summary>
    public ValueBands Monetary { get; }

    /// <summary>Makes the bands from the customers of a base.</summary>
    /// <param name="customers">The day of the last order, the number of orders and the amount spent of each customer; at least one.</param>
    /// <param name="asOf">The day on which the count is made; no last order is later.</param>
    /// <param name="bands">How many bands each of the three is to have; from 2 to 1,000.</param>
    /// <returns>The bands.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="customers"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no customer, or a day is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An order is later than <paramref name="asOf"/> or a number of orders is negative (the message names the
    /// position), or <paramref name="bands"/> does not lie between 2 and 1,000.</exception>
    public static RfmBands From(IEnumerable<(LocalDate LastOrder, long Orders, decimal Spent)> customers, LocalDate asOf, int bands = 5)
    {
        CalendarGuard.Iso(asOf);
        List<decimal> days = [], orders = [], spent = [];
        long position = 0;
        foreach ((LocalDate last, long count, decimal amount) in Guard.NotNull(customers))
        {
            if (CalendarGuard.Iso(last, nameof(customers)) > asOf)
            {
                throw Guard.OutsideAt(position, nameof(customers), NotLater, last, ", last order");
            }

            days.Add(MinusDays(last, asOf));
            orders.Add(Guard.NotNegativeAt(count, position++, nameof(customers), ", orders"));
            spent.Add(amount);
        }

        return days.Count == 0
            ? throw new ArgumentException($"{nameof(customers)} must hold at least one customer", nameof(customers))
            : new(ValueBands.From(days, bands), ValueBands.From(orders, bands), ValueBands.From(spent, bands), asOf);
    }

    /// <inheritdoc cref="From(IEnumerable{ValueTuple{LocalDate, long, decimal}}, LocalDate, int)"/>
    public static RfmBands From(IEnumerable<(DateOnly LastOrder, long Orders, decimal Spent)> customers, DateOnly asOf, int bands = 5) => From(
        Guard.NotNull(customers).Select(customer => (LocalDate.FromDateOnly(customer.LastOrder), customer.Orders, customer.Spent)),
        LocalDate.FromDateOnly(asOf),
        bands);

    /// <summary>The bands of a customer.</summary>
    /// <param name="lastOrder">The day of the last order, not later than the day on which the bands were made.</param>
    /// <param name="orders">The number of orders; not negative.</param>
    /// <param name="spent">The amount spent.</param>
    /// <returns>The score, counted on the day on which the bands were made.</returns>
    /// <exception cref="ArgumentException">The day is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The day is later than that on which the bands were made, or the number of orders is negative.</exception>
    public RfmScore ScoreOf(LocalDate lastOrder, long orders, decimal spent) => CalendarGuard.Iso(lastOrder) > asOf
        ? throw Guard.Outside(nameof(lastOrder), NotLater, lastOrder)
        : new(
            Recency.BandOf(MinusDays(lastOrder, asOf)).Number,
            Frequency.BandOf(Guard.NotNegative(orders)).Number,
            Monetary.BandOf(spent).Number,
            Recency.Count);

    /// <inheritdoc cref="ScoreOf(LocalDate, long, decimal)"/>
    public RfmScore ScoreOf(DateOnly lastOrder, long orders, decimal spent) => ScoreOf(LocalDate.FromDateOnly(lastOrder), orders, spent);

    /// <summary>The most days of the bands of recency, and where those of frequency and monetary value begin.</summary>
    /// <returns>Text for display, such as <c>recency 1/2 up to 151 days, 2/2 up to 31 days; frequency 1/2 from 1, 2/2 from 3; monetary 1/2 from 20, 2/2
    /// from 120</c>.</returns>
    public override string ToString()
    {
        IEnumerable<string> days =
            from number in Enumerable.Range(1, Recency.Count)
            let start = Recency.StartOf(number)
            where start is not null
            select string.Create(CultureInfo.InvariantCulture, $"{number}/{Recency.Count} up to {-start} {(start == -1 ? "day" : "days")}");
        return $"recency {string.Join(", ", days)}; frequency {Frequency}; monetary {Monetary}";
    }

    // Fewer days are better, so that the bands are made of their negatives.
    private static decimal MinusDays(LocalDate last, LocalDate asOf) => -PeriodCount.Days(last, asOf);

    static RfmBands IJsonRecord<RfmBands>.Json(JsonMembers<RfmBands> json)
    {
        RfmBands read = new(
            json.Record(nameof(Recency), x => x.Recency),
            json.Record(nameof(Frequency), x => x.Frequency),
            json.Record(nameof(Monetary), x => x.Monetary),
            json.Value("AsOf", x => x.asOf));
        return read.Recency.Count == read.Frequency.Count && read.Recency.Count == read.Monetary.Count
            ? read
            : throw json.Fault(nameof(Recency), "must have as many bands as Frequency and Monetary");
    }
}
