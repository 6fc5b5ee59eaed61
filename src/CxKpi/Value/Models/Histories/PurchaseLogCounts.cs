using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>What became of the rows of a log of transactions.</summary>
/// <remarks>
/// <code>
/// rows      = purchases + same day + same opportunity + refunds + ignored refunds + refunds without purchase + after the end + of new customers
/// customers = those with a history + new customers + customers without purchase + customers after the end
/// </code>
/// Every row and every customer is in one of these counts. <see cref="ZeroAmounts"/>, <see cref="ExcessRefunds"/> and <see cref="RefundedPurchases"/> are among
/// the purchases.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<PurchaseLogCounts>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record PurchaseLogCounts : ILocalizedFace, IJsonRecord<PurchaseLogCounts>
{
    internal PurchaseLogCounts()
    {
    }

    /// <summary>All rows of the log.</summary>
    public long Rows { get; internal init; }

    /// <summary>Rows that begin a purchase.</summary>
    public long Purchases { get; internal init; }

    /// <summary>Rows that are one purchase with an earlier row of the same customer and day.</summary>
    public long SameDay { get; internal init; }

    /// <summary>Rows of another day that are one purchase with an earlier row of the same customer and opportunity.</summary>
    public long SameOpportunity { get; internal init; }

    /// <summary>Rows of amount 0, which count as purchases.</summary>
    public long ZeroAmounts { get; internal init; }

    /// <summary>Refunds that reduced a purchase.</summary>
    public long Refunds { get; internal init; }

    /// <summary>Refunds that were left out, as <see cref="RefundPolicy.Ignore"/> asks for.</summary>
    public long IgnoredRefunds { get; internal init; }

    /// <summary>Refunds left out because the customer had no purchase before them in the same part of the observation.</summary>
    public long RefundsWithoutPurchase { get; internal init; }

    /// <summary>Purchases whose refunds exceeded their amount, which counts as 0; the rest of the refunds is left out.</summary>
    public long ExcessRefunds { get; internal init; }

    /// <summary>Purchases that are none, because they were refunded in full.</summary>
    public long RefundedPurchases { get; internal init; }

    /// <summary>Rows left out because they lie after the end of observation.</summary>
    public long AfterTheEnd { get; internal init; }

    /// <summary>Rows of the holdout left out because the customer's first purchase lies in it.</summary>
    public long OfNewCustomers { get; internal init; }

    /// <summary>Customers left out because their first purchase lies after the calibration.</summary>
    public long NewCustomers { get; internal init; }

    /// <summary>Customers left out because no purchase of theirs counts: they have refunds only, or all was refunded in full.</summary>
    public long CustomersWithoutPurchase { get; internal init; }

    /// <summary>Customers left out because all of their rows lie after the end of observation.</summary>
    public long CustomersAfterTheEnd { get; internal init; }

    /// <summary>The counts as aligned text for a terminal.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>The text, whose lines end with a line feed.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToText(ReportLanguage language = ReportLanguage.English)
    {
        Phrases words = Phrases.For(language);
        return ReportFaces.Text(Report(words), []);
    }

    /// <summary>The counts as Markdown.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToMarkdown(ReportLanguage language = ReportLanguage.English)
    {
        Phrases words = Phrases.For(language);
        return ReportFaces.Markdown(Report(words), []);
    }

    /// <summary>The counts as HTML, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>The counts as HTML, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words) => ReportFaces.Html(Report(words), []);

    /// <summary>The counts as comma-separated values by RFC 4180, one row per count, those of 0 included.</summary>
    /// <returns>Rows that end with carriage return and line feed.</returns>
    public string ToCsv()
    {
        StringBuilder text = new();
        Csv.Row(text, "what", "count");
        foreach ((string column, long count, _) in All)
        {
            Csv.Row(text, column, Csv.Count(count));
        }

        return text.ToString();
    }

    /// <summary>The counts as invariant text.</summary>
    /// <returns>Text for display: the rows, and what is not 0 of the others.</returns>
    public override string ToString() => string.Join(
        ", ",
        new (long Count, string What)[]
        {
            (Rows, One(Rows, "row")), (SameDay, "of a day with an earlier one"),
            (SameOpportunity, "of an opportunity with an earlier one"), (ZeroAmounts, "of amount 0"), (Refunds, One(Refunds, "refund")),
            (IgnoredRefunds, One(IgnoredRefunds, "refund") + " ignored"),
            (RefundsWithoutPurchase, One(RefundsWithoutPurchase, "refund") + " without a purchase"),
            (ExcessRefunds, One(ExcessRefunds, "purchase") + " refunded beyond the amount"),
            (RefundedPurchases, One(RefundedPurchases, "purchase") + " refunded in full"),
            (AfterTheEnd, "after the end"), (OfNewCustomers, "of new customers"), (NewCustomers, One(NewCustomers, "new customer")),
            (CustomersWithoutPurchase, One(CustomersWithoutPurchase, "customer") + " without a purchase"),
            (CustomersAfterTheEnd, One(CustomersAfterTheEnd, "customer") + " after the end"),
        }.Where((count, i) => i == 0 || count.Count > 0).Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Count:#,0} {count.What}")));

    /// <summary>The rows, and what is not 0 of the others, in one line.</summary>
    internal string Line(Phrases words) => Phrases.Capitalised(words.LogCountsCaption) + words.Colon + string.Join(
        words.Semicolon, All.Where((one, i) => i == 0 || one.Count > 0).Select(one => one.Label(words) + " " + words.Count(one.Count))) + ".";

    private (string Column, long Count, Func<Phrases, string> Label)[] All =>
    [
        ("rows", Rows, words => words.LogRowsLabel), ("purchases", Purchases, words => words.LogPurchasesLabel),
        ("same_day", SameDay, words => words.SameDayLabel), ("same_opportunity", SameOpportunity, words => words.SameOpportunityLabel),
        ("zero_amounts", ZeroAmounts, words => words.ZeroAmountsLabel), ("refunds", Refunds, words => words.RefundsLabel),
        ("ignored_refunds", IgnoredRefunds, words => words.IgnoredRefundsLabel),
        ("refunds_without_purchase", RefundsWithoutPurchase, words => words.RefundsWithoutPurchaseLabel),
        ("excess_refunds", ExcessRefunds, words => words.ExcessRefundsLabel),
        ("refunded_purchases", RefundedPurchases, words => words.RefundedPurchasesLabel), ("after_the_end", AfterTheEnd, words => words.AfterTheEndLabel),
        ("of_new_customers", OfNewCustomers, words => words.OfNewCustomersLabel), ("new_customers", NewCustomers, words => words.FirstInHoldoutLabel),
        ("customers_without_purchase", CustomersWithoutPurchase, words => words.CustomersWithoutPurchaseLabel),
        ("customers_after_the_end", CustomersAfterTheEnd, words => words.CustomersAfterTheEndLabel),
    ];

    /// <summary>The rows, and what is not 0 of the others.</summary>
    private ReportTable Report(Phrases words) => new(
        words.LogCountsCaption,
        [new(Phrases.Capitalised(words.NameLabel)), new(Phrases.Capitalised(words.CountLabel), IsNumber: true)],
        [new(null, [.. All.Where((one, i) => i == 0 || one.Count > 0).Select(one => (ReportCell[])[new(one.Label(words)), new(words.Count(one.Count))])])]);

    private static string One(long count, string what) => count == 1 ? what : what + "s";

    static PurchaseLogCounts IJsonRecord<PurchaseLogCounts>.Json(JsonMembers<PurchaseLogCounts> json) => new()
    {
        Rows = Guard.NotNegative(json.Value(nameof(Rows), x => x.Rows), nameof(Rows)),
        Purchases = json.Value(nameof(Purchases), x => x.Purchases),
        SameDay = json.Value(nameof(SameDay), x => x.SameDay),
        SameOpportunity = json.Value(nameof(SameOpportunity), x => x.SameOpportunity),
        ZeroAmounts = json.Value(nameof(ZeroAmounts), x => x.ZeroAmounts),
        Refunds = json.Value(nameof(Refunds), x => x.Refunds),
        IgnoredRefunds = json.Value(nameof(IgnoredRefunds), x => x.IgnoredRefunds),
        RefundsWithoutPurchase = json.Value(nameof(RefundsWithoutPurchase), x => x.RefundsWithoutPurchase),
        ExcessRefunds = json.Value(nameof(ExcessRefunds), x => x.ExcessRefunds),
        RefundedPurchases = json.Value(nameof(RefundedPurchases), x => x.RefundedPurchases),
        AfterTheEnd = json.Value(nameof(AfterTheEnd), x => x.AfterTheEnd),
        OfNewCustomers = json.Value(nameof(OfNewCustomers), x => x.OfNewCustomers),
        NewCustomers = json.Value(nameof(NewCustomers), x => x.NewCustomers),
        CustomersWithoutPurchase = json.Value(nameof(CustomersWithoutPurchase), x => x.CustomersWithoutPurchase),
        CustomersAfterTheEnd = json.Value(nameof(CustomersAfterTheEnd), x => x.CustomersAfterTheEnd),
    };
}
