using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Complaints;

public class ComplaintsHandledOnTimeTests
{
    private static readonly Instant Start = Instant.FromUtc(2025, 3, 1, 0, 0);
    private static readonly Duration TenDays = Duration.FromDays(10);

    [Fact]
    public void FromLog_WorkedExample_Gives72Percent()
    {
        IEnumerable<(Instant, Instant?)> log =
        [
            .. Enumerable.Repeat((Start, (Instant?)Day(10)), 18),
            .. Enumerable.Repeat((Start, (Instant?)Day(11)), 2),
            .. Enumerable.Repeat((Start, (Instant?)null), 5),
        ];

        ComplaintsHandledOnTime onTime = ComplaintsHandledOnTime.FromLog(log, TenDays, asOf: Day(11));

        Assert.Equal(new ComplaintsHandledOnTime(onTime: 18, due: 25, TenDays), onTime);
        Assert.Equal(0.72, onTime.Value);
    }

    [Fact]
    public void FromLog_OpenPastItsTarget_IsAMiss() =>
        Assert.Equal(new ComplaintsHandledOnTime(0, 1, TenDays), ComplaintsHandledOnTime.FromLog([(Start, null)], TenDays, asOf: Day(10)));

    [Fact]
    public void FromLog_TargetTimeStillRuns_CountsNeitherWay() =>
        Assert.Equal(
            new ComplaintsHandledOnTime(0, 0, TenDays, notYetDue: 2),
            ComplaintsHandledOnTime.FromLog([(Day(5), null), (Day(5), Day(6))], TenDays, asOf: Day(14)));

    [Fact]
    public void FromLog_ResolvedFromAnEarlierPeriod_NeverExceedsOne() =>
        Assert.Equal(1, ComplaintsHandledOnTime.FromLog([(Start, Day(5)), (Day(1), Day(5)), (Day(2), Day(5))], TenDays, asOf: Day(20)).Value);

    [Fact]
    public void FromLog_BadInput_Throws()
    {
        Assert.Throws<ArgumentNullException>("complaints", () => ComplaintsHandledOnTime.FromLog(null!, TenDays, Start));
        Assert.Throws<ArgumentOutOfRangeException>("target", () => ComplaintsHandledOnTime.FromLog([], Duration.Zero, Start));
        Assert.Contains(
            "at position 1",
            Assert.Throws<ArgumentOutOfRangeException>(
                "complaints",
                () => ComplaintsHandledOnTime.FromLog([(Start, null), (Day(2), Day(1))], TenDays, Day(9))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void New_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("onTime", () => new ComplaintsHandledOnTime(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>("notYetDue", () => new ComplaintsHandledOnTime(1, 2, TenDays, -1));
    }

    [Fact]
    public void Combine_OtherTarget_Throws() =>
        Assert.Contains(
            "target",
            Assert.Throws<ArgumentException>(() => new ComplaintsHandledOnTime(1, 2, TenDays).Combine(new(1, 2, Duration.FromDays(5)))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void TallyBy_MonthOfReception_KeepsCohortsApart()
    {
        (Instant Received, Instant? Resolved)[] log = [(Start, Day(2)), (Day(35), null)];
        KpiSeries<ComplaintsHandledOnTime> monthly = log.TallyBy(
            CalendarUnit.Month,
            c => c.Received,
            DateTimeZone.Utc,
            c => ComplaintsHandledOnTime.FromComplaint(c.Received, c.Resolved, TenDays, Day(60)));

        Assert.Equal([1.0, 0.0], monthly.Select(month => month.Value.Value));
    }

    [Fact]
    public void FromLogTolerant_DatesInTheWrongOrder_AreInvalidAndInNoBase()
    {
        (Instant Received, Instant? Resolved)[] log = [(Start, Day(2)), (Day(2), Day(1)), (Day(35), null)];

        ComplaintsHandledOnTime onTime = ComplaintsHandledOnTime.FromLogTolerant(log, TenDays, Day(20));

        Assert.Equal(new ComplaintsHandledOnTime(1, 1, TenDays, notYetDue: 0, invalid: 2), onTime);
        Assert.Equal(onTime, log.Tally(c => ComplaintsHandledOnTime.FromComplaintTolerant(c.Received, c.Resolved, TenDays, Day(20))));
        Assert.Throws<ArgumentOutOfRangeException>("target", () => ComplaintsHandledOnTime.FromLogTolerant([], Duration.Zero, Start));
    }

    private static Instant Day(int day) => Start + Duration.FromDays(day);
}

public class ComplaintsHandledOnTimeLaws : KpiLaws<ComplaintsHandledOnTime>
{
    private static readonly Instant End = NodaConstants.UnixEpoch + Duration.FromDays(40);

    protected override Gen<ComplaintsHandledOnTime> Any =>
        from counts in Some.PartOfWhole
        from notYetDue in Some.Count
        from invalid in Some.Count
        select new ComplaintsHandledOnTime(counts.Part, counts.Whole, Duration.FromDays(2), notYetDue, invalid);

    private static Gen<(Instant Received, Instant? Resolved)[]> Log =>
        (from received in Gen.Choose(0, 40)
         from days in Gen.Choose(0, 60)
         let start = NodaConstants.UnixEpoch + Duration.FromDays(received)
         select (start, received + days <= 40 ? start + Duration.FromDays(days) : (Instant?)null)).ArrayOf();

    [Property]
    public Property ALogGivesWhatTheDefinitionReadLiterallyGives() =>
        Law.ForAll(Log.Zip(Gen.Choose(1, 20).Select(x => Duration.FromDays(x))), x =>
        {
            (Instant Received, Instant? Resolved)[] due = [.. x.Item1.Where(c => c.Received + x.Item2 <= End)];
            return ComplaintsHandledOnTime.FromLog(x.Item1, x.Item2, End)
                == new ComplaintsHandledOnTime(due.Count(c => c.Resolved <= c.Received + x.Item2), due.Length, x.Item2, x.Item1.Length - due.Length);
        });

    [Property]
    public Property EveryComplaintIsEitherResolvedOrOpen() =>
        Law.ForAll(Log, x => ComplaintHandlingTime.FromLog(x, End) is var time && time.Open + time.Evidence.N == x.Length);
}
