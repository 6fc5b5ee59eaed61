namespace CxKpi.Tests.Surveys;

/// <summary>Pairs and questionnaires enter as numbers of any type, like single answers.</summary>
public class PairDoorsTests
{
    private static readonly RatingScale Five = RatingScale.OneToFive;

    [Fact]
    public void FromPairs_NumbersOfAnyType_GiveTheSameRecord()
    {
        ServiceQualityGap expected = ServiceQualityGap.FromPairs([(4, 5), (3, 5), (null, 2)], Five);

        Assert.Equal(expected, ServiceQualityGap.FromPairs((List<(double, double)>)[(4, 5), (3, 5), (double.NaN, 2)], Five));
        Assert.Equal(expected, ServiceQualityGap.FromPairs((List<(double?, double?)>)[(4, 5), (3, 5), (null, 2)], Five));
        Assert.Equal(expected, ServiceQualityGap.FromPairs((List<(decimal?, decimal?)>)[(4.0m, 5), (3, 5), (null, 2)], Five));
        Assert.Equal(2, ServiceQualityGap.FromPairs((List<(int, int)>)[(4, 5), (3, 5)], Five).Evidence.N);
    }

    [Fact]
    public void FromPairs_OffTheScale_NamesThePair()
    {
        Refused("pairs must lie on the scale 1 to 5 (at position 1, expectation); got 6", "pairs", () => ServiceQualityGap.FromPairs([(4, 5), (3, 6)], Five));
        Refused(
            "pairs must be a whole number on the scale 1 to 5 (at position 1, perception); got 3.5",
            "pairs",
            () => ServiceQualityGap.FromPairs((List<(double, double)>)[(4, 5), (3.5, 5)], Five));
    }

    [Fact]
    public void FromRespondents_NumbersOfAnyType_GiveTheSameRecord()
    {
        ItemScale items = new(2, Five);
        int?[][] whole = [[1, 2], [4, null], [5, 5]];
        double[][] numbers = [[1, 2], [4, double.NaN], [5, 5]];
        decimal?[][] nullable = [[1, 2], [4, null], [5, 5]];

        Assert.Equal(CustomerOrientation.FromRespondents(whole, items), CustomerOrientation.FromRespondents(numbers, items));
        Assert.Equal(CustomerOrientation.FromRespondents(whole, items), CustomerOrientation.FromRespondents(nullable, items));
        Assert.Equal(ReliabilityTally.FromRespondents(whole, items).Products, ReliabilityTally.FromRespondents(numbers, items).Products);
        Assert.Equal(ReliabilityTally.FromRespondents(whole, items).Products, ReliabilityTally.FromRespondents(nullable, items).Products);
        Assert.Equal(2, ReliabilityTally.FromRespondents((int[][])[[1, 2], [4, 5]], items).Respondents);
        Refused(
            "respondents must be a whole number on the scale 1 to 5 (at position 1, item 2); got 2.5",
            "respondents",
            () => CustomerOrientation.FromRespondents((double[][])[[1, 2], [4, 2.5]], items));
        Assert.Throws<ArgumentException>("respondents", () => CustomerOrientation.FromRespondents((double[][])[null!], items));
    }

    private static void Refused(string message, string name, Action door) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(name, door).Message, StringComparison.Ordinal);
}
