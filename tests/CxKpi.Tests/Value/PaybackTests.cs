using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Value;

public class PaybackTests
{
    [Theory]
    [InlineData(50, 15, 3.3333333333333335)]
    [InlineData(400, 40, 10)]
    [InlineData(100, 14, 7.142857142857143)]
    [InlineData(0, -5, 0)]
    public void Simple_WorkedExamples_AreMet(int cost, int margin, double periods) => Assert.Equal(periods, (double)Payback.Simple(cost, margin)!.Value, 14);

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void Simple_NoMargin_IsNeverPaidBack(int margin) => Assert.Null(Payback.Simple(50, margin));

    [Fact]
    public void OfProgramme_SmallOrNegativeBenefit_IsNever()
    {
        Assert.Equal(8m, Payback.OfProgramme(80_000m, 10_000m));
        Assert.Null(Payback.OfProgramme(80_000m, 1.67m));
        Assert.Null(Payback.OfProgramme(80_000m, 0.0000000000000000000000000001m));
        Assert.Null(Payback.OfProgramme(80_000m, 0m));
        Assert.Null(Payback.OfProgramme(80_000m, -5m));
        Assert.Equal(0m, Payback.OfProgramme(0m, -5m));
        Assert.Equal(36_525m, Payback.OfProgramme(36_525m, 1m));
        Assert.Throws<ArgumentOutOfRangeException>("cost", () => Payback.OfProgramme(-1m, 1m));
    }

    [Theory]
    [InlineData(400, 40, 0.97, 11.709922003643523)]
    [InlineData(100, 14, 0.95, 8.613850164131334)]
    public void WithRetention_ReferenceFigures_AreMet(int cost, int margin, double retention, double periods) =>
        Assert.Equal(periods, Payback.WithRetention(cost, margin, retention, MarginTiming.StartOfPeriod)!.Value, 11);

    [Fact]
    public void WithRetention_MoreThanAllMargins_IsNeverPaidBack()
    {
        Assert.Equal(10m, Payback.Simple(400, 40));
        Assert.Null(Payback.WithRetention(400, 40, 0.8, MarginTiming.StartOfPeriod));
        Assert.Null(Payback.WithRetention(200, 40, 0.8, MarginTiming.StartOfPeriod));
        Assert.Null(Payback.WithRetention(160, 40, 0.8, MarginTiming.EndOfPeriod));
        Assert.NotNull(Payback.WithRetention(159.99m, 40, 0.8, MarginTiming.EndOfPeriod));
    }

    [Theory]
    [InlineData(MarginTiming.StartOfPeriod)]
    [InlineData(MarginTiming.EndOfPeriod)]
    public void WithRetention_NobodyLost_IsTheSimpleForm(MarginTiming timing) => Assert.Equal(10.0, Payback.WithRetention(400, 40, 1, timing));

    [Fact]
    public void WithRetention_EverybodyLost_HasOneMarginAtMost()
    {
        Assert.Equal(0.25, Payback.WithRetention(10, 40, 0, MarginTiming.StartOfPeriod));
        Assert.Equal(1.0, Payback.WithRetention(40, 40, 0, MarginTiming.StartOfPeriod));
        Assert.Null(Payback.WithRetention(41, 40, 0, MarginTiming.StartOfPeriod));
        Assert.Null(Payback.WithRetention(10, 40, 0, MarginTiming.EndOfPeriod));
        Assert.Equal(0.0, Payback.WithRetention(0, 40, 0, MarginTiming.EndOfPeriod));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-20)]
    [InlineData(1e-6)]
    [InlineData(0.5)]
    [InlineData(0.999999)]
    [InlineData(1)]
    public void WithRetention_WithinTheFirstMargin_IsItsPart(double retention) =>
        Assert.Equal(0.5, Payback.WithRetention(50, 100, retention, MarginTiming.StartOfPeriod));

    [Fact]
    public void WithRetention_JustAboveTheFirstMargin_GoesOnFromOne()
    {
        Assert.Equal(1, Payback.WithRetention(100.000001m, 100, 0.5, MarginTiming.StartOfPeriod)!.Value, 7);
        Assert.Equal(1.05, Payback.WithRetention(1.000000000000000000009m, 1, 1e-20, MarginTiming.StartOfPeriod)!.Value, 12);
    }

    [Fact]
    public void BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("acquisitionCost", () => Payback.Simple(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("acquisitionCost", () => Payback.WithRetention(-1, 1, 0.9, MarginTiming.EndOfPeriod));
        Assert.Throws<ArgumentOutOfRangeException>("retention", () => Payback.WithRetention(1, 1, 1.1, MarginTiming.EndOfPeriod));
        Assert.Throws<ArgumentOutOfRangeException>("retention", () => Payback.WithRetention(1, 1, double.NaN, MarginTiming.EndOfPeriod));
        Assert.Throws<ArgumentOutOfRangeException>("timing", () => Payback.WithRetention(1, 1, 0.9, (MarginTiming)9));
    }
}

public class PaybackLaws
{
    [Property]
    public Property AProgrammeIsLikeACustomerWhereBothArePossible() => Law.ForAll(
        Gen.Choose(0, 30_000).Zip(Gen.Choose(-100, 100)),
        x => Payback.OfProgramme(x.Item1, x.Item2) == Payback.Simple(x.Item1, x.Item2));

    [Property(MaxTest = 2 * Law.Cases)]
    public Property RoundedUpItIsTheFirstMarginThatPaysBack() => Law.ForAll(
        from cost in Gen.Choose(1, 300)
        from margin in Gen.Choose(1, 100)
        from stay in Gen.Choose(5, 98)
        from timing in Gen.Elements(MarginTiming.StartOfPeriod, MarginTiming.EndOfPeriod)
        select (cost, margin, stay, timing),
        x =>
        {
            (int cost, int margin, int stay, MarginTiming timing) = x;
            double r = stay / 100.0, expected = timing == MarginTiming.StartOfPeriod ? margin : margin * r, sum = 0;
            int paid = 0;
            while (sum < cost * (1 - 1e-12) && expected > 1e-12)
            {
                sum += expected;
                expected *= r;
                paid++;
            }

            double? periods = Payback.WithRetention(cost, margin, r, timing);
            return periods is null ? sum < cost * (1 + 1e-12) : Math.Abs(Math.Ceiling(periods.Value - 1e-9) - paid) < 0.5;
        });
}
