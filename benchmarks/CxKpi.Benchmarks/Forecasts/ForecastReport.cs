using System.Globalization;
using CxKpi.Trends;

namespace CxKpi.Benchmarks.Forecasts;

/// <summary>Compares expectations and forecasts with what came, on series of a folder that is no part of the project.</summary>
/// <remarks>
/// From each origin the next cycle is expected by what was known until then. MASE: the mean absolute error over that of the seasonal naive forecast within the
/// past (R. Hyndman and A. Koehler, "Another look at measures of forecast accuracy", 2006), averaged over the origins of a series, then over the series.
/// Coverage: how many of the figures that came lie within 95 % limits.
/// </remarks>
internal static class ForecastReport
{
    /// <param name="output">Receives the table.</param>
    /// <param name="folder">Holds us_retail_sales_monthly and hotel_bookings, or one of them.</param>
    /// <returns>The exit code: 1 when the folder holds neither.</returns>
    public static int Run(TextWriter output, string folder)
    {
        IReadOnlyList<PastSeries> retail = ForecastData.RetailSales(folder), hotels = ForecastData.Cancellations(folder);
        if (retail.Count + hotels.Count == 0)
        {
            output.WriteLine($"{folder} holds neither {ForecastData.RetailFile} nor {ForecastData.HotelFile}: nothing to forecast");
            return 1;
        }

        Compare(output, "retail sales, months, 12 ahead", retail);
        Compare(output, "hotel cancellations, days, 14 ahead", hotels);
        return 0;
    }

    private static void Compare(TextWriter output, string title, IReadOnlyList<PastSeries> series)
    {
        if (series.Count == 0)
        {
            return;
        }

        RolledForecast[] origins = [.. series.SelectMany(one => one.Origins().Select(origin => new RolledForecast(one, origin)))];
        List<(string Name, ForecastScore?[] Scores)> methods = [.. ForecastMethods.All.Select(method => (method.Name, Scores(origins, method.Forecast)))];
        methods.AddRange(PeerForecasts.Scores(origins));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}: {series.Count} series, {origins.Length} origins"));
        foreach ((string name, ForecastScore?[] scores) in methods)
        {
            ForecastScore[] known = [.. scores.OfType<ForecastScore>()];
            double mase = origins.Zip(scores)
                .Where(x => x.Second is not null)
                .GroupBy(x => x.First.Series.Name, StringComparer.Ordinal)
                .Average(one => one.Average(x => x.Second!.Mase));
            double coverage = 100 * known.Sum(x => (double)x.Covered) / known.Sum(x => x.Count);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {name,-16} MASE {mase:0.00}  coverage {coverage:0.0} %  refused {scores.Length - known.Length}"));
        }

        foreach (IGrouping<string, int> one in Enumerable.Range(0, origins.Length).GroupBy(i => origins[i].Series.Name, StringComparer.Ordinal))
        {
            output.WriteLine($"    {one.Key,-44} " + string.Join("  ", methods.Select(method => string.Create(
                CultureInfo.InvariantCulture, $"{method.Name} {one.Average(i => method.Scores[i]?.Mase):0.00}"))));
        }
    }

    private static ForecastScore?[] Scores(RolledForecast[] origins, Func<PeriodSeries, int, IReadOnlyList<ForecastRange>> method) =>
        [.. origins.AsParallel().AsOrdered().Select(origin => origin.Score(method))];
}
