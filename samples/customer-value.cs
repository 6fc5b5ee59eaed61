#:project ../src/CxKpi/CxKpi.csproj
#:property PublishAot=false

// Who comes back, and what are customers worth? Published purchases, from the raw rows to the ten most valuable customers with limits:
//   dotnet run samples/customer-value.cs -- <folder>
// The folder has a subfolder per data set, none of which is part of this repository; what is absent is named and passed over.
// - cdnow/CDNOW_sample.txt: an id, another, the day, the number of discs and the amount, without a header; and cdnow/donations.csv: frequency,recency,
//   periods and weights. P. Fader and B. Hardie, "Forecasting repeat sales at CDNOW: a case study", Interfaces 31, 2001; P. Fader, B. Hardie and J. Shang,
//   "Customer-base analysis in a discrete-time noncontractual setting", Marketing Science 29, 2010.
// - online_retail_invoices/invoices.csv.gz: one row an invoice, with the columns invoice_time, is_cancellation, customer, sale_lines, net_amount_gbp and
//   others; such as Online Retail (D. Chen, UCI Machine Learning Repository, CC BY 4.0) added up by invoice.
// Exit code 0: all fits are those published; 1: one differs; 2: the folder or a file is missing or can't be read.

using System.Globalization;
using System.IO.Compression;
using CxKpi;
using CxKpi.Value;
using NodaTime;
using NodaTime.Text;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is not [string folder] || !Directory.Exists(folder))
{
    Console.Error.WriteLine(args is [string given]
        ? $"there is no folder {given}; the data sets are not part of this repository"
        : "usage: dotnet run samples/customer-value.cs -- <folder of the data sets>");
    return 2;
}

(string Name, Func<bool> Tell)[] dataSets =
[
    ("cdnow", () => Discs(Path.Combine(folder, "cdnow", "CDNOW_sample.txt"))),
    ("donations", () => Donations(Path.Combine(folder, "cdnow", "donations.csv"))),
    ("online_retail_invoices", () => Gifts(Path.Combine(folder, "online_retail_invoices", "invoices.csv.gz"))),
];
bool agree = true, complete = true;
foreach ((string name, Func<bool> tell) in dataSets)
{
    try
    {
        agree &= tell();
    }
    catch (Exception error) when (error is IOException
        or UnauthorizedAccessException
        or InvalidDataException
        or FormatException
        or UnparsableValueException
        or IndexOutOfRangeException)
    {
        Console.Error.WriteLine($"{name}: {error.Message}");
        complete = false;
    }
}

return !agree ? 1 : complete ? 0 : 2;

