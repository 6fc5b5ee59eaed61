using System.Globalization;
using System.Text;
using System.Xml.Linq;
using CxKpi.Trends;
using Microsoft.DotNet.Interactive.Formatting;

namespace CxKpi.Tests.Writing;

public class NotebookFormatterTests
{
    [Fact]
    public void Kpi_ShowsNameValueIntervalBaseAndDefinition()
    {
        Nps score = Nps.FromAnswers([10, 9, 9, 7, 3]);

        Assert.Equal(
            [
                ["NPS +40.0 (5 answers)"],
                ["name", "Net Promoter Score"],
                ["95% interval", "−34.9 to +82.6"],
                ["observations", "5 answers"],
                ["formula", "100 * (promoters - detractors) / answers"],
                ["source", "F. Reichheld, The One Number You Need to Grow, Harvard Business Review, 2003"],
            ],
            Faces.Table(score));
        Assert.Equal("NPS +40.0 (5 answers)", Faces.Text(score));
    }

    [Fact]
    public void Kpi_WithoutDataIsUndefined() => Assert.Equal(
        [["Churn undefined (0 customers)"], ["name", "Customer churn rate"]],
        Faces.Table(default(Churn))[..2]);

    [Fact]
    public void Estimate_ShowsItsFlagsInWords() => Assert.Contains(["single observation"], Faces.Table(MeanTally.One(3).Estimate()!.Value));

    [Fact]
    public void Change_ShowsPValueAndVerdict()
    {
        string[][] table = Faces.Table(new Churn(300, 1000).ChangeFrom(new Churn(100, 1000))!.Value);

        Assert.Contains(["p-value", "below 0.0001"], table);
        Assert.Contains(["verdict", "worse"], table);
    }

    [Fact]
    public void RatingTally_ShowsEveryAnswerWithItsShare()
    {
        string[][] table = Faces.Table(RatingTally.FromAnswers([1, 5, 5, 4], RatingScale.OneToFive));

        Assert.Contains(["Answer", "Count", "Share"], table);
        Assert.Contains(["2", "0", "0%"], table);
        Assert.Contains(["5", "2", "50%"], table);
    }

    [Fact]
    public void Comparison_ShowsBothSidesInTheirUnit()
    {
        string[][] table = Faces.Table(KpiComparison.Of(new Churn(40, 1000), new Churn(20, 1000)));

        Assert.Contains(["before", "4.0%"], table);
        Assert.Contains(["change", "−2.0 pp"], table);
    }

    [Fact]
    public void Outcomes_ShowCountsAndRates()
    {
        Assert.Contains(["response rate 1", "50%"], Faces.Table(new AaporOutcomes(complete: 50, refused: 50)));
        Assert.Contains(["lost", "1"], Faces.Table(new CustomerFlow(atStart: 3, retained: 2, acquired: 1, reactivated: 0)));
        Assert.Contains(["cart", "40", "40.0%", "40.0%"], Faces.Table(new Funnel(["visit", "cart"], [100, 40])));
    }

    [Fact]
    public void Trend_ShowsVerdictSlopeAndNotices()
    {
        PeriodSeries line = PeriodSeries.FromValues(CalendarPeriod.Parse("2020-01"), Enumerable.Range(0, 30).Select(i => (double?)(i + i * 7 % 11 * 0.1)));

        Assert.Contains(["verdict", "rising"], Faces.Table(line.Trend()));
        Assert.Contains([line.Trend().Warnings[0].Message], Faces.Table(line.Trend()));
        Assert.Contains(
            [PeriodSeries.FromValues(line.First, line.Take(12).Select(point => point.Value)).Trend().Refusal!.Message],
            Faces.Table(PeriodSeries.FromValues(line.First, line.Take(12).Select(point => point.Value)).Trend()));
    }

    [Fact]
    public void Forecast_ShowsARowPerPeriod() => Assert.Equal(["period", "figure", "95% interval"], Faces.Table(Examples.Months.Expect(2))[1]);

    [Fact]
    public void YearOverYear_NamesBothPeriods() => Assert.Contains(["compared with", "December 2027"], Faces.Table(Examples.Months.YearOverYear()[^1]));

    [Fact]
    public void Adjustment_ShowsThePartsOfEveryPeriod()
    {
        string[][] table = Faces.Table(Examples.Months.SeasonallyAdjust());

        Assert.Equal(["period", "observed", "season", "adjusted", "trend", "remainder"], table[1]);
        Assert.Equal(60, table.Count(row => row.Length == 6) - 1);
    }

    [Fact]
    public void Series_ShowEveryPeriod()
    {
        Assert.Equal(61, Faces.Table(Examples.Months).Length - 1);
        Assert.Equal(59, Faces.Table(Examples.Months.Rolling(3)).Length - 1);
        Assert.Equal(61, Faces.Table(Examples.Months.ToPeriodSeries()).Length - 1);
    }

