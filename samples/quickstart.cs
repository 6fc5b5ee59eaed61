#:package CsvHelper
#:project ../src/CxKpi/CxKpi.csproj
#:property PublishAot=false

// The scorecard of a shop's month: from rows to values, intervals, verdicts and segments.
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
    Shop shop = new(folder);
    Print(shop);
    return 0;
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException or CsvHelperException or InvalidDataException or ArgumentException)
{
    Console.Error.WriteLine(error.Message.Split('\n')[0].TrimEnd());
    return 1;
}

static void Print(Shop shop)
{
    CalendarPeriod month = CalendarPeriod.Containing(CalendarUnit.Month, shop.Answers.Max(a => a.Date).Local());
    CalendarPeriod before = month.Plus(-1);
    Console.WriteLine($"Scorecard of {month}: 95 % intervals, change against {before}, best and worst segment");
    Table.Header();

    Rows("NPS", shop.Answers, a => a.Date, a => a.Channel, a => Nps.FromAnswer(a.Recommend));
    Rows("CSAT (4-5 of 5)", shop.Answers, a => a.Date, a => a.Channel, a => Csat.FromAnswer(a.Satisfaction, TopBox.TwoOfFive));
    Rows("CES 2.0 (mean of 7)", shop.Answers, a => a.Date, a => a.Channel, a => CustomerEaseScore.FromAnswer(a.Ease));

    Table.Row("Churn", ChurnIn(month), ChurnIn(before), shop.Customers.TallyBy(c => c.Plan, c => c.ChurnIn(month)));
    Table.Row("Retention", ChurnIn(month).ToRetention(), ChurnIn(before).ToRetention(), shop.Customers.TallyBy(c => c.Plan, c => c.ChurnIn(month).ToRetention()));

    Rows("Cart abandonment", shop.Sessions, s => s.Date, s => s.Device, s => new CartAbandonment(s.Purchases, s.Carts));
    Rows("Conversion (session)", shop.Sessions, s => s.Date, s => s.Device, s => new ConversionRate(s.Purchases, s.Count, ConversionUnit.Session));

    Table.Row("CAC", AcquisitionIn(month), AcquisitionIn(before));
    Table.Row("CLV (month's margin)", ValueIn(month).Total, ValueIn(before).Total, ValueIn(month));

    (CallRow Call, RepeatOutcome Outcome)[] followed = [.. shop.Calls.Zip(shop.Contacts.Outcomes(RepeatWindow.OfDays(7)))];
    Rows("FCR (7 days)", followed, f => f.Call.Date, f => f.Call.Queue, f => FirstContactResolution.FromOutcome(f.Outcome, RepeatWindow.OfDays(7)));
    Rows("Handle time", [.. shop.Calls.Where(c => c.Answered)], c => c.Date, c => c.Queue, c => new AverageHandleTime(DurationTally.One(Duration.FromSeconds(c.HandleSeconds))));
    QueueThresholds twentySeconds = new(within: Duration.FromSeconds(20));
    Rows("Service level (20 s)", shop.Calls, c => c.Date, c => c.Queue, c => ServiceLevel.FromContact(c.Queued, twentySeconds));

    Console.WriteLine();
    decimal? margin = ValueIn(month).Total.PerCustomer, cost = AcquisitionIn(month).PerCustomer;
    double? retention = ChurnIn(month).ToRetention().Value;
    if (margin is { } m && cost is { } c && retention is { } r)
    {
        decimal? lifetime = CustomerLifetimeValue.MarginAndRetention(m, r, discount: 0.01, MarginTiming.EndOfPeriod);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"If every month were like this one, a customer were worth {lifetime:0.00} EUR (1 % discount a month), {(lifetime is { } l ? LifetimeValueToCost.Ratio(l, c) : null):0.0} times the cost of acquiring one,"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"which is paid back after {Payback.WithRetention(c, m, r, MarginTiming.EndOfPeriod):0.0} months. December is not like every month: a season is not a trend."));
    }

    Console.WriteLine("\"no evidence\" means that chance alone explains such a change; it is not evidence that nothing changed.");

    void Rows<TRow, TKpi>(string label, TRow[] rows, Func<TRow, DateOnly> date, Func<TRow, string> segment, Func<TRow, TKpi> kpi)
        where TKpi : struct, IKpi<TKpi>
    {
        KpiSeries<TKpi> series = rows.TallyBy(CalendarUnit.Month, row => date(row).Local(), kpi);
        Table.Row(label, series[month], series[before], rows.Where(row => month.Contains(date(row).Local())).TallyBy(segment, kpi));
    }

    Churn ChurnIn(CalendarPeriod period) => shop.Customers.Tally(c => c.ChurnIn(period));

    // One row per stretch of spending: the spread between them is what the interval rests on.
    CustomerAcquisitionCost AcquisitionIn(CalendarPeriod period) => shop.Spend
        .Where(s => period.Contains(s.From.Local()))
        .GroupBy(s => (s.From, s.To))
        .Tally(g => new CustomerAcquisitionCost(g.Sum(s => s.Amount), shop.Customers.LongCount(c => c.Joined >= g.Key.From && c.Joined <= g.Key.To), "EUR", AcquisitionBasis.Blended));

    // Customers who did not order count too: their margin is 0.
    Segments<string, HistoricalCustomerValue> ValueIn(CalendarPeriod period)
    {
        Dictionary<string, decimal> margins = shop.Orders.Where(o => period.Contains(o.Date.Local())).GroupBy(o => o.Customer).ToDictionary(g => g.Key, g => g.Sum(o => o.Margin));
        return shop.Customers.Where(c => c.IsThereIn(period))
            .TallyBy(c => c.Plan, c => HistoricalCustomerValue.FromCustomers([margins.GetValueOrDefault(c.Id)], "EUR", CustomerValueBasis.Margin));
    }
}

