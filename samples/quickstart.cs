#:package CsvHelper
#:project ../src/CxKpi/CxKpi.csproj
#:property PublishAot=false

// The scorecard of a shop's month, from rows to intervals, verdicts and segments:
//   dotnet run samples/quickstart.cs [-- <folder with the six CSV files>]
// Without a folder it reads samples/data, a year of an invented shop made by samples/generate-data.cs.

using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;
using CsvHelper.Configuration;
using CsvHelper.Configuration.Attributes;
using CxKpi;
using NodaTime;

string folder = args.Length > 0 ? args[0] : Path.Combine(Path.GetDirectoryName(SourceFile())!, "data");
try
{
    Print(folder);
    return 0;
}
catch (Exception error) when (error is IOException or CsvHelperException or InvalidDataException)
{
    Console.Error.WriteLine(error is CsvHelperException { InnerException: { } inner } ? inner.Message : error.Message.Split('\n')[0]);
    return 1;
}

static void Print(string folder)
{
    Answer[] answers = Read<Answer>(folder, "answers.csv");
    Customer[] customers = Read<Customer>(folder, "customers.csv");

    CalendarPeriod month = CalendarPeriod.Containing(CalendarUnit.Month, answers.Max(a => a.Date).ToLocalDate());
    CalendarPeriod before = month.Plus(-1);
    Console.WriteLine($"Scorecard of {month}, 95 % intervals, change against {before}");
    Scorecard.Header();

    Line("NPS", answers, a => a.Date, a => a.Channel, a => Nps.FromAnswer(a.Recommend));
    Line("CSAT (4-5 of 5)", answers, a => a.Date, a => a.Channel, a => Csat.FromAnswer(a.Satisfaction, TopBox.TwoOfFive));
    Scorecard.Line("Churn", Lost(month), Lost(before), customers.TallyBy(c => c.Plan, c => c.ChurnIn(month)));

    void Line<TRow, TKpi>(string label, TRow[] rows, Func<TRow, DateOnly> date, Func<TRow, string> segment, Func<TRow, TKpi> kpi)
        where TKpi : struct, IKpi<TKpi>
    {
        KpiSeries<TKpi> series = rows.TallyBy(CalendarUnit.Month, r => date(r).ToLocalDate(), kpi);
        Scorecard.Line(label, series[month], series[before], rows.Where(r => month.Contains(date(r).ToLocalDate())).TallyBy(segment, kpi));
    }

    Churn Lost(CalendarPeriod period) => customers.Tally(c => c.ChurnIn(period));
}

static T[] Read<T>(string folder, string file)
{
    using StreamReader reader = new(Path.Combine(folder, file));
    using CsvReader csv = new(reader, new CsvConfiguration(CultureInfo.InvariantCulture));
    csv.Read();
    csv.ReadHeader();
    string[] known = [.. typeof(T).GetProperties().Select(p => ((NameAttribute?)Attribute.GetCustomAttribute(p, typeof(NameAttribute)))?.Names[0]).OfType<string>()];
    string[] odd = [.. csv.HeaderRecord!.Except(known), .. known.Except(csv.HeaderRecord!)];
    return odd.Length == 0
        ? [.. csv.GetRecords<T>()]
        : throw new InvalidDataException($"{file} must have the columns {string.Join(", ", known)}; unknown or missing: {string.Join(", ", odd)}");
}

static string SourceFile([CallerFilePath] string path = "") => path;

internal static class Scorecard
{
    private const string Row = "{0,-22}{1,14}  {2,-24}{3,8}  {4,-11}{5,-28}{6}";

    public static void Header()
    {
        Console.WriteLine(Row, "KPI", "value", "interval", "n", "verdict", "best segment", "worst segment");
        Console.WriteLine(new string('-', 128));
    }

    public static void Line<TKpi>(string label, TKpi now, TKpi before, Segments<string, TKpi>? segments = null)
        where TKpi : struct, IKpi<TKpi>
    {
        Estimate? estimate = now.Estimate();
        ChangeVerdict? verdict = now.ChangeFrom(before)?.Verdict;
        IReadOnlyList<KeyValuePair<string, TKpi>> ranked = segments?.BestFirst() ?? [];
        Console.WriteLine(Row, label, now.ToString("V", null), estimate is { Lower: { } l, Upper: { } u } ? $"{l} {u}" : "-", estimate?.N, verdict, ranked.Count > 0 ? ranked[0].Key : "", ranked.Count > 0 ? ranked[^1].Key : "");
    }
}

internal sealed class Answer
{
    [Name("date")] public DateOnly Date { get; set; }
    [Name("channel")] public string Channel { get; set; } = "";
    [Name("recommend_0_10")] public int? Recommend { get; set; }
    [Name("satisfaction_1_5")] public int? Satisfaction { get; set; }
    [Name("ease_1_7")] public int? Ease { get; set; }
}

internal sealed class Customer
{
    [Name("customer")] public string Id { get; set; } = "";
    [Name("plan")] public string Plan { get; set; } = "";
    [Name("joined")] public DateOnly Joined { get; set; }
    [Name("left")] public DateOnly? Left { get; set; }

    public Churn ChurnIn(CalendarPeriod period)
    {
        DateOnly start = period.Start.ToDateOnly(), end = period.End.ToDateOnly();
        bool present = Joined < start && !(Left < start);
        return present ? new Churn(Left <= end ? 1 : 0, 1, CalendarUnit.Month) : default;
    }
}

internal static class Dates
{
    public static LocalDate ToLocalDate(this DateOnly date) => LocalDate.FromDateOnly(date);
}
