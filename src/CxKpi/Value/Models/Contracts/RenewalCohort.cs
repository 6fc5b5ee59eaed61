using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>Customers who began a contract in the same period, and how many of them were left after each renewal.</summary>
/// <remarks>
/// Counts are of customers. A cohort that began later has fewer renewals behind it. Two cohorts are equal when their counts are.
/// Source: P. Fader and B. Hardie, "How to project customer retention", Journal of Interactive Marketing 21, 2007.
/// <example>The first four renewals of 1,000 customers: <c>new RenewalCohort(1000, [869, 743, 653, 593])</c>.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<RenewalCohort>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record RenewalCohort : IJsonRecord<RenewalCohort>
{
    /// <summary>Creates a cohort.</summary>
    /// <param name="start">How many customers began; not negative.</param>
    /// <param name="survivors">How many were left after the first renewal, the second and so on; none more than before.</param>
    /// <exception cref="ArgumentNullException"><paramref name="survivors"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or larger than the one before it.</exception>
    public RenewalCohort(long start, IReadOnlyList<long> survivors)
    {
        Start = Guard.NotNegative(start);
        Survivors = ValueList.Of(Guard.NotNull(survivors));
        long before = start;
        for (int i = 0; i < Survivors.Count; i++)
        {
            long left = Guard.NotNegativeAt(Survivors[i], i, nameof(survivors));
            before = left <= before
                ? left
                : throw Guard.OutsideAt(i, nameof(survivors), $"must not be more than {before.ToString(CultureInfo.InvariantCulture)}, those before", left);
        }
    }

    /// <summary>How many customers began.</summary>
    public long Start { get; }

    /// <summary>How many were left after each renewal.</summary>
    public IReadOnlyList<long> Survivors { get; }

    /// <summary>The cohort as invariant text.</summary>
    /// <returns>Text for display, such as <c>1,000 customers, then 869, 743, 653</c>.</returns>
    public override string ToString()
    {
        string survivors = string.Join(", ", Survivors.Select(left => left.ToString("#,0", CultureInfo.InvariantCulture)));
        return string.Create(CultureInfo.InvariantCulture, $"{Start:#,0} customers{(survivors.Length == 0 ? "" : ", then ")}{survivors}");
    }

    static RenewalCohort IJsonRecord<RenewalCohort>.Json(JsonMembers<RenewalCohort> json) => new(
        json.Value(nameof(Start), x => x.Start),
        json.Values(nameof(Survivors), x => x.Survivors));
}
