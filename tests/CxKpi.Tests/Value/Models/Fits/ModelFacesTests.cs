using CxKpi.Value;
using NodaTime;

namespace CxKpi.Tests.Value;

/// <summary>Every face of a model's result says how it came about, in every language.</summary>
public class ModelFacesTests
{
    private static readonly FittedModel<MbgNbd> Limited = MbgNbd.Fit([new(3, 20, 39, customers: 50)], CalendarUnit.Week);

    private static readonly FittedModel<MbgNbd> Refused = MbgNbd.Fit([new(0, 0, 9)], CalendarUnit.Week);

    private static readonly GammaGamma Spend = new(6.25, 3.74, 15.44);

    private static readonly MbgNbd Model = new(0.5, 40, 0.9, 1.6, CalendarUnit.Day);

    private static readonly PurchaseHistories<string> Log = PurchaseLogTests.Of(
        [("A", 1, 10), ("A", 9, 10), ("A", 31, 5), ("B", 3, 10), ("=C", 3, 10), ("=C", 5, 5), ("=C", 8, 5), ("D", 33, 5)], holdout: true);

    public static TheoryData<ReportLanguage> Languages => [.. Enum.GetValues<ReportLanguage>()];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Fit_AtALimit_SaysSoOnEveryFace(ReportLanguage language)
    {
        Phrases words = Phrases.For(language);
        string[] faces = [Limited.ToText(language), Plain(Limited.ToMarkdown(language)), Read(Limited.ToHtml(language)), Limited.ToString(language)];

        Assert.All(faces, face => Assert.Contains(FitOutcome.AtLimit.In(words)[1..], face, StringComparison.Ordinal));
        Assert.All(faces, face => Assert.Contains(ModelLimit.EqualPurchaseRates.In(words)[1..], face, StringComparison.Ordinal));
        Assert.All(faces, face => Assert.Contains(words.AtItsLimit, face, StringComparison.Ordinal));
        Assert.Contains(words.ByMaximumLikelihood, faces[0], StringComparison.Ordinal);
        Assert.Contains(words.TimeIn(CalendarUnit.Week)[1..], faces[0], StringComparison.Ordinal);
        Assert.Contains(FitOutcome.NobodyReturned.In(words)[1..], Refused.ToText(language), StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_AsCsv_HasItsOutcomeInEveryRow()
    {
        string[] rows = Limited.ToCsv().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(5, rows.Length);
        Assert.Equal("model,parameter,value,standard_error,at_limit,outcome,limits,customers,left_out,log_likelihood", rows[0]);
        Assert.All(rows[1..], row => Assert.Contains(",AtLimit,EqualPurchaseRates", row, StringComparison.Ordinal));
        Assert.Equal("MBG/NBD,,,,,NobodyReturned,,1,0,", Refused.ToCsv().Split("\r\n")[1]);
    }

    [Fact]
    public void Fit_AsText_ReadsAsATableWithWhatItRestsOn()
    {
        FittedModel<ShiftedBetaGeometric> fit = ShiftedBetaGeometric.Fit([new(1000, [869, 743, 653, 593, 551, 517, 491])]);

        Assert.Equal(
            [
                "Fitted model: sBG",
                "Parameter  Value  Standard error",
                "--------------------------------",
                "α           0.67            0.10",
                "β           3.81            0.79",
                "",
                "The fit converged.",
                $"{Phrases.Capitalised(Phrases.English.FitFigures(fit.LogLikelihood!.Value, fit.Aic!.Value, fit.Bic!.Value, 1000))}.",
                "By maximum likelihood.",
                "",
            ],
            fit.ToText().Split('\n').AsEnumerable());
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Prediction_SaysWhatItsLimitsHold(ReportLanguage language)
    {
        Phrases words = Phrases.For(language);
        string known = Read(FittedModelTests.Plain.Amount(model => model.ExpectedPurchases(12)).ToHtml(language));
        string unknown = Read(Limited.Amount(model => model.ExpectedPurchases(new(3, 20, 39), 12)).ToHtml(language));

        Assert.Contains(words.LimitsOfParameters[1..], known, StringComparison.Ordinal);
        Assert.Contains(words.IntervalAt(0.95), known, StringComparison.Ordinal);
        Assert.Contains(words.NoLimits(FitOutcome.AtLimit.In(words))[1..], unknown, StringComparison.Ordinal);
        Assert.DoesNotContain(words.LimitsOfParameters[1..], unknown, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Results_UnderDifferentRules_NeverReadAlike(ReportLanguage language)
    {
        PurchaseHistories<int>[] histories = [.. Clocks()];
        LifetimeValueOptions[] options =
        [
            new(), new() { Months = 13 }, new() { Months = null }, new() { AnnualDiscountRate = 0.11 }, new() { MarginShare = 0.999_9 },
            new() { Timing = ValueTiming.MiddleOfMonth }, new() { Currency = "EUR" }, new() { Currency = "USD" },
        ];
        CustomerValues<int>[] values =
        [
            .. options.Select(chosen => LifetimeValue.OfAll(new BgBb(1, 1, 1, 1, CalendarUnit.Year), Spend, Nobody(PurchaseTiming.Opportunities), chosen)),
            LifetimeValue.OfAll(new MbgNbd(1, 1, 1, 1, CalendarUnit.Year), Spend, Nobody(PurchaseTiming.AnyDay)),
        ];

        Differ(histories, one => one.ToText(language), one => one.ToMarkdown(language), one => one.ToHtml(language));
        Differ(values, one => one.ToText(language), one => one.ToMarkdown(language), one => one.ToHtml(language));
        Assert.All(histories.Select(one => one.Rules).Concat(values.Select(one => one.Rules)), rules => Assert.Equal(
            rules.Count, rules.Select(rule => rule.Name).Distinct().Count()));
    }

    [Fact]
    public void Faces_OfALog_HoldEveryCustomerAndCount()
    {
        string text = Log.ToText(), csv = Log.ToCsv();

        Assert.Contains("Purchase histories, 3 customers", text, StringComparison.Ordinal);
        Assert.Contains("What became of the rows: rows of the log 8; purchases 7; rows of new customers 1", text, StringComparison.Ordinal);
        Assert.Contains(
            "Time in days; calibration until 30 June 2024; holdout until 15 July 2024; refunds reduce the purchase.", text, StringComparison.Ordinal);
        Assert.Equal(4, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("\r\n'=C,2024-06-03,2024-06-08,2,5,27,22,10,5,0,0,Day,AnyDay\r\n", csv, StringComparison.Ordinal);
        Assert.Contains("customers whose first purchase lies in the holdout", Log.Counts.ToText(), StringComparison.Ordinal);
        Assert.Contains("\r\nnew_customers,1\r\n", Log.Counts.ToCsv(), StringComparison.Ordinal);
        string many = PurchaseLogTests.Of(Enumerable.Range(0, 30).Select(i => ($"{i}", 1, 1m))).ToText();
        Assert.Contains(Phrases.English.HiddenRows(10), many, StringComparison.Ordinal);
        Assert.DoesNotContain("\n20 ", many, StringComparison.Ordinal);
    }

    [Fact]
    public void Faces_OfValues_HaveTheMostValuableFirstAndAllTogether()
    {
        CustomerValues<string> values = LifetimeValue.OfAll(Model, Spend, Log, new() { Currency = "EUR" });
        string[] lines = values.ToText().Split('\n');

        Assert.Equal("What customers will be worth, EUR", lines[0]);
        Assert.StartsWith(values.MostValuableFirst()[0].Customer, lines[3], StringComparison.Ordinal);
        Assert.StartsWith("Total (3 customers)", lines[6], StringComparison.Ordinal);
        Assert.Contains(
            "over 12 months; discounted by 10% a year; in revenue; purchases at the end of their month; EUR; time in days.",
            values.ToText(),
            StringComparison.Ordinal);
        Assert.Contains("partly by luck", values.ToMarkdown(), StringComparison.Ordinal);
        Assert.StartsWith("customer,value,currency,", values.ToCsv(), StringComparison.Ordinal);
        Assert.Null(LifetimeValue.OfAll(Model, new(2, 0.8, 15), Log).Total);
        Assert.All(JsonKinds.ForEveryType, options => Assert.Equal(values, JsonKinds.Again(values, options)));
    }

    [Fact]
    public void Faces_OfDiagnostics_HaveTheirFigures()
    {
        HoldoutValidation holdout = HoldoutValidation.Of(Model, Spend, Log, most: 2);
        ModelComparison compared = ModelComparison.Of(ComparedModel.Of(Limited), ComparedModel.Of("=none", MbgNbd.Fit([new(0, 0, 9, 50)], CalendarUnit.Week)));

        Assert.Contains("Per customer: mean error ", holdout.ToText(), StringComparison.Ordinal);
        Assert.Contains("a holdout of 15 days", holdout.ToMarkdown(), StringComparison.Ordinal);
        Assert.StartsWith(
            "repeat_purchases,and_more,customers,actual,expected,actual_amount,expected_amount\r\n0,false,1,0,", holdout.ToCsv(), StringComparison.Ordinal);
        Assert.Contains("nobody has bought again", compared.ToText(), StringComparison.Ordinal);
        Assert.Contains("'=none,0,50,,,,NobodyReturned", compared.ToCsv(), StringComparison.Ordinal);
        Assert.EndsWith("=none: nobody has bought again, so nothing is known of how often customers buy", compared.ToString(), StringComparison.Ordinal);
        Assert.Contains("Time in days.", PurchaseTracking.Of(Model, Log, [3, 9]).ToText(), StringComparison.Ordinal);
        Assert.StartsWith("time,actual,expected,unit,timing\r\n3,0,", PurchaseTracking.Of(Model, Log, [3]).ToCsv(), StringComparison.Ordinal);
        Assert.Contains("2+", FrequencyFit.Of(Model, Log.Histories, 2).ToMarkdown(), StringComparison.Ordinal);
        Assert.Contains("2,true,", FrequencyFit.Of(Model, Log.Histories, 2).ToCsv(), StringComparison.Ordinal);
    }

    private static IEnumerable<PurchaseHistories<int>> Clocks()
    {
        foreach (CalendarUnit unit in Enum.GetValues<CalendarUnit>())
        {
            yield return Nobody(PurchaseTiming.AnyDay, unit);
        }

        yield return Nobody(PurchaseTiming.Opportunities);
        yield return Nobody(PurchaseTiming.AnyDay, refunds: RefundPolicy.Ignore);
        yield return Nobody(PurchaseTiming.AnyDay, refunds: RefundPolicy.DropRefundedPurchases);
        yield return Nobody(PurchaseTiming.AnyDay, end: new(2024, 12, 31));
        yield return Nobody(PurchaseTiming.AnyDay, holdout: new(2024, 12, 31));
    }

    private static PurchaseHistories<int> Nobody(
        PurchaseTiming timing, CalendarUnit unit = CalendarUnit.Year, RefundPolicy refunds = RefundPolicy.Net, LocalDate? end = null, LocalDate? holdout = null)
    {
        LocalDate last = end ?? new(2023, 12, 31);
        int[] rows = [1];
        return timing == PurchaseTiming.AnyDay
            ? PurchaseLog.Summarise(rows, row => row, _ => new LocalDate(2022, 1, 1), _ => 9m, unit, last, holdout, refunds)
            : PurchaseLog.SummariseOpportunities(rows, row => row, _ => new LocalDate(2022, 1, 1), _ => 9m, unit, last, holdout, refunds);
    }

    private static void Differ<T>(T[] results, params Func<T, string>[] faces) => Assert.All(
        faces, face => Assert.Equal(results.Length, results.Select(face).Distinct(StringComparer.Ordinal).Count()));

    private static string Read(string html) => CxKpi.Tests.Language.Rendered.Read(html);

    private static string Plain(string markdown) => markdown.Replace("\\", "", StringComparison.Ordinal);
}
