#:package CsvHelper
#:project ../src/CxKpi/CxKpi.csproj
#:property PublishAot=false

// A season, a change, or neither? Three published data sets, and what can be said of them:
//   dotnet run samples/season-or-change.cs -- <folder>
// The folder has the data sets that samples/verify-real-data.cs reads; they are not part of this repository.
// Exit code 0: printed; 2: the folder or a data set is missing or can't be read.

using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using CsvHelper;
using CxKpi;
using CxKpi.Trends;
using NodaTime;
using NodaTime.Text;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is not [string folder] || !Directory.Exists(folder))
{
    Console.Error.WriteLine(args is [string given]
        ? $"there is no folder {given}; the data sets are not part of this repository"
        : "usage: dotnet run samples/season-or-change.cs -- <folder of the data sets>");
    return 2;
}

try
{
    RetailSales.Print(Path.Combine(folder, "us_retail_sales_monthly"));
    HotelCancellations.Print(Path.Combine(folder, "hotel_bookings"));
    AirportSurvey.Print(Path.Combine(folder, "sfo_customer_survey_2011_2017"));
    return 0;
}
catch (Exception error) when (error is IOException
    or UnauthorizedAccessException
    or InvalidDataException
    or JsonException
    or CsvHelperException
    or FormatException
    or KeyNotFoundException)
{
    Console.Error.WriteLine(error.Message.Split('\n')[0].TrimEnd());
    return 2;
}

/// <summary>Totals with a strong season: sales of eight kinds of shops by month.</summary>
internal static class RetailSales
{
    // Five years before the failure of Lehman Brothers and one after: what came later was recovery, another change.
    private static readonly LocalDate Failure = new(2008, 9, 1), From = new(2003, 9, 1), To = new(2009, 8, 31);

    public static void Print(string folder)
    {
        using JsonDocument reference = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "reference.json")));
        double farthest = 0;
        List<string> untold = [];
        Console.WriteLine("US retail sales by month, 1992 to 2020, on a log scale: trend and step are per cent.");
        Console.WriteLine($"Step: the level from September 2008 on, in the months from {From:uuuu-MM} to {To:uuuu-MM}.");
        Console.WriteLine($"{"",-42}{"years",-31}{"season",-14}{"strength",8}  {"trend a year",-26}{"step in 2008",-26}");
        foreach (IGrouping<string, (string Kind, CalendarPeriod Month, double? Sales)> kind in Table.Read(folder, "sales.csv.gz", Sales)
            .GroupBy(row => row.Kind))
        {
            PeriodSeries sales = PeriodSeries.FromPoints(kind.Select(row => (row.Month, row.Sales)));
            PeriodSeries logs = PeriodSeries.FromPoints(kind.Select(row => (row.Month, row.Sales is { } amount ? Math.Log(amount) : (double?)null)));
            ModelOptions calendar = new() { Regressors = [Regressor.TradingDays(), Regressor.Easter()] };
            TrendEstimate trend = logs.Trend(calendar);
            EffectEstimate step = logs.Slice(From, To).Effect(Failure, options: new() { Model = calendar });
            if (step.Refusal is { } reason) untold.Add($"No step for {kind.Key}: {reason}");
            double? strength = logs.SeasonallyAdjust().SeasonalStrength;

            // The reference stops before the first missing month.
            JsonElement run = reference.RootElement.GetProperty("series").GetProperty(kind.Key).GetProperty("full_or_leading_run");
            SeasonalIndices season = sales.Slice(Month(run, "first"), Month(run, "last")).Decompose(new() { Model = DecompositionModel.Multiplicative });
            JsonElement expected = run.GetProperty("classical_multiplicative").GetProperty("seasonal_by_calendar_month");
            farthest = Math.Max(farthest, season.Indices.Max(index => Math.Abs(index.Value - expected.GetProperty($"{index.Key.Number:00}").GetDouble())));

            IEnumerable<double?> years = kind.GroupBy(row => row.Month.Start.Year, (_, months) => months.Average(row => row.Sales));
            IEnumerable<double?> indices = season.Indices.Values.Select(factor => (double?)factor);
            string slope = PerCent(trend.SlopePerYear, trend.Lower, trend.Upper), stepped = PerCent(step.Step, step.Lower, step.Upper);
            Console.WriteLine($"{kind.Key,-42}{Table.Line(years),-31}{Table.Line(indices),-14}{strength,8:0.00}  {slope,-26}{stepped,-26}");
        }

        untold.ForEach(Console.WriteLine);
        Console.WriteLine($"Seasonal factors differ from the reference by {farthest:G2} at most.");
        Console.WriteLine();
    }

    private static (string Kind, CalendarPeriod Month, double? Sales) Sales(CsvReader csv) =>
        (csv.GetField("kind_of_business")!, CalendarPeriod.Parse(csv.GetField("month")!), csv.GetField<double?>("sales_musd"));

    private static CalendarPeriod Month(JsonElement run, string name) => CalendarPeriod.Parse(run.GetProperty(name).GetString()!);

    private static string PerCent(double? value, double? lower, double? upper) =>
        value is null
            ? "-"
            : $"{100 * Math.Exp(value.Value) - 100:+0.0;-0.0} [{100 * Math.Exp(lower!.Value) - 100:+0.0;-0.0}, {100 * Math.Exp(upper!.Value) - 100:+0.0;-0.0}]";
}