    [Fact]
    public void Series_SpeakFrenchWhenAsked()
    {
        PeriodSeries figures = PeriodSeries.FromValues(CalendarPeriod.Parse("2025-08"), [1.5, null]).Through(new(2025, 9, 10));

        string html = figures.ToHtml(ReportLanguage.French);
        Assert.Contains("août 2025", html, StringComparison.Ordinal);
        Assert.Contains("1,5", html, StringComparison.Ordinal);
        Assert.Contains("incomplet", html, StringComparison.Ordinal);
        Assert.Contains("mars 2024", Examples.Months.Rolling(3).ToHtml(ReportLanguage.French), StringComparison.Ordinal);
    }

    [Fact]
    public void Chart_IsADrawingAndAnImageInHtml()
    {
        Chart chart = CxKpi.Charts.NetScore(Nps.FromAnswers([10, 9, 3]));
        XElement image = XElement.Parse(Faces.Html(chart));

        Assert.Equal(chart.ToSvg(), chart.ToDisplayString("image/svg+xml"));
        Assert.Equal("img", image.Name.LocalName);
        Assert.Equal(chart.ToString(), image.Attribute("alt")!.Value);
        Assert.Equal(chart.ToSvg(), Encoding.UTF8.GetString(Convert.FromBase64String(image.Attribute("src")!.Value.Split(',')[1])));
        Assert.Contains("<img ", Faces.Html(new[] { chart }), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Hostile.Indices), MemberType = typeof(Hostile))]
    public void Names_AreEscapedEverywhere(int index)
    {
        string name = Hostile.All[index];
        object[] results =
        [
            Examples.Channels(name),
            new Funnel([name, "b"], [2, 1]),
            new FunnelConversion(1, 2, new(name, "b")),
            new CompositeScore([new CompositePart(name, 0.8, 0, 1, KpiDirection.HigherIsBetter, 1)], MissingParts.Undefined),
            new KpiDefinition(name, name, KpiUnit.Share, KpiDirection.Neutral, name, name),
            new CartOutcome<string>(name, default, CartState.Open),
            new Notice(NoticeKind.FewerThanTwoCycles, name),
            Regressor.Window(name, new(2025, 1, 1), new(2025, 1, 2)),
            new KpiTable(name, []).With(name, new Churn(1, 2)),
            CxKpi.Charts.Funnel(new Funnel([name, "b"], [2, 1])),
        ];

        Assert.All(results, result => Faces.Harmless(Faces.Html(result)));
        Assert.All(results, result => Assert.DoesNotContain("<script", Faces.Html(result), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void List_ShowsEachRecordByItsOwnFace()
    {
        Nps[] list = [Nps.FromAnswers([10]), Nps.FromAnswers([0])];

        Assert.Contains("<bdi>NPS +100.0 (1 answer)</bdi>", Faces.Html(list), StringComparison.Ordinal);
        Assert.Contains("NPS −100.0 (1 answer)", Faces.Text(list), StringComparison.Ordinal);
    }

    [Fact]
    public void Format_RefusesNothingAndStrangers()
    {
        foreach (NotebookFormatter formatter in new KpiFormatters<Nps>().CreateTypeFormatters())
        {
            using StringWriter writer = new();
            Assert.False(formatter.Format(null, writer));
            Assert.Equal("", writer.ToString());
        }
    }

    [Fact]
    public void Format_FallsBackToTextAndThenToTheNameOfTheType()
    {
        NotebookFormatter formatter = new(NotebookFormatter.Html, _ => throw new InvalidOperationException("no face"), instance => instance.ToString());
        using StringWriter writer = new();

        Assert.True(formatter.Format("text, ", writer));
        Assert.True(formatter.Format(new Unreadable(), writer));
        Assert.Equal("text, Unreadable", writer.ToString());
    }

    [Fact]
    public void KeyThatCannotBeRead_BreaksNoCell()
    {
        Segments<Unreadable, Nps> segments = new[] { new Unreadable() }.TallyBy(key => key, _ => Nps.FromAnswer(9));

        const string Key = "Unreadable (InvalidOperationException)";
        Assert.Contains(Key, segments.ToString(), StringComparison.Ordinal);
        Assert.Contains(Key, Faces.Text(segments), StringComparison.Ordinal);
        Assert.Contains(Key, Faces.Html(segments), StringComparison.Ordinal);
    }

    [Fact]
    public void Faces_AreTheSameInEveryCulture()
    {
        string invariant = Faces.Html(Nps.FromAnswers([10, 9, 3]));
        Thread thread = Thread.CurrentThread;
        CultureInfo before = thread.CurrentCulture;
        try
        {
            thread.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(invariant, Faces.Html(Nps.FromAnswers([10, 9, 3])));
        }
        finally
        {
            thread.CurrentCulture = before;
        }
    }

    private sealed class Unreadable
    {
        public override string ToString() => throw new InvalidOperationException("no text");
    }
}