static string SourceFile([CallerFilePath] string path = "") => path;

/// <summary>The scorecard's table: aligned, invariant, in colour on a terminal only.</summary>
internal static class Table
{
    private const string Format = "{0,-22}{1,13}  {2,-24}{3,7}  {4,12}  {5,-13}{6,-20}{7}";
    private static readonly bool InColour = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null;

    public static void Header()
    {
        Console.WriteLine(Format, "KPI", "value", "interval", "n", "change", "verdict", "best", "worst");
        Console.WriteLine(new string('-', 132));
    }

    public static void Row<TKpi>(string label, TKpi now, TKpi before, Segments<string, TKpi>? segments = null)
        where TKpi : struct, IKpi<TKpi>
    {
        KpiDefinition definition = TKpi.Definition;
        Estimate? estimate = now.Estimate();
        Change? change = now.ChangeFrom(before);
        KeyValuePair<string, TKpi>[] ranked = [.. segments?.BestFirst().Where(s => s.Value.Value is not null) ?? []];
        bool compares = ranked.Length > 1 && definition.Direction != KpiDirection.Neutral;
        string line = string.Format(
            CultureInfo.InvariantCulture,
            Format,
            label,
            now.ToString("V", CultureInfo.InvariantCulture),
            estimate is { Lower: { } lower, Upper: { } upper } ? $"{definition.Format(lower)} to {definition.Format(upper)}" : "-",
            estimate?.N.ToString(CultureInfo.InvariantCulture) ?? "0",
            change is { } c ? definition.FormatChange(c.Difference) : "-",
            Word(change?.Verdict),
            compares ? Segment(ranked[0]) : "-",
            compares ? Segment(ranked[^1]) : "-").TrimEnd();
        Console.WriteLine(InColour ? Colour(change?.Verdict) + line + "\u001b[0m" : line);
    }

    private static string Segment<TKpi>(KeyValuePair<string, TKpi> segment)
        where TKpi : struct, IKpi<TKpi> => $"{segment.Key} {TKpi.Definition.Format(segment.Value.Value!.Value)}";

    private static string Word(ChangeVerdict? verdict) => verdict switch
    {
        ChangeVerdict.Better => "better",
        ChangeVerdict.Worse => "worse",
        ChangeVerdict.Higher => "higher",
        ChangeVerdict.Lower => "lower",
        ChangeVerdict.NoEvidence => "no evidence",
        _ => "-",
    };

    private static string Colour(ChangeVerdict? verdict) => verdict switch
    {
        ChangeVerdict.Better => "\u001b[32m",
        ChangeVerdict.Worse => "\u001b[31m",
        _ => "",
    };
}

/// <summary>The shop's six files.</summary>
internal sealed class Shop
{
    public Shop(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new InvalidDataException($"there is no folder {folder}; dotnet run samples/generate-data.cs makes one");
        }

