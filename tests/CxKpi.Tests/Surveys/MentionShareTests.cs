using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Surveys;

public class MentionShareTests
{
    [Fact]
    public void New_WorkedExample_GivesTwentyPercent() => Assert.Equal("Mentions 20.0% (200 rows)", new MentionShare(mentions: 40, all: 200).ToString());

    [Fact]
    public void New_MoreMentionsThanRows_Throws() => Assert.Throws<ArgumentOutOfRangeException>("mentions", () => new MentionShare(3, 2));
}

public class MentionShareLaws : KpiLaws<MentionShare>
{
    protected override Gen<MentionShare> Any => Some.PartOfWhole.Select(x => new MentionShare(x.Part, x.Whole));

    [Property]
    public Property ManyRowsAreTheRowsCombined() => Law.ForAll(Gen.Elements(true, false).ArrayOf(), x =>
        x.Tally(MentionShare.FromRow) == new MentionShare(x.Count(hit => hit), x.Length));
}
