using System.Reflection;
using System.Text.RegularExpressions;
using CxKpi.Tests.Documentation;
using CxKpi.Trends;
using Microsoft.CodeAnalysis.CSharp;
using NodaTime;

namespace CxKpi.Tests.Series.Tallying;

/// <summary>Rows bring the dates and times of the base class library: each of them enters without a conversion, and nothing is taken for UTC unasked.</summary>
public class TallyDatesTests
{
    private const string Offset = "System.DateTimeOffset", Time = "System.DateTime";

    private static readonly Regex LooksAtTheKind = new(@"System\.DateTime\b", RegexOptions.None, TimeSpan.FromSeconds(10));
    private static readonly Regex FirstOffset = new(@"System\.DateTimeOffset", RegexOptions.None, TimeSpan.FromSeconds(10));

    private static readonly DateTimeZone Zurich = DateTimeZoneProviders.Tzdb["Europe/Zurich"];
    private static readonly TimeZoneInfo ZurichInfo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich");

    // The last one lies in May in Zurich, and in April in UTC.
    private static readonly Instant[] Instants = [Instant.FromUtc(2026, 3, 2, 9, 0), Instant.FromUtc(2026, 4, 3, 9, 0), Instant.FromUtc(2026, 4, 30, 22, 30)];

    private static readonly KpiSeries<ContactVolume> Expected = Instants.TallyBy(CalendarUnit.Month, at => at, Zurich, _ => new ContactVolume(1, 1));

    [Fact]
    public void TallyBy_DateOnly_IsThatOfTheLocalDate()
    {
        DateOnly[] days = [new(2026, 3, 2), new(2026, 4, 3), new(2026, 5, 1)];

        KpiSeries<ContactVolume> series = days.TallyBy(CalendarUnit.Month, day => day, _ => new ContactVolume(1, 1));

        Assert.Equal(Expected.ToString(), series.ToString());
        Assert.Equal(["2026-03", "2026-04", "2026-05"], series.Select(month => month.Key.ToString()));
    }

    [Fact]
    public void TallyBy_TimesOfAnyType_GiveTheSameSeries()
    {
        DateTimeOffset[] offsets = [.. Instants.Select(at => at.ToDateTimeOffset().ToOffset(TimeSpan.FromHours(-7)))];
        DateTime[] utc = [.. Instants.Select(at => at.ToDateTimeUtc())];
        DateTime[] columns = [.. utc.Select(time => DateTime.SpecifyKind(time, DateTimeKind.Unspecified))];
        ContactVolume One<T>(T row) => new(1, 1);

        Assert.Equal(Expected, Instants.TallyBy(CalendarUnit.Month, at => at, ZurichInfo, One));
        Assert.Equal(Expected, offsets.TallyBy(CalendarUnit.Month, at => at, Zurich, One));
        Assert.Equal(Expected, offsets.TallyBy(CalendarUnit.Month, at => at, ZurichInfo, One));
        Assert.Equal(Expected, utc.TallyBy(CalendarUnit.Month, at => at, Zurich, One));
        Assert.Equal(Expected, utc.TallyBy(CalendarUnit.Month, at => at, ZurichInfo, One));
        Assert.Equal(Expected, columns.TallyBy(CalendarUnit.Month, at => Dates.FromUtc(at), ZurichInfo, One));
        Assert.Equal(Expected, columns.TallyBy(CalendarUnit.Month, at => Dates.FromLocal(at.AddHours(at.Month == 3 ? 1 : 2), Zurich), Zurich, One));
    }

