using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Commerce;

public class PagesPerVisitTests
{
    [Fact]
    public void FromVisits_WorkedExample_GivesThree()
    {
        PagesPerVisit pages = PagesPerVisit.FromVisits([1, 2, 6]);

        Assert.Equal("Pages/visit 3.00 (3 sessions)", pages.ToString());
        Assert.NotNull(pages.Estimate()!.Value.Lower);
    }

    [Fact]
    public void New_OneTotal_HasNoInterval()
    {
        Estimate estimate = new PagesPerVisit(views: 9, visits: 3).Estimate()!.Value;

        Assert.Equal(3, estimate.Value);
        Assert.Null(estimate.Lower);
    }

    [Fact]
    public void New_NoVisits_IsUndefined() => Assert.Null(new PagesPerVisit(0, 0).Value);

    [Fact]
    public void New_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("views", () => new PagesPerVisit(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("visits", () => new PagesPerVisit(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>("visits", () => new PagesPerVisit(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new PagesPerVisit(RatioTally.Row(-1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new PagesPerVisit(RatioTally.Row(1, 0)));
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new PagesPerVisit(RatioTally.Row(1, 0.5m)));
        Assert.Throws<ArgumentOutOfRangeException>("views", () => PagesPerVisit.FromVisits([2, -1]));
        Assert.Throws<ArgumentNullException>("views", () => PagesPerVisit.FromVisits(null!));
    }
}

public class PagesPerVisitLaws : KpiLaws<PagesPerVisit>
{
    protected override (double Lowest, double Highest) Range => (0, double.PositiveInfinity);

    protected override Gen<PagesPerVisit> Any => Gen.Choose(0, 40).Select(x => (long)x).ListOf().Select(PagesPerVisit.FromVisits);

    [Property]
    public Property VisitsOneByOneAndTheirTotalHaveTheSameValue() =>
        Law.ForAll(Gen.Choose(0, 40).Select(x => (long)x).ListOf(), x => PagesPerVisit.FromVisits(x).Value == new PagesPerVisit(x.Sum(), x.Count).Value);
}
