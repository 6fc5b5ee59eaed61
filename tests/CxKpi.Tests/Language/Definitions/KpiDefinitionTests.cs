using System.Globalization;

namespace CxKpi.Tests.Language;

public class KpiDefinitionTests
{
    [Fact]
    public void Format_WhatRoundsToNothing_HasNoSign()
    {
        Assert.Equal("−0.004", AverageOrderValue.Definition.Format(-0.004));
        Assert.Equal("−0.01%", Churn.Definition.Format(-0.0001));
        Assert.Equal("0.00", MeanRating.Definition.FormatChange(0.001));
        Assert.Equal("0.00", MeanRating.Definition.FormatChange(-0.001));
        Assert.Equal("0.0", Nps.Definition.Format(-0.01));
    }

    [Fact]
    public void FormatChange_Units_AreTheDefinitions()
    {
        Assert.Equal("−2.3 pp", Churn.Definition.FormatChange(-0.023));
        Assert.Equal("+4.0", Nps.Definition.FormatChange(4));
        Assert.Equal("+12.0 s", AverageHandleTime.Definition.FormatChange(12));
        Assert.Equal("+1.50 EUR", AverageOrderValue.Definition.FormatChange(1.5, currency: "EUR"));
    }

    [Theory]
    [InlineData(59.94, "59.9 s")]
    [InlineData(59.96, "1 min 00 s")]
    [InlineData(3599.7, "1 h 00 min")]
    [InlineData(172_800, "2.0 d")]
    public void Format_Seconds_CarriesIntoTheNextUnit(double seconds, string text) => Assert.Equal(text, AverageHandleTime.Definition.Format(seconds));

    [Fact]
    public void New_BlankText_Throws() =>
        Assert.Throws<ArgumentException>("symbol", () => new KpiDefinition("a", " ", KpiUnit.Share, KpiDirection.Neutral, "d", "e"));
}