    [Fact]
    public void TallyBy_TimeWithoutKind_ThrowsWithPosition()
    {
        DateTime[] columns = [DateTime.SpecifyKind(new(2026, 3, 2), DateTimeKind.Utc), new(2026, 3, 3)];

        Assert.Contains(
            "(at position 1); got 2026-03-03T00:00:00",
            Assert.Throws<ArgumentOutOfRangeException>(
                "rows", () => columns.TallyBy(CalendarUnit.Day, at => at, Zurich, _ => new ContactVolume(1, 1))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void TallyBy_AsOf_MarksTheLastPeriod()
    {
        DateTimeOffset[] offsets = [.. Instants.Select(at => at.ToDateTimeOffset())];

        Assert.True(offsets.TallyBy(CalendarUnit.Month, at => at, Zurich, _ => new ContactVolume(1, 1), asOf: offsets[2]).IsLastIncomplete);
        Assert.False(offsets.TallyBy(CalendarUnit.Month, at => at, Zurich, _ => new ContactVolume(1, 1), asOf: offsets[2].AddDays(40)).IsLastIncomplete);
        Assert.Throws<ArgumentNullException>("zone", () => offsets.TallyBy(CalendarUnit.Month, at => at, (TimeZoneInfo)null!, _ => new ContactVolume(1, 1)));
        Assert.Throws<ArgumentNullException>(
            "time", () => offsets.TallyBy(CalendarUnit.Month, (Func<DateTimeOffset, DateTimeOffset>)null!, Zurich, _ => default(Nps)));
    }

    [Fact]
    public void Days_OfTheBaseClassLibrary_AreThoseOfNodaTime()
    {
        DateOnly day = new(2026, 4, 15), last = new(2026, 5, 31);
        LocalDate local = new(2026, 4, 15), end = new(2026, 5, 31);
        PeriodSeries figures = Expected.ToPeriodSeries();

        Assert.Equal(Expected.Through(local), Expected.Through(day));
        Assert.Equal(Expected.Since(local), Expected.Since(day));
        Assert.Equal(Expected.Slice(local, end), Expected.Slice(day, last));
        Assert.Equal(figures.Through(local), figures.Through(day));
        Assert.Equal(figures.Since(local), figures.Since(day));
        Assert.Equal(figures.Slice(local, end), figures.Slice(day, last));
        Assert.Equal(CalendarPeriod.Parse("2026-04"), CalendarPeriod.Containing(CalendarUnit.Month, day));
        Assert.True(CalendarPeriod.Parse("2026-04").Contains(day));
        Assert.Equal(Target.AtMost(9, deadline: end), Target.AtMost(9, deadline: last));
        Assert.Equal(Target.AtLeast(9, 3, end), Target.AtLeast(9, last, baseline: 3));
        Assert.Equal(Target.RelativeChange(-0.1, 30, end), Target.RelativeChange(-0.1, 30, last));
        Assert.Equal(Target.AllWithin(Duration.FromHours(4), 0.9), Target.AllWithin(TimeSpan.FromHours(4), 0.9));
        Assert.Equal(Scorecard.Titled("Service", local).Build().AsOf, Scorecard.Titled("Service", day).Build().AsOf);
        CalendarPeriod april = CalendarPeriod.Parse("2026-04");
        Assert.Equal(Regressor.Dates("holiday", [local]).ValueIn(april), Regressor.Dates("holiday", [day]).ValueIn(april));
        Assert.Equal(Regressor.Window("campaign", local, end).ValueIn(april), Regressor.Window("campaign", day, last).ValueIn(april));
    }

    [Fact]
    public void Effect_FromDateOnly_IsThatFromTheLocalDate()
    {
        KpiSeries<Csat> series = KpiSeries.From(CalendarUnit.Month, Enumerable.Range(0, 48)
            .Select(i => (CalendarPeriod.Parse("2022-01").Plus(i), new Csat((i < 30 ? 700 : 780) + i * 7 % 11, 1000, TopBox.TwoOfFive))));
        PeriodSeries figures = series.ToPeriodSeries();

        Assert.Equal(series.Effect(new LocalDate(2024, 7, 1)).ToString(), series.Effect(new DateOnly(2024, 7, 1)).ToString());
        Assert.Equal(
            figures.Effect(new LocalDate(2024, 7, 1), new LocalDate(2024, 12, 31)).ToString(),
            figures.Effect(new DateOnly(2024, 7, 1), new DateOnly(2024, 12, 31)).ToString());
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.CSharp14)]
    public void Doors_UnderEachLanguageVersion_Bind(LanguageVersion version)
    {
        const string Program = """
            DateTimeZone zone = DateTimeZone.Utc; TimeZoneInfo info = TimeZoneInfo.Utc;
            (DateOnly Day, LocalDate Date, Instant Instant, DateTimeOffset At, DateTime Utc, DateTime? Closed, TimeSpan Wait, int Score)[] rows = [];
            KpiSeries<Nps>[] all =
            [
                rows.TallyBy(CalendarUnit.Month, r => r.Day, r => Nps.FromAnswer(r.Score)),
                rows.TallyBy(CalendarUnit.Month, r => r.Date, r => Nps.FromAnswer(r.Score)),
                rows.TallyBy(CalendarUnit.Month, r => DateOnly.FromDateTime(r.Utc), r => Nps.FromAnswer(r.Score)),
                rows.TallyBy(CalendarUnit.Month, r => r.Instant, zone, r => Nps.FromAnswer(r.Score)),
                rows.TallyBy(CalendarUnit.Month, r => r.Instant, info, r => Nps.FromAnswer(r.Score), asOf: null),
                rows.TallyBy(CalendarUnit.Month, r => r.At, zone, r => Nps.FromAnswer(r.Score), DateTimeOffset.UtcNow),
                rows.TallyBy(CalendarUnit.Month, r => r.At, info, r => Nps.FromAnswer(r.Score)),
                rows.TallyBy(CalendarUnit.Month, r => r.Utc, zone, r => Nps.FromAnswer(r.Score), DateTime.UtcNow),
                rows.TallyBy(CalendarUnit.Month, r => r.Utc, info, r => Nps.FromAnswer(r.Score), asOf: null),
                rows.TallyBy(CalendarUnit.Month, r => Dates.FromUtc(r.Utc), info, r => Nps.FromAnswer(r.Score)),
            ];
            Ticket[] tickets =
            [
                new(rows[0].Instant), new(rows[0].At, null, rows[0].At), new(rows[0].Utc, Resolved: rows[0].Closed), Ticket.FromUtc(rows[0].Utc),
            ];
            ContactLog[] logs =
            [
                ContactLog.FromContacts(rows, r => r.Score, r => r.Instant, rows[0].Instant, rows[0].Instant),
                ContactLog.FromContacts(rows, r => r.Score, r => r.At, rows[0].At, rows[0].At),
                ContactLog.FromContacts(rows, r => r.Score, r => r.Utc, DateTime.UtcNow, DateTimeOffset.UtcNow),
            ];
            QueueThresholds[] thresholds = [new(TimeSpan.FromSeconds(20)), new(Duration.FromSeconds(20)), new(null, Duration.Zero), new(TimeSpan.Zero, null)];
            AverageSpeedOfAnswer[] answers = [AverageSpeedOfAnswer.FromWaits(rows.Select(r => r.Wait)), AverageSpeedOfAnswer.FromWaits([rows[0].Wait])];
            DurationTally[] times =
            [
                DurationTally.FromDurations(new TimeSpan[1]), DurationTally.FromDurations(new List<Duration>()), DurationTally.FromDurations([TimeSpan.Zero]),
                rows.Select(r => r.Wait).Select(DurationTally.One).First(), new Duration[1].Select(DurationTally.One).First(),
            ];
            CustomerFlow flow = CustomerFlow.FromSubscriptions(rows, r => r.Score, r => r.Utc, r => r.Closed, DateTime.UtcNow, DateTime.UtcNow);
            CustomerFlow days = CustomerFlow.FromSubscriptions(rows, r => r.Score, r => r.Day, r => (DateOnly?)r.Day, new(2026, 1, 1), new(2026, 2, 1));
            EffectEstimate effect = all[0].Effect(rows[0].Day, options: null);
            Console.WriteLine($"{all.Length} {tickets.Length} {logs.Length} {thresholds.Length} {answers.Length} {times.Length} {flow} {days} {effect}");
            """;

        Assert.Equal([], ReaderProgram.Compile(Program, ["CxKpi", "CxKpi.Trends", "NodaTime"], version).Findings);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.CSharp14)]
    public void Doors_WithoutAnyType_TakeNodaTime(LanguageVersion version)
    {
        const string Program = """
            CalendarPeriod period = CalendarPeriod.Containing(CalendarUnit.Month, new(2026, 1, 1));
            FirstResponseTime none = FirstResponseTime.FromDurations([], open: 3);
            Ticket ticket = new(default);
            Console.WriteLine($"{period} {none} {ticket} {DurationTally.One(default)}");
            """;

        Assert.Equal([], ReaderProgram.Compile(Program, ["CxKpi", "NodaTime"], version).Findings);
    }

    // A DateTime turns into a DateTimeOffset in silence, by the time zone of the machine: a door for the one needs a door for the other that looks at the kind.
    [Fact]
    public void Doors_ForTimesWithOffset_HaveOneThatLooksAtTheKind()
    {
        string[] signatures = [.. typeof(Nps).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods().Cast<MethodBase>().Concat(type.GetConstructors()))
            .Select(door => $"{door.DeclaringType!.Name}.{door.Name} {string.Join(", ", door.GetParameters().Select(parameter => parameter.ParameterType))}")];
        string[] offsets = [.. signatures.Where(door => door.Contains(Offset, StringComparison.Ordinal) && !LooksAtTheKind.IsMatch(door))];

        Assert.NotEmpty(offsets);
        Assert.Equal([], offsets.Where(door => !signatures.Contains(door.Replace(Offset, Time, StringComparison.Ordinal))
            && !signatures.Contains(FirstOffset.Replace(door, Time, 1))));
    }
}
