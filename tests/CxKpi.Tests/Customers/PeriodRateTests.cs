using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Customers;

public class PeriodRateTests
{
    [Fact]
    public void MeanLifetime_OfAnEstimate_TurnsTheLimitsOver()
    {
        Estimate churn = new Churn(25, 500).Estimate()!.Value, lifetime = PeriodRate.MeanLifetime(churn)!.Value;

        Assert.Equal((20.0, 1 / churn.Upper, 1 / churn.Lower), (lifetime.Value, lifetime.Lower, lifetime.Upper));
        Assert.Equal((null, null, IntervalMethod.Wilson), (lifetime.Unit, lifetime.StandardError, lifetime.Method));
        Assert.Null(PeriodRate.MeanLifetime(new Churn(0, 40).Estimate()!.Value));

        Estimate open = PeriodRate.MeanLifetime(churn with { Lower = -0.01 })!.Value;
        Assert.Equal((null, EstimateFlags.Unbounded), (open.Upper, open.Flags));
        Assert.Equal(EstimateFlags.None, PeriodRate.MeanLifetime(churn with { Lower = null, Upper = null })!.Value.Flags);
        Assert.Throws<ArgumentOutOfRangeException>("churn", () => PeriodRate.MeanLifetime(churn with { Value = 1.5 }));
        Assert.Throws<ArgumentOutOfRangeException>("churn", () => PeriodRate.MeanLifetime(churn with { Upper = 1.5 }));
    }

    [Fact]
    public void ConvertEstimate_OfChurnOrRetention_ConvertsTheLimitsToo()
    {
        Churn month = new(50, 1000, CalendarUnit.Month);
        Estimate churn = month.Estimate()!.Value, retention = month.ToRetention().Estimate()!.Value;
        Estimate year = PeriodRate.ConvertChurn(churn, CalendarUnit.Month, CalendarUnit.Year);
        Estimate kept = PeriodRate.ConvertRetention(retention, CalendarUnit.Month, CalendarUnit.Year);

        Assert.Equal(PeriodRate.ConvertChurn(churn.Lower!.Value, 12), year.Lower);
        Assert.Equal(PeriodRate.ConvertChurn(churn.Upper!.Value, 12), year.Upper);
        Assert.Equal(PeriodRate.ConvertChurn(churn, 12), year);
        Assert.Equal(PeriodRate.ConvertRetention(retention.Lower!.Value, 12), kept.Lower);
        Assert.Equal(1 - year.Value, kept.Value, 12);
        Assert.Equal(1 - year.Lower!.Value, kept.Upper!.Value, 12);
        Assert.Null(kept.StandardError);
    }

    [Theory]
    [InlineData(0.05, CalendarUnit.Month, CalendarUnit.Year, 0.45963991233736307)]
    [InlineData(0.10, CalendarUnit.Month, CalendarUnit.Year, 0.717570463519)]
    [InlineData(0.40, CalendarUnit.Year, CalendarUnit.Month, 0.041675471372852047)]
    [InlineData(0.03, CalendarUnit.Month, CalendarUnit.Year, 0.30615763900456205)]
    [InlineData(0.20, CalendarUnit.Year, CalendarUnit.Month, 0.018423470126248325)]
    [InlineData(0.10, CalendarUnit.Quarter, CalendarUnit.Month, 0.034510615394370246)]
    [InlineData(0.10, CalendarUnit.Month, CalendarUnit.Quarter, 0.271)]
    [InlineData(0.10, CalendarUnit.Quarter, CalendarUnit.Year, 0.3439)]
    [InlineData(0.9, CalendarUnit.Month, CalendarUnit.Year, 0.999999999999)]
    [InlineData(0.01, CalendarUnit.Day, CalendarUnit.Week, 0.06793465209301)]
    [InlineData(0.25, CalendarUnit.Month, CalendarUnit.Month, 0.25)]
    public void ConvertChurn_PublishedFigures_AreMet(double churn, CalendarUnit from, CalendarUnit to, double expected) =>
        Assert.Equal(expected, PeriodRate.ConvertChurn(churn, from, to), 12);

    [Theory]
    [InlineData(0, 12, 0)]
    [InlineData(1, 0.5, 1)]
    [InlineData(1e-18, 12, 1.2e-17)]
    [InlineData(-0.01, 12, -0.12682503013196972)]
    public void ConvertChurn_EndsAndTinyRates_KeepTheirDigits(double churn, double periods, double expected) =>
        Assert.Equal(expected, PeriodRate.ConvertChurn(churn, periods), Math.Max(1e-14 * Math.Abs(expected), double.Epsilon));

