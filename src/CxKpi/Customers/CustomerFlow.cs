using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Who stayed, left, joined and came back between the start and the end of a period, counted by identity.</summary>
/// <remarks>
/// <code>at end = retained + acquired + reactivated; lost = at start - retained</code> The value is in customers; <c>default</c> holds no data.
/// Counts at the start and the end alone cannot tell this: a customer who comes back hides one who left.
/// A customer who leaves and returns inside the period is retained.
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct CustomerFlow : ILocalizedFace
{
    /// <summary>Creates the flow from its counts; none may be negative.</summary>
    /// <param name="atStart">Customers at the start.</param>
    /// <param name="retained">Those of them who are still there at the end; not more than <paramref name="atStart"/>.</param>
    /// <param name="acquired">Customers at the end who had never been one before.</param>
    /// <param name="reactivated">Customers at the end who were none at the start, but had been one earlier.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or more were retained than there were.</exception>
    /// <exception cref="OverflowException">The customers at the end would exceed <see cref="long.MaxValue"/>.</exception>
    [JsonConstructor]
    public CustomerFlow(long atStart, long retained, long acquired, long reactivated)
    {
        Retained = Guard.Part(retained, atStart);
        AtStart = atStart;
        Acquired = Guard.NotNegative(acquired);
        Reactivated = Guard.NotNegative(reactivated);
        AtEnd = retained + acquired + reactivated;
    }

    /// <summary>Customers at the start.</summary>
    public long AtStart { get; }

    /// <summary>Customers at the start who are still there at the end.</summary>
    public long Retained { get; }

    /// <summary>Customers at the end who had never been one before.</summary>
    public long Acquired { get; }

    /// <summary>Customers at the end who were none at the start, but had been one earlier.</summary>
    public long Reactivated { get; }

    /// <summary>Customers at the start who are gone at the end.</summary>
    [JsonIgnore]
    public long Lost => AtStart - Retained;

    /// <summary>Customers at the end.</summary>
    [JsonIgnore]
    public long AtEnd { get; }

    /// <summary>The flow between two lists of customers.</summary>
    /// <typeparam name="TKey">What identifies a customer; keys that differ in spelling are different customers.</typeparam>
    /// <param name="atStart">Customers at the start; a key that is listed twice counts once.</param>
    /// <param name="atEnd">Customers at the end; a key that is listed twice counts once.</param>
    /// <param name="earlier">Everybody who was ever a customer before the start, to tell who came back from who is new.</param>
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

    /// <summary>The churn rate of the customers at the start.</summary>
    /// <param name="period">The length of the period, or <see langword="null"/>; records with different lengths do not combine.</param>
    /// <returns>Lost over customers at the start.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The period is not a named value.</exception>
    public Churn ToChurn(CalendarUnit? period = null) => new(Lost, AtStart, period);

    /// <summary>The retention rate of the customers at the start.</summary>
    /// <param name="period">The length of the period, or <see langword="null"/>; records with different lengths do not combine.</param>
    /// <returns>Retained over customers at the start.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The period is not a named value.</exception>
    public Retention ToRetention(CalendarUnit? period = null) => new(Retained, AtStart, period);

    /// <summary>The flow over both.</summary>
    /// <param name="other">The flow of other customers, such as another country's; not of the same ones in another period.</param>
    /// <returns>All counts added.</returns>
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
}
