namespace CxKpi.Tests.Numerics;

public class SelectionTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(1000)]
    [InlineData(19_999)]
    [InlineData(20_000)]
    [InlineData(50_001)]
    public void Middle_AnyOrder_IsThatOfTheSortedValues(int count)
    {
        Random random = new(5);
        double[][] cases =
        [
            [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())],
            [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(3))],
            [.. Enumerable.Range(0, count).Select(i => (double)i)],
            [.. Enumerable.Repeat(2.5, count)],

            // Every place that a sample looks at says something else than the rest.
            [.. Enumerable.Range(0, count).Select(i => i % Math.Max(1, count / 2001) == 0 ? 1000 + random.NextDouble() : random.NextDouble())],
            [.. Enumerable.Range(0, count).Select(i => i % Math.Max(1, count / 2001) == 0 ? -1000 - random.NextDouble() : random.NextDouble())],
        ];
        foreach (double[] values in cases)
        {
            double[] sorted = [.. values.Order()];
            Assert.Equal((sorted[(count - 1) / 2], sorted[count / 2]), Selection.Middle(values));
            Assert.Equal(sorted, values.Order());
        }
    }

    [Fact]
    public void Median_OfNothing_IsNaN() => Assert.True(double.IsNaN(Selection.Median([])));

    // The sum of the two is beyond the range in the first case, and half of either is nothing in the second.
    [Theory]
    [InlineData(1.7976931348623157E+308)]
    [InlineData(4.9406564584124654E-324)]
    public void Median_OfTwoAtTheEndOfTheRange_IsTheirs(double figure) => Assert.Equal(figure, Selection.Median([figure, figure]));
}
