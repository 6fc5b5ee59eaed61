using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Surveys;

public class SecureCustomersTests
{
    private static readonly SecureCustomerCut Cut = new(new(RatingScale.OneToFive, 5), new(RatingScale.OneToFive, 4), new(RatingScale.ZeroToTen, 9));

    [Fact]
    public void New_WorkedExample_GivesFortyTwoPercent() => Assert.Equal(
        "Secure customers (satisfaction 5 of 5, repurchase 4–5 of 5, recommendation 9–10 of 0–10) 42.0% (200 respondents)",
        new SecureCustomers(secure: 84, respondents: 200, Cut).ToString());

    [Fact]
    public void FromRespondents_EachCase_IsCountedInItsPlace() => Assert.Equal(
        new SecureCustomers(1, 4, Cut, new(missing: 2)),
        SecureCustomers.FromRespondents([(5, 4, 9), (4, 4, 9), (5, 3, 9), (5, 4, 8), (5, null, 9), (null, null, null)], Cut));

    [Fact]
    public void New_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("secure", () => new SecureCustomers(2, 1, Cut));
        Assert.Throws<ArgumentException>("repurchase", () => new SecureCustomerCut(TopBox.TwoOfFive, default, TopBox.Yes));
        Assert.Throws<ArgumentOutOfRangeException>("satisfaction", () => SecureCustomers.FromRespondent(6, 4, 9, Cut));
        Assert.Throws<ArgumentException>("cut", () => SecureCustomers.FromRespondent(5, 4, 9, default));
        Assert.Contains(
            "at position 1, repurchase",
            Assert.Throws<ArgumentOutOfRangeException>("respondents", () => SecureCustomers.FromRespondents([(5, 4, 9), (5, 0, 9)], Cut)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("other", () => new SecureCustomers(1, 2, Cut).Combine(new(1, 2, SecureCustomerCut.TopOfFive)));
        Assert.Throws<ArgumentNullException>("respondents", () => SecureCustomers.FromRespondents(null!, Cut));
    }
}

public class SecureCustomersLaws : KpiLaws<SecureCustomers>
{
    private static readonly SecureCustomerCut Cut = SecureCustomerCut.TopOfFive;

    protected override Gen<SecureCustomers> Any => Some.PartOfWhole.Zip(Some.Excluded, (x, excluded) => new SecureCustomers(x.Part, x.Whole, Cut, excluded));

    [Property]
    public Property NoTopBoxIsSmallerThanTheShareWithAllThree() => Law.ForAll(
        (from satisfaction in Gen.Choose(1, 5)
         from repurchase in Gen.Choose(1, 5)
         from recommendation in Gen.Choose(1, 5)
         select ((int?)satisfaction, (int?)repurchase, (int?)recommendation)).ListOf(),
        x => SecureCustomers.FromRespondents(x, Cut) is var all
            && Csat.FromAnswers(x.Select(row => row.Item1), Cut.Satisfaction).Satisfied >= all.Secure
            && Csat.FromAnswers(x.Select(row => row.Item3), Cut.Recommendation).Satisfied >= all.Secure
            && all.Secure == x.Count(row => row is (5, 5, 5))
            && all.Respondents == x.Count);
}