// A shop of discs: customers who were new in the first quarter of 1997, watched for nine months, and nine more to see what came of it.
static bool Discs(string file)
{
    LocalDatePattern days = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    IEnumerable<string[]> rows = File.ReadLines(file).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    PurchaseHistories<string> customers = PurchaseLog.Summarise(
        rows,
        row => row[1],
        row => days.Parse(row[2]).GetValueOrThrow(),
        row => decimal.Parse(row[4], CultureInfo.InvariantCulture),
        CalendarUnit.Week,
        calibrationEnd: new LocalDate(1997, 9, 30),
        holdoutEnd: new LocalDate(1998, 6, 30));
    Headline($"Discs: {customers}");

    FittedModel<BgNbd> bg = BgNbd.Fit(customers);
    FittedModel<MbgNbd> mbg = MbgNbd.Fit(customers);
    FittedModel<ParetoNbd> pareto = ParetoNbd.Fit(customers);
    FittedModel<GammaGamma> spend = GammaGamma.Fit(customers.Spending);

    bool agree = true;
    agree &= Published("BG/NBD", bg.Parameters, [0.243, 4.414, 0.793, 2.426]);
    agree &= Published("MBG/NBD", mbg.Parameters, [0.525, 6.183, 0.891, 1.614]);
    agree &= Published("Pareto/NBD", pareto.Parameters, [0.553, 10.578, 0.606, 11.669]);
    agree &= Published("Gamma-Gamma", spend.Parameters, [6.25, 3.74, 15.44]);
    bool likely = Math.Abs((bg.LogLikelihood ?? 0) + 9582.4) < 0.05;
    agree &= likely;
    Console.WriteLine($"BG/NBD: log-likelihood {bg.LogLikelihood:0.0}; published -9582.4: {(likely ? "agrees" : "DIFFERS")}");
    Compared(bg, mbg, pareto);
    if (bg.Model is not { } model)
    {
        return false;
    }

    Console.WriteLine();
    Console.WriteLine("repeat purchases in the calibration, and what BG/NBD says of them:");
    FrequencyFit past = FrequencyFit.Of(model, customers.Histories);
    Console.WriteLine(past);
    Console.WriteLine($"chi-squared {past.ChiSquare:0.00}");

    Console.WriteLine();
    HoldoutValidation future = HoldoutValidation.Of(model, customers);
    Console.WriteLine($"39 weeks later: {future}");
    Console.WriteLine($"  mean absolute error {future.MeanAbsoluteError:0.000}, root mean squared error {future.RootMeanSquaredError:0.000}");
    foreach (HoldoutRow row in future.Rows)
    {
        Console.WriteLine($"  {row}");
    }

    foreach (TrackingPoint point in PurchaseTracking.Of(model, customers, [10, 39, 52, 78]))
    {
        Console.WriteLine($"  week {point}");
    }

    MostValuable(mbg, spend, customers, "USD");
    return agree;
}

// Donors of 1995, who could give again in each of six years.
static bool Donations(string file)
{
    FittedModel<BgBb> fit = BgBb.Fit(File.ReadLines(file)
        .Skip(1)
        .Select(line => Array.ConvertAll(line.Split(','), cell => int.Parse(cell, CultureInfo.InvariantCulture)))
        .Select(row => new PurchaseHistory(row[0], row[1], row[2], customers: row[3])), CalendarUnit.Year);
    Headline($"Donations: {fit.Customers:#,0} donors");
    bool agree = Published("BG/BB", fit.Parameters, [1.204, 0.750, 0.657, 2.783]);
    Console.WriteLine($"gifts of a donor in the next five years: {fit.Amount(model => model.ExpectedPurchases(new(6, 6, 6), 5))} after six of six,"
        + $" {fit.Amount(model => model.ExpectedPurchases(new(1, 1, 6), 5))} after one, six years ago");
    return agree;
}

