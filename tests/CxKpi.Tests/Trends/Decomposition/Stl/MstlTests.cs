using CxKpi.Trends;

namespace CxKpi.Tests.Trends;

public class MstlTests
{
    private static readonly double[] Days =
        [.. Enumerable.Range(0, 91).Select(i => Math.Exp(3 + 0.01 * i + 0.2 * Math.Sin(i * 0.9) + 0.1 * Math.Cos(i * 0.21)))];

    [Fact]
    public void BoxCoxLambda_TakesApartTheTransformedFigures()
    {
        MstlDecomposition parts = Mstl.Decompose(Days, [7, 30], MstlOptions.Default with { BoxCoxLambda = 0.5 });
        MstlDecomposition same = Mstl.Decompose([.. Days.Select(x => BoxCox.Transform(x, 0.5))], [7, 30]);

        Assert.Equal(0.5, parts.BoxCoxLambda);
        Assert.Null(same.BoxCoxLambda);
        Assert.Equal(same.Trend, parts.Trend);
        Assert.Equal(same.Remainder, parts.Remainder);
        Assert.All(Enumerable.Range(0, Days.Length), i => Assert.Equal(
            Days[i], BoxCox.Inverse(parts.Trend[i] + parts.Remainder[i] + parts.Seasons.Sum(season => season[i]), 0.5), 1e-9 * Days[i]));
    }

    [Fact]
    public void BoxCoxLambda_LeavesGapsAsTheyAre()
    {
        double[] gapped = [.. Days.Select((x, i) => i == 40 ? double.NaN : x)];
        MstlDecomposition parts = Mstl.Decompose(gapped, [7], MstlOptions.Default with { BoxCoxLambda = 0 });

        Assert.Equal(double.NaN, parts.Remainder[40]);
        Assert.Equal(Math.Log(Days[40]), parts.Trend[40] + parts.Seasons[0][40], 0.1);
    }

    [Fact]
    public void BoxCoxLambda_FiguresThatItDoesNotSuit_AreRefusedByPlace()
    {
        double[] zero = [.. Days.Select((x, i) => i == 5 ? 0 : x)], infinite = [.. Days.Select((x, i) => i == 5 ? double.PositiveInfinity : x)];

        Assert.StartsWith("values must be positive where the Box-Cox lambda is 0 or less (at position 5); got 0", Refusal(zero, 0), StringComparison.Ordinal);
        Assert.StartsWith("values must be finite, or NaN where missing (at position 5)", Refusal(infinite, -1), StringComparison.Ordinal);
        Assert.Equal(Days.Length, Mstl.Decompose(zero, [7], MstlOptions.Default with { BoxCoxLambda = 0.5 }).Trend.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => new MstlOptions { BoxCoxLambda = double.NaN });

        static string Refusal(double[] values, double lambda) =>
            Assert.Throws<ArgumentOutOfRangeException>(() => Mstl.Decompose(values, [7], MstlOptions.Default with { BoxCoxLambda = lambda })).Message;
    }

    [Fact]
    public void SeasonalSpans_OnePerPeriod_AreThoseOfEach()
    {
        MstlDecomposition each = Spans(9, 21), swapped = Spans(21, 9), all = Spans(9);

        Assert.NotEqual(each.Seasons[0], swapped.Seasons[0]);
        Assert.Equal(all.Seasons[0], Spans(9, 9).Seasons[0]);
        Assert.Equal(Mstl.Decompose(Days, [7, 30]).Trend, Spans(11, 15).Trend);

        MstlDecomposition Spans(params int?[] spans) => Mstl.Decompose(Days, [30, 7], MstlOptions.Default with { SeasonalSpans = spans });
    }

    [Fact]
    public void SeasonalSpans_NoneForAPeriod_RepeatsItsSeason()
    {
        MstlDecomposition parts = Mstl.Decompose(Days, [7, 30], MstlOptions.Default with { SeasonalSpans = [null, 11] });

        Assert.All(Enumerable.Range(0, Days.Length - 7), i => Assert.Equal(parts.Seasons[0][i], parts.Seasons[0][i + 7], 1e-12));
        Assert.NotEqual(parts.Seasons[1][0], parts.Seasons[1][30]);
    }

    [Fact]
    public void SeasonalSpans_OutOfRangeOrOfAnotherNumber_AreRefused()
    {
        ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>(() => new MstlOptions { SeasonalSpans = [7, 1] });
        Assert.StartsWith("SeasonalSpans must each be at least 2; got 1", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Mstl.Decompose(Days, [7, 30], MstlOptions.Default with { SeasonalSpans = [7, 11, 15] }));
    }

    [Fact]
    public void ToString_IsForAPerson()
    {
        Assert.Equal("2 rounds, seasonal spans 11, 15, 19 …", MstlOptions.Default.ToString());
        Assert.Equal(
            "3 rounds, seasonal spans 9, periodic, Box-Cox transformation with lambda 0.5",
            new MstlOptions { Rounds = 3, SeasonalSpans = [9, null], BoxCoxLambda = 0.5 }.ToString());
        Assert.Equal(
            "91 figures in cycles of 7, Box-Cox transformed with lambda 0.5",
            Mstl.Decompose(Days, [7], MstlOptions.Default with { BoxCoxLambda = 0.5 }).ToString());
    }
}
