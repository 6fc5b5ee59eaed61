using System.Globalization;
using System.Xml.Linq;
using CxKpi.Practices;
using CxKpi.Trends;
using NodaTime;

namespace CxKpi.Tests;

/// <summary>What charts are often blamed for, and what each of these does instead.</summary>
public class ChartFaultTests
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2024-01");
    private static readonly KpiSeries<Nps> Months = Gallery.Series(CalendarUnit.Month, 36, i => new Nps(300 + 20 * (i % 12) + i * 7 % 5, 200, 250));
    private static readonly string Light = Colour(ColourRole.Primary), Fan = Colour(ColourRole.Fan);

    [Fact]
    public void Forecast_GoesOnFromTheLastFigure_InAFilledFan()
    {
        XElement drawing = Drawn(Charts.OverTime(Months, new SeriesOverlays().With(Months.Forecast(6))));

        (double X, double Y)[] fan = Corners(Assert.Single(Marks(drawing, "path"), path => (string?)path.Attribute("fill") == Fan));
        (double X, double Y)[] line = Corners(Marks(drawing, "path").Single(path => (string?)path.Attribute("stroke") == Light));

        Assert.Equal(line[^1], fan[0]);
        Assert.Equal(line[^1], fan[^1]);
        Assert.Equal(2 * 7, fan.Length);
    }

    [Fact]
    public void Expectation_OfAnotherAge_Throws()
    {
        PeriodSeries far = PeriodSeries.FromValues(CalendarPeriod.Month(9000, 1), [1, 2]);

        Assert.Throws<ArgumentException>("overlays", () => Charts.OverTime(Months, new SeriesOverlays { ExpectedLower = far }));
    }

    [Fact]
    public void UnfinishedPeriod_OfASum_IsABrokenLineThatDoesNotSetTheScale()
    {
        KpiSeries<OrderVolume> whole = Gallery.Series(CalendarUnit.Month, 12, i => new OrderVolume(i == 11 ? 40 : 1000 + 13 * i));
        XElement drawing = Drawn(Charts.OverTime(whole.Through(new LocalDate(2024, 12, 5))));

        Assert.DoesNotContain(Marks(drawing, "text"), text => text.Value is "0" or "40" && (string?)text.Attribute("text-anchor") == "end");
        Assert.Contains(Marks(drawing, "text"), text => text.Value == "40");
        XElement broken = Assert.Single(
            Marks(drawing, "path"),
            path => path.Attribute("stroke-dasharray") is not null && (string?)path.Attribute("stroke") == Light);
        Assert.Equal(2, Corners(broken).Length);
        Assert.Contains(Marks(Drawn(Charts.OverTime(whole)), "text"), text => text.Value == "0");
    }

    [Fact]
    public void UnfinishedPeriod_IsNotTheFindingOfTheTitle()
    {
        KpiSeries<Nps> open = Gallery.Series(CalendarUnit.Month, 12, i => i == 11 ? new Nps(1, 0, 9) : new Nps(60, 20, 20)).Through(new LocalDate(2024, 12, 5));

        Assert.Equal("Net Promoter Score: +40.0 (Nov 2024)", Charts.OverTime(open).Title);
    }

    [Fact]
    public void Lines_AreNamedAtTheirEnds_AndNotInALegend()
    {
        XElement drawing = Drawn(Charts.OverTime(Months, new SeriesOverlays { Target = 30 }.With(Months.SeasonallyAdjust())));
        double end = Marks(drawing, "path").Where(path => (string?)path.Attribute("stroke") == Light).Max(path => Corners(path)[^1].X);

        foreach (string name in (string[])["+27.8", "seasonally", "adjusted", "target +30.0"])
        {
            XElement label = Assert.Single(Marks(drawing, "text"), text => text.Value == name);
            Assert.True(Number(label, "x") > end, name);
        }

        Assert.DoesNotContain(Marks(drawing, "text"), text => text.Value is "NPS" or "seasonally adjusted");
    }

    [Fact]
    public void Target_IsNamedAtItsLevel()
    {
        XElement drawing = Drawn(Charts.OverTime(Months, new SeriesOverlays { Target = 30 }));
        XElement label = Marks(drawing, "text").Single(text => text.Value == "target +30.0");
        XElement level = Marks(drawing, "line").Single(line => (string?)line.Attribute("stroke-dasharray") == "10 3 2 3");

        Assert.Equal(Number(level, "y1") + 4, Number(label, "y"), 2.0);
    }

    [Fact]
    public void Labels_OfLinesThatEndTogether_KeepApart()
    {
        KpiSeries<Nps> flat = Gallery.Series(CalendarUnit.Month, 36, i => new Nps(50 + i % 2, 20, 30));
        XElement drawing = Drawn(Charts.OverTime(flat, new SeriesOverlays { Target = 20 }.With(flat.SeasonallyAdjust())));
        double[] heights = [.. Marks(drawing, "text").Where(text => Number(text, "x") > 300 && text.Value != "n").Select(text => Number(text, "y")).Order()];

        Assert.True(heights.Zip(heights.Skip(1), (one, next) => next - one).All(apart => apart >= 13));
    }

    [Fact]
    public void ForestPlot_HasHowManyEachSegmentRestsOn()
    {
        XElement drawing = Drawn(Charts.ForestPlot(Gallery.Segments(3, i => $"Channel {(char)('A' + i)}")));

        XElement heading = Assert.Single(Marks(drawing, "text"), text => text.Value == "n");
        Assert.Equal(4, Marks(drawing, "text").Count(text =>
            text != heading
                && Number(text, "x") == Number(heading, "x")
                && int.TryParse(text.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out _)));
    }

    [Fact]
    public void NetScore_DivergesFromTheMiddle()
    {
        Chart chart = Charts.NetScore(new Nps(promoters: 60, passives: 20, detractors: 20));
        XElement drawing = Drawn(chart);
        double Bar(ColourRole colour, string side) => Marks(drawing, "rect")
            .Where(rect => (string?)rect.Attribute("stroke") == Colour(colour) && Number(rect, "height") == 30)
            .Select(rect => Number(rect, "x") + (side == "right" ? Number(rect, "width") : 0))
            .Single();
        double zero = chart.Width / 2, unit = (chart.Width - 68) / 200;

        Assert.Equal(zero - 30 * unit, Bar(ColourRole.Unfavourable, "left"), 0.1);
        Assert.Equal(zero - 10 * unit, Bar(ColourRole.Neutral, "left"), 0.1);
        Assert.Equal(zero + 10 * unit, Bar(ColourRole.Favourable, "left"), 0.1);
        Assert.Equal(zero + 70 * unit - 2, Bar(ColourRole.Favourable, "right"), 0.1);
    }

    public static TheoryData<string, string> Findings => new()
    {
        { "net-score", "Net Promoter Score: +26.4" },
        { "distribution-effort", "Distribution of answers: mean 1.53" },
        { "distribution-nps", "Net Promoter Score: +35.4" },
        { "over-time-latest", "Net Promoter Score: +32.6 (Dec 2026), as expected" },
        { "bullet", "Customer churn rate: 2.4%" },
        { "funnel", "Funnel: overall conversion 9.0%" },
    };

    [Theory]
    [MemberData(nameof(Findings))]
    public void Title_IsTheFinding(string chart, string title) => Assert.Equal(title, Gallery.Charts[chart](new()).Title);

    [Fact]
    public void Title_OfSegments_NamesThoseThatDiffer()
    {
        Segments<string, Nps> apart = new[] { "chat", "mail", "phone" }.TallyBy(name => name, name => new Nps(500, 200, name == "phone" ? 400 : 200));
        Segments<string, Nps> alike = new[] { "chat", "mail" }.TallyBy(name => name, _ => new Nps(500, 200, 200));

        Assert.Equal("Net Promoter Score: phone worse", Charts.ForestPlot(apart).Title);
        Assert.Equal("Net Promoter Score: no evidence that the segments differ", Charts.ForestPlot(alike).Title);
    }

    [Fact]
    public void Title_OfASeries_SaysWhatTheOverlaysFound()
    {
        KpiSeries<Nps> fallen = Gallery.Series(CalendarUnit.Month, 36, i => new Nps(500 + i * 7 % 11, 200, i == 35 ? 900 : 200));

        Assert.EndsWith(", worse", Charts.OverTime(fallen, new SeriesOverlays().With(fallen.Latest())).Title, StringComparison.Ordinal);
        Assert.EndsWith("; new level from Mar 2024", Charts.OverTime(fallen, new SeriesOverlays { Steps = [January.Plus(2)] }).Title, StringComparison.Ordinal);
        Assert.Equal("Net Promoter Score: −24.8 (Dec 2026)", Charts.OverTime(fallen).Title);
    }

    [Fact]
    public void Title_OfOnesOwn_LeavesTheFindingToTheLineBelow()
    {
        Chart chart = Charts.NetScore(new Nps(412, 250, 188), new() { Title = "Autumn" });

        Assert.Equal("Autumn", chart.Title);
        Assert.Contains(Marks(Drawn(chart), "text"), text => text.Value.StartsWith("+26.4\u00A0· 95% interval", StringComparison.Ordinal));
    }

    [Fact]
    public void Quadrants_NameWhatToWorkOnInTheTitle()
    {
        ImportancePerformance map = ImportancePerformance.Of([("Price", 0.5, 2.1), ("Delivery", 0.3, 4.2), ("Website", 0.2, 3.9)]);

        Assert.Equal("Importance and performance: concentrate here: Price", Charts.ImportancePerformance(map).Title);
    }

    [Fact]
    public void Sparkline_IsOneLine_WithNameCourseAndFigure()
    {
        Chart chart = Charts.Sparkline(Months, target: 30);

        Assert.True(chart.Height < 60);
        Assert.Equal(["NPS", "+27.8"], Marks(Drawn(chart), "text").Select(text => text.Value));
        Assert.Equal(36, Corners(Marks(Drawn(chart), "path").Single()).Length);
        Assert.Contains("target +30.0", chart.Description, StringComparison.Ordinal);
        Assert.Equal("target", Assert.Throws<ArgumentOutOfRangeException>(() => Charts.Sparkline(Months, 300)).ParamName);
    }

    [Theory]
    [InlineData(0.02, true)]
    [InlineData(0.05, true)]
    [InlineData(0.97, false)]
    public void Bullet_ShadesTheGoodSideOfTheTarget(double target, bool isBelow)
    {
        XElement drawing = Drawn(isBelow
            ? Charts.Bullet(new Churn(24, 1000), new Churn(30, 1100), target)
            : Charts.Bullet(new Retention(976, 1000), new Retention(970, 1000), target));
        XElement zone = Marks(drawing, "rect").Single(rect => (string?)rect.Attribute("fill") == Colour(ColourRole.Grid));
        XElement aim = Marks(drawing, "line").Single(line => (string?)line.Attribute("stroke-width") == "3" && Number(line, "x1") == Number(line, "x2"));

        Assert.Equal(isBelow, Math.Abs(Number(zone, "x") + Number(zone, "width") - Number(aim, "x1")) < 0.2);
        Assert.Equal("target", Assert.Throws<ArgumentOutOfRangeException>(() => Charts.Bullet(new Churn(24, 1000), target: 2)).ParamName);
    }

    [Fact]
    public void Theme_OfTheOptions_IsTakenWhereNoneIsNamed()
    {
        Chart dark = Charts.NetScore(new Nps(1, 2, 3), new() { Theme = ChartTheme.Dark });

        Assert.Equal(dark.ToSvg(ChartTheme.Dark), dark.ToSvg());
        Assert.Equal(dark.ToHtml(ChartTheme.Dark), dark.ToHtml());
        Assert.NotEqual(dark.ToSvg(ChartTheme.Light), dark.ToSvg());
        Assert.Equal("Theme", Assert.Throws<ArgumentOutOfRangeException>(() => new ChartOptions { Theme = (ChartTheme)7 }).ParamName);
    }

    [Fact]
    public void Title_OfAnEffectWithoutEvidence_NamesNoNewLevel()
    {
        KpiSeries<Csat> flat = Gallery.Series(CalendarUnit.Month, 48, i => new Csat(300 + i * 7 % 13, 400, TopBox.TwoOfFive));
        EffectEstimate effect = flat.Effect(new LocalDate(2027, 7, 1));

        Assert.Equal(ChangeVerdict.NoEvidence, effect.Verdict);
        Assert.Empty(new SeriesOverlays().With(effect).Steps);
        Assert.DoesNotContain("new level", Charts.OverTime(flat, new SeriesOverlays().With(effect)).Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Title_OfAVerdictBySamplingErrorOnly_SaysSo()
    {
        KpiSeries<Csat> few = Gallery.Series(CalendarUnit.Month, 4, i => new Csat(300 - (i == 3 ? 60 : 0) + i % 3, 400, TopBox.TwoOfFive));

        Assert.EndsWith("worse (sampling error only)", Charts.OverTime(few, new SeriesOverlays().With(few.Latest())).Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Title_NamesNoStepOutsideTheSeries_AndNoVerdictOfAnotherSeries()
    {
        KpiSeries<Nps> falling = Gallery.Series(CalendarUnit.Month, 36, i => new Nps(500, 200, 200 + (i == 35 ? 400 : i % 7)));
        KpiSeries<Nps> rising = Gallery.Series(CalendarUnit.Month, 36, i => new Nps(500 + (i == 35 ? 400 : i % 7), 200, 200));
        SeriesOverlays outside = new() { Steps = [January.Plus(-100), January.Plus(100)] };

        Assert.Equal(Charts.OverTime(falling).Title, Charts.OverTime(falling, outside).Title);
        Assert.Equal(Charts.OverTime(falling).Title, Charts.OverTime(falling, new SeriesOverlays().With(rising.Latest())).Title);
    }

    [Fact]
    public void Target_InMoney_HasItsCurrency()
    {
        Chart yen = Charts.OverTime(Gallery.Series(CalendarUnit.Month, 6, _ => new Revenue(1_234_567m, "JPY")), new SeriesOverlays { Target = 1_300_000 });

        Assert.Contains("target 1,300,000 JPY", yen.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Sparkline_OfAnUnfinishedPeriod_ShowsTheFigureOfItsTitle()
    {
        KpiSeries<OrderVolume> open = Gallery.Series(CalendarUnit.Month, 12, i => new OrderVolume(i == 11 ? 40 : 1000 + i)).Through(new LocalDate(2024, 12, 3));
        Chart chart = Charts.Sparkline(open);

        Assert.StartsWith("Order volume: 1,010 (Nov 2024)", chart.Title, StringComparison.Ordinal);
        Assert.Contains(Marks(Drawn(chart), "text"), text => text.Value == "1,010");
    }

    [Fact]
    public void Bullet_OfTwoRules_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Charts.Bullet(new Revenue(100, "EUR"), new Revenue(100, "USD")));
        Assert.Throws<ArgumentException>(() => Charts.NetScore(new NetTally(5, 3, 2), Csat.Definition));
    }

    [Fact]
    public void Names_ThatBeginAlike_AreToldApartByTheirEnds()
    {
        Segments<string, Nps> segments = Enumerable.Range(0, 25).TallyBy(i => $"A segment with a long name number {i}", i => new Nps(50 + i, 20, 30));
        string[] names = [.. Marks(Drawn(Charts.ForestPlot(segments)), "text").Select(text => text.Nodes().OfType<XText>().First().Value).Where(
            text => text.StartsWith("A seg", StringComparison.Ordinal))];

        Assert.Equal(25, names.Distinct().Count());
    }

    private static string Colour(ColourRole role) => Palette.Colour(ChartTheme.Light, role);

    private static XElement Drawn(Chart chart) => XElement.Parse(chart.ToSvg());

    private static IEnumerable<XElement> Marks(XElement drawing, string name) => drawing.Descendants().Where(mark => mark.Name.LocalName == name);

    private static double Number(XElement mark, string attribute) => double.Parse(mark.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    private static (double X, double Y)[] Corners(XElement path) =>
    [
        .. path.Attribute("d")!.Value.Split(['M', 'L', 'Z'], StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split(' ')).Select(pair =>
            (double.Parse(pair[0], CultureInfo.InvariantCulture), double.Parse(pair[1], CultureInfo.InvariantCulture))),
    ];

    private static readonly Dictionary<string, (string Name, Action Call)> Refusals = new()
    {
        ["bullet"] = ("before", () => Charts.Bullet(new Churn(1, 50, CalendarUnit.Month), new Churn(1, 50, CalendarUnit.Year))),
        ["slope"] = ("before", () => Charts.Slope(
            new[] { "a" }.TallyBy(key => key, _ => new Churn(1, 50, CalendarUnit.Year)),
            new[] { "a" }.TallyBy(key => key, _ => new Churn(1, 50, CalendarUnit.Month)),
            "x",
            "y")),
    };

    public static TheoryData<string> RefusalsNames => [.. Refusals.Keys];

    [Theory]
    [MemberData(nameof(RefusalsNames))]
    public void Chart_OfRecordsOfAnotherRule_NamesTheArgument(string refusal)
    {
        (string name, Action call) = Refusals[refusal];

        Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(call).ParamName);
    }
}
