using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>How much of the revenue comes from how few customers: the share of the best tenth, the Gini coefficient, and percentiles.</summary>
/// <remarks>
/// <code>
/// top share = revenue of the best n · p customers / revenue of all; of a customer on the border, the part that belongs to them
/// Gini      = 2 · sum of i · x(i) / (n · sum of x) - (n + 1) / n          with x(1) the least
/// </code>
/// Both are fractions in [0, 1]; without concentration the top share is p and the Gini coefficient 0. They are undefined without revenue.
/// Their intervals take customers for a sample of those who might have come; they rest on linearised standard errors and Student's distribution, and are
/// flagged <see cref="EstimateFlags.Skewed"/> where customers are fewer than 25 times the squared skewness of their revenue. Flagged limits at 95 %
/// are too low:
/// with lognormal revenue of spread 1.5 they held the top share in about 75, 84 and 90 of 100 samples of 50, 200 and 1,000 customers, the true share mostly
/// lying above. Percentiles have limits by order
/// statistics, which assume nothing about the amounts. The record stores every amount, sixteen bytes each, and adds up with that of other customers.
/// Sources: C. Gini, "Variabilità e mutabilità", 1912; R. Davidson, "Reliable inference for the Gini index", 2009 (its standard error; his correction for
/// bias, n / (n - 1), is left out, as in most tools).
/// <para>Pitfalls: "20 % bring 80 %" taken for a law; amounts of one month, which are more unequal than those of a year because most customers buy seldom;
/// a few very large customers, with whom the limits are too narrow; customers without revenue left out in one period and counted in another.</para>
/// <example>Ten customers bring 100, 20, 20, 10, 10, 10, 10, 10, 5 and 5: the best tenth brings half.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<RevenueConcentration>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record RevenueConcentration : ILocalizedFace, IJsonRecord<RevenueConcentration>
{
    private readonly decimal[] sorted;

    /// <summary>Creates the record from the revenue of each customer.</summary>
    /// <param name="amounts">The revenue of each customer, in any order; not negative, 0 for a customer without any.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <exception cref="ArgumentNullException"><paramref name="amounts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative; the message names its position.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    /// <exception cref="OverflowException">The revenue exceeds the range of <see cref="decimal"/>.</exception>
    public RevenueConcentration(IEnumerable<decimal> amounts, string? currency = null)
    {
        // A stable order: 0 and 0.0 are alike, and would be swapped by others.
        sorted = [.. Guard.NotNull(amounts).Select((amount, i) => Guard.NotNegativeAt(amount, i, nameof(amounts))).Order()];
        Total = DecimalSums.Within("the revenue", sorted.Sum);
        Currency = Guard.Currency(currency);
    }

    /// <summary>The revenue of each customer, the least first.</summary>
    public IReadOnlyList<decimal> Amounts => new ValueList<decimal>(sorted);

    /// <summary>The number of customers.</summary>
    public int N => sorted.Length;

    /// <summary>The revenue of all customers.</summary>
    public decimal Total { get; }

    /// <summary>The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</summary>
    public string? Currency { get; }

    /// <summary>Creates the record from orders.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a customer.</typeparam>
    /// <param name="orders">The customer and the value of each order, in any order; a return is a negative value of its customer. Who returned more than they
    /// bought counts with 0.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <returns>The record, with one amount per customer.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="orders"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An order has no customer (the message names its position), or the currency is not a code of three capital
    /// letters.</exception>
    /// <exception cref="OverflowException">The revenue exceeds the range of <see cref="decimal"/>.</exception>
    public static RevenueConcentration FromOrders<TKey>(IEnumerable<(TKey Customer, decimal Value)> orders, string? currency = null)
        where TKey : notnull
    {
        Dictionary<TKey, decimal> revenue = [];
        long position = 0;
        foreach ((TKey customer, decimal value) in Guard.NotNull(orders))
        {
            ref decimal own = ref CollectionsMarshal.GetValueRefOrAddDefault(revenue, LogKey.Known(customer, position++, nameof(orders)), out _);
            own = Guard.Add(own, value, "the revenue of a customer");
        }

        return new(revenue.Values.Select(amount => Math.Max(0, amount)), currency);
    }

    /// <summary>Estimates the share of the revenue that the best customers bring.</summary>
    /// <param name="share">Which part of the customers, between 0 and 1, both excluded; 0.1 for the best tenth.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The estimate as a fraction; <see langword="null"/> without revenue. It has no limits for a single customer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share or the confidence does not lie between 0 and 1.</exception>
    public Estimate? TopShare(double share = 0.1, double confidence = 0.95)
    {
        Guard.Confidence(share);
        Guard.Confidence(confidence);
        if (Total == 0)
        {
            return null;
        }

        // In decimals 7 % of 100 customers are 7; in binary fractions they are a little more.
        double mean = (double)Total / N, top = 0, rest = (double)((decimal)share * N);
        int border = N - 1;
        for (int i = N - 1; i >= 0 && rest > 0; i--, rest--)
        {
            top += Math.Min(1, rest) * (double)sorted[i];
            border = i;
        }

        double value = Math.Min(1, top / (double)Total), least = (double)sorted[border], squares = 0;
        for (int i = 0; i < N; i++)
        {
            double amount = (double)sorted[i], influence = (Math.Max(0, amount - least) + share * least - value * amount) / mean;
            squares += influence * influence;
        }

        return Estimate(value, squares, confidence, KpiUnit.Share);
    }

    /// <summary>Estimates the Gini coefficient of the revenue.</summary>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The estimate, from 0 when all customers bring the same; <see langword="null"/> without revenue. It has no limits for a single
    /// customer.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> does not lie between 0 and 1.</exception>
    public Estimate? Gini(double confidence = 0.95)
    {
        Guard.Confidence(confidence);
        if (Total == 0)
        {
            return null;
        }

        double total = (double)Total, ranked = 0;
        for (int i = 0; i < N; i++)
        {
            ranked += (2.0 * i + 1 - N) * (double)sorted[i];
        }

        // Amounts that are all alike may leave a rest of rounding.
        double value = Math.Max(0, ranked / (N * total)), below = 0, sum = 0, squares = 0;
        for (int i = 0; i < N; i++)
        {
            double amount = (double)sorted[i];
            below += amount;
            double influence = ((2.0 * i + 1) / N - value - 1) * amount / (total / N) - 2 * below / total;
            sum += influence;
            squares += influence * influence;
        }

        return Estimate(value, Math.Max(0, squares - sum * sum / N), confidence, KpiUnit.Ratio);
    }

    /// <summary>Estimates the revenue that a share of the customers does not exceed, such as the median, with limits by order statistics.</summary>
    /// <param name="probability">The share, between 0 and 1; 0.5 for the median.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <param name="definition">How to read a percentile between two amounts; by default as spreadsheets do.</param>
    /// <returns>The estimate as an amount of money; <see langword="null"/> without customers. Where they are too few for a limit, that limit is
    /// <see langword="null"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share or the confidence does not lie between 0 and 1, or the definition is not a named
    /// value.</exception>
    public Estimate? Percentile(double probability, double confidence = 0.95, QuantileDefinition definition = QuantileDefinition.Linear) =>
        OrderStatistics.Estimate([.. sorted.Select(amount => (double)amount)], probability, confidence, definition) is { } estimate
            ? estimate with { Unit = KpiUnit.Money, Currency = Currency }
            : null;

    /// <summary>Adds the revenue of other customers.</summary>
    /// <param name="other">The revenue of other customers, in the same currency.</param>
    /// <returns>The record over both.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The revenue exceeds the range of <see cref="decimal"/>.</exception>
    public RevenueConcentration Combine(RevenueConcentration other)
    {
        bool isShared = Guard.NotNull(other).N == 0 || N == 0 || string.Equals(Currency, other.Currency, StringComparison.Ordinal);
        return isShared
            ? new([.. sorted, .. other.sorted], N == 0 ? other.Currency : Currency)
            : throw new ArgumentException(
                $"{nameof(other)} must be in the same currency ({Currency ?? "none"}), but is in {other.Currency ?? "none"}",
                nameof(other));
    }

    /// <summary>Compares the amounts and the currency.</summary>
    /// <param name="other">The record to compare with.</param>
    /// <returns><see langword="true"/> when every amount and the currency are equal.</returns>
    public bool Equals(RevenueConcentration? other) =>
        other is not null && string.Equals(Currency, other.Currency, StringComparison.Ordinal) && sorted.AsSpan().SequenceEqual(other.sorted);

    /// <summary>A hash of the amounts.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => HashCode.Combine(N, Total, Currency);

    /// <summary>The share of the best tenth and the Gini coefficient as invariant text.</summary>
    /// <returns>Text for display, such as <c>best 10% of 3,030 customers bring 61.2%, Gini 0.74</c>.</returns>
    public override string ToString() => TopShare() is { } top && Gini() is { } gini
        ? string.Create(CultureInfo.InvariantCulture, $"best 10% of {N:#,0} customers bring {100 * top.Value:0.0}%, Gini {gini.Value:0.00}")
        : Phrases.English.NoData;

    /// <summary>An HTML table of shares and percentiles, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of shares and percentiles, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words)
    {
        NotebookTable table = new(words.ConcentrationCaption, words.FigureLabel, words.ValueLabel, words.LimitsLabel);
        if (Gini() is not { } gini)
        {
            return table.Note(words.NoData).ToHtml();
        }

        foreach (double share in (double[])[0.01, 0.1, 0.2])
        {
            Row(words.BestCustomers(words.Percent(share)), PlainDefinitions.Share, TopShare(share)!.Value);
        }

        table.Row(words.GiniLabel, words.Decimals(gini.Value, "0.00"), words.Range(Two(gini.Lower), Two(gini.Upper)));
        Row(words.MedianLabel, HistoricalCustomerValue.Definition, Percentile(0.5)!.Value);
        return table.Note($"{words.CustomersLabel}{words.Colon}{words.Count(N)}").ToHtml();

        string? Two(double? limit) => limit is { } known ? words.Decimals(known, "0.00") : null;

        void Row(string label, KpiDefinition definition, Estimate estimate) => table.Row(
            label,
            words.Value(definition, estimate.Value, Currency),
            words.Interval(definition, estimate.Lower, estimate.Upper, Currency, estimate.Value));
    }

    private Estimate Estimate(double value, double squares, double confidence, KpiUnit unit)
    {
        Estimate estimate = new() { Value = value, Confidence = confidence, Method = IntervalMethod.LinearizedRatio, N = N, Unit = unit };
        if (N < 2)
        {
            return estimate with { Method = IntervalMethod.None, Flags = EstimateFlags.SingleObservation };
        }

        double error = Math.Sqrt(squares / N / (N - 1)), spread = StudentTDistribution.CriticalValue(confidence, N - 1) * error;
        return (estimate with
        {
            Lower = value - spread,
            Upper = value + spread,
            StandardError = error,
            DegreesOfFreedom = N - 1,
            Flags = error == 0 ? EstimateFlags.ZeroVariance : IsSkewed() ? EstimateFlags.Skewed : EstimateFlags.None,
        }).Clipped(0, 1);
    }

    /// <summary>Whether customers are fewer than 25 times the squared skewness of their revenue (Cochran 1977), so that limits are too narrow.</summary>
    private bool IsSkewed()
    {
        double mean = (double)Total / N, squares = 0, cubes = 0;
        foreach (decimal amount in sorted)
        {
            double distance = ((double)amount - mean) / mean;
            squares += distance * distance / N;
            cubes += distance * distance * distance / N;
        }

        return N * squares * squares * squares < 25 * cubes * cubes;
    }

    static RevenueConcentration IJsonRecord<RevenueConcentration>.Json(JsonMembers<RevenueConcentration> json) => new(
        json.Values(nameof(Amounts), x => x.Amounts),
        json.OptionalText(nameof(Currency), x => x.Currency));
}
