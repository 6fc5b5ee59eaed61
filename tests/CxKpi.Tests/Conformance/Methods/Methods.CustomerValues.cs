using System.Globalization;
using CxKpi.Value;
using NodaTime.Text;

namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private const string Weekly = "(weeks = days/7, calibration end 1997-09-30, holdout end 1998-06-30, same-day orders merged)";

    private static IEnumerable<Method> CustomerValues =>
    [
        new("clv.rfm.rfm_summary", x => x.Has("log") ? SummaryOfLog(x) : SummaryOfFile(x)),
        new("clv.bgnbd.frequency_histogram", Histogram),
        new("clv.bgnbd.conditional_expectation_by_frequency", ByFrequency),
        new("clv.bgnbd.holdout_validation", Holdout),
        new("clv.bgnbd.expected_cumulative_repeat_transactions", Tracking),
        new("clv.bgnbd_gamma_gamma.customer_lifetime_value", x => Values(x)) { Information = ["clv_lifetimes_convention_1pct_4_345_weeks"] },
        Delta("clv.bgnbd.delta_se_expected_transactions", x => model => model.ExpectedPurchases(x.Number("t")), Amount),
        Delta("clv.bgnbd.delta_se_conditional_expected_transactions", x => model => model.ExpectedPurchases(History(x), x.Number("t")), Amount),
        Delta("clv.bgnbd.delta_se_p_alive", x => model => model.ProbabilityAlive(History(x)), (fit, figure) => fit.Probability(figure)),
    ];

    private static ModelPrediction Amount(FittedModel<BgNbd> fit, Func<BgNbd, double?> figure) => fit.Amount(figure);

    private static Method Delta(
        string name, Func<Inputs, Func<BgNbd, double?>> figureOf, Func<FittedModel<BgNbd>, Func<BgNbd, double?>, ModelPrediction> predict) => new(name, x =>
    {
        FittedModel<BgNbd> fit = Stated(x);
        Func<BgNbd, double?> figure = figureOf(x);
        ModelPrediction predicted = predict(fit, figure);
        return new Figures
        {
            ["value"] = predicted.Value,
            ["se"] = predicted.StandardError,
            ["gradient"] = DeltaMethod.LogGradient(fit.Model!, figure)!.Zip(fit.Model!.Parameters, (slope, value) => slope / value).ToArray(),
        };
    });

    /// <summary>The parameters and covariance that a vector states are those of a fit to the file that it names.</summary>
    private static FittedModel<BgNbd> Stated(Inputs inputs)
    {
        BgNbd model = OfBgNbd(inputs.Part("params"));
        double?[] covariance = [.. inputs.Rows("covariance").SelectMany(row => row).Select(value => (double?)value)];
        FittedModel<BgNbd> found = BgNbd.Fit(CustomerData.Histories(inputs.Text("fit_data")), CalendarUnit.Week);
        Agree(true, found.Parameters.Zip(model.Parameters).All(pair => Math.Abs(pair.First.Value / pair.Second - 1) < 1e-5));
        Agree(true, found.Covariance.Zip(covariance).All(pair => Math.Abs(pair.First!.Value / pair.Second!.Value - 1) < 1e-3));
        return new(FitOutcome.Converged, model, found.Customers)
        {
            Parameters = [.. model.Parameters.Select((value, i) => new FittedParameter(BgNbd.ParameterNames[i], value))],
            Covariance = covariance,
        };
    }

    private static Figures SummaryOfFile(Inputs inputs)
    {
        Agree(7, (int)inputs.Count("unit_days"));
        PurchaseHistories<string> histories = CustomerData.Log(inputs.Text("data"), Day(inputs, "calibration_end"), Day(inputs, "holdout_end"));
        IReadOnlyList<CustomerPurchases<string>> all = histories.Customers;
        return new()
        {
            ["customers"] = all.Count,
            ["sum_x"] = all.Sum(customer => customer.Frequency),
            ["sum_t_x"] = all.Sum(customer => customer.History.Recency),
            ["sum_T"] = all.Sum(customer => customer.History.Age),
            ["sum_x_star"] = all.Sum(customer => customer.HoldoutPurchases),
            ["sum_amt_star"] = all.Sum(customer => customer.HoldoutAmount),
            ["zero_repeaters"] = all.Count(customer => customer.Frequency == 0),
            ["sum_repeat_amount"] = all.Sum(customer => customer.RepeatAmount),
            ["first3"] = all.Take(3).Select(Summary).ToArray(),
            ["correlation_x_m"] = SpendIndependence.Of(histories.Spending).Pearson,
        };

        static double[] Summary(CustomerPurchases<string> x) =>
            [x.Frequency, x.History.Recency, x.History.Age, x.Spending.MeanAmount, x.HoldoutPurchases];
    }

    private static Figures SummaryOfLog(Inputs inputs)
    {
        Agree(1, (int)inputs.Count("unit_days"));
        PurchaseHistories<string> histories = PurchaseLog.Summarise(
            inputs.Cells("log"),
            row => row[0],
            row => LocalDatePattern.Iso.Parse(row[1]).Value,
            row => decimal.Parse(row[2], CultureInfo.InvariantCulture),
            CalendarUnit.Day,
            Day(inputs, "calibration_end"),
            Day(inputs, "holdout_end"));
        Figures figures = [];
        foreach (CustomerPurchases<string> customer in histories.Customers)
        {
            figures[customer.Customer] = new Figures
            {
                ["x"] = customer.Frequency,
                ["t_x"] = customer.History.Recency,
                ["T"] = customer.History.Age,
                ["mean_value"] = customer.Spending.MeanAmount,
                ["x_star"] = customer.HoldoutPurchases,
                ["amount_star"] = (double)customer.HoldoutAmount,
            };
        }

        Agree(inputs.Length(), figures.Count);
        return figures;
    }

    private static NodaTime.LocalDate Day(Inputs inputs, string name) => LocalDatePattern.Iso.Parse(inputs.Text(name)).Value;

    /// <summary>The log that a name describes: what it says of how it was read must be how it is read here.</summary>
    private static PurchaseHistories<string> Cdnow(Inputs inputs)
    {
        string[] parts = inputs.Text("data").Split(' ', 2);
        Agree(Weekly, parts[1]);
        return CustomerData.Log(parts[0], new(1997, 9, 30), new(1998, 6, 30));
    }

    private static Figures Histogram(Inputs inputs)
    {
        FrequencyFit fit = FrequencyFit.Of(OfBgNbd(inputs.Part("params")), Cdnow(inputs).Histories, (int)inputs.Count("censor"));
        return new()
        {
            ["actual"] = fit.Rows.Select(row => row.Customers).ToArray(),
            ["model"] = fit.Rows.Select(row => row.Expected).ToArray(),
            ["chi_square"] = fit.ChiSquare,
        };
    }

    private static Figures ByFrequency(Inputs inputs)
    {
        HoldoutValidation validation = Validated(inputs, (int)inputs.Count("censor"), out _);
        return new()
        {
            ["customers"] = validation.Rows.Select(row => row.Customers).ToArray(),
            ["actual_mean"] = validation.Rows.Select(row => row.Actual!.Value).ToArray(),
            ["model_mean"] = validation.Rows.Select(row => row.Expected!.Value).ToArray(),
        };
    }

    private static Figures Holdout(Inputs inputs)
    {
        HoldoutValidation validation = Validated(inputs, 7, out PurchaseHistories<string> histories);
        BgNbd model = OfBgNbd(inputs.Part("params"));
        PurchaseHistory[] first = [.. histories.Histories.Take(5)];
        return new()
        {
            ["actual_total"] = validation.ActualTotal,
            ["model_total"] = validation.ExpectedTotal,
            ["mae"] = validation.MeanAbsoluteError,
            ["rmse"] = validation.RootMeanSquaredError,
            ["bias"] = validation.Bias,
            ["pearson"] = validation.Correlation,
            ["mean_p_alive"] = validation.MeanProbabilityAlive,
            ["first5_cet"] = first.Select(history => model.ExpectedPurchases(history, inputs.Number("holdout_length"))).ToArray(),
            ["first5_p_alive"] = first.Select(history => model.ProbabilityAlive(history)).ToArray(),
        };
    }

    private static HoldoutValidation Validated(Inputs inputs, int most, out PurchaseHistories<string> histories)
    {
        histories = Cdnow(inputs);
        Agree(inputs.Number("holdout_length"), histories.HoldoutLength!.Value);
        return HoldoutValidation.Of(OfBgNbd(inputs.Part("params")), histories, most);
    }

    private static Figures Tracking(Inputs inputs)
    {
        Agree("first purchase time since cohort start, in model units", inputs.Text("birth_times"));
        Figures model = [], actual = [];
        foreach (TrackingPoint point in PurchaseTracking.Of(OfBgNbd(inputs.Part("params")), Cdnow(inputs), inputs.Numbers("at")))
        {
            string time = point.Time.ToString(CultureInfo.InvariantCulture);
            (model[time], actual[time]) = (point.Expected, point.Actual);
        }

        return new() { ["model"] = model, ["actual"] = actual };
    }

    private static Figures[] Values(Inputs inputs)
    {
        Agree("week", inputs.Text("unit"));
        Agree(365.25 / 12 / 7, inputs.Number("month_in_units"));
        BgNbd purchases = OfBgNbd(inputs.Part("transaction_params"));
        GammaGamma spend = Spending(inputs.Part("spend_params"));
        PurchaseHistories<string> histories = Cdnow(inputs);
        LifetimeValueOptions end = new() { Months = (int)inputs.Count("horizon_months"), AnnualDiscountRate = inputs.Number("annual_discount") };
        LifetimeValueOptions middle = end with { Timing = ValueTiming.MiddleOfMonth }, whole = end with { AnnualDiscountRate = 0 };
        IReadOnlyList<CustomerValue<string>> Of(LifetimeValueOptions options) => LifetimeValue.OfAll(purchases, spend, histories, options);
        IReadOnlyList<CustomerValue<string>> atEnd = Of(end), inMiddle = Of(middle), undiscounted = Of(whole);
        return
        [
            .. inputs.Expected("index").Select(index => index.GetInt32()).Select(i => new Figures
            {
                ["index"] = i,
                ["x"] = histories.Customers[i].Frequency,
                ["t_x"] = histories.Customers[i].History.Recency,
                ["T"] = histories.Customers[i].History.Age,
                ["mean_value"] = histories.Customers[i].Spending.MeanAmount,
                ["expected_mean_value"] = atEnd[i].ExpectedMeanAmount,
                ["clv_12m_annual10pct_end_of_month"] = atEnd[i].Value,
                ["clv_12m_annual10pct_mid_month"] = inMiddle[i].Value,
                ["clv_12m_undiscounted"] = undiscounted[i].Value,
            }),
        ];
    }
}
