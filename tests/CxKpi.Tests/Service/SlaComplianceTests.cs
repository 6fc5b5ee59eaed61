using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Service;

public class SlaComplianceTests
{
    private static readonly Instant Due = Instant.FromUtc(2025, 3, 3, 12, 0);
    private static readonly Duration Hour = Duration.FromHours(1);

    [Fact]
    public void New_WorkedExample_GivesNinetyPercent()
    {
        SlaCompliance sla = new(met: 90, missed: 10, pending: 20);

        Assert.Equal(0.9, sla.Value);
        Assert.Equal("SLA compliance 90.0% (100 tickets; 20 pending)", sla.ToString());
    }

    [Fact]
    public void FromCommitment_EveryCase_IsMetMissedOrPending()
    {
        SlaCompliance met = new(1, 0), missed = new(0, 1), pending = new(0, 0, 1);

        Assert.Equal(met, SlaCompliance.FromCommitment(Due, Due, Due + Hour));
        Assert.Equal(met, SlaCompliance.FromCommitment(Due, Due - Hour, Due - Hour));
        Assert.Equal(missed, SlaCompliance.FromCommitment(Due, Due + Duration.Epsilon, Due + Hour));
        Assert.Equal(missed, SlaCompliance.FromCommitment(Due, null, Due + Duration.Epsilon));
        Assert.Equal(pending, SlaCompliance.FromCommitment(Due, null, Due));
        Assert.Equal(pending, SlaCompliance.FromCommitment(Due, Due, Due - Hour));
        Assert.Equal(missed, SlaCompliance.FromCommitment(Due, Due + Hour + Hour, Due + Hour));
    }

    [Fact]
    public void FromCommitment_RequestClosedBeforeItWasMet_LapsesUnlessItWasDue()
    {
        SlaCompliance met = new(1, 0), missed = new(0, 1), pending = new(0, 0, 1), lapsed = new(0, 0, lapsed: 1);

        Assert.Equal(lapsed, SlaCompliance.FromCommitment(Due, null, Due - Hour, Due + Hour));
        Assert.Equal(lapsed, SlaCompliance.FromCommitment(Due, null, Due, Due + Hour));
        Assert.Equal(missed, SlaCompliance.FromCommitment(Due, null, Due + Duration.Epsilon, Due + Hour));
        Assert.Equal(missed, SlaCompliance.FromCommitment(Due, null, closed: null, Due + Hour));
        Assert.Equal(met, SlaCompliance.FromCommitment(Due, Due - Hour, Due - Hour, Due + Hour));
        Assert.Equal(pending, SlaCompliance.FromCommitment(Due, null, Due - Hour, Due - Hour - Hour));
        Assert.Equal(
            new SlaCompliance(1, 0, 0, lapsed: 1),
            SlaCompliance.FromLog([(Due, Due, null), (Due, null, (Instant?)Due)], Due + Hour));
        Assert.Null(lapsed.Value);
        Assert.Throws<ArgumentOutOfRangeException>("lapsed", () => new SlaCompliance(2, 1, 0, -1));
    }

    [Fact]
    public void FromLog_OpenPastDue_CountsAsMissed()
    {
        (Instant, Instant?)[] log = [(Due, Due - Hour), (Due, null), (Due + Hour + Hour, null)];

        Assert.Equal(new SlaCompliance(1, 1, 1), SlaCompliance.FromLog(log, Due + Hour));
        Assert.Equal(new SlaCompliance(1, 1, 1), SlaCompliance.FromLog(log.AsEnumerable(), Due + Hour));
    }

    [Fact]
    public void FromLog_NothingDueYet_IsUndefined() => Assert.Null(SlaCompliance.FromLog([(Due, null)], Due - Hour).Value);

    [Fact]
    public void FromLog_Null_Throws() =>
        Assert.Throws<ArgumentNullException>("commitments", () => SlaCompliance.FromLog((IEnumerable<(Instant, Instant?)>)null!, Due));

    [Fact]
    public void New_NegativeCount_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("met", () => new SlaCompliance(-1, 2));
        Assert.Throws<ArgumentOutOfRangeException>("missed", () => new SlaCompliance(2, -1));
        Assert.Throws<ArgumentOutOfRangeException>("pending", () => new SlaCompliance(2, 1, -1));
    }
}

public class SlaComplianceLaws : KpiLaws<SlaCompliance>
{
    private static readonly Instant Start = Instant.FromUtc(2025, 3, 3, 0, 0);

    protected override Gen<SlaCompliance> Any =>
        from met in Some.Count
        from missed in Some.Count
        from pending in Some.Count
        from lapsed in Some.Count
        select new SlaCompliance(met, missed, pending, lapsed);

    [Property]
    public Property AsTimePassesNothingBecomesPendingAgain() =>
        Law.ForAll(
            (from due in Gen.Choose(0, 20)
             from met in Gen.Choose(0, 40)
             select (Start + Duration.FromHours(due), met > 30 ? (Instant?)null : Start + Duration.FromHours(met))).ArrayOf().Zip(Gen.Choose(0, 40)),
            x =>
            {
                SlaCompliance now = SlaCompliance.FromLog(x.Item1, Start + Duration.FromHours(x.Item2));
                SlaCompliance later = SlaCompliance.FromLog(x.Item1, Start + Duration.FromHours(x.Item2 + 1));
                return later.Pending <= now.Pending && later.Met >= now.Met && later.Missed >= now.Missed
                    && now.Met + now.Missed + now.Pending == x.Item1.Length;
            });
}
