using System.Text.Json;
using NodaTime;

namespace CxKpi.Tests.Customers;

public class SurvivalCurveTests
{
    /// <summary>The remission times under 6-mercaptopurine of E. Freireich et al. (1963), in weeks, as in every textbook of survival.</summary>
    private static readonly SurvivalTally Remissions = SurvivalTally.FromTenures(
        [
            new(6, true, count: 3), new(6, false), new(7, true), new(9, false), new(10, true), new(10, false), new(11, false), new(13, true), new(16, true),
            new(17, false), new(19, false), new(20, false), new(22, true), new(23, true), new(25, false),
            new(32, false, count: 2), new(34, false), new(35, false),
        ],
        CalendarUnit.Week);

    [Fact]
    public void Points_OfTheTextbook_AreItsFigures()
    {
        SurvivalCurve curve = Remissions.Curve();

        Assert.Equal([0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448], curve.Points.Where(x => x.Ended > 0).Select(x => Math.Round(x.Survival, 3)));
        Assert.Equal((21, 3, 1), (curve.Points[0].AtRisk, curve.Points[0].Ended, curve.Points[0].Open));
        Assert.Equal(new(0.5, 23, 13, null), (curve.Median.Share, curve.Median.Time, curve.Median.Lower, curve.Median.Upper));
    }

    [Theory]
    [InlineData(SurvivalLimits.LogLog)]
    [InlineData(SurvivalLimits.Log)]
    [InlineData(SurvivalLimits.Plain)]
    [InlineData(SurvivalLimits.Logit)]
    [InlineData(SurvivalLimits.ArcSine)]
    public void Limits_AtNoConfidence_LieAroundTheCurve(SurvivalLimits limits)
    {
        SurvivalCurve curve = Remissions.Curve(1e-300, limits);
        Assert.All(curve.Points, point => Assert.True(point.Lower <= point.Survival && point.Survival <= point.Upper));
        Assert.All(curve.Points, point => Assert.True(curve.IncidenceAt(point.Time) is { } x && x.Lower <= x.Value && x.Value <= x.Upper));
    }

    [Fact]
    public void At_AnyTime_IsTheCurveThere()
    {
        SurvivalCurve curve = Remissions.Curve();

        Assert.Equal(1, curve.At(0)!.Value.Survival);
        Assert.Equal(21, curve.At(5.9)!.Value.AtRisk);
        Assert.Equal(curve.Points[0], curve.At(6));
        Assert.Equal((17, 0, curve.Points[0].Survival), (curve.At(6.5)!.Value.AtRisk, curve.At(6.5)!.Value.Ended, curve.At(6.5)!.Value.Survival));
        Assert.Equal(curve.Points[^1], curve.At(35));
        Assert.Null(curve.At(36));
        Assert.Null(curve.At(-1));
        Assert.Throws<ArgumentOutOfRangeException>("time", () => curve.At(double.NaN));
    }

    // The same customers, with time in another unit.
    [Theory]
    [InlineData(1e160)]
    [InlineData(1e200)]
    [InlineData(1e-200)]
    public void RestrictedMean_OfTimesOfAnySize_KeepsItsLimits(double unit)
    {
        Estimate plain = Mean(1), scaled = Mean(unit);

        Assert.Equal(plain.Value, scaled.Value / unit, 1e-12);
        Assert.Equal(plain.StandardError!.Value, scaled.StandardError!.Value / unit, 1e-12);
        Assert.Equal(plain.Lower!.Value, scaled.Lower!.Value / unit, 1e-12);

        static Estimate Mean(double unit) =>
            SurvivalTally.FromTenures([new(unit, true), new(2 * unit, false), new(3 * unit, true)]).Curve().RestrictedMean()!.Value;
    }

    [Fact]
    public void RestrictedMean_WithoutVariance_HasNoLimits()
    {
        SurvivalCurve alike = SurvivalTally.FromTenures([new(3, true, count: 4)], CalendarUnit.Month).Curve();
        Estimate mean = alike.RestrictedMean()!.Value;

        Assert.Equal((3, null, null), (mean.Value, mean.Lower, mean.Upper));
        Assert.True(mean.Flags.HasFlag(EstimateFlags.ZeroVariance));
        Assert.Null(alike.RestrictedMeanChangeFrom(alike)!.Value.Lower);
        Assert.EndsWith("Up to 3 months it lasts 3 months on average.", alike.ToString(), StringComparison.Ordinal);
        Assert.Contains("Bis 3 Monate dauert es im Mittel 3 Monate.", alike.ToText(ReportLanguage.German), StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_WithoutLimits_LeavesThemOut()
    {
        Assert.Equal("0: 100.0%, 21 at risk", Remissions.Curve().At(0).ToString());
        Assert.Equal("3: 0", SurvivalTally.FromTenures([new(3, false)]).Hazard()[0].ToString());
    }

    [Fact]
    public void Json_OfPointsAndQuantiles_BringsThemBack()
    {
        AssertComesBack(Remissions.Curve().Points);
        AssertComesBack(Remissions.Hazard());
        AssertComesBack([Remissions.Curve().Median, Remissions.Curve().Quantile(0.25), default]);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<SurvivalQuantile>("""{"Share":2,"Time":null,"Lower":null,"Upper":null}"""));

        static void AssertComesBack<T>(IReadOnlyList<T> records) =>
            Assert.Equal(records, records.Select(record => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(record))!));
    }

