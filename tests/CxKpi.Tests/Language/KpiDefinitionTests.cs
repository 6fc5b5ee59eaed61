using System.Globalization;

namespace CxKpi.Tests.Language;

public class KpiDefinitionTests
{
    [Fact]
    public void Format_WhatRoundsToNothing_HasNoSign()
    {
        Assert.Equal("0.00", AverageOrderValue.Definition.Format(-0.004));
        Assert.Equal("0.0 %", Churn.Definition.Format(-0.0001));
        Assert.Equal("0.00", MeanRating.Definition.FormatChange(0.001));
        Assert.Equal("0.00", MeanRating.Definition.FormatChange(-0.001));
        Assert.Equal("0.0", Nps.Definition.Format(-0.01));
    }

    [Fact]
    public void FormatChange_Units_AreTheDefinitions()
    {
        Assert.Equal("-2.3 pp", Churn.Definition.FormatChange(-0.023));
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

    [Fact]
    public void FormatRecord_Formats_AreThoseOfRecords()
    {
        Churn churn = new(12, 400);
        CultureInfo french = CultureInfo.GetCultureInfo("fr-FR");

        Assert.Equal(churn.ToString(), Churn.Definition.FormatRecord(churn.Value, churn.AtStart));
        Assert.Equal($"{churn:V}", Churn.Definition.FormatRecord(churn.Value, churn.AtStart, "V"));
        Assert.Equal(churn.ToString("G", french), Churn.Definition.FormatRecord(churn.Value, churn.AtStart, "G", french));
        Assert.Equal("AOV 35.00 EUR (n = 2)", AverageOrderValue.Definition.FormatRecord(35, 2, currency: "EUR"));
        Assert.Equal("Churn undefined (n = 0)", Churn.Definition.FormatRecord(null, 0));
        Assert.Throws<FormatException>(() => Churn.Definition.FormatRecord(0.03, 400, "X"));
    }
}
