using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The numbers of customers who stayed, left, joined and came back between the start and the end of a period.</summary>
/// <remarks>
/// <code>at end = retained + acquired + reactivated; lost = at start - retained</code> All figures are numbers of customers; <c>default</c> holds no data.
/// Counts at the start and the end alone cannot show this, because a customer who comes back hides one who left.
/// A customer who leaves and returns within the period counts as retained.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<CustomerFlow>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct CustomerFlow : ILocalizedFace, IJsonRecord<CustomerFlow>
{
    /// <summary>Creates the flow from its counts; none may be negative.</summary>
    /// <param name="atStart">The number of customers at the start.</param>
    /// <param name="retained">The number of customers of the start who are still there at the end; not more than <paramref name="atStart"/>.</param>
    /// <param name="acquired">The number of customers at the end who had never been customers before.</param>
    /// <param name="reactivated">The number of customers at the end who were not customers at the start but had been earlier.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or more customers were retained than there were.</exception>
    /// <exception cref="OverflowException">The customers at the end would exceed <see cref="long.MaxValue"/>.</exception>
    public CustomerFlow(long atStart, long retained, long acquired, long reactivated)
    {
        Retained = Guard.Part(retained, atStart);
        AtStart = atStart;
        Acquired = Guard.NotNegative(acquired);
        Reactivated = Guard.NotNegative(reactivated);
        AtEnd = retained + acquired + reactivated;
    }

    /// <summary>The number of customers at the start.</summary>
    public long AtStart { get; }

    /// <summary>The number of customers at the start who are still there at the end.</summary>
    public long Retained { get; }

    /// <summary>The number of customers at the end who had never been customers before.</summary>
    public long Acquired { get; }

    /// <summary>The number of customers at the end who were not customers at the start but had been earlier.</summary>
    public long Reactivated { get; }

    /// <summary>The number of customers at the start who are gone at the end.</summary>
    public long Lost => AtStart - Retained;

    /// <summary>The number of customers at the end.</summary>
    public long AtEnd { get; }

    /// <summary>Creates the flow between two lists of customers.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a customer; keys that differ in spelling are different customers.</typeparam>
    /// <param name="atStart">The customers at the start; a key that is listed twice counts once.</param>
    /// <param name="atEnd">The customers at the end; a key that is listed twice counts once.</param>
    /// <param name="earlier">Everybody who was ever a customer before the start; it tells returning customers from new ones.</param>
    /// <returns>The flow.</returns>
    /// <exception cref="ArgumentNullException">A list is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A key is <see langword="null"/>; the message names its position.</exception>
    public static CustomerFlow Between<TKey>(IEnumerable<TKey> atStart, IEnumerable<TKey> atEnd, IEnumerable<TKey> earlier)
        where TKey : notnull
    {
        HashSet<TKey> start = Distinct(atStart, nameof(atStart)), end = Distinct(atEnd, nameof(atEnd)), before = Distinct(earlier, nameof(earlier));
        long retained = 0, reactivated = 0;
        foreach (TKey customer in end)
        {
            if (start.Contains(customer))
            {
                retained++;
            }
            else if (before.Contains(customer))
            {
                reactivated++;
            }
        }

        return new(start.Count, retained, end.Count - retained - reactivated, reactivated);
    }

    /// <summary>Calculates the churn rate of the customers at the start.</summary>
    /// <param name="period">The length of the period, or <see langword="null"/>; records with different lengths do not combine.</param>
    /// <returns>The customers lost over the customers at the start.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The period is not a named value.</exception>
    public Churn ToChurn(CalendarUnit? period = null) => new(Lost, AtStart, period);

    /// <summary>Calculates the retention rate of the customers at the start.</summary>
    /// <param name="period">The length of the period, or <see langword="null"/>; records with different lengths do not combine.</param>
    /// <returns>The customers retained over the customers at the start.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The period is not a named value.</exception>
    public Retention ToRetention(CalendarUnit? period = null) => new(Retained, AtStart, period);

    /// <summary>Adds the flow of other customers in the same period.</summary>
    /// <param name="other">The flow of other customers, such as those of another country; not of the same customers in another period.</param>
    /// <returns>The flow of all customers.</returns>
    /// <exception cref="OverflowException">A count would exceed <see cref="long.MaxValue"/>.</exception>
    public CustomerFlow Combine(CustomerFlow other) =>
        new(AtStart + other.AtStart, Retained + other.Retained, Acquired + other.Acquired, Reactivated + other.Reactivated);

    /// <summary>The counts as invariant text.</summary>
    /// <returns>Text for display, such as <c>200 - 20 lost + 35 new + 5 back = 220</c>.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{AtStart} - {Lost} lost + {Acquired} new + {Reactivated} back = {AtEnd}");

    private static HashSet<TKey> Distinct<TKey>(IEnumerable<TKey> customers, string name)
        where TKey : notnull
    {
        HashSet<TKey> distinct = [];
        long position = 0;
        foreach (TKey customer in Guard.NotNull(customers, name))
        {
            distinct.Add(LogKey.Known(customer, position++, name));
        }

        return distinct;
    }

    string ILocalizedFace.ToHtml(Phrases words)
    {
        return new NotebookTable(words.CustomerFlowCaption)
            .Fact(words.AtTheStartLabel, words.Count(AtStart))
            .Fact(words.LostLabel, words.Count(Lost))
            .Fact(words.AcquiredLabel, words.Count(Acquired))
            .Fact(words.BackAgainLabel, words.Count(Reactivated))
            .Fact(words.AtTheEndLabel, words.Count(AtEnd))
            .ToHtml();
    }

    static CustomerFlow IJsonRecord<CustomerFlow>.Json(JsonMembers<CustomerFlow> json) => new(
        json.Value(nameof(AtStart), x => x.AtStart),
        json.Value(nameof(Retained), x => x.Retained),
        json.Value(nameof(Acquired), x => x.Acquired),
        json.Value(nameof(Reactivated), x => x.Reactivated));
}