    [Fact]
    public void Curve_WithoutCustomers_SaysNothing()
    {
        SurvivalCurve curve = SurvivalTally.Empty.Curve();

        Assert.Empty(curve.Points);
        Assert.Null(curve.Start);
        Assert.Null(curve.EmptiesAt);
        Assert.Null(curve.RestrictedMean());
        Assert.Null(curve.At(0));
        Assert.Null(curve.Median.Time);
        Assert.Null(curve.RestrictedMeanChangeFrom(Remissions.Curve()));
        Assert.Equal("no data", curve.ToString());
    }

    [Fact]
    public void Curve_NobodyLeaves_StaysAtOneWithoutLimits()
    {
        SurvivalCurve curve = SurvivalTally.FromTenures([new(5, false), new(8, false)]).Curve();

        Assert.All(curve.Points, point => Assert.Equal((1, 0, null, null), (point.Survival, point.StandardError, point.Lower, point.Upper)));
        Assert.Null(curve.Median.Time);
        Estimate mean = curve.RestrictedMean()!.Value;
        Assert.Equal((8, 0, EstimateFlags.ZeroVariance), (mean.Value, mean.StandardError, mean.Flags));
        Assert.StartsWith("Fewer than half have ended as far as one can see. Up to 8 it lasts 8 on average", curve.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Curve_EverybodyLeavesAtOnce_FallsToZeroWithoutLimits()
    {
        SurvivalCurve curve = SurvivalTally.FromTenures([new(5, true, count: 7)]).Curve();

        SurvivalPoint point = Assert.Single(curve.Points);
        Assert.Equal((0, null, null, null), (point.Survival, point.StandardError, point.Lower, point.Upper));
        Assert.Equal((5, null, null), (curve.Median.Time, curve.Median.Lower, curve.Median.Upper));
        Assert.Null(curve.EmptiesAt);

        // Nobody is there any more, so that the area is known as far as one likes.
        Assert.Equal(5, curve.RestrictedMean(100)!.Value.Value);
        Assert.Equal(0, curve.At(100)!.Value.Survival);
    }

    [Fact]
    public void Curve_LeavingAtOnceOfOneCustomer_IsAllThereIs()
    {
        SurvivalCurve curve = SurvivalTally.FromTenures([new(0, true)]).Curve();

        Assert.Equal(0, Assert.Single(curve.Points).Survival);
        Assert.Equal(0, curve.RestrictedMean()!.Value.Value);
        Assert.Equal(0, curve.Median.Time);
    }

    [Fact]
    public void EmptiesAt_FewWatchedEarly_TellsWhenAndHowToGoOn()
    {
        SurvivalTally tally = SurvivalTally.FromTenures([new(3, true), new(20, false, entry: 5), new(12, true, entry: 6)]);
        SurvivalCurve curve = tally.Curve(), later = tally.After(5).Curve();

        Assert.Equal(3, curve.EmptiesAt);
        Assert.Equal(0, curve.Points[^1].Survival);
        Assert.Contains("at 3 it had happened to all who were watched", curve.ToText(), StringComparison.OrdinalIgnoreCase);
        Assert.Null(later.EmptiesAt);
        Assert.Equal(5, later.Start);
        Assert.Equal(0.5, later.Points[^1].Survival);
        Assert.Equal(1, later.At(5)!.Value.AtRisk);
        Assert.Contains("Of those to whom it had not happened by 5.", later.ToText(), StringComparison.Ordinal);
    }

    // The first was last seen at 3, and the next are watched from 5 on: of the time between nothing is known.
    [Fact]
    public void WatchedUntil_NobodyAtRiskForAWhile_EndsWhatTheCurveSays()
    {
        SurvivalTally tally = SurvivalTally.FromTenures([new(2, true), new(3, false), new(9, true, entry: 5), new(12, false, entry: 6)]);
        SurvivalCurve curve = tally.Curve();

        Assert.Equal(3, curve.WatchedUntil);
        Assert.Null(curve.EmptiesAt);
        Assert.Equal([true, false, false, true, true], new[] { 3.0, 3.5, 5, 5.5, 12 }.Select(time => curve.At(time) is not null));
        Assert.Null(curve.IncidenceAt(4));
        Assert.Equal([0, 1, 2, 3, 6, 7, 8, 9, 10, 11, 12], SurvivalRow.Of(curve, 13).Select(row => row.Point.Time));
        Assert.Equal((2, 2), (SurvivalRow.Of(curve, 13).Sum(row => row.Ended), SurvivalRow.Of(curve, 13).Sum(row => row.Open)));

        Assert.Equal(2.5, curve.RestrictedMean()!.Value.Value);
        Assert.Null(curve.RestrictedMean(4));
        Assert.Equal(0, curve.RestrictedMeanChangeFrom(SurvivalTally.FromTenures([new(2, true), new(4, false)]).Curve())!.Value.Difference);
        Assert.Contains("Up to 3 it lasts 2.5 on average", curve.ToString(), StringComparison.Ordinal);
        Assert.Contains("After 3 nobody was watched for a while", curve.ToText(), StringComparison.Ordinal);
        Assert.Contains("Après 3, plus personne n'a été observé", curve.ToText(ReportLanguage.French), StringComparison.Ordinal);
        Assert.Contains("Nach 3 wurde eine Zeit lang niemand beobachtet", curve.ToMarkdown(ReportLanguage.German), StringComparison.Ordinal);

        // No break where the next enters as the last leaves, or where nobody is left whom others could follow.
        Assert.Equal(9, SurvivalTally.FromTenures([new(3, false), new(9, true, entry: 3)]).Curve().WatchedUntil);
        Assert.Equal(2.5, SurvivalTally.FromTenures([new(2, true), new(3, true), new(9, true, entry: 5)]).Curve().RestrictedMean(20)!.Value.Value);
        Assert.Equal(35, Remissions.Curve().WatchedUntil);
        Assert.Null(SurvivalTally.Empty.Curve().WatchedUntil);
        Assert.Equal(5, tally.After(4).Curve().Start);
    }

    [Fact]
    public void IncidenceAt_ATime_IsTheRestWithItsLimits()
    {
        SurvivalCurve curve = Remissions.Curve();
        (Estimate estimate, SurvivalPoint point) = (curve.IncidenceAt(10)!.Value, curve.At(10)!.Value);

        Assert.Equal((1 - point.Survival, 1 - point.Upper, 1 - point.Lower), (estimate.Value, estimate.Lower, estimate.Upper));
        Assert.Equal((point.StandardError, 21, KpiUnit.Share), (estimate.StandardError, estimate.N, estimate.Unit));
        Assert.True(curve.IncidenceAt(0) is { Value: 0, Lower: null, Upper: null, Flags: EstimateFlags.Boundary });
        Assert.Equal(1, SurvivalTally.FromTenures([new(3, true)]).Curve().IncidenceAt(3)!.Value.Value);
        Assert.Null(curve.IncidenceAt(99));
    }

    [Fact]
    public void Faces_OfANamedEvent_SayItInBothViews()
    {
        SurvivalCurve down = Remissions.Curve() with { EventName = "ordered again" }, up = down with { View = SurvivalView.Incidence };
        string text = up.ToText();

        Assert.StartsWith("Ordered again over time\n", text, StringComparison.Ordinal);
        Assert.Contains("Ordered again  Still open  Ordered again, share", text, StringComparison.Ordinal);
        Assert.Contains("Ordered again: half by 23 weeks (95% interval: at least 13).", text, StringComparison.Ordinal);
        Assert.Contains("24.7%  11.1% to 49.7%", text, StringComparison.Ordinal);
        Assert.StartsWith("Not yet ordered again over time\n", down.ToText(), StringComparison.Ordinal);
        string german = (down with { EventName = "wieder bestellt" }).ToText(ReportLanguage.German);
        string french = (up with { EventName = "recommandé" }).ToMarkdown(ReportLanguage.French);
        Assert.StartsWith("Noch nicht wieder bestellt im Zeitverlauf\n", german, StringComparison.Ordinal);
        Assert.Contains("Recommandé\u202F: la moitié au bout de 23", french, StringComparison.Ordinal);
        Assert.StartsWith("Ended over time\n", (up with { EventName = " " }).ToText(), StringComparison.Ordinal);
        Assert.Equal(down.ToCsv(), up.ToCsv());

        Assert.Equal(up, JsonSerializer.Deserialize<SurvivalCurve>(JsonSerializer.Serialize(up)));
        Assert.NotEqual(down, up);
        Assert.NotEqual(down, Remissions.Curve());
        Assert.Throws<ArgumentOutOfRangeException>("View", () => down with { View = (SurvivalView)9 });
    }

    [Fact]
    public void RestrictedMean_BeyondWhatWasSeen_IsNothing()
    {
        SurvivalCurve curve = Remissions.Curve();

        Assert.Null(curve.RestrictedMean(36));
        Assert.Equal(0, curve.RestrictedMean(0)!.Value.Value);
        Assert.Throws<ArgumentOutOfRangeException>("until", () => curve.RestrictedMean(-1));
        Assert.Throws<ArgumentOutOfRangeException>("until", () => Remissions.After(10).Curve().RestrictedMean(9));
    }

    [Fact]
    public void RestrictedMeanChangeFrom_OtherUnitOrStart_Throws()
    {
        Assert.Throws<ArgumentException>("baseline", () => Remissions.Curve().RestrictedMeanChangeFrom(Remissions.After(5).Curve()));
        Assert.Throws<ArgumentException>("baseline", () => Remissions.Curve().RestrictedMeanChangeFrom(new SurvivalTally(Remissions.Steps).Curve()));
    }

    [Fact]
    public void RestrictedMeanChangeFrom_OfItself_IsNone()
    {
        Change change = Remissions.Curve().RestrictedMeanChangeFrom(Remissions.Curve())!.Value;

        Assert.Equal((0, 1, ChangeVerdict.NoEvidence), (change.Difference, change.PValue, change.Verdict));
    }

    [Fact]
    public void Curve_WrongOptions_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => Remissions.Curve(95));
        Assert.Throws<ArgumentOutOfRangeException>("limits", () => Remissions.Curve(0.95, (SurvivalLimits)9));
        Assert.Throws<ArgumentOutOfRangeException>("share", () => Remissions.Curve().Quantile(1));
        Assert.Throws<ArgumentNullException>("tally", () => new SurvivalCurve(null!));
    }

