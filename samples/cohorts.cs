#:project ../src/CxKpi/CxKpi.csproj
#:property PublishAot=false

// Who came back, when, and what they spent: cohorts and survival of a shop's orders.
//   dotnet run samples/cohorts.cs -- <folder>
// The folder holds online_retail_invoices/invoices.csv.gz: one row an invoice, with the columns invoice_time, is_cancellation, customer, sale_lines and
// sale_amount_gbp, such as Online Retail (D. Chen, UCI Machine Learning Repository, CC BY 4.0) added up by invoice.
// Exit code 0: done; 2: there is no such folder, or no such file in it, or it can't be read.

using System.Globalization;
using System.IO.Compression;
using CxKpi;
using NodaTime;

if (args is not [string folder])
{
    Console.Error.WriteLine("usage: dotnet run samples/cohorts.cs -- <folder of online_retail_invoices>");
    return 2;
}

string file = Path.Combine(folder, "online_retail_invoices", "invoices.csv.gz");
if (!File.Exists(file))
{
    Console.Error.WriteLine($"there is no file {file}");
    return 2;
}

Order[] orders;
try
{
    orders = [.. Read(file)];
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException or FormatException)
{
    Console.Error.WriteLine($"{file}: {error.Message}");
    return 2;
}

if (orders.Length == 0)
{
    Console.Error.WriteLine($"{file} holds no order of a known customer");
    return 2;
}

// The last month counts only when the orders reach its last day.
LocalDate today = orders.Max(order => order.Day);
CalendarPeriod month = CalendarPeriod.Containing(CalendarUnit.Month, today), lastComplete = today == month.End ? month : month.Plus(-1);

// Who ordered in the first month of the data had mostly ordered before it: only from the second month on are new customers new.
CalendarPeriod firstCohort = CalendarPeriod.Containing(CalendarUnit.Month, orders.Min(order => order.Day)).Plus(1);
if (firstCohort.CompareTo(lastComplete) > 0)
{
    Console.Error.WriteLine($"{file} holds no complete month after its first");
    return 2;
}

CohortTable<Retention> active = CohortTable.FromActivity(
    orders, order => order.Customer, order => order.Day, lastComplete, firstCohort: firstCohort);
Console.WriteLine(active.ToText());
if (active.Trend(1) is { } trend)
{
    Console.WriteLine($"Later cohorts one month on: {100 * trend.EffectSize:+0.0;-0.0} percentage points a month ({trend})");
}

// The wait for the second order, of which most customers of the last months have not seen the end. Two invoices of one day are one order.
(string Customer, LocalDate[] Days)[] fresh =
[
    .. orders.GroupBy(order => order.Customer)
        .Select(own => (Customer: own.Key, Days: own.Select(order => order.Day).Distinct().Order().ToArray()))
        .Where(own => own.Days[0] >= firstCohort.Start),
];
SurvivalCurve wait = SurvivalTally.FromTenures(
    fresh.Select(own => own.Days.Length > 1
        ? new Tenure(Days(own.Days[0], own.Days[1]), hasEnded: true)
        : new Tenure(Days(own.Days[0], today), hasEnded: false)),
    CalendarUnit.Day).Curve();
Console.WriteLine();
Console.WriteLine("The wait for the second order");
Console.WriteLine(wait.ToText());
RepeatPurchaseRate naive = RepeatPurchaseRate.FromOrders(fresh.SelectMany(own => own.Days, (own, _) => own.Customer));
Console.WriteLine($"Ordered again so far: {naive.Value:0.0%}, however long ago the first order was.");
foreach (int days in (int[])[30, 90, 180, 365])
{
    if (wait.At(days) is { } point)
    {
        Console.WriteLine($"Ordered again within {days} days: {1 - point.Survival:0.0%} ({1 - point.Upper:0.0%} to {1 - point.Lower:0.0%})");
    }
}

CohortTable<HistoricalCustomerValue> spent = CohortTable.FromOrders(
    orders, order => order.Customer, order => order.Day, order => order.Amount, lastComplete, currency: "GBP", firstCohort: firstCohort);
Console.WriteLine();
Console.WriteLine(spent.ToText());
Console.WriteLine(spent.ToTable().ToText());

return 0;

static double Days(LocalDate from, LocalDate to) => Period.DaysBetween(from, to);

// No cell holds a comma or a quote but the country, which stands between the columns that are read.
static IEnumerable<Order> Read(string file)
{
    using StreamReader text = new(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
    string[] columns = (text.ReadLine() ?? "").Split(',');
    int time = Column("invoice_time"), cancelled = Column("is_cancellation"), customer = Column("customer");
    int lines = columns.Length - Column("sale_lines"), amount = columns.Length - Column("sale_amount_gbp");
    while (text.ReadLine() is { } line)
    {
        string[] cells = line.Split(',');
        if (cells[customer].Length > 0 && cells[cancelled] == "0" && cells[^lines] != "0")
        {
            yield return new(
                cells[customer],
                LocalDate.FromDateTime(DateTime.Parse(cells[time], CultureInfo.InvariantCulture)),
                decimal.Parse(cells[^amount], CultureInfo.InvariantCulture));
        }
    }

    int Column(string name) => Array.IndexOf(columns, name) is >= 0 and var found ? found : throw new InvalidDataException($"there is no column {name}");
}

internal sealed record Order(string Customer, LocalDate Day, decimal Amount);