/// <summary>Shares with their own n, over little more than two years: cancelled bookings by month of arrival.</summary>
internal static class HotelCancellations
{
    public static void Print(string folder)
    {
        Console.WriteLine("Cancelled hotel bookings by month of arrival.");
        foreach (IGrouping<string, (string Hotel, CalendarPeriod Month, bool IsCancelled)> hotel in Table.Read(folder, "bookings.csv.gz", Booking)
            .GroupBy(row => row.Hotel))
        {
            IGrouping<CalendarPeriod, bool>[] months = [.. hotel.GroupBy(row => row.Month, row => row.IsCancelled).OrderBy(month => month.Key)];
            PeriodSeries shares = PeriodSeries.FromShares(months[0].Key, months.Select(ShareTally.FromHits));
            Table.Verdicts(hotel.Key, shares);
            Console.WriteLine($"  unusual:  {shares.Unusual().ToString().ReplaceLineEndings("; ")}");
            Console.WriteLine($"  expected: {shares.Expect(3).ToString().ReplaceLineEndings("; ")}");
        }

        Console.WriteLine();
    }

    private static (string Hotel, CalendarPeriod Month, bool IsCancelled) Booking(CsvReader csv) => (
        csv.GetField("hotel")!,
        CalendarPeriod.Containing(CalendarUnit.Month, LocalDatePattern.Iso.Parse(csv.GetField("arrival_date")!).Value),
        csv.GetField("is_canceled") == "1");
}

/// <summary>Too little to tell: one survey a year, for seven years.</summary>
internal static class AirportSurvey
{
    public static void Print(string folder)
    {
        Console.WriteLine("An airport's satisfied passengers by year.");
        (CalendarPeriod Year, Csat Answer)[] answers = Table.Read(folder, "responses.csv.gz", Answer);
        Table.Verdicts("satisfied (4-5 of 5)", KpiSeries.From(CalendarUnit.Year, answers).ToPeriodSeries());
    }

    // 0 and 6 are codes for a blank and for "not applicable".
    private static (CalendarPeriod Year, Csat Answer) Answer(CsvReader csv) => (
        CalendarPeriod.Parse(csv.GetField("survey_year")!),
        Csat.FromAnswer(int.TryParse(csv.GetField("overall"), out int rating) && rating is >= 1 and <= 5 ? rating : null, TopBox.TwoOfFive));
}

/// <summary>Reading and printing.</summary>
internal static class Table
{
    public static T[] Read<T>(string folder, string file, Func<CsvReader, T> read)
    {
        using StreamReader text = new(new GZipStream(File.OpenRead(Path.Combine(folder, file)), CompressionMode.Decompress));
        using CsvReader csv = new(text, CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        List<T> rows = [];
        while (csv.Read())
        {
            rows.Add(read(csv));
        }

        return [.. rows];
    }

    public static void Verdicts(string name, PeriodSeries series)
    {
        SeasonalityEstimate season = series.IsSeasonal();
        TrendEstimate trend = series.Trend();
        Console.WriteLine($"{name,-22}{Line(series.Values)}  {series.First} to {series[^1].Key}");
        Console.WriteLine($"  season:   {season}");
        Console.WriteLine($"  trend:    {trend}");
        foreach (Notice notice in season.Warnings.Concat(trend.Warnings).Distinct())
        {
            Console.WriteLine($"  note:     {notice}");
        }
    }

    /// <summary>The figures as a line of blocks from the lowest to the highest.</summary>
    public static string Line(IEnumerable<double?> figures)
    {
        const string Blocks = "▁▂▃▄▅▆▇█";
        double?[] points = [.. figures];
        double? lowest = points.Min(), range = points.Max() - lowest;
        return string.Concat(points.Select(point => point is { } value && range > 0
            ? Blocks[(int)Math.Min(7, 8 * (value - lowest!.Value) / range.Value)]
            : ' '));
    }
}
