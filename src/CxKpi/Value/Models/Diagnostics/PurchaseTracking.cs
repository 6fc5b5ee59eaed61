using System.Collections;
using System.Text;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi.Value;

/// <summary>Follows the repeat purchases of all customers together through calibration and holdout, beside what a model expects: a list of points.</summary>
/// <remarks>
/// <code>expected(t) = Σ E(X(t - birth_i)) over customers i who have bought by then</code>
/// The purchases of a day count once it is over: until the time 1 in weeks are those of seven days, the first one included. Where times count opportunities,
/// purchases count with theirs, and the time 0 is the unit of the first purchase of all.
/// Source: P. Fader, B. Hardie, K. L. Lee, "Counting your customers the easy way", Marketing Science 24, 2005.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<PurchaseTracking>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record PurchaseTracking : IReadOnlyList<TrackingPoint>, ILocalizedFace, IJsonRecord<PurchaseTracking>
{
    private PurchaseTracking(HistoryClock clock, IEnumerable<TrackingPoint> points)
    {
        Unit = Guard.Defined(clock.Unit, nameof(Unit));
        Timing = Guard.Defined(clock.Timing, nameof(Timing));
        Points = ValueList.Of(points);
    }

    /// <summary>The unit of time.</summary>
    public CalendarUnit Unit { get; }

    /// <summary>What times count: days in the unit, or the opportunities that have come.</summary>
    public PurchaseTiming Timing { get; }

    /// <summary>The points, in the order asked for.</summary>
    public IReadOnlyList<TrackingPoint> Points { get; }

    /// <summary>The rules of the points: what their times count.</summary>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(ModelRules.Time(new HistoryClock(Unit, Timing)));

    /// <summary>The number of points.</summary>
    public int Count => Points.Count;

    /// <summary>The point at a position.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <returns>The point.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative or not below <see cref="Count"/>.</exception>
    public TrackingPoint this[int index] => Points[Guard.Position(index, Points.Count, "list")];

    /// <summary>Enumerates the points.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<TrackingPoint> GetEnumerator() => Points.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Counts repeat purchases until each of some times.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a customer.</typeparam>
    /// <param name="model">The model, fitted to the calibration.</param>
    /// <param name="histories">The customers.</param>
    /// <param name="times">The times since the first purchase of all customers, in the unit of the model; none negative.</param>
    /// <returns>A point for each time, in the order given; without actual purchases after the end of observation.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The histories count time in another way than the model.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative or above 1e12.</exception>
    public static PurchaseTracking Of<TKey>(IPurchaseModel model, PurchaseHistories<TKey> histories, IEnumerable<double> times)
        where TKey : notnull
    {
        HistoryClock clock = Guard.NotNull(histories).Clock;
        HistoriesInUnit.OfModel(clock, Guard.NotNull(model), nameof(histories));
        LocalDate start = histories.FirstPurchase ?? histories.CalibrationEnd;
        (double Birth, long Customers)[] births =
        [
            .. histories.Customers
                .GroupBy(customer => clock.Between(start, customer.FirstPurchase))
                .OrderBy(group => group.Key)
                .Select(group => (group.Key, group.LongCount())),
        ];
        (double Counted, long Purchases)[] days =
            [.. histories.RepeatPurchases.Select(day => (clock.Counted(start, day.Day), day.RepeatPurchases))];
        double end = clock.Counted(start, histories.HoldoutEnd ?? histories.CalibrationEnd);
        return new(clock, Guard.NotNull(times).Select(time => new TrackingPoint(
            ModelTime.Time(time, nameof(times)),
            time > end ? null : days.Where(day => day.Counted <= time).Sum(day => day.Purchases),
            births.Where(birth => birth.Birth < time).Sum(birth => birth.Customers * model.ExpectedPurchases(time - birth.Birth)))));
    }

    /// <summary>The points as aligned text for a terminal.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>The text, whose lines end with a line feed.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToText(ReportLanguage language = ReportLanguage.English)
    {
        Phrases words = Phrases.For(language);
        return ReportFaces.Text(Report(words), Notes(words));
    }

    /// <summary>The points as Markdown.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToMarkdown(ReportLanguage language = ReportLanguage.English)
    {
        Phrases words = Phrases.For(language);
        return ReportFaces.Markdown(Report(words), Notes(words));
    }

    /// <summary>The points as HTML, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>The points as HTML, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words) => ReportFaces.Html(Report(words), Notes(words));

    /// <summary>The points as comma-separated values by RFC 4180, with unrounded numbers in the invariant culture.</summary>
    /// <returns>Rows that end with carriage return and line feed.</returns>
    public string ToCsv()
    {
        StringBuilder text = new();
        Csv.Row(text, "time", "actual", "expected", "unit", "timing");
        foreach (TrackingPoint point in Points)
        {
            Csv.Row(text, Csv.Number(point.Time), Csv.Count(point.Actual), Csv.Number(point.Expected), Unit.ToString(), Timing.ToString());
        }

        return text.ToString();
    }

    /// <summary>The points as invariant text.</summary>
    /// <returns>Text for display, a line each.</returns>
    public override string ToString() => string.Join(Environment.NewLine, Points);

    private IEnumerable<string> Notes(Phrases words) => [ModelRules.Line(Rules, words)];

    private ReportTable Report(Phrases words) => new(
        words.TrackingCaption,
        [new(Phrases.Capitalised(words.TimeLabel), IsNumber: true), Number(words.ObservedLabel), Number(words.ExpectedLabel)],
        [
            new(null,
            [
                .. Points.Select(point => (ReportCell[])
                [
                    new(words.Number(point.Time)), new(point.Actual is { } actual ? words.Count(actual) : ""), new(words.Decimals(point.Expected, "#,0.0")),
                ]),
            ]),
        ]);

    private static ReportColumn Number(string head) => new(Phrases.Capitalised(head), IsNumber: true);

    static PurchaseTracking IJsonRecord<PurchaseTracking>.Json(JsonMembers<PurchaseTracking> json) => new(
        new(json.Value(nameof(Unit), x => x.Unit), json.Value(nameof(Timing), x => x.Timing)),
        json.Records(nameof(Points), x => x.Points));
}
