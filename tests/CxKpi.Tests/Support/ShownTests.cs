using System.Globalization;

namespace CxKpi.Tests;

public class ShownTests
{
    public static TheoryData<object?, string> Cases => new()
    {
        { null, "null" },
        { "a\n\"b\"", "\"a\\n\\u0022b\\u0022\"" },
        { 1 / 3.0, "0.3333333333333333" },
        { double.NaN, "NaN" },
        { 2.50m, "2.50" },
        { KpiUnit.Share, "Share" },
        { new Point(1, [0.5, 0.25]), "{ X = 1, Ys = [0.5, 0.25] }" },
        { new { X = (int?)null, Y = "y" }, "{ X = null, Y = \"y\" }" },
        { (1, "a", new List<(int, decimal?)> { (2, null) }), "(1, \"a\", [(2, null)])" },
        { new Churn(3, 12), $"{new Churn(3, 12)} {{\"Lost\":3,\"AtStart\":12,\"Period\":null}}" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Text_OfACase_HoldsAllOfIt(object? value, string text)
    {
        CultureInfo before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(text, Shown.Text(value));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void Text_OfManyItems_HoldsAllOfThem() =>
        Assert.Equal(500, Shown.Text(Enumerable.Range(0, 500).Select(i => i / 3.0)).Split(", ").Length);

    private sealed record Point(int X, double[] Ys);
}
