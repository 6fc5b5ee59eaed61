using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Commerce;

public class DirectTrafficShareTests
{
    [Fact]
    public void New_WorkedExample_GivesThirtyPercent() =>
        Assert.Equal("Direct traffic 30.0% (1,000 sessions)", new DirectTrafficShare(direct: 300, sessions: 1_000).ToString());

    [Fact]
    public void FromSessions_UnknownReferrers_AreDirect() =>
        Assert.Equal(new DirectTrafficShare(3, 4), DirectTrafficShare.FromSessions([null, "", " ", "https://search.example"]));

    [Fact]
    public void FromSessions_Null_Throws() => Assert.Throws<ArgumentNullException>("referrers", () => DirectTrafficShare.FromSessions(null!));

    [Fact]
    public void New_MoreDirectThanSessions_Throws() => Assert.Throws<ArgumentOutOfRangeException>("direct", () => new DirectTrafficShare(3, 2));

    [Fact]
    public void ChangeFrom_Rise_IsNeitherBetterNorWorse() =>
        Assert.Equal(ChangeVerdict.Higher, new DirectTrafficShare(600, 1_000).ChangeFrom(new(300, 1_000))!.Value.Verdict);
}

public class DirectTrafficShareLaws : KpiLaws<DirectTrafficShare>
{
    protected override Gen<DirectTrafficShare> Any => Some.PartOfWhole.Select(x => new DirectTrafficShare(x.Part, x.Whole));

    [Property]
    public Property ManySessionsAreTheSessionsCombined() =>
        Law.ForAll(Gen.Elements(null, "", "a", "b").ArrayOf(), x =>
            DirectTrafficShare.FromSessions(x) == x.Tally(DirectTrafficShare.FromSession));
}
