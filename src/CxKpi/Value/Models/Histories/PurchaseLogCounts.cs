using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>What became of the rows of a log of transactions.</summary>
/// <remarks>All counts are of rows but <see cref="NewCustomers"/> and <see cref="RefundedPurchases"/>.</remarks>
[JsonConverter(typeof(RecordJsonConverter<PurchaseLogCounts>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record PurchaseLogCounts : IJsonRecord<PurchaseLogCounts>
{
    internal PurchaseLogCounts()
    {
    }

    /// <summary>All rows of the log.</summary>
    public long Rows { get; internal init; }

    /// <summary>Rows that are one purchase with an earlier row of the same customer and day.</summary>
    public long SameDay { get; internal init; }

    /// <summary>Purchases of amount 0, which count as purchases.</summary>
    public long ZeroAmounts { get; internal init; }

    /// <summary>Refunds that reduced a purchase.</summary>
    public long Refunds { get; internal init; }

    /// <summary>Refunds that were left out, as <see cref="RefundPolicy.Ignore"/> asks for.</summary>
    public long IgnoredRefunds { get; internal init; }

    /// <summary>Refunds left out because the customer had no purchase before them in the same part of the observation.</summary>
    public long RefundsWithoutPurchase { get; internal init; }

    /// <summary>Purchases that are none, because they were refunded in full.</summary>
    public long RefundedPurchases { get; internal init; }

    /// <summary>Rows left out because they lie after the end of observation.</summary>
    public long AfterTheEnd { get; internal init; }

    /// <summary>Rows of the holdout left out because the customer's first purchase lies in it.</summary>
    public long OfNewCustomers { get; internal init; }

    /// <summary>Customers left out because their first purchase lies after the calibration.</summary>
    public long NewCustomers { get; internal init; }

    /// <summary>The counts as invariant text.</summary>
    /// <returns>Text for display: the rows, and what is not 0 of the others.</returns>
    public override string ToString() => string.Join(
        ", ",
        new (long Count, string What)[]
        {
            (Rows, One(Rows, "row")), (SameDay, "of a day with an earlier one"), (ZeroAmounts, "of amount 0"), (Refunds, One(Refunds, "refund")),
            (IgnoredRefunds, One(IgnoredRefunds, "refund") + " ignored"),
            (RefundsWithoutPurchase, One(RefundsWithoutPurchase, "refund") + " without a purchase"),
            (RefundedPurchases, One(RefundedPurchases, "purchase") + " refunded in full"),
            (AfterTheEnd, "after the end"), (OfNewCustomers, "of new customers"), (NewCustomers, One(NewCustomers, "new customer")),
        }.Where((count, i) => i == 0 || count.Count > 0).Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Count:#,0} {count.What}")));

    private static string One(long count, string what) => count == 1 ? what : what + "s";

    static PurchaseLogCounts IJsonRecord<PurchaseLogCounts>.Json(JsonMembers<PurchaseLogCounts> json) => new()
    {
        Rows = Guard.NotNegative(json.Value(nameof(Rows), x => x.Rows), nameof(Rows)),
        SameDay = json.Value(nameof(SameDay), x => x.SameDay),
        ZeroAmounts = json.Value(nameof(ZeroAmounts), x => x.ZeroAmounts),
        Refunds = json.Value(nameof(Refunds), x => x.Refunds),
        IgnoredRefunds = json.Value(nameof(IgnoredRefunds), x => x.IgnoredRefunds),
        RefundsWithoutPurchase = json.Value(nameof(RefundsWithoutPurchase), x => x.RefundsWithoutPurchase),
        RefundedPurchases = json.Value(nameof(RefundedPurchases), x => x.RefundedPurchases),
        AfterTheEnd = json.Value(nameof(AfterTheEnd), x => x.AfterTheEnd),
        OfNewCustomers = json.Value(nameof(OfNewCustomers), x => x.OfNewCustomers),
        NewCustomers = json.Value(nameof(NewCustomers), x => x.NewCustomers),
    };
}
