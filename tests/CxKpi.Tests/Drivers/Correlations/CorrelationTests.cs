using CxKpi.Practices;

namespace CxKpi.Tests.Drivers;

public class CorrelationTests
{
    private static readonly double[] Satisfaction = [7.1, 8.2, 6.5, 9.1, 7.7, 8.8, 5.9, 7.3], Revenue = [102, 121, 98, 133, 110, 125, 90, 108];

    [Fact]
    public void Pearson_EightShops_ReadsAsASentence() => Assert.Equal(
        "Pearson's r 0.99 [0.945, 0.998] (95%, n = 8), p < 0.0001: rise together",
        Correlation.Pearson(Satisfaction, Revenue).ToString());

    [Fact]
    public void ToString_InOtherLanguages_HasTheirWords()
    {
        Correlation found = Correlation.Spearman([1, 2, 3, 4, 5, 6], [2, 1, 4, 3, 6, 5]);

        Assert.Equal(
            "rho de Spearman 0,829 [\u22120,127, 0,986] (95\u202F%, n = 6), p = 0,0769\u202F: rien d'établi",
            found.ToString(ReportLanguage.French));
        Assert.StartsWith("Spearmans Rho 0,829", found.ToString(ReportLanguage.German), StringComparison.Ordinal);
    }

    // Of n! orders two are the one that was seen or its reverse.
    [Fact]
    public void Spearman_OneOrder_IsJudgedByAllOrders()
    {
        Correlation four = Correlation.Spearman([1, 2, 3, 4], [10, 20, 30, 40]), six = Correlation.Spearman([1, 2, 3, 4, 5, 6], [6, 5, 4, 3, 2, 1]);

        Assert.Equal(2.0 / 24, four.PValue!.Value, 12);
        Assert.Equal((1, null, null), (four.Value, four.Lower, four.Upper));
        Assert.Equal(CorrelationVerdict.NoEvidence, four.Verdict);
        Assert.Equal(EstimateFlags.Boundary | EstimateFlags.Unbounded, four.Flags);
        Assert.Equal(2.0 / 720, six.PValue!.Value, 12);
        Assert.Equal((-1, -1, -1), (six.Value, six.Lower, six.Upper));
        Assert.Equal(CorrelationVerdict.MoveApart, six.Verdict);
    }

    [Theory]
    [InlineData(new double[] { }, EstimateFlags.None)]
    [InlineData(new double[] { 3 }, EstimateFlags.SingleObservation)]
    [InlineData(new double[] { 3, 3, 3, 3 }, EstimateFlags.ZeroVariance)]
    [InlineData(new double[] { 0.1, 0.1, 0.1, 0.1 }, EstimateFlags.ZeroVariance)]
    public void Value_WithoutSpread_IsUndefined(double[] x, EstimateFlags flags)
    {
        double[] y = [.. x.Select((_, i) => (double)i)];
        Correlation[] all = [Correlation.Pearson(x, y), Correlation.Spearman(y, x), Correlation.Kendall(x, y)];

        Assert.All(all, found => Assert.Equal((null, null, null, flags), (found.Value, found.Lower, found.PValue, found.Flags)));
        Assert.All(all, found => Assert.Equal(CorrelationVerdict.Unknown, found.Verdict));
    }

    [Theory]
    [InlineData(new double[] { }, "n = 0", "n = 0", "n = 0")]
    [InlineData(new double[] { 3 }, "single observation, n = 1", "une seule observation, n = 1", "nur eine Beobachtung, n = 1")]
    [InlineData(new double[] { 3, 3, 3, 3 }, "zero variance, n = 4", "variance nulle, n = 4", "keine Streuung, n = 4")]
    public void ToString_OfAnUndefinedCorrelation_NamesTheReason(double[] x, string english, string french, string german)
    {
        Correlation found = Correlation.Pearson(x, [.. x.Select((_, i) => (double)i)]);

        Assert.Equal($"Pearson's r: undefined ({english})", found.ToString());
        Assert.EndsWith($"non défini ({french})", found.ToString(ReportLanguage.French), StringComparison.Ordinal);
        Assert.EndsWith($"nicht definiert ({german})", found.ToString(ReportLanguage.German), StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_OfThreePairs_AreUnknown()
    {
        Correlation found = Correlation.Pearson([1, 2, 4], [3, 2, 5]);

        Assert.NotNull(found.Value);
        Assert.Equal((null, null, EstimateFlags.Unbounded), (found.Lower, found.PValue, found.Flags));
    }

    [Fact]
    public void Of_RowsWithGaps_LeavesThemOutAndCounts()
    {
        (double? Score, double? Spend)[] rows = [(9, 80), (null, 70), (7, 60), (3, null), (8, 75), (2, 20), (5, 44), (6, 30)];
        Correlation found = Correlation.Of(rows, row => row.Score, row => row.Spend, CorrelationMethod.Kendall);

        Assert.Equal((6, 2), (found.N, found.Missing));
        Assert.Equal(13.0 / 15, found.Value!.Value, 12);
    }

    [Fact]
    public void Figures_ThatAreNone_AreRefused()
    {
        Assert.Equal(
            "y must hold finite numbers (at position 1); got NaN: leave out rows without either figure (Parameter 'y')",
            Assert.Throws<ArgumentOutOfRangeException>(() => Correlation.Pearson([1, 2], [1, double.NaN])).Message);
        Assert.Equal(
            "x and y must have the same length, but have 1 and 2 (Parameter 'y')",
            Assert.Throws<ArgumentException>(() => Correlation.Kendall([1], [1, 2])).Message);
        Assert.Equal(
            "limits must be a method for Kendall; got BonettWright (Parameter 'limits')",
            Assert.Throws<ArgumentOutOfRangeException>(() => Correlation.Kendall([1, 2], [1, 2], limits: CorrelationLimits.BonettWright)).Message);
    }

    [Fact]
    public void Pearson_OfFarFigures_KeepsItsDigits()
    {
        double[] huge = [.. Satisfaction.Select(x => x * 1e300)], far = [.. Revenue.Select(y => y + 1e9)];

        Assert.Equal(Correlation.Pearson(Satisfaction, Revenue).Value!.Value, Correlation.Pearson(huge, far).Value!.Value, 9);
    }
}