// A shop of gifts that sells to resellers too: cohorts, the wait for the second order, who brings the revenue, and what the new customers will be worth.
static bool Gifts(string file)
{
    Order[] all = [.. Read(file).OrderBy(order => order.Time)];
    LocalDate today = all.Length > 0 ? all[^1].Day : throw new InvalidDataException($"{file} holds no order of a known customer");
    Headline($"Gifts: {all.Length:#,0} invoices and cancellations from {all[0].Day:uuuu-MM-dd} to {today:uuuu-MM-dd}");

    RevenueConcentration revenue = RevenueConcentration.FromOrders(all.Select(order => (order.Customer, order.Amount)), "GBP");
    Console.WriteLine($"Cancellations taken off, the best 10% of {revenue.N:#,0} customers bring {Percent(revenue.TopShare(0.1))}, Gini {revenue.Gini()}.");
    Console.WriteLine($"Half of the customers brought {revenue.Percentile(0.5)} or less, the one who brought most {revenue.Amounts[^1]:#,0} GBP.");
    if (revenue.TopShare() is { } share && share.Flags.HasFlag(EstimateFlags.Skewed))
    {
        Console.WriteLine("Shares and Gini have limits that are too narrow: a few resellers are so large that the next one may change both.");
    }

    (LocalDate Last, long Orders, decimal Spent)[] buyers =
    [
        .. all.Where(order => order.Amount > 0)
            .GroupBy(order => order.Customer)
            .Select(own => (own.Last().Day, own.LongCount(), own.Sum(order => order.Amount))),
    ];
    RfmBands thirds = RfmBands.From(buyers, today, bands: 3);
    var best = buyers.Where(buyer => thirds.ScoreOf(buyer.Last, buyer.Orders, buyer.Spent) is { Recency: 3, Frequency: 3, Monetary: 3 }).ToArray();
    Console.WriteLine($"Thirds of the customers: {thirds}.");
    Console.WriteLine($"Highest in all three: {best.Length:#,0} customers, who brought {best.Sum(b => b.Spent) / buyers.Sum(b => b.Spent):0.0%} of the sales.");

    // The last month counts only when the orders reach its last day. Who ordered in the first month of the data had mostly ordered before it, and whose
    // first row is a cancellation surely had: neither is a new customer.
    CalendarPeriod month = CalendarPeriod.Containing(CalendarUnit.Month, today), lastComplete = today == month.End ? month : month.Plus(-1);
    CalendarPeriod firstCohort = CalendarPeriod.Containing(CalendarUnit.Month, all[0].Day).Plus(1);
    if (firstCohort.CompareTo(lastComplete) > 0)
    {
        throw new InvalidDataException($"{file} holds no complete month after its first");
    }

    IGrouping<string, Order>[] known = [.. all.GroupBy(order => order.Customer).Where(own => own.First().Amount > 0)];
    Order[] orders = [.. known.SelectMany(own => own)], fresh = [.. known.Where(own => own.First().Day >= firstCohort.Start).SelectMany(own => own)];
    Console.WriteLine();
    Console.WriteLine($"From here on without {revenue.N - known.Length:#,0} customers whose first row is a cancellation: they had bought before that.");
    CohortTable<Retention> active = CohortTable.FromActivity(
        orders.Where(order => order.Amount > 0), order => order.Customer, order => order.Day, lastComplete, firstCohort: firstCohort);
    Console.WriteLine(active.ToText());
    if (active.Trend(1) is { } trend)
    {
        Console.WriteLine($"Later cohorts one month on: {100 * trend.EffectSize:+0.0;-0.0} percentage points a month ({trend})");
    }

    SecondOrder(fresh, today);
    CohortTable<HistoricalCustomerValue> spent = CohortTable.FromOrders(
        orders, order => order.Customer, order => order.Day, order => order.Amount, lastComplete, currency: "GBP", firstCohort: firstCohort);
    Console.WriteLine();
    Console.WriteLine(spent.ToText());
    Console.WriteLine(spent.ToTable().ToText());
    Console.WriteLine("The last ages rest on the first cohorts alone: beside them stand the rows of those cohorts.");

    // The models see the new customers up to the end of the month three complete months before the last; what follows shows whether they hold.
    PurchaseHistories<string> customers = PurchaseLog.Summarise(
        fresh.OrderBy(order => order.Time),
        order => order.Customer,
        order => order.Day,
        order => order.Amount,
        CalendarUnit.Week,
        calibrationEnd: lastComplete.Plus(-3).End,
        holdoutEnd: today);
    Headline($"Gifts, the new customers: {customers}");
    FittedModel<MbgNbd> mbg = MbgNbd.Fit(customers);
    Console.WriteLine($"MBG/NBD: {mbg}");
    if (mbg.Limits.Contains(ModelLimit.NoDropout))
    {
        Console.WriteLine("In so short a time nobody is seen to leave for good, and the three models are one. A year ahead is further than the data reach.");
    }

    Compared(BgNbd.Fit(customers), mbg, ParetoNbd.Fit(customers));
    Console.WriteLine();
    Console.WriteLine("Resellers and people are two kinds of customers, where gamma-gamma knows one: no correlation shows that, but the holdout may.");
    MostValuable(mbg, GammaGamma.Fit(customers.Spending), customers, "GBP");
    Console.WriteLine("The models know no season, and this holdout lies before Christmas: take the list for an order, not for amounts.");
    return true;
}

