using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>What a model foretold of purchases in the holdout, beside what customers did.</summary>
/// <remarks>
/// <code>
/// error_i = E(Y(holdout) | history of i) - purchases of i in the holdout
/// bias    = mean error        mean absolute error = mean |error|        root mean squared error = √ mean error²
/// expected amount_i = E(Y(holdout) | history of i) * E(mean amount | spending of i)
/// </code>
/// The model must have been fitted to the calibration alone. Errors of single customers are large for any model, since purchases are random; the total and the
/// means by frequency show whether the model is right on average.
/// Source: P. Fader, B. Hardie, K. L. Lee, "Counting your customers the easy way", Marketing Science 24, 2005.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<HoldoutValidation>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record HoldoutValidation : ILocalizedFace, IJsonRecord<HoldoutValidation>
{
    private HoldoutValidation(HistoryClock clock, double length, long customers, IEnumerable<HoldoutRow> rows)
    {
        Unit = Guard.Defined(clock.Unit, nameof(Unit));
        Timing = Guard.Defined(clock.Timing, nameof(Timing));
        Length = Guard.Finite(Guard.NotNegative(length), nameof(length));
        Customers = Guard.NotNegative(customers);
        Rows = ValueList.Of(rows);
    }

    /// <summary>The unit of time.</summary>
    public CalendarUnit Unit { get; }

    /// <summary>What times count: days in the unit, or the opportunities that have come.</summary>
    public PurchaseTiming Timing { get; }

    /// <summary>The length of the holdout, in <see cref="Unit"/>.</summary>
    public double Length { get; }

    /// <summary>The rules of the comparison: what times count, and how long the holdout is.</summary>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(
        ModelRules.Time(new HistoryClock(Unit, Timing)),
        KpiRule.Of("Holdout", words => words.HoldoutOf(words.Lasting(Math.Round(Length, 2), Unit))));

    /// <summary>How many customers there are.</summary>
    public long Customers { get; }

    /// <summary>A row for each number of repeat purchases in the calibration; the last stands for all larger ones too.</summary>
    public IReadOnlyList<HoldoutRow> Rows { get; }

    /// <summary>The purchases of all customers in the holdout.</summary>
    public long ActualTotal { get; private init; }

    /// <summary>The purchases that the model expects of all customers.</summary>
    public double ExpectedTotal { get; private init; }

    /// <summary>The mean error, positive where the model expects too much; <see langword="null"/> without customers.</summary>
    public double? Bias { get; private init; }

    /// <summary>The mean absolute error; <see langword="null"/> without customers.</summary>
    public double? MeanAbsoluteError { get; private init; }

    /// <summary>The root of the mean squared error; <see langword="null"/> without customers.</summary>
    public double? RootMeanSquaredError { get; private init; }

    /// <summary>Pearson's correlation of what was expected with what was bought; <see langword="null"/> where one of them does not vary.</summary>
    public double? Correlation { get; private init; }

    /// <summary>The mean probability that a customer had not left at the end of the calibration; <see langword="null"/> without customers.</summary>
    public double? MeanProbabilityAlive { get; private init; }

    /// <summary>The amount of all customers in the holdout; <see langword="null"/> where amounts were not compared, or are too large to be
    /// added.</summary>
    public decimal? ActualAmount { get; private init; }

    /// <summary>The amount that the models expect of all customers, without discount; <see langword="null"/> where amounts were not compared, and where the
    /// spend model has no mean amount for one of them.</summary>
    public double? ExpectedAmount { get; private init; }

    /// <summary>The customers of whom the largest amounts are expected; <see langword="null"/> where amounts were not compared, or are too
    /// large to be added. Customers of whom as much is expected as of the last within share its place.</summary>
    public HoldoutTop? Top { get; private init; }

    /// <summary>Compares the holdout of a log with a model, in purchases.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a customer.</typeparam>
    /// <param name="model">The model, fitted to the calibration.</param>
    /// <param name="histories">The customers.</param>
    /// <param name="most">The number of repeat purchases from which on all are one row; from 1 to 1,000. Above 7 it is no more than the
    /// largest number of a customer, since all further rows would be empty.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> or <paramref name="histories"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The histories have no holdout, or count time in another way than the model.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is below 1 or above 1,000.</exception>
    public static HoldoutValidation Of<TKey>(IPurchaseModel model, PurchaseHistories<TKey> histories, int most = 7)
        where TKey : notnull => Compared(model, null, histories, most, 1);

    /// <summary>Compares the holdout of a log with a model of purchases and one of spending, in purchases and amounts.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a customer.</typeparam>
    /// <param name="model">The model of purchases, fitted to the calibration.</param>
    /// <param name="spend">The model of spending, fitted to the calibration.</param>
    /// <param name="histories">The customers.</param>
    /// <param name="most">The number of repeat purchases from which on all are one row; from 1 to 1,000. Above 7 it is no more than the
    /// largest number of a customer, since all further rows would be empty.</param>
    /// <param name="top">How many customers <see cref="Top"/> holds, of whom most is expected; at least 1.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentNullException">A model or <paramref name="histories"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The histories have no holdout, or count time in another way than the model.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> or <paramref name="top"/> is below 1, or <paramref name="most"/> above
    /// 1,000.</exception>
    public static HoldoutValidation Of<TKey>(IPurchaseModel model, GammaGamma spend, PurchaseHistories<TKey> histories, int most = 7, int top = 10)
        where TKey : notnull => Compared(model, Guard.NotNull(spend), histories, most, Guard.Positive(top));

    private static HoldoutValidation Compared<TKey>(IPurchaseModel model, GammaGamma? spend, PurchaseHistories<TKey> histories, int most, int top)
        where TKey : notnull
    {
        HistoriesInUnit.OfModel(Guard.NotNull(histories).Clock, Guard.NotNull(model), nameof(histories));
        most = FrequencyRows.Last(most, histories.Customers.Select(customer => customer.Frequency).DefaultIfEmpty().Max());
        double length = histories.HoldoutLength ?? throw new ArgumentException("histories must have a holdout, but have none", nameof(histories));
        int count = histories.Customers.Count;
        double[] expected = new double[count], actual = new double[count], alive = new double[count];
        ModelTime.ForAll(count, i =>
        {
            PurchaseHistory history = histories.Customers[i].History;
            expected[i] = model.ExpectedPurchases(history, length);
            alive[i] = model.ProbabilityAlive(history);
            actual[i] = histories.Customers[i].HoldoutPurchases;
        });

        double?[] amounts = [.. histories.Customers.Select((customer, i) => Finite(expected[i] * spend?.ExpectedMeanAmount(customer.Spending)))];
        double[] errors = [.. expected.Zip(actual, (figure, bought) => figure - bought)];
        ILookup<int, int> groups = Enumerable.Range(0, count).ToLookup(i => Math.Min(histories.Customers[i].Frequency, most));
        return new(histories.Clock, length, count, Enumerable.Range(0, most + 1).Select(n => Row(n, n == most, [.. groups[n]])))
        {
            ActualTotal = histories.Customers.Sum(customer => (long)customer.HoldoutPurchases),
            ExpectedTotal = expected.Sum(),
            Bias = Mean(errors),
            MeanAbsoluteError = Mean(errors.Select(Math.Abs)),
            RootMeanSquaredError = Mean(errors.Select(error => error * error)) is { } squared ? Math.Sqrt(squared) : null,
            Correlation = ProductMoment.Correlation(expected, actual),
            MeanProbabilityAlive = Mean(alive),
            ActualAmount = spend is null ? null : Sum(Enumerable.Range(0, count)),
            ExpectedAmount = spend is null || amounts.Contains(null) ? null : Finite(amounts.Sum()),
            Top = spend is null ? null : Largest(),
        };

        HoldoutRow Row(int frequency, bool isOpen, int[] members) => new(
            frequency,
            isOpen,
            members.Length,
            Mean(members.Select(i => actual[i])),
            Mean(members.Select(i => expected[i])),
            spend is null ? null : Mean(members.Select(i => (double)histories.Customers[i].HoldoutAmount)),
            members.Any(i => amounts[i] is null) ? null : Finite(Mean(members.Select(i => amounts[i]!.Value))));

        // Customers of whom as much is expected as of the last within share its place, so that their order means nothing.
        HoldoutTop? Largest()
        {
            int[] ordered = [.. Enumerable.Range(0, count).Where(i => amounts[i] is not null).OrderByDescending(i => amounts[i])];
            if (ordered.Length == 0)
            {
                return new(0, 0, 0);
            }

            int size = Math.Min(top, ordered.Length);
            double last = amounts[ordered[size - 1]]!.Value;
            int[] above = [.. ordered.Where(i => amounts[i] > last)], tied = [.. ordered.Where(i => amounts[i] == last)];
            int within = size - above.Length;
            return Sum(above) is { } sure && Sum(tied) is { } shared && Finite(above.Sum(i => amounts[i]!.Value) + within * last) is { } foretold
                ? new(size, sure + (within == tied.Length ? shared : shared / tied.Length * within), foretold)
                : null;
        }

        // Null where the amounts of a log are beyond the range of a decimal together.
        decimal? Sum(IEnumerable<int> members)
        {
            try
            {
                return members.Sum(i => histories.Customers[i].HoldoutAmount);
            }
            catch (OverflowException)
            {
                return null;
            }
        }

        static double? Finite(double? figure) => figure is { } known && double.IsFinite(known) ? known : null;
    }

    /// <summary>The comparison as invariant text.</summary>
    /// <returns>Text for display, such as <c>1,882 purchases, 1,653.4 expected</c>, and the amounts where they were compared.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{ActualTotal:#,0} purchases, {ExpectedTotal:#,0.0} expected")
        + (ActualAmount is { } amount ? $"; amount {Text((double)amount)}, {Text(ExpectedAmount)} expected; {Top}" : "");

    /// <summary>The rows as aligned text for a terminal.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>The text, whose lines end with a line feed.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToText(ReportLanguage language = ReportLanguage.English)
    {
        Phrases words = Phrases.For(language);
        return ReportFaces.Text(Report(words), Notes(words));
    }

    /// <summary>The rows as Markdown.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToMarkdown(ReportLanguage language = ReportLanguage.English)
    {
        Phrases words = Phrases.For(language);
        return ReportFaces.Markdown(Report(words), Notes(words));
    }

    /// <summary>The rows as HTML, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>The rows as HTML, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words) => ReportFaces.Html(Report(words), Notes(words));

    /// <summary>The rows as comma-separated values by RFC 4180, with unrounded numbers in the invariant culture; means are those of a customer.</summary>
    /// <returns>Rows that end with carriage return and line feed.</returns>
    public string ToCsv()
    {
        StringBuilder text = new();
        Csv.Row(text, "repeat_purchases", "and_more", "customers", "actual", "expected", "actual_amount", "expected_amount");
        foreach (HoldoutRow row in Rows)
        {
            Csv.Row(
                text,
                Csv.Count(row.Frequency), row.IsOpen ? "true" : "false", Csv.Count(row.Customers), Csv.Number(row.Actual), Csv.Number(row.Expected),
                Csv.Number(row.ActualAmount), Csv.Number(row.ExpectedAmount));
        }

        return text.ToString();
    }

    private IEnumerable<string> Notes(Phrases words)
    {
        if (Bias is { } bias && MeanAbsoluteError is { } absolute && RootMeanSquaredError is { } squared)
        {
            yield return words.HoldoutErrors(words.Decimals(bias, "0.000"), words.Decimals(absolute, "0.000"), words.Decimals(squared, "0.000"));
        }

        yield return ModelRules.Line(Rules, words);
    }

    private ReportTable Report(Phrases words)
    {
        return new(
            words.HoldoutCaption,
            [
                new(Phrases.Capitalised(words.RepeatPurchasesLabel)), Number(words.CustomersLabel), Number(words.ObservedLabel), Number(words.ExpectedLabel),
                Number(words.ObservedAmountLabel), Number(words.ExpectedAmountLabel),
            ],
            [
                new(null,
                [
                    .. Rows.Select(row => Cells(
                        words.Frequency(row.Frequency, row.IsOpen), row.Customers, words.Cell(row.Actual), words.Cell(row.Expected), row.ActualAmount,
                        row.ExpectedAmount)),
                    Cells(
                        words.TotalLabel, Customers, words.Count(ActualTotal), words.Decimals(ExpectedTotal, "#,0.0"), (double?)ActualAmount, ExpectedAmount),
                    .. Top is { } top
                        ? (ReportCell[][])[Cells(words.LargestExpectedLabel, top.Customers, "", "", (double)top.ActualAmount, top.ExpectedAmount)]
                        : [],
                ]),
            ]);

        ReportCell[] Cells(string label, long customers, string actual, string expected, double? amount, double? expectedAmount) =>
        [
            new(label), new(words.Count(customers)), new(actual), new(expected), new(amount is { } spent ? words.Amount(spent) : ""),
            new(expectedAmount is { } foretold ? words.Amount(foretold) : ""),
        ];
    }

    private static ReportColumn Number(string head) => new(Phrases.Capitalised(head), IsNumber: true);

    private static string Text(double? amount) => amount?.ToString("#,0.00", CultureInfo.InvariantCulture) ?? "n/a";

    private static double? Mean(IEnumerable<double> figures)
    {
        double sum = 0;
        long count = 0;
        foreach (double figure in figures)
        {
            sum += figure;
            count++;
        }

        return count > 0 ? sum / count : null;
    }

    static HoldoutValidation IJsonRecord<HoldoutValidation>.Json(JsonMembers<HoldoutValidation> json) => new(
        new HistoryClock(json.Value(nameof(Unit), x => x.Unit), json.Value(nameof(Timing), x => x.Timing)),
        json.Value(nameof(Length), x => x.Length),
        json.Value(nameof(Customers), x => x.Customers),
        json.Records(nameof(Rows), x => x.Rows))
    {
        ActualTotal = json.Value(nameof(ActualTotal), x => x.ActualTotal),
        ExpectedTotal = json.Value(nameof(ExpectedTotal), x => x.ExpectedTotal),
        Bias = json.Optional(nameof(Bias), x => x.Bias),
        MeanAbsoluteError = json.Optional(nameof(MeanAbsoluteError), x => x.MeanAbsoluteError),
        RootMeanSquaredError = json.Optional(nameof(RootMeanSquaredError), x => x.RootMeanSquaredError),
        Correlation = json.Optional(nameof(Correlation), x => x.Correlation),
        MeanProbabilityAlive = json.Optional(nameof(MeanProbabilityAlive), x => x.MeanProbabilityAlive),
        ActualAmount = json.Optional(nameof(ActualAmount), x => x.ActualAmount),
        ExpectedAmount = json.Optional(nameof(ExpectedAmount), x => x.ExpectedAmount),
        Top = json.OptionalRecord(nameof(Top), x => x.Top),
    };
}
