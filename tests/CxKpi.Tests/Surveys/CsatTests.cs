using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Surveys;

public class CsatTests
{
    [Fact]
    public void FromTally_TwoOfFive_CountsTheTop()
    {
        Csat csat = Csat.FromTally(RatingTally.FromCounts([20, 10, 10, 30, 50], RatingScale.OneToFive), TopBox.TwoOfFive);

        Assert.Equal(80, csat.Satisfied);
        Assert.Equal(2.0 / 3, csat.Value);
        Assert.Equal("CSAT (4–5 of 5) 66.7% (120 answers)", csat.ToString());
    }

    [Fact]
    public void Combine_OtherCut_Throws() =>
        Assert.Throws<ArgumentException>(() => new Csat(1, 2, TopBox.TwoOfFive).Combine(new Csat(1, 2, TopBox.ThreeOfTen)));

    [Fact]
    public void New_MoreSatisfiedThanAnswers_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("satisfied", () => new Csat(3, 2, TopBox.TwoOfFive));
}

public class CsatLaws : KpiLaws<Csat>
{
    protected override Gen<Csat> Any => Some.Ratings(RatingScale.OneToFive).Select(x => Csat.FromTally(x, TopBox.TwoOfFive));
}
