using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi.Value;

/// <summary>The purchase histories of all customers of a log, in one unit of time.</summary>
/// <typeparam name="TKey">The type of the key that identifies a customer.</typeparam>
/// <remarks>They are created by <see cref="PurchaseLog"/>. Those who bought first in the holdout are not among them.</remarks>
[JsonConverter(typeof(SelfJsonConverterFactory))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed partial record PurchaseHistories<TKey> : ILocalizedFace, IJsonRecord<PurchaseHistories<TKey>>
    where TKey : notnull
{
    internal PurchaseHistories(
        HistoryClock clock, LocalDate calibrationEnd, LocalDate? holdoutEnd, RefundPolicy refunds, IEnumerable<CustomerPurchases<TKey>> customers)
    {
        Unit = Guard.Defined(clock.Unit, nameof(Unit));
        Timing = Guard.Defined(clock.Timing, nameof(Timing));
        Refunds = Guard.Defined(refunds);
        CalibrationEnd = calibrationEnd;
        HoldoutEnd = holdoutEnd;
        Customers = ValueList.Of(customers);
    }

    /// <summary>The unit of all times.</summary>
    public CalendarUnit Unit { get; }

    /// <summary>What times count: days in the unit, or the opportunities that have come.</summary>
    public PurchaseTiming Timing { get; }

    /// <summary>What refunds meant.</summary>
    public RefundPolicy Refunds { get; }

    /// <summary>The last day of the calibration.</summary>
    public LocalDate CalibrationEnd { get; }

    /// <summary>The last day of the holdout; <see langword="null"/> when there is none.</summary>
    public LocalDate? HoldoutEnd { get; }

    /// <summary>The customers, in the order in which the log first names them.</summary>
    public IReadOnlyList<CustomerPurchases<TKey>> Customers { get; }

    /// <summary>What became of the rows.</summary>
    public PurchaseLogCounts Counts { get; internal init; } = new();

    /// <summary>The repeat purchases of each day that has some, in the calibration and in the holdout, in the order of days.</summary>
    public IReadOnlyList<DailyPurchases> RepeatPurchases { get; internal init => field = ValueList.Of(value); } = ValueList<DailyPurchases>.Empty;

    /// <summary>The length of the holdout in <see cref="Unit"/>; <see langword="null"/> when there is none.</summary>
    public double? HoldoutLength => HoldoutEnd is { } end ? Clock.Between(CalibrationEnd, end) : null;

    /// <summary>The day of the first purchase of all; <see langword="null"/> without customers.</summary>
    public LocalDate? FirstPurchase => Customers.Count == 0 ? null : Customers.Min(customer => customer.FirstPurchase);

    /// <summary>What purchase models need of the customers.</summary>
    public IEnumerable<PurchaseHistory> Histories => new HistoriesInUnit(Clock, Customers.Select(customer => customer.History));

    /// <summary>What the spend model needs of the customers.</summary>
    public IEnumerable<SpendHistory> Spending => Customers.Select(customer => customer.Spending);

    /// <summary>The rules by which the rows were read: what times count, where calibration and holdout end, and what refunds meant.</summary>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(
        ModelRules.Time(Clock),
        KpiRule.Of(nameof(CalibrationEnd), words => words.CalibrationUntil(words.Date(CalibrationEnd))),
        HoldoutEnd is { } end ? KpiRule.Of(nameof(HoldoutEnd), words => words.HoldoutUntil(words.Date(end))) : null,
        KpiRule.Of(nameof(Refunds), words => Refunds.In(words)));

    internal HistoryClock Clock => new(Unit, Timing);

    /// <summary>How many customers there are and what became of the rows, as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Customers.Count:#,0} {(Customers.Count == 1 ? "customer" : "customers")} until {CalibrationEnd:uuuu-MM-dd}: {Counts}");

    static PurchaseHistories<TKey> IJsonRecord<PurchaseHistories<TKey>>.Json(JsonMembers<PurchaseHistories<TKey>> json) => new(
        new HistoryClock(json.Value(nameof(Unit), x => x.Unit), json.Value(nameof(Timing), x => x.Timing)),
        json.Value(nameof(CalibrationEnd), x => x.CalibrationEnd),
        json.Optional(nameof(HoldoutEnd), x => x.HoldoutEnd),
        json.Value(nameof(Refunds), x => x.Refunds),
        json.Records(nameof(Customers), x => x.Customers))
    {
        Counts = json.Record(nameof(Counts), x => x.Counts),
        RepeatPurchases = json.Records(nameof(RepeatPurchases), x => x.RepeatPurchases),
    };
}
