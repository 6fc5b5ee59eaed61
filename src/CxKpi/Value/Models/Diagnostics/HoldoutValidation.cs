using System.Globalization;
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
    private HoldoutValidation(long customers, IEnumerable<HoldoutRow> rows)
    {
        Customers = Guard.NotNegative(customers);
        Rows = ValueList.Of(rows);
    }

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

    /// <summary>The amount of all customers in the holdout; <see langword="null"/> where amounts were not compared.</summary>
    public decimal? ActualAmount { get; private init; }

    /// <summary>The amount that the models expect of all customers, without discount; <see langword="null"/> where amounts were not compared, and where the
    /// spend model has no mean amount for one of them.</summary>
    public double? ExpectedAmount { get; private init; }

    /// <summary>The customers of whom the largest amounts are expected; <see langword="null"/> where amounts were not compared.</summary>
    public HoldoutTop? Top { get; private init; }

    /// <summary>Compares the holdout of a log with a model, in purchases.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a customer.</typeparam>
    /// <param name="model">The model, fitted to the calibration.</param>
    /// <param name="histories">The customers.</param>
    /// <param name="most">The number of repeat purchases from which on all are one row; at least 1.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> or <paramref name="histories"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The histories have no holdout, or count time in another unit than the model.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is below 1.</exception>
    public static HoldoutValidation Of<TKey>(IPurchaseModel model, PurchaseHistories<TKey> histories, int most = 7)
        where TKey : notnull => Compared(model, null, histories, most, 1);

    /// <summary>Compares the holdout of a log with a model of purchases and one of spending, in purchases and amounts.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a customer.</typeparam>
    /// <param name="model">The model of purchases, fitted to the calibration.</param>
    /// <param name="spend">The model of spending, fitted to the calibration.</param>
    /// <param name="histories">The customers.</param>
    /// <param name="most">The number of repeat purchases from which on all are one row; at least 1.</param>
    /// <param name="top">How many customers <see cref="Top"/> holds, of whom most is expected; at least 1.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentNullException">A model or <paramref name="histories"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The histories have no holdout, or count time in another unit than the model.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> or <paramref name="top"/> is below 1.</exception>
    public static HoldoutValidation Of<TKey>(IPurchaseModel model, GammaGamma spend, PurchaseHistories<TKey> histories, int most = 7, int top = 10)
        where TKey : notnull => Compared(model, Guard.NotNull(spend), histories, most, Guard.Positive(top));

    private static HoldoutValidation Compared<TKey>(IPurchaseModel model, GammaGamma? spend, PurchaseHistories<TKey> histories, int most, int top)
        where TKey : notnull
    {
        ModelTime.SameUnit(Guard.NotNull(model), Guard.NotNull(histories).Unit, nameof(histories));
        Guard.Positive(most);
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

        double?[] amounts = [.. histories.Customers.Select((customer, i) => expected[i] * spend?.ExpectedMeanAmount(customer.Spending))];
        double[] errors = [.. expected.Zip(actual, (figure, bought) => figure - bought)];
        ILookup<int, int> groups = Enumerable.Range(0, count).ToLookup(i => Math.Min(histories.Customers[i].Frequency, most));
        return new(count, Enumerable.Range(0, most + 1).Select(n => Row(n, n == most, [.. groups[n]])))
        {
            ActualTotal = histories.Customers.Sum(customer => (long)customer.HoldoutPurchases),
            ExpectedTotal = expected.Sum(),
            Bias = Mean(errors),
            MeanAbsoluteError = Mean(errors.Select(Math.Abs)),
            RootMeanSquaredError = Mean(errors.Select(error => error * error)) is { } squared ? Math.Sqrt(squared) : null,
            Correlation = ProductMoment.Correlation(expected, actual),
            MeanProbabilityAlive = Mean(alive),
            ActualAmount = spend is null ? null : histories.Customers.Sum(customer => customer.HoldoutAmount),
            ExpectedAmount = spend is null || amounts.Contains(null) ? null : amounts.Sum(),
            Top = spend is null ? null : Largest(),
        };

        HoldoutRow Row(int frequency, bool isOpen, int[] members) => new(
            frequency,
            isOpen,
            members.Length,
            Mean(members.Select(i => actual[i])),
            Mean(members.Select(i => expected[i])),
            spend is null ? null : Mean(members.Select(i => (double)histories.Customers[i].HoldoutAmount)),
            members.Any(i => amounts[i] is null) ? null : Mean(members.Select(i => amounts[i]!.Value)));

        HoldoutTop Largest()
        {
            int[] largest = [.. Enumerable.Range(0, count).Where(i => amounts[i] is not null).OrderByDescending(i => amounts[i]).Take(top)];
            return new(largest.Length, largest.Sum(i => histories.Customers[i].HoldoutAmount), largest.Sum(i => amounts[i]!.Value));
        }
    }

    /// <summary>The comparison as invariant text.</summary>
    /// <returns>Text for display, such as <c>1,882 purchases, 1,653.4 expected</c>, and the amounts where they were compared.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{ActualTotal:#,0} purchases, {ExpectedTotal:#,0.0} expected")
        + (ActualAmount is { } amount ? $"; amount {Text((double)amount)}, {Text(ExpectedAmount)} expected; {Top}" : "");

    /// <summary>An HTML table of the rows, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of the rows, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words)
    {
        string[] Cells(string[] purchases, params double?[] amounts) =>
            ActualAmount is null ? purchases : [.. purchases, .. amounts.Select(amount => amount is { } known ? words.Decimals(known, "#,0.00") : "")];

        string[] labels = [words.RepeatPurchasesLabel, words.MirrorCustomersLabel, words.ObservedLabel, words.ExpectedLabel];
        NotebookTable table = new(
            words.HoldoutCaption, ActualAmount is null ? labels : [.. labels, words.ObservedAmountLabel, words.ExpectedAmountLabel]);
        foreach (HoldoutRow row in Rows)
        {
            table.Row(Cells(
                [words.Frequency(row.Frequency, row.IsOpen), words.Count(row.Customers), words.Cell(row.Actual), words.Cell(row.Expected)],
                row.ActualAmount,
                row.ExpectedAmount));
        }

        table.Row(Cells(
            [words.TotalLabel, words.Count(Customers), words.Count(ActualTotal), words.Decimals(ExpectedTotal, "#,0.0")],
            (double?)ActualAmount,
            ExpectedAmount));
        if (Top is { } top)
        {
            table.Row(Cells([words.LargestExpectedLabel, words.Count(top.Customers), "", ""], (double)top.ActualAmount, top.ExpectedAmount));
        }

        return table.ToHtml();
    }

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
