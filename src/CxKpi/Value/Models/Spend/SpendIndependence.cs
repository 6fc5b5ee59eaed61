using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>Whether customers who buy more often spend more at a time, which the gamma-gamma model supposes they do not.</summary>
/// <remarks>
/// <code>correlation of the number of purchases with their mean amount, over customers who have bought again and spent something</code>
/// Both correlations lie in [-1, 1]. <c>default</c> rests on no customer. Above 0.3 on either side the value of customers is doubtful: it is too low for
/// those who buy often where the correlation is positive.
/// Source: P. Fader and B. Hardie, "The Gamma-Gamma model of monetary value", 2013, which finds 0.11 in the data of CDNOW and takes it for small.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<SpendIndependence>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct SpendIndependence : IJsonRecord<SpendIndependence>
{
    private const double Doubtful = 0.3;

    private SpendIndependence(long customers, double? pearson, double? spearman)
    {
        Customers = Guard.NotNegative(customers);
        Pearson = Guard.Finite(pearson, nameof(pearson));
        Spearman = Guard.Finite(spearman, nameof(spearman));
    }

    /// <summary>How many customers the correlations rest on.</summary>
    public long Customers { get; }

    /// <summary>Pearson's correlation; <see langword="null"/> where purchases or amounts do not vary.</summary>
    public double? Pearson { get; }

    /// <summary>Spearman's correlation of ranks, on which a few large customers have no hold; <see langword="null"/> where nothing varies.</summary>
    public double? Spearman { get; }

    /// <summary>Whether one of the correlations is beyond 0.3.</summary>
    public bool IsDoubtful => Math.Abs(Pearson ?? 0) > Doubtful || Math.Abs(Spearman ?? 0) > Doubtful;

    /// <summary>Correlates purchases with amounts.</summary>
    /// <param name="histories">The customers' purchases, in any order; those without a purchase or with a mean not above 0 are left out.</param>
    /// <returns>The correlations.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="histories"/> is <see langword="null"/>.</exception>
    public static SpendIndependence Of(IEnumerable<SpendHistory> histories)
    {
        SpendTable table = SpendTable.Of(Guard.NotNull(histories));
        double[] purchases = [.. table.Purchases.Select(count => (double)count)];
        return new(
            table.Customers,
            Correlation(purchases, table.Mean, table.Weight),
            Correlation(Ranks(purchases, table.Weight), Ranks(table.Mean, table.Weight), table.Weight));
    }

    /// <summary>The correlations as invariant text.</summary>
    /// <returns>Text for display, such as <c>r = 0.114, rank correlation 0.102 (946 customers)</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"r = {Text(Pearson)}, rank correlation {Text(Spearman)} ({Customers:#,0} customers)");

    private static string Text(double? correlation) => correlation?.ToString("0.000", CultureInfo.InvariantCulture) ?? "n/a";

    private static double? Correlation(double[] x, double[] y, double[] weights)
    {
        double all = weights.Sum(), meanX = 0, meanY = 0, xx = 0, yy = 0, xy = 0;
        (x, y) = (InUnitsOfTheLargest(x), InUnitsOfTheLargest(y));
        for (int i = 0; i < x.Length; i++)
        {
            meanX += x[i] * (weights[i] / all);
            meanY += y[i] * (weights[i] / all);
        }

        for (int i = 0; i < x.Length; i++)
        {
            double dx = x[i] - meanX, dy = y[i] - meanY;
            xx += weights[i] * dx * dx;
            yy += weights[i] * dy * dy;
            xy += weights[i] * dx * dy;
        }

        // What is left of equal figures is rounding.
        return xx > 1e-24 * all * meanX * meanX && yy > 1e-24 * all * meanY * meanY ? Math.Clamp(xy / Math.Sqrt(xx) / Math.Sqrt(yy), -1, 1) : null;
    }

    /// <summary>Squares of amounts as large or small as numbers can be are none.</summary>
    private static double[] InUnitsOfTheLargest(double[] figures)
    {
        double largest = figures.DefaultIfEmpty().Max();
        return [.. figures.Select(figure => figure / largest)];
    }

    /// <summary>Ranks of rows that stand for several customers each, equal figures in the middle of theirs.</summary>
    private static double[] Ranks(double[] figures, double[] weights)
    {
        double[] ranks = new double[figures.Length];
        double before = 0;
        foreach (IGrouping<double, int> equal in Enumerable.Range(0, figures.Length).GroupBy(i => figures[i]).OrderBy(group => group.Key))
        {
            double here = equal.Sum(i => weights[i]);
            foreach (int i in equal)
            {
                ranks[i] = before + (here + 1) / 2;
            }

            before += here;
        }

        return ranks;
    }

    static SpendIndependence IJsonRecord<SpendIndependence>.Json(JsonMembers<SpendIndependence> json) => new(
        json.Value(nameof(Customers), x => x.Customers),
        json.Optional(nameof(Pearson), x => x.Pearson),
        json.Optional(nameof(Spearman), x => x.Spearman));
}