    [Theory]
    [InlineData(CalendarUnit.Day, CalendarUnit.Month)]
    [InlineData(CalendarUnit.Month, CalendarUnit.Week)]
    [InlineData(CalendarUnit.Year, CalendarUnit.Day)]
    public void ConvertChurn_UnitsWithoutAFixedRelation_Throws(CalendarUnit from, CalendarUnit to)
    {
        Assert.Contains(
            "number of periods",
            Assert.Throws<ArgumentException>(nameof(to), () => PeriodRate.ConvertChurn(0.1, from, to)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(nameof(to), () => PeriodRate.ConvertRetention(0.1, from, to));
    }

    [Fact]
    public void Convert_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("churn", () => PeriodRate.ConvertChurn(1.01, 12));
        Assert.Throws<ArgumentOutOfRangeException>("churn", () => PeriodRate.ConvertChurn(double.NaN, 12));
        Assert.Throws<ArgumentOutOfRangeException>("periods", () => PeriodRate.ConvertChurn(0.1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("periods", () => PeriodRate.ConvertRetention(0.1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("retention", () => PeriodRate.ConvertRetention(-0.1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("from", () => PeriodRate.ConvertChurn(0.1, (CalendarUnit)9, CalendarUnit.Day));
        Assert.Throws<ArgumentOutOfRangeException>("to", () => PeriodRate.ConvertChurn(0.1, CalendarUnit.Day, (CalendarUnit)9));
        Assert.Throws<ArgumentOutOfRangeException>("churn", () => PeriodRate.MeanLifetime(-0.1));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(0)]
    [InlineData(-0.0)]
    [InlineData(-1)]
    public void Convert_PeriodsThatAreNone_Throws(double periods)
    {
        Estimate estimate = new Churn(1, 10).Estimate()!.Value;

        Assert.Throws<ArgumentOutOfRangeException>(nameof(periods), () => PeriodRate.ConvertChurn(0.1, periods));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(periods), () => PeriodRate.ConvertChurn(0, periods));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(periods), () => PeriodRate.ConvertRetention(0.9, periods));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(periods), () => PeriodRate.ConvertRetention(1, periods));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(periods), () => PeriodRate.ConvertChurn(estimate, periods));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(periods), () => PeriodRate.ConvertRetention(estimate, periods));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Convert_RatesThatAreNone_Throws(double rate)
    {
        Assert.Throws<ArgumentOutOfRangeException>("churn", () => PeriodRate.ConvertChurn(rate, 12));
        Assert.Throws<ArgumentOutOfRangeException>("retention", () => PeriodRate.ConvertRetention(rate, 12));
        Assert.Throws<ArgumentOutOfRangeException>("churn", () => PeriodRate.MeanLifetime(rate));
    }

    [Fact]
    public void Convert_ResultBeyondDouble_Throws()
    {
        Assert.Contains(
            "over 2 periods",
            Assert.Throws<ArgumentOutOfRangeException>("retention", () => PeriodRate.ConvertRetention(double.MaxValue, 2)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("churn", () => PeriodRate.ConvertChurn(-double.MaxValue, 2));
        Assert.Throws<ArgumentOutOfRangeException>("churn", () => PeriodRate.ConvertChurn(-1e100, CalendarUnit.Month, CalendarUnit.Year));
        Assert.Throws<ArgumentOutOfRangeException>("churn", () => PeriodRate.MeanLifetime(double.Epsilon));
        Assert.Equal(1, PeriodRate.ConvertChurn(1, double.MaxValue));
    }

    [Fact]
    public void ConvertRetention_NetRevenue_MayExceedOne() =>
        Assert.Equal(1.126825030131970, PeriodRate.ConvertRetention(1.01, CalendarUnit.Month, CalendarUnit.Year), 12);

    [Fact]
    public void MeanLifetime_TwentyPercentAMonth_IsFiveMonths() => Assert.Equal(5.0, PeriodRate.MeanLifetime(0.2));

    [Fact]
    public void MeanLifetime_NobodyLost_IsUndefined() => Assert.Null(PeriodRate.MeanLifetime(0));

    [Fact]
    public void ConvertChurn_Estimate_ConvertsBothLimits()
    {
        Estimate month = new Churn(25, 500).Estimate()!.Value, year = PeriodRate.ConvertChurn(month, 12);

        Assert.Equal(PeriodRate.ConvertChurn(month.Lower!.Value, 12), year.Lower);
        Assert.Equal(PeriodRate.ConvertChurn(month.Upper!.Value, 12), year.Upper);
        Assert.Null(year.StandardError);
        Assert.Equal(month.Method, year.Method);
    }
}

public class PeriodRateLaws
{
    [Property]
    public Property ThereAndBackGivesTheSameRate() =>
        Law.ForAll(Gen.Choose(-50, 99).Zip(Gen.Choose(1, 60)), x =>
            Math.Abs(PeriodRate.ConvertChurn(PeriodRate.ConvertChurn(x.Item1 / 100.0, 1.0 / x.Item2), x.Item2) - x.Item1 / 100.0) < 1e-12);

    [Property]
    public Property ChurnAndRetentionConvertAlike() =>
        Law.ForAll(Gen.Choose(0, 100).Zip(Gen.Choose(1, 60)), x =>
            Math.Abs(PeriodRate.ConvertChurn(x.Item1 / 100.0, x.Item2) + PeriodRate.ConvertRetention(1 - x.Item1 / 100.0, x.Item2) - 1) < 1e-12);
}
