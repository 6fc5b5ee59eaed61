using System.Text.Json;

namespace CxKpi.Tests.Surveys;

public class ItemScaleTests
{
    [Fact]
    public void Score_ReversedItemNearTheLargestInteger_IsTurned()
    {
        ItemScale items = new(items: 1, new RatingScale(int.MaxValue - 4, int.MaxValue), reversed: [1], minimumAnswered: 1);

        Assert.Equal(int.MaxValue - 3, items.Score([int.MaxValue - 1]));
    }

    private static readonly ItemScale Four = new(4, RatingScale.OneToFive, reversed: [3, 4], minimumAnswered: 3);

    [Fact]
    public void Score_ReversedItems_AreTurned() => Assert.Equal(4.5m, Four.Score([5, 4, 1, 2]));

    [Fact]
    public void Score_MissingAnswers_AreLeftOutDownToTheMinimum()
    {
        Assert.Equal(4.333333333m, Four.Score([5, 4, null, 2]));
        Assert.Null(Four.Score([5, 4, null, null]));
        Assert.Null(new ItemScale(4, RatingScale.OneToFive).Score([5, 4, null, 3]));
    }

    [Fact]
    public void Score_BadInput_Throws()
    {
        Assert.Throws<ArgumentException>("answers", () => Four.Score([5, 4, 1]));
        Assert.Contains("position 2", Assert.Throws<ArgumentOutOfRangeException>("answers", () => Four.Score([5, 4, 6, 2])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void New_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("items", () => new ItemScale(0, RatingScale.OneToFive));
        Assert.Throws<ArgumentOutOfRangeException>("items", () => new ItemScale(65, RatingScale.OneToFive));
        Assert.Throws<ArgumentException>("scale", () => new ItemScale(4, default));
        Assert.Throws<ArgumentOutOfRangeException>("reversed", () => new ItemScale(4, RatingScale.OneToFive, [0]));
        Assert.Throws<ArgumentOutOfRangeException>("reversed", () => new ItemScale(4, RatingScale.OneToFive, [5]));
        Assert.Throws<ArgumentException>("reversed", () => new ItemScale(4, RatingScale.OneToFive, [2, 2]));
        Assert.Throws<ArgumentOutOfRangeException>("minimumAnswered", () => new ItemScale(4, RatingScale.OneToFive, [], 5));
        Assert.Throws<ArgumentOutOfRangeException>("minimumAnswered", () => new ItemScale(4, RatingScale.OneToFive, [], 0));
    }

    [Fact]
    public void Equality_SameItemsInAnotherOrder_IsTheSameQuestionnaire()
    {
        Assert.Equal(Four, new ItemScale(4, RatingScale.OneToFive, [4, 3], 3));
        Assert.NotEqual(Four, new ItemScale(4, RatingScale.OneToFive, [3], 3));
        Assert.Equal("4 items on 1 to 5, 2 reversed, at least 3 answered", Four.ToString());
    }

    [Fact]
    public void Json_BringsTheQuestionnaireBack()
    {
        ItemScale longest = new(ItemScale.MostItems, RatingScale.OneToSeven, [1, 33, 64]);

        Assert.Equal(Four, JsonSerializer.Deserialize<ItemScale>(JsonSerializer.Serialize(Four)));
        Assert.Equal(longest, JsonSerializer.Deserialize<ItemScale>(JsonSerializer.Serialize(longest)));
        Assert.Equal([1, 33, 64], longest.Reversed);
        Assert.Equal(default, JsonSerializer.Deserialize<ItemScale>(JsonSerializer.Serialize(default(ItemScale))));
    }
}
