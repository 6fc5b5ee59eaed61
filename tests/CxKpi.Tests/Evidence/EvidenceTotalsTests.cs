using System.Text.Json;

namespace CxKpi.Tests.Evidence;

/// <summary>Two totals, and how their quotient becomes a value.</summary>
public class EvidenceTotalsTests
{
    [Fact]
    public void Value_IsTheScaledQuotient()
    {
        Assert.Equal(3, new EvidenceTotals(1, 2, scale: 4, origin: 1).Value);
        Assert.Equal(-50, new EvidenceTotals(-1, 2, scale: 100).Value);
        Assert.Null(new EvidenceTotals(0, 0, scale: 4, origin: 1).Value);
        Assert.Equal("1.5 / 2", new EvidenceTotals(1.5m, 2).ToString());
    }

    [Fact]
    public void New_WrongTotals_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("denominator", () => new EvidenceTotals(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>("scale", () => new EvidenceTotals(1, 2, scale: 0));
        Assert.Throws<ArgumentOutOfRangeException>("scale", () => new EvidenceTotals(1, 2, scale: 1e201));
        Assert.Throws<ArgumentOutOfRangeException>("origin", () => new EvidenceTotals(1, 2, origin: -1e201));
        Assert.Throws<ArgumentOutOfRangeException>("numerator", () => new EvidenceTotals(3, 2, areCounts: true));
        Assert.Throws<ArgumentOutOfRangeException>("numerator", () => new EvidenceTotals(0.5m, 2, areCounts: true));
        Assert.Throws<ArgumentOutOfRangeException>("denominator", () => new EvidenceTotals(1, 2.5m, areCounts: true));
        Assert.Equal(1e200, new EvidenceTotals(1, 1, scale: 1e200).Value);
        Assert.Equal(1.5, new EvidenceTotals(3, 2).Value);
    }

    [Fact]
    public void Json_BringsThemBack()
    {
        foreach (EvidenceTotals totals in (EvidenceTotals[])[default, new(1, 2), new(-1, 2, 100, 3), new(1, 2, areCounts: true), new(0, 0)])
        {
            Assert.Equal(totals, JsonSerializer.Deserialize<EvidenceTotals>(JsonSerializer.Serialize(totals)));
        }
    }

    [Fact]
    public void ToHtml_ShowsTotalsAndValue()
    {
        string[] cells = [.. Faces.Table(new EvidenceTotals(3, 4)).SelectMany(row => row)];

        Assert.Contains("3", cells);
        Assert.Contains("4", cells);
        Assert.Contains("0.75", cells);
    }
}
