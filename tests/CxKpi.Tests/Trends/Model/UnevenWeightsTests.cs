using CxKpi.Trends;

namespace CxKpi.Tests.Trends;

/// <summary>Series in which a few periods have nearly all the weight.</summary>
public class UnevenWeightsTests
{
    // Months of a handful of answers beside some of billions: what the others say is below the last digit of these.
    private const string Shares =
        "43/100 452687557639/1000000000000 11/11 0/9223372036854775807 1000/1000 30/31 0/31 0/0 0/3 9/9 7/10 0/0 50038651/2147483647 31/31 0/12 6/7 5/9 "
        + "9223372036854775807/9223372036854775807 0/11 3/7 12/12 9/9 0/0 11/11 0/11 5/5 607/1000 0/2147483647 5/5 1/10 0/12 0/0 0/100 31/31 0/0 0/0 0/11 0/3";

    private static readonly CalendarPeriod First = CalendarPeriod.Month(2024, 1);
    private static readonly PeriodSeries Uneven = PeriodSeries.FromShares(First, Shares.Split(' ').Select(Share));

    [Fact]
    public void AModel_WhoseSeasonTheWeightsHide_IsRefused()
    {
        Assert.All(
            [Uneven.Trend().Refusal, Uneven.Expect(3).Refusal, Uneven.IsSeasonal().Refusal, Uneven.Effect(First.Plus(30).Start).Refusal],
            refusal => Assert.Equal("the season can't be told from the other terms in these periods", refusal?.Message));
    }

    [Fact]
    public void Latest_WhereTheWeightsHideTheSeason_IsJudgedByTheLevel()
    {
        LatestPeriod latest = PeriodSeries.FromShares(First, Shares.Split(' ').Select(Share).Append(new(1, 1))).Latest();
        Assert.Equal(LatestBasis.Level, latest.Basis);
        Assert.InRange(latest.Expected!.Value!.Value, 0, 1);
    }

    [Fact]
    public void Shifts_WhereTheWeightsHideTheSeason_AreRefused()
    {
        LevelShifts shifts = Uneven.Shifts();
        Assert.Equal((ShiftVerdict.TooLittleData, NoticeKind.NotToBeTold), (shifts.Verdict, shifts.Refusal?.Kind));
    }

    // A variance that is huge beside the others leaves them in sight: its season has other months.
    [Fact]
    public void AModel_OfOneHugeVariance_IsNot()
    {
        double[] variances = [.. Enumerable.Range(0, 48).Select(t => t == 20 ? 1e30 : 0.01)];
        PeriodSeries series = PeriodSeries.FromValues(First, Enumerable.Range(0, 48).Select(t => (double?)(t % 12 + 0.01 * (t * t % 7))), variances);
        Assert.Null(series.Trend().Refusal);
        Assert.Equal(SeasonalityVerdict.Seasonal, series.IsSeasonal().Verdict);
    }

    // Logarithms of such a spread reach further than numbers do.
    [Fact]
    public void Limits_OfWildAmounts_AreNumbers()
    {
        PeriodSeries series = PeriodSeries.FromValues(First, Enumerable.Range(0, 36).Select(t => (double?)Math.Pow(10, t * 37 % 13 * 24)));
        ModelOptions options = new() { Scale = ModelScale.Logarithm, Confidence = 0.999 };
        TrendEstimate trend = series.Trend(options);
        EffectEstimate effect = series.Effect(First.Plus(30).Start, options: new() { Model = options });
        Assert.All([trend.Lower, trend.Upper, effect.Lower, effect.Upper], limit => Assert.True(double.IsFinite(limit!.Value)));
    }

    private static ShareTally Share(string text) => new(long.Parse(text.Split('/')[0], null), long.Parse(text.Split('/')[1], null));
}
