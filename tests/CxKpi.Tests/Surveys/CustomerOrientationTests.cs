using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Surveys;

public class CustomerOrientationTests
{
    [Fact]
    public void FromRespondents_NullAmongThem_ThrowsWithPosition()
    {
        ItemScale items = new(items: 2, RatingScale.OneToFive);
        int?[][] second = [[1, 2], null!];

        Assert.Contains(
            "respondents must not hold null (at position 0)",
            Assert.Throws<ArgumentException>("respondents", () => CustomerOrientation.FromRespondents([null!], items)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "(at position 1)",
            Assert.Throws<ArgumentException>("respondents", () => CustomerOrientation.FromRespondents(second, items)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("respondents", () => CustomerOrientation.FromRespondents(null!, items));
    }

    private static readonly ItemScale Four = new(4, RatingScale.OneToFive, reversed: [3, 4], minimumAnswered: 3);

    [Fact]
    public void FromRespondent_WorkedExample_TurnsReversedItems() => Assert.Equal(4.5, CustomerOrientation.FromRespondent([5, 4, 1, 2], Four).Value);

    [Fact]
    public void FromRespondents_EverybodyWeighsTheSame()
    {
        // The second respondent answered fewer items; pooling all items would give 26 / 7.
        CustomerOrientation orientation = CustomerOrientation.FromRespondents([[5, 5, 1, 1], [2, 2, 4, null]], Four);

        Assert.Equal(3.5, orientation.Value);
        Assert.Equal("SOCO (4 items on 1–5, reversed 3+4, at least 3 answered) 3.50 (2 respondents)", orientation.ToString());
    }

    [Fact]
    public void FromRespondents_TooFewAnswers_AreMissing()
    {
        CustomerOrientation orientation = CustomerOrientation.FromRespondents([[5, 5, null, null], [null, null, null, null]], Four);

        Assert.Null(orientation.Value);
        Assert.Equal(2, orientation.Excluded.Missing);
    }

    [Fact]
    public void Combine_Scores_WithRepeatingDecimalsStayExact()
    {
        ItemScale three = new(3, RatingScale.OneToFive);
        CustomerOrientation third = CustomerOrientation.FromRespondent([1, 1, 2], three), twoThirds = CustomerOrientation.FromRespondent([1, 2, 2], three);

        Assert.Equal(third.Combine(twoThirds).Combine(third), third.Combine(twoThirds.Combine(third)));
        Assert.Equal(1.5, third.Combine(twoThirds).Value!.Value, 9);
    }

    [Fact]
    public void Doors_BadInput_Throw()
    {
        Assert.Throws<ArgumentException>("answers", () => CustomerOrientation.FromRespondent([1, 2], Four));
        Assert.Throws<ArgumentException>("respondents", () => CustomerOrientation.FromRespondents([[1, 2, 3, 4], [1, 2]], Four));
        Assert.Contains(
            "(at position 1, item 3); got 9",
            Assert.Throws<ArgumentOutOfRangeException>("respondents", () => CustomerOrientation.FromRespondents([[1, 2, 3, 4], [1, 2, 9, 4]], Four)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("answers", () => CustomerOrientation.FromRespondent([1, 2, 3, 6], Four));
        Assert.Throws<ArgumentException>("items", () => CustomerOrientation.FromRespondent([1], new(1, RatingScale.Effort)));
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new CustomerOrientation(MeanTally.One(6), Four));
        Assert.Contains(
            "questionnaire",
            Assert.Throws<ArgumentException>(() => CustomerOrientation.FromRespondent([1, 1, 1, 1], Four)
                .Combine(CustomerOrientation.FromRespondent([1], new(1, RatingScale.OneToFive)))).Message,
            StringComparison.Ordinal);
    }
}

public class CustomerOrientationLaws : KpiLaws<CustomerOrientation>
{
    private static readonly ItemScale Items = new(6, new RatingScale(1, 9), reversed: [2, 5], minimumAnswered: 4);

    protected override Gen<CustomerOrientation> Any => Respondents.Select(x => CustomerOrientation.FromRespondents(x, Items));

    protected override (double Lowest, double Highest) Range => (1, 9);

    private static Gen<int?[][]> Respondents => Gen.Choose(0, 9).Select(x => x == 0 ? (int?)null : x).ArrayOf(6).ArrayOf();

    [Property]
    public Property ItIsTheMeanOfTheRespondentsMeans() =>
        Law.ForAll(Respondents, respondents =>
        {
            List<double> scores = [];
            foreach (int?[] answers in respondents)
            {
                List<double> given = [.. answers.Select((x, i) => i is 1 or 4 ? 10 - x : x).Where(x => x is not null).Select(x => (double)x!.Value)];
                if (given.Count >= 4)
                {
                    scores.Add(given.Average());
                }
            }

            CustomerOrientation orientation = CustomerOrientation.FromRespondents(respondents, Items);
            return orientation.Evidence.N == scores.Count && orientation.Excluded.Missing == respondents.Length - scores.Count
                && (scores.Count == 0 || Math.Abs(orientation.Value!.Value - scores.Average()) < 1e-8);
        });
}
