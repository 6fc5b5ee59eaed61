using System.Collections;
using System.Text;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi.Value;

/// <summary>What each customer of a log will be worth: a list in the order of the customers, with how it was calculated.</summary>
/// <typeparam name="TKey">The type of the key that identifies a customer.</typeparam>
/// <remarks>
/// It is created by <see cref="LifetimeValue.OfAll"/>. The values are those of average customers of such histories: the models' error and chance are not in
/// them. Whoever stands at the top stands there partly by luck (<see cref="HoldoutTop"/>).
/// </remarks>
[JsonConverter(typeof(SelfJsonConverterFactory))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record CustomerValues<TKey> : IReadOnlyList<CustomerValue<TKey>>, ILocalizedFace, IJsonRecord<CustomerValues<TKey>>
    where TKey : notnull
{
    private const int MostRows = 10;

    internal CustomerValues(LifetimeValueOptions options, LocalDate asOf, HistoryClock clock, IEnumerable<CustomerValue<TKey>> customers)
    {
        AsOf = asOf;
        Options = Guard.NotNull(options);
        Unit = Guard.Defined(clock.Unit, nameof(Unit));
        Timing = Guard.Defined(clock.Timing, nameof(Timing));
        Customers = ValueList.Of(customers);
    }

    /// <summary>Horizon, rate, margin and currency.</summary>
    public LifetimeValueOptions Options { get; }

    /// <summary>The day after which months are counted: the last of the calibration. To value customers from today on, summarise the log until today.</summary>
    public LocalDate AsOf { get; }

    /// <summary>The unit of time of the model of purchases.</summary>
    public CalendarUnit Unit { get; }

    /// <summary>What its times count: days in the unit, or the opportunities that have come.</summary>
    public PurchaseTiming Timing { get; }

    /// <summary>The customers, in the order in which the log first names them.</summary>
    public IReadOnlyList<CustomerValue<TKey>> Customers { get; }

    /// <summary>The value of all customers; <see langword="null"/> where one has none, or where it is beyond the range of a double.</summary>
    public double? Total =>
        Customers.All(customer => customer.Value is not null) && Customers.Sum(customer => customer.Value!.Value) is var sum && double.IsFinite(sum)
            ? sum
            : null;

    /// <summary>
    /// The rules of the values: the day from which they count, horizon, discounting, what counts as value, when within a month, the currency, and what times
    /// count.
    /// </summary>
    public IReadOnlyList<KpiRule> Rules =>
    [
        KpiRule.Of(nameof(AsOf), words => words.AsOf(words.Date(AsOf))),
        .. Options.Rules,
        ModelRules.Time(new HistoryClock(Unit, Timing)),
    ];

    /// <summary>The number of customers.</summary>
    public int Count => Customers.Count;

    /// <summary>The customer at a position.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <returns>The customer's value.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative or not below <see cref="Count"/>.</exception>
    public CustomerValue<TKey> this[int index] => Customers[Guard.Position(index, Customers.Count, "list")];

    /// <summary>Enumerates the customers.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<CustomerValue<TKey>> GetEnumerator() => Customers.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The customers with the most valuable first; those without a value come last.</summary>
    /// <returns>The customers; those of equal value in the order of the log.</returns>
    public IReadOnlyList<CustomerValue<TKey>> MostValuableFirst() => [.. Customers.OrderByDescending(customer => customer.Value ?? double.NegativeInfinity)];

    /// <summary>The ten most valuable customers and all together as aligned text for a terminal.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>The text, whose lines end with a line feed.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToText(ReportLanguage language = ReportLanguage.English)
    {
        Phrases words = Phrases.For(language);
        return ReportFaces.Text(Report(words), Notes(words));
    }

    /// <summary>The ten most valuable customers and all together as Markdown.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToMarkdown(ReportLanguage language = ReportLanguage.English)
    {
        Phrases words = Phrases.For(language);
        return ReportFaces.Markdown(Report(words), Notes(words));
    }

    /// <summary>The ten most valuable customers and all together as HTML, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>The ten most valuable customers and all together as HTML, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words) => ReportFaces.Html(Report(words), Notes(words));

    /// <summary>All customers as comma-separated values by RFC 4180, in their order, with unrounded numbers in the invariant culture.</summary>
    /// <returns>Rows that end with carriage return and line feed; text that a spreadsheet would run as a formula begins with an apostrophe.</returns>
    public string ToCsv()
    {
        StringBuilder text = new();
        Csv.Row(text, "customer", "value", "currency", "probability_alive", "discounted_purchases", "expected_mean_amount", "margin_share", "as_of");
        foreach (CustomerValue<TKey> one in Customers)
        {
            Csv.Row(
                text,
                TableLabel.OfKey(one.Customer), Csv.Number(one.Value), one.Currency, Csv.Number(one.ProbabilityAlive), Csv.Number(one.DiscountedPurchases),
                Csv.Number(one.ExpectedMeanAmount), Csv.Number(one.MarginShare), FormattableString.Invariant($"{AsOf:uuuu-MM-dd}"));
        }

        return text.ToString();
    }

    /// <summary>The ten most valuable customers and all together, in English.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => ToText();

    private IEnumerable<string> Notes(Phrases words)
    {
        yield return ModelRules.Line(Rules, words);
        yield return Phrases.Capitalised(words.TopIsPartlyLuck) + ".";
    }

    private ReportTable Report(Phrases words) => new(
        Phrases.JoinNotEmpty(", ", words.CustomerValuesCaption, Options.Currency ?? ""),
        [
            new(Phrases.Capitalised(words.CustomerLabel)), Number(words.ValueLabel), Number(words.ProbabilityAliveLabel),
            Number(words.DiscountedPurchasesLabel), Number(words.MeanAmountLabel),
        ],
        [
            new(null,
            [
                .. MostValuableFirst().Take(MostRows).Select(one => (ReportCell[])
                [
                    new(TableLabel.OfKey(one.Customer)), new(Amount(one.Value, words)), new(words.Percent(one.ProbabilityAlive)),
                    new(words.Decimals(one.DiscountedPurchases, "#,0.00")), new(Amount(one.ExpectedMeanAmount, words)),
                ]),
                [
                    new($"{words.Total} ({words.Observations(ObservationKind.Customer, Count)})"), new(Amount(Total, words)), default,
                    new(words.Decimals(Customers.Sum(one => one.DiscountedPurchases), "#,0.00")), default,
                ],
            ]),
        ]);

    private static string Amount(double? amount, Phrases words) => amount is { } known ? words.Amount(known) : words.Undefined;

    private static ReportColumn Number(string head) => new(Phrases.Capitalised(head), IsNumber: true);

    static CustomerValues<TKey> IJsonRecord<CustomerValues<TKey>>.Json(JsonMembers<CustomerValues<TKey>> json) => new(
        json.Record(nameof(Options), x => x.Options),
        json.Value(nameof(AsOf), x => x.AsOf),
        new HistoryClock(json.Value(nameof(Unit), x => x.Unit), json.Value(nameof(Timing), x => x.Timing)),
        json.Records(nameof(Customers), x => x.Customers));
}
