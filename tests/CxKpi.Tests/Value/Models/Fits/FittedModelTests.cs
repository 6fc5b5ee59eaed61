using System.Text.Json;
using System.Text.Json.Nodes;
using CxKpi.Value;

namespace CxKpi.Tests.Value;

/// <summary>Customers of whom little or nothing can be learnt.</summary>
public class FittedModelTests
{
    /// <summary>A fit that converged.</summary>
    internal static FittedModel<MbgNbd> Plain { get; } =
        MbgNbd.Fit(SomePurchases.Simulated(800, [0.8, 6, 0.9, 3], early: true, seed: 4), CalendarUnit.Week);

    public static TheoryData<string, PurchaseHistory[], FitOutcome> Refused => new()
    {
        { "no customers", [], FitOutcome.NoCustomers },
        { "no customer in a row", [default, new(2, 3, 4, customers: 0)], FitOutcome.NoCustomers },
        { "nobody returns", [new(0, 0, 30), new(0, 0, 20), new(0, 0, 0)], FitOutcome.NobodyReturned },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Fit_OfCustomersWhoSayNothing_HasNoModel(string customers, PurchaseHistory[] histories, FitOutcome outcome)
    {
        Assert.NotEmpty(customers);
        Nothing(BgNbd.Fit(histories, CalendarUnit.Week), outcome);
        Nothing(MbgNbd.Fit(histories, CalendarUnit.Week), outcome);
        Nothing(ParetoNbd.Fit(histories, CalendarUnit.Week), outcome);
        Nothing(BgBb.Fit(histories, CalendarUnit.Year), outcome);
    }

    [Fact]
    public void Fit_OfCustomersWhoNeverLeave_IsAtTheLimitOfNoDropout()
    {
        // Everybody buys until the end: what can't be seen is leaving.
        PurchaseHistory[] loyal = [.. Enumerable.Range(1, 60).Select(i => new PurchaseHistory(i % 11 + 3, 38 - i % 3 * 0.5, 39))];

        Limited(BgNbd.Fit(loyal, CalendarUnit.Week), ModelLimit.NoDropout);
        Limited(MbgNbd.Fit(loyal, CalendarUnit.Week), ModelLimit.NoDropout);
        Limited(ParetoNbd.Fit(loyal, CalendarUnit.Week), ModelLimit.NoDropout);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    public void Fit_OfCustomersWhoAreAllAlike_IsAtLimits(long customers)
    {
        PurchaseHistory[] alike = [new(3, 20, 39, customers)];

        Assert.Contains(ModelLimit.EqualPurchaseRates, Limited(BgNbd.Fit(alike, CalendarUnit.Week)));
        Assert.Contains(ModelLimit.EqualPurchaseRates, Limited(MbgNbd.Fit(alike, CalendarUnit.Week)));
        Assert.Contains(ModelLimit.EqualPurchaseRates, Limited(ParetoNbd.Fit(alike, CalendarUnit.Week)));
    }

    [Fact]
    public void Fit_OfSevenCustomers_SaysWhatItCannotTell()
    {
        PurchaseHistory[] seven = [new(2, 30, 39), new(1, 2, 39), new(0, 0, 39), new(0, 0, 38), new(5, 33, 37), new(0, 0, 36), new(1, 12, 35)];
        FittedModel<BgNbd> fit = BgNbd.Fit(seven, CalendarUnit.Week);

        Assert.Equal(FitOutcome.AtLimit, fit.Outcome);
        Assert.NotEmpty(fit.Limits);
        Assert.Contains(fit.Parameters, parameter => parameter is { IsAtLimit: true, StandardError: null });
        Assert.InRange(fit.Model!.ProbabilityAlive(seven[0]), 0, 1);
    }

    public static TheoryData<PurchaseHistory[]> Extreme => new()
    {
        new PurchaseHistory[] { new(1_000_000_000, 1e-12, 1e-12) },
        new PurchaseHistory[] { new(1, 1e-12, 1e-12), new(0, 0, 1e12), new(1, 1e12, 1e12, customers: long.MaxValue / 4) },
        new PurchaseHistory[] { new(1, 1, 1), new(100_000, 1, 1), new(3, 1e-9, 1) },
        new PurchaseHistory[] { new(1, 1e-12, 1), new(2, 0.5, 1e6), new(0, 0, 0) },
    };

    [Theory]
    [MemberData(nameof(Extreme))]
    public void Fit_OfExtremeHistories_EndsInAnOutcome(PurchaseHistory[] histories)
    {
        foreach ((FitOutcome outcome, bool hasModel, double? likelihood) in new[]
        {
            Ended(BgNbd.Fit(histories, CalendarUnit.Day)),
            Ended(MbgNbd.Fit(histories, CalendarUnit.Day)),
            Ended(ParetoNbd.Fit(histories, CalendarUnit.Day)),
        })
        {
            Assert.True(Enum.IsDefined(outcome));
            Assert.Equal(hasModel, likelihood is not null);
        }

        static (FitOutcome, bool, double?) Ended<TModel>(FittedModel<TModel> fit)
            where TModel : class, IValueModel<TModel>
        {
            ComesBack(fit);
            return (fit.Outcome, fit.Model is not null, fit.LogLikelihood);
        }
    }

    [Fact]
    public void Fit_OfOnePurchaseAmongMany_IsFinite()
    {
        PurchaseHistory[] one = [new(0, 0, 39, customers: 999), new(1, 3, 39)];

        foreach (ModelPrediction prediction in new[]
        {
            BgNbd.Fit(one, CalendarUnit.Week).Amount(model => model.ExpectedPurchases(one[1], 12)),
            MbgNbd.Fit(one, CalendarUnit.Week).Amount(model => model.ExpectedPurchases(one[1], 12)),
            ParetoNbd.Fit(one, CalendarUnit.Week).Amount(model => model.ExpectedPurchases(one[1], 12)),
        })
        {
            Assert.InRange(prediction.Value!.Value, 0, 12);
        }
    }

    [Fact]
    public void Fit_OfSimulatedCustomers_FindsTheirParameters()
    {
        double[] truth = [0.8, 6, 0.9, 3];
        FittedModel<BgNbd> fit = BgNbd.Fit(SomePurchases.Simulated(20_000, truth, early: false, seed: 5), CalendarUnit.Week);
        FittedModel<MbgNbd> early = MbgNbd.Fit(SomePurchases.Simulated(20_000, truth, early: true, seed: 6), CalendarUnit.Week);

        Assert.All(truth.Zip(fit.Parameters), x => Assert.InRange((x.Second.Value - x.First) / x.Second.StandardError!.Value, -3.5, 3.5));
        Assert.All(truth.Zip(early.Parameters), x => Assert.InRange((x.Second.Value - x.First) / x.Second.StandardError!.Value, -3.5, 3.5));
        Assert.InRange(fit.Iterations, 0, 12);
        Assert.InRange(fit.GradientNorm!.Value, 0, 1e-8);
    }

    [Fact]
    public void Json_WithACovarianceOfOtherParameters_Throws()
    {
        string json = JsonSerializer.Serialize(ShiftedBetaGeometric.Fit([new(1000, [950, 893, 830, 763])]));
        string wrong = json.Replace("\"Covariance\":[", "\"Covariance\":[0,", StringComparison.Ordinal);

        Assert.NotEqual(json, wrong);
        Assert.Contains(
            "Covariance must have 1 figures or none, but has 2",
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<FittedModel<ShiftedBetaGeometric>>(wrong)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Parameters", 0, "Value", 9, "Parameters must be those of the Model, which has ")]
    [InlineData("Parameters", 1, "StandardError", 9, "Covariance must be the square of the standard error, 81 at 5; got ")]
    [InlineData("Parameters", 1, "StandardError", null, "Covariance must have no figure without a standard error, none at 1; got ")]
    [InlineData("Covariance", 5, null, 9, "Covariance must be the square of the standard error, ")]
    [InlineData("Covariance", 1, null, 9, "Covariance must be the same both ways, ")]
    [InlineData("Covariance", 1, null, null, "Covariance must be the same both ways, ")]
    [InlineData("Iterations", -1, null, null, "Iterations must not be negative; got -1")]
    [InlineData("GradientNorm", -1, null, null, "GradientNorm must not be negative; got -1")]
    [InlineData("Model", -1, null, null, "Parameters must be the 0 of the Model; got 4")]
    public void Json_ThatContradictsItself_IsRefused(string member, int at, string? part, object? stated, string rule)
    {
        JsonNode json = JsonSerializer.SerializeToNode(Plain)!;
        if (at < 0)
        {
            json[member] = member == "Model" ? null : at;
        }
        else if (part is null)
        {
            json[member]![at] = JsonSerializer.SerializeToNode(stated);
        }
        else
        {
            json[member]![at]![part] = JsonSerializer.SerializeToNode(stated);
        }

        Assert.StartsWith(rule, Assert.Throws<JsonException>(() => json.Deserialize<FittedModel<MbgNbd>>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_OfRoundedErrors_ComesBack()
    {
        JsonNode json = JsonSerializer.SerializeToNode(Plain)!;
        json["Parameters"]![0]!["StandardError"] = (1 + 1e-6) * Plain.Parameters[0].StandardError!.Value;
        json["Covariance"]![0] = (1 - 5e-7) * Plain.Covariance[0]!.Value;

        Assert.Equal(Plain.Model, json.Deserialize<FittedModel<MbgNbd>>()!.Model);
    }

    [Fact]
    public void Parameter_AsText_HasNoExponentAndTheSignsOfTheLanguage()
    {
        FittedParameter parameter = new("\u03B1", 12_345.6, 0.000_123_4);

        Assert.Equal("\u03B1 = 12,345.60000 \u00B1 0.00012", parameter.ToString());
        Assert.Equal("\u03B1 = 12.345,60000 \u00B1 0,00012", parameter.ToString(ReportLanguage.German));
        FittedModel<ShiftedBetaGeometric> one = ShiftedBetaGeometric.Fit([new(1000, [950, 893, 830, 763])]);
        Assert.Contains("0,0645", one.ToString(ReportLanguage.French), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.66812345, 0.1, "p = 0.67 \u00B1 0.10")]
    [InlineData(4.4135315612, 0.378221, "p = 4.41 \u00B1 0.38")]
    [InlineData(0.2425929072, 0.012557, "p = 0.243 \u00B1 0.013")]
    [InlineData(11.6679112379, 6.211029, "p = 11.7 \u00B1 6.2")]
    [InlineData(5, 0.0996, "p = 5.00 \u00B1 0.10")]
    [InlineData(5, 0.0994, "p = 5.000 \u00B1 0.099")]
    [InlineData(0.6681, 134.2, "p = 0.67 \u00B1 134")]
    [InlineData(123_456.7, 4321, "p = 123,457 \u00B1 4,321")]
    [InlineData(2, 0, "p = 2.0 \u00B1 0")]
    public void Parameter_AsText_GoesToTheSecondDigitOfItsStandardError(double value, double error, string text) =>
        Assert.Equal(text, new FittedParameter("p", value, error).ToString());

    [Fact]
    public void Parameter_AtALimit_SaysSo()
    {
        Assert.Equal("p = 0.6681", new FittedParameter("p", 0.66812345).ToString());
        Assert.Equal("p = 1,202,604 (at its limit)", new FittedParameter("p", 1_202_604.28, isAtLimit: true).ToString());
    }

    [Fact]
    public void Fit_OfALog_TakesItsUnitAndRefusesAnother()
    {
        PurchaseHistories<string> log = PurchaseLogTests.Of(
            Enumerable.Range(0, 60).SelectMany(i => new[] { ($"{i}", 1 + i % 7, 9m), ($"{i}", 9 + i % 20, 9m) }));

        Assert.Equal((CalendarUnit.Day, BgNbd.Fit(log.Histories, CalendarUnit.Day)), (BgNbd.Fit(log).Model!.Unit, BgNbd.Fit(log)));
        Assert.Equal((CalendarUnit.Day, MbgNbd.Fit(log.Histories, CalendarUnit.Day)), (MbgNbd.Fit(log).Model!.Unit, MbgNbd.Fit(log)));
        Assert.Equal((CalendarUnit.Day, ParetoNbd.Fit(log.Histories, CalendarUnit.Day)), (ParetoNbd.Fit(log).Model!.Unit, ParetoNbd.Fit(log)));
        Assert.Throws<ArgumentException>("unit", () => MbgNbd.Fit(log.Histories, CalendarUnit.Week));
        Assert.Throws<ArgumentException>("unit", () => ParetoNbd.Fit(log.Histories, CalendarUnit.Week));
        ArgumentException error = Assert.Throws<ArgumentException>("unit", () => BgNbd.Fit(log.Histories, CalendarUnit.Week));
        Assert.Contains("which is Day, but is Week", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Criteria_FollowFromTheLikelihood()
    {
        FittedModel<BgNbd> fit = BgNbd.Fit(SomePurchases.Simulated(500, [0.8, 6, 0.9, 3], early: false, seed: 5), CalendarUnit.Week);

        Assert.Equal(8 - 2 * fit.LogLikelihood, fit.Aic);
        Assert.Equal(4 * Math.Log(500) - 2 * fit.LogLikelihood, fit.Bic);
        Assert.Null(BgNbd.Fit([], CalendarUnit.Week).Aic);
    }

    [Fact]
    public void Predictions_OfAFitWithoutModel_HaveNoFigure()
    {
        ModelPrediction none = BgNbd.Fit([], CalendarUnit.Week).Probability(model => model.ProbabilityAlive(default));

        Assert.Equal((null, null, null, null), (none.Value, none.StandardError, none.Lower, none.Upper));
        Assert.Equal(FitOutcome.NoCustomers, none.Reason);
        Assert.EndsWith("(no limits: there are no customers to fit a model to)", none.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Predictions_OfWhatDependsOnAParameterAtALimit_HaveNoLimitsAndSayWhy()
    {
        PurchaseHistory[] seven = [new(2, 30, 39), new(1, 2, 39), new(0, 0, 39), new(0, 0, 38), new(5, 33, 37), new(0, 0, 36), new(1, 12, 35)];
        FittedModel<BgNbd> fit = BgNbd.Fit(seven, CalendarUnit.Week);
        ModelPrediction bought = fit.Amount(model => model.ExpectedPurchases(seven[0], 52)), alive = fit.Probability(model => model.ProbabilityAlive(seven[0]));
        ModelPrediction rate = fit.Amount(model => model.R / model.Alpha);

        Assert.Equal((null, null, null, FitOutcome.AtLimit), (bought.StandardError, bought.Lower, bought.Upper, bought.Reason));
        Assert.Equal((null, null, null, FitOutcome.AtLimit), (alive.StandardError, alive.Lower, alive.Upper, alive.Reason));
        Assert.EndsWith("(no limits: the data push the model to its limit, where a simpler one says as much)", alive.ToString(), StringComparison.Ordinal);
        Assert.Contains("ohne Grenzen: die Daten", bought.ToString(ReportLanguage.German), StringComparison.Ordinal);
        Assert.True(rate.Lower < rate.Value && rate.Value < rate.Upper, $"what the leaving has no part in is known: {rate}");
        Assert.Null(rate.Reason);
        Assert.All(JsonKinds.ForEveryType, options => Assert.Equal(alive, JsonKinds.Again(alive, options)));
    }

    [Fact]
    public void Predictions_OfCustomersOfWhomNobodyLeft_AreNotCertain()
    {
        PurchaseHistory[] forty = [.. Enumerable.Range(0, 40).Select(i => new PurchaseHistory(i % 7 + 2, 38 - i % 3 * 0.5, 39))];
        ModelPrediction[] alive =
        [
            BgNbd.Fit(forty, CalendarUnit.Week).Probability(model => model.ProbabilityAlive(forty[0])),
            MbgNbd.Fit(forty, CalendarUnit.Week).Probability(model => model.ProbabilityAlive(forty[0])),
            ParetoNbd.Fit(forty, CalendarUnit.Week).Probability(model => model.ProbabilityAlive(forty[0])),
        ];

        Assert.All(alive, one => Assert.Equal((null, null, FitOutcome.AtLimit), (one.Lower, one.Upper, one.Reason)));
    }

    [Fact]
    public void Predictions_KeepTheirLimitsInRange()
    {
        FittedModel<MbgNbd> fit = MbgNbd.Fit(SomePurchases.Simulated(60, [0.8, 6, 0.9, 3], early: true, seed: 9), CalendarUnit.Week);
        PurchaseHistory history = new(1, 2, 39);
        ModelPrediction alive = fit.Probability(model => model.ProbabilityAlive(history), 0.999);
        ModelPrediction bought = fit.Amount(model => model.ExpectedPurchases(history, 52), 0.999);

        Assert.True(0 < alive.Lower && alive.Lower < alive.Value && alive.Value < alive.Upper && alive.Upper < 1, $"{alive}");
        Assert.True(0 < bought.Lower && bought.Lower < bought.Value && bought.Value < bought.Upper, $"{bought}");
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => fit.Amount(model => 1, 1.5));
    }

    [Fact]
    public void Predictions_FigureOutOfRange_NameIt()
    {
        FittedModel<MbgNbd> fit = MbgNbd.Fit(SomePurchases.Simulated(60, [0.8, 6, 0.9, 3], early: true, seed: 9), CalendarUnit.Week);

        Assert.All<Func<MbgNbd, double?>>(
            [_ => 5, model => -model.R, _ => 1.001, _ => double.NaN, _ => double.PositiveInfinity],
            figure => Assert.Throws<ArgumentOutOfRangeException>(nameof(figure), () => fit.Probability(figure)));
        Assert.All<Func<MbgNbd, double?>>(
            [_ => double.NaN, _ => double.NegativeInfinity, model => model.R * 1e307],
            figure => Assert.Throws<ArgumentOutOfRangeException>(nameof(figure), () => fit.Amount(figure)));

        // What is off by rounding is a probability all the same.
        Assert.Equal((1, 0), (fit.Probability(_ => 1 + 1e-15).Value, fit.Probability(_ => -1e-15).Value));
    }

    [Fact]
    public void ToString_SaysParametersAndOutcome()
    {
        FittedModel<ShiftedBetaGeometric> fit = ShiftedBetaGeometric.Fit([new(1000, [950, 893, 830, 763])]);

        Assert.Equal(
            """
            θ = 0.0645 ± 0.0041
            the data push the model to its limit, where a simpler one says as much
            no detectable difference between customers in how soon they leave
            log-likelihood −878.73, AIC 1,759.46, BIC 1,764.37, 1,000 customers
            """.ReplaceLineEndings(),
            fit.ToString());
        Assert.Contains("aucune différence décelable", fit.ToString(ReportLanguage.French), StringComparison.Ordinal);
        Assert.Contains("Angepasstes Modell", fit.ToHtml(ReportLanguage.German), StringComparison.Ordinal);
    }

    private static void Nothing<TModel>(FittedModel<TModel> fit, FitOutcome outcome)
        where TModel : class, IValueModel<TModel>
    {
        Assert.Equal(outcome, fit.Outcome);
        Assert.Null(fit.Model);
        Assert.Null(fit.LogLikelihood);
        Assert.Empty(fit.Parameters);
        ComesBack(fit);
    }

    private static IReadOnlyList<ModelLimit> Limited<TModel>(FittedModel<TModel> fit, params ModelLimit[] among)
        where TModel : class, IValueModel<TModel>
    {
        Assert.Equal(FitOutcome.AtLimit, fit.Outcome);
        Assert.All(among, limit => Assert.Contains(limit, fit.Limits));
        Assert.True(double.IsFinite(fit.LogLikelihood!.Value));
        ComesBack(fit);
        return fit.Limits;
    }

    private static void ComesBack<TModel>(FittedModel<TModel> fit)
        where TModel : class, IValueModel<TModel> =>
        Assert.Equal(fit, JsonSerializer.Deserialize<FittedModel<TModel>>(JsonSerializer.Serialize(fit)));

    private static readonly Dictionary<string, (string Name, Action Call)> Refusals = new()
    {
        ["BG/NBD"] = ("parameters", () => new BgNbd(1, 1, 1, 1, CalendarUnit.Week).WithParameters([1, 1, double.NaN, 1])),
        ["MBG/NBD"] = ("parameters", () => new MbgNbd(1, 1, 1, 1, CalendarUnit.Week).WithParameters([0, 1, 1, 1])),
        ["Pareto/NBD"] = ("parameters", () => new ParetoNbd(1, 1, 1, 1, CalendarUnit.Week).WithParameters([1, 1, 1, 1e13])),
        ["BG/BB"] = ("parameters", () => new BgBb(1, 1, 1, 1, CalendarUnit.Week).WithParameters([1, 1e-19, 1, 1])),
        ["gamma-gamma"] = ("parameters", () => new GammaGamma(2, 2, 2).WithParameters([1, -1, 2])),
        ["scale of gamma-gamma"] = ("parameters", () => new GammaGamma(2, 2, 2).WithParameters([2, 2, 1e51])),
        ["sBG"] = ("parameters", () => new ShiftedBetaGeometric(1, 1).WithParameters([1, double.PositiveInfinity])),
        ["geometric"] = ("parameters", () => ShiftedBetaGeometric.Geometric(0.5).WithParameters([1])),
    };

    public static TheoryData<string> RefusalsNames => [.. Refusals.Keys];

    [Theory]
    [MemberData(nameof(RefusalsNames))]
    public void Parameter_OutOfRange_NamesTheListAndItsPosition(string refusal)
    {
        (string name, Action call) = Refusals[refusal];

        Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(call).ParamName);
    }

    [Fact]
    public void WithParameters_OutOfRange_SaysWhere() => Assert.StartsWith(
        "parameters must be between 1E-18 and 1000000000000 (at position 2, a); got NaN",
        Assert.Throws<ArgumentOutOfRangeException>(() => new BgNbd(1, 1, 1, 1, CalendarUnit.Week).WithParameters([1, 1, double.NaN, 1])).Message,
        StringComparison.Ordinal);
}