    [Fact]
    public void ToText_OfTheTextbook_ShowsRoundTimes()
    {
        string text = Remissions.Curve().ToText();

        Assert.Equal(
            """
            Not yet ended over time
            Time in weeks  At risk  Ended  Still open  Not yet ended        Interval
            ------------------------------------------------------------------------
                        0       21      0           0         100.0%
                        5       21      0           0         100.0%
                       10       15      5           3          75.3%  50.3% to 88.9%
                       15       11      1           1          69.0%  43.2% to 84.9%
                       20        8      1           3          62.7%  36.8% to 80.5%
                       25        5      2           1          44.8%  18.8% to 68.0%
                       30        4      0           0          44.8%  18.8% to 68.0%
                       35        1      0           4          44.8%  18.8% to 68.0%

            """.ReplaceLineEndings("\n"),
            text[..(text.IndexOf("\n\n", StringComparison.Ordinal) + 1)]);
        Assert.EndsWith(
            "Half have ended by 23 weeks (95% interval: at least 13).\nUp to 35 weeks it lasts 23.29 weeks on average (95% interval: 17.75 to 28.83).\n",
            text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReportLanguage.French, "Durée en semaines", "La moitié ont terminé au bout de 23\u202Fsemaines")]
    [InlineData(ReportLanguage.German, "Dauer in Wochen", "Bei der Hälfte beendet nach 23\u00A0Wochen")]
    public void Faces_InALanguage_AreInIt(ReportLanguage language, string head, string median)
    {
        SurvivalCurve curve = Remissions.Curve();

        Assert.All(
            [curve.ToText(language), curve.ToMarkdown(language), curve.ToHtml(language)],
            face => Assert.True(face.Contains(head, StringComparison.OrdinalIgnoreCase) && face.Contains(median[..10], StringComparison.Ordinal), face));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(language), () => curve.ToText((ReportLanguage)9));
    }

    [Fact]
    public void ToCsv_HasEveryTime()
    {
        string[] lines = Remissions.Curve().ToCsv().Split("\r\n");

        Assert.Equal("time,at_risk,ended,open,survival,standard_error,lower,upper", lines[0]);
        Assert.Equal(16 + 2, lines.Length);
        Assert.StartsWith("6,21,3,1,0.8571428571428571,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_OfYearsOfDays_AreFewAndRound()
    {
        SurvivalCurve curve = SurvivalTally.FromTenures(
            Tenure.FromSubscriptions(Enumerable.Range(0, 900), i => new LocalDate(2023, 1, 1).PlusDays(i), _ => null, new(2023, 1, 1), new(2026, 1, 1)),
            CalendarUnit.Day).Curve();

        Assert.Equal([0, 180, 360, 540, 720, 900, 1080], SurvivalRow.Of(curve, 10).Select(row => row.Point.Time));
        SurvivalRow[] rows = SurvivalRow.Of(curve, 10);
        Assert.Equal(900, rows.Sum(row => row.Open) + rows[^1].Point.AtRisk - rows[^1].Point.Open);
    }
}
