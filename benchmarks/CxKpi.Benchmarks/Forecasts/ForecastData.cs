using System.Globalization;
using System.IO.Compression;
using CxKpi.Trends;

namespace CxKpi.Benchmarks.Forecasts;

/// <summary>Reads series from compressed tables; no table, no series.</summary>
internal static class ForecastData
{
    public const string RetailFile = "us_retail_sales_monthly/sales.csv.gz";
    public const string HotelFile = "hotel_bookings/bookings.csv.gz";

    // In March 2020 shops closed: no past tells of that.
    private const string LastRetailMonth = "2019-12";

    /// <summary>Sales of US retailers by kind of business, in million dollars, from ten years on every year and a half.</summary>
    public static IReadOnlyList<PastSeries> RetailSales(string folder) =>
    [
        .. Rows(Path.Combine(folder, RetailFile))
            .Where(row => string.CompareOrdinal(row["month"], LastRetailMonth) <= 0)
            .GroupBy(row => row["kind_of_business"], StringComparer.Ordinal)
            .Select(kind => new PastSeries(kind.Key, Sales(kind), First: 120, Every: 18, Ahead: 12, Cycle: 12)),
    ];

    /// <summary>The share of bookings that were cancelled by day of arrival, from a year on every three weeks.</summary>
    public static IReadOnlyList<PastSeries> Cancellations(string folder) =>
    [
        .. Rows(Path.Combine(folder, HotelFile))
            .GroupBy(row => row["hotel"], StringComparer.Ordinal)
            .Select(hotel => new PastSeries(hotel.Key, Shares(hotel), First: 365, Every: 21, Ahead: 14, Cycle: 7)),
    ];

    private static PeriodSeries Sales(IEnumerable<Dictionary<string, string>> kind)
    {
        Dictionary<string, string>[] months = [.. kind.OrderBy(row => row["month"], StringComparer.Ordinal)];
        return PeriodSeries.FromPoints(months.Select(row => (
            CalendarPeriod.Parse(row["month"]),
            row["sales_musd"].Length == 0 ? (double?)null : double.Parse(row["sales_musd"], CultureInfo.InvariantCulture))));
    }

    private static PeriodSeries Shares(IEnumerable<Dictionary<string, string>> bookings)
    {
        IGrouping<string, Dictionary<string, string>>[] days =
            [.. bookings.GroupBy(row => row["arrival_date"], StringComparer.Ordinal).OrderBy(day => day.Key, StringComparer.Ordinal)];
        return PeriodSeries.FromShares(
            CalendarPeriod.Parse(days[0].Key),
            days.Select(day => new ShareTally(day.Count(row => row["is_canceled"] is "1"), day.Count())));
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string path)
    {
        if (!File.Exists(path))
        {
            yield break;
        }

        using StreamReader reader = new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        string[] names = reader.ReadLine()!.Split(',');
        while (reader.ReadLine() is { } line)
        {
            string[] cells = Cells(line);
            yield return names.Zip(cells).ToDictionary(x => x.First, x => x.Second, StringComparer.Ordinal);
        }
    }

    /// <summary>The cells of a line, some of which are quoted because they hold a comma.</summary>
    private static string[] Cells(string line) =>
        [.. line.Split('"').SelectMany((part, i) => i % 2 == 1 ? [part.Replace(',', '\u0001')] : new[] { part }).Aggregate("", string.Concat)
            .Split(',').Select(cell => cell.Replace('\u0001', ','))];
}
