namespace CxKpi.Tests.Evidence;

/// <summary>Denominators that count.</summary>
public class WholeCountTests
{
    [Fact]
    public void Of_AWholeNumber_IsTheEvidence()
    {
        foreach (decimal count in new[] { 0, 1, 12.0m, 1e18m, long.MaxValue })
        {
            RatioTally evidence = RatioTally.FromTotals(1, count);
            Assert.Equal(evidence, WholeCount.Of(evidence, "evidence"));
        }
    }

    [Theory]
    [InlineData("0.5", "must count in whole numbers")]
    [InlineData("9223372036854775806.5", "must count in whole numbers")]
    [InlineData("9223372036854775808", "must count no more than 9,223,372,036,854,775,807")]
    public void Of_AnotherNumber_IsRefused(string count, string message)
    {
        RatioTally evidence = RatioTally.FromTotals(1, decimal.Parse(count, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Contains(
            message, Assert.Throws<ArgumentOutOfRangeException>("visits", () => WholeCount.Of(evidence, "visits")).Message, StringComparison.Ordinal);
    }
}