        Answers = Read<Answer>("answers.csv");
        Customers = Read<Customer>("customers.csv");
        Orders = Read<Order>("orders.csv");
        Sessions = Read<SessionDay>("sessions.csv");
        Calls = Read<CallRow>("calls.csv");
        Spend = Read<SpendRow>("spend.csv");
        Contacts = ContactLog.FromContacts(Calls, c => c.Customer, c => c.Started, Calls.Min(c => c.Started), Calls.Max(c => c.Started), c => c.Answered);

        T[] Read<T>(string file)
        {
            using StreamReader reader = new(Path.Combine(folder, file));
            using CsvReader csv = new(reader, new CsvConfiguration(CultureInfo.InvariantCulture));
            if (!csv.Read() || !csv.ReadHeader())
            {
                throw new InvalidDataException($"{file} is empty");
            }

            string[] known = [.. typeof(T).GetProperties().Select(p => ((NameAttribute?)Attribute.GetCustomAttribute(p, typeof(NameAttribute)))?.Names[0]).OfType<string>()];
            string[] odd = [.. csv.HeaderRecord!.Except(known), .. known.Except(csv.HeaderRecord!)];
            if (odd.Length > 0)
            {
                throw new InvalidDataException($"{file} must have the columns {string.Join(", ", known)}; unknown or missing: {string.Join(", ", odd)}");
            }

            try
            {
                T[] rows = [.. csv.GetRecords<T>()];
                return rows.Length > 0 ? rows : throw new InvalidDataException($"{file} has no rows");
            }
            catch (CsvHelperException error)
            {
                throw new InvalidDataException($"{file}, line {csv.Parser.Row}: {error.Message.Split('\n')[0].TrimEnd()}", error);
            }
        }
    }

    public Answer[] Answers { get; }

    public Customer[] Customers { get; }

    public Order[] Orders { get; }

    public SessionDay[] Sessions { get; }

    public CallRow[] Calls { get; }

    public SpendRow[] Spend { get; }

    public ContactLog Contacts { get; }
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

    public bool IsThereIn(CalendarPeriod period) => Joined.Local() <= period.End && !(Left?.Local() < period.Start);

    /// <summary>Only those present at the start can be lost here.</summary>
    public Churn ChurnIn(CalendarPeriod period) => Joined.Local() < period.Start && !(Left?.Local() < period.Start)
        ? new Churn(Left?.Local() <= period.End ? 1 : 0, 1, CalendarUnit.Month)
        : default;
}

internal sealed class Order
{
    [Name("date")] public DateOnly Date { get; set; }
    [Name("customer")] public string Customer { get; set; } = "";
    [Name("country")] public string Country { get; set; } = "";
    [Name("value_eur")] public decimal Value { get; set; }
    [Name("margin_eur")] public decimal Margin { get; set; }
}

internal sealed class SessionDay
{
    [Name("date")] public DateOnly Date { get; set; }
    [Name("device")] public string Device { get; set; } = "";
    [Name("sessions")] public long Count { get; set; }
    [Name("carts")] public long Carts { get; set; }
    [Name("purchases")] public long Purchases { get; set; }
}

internal sealed class CallRow
{
    [Name("time")] public DateTimeOffset Time { get; set; }
    [Name("queue")] public string Queue { get; set; } = "";
    [Name("customer")] public string Customer { get; set; } = "";
    [Name("outcome")] public string Outcome { get; set; } = "";
    [Name("wait_seconds")] public int WaitSeconds { get; set; }
    [Name("handle_seconds")] public int HandleSeconds { get; set; }

    public DateOnly Date => DateOnly.FromDateTime(Time.UtcDateTime);

    public Instant Started => Instant.FromDateTimeOffset(Time);

    public bool Answered => Outcome switch
    {
        "answered" => true,
        "abandoned" => false,
        _ => throw new InvalidDataException($"calls.csv: outcome must be answered or abandoned, but is {Outcome}"),
    };

    public QueuedContact Queued => Answered ? QueuedContact.Answered(Duration.FromSeconds(WaitSeconds)) : QueuedContact.Abandoned(Duration.FromSeconds(WaitSeconds));
}

internal sealed class SpendRow
{
    [Name("from")] public DateOnly From { get; set; }
    [Name("to")] public DateOnly To { get; set; }
    [Name("kind")] public string Kind { get; set; } = "";
    [Name("spend_eur")] public decimal Amount { get; set; }
}

internal static class Dates
{
    public static LocalDate Local(this DateOnly date) => LocalDate.FromDateOnly(date);
}
