#:project ../src/CxKpi/CxKpi.csproj
#:property PublishAot=false

// What will customers buy, and what are they worth? The purchases of CDNOW, from the raw rows to the ten most valuable customers:
//   dotnet run samples/customer-value.cs -- <folder>
// The folder has a subfolder cdnow with CDNOW_sample.txt: an id, another, the day, the number of discs and the amount, without a header. The data set of
// P. Fader and B. Hardie, "Forecasting repeat sales at CDNOW: a case study", Interfaces 31, 2001, is not part of this repository.
// Exit code 0: all fits are those published; 1: one differs; 2: the folder or the file is missing or can't be read.

using System.Globalization;
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

try
{
    LocalDatePattern days = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    IEnumerable<string[]> rows = File.ReadLines(Path.Combine(folder, "cdnow", "CDNOW_sample.txt"))
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    PurchaseHistories<string> customers = PurchaseLog.Summarise(
        rows,
        row => row[1],
        row => days.Parse(row[2]).GetValueOrThrow(),
        row => decimal.Parse(row[4], CultureInfo.InvariantCulture),
        CalendarUnit.Week,
        calibrationEnd: new LocalDate(1997, 9, 30),
        holdoutEnd: new LocalDate(1998, 6, 30));
    Console.WriteLine(customers);

    FittedModel<BgNbd> bg = BgNbd.Fit(customers);
    FittedModel<MbgNbd> mbg = MbgNbd.Fit(customers);
    FittedModel<ParetoNbd> pareto = ParetoNbd.Fit(customers);
    FittedModel<GammaGamma> spend = GammaGamma.Fit(customers.Spending);

    bool agree = true;
    agree &= Published("BG/NBD", bg.Parameters, [0.243, 4.414, 0.793, 2.426]);
    agree &= Published("MBG/NBD", mbg.Parameters, [0.525, 6.183, 0.891, 1.614]);
    agree &= Published("Pareto/NBD", pareto.Parameters, [0.553, 10.578, 0.606, 11.669]);
    agree &= Published("Gamma-Gamma", spend.Parameters, [6.25, 3.74, 15.44]);
    bool likely = Math.Abs(bg.LogLikelihood!.Value + 9582.4) < 0.05;
    agree &= likely;
    Console.WriteLine($"BG/NBD: log-likelihood {bg.LogLikelihood:0.0}; published -9582.4: {(likely ? "agrees" : "DIFFERS")}");

    Console.WriteLine();
    Console.WriteLine(ModelComparison.Of(
        ComparedModel.Of("BG/NBD", bg),
        ComparedModel.Of("MBG/NBD", mbg),
        ComparedModel.Of("Pareto/NBD", pareto)));

    Console.WriteLine();
    Console.WriteLine("repeat purchases in the calibration, and what BG/NBD says of them:");
    FrequencyFit past = FrequencyFit.Of(bg.Model!, customers.Histories);
    Console.WriteLine(past);
    Console.WriteLine($"chi-squared {past.ChiSquare:0.00}");

    Console.WriteLine();
    HoldoutValidation future = HoldoutValidation.Of(bg.Model!, customers);
    Console.WriteLine($"39 weeks later: {future}");
    Console.WriteLine($"  mean absolute error {future.MeanAbsoluteError:0.000}, root mean squared error {future.RootMeanSquaredError:0.000}");
    foreach (HoldoutRow row in future.Rows)
    {
        Console.WriteLine($"  {row}");
    }

    foreach (TrackingPoint point in PurchaseTracking.Of(bg.Model!, customers, [10, 39, 52, 78]))
    {
        Console.WriteLine($"  week {point}");
    }

    Console.WriteLine();
    Console.WriteLine($"purchases and amounts: {SpendIndependence.Of(customers.Spending)}");
    HoldoutValidation money = HoldoutValidation.Of(mbg.Model!, spend.Model!, customers);
    Console.WriteLine("dollars of a customer in the 39 weeks of the holdout, and what MBG/NBD with gamma-gamma expected:");
    foreach (HoldoutRow row in money.Rows)
    {
        Console.WriteLine($"  {row.Frequency}{(row.IsOpen ? "+" : "")} repeat purchases: {row.ActualAmount:0.00}, {row.ExpectedAmount:0.00} expected");
    }

    Console.WriteLine($"  all together: {money.ActualAmount:#,0}, {money.ExpectedAmount:#,0} expected");
    Console.WriteLine($"  the ten of whom most was expected: {money.Top!.Value.ActualAmount:#,0}, {money.Top.Value.ExpectedAmount:#,0} expected");

    LifetimeValueOptions year = new() { Months = 12, AnnualDiscountRate = 0.1, Currency = "USD" };
    Console.WriteLine();
    Console.WriteLine("the ten most valuable customers over the next 12 months by MBG/NBD, in revenue at 10 % a year:");
    double length = customers.HoldoutLength!.Value;
    IReadOnlyList<CustomerValue<string>> values = LifetimeValue.OfAll(mbg.Model!, spend.Model!, customers, year);
    foreach ((CustomerPurchases<string> customer, CustomerValue<string> value) in
        customers.Customers.Zip(values).OrderByDescending(x => x.Second.Value).Take(10))
    {
        ModelPrediction limits = LifetimeValue.Predict(mbg, spend, customer.History, customer.Spending, year);
        double? expected = mbg.Model!.ExpectedPurchases(customer.History, length) * spend.Model!.ExpectedMeanAmount(customer.Spending);
        Console.WriteLine($"  {customer.Customer}: {value.Value:0.00} {value.Currency} [{limits.Lower:0.00}, {limits.Upper:0.00}]");
        Console.WriteLine($"        of the holdout: {expected:0.00} expected, {customer.HoldoutAmount:0.00} spent");
        Console.WriteLine($"        alive with a probability of {value.ProbabilityAlive:0.000}; {customer.History}");
    }

    Console.WriteLine("The limits hold the uncertainty of the parameters only: neither the model's error nor what one customer does by chance is in them,");
    Console.WriteLine("nor that whoever is at the top is there partly by luck. The holdout shows how much that is.");
    return agree ? 0 : 1;
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException or UnparsableValueException or IndexOutOfRangeException)
{
    Console.Error.WriteLine($"cdnow: {error.Message}");
    return 2;
}

// Published figures are rounded, and some come from rounded times: half a percent is nearer than their standard errors by far.
static bool Published(string model, IReadOnlyList<FittedParameter> parameters, double[] published)
{
    bool agree = parameters.Zip(published).All(x => Math.Abs(x.First.Value / x.Second - 1) < 0.005);
    Console.WriteLine($"{model}: {string.Join(", ", parameters)}; published {string.Join(", ", published)}: {(agree ? "agrees" : "DIFFERS")}");
    return agree;
}