// The wait for the second order, of which most customers of the last months have not seen the end. Two invoices of one day are one order.
static void SecondOrder(Order[] orders, LocalDate today)
{
    (string Customer, LocalDate[] Days)[] customers =
    [
        .. orders.Where(order => order.Amount > 0)
            .GroupBy(order => order.Customer)
            .Select(own => (own.Key, own.Select(order => order.Day).Distinct().Order().ToArray())),
    ];
    SurvivalCurve curve = SurvivalTally.FromTenures(
        customers.Select(own => own.Days.Length > 1
            ? new Tenure(Period.DaysBetween(own.Days[0], own.Days[1]), hasEnded: true)
            : new Tenure(Period.DaysBetween(own.Days[0], today), hasEnded: false)),
        CalendarUnit.Day).Curve();
    SurvivalCurve wait = curve with { EventName = "ordered again", View = SurvivalView.Incidence };
    Console.WriteLine();
    Console.WriteLine(wait.ToText());
    RepeatPurchaseRate naive = RepeatPurchaseRate.FromOrders(customers.SelectMany(own => own.Days, (own, _) => own.Customer));
    Console.WriteLine($"Ordered again so far: {naive.Value:0.0%}, however long ago the first order was.");
    foreach (int days in (int[])[30, 90, 180, 365])
    {
        if (wait.IncidenceAt(days) is { } again)
        {
            Console.WriteLine($"Ordered again within {days} days: {again.Value:0.0%} ({again.Lower:0.0%} to {again.Upper:0.0%})");
        }
    }
}

static void Compared(FittedModel<BgNbd> bg, FittedModel<MbgNbd> mbg, FittedModel<ParetoNbd> pareto)
{
    Console.WriteLine();
    Console.WriteLine(ModelComparison.Of(
        ComparedModel.Of("BG/NBD", bg),
        ComparedModel.Of("MBG/NBD", mbg),
        ComparedModel.Of("Pareto/NBD", pareto)));
}

