using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Surveys;

public class NsatTests
{
    [Fact]
    public void New_EverybodyVerySatisfied_GivesTwoHundred()
    {
        Nsat nsat = new(verySatisfied: 85, satisfied: 0, dissatisfied: 0, new ExcludedAnswers(missing: 15 + 37));

        Assert.Equal(200, nsat.Value);
        Assert.Equal("NSAT 200.0 (85 answers)", nsat.ToString());
        Assert.Equal(200, nsat.Estimate()!.Value.Upper);
    }

    [Fact]
    public void New_BothDissatisfiedGroups_GiveZero() =>
        Assert.Equal(0, new Nsat(0, 0, 57 + 23, new ExcludedAnswers(9 + 12)).Value);

    [Fact]
    public void FromAnswers_FourPoints_SatisfiedIsInTheBaseAlone()
    {
        Nsat nsat = Nsat.FromAnswers([4, 4, 3, 2, 1, null]);

        Assert.Equal((2, 1, 2), (nsat.VerySatisfied, nsat.Satisfied, nsat.Dissatisfied));
        Assert.Equal(100, nsat.Value);
        Assert.Equal(1, nsat.Excluded.Missing);
    }

    [Fact]
    public void FromTally_FivePoints_Throws() =>
        Assert.Throws<ArgumentException>("answers", () => Nsat.FromTally(RatingTally.FromAnswers([4], RatingScale.OneToFive)));

    [Fact]
    public void FromAnswer_Five_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("answer", () => Nsat.FromAnswer(5));
        Assert.Throws<ArgumentOutOfRangeException>("dissatisfied", () => new Nsat(1, 1, -1));
    }

    [Fact]
    public void Value_NobodyAnswered_IsUndefined() => Assert.Null(Nsat.FromAnswers([]).Value);
}

public class NsatLaws : KpiLaws<Nsat>
{
    protected override Gen<Nsat> Any => Some.Ratings(Nsat.Scale).Select(Nsat.FromTally);

    protected override (double Lowest, double Highest) Range => (0, 200);

    [Property]
    public Property TheLimitsLieBetween0And200() =>
        Law.ForAll(Any, x => x.Estimate() is not { } estimate || (estimate.Lower >= 0 && estimate.Upper <= 200));
}
