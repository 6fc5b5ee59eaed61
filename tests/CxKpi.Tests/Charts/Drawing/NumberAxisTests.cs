namespace CxKpi.Tests;

public class NumberAxisTests
{
    [Theory]
    [InlineData(0, 1, KpiUnit.Share, "0%|20%|40%|60%|80%|100%")]
    [InlineData(-100, 100, KpiUnit.NetPoints, "\u2212100|\u221250|0|+50|+100")]
    [InlineData(250, 400, KpiUnit.Seconds, "4 min|5 min|6 min|7 min")]
    [InlineData(0, 3e6, KpiUnit.Money, "0|1 M|2 M|3 M")]
    [InlineData(0.3, 0.301, KpiUnit.Share, "30.00%|30.02%|30.04%|30.06%|30.08%|30.10%")]
    [InlineData(5, 5, KpiUnit.Count, "4.50|4.75|5.00|5.25|5.50")]
    [InlineData(-5, -5, KpiUnit.Count, "\u22125.50|\u22125.25|\u22125.00|\u22124.75|\u22124.50")]
    [InlineData(1, 1, KpiUnit.Share, "90%|92%|94%|96%|98%|100%")]
    [InlineData(1.05, 1.05, KpiUnit.Share, "90%|100%|110%|120%")]
    [InlineData(1e300, -1e300, KpiUnit.Ratio, "\u22121×10³⁰⁰|\u22125×10²⁹⁹|0|5×10²⁹⁹|1×10³⁰⁰")]
    public void Around_WorkedExamples_GiveTheirTicks(double low, double high, KpiUnit unit, string labels) =>
        Assert.Equal(labels, string.Join('|', NumberAxis.Around([low, high], unit, Phrases.For(ReportLanguage.English)).Ticks.Select(tick => tick.Label)));
}
