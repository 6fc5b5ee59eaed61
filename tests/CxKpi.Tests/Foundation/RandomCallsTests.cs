using System.Globalization;
using System.Text.Json;
using CxKpi.Practices;
using CxKpi.Value;
using NodaTime;

namespace CxKpi.Tests.Foundation;

/// <summary>What calls at random found: each was a hang, another library's exception, or a figure that is none.</summary>
public class RandomCallsTests
{
    private static readonly LocalDate Day = new(2026, 1, 1);

    [Fact]
    public void TimesThatPassTheRange_AreRefusedByName() => Assert.Throws<ArgumentOutOfRangeException>(
        "talk", () => new AverageHandleTime(1, Duration.FromMinutes(3), Duration.Zero, Duration.MaxValue));

    [Fact]
    public void BandOfTheLastInstant_IsRefusedByName() => Assert.Throws<ArgumentOutOfRangeException>(
        "at", () => TimeOfDayBand.Of(Instant.MaxValue, DateTimeZoneProviders.Tzdb["Europe/Paris"], 30));

    [Fact]
    public void DaysWithoutEnd_AreRefusedByName()
    {
        Assert.Throws<ArgumentOutOfRangeException>("days", () => RepeatWindow.OfDays(int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(
            "days", () => new[] { 1 }.TallyByRecentInvitations(_ => new Invitation<int>(1, Day), int.MaxValue, _ => new AnswerRate(1, 1)));
    }

    [Fact]
    public void ChangeOfATarget_BeyondTheRange_IsUndefined() => Assert.Null(Target.AtLeast(1e300, baseline: 1e-300).Change);

    [Fact]
    public void BandsWithoutEnd_AreRefusedByName() =>
        Assert.Throws<ArgumentOutOfRangeException>("bands", () => RfmBands.From([(Day, 1, 10m)], Day, int.MaxValue));

    [Fact]
    public void LedgerWithoutEnd_IsRefusedByName()
    {
        SubscriptionLedger<int> ledger = SubscriptionLedger.Of([new Subscription<int>(1, new LocalDate(1, 1, 2))]);
        CalendarPeriod first = CalendarPeriod.Containing(CalendarUnit.Day, new LocalDate(1, 1, 2)), last = CalendarPeriod.Containing(CalendarUnit.Day, Day);

        Assert.Throws<ArgumentException>("through", () => ledger.Movements(first, LocalDate.MaxIsoValue));
        Assert.Throws<ArgumentException>("through", () => ledger.RecurringRevenue(first, LocalDate.MaxIsoValue));
        Assert.Throws<ArgumentException>("lastComplete", () => ledger.Cohorts(last));
        Assert.Throws<ArgumentException>(
            "rows", () => CohortTable.FromActivity([(1, new LocalDate(1, 1, 2)), (1, Day)], row => row.Item1, row => row.Item2, last));
    }

    [Fact]
    public void DocumentWithHalfACharacter_IsRefusedAsJson()
    {
        Assert.Throws<JsonException>(() => Benchmark.ListFromJson("\ud800"));
        Assert.Throws<JsonException>(() => Scorecard.FromJson("{\"\ud800\":1}"));
    }

    [Theory]
    [InlineData(1e300, 100, 0.95, 0.4194, 5, 0.5, 1e300, 0)]
    [InlineData(1e17, 1, 1, 1, 0, 0, 1, 0)]
    [InlineData(1e20, 1e20, 1, 1, 1, 1, 2, 0.5216)]
    public void LeavingOfExtremeCustomers_HasAnEnd(double r, double alpha, double s, double beta, int bought, double last, double age, double alive) =>
        Assert.Equal(alive, new ParetoNbd(r, alpha, s, beta, CalendarUnit.Week).ProbabilityAlive(new PurchaseHistory(bought, last, age)), 1e-4);

    [Theory]
    [InlineData("3.135", "0.5")]
    [InlineData("6.2", "0.518")]
    public void WeightedMeanOfTheHighestAnswers_IsTheHighest(string one, string other)
    {
        decimal[] weights = [decimal.Parse(one, CultureInfo.InvariantCulture), decimal.Parse(other, CultureInfo.InvariantCulture)];

        Assert.Equal(5, weights.Tally(_ => MeanRating.FromAnswer(5, RatingScale.OneToFive), weight: own => own).Value);
    }

    [Fact]
    public void MissingParts_AreRefusedByName()
    {
        (string, IReadOnlyList<double>)[] blank = [(" ", [1, 2])], absent = [("speed", null!)];
        (string, Func<int, double?>)[] none = [("speed", null!)];

        Assert.Throws<ArgumentNullException>("benchmarks", () => Benchmark.ListToJson([null!]));
        Assert.Throws<ArgumentException>("drivers", () => DriverAnalysis.OfColumns([1, 2, 3], blank));
        Assert.Throws<ArgumentNullException>("drivers", () => DriverAnalysis.OfColumns([1, 2, 3], absent));
        Assert.Throws<ArgumentNullException>("drivers", () => DriverAnalysis.Of([1, 2, 3], _ => 1, none));
    }

    [Fact]
    public void CohortOfAnotherCalendar_IsRefusedByName() => Assert.Throws<ArgumentException>(
        "start",
        () => CohortTable.FromSubscriptions(
            [1], row => row, _ => Day.WithCalendar(CalendarSystem.Julian), _ => (LocalDate?)null, CalendarPeriod.Month(2026, 3)));

    [Fact]
    public void SegmentWithABlankName_IsDrawn()
    {
        Segments<int, Nps> segments = new[] { 0 }.TallyBy(key => key, _ => new Nps(1, 1, 1));

        Assert.NotEmpty(Charts.Slope(segments, segments, "2025", " ").ToSvg());
    }
}
