using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The customers of one period, and their KPI in each complete period since.</summary>
/// <typeparam name="TKpi">The type of the KPI record.</typeparam>
[JsonConverter(typeof(SelfJsonConverterFactory))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record Cohort<TKpi> : IJsonRecord<Cohort<TKpi>>
    where TKpi : struct, IKpi<TKpi>
{
    /// <summary>Creates the cohort.</summary>
    /// <param name="period">The period in which its customers were acquired.</param>
    /// <param name="size">How many customers were acquired; greater than zero.</param>
    /// <param name="cells">The record of that period and of each period after it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="cells"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The size is not greater than zero.</exception>
    public Cohort(CalendarPeriod period, long size, IEnumerable<TKpi> cells)
    {
        Period = period;
        Size = Guard.Positive(size);
        Cells = ValueList.Of(Guard.NotNull(cells));
    }

    /// <summary>The period in which the customers were acquired.</summary>
    public CalendarPeriod Period { get; }

    /// <summary>How many customers were acquired.</summary>
    public long Size { get; }

    /// <summary>The record of each complete period by age: of the period itself, the next one, and so on.</summary>
    public IReadOnlyList<TKpi> Cells { get; }

    /// <summary>The period, its customers and its values as invariant text.</summary>
    /// <returns>Text for display, such as <c>2025-01: 621 customers, 100.0%, 36.6%</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Period}: {Size} {(Size == 1 ? "customer" : "customers")}")
        + string.Concat(Cells.Select(cell => ", " + Phrases.English.Value(TKpi.Definition, cell.Value, cell.Currency)));

    static Cohort<TKpi> IJsonRecord<Cohort<TKpi>>.Json(JsonMembers<Cohort<TKpi>> json) => new(
        json.Any(nameof(Period), x => x.Period),
        json.Value(nameof(Size), x => x.Size),
        json.Records(nameof(Cells), x => (IReadOnlyList<CohortCell<TKpi>>)[.. x.Cells.Select(cell => new CohortCell<TKpi>(cell))]).Select(cell => cell.Record));
}