// Whether the models may be believed, and then the ten customers of whom they expect most.
static void MostValuable(FittedModel<MbgNbd> purchases, FittedModel<GammaGamma> spend, PurchaseHistories<string> customers, string currency)
{
    Console.WriteLine();
    SpendIndependence independence = SpendIndependence.Of(customers.Spending);
    Console.WriteLine($"purchases and amounts: {independence}");
    Console.WriteLine(independence.IsDoubtful
        ? "  DOUBTFUL: amounts go with the number of purchases, and gamma-gamma supposes that they do not"
        : "  below 0.3, which is taken to be weak enough for gamma-gamma: it supposes that amounts do not go with the number of purchases");
    if (purchases.Model is not { } model || spend.Model is not { } amounts)
    {
        Console.WriteLine($"no values: the models of purchases and amounts ended with {purchases.Outcome} and {spend.Outcome}");
        return;
    }

    HoldoutValidation money = HoldoutValidation.Of(model, amounts, customers);
    Console.WriteLine($"{currency} of a customer in the {customers.HoldoutLength:0} weeks of the holdout, and what MBG/NBD with gamma-gamma expected:");
    foreach (HoldoutRow row in money.Rows)
    {
        Console.WriteLine($"  {row.Frequency}{(row.IsOpen ? "+" : "")} repeat purchases: {row.ActualAmount:0.00}, {row.ExpectedAmount:0.00} expected");
    }

    Console.WriteLine($"  all together: {money.ActualAmount:#,0}, {money.ExpectedAmount:#,0} expected");
    Console.WriteLine($"  for {money.ActualTotal:#,0} purchases, {money.ExpectedTotal:#,0} expected");
    Console.WriteLine($"  the ten of whom most was expected: {money.Top!.Value.ActualAmount:#,0}, {money.Top.Value.ExpectedAmount:#,0} expected");

    LifetimeValueOptions year = new() { Months = 12, AnnualDiscountRate = 0.1, Currency = currency };
    Console.WriteLine();
    double length = customers.HoldoutLength!.Value;
    CustomerValues<string> values = LifetimeValue.OfAll(model, amounts, customers, year);
    Console.WriteLine($"the ten most valuable customers over the 12 months after {values.AsOf:uuuu-MM-dd} by MBG/NBD, in revenue at 10 % a year, {currency}");
    Console.WriteLine("(for the months from today on, summarise the log without a holdout, fit again, and value):");
    (CustomerPurchases<string> Customer, CustomerValue<string> Value)[] first =
        [.. customers.Customers.Zip(values).OrderByDescending(x => x.Second.Value).Take(10)];
    foreach ((CustomerPurchases<string> customer, CustomerValue<string> value) in first)
    {
        double? expected = model.ExpectedPurchases(customer.History, length) * amounts.ExpectedMeanAmount(customer.Spending);
        ModelPrediction limits = LifetimeValue.Predict(purchases, spend, customer.History, customer.Spending, year);
        Console.WriteLine($"  {customer.Customer}: {(limits.Lower is null ? $"{value.Value:#,0}, no limits" : limits.ToString())}");
        Console.WriteLine($"        of the holdout: {expected:0.00} expected, {customer.HoldoutAmount:0.00} spent");
        Console.WriteLine($"        alive with a probability of {value.ProbabilityAlive:0.000}; {customer.History}");
    }

    if (purchases.Outcome == FitOutcome.AtLimit)
    {
        // A fit for each draw of the customers, which takes seconds; what they spend at a time stays as it was fitted.
        CustomerPurchases<string> top = first[0].Customer;
        ModelPrediction drawn = ModelBootstrap.Predict(
            customers.Histories,
            sample => MbgNbd.Fit(sample, customers.Unit),
            fitted => LifetimeValue.Of(fitted, amounts, top.History, top.Spending, year),
            resamples: 100);
        Console.WriteLine($"With a parameter at its limit there are no limits. Those of {top.Customer} by drawing the customers anew, what they spend"
            + $" at a time held as it was fitted: {drawn}.");
    }

    Console.WriteLine("The limits hold the uncertainty of the parameters only: neither the model's error nor what one customer does by chance is in them,");
    Console.WriteLine("nor that whoever is at the top is there partly by luck. The holdout shows how much that is.");
}

// Published figures are rounded, and some come from rounded times: half a percent is nearer than their standard errors by far.
static bool Published(string model, IReadOnlyList<FittedParameter> parameters, double[] published)
{
    bool agree = parameters.Count == published.Length && parameters.Zip(published).All(x => Math.Abs(x.First.Value / x.Second - 1) < 0.005);
    Console.WriteLine($"{model}: {string.Join(", ", parameters)}; published {string.Join(", ", published)}: {(agree ? "agrees" : "DIFFERS")}");
    return agree;
}

static void Headline(string text) => Console.WriteLine($"{Environment.NewLine}== {text}{Environment.NewLine}");

static string Percent(Estimate? share) => $"{share?.Value:0.0%} [{share?.Lower:0.0%}, {share?.Upper:0.0%}]";

// Sales of known customers and their cancellations, whose amount is negative. No cell holds a comma or a quote.
static IEnumerable<Order> Read(string file)
{
    using StreamReader text = new(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
    string[] columns = (text.ReadLine() ?? "").Split(',');
    int time = Column("invoice_time"), cancelled = Column("is_cancellation"), customer = Column("customer");
    int lines = columns.Length - Column("sale_lines"), amount = columns.Length - Column("net_amount_gbp");
    while (text.ReadLine() is { } line)
    {
        string[] cells = line.Split(',');
        if (cells[customer].Length > 0 && (cells[cancelled] == "1" || cells[^lines] != "0"))
        {
            yield return new(
                cells[customer],
                LocalDateTime.FromDateTime(DateTime.Parse(cells[time], CultureInfo.InvariantCulture)),
                decimal.Parse(cells[^amount], CultureInfo.InvariantCulture));
        }
    }

    int Column(string name) => Array.IndexOf(columns, name) is >= 0 and var found ? found : throw new InvalidDataException($"there is no column {name}");
}

internal sealed record Order(string Customer, LocalDateTime Time, decimal Amount)
{
    public LocalDate Day => Time.Date;
}
